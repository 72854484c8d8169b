"""The server of the fault matrix: raw sockets that misbehave, and a second port as a foreign host.

    python3 scripts/_bench_fault_server.py

Prints both ports and serves until its standard input ends. A request to `/ROW/CLIENT/api/v3/…` is
answered with the fault of that row; `/state/ROW/CLIENT` tells what has come for it as JSON. Every
row and client has a path of its own, so that many can run at once.
"""

import hashlib
import json
import os
import re
import socket
import struct
import sys
import threading
import time
import zlib
from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cache, partial
from typing import Any, TypeAlias

from _bench import sample
from _bench_clients import KEY

STALL = 10.0
BOMB_BYTES = 1 << 30
MALICIOUS = 7

_PIECE = 1 << 16


class Gone(Exception):
    """The connection is over."""


# --- documents -----------------------------------------------------------------------------------


def _report(malicious: object = MALICIOUS) -> bytes:
    document = sample("file/report.json")
    document["data"]["attributes"]["last_analysis_stats"]["malicious"] = malicious
    return json.dumps(document).encode()


def _comments(text: bytes = b"one", cursor: str = "") -> bytes:
    item = json.dumps(sample("comment/comment.json")["data"] | {"attributes": {"text": "TEXT"}})
    meta = json.dumps({"count": 1, **({"cursor": cursor} if cursor else {})}).encode()
    listed = item.encode().replace(b"TEXT", text)
    return b'{"data": [' + listed + b'], "meta": ' + meta + b"}"


def _error(code: str) -> bytes:
    return json.dumps({"error": {"code": code, "message": "No."}}).encode()


_HTML = b"<html><head><title>Gateway</title></head><body>Please log in.</body></html>"


@cache
def _bomb() -> bytes:
    """Return a report that is small compressed and has a gigabyte of spaces before it."""
    document = _report()
    spaces = b" " * (1 << 22)
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    first = packer.compress(spaces) + packer.flush(zlib.Z_FULL_FLUSH)
    # After a full flush the same input gives the same output again.
    again = packer.compress(spaces) + packer.flush(zlib.Z_FULL_FLUSH)
    last = packer.compress(document) + packer.flush()
    number = BOMB_BYTES // len(spaces)
    checksum = 0
    for _ in range(number):
        checksum = zlib.crc32(spaces, checksum)
    checksum = zlib.crc32(document, checksum)
    size = (number * len(spaces) + len(document)) & 0xFFFFFFFF
    head = b"\x1f\x8b\x08\x00\x00\x00\x00\x00\x00\xff"
    return head + first + again * (number - 1) + last + struct.pack("<II", checksum, size)


def _whole(body: bytes, *lines: str, status: str = "200 OK", length: int | None = None) -> bytes:
    """Return a whole answer, JSON unless a line says otherwise."""
    head = [f"HTTP/1.1 {status}", f"Content-Length: {len(body) if length is None else length}"]
    if not any(line.lower().startswith("content-type") for line in lines):
        head.append("Content-Type: application/json")
    return "\r\n".join([*head, *lines, "", ""]).encode() + body


# --- an exchange ---------------------------------------------------------------------------------


@dataclass
class State:
    """What has come for one row and client."""

    requests: int = 0
    leaked: bool = False
    writes: list[str] = field(default_factory=list)


_STATES: dict[str, State] = defaultdict(State)
_LOCK = threading.Lock()


class Exchange:
    """A request on its connection, and the ways to answer it."""

    def __init__(self, connection: socket.socket) -> None:
        self._connection = connection
        self._pending = b""
        self.place = self.foreign = ""

    def next_request(self) -> None:
        while b"\r\n\r\n" not in self._pending:
            self._pending += self._receive()
        head, _, self._pending = self._pending.partition(b"\r\n\r\n")
        self.head = head.decode("latin-1")
        self.method, self.target, _ = self.head.split("\r\n")[0].split(" ", 2)
        length = re.search(r"(?im)^content-length: *(\d+)", self.head)
        self._left = int(length[1]) if length else 0
        self._chunked = bool(re.search(r"(?im)^transfer-encoding: *chunked", self.head))
        if re.search(r"(?im)^expect: *100-continue", self.head):
            self.send(b"HTTP/1.1 100 Continue\r\n\r\n")

    def _receive(self) -> bytes:
        data = self._connection.recv(_PIECE)
        if not data:
            raise Gone
        return data

    def body(self) -> bytes:
        """Take the body, which has a length or comes in chunks."""
        if self._chunked:
            return self._chunks()
        parts = []
        while self._left:
            data = self._pending or self._receive()
            parts.append(data[: self._left])
            self._pending = data[self._left :]
            self._left -= len(parts[-1])
        return b"".join(parts)

    def _chunks(self) -> bytes:
        parts = []
        while True:
            while b"\r\n" not in self._pending:
                self._pending += self._receive()
            line, _, self._pending = self._pending.partition(b"\r\n")
            size = int(line, 16)
            while len(self._pending) < size + 2:
                self._pending += self._receive()
            parts.append(self._pending[:size])
            self._pending = self._pending[size + 2 :]
            if not size:
                self._chunked = False
                return b"".join(parts)

    def send(self, data: bytes) -> None:
        self._connection.sendall(data)

    def answer(self, body: bytes, *lines: str, status: str = "200 OK") -> None:
        self.body()
        self.send(_whole(body, *lines, status=status))

    def reset(self) -> None:
        """End the connection as a crash does, without an orderly close."""
        linger = struct.pack("ii", 1, 0)
        self._connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, linger)
        raise Gone

    def close(self) -> None:
        raise Gone

    @property
    def state(self) -> State:
        return _STATES[self.place]


