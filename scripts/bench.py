"""Measure the budgets side by side with other clients, HTTP libraries and `json.loads`.

    python3 scripts/bench.py            all groups
    python3 scripts/bench.py start      importing, and the first typed report of a process
    python3 scripts/bench.py models     parsing, repairing and keeping reports
    python3 scripts/bench.py wire       reports, listings, uploads and downloads from a server
    python3 scripts/bench.py async      the same from an event loop, beside vt-py and bare aiohttp
    python3 scripts/bench.py stall      how long an event loop does nothing else
    python3 scripts/bench.py feeds      a batch of a feed from a server
    python3 scripts/bench.py faults     how each client ends what goes wrong, as a table

A figure is a ratio of two things measured in the same run, in interleaved rounds: the median, with
the lowest and highest round. Whatever else runs on the machine can only slow things down, so a
round of CPU time takes the quickest of a few tries. Figures without decimals are counts. Reports
are composed of this project's own samples; where real ones are at hand (`VT_SDK_SAMPLES`), those
next in size are taken.
"""

from _environment import ensure_peers, enter

if __name__ == "__main__":
    enter()

import argparse
import json
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Sequence
from functools import partial
from typing import Any

from _bench import ENVIRONMENT, ROUNDS, SHA256, Row, heading, report
from _bench_async import bench_async
from _bench_faults import bench_faults
from _bench_feeds import bench_feeds
from _bench_stall import bench_stall
from _bench_wire import bench_wire

TRIES = 3
SIZES_KB = (15, 30, 100)
MANY = 10_000


# --- starting ------------------------------------------------------------------------------------


def _cpu_of(python: str, code: str, *arguments: str) -> float:
    """Return the CPU seconds of a fresh interpreter that runs a piece of code."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run([python, "-c", code, *arguments], check=True, env=ENVIRONMENT, cwd="/")
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return (after.ru_utime - before.ru_utime) + (after.ru_stime - before.ru_stime)


_READ = "import sys; raw = open(sys.argv[1], 'rb').read(); "
_ALL_MODELS = (
    "from importlib import import_module; import vt_sdk.models as m; "
    "[import_module(home, 'vt_sdk.models') for home in set(m._MODULES.values())]"
)

# What a process runs, and whether it needs the interpreter of the other clients.
_STARTS = {
    "bare": ("pass", False),
    "requests": ("import requests", False),
    "vt_sdk": ("import vt_sdk", False),
    "first typed report": (
        _READ + "import requests, vt_sdk; vt_sdk.parse(raw, vt_sdk.models.File).stats.malicious",
        False,
    ),
    "requests + json.loads": (_READ + "import requests, json; json.loads(raw)", False),
    "vt-py's first object": (
        _READ + "import vt, json; vt.Object.from_dict(json.loads(raw)['data']).last_analysis_stats",
        True,
    ),
    "all modules of models": (_ALL_MODELS, False),
    "all models built": (
        _ALL_MODELS + "; from vt_sdk.core.model import VTModel; "
        "[c._ensure_built() for n in m._MODULES "
        "if isinstance(c := getattr(m, n), type) and issubclass(c, VTModel)]",
        False,
    ),
}


def _above_bare(*names: str) -> list[dict[str, float]]:
    """Return for each round the CPU seconds of fresh processes, less those of the interpreter."""
    peers = str(ensure_peers())
    runs = []
    with tempfile.NamedTemporaryFile(suffix=".json") as stream:
        stream.write(report(30_000))
        stream.flush()
        for _ in range(ROUNDS * TRIES + 1):
            run = {}
            for name in ("bare", *names):
                code, foreign = _STARTS[name]
                run[name] = _cpu_of(peers if foreign else sys.executable, code, stream.name)
            runs.append(run)
    rounds = []
    for number in range(1, len(runs), TRIES):  # the first run fills the caches
        least = {name: min(r[name] for r in runs[number : number + TRIES]) for name in runs[0]}
        rounds.append({name: least[name] - least["bare"] for name in names})
    return rounds


def _over(rounds: list[dict[str, float]], above: str, below: str) -> list[float]:
    return [seconds[above] / seconds[below] for seconds in rounds]


def bench_start() -> list[Row]:
    """Measure imports and the first report, in CPU time."""
    first, theirs, plain = "first typed report", "vt-py's first object", "requests + json.loads"
    rounds = _above_bare("requests", "vt_sdk", first, theirs, plain)
    return [
        Row("import vt_sdk / import requests", _over(rounds, "vt_sdk", "requests"), 0.15, 0.05),
        Row("cold: first typed report / vt-py's", _over(rounds, first, theirs), 1.15, 1.0),
        Row("cold: first typed report / requests + json.loads", _over(rounds, first, plain)),
    ]


# --- models --------------------------------------------------------------------------------------

_VT_PY = """
import json, sys, time, vt
raw = open(sys.argv[1], "rb").read()
rounds, tries, number = map(int, sys.argv[2:])
def timed(work):
    started = time.process_time()
    for _ in range(number):
        work()
    return time.process_time() - started
