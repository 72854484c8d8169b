"""A job as a value: what to look up, what to keep of it, and under which limits."""

import hashlib
import os
import time
import uuid
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from functools import partial
from itertools import chain, islice
from typing import TYPE_CHECKING, Final

from vt_sdk import tables
from vt_sdk._stores import store_place
from vt_sdk.core.arguments import check_hook, checked, fitting
from vt_sdk.core.quota import Price, RateLimiter, Window
from vt_sdk.core.request import Timeout
from vt_sdk.core.retry import RetryPolicy
from vt_sdk.core.settings import DEFAULT_TIMEOUT, MAX_WORKERS, has_methods
from vt_sdk.enrichment import relationships_of
from vt_sdk.errors import (
    BatchStoppedError,
    InvalidInputError,
    QuotaExceededError,
    RateLimitError,
    StoreError,
    VirusTotalAPIError,
)
from vt_sdk.indicators import Indicator, Kind, classify
from vt_sdk.jobs.dataset import Dataset, Format, Row, first_time
from vt_sdk.jobs.engines import Engine, engine_of
from vt_sdk.jobs.lookups import TYPES, described, lookups_of
from vt_sdk.jobs.sources import Source, texts_of

if TYPE_CHECKING:
    import pyarrow as pa

    from vt_sdk.verdicts import Policy

__all__ = ["COLUMNS", "Job", "JobProgress", "JobSummary"]

COLUMNS: Final = (
    "reputation",
    "last_analysis_date",
    "last_analysis_stats.malicious",
    "last_analysis_stats.suspicious",
    "last_analysis_stats.undetected",
    "last_analysis_stats.harmless",
)
"""The columns of a job that asks for none: those that all four kinds have."""

STATUSES: Final = ("found", "not_found", "not_analysed", "invalid", "failed")
"""What a row says of its indicator."""

_KINDS: Final[tuple[Kind, ...]] = ("file", "url", "domain", "ip_address")

# What every row begins and ends with.
_FIRST: Final = (
    tables.Column("input", "string", None, "The text as it was given, the first of its spellings."),
    tables.Column("kind", "string", None, "`file`, `url`, `domain` or `ip_address`."),
    tables.Column("id", "string", None, "The id of the object; where none came, what was asked."),
    tables.Column(
        "status", "string", None, "`found`, `not_found`, `not_analysed`, `invalid` or `failed`."
    ),
)
_VERDICT: Final = tables.Column("verdict", "string", None, "What the policy says of the object.")
_LAST: Final = (
    tables.Column("error", "string", None, "Why there is no object."),
    tables.Column("fetched_at", "timestamp[us, tz=UTC]", None, "When that was known."),
)

# 96 bits: among a thousand million indicators two are taken for one with a chance of 1 in 10^11.
_DIGEST_BYTES: Final = 12

# Where nothing tells when there is a quota again.
_FIRST_WAIT_S: Final = 60.0
_LONGEST_WAIT_S: Final = 3_600.0
_PROGRESS_S: Final = 0.5

_SPENT: Final = (QuotaExceededError, RateLimitError)


@dataclass(frozen=True, slots=True)
class JobProgress:
    """How far a run is.

    Attributes:
        done: the rows of this run.
        skipped: the texts that the dataset had already, or that came again.
        seconds: how long it has been running.
        windows: the state of the rate limit, the shortest window first; empty if there is none.
    """

    done: int
    skipped: int
    seconds: float
    windows: Sequence[Window]

    @property
    def rate(self) -> float:
        """The rows per second."""
        return self.done / self.seconds if self.seconds else 0.0


