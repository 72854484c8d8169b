"""Local files: what is sent of them, in which road, in how much memory, and what is written."""

import errno
import gzip
import hashlib
import io
import os
import pty
import re
import select
import signal
import socket
import stat
import subprocess
import sys
import threading
import tty
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from email import message_from_bytes
from pathlib import Path
from typing import Any, BinaryIO

import pytest

from tests.support import (
    JSON_HEADERS,
    KEY,
    SHA256,
    Answer,
    Recorded,
    Server,
    envelope,
    error_answer,
    json_answer,
    run_python,
)
from vt_sdk import (
    DIRECT_UPLOAD_MAX_BYTES,
    UPLOAD_MAX_BYTES,
    APIConnectionError,
    Download,
    EmptyFileError,
    FileReadError,
    FileTooLargeError,
    InvalidInputError,
    InvalidResponseError,
    NotFoundError,
    RetryPolicy,
    ServerError,
    VirusTotalAPIFiles,
)
from vt_sdk.emulator import Emulator
from vt_sdk.files import FileForm, UploadFile, file_hash, receiving

CONTENT = bytes(range(256)) * 3000
QUEUED = json_answer({"type": "analysis", "id": "queued"})


def parts_of(recorded: Recorded) -> dict[str, tuple[str | None, bytes]]:
    """Take a multipart form apart with a parser that is not ours."""
    head = f"Content-Type: {recorded.headers['content-type']}\r\n\r\n".encode()
    message = message_from_bytes(head + recorded.body)
    found = {}
    for part in message.get_payload():
        assert not isinstance(part, str)
        name = part.get_param("name", header="content-disposition")
        content = part.get_payload(decode=True)
        assert isinstance(name, str)
        assert isinstance(content, bytes)
        found[name] = (part.get_filename(), content)
    return found


class Named(io.BytesIO):
    """A file object with a name."""

    def __init__(self, content: bytes, name: Any) -> None:
        super().__init__(content)
        self.name = name


@pytest.fixture
def path(tmp_path: Path) -> Path:
    made = tmp_path / "secret folder" / "sample.bin"
    made.parent.mkdir()
    made.write_bytes(CONTENT)
    return made


# --- what is sent --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("source", "name"),
    [
        (lambda path: path, "sample.bin"),
        (str, "sample.bin"),
        (lambda path: CONTENT, "file"),
        (lambda path: path.open("rb"), "sample.bin"),
        (lambda path: io.BytesIO(CONTENT), "file"),
        (lambda path: Named(CONTENT, "/secret folder/n.bin"), "n.bin"),
        (lambda path: Named(CONTENT, 5), "file"),
    ],
    ids=["path", "text", "bytes", "open file", "memory", "named", "numbered"],
)
def test_upload_of_every_kind_of_source(
    server: Server, path: Path, source: Callable[[Path], Any], name: str
) -> None:
    server.play(QUEUED)
    given = source(path)
    descriptor = server.client().files.upload(given)
    assert (descriptor.type, descriptor.id) == ("analysis", "queued")
    assert (server.last.method, server.last.path) == ("POST", "/api/v3/files")
    assert parts_of(server.last) == {"file": (name, CONTENT)}
    assert b"secret folder" not in server.last.body
    assert "secret folder" not in str(server.last.headers)
    assert int(server.last.headers["content-length"]) == len(server.last.body)
    assert "transfer-encoding" not in server.last.headers
    if hasattr(given, "close"):
        assert not given.closed  # the caller's file stays the caller's
        given.close()


def test_a_file_object_is_sent_from_where_it_stands(server: Server) -> None:
    server.play(QUEUED)
    stream = io.BytesIO(b"skipped|sent")
    stream.seek(8)
    server.client().files.upload(stream)
    assert parts_of(server.last)["file"][1] == b"sent"


@pytest.mark.parametrize(
    ("name", "sent"),
    [
        ('quo"te.bin', "quo%22te.bin"),
        ("line\r\nX-Evil: 1", "line%0D%0AX-Evil: 1"),
        ("../../etc/passwd", "passwd"),
        ("ünïcödé 😀.bin", "ünïcödé 😀.bin"),
        ("semi;colon=x", "semi;colon=x"),
        ("a" * 1000, "a" * 1000),
        (r"C:\Users\me\evil.exe", "evil.exe"),
        (r"\\server\share\evil.exe", "evil.exe"),
        (r"/srv/in\evil.exe", "evil.exe"),
        ("C:evil.exe", "evil.exe"),
        ("caf\udce9.exe", "caf\ufffd.exe"),
        ("\ud800", "\ufffd"),
        ("folder/", "file"),
        ("..", "file"),
    ],
)
def test_names(server: Server, name: str, sent: str) -> None:
    server.play(QUEUED)
    server.client().files.upload(CONTENT, name=name)
    head = server.last.body.partition(b"\r\n\r\n")[0].decode()
    assert f'filename="{sent}"' in head
    assert head.count("\r\n") == 2  # boundary, disposition, type: nothing was smuggled in
    assert server.last.body.count(CONTENT) == 1


