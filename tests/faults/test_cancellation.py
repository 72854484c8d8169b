"""Tasks that are cancelled, row by row: what was under way, and where it was at that moment.

Each row is ended by `Task.cancel` and by `asyncio.timeout`. It ends at once, with that error and no
other, and leaves nothing behind: no task, thread, socket or file, and no connection that is half
used. The client goes on. What interpreters say that end on the way is asked of child processes.
"""

import asyncio
import bz2
import gc
import io
import os
import socket
import threading
import time
from collections.abc import Awaitable, Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from tests.faults.support import BUSY, QUEUED, REPORT, STALL, listing, pending, raw
from tests.interpreters import run_loaded
from tests.support import KEY, SHA256, Answer, Script, Server, json_answer
from vt_sdk import AsyncVirusTotal, RateLimit, RetryPolicy

JSON = b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n"
HEADERS = raw(JSON, b"Content-Length: 2\r\n", b"\r\n{}", pause=30)
BODY = raw(JSON + b"Content-Length: 100000\r\n\r\n{", b'"data"', pause=30)
YOUNG = Answer(400, b'{"error": {"code": "NotAvailableYet", "message": "x"}}')
PATIENT = RetryPolicy(base_s=50, cap_s=100)
MEGABYTE = 1 << 20


class Held:
    """Work of a thread that takes its time."""

    def __init__(self) -> None:
        self.is_at_work = threading.Event()

    def work(self) -> None:
        self.is_at_work.set()
        time.sleep(0.3)


class SlowFile(io.BytesIO):
    """A file on a disk that takes its time."""

    def __init__(self, held: Held, content: bytes = b"") -> None:
        super().__init__(content)
        self.held = held

    def read(self, size: int | None = -1, /) -> bytes:
        self.held.work()
        return super().read(size)

    def write(self, data: Any, /) -> int:
        self.held.work()
        return super().write(data)


class SlowLimit:
    """A limiter whose store takes its time."""

    def __init__(self, held: Held) -> None:
        self.held = held

    def reserve(self, max_wait: float | None = None) -> float:
        self.held.work()
        return 0.0

    def windows(self) -> tuple[()]:
        return ()


@dataclass
class Place:
    """What a row is played with."""

    server: Server
    folder: Path
    held: Held
    vt: AsyncVirusTotal


@dataclass(frozen=True)
class Row:
    """What is under way, and where it is when it is cancelled.

    Attributes:
        what: the call.
        when: where it is.
        call: makes it.
        answers: what the server plays, one for each request.
        requests: how many it has got when it is time.
        is_there: what else tells that it is time.
        options: options of the client.
    """

    what: str
    when: str
    call: Callable[[Place], Awaitable[object]]
    answers: Sequence[Script] = ()
    requests: int = 0
    is_there: Callable[[Place], bool] = lambda _: True
    options: Mapping[str, Any] = field(default_factory=dict)

    def __str__(self) -> str:
        return f"{self.what}, {self.when}"

    @property
    def is_in_use(self) -> bool:
        """Whether a connection is in use that nobody can use again."""
        return self.when.startswith(("in the", "on the", "on its"))


def at_work(place: Place) -> bool:
    return place.held.is_at_work.is_set()


def connected(place: Place) -> bool:
    return place.server.connections > 0


async def look_up(place: Place) -> object:
    return await place.vt.files.get_report(SHA256)


async def pages(place: Place) -> object:
    page = await place.vt.comments.get_page()
    return [item async for item in page.iter_all()]


async def wait(place: Place) -> object:
    return await place.vt.analyses.wait("a")


def scan(size: int) -> Callable[[Place], Awaitable[object]]:
    return lambda place: place.vt.files.scan_and_wait(bytes(size), name="x")


def upload(size: int) -> Callable[[Place], Awaitable[object]]:
    async def call(place: Place) -> object:
        path = place.folder.parent / "upload"
        path.write_bytes(bytes(size))
        return await place.vt.files.upload(path)

    return call


def upload_slowly(size: int) -> Callable[[Place], Awaitable[object]]:
    return lambda place: place.vt.files.upload(SlowFile(place.held, bytes(size)), name="x")


async def download(place: Place) -> object:
    return await place.vt.files.download_pcap("id", place.folder / "target")


async def download_slowly(place: Place) -> object:
    return await place.vt.files.download_pcap("id", SlowFile(place.held))


async def batch(place: Place) -> object:
    async with place.vt.files.get_reports([SHA256, "b" * 64, "c" * 64], max_workers=2) as items:
        return [item async for item in items]


