"""Local files: hashed, sent as a streamed form, written safely.

Everything here works in constant memory and turns errors of the file system into `FileReadError`
with the seed's messages. What cannot be sent or written to is refused before anything is asked for.
"""

import errno
import hashlib
import io
import ntpath
import os
import re
import secrets
import shutil
import stat
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass, replace
from typing import BinaryIO, Final, Self, TypeAlias

from vt_sdk.core.arguments import check_hook, checked
from vt_sdk.core.flow import Flow, do, using
from vt_sdk.core.policy import fetch
from vt_sdk.core.readers import read_nothing
from vt_sdk.core.request import Request
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
    "DownloadProgress",
    "DownloadTarget",
    "FileForm",
    "FileSource",
    "Progress",
    "Receiver",
    "UploadFile",
    "downloading",
    "file_hash",
    "mapped_errors",
    "receiving",
    "upload_files",
]

FileSource: TypeAlias = str | os.PathLike[str] | bytes | BinaryIO
DownloadTarget: TypeAlias = str | os.PathLike[str] | BinaryIO

# Called with the bytes done and the bytes in all.
Progress: TypeAlias = Callable[[int, int], object]
DownloadProgress: TypeAlias = Callable[[int, int | None], object]

# The service says 32 MB; this is below every reading of it, the overhead of the form included.
DIRECT_UPLOAD_MAX_BYTES: Final = 32_000_000
UPLOAD_MAX_BYTES: Final = 650 * 1024 * 1024

# The hashes by which the service knows a file, by the length of their hexadecimal form.
_ALGORITHMS: Final = {32: "md5", 40: "sha1", 64: "sha256"}

_CHUNK: Final = 1 << 18

# The folders whose files are the descriptors of this process.
_DESCRIPTORS: Final = ("/dev/fd", "/proc/self/fd")

# As many links as systems follow.
_MAX_LINKS: Final = 40


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
    """Return the hash of a local file, read piece by piece.

    Raises:
        InvalidInputError: the service does not know files by this algorithm, or no file can have
            this name.
        FileReadError: the file cannot be read.
    """
    if algorithm not in _ALGORITHMS.values():
        raise InvalidInputError(f"hash_alg: one of md5, sha1, sha256, got {algorithm!r:.100}")
    with mapped_errors(), open(_path("file_path", path), "rb") as stream:
        return hashlib.file_digest(stream, algorithm).hexdigest()


def _path(argument: str, given: str | os.PathLike[str]) -> str:
    """Return a path as text.

    Raises:
        InvalidInputError: no file can have this name.
    """
    try:
        encoded = os.fsencode(os.fsdecode(given))
    except (TypeError, UnicodeEncodeError):
        encoded = b""
    if not encoded or b"\0" in encoded:
        raise InvalidInputError(f"{argument}: no file can have this name: {given!r:.100}")
    return os.fsdecode(encoded)


def _base_name(given: object) -> str:
    """Return the name of a file without the folders of any system, as text that can be sent."""
    if isinstance(given, bytes):
        given = os.fsdecode(given)
    # The rules of Windows, which know the slash too.
    base = ntpath.basename(given) if isinstance(given, str) else ""
    base = re.sub(r"[\ud800-\udfff]", "\ufffd", base)
    return "file" if base in ("", ".", "..") else base