def test_a_file_whose_name_is_not_text_is_sent(server: Server, tmp_path: Path) -> None:
    path = os.path.join(os.fsencode(tmp_path), b"caf\xe9.exe")
    with open(path, "wb") as stream:
        stream.write(CONTENT)
    with open(path, "rb") as named_by_bytes:
        for source in (os.fsdecode(path), named_by_bytes):
            server.play(QUEUED)
            server.client().files.upload(source)
            assert parts_of(server.last)["file"][1] == CONTENT
            assert 'filename="caf\ufffd.exe"'.encode() in server.last.body


def test_a_name_that_is_no_text(server: Server) -> None:
    name: Any = b"name"
    with pytest.raises(InvalidInputError, match=r"^name: expected a text"):
        server.client().files.upload(CONTENT, name=name)
    assert server.connections == 0


def test_a_password(server: Server) -> None:
    server.play(QUEUED)
    server.client().files.upload(CONTENT, password="pass\r\n--word ü")
    assert parts_of(server.last)["password"][1] == "pass\r\n--word ü".encode()
    assert parts_of(server.last)["file"][1] == CONTENT


def test_progress(server: Server, path: Path) -> None:
    server.play(QUEUED)
    told: list[tuple[int, int]] = []
    server.client().files.upload(path, on_progress=lambda done, size: told.append((done, size)))
    assert {size for _, size in told} == {len(CONTENT)}
    done = [count for count, _ in told]
    assert done == sorted(set(done))
    assert done[-1] == len(CONTENT)
    assert len(done) > 1


def test_an_error_in_the_callback_is_the_callers(server: Server, path: Path) -> None:
    def stop(done: int, size: int) -> None:
        raise KeyError("stop")

    with pytest.raises(KeyError, match="stop"):
        server.client().files.upload(path, on_progress=stop)


# --- files that cannot be sent -------------------------------------------------------------------


class Forbidden(io.BytesIO):
    """A file that may not be read."""

    def read(self, size: int | None = -1) -> bytes:
        raise PermissionError(errno.EACCES, "no")


class Shrinking(io.BytesIO):
    """A file that becomes shorter than it was when it was measured."""

    def read(self, size: int | None = -1) -> bytes:
        found = super().read(size)
        return found if self.tell() <= 300_000 else b""


class Failing(io.BytesIO):
    """A file on a disk that fails."""

    def read(self, size: int | None = -1) -> bytes:
        raise OSError(errno.EIO, "bad sector")


@pytest.mark.parametrize(
    ("source", "code", "text"),
    [
        (lambda folder: folder / "missing", errno.ENOENT, "File not found"),
        (lambda folder: str(folder / "missing"), errno.ENOENT, "File not found"),
        (lambda folder: folder, errno.EIO, "IO Error"),
        (lambda folder: Forbidden(CONTENT), errno.EACCES, "Permission error"),
        (lambda folder: Failing(CONTENT), errno.EIO, "IO Error"),
        (lambda folder: Shrinking(CONTENT), errno.EIO, "shorter"),
    ],
    ids=["missing", "missing text", "folder", "forbidden", "failing", "shrinking"],
)
@pytest.mark.parametrize("method", ["upload", "scan_and_wait", "get_or_scan"])
def test_files_that_cannot_be_read(
    server: Server,
    tmp_path: Path,
    method: str,
    source: Callable[[Path], Any],
    code: int,
    text: str,
) -> None:
    client = server.client()
    with pytest.raises(FileReadError, match=text) as caught:
        getattr(client.files, method)(source(tmp_path))
    assert caught.value.err_code == code
    assert caught.value.errno == code
    assert isinstance(caught.value, OSError)
    assert all(recorded.method != "POST" for recorded in server.requests)


def test_the_client_works_on_after_a_file_that_failed(server: Server) -> None:
    server.play(QUEUED)
    client = server.client()
    with pytest.raises(FileReadError):
        client.files.upload(Shrinking(CONTENT))
    assert client.files.upload(CONTENT).id == "queued"


@pytest.mark.parametrize("source", [b"", io.BytesIO(), io.BytesIO(b"")])
def test_an_empty_file(server: Server, source: Any) -> None:
    with pytest.raises(EmptyFileError, match="no content"):
        server.client().files.upload(source)
    assert server.connections == 0


def test_an_empty_file_on_disk(server: Server, tmp_path: Path) -> None:
    (tmp_path / "empty").touch()
    for method in ("upload", "scan_and_wait", "get_or_scan"):
        with pytest.raises(EmptyFileError, match="empty has no content"):
            getattr(server.client().files, method)(tmp_path / "empty")
    assert server.connections == 0


def sparse(path: Path, size: int) -> Path:
    with path.open("wb") as stream:
        stream.truncate(size)
    return path


def test_sizes() -> None:
    assert DIRECT_UPLOAD_MAX_BYTES == 32_000_000
    assert UPLOAD_MAX_BYTES == 681_574_400