async def feed(place: Place) -> object:
    start = datetime(2026, 1, 2, 15, 30, tzinfo=UTC)
    async with place.vt.feeds.iter_files(start, checkpoint=place.folder / "kept") as items:
        return [item async for item in items]


async def two(place: Place) -> object:
    await look_up(place)
    return await look_up(place)


def to_upload(recorded: Any) -> Answer:
    return json_answer(f"http://{recorded.headers['host']}/api/v3/up")


LINES = bz2.compress(b'{"type": "file", "id": "1", "attributes": {}}\n' * 500)
CUT = raw(b"HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\nBZh9", b"x", pause=30)
QUOTA = {"rate_limit": RateLimit(rates=[(1, 1000.0)])}
CONNECTING = "before it is connected"
WAITING = 8

ROWS = [
    Row("a look-up", CONNECTING, look_up),
    Row("a look-up", "in the headers", look_up, [HEADERS], 1),
    Row("a look-up", "in the body", look_up, [BODY], 1),
    Row("a look-up", "while it is sent again", look_up, [BUSY], 1, options={"retry": PATIENT}),
    Row("a look-up", "on the way to the second attempt", look_up, [BUSY, HEADERS], 2),
    Row("a look-up", "at the limiter", look_up, (), 0, at_work, {"rate_limit": SlowLimit}),
    Row("a look-up", "waiting for the quota", two, [REPORT], 1, options=QUOTA),
    Row("a listing", "in the headers", pages, [listing("1", cursor="c"), HEADERS], 2),
    Row("a listing", "in the body", pages, [listing("1", cursor="c"), BODY], 2),
    Row(
        "a listing",
        "while it is sent again",
        pages,
        [listing("1", cursor="c"), BUSY],
        2,
        options={"retry": PATIENT},
    ),
    Row("a wait", "before it asks again", wait, [pending()], 1),
    Row("a wait", "in the headers", wait, [HEADERS], 1),
    Row("a wait", "in the body", wait, [BODY], 1),
    Row("a scan", CONNECTING, scan(MEGABYTE)),
    Row("a scan", "in the headers of the submission", scan(MEGABYTE), [HEADERS], 1),
    Row("a scan", "before it asks", scan(MEGABYTE), [QUEUED], 1),
    Row("a scan", "on the way of 30 MB", scan(30 * MEGABYTE), is_there=connected),
    Row("an upload of 40 MB", CONNECTING, upload(40 * MEGABYTE)),
    Row("an upload of 40 MB", "on its way", upload(40 * MEGABYTE), [to_upload], 1),
    Row("an upload of 40 MB", "in the headers", upload(40 * MEGABYTE), [to_upload, HEADERS], 2),
    Row("an upload of 40 MB", "in the body", upload(40 * MEGABYTE), [to_upload, BODY], 2),
    Row("an upload of 40 MB", "while a thread reads", upload_slowly(40 * MEGABYTE), (), 0, at_work),
    Row("an upload of 1 MB", CONNECTING, upload(MEGABYTE)),
    Row("an upload of 1 MB", "in the headers", upload(MEGABYTE), [HEADERS], 1),
    Row("an upload of 1 MB", "in the body", upload(MEGABYTE), [BODY], 1),
    Row("an upload of 1 MB", "while a thread reads", upload_slowly(MEGABYTE), is_there=at_work),
    Row("a download", CONNECTING, download),
    Row("a download", "in the headers", download, [HEADERS], 1),
    Row("a download", "in the body", download, [CUT], 1),
    Row("a download", "while it is sent again", download, [BUSY], 1, options={"retry": PATIENT}),
    Row(
        "a download",
        "while a thread writes",
        download_slowly,
        [Answer(200, bytes(3 * MEGABYTE))],
        1,
        at_work,
    ),
    Row("a batch", CONNECTING, batch),
    Row("a batch", "in the headers", batch, [REPORT, HEADERS, HEADERS], 3),
    Row("a batch", "in the body", batch, [BODY, BODY], 2),
    Row("a batch", "while it is sent again", batch, [BUSY, BUSY], 2, options={"retry": PATIENT}),
    Row("a batch", "waiting for the quota", batch, [REPORT], 1, options=QUOTA),
    Row("a feed", CONNECTING, feed),
    Row("a feed", "in the headers", feed, [HEADERS], 1),
    Row("a feed", "in the body", feed, [CUT], 1),
    Row("a feed", "before the batch is there", feed, [YOUNG], 1),
    Row("a feed", "waiting for the second batch", feed, [Answer(200, LINES), YOUNG], 2),
]


