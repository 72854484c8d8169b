"""What the groups of measurements share: the rows of the table, child processes, documents."""

import json
import os
import platform
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path
from statistics import median
from typing import Any

from _environment import ROOT

ROUNDS = 5

SHA256 = "275a021bbfb6489e54d471899f7db9d1663fc695ec2fe2a2c4538aabf651fd0f"

# Bytecode is cached, as it is for an installed package, and everything is loaded on first use.
_CHANGED = ("PYTHONDONTWRITEBYTECODE", "VT_SDK_EAGER", "VT_API_KEY")
ENVIRONMENT = {k: v for k, v in os.environ.items() if k not in _CHANGED}


@dataclass(frozen=True)
class Row:
    """One line of the table: what, the figure of each round, and the budget."""

    what: str
    figures: Sequence[float]
    must: float | None = None
    aim: float | None = None
    decimals: int = 2

    def __str__(self) -> str:
        def shown(figure: float | None) -> str:
            return "" if figure is None else f"{figure:.{self.decimals}f}"

        middle = median(self.figures)
        spread = f"{shown(min(self.figures))}-{shown(max(self.figures))}"
        verdict = "" if self.must is None else "ok" if middle <= self.must * 1.05 else "MISSED"
        budget = f"{shown(self.must):>5} {shown(self.aim):>5}"
        return f"{self.what:68} {shown(middle):>6} {spread:>12} {budget} {verdict}".rstrip()


def heading() -> None:
    machine = (
        f"{platform.python_implementation()} {platform.python_version()}, {os.cpu_count()} CPUs"
    )
    packages = ", ".join(f"{n} {metadata.version(n)}" for n in ("pydantic", "requests"))
    print(f"{machine}; {packages}; median of {ROUNDS} interleaved rounds")
    print(f"{'':68} {'figure':>6} {'spread':>12} {'must':>5} {'aim':>5}")


# --- processes -----------------------------------------------------------------------------------


class Child:
    """A program in its own process, asked and answering line by line."""

    def __init__(self, process: "subprocess.Popen[str]") -> None:
        self._process = process

    def line(self) -> str:
        """Return the next line that the program prints."""
        assert self._process.stdout
        said = self._process.stdout.readline()
        if not said:
            raise RuntimeError(f"{self._process.args!r} ended with {self._process.wait(10)}")
        return said.rstrip("\n")

    def ask(self, question: str = "") -> str:
        """Send a line and give the one that comes back."""
        assert self._process.stdin
        self._process.stdin.write(question + "\n")
        self._process.stdin.flush()
        return self.line()


def _pin(process: int, *, serves: bool) -> None:
    """Let a server have the last processor, and what is measured the others."""
    if hasattr(os, "sched_setaffinity") and len(all_ := sorted(os.sched_getaffinity(0))) > 1:
        os.sched_setaffinity(process, all_[-1:] if serves else all_[:-1])


def load() -> str:
    """Return what else the machine does, for beside the figures."""
    return "load " + " ".join(f"{average:.2f}" for average in os.getloadavg())


@contextmanager
def child(
    script: str,
    *arguments: object,
    python: str | Path = sys.executable,
    serves: bool | None = None,
) -> Iterator[Child]:
    """Run a script beside this one; at the end it is told to stop by the end of its input.

    Args:
        script: its name.
        arguments: what it is told.
        python: the interpreter.
        serves: whether it is the server of a measurement or one of its clients, each of which has
            processors of its own; None for neither.
    """
    process = subprocess.Popen(
        [str(python), str(ROOT / "scripts" / script), *map(str, arguments)],
        env=ENVIRONMENT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert process.stdin
    assert process.stdout
    if serves is not None:
        _pin(process.pid, serves=serves)
    try:
        yield Child(process)
    finally:
        process.stdin.close()
        try:
            process.wait(10)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait(10)
        process.stdout.close()


# --- documents -----------------------------------------------------------------------------------


def sample(path: str) -> dict[str, Any]:
    """Return one of the project's own samples."""
    document: dict[str, Any] = json.loads((ROOT / "schemas" / "samples" / path).read_text("utf-8"))
    return document


def _own_report(size: int) -> bytes:
    """Compose a report of about a size from the project's own samples."""
    folder = ROOT / "schemas" / "samples" / "file"
    document = sample("file/report.json")
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


def real_objects(kind: str) -> list[dict[str, Any]]:
    """Return the analysed objects of a kind among the real samples, if there are any at hand."""
    folder = Path(os.environ.get("VT_SDK_SAMPLES", ROOT.parent / "shared" / "samples")) / kind
    found = [json.loads(path.read_text("utf-8")) for path in sorted(folder.glob("*.json"))]
    objects = [document.get("data", document) for document in found]
    return [
        item
        for item in objects
        if isinstance(item, dict) and "last_analysis_results" in item.get("attributes", {})
    ]


def report(size: int) -> bytes:
    """Return a file report of about a size, a real one if there is one within a tenth of it."""
    real = [json.dumps({"data": item}).encode() for item in real_objects("file")]
    near = [raw for raw in real if abs(len(raw) - size) < size / 10]
    return min(near, key=lambda raw: abs(len(raw) - size)) if near else _own_report(size)
