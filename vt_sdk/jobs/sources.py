"""What a job reads: texts out of CSV, plain text, JSON lines, Parquet or any iterable.

They are read as they are needed, so a file of any size takes the memory of one line. Nothing in a
file ends the reading: what cannot be understood is given as it stands, and is no indicator.
"""

import codecs
import csv
import json
import os
import re
from collections import deque
from collections.abc import Iterable, Iterator
from difflib import get_close_matches
from functools import partial
from io import BufferedReader, TextIOWrapper
from itertools import chain
from pathlib import Path
from typing import Final, TypeAlias

from vt_sdk._stores import store_path
from vt_sdk.errors import FileReadError, InvalidInputError
from vt_sdk.indicators import Indicator, classify

__all__ = ["LONGEST_TEXT", "Source", "has_columns", "texts_of"]

Source: TypeAlias = str | os.PathLike[str] | Iterable[str | Indicator]
"""The path of a file, or the texts themselves."""

LONGEST_TEXT: Final = 1 << 16
"""How much of a text is looked at; no indicator is as long."""

# The endings of files that have columns, by what is in them.
_TABLES: Final = (".csv", ".tsv")
_OBJECTS: Final = (".jsonl", ".ndjson")
_PARQUET: Final = (".parquet",)

# What a file begins with that is not in UTF-8; the one of UTF-32 begins with one of UTF-16.
_MARKS: Final = {
    codecs.BOM_UTF32_LE: "utf-32",
    codecs.BOM_UTF32_BE: "utf-32",
    codecs.BOM_UTF16_LE: "utf-16",
    codecs.BOM_UTF16_BE: "utf-16",
}


def has_columns(path: str) -> bool:
    """Return whether a file has columns, by the ending of its path."""
    return Path(path).suffix.lower() in (*_TABLES, *_OBJECTS, *_PARQUET)


def texts_of(source: Source, column: str | None = None) -> Iterator[str]:
    """Yield the texts of a source, blank ones left out.

    The ending of a path tells what the file is: `.csv`, `.tsv`, `.jsonl`, `.ndjson`, `.parquet`;
    any other has one text on each line, and comments behind a `#` at its beginning. Each line may
    be in UTF-8 or, as Windows writes, in its code page; a file that begins with a mark of UTF-16 or
    UTF-32 is in that. A table of one column needs no header: an indicator is none.

    Args:
        source: the path of a file, or an iterable of texts or indicators.
        column: where the texts are in CSV, Parquet, or objects of JSON: the name of the column, or
            where none is called so its number, from 1; the only column if None. A table of which
            the number is given needs no header either.

    Raises:
        FileReadError: the file cannot be read.
        InvalidInputError: no file has this path; there is no such column, or several: the message
            names those that there are.
        ImportError: a Parquet file needs the extra `tables`.
    """
    if isinstance(source, (str, os.PathLike)):
        found = _in_file(Path(store_path("source", source)), column)
    elif column is not None:
        raise InvalidInputError(f"column: only files have columns, not a {type(source).__name__}")
    else:
        found = map(_text, source)
    for text in found:
        if text := text.strip():
            yield text[:LONGEST_TEXT]


def _text(given: object) -> str:
    if isinstance(given, bytes):  # a column of Parquet that does not say that it is text
        return _decoded(given)
    text = given.text if isinstance(given, Indicator) else given
    # What is no text, or has no form in UTF-8, becomes one that says so.
    return str(text).encode(errors="backslashreplace").decode()


def _in_file(path: Path, column: str | None) -> Iterator[str]:
    ending = path.suffix.lower()
    try:
        if ending in _PARQUET:
            yield from _in_parquet(path, column)
            return
        with path.open("rb") as stream:
            lines = _lines(stream)
            if ending in _TABLES:
                yield from _in_table(lines, column)
            elif ending in _OBJECTS:
                yield from _in_json(lines, column)
            elif column is not None:
                raise InvalidInputError(f"column: {path.name} is plain text and has none")
            else:
                yield from (line for line in lines if not line.lstrip().startswith("#"))
    except OSError as error:
        raise FileReadError(f"{path}: {error.strerror or error}", error.errno or 0) from error