def test_a_file_that_is_too_large(server: Server, tmp_path: Path) -> None:
    path = sparse(tmp_path / "huge.bin", UPLOAD_MAX_BYTES + 1)
    with pytest.raises(FileTooLargeError, match=r"^huge") as caught:
        server.client().files.upload(path)
    assert caught.value.err_code == errno.EFBIG
    assert server.connections == 0
    with UploadFile(sparse(path, UPLOAD_MAX_BYTES)) as file:
        assert file.size == UPLOAD_MAX_BYTES


@pytest.mark.parametrize("source", [io.StringIO("text"), 5, None, ["x"], object()])
def test_what_is_no_file(server: Server, source: Any) -> None:
    with pytest.raises(InvalidInputError):
        server.client().files.upload(source)
    assert server.connections == 0


def test_a_pipe_cannot_be_sent(server: Server, tmp_path: Path) -> None:
    reading, writing = os.pipe()
    os.close(writing)
    os.mkfifo(tmp_path / "pipe")
    with open(reading, "rb") as stream:
        for source in (stream, tmp_path / "pipe", "/dev/null", f"/dev/fd/{reading}"):
            with pytest.raises(InvalidInputError, match=r"^file_path: .* seek"):
                server.client().files.upload(source)
    assert server.connections == 0


@pytest.mark.parametrize("mode", ["closed", "wb", "w", "r"])
def test_a_file_object_that_cannot_be_read(server: Server, tmp_path: Path, mode: str) -> None:
    with open(
        tmp_path / "x", "wb" if mode == "closed" else mode if mode != "r" else "w+"
    ) as stream:
        if mode == "closed":
            stream.close()
        given: Any = stream
        with pytest.raises(InvalidInputError, match=r"^file_path: expected"):
            server.client().files.upload(given)
    assert server.connections == 0


UNUSABLE = ["", "nul\0", "\ud800"]


@pytest.mark.parametrize("path", UNUSABLE, ids=ascii)
def test_names_that_no_file_can_have(server: Server, path: str) -> None:
    number: Any = 5
    with pytest.raises(InvalidInputError, match="no file can have this name: 5"):
        VirusTotalAPIFiles.get_file_id(number)
    calls: list[Callable[[], object]] = [
        lambda: server.client().files.upload(path),
        lambda: VirusTotalAPIFiles.get_file_id(path),
        lambda: server.client().files.download(SHA256, path),
    ]
    for call in calls:
        with pytest.raises(InvalidInputError, match="no file can have this name"):
            call()
    assert server.connections == 0


def test_files_are_closed_whatever_happens(server: Server, path: Path) -> None:
    # An open file would be a warning at its end, and warnings are errors here.
    server.play(QUEUED, error_answer(400, "InvalidArgumentError"), Answer(reset=True))
    client = server.client(retry=RetryPolicy(attempts=1))
    client.files.upload(path)
    with pytest.raises(Exception, match="No"):
        client.files.upload(path)
    with pytest.raises(APIConnectionError) as caught:
        client.files.upload(path)
    assert caught.value.__notes__ == ["The service may have the file."]
    file = UploadFile(path)
    with file:
        file.rewind()
        assert file.read(10) == CONTENT[:10]
    with pytest.raises(ValueError, match="closed"):
        file.read(10)


# --- large files ---------------------------------------------------------------------------------


@pytest.mark.slow
def test_a_large_file_takes_the_upload_address(
    server: Server, other_server: Server, tmp_path: Path
) -> None:
    path = sparse(tmp_path / "large.bin", DIRECT_UPLOAD_MAX_BYTES)
    server.play(json_answer(f"{other_server.url}/upload/token?x=1"))
    other_server.play(QUEUED)
    assert server.client().files.upload(path).id == "queued"
    assert server.paths == ["/files/upload_url"]
    assert other_server.last.target == "/upload/token?x=1"
    assert other_server.last.method == "POST"
    assert "x-apikey" not in other_server.last.headers
    assert len(parts_of(other_server.last)["file"][1]) == DIRECT_UPLOAD_MAX_BYTES


def test_an_upload_address_of_the_service_gets_the_key(server: Server, tmp_path: Path) -> None:
    path = sparse(tmp_path / "large.bin", DIRECT_UPLOAD_MAX_BYTES)
    server.play(json_answer(f"{server.url}/elsewhere"), QUEUED)
    server.client().files.upload(path)
    assert server.last.target == "/elsewhere"
    assert server.last.headers["x-apikey"] == KEY


@pytest.mark.parametrize("address", ["", "file:///etc/passwd", "/relative", "javascript:x"])
def test_a_bad_upload_address(server: Server, tmp_path: Path, address: str) -> None:
    path = sparse(tmp_path / "large.bin", DIRECT_UPLOAD_MAX_BYTES)
    server.play(json_answer(address))
    with pytest.raises(InvalidResponseError, match="upload address"):
        server.client().files.upload(path)
    assert len(server.requests) == 1


