"""A transport of one's own: the example of the documentation keeps all that the SDK promises."""

import gzip
import re
import textwrap
from collections.abc import Callable
from typing import Any

import pytest

from tests.faults.support import (
    CALLS,
    ONCE,
    REPORT,
    RESET,
    STALL,
    UPLOAD,
    assert_no_leak,
    bomb,
    raw,
)
from tests.faults.test_frames import assert_bare
from tests.support import (
    JSON_HEADERS,
    KEY,
    SHA256,
    Answer,
    Server,
    envelope,
    error_answer,
    file_document,
    json_answer,
)
from vt_sdk import (
    APIConnectionError,
    APITimeoutError,
    BaseTransport,
    InvalidInputError,
    InvalidResponseError,
    TransientError,
    TransportError,
    VirusTotal,
    VirusTotalAPIError,
)

GOOD = envelope(file_document())


@pytest.fixture(scope="module")
def example() -> Callable[[], BaseTransport]:
    """Run the example of the docstring; give its class."""
    found = re.search(r"```python\n(.*?)```", str(BaseTransport.__doc__), re.DOTALL)
    assert found
    scope: dict[str, Any] = {}
    exec(textwrap.dedent(found[1]), scope)
    scope.pop("client").close()
    made: Callable[[], BaseTransport] = scope["PlainTransport"]
    return made


@pytest.fixture
def client(server: Server, example: Callable[[], BaseTransport]) -> VirusTotal:
    return server.client(transport=example(), retry=ONCE, timeout=(5, 0.3))


def test_a_report(server: Server, client: VirusTotal) -> None:
    server.play(REPORT)
    file = client.files.get_report(SHA256)
    assert file.to_dict() == file_document()
    assert server.last.headers["x-apikey"] == KEY
    assert file.response is not None
    assert file.response.headers["content-type"] == "application/json"


def test_what_is_sent(server: Server, client: VirusTotal) -> None:
    server.play(json_answer({"type": "comment", "id": "c"}))
    client.files.put_comments(SHA256, "ü")
    assert server.last.json()["data"]["attributes"]["text"] == "ü"
    seen: list[int] = []
    server.play(json_answer({"type": "analysis", "id": "a"}))
    client.files.upload(UPLOAD, name="x", on_progress=lambda done, _: seen.append(done))
    assert UPLOAD in server.last.body
    assert seen[-1] == len(UPLOAD)


def test_the_key_stays_with_its_origin(
    server: Server, other_server: Server, client: VirusTotal
) -> None:
    server.play(Answer(302, headers={"Location": f"{other_server.url}/x"}))
    other_server.play(REPORT)
    client.files.get_report(SHA256)
    assert KEY not in str(other_server.last)


@pytest.mark.parametrize(
    ("answer", "kind"),
    [
        (RESET, APIConnectionError),
        (STALL, APITimeoutError),
        (Answer(200, b"x" * 99, send=5), APIConnectionError),
        (raw(b"220 mail.example ESMTP\r\n"), APIConnectionError),
        (raw(b"%s 200 OK\r\n\r\n" % KEY.encode()), APIConnectionError),
        (error_answer(503, "TransientError", KEY), TransientError),
        (Answer(200, bomb(200, 31), {"Content-Encoding": "gzip"}), InvalidResponseError),
        (Answer(200, gzip.compress(GOOD)[:-9], {"Content-Encoding": "gzip"}), InvalidResponseError),
        (Answer(200, GOOD, {"Content-Encoding": "br"}), InvalidResponseError),
    ],
    ids=["reset", "stall", "cut", "not HTTP", "echo", "503", "bomb", "cut gzip", "br"],
)
def test_errors_are_those_of_the_package(
    server: Server, client: VirusTotal, answer: Answer, kind: type[VirusTotalAPIError]
) -> None:
    server.play(answer)
    with pytest.raises(VirusTotalAPIError) as caught:
        client.files.get_report(SHA256)
    assert type(caught.value) is kind
    assert_bare(caught.value, KEY)
    assert_no_leak(client, None, caught.value, [], [])
    if isinstance(caught.value, TransportError):
        assert caught.value.may_have_arrived


def test_a_compressed_answer(server: Server, client: VirusTotal) -> None:
    server.play(Answer(200, gzip.compress(GOOD), {**JSON_HEADERS, "Content-Encoding": "gzip"}))
    assert client.files.get_report(SHA256).to_dict() == file_document()


@pytest.mark.slow
def test_an_answer_that_is_late(server: Server, client: VirusTotal) -> None:
    pieces = [b"HTTP/1.1 200 OK\r\n\r\n", *[b" "] * 99]
    server.play(Answer(raw=lambda: pieces, pause=0.02, close=True))
    with pytest.raises(APITimeoutError):
        client.files.get_report(SHA256, deadline=0.3)


@pytest.mark.parametrize("call", ["report", "comment", "upload"])
def test_nothing_goes_over_plain_http_to_another_machine(
    example: Callable[[], BaseTransport], call: str
) -> None:
    client = VirusTotal(KEY, base_url="http://192.0.2.1/api/v3", transport=example())
    with client, pytest.raises(InvalidInputError):
        CALLS[call](client, timeout=0.5)


def test_a_refused_connection_has_not_arrived(example: Callable[[], BaseTransport]) -> None:
    client = VirusTotal(KEY, base_url="http://127.0.0.1:1", transport=example(), retry=ONCE)
    with client, pytest.raises(APIConnectionError) as caught:
        client.files.get_report(SHA256)
    assert not caught.value.may_have_arrived