@pytest.fixture
def nobody() -> Iterator[str]:
    """Listen where nobody is let in: the queue of those who want to is full."""
    with socket.create_server(("127.0.0.1", 0), backlog=0) as listening:
        waiting = []
        for _ in range(WAITING):
            one = socket.socket()
            one.setblocking(False)
            one.connect_ex(listening.getsockname())
            waiting.append(one)
        yield f"http://127.0.0.1:{listening.getsockname()[1]}/api/v3"
        for one in waiting:
            one.close()


def port_of(url: str) -> int:
    return int(url.split(":")[2].partition("/")[0])


def sockets_to(port: int) -> int:
    """Count the sockets of this process that are, or are about to be, connected to a port."""
    with open("/proc/self/net/tcp", encoding="ascii") as file:
        rows = [line.split() for line in file][1:]
    inodes = {row[9] for row in rows if int(row[2].rpartition(":")[2], 16) == port}
    found = 0
    for name in os.listdir("/proc/self/fd"):
        try:
            link = os.readlink(f"/proc/self/fd/{name}")
        except OSError:  # that of the listing
            continue
        found += link.startswith("socket:[") and link[8:-1] in inodes
    return found


def threads() -> set[str]:
    """Return the threads of this process but those that wait for work."""
    names = {thread.name for thread in threading.enumerate()}
    return {name for name in names if name.startswith("vt-sdk")}


async def until(condition: Callable[[], bool]) -> None:
    async with asyncio.timeout(5):
        while not condition():
            await asyncio.sleep(0.005)


@pytest.mark.skipif(not os.path.exists("/proc/self/fd"), reason="sockets are counted so on Linux")
@pytest.mark.parametrize("how", ["cancelled", "timed out"])
@pytest.mark.parametrize(
    "row",
    [
        # The first look is after two seconds.
        pytest.param(row, marks=[pytest.mark.slow] if row.what == "a wait" else [], id=str(row))
        for row in ROWS
    ],
)
def test_it_ends_at_once_and_leaves_nothing(
    row: Row, how: str, nobody: str, tmp_path: Path
) -> None:
    folder = tmp_path / "folder"
    folder.mkdir()
    (folder / "target").write_bytes(b"before")
    held = Held()
    options = dict(row.options)
    if options.get("rate_limit") is SlowLimit:
        options["rate_limit"] = SlowLimit(held)
    elif "rate_limit" in options:
        options["rate_limit"] = RateLimit(rates=[(1, 1000.0)])

    async def main(server: Server) -> None:
        vt = AsyncVirusTotal(
            KEY,
            base_url=nobody if row.when == CONNECTING else server.base_url,
            **{"retry": RetryPolicy(base_s=0.01), "timeout": (30, 30), **options},
        )
        place = Place(server, folder, held, vt)
        scope = asyncio.timeout(None)

        async def work() -> None:
            if how == "cancelled":
                await row.call(place)
            else:
                async with scope:
                    await row.call(place)

        task = asyncio.create_task(work())

        await until(lambda: len(server.requests) >= row.requests and row.is_there(place))
        await asyncio.sleep(0.05)
        assert not task.done(), task
        if row.when == CONNECTING:
            await until(lambda: sockets_to(port_of(nobody)) > WAITING)
        seen = {recorded.connection for recorded in server.requests[-1:]}
        began = time.monotonic()
        if how == "cancelled":
            task.cancel("the reason")
            with pytest.raises(asyncio.CancelledError, match="the reason"):
                await task
        else:
            scope.reschedule(0)
            with pytest.raises(TimeoutError) as caught:
                await task
            assert type(caught.value) is TimeoutError
        # Far less than what is waited for; a busy machine may take seconds.
        assert time.monotonic() - began < 10
        del task
        gc.collect()
        await until(lambda: asyncio.all_tasks() == {asyncio.current_task()} and not threads())
        assert set(os.listdir(folder)) <= {"target", "kept"}
        assert set(os.listdir(tmp_path)) <= {"folder", "upload"}
        assert (folder / "target").read_bytes() == b"before"

        vt.base_url, vt.settings.rate_limit = server.base_url, None
        assert (await vt.files.get_report(SHA256)).id == SHA256
        if row.is_in_use:
            assert server.last.connection not in seen
        await vt.aclose()
        await until(lambda: not sockets_to(port_of(server.base_url)))
        await until(lambda: sockets_to(port_of(nobody)) == WAITING)

    with Server(slow=row.when.startswith(("on its way", "on the way of"))) as server:
        server.play(*row.answers)
        server.default = REPORT
        asyncio.run(main(server))


