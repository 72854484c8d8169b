"""Change documents at random and prove that nothing breaks and nothing is lost.

    python3 scripts/fuzz.py [--number N] [--seed S]

Takes the project's own samples, and real ones where they are at hand (`VT_SDK_SAMPLES`), changes
each in up to a dozen places (drops, nulls, other types, other names, new members, cut lists, huge
numbers, odd texts, deep nesting) and parses it in one of the ways that there are: from bytes, from
a text, from a mapping, as two items of a page. `to_dict` must give back what went in, numbers told
apart; no exception may come. What is read in any order, now and then by several threads at once,
must be what validating all of it at once makes, with the same issues. Then the text is broken as
text, where the typed error must come. The same seed gives the same documents.
"""

from _environment import ROOT, enter

if __name__ == "__main__":
    enter()

import argparse
import copy
import functools
import json
import multiprocessing
import os
import random
import sys
import time
import warnings
from collections import Counter
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

from vt_sdk import (
    InvalidResponseError,
    Issue,
    Page,
    VirusTotalAPIError,
    VTModel,
    VTObject,
    models,
    parse,
)
from vt_sdk.core.repair import build

MISSING = object()

THREADS = 3

ODD_VALUES: list[Any] = [
    *(None, True, False, 0, -1, 1, 2**31, 2**63, -(2**63) - 1, 10**40, 1_700_000_000, 1e308),
    *(-0.0, 0.0, 1.0, 1.5, 5e-324, 253402300800, -62135596801),
    *("", "1", "\x00", "\ud800", "a\udfffb", "\U0001f600", "é" * 40, "NaN", "Infinity"),
    *([], [[]], [None], [1, "a", None, {}], {}, {"": {}}, {"a": [{"b": None}]}, {"\ud800": "x"}),
]

ODD_KEYS = [
    *("", "new", "NEW FIELD", "\x00", "\ud800", "a.b", "a[0]", "type", "id", "attributes", "self"),
    *("json", "copy", "model_dump", "__class__", "__dict__", "_origin", "confirmed_timeout"),
]

# Texts that are not JSON of the API, or beyond the bounds of the round trip.
BROKEN = [
    *(b"", b"null", b"[]", b"5", b'"text"', b"<html></html>", b"{", b'{"data":', b"\xff\xfe{}"),
    *(b'{"data": NaN}', b'{"data": {"type": "file", "x": NaN}}', b'{"data": {"x": 1e999}}'),
    *(b'{"data": {"id": -Infinity}}', b"[" * 100_000, b'{"a":' * 50_000, b'{"data": {}} x'),
]


def containers(value: Any) -> Iterator[Any]:
    """Return every map and list in a document that is not empty."""
    waiting = [value]
    while waiting:
        item = waiting.pop()
        if isinstance(item, (dict, list)) and item:
            yield item
            waiting.extend(item.values() if isinstance(item, dict) else item)


def odd_value(chance: random.Random) -> Any:
    # A copy, since what goes in is changed further.
    value = copy.deepcopy(chance.choice(ODD_VALUES))
    if chance.random() < 0.05:
        for _ in range(chance.randrange(1, 60)):
            value = [value] if chance.random() < 0.5 else {"deep": value}
    return value


def mutate(document: Any, chance: random.Random) -> None:
    """Change a document in one place."""
    places = list(containers(document))
    if not places:
        return
    place = chance.choice(places)
    kind = chance.randrange(6)
    if isinstance(place, list):
        index = chance.randrange(len(place))
        if kind == 0:
            del place[index]
        elif kind == 1:
            del place[index:]
        elif kind == 2:
            place.insert(index, odd_value(chance))
        elif kind == 3:
            place.append(copy.deepcopy(place[index]))
        else:
            place[index] = odd_value(chance)
        return
    key = chance.choice(list(place))
    if kind == 0:
        del place[key]
    elif kind == 1:
        place[chance.choice(ODD_KEYS)] = place.pop(key)
    elif kind == 2:
        place[chance.choice(ODD_KEYS)] = odd_value(chance)
    elif kind == 3:
        place[key] = None
    else:
        place[key] = odd_value(chance)


def canonical(value: Any) -> str:
    """Return the one text of a JSON value, in which int, float and bool are told apart."""
    return json.dumps(value, sort_keys=True)


@functools.cache
def load_samples() -> list[Any]:
    """Return the objects of all samples, as decoded JSON."""
    real = Path(os.environ.get("VT_SDK_SAMPLES", ROOT.parent / "shared" / "samples"))
    found = []
    for folder in (ROOT / "schemas" / "samples", real):
        for path in sorted(folder.rglob("*.json")):
            document = json.loads(path.read_text("utf-8"))
            data = document.get("data", document)
            items = data if isinstance(data, list) else [data]
            # The largest ones take seconds and hold nothing that smaller ones do not.
            found += [i for i in items if isinstance(i, dict) and len(json.dumps(i)) < 60_000]
    return found


