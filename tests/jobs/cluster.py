"""A cluster of Dask as in production: a scheduler and workers, each a process of its own.

They are forks of a process that has loaded Dask and the package, which takes most of what a worker
does in a test.
"""

import importlib
import json
import multiprocessing
import os
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from multiprocessing.context import ForkServerProcess
from pathlib import Path
from typing import Final

__all__ = ["PROCESSES", "Cluster", "dask_cluster"]

PROCESSES: Final = multiprocessing.get_context("forkserver")
PROCESSES.set_forkserver_preload(
    [
        *("distributed.cli.dask_scheduler", "distributed.cli.dask_worker", "pyarrow.parquet"),
        *("vt_sdk.bulk", "vt_sdk.models", "vt_sdk.transports.requests_transport"),
        "tests.jobs.service",
    ]
)

_STARTS_S = 60.0


class Cluster:
    """The processes of a cluster, which a test may kill."""

    def __init__(self, folder: Path, environment: Mapping[str, str]) -> None:
        self._folder = folder
        self._environment = environment
        self.processes: list[ForkServerProcess] = []
        options = ["--host", "127.0.0.1", "--port", "0", "--dashboard-address", "127.0.0.1:0"]
        file = folder / "scheduler.json"
        self.scheduler = self._start("scheduler", *options, "--scheduler-file", str(file))
        self.address = ""
        end = time.monotonic() + _STARTS_S
        while not self.address and time.monotonic() < end:
            time.sleep(0.02)
            try:
                self.address = json.loads(file.read_text())["address"]
            except (FileNotFoundError, ValueError):
                assert self.scheduler.exitcode is None, self.log()
        assert self.address, self.log()

    def add_worker(self) -> ForkServerProcess:
        """Start a worker that has one thread."""
        options = ["--no-nanny", "--nthreads", "1", "--no-dashboard", "--host", "127.0.0.1"]
        local = self._folder / f"worker-{len(self.processes)}"
        return self._start("worker", self.address, *options, "--local-directory", str(local))

    def log(self) -> str:
        """Return what all processes have said."""
        return "\n".join(path.read_text() for path in sorted(self._folder.glob("*.log")))

    def _start(self, what: str, *options: str) -> ForkServerProcess:
        log = self._folder / f"{len(self.processes)}-{what}.log"
        process = PROCESSES.Process(target=_run, args=(what, options, self._environment, log))
        process.start()
        self.processes.append(process)
        return process


def _run(what: str, options: Sequence[str], environment: Mapping[str, str], log: Path) -> None:
    """Run a command of Dask in this process."""
    os.environ.clear()
    os.environ.update(environment)
    with log.open("wb") as said:
        os.dup2(said.fileno(), 1)
        os.dup2(said.fileno(), 2)
    sys.argv = [f"dask {what}"]
    importlib.import_module(f"distributed.cli.dask_{what}").main(options)


@contextmanager
def dask_cluster(workers: int, **variables: str) -> Iterator[Cluster]:
    """Run a cluster.

    Args:
        workers: how many processes work, each in one thread.
        variables: of the environment of all of them.
    """
    with tempfile.TemporaryDirectory(prefix="vt_sdk-") as folder:
        cluster = Cluster(Path(folder), {**os.environ, **variables})
        try:
            for _ in range(workers):
                cluster.add_worker()
            yield cluster
        finally:
            for process in cluster.processes:
                process.kill()
            for process in cluster.processes:
                process.join(10)
