"""Compare the public surface with an earlier one: what breaks programs must be in the changelog.

    python3 scripts/check_surface.py            against the newest release, by its tag
    python3 scripts/check_surface.py COMMIT     against any other commit

Public is what `__all__` names, of the package and of the modules that users import from. Names,
bases, members and parameters that are gone break programs, and so do parameters that have moved,
are needed or have another literal as their default. The changelog says so where a line that the
commit did not have names it `like this`, or the class of a member, or the function of a parameter.
"""

from _environment import ROOT, enter

if __name__ == "__main__":
    enter()

import argparse
import io
import json
import os
import re
import subprocess
import sys
import tarfile
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple, TypedDict

import griffe

# What users import from, beside the package itself.
_MODULES = (
    *("bulk", "caching", "emulator", "enrichment", "events", "indicators", "misp", "models"),
    *("query", "stix", "tables", "telemetry", "verdicts"),
)

# Prints the public names of a checkout: where each is defined, and what it derives from.
_LISTING = """
import importlib.util, inspect, json, sys

found = {}
for module in ("vt_sdk", *(f"vt_sdk.{name}" for name in sys.argv[1:])):
    if importlib.util.find_spec(module):
        holder = importlib.import_module(module)
        for name in getattr(holder, "__all__", ()):
            value = getattr(holder, name)
            is_defined = inspect.isclass(value) or inspect.isfunction(value)
            bases = inspect.getmro(value)[1:] if inspect.isclass(value) else ()
            found[f"{module}.{name}"] = {
                "home": f"{value.__module__}.{value.__qualname__}" if is_defined else "",
                "bases": [f"{base.__module__}.{base.__qualname__}" for base in bases],
            }
print(json.dumps(found))
"""


class Break(NamedTuple):
    """What earlier programs rely on and no longer can: where it is, and what has become of it."""

    path: str
    what: str
    names: frozenset[str]
    """Those of which the changelog must have one."""


class _Name(TypedDict):
    home: str
    bases: list[str]


class Surface:
    """The public names of a checkout, and what they are."""

    def __init__(self, folder: Path) -> None:
        environment = {**os.environ, "PYTHONPATH": str(folder), "VT_SDK_EAGER": "0"}
        command = [sys.executable, "-c", _LISTING, *_MODULES]
        listed = subprocess.check_output(command, cwd=folder, env=environment)
        self.names: dict[str, _Name] = json.loads(listed)
        package = griffe.load("vt_sdk", search_paths=[folder], try_relative_path=False)
        self._modules = package.modules_collection

    def bases(self, path: str) -> set[str]:
        """Return what a class derives from, as far as users can name it."""
        homes = {name["home"] for name in self.names.values()}
        return {
            base.rpartition(".")[2]
            for base in self.names[path]["bases"]
            if base in homes or base.startswith(("builtins.", "collections."))
        }

    def alone(self, path: str) -> griffe.Module:
        """Return a module that holds one name, or none where it is no class and no function."""
        module, _, name = path.rpartition(".")
        holder, home = griffe.Module(module), self.names[path]["home"]
        if home.startswith("vt_sdk."):
            holder.set_member(name, griffe.Alias(name, self._modules[home]))
        return holder


def breaks(old: Surface, new: Surface) -> Iterator[Break]:
    """Yield what breaks; what several classes inherit comes with the first of them."""
    seen = set()
    for path in old.names:
        own = path.rpartition(".")[2]
        if path not in new.names:
            yield Break(path, "is gone", frozenset([own]))
            continue
        if lost := old.bases(path) - new.bases(path):
            what = f"derives no longer from {', '.join(sorted(lost))}"
            yield Break(path, what, frozenset([own]))
        for found in griffe.find_breaking_changes(old.alone(path), new.alone(path)):
            values = (found.old_value, found.new_value)
            parameters = [one for one in values if isinstance(one, griffe.Parameter)]
            parameter = parameters[0].name if parameters else ""
            member = found.obj.name
            key = (found.obj.canonical_path, found.kind, parameter)
            if key in seen or not _is_break(found.kind, parameters):
                continue
            seen.add(key)
            where = path if member == own else f"{path}.{member}"
            inner = {parameter} if parameter else {own}
            outer = {own} if member == "__init__" else {member}
            what = f"{found.kind.value.lower()} {parameter}".rstrip()
            yield Break(where, what, frozenset(inner | outer))


def _is_break(kind: griffe.BreakageKind, parameters: list[griffe.Parameter]) -> bool:
    if kind is griffe.BreakageKind.PARAMETER_CHANGED_DEFAULT:  # an expression may mean the same
        return all(isinstance(parameter.default, str) for parameter in parameters)
    # Bases are compared above: here they are those that are written down, private ones too.
    return kind is not griffe.BreakageKind.CLASS_REMOVED_BASE


def said_since(commit: str) -> set[str]:
    """Return the words of code in the lines of the changelog that a commit did not have."""
    shown = subprocess.run(["git", "show", f"{commit}:CHANGELOG.md"], cwd=ROOT, capture_output=True)
    before = set(shown.stdout.decode().splitlines())  # none where it had no changelog
    lines = (ROOT / "CHANGELOG.md").read_text("utf-8").splitlines()
    added = "\n".join(line for line in lines if line not in before)
    return {word for code in re.findall(r"`([^`]+)`", added) for word in re.findall(r"\w+", code)}


def main() -> int:
    parser = argparse.ArgumentParser(description="Compare the public surface with an earlier one.")
    parser.add_argument("commit", nargs="?", help="any commit; else the newest tag of a release")
    newest = ["git", "describe", "--tags", "--abbrev=0", "--match=v*"]
    commit = (
        parser.parse_args().commit or subprocess.check_output(newest, cwd=ROOT, text=True).strip()
    )
    packed = subprocess.check_output(["git", "archive", commit, "vt_sdk"], cwd=ROOT)
    with tempfile.TemporaryDirectory() as temporary:
        with tarfile.open(fileobj=io.BytesIO(packed)) as archive:
            archive.extractall(temporary, filter="data")
        found = list(breaks(Surface(Path(temporary)), Surface(ROOT)))
    words = said_since(commit)
    for one in found:
        print("said  " if one.names & words else "UNSAID", one.path, one.what)
    unsaid = sum(not one.names & words for one in found)
    print(f"{len(found)} breaks since {commit}, {unsaid} of them not in CHANGELOG.md")
    return 1 if unsaid else 0


if __name__ == "__main__":
    sys.exit(main())