@dataclass(frozen=True, slots=True)
class JobSummary:
    """What a run did.

    Attributes:
        counts: how many rows it wrote, by status; all statuses are there.
        skipped: the texts that the dataset had already, or that came again.
        seconds: how long it took.
        totals: how many rows the dataset has now, by status.
        verdicts: how many of them have each verdict, where the job has a policy.
        stopped: the error of the spent quota that ended it, None if all is done.
        resume_at: when another run is worth it, None if all is done. Where nothing tells when there
            is a quota again, in a minute.
    """

    counts: Mapping[str, int]
    skipped: int
    seconds: float
    totals: Mapping[str, int]
    verdicts: Mapping[str, int]
    stopped: VirusTotalAPIError | None = None
    resume_at: datetime | None = None

    @property
    def done(self) -> int:
        """How many rows it wrote."""
        return sum(self.counts.values())

    @property
    def is_complete(self) -> bool:
        """Whether each indicator has a row by now, `failed` ones included."""
        return self.stopped is None

    def __str__(self) -> str:
        parts = [f"{count:,} {status.replace('_', ' ')}" for status, count in self.counts.items()]
        text = f"{self.done:,} indicators in {self.seconds:,.1f} s: {', '.join(parts)}"
        if self.skipped:
            text += f"; {self.skipped:,} known before"
        if self.resume_at is not None:
            text += f"; stopped, go on at {self.resume_at:%Y-%m-%d %H:%M:%S} UTC"
        return text


