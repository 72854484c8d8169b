"""The environments of the project: made when they are missing, reused when they still fit.

Scripts need nothing but a Python: they call `enter()` first, which makes `.venv` with all that
development takes and starts the script again in it.
"""

import hashlib
import json
import os
import subprocess
import sys
import venv
from pathlib import Path

if sys.version_info < (3, 11):
    sys.exit("Python 3.11 or newer is needed")

import tomllib

ROOT = Path(__file__).resolve().parent.parent

# The official client, the seed and a third client, for tests and measurements that run them as
# child processes. They have an environment of their own, since the seed's wheel installs a
# top-level package `tests`. The third differs in its two versions by nothing but its number.
_PEERS = (
    "vt-py==0.22.0",
    "vtapi3==1.2.1",
    "virustotal-python==1.1.0; python_version >= '3.12'",
    "virustotal-python==1.0.2; python_version < '3.12'",
)


def python_of(folder: Path) -> Path:
    """Give the interpreter of an environment."""
    return folder / ("Scripts/python.exe" if os.name == "nt" else "bin/python")


def _ensure(name: str, requirements: tuple[str, ...], project: object = None) -> Path:
    """Make an environment that holds the requirements, unless it does already."""
    folder = ROOT / name
    python = python_of(folder)
    described = json.dumps([sys.version, requirements, project], sort_keys=True)
    wanted = hashlib.sha256(described.encode()).hexdigest()
    stamp = folder / "stamp"
    if python.exists() and stamp.exists() and stamp.read_text() == wanted:
        return python
    print(f"making {name}: once, and when the dependencies change …", file=sys.stderr, flush=True)
    venv.create(folder, clear=True, with_pip=True)
    # Errors only, and those not on the standard output, which is for programs to read.
    install = [str(python), "-m", "pip", "install", "-qq", "--disable-pip-version-check"]
    subprocess.run([*install, *requirements], check=True, cwd=ROOT, stdout=sys.stderr)
    stamp.write_text(wanted)
    return python


def ensure_development() -> Path:
    """Make `.venv` with the project and all its tools; give its interpreter."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    return _ensure(".venv", ("--editable", ".[dev]"), project)


def ensure_wheel() -> Path:
    """Make `.venv-wheel` with what the wheel and a check of it need; give its interpreter."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    extras = project["optional-dependencies"]
    tools = [need for need in extras["dev"] if need.startswith(("basedpyright", "mypy", "pytest>"))]
    return _ensure(
        ".venv-wheel", (*project["dependencies"], *extras["cli"], *extras["emulator"], *tools)
    )


def ensure_peers() -> Path:
    """Make `.venv-peers` with the other clients; give its interpreter."""
    return _ensure(".venv-peers", _PEERS)


def enter() -> None:
    """Go on in `.venv`, made if need be: the running script is started again in it."""
    python = ensure_development()
    if Path(sys.prefix).resolve() == (ROOT / ".venv").resolve():
        return
    # The caller's environment must not reach into ours.
    environment = {k: v for k, v in os.environ.items() if k not in ("PYTHONPATH", "PYTHONHOME")}
    if os.name == "nt":
        sys.exit(subprocess.run([str(python), *sys.argv], env=environment).returncode)
    os.execve(python, [str(python), *sys.argv], environment)
