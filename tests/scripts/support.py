"""Running the scripts as child processes, on a copy of the repository where they write."""

import importlib
import io
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import redirect_stderr, redirect_stdout
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]

_SECONDS = 120


def run(
    script: str, *arguments: str | Path, root: Path = ROOT, **environment: str
) -> "subprocess.CompletedProcess[str]":
    """Run a script with this interpreter; its output is captured."""
    inherited = {k: v for k, v in os.environ.items() if k not in ("VT_API_KEY", "VT_BASE_URL")}
    return subprocess.run(
        [sys.executable, str(root / "scripts" / script), *map(str, arguments)],
        capture_output=True,
        text=True,
        timeout=_SECONDS,
        env={**inherited, **environment},
        check=False,
    )


def run_here(script: str, *arguments: str | Path) -> "subprocess.CompletedProcess[str]":
    """Run a script in this process, where it need not be loaded each time."""
    out, err = io.StringIO(), io.StringIO()
    with pytest.MonkeyPatch.context() as patch, redirect_stdout(out), redirect_stderr(err):
        patch.syspath_prepend(ROOT / "scripts")
        patch.setattr(sys, "argv", [script, *map(str, arguments)])
        try:
            code = int(importlib.import_module(script.removesuffix(".py")).main() or 0)
        except SystemExit as ended:
            code = int(ended.code or 0)
    return subprocess.CompletedProcess(arguments, code, out.getvalue(), err.getvalue())


@pytest.fixture
def checkout(tmp_path: Path) -> Iterator[Path]:
    """Return a copy of what the generator reads and writes, with the environment of this one."""
    root = tmp_path / "checkout"
    for name in ("schemas", "scripts", "vt_sdk"):
        # With what has been compiled: what is copied is as old as what it was made of.
        shutil.copytree(ROOT / name, root / name)
    shutil.copy(ROOT / "pyproject.toml", root)
    (root / ".venv").symlink_to(sys.prefix, target_is_directory=True)
    yield root
    (root / ".venv").unlink()