def test_the_direct_road_ends_below_32_mb() -> None:
    with UploadFile(bytes(DIRECT_UPLOAD_MAX_BYTES - 1000), "x") as file:
        assert len(FileForm(file)) <= DIRECT_UPLOAD_MAX_BYTES


# --- the form ------------------------------------------------------------------------------------


@pytest.mark.parametrize("size", [1, 7, 100, 1 << 18, -1])
def test_the_form_in_pieces(size: int) -> None:
    with UploadFile(CONTENT[:5000], "n") as file:
        form = FileForm(file, {"password": "p"})
        form.rewind()
        whole = form.read(-1) + b"".join(form)
        assert form.is_exhausted
        assert form.read(10) == b""
        form.rewind()
        assert (form.tell(), form.is_exhausted) == (0, False)
        pieces = []
        while piece := form.read(size):
            assert size < 0 or len(piece) <= size
            pieces.append(piece)
            assert form.tell() == sum(map(len, pieces))
        assert b"".join(pieces) == whole
        assert len(whole) == len(form)


def test_every_form_has_a_boundary_of_its_own() -> None:
    with UploadFile(b"x", "n") as file:
        assert len({FileForm(file).content_type for _ in range(5)}) == 5


# --- hashes --------------------------------------------------------------------------------------


@pytest.mark.parametrize("algorithm", ["md5", "sha1", "sha256"])
def test_hashes(path: Path, algorithm: str) -> None:
    expected = hashlib.new(algorithm, CONTENT).hexdigest()
    assert file_hash(path, algorithm) == expected
    assert VirusTotalAPIFiles.get_file_id(str(path), algorithm) == expected
    assert VirusTotalAPIFiles(KEY).get_file_id(path, hash_alg=algorithm) == expected


def test_hashes_that_cannot_be(tmp_path: Path, path: Path) -> None:
    with pytest.raises(InvalidInputError, match="hash_alg"):
        VirusTotalAPIFiles.get_file_id(path, "sha512")
    with pytest.raises(FileReadError) as caught:
        VirusTotalAPIFiles.get_file_id(tmp_path / "missing")
    assert (caught.value.err_code, str(caught.value)) == (errno.ENOENT, "File not found")
    with pytest.raises(FileReadError):
        VirusTotalAPIFiles.get_file_id(tmp_path)


# --- downloads -----------------------------------------------------------------------------------


def digest(content: bytes, algorithm: str = "sha256") -> str:
    return hashlib.new(algorithm, content).hexdigest()


