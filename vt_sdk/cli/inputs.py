"""What people write on the command line: what they mean by it, and how it becomes an id."""

import codecs
import errno
import json
import os
import re
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from itertools import chain
from typing import IO, Any, Final, NamedTuple, TypeAlias

from vt_sdk import (
    FileReadError,
    InvalidInputError,
    VirusTotalAPIError,
    VirusTotalAPIFiles,
    parse,
)
from vt_sdk.indicators import Indicator, classify

__all__ = [
    "STDIN",
    "Answer",
    "Assumed",
    "EmulatorKey",
    "Input",
    "Kind",
    "LeftOut",
    "captured",
    "emulator_key",
    "expanded",
    "file_id",
    "is_key",
    "is_one",
    "is_row",
    "is_url",
    "listed",
    "meant",
    "named",
    "text_of",
]

STDIN: Final = "-"
"""What stands for the lines of the standard input, each of them an input."""

Answer: TypeAlias = bytes | dict[str, Any]
"""A captured answer of the service: its JSON, or what that says."""

_HASH: Final = re.compile(r"[0-9a-fA-F]{32}|[0-9a-fA-F]{40}|[0-9a-fA-F]{64}")
_DELIMITER: Final = re.compile(r"[,;\t|]")
_KEY: Final = re.compile(r"[\x21-\x7e]+")
_TIERS: Final = ("public", "premium")


class Assumed(StrEnum):
    """What a text is that may be the name of a file as well as a domain."""

    FILE = "file"
    DOMAIN = "domain"


class LeftOut(VirusTotalAPIError):
    """An input of a folder is not worked on, and that is no failure; the message says why."""


@dataclass(frozen=True, slots=True)
class Input:
    """One thing to work on.

    Attributes:
        text: what it is, as it was given or found in a folder.
        problem: why it is not worked on, if it is not.
    """

    text: str
    problem: VirusTotalAPIError | None = None

    def get(self) -> str:
        """Return the text, or raise the problem."""
        if self.problem is not None:
            raise self.problem
        return self.text


def is_one(arguments: list[str], *, folders: bool) -> bool:
    """Return whether arguments name a single input, and neither a folder nor a list."""
    return len(arguments) == 1 and not (
        arguments[0] == STDIN or (folders and os.path.isdir(arguments[0]))
    )


def expanded(
    arguments: Iterable[str], *, folders: bool, on_skip: Callable[[str], object]
) -> Iterator[Input]:
    """Return the inputs that arguments stand for, as they are needed.

    Args:
        arguments: what was given: inputs, `-` for the lines of the standard input, folders.
        folders: whether folders stand for the files below them, in the order of their names.
        on_skip: called with what is no file in a folder, in words.
    """
    for argument in arguments:
        if argument == STDIN:
            yield from expanded(_lines(_stdin()), folders=folders, on_skip=on_skip)
        elif folders and os.path.isdir(argument):
            yield from _files_below(argument, on_skip)
        else:
            yield Input(argument)


def listed(
    arguments: Iterable[str], assume: Assumed | None = None, column: str | None = None
) -> Iterator[Input]:
    """Return the indicators that arguments stand for, as they are needed.

    Args:
        arguments: what was given: indicators, paths of what holds one on each line or, by its
            ending, in a column, `-` for the lines of the standard input. Lines that begin with #
            are left out.
        assume: what an argument is that may be the name of a file as well as a domain.
        column: the column of those that have columns, by name or number; the only one if None.
    """
    for argument in arguments:
        if argument == STDIN:
            yield from _listed_in(argument, column)
            continue
        problem = _problem(argument, assume)
        is_folder = os.path.isdir(argument)
        if not is_folder and os.path.exists(argument):  # pipes of shells are lists too
            if problem is None:
                either = f"an indicator as well as a file here; ./{argument} is the file"
                yield Input(argument, InvalidInputError(either))
            else:
                yield from _listed_in(argument, column)
            continue
        if problem is not None:
            problem.add_note("a folder is no list" if is_folder else "there is no such file")
        yield Input(argument, problem)


