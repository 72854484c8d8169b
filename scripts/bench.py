"""Measure the budgets side by side with requests, `json.loads` and the official client.

    python3 scripts/bench.py            all groups
    python3 scripts/bench.py start      importing, and the first typed report of a process
    python3 scripts/bench.py models     parsing, repairing and keeping reports

Every figure is a ratio of two things measured in the same run, in interleaved rounds: the median,
with the lowest and highest round. Reports are composed of this project's own samples; where real
ones are at hand (`VT_SDK_SAMPLES`), those next in size are taken.
"""

from _environment import ROOT, ensure_peers, enter

if __name__ == "__main__":
    enter()

import argparse
import json
import os
import platform
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from importlib import metadata
from pathlib import Path
from statistics import median
from typing import Any

ROUNDS = 5
SIZES_KB = (15, 30, 100)

# Bytecode is cached, as it is for an installed package.
_ENVIRONMENT = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}


@dataclass(frozen=True)
class Row:
    """One line of the table: what, the ratio of each round, and the budget."""

    what: str
    ratios: Sequence[float]
    must: float | None = None
    aim: float | None = None

    def __str__(self) -> str:
        middle = median(self.ratios)
        spread = f"{min(self.ratios):.2f}-{max(self.ratios):.2f}"
        must = "" if self.must is None else f"{self.must:.2f}"
        aim = "" if self.aim is None else f"{self.aim:.2f}"
        verdict = "" if self.must is None else "ok" if middle <= self.must * 1.05 else "MISSED"
        return f"{self.what:68} {middle:6.2f} {spread:>12} {must:>5} {aim:>5} {verdict}"


def heading() -> None:
    machine = (
        f"{platform.python_implementation()} {platform.python_version()}, {os.cpu_count()} CPUs"
    )
    packages = ", ".join(f"{n} {metadata.version(n)}" for n in ("pydantic", "requests"))
    print(f"{machine}; {packages}; median of {ROUNDS} interleaved rounds")
    print(f"{'':68} {'ratio':>6} {'spread':>12} {'must':>5} {'aim':>5}")


# --- documents -----------------------------------------------------------------------------------


def _own_report(size: int) -> bytes:
    """Compose a report of about a size from the project's own samples."""
    folder = ROOT / "schemas" / "samples" / "file"
    document = json.loads((folder / "report.json").read_text("utf-8"))
    attributes = document["data"]["attributes"]
    engine = next(iter(attributes["last_analysis_results"].values()))
    attributes["last_analysis_results"] = {
        f"Engine {n:02}": {**engine, "engine_name": f"Engine {n:02}"} for n in range(72)
    }
    for path in sorted(folder.glob("report_*.json")):
        if len(json.dumps(document)) >= size:
            break
        further = json.loads(path.read_text("utf-8"))["data"]["attributes"]
        document["data"]["attributes"] = attributes = {**further, **attributes}
    lists = [key for key, value in attributes.items() if isinstance(value, list) and value]
    while len(json.dumps(document)) < size:
        for key in lists:
            attributes[key] = attributes[key] + attributes[key][:4]
    return json.dumps(document).encode()


def report(size: int) -> bytes:
    """Give a file report of about a size, a real one if there is one within a tenth of it."""
    folder = Path(os.environ.get("VT_SDK_SAMPLES", ROOT.parent / "shared" / "samples")) / "file"
    found = [json.loads(path.read_text("utf-8")) for path in folder.glob("*.json")]
    real = [
        json.dumps(document if "data" in document else {"data": document}).encode()
        for document in found
        if "last_analysis_results" in document.get("data", document).get("attributes", {})
    ]
    near = [raw for raw in real if abs(len(raw) - size) < size / 10]
    return min(near, key=lambda raw: abs(len(raw) - size)) if near else _own_report(size)


# --- starting ------------------------------------------------------------------------------------


