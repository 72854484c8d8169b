"""Who imports what, and what the core must not touch: read from the sources, nothing is run."""

import ast
import functools
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.support import ROOT

PACKAGE = ROOT / "vt_sdk"
SOURCES = sorted(PACKAGE.rglob("*.py"))
CORE = sorted((PACKAGE / "core").rglob("*.py"))
# Public modules that the core is made with: what it raises, tells and counts.
GROUND = {"core", "errors", "events", "status", "_extras", "_version"}
# What is generated for the client and for the front stands in the folder of the operations; the
# front of `bulk` has the names of jobs, which stand above the client.
ELSEWHERE = {"bulk": "jobs", "operations._groups": "client", "operations._names": "vt_sdk"}
# What classes of the core promise to hold; only type checkers ask for it by its module.
PROMISED = {
    "objects.py": {"vt_sdk.models.common.descriptor_context"},
    "analysis.py": {
        "vt_sdk.models.common.analysis_stats",
        "vt_sdk.models.common.engine_result",
        "vt_sdk.models.parts.gti_assessment",
    },
    "errors.py": {"vt_sdk.bulk.ledger"},
}
# What the core and the transports need; the extras import what they like.
EXTRAS = {
    "_redis.py",
    "caching.py",
    "cli",
    "emulator",
    "indicators.py",
    "jobs",
    "misp.py",
    "ratelimit",
    "stix.py",
    "tables.py",
    "telemetry.py",
}
PLAIN = [path for path in SOURCES if path.relative_to(PACKAGE).parts[0] not in EXTRAS]

# What computes and does nothing else. `importlib`, `io`, `os` and `time` are not among it.
PURE = {
    *("abc", "base64", "binascii", "collections", "contextlib", "contextvars", "copy"),
    *("dataclasses", "datetime"),
    *("email", "enum", "errno", "functools", "html", "idna", "ipaddress", "itertools", "json"),
    *("math", "pydantic", "pydantic_core", "random", "re", "types", "typing", "urllib"),
}
# What of a module with more to it the core may use.
ALLOWED = {
    "inspect": {"iscoroutinefunction"},
    "os": {"register_at_fork"},
    "sys": {"modules"},
    "threading": {"Lock", "RLock", "TIMEOUT_MAX"},
    "urllib": {"parse"},
    "warnings": {"warn"},
}
OURS = PURE | ALLOWED.keys() | {"vt_sdk"}
# What touches the world without an import: files, the terminal, other code, the clock.
FORBIDDEN = {"__import__", "breakpoint", "eval", "exec", "input", "open", "print"}
CLOCKS = {"datetime.now", "datetime.today", "datetime.utcnow", "date.today"}


def modules() -> dict[str, Path]:
    dotted = {".".join(path.relative_to(ROOT).with_suffix("").parts): path for path in SOURCES}
    return {name.removesuffix(".__init__"): path for name, path in dotted.items()}


MODULES = modules()


@functools.cache
def tree_of(path: Path) -> ast.Module:
    return ast.parse(path.read_text("utf-8"))


def imports(path: Path, *, at_run_time: bool = False) -> Iterator[str]:
    """Yield all modules that a file imports: inside functions and, mostly, for checkers too."""
    package = path.relative_to(ROOT).parent.parts
    waiting: list[ast.AST] = [tree_of(path)]
    while waiting:
        node = waiting.pop()
        if at_run_time and isinstance(node, ast.If) and ast.unparse(node.test) == "TYPE_CHECKING":
            waiting.extend(node.orelse)
            continue
        waiting.extend(ast.iter_child_nodes(node))
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            base = package[: len(package) - node.level + 1] if node.level else ()
            source = ".".join([*base, *filter(None, [node.module])])
            inner = [f"{source}.{alias.name}" for alias in node.names]
            found = [name for name in inner if name in MODULES]
            yield from found
            if len(found) < len(inner) and source not in PROMISED.get(path.name, ()):
                yield source


def place(module: str) -> str:
    """Return the folder, or the module at the top, that a module of the package is in.

    The asynchronous twin is a house of its own, with places like those of the other one.
    """
    inner = module.removeprefix("vt_sdk.")
    if inner.startswith("aio."):
        return f"aio.{place(inner.removeprefix('aio.'))}"
    top = ELSEWHERE.get(inner) or inner.partition(".")[0]
    return "core" if top in GROUND else top


