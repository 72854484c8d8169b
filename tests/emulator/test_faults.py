"""Faults on demand."""

import asyncio
import time
from typing import Any

import pytest
import requests
from starlette.types import Message, Scope

from vt_sdk.emulator.app import make_app
from vt_sdk.emulator.faults import FaultQueue

from .support import EICAR, Api

FILE = f"/files/{EICAR}"


def test_fault_has_status_code_and_time_and_passes(api: Api) -> None:
    api.emulator.fail_next(429, "TooManyRequestsError", retry_after=7, times=2)
    for _ in range(2):
        response = api.call("GET", FILE)
        assert response.status_code == 429
        assert response.headers["retry-after"] == "7"
        assert response.json()["error"]["code"] == "TooManyRequestsError"
    api.get(FILE)


@pytest.mark.parametrize(
    ("status", "code"),
    [(400, "BadRequestError"), (503, "TransientError"), (504, "DeadlineExceededError")],
)
def test_code_follows_from_the_status(api: Api, status: int, code: str) -> None:
    api.emulator.fail_next(status, message="On purpose")
    error = api.expect(status, "GET", FILE)["error"]
    assert error == {"code": code, "message": "On purpose"}


def test_gateway_answers_with_a_page(api: Api) -> None:
    api.emulator.fail_next(502, html=True)
    response = api.call("GET", FILE)
    assert response.status_code == 502
    assert response.headers["content-type"].startswith("text/html")


def test_body_is_cut(api: Api) -> None:
    api.emulator.fail_next(cut_body=True)
    with pytest.raises(requests.exceptions.ChunkedEncodingError):
        api.call("GET", FILE)
    assert api.emulator.calls[-1].status == 0
    api.get(FILE)


def test_download_is_cut(api: Api) -> None:
    address = api.get(f"{FILE}/download_url", key=api.emulator.premium_key)["data"]
    api.emulator.fail_next(cut_body=True, path="/storage")
    with pytest.raises(requests.exceptions.ChunkedEncodingError):
        requests.get(address, timeout=30)


def test_latency_delays_an_answer(api: Api) -> None:
    api.emulator.fail_next(latency=0.3)
    begin = time.monotonic()
    api.get(FILE)
    assert time.monotonic() - begin >= 0.3


def test_fault_waits_for_its_path_and_upload_gets_its_answer(api: Api) -> None:
    api.emulator.fail_next(503, path="/api/v3/files/upload_url")
    api.emulator.fail_next(503, path="/upload/")
    api.get(FILE)
    assert api.error(503, "GET", "/files/upload_url") == "TransientError"
    address = api.get("/files/upload_url")["data"]
    form = {"file": ("big", bytes(5_000_000))}
    assert api.error(503, "POST", address, files=form) == "TransientError"
    # The fault came before the token was used.
    api.post(address, files=form)


def test_faults_can_be_set_over_the_wire(api: Api) -> None:
    control = f"{api.emulator.url}/_emulator/faults"
    api.post(control, json={"status": 503, "retry_after": "1", "times": 5}, key=None)
    assert api.call("GET", FILE).headers["retry-after"] == "1"
    api.expect(200, "DELETE", control, key=None)
    api.get(FILE)


@pytest.mark.parametrize(
    "fault",
    [
        {"statis": 1},
        [],
        {"status": "503"},
        {"times": True},
        {"html": 1},
        {"status": 99},
        {"times": 0},
    ],
)
def test_fault_over_the_wire_must_be_one(api: Api, fault: Any) -> None:
    control = f"{api.emulator.url}/_emulator/faults"
    assert api.error(400, "POST", control, json=fault) == "InvalidArgumentError"


@pytest.mark.parametrize("method", ["POST", "DELETE"])
def test_faults_are_not_for_strangers(api: Api, method: str) -> None:
    app = make_app(api.emulator._running, FaultQueue(), lambda *call: None)
    sent: list[Message] = []

    async def receive() -> Message:
        return {"type": "http.request", "body": b'{"status": 503}', "more_body": False}

    async def send(message: Message) -> None:
        sent.append(message)

    async def ask() -> None:
        await app(scope, receive, send)

    path = "/_emulator/faults"
    scope: Scope = {
        "type": "http",
        "method": method,
        "scheme": "http",
        "path": path,
        "raw_path": path.encode(),
        "query_string": b"",
        "headers": [],
        "client": ("192.0.2.1", 1234),
        "server": ("192.0.2.2", 80),
    }
    asyncio.run(ask())
    assert sent[0]["status"] == 403
