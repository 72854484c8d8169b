"""What the hand-written methods do, from the first request to the last, against the emulator."""

import hashlib
import io
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.support import SHA256, Server, error_answer, json_answer
from vt_sdk import (
    AlreadyExistsError,
    APIConnectionError,
    Descriptor,
    MissingFieldError,
    NotFoundError,
    Page,
    RelationshipName,
    RetryPolicy,
    VirusTotal,
    WaitTimeoutError,
    models,
)
from vt_sdk.emulator import Emulator

CONTENT = b"a file that nobody has seen before\n"


def paths(emulator: Emulator) -> list[str]:
    """Return what was asked for, identifiers of analyses left out."""
    found = []
    for call in emulator.calls:
        path = call.path.removeprefix("/api/v3")
        shown = "/analyses/…" if path.startswith("/analyses/") else path
        found.append(f"{call.method} {shown}")
    return found


def test_scan_and_wait_for_a_file(emulator: Emulator, tmp_path: Path) -> None:
    path = tmp_path / "new.txt"
    path.write_bytes(CONTENT)
    sha256 = hashlib.sha256(CONTENT).hexdigest()
    uploaded: list[tuple[int, int]] = []
    states: list[models.Analysis] = []
    with emulator.client() as client:
        file = client.files.scan_and_wait(
            path,
            deadline=0.2,
            on_upload=lambda done, size: uploaded.append((done, size)),
            on_progress=states.append,
        )
    assert isinstance(file, models.File)
    assert file.id == sha256
    assert file.attributes.names == ["new.txt"]
    assert file.is_known
    assert uploaded == [(len(CONTENT), len(CONTENT))]
    assert [state.attributes.status for state in states] == ["completed"]
    assert paths(emulator) == ["POST /files", "GET /analyses/…", f"GET /files/{sha256}"]


def test_get_or_scan_a_file(emulator: Emulator) -> None:
    sha256 = hashlib.sha256(CONTENT).hexdigest()
    with emulator.client() as client:
        first = client.files.get_or_scan(io.BytesIO(CONTENT), name="n", deadline=0.2)
        again = client.files.get_or_scan(CONTENT)
        assert client.files.get_last_http_error() == 200
    assert first.id == again.id == sha256
    assert paths(emulator) == [
        f"GET /files/{sha256}",
        "POST /files",
        "GET /analyses/…",
        f"GET /files/{sha256}",
        f"GET /files/{sha256}",
    ]


def test_scan_and_wait_for_a_url(emulator: Emulator) -> None:
    states: list[models.Analysis] = []
    with emulator.client() as client:
        url = client.urls.scan_and_wait(
            "http://www.example.org/a?b=c", deadline=0.2, on_progress=states.append
        )
    assert isinstance(url, models.URL)
    assert url.attributes.url == "http://www.example.org/a?b=c"
    assert url.is_known
    assert len(states) == 1
    assert [line.partition(" ")[0] for line in paths(emulator)] == ["POST", "GET", "GET"]


def test_get_or_scan_a_url(emulator: Emulator) -> None:
    with emulator.client() as client:
        first = client.urls.get_or_scan("http://www.example.org/x", deadline=0.2)
        count = len(emulator.calls)
        again = client.urls.get_or_scan("http://www.example.org/x")
    assert count == 4
    assert len(emulator.calls) == 5
    assert first.id == again.id


def test_the_report_comes_from_the_canonical_url(server: Server) -> None:
    canonical = "f" * 64
    server.play(
        json_answer({"type": "analysis", "id": "u-1"}),
        json_answer(
            {"type": "analysis", "id": "u-1", "attributes": {"status": "completed"}},
            meta={"url_info": {"id": canonical, "url": "http://example.org/"}},
        ),
        json_answer({"type": "url", "id": canonical}),
    )
    url = server.client().urls.scan_and_wait("HTTP://example.org", deadline=0.1)
    assert url.id == canonical
    assert server.paths[-1] == f"/urls/{canonical}"