@dataclass(frozen=True, slots=True, kw_only=True)
class Job:
    """Look-ups of any number of indicators, on this machine or many, stopped and gone on with.

        job = Job(columns=["last_analysis_stats.malicious"], policy=Policy.default())
        print(job.run("indicators.csv", "results"))

    It is a value: it is pickled and sent to other machines, and never holds the API key, which each
    process finds in `VT_API_KEY` or by calling `api_key`.

    Attributes:
        columns: the names of the columns to keep, of those that `vt_sdk.tables.columns` tells for
            the four kinds, deep ones included. `COLUMNS` if not given.
        relationships: the names of relationships whose objects are to be named as well: the ids of
            the first of each, in the column `relationships.NAME`, null for kinds that have no such
            relationship. They come with the report and cost no further call; those that a public
            key does not get need a premium one.
        kind: what all indicators are; one of another kind is invalid. Any kind if None.
        assume: what a text is that may be a domain or the name of a file, such as `evil.zip`; that
            is invalid if None. As `kind` if that is given.
        policy: judges each object; its level is in the column `verdict`.
        rate_limit: what spaces all requests of all processes, such as a `RateLimit`. Where several
            processes work it needs a store that they share.
        cache: what remembers answers, as of `vt_sdk.caching.cached_session`: the path of a file, of
            which each machine has its own, or the address of a Redis server for all of them, which
            is pickled with its password; none if None.
        max_workers: how many calls may be under way at once, for each batch on a cluster.
        api_key: a function that returns the key, called where it is needed; it is pickled by name.
        base_url: the address of the service, as for the client. `VT_BASE_URL` of the environment
            where the job is made if None: it goes along to machines that have no such variable.
        timeout: seconds to connect and to read, as for the client.
        proxies: proxies by scheme, as for the client.
        retry: how requests are repeated, as for the client.
        verify: whether certificates are checked, as for the client.

    Raises:
        InvalidInputError: one of them cannot be; for a column that there is not, the message lists
            those that there are.
    """

    columns: Sequence[str] = COLUMNS
    relationships: Sequence[str] = ()
    kind: Kind | None = None
    assume: Kind | None = None
    policy: "Policy | None" = None
    rate_limit: RateLimiter | None = None
    cache: str | os.PathLike[str] | None = field(default=None, repr=False)
    max_workers: int = MAX_WORKERS
    api_key: Callable[[], str | None] | None = field(default=None, repr=False)
    base_url: str | None = None
    timeout: Timeout = DEFAULT_TIMEOUT
    proxies: Mapping[str, str] | None = field(default=None, repr=False)
    retry: RetryPolicy = field(default_factory=RetryPolicy)
    verify: bool | str = True
    token: str = field(init=False, repr=False, compare=False)
    """What tells its copies in another process that they are of one job."""

    def __post_init__(self) -> None:
        for name in ("columns", "relationships"):
            value = getattr(self, name)
            fitting(name, value, not isinstance(value, str), "several names")
        known = {name for kind in _KINDS for name in relationships_of(kind)}
        for name in self.relationships:
            fitting("relationships", name, name in known, f"some of {', '.join(sorted(known))}")
        for name in ("kind", "assume"):
            value = getattr(self, name)
            fitting(name, value, value in (None, *_KINDS), " or ".join(_KINDS))
        checked(
            "max_workers", self.max_workers, {"type": "integer", "minimum": 1, "maximum": 1_000}
        )
        if self.api_key is not None:  # a text would be pickled, and read by whoever sees it
            fitting("api_key", None, callable(self.api_key), "a function that returns the key")
        if self.cache is not None:
            store_place("cache", self.cache)  # whether it can be one
        # `id` is there always.
        columns = tuple(dict.fromkeys(name for name in self.columns if name != "id"))
        fits = self.rate_limit is None or has_methods(self.rate_limit, ("reserve", "windows"))
        fitting("rate_limit", self.rate_limit, fits, "a RateLimit")
        for name, value in (
            ("columns", columns),
            ("relationships", tuple(dict.fromkeys(self.relationships))),
            ("assume", self.assume or self.kind),
            ("base_url", self.base_url or os.environ.get("VT_BASE_URL") or None),
            ("token", uuid.uuid4().hex),
        ):
            object.__setattr__(self, name, value)
        tables.rows((), TYPES, columns=columns)  # whether they exist

    @property
    def schema(self) -> tuple[tables.Column, ...]:
        """The columns of each row."""
        verdict = () if self.policy is None else (_VERDICT,)
        chosen = tables.rows((), TYPES, columns=self.columns).columns
        related = (
            tables.Column(f"relationships.{name}", "list<item: string>", None, "Ids of objects.")
            for name in self.relationships
        )
        return (*_FIRST, *verdict, *chosen, *related, *_LAST)

    def indicator(self, text: str) -> Indicator:
        """Return what a text stands for.

        Raises:
            InvalidInputError: it is no indicator, or none of the kind of the job.
        """
        found = classify(text, assume=self.assume)
        if self.kind not in (None, found.kind):
            raise InvalidInputError(f"of the kind {found.kind}, not {self.kind}")
        return found

    def map_batch(self, indicators: Iterable[str]) -> "pa.Table":
        """Look a batch of indicators up: what any engine maps over its batches.

            # Ray
            ray.data.read_csv("indicators.csv").map_batches(
                lambda batch: job.map_batch(batch["ioc"].to_pylist()), batch_format="pyarrow"
            ).write_parquet("results")

            # Spark; `from_arrow_schema` is in `pyspark.sql.pandas.types`
            def look_up(batches):
                for batch in batches:
                    yield from job.map_batch(batch["ioc"].to_pylist()).to_batches()

            schema = from_arrow_schema(tables.schema(job.schema))
            frame.mapInArrow(look_up, schema).write.parquet("results")

        The client is made once for each process. Nothing is remembered from batch to batch but in
        the `cache`, and no error is raised for an indicator: where a quota is spent, the rows of
        those that were not asked for are `failed`.

        Args:
            indicators: the texts; those that come again among them are looked up once.

        Returns:
            A table with the columns of `schema`, one row for each distinct indicator.

        Raises:
            ImportError: the extra `tables` is not installed.
        """
        rows: list[Row] = []
        claim = partial(first_time, set[bytes]())
        texts = iter([*self._distinct(texts_of(indicators), claim, rows.append)])
        try:
            for row in lookups_of(self).rows(texts):
                rows.append(row)
        except BatchStoppedError as stopped:
            left = chain(stopped.pending, texts)
            rows += [self._bare(text, "failed", stopped.reason) for text in left]
        return tables.to_arrow(tables.Rows(self.schema, rows))

    def price(
        self,
        source: Source,
        out: str | os.PathLike[str] | None = None,
        *,
        column: str | None = None,
        file_format: Format = "parquet",
    ) -> Price:
        """Return what the look-ups of a source would cost; sends nothing and writes nothing.

        Args:
            source: as for `run`; an iterator is used up by it.
            out: a dataset, of which only what it lacks is counted.
            column: as for `run`.
            file_format: as for `run`.

        Returns:
            The number of calls and, by the rate limit of the job, when the last one may go:
            `calls`, `seconds`, `days`.

        Raises:
            FileReadError: the source cannot be read.
            InvalidInputError: there is no such column; another job made the dataset; the limiter is
                none that can price.
        """
        seen = set[bytes]()
        if out is not None:
            seen.update(map(self._key, self._dataset(out, file_format).inputs()))
        claim = partial(first_time, seen)
        calls = sum(1 for _ in self._distinct(texts_of(source, column), claim, lambda row: None))
        limiter = self.rate_limit
        if limiter is None:
            return Price(calls, 0.0, 0.0, ())
        priced: Callable[[int], Price] | None = getattr(limiter, "price", None)
        if priced is None:
            raise InvalidInputError("rate_limit: this limiter cannot price calls")
        return priced(calls)

    def run(
        self,
        source: Source,
        out: str | os.PathLike[str],
        *,
        engine: Engine | str = "local",
        column: str | None = None,
        file_format: Format = "parquet",
        wait: bool = False,
        on_progress: Callable[[JobProgress], object] | None = None,
    ) -> JobSummary:
        """Look up what the source has and the dataset lacks.

        A run that was stopped, or killed at any moment, is gone on with by running it again: what
        is in the dataset is not asked for again. What was under way when it was killed may be, no
        more than `2 * max_workers` indicators here, and on a cluster two batches for each of its
        threads, unless the `cache` has them. Rows of failures are no results: the next run takes
        them away and tries again. Each distinct indicator takes about 100 bytes of memory.

        A place of the rate limit that is less than an hour away is waited for. One farther away,
        and what the service says of a quota, stops the run.

        Args:
            source: the path of a CSV, text, JSON lines or Parquet file, as its ending tells, or
                texts.
            out: the folder of the dataset, made if it is not there.
            engine: `local` for threads, `asyncio` for an event loop, or a `DaskEngine`.
            column: where the indicators are in the file: the name of the column, or its number,
                from 1; the only column if None.
            file_format: `parquet`, or `jsonl` for JSON lines.
            wait: whether to wait where the quota is spent and then to go on; else the run stops,
                and the summary says when to come back.
            on_progress: called with a `JobProgress`, twice a second at most.

        Returns:
            What was done.

        Raises:
            FileReadError: the source cannot be read.
            InvalidInputError: there is no such column; the folder is that of another job or version
                or has something else in it; the engine cannot do this job.
            StoreError: the folder cannot be written or another run has it; the store of the limit
                cannot be used, or at the beginning the cache.
            EngineError: the scheduler cannot be reached, or the cluster has failed.
            WrongCredentialsError: the service refuses the key; so for all that would befall any
                indicator but a spent quota.
            TransportError: 100 look-ups in a row have failed, for this reason or another one; what
                came before is in the dataset.
            ImportError: the extra `tables` or that of the engine is not installed.
        """
        check_hook("on_progress", on_progress)
        carrier = engine_of(engine)
        if self.rate_limit is not None:
            self.rate_limit.windows()  # whether its store can be reached, before anything is done
        texts = texts_of(source, column)
        first = [*islice(texts, 1)]  # what is wrong with a source is told before there is a folder
        with self._dataset(out, file_format) as dataset:
            run = _Run(self, dataset, on_progress)
            return run.carry_out(carrier, chain(first, texts), wait=wait)

    # --- rows ------------------------------------------------------------------------------------

    def _dataset(self, out: str | os.PathLike[str], file_format: Format) -> Dataset:
        fits = file_format in ("parquet", "jsonl")
        fitting("file_format", file_format, fits, "'parquet' or 'jsonl'")
        made_by = {
            "kind": self.kind,
            "assume": self.assume,
            "columns": [[column.name, column.type] for column in self.schema],
            "policy": self.policy and self.policy.to_toml(),
        }
        return Dataset(out, made_by, self._key, self.schema, file_format)

    def _distinct(
        self,
        texts: Iterable[str],
        claim: Callable[[bytes], bool],
        reject: Callable[[Row], object],
    ) -> Iterator[str]:
        """Yield the texts that are to be looked up, however they are written each once.

        Args:
            texts: the texts.
            claim: is told the key of each, and whether it is the first of it, says.
            reject: is given the rows of those that are no indicators.
        """
        for text in texts:
            try:
                found: Indicator | None = self.indicator(text)
                problem = None
            except InvalidInputError as error:
                found, problem = None, error
            if claim(_digest(found, text)):
                if problem is None:
                    yield text
                else:
                    reject(self._bare(text, "invalid", problem))

    def _key(self, text: str) -> bytes:
        try:
            return _digest(self.indicator(text), text)
        except InvalidInputError:
            return _digest(None, text)

    def _bare(self, text: str, status: str, error: VirusTotalAPIError) -> Row:
        """Return the row of a text that was not looked up."""
        row: Row = dict.fromkeys(column.name for column in self.schema)
        row |= {"input": text, "status": status, "error": described(error)}
        row["fetched_at"] = datetime.now(UTC)
        return row


