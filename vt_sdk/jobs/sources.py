"""What a job reads: texts out of CSV, plain text, JSON lines, Parquet or any iterable.

They are read as they are needed, so a file of any size takes the memory of one line. Nothing in a
file ends the reading: what cannot be understood is given as it stands, and is no indicator.
"""

import csv
import json
import os
from collections.abc import Iterable, Iterator
from difflib import get_close_matches
from io import BufferedReader, TextIOWrapper
from pathlib import Path
from typing import Final, TypeAlias

from vt_sdk.core.indicators import Indicator
from vt_sdk.errors import FileReadError, InvalidInputError
from vt_sdk.jobs.dataset import parquet

__all__ = ["LONGEST_TEXT", "Source", "texts_of"]

Source: TypeAlias = str | os.PathLike[str] | Iterable[str | Indicator]
"""The path of a file, or the texts themselves."""

LONGEST_TEXT: Final = 1 << 16
"""How much of a text is looked at; no indicator is as long."""

_UTF8_MARK: Final = b"\xef\xbb\xbf"
_UTF16_MARKS: Final = (b"\xff\xfe", b"\xfe\xff")


def texts_of(source: Source, column: str | None = None) -> Iterator[str]:
    """Yield the texts of a source, blank ones left out.

    The ending of a path tells what the file is: `.csv`, `.tsv`, `.jsonl`, `.ndjson`, `.parquet`;
    any other has one text on each line, and comments behind a `#` at its beginning. Each line may
    be in UTF-8 or, as Windows writes, in its code page; a file that begins with a mark of UTF-16 is
    in that.

    Args:
        source: the path of a file, or an iterable of texts or indicators.
        column: where the texts are in CSV, Parquet, or objects of JSON; the only column if None.

    Raises:
        FileReadError: the file cannot be read.
        InvalidInputError: there is no such column; the message names those that there are.
        ImportError: a Parquet file needs the extra `tables`.
    """
    if isinstance(source, (str, os.PathLike)):
        found = _in_file(Path(source), column)
    elif column is not None:
        raise InvalidInputError(f"column: only files have columns, not a {type(source).__name__}")
    else:
        found = map(_text, source)
    for text in found:
        if text := text.strip():
            yield text[:LONGEST_TEXT]


def _text(given: object) -> str:
    text = given.text if isinstance(given, Indicator) else given
    # What is no text, or has no form in UTF-8, becomes one that says so.
    return str(text).encode(errors="backslashreplace").decode()


def _in_file(path: Path, column: str | None) -> Iterator[str]:
    ending = path.suffix.lower()
    try:
        if ending == ".parquet":
            yield from _in_parquet(path, column)
            return
        with path.open("rb") as stream:
            lines = _lines(stream)
            if ending in (".csv", ".tsv"):
                yield from _in_table(lines, column)
            elif ending in (".jsonl", ".ndjson"):
                yield from _in_json(lines, column)
            elif column is not None:
                raise InvalidInputError(f"column: {path.name} is plain text and has none")
            else:
                yield from (line for line in lines if not line.startswith("#"))
    except OSError as error:
        raise FileReadError(f"{path}: {error.strerror or error}", error.errno or 0) from error


def _lines(stream: BufferedReader) -> Iterator[str]:
    head = stream.peek(3)[:3]
    if head[:2] in _UTF16_MARKS:
        with TextIOWrapper(stream, encoding="utf-16", errors="replace") as text:
            yield from _bounded(iter(lambda: text.readline(LONGEST_TEXT), ""))
        return
    if head == _UTF8_MARK:
        stream.read(3)
    yield from _bounded(_decoded(line) for line in iter(lambda: stream.readline(LONGEST_TEXT), b""))


def _bounded(pieces: Iterable[str]) -> Iterator[str]:
    """Yield the lines of which there are pieces, of a very long one the first piece."""
    is_rest = False
    for piece in pieces:
        if not is_rest:
            yield piece
        is_rest = not piece.endswith("\n")


def _decoded(line: bytes) -> str:
    try:
        return line.decode()
    except UnicodeDecodeError:
        return line.decode("cp1252", "replace")


def _in_table(lines: Iterator[str], column: str | None) -> Iterator[str]:
    header = next(lines, "")
    # Excel writes what the region of its user has between numbers.
    delimiter = max(",;\t|", key=header.count)
    names = [name.strip() for name in next(csv.reader([header], delimiter=delimiter), [])]
    if not names:
        return
    place = names.index(_column(column, names))
    rows = csv.reader(lines, delimiter=delimiter)
    while True:
        try:
            row = next(rows, None)
        except csv.Error as error:
            yield f"a row that cannot be read: {error}"
            continue
        if row is None:
            return
        if place < len(row):
            yield row[place]


def _in_json(lines: Iterator[str], column: str | None) -> Iterator[str]:
    name: str | None = None
    for line in lines:
        try:
            found = json.loads(line)
        except (ValueError, RecursionError):
            found = None
        if isinstance(found, dict) and found:
            name = name or _column(column, [*found])  # the first object tells what there is
            found = found.get(name)
        yield _text(found) if isinstance(found, str) else line


def _in_parquet(path: Path, column: str | None) -> Iterator[str]:
    pq = parquet()
    try:
        with pq.ParquetFile(path) as file:
            name = _column(column, file.schema_arrow.names)
            for batch in file.iter_batches(columns=[name]):
                yield from (_text(value) for value in batch.column(0).to_pylist() if value)
    except ValueError as error:  # of Arrow
        if isinstance(error, InvalidInputError):
            raise
        raise InvalidInputError(f"{path}: not a Parquet file: {error}") from error


def _column(wanted: str | None, names: list[str]) -> str:
    if wanted is None and len(names) == 1:
        return names[0]
    if wanted is not None and wanted in names:
        return wanted
    close = get_close_matches(wanted or "", names)
    known = ", ".join([*close, *(name for name in names if name not in close)])
    asked = "say which one" if wanted is None else f"no column {wanted!r:.100}"
    raise InvalidInputError(f"column: {asked}; there are: {known:.1000}")
