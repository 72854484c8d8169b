"""A quota in a file: shared by processes, there again after a restart, safe under pressure."""

import errno
import os
import pickle
import sqlite3
import sys
import threading
import time
from pathlib import Path

import pytest

from tests.interpreters import run_loaded
from tests.ratelimit.sharing import RATES, Clock, in_processes, send_from_processes
from tests.support import KEY, SHA256, Server, file_document, json_answer
from vt_sdk import RateLimitError, StoreError
from vt_sdk.ratelimit import RateLimit, _local

DAY = 86_400.0
MORE = 1.001


@pytest.fixture
def store(tmp_path: Path) -> Path:
    return tmp_path / "quota.sqlite"


def rows(store: Path) -> int:
    connection = sqlite3.connect(store)
    try:
        return int(connection.execute("SELECT COUNT(*) FROM requests").fetchone()[0])
    finally:
        connection.close()


@pytest.mark.slow
def test_processes_and_their_threads_keep_to_the_limits_together(store: Path) -> None:
    came, most = send_from_processes(str(store))
    assert came == 20
    assert all(held <= count for held, (count, _) in zip(most, RATES, strict=True))


@pytest.mark.slow
def test_a_crowd_of_processes_loses_no_place(store: Path) -> None:
    code = """
import sys, threading
from vt_sdk.ratelimit import RateLimit
limit = RateLimit(rates=[(10**6, 3600)], store=sys.argv[1])
failed = []
def work():
    try:
        for _ in range(25):
            limit.reserve()
    except BaseException as error:
        failed.append(error)
threads = [threading.Thread(target=work) for _ in range(4)]
for thread in threads: thread.start()
for thread in threads: thread.join()
limit.close()
sys.exit(repr(failed) if failed else 0)
"""
    in_processes(code, 8, str(store))
    with RateLimit(rates=[(10**6, 3600)], store=store) as limit:
        assert limit.windows()[0].used == 8 * 4 * 25


def test_a_spent_day_is_spent_after_a_restart(store: Path) -> None:
    clock = Clock()
    with RateLimit(per_minute=4, per_day=6, store=store, clock=clock) as limit:
        assert [limit.reserve() for _ in range(6)][-1] == pytest.approx(60 + MORE)
    clock.seconds += 3600
    with RateLimit(per_minute=4, per_day=6, store=store, clock=clock) as limit:
        minute, day = limit.windows()
        assert (minute.used, day.used) == (0, 6)
        assert limit.price(1).seconds == pytest.approx(DAY - 3600 + MORE)
        clock.seconds += DAY - 3500
        assert limit.reserve() == 0


def test_the_time_of_day_decides(store: Path) -> None:
    """It is the only clock that goes on while no process runs."""
    before = int(time.time() * 1000)
    with RateLimit(per_day=9, store=store) as limit:
        limit.reserve()
    connection = sqlite3.connect(store)
    (moment,) = connection.execute("SELECT item_timestamp FROM requests").fetchone()
    connection.close()
    assert before <= moment <= time.time() * 1000


def test_those_who_share_a_file_may_have_different_limits(store: Path) -> None:
    clock = Clock()
    narrow = RateLimit(per_day=4, store=store, clock=clock)
    wide = RateLimit(per_minute=100, store=store, clock=clock)
    with narrow, wide:
        narrow.reserve()
        for _ in range(3):
            clock.seconds += 600
            wide.reserve()
        assert wide.windows()[0].used == 1
        assert narrow.reserve() == pytest.approx(DAY - 1800 + MORE)


def test_old_entries_are_deleted_when_no_limit_needs_them(store: Path) -> None:
    clock = Clock()
    with RateLimit(per_hour=1000, store=store, clock=clock) as limit:
        for _ in range(100):
            limit.reserve()
            clock.seconds += 100
    # 36 in the hour that ends at the last one, and those since the last cleaning.
    assert rows(store) == 37


def test_a_wait_that_is_too_long_leaves_no_trace(store: Path) -> None:
    with RateLimit(per_day=1, store=store) as limit:
        limit.reserve()
        with pytest.raises(RateLimitError):
            limit.reserve(10)
        assert rows(store) == 1