def names_in(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


@pytest.mark.parametrize("algorithm", ["md5", "sha1", "sha256"])
@pytest.mark.parametrize("kind", ["path", "text"])
def test_download_to_a_path(server: Server, tmp_path: Path, algorithm: str, kind: str) -> None:
    target = tmp_path / "result.bin"
    server.play(Answer(200, CONTENT))
    found = server.client().files.download(
        digest(CONTENT, algorithm).upper(), target if kind == "path" else str(target)
    )
    assert found == Download(len(CONTENT), digest(CONTENT))
    assert target.read_bytes() == CONTENT
    assert names_in(tmp_path) == ["result.bin"]
    assert server.last.path.endswith("/download")


def test_download_into_a_file_object(server: Server, tmp_path: Path) -> None:
    server.play(Answer(200, CONTENT), Answer(200, CONTENT))
    stream = io.BytesIO(b"before")
    stream.seek(6)
    found = server.client().files.download(digest(CONTENT), stream)
    assert stream.getvalue() == b"before" + CONTENT
    assert found.size == len(CONTENT)
    with (tmp_path / "x").open("wb") as file:
        server.client().files.download(digest(CONTENT), file)
        assert not file.closed
    assert (tmp_path / "x").read_bytes() == CONTENT


def test_a_download_tells_how_much_came(either: Server, tmp_path: Path) -> None:
    content = os.urandom(2_000_000)
    either.play(Answer(200, content), Answer(200, gzip.compress(content), GZIPPED))
    for total in (len(content), None):
        told: list[tuple[int, int | None]] = []
        threads = set[str]()

        def tell(
            done: int,
            of: int | None,
            told: list[tuple[int, int | None]] = told,
            threads: set[str] = threads,
        ) -> None:
            told.append((done, of))
            threads.add(threading.current_thread().name)

        either.client().files.download(digest(content), tmp_path / "x", on_progress=tell)
        assert len(told) > 1
        assert told == sorted(told, key=lambda each: each[0])
        assert told[-1] == (len(content), total)
        assert len(threads) == 1  # that of the caller, or of the loop
        assert "vt-sdk-pour" not in threads
    with pytest.raises(InvalidInputError, match="on_progress"):
        either.client().files.download(digest(content), tmp_path / "x", on_progress=coroutine)


async def coroutine(done: int, total: int | None) -> None:
    """Be what nobody awaits."""


def test_an_empty_download(server: Server, tmp_path: Path) -> None:
    server.play(Answer(200, b""))
    found = server.client().files.download_pcap("id", tmp_path / "empty")
    assert found == Download(0, digest(b""))
    assert (tmp_path / "empty").read_bytes() == b""


@pytest.mark.parametrize("mask", [0o022, 0o077, 0o002])
def test_permissions_follow_the_umask(server: Server, tmp_path: Path, mask: int) -> None:
    server.play(Answer(200, CONTENT))
    before = os.umask(mask)
    try:
        server.client().files.download(digest(CONTENT), tmp_path / "x")
    finally:
        os.umask(before)
    assert stat.S_IMODE((tmp_path / "x").stat().st_mode) == 0o666 & ~mask


GZIPPED = {"Content-Encoding": "gzip"}
BAD_DOWNLOADS = [
    pytest.param([Answer(200, b"something else")], InvalidResponseError, id="another content"),
    pytest.param([Answer(200, CONTENT, send=5000)] * 3, APIConnectionError, id="cut"),
    pytest.param([error_answer(404, "NotFoundError")], NotFoundError, id="an error"),
    pytest.param([Answer(reset=True)] * 3, APIConnectionError, id="reset"),
    pytest.param(
        [Answer(200, b"x", {"Content-Encoding": "gzip"})], InvalidResponseError, id="gzip"
    ),
    pytest.param([Answer(502, b"<html>")] * 3, ServerError, id="a web page"),
]


@pytest.mark.parametrize(("answers", "kind"), BAD_DOWNLOADS)
@pytest.mark.parametrize("existing", [True, False])
def test_a_failed_download_leaves_nothing_behind(
    server: Server,
    tmp_path: Path,
    answers: list[Answer],
    kind: type[Exception],
    existing: bool,
) -> None:
    target = tmp_path / "target"
    if existing:
        target.write_bytes(b"was there")
    server.play(*answers)
    with pytest.raises(kind):
        server.client().files.download(digest(CONTENT), target)
    assert names_in(tmp_path) == (["target"] if existing else [])
    if existing:
        assert target.read_bytes() == b"was there"


def test_a_cut_download_starts_anew(server: Server, tmp_path: Path) -> None:
    server.play(Answer(200, CONTENT, send=9999), error_answer(503, "TransientError"))
    server.play(Answer(200, CONTENT))
    found = server.client().files.download(digest(CONTENT), tmp_path / "x")
    assert (tmp_path / "x").read_bytes() == CONTENT
    assert found == Download(len(CONTENT), digest(CONTENT))


def test_a_file_object_that_cannot_start_anew(server: Server) -> None:
    class Pipe(io.BytesIO):
        def seekable(self) -> bool:
            return False

    server.play(Answer(200, CONTENT))
    pipe = Pipe()
    assert server.client().files.download(digest(CONTENT), pipe).size == len(CONTENT)
    assert pipe.getvalue() == CONTENT
    server.play(Answer(200, CONTENT, send=300_000), Answer(200, CONTENT))
    with pytest.raises((FileReadError, APIConnectionError)):
        server.client().files.download(digest(CONTENT), Pipe())


def test_targets_that_cannot_be_written(server: Server, tmp_path: Path) -> None:
    server.default = Answer(200, CONTENT)
    client = server.client()
    with pytest.raises(FileReadError) as caught:
        client.files.download(digest(CONTENT), tmp_path / "no" / "such" / "folder")
    assert caught.value.err_code == errno.ENOENT
    assert server.connections == 0
    (tmp_path / "folder").mkdir()
    with pytest.raises(FileReadError):
        client.files.download(digest(CONTENT), tmp_path / "folder")
    assert names_in(tmp_path) == ["folder"]
    with (tmp_path / "x").open("wb") as stream:
        reading: BinaryIO
        with (tmp_path / "x").open("rb") as reading, pytest.raises(InvalidInputError):
            client.files.download(digest(CONTENT), reading)
        stream.write(b"the first one still works")


def test_a_full_disk(server: Server) -> None:
    class Full(io.BytesIO):
        def write(self, chunk: Any, /) -> int:
            if not chunk:
                return 0
            raise OSError(errno.ENOSPC, "no space")

    server.play(Answer(200, CONTENT))
    with pytest.raises(FileReadError) as caught:
        server.client().files.download(digest(CONTENT), Full())
    assert caught.value.err_code == errno.EIO
    assert len(server.requests) == 1


def test_an_interrupt_leaves_nothing_behind(tmp_path: Path) -> None:
    def interrupted() -> None:
        with receiving(tmp_path / "x") as receiver:
            receiver.begin()
            receiver.write(b"half")
            assert len(names_in(tmp_path)) == 1
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        interrupted()
    assert names_in(tmp_path) == []


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("folder", FileReadError),
        ("folder/", FileReadError),
        ("folder/.", FileReadError),
        ("missing/", FileReadError),
        ("missing/.", FileReadError),
        ("a" * 256, FileReadError),
        ("file/x", FileReadError),
        ("loop", FileReadError),
        ("dangling", FileReadError),
        ("socket", FileReadError),
        ("pipe", FileReadError),  # nobody reads it
        ("/", FileReadError),
        ("/dev/fd/999", FileReadError),
        ("/proc/self/fd/0", FileReadError),
        (b"bytes", InvalidInputError),
        (5, InvalidInputError),
        (None, InvalidInputError),
        (io.StringIO(), InvalidInputError),
        (io.TextIOWrapper(io.BytesIO()), InvalidInputError),
    ],
    ids=lambda value: value if isinstance(value, str) else type(value).__name__,
)
def test_what_cannot_be_written_is_refused_before_the_download(
    server: Server, tmp_path: Path, name: Any, kind: type[Exception]
) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "file").touch()
    (tmp_path / "loop").symlink_to("loop")
    (tmp_path / "dangling").symlink_to("missing/target")
    os.mkfifo(tmp_path / "pipe")
    before = names_in(tmp_path)
    with socket.socket(socket.AF_UNIX) as bound, open(os.devnull, "rb") as nothing:
        bound.bind(os.path.relpath(tmp_path / "socket"))  # a long path has no room in an address
        if name == "/proc/self/fd/0":
            name = f"/proc/self/fd/{nothing.fileno()}"
        target = os.path.join(tmp_path, name) if isinstance(name, str) else name
        with pytest.raises(kind):
            server.client().files.download(SHA256, target)
    assert server.connections == 0
    assert names_in(tmp_path) == sorted([*before, "socket"])