# --- the rows ------------------------------------------------------------------------------------

# Answers the request with this number, counted from 1 for each client.
_Fault: TypeAlias = Callable[[Exchange, int], None]


def _always(body: bytes, *lines: str, status: str = "200 OK") -> _Fault:
    return lambda exchange, number: exchange.answer(body, *lines, status=status)


def _first(times: int, body: bytes, *lines: str, status: str) -> _Fault:
    """Answer the first requests with an error and the others as they should be."""

    def fault(exchange: Exchange, number: int) -> None:
        if number <= times:
            exchange.answer(body, *lines, status=status)
        else:
            exchange.answer(_report())

    return fault


def _bytes_first(data: bytes, *, reset: bool = False, close: bool = True) -> _Fault:
    """Answer the first request with exactly these bytes, the others as they should be."""

    def fault(exchange: Exchange, number: int) -> None:
        exchange.body()
        exchange.send(data if number == 1 else _whole(_report()))
        if number == 1 and reset:
            time.sleep(0.1)  # a reset overtakes what has not been read yet
            exchange.reset()
        if number == 1 and close:
            exchange.close()

    return fault


def _stall_before(exchange: Exchange, number: int) -> None:
    time.sleep(STALL)
    exchange.answer(_report())


def _stall_within(exchange: Exchange, number: int) -> None:
    whole = _whole(_report())
    exchange.send(whole[:3000])
    time.sleep(STALL)
    exchange.send(whole[3000:])


def _drip(exchange: Exchange, number: int) -> None:
    whole = _whole(_report())
    exchange.send(whole[:300])
    for place in range(300, len(whole)):
        time.sleep(0.3)
        exchange.send(whole[place : place + 1])


def _drip_of_headers(exchange: Exchange, number: int) -> None:
    exchange.send(b"HTTP/1.1 200 OK\r\nX-Long: ")
    while True:
        time.sleep(0.3)
        exchange.send(b"1")