def test_a_pickled_limit_shares_the_file(store: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(store.parent)
    limit = RateLimit(per_day=5, store=store.name)
    monkeypatch.chdir("/")
    twin: RateLimit = pickle.loads(pickle.dumps(limit))
    with limit, twin:
        limit.reserve()
        twin.reserve()
        assert limit.windows() == twin.windows()
        assert limit.windows()[0].used == 2
    assert repr(twin) == f"<RateLimit 5 per 86400 s, {store}>"


def test_a_closed_limit_opens_the_file_again(store: Path) -> None:
    limit = RateLimit(per_day=5, store=store)
    limit.close()  # nothing is open yet
    for used in (1, 2, 3):
        limit.reserve()
        assert limit.windows()[0].used == used
        limit.close()
        limit.close()


def test_a_limit_that_nobody_closed_closes_its_file() -> None:
    run_loaded(
        """
import gc, os, tempfile
from vt_sdk.ratelimit import RateLimit
with tempfile.TemporaryDirectory() as folder:
    limit = RateLimit(per_day=5, store=os.path.join(folder, "quota"))
    limit.reserve()
    assert len(os.listdir(folder)) == 3
    del limit
    gc.collect()
    assert os.listdir(folder) == ["quota"]  # SQLite tidies up when the last one closes
"""
    )


def test_the_key_is_not_in_the_file(server: Server, store: Path) -> None:
    server.default = json_answer(file_document())
    with RateLimit(per_day=5, store=store) as limit:
        server.client(rate_limit=limit).files.get_report(SHA256)
        for path in store.parent.iterdir():
            assert KEY.encode() not in path.read_bytes()


@pytest.mark.skipif(sys.platform == "win32", reason="there are no forks")
@pytest.mark.filterwarnings("ignore::DeprecationWarning")  # where threads of other tests linger
def test_parent_and_child_go_on_after_a_fork(store: Path) -> None:
    with RateLimit(per_day=5, store=store) as limit:
        limit.reserve()
        child = os.fork()
        if child == 0:
            try:
                limit.reserve()
                os._exit(0)
            finally:
                os._exit(1)
        limit.reserve()
        assert os.waitpid(child, 0)[1] == 0
        assert limit.windows()[0].used == 3


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="there are no forks")
def test_children_of_a_fork_share_the_file(store: Path) -> None:
    """While threads of the parent use it, and after the parent has closed it."""
    used = run_loaded(
        """
import os, sys, threading, warnings
from vt_sdk.ratelimit import RateLimit
warnings.simplefilter("ignore", DeprecationWarning)  # of forks beside threads, which are meant
limit = RateLimit(per_day=10**6, store=sys.argv[1])
limit.reserve()
def reserve():
    for _ in range(100):
        limit.reserve()
threads = [threading.Thread(target=reserve) for _ in range(3)]
for thread in threads:
    thread.start()
children, (wait, go) = [], os.pipe()
for _ in range(8):
    child = os.fork()
    if child == 0:
        os.close(go)
        reserve()
        os.read(wait, 1)
        reserve()
        limit.close()
        os._exit(0)
    children.append(child)
for thread in threads:
    thread.join()
limit.close()
os.close(go)
reserve()
limit.close()
for child in children:
    assert os.waitpid(child, 0)[1] == 0
print(limit.windows()[0].used)
limit.close()
""",
        str(store),
    )
    assert int(used) == 1 + 4 * 100 + 8 * 200


# --- what goes wrong -----------------------------------------------------------------------------


def test_a_folder_that_is_not_there_is_a_typed_error(tmp_path: Path) -> None:
    limit = RateLimit(per_day=5, store=tmp_path / "nowhere" / "quota")
    with pytest.raises(StoreError, match="nowhere") as caught:
        limit.reserve()
    assert caught.value.err_code == errno.ENOENT
    (tmp_path / "nowhere").mkdir()
    assert limit.reserve() == 0
    limit.close()


def test_a_file_of_another_kind_is_left_alone(store: Path) -> None:
    store.write_text("Not a database, but long enough to be looked at." * 10)
    before = store.read_bytes()
    with pytest.raises(StoreError, match="not a database"):
        RateLimit(per_day=5, store=store).reserve()
    assert store.read_bytes() == before


def test_a_file_that_is_never_let_go_of_is_a_typed_error(
    store: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(_local, "_BUSY_S", 0.05)
    holder = sqlite3.connect(store, isolation_level=None)
    try:
        holder.execute("BEGIN EXCLUSIVE")
        with RateLimit(per_day=5, store=store) as limit:
            with pytest.raises(StoreError, match="locked"):  # while the file is set up
                limit.reserve()
            holder.execute("ROLLBACK")
            limit.reserve()
            holder.execute("BEGIN IMMEDIATE")
            with pytest.raises(StoreError, match="locked"):  # when it is there
                limit.reserve()
            holder.execute("ROLLBACK")
            limit.reserve()
            assert limit.windows()[0].used == 2
    finally:
        holder.close()


def test_a_file_in_use_is_waited_for(store: Path) -> None:
    holder = sqlite3.connect(store, isolation_level=None, check_same_thread=False)
    holder.execute("BEGIN EXCLUSIVE")
    done = threading.Event()
    limit = RateLimit(per_day=5, store=store)

    def reserve() -> None:
        limit.reserve()
        done.set()

    thread = threading.Thread(target=reserve)
    thread.start()
    try:
        assert not done.wait(0.1)
    finally:
        holder.execute("ROLLBACK")
        holder.close()
        thread.join(20)
        limit.close()
    assert done.is_set()


def test_an_error_on_the_way_takes_no_place_and_holds_nothing(store: Path) -> None:
    class Broken(Exception):
        pass

    times = iter([1e6, 1e6, 1e6])

    def clock() -> float:
        moment = next(times, None)
        if moment is None:
            raise Broken
        return moment

    with RateLimit(per_day=5, store=store, clock=clock) as limit:
        limit.reserve()
        limit.windows()
        with pytest.raises(Broken):
            limit.windows()
        with RateLimit(per_day=5, store=store, clock=Clock()) as other:
            assert other.reserve() == 0
            assert other.windows()[0].used == 2


def test_a_store_may_be_any_path(tmp_path: Path) -> None:
    class Place:
        def __fspath__(self) -> str:
            return str(tmp_path / "a b # %41?.sqlite")

    with RateLimit.public(store=Place()) as limit:
        limit.reserve()
        assert "a b # %41?.sqlite" in os.listdir(tmp_path)
