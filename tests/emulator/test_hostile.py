"""What nobody well-meaning sends: it costs little, reaches nothing and leaves nothing."""

import os
import signal
import subprocess
import sys
import time
import tracemalloc
from collections.abc import Iterator
from pathlib import Path

import pytest
import requests

from vt_sdk.emulator import Emulator

from .support import EICAR, Api

SECONDS = 30


@pytest.mark.parametrize(
    "query",
    [
        "(" * 10_000,
        "(" * 10_000 + "a" + ")" * 10_000,
        "NOT " * 10_000 + "a",
        "- " * 10_000 + "a",
        "(NOT " * 60 + "a" + ")" * 60,
    ],
    ids=lambda query: str(query)[:9],
)
def test_search_that_is_nested_without_end_is_refused(api: Api, query: str) -> None:
    # By the header too many bytes would come; a URL of so many is taken by the server alone.
    code = api.error(
        400, "GET", "/intelligence/search", params={"query": query[:60_000]}, key=_premium(api)
    )
    assert code == "BadRequestError"


def test_search_of_some_depth_is_answered(api: Api) -> None:
    query = "(" * 20 + "NOT NOT eicar" + ")" * 20
    found = api.get("/intelligence/search", params={"query": query}, key=_premium(api))["data"]
    assert EICAR in [each["id"] for each in found]


def test_search_of_many_stars_takes_no_time(api: Api) -> None:
    query = f"name:{'*a' * 40}*b"
    api.get("/intelligence/search", params={"query": query}, key=_premium(api))


def _premium(api: Api) -> str:
    return api.emulator.premium_key


def _pieces(first: bytes, megabytes: int) -> Iterator[bytes]:
    yield first
    for _ in range(megabytes):
        yield b"x" * (1 << 20)


@pytest.mark.slow
@pytest.mark.parametrize(
    ("path", "kind", "first"),
    [
        ("/urls", "application/x-www-form-urlencoded", b"url="),
        ("/domains/example.com/comments", "application/json", b'{"data": "'),
        ("/_emulator/faults", "application/json", b'{"message": "'),
        ("/files", "multipart/form-data; boundary=B", b'--B\r\nContent-Disposition: "'),
    ],
)
def test_body_without_end_is_held_in_no_memory(
    api: Api, path: str, kind: str, first: bytes
) -> None:
    base = api.emulator.url if path.startswith("/_") else api.emulator.base_url
    tracemalloc.start()
    try:
        response = requests.post(
            f"{base}{path}",
            data=_pieces(first, 100),
            headers={"content-type": kind, "x-apikey": api.emulator.api_key},
            timeout=SECONDS,
        )
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert response.status_code in (400, 413)
    assert peak < 60 << 20


@pytest.mark.parametrize(
    "header",
    [{"Origin": "http://evil.example"}, {"Origin": "null"}, {"Sec-Fetch-Site": "same-origin"}],
)
@pytest.mark.parametrize(
    ("method", "path"), [("POST", "faults"), ("DELETE", "faults"), ("POST", "objects")]
)
def test_control_routes_do_not_answer_web_pages(
    api: Api, method: str, path: str, header: dict[str, str]
) -> None:
    address = f"{api.emulator.url}/_emulator/{path}"
    assert api.error(403, method, address, headers=header, json={"status": 503}) == "ForbiddenError"
    api.get("/domains/example.com")


@pytest.mark.parametrize("sent", ["own", "other", "none", "unknown"])
def test_no_key_stands_in_recorded_calls(api: Api, sent: str) -> None:
    emulator = api.emulator
    named = emulator.premium_key
    key = {"own": named, "other": emulator.api_key, "none": None, "unknown": "f" * 64}[sent]
    spelt = named.replace(named[0], f"%{ord(named[0]):x}", 1)
    for text in (named, spelt):
        api.call("GET", f"/users/{text}/overall_quotas?filter={text}&other=x", key=key)
    for call in emulator.calls:
        assert call.path == "/api/v3/users/{x-apikey}/overall_quotas"
        assert call.query == "filter={x-apikey}&other=x"


@pytest.mark.slow
def test_what_a_killed_emulator_has_left_is_removed(tmp_path: Path) -> None:
    database = tmp_path / "service.db"
    contents = Path(f"{database}.contents")
    program = f"""
import time
from vt_sdk.emulator import Emulator
kept, lost = Emulator({str(database)!r}).start(), Emulator().start()
print(kept.base_url, kept.api_key, lost._running.store.folder, flush=True)
time.sleep({SECONDS})
"""
    process = subprocess.Popen([sys.executable, "-c", program], stdout=subprocess.PIPE, text=True)
    with process:
        assert process.stdout is not None
        base_url, key, folder = process.stdout.readline().split()

        def body() -> Iterator[bytes]:
            yield b'--B\r\nContent-Disposition: form-data; name="file"; filename="a"\r\n\r\nabc'
            end = time.monotonic() + SECONDS
            while not list(contents.glob("incoming-*")):
                assert time.monotonic() < end
                time.sleep(0.01)
            os.kill(process.pid, signal.SIGKILL)
            process.wait(SECONDS)

        headers = {"content-type": "multipart/form-data; boundary=B", "x-apikey": key}
        with pytest.raises(requests.RequestException):
            requests.post(f"{base_url}/files", data=body(), headers=headers, timeout=SECONDS)
    assert list(contents.glob("incoming-*"))
    assert Path(folder).is_dir()
    # What is not left over by a process that is gone stays.
    running = contents / f"incoming-{os.getpid()}-0"
    running.touch()
    with Emulator(database), Emulator() as another:
        assert list(contents.glob("incoming-*")) == [running]
        assert not Path(folder).exists()
        assert another._running.store.folder.is_dir()