class UploadFile:
    """A file to upload; a context manager, within which it is open.

    A path is opened and closed here; one of a pipe or a device is refused, since nobody knows its
    size and a pipe may never end. Bytes are taken as the content. A file object stays the caller's:
    it is read from where it stands and must be able to seek.

    Attributes:
        name: the base name that is sent, never the path; U+FFFD stands for what is not text.
        size: the size in bytes, measured once.

    Raises:
        FileReadError: when entered: the file cannot be opened.
        EmptyFileError: when entered: it has no content.
        FileTooLargeError: when entered: it is larger than the service takes.
        InvalidInputError: it is not a file that can be read again.
    """

    def __init__(
        self, source: FileSource, name: str | None = None, *, argument: str = "file_path"
    ) -> None:
        if name is not None and not isinstance(name, str):
            raise InvalidInputError(f"name: expected a text, got {name!r:.100}")
        self._owned = isinstance(source, (str, os.PathLike, bytes))
        self._source, self._name, self._argument = source, name, argument

    def __enter__(self) -> Self:
        with mapped_errors():
            self._stream = _open(self._source, self._argument)
            self._start = self._stream.tell()
            self.size = self._stream.seek(0, os.SEEK_END) - self._start
        self.name = _base_name(self._name or getattr(self._stream, "name", None))
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
        return self

    def __exit__(self, *_: object) -> None:
        if self._owned:
            self._stream.close()

    def rewind(self) -> None:
        """Go back to the first byte."""
        with mapped_errors():
            self._stream.seek(self._start)

    def read(self, size: int) -> bytes:
        """Return the next bytes, at most `size`."""
        with mapped_errors():
            return self._stream.read(size)

    def sha256(self) -> str:
        """Return the SHA-256 of the content."""
        self.rewind()
        digest = hashlib.sha256()
        while chunk := self.read(_CHUNK):
            digest.update(chunk)
        return digest.hexdigest()


def _open(source: FileSource, argument: str) -> BinaryIO:
    if isinstance(source, bytes):
        return io.BytesIO(source)
    if isinstance(source, (str, os.PathLike)):
        path = _path(argument, source)
        mode = os.stat(path).st_mode
        if stat.S_ISFIFO(mode) or stat.S_ISSOCK(mode) or stat.S_ISCHR(mode):
            raise InvalidInputError(
                f"{argument}: a pipe or a device has no size to seek; read it, and pass the bytes"
            )
        return open(path, "rb")
    try:
        # Reading nothing finds out what is closed, write-only or a text.
        fits = source.seekable() and source.read(0) == b""
    except (AttributeError, TypeError, ValueError):
        fits = False
    if not fits:
        raise InvalidInputError(
            f"{argument}: expected a path, bytes or a file opened for reading in binary mode that"
            " can seek"
        )
    return source


class FileForm:
    """A `multipart/form-data` body with files, streamed one after the other.

    Its length is known from the start, so the files must not shrink while they are sent.
    """

    def __init__(
        self,
        file: UploadFile | Sequence[UploadFile],
        fields: dict[str, str] | None = None,
        on_progress: Progress | None = None,
        *,
        name: str = "file",
    ) -> None:
        check_hook("on_progress", on_progress)
        self._files = [file] if isinstance(file, UploadFile) else file
        # Who looks for a long one may skip as much at a time; 70 characters are allowed.
        boundary = secrets.token_hex(32)
        self.content_type = f"multipart/form-data; boundary={boundary}"
        before = "".join(
            f'--{boundary}\r\nContent-Disposition: form-data; name="{key}"\r\n\r\n{value}\r\n'
            for key, value in (fields or {}).items()
        )
        # Texts and files in turn.
        self._parts: list[bytes | UploadFile] = []
        for each in self._files:
            before += (
                f'--{boundary}\r\nContent-Disposition: form-data; name="{name}";'
                f' filename="{_escaped(each.name)}"\r\n'
                "Content-Type: application/octet-stream\r\n\r\n"
            )
            self._parts += [before.encode(), each]
            before = "\r\n"
        self._parts.append(f"\r\n--{boundary}--\r\n".encode())
        self._on_progress = on_progress
        self._size = sum(each.size for each in self._files)
        self._length = sum(map(_length, self._parts))
        self._part = self._offset = self._sent = self._done = self._reported = 0

    def __len__(self) -> int:
        return self._length

    def __iter__(self) -> Iterator[bytes]:
        while chunk := self.read(_CHUNK):
            yield chunk

    @property
    def is_exhausted(self) -> bool:
        """Whether the last byte has been read."""
        return self._sent >= len(self)

    def rewind(self) -> None:
        """Start anew."""
        self._part = self._offset = self._sent = self._done = self._reported = 0
        for each in self._files:
            each.rewind()

    def tell(self) -> int:
        """Return the bytes that were read; HTTP libraries note where a body starts."""
        return self._sent

    def read(self, size: int = -1) -> bytes:
        """Return the next bytes, and report the progress."""
        if size < 0:
            return b"".join(self)
        chunk = self.take(size)
        self.report()
        return chunk

    def take(self, size: int) -> bytes:
        """Return the next bytes of the parts; a file may give less at once than it has."""
        chunks = []
        while size > 0 and self._part < len(self._parts):
            part = self._parts[self._part]
            most = min(size, _length(part) - self._offset)
            if isinstance(part, bytes):
                chunk = part[self._offset : self._offset + most]
            elif chunk := part.read(most):
                self._done += len(chunk)
            else:
                raise FileReadError("IO Error: the file became shorter", errno.EIO)
            chunks.append(chunk)
            size -= len(chunk)
            self._offset += len(chunk)
            self._sent += len(chunk)
            if self._offset == _length(part):
                self._part, self._offset = self._part + 1, 0
        return b"".join(chunks)

    def report(self) -> None:
        """Tell the hook of the caller what was taken of the files since it was last told."""
        if self._on_progress and self._done > self._reported:
            self._reported = self._done
            self._on_progress(self._done, self._size)


