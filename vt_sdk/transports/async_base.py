"""What every transport of an event loop promises; all that it decides is that of `base`.

Files are read and written in worker threads, and a cancelled call waits for the piece that such a
thread is at, since what it works on is the caller's again afterwards.
"""

import asyncio
import contextvars
import inspect
import threading
import time
from collections.abc import AsyncIterable, Awaitable, Callable, Iterable
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from queue import SimpleQueue
from typing import Any, ClassVar, Final, TypeVar

from vt_sdk.core.request import Body, Request, Response
from vt_sdk.core.settings import Settings
from vt_sdk.errors import TransportError
from vt_sdk.transports.base import Duties, Outgoing
from vt_sdk.transports.reception import ANSWER_READS, CHUNK, Reception, TooLargeError

__all__ = ["AsyncBaseTransport", "AsyncIncoming", "AsyncOutgoing", "in_thread"]

T = TypeVar("T")

# Of a body that goes out, read in one turn of another thread.
_PIECE: Final = 1 << 19

# Of one that comes into a sink: what is worth the turn of a thread, and how much waits for that at
# most.
_TURN: Final = 1 << 17
_AHEAD: Final = 1 << 18


@dataclass(slots=True, repr=False)
class AsyncOutgoing(Outgoing):
    """A request as it is sent from an event loop, see `Outgoing`.

    Attributes:
        content: the body, a large one as pieces to send one after the other.
        clock: bounds the exchange; who knows when a connection is there can say so.
    """

    content: "bytes | AsyncIterable[bytes] | None" = None
    clock: "Clock | None" = None


def _nothing() -> None:
    """Do nothing."""


@dataclass(slots=True, repr=False)
class AsyncIncoming:
    """An answer whose headers are there, see `Incoming`.

    Attributes:
        status: the HTTP status.
        headers: names and values.
        pieces: the body piece by piece, as it was sent: not unpacked.
        close: called once, whatever happens; it gives the connection back if all was read, and
            closes it else. Awaited if it is a coroutine function.
        is_decoded: whether the pieces are unpacked after all.
        from_cache: whether nothing was sent, since a cache had it.
    """

    status: int
    headers: Iterable[tuple[str, str]]
    pieces: AsyncIterable[bytes]
    close: Callable[[], Awaitable[object] | object] = _nothing
    is_decoded: bool = False
    from_cache: bool = False


class Clock:
    """Bounds one exchange, wherever in it the time goes.

    Attributes:
        has_begun: whether anything may have been sent.
    """

    def __init__(self, timeout: asyncio.Timeout, out: Outgoing) -> None:
        self._timeout = timeout
        self._patience = None if out.read is None else ANSWER_READS * out.read
        self._until = out.until
        self.has_begun = True
        patience, connect = self._patience, out.connect
        self._in(None if patience is None or connect is None else patience + connect)

    def wait(self) -> None:
        """Say that a connection is waited for, which has bounds of its own."""
        self.has_begun = False
        self._in(None)

    def move(self) -> None:
        """Say that a connection is there, or that a piece went out: the patience begins anew."""
        self.has_begun = True
        self._in(self._patience)

    def answer(self, end: float | None) -> None:
        """Say when the rest of the answer must be there; None if it may take its time."""
        self._until = end
        self._in(self._patience)

    def rest(self) -> None:
        """Say that this side is at work."""
        if self._until is None:
            self._in(None)

    def _in(self, seconds: float | None) -> None:
        if self._until is not None:
            seconds = self._until - time.monotonic()
        when = None if seconds is None else asyncio.get_running_loop().time() + seconds
        if when != self._timeout.when():
            with suppress(RuntimeError):  # it is over already
                self._timeout.reschedule(when)


class _Upload:
    """A large body, read in worker threads, that goes on as long as it moves.

    Attributes:
        failure: the error of reading it, or of the caller's hook.
    """

    def __init__(self, body: bytes | Body, clock: Clock) -> None:
        self.failure: Exception | None = None
        self._body = body
        self._size = len(body)
        self._clock = clock
        self._sent = 0
        self._work: asyncio.Future[bytes] | None = None

    def __aiter__(self) -> "_Upload":
        return self

    async def __anext__(self) -> bytes:
        self._clock.move()
        if self._sent >= self._size:
            # Without a last look into it: the answer may come meanwhile, and a connection whose
            # request has no end yet is not used again.
            raise StopAsyncIteration
        try:
            if isinstance(self._body, bytes):
                piece = self._body[self._sent : self._sent + _PIECE]
            else:
                self._work = _begun(self._body.take, _PIECE)
                await _done(self._work)
                self._body.report()
                piece = self._work.result()
        except Exception as error:
            self.failure = error
            raise
        self._sent += len(piece)
        return piece

    async def settle(self) -> None:
        """Wait until nobody reads the body any more."""
        if self._work is not None:
            await _done(self._work)


