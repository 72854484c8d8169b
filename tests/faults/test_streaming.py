"""Uploads and downloads that go wrong: what the service gets, and what is left on the disk."""

import errno
import hashlib
import os
import socket
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.faults.support import BUSY, MANY, ONCE, QUEUED, RESET, again
from tests.support import KEY, Answer, Recorded, Server, error_answer, file_document, json_answer
from vt_sdk import (
    APIConnectionError,
    Download,
    EmptyFileError,
    FileReadError,
    InvalidInputError,
    InvalidResponseError,
    NotFoundError,
    RetryPolicy,
    ServerError,
    VirusTotalAPIError,
)

CONTENT = bytes(range(256)) * 6000
DIGEST = hashlib.sha256(CONTENT).hexdigest()


def parts(recorded: Recorded) -> list[tuple[bytes, bytes]]:
    """Take a form apart at its boundary, byte for byte: head and content of each part."""
    boundary = b"--" + recorded.headers["content-type"].partition("boundary=")[2].encode()
    first, *inner, last = recorded.body.split(boundary)
    assert (first, last) == (b"", b"--\r\n")
    found = []
    for part in inner:
        head, _, content = part.removeprefix(b"\r\n").partition(b"\r\n\r\n")
        found.append((head, content.removesuffix(b"\r\n")))
    return found


@pytest.fixture
def sample(tmp_path: Path) -> Path:
    path = tmp_path / "secret folder" / "sample.bin"
    path.parent.mkdir()
    path.write_bytes(CONTENT)
    return path


# --- uploads -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "bad", [BUSY, MANY, RESET, Answer(200, b"x" * 99, send=5)], ids=["503", "429", "reset", "cut"]
)
def test_each_attempt_sends_the_whole_file(either: Server, sample: Path, bad: Answer) -> None:
    either.play(bad, bad, QUEUED)
    either.client().files.upload(sample, password="pässword")
    assert len(either.requests) == 3
    for recorded in either.requests:
        assert [content for _, content in parts(recorded)] == ["pässword".encode(), CONTENT]
        assert b"secret folder" not in recorded.body


def test_an_upload_that_is_cut_in_the_middle_is_whole_the_next_time(
    either: Server, sample: Path
) -> None:
    received: list[int] = []

    def hang_up(done: int, size: int) -> None:
        received.append(done)
        if len(received) == 2:
            # The server goes away while the file is on its way.
            while not (connections := list(either._open)):
                time.sleep(0.01)
            connections[0].shutdown(socket.SHUT_RDWR)

    either.play(QUEUED, QUEUED)
    either.client().files.upload(sample, on_progress=hang_up)
    assert [content for _, content in parts(either.last)] == [CONTENT]
    assert received.count(received[0]) == 2  # it began anew


NAMES = [
    ("plain.exe", b"plain.exe"),
    ("größe ☃.exe", "größe ☃.exe".encode()),
    ('a"b.exe', b"a%22b.exe"),
    ("a\r\nX-Evil: 1\r\n\r\n.exe", b"a%0D%0AX-Evil: 1%0D%0A%0D%0A.exe"),
    ("a\nb", b"a%0Ab"),
    ("100%.exe", b"100%.exe"),
    ("a;b=c", b"a;b=c"),
    ("/etc/passwd", b"passwd"),
    ("../../x", b"x"),
    ("x" * 5000, b"x" * 5000),
]


@pytest.mark.parametrize(("name", "sent"), NAMES, ids=lambda name: repr(name)[:20])
def test_a_name_cannot_break_the_form(either: Server, name: str, sent: bytes) -> None:
    either.play(QUEUED)
    either.client().files.upload(CONTENT, name=name)
    ((head, content),) = parts(either.last)
    disposition, media_type = head.split(b"\r\n")
    assert disposition == b'Content-Disposition: form-data; name="file"; filename="%b"' % sent
    assert media_type == b"Content-Type: application/octet-stream"
    assert content == CONTENT


