"""What each process does for a job: look texts up with its one client, and make their rows."""

import threading
from collections import OrderedDict
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from functools import partial
from typing import TYPE_CHECKING, Any, Final, TypeAlias

from vt_sdk import models, tables
from vt_sdk.bulk.batch import Batch
from vt_sdk.bulk.ledger import BatchItem
from vt_sdk.client import VirusTotal
from vt_sdk.core.quota import RateLimiter, Window
from vt_sdk.core.relationships import Relationship
from vt_sdk.core.request import Request
from vt_sdk.enrichment import relationships_of
from vt_sdk.errors import (
    APIError,
    BatchStoppedError,
    InvalidInputError,
    NotAvailableYetError,
    NotFoundError,
    VirusTotalAPIError,
)
from vt_sdk.jobs.dataset import Row
from vt_sdk.resources._lookups import read_report, request_of

if TYPE_CHECKING:
    from vt_sdk.jobs.job import Job

__all__ = [
    "TYPES",
    "Failures",
    "Lookups",
    "Report",
    "RowMaker",
    "client_options",
    "lookups_of",
    "request_for",
    "stop",
]

Report: TypeAlias = models.File | models.URL | models.Domain | models.IPAddress

TYPES: Final = (models.File, models.URL, models.Domain, models.IPAddress)

# A place of the quota that is farther away than this is left alone: the job stops and says when to
# come back. It is longer than the hour of a quota, for which it waits.
_PATIENCE_S: Final = 4_000.0

# So many failures, one after another, are no fault of the indicators.
_MOST_FAILURES: Final = 100

# How many jobs a process keeps a client for.
_KEPT: Final = 8


class Lookups:
    """The client of a job in this process, for any number of batches and threads."""

    def __init__(self, job: "Job") -> None:
        self._job = job
        session = None
        if job.cache is not None:
            from vt_sdk.caching import cached_session

            session = cached_session(job.cache)
        self._vt = VirusTotal(session=session, **client_options(job))
        self._failures = Failures()

    def rows(self, texts: Iterable[str]) -> Iterator[Row]:
        """Yield a row for each text, as soon as it is there.

        Raises:
            BatchStoppedError: no further one can be had; `pending` are the texts without a row.
        """
        make = RowMaker(self._job)
        batch = Batch(
            self._vt._group(),
            partial(request_for, self._job),
            read_report,
            texts,
            max_workers=self._job.max_workers,
            ordered=False,
            remember=0,  # none comes again
            options={},
        )
        with batch:
            for item in batch:
                yield make(item)
                if self._failures.are_too_many(item.error):
                    raise stop(item.error, batch.pending)


def client_options(job: "Job") -> dict[str, Any]:
    """Return the arguments that a client of a job has, in both worlds."""
    limiter = job.rate_limit
    return {
        "api_key": job.api_key,
        "timeout": job.timeout,
        "proxies": job.proxies,
        "base_url": job.base_url,
        "retry": job.retry,
        "rate_limit": None if limiter is None else _Impatient(limiter),
        "verify": job.verify,
        "lookup_only": True,
    }


def request_for(job: "Job", text: str) -> Request:
    """Return the request for the report on what a text stands for.

    Raises:
        InvalidInputError: it is nothing, or nothing that the job is about.
    """
    indicator = job.indicator(text)
    known = relationships_of(indicator.kind) if job.relationships else ()
    return request_of(indicator, [name for name in job.relationships if name in known])


def stop(reason: VirusTotalAPIError | None, pending: Iterable[str]) -> BatchStoppedError:
    """Return the error that ends a batch for a reason."""
    stopped = BatchStoppedError(
        f"the batch stopped: {reason and reason.message}", reason=reason, pending=tuple(pending)
    )
    stopped.__cause__ = reason
    return stopped


class Failures:
    """Counts the failures that come one after another."""

    def __init__(self) -> None:
        self._count = 0

    def are_too_many(self, error: VirusTotalAPIError | None) -> bool:
        """Take note of what came of an indicator; return whether it is no use to go on."""
        self._count = self._count + 1 if error and status_of(error) == "failed" else 0
        if self._count < _MOST_FAILURES:
            return False
        self._count = 0
        return True


class _Impatient:
    """A rate limit that refuses places far ahead."""

    def __init__(self, limiter: RateLimiter) -> None:
        self._limiter = limiter

    def reserve(self, max_wait: float | None = None) -> float:
        longest = _PATIENCE_S if max_wait is None else min(max_wait, _PATIENCE_S)
        return self._limiter.reserve(longest)

    def windows(self) -> Iterable[Window]:
        return self._limiter.windows()


# --- rows ----------------------------------------------------------------------------------------


class RowMaker:
    """Makes the rows of one batch."""

    def __init__(self, job: "Job") -> None:
        self._job = job
        self._blank: Row = dict.fromkeys(column.name for column in job.schema)
        # One row for each object that stands here when the next one is asked for.
        self._object: Report | None = None
        self._values = tables.rows(iter(lambda: self._object, None), TYPES, columns=job.columns)

    def __call__(self, item: BatchItem[Report]) -> Row:
        """Return the row of what came of a text."""
        row = self._blank.copy()
        row["input"], row["fetched_at"] = item.id, datetime.now(UTC)
        found, error = item.value, item.error
        if found is not None:
            self._object = found
            row.update(next(self._values))
            for name in self._job.relationships:
                row[f"relationships.{name}"] = _ids(getattr(found.relationships, name, None))
            row["kind"], row["id"] = found.type, found.id
            row["status"] = "not_analysed" if found.state == "not_analysed" else "found"
            if self._job.policy is not None:
                row["verdict"] = str(self._job.policy.judge(found).level)
        elif error is not None:
            row["status"], row["error"] = status_of(error), described(error)
            try:
                indicator = self._job.indicator(item.id)
            except InvalidInputError:
                return row
            row["kind"], row["id"] = indicator.kind, indicator.value
        return row


def _ids(related: Relationship | None) -> list[str] | None:
    """Return the ids of the objects that came of a relationship, None where it did not come."""
    if related is None:
        return None
    data = related.data or []
    return [one.id for one in (data if isinstance(data, list) else [data])]


def status_of(error: VirusTotalAPIError) -> str:
    """Return the status of an indicator for which an error came."""
    if isinstance(error, NotFoundError):
        return "not_found"
    is_refused = isinstance(error, APIError) and error.status == 400
    if isinstance(error, InvalidInputError) or (
        is_refused and not isinstance(error, NotAvailableYetError)
    ):
        return "invalid"
    return "failed"


def described(error: VirusTotalAPIError) -> str:
    """Return an error in words, its class before them."""
    return f"{type(error).__name__}: {error.message}"


# --- the clients of this process -----------------------------------------------------------------

_lookups: Final = OrderedDict[str, Lookups]()
_making: Final = threading.Lock()


def lookups_of(job: "Job") -> Lookups:
    """Return what this process looks up with for a job, or a copy of it: one for all batches."""
    with _making:
        found = _lookups.get(job.token)
        if found is None:
            found = _lookups[job.token] = Lookups(job)
            if len(_lookups) > _KEPT:
                _lookups.popitem(last=False)
        return found
