"""What the tests share: a scriptable HTTP server, exact JSON comparison, documents to answer with.

The server speaks through real sockets and plays the answers that a test has queued, the broken ones
too. It records what came, request line included, as nothing else proves what a client has sent.
"""

import contextlib
import json
import socket
import ssl
import struct
import subprocess
import sys
import threading
import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any, Self

from tests.loops import Loop, client_for
from vt_sdk import RetryPolicy, VirusTotal

__all__ = [
    "JSON_HEADERS",
    "KEY",
    "NO_WAIT",
    "OBJECTS",
    "ROOT",
    "SHA256",
    "TLS",
    "Answer",
    "Recorded",
    "Server",
    "envelope",
    "error_answer",
    "file_document",
    "json_answer",
    "leaves",
    "run_python",
    "same_json",
    "tls_context",
    "until",
]

ROOT = Path(__file__).resolve().parent.parent

# Nothing else in the tests looks like it, so a search for it finds every leak.
KEY = "k3y" + "0123456789abcdef" * 3 + "SECRET"
SHA256 = "275a021bbfb6489e54d471899f7db9d1663fc695ec2fe2a2c4538aabf651fd0f"

JSON_HEADERS = {"Content-Type": "application/json"}


def _zero() -> float:
    return 0.0


# Certificates of an authority that nobody knows, of a server and of a client.
TLS = ROOT / "tests" / "faults" / "tls"

# Repeats as often as by default, but at once.
NO_WAIT = RetryPolicy(random=_zero)

# One id of each kind that is checked for its shape.
OBJECTS = {
    "files": SHA256,
    "urls": "http://www.example.com/path?query=1",
    "domains": "example.com",
    "ip_addresses": "192.0.2.1",
}


# --- documents -----------------------------------------------------------------------------------


def file_document(**attributes: Any) -> dict[str, Any]:
    """Return a small file object."""
    return {
        "id": SHA256,
        "type": "file",
        "links": {"self": f"https://www.virustotal.com/api/v3/files/{SHA256}"},
        "attributes": {"md5": "0" * 32, "size": 68, "names": ["eicar.com"], **attributes},
    }


def envelope(data: Any, **beside: Any) -> bytes:
    """Return an answer of the service as bytes."""
    return json.dumps({"data": data, **beside}).encode()


def same_json(left: Any, right: Any) -> bool:
    """Return whether two JSON values are the same, 1 and 1.0 and true told apart."""
    if type(left) is not type(right):
        return False
    if isinstance(left, dict):
        return left.keys() == right.keys() and all(same_json(left[k], right[k]) for k in left)
    if isinstance(left, list):
        return len(left) == len(right) and all(map(same_json, left, right))
    return bool(left == right)


# --- the server ----------------------------------------------------------------------------------


@dataclass(frozen=True)
class Recorded:
    """A request as it came."""

    method: str
    target: str
    """The target of the request line, byte for byte."""
    headers: Mapping[str, str]
    """Names in lower case."""
    body: bytes
    connection: int
    """The number of the connection, counted by the server."""

    @property
    def path(self) -> str:
        return self.target.partition("?")[0]

    @property
    def query(self) -> str:
        return self.target.partition("?")[2]

    def json(self) -> Any:
        return json.loads(self.body)


@dataclass(frozen=True)
class Answer:
    """An answer to play."""

    status: int = 200
    body: bytes = b""
    headers: Mapping[str, str] = field(default_factory=dict)
    delay: float = 0.0
    """Seconds to stall before the answer; ends early when the server stops."""
    send: int | None = None
    """How many bytes of the body are sent before the connection is closed; None for all."""
    reset: bool = False
    """Whether the connection is reset in place of an answer."""
    close: bool = False
    """Whether the connection is closed after the answer, without saying so before."""
    raw: Callable[[], Iterable[bytes]] | None = None
    """Gives bytes to send piece by piece in place of all the above but `delay` and `close`."""
    pause: float = 0.0
    """Seconds between the pieces of `raw`; end early when the server stops."""


