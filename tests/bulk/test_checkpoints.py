"""Places in files, and feeds with one: whole at any moment, refused where it is something else."""

import json
import os
import random
import signal
import stat
import subprocess
import sys
import threading
from collections.abc import Callable
from itertools import islice
from pathlib import Path
from typing import Any

import pytest

from tests.bulk.test_feeds import (
    MINUTE,
    START,
    Storage,
    files,
    numbers,
    storage,
    take_all,
    text,
    threaded,
)
from tests.support import ROOT
from vt_sdk import Checkpoint, InvalidInputError, StoreError, models
from vt_sdk.bulk import feed_batches

__all__ = ["storage", "threaded"]  # fixtures


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "place.json"


# --- the file ------------------------------------------------------------------------------------


def test_a_place_is_there_again(file: Path) -> None:
    place = Checkpoint(file, "pages of x")
    assert place.read() is None
    for cursor in ("first", "", "a\nb ü \ud800", "last"):
        place.write(cursor)
        assert Checkpoint(str(file), "pages of x").read() == cursor
    assert os.listdir(file.parent) == [file.name]
    assert repr(place) == f"<Checkpoint {file} of pages of x>"


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"202601021530-7",
        b"{}",
        b"[]",
        b"null",
        b"[" * 100_000,
        b'{"of": "feed of File"}',
        b'{"of": "feed of File", "place": 7}',
        b'{"of": 1, "place": "x"}',
        b'{"of": "feed of URL", "place": "202601021530-7"}',
        b'{"of": "feed of File", "place": "202601021530-7"',
        b'{"of": "feed of File", "place": "first"}',
        b'{"of": "feed of File", "place": "999912312359-0"}',
        b"\xff" * 9,
    ],
)
def test_a_file_of_something_else_is_named_and_left_alone(
    storage: Storage, file: Path, content: bytes
) -> None:
    file.write_bytes(content)
    with pytest.raises(StoreError, match=r"place\.json"):
        files(storage, checkpoint=file)
    assert file.read_bytes() == content
    assert storage.service.requests == []


@pytest.mark.parametrize("path", ["", "/", "a\0b", "~nobody-of-this-name/c", 5])
def test_paths_that_no_file_has(path: Any) -> None:
    with pytest.raises(InvalidInputError, match="checkpoint"):
        Checkpoint(path, "x")


@pytest.mark.skipif(sys.platform == "win32", reason="there is no such device")
def test_what_is_no_file_is_neither_read_nor_replaced(tmp_path: Path) -> None:
    link = tmp_path / "link"
    link.symlink_to("/dev/null")
    for path in (tmp_path, Path("/dev/null"), link):
        for call in (Checkpoint(path, "x").read, lambda p=path: Checkpoint(p, "x").write("1")):
            with pytest.raises(StoreError, match="not a file"):
                call()
    assert stat.S_ISCHR(os.stat("/dev/null").st_mode)
    assert link.is_symlink()


def test_a_link_is_followed_and_a_mode_is_kept(tmp_path: Path) -> None:
    real, link = tmp_path / "real.json", tmp_path / "link.json"
    real.write_text(json.dumps({"of": "x", "place": "1"}))
    real.chmod(0o640)
    link.symlink_to(real)
    Checkpoint(link, "x").write("2")
    assert link.is_symlink()
    assert json.loads(real.read_text()) == {"of": "x", "place": "2"}
    assert stat.S_IMODE(real.stat().st_mode) == 0o640 or sys.platform == "win32"


