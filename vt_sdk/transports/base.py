"""What every transport promises, whichever library carries the bytes.

A transport sends one request and returns its answer. All of that is decided here but the exchange
itself: where the request goes and with which headers, what is refused, how long it may take and how
large it may be, how its body is unpacked and where it goes, what an error says, and that no error
shows the key. `BaseTransport` runs it for one thread, `AsyncBaseTransport` for an event loop.
"""

import http.client
import os
import re
import socket
import ssl
import threading
import time
import zlib
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import ClassVar, Final, TypeAlias
from urllib.parse import urlsplit

from vt_sdk.core.request import LONGEST_TIMEOUT_S, MAX_ANSWER_BYTES, Body, Request, Response
from vt_sdk.core.settings import (
    KEY_HEADER,
    KeyedAddress,
    Settings,
    is_loopback,
    key_spellings,
    origin,
    outgoing,
    shown_address,
)
from vt_sdk.errors import (
    APIConnectionError,
    APITimeoutError,
    FileReadError,
    InvalidInputError,
    InvalidResponseError,
    TransportError,
    VirusTotalAPIError,
)
from vt_sdk.transports.decoding import Decoder
from vt_sdk.transports.redaction import Redactor, causes, hide_in_logs

__all__ = [
    "IN_ORDER",
    "ANSWER_READS",
    "PIECE",
    "BaseTransport",
    "Duties",
    "Incoming",
    "Outgoing",
    "Reception",
    "bound",
]

ANSWER_READS: Final = 10
"""So many times the time for one read is what an answer has until its headers are complete."""

PIECE: Final = 1 << 17
"""Bytes of an answer in memory that are read at once; most answers fit into one of these."""


# An address in which there is nothing to encode; the core makes them so, a redirect may not.
IN_ORDER: Final = re.compile(
    r"https?://[A-Za-z0-9.-]+(?::\d+)?/(?:[\w.~!$&'()*+,;=:@/?-]|%[0-9A-Fa-f]{2})*", re.ASCII
)


@dataclass(slots=True, repr=False)
class Outgoing:
    """A request as it is sent, checked; it holds the key, so it shows nothing.

    Attributes:
        method: the HTTP method.
        url: the absolute address, percent-encoded unless a redirect led to it.
        headers: all headers, the key among them where it belongs.
        body: the body, None for none. What `is_large` is to be sent piece by piece.
        connect: seconds to connect, None for any time.
        read: seconds for each piece that goes out or comes in, None for any time.
        until: when the answer must be there, of the clock of `time.monotonic`; None for no bound.
        proxy: the address of the proxy to send through, which may hold a password.
        verify: whether certificates are checked, or the path of the authorities to trust.
        cert: the path of a client certificate, or those of certificate and key.
        request: what the core has asked for.
    """

    method: str
    url: str
    headers: dict[str, str]
    body: bytes | Body | None
    connect: float | None
    read: float | None
    until: float | None
    proxy: str | None
    verify: bool | str
    cert: str | tuple[str, str] | None
    request: Request

    @property
    def is_large(self) -> bool:
        """Whether the body takes its time to be sent, and lives as long as it moves."""
        return self.body is not None and not (
            isinstance(self.body, bytes) and len(self.body) <= PIECE
        )

    def pours(self, status: int) -> bool:
        """Return whether the body of an answer of this status goes into the sink."""
        return self.request.sink is not None and 200 <= status <= 299


def _nothing() -> None:
    """Do nothing."""


@dataclass(slots=True, repr=False)
class Incoming:
    """An answer whose headers are there.

    Attributes:
        status: the HTTP status.
        headers: names and values.
        pieces: the body piece by piece, as it was sent: not unpacked.
        close: called once, whatever happens; it gives the connection back if all was read, and
            closes it else.
        is_decoded: whether the pieces are unpacked after all.
        from_cache: whether nothing was sent, since a cache had it.
    """

    status: int
    headers: Iterable[tuple[str, str]]
    pieces: Iterable[bytes]
    close: Callable[[], object] = _nothing
    is_decoded: bool = False
    from_cache: bool = False


class TooLargeError(Exception):
    """A body has more bytes than allowed."""


