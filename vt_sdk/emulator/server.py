"""The emulator as a server: on a thread of its own for tests, or until a signal for a command.

`Emulator` is what tests hold; `serve` is what a command calls.
"""

import asyncio
import contextlib
import functools
import queue
import secrets
import signal
import socket
import threading
import time
from collections import deque
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from types import FrameType, TracebackType
from typing import TYPE_CHECKING, Any, NamedTuple, Self

import uvicorn

from vt_sdk.emulator.additions import add_object
from vt_sdk.emulator.app import PREFIX, make_app
from vt_sdk.emulator.backend import Backend
from vt_sdk.emulator.document import Document
from vt_sdk.emulator.faults import Fault, FaultQueue
from vt_sdk.emulator.messages import User
from vt_sdk.emulator.quotas import Quota, QuotaMeter
from vt_sdk.emulator.seeds import PREMIUM_KEY, PUBLIC_KEY, seed
from vt_sdk.emulator.store import MEMORY, Saved, Store

if TYPE_CHECKING:
    from vt_sdk import AsyncVirusTotal, VirusTotal

__all__ = ["Emulator", "RecordedCall", "serve"]

_REMEMBERED_CALLS = 10_000


class RecordedCall(NamedTuple):
    """A request that has been answered; the status is 0 where the body was cut on purpose.

    Where the path or the query held a key, it holds `{x-apikey}` here.
    """

    method: str
    path: str
    query: str
    status: int
    has_key: bool


