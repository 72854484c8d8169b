"""The ASGI application: from an HTTP request to a call of the document, and back.

Order of the checks: faults, key, path and method, tier, quota, arguments, body. Each answer is
checked against the document before it leaves; an answer that breaks it is a fault of the emulator
and goes out as a loud 500.
"""

import asyncio
import contextlib
import gzip
import ipaddress
import json
import logging
import re
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, replace
from typing import Any
from urllib.parse import parse_qs, unquote

from starlette.applications import Starlette
from starlette.requests import ClientDisconnect, Request
from starlette.responses import FileResponse, Response
from starlette.routing import Mount, Route
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from vt_sdk._version import __version__
from vt_sdk.emulator.additions import add_object_from_json
from vt_sdk.emulator.backend import Backend
from vt_sdk.emulator.document import Endpoint, Parameter
from vt_sdk.emulator.faults import Fault, FaultQueue
from vt_sdk.emulator.handlers import HANDLERS, handler_of
from vt_sdk.emulator.messages import Answer, Call, JSONObject, Problem, Upload, User
from vt_sdk.emulator.quotas import Quota
from vt_sdk.emulator.uploads import (
    DIRECT_LIMIT,
    MEGABYTE,
    UPLOAD_LIMIT,
    FileTooLarge,
    receive,
)
from vt_sdk.status import ErrorCode

__all__ = ["PREFIX", "Observer", "make_app"]

PREFIX = "/api/v3"

# Pages that are shown inside other products have another root than the rest.
_PAGES = "/ui"
HEADER = b"x-vt-emulator"

_FORM = "application/x-www-form-urlencoded"
_JSON = "application/json"
_MULTIPART = "multipart/form-data"

# The largest texts that are sent are rulesets of some megabytes.
_BODY_LIMIT = 16 * MEGABYTE

# Below this a compressed body is hardly smaller.
_GZIP_BYTES = 512

# Told of every request: method, path, query, status (0 if the body is cut), whether a key came.
Observer = Callable[[str, str, str, int, bool], None]

_log = logging.getLogger(__name__)


def make_app(backend: Backend, faults: FaultQueue, observer: Observer) -> ASGIApp:
    """Make the application; a handler of an operation that the document lacks is an error."""
    if extra := set(HANDLERS) - set(backend.document.operations):
        raise ValueError(f"handlers of operations that there are not: {sorted(extra)}")
    service = _Service(backend)
    control = _Control(faults, backend)
    app = Starlette(
        routes=[
            Mount(PREFIX, app=service.api),
            Mount(f"{_PAGES}/widget", app=service.api),
            Route("/upload/{token}", service.upload, methods=["POST"]),
            Route("/storage/{token}", service.storage, methods=["GET"]),
            Route("/_emulator/faults", control.add, methods=["POST"]),
            Route("/_emulator/faults", control.clear, methods=["DELETE"]),
            Route("/_emulator/objects", control.add_object, methods=["POST"]),
        ],
        exception_handlers={404: _no_such_path, 405: _no_such_path},
    )
    # A path with a slash too many is not found; the service sends nobody elsewhere.
    app.router.redirect_slashes = False
    return _Outside(app, faults, observer, lambda text: backend.store.key(text) is not None)


