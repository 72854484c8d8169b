"""Where a request goes and with which headers, as a pure function."""

from dataclasses import replace
from typing import Any

import pytest

from tests.support import KEY
from vt_sdk import (
    InvalidInputError,
    InvalidResponseError,
    MissingAPIKeyError,
    Request,
    __version__,
)
from vt_sdk.core.settings import (
    KEY_MARK,
    Headers,
    KeyedAddress,
    Settings,
)
from vt_sdk.transports.base import outgoing, shown_address

GET = Request("GET", "/files/x")


def settings(**options: Any) -> Settings:
    options.setdefault("base_url", "https://service.example/api/v3")
    return Settings(headers=Headers({"x-apikey": KEY, "X-Own": "1"}), **options)


def test_a_request_to_the_service() -> None:
    url, headers = outgoing(GET, settings())
    assert url == "https://service.example/api/v3/files/x"
    assert headers == {
        "User-Agent": f"vt_sdk/{__version__} gzip",
        "Accept-Encoding": "gzip, deflate",
        "Accept": "*/*",
        "x-apikey": KEY,
        "X-Own": "1",
    }
    assert type(headers["x-apikey"]) is str


@pytest.mark.parametrize(
    ("url", "trusted"),
    [
        ("https://service.example/other", True),
        ("https://service.example:443/other", True),
        ("https://SERVICE.example/other", True),
        ("http://service.example/other", False),
        ("https://service.example:8443/", False),
        ("https://service.example.evil/", False),
        ("https://sub.service.example/", False),
        ("https://service.example@evil.example/", False),
        ("https://evil.example\\@service.example/", False),
        ("https://service.example\\@evil.example/", False),
        ("https://service.example:99999999/", False),
        ("https://[::1/", False),
        ("https://storage.example/x", False),
        ("https:///files", False),
    ],
)
def test_the_key_goes_to_one_origin_only(url: str, trusted: bool) -> None:
    _, headers = outgoing(Request("GET", url), settings(tool="t"))
    assert ("x-apikey" in headers) is trusted
    assert ("X-Own" in headers) is trusted
    assert ("x-tool" in headers) is trusted
    assert (KEY in str(headers)) is trusted


def test_the_key_is_wanted_for_the_service_only() -> None:
    keyless = Settings(base_url="https://service.example")
    with pytest.raises(MissingAPIKeyError):
        outgoing(GET, keyless)
    assert outgoing(Request("GET", "https://storage.example/x"), keyless)[0].endswith("/x")


def test_the_query() -> None:
    query = (("a", "b c"), ("d", "e&f=ü"))
    assert outgoing(Request("GET", "/x", query), settings())[0].endswith(
        "/x?a=b%20c&d=e%26f%3D%C3%BC"
    )
    address = "https://service.example/x?signed=1"
    assert outgoing(Request("GET", address, (("a", "b"),)), settings())[0] == f"{address}&a=b"


@pytest.mark.parametrize(
    "base_url", ["https://service.example/api/v3/", "https://service.example/api/v3"]
)
def test_a_slash_at_the_end_does_not_matter(base_url: str) -> None:
    url, _ = outgoing(GET, settings(base_url=base_url))
    assert url == "https://service.example/api/v3/files/x"


@pytest.mark.parametrize("value", [5, None, "a\nb", "a\x00", b"x"])
def test_headers_that_cannot_be_sent(value: Any) -> None:
    given = settings()
    with pytest.raises(InvalidInputError, match="X-Bad"):
        given.headers["X-Bad"] = value
    with pytest.raises(InvalidInputError, match="X-Bad"):
        outgoing(replace(GET, headers=(("X-Bad", value),)), given)


def test_the_content_type() -> None:
    request = Request("POST", "/x", body=b"{}", content_type="application/json")
    assert outgoing(request, settings())[1]["Content-Type"] == "application/json"


# --- the key in an address -----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("url", "sent"),
    [
        (f"/users/{KEY_MARK}/x", f"https://service.example/api/v3/users/{KEY}/x"),
        (f"https://service.example/{KEY_MARK}", f"https://service.example/{KEY}"),
        (f"https://evil.example/{KEY_MARK}", f"https://evil.example/{KEY_MARK}"),
        (f"https://{KEY_MARK}/", f"https://{KEY_MARK}/"),
    ],
)
def test_the_mark_becomes_the_key_for_the_service_only(url: str, sent: str) -> None:
    request = Request("GET", KeyedAddress(url), (("a", KEY_MARK),))
    address, _ = outgoing(request, settings())
    query = "?a=%7Bx-apikey%7D"
    assert address == sent + query
    base = "" if url.startswith("http") else "https://service.example/api/v3"
    assert shown_address(request, settings()) == f"{base}{url}{query}"
    assert KEY not in repr(request)
    plain = Request("GET", url, (("a", KEY_MARK),))
    assert KEY not in outgoing(plain, settings())[0]


def test_the_mark_in_the_base_stays() -> None:
    given = settings(base_url=f"https://service.example/{KEY_MARK}")
    assert outgoing(GET, given)[0] == f"https://service.example/{KEY_MARK}/files/x"


def test_a_word_as_key_may_be_in_an_address() -> None:
    given = settings()
    given.headers["x-apikey"] = "files"
    assert outgoing(GET, given)[0].endswith("/files/x")
    request = Request("GET", KeyedAddress(f"/users/{KEY_MARK}"))
    assert outgoing(request, given)[0].endswith("/users/files")


# --- no step back from TLS -----------------------------------------------------------------------


@pytest.mark.parametrize("host", ["storage.example", "service.example", "127.0.0.1", "[::1]"])
def test_no_content_goes_on_without_tls(host: str) -> None:
    url = f"http://{host}/x"
    with pytest.raises(InvalidResponseError, match="without TLS"):
        outgoing(Request("POST", url, body=b"content"), settings())
    assert "x-apikey" not in outgoing(Request("GET", url), settings())[1]


def test_a_service_on_this_machine_speaks_as_it_likes() -> None:
    given = settings(base_url="http://127.0.0.1:8080/api/v3")
    for url in ("/files", "http://127.0.0.1:9090/up", "http://storage.example/up"):
        outgoing(Request("POST", url, body=b"content"), given)