def _cpu_of(python: str, code: str, *arguments: str) -> float:
    """Give the CPU seconds of a fresh interpreter that runs a piece of code."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run([python, "-c", code, *arguments], check=True, env=_ENVIRONMENT, cwd="/")
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return (after.ru_utime - before.ru_utime) + (after.ru_stime - before.ru_stime)


_READ = "import sys; raw = open(sys.argv[1], 'rb').read(); "

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
}


def bench_start() -> list[Row]:
    """Measure imports and the first report, in CPU time with the bare interpreter subtracted."""
    peers = str(ensure_peers())
    with tempfile.NamedTemporaryFile(suffix=".json") as stream:
        stream.write(report(30_000))
        stream.flush()
        rounds: list[dict[str, float]] = []
        for number in range(ROUNDS * 3 + 1):
            taken = {
                name: _cpu_of(peers if foreign else sys.executable, code, stream.name)
                for name, (code, foreign) in _STARTS.items()
            }
            if number:  # the first one fills the caches
                rounds.append({name: taken[name] - taken["bare"] for name in taken})

    def ratios(above: str, below: str) -> list[float]:
        # One process is too short to be measured alone: a round is the sum of three.
        return [
            sum(r[above] for r in rounds[i : i + 3]) / sum(r[below] for r in rounds[i : i + 3])
            for i in range(0, len(rounds), 3)
        ]

    first = "first typed report"
    return [
        Row("import vt_sdk / import requests", ratios("vt_sdk", "requests"), 0.15, 0.05),
        Row("cold: first typed report / vt-py's", ratios(first, "vt-py's first object"), 1.3, 1.05),
        Row(
            "cold: first typed report / requests + json.loads",
            ratios(first, "requests + json.loads"),
        ),
    ]


# --- models --------------------------------------------------------------------------------------

_VT_PY = """
import json, sys, time, vt
raw = open(sys.argv[1], "rb").read()
rounds, number = int(sys.argv[2]), int(sys.argv[3])
def timed(work):
    started = time.process_time()
    for _ in range(number):
        work()
    return time.process_time() - started
for _ in range(rounds):
    loads = timed(lambda: json.loads(raw))
    print(timed(lambda: vt.Object.from_dict(json.loads(raw)["data"])) / loads)
"""

_KEPT = """
import json, sys, tracemalloc
raw = open(sys.argv[1], "rb").read()
import vt_sdk
def make():
    return json.loads(raw) if sys.argv[2] == "dict" else vt_sdk.parse(raw, vt_sdk.models.File)
make()
tracemalloc.start()
kept = [make() for _ in range(200)]
print(tracemalloc.get_traced_memory()[0] / len(kept))
"""


def _timed(work: Callable[[], object], number: int) -> float:
    started = time.process_time()
    for _ in range(number):
        work()
    return time.process_time() - started


def _output(python: str, code: str, *arguments: str) -> list[float]:
    done = subprocess.run(
        [python, "-c", code, *arguments], check=True, env=_ENVIRONMENT, stdout=subprocess.PIPE
    )
    return [float(line) for line in done.stdout.split()]


def bench_models() -> list[Row]:
    """Measure parsing and keeping reports, in CPU time and memory."""
    from pydantic_core import SchemaValidator

    from vt_sdk import models, parse
    from vt_sdk.core.decode import _envelope

    peers = str(ensure_peers())
    rows = []
    for size in SIZES_KB:
        raw = report(size * 1000)
        title = f"{len(raw) / 1000:.0f} KB report"
        document: Any = json.loads(raw)
        document["data"]["attributes"]["size"] = "no number"
        drifted = json.dumps(document).encode()
        plain: SchemaValidator = _envelope(models.File, False)
        number = max(20, 3_000_000 // len(raw))
        typed, repaired, tolerant = [], [], []
        for _ in range(ROUNDS):
            loads = _timed(partial(json.loads, raw), number)
            ours = _timed(partial(parse, raw, models.File), number)
            bare = _timed(partial(plain.validate_json, raw), number)
            repair = _timed(partial(parse, drifted, models.File), number)
            typed.append(ours / loads)
            tolerant.append(ours / bare)
            repaired.append(repair / ours)
        with tempfile.NamedTemporaryFile(suffix=".json") as stream:
            stream.write(raw)
            stream.flush()
            theirs = _output(peers, _VT_PY, stream.name, str(ROUNDS), str(max(5, number // 10)))
            kept = _output(sys.executable, _KEPT, stream.name, "typed")[0]
            plain_kept = _output(sys.executable, _KEPT, stream.name, "dict")[0]
        against = [a / b for a, b in zip(typed, theirs, strict=True)]
        rows += [
            Row(f"{title}: typed parse / json.loads", typed, 1.8, 1.3),
            Row(f"{title}: typed parse / vt-py's object", against, 0.5, 0.2),
            Row(f"{title}: tolerant parse of clean data / plain pydantic", tolerant, 1.10, 1.03),
            Row(f"{title}: repair of one bad value / clean parse", repaired, 3.0, 2.2),
            Row(f"{title}: a kept typed report / the dict, memory", [kept / plain_kept], 1.5, 0.6),
        ]
    return rows


GROUPS: dict[str, Callable[[], list[Row]]] = {"start": bench_start, "models": bench_models}


def main() -> int:
    parser = argparse.ArgumentParser(description="Measure the budgets.")
    parser.add_argument("groups", nargs="*", choices=[*GROUPS, []], metavar="GROUP")
    groups = parser.parse_args().groups or list(GROUPS)
    heading()
    for group in groups:
        for row in GROUPS[group]():
            print(row, flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
