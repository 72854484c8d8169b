"""The results of a job on disk: a folder of parts, each there whole or not at all.

    _job.json              which job made it
    _lock                  held by the run that writes
    _journal.jsonl         rows that came and stand in no part yet
    part-000000.parquet    rows of indicators that are done
    failed-000000.parquet  rows of those that failed, until a run tries them again

Names with an underscore are none of the data to those who read such folders. A row is written to
the journal as soon as it is there, which costs little and outlives the process; a part is written
beside, brought to the disk and put in its place by its name, then the journal is emptied. So a
process may be killed at any moment: a row is in a part, or whole in the journal, or both, in which
case it is taken once.
"""

import errno
import json
import os
import sys
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from datetime import datetime
from io import BytesIO
from pathlib import Path
from typing import Any, BinaryIO, Final, Literal, Self, TypeAlias

from vt_sdk import tables
from vt_sdk._extras import extra
from vt_sdk._stores import store_path
from vt_sdk.errors import InvalidInputError, StoreError

__all__ = ["Dataset", "Format", "Row", "first_time", "parquet"]

Row: TypeAlias = dict[str, Any]
Format: TypeAlias = Literal["parquet", "jsonl"]

# Of the files; another one is not read.
VERSION: Final = 1

_MANIFEST: Final = "_job.json"
_LOCK: Final = "_lock"
_JOURNAL: Final = "_journal.jsonl"

ROWS_IN_A_PART: Final = 10_000


def parquet() -> Any:
    """Return the module `pyarrow.parquet`."""
    with extra("tables", "Parquet"):
        import pyarrow.parquet
    return pyarrow.parquet