def roots(found: set[str]) -> set[str]:
    return {name.partition(".")[0] for name in found}


# --- the core ------------------------------------------------------------------------------------


@pytest.mark.slow
def test_the_core_stands_on_nothing() -> None:
    for path in [*CORE, *(PACKAGE / f"{name}.py" for name in GROUND - {"core"})]:
        ours = {name for name in imports(path) if name.partition(".")[0] == "vt_sdk"}
        assert {place(name) for name in ours} <= {"core"}, path


def impurities(tree: ast.AST) -> Iterator[str]:
    """Yield what a module does besides computing."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            for module in (alias.name for alias in node.names):
                root, _, inner = module.partition(".")
                if root not in OURS or (inner and inner not in ALLOWED.get(root, {inner})):
                    yield module
        elif isinstance(node, ast.ImportFrom):
            root, _, inner = (node.module or "").partition(".")
            members = {inner} if inner else {alias.name for alias in node.names}
            if root not in OURS or not members <= ALLOWED.get(root, members):
                yield ast.unparse(node)
        elif isinstance(node, ast.Attribute):
            owner, whole = ast.unparse(node.value), ast.unparse(node)
            if node.attr not in ALLOWED.get(owner, {node.attr}) or whole in CLOCKS:
                yield whole
        elif isinstance(node, ast.Name) and node.id in FORBIDDEN:
            yield node.id


@pytest.mark.parametrize("path", [*CORE, PACKAGE / "errors.py", PACKAGE / "events.py"], ids=str)
def test_the_core_is_pure(path: Path) -> None:
    assert [*impurities(tree_of(path))] == []


@pytest.mark.parametrize(
    "code",
    [
        *("import requests", "import asyncio", "from time import monotonic", "import socket"),
        *("from threading import Thread", "threading.Thread(target=f)", "import threading, queue"),
        *("os.environ['A']", "from os import environ", "os.getpid()", "import os.path"),
        *("open('a')", "from pathlib import Path", "print('a')", "sys.stdin.read()"),
        *("datetime.now(UTC)", "import importlib", "import urllib.request", "import bz2"),
        *("def f():\n    import select", "from urllib import request"),
    ],
)
def test_what_is_not_pure_is_seen(code: str) -> None:
    assert [*impurities(ast.parse(code))]


# --- the house -----------------------------------------------------------------------------------


@pytest.mark.slow
def test_there_is_no_circle() -> None:
    """Between two places there is one direction at most, however far the way is."""
    # The front loads by name what it is asked for; what imports it says that it uses the package.
    graph: dict[str, set[str]] = {}
    for name, path in MODULES.items():
        if name != "vt_sdk":
            ours = {m for m in imports(path) if m.startswith("vt_sdk.")}
            graph.setdefault(place(name), set()).update(map(place, ours))
    assert {"core", "models", "operations", "resources", "transports"} <= graph.keys()
    left = {here: beyond - {here} for here, beyond in graph.items()}
    while bottom := {here for here, beyond in left.items() if not beyond & left.keys()}:
        left = {here: beyond for here, beyond in left.items() if here not in bottom}
    assert left == {}


@pytest.mark.slow
def test_only_the_transports_import_a_library_for_http() -> None:
    libraries = {"aiohttp", "requests", "urllib3"}
    importing = [path for path in PLAIN if roots({*imports(path)}) & libraries]
    assert {path.parent for path in importing} == {PACKAGE / "transports"}


@pytest.mark.slow
def test_only_declared_dependencies_are_imported() -> None:
    allowed = {"idna", "pydantic", "pydantic_core", "requests", "urllib3", "vt_sdk"}
    # The extra `async`; yarl makes the addresses that aiohttp takes.
    asynchronous = {"aiohttp", "certifi", "yarl"}
    for path in PLAIN:
        found = roots({*imports(path, at_run_time=True)}) - sys.stdlib_module_names
        extra = asynchronous if path.parent == PACKAGE / "transports" else set()
        assert found <= allowed | extra, path
