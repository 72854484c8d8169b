"""A pytest plug-in that runs the tests in forks of the process that collected them.

    python -m pytest -p tests.forks --forks 2

There are thousands of tests, most of them short: to collect them in each process anew, and to carry
what is reported through a protocol for machines anywhere, as pytest-xdist does, takes a third more
work than forks do. A fork has all that was collected and imported; it takes the next few tests when
it is free, slow ones first, and ends as pytest itself ends. Where there are no forks this does
nothing.
"""

import gc
import os
import struct
from collections.abc import Iterator, Sequence
from functools import partial
from itertools import chain, groupby, pairwise
from multiprocessing.connection import Connection, wait
from typing import Any, Final

import pytest

__all__ = ["FORK"]

# In the environment of a fork: its number, for the names of what forks must not share.
FORK: Final = "VT_SDK_TESTS_FORK"

# How many tests are taken at once: neighbours share what their module has made.
_AT_ONCE: Final = 16

# What is kept from run to run is written by the process that knows all results.
_OF_THE_PARENT: Final = ("lfplugin", "nfplugin", "stepwiseplugin")

_INDEX: Final = struct.Struct("=I")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--forks", type=int, default=0, metavar="N", help="run tests in N processes")


def pytest_configure() -> None:
    # What is collected stays to the end: whoever looks for garbage in it finds none.
    gc.disable()


def pytest_collection_finish() -> None:
    _settle()
    gc.enable()


def _settle() -> None:
    """Take what there is now for what stays: whoever looks for garbage has only the rest to see.

    Modules, documents and what tools have read: many tests look for garbage, to show that nothing
    is left, and would see all of it each time.
    """
    gc.collect()
    gc.freeze()


@pytest.hookimpl(tryfirst=True)
def pytest_runtestloop(session: pytest.Session) -> bool | None:
    option = session.config.option
    if option.forks < 2 or option.collectonly or session.testsfailed or not hasattr(os, "fork"):
        return None
    portions = _portions(session.items)
    portions_left, queue = os.pipe()
    os.write(queue, b"".join(map(_INDEX.pack, range(len(portions)))))
    os.close(queue)
    forks: dict[Connection, int] = {}
    for number in range(option.forks):
        reading, writing = _pipe()
        if not (pid := os.fork()):
            _run(session, number, _taken(portions_left, portions), writing)
            return True
        writing.close()
        forks[reading] = pid
    os.close(portions_left)
    _follow(session, forks)
    return True


def _pipe() -> tuple[Connection, Connection]:
    # Not of `multiprocessing`, whose ends are of other types where there are no forks.
    reading, writing = os.pipe()
    return Connection(reading, writable=False), Connection(writing, readable=False)


def _portions(items: Sequence[pytest.Item]) -> list[list[pytest.Item]]:
    """Return all tests in the order in which they are begun, neighbours together.

    The slow ones come first, those of one module together: the short ones fill up the end.
    """
    slow = [item for item in items if item.get_closest_marker("slow")]
    rest = [item for item in items if not item.get_closest_marker("slow")]
    modules = [list(tests) for _, tests in groupby(slow, lambda item: item.path)]
    return [
        tests[start : start + _AT_ONCE]
        for tests in (*modules, rest)
        for start in range(0, len(tests), _AT_ONCE)
    ]


# --- in a fork -----------------------------------------------------------------------------------


def _taken(portions_left: int, portions: Sequence[list[pytest.Item]]) -> Iterator[pytest.Item]:
    """Yield tests as long as there is a portion that no other fork has taken."""
    while index := os.read(portions_left, _INDEX.size):
        yield from portions[_INDEX.unpack(index)[0]]


def _run(
    session: pytest.Session, number: int, items: Iterator[pytest.Item], writing: Connection
) -> None:
    """Run tests and send their reports; the end is a None."""
    os.environ[FORK] = str(number)
    config = session.config
    manager = config.pluginmanager
    for name in filter(manager.has_plugin, _OF_THE_PARENT):
        manager.unregister(name=name)
    writer = config.get_terminal_writer()
    manager.unregister(name="terminalreporter")
    manager.register(_Mute(writer), "terminalreporter")
    manager.register(_Sender(config, writing))
    # Files into which output goes have one position for all who have inherited them.
    capture = manager.get_plugin("capturemanager")
    assert capture is not None
    capture.stop_global_capturing()
    capture.start_global_capturing()
    for count, (item, following) in enumerate(pairwise(chain(items, [None])), 1):
        assert item is not None
        config.hook.pytest_runtest_protocol(item=item, nextitem=following)
        if count % _AT_ONCE == 0:
            _settle()
        if session.shouldfail or session.shouldstop:
            break
    writing.send(None)


class _Mute:
    """What stands for the reporter on the terminal: it knows how to write and says nothing."""

    def __init__(self, writer: object) -> None:
        self._tw = writer


class _Sender:
    """Sends what is reported to the parent, for each test at its end."""

    def __init__(self, config: pytest.Config, writing: Connection) -> None:
        self._config = config
        self._writing = writing
        self._reports: list[Any] = []

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        hook = self._config.hook
        self._reports.append(hook.pytest_report_to_serializable(config=self._config, report=report))
        if report.when == "teardown":
            self._writing.send(self._reports)
            self._reports.clear()


# --- in the parent -------------------------------------------------------------------------------


def _follow(session: pytest.Session, forks: dict[Connection, int]) -> None:
    """Report what the forks report, until each of them has ended."""
    hook = session.config.hook
    missing = {item.nodeid for item in session.items}
    try:
        while forks:
            for reading in wait(list(forks)):
                assert isinstance(reading, Connection)
                sent = _received(reading)
                if sent is None:
                    os.waitpid(forks.pop(reading), 0)
                    continue
                read = partial(hook.pytest_report_from_serializable, config=session.config)
                reports = [read(data=data) for data in sent]
                for report in reports:
                    hook.pytest_runtest_logreport(report=report)
                of = reports[-1]
                missing.remove(of.nodeid)
                hook.pytest_runtest_logfinish(nodeid=of.nodeid, location=of.location)
            if session.shouldfail:
                raise session.Failed(session.shouldfail)
    finally:
        for pid in forks.values():
            os.kill(pid, 15)
            os.waitpid(pid, 0)
    if missing:
        session.shouldfail = "not run to their end, as a fork has died: " + ", ".join(
            sorted(missing)
        )
        raise session.Failed(session.shouldfail)


def _received(reading: Connection) -> Any:
    """Return what a fork has sent, None at its end, be it a sudden one."""
    try:
        return reading.recv()
    except EOFError:
        return None