class Reception:
    """Takes the body of an answer: into the sink of the request, or else into memory.

    Attributes:
        headers: of the answer, names in lower case.
        pours: whether it goes into the sink.
        end: the time by which it must be complete; None if it may take its time while it moves.
    """

    def __init__(
        self, out: Outgoing, status: int, headers: Iterable[tuple[str, str]], is_decoded: bool
    ) -> None:
        found: dict[str, str] = {}
        for name, value in headers:
            name = name.lower()
            found[name] = f"{found[name]}, {value}" if name in found else value
        self.status, self.headers = status, found
        self.pours = out.pours(status)
        request = out.request
        # An error is small, whatever was asked for.
        is_error = not 200 <= status <= 299
        self.max_bytes = min(request.max_bytes, MAX_ANSWER_BYTES) if is_error else request.max_bytes
        self.end: float | None = None
        if not self.pours:
            # The time that a large body took, as long as it moved, is not the answer's.
            if out.until is not None:
                self.end = out.until
            elif out.read is not None and self.max_bytes <= MAX_ANSWER_BYTES:
                self.end = time.monotonic() + ANSWER_READS * out.read
        self._encoding = "" if is_decoded else found.get("content-encoding", "").lower()
        self._decoder: Decoder | None = None
        self._sink = request.sink if self.pours else None
        self._came = self._size = 0
        self._announced = 0
        length = found.get("content-length", "")
        has_body = out.method != "HEAD" and status not in (204, 304)
        if has_body and not is_decoded and "transfer-encoding" not in found:
            # What is no number of bytes is left to the library.
            self._announced = int(length) if length.isdecimal() and len(length) < 19 else 0
        self._kept: bytes | bytearray = b""

    def begin(self) -> None:
        """Open the sink; what an earlier attempt wrote is forgotten."""
        self._decoder = Decoder(self._encoding)
        if self._sink is not None:
            self._sink.begin()

    def chunks(self, piece: bytes) -> Iterable[bytes]:
        """Return what a piece holds, in chunks of bounded size."""
        assert self._decoder is not None
        self._came += len(piece)
        return self._decoder.feed(piece)

    def take(self, chunk: bytes) -> None:
        """Take the next bytes.

        Raises:
            TooLargeError: they are more than allowed.
        """
        self._size += len(chunk)
        if self._size > self.max_bytes:
            raise TooLargeError
        if self._sink is not None:
            self._sink.write(chunk)
        elif not self._kept:
            self._kept = chunk
        else:
            # Not a list: a server that sends a few bytes at a time would fill memory with objects.
            if isinstance(self._kept, bytes):
                self._kept = bytearray(self._kept)
            self._kept += chunk

    def finish(self) -> tuple[bytes, int]:
        """Return what came into memory, and the size of all that came.

        Raises:
            ConnectionError: less came than was announced; not every library tells.
        """
        assert self._decoder is not None
        if self._came < self._announced:
            raise ConnectionResetError("closed before the body was complete")
        self._decoder.finish()
        return bytes(self._kept), self._size

    def problem(self, error: Exception) -> InvalidResponseError:
        """Return what is wrong with a body that could not be taken."""
        if isinstance(error, TooLargeError):
            text = f"the answer has more than {self.max_bytes} bytes"
            begin = bytes(self._kept[:PIECE])
        else:
            text, begin = "the answer cannot be decompressed", b""
        return InvalidResponseError(
            text, raw=begin, status=self.status, content_type=self.headers.get("content-type", "")
        )


