"""A cluster of Dask as in production: a scheduler and workers, each a process of its own."""

import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from tests.support import ROOT

__all__ = ["Cluster", "dask_cluster"]

_STARTS_S = 60.0


class Cluster:
    """The processes of a cluster, which a test may kill."""

    def __init__(self, folder: Path, environment: Mapping[str, str]) -> None:
        self._folder = folder
        self._environment = environment
        self.processes: list[subprocess.Popen[bytes]] = []
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
                assert self.scheduler.poll() is None, self.log()
        assert self.address, self.log()

    def add_worker(self) -> "subprocess.Popen[bytes]":
        """Start a worker that has one thread."""
        options = ["--no-nanny", "--nthreads", "1", "--no-dashboard", "--host", "127.0.0.1"]
        local = self._folder / f"worker-{len(self.processes)}"
        return self._start("worker", self.address, *options, "--local-directory", str(local))

    def log(self) -> str:
        """Return what all processes have said."""
        return "\n".join(path.read_text() for path in sorted(self._folder.glob("*.log")))

    def _start(self, what: str, *options: str) -> "subprocess.Popen[bytes]":
        with (self._folder / f"{len(self.processes)}-{what}.log").open("wb") as log:
            process = subprocess.Popen(
                [sys.executable, "-m", f"distributed.cli.dask_{what}", *options],
                env=self._environment,
                cwd=ROOT,
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
            )
        self.processes.append(process)
        return process


@contextmanager
def dask_cluster(workers: int, **variables: str) -> Iterator[Cluster]:
    """Run a cluster.

    Args:
        workers: how many processes work, each in one thread.
        variables: of the environment of all of them.
    """
    with tempfile.TemporaryDirectory(prefix="vt_sdk-") as folder:
        environment = {**os.environ, "PYTHONPATH": str(ROOT), **variables}
        cluster = Cluster(Path(folder), environment)
        try:
            for _ in range(workers):
                cluster.add_worker()
            yield cluster
        finally:
            for process in cluster.processes:
                process.kill()
            for process in cluster.processes:
                process.wait(10)