def test_a_closed_file_object_is_refused_before_the_download(server: Server) -> None:
    stream = io.BytesIO()
    stream.close()
    with pytest.raises(InvalidInputError, match=r"^target: .* closed"):
        server.client().files.download(SHA256, stream)
    assert server.connections == 0


@pytest.mark.parametrize("name", ["a" * 255, "ü" * 127, "-", ".hidden", "new\nline"])
def test_any_name_that_a_file_can_have(server: Server, tmp_path: Path, name: str) -> None:
    server.play(Answer(200, CONTENT))
    server.client().files.download(digest(CONTENT), tmp_path / name)
    assert names_in(tmp_path) == [name]


@pytest.mark.parametrize("mode", [0o600, 0o640, 0o755, 0o444])
def test_a_file_that_is_replaced_keeps_its_permissions(
    server: Server, tmp_path: Path, mode: int
) -> None:
    target = tmp_path / "x"
    target.write_bytes(b"was there")
    target.chmod(mode)
    server.play(Answer(200, CONTENT))
    server.client().files.download(digest(CONTENT), target)
    assert target.read_bytes() == CONTENT
    assert stat.S_IMODE(target.stat().st_mode) == mode


@pytest.mark.parametrize("exists", [True, False])
def test_a_link_is_followed(server: Server, tmp_path: Path, exists: bool) -> None:
    (tmp_path / "elsewhere").mkdir()
    target = tmp_path / "elsewhere" / "x"
    if exists:
        target.write_bytes(b"was there")
    (tmp_path / "first").symlink_to("second")
    (tmp_path / "second").symlink_to("elsewhere/x")
    server.play(Answer(200, CONTENT))
    server.client().files.download(digest(CONTENT), tmp_path / "first")
    assert (tmp_path / "first").is_symlink()
    assert (tmp_path / "second").is_symlink()
    assert target.read_bytes() == CONTENT
    assert names_in(tmp_path / "elsewhere") == ["x"]