async def in_thread(do: Callable[..., T], *args: Any) -> T:
    """Do a piece of work in a worker thread; when cancelled, wait for its end first."""
    work = _begun(do, *args)
    await _done(work)
    return work.result()


def _begun(do: Callable[..., T], *args: Any) -> "asyncio.Future[T]":
    # Not `asyncio.to_thread`, whose task is cancelled while its thread goes on.
    context = contextvars.copy_context()
    return asyncio.get_running_loop().run_in_executor(None, partial(context.run, do, *args))


async def _done(work: "asyncio.Future[Any]") -> None:
    cancelled: asyncio.CancelledError | None = None
    while not work.done():
        try:
            await asyncio.wait([work])
        except asyncio.CancelledError as error:
            cancelled = error
    if cancelled is not None:
        if not work.cancelled():
            work.exception()  # else it is logged as never looked at
        raise cancelled


class AsyncBaseTransport(Duties):
    """The base of an asynchronous transport of one's own: subclass it and write `exchange`.

    What `BaseTransport` says holds here too. Over httpx:

    ```python
    import httpx

    from vt_sdk import AsyncBaseTransport, AsyncIncoming, AsyncOutgoing


    class HTTPXTransport(AsyncBaseTransport):
        wire_errors = (*AsyncBaseTransport.wire_errors, httpx.HTTPError)
        timeout_errors = (*AsyncBaseTransport.timeout_errors, httpx.TimeoutException)
        unsent_errors = (*AsyncBaseTransport.unsent_errors, httpx.ConnectError)
        address_errors = (*AsyncBaseTransport.address_errors, httpx.InvalidURL)
        libraries = frozenset({"httpx", "httpcore", "h11", "anyio"})

        def __init__(self) -> None:
            super().__init__()
            self._client = httpx.AsyncClient(trust_env=False)

        async def exchange(self, outgoing: AsyncOutgoing) -> AsyncIncoming:
            request = self._client.build_request(
                outgoing.method,
                outgoing.url,
                headers=outgoing.headers,
                content=outgoing.content,
                timeout=httpx.Timeout(outgoing.read, connect=outgoing.connect),
            )
            answer = await self._client.send(request, stream=True)
            headers = answer.headers.multi_items()
            return AsyncIncoming(answer.status_code, headers, answer.aiter_raw(), answer.aclose)

        async def aclose(self) -> None:
            await self._client.aclose()
    ```
    """

    _outgoing_class: ClassVar[type[Outgoing]] = AsyncOutgoing

    async def exchange(self, outgoing: AsyncOutgoing) -> AsyncIncoming:
        """Send a request and return its answer as soon as the headers are there.

        It follows no redirect, repeats nothing, adds no cookies and unpacks nothing. All of it is
        bounded in time, and may be cancelled.

        Args:
            outgoing: what to send.
        """
        raise NotImplementedError

    async def aclose(self) -> None:
        """Close the connections; the transport may be used again."""

    async def send(self, request: Request, settings: Settings) -> Response:
        """Send one request and return its answer, whatever its status.

        Raises:
            TransportError: no answer came; `may_have_arrived` says whether the request did.
            InvalidInputError: the address or a header is unusable.
            InvalidResponseError: the body cannot be decoded, or is larger than `max_bytes`.
        """
        outcome = await self._outcome(request, settings)
        if isinstance(outcome, Response):
            return outcome
        try:
            raise outcome
        finally:
            del outcome  # it holds this frame, which holds it

    async def _outcome(self, request: Request, settings: Settings) -> Response | BaseException:
        """Return the answer, or as a value what happened instead, as for threads."""
        out: AsyncOutgoing | None = None
        body = request.body
        upload: _Upload | None = None
        clock: Clock | None = None
        try:
            made = self._outgoing(request, settings)
            assert isinstance(made, AsyncOutgoing)
            out = made
            if body is not None and not isinstance(body, bytes):
                await in_thread(body.rewind)
            async with asyncio.timeout(None) as timeout:
                out.clock = clock = Clock(timeout, out)
                if out.is_large:
                    assert body is not None
                    out.content = upload = _Upload(body, clock)
                else:
                    assert body is None or isinstance(body, bytes)
                    out.content = body
                answer = await self.exchange(out)
                try:
                    reception = await self._received(out, answer, clock)
                finally:
                    closing = answer.close()
                    if inspect.isawaitable(closing):
                        await closing
            return reception.response(answer.from_cache)
        except BaseException as error:
            if upload is not None and upload.failure and isinstance(error, Exception):
                outcome: BaseException = upload.failure
            else:
                outcome = self._mapped(error, body)
                if isinstance(outcome, TransportError) and clock and not clock.has_begun:
                    outcome.may_have_arrived = False
            self._redact(outcome, out, settings)
            return outcome
        finally:
            if upload is not None:
                await upload.settle()

    async def _received(self, out: Outgoing, answer: AsyncIncoming, clock: Clock) -> Reception:
        """Read the body of an answer, within its size and its time."""
        reception = Reception(out, answer.status, answer.headers, answer.is_decoded)
        refusals: tuple[type[Exception], ...] = (*self.coding_errors, TooLargeError)
        try:
            clock.answer(reception.end)
            if reception.pours:
                await _Pouring(reception).pour(answer.pieces, clock)
                reception.finish()
                return reception
            reception.begin()
            async for piece in answer.pieces:
                for chunk in reception.unpack(piece):
                    reception.take(chunk)
                    if len(chunk) >= CHUNK:
                        await asyncio.sleep(0)  # others have their turn while much is unpacked
                if reception.end is None:
                    clock.move()
            reception.finish()
            return reception
        except refusals as error:
            problem = reception.problem(error)
        raise problem