def _endless_body(exchange: Exchange, number: int) -> None:
    exchange.send(b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n\r\n")
    while True:
        exchange.send(b" " * _PIECE)


def _redirect_loop(exchange: Exchange, number: int) -> None:
    exchange.answer(b"", f"Location: {exchange.target}", status="302 Found")


def _redirect_elsewhere(exchange: Exchange, number: int) -> None:
    exchange.answer(b"", f"Location: {exchange.foreign}/moved", status="302 Found")


def _foreign_upload(exchange: Exchange, number: int) -> None:
    if exchange.method == "GET":
        exchange.answer(json.dumps({"data": f"{exchange.foreign}/upload"}).encode())
    else:
        _take_upload(exchange, number)


def _take_upload(exchange: Exchange, number: int) -> None:
    """Take an upload; the id of the analysis is the hash of what came in the form."""
    if exchange.target.endswith("/upload_url"):
        address = f"http://127.0.0.1:{exchange._connection.getsockname()[1]}/{exchange.place}"
        exchange.answer(json.dumps({"data": f"{address}/api/v3/files"}).encode())
        return
    form = exchange.body()
    content = form.partition(b"\r\n\r\n")[2].rpartition(b"\r\n--")[0]
    if not content:
        exchange.answer(_error("BadRequestError"), status="400 Bad Request")
        return
    analysis = {"type": "analysis", "id": hashlib.sha256(content).hexdigest()}
    exchange.answer(json.dumps({"data": analysis}).encode())


def _slow_to_take(exchange: Exchange, number: int) -> None:
    if exchange.method == "POST":
        time.sleep(0.7)  # the file shrinks meanwhile
    _take_upload(exchange, number)


def _closed_after(exchange: Exchange, number: int) -> None:
    """Close each connection after its first answer, without having said so."""
    if exchange.method == "POST":
        _take_comment(exchange, number)
    else:
        exchange.answer(_report())
    exchange.close()


def _take_comment(exchange: Exchange, number: int) -> None:
    document = json.loads(exchange.body())
    with _LOCK:
        exchange.state.writes.append(document["data"]["attributes"]["text"])
    made = sample("comment/comment.json")
    exchange.send(_whole(json.dumps(made).encode()))


def _written_then_reset(exchange: Exchange, number: int) -> None:
    document = json.loads(exchange.body())
    with _LOCK:
        exchange.state.writes.append(document["data"]["attributes"]["text"])
    if number == 1:
        exchange.reset()
    exchange.send(_whole(json.dumps(sample("comment/comment.json")).encode()))


def _busy_for_writes(exchange: Exchange, number: int) -> None:
    if number == 1:
        exchange.answer(_error("TooManyRequestsError"), status="429 Too Many Requests")
    else:
        _take_comment(exchange, number)


def _tricked(exchange: Exchange, number: int) -> None:
    if "/files/" in exchange.target:
        exchange.answer(_error("NotFoundError"), status="404 Not Found")
    else:  # the id led to another object
        exchange.answer(_report(99))


_NAN = _report("NAN").replace(b'"NAN"', b"NaN")
_DEEP = _report().replace(
    b'"attributes": {', b'"attributes": {"deep": ' + b"[" * 100_000 + b"]" * 100_000 + b", ", 1
)
_CUT = _report()[:-2000]

FAULTS: dict[str, _Fault] = {
    "429-after": _first(
        1, _error("TooManyRequestsError"), "Retry-After: 1", status="429 Too Many Requests"
    ),
    "429": _first(1, _error("TooManyRequestsError"), status="429 Too Many Requests"),
    "quota": _always(_error("QuotaExceededError"), status="429 Too Many Requests"),
    "503-twice": _first(2, _error("TransientError"), status="503 Service Unavailable"),
    "reset-before": _bytes_first(b"", reset=True),
    "reset-within": _bytes_first(_whole(_report())[:6000], reset=True),
    "cut-json": _always(_CUT),
    "no-body": _always(b""),
    "length-long": _bytes_first(_whole(_report(), length=len(_report()) + 100)),
    "length-short": _bytes_first(_whole(_report(), length=len(_report()) - 50), close=False),
    "cut-chunks": _bytes_first(
        b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n"
        b"1000\r\n" + _report()[:0x1000] + b"\r\n"
    ),
    "html-502": _always(_HTML, "Content-Type: text/html", status="502 Bad Gateway"),
    "html-200": _always(_HTML, "Content-Type: text/html"),
    "stall-before": _stall_before,
    "stall-within": _stall_within,
    "drip": _drip,
    "drip-headers": _drip_of_headers,
    "closed": _closed_after,
    "closed-write": _closed_after,
    "written-reset": _written_then_reset,
    "429-write": _busy_for_writes,
    "redirect-loop": _redirect_loop,
    "redirect-foreign": _redirect_elsewhere,
    "upload-foreign": _foreign_upload,
    "cursor": _always(_comments(cursor="again")),
    "path": _tricked,
    "bomb": lambda exchange, number: exchange.answer(_bomb(), "Content-Encoding: gzip"),
    "endless-body": _endless_body,
    "deep": _always(_DEEP),
    "nan": _always(_NAN),
    "bad-utf8": _always(_comments(b"caf\xe9")),
    "charset": _always(
        _comments("café".encode()), "Content-Type: application/json; charset=latin-1"
    ),
    "two-types": _always(
        _report(), "Content-Type: application/json", "Content-Type: text/html; charset=utf-16"
    ),
    "two-lengths": lambda exchange, number: exchange.send(
        _whole(_report(), f"Content-Length: {len(_report()) - 50}")
    ),
    "empty-file": _take_upload,
    "missing-file": _take_upload,
    "shrinking-file": _slow_to_take,
}


# --- serving -------------------------------------------------------------------------------------


def _serve(connection: socket.socket, ports: tuple[int, int], *, foreign: bool) -> None:
    exchange = Exchange(connection)
    with connection:
        try:
            while True:
                exchange.next_request()
                _, row, client, *_ = f"{exchange.target}//".split("/", 3)
                if row == "state":
                    _, _, row, client, *_ = exchange.target.split("/")
                    state: dict[str, Any] = vars(_STATES[f"{row}/{client}"])
                    exchange.answer(json.dumps(state).encode())
                    continue
                exchange.place = f"{row}/{client}"
                # By another name, so that no client takes it for the same host.
                exchange.foreign = f"http://localhost:{ports[1]}/{exchange.place}"
                with _LOCK:
                    exchange.state.requests += 1
                    number = exchange.state.requests
                    if foreign and KEY in exchange.head:
                        exchange.state.leaked = True
                if not foreign:
                    FAULTS[row](exchange, number)
                elif exchange.method == "POST":
                    _take_upload(exchange, number)
                else:
                    exchange.answer(_report())
        except (Gone, OSError):
            pass


def _accept(listening: socket.socket, ports: tuple[int, int], *, foreign: bool) -> None:
    while True:
        connection, _ = listening.accept()
        connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        work = partial(_serve, connection, ports, foreign=foreign)
        threading.Thread(target=work, daemon=True).start()


def main() -> None:
    listening = [socket.create_server(("127.0.0.1", 0), backlog=128) for _ in range(2)]
    ports = (listening[0].getsockname()[1], listening[1].getsockname()[1])
    _bomb()
    for place, one in enumerate(listening):
        work = partial(_accept, one, ports, foreign=place == 1)
        threading.Thread(target=work, daemon=True).start()
    print(*ports, flush=True)
    sys.stdin.read()
    os._exit(0)


if __name__ == "__main__":
    main()