class Emulator:
    """A VirusTotal of one's own on a thread of this process.

    `database` is a file, or `":memory:"`. An analysis is completed once it is older than
    `analysis_seconds` and has been asked for more than `analysis_polls` times; with both zero it
    is completed at once. Port 0 takes a free port. `clock` gives the time in Unix seconds.
    Use it as a context manager, or call `start` and `stop`.
    """

    def __init__(
        self,
        database: str | Path = MEMORY,
        *,
        host: str = "127.0.0.1",
        port: int = 0,
        analysis_seconds: float = 0.0,
        analysis_polls: int = 0,
        document: str | Path | None = None,
        clock: Callable[[], float] = time.time,
    ) -> None:
        self.api_key = PUBLIC_KEY
        self.premium_key = PREMIUM_KEY
        self._database = database
        self._address = (host, port)
        self._defaults = (analysis_seconds, analysis_polls)
        self._document = Document.load(document)
        self._clock = clock
        self._faults = FaultQueue()
        self._meter = QuotaMeter()
        self._calls: deque[RecordedCall] = deque(maxlen=_REMEMBERED_CALLS)
        self._backend: Backend | None = None
        self._server: _Server | None = None
        self._thread: threading.Thread | None = None
        self._url = ""

    def __repr__(self) -> str:
        return f"<Emulator {self._url or 'stopped'}>"

    def __enter__(self) -> Self:
        return self.start()

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self.stop()

    @property
    def url(self) -> str:
        """The address of the server without a path, such as `http://127.0.0.1:8080`."""
        if not self._url:
            raise RuntimeError("the emulator has not been started")
        return self._url

    @property
    def base_url(self) -> str:
        """The address under which the API lives, the `base_url` of a client."""
        return f"{self.url}{PREFIX}"

    @property
    def calls(self) -> list[RecordedCall]:
        """The last requests, oldest first."""
        return list(self._calls)

    @property
    def analysis_seconds(self) -> float:
        """How long analyses that are queued from now on take."""
        return self._running.analysis_seconds

    @analysis_seconds.setter
    def analysis_seconds(self, value: float) -> None:
        self._running.analysis_seconds = value

    @property
    def analysis_polls(self) -> int:
        """How often analyses that are queued from now on answer that they are not completed."""
        return self._running.analysis_polls

    @analysis_polls.setter
    def analysis_polls(self, value: int) -> None:
        self._running.analysis_polls = value

    @property
    def feed_lag_minutes(self) -> int:
        """How many minutes after its minute a batch of a feed is there; after an hour, twice."""
        return self._running.feed_lag_minutes

    @feed_lag_minutes.setter
    def feed_lag_minutes(self, value: int) -> None:
        self._running.feed_lag_minutes = value

    @property
    def feed_seeds(self) -> bool:
        """Whether minutes in which nothing was submitted have a batch, of what was there before."""
        return self._running.feed_seeds

    @feed_seeds.setter
    def feed_seeds(self, value: bool) -> None:
        self._running.feed_seeds = value

    def start(self) -> Self:
        """Open the database, listen, and return once requests are served."""
        if self._server is not None:
            raise RuntimeError("the emulator has been started already")
        listener = _listener(*self._address)
        try:
            store = Store(self._database)
            try:
                self._launch(listener, store)
            except BaseException:
                store.close()
                raise
        except BaseException:
            listener.close()
            self._server = self._thread = self._backend = None
            raise
        name, port = listener.getsockname()[:2]
        self._url = f"http://[{name}]:{port}" if ":" in name else f"http://{name}:{port}"
        return self

    def stop(self) -> None:
        """Close all connections and the database; calling it twice does no harm."""
        if self._server is None or self._thread is None:
            return
        self._server.should_exit = True
        # Bounded: the server gives open requests two seconds and cancels them then.
        self._thread.join()
        self._running.store.close()
        self._server = self._thread = self._backend = None
        self._url = ""

    def reset(self) -> None:
        """Go back to what a fresh emulator knows: no uploads, faults, calls or keys of one's own.

        The database is emptied, one in a file too.
        """
        backend = self._running
        backend.store.restore(_fresh())
        backend.analysis_seconds, backend.analysis_polls = self._defaults
        backend.feed_lag_minutes, backend.feed_seeds = 60, True
        self._faults.clear()
        self._meter.clear()
        self._calls.clear()

    def add_key(
        self,
        key: str | None = None,
        *,
        user: str | None = None,
        premium: bool = False,
        per_minute: int | None = None,
        per_day: int | None = None,
    ) -> str:
        """Accept one more key and return it; without `key` a new one is made.

        `per_minute` and `per_day` are quotas in calls; a spent one answers QuotaExceededError. A
        key that is known already gets the new owner and quotas.
        """
        key = key or secrets.token_hex(32)
        owner = User(user or f"user-{secrets.token_hex(4)}", premium)
        self._running.store.put_key(key, owner, Quota(per_minute, per_day))
        return key

    def fail_next(
        self,
        status: int | None = None,
        code: str | None = None,
        *,
        message: str | None = None,
        retry_after: str | int | None = None,
        latency: float = 0.0,
        cut_body: bool = False,
        html: bool = False,
        path: str = "",
        times: int = 1,
    ) -> None:
        """Let the next `times` requests whose path begins with `path` fail as told; see `Fault`."""
        self._faults.add(
            Fault(
                status=status,
                code=code,
                message=message,
                retry_after=retry_after,
                latency=latency,
                cut_body=cut_body,
                html=html,
                path=path,
                times=times,
            )
        )

    def add_file(
        self,
        content: bytes | str,
        *,
        malicious: int = 0,
        suspicious: int = 0,
        **attributes: Any,
    ) -> str:
        """Make a file known, in place of what is known of it, and return its SHA-256.

        Args:
            content: the content of the file, which can be downloaded then, or its SHA-256.
            malicious: how many engines call it malicious, of 70; the same ones each time.
            suspicious: how many engines call it suspicious.
            attributes: whatever else its report is to say, as the API has it: `names=["a.exe"]`,
                `size=68`, dates in Unix seconds, `last_analysis_results` of your own. What is not
                said is made up.

        Raises:
            ValueError: that cannot be, or the document of the API does not allow it.
        """
        return self._add("file", content, malicious, suspicious, attributes)

    def add_url(
        self, url: str, *, malicious: int = 0, suspicious: int = 0, **attributes: Any
    ) -> str:
        """Make a URL known as `add_file` does a file, and return its SHA-256 id."""
        return self._add("url", url, malicious, suspicious, attributes)

    def add_domain(
        self, domain: str, *, malicious: int = 0, suspicious: int = 0, **attributes: Any
    ) -> str:
        """Make a domain known as `add_file` does a file, and return its name in ASCII."""
        return self._add("domain", domain, malicious, suspicious, attributes)

    def add_ip_address(
        self, address: str, *, malicious: int = 0, suspicious: int = 0, **attributes: Any
    ) -> str:
        """Make an IP address known as `add_file` does a file, and return it in its short form."""
        return self._add("ip_address", address, malicious, suspicious, attributes)

    def _add(
        self,
        object_type: str,
        named: bytes | str,
        malicious: int,
        suspicious: int,
        attributes: Mapping[str, Any],
    ) -> str:
        return add_object(
            self._running,
            object_type,
            named,
            malicious=malicious,
            suspicious=suspicious,
            attributes=attributes,
        )

    def client(self, *, premium: bool = False) -> "VirusTotal":
        """Make a client of the SDK that speaks to this emulator."""
        from vt_sdk import VirusTotal

        key = self.premium_key if premium else self.api_key
        return VirusTotal(key, base_url=self.base_url)

    def async_client(self, *, premium: bool = False) -> "AsyncVirusTotal":
        """Return an asynchronous client of the SDK that speaks to this emulator."""
        from vt_sdk import AsyncVirusTotal

        key = self.premium_key if premium else self.api_key
        return AsyncVirusTotal(key, base_url=self.base_url)

    @property
    def _running(self) -> Backend:
        if self._backend is None:
            raise RuntimeError("the emulator has not been started")
        return self._backend

    def _launch(self, listener: socket.socket, store: Store) -> None:
        if store.is_new:
            store.restore(_fresh())
        seconds, polls = self._defaults
        self._backend = Backend(
            store, self._document, seconds, polls, clock=self._clock, meter=self._meter
        )
        app = make_app(self._backend, self._faults, self._record)
        config = uvicorn.Config(
            app,
            lifespan="off",
            # The one that always comes with uvicorn, so that every installation acts alike.
            http="h11",
            ws="none",
            log_config=None,
            log_level="critical",
            access_log=False,
            server_header=False,
            timeout_graceful_shutdown=2,
        )
        self._server = _Server(config)
        self._thread = threading.Thread(
            target=self._server.serve_on, args=(listener,), name="vt-emulator", daemon=True
        )
        self._thread.start()
        self._server.ready.wait()
        if not self._server.started:
            raise RuntimeError("the emulator could not be started")

    def _record(self, method: str, path: str, query: str, status: int, has_key: bool) -> None:
        self._calls.append(RecordedCall(method, path, query, status, has_key))