class _Pouring:
    """Lets an answer go into the sink: a thread of its own writes while the loop receives.

    In a pool each piece would be a task, which takes several times as long as handing it over, and
    a thread that stays for the whole answer would be kept from others.
    """

    def __init__(self, reception: Reception) -> None:
        self._reception = reception
        self._loop = asyncio.get_running_loop()
        self._turns: SimpleQueue[tuple[Callable[[], None], int] | None] = SimpleQueue()
        # Bytes, each counted by one side only; to begin counts for one.
        self._handed = self._written = 0
        self._room: asyncio.Future[None] | None = None
        self._failure: BaseException | None = None
        self._is_off = False
        run = contextvars.copy_context().run
        threading.Thread(target=run, args=(self._write,), name="vt-sdk-pour", daemon=True).start()

    async def pour(self, pieces: AsyncIterable[bytes], clock: Clock) -> None:
        """Take all pieces, by as many as are worth the turn of a thread."""
        gathered, size = list[bytes](), 0
        try:
            self._hand_over(self._reception.begin, 1)
            async for piece in pieces:
                gathered.append(piece)
                size += len(piece)
                if size >= _TURN:
                    self._hand_over(partial(self._take, gathered), size)
                    gathered, size = [], 0
                    if self._is_off or self._handed - self._written > _AHEAD:
                        clock.rest()
                        await self._until_left(_AHEAD)
                    self._reception.report()
                clock.move()
            clock.rest()
            self._hand_over(partial(self._take, gathered), size)
            await self._until_left(0)
            self._reception.report()
        except BaseException:
            self._is_off = True
            raise
        finally:
            self._turns.put(None)
            await self._until_left(0)

    def _hand_over(self, work: Callable[[], None], size: int) -> None:
        self._handed += size
        self._turns.put((work, size))

    async def _until_left(self, most: int) -> None:
        """Wait until at most so many bytes are left to be written; raise what writing has raised.

        When cancelled, wait first.
        """
        while self._handed - self._written > most:
            self._room = room = self._loop.create_future()
            if self._handed - self._written > most:  # who writes may not have seen it
                await _done(room)
        self._room = None
        failure, self._failure = self._failure, None
        if failure is not None:
            try:
                raise failure
            finally:
                del failure  # it holds this frame, which holds it

    def _write(self) -> None:
        while (turn := self._turns.get()) is not None:
            work, size = turn
            try:
                if not self._is_off:
                    work()
            except BaseException as error:
                self._failure, self._is_off = error, True
            del turn, work  # they hold what was written
            self._written += size
            room = self._room
            if room is not None:
                with suppress(RuntimeError):  # the loop is closed
                    self._loop.call_soon_threadsafe(_set, room)

    def _take(self, pieces: list[bytes]) -> None:
        for piece in pieces:
            for chunk in self._reception.unpack(piece):
                if self._is_off:
                    return
                self._reception.take(chunk)


def _set(room: "asyncio.Future[None]") -> None:
    if not room.done():
        room.set_result(None)