@pytest.mark.parametrize("name", ["größe ☃.bin", 'a"b\n.bin'])
def test_the_name_of_a_file_on_disk(either: Server, tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(CONTENT)
    either.play(QUEUED)
    either.client().files.upload(tmp_path / name)
    ((head, _),) = parts(either.last)
    escaped = name.replace('"', "%22").replace("\n", "%0A")
    assert f'filename="{escaped}"'.encode() in head


@pytest.mark.parametrize("source", ["empty", "missing", "folder", "bytes"])
def test_what_cannot_be_uploaded(either: Server, tmp_path: Path, source: str) -> None:
    (tmp_path / "empty").touch()
    (tmp_path / "folder").mkdir()
    with pytest.raises((EmptyFileError, FileReadError)) as caught:
        either.client().files.upload(b"" if source == "bytes" else tmp_path / source)
    expected = {"empty": errno.EINVAL, "missing": errno.ENOENT, "folder": errno.EIO}
    assert caught.value.err_code == expected.get(source, errno.EINVAL)
    assert either.connections == 0


def test_a_file_that_vanishes_is_sent_all_the_same(either: Server, sample: Path) -> None:
    # It is open by then; where open files cannot be removed, it cannot vanish.
    either.play(BUSY, QUEUED)
    either.client().files.upload(sample, on_progress=lambda *_: sample.unlink(missing_ok=True))
    assert [content for _, content in parts(either.last)] == [CONTENT]


@pytest.mark.parametrize("when", ["before", "while"])
def test_a_file_that_shrinks(either: Server, sample: Path, when: str) -> None:
    def shrink(*_: object) -> None:
        os.truncate(sample, 700_000)

    either.play(QUEUED)
    client = either.client(on_event=shrink if when == "before" else None)
    with pytest.raises(FileReadError, match="shorter") as caught:
        client.files.upload(sample, on_progress=shrink if when == "while" else None)
    assert caught.value.err_code == errno.EIO
    assert either.requests == []  # no request was complete
    either.play(QUEUED)
    assert either.client().files.upload(b"another").id == "queued"


def test_a_file_that_grows_is_sent_as_it_was(either: Server, sample: Path) -> None:
    def grow(*_: object) -> None:
        with sample.open("ab") as stream:
            stream.write(b"more")

    either.play(BUSY, QUEUED)
    either.client().files.upload(sample, on_progress=grow)
    for recorded in either.requests:
        assert [content for _, content in parts(recorded)] == [CONTENT]


def test_progress_begins_anew_and_ends_at_the_size(either: Server, sample: Path) -> None:
    seen: list[tuple[int, int]] = []
    either.play(BUSY, QUEUED)
    either.client().files.upload(sample, on_progress=lambda *now: seen.append(now))
    half = len(seen) // 2
    assert seen[:half] == seen[half:]
    done = [now for now, _ in seen[:half]]
    assert done == sorted(set(done))
    assert done[-1] == len(CONTENT)
    assert {size for _, size in seen} == {len(CONTENT)}


class Stop(Exception):
    """Of the caller's own."""


def test_a_progress_hook_that_raises(either: Server, sample: Path) -> None:
    def stop(*_: object) -> None:
        raise Stop

    client = either.client()
    with pytest.raises(Stop):
        client.files.upload(sample, on_progress=stop)
    assert either.requests == []
    either.play(QUEUED)
    assert client.files.upload(sample).id == "queued"


@pytest.mark.parametrize("address", ["{other}/upload?signature=x", "{own}/api/v3/up"])
def test_a_large_file_and_the_key(
    either: Server, other_server: Server, tmp_path: Path, address: str
) -> None:
    place = address.format(other=other_server.url, own=either.url)
    with (tmp_path / "large.bin").open("wb") as stream:
        stream.truncate(33_000_000)
    either.play(json_answer(place), QUEUED)
    other_server.default = QUEUED
    either.client().files.upload(tmp_path / "large.bin")
    own = [recorded for recorded in either.requests if recorded.headers.get("x-apikey") != KEY]
    assert own == []
    assert all(KEY not in str(recorded.headers) for recorded in other_server.requests)
    assert len(either.requests) + len(other_server.requests) == 2


@pytest.mark.parametrize("place", ["ftp://x/", "", "/etc", "https://", "http://[::1", 5, None, "x"])
def test_an_upload_address_that_is_none(either: Server, tmp_path: Path, place: object) -> None:
    with (tmp_path / "large.bin").open("wb") as stream:
        stream.truncate(33_000_000)
    either.play(json_answer(place))
    with pytest.raises((InvalidResponseError, InvalidInputError)):
        either.client(retry=ONCE).files.upload(tmp_path / "large.bin")
    assert len(either.requests) == 1


# --- downloads -----------------------------------------------------------------------------------

RIGHT = Answer(200, CONTENT)
CUT = Answer(200, CONTENT, send=700_000)
Fault = tuple[list[Any], type[VirusTotalAPIError] | None, dict[str, Any]]
DOWNLOADS: dict[str, Fault] = {
    "right": ([RIGHT], None, {}),
    "cut, then right": ([CUT, RESET, RIGHT], None, {}),
    "503, then right": ([BUSY, RIGHT], None, {}),
    "moved": ([Answer(302, headers={"Location": "/elsewhere"}), RIGHT], None, {}),
    "gzip bomb": (
        [Answer(200, b"\x1f\x8b\x08\x00" + bytes(6) + b"x" * 99, {"Content-Encoding": "gzip"})],
        InvalidResponseError,
        {},
    ),
    "cut for ever": (again(CUT), APIConnectionError, {}),
    "another content": ([Answer(200, CONTENT[1:])], InvalidResponseError, {}),
    "nothing": ([Answer(200)], InvalidResponseError, {}),
    "too large": ([RIGHT], InvalidResponseError, {"max_bytes": len(CONTENT) - 1}),
    "just not too large": ([RIGHT], None, {"max_bytes": len(CONTENT)}),
    "unknown": ([error_answer(404, "NotFoundError")], NotFoundError, {}),
    "a web page": (again(Answer(502, b"<html>")), ServerError, {}),
    "an object": ([json_answer(file_document())], InvalidResponseError, {}),
    "reset": (again(RESET), APIConnectionError, {}),
}


@pytest.mark.parametrize("existing", [True, False])
@pytest.mark.parametrize("fault", DOWNLOADS)
def test_a_download_is_right_or_not_there(
    either: Server, tmp_path: Path, fault: str, existing: bool
) -> None:
    answers, outcome, options = DOWNLOADS[fault]
    target = tmp_path / "target"
    if existing:
        target.write_bytes(b"was there")
    either.play(*answers)
    client = either.client()
    if outcome is None:
        found = client.files.download(DIGEST, target, **options)
        assert found == Download(len(CONTENT), DIGEST)
    else:
        with pytest.raises(outcome):
            client.files.download(DIGEST, target, **options)
    expected = CONTENT if outcome is None else b"was there" if existing else None
    assert (target.read_bytes() if target.exists() else None) == expected
    assert {path.name for path in tmp_path.iterdir()} <= {"target"}


def removed(folder: Path) -> None:
    for path in folder.iterdir():
        path.unlink()
    folder.rmdir()


@pytest.mark.parametrize(
    "prepare",
    [lambda folder: None, lambda folder: folder.touch(), lambda folder: folder.parent.rmdir()],
    ids=["missing", "a file", "its parent is missing"],
)
def test_a_folder_that_cannot_be_written_to(
    either: Server, tmp_path: Path, prepare: Callable[[Path], None]
) -> None:
    folder = tmp_path / "parent" / "folder"
    folder.parent.mkdir()
    prepare(folder)
    with pytest.raises(FileReadError):
        either.client().files.download(DIGEST, folder / "target")
    assert either.connections == 0  # told before a download is paid for


def test_a_folder_that_vanishes_while_it_is_filled(either: Server, tmp_path: Path) -> None:
    folder = tmp_path / "folder"
    folder.mkdir()

    def vanish(_: Recorded) -> Answer:
        removed(folder)
        return RIGHT

    either.play(vanish)
    with pytest.raises(FileReadError):
        either.client(retry=RetryPolicy(attempts=1)).files.download(DIGEST, folder / "target")
    assert list(tmp_path.iterdir()) == []