def loads():
    json.loads(raw)
def typed():
    vt.Object.from_dict(json.loads(raw)["data"])
for _ in range(rounds):
    taken = [(timed(loads), timed(typed)) for _ in range(tries)]
    print(min(t for _, t in taken) / min(t for t, _ in taken))
"""

_KEPT = """
import json, sys, tracemalloc
raw = open(sys.argv[1], "rb").read()
import vt_sdk
def make():
    if sys.argv[2] == "dict":
        return json.loads(raw)
    # Bytes of its own for each, as they come from a connection.
    file = vt_sdk.parse(bytes(bytearray(raw)), vt_sdk.models.File)
    file.stats.malicious, file.attributes.names
    return file
make()
tracemalloc.start()
kept = [make() for _ in range(200)]
print(tracemalloc.get_traced_memory()[0] / len(kept))
"""

# On Linux the peak of a process counts what the one that started it held, but not across a fork.
_KEPT_MANY = """
import hashlib, json, os, resource, sys
if os.fork():
    sys.exit(os.waitstatus_to_exitcode(os.wait()[1]))
import vt_sdk
document = json.load(open(sys.argv[1], "rb"))
attributes = document["data"]["attributes"]
def make(number):
    sha256 = hashlib.sha256(b"%d" % number).hexdigest()
    document["data"]["id"] = attributes["sha256"] = sha256
    attributes["sha1"], attributes["md5"] = sha256[:40], sha256[32:]
    attributes["names"] = [f"{sha256[:8]}.exe", f"sample {number}"]
    attributes["size"] = 100_000 + number
    for place, result in enumerate(attributes["last_analysis_results"].values()):
        if place % 3 == 0:
            result["result"] = f"Trojan.{sha256[place % 32:][:12]}"
    raw = json.dumps(document).encode()
    return json.loads(raw) if sys.argv[2] == "dict" else vt_sdk.parse(raw, vt_sdk.models.File)
def peak():
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
kept = [make(0)]
before = peak()
kept += [make(number) for number in range(1, int(sys.argv[3]))]
print(peak() - before)
"""

# Prints how many modules of models an import loads, how many of heavy ones a first report loads,
# and how many models it builds of those.
_LOADED = """
import sys, vt_sdk
def loaded():
    return [name for name in sys.modules if name.startswith("vt_sdk.models.")]
print(len(loaded()))
vt_sdk.parse(open(sys.argv[1], "rb").read(), vt_sdk.models.File)
words = ("behaviour", "graph", "collection")
heavy = [name for name in loaded() if any(word in name for word in words)]
print(len(heavy))
def below(cls):
    return {cls}.union(*map(below, cls.__subclasses__()))
