"""Work in threads: done once, by whoever comes first, also where no thread can begin any more."""

import contextvars
import gc
import hashlib
import random
import threading
import weakref
from collections.abc import Callable

import pytest

from tests.interpreters import run_loaded
from tests.support import Answer, Server
from vt_sdk.drivers.background import Task, Workers, begun


@pytest.fixture
def no_threads(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let no thread begin, as an interpreter that is about to end."""

    def refuse(self: threading.Thread) -> None:
        raise RuntimeError("can't create new thread at interpreter shutdown")

    monkeypatch.setattr(threading.Thread, "start", refuse)


def test_work_is_done_once() -> None:
    done: list[int] = []
    task = Task(lambda: done.append(1))
    start = threading.Barrier(8)

    def come() -> None:
        start.wait(10)
        task.result()

    threads = [threading.Thread(target=come) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(10)
    assert done == [1]
    assert task.is_done(0)


def test_an_error_is_raised_for_each_who_asks() -> None:
    def fail() -> None:
        raise KeyError("x")

    task = Task(fail)
    assert not task.is_done(0.001)
    for _ in range(2):
        with pytest.raises(KeyError):
            task.result()


def test_threads_see_the_context_they_are_begun_in() -> None:
    span = contextvars.ContextVar("span", default="none")
    span.set("mine")
    seen: list[str] = []
    task = Task(lambda: seen.append(span.get()))
    assert begun(task, "vt-sdk-test")
    assert task.is_done(10)
    assert seen == ["mine"]


@pytest.mark.parametrize("most", [1, 3])
def test_workers_do_all_and_end(most: int) -> None:
    workers = Workers(most, "vt-sdk-test")
    tasks = [workers.submit(lambda n=n: n * n) for n in range(50)]  # type: ignore[misc]  # n is set
    assert [task.result() for task in tasks] == [n * n for n in range(50)]
    running = [t for t in threading.enumerate() if t.name == "vt-sdk-test"]
    assert len(running) <= most
    workers.close()
    for thread in running:
        thread.join(10)
        assert not thread.is_alive()


def test_what_nobody_has_begun_is_not_done_after_the_close() -> None:
    workers, gate, done = Workers(1, "vt-sdk-test"), threading.Event(), list[int]()
    first = workers.submit(lambda: gate.wait(10))
    for n in range(9):
        workers.submit(partial_append(done, n))
    workers.close()
    gate.set()
    assert first.result()
    for thread in threading.enumerate():
        if thread.name == "vt-sdk-test":
            thread.join(10)
    assert done == []


def partial_append(done: list[int], number: int) -> Callable[[], None]:
    return lambda: done.append(number)


@pytest.mark.usefixtures("no_threads")
def test_without_threads_who_wants_it_does_it() -> None:
    workers = Workers(4, "vt-sdk-test")
    tasks = [workers.submit(threading.get_ident) for _ in range(3)]
    assert {task.result() for task in tasks} == {threading.get_ident()}
    assert not begun(tasks[0], "vt-sdk-test")
    workers.close()


@pytest.mark.slow
@pytest.mark.parametrize("where", ["atexit", "a thread that outlives the main one"])
def test_a_download_while_the_interpreter_ends(server: Server, where: str) -> None:
    content = random.Random(1).randbytes(5_000_000)
    sha256 = hashlib.sha256(content).hexdigest()
    server.default = Answer(200, content)
    code = """
import atexit, io, sys, threading
import concurrent.futures.thread
from vt_sdk import VirusTotal
base_url, sha256, where = sys.argv[1:]
vt, target = VirusTotal("key", base_url=base_url), io.BytesIO()
def work():
    if where != "atexit":
        threading.main_thread().join()
    print(vt.files.download(sha256, target).sha256, flush=True)
if where == "atexit":
    atexit.register(work)
else:
    threading.Thread(target=work).start()
"""
    assert run_loaded(code, server.base_url, sha256, where) == f"{sha256}\n"


def test_work_that_is_done_holds_nothing() -> None:
    class Holder:
        def __init__(self) -> None:
            self.task = Task(self.work)

        def work(self) -> None:
            """Do nothing."""

    holder = Holder()
    holder.task.result()
    gone = weakref.ref(holder)
    gc.disable()
    try:
        del holder
        assert gone() is None
    finally:
        gc.enable()
