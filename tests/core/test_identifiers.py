"""Identifiers: shapes that are refused, and what is left on the wire as one path segment."""

import base64
import hashlib
from collections.abc import Callable
from typing import Any
from urllib.parse import unquote

import pytest

from tests.support import SHA256, Server
from vt_sdk import InvalidInputError, NotFoundError, RelationshipName, VirusTotalAPIUrls
from vt_sdk.core.identifiers import SHAPES, path_segment, submitted_url, url_id

HOSTILE = [
    "../../users/me",
    "..%2f..%2fusers",
    "a/b",
    "/a",
    "a?b=c",
    "a#b",
    "a b",
    " ",
    "%",
    "%2e%2e",
    "%00",
    "...",
    "a;b",
    "a\\..\\b",
    "@evil.example",
    "//evil.example",
    "http://evil.example/",
    "ü/😀",
    "x" * 5000,
    "{}",
    "{0}",
    "a&limit=1",
    "a=b",
    "~",
    "+",
]
REFUSED: list[Any] = [
    "",
    ".",
    "..",
    "a\x00b",
    "a\nb",
    "a\r\nX-Evil: 1",
    "\t",
    "\x7f",
    "\ud800",
    None,
    5,
    True,
    b"bytes",
    ["list"],
    {},
]


@pytest.mark.parametrize("value", HOSTILE)
def test_an_opaque_identifier_stays_one_segment(server: Server, value: str) -> None:
    client = server.client()
    with pytest.raises(NotFoundError):
        client.analyses.get_report(value)
    with pytest.raises(NotFoundError):
        client.comments.delete(value)
    with pytest.raises(NotFoundError):
        client.files.get_behaviours(value)
    analysis, comment, behaviour = server.requests
    assert analysis.target.startswith("/api/v3/analyses/")
    assert unquote(analysis.target.removeprefix("/api/v3/analyses/")) == value
    assert comment.target.startswith("/api/v3/comments/")
    assert behaviour.target.endswith("/pcap")
    for recorded, slashes in ((analysis, 4), (comment, 4), (behaviour, 5)):
        assert recorded.target.count("/") == slashes
        assert not set("?#\\ ") & set(recorded.target)
        assert recorded.headers["host"] == server.url.removeprefix("http://")


@pytest.mark.parametrize("name", HOSTILE)
def test_a_relationship_cannot_change_the_endpoint(server: Server, name: str) -> None:
    client = server.client()
    named = RelationshipName(name)
    for call in (
        lambda: client.files.get_relationship(SHA256, named),
        lambda: client.files.get_relationship_descriptors(SHA256, named),
        lambda: client.domains.get_relationship("example.com", named),
    ):
        if name.removeprefix("/") in ("", ".", ".."):
            continue
        with pytest.raises(NotFoundError):
            call()
    own, descriptors, domain = server.requests
    segment = own.path.removeprefix(f"/api/v3/files/{SHA256}/")
    assert unquote(segment) == name.removeprefix("/")
    assert "/" not in segment
    assert descriptors.path == f"/api/v3/files/{SHA256}/relationships/{segment}"
    assert domain.path == f"/api/v3/domains/example.com/{segment}"
    assert all(recorded.query == "limit=10" for recorded in server.requests)


@pytest.mark.parametrize("value", REFUSED)
def test_what_no_identifier_can_be(server: Server, value: Any) -> None:
    client = server.client()
    calls: list[Callable[[], object]] = [
        lambda: client.analyses.get_report(value),
        lambda: client.comments.get(value),
        lambda: client.comments.add_vote(value, "positive"),
        lambda: client.files.get_report(value),
        lambda: client.files.get_behaviours(value),
        lambda: client.files.get_relationship(SHA256, value),
        lambda: client.files.put_votes(value),
        lambda: client.urls.get_report(value),
        lambda: client.urls.upload(value),
        lambda: client.urls.get_or_scan(value),
        lambda: client.domains.get_report(value),
        lambda: client.ip_addresses.get_report(value),
    ]
    for call in calls:
        with pytest.raises(InvalidInputError):
            call()
    assert server.connections == 0


@pytest.mark.parametrize(
    "value", [SHA256, SHA256.upper(), "a" * 32, "B" * 40, "0" * 64], ids=lambda v: v[:9]
)
def test_hashes(value: str) -> None:
    assert path_segment("file_id", value, "hash") == value.lower()


@pytest.mark.parametrize(
    "value",
    ["a" * 31, "a" * 33, "a" * 63, "a" * 65, "g" * 64, f" {SHA256}", f"{SHA256}/x", "x", "٣" * 64],
)
def test_no_hashes(value: str) -> None:
    with pytest.raises(InvalidInputError, match=r"^file_id: not an MD5, SHA-1 or SHA-256"):
        path_segment("file_id", value, "hash")