def _length(part: bytes | UploadFile) -> int:
    return part.size if isinstance(part, UploadFile) else len(part)


@contextmanager
def upload_files(sources: Iterable[FileSource]) -> Iterator[list[UploadFile]]:
    """Open several files to upload, all of them or none."""
    with ExitStack() as stack:
        yield [
            stack.enter_context(UploadFile(source, argument=f"files[{index}]"))
            for index, source in enumerate(sources)
        ]


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


class Receiver:
    """The sink of a download: writes, counts and hashes."""

    def __init__(self, stream: BinaryIO, expected: str | None) -> None:
        self._stream = stream
        self._start = _start_of(stream)
        self._expected = expected
        self._size = 0

    def begin(self) -> None:
        """Start anew: forget what an earlier attempt wrote."""
        with mapped_errors():
            if self._start is not None:
                self._stream.seek(self._start)
                self._stream.truncate()
            elif self._size:
                raise FileReadError("IO Error: the target cannot start anew", errno.ESPIPE)
        self._size = 0
        self._sha256 = hashlib.sha256()
        algorithm = _ALGORITHMS[len(self._expected)] if self._expected else "sha256"
        # The id is mostly a SHA-256 itself: hashing once is enough.
        self._check = None if algorithm == "sha256" else hashlib.new(algorithm)

    def write(self, chunk: bytes, /) -> None:
        """Take the next bytes."""
        with mapped_errors():
            _write_all(self._stream, chunk)
        self._size += len(chunk)
        self._sha256.update(chunk)
        if self._check:
            self._check.update(chunk)

    def result(self) -> Download:
        """Return what came, after checking that it is what was asked for."""
        if flush := getattr(self._stream, "flush", None):
            with mapped_errors():
                flush()
        check = self._check or self._sha256
        if self._expected and check.hexdigest() != self._expected:
            raise InvalidResponseError(
                f"the content does not have the hash {self._expected},"
                f" its SHA-256 is {self._sha256.hexdigest()}"
            )
        return Download(self._size, self._sha256.hexdigest())


def _write_all(stream: BinaryIO, chunk: bytes) -> None:
    written: int | None = stream.write(chunk)
    if isinstance(stream, io.RawIOBase):
        # It may take less than it is given, or nothing.
        while written is not None and written < len(chunk):
            chunk = chunk[written:]
            written = stream.write(chunk)
        if written is None:
            raise BlockingIOError(errno.EAGAIN, "the target takes no more at once")


