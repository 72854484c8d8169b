"""A fast server on the loopback interface for measurements: precomputed bytes over asyncio.

    python3 scripts/_bench_server.py CONTENT

Prints its port, serves until its standard input ends, and needs nothing of HTTP beyond what the
clients send: requests one after another on each connection, bodies with a length or in chunks.
Answers are compressed for who takes that, as those of the service are. Bodies of uploads are
counted, looked at and thrown away. `CONTENT` is the file that downloads give.
`/control` with `?latency=SECONDS` starts to count anew and delays each answer from then on;
without a query it tells the counts as JSON.
"""

import asyncio
import gzip
import json
import mmap
import re
import socket
import sys
import threading
import zlib
from collections.abc import Callable
from typing import NamedTuple
from urllib.parse import parse_qs, urlsplit

from _bench import SHA256, real_objects, report, sample

COMMENTS = 4_000
COMMENTS_PER_PAGE = 40
HITS = 3_000
HITS_PER_PAGE = 300
LARGEST_HIT = 60_000
REPORT_BYTES = 90_000

_PIECE = 1 << 18
_KEPT_BODY = 1 << 16


def answer(body: bytes, status: str = "200 OK", *lines: str) -> bytes:
    """Return a whole answer: head and body."""
    head = [
        f"HTTP/1.1 {status}",
        "Content-Type: application/json; charset=utf-8",
        f"Content-Length: {len(body)}",
        *lines,
    ]
    return "\r\n".join([*head, "", ""]).encode() + body


class Answer(NamedTuple):
    """A whole answer in both forms."""

    plain: bytes
    packed: bytes


def packed(body: bytes) -> Answer:
    """Return a whole answer for who takes it compressed, and for who does not."""
    return Answer(answer(body), answer(gzip.compress(body, 4), "200 OK", "Content-Encoding: gzip"))


class Connection(asyncio.BufferedProtocol):
    """One connection: takes requests, hands each to `serve`, which answers with `send`."""

    def __init__(self) -> None:
        self._buffer = memoryview(bytearray(_PIECE))
        self._head = b""
        self._left: int | None = None  # bytes of the body to come, None while a head comes
        self._chunked = b""
        self._body = b""
        self._paused = False
        self._rest = memoryview(b"")
        self.method = self.target = ""
        self.takes_packed = False
        self.received = self.checksum = 0

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        assert isinstance(transport, asyncio.Transport)
        self.transport = transport
        transport.set_write_buffer_limits(_PIECE)
        connection: socket.socket = transport.get_extra_info("socket")
        connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)

    def get_buffer(self, sizehint: int) -> memoryview:
        return self._buffer

    def buffer_updated(self, nbytes: int) -> None:
        if self._left is not None and nbytes < self._left and self.received > _KEPT_BODY:
            self._left -= nbytes  # the way of nearly all bytes of an upload
            self.received += nbytes
            # Without this it would be faster than any client, and than any service.
            self.checksum = zlib.crc32(self._buffer[:nbytes], self.checksum)
            return
        self._take(bytes(self._buffer[:nbytes]))

    def _take(self, data: bytes) -> None:
        while data:
            if self._left is None:
                self._head += data
                head, end, data = self._head.partition(b"\r\n\r\n")
                if not end:
                    return
                self._begin(head)
            elif self._left < 0:
                data = self._take_chunked(data)
            else:
                part, data = data[: self._left], data[self._left :]
                self._left -= len(part)
                self._keep(part)
            if self._left == 0:
                body, self._body, self._head, self._left = self._body, b"", b"", None
                self.serve(self.method, self.target, body)

    def _begin(self, head: bytes) -> None:
        line, _, fields = head.partition(b"\r\n")
        self.method, self.target, _ = line.decode("latin-1").split(" ", 2)
        length = re.search(rb"(?i)(?:^|\n)content-length: *(\d+)", fields)
        self._left = int(length[1]) if length else 0
        self.takes_packed = bool(re.search(rb"(?i)(?:^|\n)accept-encoding:[^\n]*gzip", fields))
        self.received = self.checksum = 0
        if re.search(rb"(?i)(?:^|\n)transfer-encoding: *chunked", fields):
            self._left, self._chunked = -1, b""

    def _take_chunked(self, data: bytes) -> bytes:
        self._chunked += data
        while (place := self._chunked.find(b"\r\n")) >= 0:
            size = int(self._chunked[:place], 16)
            end = place + 2 + size
            if len(self._chunked) < end + 2:
                break
            self._keep(self._chunked[place + 2 : end])
            self._chunked = self._chunked[end + 2 :]
            if size == 0:
                self._left = 0
                return self._chunked
        return b""

    def _keep(self, part: bytes) -> None:
        if self.received < _KEPT_BODY:
            self._body += part
        self.received += len(part)

    def serve(self, method: str, target: str, body: bytes) -> None:
        raise AssertionError("made by a subclass")

    def send(self, data: bytes | Answer) -> None:
        if isinstance(data, Answer):
            data = data.packed if self.takes_packed else data.plain
        if not self.transport.is_closing():
            self.transport.write(data)

    def stream(self, content: memoryview) -> None:
        """Send bytes as fast as they are taken."""
        while content and not self.transport.is_closing():
            if self._paused:
                self._rest = content
                return
            self.transport.write(content[:_PIECE])
            content = content[_PIECE:]

    def pause_writing(self) -> None:
        self._paused = True

    def resume_writing(self) -> None:
        self._paused = False
        rest, self._rest = self._rest, memoryview(b"")
        self.stream(rest)