def test_a_mounted_file_is_written_to(
    server: Server, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def replace(*_: object) -> None:  # as for a file that is mounted by itself
        raise OSError(errno.EBUSY, "Device or resource busy")

    target = tmp_path / "x"
    target.write_bytes(b"was there")
    before = target.stat().st_ino
    monkeypatch.setattr(os, "replace", replace)
    server.play(Answer(200, CONTENT))
    server.client().files.download(digest(CONTENT), target)
    assert target.read_bytes() == CONTENT
    assert target.stat().st_ino == before
    assert names_in(tmp_path) == ["x"]


def test_a_device_stays_a_device(server: Server, tmp_path: Path) -> None:
    # A terminal of our own, since a fault would replace `/dev/null` of the whole machine.
    main, other = pty.openpty()
    try:
        tty.setraw(other)
        (tmp_path / "link").symlink_to(os.ttyname(other))
        server.play(Answer(200, b"to the terminal"))
        found = server.client().files.download(digest(b"to the terminal"), tmp_path / "link")
        assert os.read(main, 100) == b"to the terminal"
        assert found.size == 15
        assert stat.S_ISCHR(os.stat(os.ttyname(other)).st_mode)
        assert (tmp_path / "link").is_symlink()
    finally:
        os.close(main)
        os.close(other)


def test_a_full_device(server: Server, tmp_path: Path) -> None:
    if not os.path.exists("/dev/full"):
        (tmp_path / "full").symlink_to("missing/target")
    else:
        (tmp_path / "full").symlink_to("/dev/full")
    server.play(Answer(200, CONTENT))
    with pytest.raises(FileReadError):
        server.client().files.download(digest(CONTENT), tmp_path / "full")
    assert (tmp_path / "full").is_symlink()


def test_a_pipe_that_somebody_reads(server: Server, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    server.play(Answer(200, CONTENT))
    descriptor = os.open(tmp_path / "pipe", os.O_RDONLY | os.O_NONBLOCK)
    os.set_blocking(descriptor, True)
    with ThreadPoolExecutor(1) as pool, open(descriptor, "rb") as reading:
        # It holds less than the content, so the download waits for the reader.
        download = pool.submit(
            server.client().files.download, digest(CONTENT), str(tmp_path / "pipe")
        )
        assert select.select([reading], [], [], 30)[0]  # till then it is at its end
        assert reading.read(len(CONTENT)) == CONTENT
        assert download.result(30).size == len(CONTENT)
    assert stat.S_ISFIFO((tmp_path / "pipe").stat().st_mode)


@pytest.mark.slow
@pytest.mark.parametrize("kind", ["pipe", "socket", "file"])
def test_the_standard_output(server: Server, tmp_path: Path, kind: str) -> None:
    program = """
import sys
from vt_sdk import VirusTotalAPIFiles
print("before", flush=True)
with VirusTotalAPIFiles("k" * 64, base_url=sys.argv[1]) as files:
    files.download(sys.argv[2], "/dev/stdout")
print("behind")
"""
    server.play(Answer(200, CONTENT))
    command = [sys.executable, "-W", "error", "-c", program, server.base_url, digest(CONTENT)]
    if kind == "pipe":
        found = subprocess.run(command, check=True, stdout=subprocess.PIPE, timeout=60).stdout
    elif kind == "file":
        with (tmp_path / "out").open("wb") as stream:
            subprocess.run(command, check=True, stdout=stream, timeout=60)
        found = (tmp_path / "out").read_bytes()
    else:
        ours, theirs = socket.socketpair()
        with ours, theirs, ours.makefile("rb") as reading, ThreadPoolExecutor(1) as pool:
            future = pool.submit(reading.read)
            subprocess.run(command, check=True, stdout=theirs.fileno(), timeout=60)
            theirs.close()
            found = future.result(10)
    assert found == b"before\n" + CONTENT + b"behind\n"
    assert names_in(tmp_path) == (["out"] if kind == "file" else [])


def test_an_unbuffered_target_gets_all_of_it(server: Server) -> None:
    class Sparing(io.RawIOBase):
        """A stream that takes at most a thousand bytes at once."""

        def __init__(self) -> None:
            self.content = b""

        def writable(self) -> bool:
            return True

        def write(self, chunk: Any, /) -> int:
            self.content += bytes(chunk[:1000])
            return min(len(chunk), 1000)

    class Blocking(Sparing):
        def write(self, chunk: Any, /) -> Any:
            return 0 if not chunk else None

    server.play(Answer(200, CONTENT), Answer(200, CONTENT))
    target: Any = Sparing()
    server.client().files.download(digest(CONTENT), target)
    assert target.content == CONTENT
    blocking: Any = Blocking()
    with pytest.raises(FileReadError):
        server.client().files.download(digest(CONTENT), blocking)


def test_a_target_that_only_takes_bytes(server: Server) -> None:
    class Least:
        """All that a target must have."""

        def __init__(self) -> None:
            self.content = b""

        def write(self, chunk: bytes) -> None:
            self.content += chunk

    server.play(Answer(200, CONTENT))
    target: Any = Least()
    assert server.client().files.download(digest(CONTENT), target).size == len(CONTENT)
    assert target.content == CONTENT


def test_a_packed_target(server: Server, tmp_path: Path) -> None:
    server.play(Answer(200, CONTENT))
    with gzip.open(tmp_path / "x.gz", "wb") as stream:
        target: Any = stream
        server.client().files.download(digest(CONTENT), target)
    assert gzip.decompress((tmp_path / "x.gz").read_bytes()) == CONTENT


KILLED = """
import sys
from vt_sdk.files import receiving
with receiving(sys.argv[1]) as receiver:
    receiver.begin()
    receiver.write(b"half of a sample")
    print("written", flush=True)
    sys.stdin.read()
"""


@pytest.mark.slow
@pytest.mark.parametrize("kind", [signal.SIGTERM, signal.SIGKILL])
def test_what_a_killed_process_left_is_removed(
    server: Server, tmp_path: Path, kind: signal.Signals
) -> None:
    target = tmp_path / "x"
    server.play(Answer(200, CONTENT), Answer(200, CONTENT))
    command = [sys.executable, "-c", KILLED, str(target)]
    pipes: dict[str, Any] = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE}
    with subprocess.Popen(command, **pipes) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == b"written\n"
        # While the other one goes on, nothing of it is touched.
        server.client().files.download(digest(CONTENT), target)
        assert len(names_in(tmp_path)) == 2
        process.send_signal(kind)
        process.wait(30)
    assert len(names_in(tmp_path)) == 2
    server.client().files.download(digest(CONTENT), target)
    assert names_in(tmp_path) == ["x"]
    assert target.read_bytes() == CONTENT


@pytest.mark.slow
def test_downloads_to_one_place_at_the_same_time(tmp_path: Path) -> None:
    def download(content: bytes) -> None:
        with receiving(tmp_path / "x") as receiver:
            receiver.begin()
            receiver.write(content)
            receiver.result()

    contents = [bytes([number]) * 1000 for number in range(8)]
    for _ in range(20):
        with ThreadPoolExecutor(8) as pool:
            list(pool.map(download, contents))
        assert names_in(tmp_path) == ["x"]
        assert (tmp_path / "x").read_bytes() in contents


def test_what_others_planted_is_not_written_to(tmp_path: Path) -> None:
    with receiving(tmp_path / "x") as receiver:
        receiver.begin()
        receiver.result()
        (partial,) = (name for name in names_in(tmp_path))
    (tmp_path / "precious").write_bytes(b"precious")
    (tmp_path / partial).symlink_to("precious")
    with receiving(tmp_path / "x") as receiver:
        receiver.begin()
        receiver.write(b"sample")
        receiver.result()
    assert (tmp_path / "precious").read_bytes() == b"precious"
    assert (tmp_path / "x").read_bytes() == b"sample"


def test_a_hash_with_its_line_end_is_downloaded_and_checked(server: Server, tmp_path: Path) -> None:
    server.play(Answer(200, CONTENT), Answer(200, b"another"))
    expected = f"{digest(CONTENT).upper()}\n"
    assert server.client().files.download(expected, tmp_path / "x").size == len(CONTENT)
    with pytest.raises(InvalidResponseError):
        server.client().files.download(expected, tmp_path / "x")


def test_a_download_from_elsewhere(server: Server, other_server: Server, tmp_path: Path) -> None:
    server.play(Answer(302, headers={"Location": f"{other_server.url}/storage?signature=x"}))
    other_server.play(Answer(200, CONTENT))
    server.client().files.download(digest(CONTENT), tmp_path / "x")
    assert (tmp_path / "x").read_bytes() == CONTENT
    assert "x-apikey" not in other_server.last.headers
    assert re.fullmatch(r"/storage\?signature=x", other_server.last.target)


def test_in_memory_downloads(server: Server) -> None:
    server.play(Answer(200, CONTENT), Answer(200, b"pcap"))
    client = server.client()
    assert client.files.get_download(SHA256) == CONTENT
    assert client.files.get_behaviours("id") == b"pcap"
    assert client.files.get_last_result() == b"pcap"


# --- memory --------------------------------------------------------------------------------------

# A process starts with the peak of the one that started it, so a small one stands between.
LAUNCH = """
import resource, subprocess, sys
subprocess.run([sys.executable, "-W", "error", "-c", *sys.argv[1:]], check=True, timeout=100)
unit = 1 if sys.platform == "darwin" else 1024
print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss * unit)
"""
TRANSFER = """
import sys
from vt_sdk import VirusTotalAPIFiles
direction, url, path, size = sys.argv[1:]
with VirusTotalAPIFiles("k" * 64, base_url=url) as files:
    if direction == "up":
        files.upload(path)
    else:
        assert files.download_pcap("id", path).size == int(size)
"""

LARGE = 200 * 1024 * 1024
MOST = 120 * 1024 * 1024


def peak(direction: str, url: str, path: Path) -> int:
    """Transfer a large file in a process of its own; give the most memory that it took."""
    return int(run_python(LAUNCH, TRANSFER, direction, url, str(path), str(LARGE)))


@pytest.mark.slow
def test_an_upload_takes_little_memory(emulator: Emulator, tmp_path: Path) -> None:
    path = sparse(tmp_path / "large.bin", LARGE)
    emulator.add_key("k" * 64)
    assert peak("up", emulator.base_url, path) < MOST
    assert [call.method for call in emulator.calls] == ["GET", "POST"]
    assert emulator.calls[-1].status == 200


@pytest.mark.slow
def test_a_download_takes_little_memory(server: Server, tmp_path: Path) -> None:
    server.play(Answer(200, bytes(LARGE)))
    path = tmp_path / "large.bin"
    assert peak("down", server.base_url, path) < MOST
    assert path.stat().st_size == LARGE


def test_json_in_place_of_a_file_is_still_bytes(server: Server) -> None:
    server.play(Answer(200, envelope(5), JSON_HEADERS))
    assert server.client().files.get_download(SHA256) == envelope(5)


@pytest.mark.slow
@pytest.mark.parametrize(
    "python", ["atexit.register(get)", "threading.Thread(target=late).start()"]
)
def test_a_download_when_the_main_thread_has_ended(python: str) -> None:
    """Pools take no more work then."""
    code = f"""
import atexit, io, threading
from vt_sdk import Response, StubTransport, VirusTotal

stub = StubTransport(lambda request: Response(200, {{}}, bytes(3_000_000)))
vt = VirusTotal("key", transport=stub)

def get():
    print(vt.files.download_pcap("id", io.BytesIO()).size)

def late():
    threading.main_thread().join()
    get()

{python}
"""
    assert run_python(code) == "3000000\n"
