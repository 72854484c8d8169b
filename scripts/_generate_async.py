"""Write `vt_sdk/aio`: the asynchronous twin of the client, its groups and their operations.

The twin has the source of the synchronous classes, changed by rules over their syntax tree:

- A method that asks the service (`ASKING`, or another such method) becomes `async def`, and each
  call of one is awaited.
- Names of what has a twin of its own change: the classes themselves, and `RENAMED`.
- What is no class of this kind (constants, flows, types) is not written twice but imported.

So a method is written once, and what it does is a flow that both run.
"""

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Final, NamedTuple

# What runs a flow.
ASKING: Final = frozenset({"_call", "_download", "run"})

# Methods of another name in the twin, which are asynchronous in any case.
PROTOCOLS: Final = {"close": "aclose", "__enter__": "__aenter__", "__exit__": "__aexit__"}

# What was written by hand for event loops: the name here, and where it is.
RENAMED: Final = {
    "Batch": ("AsyncBatch", "vt_sdk.bulk.async_batch"),
    "Feed": ("AsyncFeed", "vt_sdk.bulk.async_feeds"),
    "Page": ("AsyncPage", "vt_sdk.core.async_paging"),
    "SyncConnection": ("AsyncConnection", "vt_sdk.drivers.aio"),
    "LastCall": ("LastCall", "vt_sdk.drivers.aio"),
    "Sleeping": ("Sleeping", "vt_sdk.drivers.aio"),
    "gathered": ("gathered", "vt_sdk.bulk.async_batch"),
    "run": ("run", "vt_sdk.drivers.aio"),
    "sleep": ("sleep", "vt_sdk.drivers.aio"),
    "read_anything": ("read_anything", "vt_sdk.core.async_readers"),
    "read_descriptors": ("read_descriptors", "vt_sdk.core.async_readers"),
    "read_mixed_page": ("read_mixed_page", "vt_sdk.core.async_readers"),
    "read_page": ("read_page", "vt_sdk.core.async_readers"),
    "read_related": ("read_related", "vt_sdk.core.async_readers"),
    "Transport": ("AsyncTransport", "vt_sdk.transports"),
    "Session": ("ClientSession", "vt_sdk.transports"),
}

# What else differs, in docstrings and in code.
DOCSTRINGS: Final = (
    ("calling thread", "calling task"),
    ("the thread's", "the task's"),
    ("a session of requests, or of a library that extends it,", "a session of aiohttp"),
    ("with vt.feeds", "async with vt.feeds"),
    ("for file in feed", "async for file in feed"),
)
CODE: Final = tuple(
    (f"{name}: Iterable[str]", f"{name}: Iterable[str] | AsyncIterable[str]")
    for name in ("ids", "texts")
)

BASES: Final = ("Configured", "VirusTotalAPI")


class Source(NamedTuple):
    """A module of the synchronous client."""

    name: str
    text: str
    tree: ast.Module

    @property
    def classes(self) -> Iterator[ast.ClassDef]:
        """All classes at its top level."""
        return (node for node in self.tree.body if isinstance(node, ast.ClassDef))


def _sources(package: Path, generated: Path) -> list[Source]:
    paths = [package / "api.py", package / "client.py"]
    paths += sorted([*generated.glob("operations/*.py"), *package.glob("resources/*.py")])
    found = []
    for path in paths:
        root = generated if path.is_relative_to(generated) else package
        name = ".".join(("vt_sdk", *path.relative_to(root).with_suffix("").parts))
        text = path.read_text("utf-8")
        found.append(Source(name, text, ast.parse(text)))
    return found


def _named(node: ast.expr) -> str:
    return ast.unparse(node).rpartition(".")[2]


def _twins(sources: list[Source]) -> dict[str, ast.ClassDef]:
    """Return the classes that have a twin: the bases and all that derive from them."""
    all_classes = {each.name: each for source in sources for each in source.classes}
    found = {name: all_classes[name] for name in BASES}
    while more := {
        name: each
        for name, each in all_classes.items()
        if name not in found and any(_named(base) in found for base in each.bases)
    }:
        found |= more
    return found


def _functions(owner: ast.ClassDef) -> Iterator[ast.FunctionDef]:
    return (node for node in owner.body if isinstance(node, ast.FunctionDef))