def run(make: Callable[[], Connection]) -> None:
    """Serve on a port of its own, print it, and stop when the standard input ends."""

    async def main() -> None:
        loop = asyncio.get_running_loop()
        server = await loop.create_server(make, "127.0.0.1", 0, backlog=512)
        stopped = asyncio.Event()

        def wait_for_end() -> None:
            sys.stdin.read()
            loop.call_soon_threadsafe(stopped.set)

        threading.Thread(target=wait_for_end, daemon=True).start()
        print(server.sockets[0].getsockname()[1], flush=True)
        await stopped.wait()
        server.close()

    asyncio.run(main())


# --- what is measured ----------------------------------------------------------------------------


def _pages(items: list[object], size: int) -> list[Answer]:
    pages = []
    for start in range(0, len(items), size):
        meta: dict[str, object] = {"count": len(items)}
        if start + size < len(items):
            meta["cursor"] = str(start // size + 1)
        pages.append(
            packed(json.dumps({"data": items[start : start + size], "meta": meta}).encode())
        )
    return pages


def _comments() -> list[object]:
    one = sample("comment/comment.json")["data"]
    return [
        {
            **one,
            "id": f"f-{SHA256}-{number:08x}",
            "attributes": {**one["attributes"], "text": f"Comment {number}", "html": ""},
        }
        for number in range(COMMENTS)
    ]


def _hits() -> list[object]:
    """Return hits of a search: real reports of four kinds where they are at hand, else own ones."""
    kinds = ("file", "url", "domain", "ip_address")
    real = [item for kind in kinds for item in real_objects(kind)]
    documents = [item for item in real if len(json.dumps(item)) < LARGEST_HIT]
    if not documents:
        files = [json.loads(report(size))["data"] for size in (12_000, 15_000, 25_000)]
        documents = [*files, *(sample(f"{kind}/report.json")["data"] for kind in kinds[1:])]
    # The members of all objects of an answer come in the same order.
    documents = [dict(sorted(document.items())) for document in documents]
    return [documents[number % len(documents)] for number in range(HITS)]


class Counts:
    """What the server was told to do and has seen since."""

    def __init__(self) -> None:
        self.latency = 0.0
        self.period = 0
        self.connections = self.requests = self.received = 0


def main() -> None:
    with open(sys.argv[1], "rb") as stream:
        content = mmap.mmap(stream.fileno(), 0, access=mmap.ACCESS_READ)
    counts = Counts()
    file_report = packed(report(REPORT_BYTES))
    comments = _pages(_comments(), COMMENTS_PER_PAGE)
    hits = _pages(_hits(), HITS_PER_PAGE)
    queued = answer(json.dumps({"data": {"type": "analysis", "id": "bm90aGluZzox"}}).encode())
    download = (
        "HTTP/1.1 200 OK\r\nContent-Type: application/octet-stream\r\n"
        f"Content-Length: {len(content)}\r\n\r\n"
    ).encode()

    class Measured(Connection):
        period = -1  # in which it was counted last

        def serve(self, method: str, target: str, body: bytes) -> None:
            if target.startswith("/control"):
                self._control(target)
                return
            counts.requests += 1
            counts.received += self.received
            if self.period != counts.period:
                self.period = counts.period
                counts.connections += 1
            if counts.latency:
                loop = asyncio.get_running_loop()
                loop.call_later(counts.latency, self._answer, method, target)
            else:
                self._answer(method, target)

        def _control(self, target: str) -> None:
            wanted = parse_qs(urlsplit(target).query)
            told = json.dumps(vars(counts)).encode()
            if wanted:
                counts.connections = counts.requests = counts.received = 0
                counts.latency = float(wanted["latency"][0])
                counts.period += 1
            self.send(answer(told))

        def _answer(self, method: str, target: str) -> None:
            path, _, query = target.partition("?")
            cursor = re.search(r"cursor=(\d+)", query)
            page = int(cursor[1]) if cursor else 0
            if method == "POST":
                self.send(queued)
            elif path.endswith("/comments"):
                self.send(comments[page])
            elif path.endswith("/dropped_files"):
                self.send(hits[page])
            elif path.endswith("/upload_url"):
                port = self.transport.get_extra_info("sockname")[1]
                url = f"http://127.0.0.1:{port}/upload"
                self.send(answer(json.dumps({"data": url}).encode()))
            elif path.endswith(("/download", "/pcap")):
                self.send(download)
                self.stream(memoryview(content))
            else:
                self.send(file_report)

    run(Measured)


if __name__ == "__main__":
    main()