class Duties:
    """What transports of both kinds share.

    The attributes say what the errors of an HTTP library mean; a subclass adds its own to these.

    Attributes:
        wire_errors: no answer came. Other errors are let through as they are.
        timeout_errors: of these, those after some time.
        unsent_errors: of these, those after which the other side has certainly got nothing.
        address_errors: the address or a header of the request is unusable.
        header_errors: the answer has unusable headers.
        coding_errors: the body of the answer cannot be unpacked.
        libraries: the names of the packages whose frames and objects hold what is sent; errors
            leave without them.
    """

    wire_errors: ClassVar[tuple[type[Exception], ...]] = (OSError, http.client.HTTPException)
    timeout_errors: ClassVar[tuple[type[Exception], ...]] = (TimeoutError,)
    unsent_errors: ClassVar[tuple[type[Exception], ...]] = (
        ConnectionRefusedError,
        socket.gaierror,
        # Of the errors of TLS the only one that is certain to come before anything is sent.
        ssl.SSLCertVerificationError,
    )
    address_errors: ClassVar[tuple[type[Exception], ...]] = (http.client.InvalidURL,)
    header_errors: ClassVar[tuple[type[Exception], ...]] = ()
    coding_errors: ClassVar[tuple[type[Exception], ...]] = (zlib.error,)
    libraries: ClassVar[frozenset[str]] = frozenset()

    _outgoing_class: ClassVar[type[Outgoing]] = Outgoing

    def __init__(self) -> None:
        self._environment: dict[str, tuple[dict[str, str], str | None]] = {}

    # --- what goes out ---------------------------------------------------------------------------

    def _outgoing(self, request: Request, settings: Settings) -> Outgoing:
        """Check a request and return what is to be sent.

        Raises:
            InvalidInputError: it cannot be sent, or the key would go where it must not.
            MissingAPIKeyError: it needs the key and there is none.
            APITimeoutError: its deadline is over.
        """
        url, headers = outgoing(request, settings)
        if not origin(url)[1]:
            raise InvalidInputError("the address or a header is unusable")
        if isinstance(request.url, KeyedAddress):
            hide_in_logs(key_spellings(settings))
        out = self._outgoing_class(
            request.method,
            url,
            headers,
            request.body,
            None,
            None,
            None,
            None,
            settings.verify,
            settings.cert,
            request,
        )
        body = request.body
        if body is not None and not isinstance(body, bytes):
            headers["Content-Type"] = body.content_type
        out.connect, out.read = _timeout(request, settings, is_large=out.is_large)
        if out.is_large:
            assert body is not None
            headers["Content-Length"] = str(len(body))
        else:
            out.until = request.until
        self._find_way(out, settings)
        return out

    def _find_way(self, out: Outgoing, settings: Settings) -> None:
        """Find out which proxy and which authorities hold for a request."""
        place = "/".join(out.url.split("/", 3)[:3])
        found = self._environment.get(place)
        if found is None:
            bundle = os.environ.get("REQUESTS_CA_BUNDLE") or os.environ.get("CURL_CA_BUNDLE")
            found = self._environment[place] = (_environment_proxies(place), bundle)
        proxies, bundle = found
        if settings.proxies:
            proxies = {**proxies, **settings.proxies}
        if proxies:
            out.proxy = self.checked_proxy(selected_proxy(out.url, proxies), out)
        if settings.verify is True and bundle:
            out.verify = bundle

    def checked_proxy(self, proxy: str | None, out: Outgoing) -> str | None:
        """Return the proxy for a request, None for none.

        Raises:
            InvalidInputError: it is none, or one on another machine that would read the key.
        """
        if not proxy:
            return None
        try:
            parts = urlsplit(proxy if "://" in proxy else f"//{proxy}")
            host, _ = parts.hostname, parts.port  # checked when it is read
        except ValueError:
            host = None
        if not host:
            raise InvalidInputError("proxies: this is not the address of a proxy")
        if out.url.startswith("http://") and KEY_HEADER in out.headers and not is_loopback(host):
            raise InvalidInputError(
                "proxies: the API key goes through a proxy of another machine over https only;"
                " no_proxy of the environment keeps this address away from it"
            )
        return proxy

    # --- what comes back -------------------------------------------------------------------------

    def _response(
        self,
        out: Outgoing,
        reception: Reception,
        received: tuple[bytes, int],
        settings: Settings,
        redactor: Redactor,
        from_cache: bool,
    ) -> Response:
        request = out.request
        keyed = isinstance(request.url, KeyedAddress)
        return Response(
            status=reception.status,
            headers={name: redactor.text(value) for name, value in reception.headers.items()},
            body=received[0],
            method=request.method,
            url=shown_address(request, settings) if keyed else out.url,
            size=received[1],
            from_cache=from_cache,
        )

    # --- what goes wrong -------------------------------------------------------------------------

    def is_timeout(self, cause: BaseException) -> bool:
        """Return whether an error means that too much time went by."""
        return isinstance(cause, self.timeout_errors)

    def lasting_fault(self, cause: BaseException) -> str | None:
        """Return what is wrong where another attempt would meet it again, None if it might not."""
        if isinstance(cause, ssl.SSLCertVerificationError):
            return f"the certificate of the other side is not accepted: {cause.verify_message}"
        if isinstance(cause, ssl.SSLError) and cause.library in ("PEM", "X509"):
            return f"unusable certificates were given (verify, cert): {cause.reason}"
        return None

    def shown_cause(self, error: BaseException) -> BaseException | None:
        """Return what of an error of the library may be seen as the cause of ours."""
        return error

    def _mapped(self, error: BaseException, body: bytes | Body | None) -> BaseException:
        """Return the error of the package for one of the wire; all others as they are."""
        if isinstance(error, VirusTotalAPIError) or not isinstance(error, self.wire_errors):
            return error
        wrapped = list(causes(error))
        for cause in wrapped:
            # Reading the local file failed, in the middle of sending it.
            if isinstance(cause, FileReadError):
                return cause
        mapped: VirusTotalAPIError
        if any(isinstance(cause, self.header_errors) for cause in wrapped):
            # Of an answer; those of requests are refused by another error.
            mapped = InvalidResponseError("the answer has unusable headers")
        elif isinstance(error, self.address_errors):
            mapped = InvalidInputError("the address or a header is unusable")
        else:
            mapped = self._no_answer(wrapped, body)
        mapped.__cause__ = self.shown_cause(error)
        return mapped

    def _no_answer(self, wrapped: list[BaseException], body: bytes | Body | None) -> TransportError:
        mapped: TransportError
        mapped = APITimeoutError() if any(map(self.is_timeout, wrapped)) else APIConnectionError()
        fault = next(filter(None, map(self.lasting_fault, wrapped)), None)
        if fault:
            mapped = type(mapped)(f"{mapped.message}: {fault}")
            mapped.is_retryable = False
        unsent = fault or any(isinstance(cause, self.unsent_errors) for cause in wrapped)
        mapped.may_have_arrived = not unsent and (
            body is None or isinstance(body, bytes) or body.is_exhausted
        )
        return mapped


