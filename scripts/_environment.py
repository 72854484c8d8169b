"""The environments of the project: made when they are missing, reused when they still fit.

Scripts need nothing but a Python: they call `enter()` first, which makes `.venv` with all that
development takes and starts the script again in it.
"""

import hashlib
import os
import subprocess
import sys
import venv
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent

# The official client and the seed, for tests that run them as child processes. They have an
# environment of their own, since the seed's wheel installs a top-level package `tests`.
_PEERS = ("vt-py==0.22.0", "vtapi3==1.2.1")


def python_of(folder: Path) -> Path:
    """Give the interpreter of an environment."""
    return folder / ("Scripts/python.exe" if os.name == "nt" else "bin/python")


def _ensure(name: str, requirements: tuple[str, ...]) -> Path:
    """Make an environment that holds the requirements, unless it does already."""
    folder = ROOT / name
    python = python_of(folder)
    wanted = hashlib.sha256(
        "\n".join(
            (sys.version, *requirements, (ROOT / "pyproject.toml").read_text("utf-8"))
        ).encode()
    ).hexdigest()
    stamp = folder / "stamp"
    if python.exists() and stamp.exists() and stamp.read_text() == wanted:
        return python
    print(
        f"making {name} (once, and after a change of pyproject.toml) …", file=sys.stderr, flush=True
    )
    venv.create(folder, clear=True, with_pip=True)
    install = [str(python), "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    # Stable output for programs that read it: what pip has to say goes to standard error.
    subprocess.run([*install, *requirements], check=True, cwd=ROOT, stdout=sys.stderr)
    stamp.write_text(wanted)
    return python


def ensure_development() -> Path:
    """Make `.venv` with the project and all its tools; give its interpreter."""
    return _ensure(".venv", ("--editable", ".[dev]"))


def ensure_peers() -> Path:
    """Make `.venv-peers` with the other clients; give its interpreter."""
    return _ensure(".venv-peers", _PEERS)


def enter() -> None:
    """Go on in `.venv`, made if need be: the running script is started again in it."""
    if sys.version_info < (3, 11):
        sys.exit("Python 3.11 or newer is needed")
    python = ensure_development()
    if Path(sys.prefix).resolve() == (ROOT / ".venv").resolve():
        return
    # The caller's environment must not reach into ours.
    environment = {k: v for k, v in os.environ.items() if k not in ("PYTHONPATH", "PYTHONHOME")}
    if os.name == "nt":
        sys.exit(subprocess.run([str(python), *sys.argv], env=environment).returncode)
    os.execve(python, [str(python), *sys.argv], environment)