@pytest.mark.parametrize("meta", [{}, {"url_info": {}}, {"url_info": None}])
def test_a_url_without_information_on_it(server: Server, meta: dict[str, object]) -> None:
    server.play(
        json_answer({"type": "analysis", "id": "u-1"}),
        json_answer(
            {"type": "analysis", "id": "u-1", "attributes": {"status": "completed"}}, meta=meta
        ),
        json_answer({"type": "url", "id": "x"}),
    )
    client = server.client()
    client.urls.scan_and_wait("http://example.org/", deadline=0.1)
    stem = client.urls.get_url_id_base64("http://example.org/")
    assert server.paths == ["/urls", "/analyses/u-1", f"/urls/{stem}"]


def test_a_file_without_information_on_it(server: Server) -> None:
    server.play(
        json_answer({"type": "analysis", "id": "a"}),
        json_answer({"type": "analysis", "id": "a", "attributes": {"status": "completed"}}),
        json_answer({"type": "file", "id": "x"}),
    )
    server.client().files.scan_and_wait(CONTENT, deadline=0.1)
    assert server.paths[-1] == f"/files/{hashlib.sha256(CONTENT).hexdigest()}"


@pytest.mark.parametrize("what", ["files", "urls"])
def test_get_or_scan_submits_after_404_only(server: Server, what: str) -> None:
    server.play(error_answer(403, "ForbiddenError"))
    given = CONTENT if what == "files" else "http://example.org/"
    with pytest.raises(Exception, match="No"):
        getattr(server.client(), what).get_or_scan(given)
    assert [recorded.method for recorded in server.requests] == ["GET"]


def test_a_deadline(emulator: Emulator) -> None:
    emulator.analysis_polls = 99
    with emulator.client() as client:
        with pytest.raises(WaitTimeoutError):
            client.files.scan_and_wait(CONTENT, deadline=0.05)
        with pytest.raises(WaitTimeoutError):
            client.urls.scan_and_wait("http://www.example.org/y", deadline=0.05)


def test_votes(emulator: Emulator) -> None:
    with emulator.client() as client:
        calls: list[Callable[[bool], models.Vote]] = [
            lambda malicious: client.files.put_votes(SHA256, malicious),
            lambda malicious: client.urls.put_votes("http://malware.example/", malicious),
            lambda malicious: client.domains.put_votes("example.com", malicious),
            lambda malicious: client.ip_addresses.put_votes("192.0.2.1", malicious),
        ]
        for number, call in enumerate(calls):
            vote = call(bool(number % 2))
            assert isinstance(vote, models.Vote)
            assert vote.attributes.verdict == ("malicious" if number % 2 else "harmless")
            with pytest.raises(AlreadyExistsError):
                call(False)


def test_a_vote_is_harmless_unless_told_otherwise(server: Server) -> None:
    server.default = json_answer({"type": "vote", "id": "v"})
    client = server.client()
    client.files.put_votes(SHA256)
    assert server.last.json()["data"] == {"type": "vote", "attributes": {"verdict": "harmless"}}
    client.files.put_votes(SHA256, True)
    assert server.last.json()["data"]["attributes"] == {"verdict": "malicious"}


def test_network_location(emulator: Emulator, server: Server) -> None:
    with emulator.client() as client:
        found = client.urls.get_network_location("http://malware.example/")
        assert isinstance(found, (models.Domain, models.IPAddress))
    server.play(json_answer(None))
    assert server.client().urls.get_network_location("http://example.com/") is None


