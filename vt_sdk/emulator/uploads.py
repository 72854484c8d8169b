"""Files that come in: a multipart form read as a stream, in constant memory.

The content goes to a temporary file in the store's folder while it is hashed; nothing is held but
the first bytes, by which the kind of file is told.
"""

import hashlib
from collections.abc import AsyncIterator, Callable
from pathlib import Path, PurePosixPath
from typing import IO

from python_multipart.exceptions import FormParserError
from python_multipart.multipart import MultipartParser, parse_options_header

from vt_sdk.emulator.leftovers import incoming_path
from vt_sdk.emulator.messages import Problem, Upload
from vt_sdk.status import ErrorCode

__all__ = ["DIRECT_LIMIT", "MEGABYTE", "UPLOAD_LIMIT", "FileTooLarge", "receive"]

MEGABYTE = 1024 * 1024
DIRECT_LIMIT = 32 * MEGABYTE
UPLOAD_LIMIT = 650 * MEGABYTE

_HEAD_BYTES = 4096
_FIELD_BYTES = 4096
_FIELDS = 100
_HEADER_BYTES = 16_384


class FileTooLarge(Exception):
    """The content is larger than its road allows; a gateway refuses it, not the API."""


async def receive(
    content_type: str,
    chunks: AsyncIterator[bytes],
    folder: Path,
    limit: int,
    needs_file: bool = True,
) -> Upload:
    """Read the form to its end and give the file in it, and the other fields."""
    kind, options = parse_options_header(content_type)
    boundary = options.get(b"boundary")
    if kind != b"multipart/form-data" or not boundary:
        raise Problem(ErrorCode.BAD_REQUEST_ERROR, "The body is not a multipart form")
    form = _Form(incoming_path(folder), limit)
    try:
        parser = MultipartParser(
            boundary,
            {
                "on_part_begin": form.begin,
                "on_header_field": form.header_name,
                "on_header_value": form.header_value,
                "on_header_end": form.header_end,
                "on_headers_finished": form.headers_finished,
                "on_part_data": form.data,
                "on_part_end": form.end,
                "on_end": form.complete,
            },
        )
        async for chunk in chunks:
            if chunk:
                parser.write(chunk)
        parser.finalize()
        return form.result(needs_file)
    except FormParserError:
        form.discard()
        raise Problem(ErrorCode.BAD_REQUEST_ERROR, "The multipart form is broken") from None
    except BaseException:
        form.discard()
        raise


class _Form:
    """The parts of a form as the parser meets them: the file, and texts beside it."""

    def __init__(self, path: Path, limit: int) -> None:
        self._path = path
        self._limit = limit
        self._file: IO[bytes] | None = None
        self._hashes = (
            hashlib.md5(usedforsecurity=False),
            hashlib.sha1(usedforsecurity=False),
            hashlib.sha256(),
        )
        self._size = 0
        self._head = b""
        self._name: str | None = None
        self._names: list[str] = []
        self._fields: dict[str, bytearray] = {}
        self._field = bytearray()
        self._headers: dict[bytes, bytes] = {}
        self._header = (bytearray(), bytearray())
        self._header_bytes = 0
        self._is_complete = False
        self._take: Callable[[bytes], None] | None = None

    def begin(self) -> None:
        self._headers = {}
        self._header_bytes = 0
        self._take = None

    def header_name(self, data: bytes, start: int, end: int) -> None:
        self._take_header(self._header[0], data[start:end])

    def header_value(self, data: bytes, start: int, end: int) -> None:
        self._take_header(self._header[1], data[start:end])

    def header_end(self) -> None:
        self._headers[bytes(self._header[0]).lower()] = bytes(self._header[1])
        self._header = (bytearray(), bytearray())

    def headers_finished(self) -> None:
        _, options = parse_options_header(self._headers.get(b"content-disposition", b""))
        match options.get(b"name"):
            case b"file" if self._name is None:
                text = options.get(b"filename", b"").decode("utf-8", "replace")
                # Clients exist that send a whole path; the service keeps the last part.
                self._name = PurePosixPath(text.replace("\\", "/")).name
                self._file = self._path.open("wb")
                self._take = self._take_file
            case b"files":
                # Several at once are attachments, of which only the names are kept.
                if b"filename" in options:
                    self._names.append(options[b"filename"].decode("utf-8", "replace"))
            case bytes(name) if name != b"file" and len(self._fields) < _FIELDS:
                self._field = self._fields.setdefault(name.decode("utf-8", "replace"), bytearray())
                self._take = self._take_field

    def data(self, data: bytes, start: int, end: int) -> None:
        if self._take is not None:
            self._take(data[start:end])

    def end(self) -> None:
        self._close()
        self._take = None

    def complete(self) -> None:
        self._is_complete = True

    def discard(self) -> None:
        """Forget what has come in."""
        self._close()
        self._path.unlink(missing_ok=True)

    def result(self, needs_file: bool) -> Upload:
        """Return the file; a form without one that it needs, or without its end, is refused."""
        # The parser's own `finalize` does not look whether the last boundary has come.
        if not self._is_complete:
            raise Problem(ErrorCode.BAD_REQUEST_ERROR, "The multipart form is broken")
        if self._name is None and needs_file:
            raise Problem(ErrorCode.BAD_REQUEST_ERROR, "The form has no file")
        md5, sha1, sha256 = (digest.hexdigest() for digest in self._hashes)
        fields = {name: data.decode("utf-8", "replace") for name, data in self._fields.items()}
        return Upload(
            name=self._name or "",
            path=self._path,
            size=self._size,
            md5=md5,
            sha1=sha1,
            sha256=sha256,
            head=self._head,
            password=fields.get("password"),
            fields=fields,
            is_there=self._name is not None,
            names=tuple(self._names),
        )

    def _take_header(self, part: bytearray, data: bytes) -> None:
        self._header_bytes += len(data)
        if self._header_bytes > _HEADER_BYTES:
            raise FormParserError("the headers of a part are too large")
        part.extend(data)

    def _take_file(self, data: bytes) -> None:
        self._size += len(data)
        if self._size > self._limit:
            raise FileTooLarge
        if len(self._head) < _HEAD_BYTES:
            self._head += data[: _HEAD_BYTES - len(self._head)]
        for digest in self._hashes:
            digest.update(data)
        assert self._file is not None, "opened with the headers of the part"
        self._file.write(data)

    def _take_field(self, data: bytes) -> None:
        self._field.extend(data[: _FIELD_BYTES - len(self._field)])

    def _close(self) -> None:
        if self._file is not None:
            self._file.close()
            self._file = None
