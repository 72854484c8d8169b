"""Public names and imports: what is there, where it lives, what importing it loads."""

import ast
import importlib
import inspect
import json
import pkgutil
import types
import typing
from pathlib import Path
from typing import Any

import pytest

import vt_sdk
from tests.support import ROOT, run_python
from vt_sdk import VirusTotal, VirusTotalAPI, models

PACKAGE = ROOT / "vt_sdk"
# What the core and the transports need; the extras import what they like.
EXTRAS = {"caching.py", "cli", "emulator", "jobs", "ratelimit", "telemetry.py"}
EXTRAS |= {"_sharing.py", "misp.py", "stix.py"}
PLAIN = [
    path
    for path in sorted(PACKAGE.rglob("*.py"))
    if path.relative_to(PACKAGE).parts[0] not in EXTRAS
]
LOADED = "import json, sys; print(json.dumps(sorted(sys.modules)))"


def loaded_by(code: str) -> set[str]:
    return set(json.loads(run_python(f"{code}\n{LOADED}")))


@pytest.fixture(autouse=True)
def _on_first_use(monkeypatch: pytest.MonkeyPatch) -> None:
    """Leave out what the shell may say; child processes have the environment of the test."""
    monkeypatch.delenv("VT_SDK_EAGER", raising=False)


# --- what an import loads ------------------------------------------------------------------------


@pytest.mark.parametrize(
    "code", ["import vt_sdk", "import vt_sdk.models", "dir(__import__('vt_sdk'))"]
)
def test_an_import_loads_next_to_nothing(code: str) -> None:
    loaded = loaded_by(code)
    assert not loaded & {"pydantic", "pydantic_core", "requests", "urllib3", "typing", "asyncio"}
    ours = {name for name in loaded if name.startswith("vt_sdk")}
    lists = {"vt_sdk.operations", "vt_sdk.operations._names"}
    registry = {"vt_sdk.core", "vt_sdk.core.registry"}  # where the models register themselves
    assert ours <= {"vt_sdk", "vt_sdk._version", "vt_sdk.models", *lists, *registry}


@pytest.mark.slow
@pytest.mark.parametrize(
    ("code", "unloaded"),
    [
        ("from vt_sdk import VTStatus; VTStatus(404).phrase", {"pydantic", "requests"}),
        ("from vt_sdk import NotFoundError", {"pydantic", "requests"}),
        ("from vt_sdk import parse; parse(b'{\"data\": 5}')", {"requests", "urllib3"}),
        ("from vt_sdk.models import File", {"requests", "vt_sdk.models.url", "vt_sdk.api"}),
        ("from vt_sdk import VirusTotal; VirusTotal('k').files", {"requests", "vt_sdk.models.url"}),
        ("import vt_sdk.emulator", {"starlette", "uvicorn", "pydantic"}),
        ("import vt_sdk.emulator.pytest_plugin", {"starlette", "uvicorn", "pydantic", "requests"}),
    ],
)
def test_a_name_loads_what_it_needs_only(code: str, unloaded: set[str]) -> None:
    assert not loaded_by(code) & unloaded


@pytest.mark.slow
def test_every_model_imports_and_builds_in_a_fresh_process() -> None:
    code = """
from vt_sdk import models
from vt_sdk.core.model import VTModel
names = [n for n in models.__all__ if isinstance(getattr(models, n), type)]
for name in names:
    cls = getattr(models, name)
    if issubclass(cls, VTModel):
        cls._ensure_built()
        assert cls.__pydantic_complete__, name
print(len(names))
"""
    assert int(run_python(code)) > 100


@pytest.mark.slow
def test_every_module_can_come_first() -> None:
    # Import cycles show in whichever module is loaded first. One process that forgets the modules
    # beside it each time does: none of what stands elsewhere leads back to them.
    modules = sorted(
        f"vt_sdk.{part}.{path.stem}"
        for part in ("core", "models", "operations", "resources", "transports")
        for path in (PACKAGE / part).glob("*.py")
        if path.stem != "__init__"
    )
    code = """
import gc, importlib, sys, traceback
gc.disable()  # a quarter of the work, for a process that ends soon
for name in sys.argv[1:]:
    beside, _, _ = name.rpartition(".")
    for loaded in [m for m in sys.modules if f"{m}.".startswith(f"{beside}.")]:
        del sys.modules[loaded]
    try:
        importlib.import_module(name)
    except Exception:
        print(f"{name} cannot come first:", traceback.format_exc(), sep="\\n")
"""
    assert len(modules) > 120
    assert run_python(code, *modules) == ""


@pytest.mark.slow
def test_sixteen_threads_build_models_at_once() -> None:
    code = """
import threading
from concurrent.futures import ThreadPoolExecutor
from vt_sdk import parse
barrier = threading.Barrier(16)
types = ["file", "url", "domain", "ip_address"]
def work(i):
    barrier.wait(30)
    return type(parse({"data": {"type": types[i % 4], "id": "x", "attributes": {}}})).__name__
with ThreadPoolExecutor(16) as pool:
    found = list(pool.map(work, range(16)))
assert found == ["File", "URL", "Domain", "IPAddress"] * 4, found
"""
    run_python(code)


# --- all at once ---------------------------------------------------------------------------------


@pytest.mark.slow
def test_everything_is_loaded_at_once_if_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("VT_SDK_EAGER", "1")
    dotted = [".".join(path.relative_to(ROOT).with_suffix("").parts) for path in PLAIN]
    expected = {name.removesuffix(".__init__") for name in dotted} - {"vt_sdk.__main__"}
    expected -= {"vt_sdk.transports.aiohttp_transport"}  # of an extra
    assert len([name for name in expected if name.startswith("vt_sdk.models.")]) > 100
    loaded = loaded_by("import vt_sdk")
    assert expected - loaded == set()
    assert {"pydantic", "requests"} <= loaded
    assert not loaded & {"vt_sdk.cli", "vt_sdk.emulator", "typer", "starlette", "jsonschema_rs"}
    assert expected - loaded_by("import vt_sdk.models") == set()