def _start_of(stream: BinaryIO) -> int | None:
    """Return where a stream can start anew; None for a pipe, a device and what packs."""
    try:
        if not stream.seekable():
            return None
        start = stream.tell()
        end = stream.seek(0, os.SEEK_END)
    except (AttributeError, OSError, ValueError):
        return None
    try:
        stream.truncate(end)  # changes nothing, and devices refuse it
    except (AttributeError, OSError, ValueError):
        return None
    finally:
        stream.seek(start)
    return start


@contextmanager
def receiving(target: DownloadTarget, expected: str | None = None) -> Iterator[Receiver]:
    """Open the target of a download; nothing is left behind if the block fails.

    A file is written under another name in the same folder and takes the place of the target at the
    end, with the owner and the permissions of what was there; a link stays, and what it leads to is
    replaced. What a killed process has left is removed by the next download to the same place.
    Devices, pipes and descriptors such as `/dev/stdout` are written to. A file object is written
    from where it stands and stays open.

    Args:
        target: a path or a file object opened in binary mode.
        expected: the MD5, SHA-1 or SHA-256 that the content must have, None for any.

    Raises:
        InvalidInputError: the target is something else, such as a text stream or a closed file.
        FileReadError: it cannot be written.
    """
    if isinstance(target, (str, os.PathLike)):
        opened = _opened(_path("target", target))
    else:
        opened = _borrowed(target)
    with opened as stream:
        yield Receiver(stream, expected)


def downloading(
    request: Request,
    target: DownloadTarget,
    max_bytes: int,
    expected: str | None = None,
    on_progress: DownloadProgress | None = None,
) -> Flow[Download]:
    """Write the content that a request is answered with to a target.

    Args:
        request: what to send.
        target: a path, written whole or not at all, or a file object opened in binary mode.
        max_bytes: the most bytes to take.
        expected: the MD5, SHA-1 or SHA-256 that the content must have, None for any.
        on_progress: called with the bytes that came, and of how many, None where nobody says.
    """
    checked("max_bytes", max_bytes, {"type": "integer", "minimum": 0})
    check_hook("on_progress", on_progress)

    def receive(receiver: Receiver) -> Flow[Download]:
        received = replace(request, sink=receiver, max_bytes=max_bytes, on_received=on_progress)
        yield from fetch(received, read_nothing)
        return (yield from do(receiver.result))

    return (yield from using(receiving(target, expected), receive))


@contextmanager
def _borrowed(stream: BinaryIO) -> Iterator[BinaryIO]:
    """Check a file object of the caller's."""
    with mapped_errors():
        try:
            # Writing nothing finds out what is closed, read-only or takes text.
            stream.write(b"")
        except (AttributeError, TypeError, ValueError) as error:
            raise InvalidInputError(
                f"target: expected a path or a file opened for writing in binary mode: {error}"
            ) from error
    yield stream


@contextmanager
def _opened(path: str) -> Iterator[BinaryIO]:
    """Open what a path stands for."""
    with mapped_errors():
        stream = _stream_behind(path)
    if stream is None:
        with _replacing(os.path.realpath(path)) as stream:
            yield stream
        return
    try:
        yield stream
    finally:
        with mapped_errors():
            stream.close()


def _stream_behind(path: str) -> BinaryIO | None:
    """Open a device, a pipe or a descriptor; None where a file is or can be."""
    descriptor = _own_descriptor(path)
    if descriptor is not None:
        os.write(descriptor, b"")  # finds out what is not open for writing
        return os.fdopen(os.dup(descriptor), "wb")
    try:
        mode = os.stat(path).st_mode
    except FileNotFoundError:
        if os.path.basename(path) in ("", ".", ".."):
            raise FileReadError("IO Error: the target is a folder", errno.EISDIR) from None
        return None
    if stat.S_ISDIR(mode):
        raise FileReadError("IO Error: the target is a folder", errno.EISDIR)
    if stat.S_ISREG(mode):
        return None
    if sys.platform == "win32":
        return open(path, "wb")
    # Without waiting for somebody who reads a pipe, and without making a terminal our own.
    descriptor = os.open(path, os.O_WRONLY | os.O_NONBLOCK | os.O_NOCTTY)
    os.set_blocking(descriptor, True)
    return os.fdopen(descriptor, "wb")


