"""Identifiers: shapes that are refused, and what is left on the wire as one path segment."""

import base64
import hashlib
import io
import ipaddress
import unicodedata
from collections.abc import Callable
from typing import Any
from urllib.parse import quote, unquote

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from tests.support import SHA256, Server
from vt_sdk import InvalidInputError, NotFoundError, RelationshipName, VirusTotalAPIUrls
from vt_sdk.core.identifiers import SHAPES, path_segment, split_url, submitted_url, url_id

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
    ["a" * 31, "a" * 33, "a" * 63, "a" * 65, "g" * 64, f"{SHA256}/x", "x", "٣" * 64],
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
        # Letters of their own in IDNA 2008.
        ("faß.de", "xn--fa-hia.de"),
        ("STRASSE.de", "strasse.de"),
        ("straße.de", "xn--strae-oqa.de"),
        ("βόλος.gr", "xn--nxasmm1c.gr"),
        ("نامه‌ای.com", "xn--mgba3gch31f060k.com"),
        ("ශ්‍රී.com", "xn--10cl1a0b660p.com"),
        # Not in IDNA 2008, but in DNS.
        ("💩.la", "xn--ls8h.la"),
        ("i❤.ws", "xn--i-7iq.ws"),
        ("a_ü.example", "xn--a_-yka.example"),
        ("-é.example", "xn----bga.example"),
        ("test-.duckdns.org", "test-.duckdns.org"),
        ("-test.duckdns.org", "-test.duckdns.org"),
        ("r3---sn-q.example", "r3---sn-q.example"),
        ("xn--a.example", "xn--a.example"),
        ("*.example.com", "%2A.example.com"),
        # What browsers make one name of.
        ("ＥＸＡＭＰＬＥ。com", "example.com"),
        ("bu\u0308cher.example", "xn--bcher-kva.example"),
        ("ex\u00adample.com", "example.com"),
        ("ex%61mple.com", "example.com"),
        ("hxxp.example", "hxxp.example"),
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
        "3627734734",
        "0xd83ad6ce",
        "example.0x1f",
        "[2001:db8::1]",
        "[",
        "user@example.com",
        "a" * 64 + ".example",
        "a." * 130 + "example",
        "ü" * 70 + ".example",
        ".",
        "example.com..",
        "ex\u200dample.com",  # a joiner that joins nothing
        "\ufffd.example",
        "a^b.example",
        "a%00b.example",
        "℀.example",  # stands for a/c
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
        "http://192.0.2.1",
        "http://3627734734/",
        "http://0xd83ad6ce/",
        "http://0x7f.1/",
        "http://0300.0250.1.1./",
        "http://１２７.0.0.1/",
        "http://[2001:db8::1]:8080",
        "http://user@two@example.com/",
        "http://evil.example/a b.exe",
        "http://evil.example/?q=a b#c d",
        "http://evil.example/%zz[.](dot)",
        "http://user(dot)name@evil.example/",
        "http:evil.example",
        "http:/evil.example",
        "http:///evil.example",
        "http:\\\\evil.example\\x",
        "HTTPS://EVIL.EXAMPLE:/",
        "evil.example:8080/a b",
        "http://💩.la/",
        "http://a_b-.example/",
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
        "http://[::1%25eth0]/",
        "http://[192.0.2.1]/",
        "http://example.com:99999/",
        "http://example.com:x/",
        "http://1.2.3.256/",
        "http://1.2.3.4.5/",
        "http://4294967296/",
        "http://09.1.1.1/",
        "http://a.0x/a.b",
        "http://a%2fb.example/",
        "ftp://example.com/file",
        "tcp://192.0.2.1:599",
        "mailto:someone@example.com",
        "javascript:alert('a.b')",
        "data:text/html,a.b",
        "file:///etc/passwd",
        "user:password@example.com/",
        "dGNwOi8vMTkyLjAuMi4xOjU5OQ",  # tcp://192.0.2.1:599
        "a" * 63,
        "/_8",  # base64 of what is not text
    ],
)
def test_no_urls(value: str) -> None:
    with pytest.raises(InvalidInputError, match=r"^url_id: not a URL"):
        path_segment("url_id", value, "url")