def _asked(node: ast.AST) -> Iterator[ast.Call]:
    """Yield the calls of a method's own body, not those of functions that it hands over."""
    for child in ast.iter_child_nodes(node):
        if isinstance(child, (ast.FunctionDef, ast.Lambda)):
            continue
        if isinstance(child, ast.Call):
            yield child
        yield from _asked(child)


def _is_asking(call: ast.Call, asking: frozenset[str]) -> bool:
    called = call.func
    if isinstance(called, ast.Attribute):
        of_self = ast.unparse(called.value) in ("self", "super()", "self._group()")
        return of_self and called.attr in asking
    return isinstance(called, ast.Name) and called.id in ("gathered", "run")


def _asking(twins: dict[str, ast.ClassDef]) -> frozenset[str]:
    """Return the names of all methods that ask the service, by themselves or by others."""
    found = ASKING
    while True:
        more = {
            method.name
            for each in twins.values()
            for method in _functions(each)
            if any(_is_asking(call, found) for call in _asked(method))
        }
        if more <= found:
            return found
        found |= more


class _Edits:
    """Replacements in a text, by the places of a syntax tree."""

    def __init__(self, text: str) -> None:
        self._lines = text.splitlines(keepends=True)
        self._found: dict[int, list[tuple[int, int, bytes]]] = {}

    def replace(self, line: int, begin: int, end: int, text: str) -> None:
        """Replace bytes of a line; its number counts from 1."""
        self._found.setdefault(line, []).append((begin, end, text.encode()))

    def lines(self, first: int, last: int) -> str:
        """Return lines as they are now."""
        result = []
        for number in range(first, last + 1):
            line = self._lines[number - 1].encode()
            for begin, end, text in sorted(self._found.get(number, []), reverse=True):
                line = line[:begin] + text + line[end:]
            result.append(line.decode())
        return "".join(result)


def _make_asynchronous(owner: ast.ClassDef, edits: _Edits, asking: frozenset[str]) -> None:
    """Have methods that ask the service awaited, and await them."""
    for method in _functions(owner):
        is_asking = method.name in asking or method.name in PROTOCOLS
        if not is_asking or any(_named(each) != "overload" for each in method.decorator_list):
            continue  # a property has the name of such a method
        edits.replace(method.lineno, method.col_offset, method.col_offset, "async ")
        if new := PROTOCOLS.get(method.name):
            begin = method.col_offset + len("def ")
            edits.replace(method.lineno, begin, begin + len(method.name), new)
        for call in _asked(method):
            called = call.func
            if isinstance(called, ast.Attribute) and called.attr in PROTOCOLS:
                end = called.end_col_offset or 0
                new = PROTOCOLS[called.attr]
                edits.replace(called.end_lineno or 0, end - len(called.attr), end, new)
            elif not _is_asking(call, asking):
                continue
            edits.replace(call.lineno, call.col_offset, call.col_offset, "await ")


def _renamed(text: str, names: dict[str, str]) -> str:
    """Return source with the names of the twin; docstrings have them in what is marked as code."""
    pattern = re.compile(rf"\b(?:{'|'.join(sorted(names, key=len, reverse=True))})\b")

    def rename(code: re.Match[str]) -> str:
        return pattern.sub(lambda matched: names[matched[0]], code[0])

    parts = re.split(r'(""".*?""")', text, flags=re.DOTALL)
    for index, part in enumerate(parts):
        is_docstring = index % 2
        part = re.sub(r"`[^`]+`" if is_docstring else r"(?s).+", rename, part)
        for said, instead in DOCSTRINGS if is_docstring else CODE:
            part = re.sub(r"\s+".join(map(re.escape, said.split())), instead, part)
        # Methods import what they need when they need it.
        parts[index] = re.sub(r"from vt_sdk\.(\S+) import (\w+)", _from_its_module, part)
    return "".join(parts)


def _from_its_module(found: re.Match[str]) -> str:
    by_hand = dict(RENAMED.values()).get(found[2])
    generated = f"vt_sdk.aio.{found[1]}" if found[2].startswith("Async") else f"vt_sdk.{found[1]}"
    return f"from {by_hand or generated} import {found[2]}"


class _Import(NamedTuple):
    """Where a name comes from, and whether only checkers import it."""

    module: str
    name: str
    is_for_checkers: bool


def _statements(source: Source) -> Iterator[tuple[ast.stmt, bool]]:
    """Yield the statements of a module's top level, and whether only checkers see them."""
    for node in source.tree.body:
        if isinstance(node, ast.If):
            for_checkers = ast.unparse(node.test) == "TYPE_CHECKING"
            yield from ((inner, for_checkers) for inner in node.body)
        else:
            yield node, False