@dataclass(slots=True)
class _Service:
    """What the paths of the service do."""

    backend: Backend

    async def api(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request under the prefix of the API."""
        request = Request(scope, receive)
        response = await self._answered(self._call(request))
        await response(scope, receive, send)

    async def upload(self, request: Request) -> Response:
        """Answer the upload of a file to a one-time address."""
        return await self._answered(self._upload(request))

    async def storage(self, request: Request) -> Response:
        """Answer a download from a signed address, for which no key is needed."""
        store = self.backend.store
        sha256 = store.download(request.path_params["token"], self.backend.clock())
        if sha256 is None or not store.content_path(sha256).exists():
            body = "<?xml version='1.0'?><Error><Code>AccessDenied</Code></Error>"
            return Response(body, 403, media_type="application/xml")
        return FileResponse(store.content_path(sha256), media_type="application/octet-stream")

    async def _answered(self, work: Awaitable[Response]) -> Response:
        try:
            response = await work
        except Problem as problem:
            return _json(problem.body(), problem.status, problem.headers)
        except FileTooLarge:
            # Assumed: the limit is that of the gateway, which answers with a page of its own.
            return _page(413, "Request Entity Too Large")
        except ClientDisconnect:
            return Response(status_code=400)
        except Exception as error:
            # Whatever fails in a handler must become an answer, or the caller sees a dead line.
            _log.exception("the emulator has failed")
            return _json(_broken(f"the emulator has failed, see its log: {error!r:.500}"), 500)
        return response

    async def _call(self, request: Request) -> Response:
        resource = _sent_path(request).removeprefix(PREFIX).removeprefix(_PAGES)
        user, quota = self._user(request, resource)
        operation, path = self.backend.document.find(request.method, resource)
        if operation.is_premium and not user.premium:
            raise Problem.forbidden()
        self.backend.meter.count(user.name, quota, self.backend.clock(), operation.id)
        self._check_path(operation, path)
        query = self._query(operation, request)
        headers = self._headers(operation, request)
        with contextlib.ExitStack() as stack:
            body = await self._body(operation, request, stack)
            origin = _origin(request)
            call = Call(operation.id, path, query, body, user, origin, resource, headers)
            with self.backend.store.transaction():
                answer = handler_of(operation)(self.backend, call)
        return self._response(operation, answer)

    async def _upload(self, request: Request) -> Response:
        # The token stands for the user who asked for it; the key need not come along.
        allowed = self.backend.store.use_upload_token(request.path_params["token"])
        if allowed is None:
            raise Problem(ErrorCode.NOT_FOUND_ERROR, "The upload address is not valid any more")
        user, operation = User(allowed[0], True), self.backend.document.operations[allowed[1]]
        with contextlib.ExitStack() as stack:
            upload = await self._receive(request, stack, UPLOAD_LIMIT)
            body = replace(upload, fields=_read_form(operation, upload.fields))
            call = Call(operation.id, {}, {}, body, user, _origin(request), "")
            with self.backend.store.transaction():
                answer = handler_of(operation)(self.backend, call)
        return self._response(operation, answer)

    def _user(self, request: Request, resource: str) -> tuple[User, Quota]:
        key = request.headers.get("x-apikey")
        if not key:
            if self.backend.document.is_open(request.method, resource):
                return User("", premium=False), Quota()
            raise Problem(ErrorCode.AUTHENTICATION_REQUIRED_ERROR, "X-Apikey header is missing")
        known = self.backend.store.key(key)
        if known is None:
            raise Problem(ErrorCode.WRONG_CREDENTIALS_ERROR, "Wrong API key")
        return known

    def _check_path(self, operation: Endpoint, path: dict[str, str]) -> None:
        for parameter in operation.parameters:
            if parameter.place == "path":
                value = parameter.read(path[parameter.name])
                self._check_argument(parameter.name, parameter.pointer, value)

    def _query(self, operation: Endpoint, request: Request) -> dict[str, Any]:
        query: dict[str, Any] = {}
        for parameter in operation.parameters:
            if parameter.place != "query":
                continue
            texts = request.query_params.getlist(parameter.name)
            if texts and texts[-1] not in parameter.tolerated:
                value = texts if parameter.is_repeated else parameter.read(texts[-1])
                self._check_argument(parameter.name, parameter.pointer, value)
                if any(texts):
                    query[parameter.name] = value
                    continue
            # An empty text, where the document allows one, says as much as none.
            if parameter.default is not None:
                query[parameter.name] = parameter.default
            elif parameter.is_required:
                raise _missing(parameter)
        return query

    def _headers(self, operation: Endpoint, request: Request) -> dict[str, str]:
        headers: dict[str, str] = {}
        for parameter in operation.parameters:
            if parameter.place != "header":
                continue
            if text := request.headers.get(parameter.name):
                headers[parameter.name] = text
                self._check_argument(parameter.name, parameter.pointer, text)
            elif parameter.is_required:
                raise _missing(parameter)
        return headers

    def _check_argument(self, name: str, pointer: str, value: Any) -> None:
        if (violation := self.backend.document.violation(pointer, value)) is not None:
            raise Problem(
                ErrorCode.BAD_REQUEST_ERROR, f'Invalid value for parameter "{name}": {violation}'
            )

    async def _body(
        self, operation: Endpoint, request: Request, stack: contextlib.ExitStack
    ) -> Any:
        if not operation.bodies:
            return None
        kind = request.headers.get("content-type", "").partition(";")[0].strip().lower()
        pointer = operation.bodies.get(kind)
        if pointer is None:
            expected = " or ".join(operation.bodies)
            raise Problem(ErrorCode.BAD_REQUEST_ERROR, f"Content type must be {expected}")
        if kind == _MULTIPART:
            needs_file = "file" in operation.fields and operation.fields["file"].is_required
            upload = await self._receive(request, stack, DIRECT_LIMIT, needs_file)
            form = _read_form(operation, upload.fields)
            files: JSONObject = {"file": ""} if upload.is_there else {}
            if upload.names:
                files["files"] = [*upload.names]
            self._check_body(pointer, {**form, **files})
            return replace(upload, fields=form)
        content = await _body(request)
        try:
            if kind == _FORM:
                fields = parse_qs(content.decode("utf-8"), keep_blank_values=True)
                body: Any = _read_form(operation, {k: v[-1] for k, v in fields.items()})
            else:
                body = json.loads(content)
                # Half a surrogate pair, which JSON can spell, is no text that could be kept.
                json.dumps(body, ensure_ascii=False).encode("utf-8")
        except (ValueError, RecursionError):
            raise Problem(ErrorCode.BAD_REQUEST_ERROR, "The body cannot be read") from None
        self._check_body(pointer, body)
        return self.backend.document.described(pointer, body)

    def _check_body(self, pointer: str, body: Any) -> None:
        if (violation := self.backend.document.violation(pointer, body)) is not None:
            raise Problem(ErrorCode.INVALID_ARGUMENT_ERROR, f"Invalid body: {violation}")

    async def _receive(
        self,
        request: Request,
        stack: contextlib.ExitStack,
        limit: int,
        needs_file: bool = True,
    ) -> Upload:
        content_type = request.headers.get("content-type", "")
        folder = self.backend.store.folder
        upload = await receive(content_type, request.stream(), folder, limit, needs_file)
        # Gone unless the store has taken it over in the meantime.
        stack.callback(upload.path.unlink, missing_ok=True)
        return upload

    def _response(self, operation: Endpoint, answer: Answer) -> Response:
        status = "302" if answer.location else "200"
        allowed = operation.answers.get(status)
        violation: str | None = None
        if allowed is None:
            violation = f"the status {status} is not in the document"
        elif answer.document is None and answer.content is None:
            violation = "the body is missing" if allowed and not answer.location else None
        elif answer.media_type not in allowed:
            violation = f"the content type {answer.media_type} is not in the document"
        elif answer.document is not None:
            violation = self._violation(operation, allowed[_JSON], answer.document)
        if violation is not None:
            _log.error("%s answers what the document does not allow: %s", operation.id, violation)
            return _json(_broken(f"{operation.id} breaks the document: {violation}"), 500)
        if answer.location:
            return Response(status_code=302, headers={"location": answer.location})
        if answer.document is not None:
            return _json(answer.document, 200, answer.headers)
        return Response(answer.content or b"", 200, media_type=answer.media_type)

    def _violation(self, operation: Endpoint, pointer: str, answer: JSONObject) -> str | None:
        document = self.backend.document
        violation = document.violation(pointer, answer)
        if violation is None and operation.relationships_of is not None:
            # The document leaves the objects of a relationship open; their types say more.
            data = answer["data"]
            for shown in data if isinstance(data, list) else [data]:
                schema = shown and document.object_schema(shown["type"])
                violation = violation or (schema and document.violation(schema, shown))
        return violation


@dataclass(slots=True)
class _Control:
    """The control routes, which no service has."""

    faults: FaultQueue
    backend: Backend

    async def add(self, request: Request) -> Response:
        """Queue a fault; the body is a JSON object with fields of `Fault`."""
        return await self._done(request, lambda body: self.faults.add(Fault.from_json(body)))

    async def add_object(self, request: Request) -> Response:
        """Add an object, which the body describes; see `additions`."""
        return await self._done(request, lambda body: add_object_from_json(self.backend, body))

    async def _done(self, request: Request, change: Callable[[Any], str | None]) -> Response:
        if (refused := _refuse_strangers(request)) is not None:
            return refused
        try:
            done = change(json.loads(await _body(request)))
        except (ValueError, RecursionError, FileTooLarge) as error:
            problem = Problem(ErrorCode.INVALID_ARGUMENT_ERROR, str(error) or "too large")
            return _json(problem.body(), problem.status)
        return _json({"data": done or "queued"}, 200)

    async def clear(self, request: Request) -> Response:
        """Forget all faults."""
        if (refused := _refuse_strangers(request)) is not None:
            return refused
        self.faults.clear()
        return _json({"data": "cleared"}, 200)


@dataclass(slots=True)
class _Outside:
    """What surrounds every request: faults, compression, the emulator's header, the record."""

    app: ASGIApp
    faults: FaultQueue
    observer: Observer
    is_key: Callable[[str], bool]

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        request = Request(scope)
        path = _sent_path(request)
        fault = None if path.startswith("/_emulator") else self.faults.take(path)
        if fault is not None and fault.latency:
            await asyncio.sleep(fault.latency)
        app = self.app
        if fault is not None and fault.status is not None:
            app = _fault_response(fault)
        incoming = _Incoming(receive)
        outgoing = _Outgoing(
            send,
            incoming=incoming,
            record=lambda status: self._record(request, path, status),
            is_cut=fault is not None and fault.cut_body,
            # The front end of the service decides by both headers.
            may_compress="gzip" in request.headers.get("accept-encoding", "")
            and "gzip" in request.headers.get("user-agent", ""),
        )
        await app(scope, incoming.receive, outgoing.send)

    def _record(self, request: Request, path: str, status: int) -> None:
        sent = request.headers.get("x-apikey")

        def without_keys(text: str, separators: str) -> str:
            # A user can be named by the key, by the one that came along or by another.
            parts = re.split(f"([{separators}])", text)
            return "".join(
                "{x-apikey}"
                if (bare := unquote(part)) and (bare == sent or self.is_key(bare))
                else part
                for part in parts
            )

        query = without_keys(request.url.query, "&=")
        self.observer(
            request.method, without_keys(path, "/"), query, status, "x-apikey" in request.headers
        )


@dataclass(slots=True)
class _Incoming:
    """The body of the request on its way in."""

    wire: Receive
    is_complete: bool = False

    async def receive(self) -> Message:
        message = await self.wire()
        if message["type"] != "http.request" or not message.get("more_body", False):
            self.is_complete = True
        return message

    async def drain(self) -> None:
        """Read the rest: a client that still sends would see a broken connection, no answer."""
        while not self.is_complete:
            await self.receive()


@dataclass(slots=True)
class _Outgoing:
    """The answer on its way out."""

    wire: Send
    incoming: _Incoming
    record: Callable[[int], None]
    is_cut: bool
    may_compress: bool
    start: Message | None = None

    async def send(self, message: Message) -> None:
        if message["type"] == "http.response.start":
            # Held back until the body is there, whose compression changes the headers.
            self.start = message
            return
        body, more = message.get("body", b""), message.get("more_body", False)
        if self.start is not None:
            start, self.start = self.start, None
            headers = [*start["headers"], (HEADER, __version__.encode("ascii"))]
            if self.may_compress and not more and len(body) >= _GZIP_BYTES:
                body = gzip.compress(body, 1)
                headers = _compressed(headers, len(body))
            await self.incoming.drain()
            # Before the answer leaves, so that whoever has it finds it recorded.
            self.record(0 if self.is_cut else start["status"])
            await self.wire({**start, "headers": headers})
            if self.is_cut:
                # Less than announced and no end: the server closes the connection.
                half = body[: len(body) // 2]
                await self.wire({"type": "http.response.body", "body": half, "more_body": True})
        if not self.is_cut:
            await self.wire({"type": "http.response.body", "body": body, "more_body": more})


def _compressed(headers: list[tuple[bytes, bytes]], length: int) -> list[tuple[bytes, bytes]]:
    kept = [(name, value) for name, value in headers if name != b"content-length"]
    size = str(length).encode("ascii")
    return [*kept, (b"content-encoding", b"gzip"), (b"content-length", size)]


def _fault_response(fault: Fault) -> Response:
    status = fault.status or 503
    if fault.html:
        response = _page(status, fault.message or "The server could not serve the request")
    else:
        response = _json(fault.body(), status)
    if fault.retry_after is not None:
        response.headers["retry-after"] = str(fault.retry_after)
    return response


def _json(document: JSONObject, status: int, headers: Mapping[str, str] | None = None) -> Response:
    content = json.dumps(document, ensure_ascii=False, separators=(",", ":"))
    return Response(content, status, dict(headers or {}), _JSON)


def _page(status: int, text: str) -> Response:
    body = f"<!doctype html><html><title>Error {status}</title><h1>{status}</h1><p>{text}.</html>"
    return Response(body, status, media_type="text/html")


def _broken(message: str) -> JSONObject:
    return {"error": {"code": "EmulatorError", "message": message}}


def _missing(parameter: Parameter) -> Problem:
    message = f'The {parameter.place} parameter "{parameter.name}" is missing'
    return Problem(ErrorCode.BAD_REQUEST_ERROR, message)


def _read_form(operation: Endpoint, texts: Mapping[str, str]) -> dict[str, Any]:
    return {
        name: operation.fields[name].read(text) if name in operation.fields else text
        for name, text in texts.items()
    }


def _no_such_path(request: Request, error: Exception) -> Response:
    status = getattr(error, "status_code", 404)
    code = ErrorCode.NOT_FOUND_ERROR if status == 404 else ErrorCode.BAD_REQUEST_ERROR
    problem = Problem(code, "Resource not found.", status=status)
    return _json(problem.body(), problem.status)


async def _body(request: Request) -> bytes:
    """Read a body that is held in memory, so it has a limit; files go to disk."""
    body = bytearray()
    async for chunk in request.stream():
        body += chunk
        if len(body) > _BODY_LIMIT:
            raise FileTooLarge
    return bytes(body)


def _refuse_strangers(request: Request) -> Response | None:
    # Browsers say for which page they ask; programs for none.
    is_page = "origin" in request.headers or "sec-fetch-site" in request.headers
    is_near = request.client and ipaddress.ip_address(request.client.host).is_loopback
    if is_near and not is_page:
        return None
    problem = Problem(ErrorCode.FORBIDDEN_ERROR, "Only callers on the same host may do so")
    return _json(problem.body(), problem.status)


def _sent_path(request: Request) -> str:
    path: bytes = request.scope["raw_path"]
    return path.partition(b"?")[0].decode("ascii", "replace")


def _origin(request: Request) -> str:
    # Only HTTP/1.0 comes without the header.
    host = request.headers.get("host") or "{}:{}".format(*request.scope["server"])
    return f"{request.scope['scheme']}://{host}"
