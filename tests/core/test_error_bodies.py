"""From an answer that is not a success to the error that says so."""

import pickle
from dataclasses import replace
from typing import Any

import pytest

from tests.support import SHA256, Server, error_answer
from vt_sdk import (
    APIError,
    ClientError,
    ErrorCode,
    InvalidResponseError,
    NotAvailableYetError,
    NotFoundError,
    Request,
    Response,
    ServerError,
)
from vt_sdk.core.error_bodies import api_error, error_code, error_from, retry_after
from vt_sdk.errors import API_ERRORS


@pytest.mark.parametrize("code", ErrorCode)
def test_every_code_raises_its_class(server: Server, code: ErrorCode) -> None:
    status = int(code.status or 0)
    server.default = error_answer(status, code.value, "why", Retry_After="3600")
    client = server.client()
    with pytest.raises(API_ERRORS[code]) as caught:
        client.files.get_report(SHA256)
    error = caught.value
    assert type(error) is API_ERRORS[code]
    assert (error.code, error.raw_code, error.message) == (code, code.value, "why")
    assert error.status == status
    assert error.retry_after == 3600
    assert client.files.get_last_http_error() == status
    assert client.files.get_last_result() is None


@pytest.mark.parametrize(
    ("status", "code", "kind"),
    [
        (404, "NotFound", NotFoundError),
        (400, "NotAvailableYetError", NotAvailableYetError),
        (418, "TeapotError", ClientError),
        (500, "BrandNewError", ServerError),
        (599, "", ServerError),
        (404, "", ClientError),
        (409, "NotFoundError", NotFoundError),  # the code decides, not the status
    ],
)
def test_renamed_and_unknown_codes(status: int, code: str, kind: type[APIError]) -> None:
    error = error_from(Response(status, {}, error_answer(status, code).body), Request("GET", "/x"))
    assert type(error) is kind
    assert isinstance(error, APIError)
    assert error.status == status
    assert error.raw_code == code


def test_a_refusal_says_which_key_the_operation_needs() -> None:
    refused = Response(403, {}, error_answer(403, "ForbiddenError", "not for you").body)
    asked = Request("GET", "/x", operation="get_x")
    assert str(error_from(refused, asked)) == "not for you"
    error = error_from(refused, replace(asked, premium="get_x"))
    assert str(error) == error.message == "not for you (get_x needs a premium key)"
    assert str(pickle.loads(pickle.dumps(error))) == error.message
    unknown = Response(404, {}, error_answer(404, "NotFoundError", "gone").body)
    assert str(error_from(unknown, replace(asked, premium="get_x"))) == "gone"


@pytest.mark.parametrize(
    "body",
    [b"", b"<html>", b"[]", b"{}", b'{"error": null}', b'{"error": "x"}', b"[" * 100_000, b"\xff"],
)
def test_what_is_no_error_of_the_api(body: bytes) -> None:
    error = error_from(Response(500, {"content-type": "text/html"}, body), Request("GET", "/x"))
    assert isinstance(error, InvalidResponseError)
    assert error.raw == body
    assert error.status == 500
    assert error.content_type == "text/html"
    assert len(error.message) < 500
    assert error_code(Response(429, {}, body)) is None


@pytest.mark.parametrize(
    ("member", "message"),
    [
        ({"code": "NotFoundError", "message": "gone"}, "gone"),
        ({"code": "NotFoundError", "message": ""}, "NotFoundError"),
        ({"code": "NotFoundError"}, "NotFoundError"),
        ({"message": "gone"}, "gone"),
        ({}, "HTTP 404"),
        ({"code": None, "message": 5}, "HTTP 404"),
    ],
)
def test_the_message(member: dict[str, Any], message: str) -> None:
    assert str(api_error(member, 404)) == message


@pytest.mark.parametrize(
    ("headers", "seconds"),
    [
        ({}, None),
        ({"retry-after": ""}, None),
        ({"retry-after": "0"}, 0.0),
        ({"retry-after": " 17 "}, 17.0),
        ({"retry-after": "-5"}, None),
        ({"retry-after": "1.5"}, None),
        ({"retry-after": "soon"}, None),
        ({"retry-after": "٣"}, None),
        (
            {
                "retry-after": "Wed, 21 Oct 2015 07:28:30 GMT",
                "date": "Wed, 21 Oct 2015 07:28:00 GMT",
            },
            30.0,
        ),
        (
            {
                "retry-after": "Wed, 21 Oct 2015 07:28:00 -0000",
                "date": "Wed, 21 Oct 2015 07:28:30 GMT",
            },
            0.0,
        ),
        ({"retry-after": "Wed, 21 Oct 2015 07:28:30 GMT"}, None),
        ({"retry-after": "Wed, 21 Oct 2015 07:28:30 GMT", "date": "today"}, None),
        ({"retry-after": "99 Foo 2015", "date": "Wed, 21 Oct 2015 07:28:30 GMT"}, None),
    ],
)
def test_retry_after(headers: dict[str, str], seconds: float | None) -> None:
    assert retry_after(Response(429, headers, b"")) == seconds