def tls_context(*, client_certificate: bool = False) -> ssl.SSLContext:
    """Return what a server speaks TLS with, and wants a certificate of its client if asked to."""
    made = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    made.load_cert_chain(TLS / "server.pem")
    if client_certificate:
        made.verify_mode = ssl.CERT_REQUIRED
        made.load_verify_locations(TLS / "authority.pem")
    return made


def json_answer(data: Any, status: int = 200, **beside: Any) -> Answer:
    return Answer(status, envelope(data, **beside), JSON_HEADERS)


def error_answer(status: int, code: str, message: str = "No.", **headers: str) -> Answer:
    body = json.dumps({"error": {"code": code, "message": message}}).encode()
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    return Answer(status, body, {**JSON_HEADERS, **named})


Script = Answer | Callable[[Recorded], Answer]


class Server:
    """A loopback server that records requests and plays the answers that were queued.

    Without a queued answer it plays `default`. Use it as a context manager.

    Args:
        tls: what it speaks TLS with, None for plain HTTP.
        slow: whether it takes its time to read bodies, a few megabytes a second.
        loop: where its clients are asynchronous ones, None for those for threads.
    """

    def __init__(
        self,
        tls: ssl.SSLContext | None = None,
        *,
        slow: bool = False,
        loop: Loop | None = None,
    ) -> None:
        self._loop = loop
        self.requests: list[Recorded] = []
        self.connections = 0
        self.default: Script = error_answer(404, "NotFoundError")
        self.failures: list[BaseException] = []
        self._queue: deque[Script] = deque()
        self._lock = threading.Lock()
        self._stopping = threading.Event()
        self._open: set[socket.socket] = set()
        self._clients: list[VirusTotal] = []
        self._http = _HTTPServer(("127.0.0.1", 0), _Handler)
        self._http.owner = self
        self._scheme = "http" if tls is None else "https"
        if tls is not None:
            # Each connection shakes hands on its own thread, when it is first read from.
            self._http.socket = tls.wrap_socket(
                self._http.socket, server_side=True, do_handshake_on_connect=False
            )
        self._slow = slow
        if slow:
            # Connections take it over; a large one would hide how slow this side is.
            self._http.socket.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 1 << 16)
        self._thread = threading.Thread(target=self._serve)

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        for client in self._clients:
            client.close()
        self._stopping.set()
        # Not by its own `shutdown`, which is noticed at the next look only: a thousand tests wait.
        socket.create_connection(("127.0.0.1", self._http.server_port), timeout=10).close()
        self._thread.join(10)
        with self._lock:
            still_open = list(self._open)
        for connection in still_open:
            with contextlib.suppress(OSError):
                connection.shutdown(socket.SHUT_RDWR)
        self._http.server_close()  # joins the threads of all connections
        assert not self.failures, self.failures

    def _serve(self) -> None:
        while not self._stopping.is_set():
            self._http.handle_request()

    @property
    def url(self) -> str:
        """The address without a path."""
        return f"{self._scheme}://127.0.0.1:{self._http.server_address[1]}"

    @property
    def base_url(self) -> str:
        return f"{self.url}/api/v3"

    @property
    def last(self) -> Recorded:
        return self.requests[-1]

    @property
    def paths(self) -> list[str]:
        """The paths that were asked for, without that of `base_url`."""
        return [recorded.path.removeprefix("/api/v3") for recorded in self.requests]

    def play(self, *answers: Script) -> None:
        """Queue answers, one for each request."""
        with self._lock:
            self._queue.extend(answers)

    def client(self, key: str | Callable[[], str] | None = KEY, **options: Any) -> VirusTotal:
        """Make a client of this server that repeats without waiting; it is closed at the end."""
        options.setdefault("retry", NO_WAIT)
        options.setdefault("timeout", (5, 10))
        client = client_for(self._loop, key, base_url=self.base_url, **options)
        self._clients.append(client)
        return client

    def _answer_to(self, recorded: Recorded) -> Answer:
        with self._lock:
            self.requests.append(recorded)
            script = self._queue.popleft() if self._queue else self.default
        return script if isinstance(script, Answer) else script(recorded)