def _own_descriptor(path: str) -> int | None:
    """Return the number of the descriptor that a path such as `/dev/stdout` stands for.

    Opened anew, a file would lose its place, and a socket cannot be opened at all.
    """
    for _ in range(_MAX_LINKS):
        folder, name = os.path.split(path)
        if name.isdecimal() and os.path.realpath(folder) in map(os.path.realpath, _DESCRIPTORS):
            return int(name)
        try:
            path = os.path.join(folder, os.readlink(path))
        except OSError:
            return None
    return None


@contextmanager
def _replacing(place: str) -> Iterator[BinaryIO]:
    """Open a file beside a place, and put it there at the end."""
    with mapped_errors():
        part, stream = _partial_of(place)
    # Windows renames and removes no open file; elsewhere it is locked as long as it is open.
    closes_first = sys.platform == "win32"
    try:
        with mapped_errors():
            _take_over(place, stream)
        yield stream
        with mapped_errors():
            if closes_first:
                stream.close()
            try:
                os.replace(part, place)
            except OSError as error:
                if error.errno != errno.EBUSY:
                    raise
                # A file that is mounted by itself, as containers have them, can only be written to.
                shutil.copyfile(part, place)
                os.unlink(part)
    except BaseException:
        with suppress(OSError):
            if closes_first:
                stream.close()
        with suppress(OSError):
            os.unlink(part)
        with suppress(OSError):
            stream.close()
        raise
    stream.close()


def _partial_of(place: str) -> tuple[str, BinaryIO]:
    """Make the file that a download to a place is written to; return its path and itself."""
    folder, name = os.path.split(place)
    # The same each time, so that what a killed process has left is found, and short, so that the
    # target may have any name that a file can have.
    stem = f".vt-sdk-{hashlib.sha256(os.fsencode(name)).hexdigest()[:16]}"
    for end in ("", f"-{secrets.token_hex(8)}"):
        part = os.path.join(folder, f"{stem}{end}.part")
        _remove_abandoned(part)
        try:
            # Not by `tempfile`, whose files only their owner may read.
            stream = open(part, "x+b")  # noqa: SIM115  # closed by who replaces with it
        except FileExistsError:
            continue  # it belongs to another download, which is under way
        try:
            _lock(stream, part)
        except (BlockingIOError, FileNotFoundError):
            stream.close()  # another download has just taken it for abandoned
            continue
        except OSError:
            pass  # this file system has no locks, so nobody takes anything for abandoned
        return part, stream
    raise FileReadError("IO Error: the target is being written", errno.EEXIST)


def _remove_abandoned(part: str) -> None:
    """Remove a file that was left by a process that was killed while it wrote it."""
    with suppress(OSError):
        if sys.platform == "win32":
            os.unlink(part)  # fails while somebody has it open
            return
        descriptor = os.open(part, os.O_RDONLY | os.O_NONBLOCK | os.O_NOFOLLOW)
        with open(descriptor, "rb") as left:
            _lock(left, part)
            os.unlink(part)


def _lock(stream: BinaryIO, path: str) -> None:
    """Lock a file until it is closed or its process ends.

    Raises:
        OSError: another one has locked it, or it is not at its path any more.
    """
    if sys.platform != "win32":
        import fcntl  # which Windows does not have

        fcntl.flock(stream, fcntl.LOCK_EX | fcntl.LOCK_NB)
        if not os.path.samestat(os.fstat(stream.fileno()), os.lstat(path)):
            raise FileNotFoundError(errno.ENOENT, "it was replaced")


def _take_over(place: str, stream: BinaryIO) -> None:
    """Set the owner and the permissions of a file to those of the one that it is to replace."""
    if sys.platform != "win32":
        with suppress(FileNotFoundError):
            found = os.stat(place)
            with suppress(OSError):  # only root gives files away
                os.fchown(stream.fileno(), found.st_uid, found.st_gid)
            os.fchmod(stream.fileno(), found.st_mode & 0o777)
