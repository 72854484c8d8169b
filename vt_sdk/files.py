"""Local files: hashed, sent as a streamed form, written safely.

Everything here works in constant memory and turns errors of the file system into `FileReadError`
with the seed's messages.
"""

import errno
import hashlib
import io
import os
import secrets
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, Final, Self, TypeAlias

from vt_sdk.errors import (
    EmptyFileError,
    FileReadError,
    FileTooLargeError,
    InvalidInputError,
    InvalidResponseError,
)

__all__ = [
    "DIRECT_UPLOAD_MAX_BYTES",
    "UPLOAD_MAX_BYTES",
    "Download",
    "DownloadTarget",
    "FileForm",
    "FileSource",
    "Progress",
    "UploadFile",
    "file_hash",
    "mapped_errors",
    "receiving",
]

FileSource: TypeAlias = str | os.PathLike[str] | bytes | BinaryIO
DownloadTarget: TypeAlias = str | os.PathLike[str] | BinaryIO

# Called with the bytes done and the bytes in all.
Progress: TypeAlias = Callable[[int, int], object]

# The service says 32 MB; this is below every reading of it, the overhead of the form included.
DIRECT_UPLOAD_MAX_BYTES: Final = 32_000_000
UPLOAD_MAX_BYTES: Final = 650 * 1024 * 1024

# The hashes by which the service knows a file, by the length of their hexadecimal form.
_ALGORITHMS: Final = {32: "md5", 40: "sha1", 64: "sha256"}

_CHUNK: Final = 1 << 18

# How many pieces of a download are hashed in one go; more would need more memory.
_AT_ONCE: Final = 4


@contextmanager
def mapped_errors() -> Iterator[None]:
    """Turn errors of files into `FileReadError`, which says no path."""
    try:
        yield
    except FileReadError:
        raise
    except FileNotFoundError as error:
        raise FileReadError("File not found", errno.ENOENT) from error
    except PermissionError as error:
        raise FileReadError("Permission error", errno.EACCES) from error
    except OSError as error:
        raise FileReadError("IO Error", errno.EIO) from error


def file_hash(path: str | os.PathLike[str], algorithm: str = "sha256") -> str:
    """Give the hash of a local file, read piece by piece.

    Raises:
        InvalidInputError: the service does not know files by this algorithm.
        FileReadError: the file cannot be read.
    """
    if algorithm not in _ALGORITHMS.values():
        raise InvalidInputError(f"hash_alg: one of md5, sha1, sha256, got {algorithm!r:.100}")
    with mapped_errors(), Path(path).open("rb") as stream:
        return hashlib.file_digest(stream, algorithm).hexdigest()


class UploadFile:
    """A file to upload, open from its start to its end; use it as a context manager.

    A path is opened and closed here. Bytes are taken as the content. A file object stays the
    caller's: it is read from where it stands and must be able to seek.

    Attributes:
        name: the base name that is sent, never the path.
        size: the size in bytes, measured once.

    Raises:
        FileReadError: the file cannot be opened.
        EmptyFileError: it has no content.
        FileTooLargeError: it is larger than the service takes.
        InvalidInputError: it is not a file that can be read again.
    """

    def __init__(self, source: FileSource, name: str | None = None) -> None:
        self._owned = isinstance(source, (str, os.PathLike, bytes))
        with mapped_errors():
            self._stream = _open(source)
            self._start = self._stream.tell()
            self.size = self._stream.seek(0, os.SEEK_END) - self._start
        given = name or getattr(self._stream, "name", None)
        base = os.path.basename(given) if isinstance(given, str) else ""
        self.name = base or "file"
        problem: InvalidInputError | None = None
        if self.size <= 0:
            problem = EmptyFileError(f"{self.name} has no content")
        elif self.size > UPLOAD_MAX_BYTES:
            problem = FileTooLargeError(
                f"{self.name} has {self.size} bytes, the service takes {UPLOAD_MAX_BYTES}"
            )
        if problem:
            self.__exit__()
            raise problem

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        if self._owned:
            self._stream.close()

    def rewind(self) -> None:
        """Go back to the first byte."""
        with mapped_errors():
            self._stream.seek(self._start)

    def read(self, size: int) -> bytes:
        """Give the next bytes, at most `size`."""
        with mapped_errors():
            return self._stream.read(size)

    def sha256(self) -> str:
        """Give the SHA-256 of the content."""
        self.rewind()
        digest = hashlib.sha256()
        while chunk := self.read(_CHUNK):
            digest.update(chunk)
        return digest.hexdigest()


def _open(source: FileSource) -> BinaryIO:
    if isinstance(source, bytes):
        return io.BytesIO(source)
    if isinstance(source, (str, os.PathLike)):
        return Path(source).open("rb")
    given: object = source
    if isinstance(given, io.TextIOBase) or not hasattr(given, "read"):
        raise InvalidInputError("file_path: expected a path, bytes or a file opened in binary mode")
    if not source.seekable():
        raise InvalidInputError("the file object must be able to seek")
    return source