def _imports(source: Source) -> dict[str, _Import]:
    """Return what a module imports, by name."""
    found = {}
    for node, for_checkers in _statements(source):
        if isinstance(node, ast.ImportFrom):
            for each in node.names:
                found[each.asname or each.name] = _Import(
                    node.module or "", each.name, for_checkers
                )
        elif isinstance(node, ast.Import):
            for each in node.names:
                found[each.name] = _Import("", each.name, for_checkers)
    return found


def _defined(source: Source) -> set[str]:
    """Return the names that a module defines itself."""
    found: set[str] = set()
    for node, _ in _statements(source):
        if isinstance(node, (ast.FunctionDef, ast.ClassDef)):
            found.add(node.name)
        elif isinstance(node, (ast.Assign, ast.AnnAssign)):
            targets = node.targets if isinstance(node, ast.Assign) else [node.target]
            found.update(target.id for target in targets if isinstance(target, ast.Name))
    return found


def _module(
    source: Source, twins: dict[str, ast.ClassDef], asking: frozenset[str], command: str
) -> str | None:
    """Return the twin of a module, None for one that holds nothing but what both share."""
    own = [each for each in source.classes if each.name in twins]
    if not own:
        return None
    edits = _Edits(source.text)
    names = {name: f"Async{name}" for name in twins}
    names |= {name: new for name, (new, _) in RENAMED.items()}
    bodies = []
    for each in own:
        _make_asynchronous(each, edits, asking)
        first = min([each.lineno, *(node.lineno for node in each.decorator_list)])
        bodies.append(_renamed(edits.lines(first, each.end_lineno or 0), names))
    heading = (ast.get_docstring(source.tree) or "").splitlines()[0]
    made_of = source.name.replace(".", "/")
    return "\n".join(
        [
            f'"""{heading}',
            "",
            f"Do not edit: `{command}` made it from `{made_of}.py`.",
            '"""',
            "",
            *_import_lines(source, twins, set(re.findall(r"\w+", "".join(bodies))), names),
            "",
            f"__all__ = {sorted('Async' + each.name for each in own)!r}",
            "",
            *bodies,
        ]
    )


def _import_lines(
    source: Source, twins: dict[str, ast.ClassDef], used: set[str], names: dict[str, str]
) -> Iterator[str]:
    """Return the lines that import into a twin what its source imports or defines."""
    own = {each.name for each in source.classes} & twins.keys()
    for_checkers = []
    imports = _imports(source)
    for name in _defined(source) - own:
        imports.setdefault(name, _Import(source.name, name, False))
    if "annotations" in imports:
        yield "from __future__ import annotations"
    if "AsyncIterable" in used:
        yield "from collections.abc import AsyncIterable"
    for name, (module, original, is_for_checkers) in imports.items():
        here = names.get(name, name)
        if here not in used or name == "annotations":
            continue
        if name in RENAMED and not module.startswith("requests"):
            module, original = RENAMED[name][1], here
        elif name in twins:
            module, original = module.replace("vt_sdk", "vt_sdk.aio", 1), here
        line = f"from {module} import {original} as {here}" if module else f"import {name}"
        line = line.replace(f" import {here} as {here}", f" import {here}")
        if is_for_checkers:
            for_checkers.append(line)
        else:
            yield line
    if for_checkers:
        yield "from typing import TYPE_CHECKING"
        yield "if TYPE_CHECKING:"
        yield from (f"    {line}" for line in for_checkers)


def write_async(folder: Path, package: Path, generated: Path, command: str) -> None:
    """Write the twin.

    Args:
        folder: where it goes.
        package: the package, with what is written by hand.
        generated: the package, with the operations as they are generated.
        command: what writes it, for the head of each file.
    """
    sources = _sources(package, generated)
    twins = _twins(sources)
    asking = _asking(twins)
    for source in sources:
        text = _module(source, twins, asking, command)
        if text is None:
            continue
        path = folder.joinpath(*source.name.split(".")[1:]).with_suffix(".py")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    for inner in (folder, *(path for path in folder.iterdir() if path.is_dir())):
        text = f'"""The asynchronous client.\n\nDo not edit: `{command}` made it.\n"""\n'
        (inner / "__init__.py").write_text(text, "utf-8")