class BaseTransport(Duties):
    """The base of a transport of one's own: subclass it and write `exchange`.

    A transport sends with whatever it likes and is handed to a client as `transport=`. The base
    sees to everything else that the SDK promises: the key goes to its own origin only, answers are
    bounded in time and size and unpacked, errors are those of the package and show no secret.

    Over the standard library, without connections that are used again:

    ```python
    import functools
    import http.client
    import ssl
    from urllib.parse import urlsplit

    from vt_sdk import BaseTransport, Incoming, Outgoing, VirusTotal


    class PlainTransport(BaseTransport):
        def exchange(self, outgoing: Outgoing) -> Incoming:
            place = urlsplit(outgoing.url)
            if place.scheme == "https":
                connection = http.client.HTTPSConnection(
                    place.netloc, timeout=outgoing.read, context=ssl.create_default_context()
                )
            else:
                connection = http.client.HTTPConnection(place.netloc, timeout=outgoing.read)
            try:
                target = outgoing.url.partition(place.netloc)[2]
                connection.request(outgoing.method, target, outgoing.body, outgoing.headers)
                answer = connection.getresponse()
            except BaseException:
                connection.close()
                raise
            pieces = iter(functools.partial(answer.read, 65536), b"")
            return Incoming(answer.status, answer.getheaders(), pieces, connection.close)


    client = VirusTotal(transport=PlainTransport())
    ```

    One transport serves many threads. Errors of a library that are no `OSError` are told of by
    attributes, such as `wire_errors = (*BaseTransport.wire_errors, httpx.HTTPError)`.
    """

    def exchange(self, outgoing: Outgoing) -> Incoming:
        """Send a request and return its answer as soon as the headers are there.

        It follows no redirect, repeats nothing, adds no cookies and unpacks nothing.

        Args:
            outgoing: what to send.
        """
        raise NotImplementedError

    def close(self) -> None:
        """Give connections back; the transport may be used again."""

    def send(self, request: Request, settings: Settings) -> Response:
        """Send one request and return its answer, whatever its status.

        Raises:
            TransportError: no answer came; `may_have_arrived` says whether the request did.
            InvalidInputError: the address or a header is unusable.
            InvalidResponseError: the body cannot be decoded, or is larger than `max_bytes`.
        """
        outcome = self._outcome(request, settings)
        if isinstance(outcome, Response):
            return outcome
        try:
            raise outcome
        finally:
            del outcome  # it holds this frame, which holds it

    def _outcome(self, request: Request, settings: Settings) -> Response | BaseException:
        """Return the answer, or as a value what happened instead.

        The frames below hold the key, and a raised error would hold these.
        """
        redactor = Redactor(key_spellings(settings), self.libraries)
        try:
            out = self._outgoing(request, settings)
            if request.body is not None and not isinstance(request.body, bytes):
                request.body.rewind()
            bound.begin(out.read, out.until)
            answer = self.exchange(out)
            try:
                reception, received = self._received(out, answer)
            finally:
                answer.close()
            return self._response(out, reception, received, settings, redactor, answer.from_cache)
        except BaseException as error:
            outcome = self._mapped(error, request.body)
            redactor.redact(outcome)
            return outcome
        finally:
            bound.forget()

    def _received(self, out: Outgoing, answer: Incoming) -> tuple[Reception, tuple[bytes, int]]:
        """Read the body of an answer, within its size and its time."""
        reception = Reception(out, answer.status, answer.headers, answer.is_decoded)
        refusals: tuple[type[Exception], ...] = (*self.coding_errors, TooLargeError)
        try:
            reception.begin()
            for piece in _in_time(answer.pieces, reception.end, out.read):
                for chunk in reception.chunks(piece):
                    reception.take(chunk)
            return reception, reception.finish()
        except refusals as error:
            problem = reception.problem(error)
        raise problem


