"""The environments of the project: made when they are missing, reused when they still fit.

Scripts need nothing but a Python: they call `enter()` first, which makes `.venv` with all that
development takes and starts the script again in it.
"""

import hashlib
import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path
from typing import Any

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

# What makes and checks the generated code, and what fuzzes, needs newer ones than the lowest.
_NOT_IN_FLOOR = (
    *("basedpyright", "datamodel-code-generator", "mypy", "pydantic", "ruff", "schemathesis"),
    "vt-sdk",  # the project itself, with all that is newest
)


# What the recipes for other engines are run with; half a gigabyte, and so in no other environment.
# Ray 2.60 ends where one of its own processes takes more than 15 seconds to start, and no setting
# changes that: too little for a machine that does much else.
_ENGINES = ("pyspark>=4.0", "ray[data]>=2.50,<2.51")


def python_of(folder: Path) -> Path:
    """Return the interpreter of an environment."""
    return folder / ("Scripts/python.exe" if os.name == "nt" else "bin/python")


def _project() -> dict[str, Any]:
    project: dict[str, Any] = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    return project


def _needs(*extras: str) -> list[str]:
    """Return what the package needs with these extras, those that they name themselves included.

    The package itself is never asked for by its name, which another one may have in an index.
    """
    project = _project()
    found, named = list(project["dependencies"]), list(extras)
    for extra in named:
        for need in project["optional-dependencies"][extra]:
            own = re.fullmatch(rf"{project['name']}\[(.+)\]", need)
            if own:
                named += [name for name in own[1].split(",") if name not in named]
            elif need not in found:
                found.append(need)
    return found


def _ensure(
    name: str,
    *steps: tuple[str, ...],
    project: object = None,
    base: str = "",
    is_small: bool = False,
) -> Path:
    """Make an environment that holds the requirements, unless it does already.

    Args:
        name: its folder.
        steps: what to install, one step after the other.
        project: what else it depends on.
        base: the interpreter to make it with, empty for the one that runs.
        is_small: whether nobody will install anything else in it.
    """
    folder = ROOT / name
    python = python_of(folder)
    if folder.is_symlink():  # lent, and so its lender's to make: it would be cleared there
        return python
    requirements = [requirement for step in steps for requirement in step]
    described = json.dumps([base or sys.version, requirements, project], sort_keys=True)
    wanted = hashlib.sha256(described.encode()).hexdigest()
    stamp = folder / "stamp"

    def fits() -> bool:
        return python.exists() and stamp.exists() and stamp.read_text() == wanted

    if fits():
        return python
    with _alone():
        if fits():  # made meanwhile
            return python
        print(
            f"making {name}: once, and when the dependencies change …", file=sys.stderr, flush=True
        )
        # Its own takes seconds, and 25 MB.
        borrows_pip = is_small and find_spec("pip") is not None
        options = ["--clear", *(["--without-pip"] if borrows_pip else [])]
        subprocess.run([base or sys.executable, "-m", "venv", *options, str(folder)], check=True)
        pip = [str(python), "-m", "pip"]
        if borrows_pip:
            pip = [sys.executable, "-m", "pip", "--python", str(python)]
        # Errors only, and those not on the standard output, which is for programs to read.
        install = [*pip, "install", "-qq", "--disable-pip-version-check"]
        for step in steps:
            subprocess.run([*install, *step], check=True, cwd=ROOT, stdout=sys.stderr)
        stamp.write_text(wanted)
    return python


@contextmanager
def _alone() -> Iterator[None]:
    """Make environments one at a time, whichever script wants them; not so on Windows."""
    if os.name == "nt":
        yield
        return
    import fcntl

    root = os.open(ROOT, os.O_RDONLY)
    try:
        fcntl.flock(root, fcntl.LOCK_EX)
        yield
    finally:
        os.close(root)


def ensure_development() -> Path:
    """Make `.venv` with the project and all its tools; give its interpreter."""
    return _ensure(".venv", ("--editable", ".[dev]"), project=_project())


def ensure_demonstration() -> Path:
    """Make `.venv-demo` with what the demonstration needs, and no more; give its interpreter."""
    return _ensure(".venv-demo", (*_needs("cli", "emulator"), *_build_needs()), is_small=True)


def _build_needs() -> list[str]:
    """Return what the data of the package is made with."""
    found: list[str] = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["build-system"][
        "requires"
    ]
    return [need for need in found if not need.startswith("hatchling")]


def ensure_wheel() -> Path:
    """Make `.venv-wheel` with what the wheel and a check of it need; give its interpreter."""
    dev = _project()["optional-dependencies"]["dev"]
    tools = [need for need in dev if need.startswith(("basedpyright", "mypy", "pytest>"))]
    return _ensure(".venv-wheel", (*_needs("cli", "emulator"), *tools))


def ensure_peers() -> Path:
    """Make `.venv-peers` with the other clients; give its interpreter."""
    return _ensure(".venv-peers", _PEERS)


def ensure_lane(name: str) -> Path:
    """Make `.venv-<name>`: lowest dependencies, other engines, another Python; see `test.py`."""
    if name == "engines":
        return _ensure(".venv-engines", ("--editable", ".[dev]", *_ENGINES), project=_project())
    if name != "floor":
        development = ("--editable", ".[dev]")
        return _ensure(f".venv-{name}", development, project=_project(), base=_interpreter(name))
    extras = dict(_project()["optional-dependencies"])
    dev = extras.pop("dev")
    lowest = tuple(re.sub(r">=([\w.]+).*", r"==\1", need) for need in _needs(*extras))
    tools = tuple(need for need in dev if not need.startswith(_NOT_IN_FLOOR))
    return _ensure(".venv-floor", (*lowest, *tools), ("--no-deps", "--editable", "."))


def _interpreter(version: str) -> str:
    """Find another Python: beside the one that runs, as version managers keep them, or by name."""
    name = f"python{version}"
    beside = sorted(Path(sys.base_prefix).parent.glob(f"{version}.*/bin/{name}"))
    for candidate in (*map(str, beside), shutil.which(name)):
        if candidate and not subprocess.run([candidate, "-c", ""], capture_output=True).returncode:
            return candidate
    sys.exit(f"{name} is not on this machine")


def enter(ensure: Callable[[], Path] = ensure_development) -> None:
    """Go on in an environment, made if need be: the running script is started again in it.

    Args:
        ensure: makes the environment and gives its interpreter. `.venv` does for all scripts: where
            it stands, no other one is made.
    """
    is_standing = (ROOT / ".venv" / "stamp").exists() or (ROOT / ".venv").is_symlink()
    python = ensure_development() if is_standing else ensure()
    # Whoever wants no compiled code kept would have each child process compile all of it again.
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    if Path(sys.prefix).resolve() == python.parent.parent.resolve():
        from _package_data import ensure as ensure_data  # what it imports is there from here on

        ensure_data()
        sys.path.insert(1, str(ROOT))  # not every environment has the package
        return
    # The caller's environment must not reach into ours.
    environment = {k: v for k, v in os.environ.items() if k not in ("PYTHONPATH", "PYTHONHOME")}
    if os.name == "nt":
        sys.exit(subprocess.run([str(python), *sys.argv], env=environment).returncode)
    os.execve(python, [str(python), *sys.argv], environment)
