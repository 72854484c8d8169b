"""What carries out a job: threads of this process, an event loop, or a cluster of Dask.

An engine takes texts as it needs them, hands the rows over as they come, and decides nothing: what
was looked up before, what is written and whether to go on is the job's.
"""

import asyncio
import pickle
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from functools import partial
from itertools import islice
from typing import TYPE_CHECKING, Any, Final, Protocol, TypeAlias

from vt_sdk._extras import extra
from vt_sdk.core.arguments import checked, checked_seconds
from vt_sdk.errors import BatchStoppedError, EngineError, InvalidInputError, VirusTotalAPIError
from vt_sdk.jobs.dataset import Row
from vt_sdk.jobs.lookups import (
    Failures,
    RowMaker,
    client_options,
    lookups_of,
    request_for,
    stop,
)

if TYPE_CHECKING:
    from distributed import Client

    from vt_sdk.jobs.job import Job

__all__ = ["DaskEngine", "Engine", "engine_of"]

Put: TypeAlias = Callable[[Iterable[Row]], object]


class Engine(Protocol):
    """What carries out a job."""

    def run(self, job: "Job", texts: Iterator[str], put: Put) -> None:
        """Look all texts up and hand the rows over.

        Raises:
            BatchStoppedError: no further one can be had; `pending` are the texts that were taken
                and have no row.
            EngineError: the engine itself has failed.
        """
        ...


def engine_of(given: "Engine | str") -> Engine:
    """Return an engine by its name, or as it is."""
    if isinstance(given, str):
        if given not in _ENGINES:
            raise InvalidInputError(
                f"engine: expected {' or '.join(map(repr, _ENGINES))} or a DaskEngine,"
                f" got {given!r:.100}"
            )
        return _ENGINES[given]
    return given


class _Threads:
    """Threads of this process."""

    def run(self, job: "Job", texts: Iterator[str], put: Put) -> None:
        put(lookups_of(job).rows(texts))


class _EventLoop:
    """Tasks of an event loop of its own."""

    def run(self, job: "Job", texts: Iterator[str], put: Put) -> None:
        if job.cache is not None:
            raise InvalidInputError("cache: the engine 'asyncio' has none, use 'local'")
        with suppress(RuntimeError):  # there is none, as there should be
            asyncio.get_running_loop()
            raise InvalidInputError("engine: a loop is running here, as in a notebook; use 'local'")
        asyncio.run(self._run(job, texts, put))

    async def _run(self, job: "Job", texts: Iterator[str], put: Put) -> None:
        from vt_sdk.aio.client import AsyncVirusTotal
        from vt_sdk.bulk.async_batch import AsyncBatch
        from vt_sdk.resources._lookups import read_report

        make, failures = RowMaker(job), Failures()
        async with AsyncVirusTotal(**client_options(job)) as vt:
            batch = AsyncBatch(
                vt._group(),
                partial(request_for, job),
                read_report,
                texts,
                max_workers=job.max_workers,
                ordered=False,
                remember=0,
                options={},
            )
            async with batch:
                async for item in batch:
                    put([make(item)])
                    if failures.are_too_many(item.error):
                        raise stop(item.error, batch.pending)


_ENGINES: Final[dict[str, Engine]] = {"local": _Threads(), "asyncio": _EventLoop()}


# --- Dask ----------------------------------------------------------------------------------------

# So many batches are with each thread of the cluster: one is worked on, the next one waits there.
_AHEAD: Final = 2


@dataclass(frozen=True, slots=True)
class DaskEngine:
    """A cluster of Dask, for `job.run(…, engine=DaskEngine("tcp://scheduler:8786"))`.

    Batches go to the workers, two for each of their threads at a time, and their rows come back to
    the process that called `run`, which alone writes: the workers need no common folder. The batch
    of a worker that is lost is done again by another one; where there is none, it waits for one.

    Attributes:
        scheduler: the address of the scheduler, or a client of `distributed` that is connected.
        batch_size: how many indicators a batch has. After a kill those batches are asked again, as
            far as the cache of the job does not have them, that were with the cluster and had not
            come back: two for each of its threads.
        connect_s: how many seconds a scheduler is looked for.

    Raises:
        InvalidInputError: one of them cannot be.
    """

    scheduler: "str | Client"
    batch_size: int = 100
    connect_s: float = 10.0

    def __post_init__(self) -> None:
        checked("batch_size", self.batch_size, {"type": "integer", "minimum": 1})
        checked_seconds("connect_s", self.connect_s)

    def run(self, job: "Job", texts: Iterator[str], put: Put) -> None:
        """Look all texts up on the cluster; see `Engine.run`."""
        if not getattr(job.rate_limit, "is_shared", True):
            raise InvalidInputError(
                "rate_limit: each process would have a quota of its own; give it a store that all"
                " of them share, such as RateLimit(per_minute=4, store='redis://host')"
            )
        try:
            pickle.dumps(job)
        except (pickle.PicklingError, AttributeError, TypeError) as error:
            # Dask would find a way, and send what a function holds, such as a key.
            raise InvalidInputError(
                f"the job cannot be sent to other processes: {error}"
            ) from error
        with self._connected() as client:
            batches = iter(lambda: [*islice(texts, self.batch_size)], [])
            running = _distributed().as_completed(with_results=True, loop=client.loop)
            pending: list[str] = []
            reason: VirusTotalAPIError | None = None

            def submit_more() -> None:
                threads = max(1, sum(client.nthreads().values()))
                for batch in islice(batches, max(0, _AHEAD * threads - running.count())):
                    running.add(client.submit(_look_up, job, batch, pure=False))

            submit_more()
            for _, done in running:
                if isinstance(done, BaseException):  # so come those that were cancelled
                    raise done
                rows, left, why = done
                put(rows)
                pending += left
                reason = reason or why
                if reason is None:
                    submit_more()
            if reason is not None:
                raise stop(reason, pending)

    @contextmanager
    def _connected(self) -> Iterator[Any]:
        distributed = _distributed()
        if isinstance(self.scheduler, distributed.Client):
            with _typed_errors():
                yield self.scheduler
            return
        try:
            # What it takes besides, such as a `LocalCluster`, is its own to judge.
            if isinstance(self.scheduler, str) and not self.scheduler.startswith("inproc://"):
                # A client of an address that is none would take 20 seconds to end.
                distributed.comm.get_address_host_port(self.scheduler)
            client = distributed.Client(
                self.scheduler, timeout=self.connect_s, set_as_default=False, name="vt-sdk"
            )
        except (OSError, OverflowError, ValueError) as error:
            raise EngineError(f"dask: no scheduler at {self.scheduler!r:.200}") from error
        with client, _typed_errors():
            yield client


@contextmanager
def _typed_errors() -> Iterator[None]:
    distributed = _distributed()
    lost = distributed.client.FutureCancelledError, distributed.KilledWorker, OSError
    try:
        yield
    except lost as error:
        if isinstance(error, VirusTotalAPIError):
            raise
        raise EngineError(f"dask: {error}") from error


def _distributed() -> Any:  # it has hints for less than half of what it does
    with extra("dask", "the engine"):
        import distributed
    return distributed


def _look_up(
    job: "Job", texts: list[str]
) -> tuple[list[Row], tuple[str, ...], VirusTotalAPIError | None]:
    """Return the rows of a batch, the texts without one, and why there are such texts."""
    rows: list[Row] = []
    waiting = iter(texts)
    try:
        for row in lookups_of(job).rows(waiting):
            rows.append(row)
    except BatchStoppedError as stopped:
        return rows, (*stopped.pending, *waiting), stopped.reason
    return rows, (), None