def _in_time(pieces: Iterable[bytes], end: float | None, read: float | None) -> Iterator[bytes]:
    """Yield pieces that must be complete at a time, or else may take their time but not each."""
    patience = None if read is None else ANSWER_READS * read
    if end is not None:
        bound.answer_until(end)
    elif patience is not None:
        bound.answer_until(time.monotonic() + patience)
    else:
        bound.answer_until(None)
    for piece in pieces:
        yield piece
        if end is None:
            if patience is not None:
                bound.answer_until(time.monotonic() + patience)
        # Not every connection watches the time.
        elif time.monotonic() > end:
            raise TimeoutError("the answer takes too long")


class _Bound(threading.local):
    """How long the exchange of this thread may take, for connections that look it up.

    Attributes:
        watches: whether there is such an exchange.
        read: seconds for each piece that goes out or comes in, None for any time.
        until: when the answer must be there, None for the patience alone.
        end: when what is read now must be there, None for any time.
    """

    watches: bool = False
    read: float | None = None
    until: float | None = None
    end: float | None = None

    def begin(self, read: float | None, until: float | None) -> None:
        """Set the bounds of the exchange that this thread begins."""
        self.watches, self.read = True, read
        self.until = self.end = until

    def answer_until(self, moment: float | None) -> None:
        """Set when the rest of the answer that this thread reads must be there."""
        self.until = self.end = moment

    def forget(self) -> None:
        """Leave the connections that this thread uses from now on alone."""
        self.watches = False
        self.read = self.until = self.end = None


bound: Final = _Bound()

_Timeout: TypeAlias = tuple[float | None, float | None]


def _timeout(request: Request, settings: Settings, *, is_large: bool) -> _Timeout:
    """Return the seconds to connect and for each piece that are in force for a request."""
    given = settings.timeout if request.timeout == "configured" else request.timeout
    connect, read = given if isinstance(given, tuple) and len(given) == 2 else (given, given)
    if request.until is None:
        return connect, read
    left = min(request.until - time.monotonic(), LONGEST_TIMEOUT_S)
    if left <= 0:
        late = APITimeoutError("Timeout error: the deadline of the call is over")
        late.may_have_arrived = late.is_retryable = False
        raise late
    connect = left if connect is None else min(connect, left)
    if is_large:
        # What has begun goes on as long as it moves. What was handed over may still be on its way
        # for long, so not even the wait for the answer is cut.
        return connect, read
    return connect, left if read is None else min(read, left)


def selected_proxy(url: str, proxies: dict[str, str]) -> str | None:
    """Return the proxy for an address among those by scheme and host, spelt as requests does."""
    scheme, host, _ = origin(url)
    for name in (f"{scheme}://{host}", scheme, f"all://{host}", "all"):
        if name in proxies:
            return proxies[name]
    return None


def _environment_proxies(place: str) -> dict[str, str]:
    """Return the proxies that the environment sets for an origin."""
    from urllib.request import getproxies

    if not getproxies():
        return {}
    # What it takes for an exception (`no_proxy`) is known from it, and not like urllib.
    from requests.utils import get_environ_proxies

    return dict(get_environ_proxies(place))
