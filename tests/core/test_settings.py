"""Settings as values, and where the key must not be."""

import pickle
from typing import Any

import pytest

from tests.support import KEY
from vt_sdk import InvalidInputError, Request
from vt_sdk.core.settings import (
    KEY_MARK,
    Headers,
    KeyedAddress,
    Settings,
    key_spellings,
    refuse_key,
)

GET = Request("GET", "/files/x")


def settings(**options: Any) -> Settings:
    options.setdefault("base_url", "https://service.example/api/v3")
    return Settings(headers=Headers({"x-apikey": KEY, "X-Own": "1"}), **options)


def test_settings_travel_without_the_key() -> None:
    given = settings(timeout=5, strict=True)
    stored = pickle.dumps(given)
    assert KEY.encode() not in stored
    twin = pickle.loads(stored)
    assert (twin.timeout, twin.strict, twin.base_url) == (5, True, given.base_url)
    assert twin.headers == {"X-Own": "1"}
    assert KEY not in repr(given)


def test_a_request_never_holds_the_key() -> None:
    assert "x-apikey" not in repr(GET)
    assert GET.headers == ()


@pytest.mark.parametrize(
    "request_",
    [
        Request("GET", f"/files/{KEY}"),
        Request("GET", f"/files/{KEY.lower()}"),
        Request("GET", KeyedAddress(f"/users/{KEY_MARK}/{KEY}")),
        Request("GET", f"https://storage.example/a{KEY}b"),
        Request("GET", "/x", (("a", "b"), ("c", f"tag:{KEY}"))),
    ],
)
def test_the_key_is_refused_in_an_address(request_: Request) -> None:
    with pytest.raises(InvalidInputError) as caught:
        refuse_key(request_, settings())
    assert KEY.lower() not in str(caught.value).lower()


def test_an_encoded_key_is_refused_too() -> None:
    given = settings()
    given.headers["x-apikey"] = "a+b/" + "c" * 20
    with pytest.raises(InvalidInputError):
        refuse_key(Request("GET", "/files/a%2Bb%2F" + "c" * 20), given)


def test_a_word_as_key_may_be_in_an_address() -> None:
    given = settings()
    given.headers["x-apikey"] = "files"
    refuse_key(GET, given)
    assert key_spellings(given) == ()