def test_relationships_of_all_kinds(emulator: Emulator) -> None:
    with emulator.client(premium=True) as client:
        many = client.domains.get_relationship("example.com", "resolutions", 1)
        assert isinstance(many, Page)
        assert all(isinstance(item, models.Resolution) for item in many.iter_all())
        named = client.domains.get_relationship("example.com", RelationshipName("resolutions"))
        assert isinstance(named, Page)
        ids = client.domains.get_relationship_descriptors("example.com", "resolutions")
        assert all(isinstance(item, Descriptor) for item in ids)
        assert [item.id for item in ids] == [item.id for item in named]
        with pytest.raises(NotFoundError):
            client.domains.get_relationship("example.com", RelationshipName("no_such_thing"))


def test_an_answer_to_a_relationship_may_be_nothing(server: Server) -> None:
    server.play(json_answer(None), json_answer({"type": "user", "id": "somebody"}))
    client = server.client()
    assert client.comments.get_relationship("c", "author") is None
    author = client.comments.get_relationship("c", "author")
    assert author is not None
    assert (author.type, author.id) == ("user", "somebody")


def test_relationships_that_come_along(emulator: Emulator) -> None:
    with emulator.client() as client:
        file = client.files.get_report(SHA256, relationships=["comments", "contacted_domains"])
    assert emulator.calls[-1].query == "relationships=comments%2Ccontacted_domains"
    assert file.relationships.by_name().keys() == {"comments", "contacted_domains"}
    assert {item.type for item in file.relationships.comments.data} == {"comment"}
    assert all(isinstance(item, Descriptor) for item in file.relationships.contacted_domains.data)
    with pytest.raises(MissingFieldError, match="contacted_urls"):
        file.relationships.contacted_urls  # noqa: B018


def test_downloads(emulator: Emulator, tmp_path: Path) -> None:
    with emulator.client(premium=True) as client:
        found = client.files.download(SHA256, tmp_path / "eicar.com")
        assert found.sha256 == SHA256
        assert hashlib.sha256((tmp_path / "eicar.com").read_bytes()).hexdigest() == SHA256
        assert client.files.get_download(SHA256) == (tmp_path / "eicar.com").read_bytes()
        pcap = client.files.get_behaviours(f"{SHA256}_Glass Box")
        assert client.files.download_pcap(f"{SHA256}_Glass Box", tmp_path / "x").size == len(pcap)
    assert any(call.path.startswith("/storage") for call in emulator.calls)


def test_reanalyse_is_another_name(emulator: Emulator) -> None:
    with emulator.client() as client:
        for descriptor in (
            client.files.reanalyse(SHA256),
            client.urls.reanalyse("http://malware.example/"),
            client.domains.reanalyse("example.com"),
            client.ip_addresses.reanalyse("192.0.2.1"),
        ):
            assert descriptor.type == "analysis"
    assert all(call.path.endswith("/analyse") for call in emulator.calls)


def test_comments_from_the_first_to_the_last(emulator: Emulator) -> None:
    with emulator.client() as client:
        before = [comment.id for comment in client.files.get_comments(SHA256, 10).iter_all()]
        own = client.files.put_comments(SHA256, "seen by #us")
        assert own.attributes.text == "seen by #us"
        assert client.comments.get(own.id).id == own.id
        votes = client.comments.add_vote(own.id, "positive")
        assert votes.positive == 1
        assert votes.response is not None
        assert len(list(client.files.get_comments(SHA256, 40).iter_all())) == len(before) + 1
        client.comments.delete(own.id)
        with pytest.raises(NotFoundError):
            client.comments.get(own.id)
        after = [comment.id for comment in client.files.get_comments(SHA256, 7).iter_all()]
    assert after == before


def test_a_submission_that_may_have_arrived_says_so(server: Server) -> None:
    client = VirusTotal(
        "k", base_url="http://127.0.0.1:9/api/v3", timeout=1, retry=RetryPolicy(attempts=1)
    )
    with pytest.raises(APIConnectionError) as caught:
        client.files.upload(CONTENT)
    assert caught.value.__notes__ == ["The service does not have the file."]
    assert not caught.value.may_have_arrived
    client.close()