class _HTTPServer(ThreadingHTTPServer):
    daemon_threads = False
    request_queue_size = 128
    owner: Server

    def verify_request(self, request: object, client_address: object) -> bool:
        return not self.owner._stopping.is_set()  # else it is the one that ends the waiting

    def handle_error(self, request: object, client_address: object) -> None:
        error = sys.exc_info()[1]
        # Clients that give up, or trust nobody, are what some tests are about.
        if error is not None and not isinstance(error, (ConnectionError, ssl.SSLError)):
            self.owner.failures.append(error)


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True
    connection: socket.socket

    def setup(self) -> None:
        super().setup()
        owner = self._owner
        with owner._lock:
            owner.connections += 1
            owner._open.add(self.connection)
            self.number = owner.connections

    @property
    def _owner(self) -> Server:
        assert isinstance(self.server, _HTTPServer)
        return self.server.owner

    def finish(self) -> None:
        with self._owner._lock:
            self._owner._open.discard(self.connection)
        with contextlib.suppress(OSError):
            super().finish()

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002  # the base's name
        pass

    def _handle(self) -> None:
        owner = self._owner
        length = int(self.headers.get("Content-Length", 0))
        body = b"".join(self._body(length))
        if len(body) < length:  # the client gave up
            self.close_connection = True
            return
        headers = {name.lower(): value for name, value in self.headers.items()}
        target = self.requestline.split(" ")[1]
        answer = owner._answer_to(Recorded(self.command, target, headers, body, self.number))
        if answer.delay:
            owner._stopping.wait(answer.delay)
        if answer.reset:
            # Zero seconds to linger: the connection is reset and not closed in order.
            self.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
            self.connection.close()
            self.close_connection = True
            return
        if answer.raw is not None:
            self.close_connection = answer.close
            for piece in answer.raw():
                self.wfile.write(piece)
                if owner._stopping.wait(answer.pause):
                    self.close_connection = True
                    break
            return
        self.send_response(answer.status)
        for name, value in {"Content-Length": str(len(answer.body)), **answer.headers}.items():
            self.send_header(name, value)
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(answer.body[: answer.send])
        if answer.send is not None or answer.close:
            self.close_connection = True

    def _body(self, length: int) -> Iterator[bytes]:
        if not self._owner._slow:
            yield self.rfile.read(length)
            return
        while length and (piece := self.rfile.read(min(length, 1 << 16))):
            length -= len(piece)
            yield piece
            self._owner._stopping.wait(0.01)

    do_GET = do_POST = do_DELETE = do_PUT = do_PATCH = do_HEAD = _handle  # noqa: N815


# --- processes -----------------------------------------------------------------------------------


def run_python(
    code: str, *arguments: str, env: Mapping[str, str] | None = None, dev: bool = False
) -> str:
    """Run code in a fresh interpreter that treats warnings as errors; return what it printed.

    Args:
        code: what to run.
        arguments: of its `sys.argv`.
        env: its environment, None for that of the tests.
        dev: whether in the development mode, with what it says on the way (`-X dev`).
    """
    done = subprocess.run(
        [sys.executable, *(["-X", "dev"] if dev else []), "-W", "error", "-c", code, *arguments],
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT if dev else subprocess.PIPE,
        text=True,
        timeout=120,
        cwd=ROOT,
        env=None if env is None else dict(env),
        check=False,
    )
    assert done.returncode == 0, done.stderr or done.stdout
    return done.stdout


def until(condition: Callable[[], bool], seconds: float = 60.0) -> None:
    """Wait for a condition that is expected to come true, and not for ever."""
    end = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < end, "it has not happened"
        time.sleep(0.01)


def leaves(
    value: Any, path: Sequence[str | int] = ()
) -> Iterator[tuple[tuple[str | int, ...], Any]]:
    """Yield a JSON value and give its scalars with their paths."""
    if isinstance(value, dict):
        for key, item in value.items():
            yield from leaves(item, (*path, key))
    elif isinstance(value, list):
        for index, item in enumerate(value):
            yield from leaves(item, (*path, index))
    else:
        yield tuple(path), value