class FileForm:
    """A `multipart/form-data` body with one file, streamed.

    Its length is known from the start, so the file must not shrink while it is sent.
    """

    def __init__(
        self,
        file: UploadFile,
        fields: dict[str, str] | None = None,
        on_progress: Progress | None = None,
    ) -> None:
        boundary = secrets.token_hex(16)
        self.content_type = f"multipart/form-data; boundary={boundary}"
        lines = [
            f'--{boundary}\r\nContent-Disposition: form-data; name="{name}"\r\n\r\n{value}\r\n'
            for name, value in (fields or {}).items()
        ]
        lines.append(
            f'--{boundary}\r\nContent-Disposition: form-data; name="file";'
            f' filename="{_escaped(file.name)}"\r\nContent-Type: application/octet-stream\r\n\r\n'
        )
        try:
            self._head = "".join(lines).encode()
        except UnicodeEncodeError as error:
            raise InvalidInputError(f"not text that can be sent: {file.name!r:.100}") from error
        self._tail = f"\r\n--{boundary}--\r\n".encode()
        self._file = file
        self._on_progress = on_progress
        self._sent = 0

    def __len__(self) -> int:
        return len(self._head) + self._file.size + len(self._tail)

    def __iter__(self) -> Iterator[bytes]:
        while chunk := self.read(_CHUNK):
            yield chunk

    @property
    def is_exhausted(self) -> bool:
        """Whether the last byte has been read."""
        return self._sent >= len(self)

    def rewind(self) -> None:
        """Start anew."""
        self._sent = 0
        self._file.rewind()

    def tell(self) -> int:
        """Give the bytes that were read; HTTP libraries note where a body starts."""
        return self._sent

    def read(self, size: int = -1) -> bytes:
        """Give the next bytes: of the head, the file or the tail."""
        if size < 0:
            size = len(self)
        file_end = len(self._head) + self._file.size
        if self._sent < len(self._head):
            chunk = self._head[self._sent : self._sent + size]
        elif self._sent < file_end:
            chunk = self._file.read(min(size, file_end - self._sent))
            if not chunk:
                raise FileReadError("IO Error: the file became shorter", errno.EIO)
            if self._on_progress:
                done = self._sent + len(chunk) - len(self._head)
                self._on_progress(done, self._file.size)
        else:
            chunk = self._tail[self._sent - file_end : self._sent - file_end + size]
        self._sent += len(chunk)
        return chunk


def _escaped(name: str) -> str:
    """Escape a file name for a header as browsers do (RFC 7578 and the HTML standard)."""
    return name.replace('"', "%22").replace("\r", "%0D").replace("\n", "%0A")


@dataclass(frozen=True, slots=True)
class Download:
    """What was downloaded.

    Attributes:
        size: the size in bytes.
        sha256: the SHA-256 of the content, in hexadecimal.
    """

    size: int
    sha256: str


class _Receiver:
    """The sink of a download: writes, counts and hashes; use it as a context manager.

    Hashing takes as long as all the rest and lets other threads run, so it has one of its own.
    """

    def __init__(self, stream: BinaryIO, expected: str | None) -> None:
        self._stream = stream
        self._start = stream.tell() if stream.seekable() else None
        self._expected = expected
        self._size = 0
        self._hasher = ThreadPoolExecutor(1, thread_name_prefix="vt-sdk-hash")
        self._hashing: Future[None] | None = None
        self._unhashed: list[bytes] = []

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._hasher.shutdown(cancel_futures=True)

    def begin(self) -> None:
        with mapped_errors():
            if self._start is not None:
                self._stream.seek(self._start)
                self._stream.truncate()
            elif self._size:
                raise FileReadError("IO Error: the target cannot start anew", errno.ESPIPE)
        self._hash_rest()
        self._size = 0
        self._sha256 = hashlib.sha256()
        algorithm = _ALGORITHMS[len(self._expected)] if self._expected else "sha256"
        # The id is mostly a SHA-256 itself: hashing once is enough.
        self._check = None if algorithm == "sha256" else hashlib.new(algorithm)

    def write(self, chunk: bytes, /) -> None:
        self._unhashed.append(chunk)
        with mapped_errors():
            self._stream.write(chunk)
        self._size += len(chunk)
        if len(self._unhashed) == _AT_ONCE:
            self._hand_over()

    def _hand_over(self) -> None:
        """Have hashed what is not yet; wait for what was handed over before."""
        before, self._hashing = self._hashing, self._hasher.submit(self._hash, self._unhashed)
        self._unhashed = []
        if before:
            before.result()

    def _hash(self, chunks: list[bytes]) -> None:
        for chunk in chunks:
            self._sha256.update(chunk)
            if self._check:
                self._check.update(chunk)

    def _hash_rest(self) -> None:
        if self._unhashed:
            self._hand_over()
        if self._hashing:
            self._hashing.result()

    def result(self) -> Download:
        """Give what came, after checking that it is what was asked for."""
        self._hash_rest()
        check = self._check or self._sha256
        if self._expected and check.hexdigest() != self._expected:
            raise InvalidResponseError(
                f"the content does not have the hash {self._expected},"
                f" its SHA-256 is {self._sha256.hexdigest()}"
            )
        return Download(self._size, self._sha256.hexdigest())


@contextmanager
def receiving(target: DownloadTarget, expected: str | None = None) -> Iterator[_Receiver]:
    """Open the target of a download; nothing is left behind if the block fails.

    A path is written under a temporary name in the same folder and renamed at the end. A file
    object is written from where it stands and stays open.

    Args:
        target: a path or a file object opened in binary mode.
        expected: the MD5, SHA-1 or SHA-256 that the content must have, None for any.

    Raises:
        InvalidInputError: the target is something else.
    """
    if not isinstance(target, (str, os.PathLike)):
        if not hasattr(target, "write"):
            raise InvalidInputError("target: expected a path or a file opened in binary mode")
        with _Receiver(target, expected) as receiver:
            yield receiver
        return
    path = Path(target)
    # Not by `tempfile`, whose files only their owner may read.
    temporary = path.with_name(f".{path.name}.{secrets.token_hex(8)}")
    with mapped_errors():
        stream = temporary.open("x+b")
    try:
        with stream, _Receiver(stream, expected) as receiver:
            yield receiver
        with mapped_errors():
            temporary.replace(path)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise
