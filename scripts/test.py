"""Run all checks of the project: format, lint, fresh generated code, types, wheel, tests.

    python3 scripts/test.py              everything: some minutes on two cores
    python3 scripts/test.py --fast       without pyright, the wheel and what is marked slow, with
                                         a quarter of the examples of properties: a third of the
                                         work
    python3 scripts/test.py --fix        format and sort what can be, regenerate, then check
    python3 scripts/test.py --lane floor the tests alone, with the lowest dependencies; or with
                                         another Python that is here: 3.12, 3.13
    python3 scripts/test.py --lane engines
                                         the recipes for Ray and Spark, on clusters of this machine
    python3 scripts/test.py -- ARG…      further arguments for pytest

Needs nothing but a Python 3.11: the environments are made on the first run. The tests run beside
the other checks, three times as many at once as there are cores: many of them wait. The generated
code, pyright and the wheel are checked again when a file that they read has changed, or a version
that is installed, and until they have passed; a clean checkout remembers nothing.
"""

from _environment import ROOT, ensure_lane, ensure_peers, enter

if __name__ == "__main__":
    enter()

import argparse
import hashlib
import os
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Final, NamedTuple

# Scripts always go on in `.venv`, whichever lane starts them.
NOT_IN_LANES: Final = ("tests/scripts",)
# What the package is made of, and by what.
SOURCES: Final = ("pyproject.toml", "schemas", "scripts", "vt_sdk")
# Tests that run tools whose versions the lane of the lowest dependencies cannot have.
NOT_IN_FLOOR: Final = (
    "tests/docs",
    "tests/emulator/test_contract.py",
    "tests/typing/test_language_server.py",
)


# What passed last, by the digest of all that it read; gone with the environment.
PASSED: Final = ROOT / ".venv" / "passed"


class Check(NamedTuple):
    """A check: what it is, the command, whether it is one of the fast ones.

    One that says what it reads is not run again as long as that is what it was when it passed.
    """

    title: str
    command: Sequence[str]
    fast: bool = True
    reads: Sequence[str] = ()

    def digest(self) -> str:
        """Return the digest of what it reads: the files, the command, what is installed."""
        installed = sorted(path.name for path in (ROOT / ".venv").rglob("*.dist-info"))
        found = hashlib.sha256(repr((self.command, installed)).encode())
        for path in sorted(path for name in self.reads for path in _files(ROOT / name)):
            content = path.read_bytes()
            found.update(f"{path.relative_to(ROOT)} {len(content)}\n".encode() + content)
        return found.hexdigest()


def _files(place: Path) -> Iterator[Path]:
    """Yield the files of a folder, or one file; not what Python has compiled."""
    for path in place.rglob("*") if place.is_dir() else [place]:
        if path.is_file() and path.parent.name != "__pycache__":
            yield path


def run(check: Check, *, aside: bool = False) -> bool:
    """Run one check and say how it went; aside, what it prints waits until it is over."""
    if not check.reads:
        return _run(check, aside=aside)
    digest, passed = check.digest(), PASSED / check.title.replace(" ", "_")
    if passed.exists() and passed.read_text() == digest:
        print(f"── {check.title}: passed before, and nothing that it reads has changed", flush=True)
        return True
    if not _run(check, aside=aside):
        return False
    if check.digest() == digest:  # else somebody has written meanwhile
        PASSED.mkdir(exist_ok=True)
        passed.write_text(digest)
    return True


def _run(check: Check, *, aside: bool) -> bool:
    started = time.monotonic()
    if not aside:
        print(f"── {check.title}", flush=True)
    pipe = subprocess.PIPE if aside else None
    done = subprocess.run(check.command, cwd=ROOT, stdout=pipe, stderr=subprocess.STDOUT)
    verdict = "ok" if done.returncode == 0 else f"FAILED with exit code {done.returncode}"
    took = f"{verdict} in {time.monotonic() - started:.1f} s"
    said = done.stdout.decode(errors="replace") if aside and done.returncode else ""
    print(f"── {check.title}: {took}\n{said}" if aside else f"   {took}", flush=True)
    return done.returncode == 0


def main() -> int:
    parser = argparse.ArgumentParser(description="Run all checks of the project.")
    parser.add_argument("--fast", action="store_true", help="leave out what takes long")
    parser.add_argument("--fix", action="store_true", help="repair what can be repaired first")
    parser.add_argument(
        "--lane", metavar="NAME", help="floor, engines, 3.12 or 3.13: the tests there"
    )
    parser.add_argument("pytest", nargs="*", metavar="ARG", help="further arguments for pytest")
    options = parser.parse_args()
    python = sys.executable
    os.environ["VT_SDK_PEERS_PYTHON"] = str(ensure_peers())
    pytest = ["-m", "pytest", "-q", "-p", "tests.forks", "--forks", str(3 * (os.cpu_count() or 1))]
    if options.fast:
        pytest += ["-m", "not slow", "--hypothesis-profile", "fast"]
    if options.lane == "engines":
        # What these libraries warn about themselves is not ours to mend.
        chosen = ["-o", "filterwarnings=", "tests/jobs/test_engines.py", *options.pytest]
        lane = [str(ensure_lane("engines")), "-m", "pytest", "-q", *chosen]
        return 0 if run(Check("tests, engines", lane)) else 1
    if options.lane:
        apart = NOT_IN_LANES + (NOT_IN_FLOOR if options.lane == "floor" else ())
        ignored = [f"--ignore={path}" for path in apart]
        lane = [str(ensure_lane(options.lane)), *pytest, *ignored, *options.pytest]
        return 0 if run(Check(f"tests, {options.lane}", lane)) else 1
    if options.fix:
        run(Check("repair: generated code", [python, "scripts/generate.py"]))
        run(Check("repair: lint", [python, "-m", "ruff", "check", "--fix", "--quiet", "."]))
        run(Check("repair: format", [python, "-m", "ruff", "format", "--quiet", "."]))
    tests = Check("tests", [python, *pytest, *options.pytest])
    beside = [
        Check("format", [python, "-m", "ruff", "format", "--check", "--quiet", "."]),
        Check("lint", [python, "-m", "ruff", "check", "--quiet", "."]),
        Check("generated code", [python, "scripts/generate.py", "--check"], reads=SOURCES),
        Check("mypy --strict", [python, "scripts/check_types.py", "mypy"]),
        Check(
            "pyright",
            [python, "scripts/check_types.py", "pyright"],
            fast=False,
            reads=[*SOURCES, "docs", "tests"],
        ),
        Check(
            "the built wheel",
            [python, "scripts/check_wheel.py"],
            fast=False,
            reads=[*SOURCES, "README.md"],
        ),
        Check(
            "the documentation",
            [python, "scripts/docs.py", "--check"],
            fast=False,
            reads=[*SOURCES, "CHANGELOG.md", "docs"],
        ),
    ]
    with ThreadPoolExecutor(1) as other:
        chosen = [check for check in beside if check.fast or not options.fast]
        running = [other.submit(run, check, aside=True) for check in chosen]
        results = [run(tests), *(future.result() for future in running)]
    print("all checks passed" if all(results) else f"{results.count(False)} checks failed")
    return 0 if all(results) else 1


if __name__ == "__main__":
    sys.exit(main())