# --- interpreters that end -----------------------------------------------------------------------

PROGRAM = """
import asyncio, os, sys, threading, warnings
from datetime import UTC, datetime
from vt_sdk import AsyncVirusTotal, RetryPolicy
base_url, folder = sys.argv[1:]
START = datetime(2026, 1, 2, 15, 30, tzinfo=UTC)
vt = AsyncVirusTotal("key", base_url=base_url, retry=RetryPolicy(base_s=0.01))
async def calls(times=3):
    asyncio.get_running_loop().slow_callback_duration = 60
    await asyncio.gather(*(vt.files.get_report("a" * 64) for _ in range(times)))
    async for item in vt.files.get_reports(["a" * 64] * times, max_workers=2):
        assert item.result().id
async def listed(items):
    return [item async for item in items]
tasks = []
async def under_way():
    await calls()
    slow = "b" * 64
    for call in (
        vt.files.get_report(slow),
        vt.files.upload(bytes(1 << 20), name="x"),
        vt.files.download_pcap("id", folder + "/target"),
        vt.analyses.wait("a"),
        listed(vt.files.get_reports([slow, "c" * 64])),
        listed(vt.feeds.iter_files(START, checkpoint=folder + "/kept")),
        listed(vt.feeds.iter_urls(START)),
    ):
        tasks.append(asyncio.create_task(call))
    await asyncio.sleep(0.3)
    assert not any(task.done() for task in tasks), tasks
"""
ENDS = {
    "a client that is never closed": "asyncio.run(calls())",
    "calls under way": "asyncio.run(under_way())",
    "calls under way, and an exit": """
async def leave():
    await under_way()
    sys.exit(0)
asyncio.run(leave())
""",
    "two loops, one after the other": "asyncio.run(calls()); asyncio.run(calls())",
    "a loop with calls under way, then another": "asyncio.run(under_way()); asyncio.run(calls())",
    "loops of two threads at once": """
threads = [threading.Thread(target=asyncio.run, args=(calls(20),)) for _ in range(2)]
for thread in threads: thread.start()
for thread in threads: thread.join()
""",
    "a fork": """
warnings.simplefilter("ignore", DeprecationWarning)  # of forks beside threads, which are meant
asyncio.run(calls())
child = os.fork()
asyncio.run(calls())
if child:
    assert os.waitpid(child, 0)[1] == 0
""",
    "a fork with calls under way": """
warnings.simplefilter("ignore", DeprecationWarning)
async def parent():
    await under_way()
    child = os.fork()
    if child == 0:
        asyncio._set_running_loop(None)  # the child begins anew
        thread = threading.Thread(target=asyncio.run, args=(calls(),))
        thread.start()
        thread.join()
        os._exit(0)
    await calls()
    assert os.waitpid(child, 0)[1] == 0
asyncio.run(parent())
""",
    "a loop of a daemon": """
thread = threading.Thread(target=asyncio.run, args=(under_way(),), daemon=True)
thread.start()
while len(tasks) < 7: pass
""",
    "a loop that is closed by hand": """
loop = asyncio.new_event_loop()
loop.run_until_complete(calls())
loop.close()
""",
    "a loop that is closed by hand, with calls under way": """
loop = asyncio.new_event_loop()
loop.run_until_complete(under_way())
for task in tasks: task._log_destroy_pending = False  # that the program left them
loop.close()
""",
}


@pytest.mark.slow
@pytest.mark.parametrize("end", ENDS)
def test_an_end_is_silent(server: Server, tmp_path: Path, end: str) -> None:
    def answer(recorded: Any) -> Answer:
        if recorded.path.endswith("a" * 64):
            return REPORT
        if "pcap" in recorded.path or "feeds/urls" in recorded.path:
            return CUT
        if "feeds" in recorded.path:
            return YOUNG
        return pending() if "analyses" in recorded.path else STALL

    server.default = answer
    target = tmp_path / "target"
    target.write_bytes(b"before")
    assert run_loaded(PROGRAM + ENDS[end], server.base_url, str(tmp_path), dev=True) == ""
    if "by hand, with calls" in end or "daemon" in end:
        # As where a program is killed: nobody runs those tasks to their end any more, and the next
        # download takes away what this one may have left.
        server.default = Answer(200, b"after")
        server.client().files.download_pcap("id", target)
        assert target.read_bytes() == b"after"
    else:
        assert target.read_bytes() == b"before"
    assert set(os.listdir(tmp_path)) <= {"target", "kept"}