class Dataset:
    """A folder of results, open for one run.

    Args:
        folder: the folder, made if it is not there.
        made_by: what identifies the job that may go on with it.
        key_of: gives the key under which the indicator of a text is known.
        schema: the columns of all rows.
        file_format: how the parts are written.

    Raises:
        InvalidInputError: another job or version made what is there, or something else did; it
            cannot be the path of a folder.
        StoreError: it cannot be read or written, or another run has it.
    """

    def __init__(
        self,
        folder: str | os.PathLike[str],
        made_by: Mapping[str, Any],
        key_of: Callable[[str], bytes],
        schema: tuple[tables.Column, ...],
        file_format: Format,
    ) -> None:
        self._folder = Path(store_path("out", Path(folder, _MANIFEST))).parent
        self._made_by = {"version": VERSION, "format": file_format, **made_by}
        self._key_of, self._format = key_of, file_format
        self._schema = schema
        if file_format == "parquet":
            parquet()  # whether it is there
        self._seen = set[bytes]()
        self.statuses = Counter[str]()
        """The rows by status, those of this run included."""
        self.verdicts = Counter[str]()
        """The rows by verdict, where the job has a policy."""
        self._done: list[Row] = []
        self._failed: list[Row] = []
        self._journal: int | None = None
        self._lock: int | None = None

    def __enter__(self) -> Self:
        try:
            with self._typed():
                self._open()
        except BaseException:
            self._close()
            raise
        return self

    def __exit__(self, *_: object) -> None:
        self._close()

    def claim(self, key: bytes) -> bool:
        """Return whether an indicator is not there yet, and count it as there from now on."""
        return first_time(self._seen, key)

    def add(self, row: Row) -> None:
        """Keep the row of an indicator that was claimed.

        Raises:
            StoreError: it cannot be written, as on a full disk; what was written before stays.
        """
        self._count(row)
        with self._typed():
            if row["status"] == "failed":
                self._failed.append(row)
                if len(self._failed) >= ROWS_IN_A_PART:
                    self._write_part("failed", self._failed)
                return
            assert self._journal is not None
            _write(self._journal, _line(row))
            self._done.append(row)
            if len(self._done) >= ROWS_IN_A_PART:
                self._commit()

    def _count(self, row: Row) -> None:
        self.statuses[row["status"]] += 1
        if (verdict := row.get("verdict")) is not None:
            self.verdicts[verdict] += 1

    def commit(self) -> None:
        """Write the rows that stand in no part yet.

        Raises:
            StoreError: they cannot be written; those that are done stay in the journal.
        """
        with self._typed():
            self._commit()
            self._write_part("failed", self._failed)

    # --- opening ---------------------------------------------------------------------------------

    def inputs(self) -> Iterator[str]:
        """Yield the texts that have a row, one that is final; changes nothing.

        Where there is no folder yet, there are none.

        Raises:
            InvalidInputError: another job or version made what is there, or something else did.
            StoreError: it cannot be read.
        """
        if not self._folder.exists():
            return
        with self._typed():
            self._check()
            for path in self._parts():
                for row in self._rows(path):
                    yield row["input"]
            with suppress(FileNotFoundError), (self._folder / _JOURNAL).open("rb") as stream:
                for _, row in self._whole_rows(stream):
                    yield row["input"]

    def _open(self) -> None:
        self._folder.mkdir(parents=True, exist_ok=True)
        self._check()  # whoever is refused has changed nothing
        self._lock = os.open(self._folder / _LOCK, os.O_RDWR | os.O_CREAT, 0o666)
        _lock(self._lock, self._folder)
        manifest = self._folder / _MANIFEST
        if not manifest.exists():
            self._write_whole(manifest, _encoded(self._made_by, indent=1))
        for pattern in ("failed-*", ".*.new"):
            for path in self._folder.glob(pattern):
                path.unlink()
        for path in self._parts():
            for row in self._rows(path):
                self._seen.add(self._key_of(row["input"]))
                self._count(row)
        self._journal = os.open(
            self._folder / _JOURNAL, os.O_RDWR | os.O_CREAT | os.O_APPEND, 0o666
        )
        self._recover(self._journal)

    def _check(self) -> None:
        """Refuse a folder in which something else is."""
        manifest = self._folder / _MANIFEST
        if not manifest.exists():
            # What a run that was killed at its very beginning leaves does no harm.
            if {path.name for path in self._folder.iterdir()} - {_LOCK, f".{_MANIFEST}.new"}:
                raise InvalidInputError(f"{self._folder}: not empty, and no dataset of a job")
            return
        try:
            found = json.loads(manifest.read_bytes())
            differences = [
                f"{name}: {found.get(name)!r:.200}, not {wanted!r:.200}"
                for name, wanted in json.loads(_encoded(self._made_by)).items()
                if found.get(name) != wanted
            ]
        except (ValueError, AttributeError, RecursionError) as error:
            raise InvalidInputError(f"{manifest}: not of a job") from error
        if differences:
            raise InvalidInputError(
                f"{self._folder}: another job made this dataset; {'; '.join(differences)}"
            )

    def _parts(self) -> list[Path]:
        return sorted(self._folder.glob(f"part-*.{self._format}"))

    def _rows(self, path: Path) -> Iterator[Row]:
        """Yield the rows of a part, of Parquet no more of them than is needed."""
        try:
            if self._format == "jsonl":
                with path.open("rb") as stream:
                    yield from (_checked(json.loads(line)) for line in stream)
                return
            needed = {"input", "status", "verdict"} & {column.name for column in self._schema}
            with parquet().ParquetFile(path) as file:
                for batch in file.iter_batches(columns=sorted(needed)):
                    yield from map(_checked, batch.to_pylist())
        except (ValueError, RecursionError) as error:  # Arrow's own are such, too
            raise StoreError(f"dataset {self._folder}: {path.name}: damaged: {error}") from error

    def _recover(self, journal: int) -> None:
        """Take over the rows of a run that was killed."""
        end = 0
        with open(journal, "rb", closefd=False) as stream:
            for place, row in self._whole_rows(stream):
                end = place
                if self.claim(self._key_of(row["input"])):
                    self._done.append(row)
                    self._count(row)
        os.ftruncate(journal, end)

    def _whole_rows(self, journal: BinaryIO) -> Iterator[tuple[int, Row]]:
        """Yield the rows of a journal, each with its end in it."""
        end = 0
        names = {column.name for column in self._schema}
        moments = [column.name for column in self._schema if column.type.startswith("timestamp")]
        for line in journal:
            try:
                row = _checked(json.loads(line))
                for name in moments:
                    row[name] = row[name] and datetime.fromisoformat(row[name])
            except (ValueError, TypeError, LookupError, RecursionError):
                return  # the run was killed while it wrote this, or the machine was
            if row.keys() != names:
                return
            end += len(line)
            yield end, row

    # --- writing ---------------------------------------------------------------------------------

    def _commit(self) -> None:
        self._write_part("part", self._done)
        if self._journal is not None:
            os.ftruncate(self._journal, 0)

    def _write_part(self, kind: str, rows: list[Row]) -> None:
        if not rows:
            return
        paths = self._folder.glob(f"{kind}-*.{self._format}")
        ends = [path.stem.partition("-")[2] for path in paths]
        number = max((int(end) + 1 for end in ends if end.isdecimal()), default=0)
        path = self._folder / f"{kind}-{number:06}.{self._format}"
        if self._format == "jsonl":
            content = b"".join(map(_line, rows))
        else:
            buffer = BytesIO()
            table = tables.to_arrow(tables.Rows(self._schema, rows))
            parquet().write_table(table, buffer, compression="zstd")
            content = buffer.getvalue()
        self._write_whole(path, content)
        rows.clear()

    def _write_whole(self, path: Path, content: bytes) -> None:
        """Write a file such that it is there whole or not at all, whatever happens meanwhile."""
        beside = path.with_name(f".{path.name}.new")
        try:
            with beside.open("wb") as file:
                file.write(content)
                file.flush()
                os.fsync(file.fileno())
            beside.replace(path)
        except BaseException:
            with suppress(OSError):
                beside.unlink()
            raise
        # The name is on the disk with its folder; not every system has folders to open.
        with suppress(OSError):
            opened = os.open(self._folder, os.O_RDONLY)
            try:
                os.fsync(opened)
            finally:
                os.close(opened)

    def _close(self) -> None:
        for descriptor in (self._journal, self._lock):
            if descriptor is not None:
                os.close(descriptor)
        self._journal = self._lock = None

    @contextmanager
    def _typed(self) -> Iterator[None]:
        try:
            yield
        except OSError as error:
            problem = error.strerror or error
            raise StoreError(f"dataset {self._folder}: {problem}", error.errno) from error


def _checked(row: Any) -> Row:
    """Return what was read, if it is a row.

    Raises:
        ValueError: it is something else.
    """
    if isinstance(row, dict) and all(isinstance(row.get(n), str) for n in ("input", "status")):
        return row
    raise ValueError(f"no row of a job: {row!r:.100}")


def first_time(seen: set[bytes], key: bytes) -> bool:
    """Return whether a key is seen for the first time."""
    before = len(seen)
    seen.add(key)
    return len(seen) > before


def _lock(descriptor: int, folder: Path) -> None:
    """Hold a file until it is closed or its process ends."""
    try:
        if sys.platform == "win32":
            import msvcrt

            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        else:
            import fcntl  # which Windows does not have

            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as error:
        raise StoreError(f"dataset {folder}: another run writes it", errno.EAGAIN) from error


def _write(descriptor: int, content: bytes) -> None:
    while content:
        content = content[os.write(descriptor, content) :]


def _encoded(value: object, indent: int | None = None) -> bytes:
    return json.dumps(value, default=datetime.isoformat, indent=indent).encode()


def _line(row: Row) -> bytes:
    return _encoded(row) + b"\n"