def _digest(found: Indicator | None, text: str) -> bytes:
    """Return what an indicator is known by, or a text that is none."""
    known = text if found is None else f"{found.kind} {found.value}"
    return hashlib.blake2b(known.encode(), digest_size=_DIGEST_BYTES).digest()


class _Run:
    """One run of a job: the rows on their way to the dataset, and what is counted of them."""

    def __init__(
        self, job: Job, dataset: Dataset, on_progress: Callable[[JobProgress], object] | None
    ) -> None:
        self._job, self._dataset, self._on_progress = job, dataset, on_progress
        self._counts: dict[str, int] = dict.fromkeys(STATUSES, 0)
        self._skipped = 0
        self._began = self._told = time.monotonic()

    def carry_out(self, engine: Engine, texts: Iterable[str], *, wait: bool) -> JobSummary:
        """Look up what the dataset lacks, until all is done or the quota is spent."""
        todo = self._job._distinct(texts, self._claim, self._add)
        stopped: VirusTotalAPIError | None = None
        resume_at: datetime | None = None
        refusals = 0
        try:
            while True:
                answered = self._done
                try:
                    engine.run(self._job, todo, self._put)
                    stopped = resume_at = None
                    break
                except BatchStoppedError as error:
                    stopped = error.reason
                    if not isinstance(stopped, _SPENT):
                        raise stopped from error
                    todo = chain(error.pending, todo)
                refusals = refusals + 1 if self._done == answered else 0
                resume_at = _comes_back(stopped, refusals)
                if not wait:
                    break
                time.sleep(max(0.0, (resume_at - datetime.now(UTC)).total_seconds()))
        except BaseException:
            with suppress(StoreError):  # what has ended the run says more
                self._dataset.commit()
            raise
        self._dataset.commit()
        self._tell()
        seconds = time.monotonic() - self._began
        return JobSummary(
            self._counts,
            self._skipped,
            seconds,
            {status: self._dataset.statuses[status] for status in STATUSES},
            dict(self._dataset.verdicts),
            stopped,
            resume_at,
        )

    @property
    def _done(self) -> int:
        return sum(self._counts.values())

    def _claim(self, key: bytes) -> bool:
        is_new = self._dataset.claim(key)
        self._skipped += not is_new
        return is_new

    def _put(self, rows: Iterable[Row]) -> None:
        for row in rows:
            self._add(row)

    def _add(self, row: Row) -> None:
        self._dataset.add(row)
        self._counts[row["status"]] += 1
        if time.monotonic() - self._told >= _PROGRESS_S:
            self._tell()

    def _tell(self) -> None:
        self._told = time.monotonic()
        if self._on_progress is not None:
            windows: Sequence[Window] = ()
            with suppress(StoreError):  # the look-ups find out
                if self._job.rate_limit is not None:
                    windows = self._job.rate_limit.windows()
            seconds = self._told - self._began
            self._on_progress(JobProgress(self._done, self._skipped, seconds, windows))


def _comes_back(reason: VirusTotalAPIError, refusals: int) -> datetime:
    """Return when there is a quota again; where nothing tells, after waits that double."""
    resets_at: datetime | None = getattr(reason, "resets_at", None)
    if resets_at is not None:
        return resets_at
    seconds = getattr(reason, "retry_after", None)
    if seconds is None:
        seconds = min(_FIRST_WAIT_S * 2.0 ** min(refusals, 16), _LONGEST_WAIT_S)
    return datetime.now(UTC) + timedelta(seconds=seconds)
