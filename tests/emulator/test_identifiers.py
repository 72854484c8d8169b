"""Identifiers as the service reads them."""

import hashlib

import pytest

from vt_sdk.emulator.backend import MADE_HERE, Backend
from vt_sdk.emulator.document import Document
from vt_sdk.emulator.identifiers import (
    canonical_url,
    file_hash,
    host_object,
    normal_domain,
    url_id,
)
from vt_sdk.emulator.seeds import seed
from vt_sdk.emulator.store import Store


@pytest.mark.parametrize(
    ("text", "canonical"),
    [
        ("http://example.com", "http://example.com/"),
        ("example.com/a", "http://example.com/a"),
        (" HTTPS://Example.COM:443/A?b=C#d ", "https://example.com/A?b=C"),
        ("http://example.com:8080/a b", "http://example.com:8080/a%20b"),
        ("http://example.com/%41%zz", "http://example.com/%41%zz"),
        ("http://user:secret@example.com/", "http://user:secret@example.com/"),
        ("http://user@example.com/", "http://user@example.com/"),
        ("http://bücher.example/ü", "http://xn--bcher-kva.example/%C3%BC"),
        ("http://[2001:DB8:0::1]/", "http://[2001:db8::1]/"),
        ("http://[2001:db8::1]:81", "http://[2001:db8::1]:81/"),
        ("http://192.0.2.1/", "http://192.0.2.1/"),
        ("http://3221225985/", "http://192.0.2.1/"),
        ("http://0xc0.0.01001", "http://192.0.2.1/"),
        ("http://straße.example", "http://xn--strae-oqa.example/"),
        ("http://ex%61mple.com", "http://example.com/"),
        ("http:\\\\example.com\\a", "http://example.com/a"),
        ("http://test-.example.com", "http://test-.example.com/"),
        ("ftp://example.com/", None),
        ("http://[broken/", None),
        ("http://example.com:99999/", None),
        ("http://localhost/", None),
        ("gopher://example.com/", None),
        ("http://a" + "b" * 64 + ".example/", None),
        ("", None),
    ],
)
def test_url_has_one_canonical_form(text: str, canonical: str | None) -> None:
    assert canonical_url(text) == canonical
    if canonical:
        assert canonical_url(canonical) == canonical


def test_url_id_is_a_hash_or_base64() -> None:
    digest = hashlib.sha256(b"http://example.com/").hexdigest()
    assert url_id(digest.upper()) == digest
    for text in ("aHR0cDovL2V4YW1wbGUuY29t", "aHR0cDovL2V4YW1wbGUuY29tLw=="):
        assert url_id(text) == digest
    for text in ("none", "%", "_-_-", "aHR0cDovLw", "gA"):
        assert url_id(text) is None


@pytest.mark.parametrize(
    "text", ["a", "a..b", "a b.example", "a.123", "a|b.example", "a." * 130 + "example", "\ud800.a"]
)
def test_what_is_no_domain(text: str) -> None:
    assert normal_domain(text) is None


def test_hosts_and_hashes() -> None:
    assert host_object("EXAMPLE.com.") == ("domain", "example.com")
    assert host_object("::0001") == ("ip_address", "::1")
    assert file_hash("0" * 39) is None
    assert file_hash("A" * 40) == "a" * 40


def test_unknown_objects_of_any_type_are_none() -> None:
    store = Store()
    seed(store)
    backend = Backend(store, Document.load())
    unknown = set(MADE_HERE) - {"domain", "ip_address"}
    assert [backend.show(kind, "none", "") for kind in sorted(unknown)] == [None] * len(unknown)
    store.close()