@pytest.mark.parametrize(
    ("text", "shape", "meant"),
    [
        ("hxxp://evil.example/a[.]b", "url", "http://evil.example/a[.]b"),
        ("hXXps[:]//evil[.]example/", "url", "https://evil.example/"),
        ("http[://]evil(dot)example", "url", "http://evil.example"),
        ("h**p://a@evil{.}example:80/", "url", "http://a@evil.example:80/"),
        ("evil[.]example", "url", "evil.example"),
        ("evil[.]example", "domain", "evil.example"),
        ("www [dot] evil(.)example", "domain", "www.evil.example"),
        ("evil[.example", "domain", "evil.example"),
        ("hxxp://evil.example", "domain", "http://evil.example"),
        ("192[.]0[.]2(.)1", "ip", "192.0.2.1"),
    ],
)
def test_what_is_defanged_is_refused_by_what_it_means(text: str, shape: str, meant: str) -> None:
    with pytest.raises(InvalidInputError, match=r"^id: .* is defanged") as caught:
        path_segment("id", text, shape)
    assert repr(meant) in caught.value.message


@pytest.mark.parametrize(
    ("shape", "value"),
    [("hash", SHA256), ("domain", "example.com"), ("ip", "192.0.2.1"), ("url", "http://a.example")],
)
def test_the_end_of_a_line_is_no_part_of_an_identifier(shape: str, value: str) -> None:
    assert path_segment("id", f" {value}\r\n", shape) == path_segment("id", value, shape)


def test_lines_of_a_file_are_identifiers(server: Server) -> None:
    lines = io.StringIO("EXAMPLE.com\nexample.com\r\n\n192.0.2.1\n")
    found = [type(item.error) for item in server.client().domains.get_reports(lines, ordered=True)]
    assert found == [NotFoundError, NotFoundError, InvalidInputError, InvalidInputError]
    assert server.paths == ["/domains/example.com"]


# Letters of which host names are made: of several scripts, wide, composed, invisible, emoji.
_LETTERS = st.text(
    st.sampled_from("aZ0-_ßẞςσéеلاह中한ｅＡ💩❤\u0308\u0301\u00ad"), min_size=1, max_size=8
).filter(lambda label: label.strip("\u00ad"))  # nothing is left of soft hyphens alone


@pytest.mark.slow
@given(st.lists(_LETTERS, min_size=2, max_size=4))
def test_spellings_of_a_name_that_browsers_take_for_one_have_one_id(labels: list[str]) -> None:
    name = ".".join(labels)
    try:
        found = SHAPES["domain"](name)
    except InvalidInputError:
        assume(False)
    for spelling in (
        found,
        found.upper(),
        f"{name}.",
        "。".join(labels),
        unicodedata.normalize("NFD", name),
        unicodedata.normalize("NFC", name),
        quote(name),
    ):
        assert SHAPES["domain"](spelling) == found
        # A URL is sent as it is typed, and its host is the same.
        url = f"http://{spelling}:80/a b"
        assert SHAPES["submitted_url"](url) == url
        assert split_url(url).host == found


@given(
    st.lists(
        st.text("abz0189_-!$&'*+,;=~`\"", min_size=1, max_size=63), min_size=2, max_size=4
    ).filter(lambda labels: not labels[-1][0].isdigit())
)
def test_what_dns_can_hold_is_sent(labels: list[str]) -> None:
    name = ".".join(labels)
    assume(len(name) <= 253)
    assert SHAPES["domain"](name) == name
    assert split_url(f"https://{name}/").host == name


@given(st.integers(0, 2**32 - 1), st.sampled_from(["{}", "0x{:x}", "0X{:X}", "0{:o}"]))
def test_addresses_in_all_their_spellings_are_one_host(number: int, form: str) -> None:
    address = ipaddress.IPv4Address(number)
    first, second, *_ = address.packed
    for spelling in (
        form.format(number),
        f"{form.format(first)}.{form.format(number & 0xFFFFFF)}",
        f"{first}.{form.format(second)}.{form.format(number & 0xFFFF)}",
        ".".join(map(form.format, address.packed)),
        f"{address}.",
    ):
        assert split_url(f"http://{spelling}:8080/").host == address


@given(st.text(max_size=30), st.sampled_from(sorted(SHAPES)))
def test_any_text_has_an_identifier_or_a_typed_error(text: str, shape: str) -> None:
    try:
        segment = path_segment("name", text, shape)
    except InvalidInputError:
        return
    assert segment
    assert not set(segment) & set("/?# ")


@pytest.mark.parametrize("shape", SHAPES)
@pytest.mark.parametrize("value", REFUSED)
def test_every_shape_refuses_them(shape: str, value: Any) -> None:
    with pytest.raises(InvalidInputError, match=r"^name: "):
        path_segment("name", value, shape)


def test_a_long_value_is_not_shown_in_full() -> None:
    with pytest.raises(InvalidInputError) as caught:
        path_segment("file_id", "z" * 100_000, "hash")
    assert len(caught.value.message) < 300
