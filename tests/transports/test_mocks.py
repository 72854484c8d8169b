"""What programs test with: the libraries that answer in place of HTTP, and the SDK's own stub."""

import gzip
import hashlib
import importlib
import io
import json
import socket
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import requests
import requests_mock
import responses

from tests.support import KEY, NO_WAIT, SHA256, Answer, Server, envelope, file_document
from vt_sdk import (
    APIConnectionError,
    APITimeoutError,
    Download,
    InvalidInputError,
    InvalidResponseError,
    NotFoundError,
    QuotaExceededError,
    Request,
    Response,
    RetryPolicy,
    StubTransport,
    VirusTotal,
    error_response,
    json_response,
)

PLACE = f"https://www.virustotal.com/api/v3/files/{SHA256}"
REPORT = {"data": file_document()}
ONCE = RetryPolicy(attempts=1)

vcr: Any = importlib.import_module("vcr")  # it has no types


@pytest.fixture(autouse=True)
def no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let nothing out but to this machine."""
    found = socket.getaddrinfo

    def local(host: Any, *args: Any, **options: Any) -> Any:
        assert host == "127.0.0.1", f"{host} was tried"
        return found(host, *args, **options)

    monkeypatch.setattr(socket, "getaddrinfo", local)


@pytest.fixture(params=["own connections", "a session"])
def client(request: pytest.FixtureRequest) -> VirusTotal:
    session = requests.Session() if request.param == "a session" else None
    return VirusTotal(KEY, session=session, retry=NO_WAIT)


# --- responses -----------------------------------------------------------------------------------


def test_responses(client: VirusTotal) -> None:
    with responses.RequestsMock() as mock:
        mock.get(PLACE, json={"error": {"code": "TransientError", "message": "x"}}, status=503)
        mock.get(PLACE, json=REPORT, headers={"X-Mine": "1"})
        file = client.files.get_report(SHA256)
        assert [call.request.headers["x-apikey"] for call in mock.calls] == [KEY] * 2
    assert file.to_dict() == file_document()
    assert file.response is not None
    assert file.response.headers["x-mine"] == "1"


def test_responses_of_other_kinds(client: VirusTotal, tmp_path: Path) -> None:
    with responses.RequestsMock() as mock:
        mock.post("https://www.virustotal.com/api/v3/files", json={"data": {"type": "analysis"}})
        client.files.upload(b"content" * 99_999, name="x")
        sent = mock.calls[0].request.body
        assert isinstance(sent, bytes)
        assert b"content" * 99_999 in sent
        mock.get(f"{PLACE}/download", body=b"content")
        assert client.files.get_download(SHA256) == b"content"
        packed = gzip.compress(json.dumps(REPORT).encode())
        mock.get(PLACE, body=packed, headers={"Content-Encoding": "gzip"})
        assert client.files.get_report(SHA256).to_dict() == file_document()
        mock.get(PLACE, body=requests.ConnectionError("gone"))
        with pytest.raises(APIConnectionError):
            client.files.get_report(SHA256)


def test_what_responses_do_not_know(client: VirusTotal) -> None:
    with responses.RequestsMock(), pytest.raises(APIConnectionError):
        client.files.get_report(SHA256)


# --- requests-mock -------------------------------------------------------------------------------


def test_requests_mock(client: VirusTotal, tmp_path: Path) -> None:
    busy = {"status_code": 503, "json": {"error": {"code": "TransientError", "message": "x"}}}
    with requests_mock.Mocker() as mock:
        mock.get(PLACE, [busy, {"json": REPORT, "headers": {"X-Mine": "1"}}])
        file = client.files.get_report(SHA256)
        assert [sent.headers["x-apikey"] for sent in mock.request_history] == [KEY] * 2
        assert file.to_dict() == file_document()
        assert file.response is not None
        assert file.response.headers["x-mine"] == "1"
        mock.get(f"{PLACE}/download", content=b"content")
        assert client.files.get_download(SHA256) == b"content"
        mock.get(PLACE, status_code=404, json={"error": {"code": "NotFoundError", "message": "x"}})
        with pytest.raises(NotFoundError):
            client.files.get_report(SHA256)
        mock.post("https://www.virustotal.com/api/v3/files", json={"data": {"type": "analysis"}})
        client.files.upload(b"content", name="x")
        mock.get(PLACE, exc=requests.ReadTimeout)
        with pytest.raises(APITimeoutError):
            client.files.get_report(SHA256)


def test_what_requests_mock_does_not_know(client: VirusTotal) -> None:
    with requests_mock.Mocker(), pytest.raises(requests_mock.NoMockAddress):
        client.files.get_report(SHA256)


def test_requests_mock_lets_the_real_one_through(server: Server) -> None:
    server.default = Answer(200, envelope(file_document()))
    vt = server.client()
    with requests_mock.Mocker(real_http=True) as mock:
        mock.get(PLACE, json=REPORT)
        assert vt.files.get_report(SHA256).id == SHA256
    assert len(server.requests) == 1
    assert server.last.headers["x-apikey"] == KEY


def test_a_client_is_itself_again_after_a_mock(server: Server) -> None:
    server.default = Answer(200, envelope(file_document()))
    vt = server.client()
    with requests_mock.Mocker() as mock:
        mock.get(f"{server.base_url}/files/{SHA256}", json=REPORT)
        vt.files.get_report(SHA256)
    assert server.requests == []
    for _ in range(2):
        vt.files.get_report(SHA256)
    assert (len(server.requests), server.connections) == (2, 1)


# --- vcrpy ---------------------------------------------------------------------------------------


@pytest.mark.parametrize("own_session", [True, False])
@pytest.mark.parametrize("packed", [True, False])
def test_vcrpy(tmp_path: Path, own_session: bool, packed: bool) -> None:
    tape = str(tmp_path / "tape.yaml")
    body = envelope(file_document())
    headers = {"Content-Type": "application/json"}
    if packed:
        body, headers = gzip.compress(body), {**headers, "Content-Encoding": "gzip"}
    with requests.Session() as session:
        own = session if own_session else None
        with Server() as server:
            server.default = Answer(200, body, headers)
            base_url = server.base_url
            client = VirusTotal(KEY, base_url=base_url, session=own, retry=ONCE)
            client.files.get_report(SHA256)  # a connection from before the tape
            with vcr.use_cassette(tape, filter_headers=["x-apikey"]) as recorder:
                assert client.files.get_report(SHA256).to_dict() == file_document()
                assert len(recorder.requests) == 1
            assert KEY not in Path(tape).read_text()
            sent = len(server.requests)
        with vcr.use_cassette(tape, record_mode="none") as player:
            assert client.files.get_report(SHA256).to_dict() == file_document()
            assert player.play_count == 1
            with pytest.raises(vcr.errors.CannotOverwriteExistingCassetteException):
                client.files.get_report("0" * 64)
        client.close()
    assert sent == 2


# --- the stub ------------------------------------------------------------------------------------


def stubbed(stub: StubTransport, **options: Any) -> VirusTotal:
    return VirusTotal("key", transport=stub, retry=NO_WAIT, **options)


def test_a_handler_answers_each_request() -> None:
    def answer(request: Request) -> Response:
        assert request.method == "GET"
        return json_response({**file_document(), "id": request.url.rpartition("/")[2]})

    stub = StubTransport(answer)
    for name in ("a" * 64, "b" * 64):
        assert stubbed(stub).files.get_report(name).id == name
    assert [request.url for request in stub.requests] == [f"/files/{c * 64}" for c in "ab"]


def test_queued_answers_come_in_their_order() -> None:
    with StubTransport() as stub:
        stub.queue(
            error_response("TransientError"),
            lambda request: json_response([{"type": "comment", "id": "a"}], meta={"cursor": "x"}),
            json_response([{"type": "comment", "id": "b"}]),
        )
        page = stubbed(stub).comments.get_page(limit=1)
        assert [comment.id for comment in page.iter_all()] == ["a", "b"]
    assert stub.requests[-1].query == (("limit", "1"), ("cursor", "x"))


def test_a_queue_goes_before_the_handler() -> None:
    stub = StubTransport(lambda request: json_response(file_document()))
    stub.queue(error_response("NotFoundError"))
    with pytest.raises(NotFoundError):
        stubbed(stub).files.get_report(SHA256)
    assert stubbed(stub).files.get_report(SHA256).id == SHA256
    stub.assert_done()


def test_leftovers_fail() -> None:
    stub = StubTransport().queue(json_response(file_document()), error_response("NotFoundError"))
    with pytest.raises(AssertionError, match="not asked for"), stub:
        stubbed(stub).files.get_report(SHA256)
    with pytest.raises(AssertionError, match="404"):
        stub.assert_done()


def test_leftovers_do_not_hide_what_went_wrong() -> None:
    stub = StubTransport().queue(*[error_response("NotFoundError")] * 2)
    with pytest.raises(NotFoundError), stub:
        stubbed(stub).files.get_report(SHA256)


def test_a_request_without_an_answer_fails() -> None:
    with pytest.raises(AssertionError, match=f"no answer is left for GET /files/{SHA256}"):
        stubbed(StubTransport()).files.get_report(SHA256)


@pytest.mark.parametrize("error", [APIConnectionError(), KeyError("x"), InvalidResponseError("x")])
def test_an_error_in_place_of_an_answer(error: Exception) -> None:
    stub = StubTransport().queue(*[error] * 3)
    with pytest.raises(type(error)):
        stubbed(stub).files.get_report(SHA256)


def test_a_content_reaches_its_target() -> None:
    target = io.BytesIO()
    stub = StubTransport().queue(Response(200, {}, b"content"))
    found = stubbed(stub).files.download_pcap("id", target)
    assert isinstance(found, Download)
    assert (found.size, target.getvalue()) == (7, b"content")
    assert stubbed(stub.queue(Response(200, {}, b"x"))).files.get_download(SHA256) == b"x"
    told: list[tuple[int, int | None]] = []
    sha256 = hashlib.sha256(b"content").hexdigest()
    stubbed(stub.queue(Response(200, {}, b"content"))).files.download(
        sha256, target, on_progress=lambda *now: told.append(now)
    )
    assert told == [(7, 7)]


def test_an_uploaded_file_is_read() -> None:
    seen: list[int] = []
    stub = StubTransport().queue(json_response({"type": "analysis", "id": "a"}))
    stubbed(stub).files.upload(b"content", name="x", on_progress=lambda *now: seen.append(now[0]))
    (request,) = stub.requests
    assert isinstance(request.body, bytes)
    assert b"content" in request.body
    assert request.content_type.startswith("multipart/form-data")
    assert seen == [7]


def test_the_errors_of_the_service() -> None:
    stub = StubTransport().queue(
        error_response("QuotaExceededError", headers={"Retry-After": "3600"}),
        error_response("Brand-new", "What?", 503),
    )
    with pytest.raises(QuotaExceededError) as caught:
        stubbed(stub).files.get_report(SHA256)
    assert (caught.value.status, caught.value.retry_after) == (429, 3600.0)
    with pytest.raises(Exception, match=r"What\?"):
        VirusTotal("key", transport=stub, retry=ONCE).files.get_report(SHA256)


@pytest.mark.parametrize(
    "make", [lambda: error_response("Brand-new"), lambda: json_response({"a": {1, 2}})]
)
def test_answers_that_cannot_be_made(make: Callable[[], object]) -> None:
    with pytest.raises(InvalidInputError):
        make()


def test_waits_take_no_time_of_their_own() -> None:
    """An answer without times is one of the clock."""
    done = {"type": "analysis", "id": "a", "attributes": {"status": "completed"}}
    stub = StubTransport().queue(json_response(done))
    assert stubbed(stub).analyses.wait("a", deadline=0.05).id == "a"