models = below(vt_sdk.VTModel)
print(sum(cls.__module__ in heavy and cls.__pydantic_complete__ for cls in models))
"""


def _timed(work: Callable[[], object], number: int) -> float:
    started = time.process_time()
    for _ in range(number):
        work()
    return time.process_time() - started


def _quickest(works: Sequence[Callable[[], object]], number: int) -> list[float]:
    tries = [[_timed(work, number) for work in works] for _ in range(TRIES)]
    return [min(taken) for taken in zip(*tries, strict=True)]


def _output(code: str, raw: bytes, *arguments: object, python: str = sys.executable) -> list[float]:
    """Return the numbers that a fresh interpreter prints, which is told the file of a report."""
    with tempfile.NamedTemporaryFile(suffix=".json") as stream:
        stream.write(raw)
        stream.flush()
        command = [python, "-c", code, stream.name, *map(str, arguments)]
        done = subprocess.run(command, check=True, env=ENVIRONMENT, stdout=subprocess.PIPE)
    return [float(line) for line in done.stdout.split()]


def _kept(code: str, raw: bytes, *arguments: object) -> float:
    """Return the memory of kept typed reports over that of the dicts."""
    return _output(code, raw, "typed", *arguments)[0] / _output(code, raw, "dict", *arguments)[0]


COMMENTS = json.dumps(
    {
        "data": [
            {
                "attributes": {
                    "date": 1_700_000_000 + number,
                    "html": f"Seen with <a>sample {number}</a>, in a mail of today.",
                    "tags": ["sample", f"seen{number}"],
                    "text": f"Seen with #sample {number}, in a mail of today.",
                    "votes": {"abuse": 0, "negative": 1, "positive": number},
                },
                "id": f"f-{SHA256}-{number:08x}",
                "links": {"self": f"https://www.virustotal.com/api/v3/comments/f-{number:08x}"},
                "type": "comment",
            }
            for number in range(40)
        ],
        "links": {"self": "https://www.virustotal.com/api/v3/comments?limit=40"},
        "meta": {"cursor": "CrgBCpU"},
    }
).encode()


def _some_read(raw: bytes) -> object:
    from vt_sdk import models, parse

    file = parse(raw, models.File)
    found = file.attributes
    size = getattr(found, "size", None)
    return file.id, size, found.names, found.md5, found.sha1, found.sha256, file.stats.malicious


def _results_read(raw: bytes) -> object:
    from vt_sdk import models, parse

    results = parse(raw, models.File).attributes.last_analysis_results
    return [(result.category, result.result) for result in results.values()]


def _texts_read() -> object:
    from vt_sdk import models, parse_page

    return [comment.attributes.text for comment in parse_page(COMMENTS, models.Comment)]


def _whole(raw: bytes, cls: Any) -> Any:
    """Let pydantic validate an object, all of it at once."""
    return cls.model_validate_json(raw)


def _all_read(read: Callable[[bytes, Any], Any], raw: bytes) -> int:
    """Read every value that is declared; return how many there are."""
    from vt_sdk import VTModel, models

    waiting: list[Any] = [read(raw, models.File)]
    number = 0
    while waiting:
        value = waiting.pop()
        number += 1
        if isinstance(value, VTModel):
            waiting.extend(getattr(value, name, None) for name in type(value).model_fields)
        elif isinstance(value, dict):
            waiting.extend(value.values())
        elif isinstance(value, list):
            waiting.extend(value)
    return number


def bench_models() -> list[Row]:
    """Measure loading models, and parsing and keeping reports, in CPU time and memory."""
    from vt_sdk import parse

    imported, built = "all modules of models", "all models built"
    rounds = _above_bare("requests", imported, built)
    counts = _output(_LOADED, report(30_000))
    heavy = "first file report: {} of behaviour, graph, collection"
    rows = [
        Row(
            "import all modules of models / import requests", _over(rounds, imported, "requests"), 6
        ),
        Row("import and build all models / import requests", _over(rounds, built, "requests")),
        Row("import vt_sdk: modules of models loaded", counts[0:1], 0, decimals=0),
        Row(heavy.format("modules loaded"), counts[1:2], 0, decimals=0),
        Row(heavy.format("models built"), counts[2:3], 0, decimals=0),
    ]
    for size in SIZES_KB:
        raw = report(size * 1000)
        title = f"{len(raw) / 1000:.0f} KB report"
        document: Any = json.loads(raw)
        bare = json.dumps(document["data"]).encode()
        document["data"]["attributes"]["size"] = "no number"
        drifted = json.dumps(document).encode()
        number = max(20, 5_000_000 // len(raw))
        works = (
            partial(json.loads, raw),
            partial(_some_read, raw),
            partial(_results_read, raw),
            partial(_all_read, parse, raw),
            partial(_all_read, _whole, bare),
            partial(_some_read, drifted),
        )
        typed, results, everything, repaired = [], [], [], []
        for _ in range(ROUNDS):
            loads, some, engines, every, whole, repair = _quickest(works, number)
            typed.append(some / loads)
            results.append(engines / loads)
            everything.append(every / whole)
            repaired.append(repair / loads)
        peers = str(ensure_peers())
        theirs = _output(_VT_PY, raw, ROUNDS, TRIES, max(5, number // 10), python=peers)
        against = [a / b for a, b in zip(typed, theirs, strict=True)]
        rows += [
            Row(f"{title}: statistics, hashes, names / json.loads", typed, 0.6, 0.35),
            Row(f"{title}: the same / vt-py's object", against, 0.2, 0.1),
            Row(f"{title}: the same, one of them does not fit / json.loads", repaired),
            Row(f"{title}: all engines' results / json.loads", results),
            Row(f"{title}: all values / validated whole and read", everything, 1.15, 0.9),
            Row(
                f"{title}: a kept report, as read / the dict, memory", [_kept(_KEPT, raw)], 0.5, 0.3
            ),
        ]
    comments = []
    for _ in range(ROUNDS):
        loads, texts = _quickest((partial(json.loads, COMMENTS), _texts_read), 200)
        comments.append(texts / loads)
    rows.append(Row("page of 40 comments, all texts / json.loads", comments, 2.5, 1.5))
    small = report(SIZES_KB[0] * 1000)
    peaks = [_kept(_KEPT_MANY, small, MANY) for _ in range(ROUNDS)]
    rows.append(
        Row(
            f"{MANY:,} different {SIZES_KB[0]} KB reports kept / the dicts, peak memory",
            peaks,
            1.5,
            0.6,
        )
    )
    return rows


GROUPS: dict[str, Callable[[], Iterable[Row | str]]] = {
    "start": bench_start,
    "models": bench_models,
    "wire": bench_wire,
    "async": bench_async,
    "stall": bench_stall,
    "feeds": bench_feeds,
    "faults": bench_faults,
}


def main() -> int:
    parser = argparse.ArgumentParser(description="Measure the budgets.")
    parser.add_argument("groups", nargs="*", choices=[*GROUPS, []], metavar="GROUP")
    groups = parser.parse_args().groups or list(GROUPS)
    heading()
    for group in groups:
        for line in GROUPS[group]():
            print(line, flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