class _Server(uvicorn.Server):
    """A uvicorn that says when it serves and leaves signals alone."""

    def __init__(self, config: uvicorn.Config) -> None:
        super().__init__(config)
        self.ready = threading.Event()

    def serve_on(self, listener: socket.socket) -> None:
        try:
            asyncio.run(self.serve(sockets=[listener]))
        finally:
            listener.close()
            self.ready.set()

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        self.ready.set()

    @contextlib.contextmanager
    def capture_signals(self) -> Iterator[None]:
        yield


@functools.cache
def _fresh() -> Saved:
    """Return what a fresh emulator knows, made once: restoring it takes a hundredth of the time."""
    with contextlib.closing(Store()) as store:
        seed(store)
        return store.save()


def _listener(host: str, port: int) -> socket.socket:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    # asyncio switches Nagle's algorithm off only where the protocol is named; with it, each answer
    # on a kept connection is 40 ms late.
    listener = socket.socket(family, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    try:
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listener.bind((host, port))
        listener.listen(1024)
    except BaseException:
        listener.close()
        raise
    return listener


def serve(
    host: str = "127.0.0.1",
    port: int = 8080,
    database: str | Path = MEMORY,
    *,
    analysis_seconds: float = 3.0,
    analysis_polls: int = 0,
    on_ready: Callable[[Emulator], None] | None = None,
) -> None:
    """Run an emulator until SIGINT or SIGTERM, for a command.

    `on_ready` is called once it listens, with the emulator: there are its address and its keys, and
    further keys can be added. Only the main thread can wait for signals.
    """
    signals: queue.SimpleQueue[int] = queue.SimpleQueue()

    def note(number: int, frame: FrameType | None) -> None:
        signals.put(number)

    before = {number: signal.signal(number, note) for number in (signal.SIGINT, signal.SIGTERM)}
    try:
        with Emulator(
            database,
            host=host,
            port=port,
            analysis_seconds=analysis_seconds,
            analysis_polls=analysis_polls,
        ) as emulator:
            if on_ready is not None:
                on_ready(emulator)
            while True:
                # With a time-out, because a bare wait cannot be interrupted on every system.
                with contextlib.suppress(queue.Empty):
                    signals.get(timeout=0.5)
                    return
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
