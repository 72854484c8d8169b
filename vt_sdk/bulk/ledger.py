"""What a batch knows of its ids: which were taken, asked for, answered and given out.

Everything that a batch decides is here, for threads and event loops alike; they take ids, ask, and
hand over what came.
"""

import copy
from abc import ABC, abstractmethod
from collections import OrderedDict
from collections.abc import AsyncIterable, AsyncIterator, Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Any, Generic, Protocol, TypeAlias, TypeVar

from vt_sdk.core.arguments import checked
from vt_sdk.core.policy import Bounds
from vt_sdk.core.quota import Price
from vt_sdk.core.request import Request, Timeout
from vt_sdk.core.settings import Settings
from vt_sdk.errors import (
    APIError,
    APITimeoutError,
    AuthenticationRequiredError,
    BatchStoppedError,
    ForbiddenError,
    InvalidInputError,
    InvalidResponseError,
    NotFoundError,
    QuotaExceededError,
    TransportError,
    UnknownFieldError,
    UserNotActiveError,
    VirusTotalAPIError,
    WrongCredentialsError,
)
from vt_sdk.indicators import Indicator, classify

__all__ = [
    "Answer",
    "AsyncReports",
    "BatchItem",
    "Errors",
    "Ledger",
    "Reports",
    "answer_to",
]

T = TypeVar("T")
T_co = TypeVar("T_co", covariant=True)

# What may come of a single id; all else, and what the key is refused for, would come of any id.
_OF_ONE_ID = (APIError, TransportError, InvalidResponseError, UnknownFieldError)
_OF_THE_KEY = (
    AuthenticationRequiredError,
    ForbiddenError,
    QuotaExceededError,
    UserNotActiveError,
    WrongCredentialsError,
)


@dataclass(frozen=True)  # with slots too, `BatchItem[File](…)` fails before Python 3.12
class BatchItem(Generic[T_co]):
    """What came of one id.

    Attributes:
        index: the position of the id in the input, from 0 on.
        id: the id as it was given.
        value: the report, None if there is an error.
        error: why there is no report.
    """

    index: int
    id: str
    value: T_co | None = None
    error: VirusTotalAPIError | None = None

    @property
    def input(self) -> str:
        """The id as it was given."""
        return self.id

    @property
    def indicator(self) -> Indicator | None:
        """What the id stands for, None if it is opaque or nothing."""
        # What was asked for is no name of a file, whatever it looks like.
        is_refused = isinstance(self.error, InvalidInputError)
        try:
            return classify(self.id, assume=None if is_refused else "domain")
        except InvalidInputError:
            return None

    def result(self) -> T_co:
        """Return the report, or raise the error."""
        if self.error is not None:
            raise self.error
        assert self.value is not None
        return self.value


class Reports(Protocol[T_co]):
    """What the groups have in common that give reports: files, URLs, domains, IP addresses."""

    def get_report(self, id_: str, /, *, timeout: Timeout = ..., deadline: float = ...) -> T_co:
        """Get one report."""
        ...

    def get_reports(
        self,
        ids: Iterable[str],
        /,
        *,
        max_workers: int = ...,
        ordered: bool = ...,
        remember: int = ...,
        timeout: Timeout = ...,
        deadline: float = ...,
    ) -> Iterator[BatchItem[T_co]]:
        """Get the reports of many ids, several at once."""
        ...


class AsyncReports(Protocol[T_co]):
    """The same of the groups for event loops."""

    async def get_report(
        self, id_: str, /, *, timeout: Timeout = ..., deadline: float = ...
    ) -> T_co:
        """Get one report."""
        ...

    def get_reports(
        self,
        ids: Iterable[str] | AsyncIterable[str],
        /,
        *,
        max_workers: int = ...,
        ordered: bool = ...,
        remember: int = ...,
        timeout: Timeout = ...,
        deadline: float = ...,
    ) -> AsyncIterator[BatchItem[T_co]]:
        """Get the reports of many ids, several at once."""
        ...


@dataclass(frozen=True, slots=True)
class Answer(Generic[T_co]):
    """A value, an error of this id, or a cause to stop; none of them if it was not asked for."""

    key: str
    value: T_co | None = None
    error: VirusTotalAPIError | None = None
    cause: BaseException | None = None


Errors: TypeAlias = type[VirusTotalAPIError] | tuple[type[VirusTotalAPIError], ...]


def answer_to(request: Request, error: BaseException, is_late: bool, keeps: Errors) -> Answer[Any]:
    """Return what an error says: of this id alone, or of all that come.

    Args:
        request: what was asked.
        error: what came of it.
        is_late: whether the batch must be over.
        keeps: what is of this id alone, though it would be of the key elsewhere.
    """
    late = is_late and isinstance(error, TransportError)
    is_of_the_key = isinstance(error, _OF_THE_KEY) and not isinstance(error, keeps)
    if isinstance(error, _OF_ONE_ID) and not is_of_the_key and not late:
        return Answer(request.url, error=error)
    return Answer(request.url, cause=error)