@pytest.mark.parametrize("value", ["", "0"])
def test_nothing_is_loaded_at_once_else(value: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("VT_SDK_EAGER", value)
    assert "vt_sdk.models" not in loaded_by("import vt_sdk")


@pytest.mark.slow
def test_models_loaded_at_once_are_built_and_parse_in_threads(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("VT_SDK_EAGER", "1")
    code = """
import sys, threading, vt_sdk
from concurrent.futures import ThreadPoolExecutor
from vt_sdk import models
found = [vars(models)[name] for name in models._MODULES]  # there without `__getattr__`
classes = [c for c in found if isinstance(c, type) and issubclass(c, vt_sdk.VTModel)]
for cls in classes:
    cls._ensure_built()
    assert cls.__pydantic_complete__, cls
ours = {name for name in sys.modules if name.startswith("vt_sdk")}
types = list(models.OBJECT_TYPES)
barrier = threading.Barrier(16)
def parse(start):
    barrier.wait(30)
    for type in types[start:] + types[:start]:
        parsed = vt_sdk.parse({"data": {"type": type, "id": "x", "attributes": {}}})
        assert parsed.__class__ is models.object_class(type), (type, parsed)
        assert parsed.to_dict()["type"] == type
    return len(types)
with ThreadPoolExecutor(16) as pool:
    assert list(pool.map(parse, range(16))) == [len(types)] * 16
assert ours == {name for name in sys.modules if name.startswith("vt_sdk")}
print(len(classes), len(types))
"""
    classes, types = map(int, run_python(code).split())
    assert classes > 300
    assert types > 30


# --- the lazy tables -----------------------------------------------------------------------------


def type_checking_imports(module: types.ModuleType) -> dict[str, str]:
    """Return the public names that type checkers see, each with the module it comes from."""
    assert module.__file__ is not None
    tree = ast.parse(Path(module.__file__).read_text("utf-8"))
    found: dict[str, str] = {}
    for node in tree.body:
        if isinstance(node, ast.If) and ast.unparse(node.test) == "TYPE_CHECKING":
            for statement in node.body:
                assert isinstance(statement, ast.ImportFrom)
                source = "." * statement.level + (statement.module or "")
                for alias in statement.names:
                    if alias.name == "*":
                        found |= type_checking_imports(importlib.import_module(source))
                    if alias.asname:  # the form that exports a name
                        assert alias.asname == alias.name
                        found[alias.name] = source
    return found


@pytest.mark.parametrize("module", [vt_sdk, models])
def test_the_lists_of_names_agree(module: types.ModuleType) -> None:
    seen = type_checking_imports(module)
    table: dict[str, str] = vars(module)["_MODULES"]
    if module is vt_sdk:
        assert seen.pop("models") == "vt_sdk"
        assert table["models"] == "vt_sdk.models"
        table = {name: home for name, home in table.items() if name != "models"}
    assert seen == table
    public = set(vars(module)["__all__"])
    assert len(public) == len(vars(module)["__all__"])
    eager = {"__version__", "models"} if module is vt_sdk else {"object_class"}
    assert public - set(table) <= eager
    assert set(table) <= public
    assert public <= set(dir(module))
    assert len(dir(module)) == len(set(dir(module)))


@pytest.mark.parametrize("module", [vt_sdk, models])
def test_every_public_name_can_be_got(module: types.ModuleType) -> None:
    for name in vars(module)["__all__"]:
        assert getattr(module, name) is not None
        assert getattr(module, name) is getattr(module, name)
    namespace: dict[str, Any] = {}
    exec(f"from {module.__name__} import *", namespace)  # as a user might write it
    assert set(vars(module)["__all__"]) <= set(namespace)


@pytest.mark.parametrize("name", ["vt_sdk", "vt_sdk.models"])
def test_an_unknown_name(name: str) -> None:
    module = importlib.import_module(name)
    message = f"module '{name}' has no attribute 'no_such_name'"
    with pytest.raises(AttributeError, match=message):
        module.no_such_name  # noqa: B018  # reading it is the test
    assert not hasattr(module, "no_such_name")


@pytest.mark.parametrize("name", ["File", "FileAttributes", "FileRelationship", "PEInfo"])
def test_a_model_asked_for_in_the_package_itself(name: str) -> None:
    # As a user writes it: no other way of importing gives the message of a from-import.
    with pytest.raises(ImportError, match=f"use `from vt_sdk.models import {name}`") as caught:
        exec(f"from vt_sdk import VirusTotal, {name}")
    assert caught.value.name == "vt_sdk"
    with pytest.raises(AttributeError, match=f"use `vt_sdk.models.{name}`"):
        getattr(vt_sdk, name)
    assert not hasattr(vt_sdk, name)
    assert name not in dir(vt_sdk)


def test_a_name_that_nothing_has_is_refused_as_ever() -> None:
    with pytest.raises(ImportError, match=r"cannot import name 'Fil' from 'vt_sdk' \("):
        exec("from vt_sdk import Fil")


def test_classes_say_where_they_live() -> None:
    for name, home in vars(vt_sdk)["_MODULES"].items():
        found = getattr(vt_sdk, name)
        if inspect.isclass(found) and name not in ("Transport",):
            assert found.__module__ == home, name


def test_modules_keep_their_promises() -> None:
    for info in pkgutil.walk_packages(vt_sdk.__path__, "vt_sdk."):
        if ".emulator" in info.name or ".cli" in info.name:
            continue
        module = importlib.import_module(info.name)
        assert module.__doc__, info.name
        for name in getattr(module, "__all__", ()):
            assert hasattr(module, name), (info.name, name)


# --- hints ---------------------------------------------------------------------------------------


def public_methods(cls: type) -> list[tuple[str, Any]]:
    return [
        (name, getattr(cls, name))
        for name in dir(cls)
        if not name.startswith("_")
        and callable(getattr(cls, name))
        and getattr(getattr(cls, name), "__module__", "").startswith("vt_sdk")
    ]


GROUPS = [
    VirusTotalAPI,
    *(
        getattr(vt_sdk, n)
        for n in sorted(dir(vt_sdk))
        if n.startswith("VirusTotalAPI") and n not in ("VirusTotalAPI", "VirusTotalAPIError")
    ),
]


@pytest.mark.parametrize("cls", [*GROUPS, VirusTotal, vt_sdk.Page])
def test_hints_of_all_public_methods_resolve(cls: type) -> None:
    methods = public_methods(cls)
    assert methods
    for name, method in [*methods, ("__init__", inspect.getattr_static(cls, "__init__"))]:
        if inspect.isclass(method):  # the constants of the seed are no methods
            continue
        hints = typing.get_type_hints(method)
        assert "return" in hints, name
        parameters = set(inspect.signature(method).parameters) - {"self"}
        assert parameters <= set(hints), name
    for name, value in inspect.getmembers(cls, lambda x: isinstance(x, property)):
        if not name.startswith("_"):
            assert "return" in typing.get_type_hints(value.fget), name


def test_hints_of_the_public_functions_resolve() -> None:
    assert typing.get_type_hints(vt_sdk.parse)["strict"] is bool
    assert "document" in typing.get_type_hints(vt_sdk.parse_page)
    for overload in typing.get_overloads(vt_sdk.parse):
        assert "document" in typing.get_type_hints(overload)


@pytest.mark.parametrize("cls", GROUPS[1:])
def test_hints_of_all_overloads_resolve(cls: type) -> None:
    for name, method in public_methods(cls):
        for overload in typing.get_overloads(method):
            assert "return" in typing.get_type_hints(overload), name


@pytest.mark.parametrize("cls", [*GROUPS, VirusTotal])
def test_every_public_method_is_documented(cls: type) -> None:
    for name, method in public_methods(cls):
        if not inspect.isclass(method):
            assert inspect.getdoc(method), name
        assert name not in ("list", "filter", "type")


def test_the_package_is_marked_as_typed() -> None:
    assert (PACKAGE / "py.typed").exists()
    assert vt_sdk.__version__ == importlib.import_module("vt_sdk._version").__version__
