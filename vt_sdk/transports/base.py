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
import time
import zlib
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import ClassVar, Final
from urllib.parse import quote, urlencode, urlsplit

from vt_sdk._version import __version__
from vt_sdk.core.request import LONGEST_TIMEOUT_S, Body, Request, Response
from vt_sdk.core.settings import (
    KEY_HEADER,
    KEY_MARK,
    KeyedAddress,
    Settings,
    check_header,
    check_key,
    is_loopback,
    key_spellings,
    origin,
    spellings_of,
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
from vt_sdk.transports.reception import PIECE, bound, received
from vt_sdk.transports.redaction import Redactor, causes, hide_in_logs

__all__ = [
    "IN_ORDER",
    "BaseTransport",
    "Duties",
    "Incoming",
    "Outgoing",
    "outgoing",
    "shown_address",
]


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
        shown_url: the address as it may be shown: with the mark in place of the key.
        headers: all headers, the key among them where it belongs.
        body: the body, None for none.
        is_large: whether the body takes its time to be sent, piece by piece, and the exchange lives
            as long as it moves.
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
    shown_url: str
    headers: dict[str, str]
    body: bytes | Body | None
    is_large: bool
    connect: float | None
    read: float | None
    until: float | None
    proxy: str | None
    verify: bool | str
    cert: str | tuple[str, str] | None
    request: Request


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


def shown_address(request: Request, settings: Settings, key: str = KEY_MARK) -> str:
    """Return the absolute URL of a request, with the mark where the key is to stand."""
    url = request.url
    if isinstance(url, KeyedAddress):
        url = url.replace(KEY_MARK, key)
    if url.startswith("/"):
        url = settings.base_url + url
    if request.query:
        url = f"{url}{'&' if '?' in url else '?'}{urlencode(request.query, quote_via=quote)}"
    return url


# The service decides by the word gzip in it whether it compresses.
_AGENT: Final = f"vt_sdk/{__version__} gzip"


def outgoing(request: Request, settings: Settings) -> tuple[str, dict[str, str]]:
    """Return the absolute URL and all headers of a request, the key where it belongs.

    Raises:
        MissingAPIKeyError: the request goes to the service and there is no key.
        InvalidInputError: a header is unusable, or the key would go where it must not.
        InvalidResponseError: the service named an address without TLS for a content.
    """
    own = origin(settings.base_url)
    url = shown_address(request, settings)
    if request.body is not None and own[0] == "https" and not url.startswith("https:"):
        raise InvalidResponseError(
            "the service named an address without TLS for a content, which was not sent there"
        )
    headers = {
        "User-Agent": f"{settings.user_agent} {_AGENT}" if settings.user_agent else _AGENT,
        "Accept-Encoding": "gzip, deflate",
        "Accept": "*/*",
    }
    if request.authorized and (request.url.startswith("/") or origin(url) == own):
        if KEY_HEADER not in settings.headers:
            check_key(None)
        if own[0] == "http" and not is_loopback(own[1]):
            raise InvalidInputError(
                "base_url: the API key goes over https only, or to this machine"
            )
        if settings.tool:
            headers["x-tool"] = settings.tool
        headers.update(settings.headers)
        # A plain text: what sends it may join it, and must not meet the hidden form.
        headers[KEY_HEADER] = key = str(settings.headers[KEY_HEADER])
        if isinstance(request.url, KeyedAddress):
            url = shown_address(request, settings, quote(key, safe=""))
        for name, value in request.headers:
            check_header(name, value)  # all others were checked when they were set
            headers[name] = value
    if request.content_type:
        headers["Content-Type"] = request.content_type
    return url, headers


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
        shown_url = url
        if isinstance(request.url, KeyedAddress):
            shown_url = shown_address(request, settings)
            hide_in_logs(key_spellings(settings))
        body = request.body
        is_large = False
        if body is not None:
            if not isinstance(body, bytes):
                headers["Content-Type"] = body.content_type
            is_large = not isinstance(body, bytes) or len(body) > PIECE
            if is_large:
                headers["Content-Length"] = str(len(body))
        connect, read = _timeout(request, settings, is_large=is_large)
        out = self._outgoing_class(
            method=request.method,
            url=url,
            shown_url=shown_url,
            headers=headers,
            body=body,
            is_large=is_large,
            connect=connect,
            read=read,
            until=None if is_large else request.until,
            proxy=None,
            verify=settings.verify,
            cert=settings.cert,
            request=request,
        )
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

    def _redact(self, error: BaseException, out: Outgoing | None, settings: Settings) -> None:
        """Hide the key in an error: the one that was sent, and the one that is configured now."""
        sent = () if out is None else spellings_of(out.headers.get(KEY_HEADER))
        Redactor({*sent, *key_spellings(settings)}, self.libraries).redact(error)

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
        """Close the connections; the transport may be used again."""

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
        out: Outgoing | None = None
        try:
            out = self._outgoing(request, settings)
            if request.body is not None and not isinstance(request.body, bytes):
                request.body.rewind()
            bound.out, bound.end = out, out.until
            answer = self.exchange(out)
            try:
                reception = received(out, answer, self.coding_errors)
            finally:
                answer.close()
            return reception.response(answer.from_cache)
        except BaseException as error:
            outcome = self._mapped(error, request.body)
            self._redact(outcome, out, settings)
            return outcome
        finally:
            bound.out = bound.end = None


def _timeout(
    request: Request, settings: Settings, *, is_large: bool
) -> tuple[float | None, float | None]:
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
