"""Make what of `vt_sdk` is generated.

`models`, `operations` and `_data` are made from `schemas/`, `aio` from the synchronous client.

    python3 scripts/generate.py            write the four folders
    python3 scripts/generate.py --check    prove that the committed ones are fresh; write nothing

Both run the same code into a temporary folder; `--check` then compares whole trees, byte by byte,
missing and extra files too. Of `_data`, the errors alone are committed.
"""

from _environment import ROOT, enter

if __name__ == "__main__":
    enter()

import argparse
import filecmp
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from _generate_async import write_async
from _generate_models import write_models
from _generate_operations import write_operations
from _package_data import write_data

GENERATED = ("models", "operations", "_data", "aio")

COMMAND = "python3 scripts/generate.py"


def format_code(folder: Path) -> None:
    """Sort imports and format, by the project's own settings."""
    settings = ["--config", str(ROOT / "pyproject.toml"), "--quiet", "--no-cache", str(folder)]
    ruff = [sys.executable, "-m", "ruff"]
    subprocess.run([*ruff, "check", "--fix-only", "--select", "I,F401", *settings], check=True)
    subprocess.run([*ruff, "format", *settings], check=True)


def generate(target: Path) -> None:
    """Write the three folders below `target`, which stands for `vt_sdk`."""
    write_models(target / "models", COMMAND)
    write_operations(target / "operations", COMMAND)
    format_code(target / "models")
    format_code(target / "operations")
    write_data(target / "_data")
    write_async(target / "aio", ROOT / "vt_sdk", target, COMMAND)
    format_code(target / "aio")


def differences(fresh: Path, committed: Path) -> list[str]:
    """Return the files in which two trees differ, with what is wrong."""

    def files(folder: Path) -> set[Path]:
        paths = (p for p in folder.rglob("*") if p.is_file() and "__pycache__" not in p.parts)
        return {path.relative_to(folder) for path in paths}

    wanted, there = files(fresh), files(committed)
    return sorted(
        [f"missing  {path}" for path in wanted - there]
        + [f"extra    {path}" for path in there - wanted]
        + [
            f"differs  {path}"
            for path in wanted & there
            if not filecmp.cmp(fresh / path, committed / path, shallow=False)
        ]
    )


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description="Make generated code from schemas/.")
    parser.add_argument("--check", action="store_true", help="compare, write nothing")
    check = parser.parse_args(arguments).check
    with tempfile.TemporaryDirectory() as temporary:
        fresh = Path(temporary) / "vt_sdk"
        fresh.mkdir()
        generate(fresh)
        found = [
            f"{line.split()[0]:8} vt_sdk/{name}/{line.split()[1]}"
            for name in GENERATED
            for line in differences(fresh / name, ROOT / "vt_sdk" / name)
        ]
        if check:
            print("\n".join(found) or "generated code is fresh")
            return 1 if found else 0
        for name in GENERATED:
            shutil.rmtree(ROOT / "vt_sdk" / name, ignore_errors=True)
            shutil.copytree(fresh / name, ROOT / "vt_sdk" / name)
        print("\n".join(found) or "nothing changed")
        return 0


if __name__ == "__main__":
    sys.exit(main())