class Ledger(ABC, Generic[T]):
    """The account of a batch, and all that it tells of itself."""

    def __init__(
        self,
        settings: Settings,
        request: Callable[[str], Request],
        bounds: Bounds,
        clock: Callable[[], float],
        *,
        ids: object,
        max_workers: int,
        ordered: bool,
        remember: int,
        keeps: Errors,
    ) -> None:
        if isinstance(ids, (str, bytes)):
            raise InvalidInputError(f"ids: expected several, got one: {ids!r:.100}")
        checked("max_workers", max_workers, {"type": "integer", "minimum": 1, "maximum": 1_000})
        checked("remember", remember, {"type": "integer", "minimum": 0})
        self._request = request
        self._settings = settings
        self._bounds, self._clock = bounds, clock
        self._ids = ids
        self._max_workers, self._ordered, self._remember = max_workers, ordered, remember
        self._keeps = keeps
        self._taken = 0
        self._exhausted = False
        self._cause: BaseException | None = None
        # By position: what was taken and not given out, and that part of it that can be.
        self._open: dict[int, str] = {}
        self._ready: dict[int, BatchItem[T]] = {}
        # By the path of the request, the same for all spellings of an id.
        self._asked: dict[str, list[int]] = {}
        self._recent: OrderedDict[str, Answer[T]] = OrderedDict()

    @property
    def taken(self) -> int:
        """How many ids were taken from the input."""
        return self._taken

    @property
    def pending(self) -> tuple[str, ...]:
        """The ids that were taken and whose item was not given out, in the order of the input."""
        return tuple(self._open.values())

    @property
    def ready(self) -> tuple[BatchItem[T], ...]:
        """The items that are there and were not given out, in the order of the input."""
        return tuple(self._ready[index] for index in sorted(self._ready))

    @property
    def resume_at(self) -> int:
        """The position of the first id whose item was not given out."""
        return next(iter(self._open), self._taken)

    def price(self) -> Price:
        """Return what the whole batch would cost, at most; sends nothing and takes no place.

        Ids that are malformed cost nothing, and those that come again within the last `remember`
        different ones cost one call. Needs ids that can be gone through twice, such as a list.

        Raises:
            InvalidInputError: the ids are an iterator, or the client's own limiter has no `price`.
        """
        ids = self._ids
        if not isinstance(ids, Iterable) or iter(ids) is ids:
            raise InvalidInputError("ids: an iterator would be used up; price a list")
        calls, recent = 0, OrderedDict[str, None]()
        for given in ids:
            try:
                key = self._request(given).url
            except InvalidInputError:
                continue
            calls += key not in recent
            _keep(recent, key, None, self._remember)
        limiter = self._settings.rate_limit
        if limiter is None:
            return Price(calls, 0.0, 0.0, ())
        price: Callable[[int], Price] | None = getattr(limiter, "price", None)
        if price is None:
            raise InvalidInputError("rate_limit: this limiter cannot price calls")
        return price(calls)

    @abstractmethod
    def _start(self, request: Request) -> None:
        """Begin to ask, as soon as there is somebody to do it."""

    @property
    def _is_late(self) -> bool:
        until = self._bounds.until
        return until is not None and self._clock() >= until

    def _may_take(self) -> bool:
        """Return whether there is room for another id and nothing is against it."""
        if self._exhausted or self._cause or len(self._open) >= 2 * self._max_workers:
            return False
        if self._is_late:
            self._cause = APITimeoutError("the deadline of the batch is over")
            return False
        return True

    def _take(self, given: str) -> None:
        """Take an id, and have it asked for."""
        index, self._taken = self._taken, self._taken + 1
        self._open[index] = given
        self._ask(index, given)

    def _ask(self, index: int, given: str) -> None:
        """Have an id that was taken asked for, unless its answer is known or on its way."""
        try:
            request = self._request(given)
        except InvalidInputError as error:
            self._ready[index] = BatchItem(index, given, error=error)
            return
        key = request.url
        if known := self._recent.get(key):
            self._recent.move_to_end(key)
            # A copy, because what is raised holds the frames that it went through.
            self._ready[index] = BatchItem(index, given, known.value, copy.copy(known.error))
        elif key in self._asked:
            self._asked[key].append(index)
        else:
            self._asked[key] = [index]
            self._start(request)

    def _ask_again(self) -> None:
        """Ask anew for all that was not answered."""
        self._asked.clear()
        if self._cause is None:
            for index, given in self._open.items():
                if index not in self._ready:
                    self._ask(index, given)

    def _receive(self, answer: Answer[T]) -> None:
        """Enter what came of a request."""
        indexes = self._asked.pop(answer.key)
        if answer.value is None and answer.error is None:
            self._cause = self._cause or answer.cause
            return
        for index in indexes:
            self._ready[index] = BatchItem(index, self._open[index], answer.value, answer.error)
        # Other errors may be over when the id comes again.
        if answer.error is None or isinstance(answer.error, NotFoundError):
            kept = replace(answer, error=copy.copy(answer.error))
            _keep(self._recent, answer.key, kept, self._remember)

    def _first(self) -> int | None:
        """Return the position of the item that is to be given out next, if it is there."""
        first = next(iter(self._open if self._ordered else self._ready), None)
        return first if first in self._ready else None

    def _give(self, index: int) -> BatchItem[T]:
        """Return an item out."""
        del self._open[index]
        return self._ready.pop(index)

    def _end_error(self) -> BaseException | None:
        """Return what ends the batch, None for its proper end."""
        cause = self._cause
        if cause is None or not isinstance(cause, VirusTotalAPIError):
            return cause
        stopped = BatchStoppedError(
            f"the batch stopped at id {self.resume_at}: {cause.message}",
            reason=cause,
            resume_at=self.resume_at,
            taken=self.taken,
            pending=self.pending,
            ready=self.ready,
        )
        stopped.__cause__ = cause
        return stopped


def _keep(recent: OrderedDict[str, T], key: str, value: T, most: int) -> None:
    recent[key] = value
    recent.move_to_end(key)
    if len(recent) > most:
        recent.popitem(last=False)
