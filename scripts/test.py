"""Run all checks of the project: format, lint, fresh generated code, types, wheel, tests.

    python3 scripts/test.py              everything, in the order of what fails fastest
    python3 scripts/test.py --fix        format and sort what can be, regenerate, then check
    python3 scripts/test.py -- ARG…      everything, with further arguments for pytest

Needs nothing but a Python 3.11: the environments are made on the first run.
"""

from _environment import ROOT, ensure_peers, enter

if __name__ == "__main__":
    enter()

import argparse
import os
import subprocess
import sys
import time
from collections.abc import Sequence


def run(title: str, command: Sequence[str], **environment: str) -> bool:
    """Run one check and say how it went."""
    print(f"── {title}", flush=True)
    started = time.monotonic()
    code = subprocess.run(command, cwd=ROOT, env={**os.environ, **environment}).returncode
    verdict = "ok" if code == 0 else f"FAILED with exit code {code}"
    print(f"   {verdict} in {time.monotonic() - started:.1f} s", flush=True)
    return code == 0


def main() -> int:
    parser = argparse.ArgumentParser(description="Run all checks of the project.")
    parser.add_argument("--fix", action="store_true", help="repair what can be repaired first")
    parser.add_argument("pytest", nargs="*", metavar="ARG", help="further arguments for pytest")
    options = parser.parse_args()
    peers = str(ensure_peers())
    python = sys.executable
    if options.fix:
        run("repair: generated code", [python, "scripts/generate.py"])
        run("repair: lint", [python, "-m", "ruff", "check", "--fix", "--quiet", "."])
        run("repair: format", [python, "-m", "ruff", "format", "--quiet", "."])
    results = [
        run("format", [python, "-m", "ruff", "format", "--check", "--quiet", "."]),
        run("lint", [python, "-m", "ruff", "check", "--quiet", "."]),
        run("generated code", [python, "scripts/generate.py", "--check"]),
        run("mypy --strict", [python, "-m", "mypy"]),
        run("pyright", [python, "-m", "basedpyright"]),
        run("the built wheel", [python, "scripts/check_wheel.py"]),
        run("tests", [python, "-m", "pytest", *options.pytest], VT_SDK_PEERS_PYTHON=peers),
    ]
    print("all checks passed" if all(results) else f"{results.count(False)} checks failed")
    return 0 if all(results) else 1


if __name__ == "__main__":
    sys.exit(main())