def meant(text: str, assume: Assumed | None) -> Indicator:
    """Return what a text stands for.

    Raises:
        InvalidInputError: it is no indicator, or may be the name of a file as well as a domain.
    """
    return classify(text, assume=None if assume is None else assume.value)


def is_row(text: str) -> bool:
    """Return whether a line that is no indicator reads like the row of a table that has one."""
    cells = _DELIMITER.split(text)
    return len(cells) > 1 and any(_problem(cell.strip(' "'), None) is None for cell in cells)


def _listed_in(path: str, column: str | None) -> Iterator[Input]:
    from vt_sdk.jobs.sources import has_columns, texts_of

    try:
        if path != STDIN and has_columns(path):
            yield from map(Input, texts_of(path, column))
        elif column is not None:
            yield Input(path, InvalidInputError("a list of lines has no columns"))
        else:
            with _stdin() if path == STDIN else open(path, "rb") as lines:
                yield from (Input(line) for line in _lines(lines) if not line.startswith("#"))
    except OSError as error:
        yield Input(path, _unreadable(error))
    except VirusTotalAPIError as error:
        yield Input(path, error)
    except ImportError as error:  # of what reads Parquet
        yield Input(path, InvalidInputError(str(error)))


def _problem(text: str, assume: Assumed | None) -> InvalidInputError | None:
    """Return why a text is no indicator, None if it is one."""
    try:
        meant(text, assume)
    except InvalidInputError as error:
        return error
    return None


def _stdin() -> IO[bytes]:
    # Not the buffer of `sys.stdin`, since Python cannot end while a thread waits in it.
    try:
        return os.fdopen(sys.stdin.fileno(), "rb", closefd=False)
    except OSError:  # a stream of a program that calls the command has no number
        return sys.stdin.buffer


def _lines(stream: IO[bytes]) -> Iterator[str]:
    first = stream.readline()
    # Editors and shells of Windows begin a file with a mark.
    if first.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        texts: Iterable[str] = (first + stream.read()).decode("utf-16", "replace").split("\n")
    else:  # bytes, because the names of files need not be text
        lines = (line.removeprefix(codecs.BOM_UTF8) for line in chain([first], stream))
        texts = map(os.fsdecode, lines)
    for line in texts:
        if (text := line.strip()) not in ("", STDIN):
            yield text


def _files_below(folder: str, on_skip: Callable[[str], object]) -> Iterator[Input]:
    """Return the files in a folder and its folders; links could lead anywhere, and are left."""
    skipped: Counter[str] = Counter()
    found = empty = 0
    try:
        waiting = _entries(folder)
    except OSError as error:
        yield Input(folder, _unreadable(error))
        return
    while waiting:
        entry = waiting.pop()
        try:
            if entry.is_symlink():
                skipped["links"] += 1
            elif entry.is_dir():
                waiting += _entries(entry.path)
            elif not entry.is_file():
                skipped["devices, pipes and sockets"] += 1
            elif not entry.stat().st_size:
                empty += 1
                yield Input(entry.path, LeftOut("empty file"))
            else:
                found += 1
                yield Input(entry.path)
        except OSError as error:
            found += 1
            yield Input(entry.path, _unreadable(error))
    if not found:
        what = "a folder of nothing but empty files" if empty else "a folder without files"
        yield Input(folder, InvalidInputError(what))
    for what, count in skipped.items():
        on_skip(f"{folder}: {what} left out: {count:,}")


def _entries(folder: str) -> list[os.DirEntry[str]]:
    """Return what is in a folder, the last by name first."""
    with os.scandir(folder) as entries:
        return sorted(entries, key=lambda entry: entry.name, reverse=True)


def _unreadable(error: OSError) -> FileReadError:
    unreadable = FileReadError("IO Error", error.errno or errno.EIO)
    unreadable.__cause__ = error
    return unreadable


class Kind(StrEnum):
    """The kinds of objects that people ask about."""

    FILE = "file"
    URL = "url"
    DOMAIN = "domain"
    IP = "ip"


