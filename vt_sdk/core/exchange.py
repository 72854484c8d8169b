"""One request and its answer: redirects followed, errors raised, the body read.

Redirects are followed here and never by the transport, because HTTP libraries carry a custom key
header to any host. The transport adds the key for the configured origin only, on every hop.
"""

from collections.abc import Callable, Generator
from dataclasses import replace
from functools import partial
from typing import TypeAlias, TypeVar
from urllib.parse import urljoin, urlsplit

from vt_sdk.core.error_bodies import error_from, not_the_api
from vt_sdk.core.flow import Flow, do
from vt_sdk.core.request import Request, Response
from vt_sdk.core.settings import KEY_MARK, KeyedAddress, origin

__all__ = ["MAX_REDIRECTS", "Reader", "exchange", "fetch"]

T = TypeVar("T")

# Makes the result of an answer; the request is what a page needs to ask for the next one.
Reader: TypeAlias = Callable[[Response, Request], T]

MAX_REDIRECTS = 5

# Answers up to this size are read in 3 ms at most, on an event loop as elsewhere: a turn of another
# thread takes some 0.1 ms, and another 5 ms where this one does not give way before. 6 MB take a
# tenth of a second there, in which the loop stands still for some 30 ms: while all of the JSON is
# parsed at one go. The items of a page are made one after the other, with turns in between.
_QUICK = 1 << 18

_REDIRECTS = frozenset({301, 302, 303, 307, 308})


def exchange(request: Request) -> Generator[Request, Response, Response]:
    """Send a request and follow redirects; give the last answer, whatever its status."""
    return (yield from _followed(request, (yield request)))


def _followed(request: Request, first: Response) -> Generator[Request, Response, Response]:
    """Follow the redirects that begin with an answer; give the last one."""
    response = first
    while response.status in _REDIRECTS and (location := response.header("location")):
        if request.redirects == MAX_REDIRECTS:
            raise not_the_api(f"Redirected more than {MAX_REDIRECTS} times", response)
        request = _redirected(request, response, location)
        response = yield request
    if response.status == 401 and origin(response.url) != origin(first.url):
        # What it says is true of the other host, and reads as if the key were missing.
        raise not_the_api("Redirected to another host, which is not given the API key", response)
    return response


def _redirected(request: Request, response: Response, location: str) -> Request:
    try:
        target = urljoin(response.url, location)
        parts = urlsplit(target)
        _ = parts.port  # checked when it is read
    except ValueError:
        target, parts = "", urlsplit("")
    # HTTP libraries disagree on which host a backslash leads to.
    if parts.scheme not in ("http", "https") or not parts.hostname or "\\" in parts.netloc:
        raise not_the_api(f"Redirected to an unusable address {location[:200]!r}", response)
    if isinstance(location, KeyedAddress) and not isinstance(request.url, KeyedAddress):
        raise not_the_api("Redirected to an address that holds the API key", response)
    if isinstance(request.url, KeyedAddress) and (
        isinstance(location, KeyedAddress) or KEY_MARK not in location
    ):
        target = KeyedAddress(target)  # a mark in it stands for the key, as it did before
    moved = replace(request, url=target, query=(), delay=0.0, redirects=request.redirects + 1)
    if response.status in (307, 308) or request.method in ("GET", "HEAD"):
        return moved
    if response.status != 303 and request.method != "POST":
        # Asking there would tell nothing of what was to be changed, and look like success.
        raise not_the_api(f"{request.method} was redirected and may not be done", response)
    return replace(moved, method="GET", body=None, content_type="")


def fetch(request: Request, read: Reader[T]) -> Flow[T]:
    """Send a request, raise the error of an answer that is one, and read the answer.

    Raises:
        APIError: the service answered with an error.
        InvalidResponseError: the answer is not what the API speaks, or it is a redirect that
            cannot be followed.
    """
    response: Response = yield request
    if not 200 <= response.status <= 299:
        response = yield from _followed(request, response)
        if not 200 <= response.status <= 299:
            raise error_from(response, request)
    if len(response.body) > _QUICK:
        return (yield from do(partial(read, response, request)))
    return read(response, request)