def test_a_place_that_cannot_be_written_is_an_error_and_the_old_one_stays(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with pytest.raises(StoreError, match=r"nowhere.place\.json: No such file"):
        Checkpoint(file.parent / "nowhere" / "place.json", "x").write("1")
    place = Checkpoint(file, "x")
    place.write("1")

    def full(_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(StoreError, match="No space left") as caught:
        place.write("2")
    assert caught.value.err_code == 28
    assert place.read() == "1"
    assert os.listdir(file.parent) == [file.name]


# --- feeds ---------------------------------------------------------------------------------------


def test_a_feed_goes_on_where_it_was_left(storage: Storage, file: Path) -> None:
    storage.put(text(1, 2, 3), text(4), b"", text(5, 6))
    end = START + 4 * MINUTE
    taken: list[int] = []
    for count in (0, 2, 1, 0, 9):
        with files(storage, end=end, checkpoint=file) as feed:
            taken += numbers(list(islice(feed, count)))
    assert taken == [1, 2, 3, 4, 5, 6]
    assert Checkpoint(file, "feed of File").read() == "202601021534-0"


def test_what_was_worked_on_comes_again_after_an_error(storage: Storage, file: Path) -> None:
    storage.put(text(1, 2, 3))

    def work(options: Any) -> None:
        with files(storage, checkpoint=file, **options) as feed:
            for number, item in enumerate(feed):
                if number == 1:
                    raise RuntimeError(item.id)

    with pytest.raises(RuntimeError, match=r"2$"):
        work({})
    with pytest.raises(RuntimeError, match=r"3$"):
        work({})
    feed = files(storage, end=START + MINUTE, checkpoint=file)
    assert numbers([next(feed)]) == [3]
    feed.close()  # which says nothing of the object
    assert numbers(files(storage, end=START + MINUTE, checkpoint=file)) == [3]
    assert numbers(files(storage, end=START + MINUTE, checkpoint=file)) == []


def test_the_begin_is_kept_before_anything_came(storage: Storage, file: Path) -> None:
    """Else a program that is killed while it waits would begin later the next time."""
    storage.put(text(1))
    with files(storage, checkpoint=file) as feed:
        next(feed)
        assert Checkpoint(file, "feed of File").read() == "202601021530-0"
    with files(storage, START + 5 * MINUTE, checkpoint=file) as feed:  # the file wins
        assert feed.cursor == "202601021530-1"


def test_an_object_that_another_thread_works_on_is_not_passed(
    threaded: Storage, file: Path
) -> None:
    threaded.put(text(*range(50)), text(*range(50, 100)))
    feed = files(threaded, end=START + 2 * MINUTE, checkpoint=file)
    first = next(feed)
    thread = threading.Thread(target=lambda: list(feed))
    thread.start()
    thread.join(30)
    assert numbers([first]) == [0]
    assert Checkpoint(file, "feed of File").read() == "202601021530-0"
    assert next(feed, None) is None  # it is done with the first one
    assert Checkpoint(file, "feed of File").read() == "202601021532-0"


def test_a_place_that_cannot_be_written_loses_nothing(storage: Storage, file: Path) -> None:
    storage.put(text(1), text(2))
    folder = file.parent / "folder"
    folder.mkdir()
    feed = files(storage, end=START + 2 * MINUTE, checkpoint=folder / "place.json")
    assert numbers([next(feed)]) == [1]
    (folder / "place.json").unlink()
    (folder / "place.json").mkdir()
    got: list[models.File] = []
    with pytest.raises(StoreError, match="not a file"):
        take_all(feed, got)  # with the first object of another batch
    (folder / "place.json").rmdir()
    take_all(feed, got)
    assert numbers(got) == [2]
    assert Checkpoint(folder / "place.json", "feed of File").read() == "202601021532-0"


def test_a_feed_without_a_checkpoint_writes_nothing(
    storage: Storage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    storage.put(text(1))
    assert numbers(files(storage, end=START + MINUTE)) == [1]
    assert os.listdir(tmp_path) == []


WORK = """
import sys
from datetime import UTC, datetime
from vt_sdk import VirusTotal
base_url, place = sys.argv[1:]
vt = VirusTotal("key", base_url=base_url)
start, end = datetime(2026, 1, 2, 15, 30, tzinfo=UTC), datetime(2026, 1, 2, 15, 35, tzinfo=UTC)
with vt.feeds.iter_files(start, end=end, checkpoint=place) as feed:
    for file in feed:
        print(int(file.id, 16), flush=True)
print("end", flush=True)
"""


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="nothing is killed so there")
def test_a_program_that_is_killed_again_and_again_loses_nothing(
    threaded: Storage, file: Path
) -> None:
    each, batches = 300, 5
    threaded.put(*[text(*range(n * each, (n + 1) * each)) for n in range(batches)])
    command = [sys.executable, "-c", WORK, threaded.service.base_url, str(file)]
    chance = random.Random(7)
    seen: list[int] = []
    said: list[str] = []
    for _ in range(60):
        with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as child:
            try:
                assert child.stdout is not None
                said = list(islice(child.stdout, chance.randrange(1, 3 * each)))
            finally:
                child.send_signal(signal.SIGKILL)
            said += list(child.stdout)
        assert Checkpoint(file, "feed of File").read() is not None  # a whole place
        seen += [int(line) for line in said if line.strip().isdigit()]
        if said[-1:] == ["end\n"]:
            break
    assert said[-1] == "end\n"
    assert set(seen) == set(range(each * batches))
    # What comes again comes in order: no object is passed over on the first way.
    highest = -1
    for number in seen:
        assert number <= highest + 1
        highest = max(highest, number)


def test_the_place_is_written_once_a_second(
    storage: Storage, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    written: list[str] = []
    monkeypatch.setattr(Checkpoint, "write", lambda self, place: written.append(place))
    now = [100.0]

    class Time:
        monotonic: Callable[[], float] = staticmethod(lambda: now[0])

    monkeypatch.setattr(feed_batches, "time", Time)
    storage.put(text(*range(10)), text(10))
    for number, _ in enumerate(files(storage, end=START + 2 * MINUTE, checkpoint=file)):
        now[0] += 0.4 if number < 9 else 0
    # At the begin, after each third object, with the new batch and at the end.
    assert written == [
        "202601021530-0",
        "202601021530-3",
        "202601021530-6",
        "202601021530-9",
        "202601021531-1",
        "202601021532-0",
    ]