def is_url(text: str) -> bool:
    """Return whether a text is meant as a URL: it has a scheme.

    Without one it could be the name of a file as well, and nobody wants a name that was mistyped
    to be submitted as a URL for all to see.
    """
    return "://" in text


def file_id(text: str) -> str:
    """Return the hash of a file: of the local file at this path if there is one, else the hash.

    Raises:
        FileReadError: the local file cannot be read.
        InvalidInputError: the text is neither.
    """
    if os.path.lexists(text):
        return VirusTotalAPIFiles.get_file_id(text)
    if not _HASH.fullmatch(text):
        raise InvalidInputError("neither a file here nor an MD5, SHA-1 or SHA-256")
    return text


def named(text: str) -> tuple[Kind, str]:
    """Return the kind and the id of the object that a text names.

    Raises:
        InvalidInputError: it is no indicator, or may be the name of a file as well as a domain.
    """
    try:
        found = classify(text)
    except InvalidInputError as error:
        raise InvalidInputError("cannot tell what this is; say so with --type") from error
    return Kind.IP if found.kind == "ip_address" else Kind(found.kind), found.value


def captured(path: str) -> Iterator[tuple[str, Answer | VirusTotalAPIError]]:
    """Return the captured answers in a file: one, one on each line, or those in an array.

    What the command printed as JSON is read too: the input and the verdict, which it added, are
    taken away, and what tells of a failure or of a file left out is no answer.

    Args:
        path: the file, `-` for the standard input.

    Returns:
        Where each answer stands, and the answer, or why it is none.
    """
    try:
        with _stdin() if path == STDIN else open(path, "rb") as file:
            raw = file.read()
    except OSError as error:
        yield path, _unreadable(error)
        return
    lines = [(number, line) for number, line in enumerate(raw.splitlines(), 1) if line.strip()]
    places: list[tuple[str, bytes]] = [(path, raw)]
    whole = _decoded(raw)
    if isinstance(whole, list):  # no answer is one
        places = [(f"{path}[{at}]", json.dumps(each).encode()) for at, each in enumerate(whole)]
    elif len(lines) > 1 and whole is None and _decoded(lines[0][1]) is not None:
        places = [(f"{path}:{number}", line) for number, line in lines]
    for place, text in places:
        document: Answer = text
        decoded = _decoded(text)
        if isinstance(decoded, dict) and "data" not in decoded and "input" in decoded:
            del decoded["input"]
            decoded.pop("verdict", None)
            if not decoded.keys() - {"error", "skipped"}:
                continue
            document = decoded
        try:
            parse(document)
        except VirusTotalAPIError as error:
            yield place, InvalidInputError(error.message)
        else:
            yield place, document


def _decoded(text: bytes) -> Any:
    """Return what a JSON text says, None if it is none."""
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        return None


def text_of(path: str) -> str:
    """Read a text, `-` for the standard input; what is no text of its encoding is replaced.

    Raises:
        FileReadError: it cannot be read.
    """
    try:
        with _stdin() if path == STDIN else open(path, "rb") as file:
            raw = file.read()
    except OSError as error:
        raise _unreadable(error) from error
    return raw.decode(json.detect_encoding(raw), "replace")


def is_key(text: str) -> bool:
    """Return whether a text can be an API key."""
    return bool(_KEY.fullmatch(text))


class EmulatorKey(NamedTuple):
    """An API key that the emulator is to accept."""

    name: str
    key: str
    premium: bool


def emulator_key(text: str) -> EmulatorKey:
    """Read `NAME=KEY` or `NAME=KEY:TIER`, the tier being `public` or `premium`.

    Raises:
        InvalidInputError: it is neither.
    """
    name, _, rest = text.partition("=")
    key, colon, tier = rest.rpartition(":")
    if not colon:
        key, tier = rest, "public"
    if not name or not is_key(key) or tier not in _TIERS:
        # The text holds a key, so it is not repeated.
        raise InvalidInputError("a key must read NAME=KEY or NAME=KEY:TIER (public, premium)")
    return EmulatorKey(name, key, premium=tier == "premium")