def read(item: VTModel, whole: VTModel, seed: int) -> str | None:
    """Read all of an object in any order; return what is other than in the whole one."""
    chance = random.Random(seed)
    unknown = [name for name in whole.model_extra or () if not hasattr(type(whole), name)]
    names = [*type(whole).model_fields, *unknown]
    chance.shuffle(names)
    for name in names:
        found, expected = getattr(item, name, MISSING), getattr(whole, name, MISSING)
        if name == "attributes" and isinstance(expected, VTModel):
            if problem := read(found, expected, chance.getrandbits(32)):  # type: ignore[arg-type]  # else it would have been another class
                return problem
        elif found != expected:
            return f"{name} is {found!a} and not {expected!a}"[:300]
    return None


def check_views(document: dict[str, Any], model: type[VTObject], seed: int) -> str | None:
    """Compare what is read in any order, now and then by threads, with what is made at once."""
    issues: list[Issue] = []
    whole = build(model, document, issues)
    item = parse(json.dumps({"data": document}).encode(), model)
    if seed % 10:
        problem = read(item, whole, seed)
    else:
        with ThreadPoolExecutor(THREADS) as threads:
            found = threads.map(lambda number: read(item, whole, seed + number), range(THREADS))
            problem = next(filter(None, found), None)
    if problem:
        return problem
    # Of what is no map, pydantic says that no model is there either.
    if sorted(map(_fact, item.issues)) != sorted(map(_fact, issues)):
        return f"the issues are {item.issues!a} and not {issues!a}"[:600]
    return None


def _fact(issue: Issue) -> str:
    return repr((issue.path, issue.value))


def check(document: dict[str, Any], seed: int) -> str | None:
    """Parse and read a document; give what went wrong, None if nothing did."""
    kind = document.get("type")
    model = (models.object_class(kind) if isinstance(kind, str) else None) or models.File
    text = json.dumps({"data": document})
    before = canonical(document)
    ways: list[Callable[[], Any]] = [
        lambda: parse(text.encode(), model),
        lambda: parse(text),
        lambda: parse({"data": document}, model),
        lambda: parse(json.dumps({"data": [document, document]})),
    ]
    try:
        result = ways[seed % len(ways)]()
    except VirusTotalAPIError as error:
        return f"{type(error).__name__}: {error}"[:300]
    for item in result if isinstance(result, Page) else [result]:
        if canonical(item.to_dict()) != before:
            return "to_dict differs from what came"
        if canonical(json.loads(item.to_json())) != before:
            return "to_json differs from what came"
        item.unknown_fields()  # looks everywhere
        if canonical(item.to_dict()) != before:
            return "to_dict differs after reading"
    if canonical(document) != before:
        return "the caller's mapping was changed"
    return check_views(document, model, seed)


def work(task: tuple[int, int]) -> Counter[str]:
    """Check a number of documents; give how many went wrong, by reason and document."""
    seed, number = task
    chance = random.Random(seed)
    samples = load_samples()
    warnings.simplefilter("ignore", DeprecationWarning)  # of fields
    failures: Counter[str] = Counter()
    for _ in range(number):
        document = copy.deepcopy(chance.choice(samples))
        for _ in range(chance.randrange(1, 13)):
            mutate(document, chance)
        try:
            problem = check(document, chance.getrandbits(32))
        except Exception as error:  # whatever it is, it is a finding
            problem = f"{type(error).__name__}: {error}"[:300]
        if problem:
            failures[f"{problem}; such as {json.dumps(document)[:2000]}"] += 1
    return failures


def broken_texts() -> Counter[str]:
    """Check that what is not JSON of the API gives the typed error, which keeps the bytes."""
    failures: Counter[str] = Counter()
    for raw in BROKEN:
        for model in (None, models.File):
            try:
                parse(raw, model) if model else parse(raw)
            except InvalidResponseError as error:
                if error.raw != raw:
                    failures[f"the bytes are lost: {raw[:60]!r}"] += 1
            except Exception as error:  # whatever else it is, it is a finding
                failures[f"{type(error).__name__} for {raw[:60]!r}"] += 1
            else:
                failures[f"no error for {raw[:60]!r}"] += 1
    return failures


def main() -> int:
    parser = argparse.ArgumentParser(description="Prove that nothing breaks and nothing is lost.")
    parser.add_argument("--number", type=int, default=20_000, help="documents, 20000 if not given")
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    failures = broken_texts()
    share = 500
    tasks = [
        (options.seed * 1_000_003 + start, min(share, options.number - start))
        for start in range(0, options.number, share)
    ]
    started = time.monotonic()
    with multiprocessing.Pool() as pool:
        for done, found in enumerate(pool.imap_unordered(work, tasks), 1):
            failures += found
            if done % 50 == 0:
                print(f"{done * share} documents, {failures.total()} failures", flush=True)
    for problem, count in failures.most_common(20):
        print(f"{count} × {problem}")
    rate = options.number / (time.monotonic() - started)
    print(f"{options.number} documents at {rate:.0f}/s, {failures.total()} failures")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
