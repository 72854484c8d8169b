"""The clients that are measured and tested side by side, each doing the same jobs in its own way.

    python scripts/_bench_clients.py CLIENT JOB URL FOLDER

Runs a job for each line that it reads and prints what it took, as JSON. It is run by the
interpreter of the other clients, or by the project's own for vt_sdk, so it imports nothing of
either before it knows which. Every job gives a number that is the same for all clients.
"""

import asyncio
import hashlib
import importlib
import json
import os
import resource
import sys
import time
from abc import ABC, abstractmethod
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

SHA256 = "275a021bbfb6489e54d471899f7db9d1663fc695ec2fe2a2c4538aabf651fd0f"
KEY = "k3y" + "0123456789abcdef" * 3 + "SECRET"

REPORTS = 120
PARALLEL = 400
AT_ONCE = 32
MANY = 2_000
COMMENTS_PER_PAGE = 40

_CHUNK = 1 << 18
_MOVED = 66_000_000


class Jobs(ABC):
    """What is measured. `url` is the service, without `/api/v3`."""

    def __init__(self, url: str, folder: str = ".", seconds: float = 30) -> None:
        self.url = url
        self.api = f"{url}/api/v3"
        self.seconds = seconds
        self.folder = Path(folder)
        self.open()

    @abstractmethod
    def open(self) -> None:
        """Make what the library keeps between calls."""

    @abstractmethod
    def reports(self) -> int: ...

    @abstractmethod
    def comments(self) -> int: ...

    @abstractmethod
    def hits(self) -> int: ...

    @abstractmethod
    def send_file(self, path: Path) -> Any:
        """Upload a file and give the id of its analysis."""

    @abstractmethod
    def receive_file(self, file_id: str, path: Path) -> object:
        """Download a file."""

    def upload(self) -> int:
        path = self.folder / "content"
        return sum(len(self.send_file(path)) for _ in self._repeated(path))

    def download(self) -> int:
        target = self.folder / f"{type(self).__name__}.{os.getpid()}"
        size = 0
        for _ in self._repeated(self.folder / "content"):
            self.receive_file((self.folder / "sha256").read_text(), target)
            size += target.stat().st_size
            target.unlink()
        return size

    def _repeated(self, path: Path) -> range:
        # Small ones as often as it takes to be measured.
        return range(max(1, _MOVED // path.stat().st_size))


class Client(Jobs):
    """A client as its users write programs with it."""

    def __init__(self, url: str, folder: str = ".", seconds: float = 30) -> None:
        self._pool = ThreadPoolExecutor(AT_ONCE)
        super().__init__(url, folder, seconds)

    @abstractmethod
    def report(self, file_id: str) -> Any:
        """Return how many engines found a file malicious."""

    @abstractmethod
    def texts(self, file_id: str) -> Iterator[str]:
        """Return the texts of all comments on a file."""

    @abstractmethod
    def found(self, file_id: str) -> Iterator[tuple[str, int]]:
        """Return the id of all related objects, and how many engines found each malicious."""

    @abstractmethod
    def comment(self, file_id: str, text: str) -> Any:
        """Comment on a file and give the id of the comment."""

    def reports(self) -> int:
        return sum(self.report(SHA256) for _ in range(REPORTS))

    def parallel(self) -> int:
        return sum(self._pool.map(self.report, [SHA256] * PARALLEL))

    def comments(self) -> int:
        return sum(len(text) for text in self.texts(SHA256))

    def hits(self) -> int:
        return sum(len(id_) + malicious for id_, malicious in self.found(SHA256))


class VtSdk(Client):
    def open(self) -> None:
        vt_sdk = importlib.import_module("vt_sdk")
        self.vt = vt_sdk.VirusTotal(
            KEY,
            base_url=self.api,
            timeout=(self.seconds, self.seconds),
            retry=vt_sdk.RetryPolicy(base_s=0.01),
        )

    def report(self, file_id: str) -> Any:
        return self.vt.files.get_report(file_id).stats.malicious

    def texts(self, file_id: str) -> Iterator[str]:
        page = self.vt.files.get_comments(file_id, limit=COMMENTS_PER_PAGE)
        return (comment.attributes.text for comment in page.iter_all())

    def found(self, file_id: str) -> Iterator[tuple[str, int]]:
        page = self.vt.files.get_relationship(file_id, "dropped_files", limit=COMMENTS_PER_PAGE)
        return ((item.id, item.stats.malicious) for item in page.iter_all())

    def send_file(self, path: Path) -> Any:
        return self.vt.files.upload(path).id

    def receive_file(self, file_id: str, path: Path) -> object:
        return self.vt.files.download(file_id, path)

    def comment(self, file_id: str, text: str) -> Any:
        return self.vt.files.put_comments(file_id, text).id


class Decoded(Client):
    """What clients have in common that give decoded JSON, whose users follow cursors."""

    @abstractmethod
    def listing(self, file_id: str, name: str, cursor: str) -> Any:
        """Return a page; the first one for an empty cursor."""

    def _items(self, file_id: str, name: str) -> Iterator[Any]:
        cursor = ""
        while True:
            page = self.listing(file_id, name, cursor)
            yield from page["data"]
            cursor = page["meta"].get("cursor")
            if not cursor:
                return

    def texts(self, file_id: str) -> Iterator[str]:
        return (item["attributes"]["text"] for item in self._items(file_id, "comments"))

    def found(self, file_id: str) -> Iterator[tuple[str, int]]:
        return (
            (item["id"], item["attributes"]["last_analysis_stats"]["malicious"])
            for item in self._items(file_id, "dropped_files")
        )


class Getting(Decoded):
    """What clients have in common that take paths."""

    @abstractmethod
    def get(self, path: str, **params: Any) -> Any:
        """Return the decoded answer to a request below `/api/v3/`."""

    def listing(self, file_id: str, name: str, cursor: str) -> Any:
        params = {"limit": COMMENTS_PER_PAGE, **({"cursor": cursor} if cursor else {})}
        return self.get(f"files/{file_id}/{name}", **params)

    def report(self, file_id: str) -> Any:
        decoded = self.get(f"files/{file_id}")
        return decoded["data"]["attributes"]["last_analysis_stats"]["malicious"]


class NotOK(Exception):
    """The caller saw a status that is not 200, as the documentation of vtapi3 tells to look."""


class Vtapi3(Decoded):
    def open(self) -> None:
        vtapi3 = importlib.import_module("vtapi3")
        self.files = vtapi3.VirusTotalAPIFiles(KEY, timeout=(self.seconds, self.seconds))
        self.files.base_url = self.api

    def _decoded(self, answer: bytes) -> Any:
        # Threads that share the object share the status too; there is no other way to it.
        status = self.files.get_last_http_error()
        if status not in (None, self.files.HTTP_OK):
            raise NotOK(f"status {status}")
        return json.loads(answer)

    def report(self, file_id: str) -> Any:
        decoded = self._decoded(self.files.get_report(file_id))
        return decoded["data"]["attributes"]["last_analysis_stats"]["malicious"]

    def listing(self, file_id: str, name: str, cursor: str) -> Any:
        arguments = (COMMENTS_PER_PAGE, cursor or '""')
        if name == "comments":
            return self._decoded(self.files.get_comments(file_id, *arguments))
        return self._decoded(self.files.get_relationship(file_id, f"/{name}", *arguments))

    def send_file(self, path: Path) -> Any:
        return self._decoded(self.files.upload(str(path)))["data"]["id"]

    # The only download that it has is the traffic of a sandbox.
    def receive_file(self, file_id: str, path: Path) -> object:
        return path.write_bytes(self.files.get_behaviours(f"{file_id}_sandbox"))

    def comment(self, file_id: str, text: str) -> Any:
        return self._decoded(self.files.put_comments(file_id, text))["data"]["id"]


def _comment(text: str) -> dict[str, Any]:
    return {"data": {"type": "comment", "attributes": {"text": text}}}


class VirustotalPython(Getting):
    def open(self) -> None:
        library = importlib.import_module("virustotal_python")
        self.vt = library.Virustotal(KEY, TIMEOUT=(self.seconds, self.seconds))
        self.vt.BASEURL = f"{self.api}/"

    def get(self, path: str, **params: Any) -> Any:
        return self.vt.request(path, params=params).json()

    def send_file(self, path: Path) -> Any:
        with path.open("rb") as stream:
            form = {"file": (path.name, stream)}
            large = path.stat().st_size > 32_000_000
            to = self.vt.request("files/upload_url").data if large else "files"
            sent = self.vt.request(to, files=form, method="POST", large_file=large)
        return sent.data["id"]

    def receive_file(self, file_id: str, path: Path) -> object:
        answer = self.vt.request(f"files/{file_id}/download")
        return path.write_bytes(answer.requests_response.content)

    def comment(self, file_id: str, text: str) -> Any:
        path = f"files/{file_id}/comments"
        return self.vt.request(path, json=_comment(text), method="POST").data["id"]


class VtPy(Client):
    def open(self) -> None:
        vt = importlib.import_module("vt")

        def client() -> Any:
            return vt.Client(KEY, host=self.url, timeout=self.seconds)

        self.client = client()
        # A client belongs to the event loop of one thread, so each thread needs its own.
        self._new = client
        self._local = importlib.import_module("threading").local()

    def report(self, file_id: str) -> Any:
        return self.client.get_object("/files/{}", file_id).last_analysis_stats["malicious"]

    def parallel(self) -> int:
        def work(_: object) -> Any:
            client = getattr(self._local, "client", None)
            if client is None:
                client = self._local.client = self._new()
            return client.get_object("/files/{}", SHA256).last_analysis_stats["malicious"]

        return sum(self._pool.map(work, range(PARALLEL)))

    def _all(self, file_id: str, name: str) -> Any:
        return self.client.iterator(f"/files/{{}}/{name}", file_id, batch_size=COMMENTS_PER_PAGE)

    def texts(self, file_id: str) -> Iterator[str]:
        return (comment.text for comment in self._all(file_id, "comments"))

    def found(self, file_id: str) -> Iterator[tuple[str, int]]:
        listed = self._all(file_id, "dropped_files")
        return ((item.id, item.last_analysis_stats["malicious"]) for item in listed)

    def send_file(self, path: Path) -> Any:
        with path.open("rb") as stream:
            return self.client.scan_file(stream).id

    def receive_file(self, file_id: str, path: Path) -> object:
        with path.open("wb") as stream:
            return self.client.download_file(file_id, stream)

    def comment(self, file_id: str, text: str) -> Any:
        made = importlib.import_module("vt").Object("comment")
        made.text = text
        return self.client.post_object("/files/{}/comments", file_id, obj=made).id


class _Async(Jobs):
    """What clients have in common that run in an event loop."""

    def __init__(self, url: str, folder: str = ".", seconds: float = 30) -> None:
        self.loop = asyncio.new_event_loop()
        asyncio.set_event_loop(self.loop)
        super().__init__(url, folder, seconds)

    @abstractmethod
    async def one(self) -> Any:
        """Return how many engines found a file malicious."""

    @abstractmethod
    def items(self, name: str) -> AsyncIterator[tuple[str, int]]:
        """Return of a listing what is counted: text or id, and the verdict."""

    @abstractmethod
    async def send(self, path: Path) -> Any: ...

    @abstractmethod
    async def receive(self, file_id: str, path: Path) -> object: ...

    def _run(self, work: Awaitable[Any]) -> Any:
        return self.loop.run_until_complete(work)

    def reports(self) -> int:
        async def work() -> int:
            return sum([await self.one() for _ in range(REPORTS)])

        return int(self._run(work()))

    def parallel(self) -> int:
        async def work() -> int:
            room = asyncio.Semaphore(AT_ONCE)

            async def bounded() -> Any:
                async with room:
                    return await self.one()

            return sum(await asyncio.gather(*(bounded() for _ in range(PARALLEL))))

        return int(self._run(work()))

    def many(self) -> int:
        """Look up all at once; how many connections that takes is the client's affair."""

        async def work() -> int:
            return sum(await asyncio.gather(*(self.one() for _ in range(MANY))))

        return int(self._run(work()))

    def _sum(self, name: str) -> int:
        async def work() -> int:
            return sum([len(text) + verdict async for text, verdict in self.items(name)])

        return int(self._run(work()))

    def comments(self) -> int:
        return self._sum("comments")

    def hits(self) -> int:
        return self._sum("dropped_files")

    def send_file(self, path: Path) -> Any:
        return self._run(self.send(path))

    def receive_file(self, file_id: str, path: Path) -> object:
        return self._run(self.receive(file_id, path))


class VtPyAsync(_Async):
    def open(self) -> None:
        vt = importlib.import_module("vt")
        self.client = vt.Client(KEY, host=self.url, timeout=self.seconds)

    async def one(self) -> Any:
        found = await self.client.get_object_async("/files/{}", SHA256)
        return found.last_analysis_stats["malicious"]

    async def items(self, name: str) -> AsyncIterator[tuple[str, int]]:
        path = f"/files/{{}}/{name}"
        listed = self.client.iterator(path, SHA256, batch_size=COMMENTS_PER_PAGE)
        async for item in listed:
            if name == "comments":
                yield item.text, 0
            else:
                yield item.id, item.last_analysis_stats["malicious"]

    async def send(self, path: Path) -> Any:
        with path.open("rb") as stream:
            return (await self.client.scan_file_async(stream)).id

    async def receive(self, file_id: str, path: Path) -> object:
        with path.open("wb") as stream:
            return await self.client.download_file_async(file_id, stream)


class Requests(Getting):
    def open(self) -> None:
        self.session = importlib.import_module("requests").Session()
        self.session.headers["x-apikey"] = KEY

    def get(self, path: str, **params: Any) -> Any:
        answer = self.session.get(f"{self.api}/{path}", params=params, timeout=self.seconds)
        return json.loads(answer.content)

    def send_file(self, path: Path) -> Any:
        to = self.get("files/upload_url")["data"]
        with path.open("rb") as stream:
            answer = self.session.post(to, files={"file": (path.name, stream)})
        return json.loads(answer.content)["data"]["id"]

    def receive_file(self, file_id: str, path: Path) -> object:
        address = f"{self.api}/files/{file_id}/download"
        with self.session.get(address, stream=True) as answer, path.open("wb") as stream:
            for chunk in answer.iter_content(_CHUNK):
                stream.write(chunk)
        return None

    def comment(self, file_id: str, text: str) -> Any:
        address = f"{self.api}/files/{file_id}/comments"
        return self.session.post(address, json=_comment(text)).json()["data"]["id"]


class RequestsHashing(Requests):
    """Checks what it downloads, as vt_sdk does."""

    def receive_file(self, file_id: str, path: Path) -> object:
        address = f"{self.api}/files/{file_id}/download"
        digest = hashlib.sha256()
        with self.session.get(address, stream=True) as answer, path.open("wb") as stream:
            for chunk in answer.iter_content(_CHUNK):
                stream.write(chunk)
                digest.update(chunk)
        assert digest.hexdigest() == file_id
        return None


class Urllib3(Getting):
    def open(self) -> None:
        self.pool = importlib.import_module("urllib3").PoolManager(
            maxsize=AT_ONCE, headers={"x-apikey": KEY}
        )

    def get(self, path: str, **params: Any) -> Any:
        answer = self.pool.request("GET", f"{self.api}/{path}", fields=params)
        return json.loads(answer.data)

    def send_file(self, path: Path) -> Any:
        to = self.get("files/upload_url")["data"]
        answer = self.pool.request("POST", to, fields={"file": (path.name, path.read_bytes())})
        return json.loads(answer.data)["data"]["id"]

    def receive_file(self, file_id: str, path: Path) -> object:
        address = f"{self.api}/files/{file_id}/download"
        answer = self.pool.request("GET", address, preload_content=False)
        with path.open("wb") as stream:
            for chunk in answer.stream(_CHUNK):
                stream.write(chunk)
        answer.release_conn()
        return None

    def comment(self, file_id: str, text: str) -> Any:
        address = f"{self.api}/files/{file_id}/comments"
        return self.pool.request("POST", address, json=_comment(text)).json()["data"]["id"]


class Aiohttp(_Async):
    def open(self) -> None:
        self.aiohttp = importlib.import_module("aiohttp")

        async def session() -> Any:
            return self.aiohttp.ClientSession(headers={"x-apikey": KEY})

        self.session = self._run(session())

    async def get(self, path: str, **params: Any) -> Any:
        async with self.session.get(f"{self.api}/{path}", params=params) as answer:
            return json.loads(await answer.read())

    async def one(self) -> Any:
        data = (await self.get(f"files/{SHA256}"))["data"]
        return data["attributes"]["last_analysis_stats"]["malicious"]

    async def items(self, name: str) -> AsyncIterator[tuple[str, int]]:
        cursor: dict[str, str] = {}
        while True:
            page = await self.get(f"files/{SHA256}/{name}", limit=COMMENTS_PER_PAGE, **cursor)
            for item in page["data"]:
                attributes = item["attributes"]
                if name == "comments":
                    yield attributes["text"], 0
                else:
                    yield item["id"], attributes["last_analysis_stats"]["malicious"]
            if "cursor" not in page["meta"]:
                return
            cursor = {"cursor": page["meta"]["cursor"]}

    async def send(self, path: Path) -> Any:
        to = (await self.get("files/upload_url"))["data"]
        with path.open("rb") as stream:
            form = self.aiohttp.FormData()
            form.add_field("file", stream, filename=path.name)
            async with self.session.post(to, data=form) as answer:
                return json.loads(await answer.read())["data"]["id"]

    async def receive(self, file_id: str, path: Path) -> object:
        address = f"{self.api}/files/{file_id}/download"
        async with self.session.get(address) as answer:
            with path.open("wb") as stream:
                async for chunk in answer.content.iter_chunked(_CHUNK):
                    stream.write(chunk)
        return None


class AiohttpHashing(Aiohttp):
    """Checks what it downloads, as vt_sdk does."""

    async def receive(self, file_id: str, path: Path) -> object:
        address = f"{self.api}/files/{file_id}/download"
        digest = hashlib.sha256()
        async with self.session.get(address) as answer:
            with path.open("wb") as stream:
                async for chunk in answer.content.iter_chunked(_CHUNK):
                    stream.write(chunk)
                    digest.update(chunk)
        assert digest.hexdigest() == file_id
        return None


class VtSdkAsync(_Async):
    def open(self) -> None:
        vt_sdk = importlib.import_module("vt_sdk")
        self.vt = vt_sdk.AsyncVirusTotal(
            KEY,
            base_url=self.api,
            timeout=(self.seconds, self.seconds),
            retry=vt_sdk.RetryPolicy(base_s=0.01),
        )

    async def one(self) -> Any:
        return (await self.vt.files.get_report(SHA256)).stats.malicious

    async def items(self, name: str) -> AsyncIterator[tuple[str, int]]:
        files = self.vt.files
        if name == "comments":
            page = await files.get_comments(SHA256, limit=COMMENTS_PER_PAGE)
            async for comment in page.iter_all():
                yield comment.attributes.text, 0
        else:
            page = await files.get_relationship(SHA256, name, limit=COMMENTS_PER_PAGE)
            async for item in page.iter_all():
                yield item.id, item.stats.malicious

    async def send(self, path: Path) -> Any:
        return (await self.vt.files.upload(path)).id

    async def receive(self, file_id: str, path: Path) -> object:
        return await self.vt.files.download(file_id, path)


class RawSocket(Jobs):
    """No client at all: what the server and the sockets take."""

    def open(self) -> None:
        socket = importlib.import_module("socket")
        parts = urlsplit(self.url)
        self.socket = socket.create_connection((parts.hostname, parts.port))
        self.socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self._buffer = bytearray(_CHUNK)

    def _receive(self, take: Callable[[memoryview], object]) -> int:
        """Take the body of an answer and give the first cursor in its last piece."""
        view = memoryview(self._buffer)
        have = self.socket.recv_into(view)
        head = bytes(view[:have]).partition(b"\r\n\r\n")[0]
        length = int(head.partition(b"Content-Length: ")[2].partition(b"\r\n")[0])
        start = len(head) + 4
        take(view[start:have])
        left = length - (have - start)
        while left > 0:
            have = self.socket.recv_into(view)
            take(view[:have])
            left -= have
        return length

    def _get(self, path: str, take: Callable[[memoryview], object] = len) -> int:
        self.socket.sendall(f"GET {path} HTTP/1.1\r\nHost: x\r\n\r\n".encode())
        return self._receive(take)

    def reports(self) -> int:
        for _ in range(REPORTS):
            self._get(f"/api/v3/files/{SHA256}")
        return 0

    def comments(self) -> int:
        for page in range(100):
            self._get(f"/api/v3/files/{SHA256}/comments?cursor={page}")
        return 0

    def hits(self) -> int:
        for page in range(10):
            self._get(f"/api/v3/files/{SHA256}/dropped_files?cursor={page}")
        return 0

    def send_file(self, path: Path) -> str:
        head = f"POST /upload HTTP/1.1\r\nHost: x\r\nContent-Length: {path.stat().st_size}\r\n\r\n"
        self.socket.sendall(head.encode())
        view = memoryview(self._buffer)
        with path.open("rb", buffering=0) as stream:
            while size := stream.readinto(view):
                self.socket.sendall(view[:size])
        self._receive(len)
        return ""

    def receive_file(self, file_id: str, path: Path) -> object:
        with path.open("wb") as stream:
            return self._get(f"/api/v3/files/{file_id}/download", stream.write)


CLIENTS: dict[str, type[Jobs]] = {
    "vt_sdk": VtSdk,
    "vt_sdk async": VtSdkAsync,
    "vt-py": VtPy,
    "vt-py async": VtPyAsync,
    "vtapi3": Vtapi3,
    "virustotal-python": VirustotalPython,
    "requests": Requests,
    "requests + SHA-256": RequestsHashing,
    "urllib3": Urllib3,
    "aiohttp": Aiohttp,
    "aiohttp + SHA-256": AiohttpHashing,
    "raw socket": RawSocket,
}


def peak_rss() -> float:
    """Return the highest memory of this process so far, in MB."""
    try:
        # Unlike the counter of the system it does not start with what the parent process held.
        status = Path("/proc/self/status").read_text("ascii")
        return int(status.partition("VmHWM:")[2].split()[0]) / 1024
    except OSError:
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 2**20


def main(name: str, job: str, url: str, folder: str) -> None:
    client = CLIENTS[name](url, folder)
    work: Callable[[], int] = getattr(client, job)
    for _ in sys.stdin:
        wall, cpu = time.perf_counter(), time.process_time()
        result = work()
        taken = {
            "result": result,
            "cpu": time.process_time() - cpu,
            "wall": time.perf_counter() - wall,
            "rss": peak_rss(),
        }
        print(json.dumps(taken), flush=True)
    # Event loops and connections of the other clients complain if they are left to the end.
    os._exit(0)


if __name__ == "__main__":
    main(*sys.argv[1:])