def _lines(stream: BufferedReader) -> Iterator[str]:
    """Yield the lines, whatever they end with: as Unix, Windows or an old Macintosh writes them."""
    head = stream.peek(4)[:4]
    encoding = next((name for mark, name in _MARKS.items() if head.startswith(mark)), "utf-8-sig")
    # What is no UTF-8 is kept, for a second look at its line.
    errors = "surrogateescape" if encoding == "utf-8-sig" else "replace"
    with TextIOWrapper(stream, encoding=encoding, errors=errors) as text:
        for line in _bounded(iter(lambda: text.readline(LONGEST_TEXT), "")):
            yield line if line.isascii() else _decoded(line.encode(errors="surrogateescape"))


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
    header = next((line for line in lines if line.strip()), "")
    # Excel writes what the region of its user has between numbers.
    delimiter = max(",;\t|", key=re.sub('"[^"]*"?', "", header).count)
    rows = _rows(chain([header], lines), delimiter)
    names = [name.strip() for name in next(rows)[0]] if header else []
    if not names:
        return
    place = _place(column, names)
    if column not in names and _is_indicator(names[place]):
        yield names[place]
    for cells, line in rows:
        if place < len(cells):
            yield cells[place]
        elif line is not None:
            yield line


def _rows(lines: Iterator[str], delimiter: str) -> Iterator[tuple[list[str], str | None]]:
    """Yield the cells of each row, and its line where its quotes make no sense.

    A quote that nobody closes would swallow what follows. So of lines that are no row together the
    first one is taken alone, and the others are read again.
    """
    read = partial(csv.reader, delimiter=delimiter)
    again = deque[str]()
    taken: list[str] = []

    def feed() -> Iterator[str]:
        while (line := again.popleft() if again else next(lines, None)) is not None:
            taken.append(line)
            yield line

    rows = read(feed(), strict=True)
    width = 0
    while True:
        taken.clear()
        try:
            cells = next(rows, [])
        except csv.Error:
            cells = []
        if not taken:
            return
        width = width or len(cells)
        if cells and (len(taken) == 1 or len(cells) >= width):
            yield cells, None
        else:
            again.extendleft(reversed(taken[1:]))
            rows = read(feed(), strict=True)
            yield next(read(taken[:1])), taken[0]


def _is_indicator(text: str) -> bool:
    try:
        classify(text)
    except InvalidInputError:
        return False
    return True


def _in_json(lines: Iterator[str], column: str | None) -> Iterator[str]:
    name: str | None = None
    for line in lines:
        try:
            found = json.loads(line)
        except (ValueError, RecursionError):
            found = None
        if isinstance(found, dict) and found:
            if name is None:  # the first object tells what there is
                name = [*found][_place(column, [*found])]
            found = found.get(name, line)
            if found is None:  # blank, as in a table
                continue
        yield _text(found) if isinstance(found, str) else line


def _in_parquet(path: Path, column: str | None) -> Iterator[str]:
    from vt_sdk.jobs.dataset import parquet

    pq = parquet()
    try:
        with pq.ParquetFile(path) as file:
            names = file.schema_arrow.names
            name = names[_place(column, names)]
            for batch in file.iter_batches(columns=[name]):
                yield from (
                    _text(value) for value in batch.column(0).to_pylist() if value is not None
                )
    except ValueError as error:  # of Arrow
        if isinstance(error, InvalidInputError):
            raise
        raise InvalidInputError(f"{path}: not a Parquet file: {error}") from error


def _place(wanted: str | None, names: list[str]) -> int:
    """Return where the wanted column is, by its name or else its number."""
    if wanted is None and len(names) == 1:
        return 0
    if wanted is not None:
        for known in (names, [str(number) for number in range(1, len(names) + 1)]):
            if known.count(wanted) == 1:
                return known.index(wanted)
    close = get_close_matches(wanted or "", names)
    known = [*close, *(name for name in names if name not in close)]
    # Those of an unknown encoding look like others.
    shown = ", ".join(name if name.isprintable() else repr(name) for name in known)
    asked = f"{'several columns' if wanted in names else 'no column'} {wanted!r:.100}"
    if wanted is None:
        asked = "several, say which one"
    raise InvalidInputError(f"column: {asked}; there are: {shown:.1000}")
