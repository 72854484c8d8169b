"""A way over the wire for the tests of programs: it answers itself, and nothing is sent.

What it gets is what any other transport gets, so that checks, retries, waits and errors are those
of the SDK. Like a real one it reads the body of a request and pours a content into its target.
"""

import json
from collections import deque
from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Self, TypeAlias

from vt_sdk.core.request import Request, Response
from vt_sdk.core.settings import Settings
from vt_sdk.errors import InvalidInputError
from vt_sdk.status import ErrorCode

__all__ = ["AsyncStubTransport", "StubAnswer", "StubTransport", "error_response", "json_response"]

StubAnswer: TypeAlias = Response | Exception | Callable[[Request], Response]
"""An answer, an error in place of one, or what makes the answer to a request."""


class _Stub:
    """Answers that were queued, for threads and event loops alike.

    As a context manager it fails at the end if a queued answer was not asked for.

    Args:
        handler: gives the answer to a request, or raises; for each request that finds no queued
            answer. None for none.

    Attributes:
        requests: what came, in order, each body as bytes.
    """

    def __init__(self, handler: Callable[[Request], Response] | None = None) -> None:
        self.requests: list[Request] = []
        self._handler = handler
        self._queue: deque[StubAnswer] = deque()

    def queue(self, *answers: StubAnswer) -> Self:
        """Queue answers, each for one request, in their order.

        Args:
            answers: each a `Response`, an error to raise, or a function of the request.

        Returns:
            The transport itself.
        """
        self._queue.extend(answers)
        return self

    def assert_done(self) -> None:
        """Check that all queued answers were asked for.

        Raises:
            AssertionError: some were not.
        """
        if self._queue:
            raise AssertionError(f"queued and not asked for: {list(self._queue)}")

    def _answer(self, request: Request) -> Response:
        if request.body is not None and not isinstance(request.body, bytes):
            request.body.rewind()
            content_type = request.body.content_type
            request = replace(request, body=b"".join(request.body), content_type=content_type)
        self.requests.append(request)
        answer = self._queue.popleft() if self._queue else self._handler
        if answer is None:
            raise AssertionError(f"no answer is left for {request.method} {request.url}")
        if isinstance(answer, Exception):
            raise answer
        response = answer if isinstance(answer, Response) else answer(request)
        return self._delivered(response, request)

    def _delivered(self, response: Response, request: Request) -> Response:
        response = replace(
            response,
            method=response.method or request.method,
            url=response.url or request.url,
            size=len(response.body),
        )
        if request.sink is None or not 200 <= response.status <= 299:
            return response
        request.sink.begin()
        request.sink.write(response.body)
        if request.on_received is not None:
            request.on_received(len(response.body), len(response.body))
        return replace(response, body=b"")

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: object, *_: object) -> None:
        if kind is None:  # else the test fails by that
            self.assert_done()


class StubTransport(_Stub):
    """Answers requests in a test, as `VirusTotal("key", transport=StubTransport(…))`.

    As a context manager it fails at the end if a queued answer was not asked for.

    Args:
        handler: gives the answer to a request, or raises; for each request that finds no queued
            answer. None for none.

    Attributes:
        requests: what came, in order, each body as bytes.
    """

    def send(self, request: Request, settings: Settings) -> Response:
        """Answer a request.

        Raises:
            AssertionError: there is no answer for it.
        """
        return self._answer(request)

    def close(self) -> None:
        """Do nothing: there is nothing to give back."""


class AsyncStubTransport(_Stub):
    """Answers requests of an asynchronous client in a test, as `StubTransport` does.

    Args:
        handler: gives the answer to a request, or raises; for each request that finds no queued
            answer. None for none.

    Attributes:
        requests: what came, in order, each body as bytes.
    """

    async def send(self, request: Request, settings: Settings) -> Response:
        """Answer a request.

        Raises:
            AssertionError: there is no answer for it.
        """
        return self._answer(request)

    async def aclose(self) -> None:
        """Do nothing: there is nothing to give back."""


def json_response(
    data: object, status: int = 200, headers: Mapping[str, str] | None = None, **beside: object
) -> Response:
    """Return an answer of the service for a test.

    Args:
        data: what the envelope holds: an object, a list of objects, a text.
        status: the HTTP status.
        headers: further headers.
        beside: what stands beside `data`, such as `meta={"cursor": "…"}`.

    Raises:
        InvalidInputError: it has no form in JSON.
    """
    try:
        body = json.dumps({"data": data, **beside}).encode()
    except (TypeError, ValueError) as error:
        raise InvalidInputError(f"data: {error}") from error
    return Response(status, _named(headers), body)


def error_response(
    code: ErrorCode | str,
    message: str = "",
    status: int | None = None,
    headers: Mapping[str, str] | None = None,
) -> Response:
    """Return an answer of the service that is an error, for a test.

    Args:
        code: the error code, such as `NotFoundError`.
        message: what the service says of it; the description of the code if empty.
        status: the HTTP status, that of the code if None.
        headers: further headers, such as `{"Retry-After": "60"}`.

    Raises:
        InvalidInputError: the status of an unknown code is not given.
    """
    known = ErrorCode(code)
    status = known.status if status is None else status
    if status is None:
        raise InvalidInputError(f"status: not known for the code {code!r:.100}")
    error = {"code": str(code), "message": message or known.description}
    return Response(int(status), _named(headers), json.dumps({"error": error}).encode())


def _named(headers: Mapping[str, str] | None) -> dict[str, str]:
    given = {name.lower(): value for name, value in (headers or {}).items()}
    return {"content-type": "application/json", **given}