@pytest.mark.parametrize(
    ("value", "segment"),
    [
        ("example.com", "example.com"),
        ("EXAMPLE.Com", "example.com"),
        ("example.com.", "example.com"),
        ("_dmarc.example.com", "_dmarc.example.com"),
        ("a-b.example", "a-b.example"),
        ("localhost", "localhost"),
        ("bücher.example", "xn--bcher-kva.example"),
        ("xn--bcher-kva.example", "xn--bcher-kva.example"),
        ("1.example", "1.example"),
        ("a" * 63 + ".example", "a" * 63 + ".example"),
    ],
)
def test_domains(value: str, segment: str) -> None:
    assert path_segment("domain", value, "domain") == segment


@pytest.mark.parametrize(
    "value",
    [
        "http://example.com",
        "example.com/path",
        "exa mple.com",
        "example..com",
        ".example.com",
        "example.com:80",
        "192.0.2.1",
        "-a.example",
        "a-.example",
        "user@example.com",
        "a" * 64 + ".example",
        "a." * 130 + "example",
        "ü" * 70 + ".example",
        ".",
        "a,b.example",
    ],
)
def test_no_domains(value: str) -> None:
    with pytest.raises(InvalidInputError, match=r"^domain: "):
        path_segment("domain", value, "domain")


@pytest.mark.parametrize(
    ("value", "segment"),
    [
        ("192.0.2.1", "192.0.2.1"),
        ("2001:DB8:0::1", "2001%3Adb8%3A%3A1"),
        ("::ffff:192.0.2.1", "%3A%3Affff%3A"),
    ],
)
def test_ip_addresses(value: str, segment: str) -> None:
    assert path_segment("ip_address", value, "ip").startswith(segment)


@pytest.mark.parametrize(
    "value",
    ["256.0.0.1", "1.2.3", "01.2.3.4", "192.0.2.1/24", "fe80::1%eth0", "x", "::g", "1", " "],
)
def test_no_ip_addresses(value: str) -> None:
    with pytest.raises(InvalidInputError, match=r"^ip_address: "):
        path_segment("ip_address", value, "ip")


@pytest.mark.parametrize(
    "url",
    [
        "http://example.com/",
        "https://example.com:8443/a?b=c#d",
        "example.com/path",
        "http://user:password@example.com/",
        "http://[2001:db8::1]/",
        "http://bücher.example/ü",
        "http://localhost:8080/x",
        "ftp://example.com/file",
        "http://192.0.2.1",
        "http://example.com/a/../b?c=/d",
    ],
)
def test_urls_in_all_their_forms(url: str) -> None:
    encoded = base64.urlsafe_b64encode(url.encode()).decode()
    stem = encoded.rstrip("=")
    assert url_id(url) == stem
    assert VirusTotalAPIUrls.get_url_id_base64(url) == stem
    assert submitted_url(url) == url
    for form in (url, encoded, stem):
        assert path_segment("url_id", form, "url") == stem


def test_a_url_by_its_hash() -> None:
    assert path_segment("url_id", SHA256.upper(), "url") == SHA256
    url = "http://www.example.com/"
    assert VirusTotalAPIUrls.get_url_id_sha256(url) == hashlib.sha256(url.encode()).hexdigest()
    assert path_segment("url_id", VirusTotalAPIUrls.get_url_id_sha256(url), "url") != url_id(url)


@pytest.mark.parametrize(
    "value",
    [
        "no url",
        "http://",
        "http:///path",
        "http://nodots/",
        "nodots",
        "aGVsbG8",  # base64 of a word
        "a",
        "====",
        "http://exa mple.com/",
        "http://[::1/",
        "a" * 63,
        "/_8",  # base64 of what is not text
    ],
)
def test_no_urls(value: str) -> None:
    with pytest.raises(InvalidInputError, match=r"^url_id: not a URL"):
        path_segment("url_id", value, "url")


@pytest.mark.parametrize("shape", SHAPES)
@pytest.mark.parametrize("value", REFUSED)
def test_every_shape_refuses_them(shape: str, value: Any) -> None:
    with pytest.raises(InvalidInputError, match=r"^name: "):
        path_segment("name", value, shape)


def test_a_long_value_is_not_shown_in_full() -> None:
    with pytest.raises(InvalidInputError) as caught:
        path_segment("file_id", "z" * 100_000, "hash")
    assert len(caught.value.message) < 300
