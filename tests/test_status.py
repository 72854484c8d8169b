"""Status constants and error codes: the seed's values, open members, look-up."""

import copy
import json
import pickle
from typing import Any

import pytest

from vt_sdk import ErrorCode, VirusTotalAPI, VTStatus

# As vtapi3 2.0 has them on its base class.
SEED = {
    "HTTP_OK": 200,
    "HTTP_BAD_REQUEST_ERROR": 400,
    "HTTP_AUTHENTICATION_REQUIRED_ERROR": 401,
    "HTTP_FORBIDDEN_ERROR": 403,
    "HTTP_NOT_FOUND_ERROR": 404,
    "HTTP_ALREADY_EXISTS_ERROR": 409,
    "HTTP_QUOTA_EXCEEDED_ERROR": 429,
    "HTTP_TRANSIENT_ERROR": 503,
}


def test_the_constants_of_the_seed() -> None:
    assert {member.name: member.value for member in VTStatus} == SEED
    for name, value in SEED.items():
        assert getattr(VirusTotalAPI, name) is VTStatus(value)
        assert getattr(VirusTotalAPI("k"), name) == value


@pytest.mark.parametrize("value", SEED.values())
def test_a_constant_explains_itself(value: int) -> None:
    status = VTStatus(value)
    assert status == value
    assert isinstance(status, int)
    assert status.phrase
    assert status.description.endswith(".")
    assert hash(status) == hash(value)
    assert f"{status:d}" == str(value)


def test_phrases() -> None:
    assert VTStatus.HTTP_NOT_FOUND_ERROR.phrase == "Not Found"
    assert VTStatus.HTTP_QUOTA_EXCEEDED_ERROR.phrase == "Quota Exceeded"
    assert len({status.description for status in VTStatus}) == len(SEED)


@pytest.mark.parametrize("value", [0, 204, 302, 418, 502, 599, 999, -1])
def test_an_open_member(value: int) -> None:
    status = VTStatus(value)
    assert status == value
    assert status == VTStatus(value)
    assert isinstance(status, VTStatus)
    assert (status.name, status.value) == (f"HTTP_{value}", value)
    assert (status.phrase, status.description) == ("", "")
    assert status not in list(VTStatus)
    assert len(list(VTStatus)) == len(SEED)
    assert {status: 1}[VTStatus(value)] == 1
    assert repr(value) in repr(status)
    assert json.dumps(status) == str(value)


@pytest.mark.parametrize("value", [200, 404, 418])
def test_a_status_travels(value: int) -> None:
    status = VTStatus(value)
    copies = [copy.copy(status), copy.deepcopy(status)]
    copies += [pickle.loads(pickle.dumps(status, p)) for p in range(pickle.HIGHEST_PROTOCOL + 1)]
    for twin in copies:
        assert twin == status
        assert type(twin) is VTStatus
        assert twin.name == status.name
        if value in SEED.values():
            assert twin is status


@pytest.mark.parametrize("value", ["404", "x", None, 4.5])
def test_what_is_no_status(value: Any) -> None:
    with pytest.raises(ValueError, match="VTStatus"):
        VTStatus(value)


@pytest.mark.parametrize(
    ("value", "success", "client", "server"),
    [
        (199, False, False, False),
        (200, True, False, False),
        (299, True, False, False),
        (300, False, False, False),
        (399, False, False, False),
        (400, False, True, False),
        (499, False, True, False),
        (500, False, False, True),
        (599, False, False, True),
        (600, False, False, False),
    ],
)
def test_kinds_of_status(value: int, success: bool, client: bool, server: bool) -> None:
    status = VTStatus(value)
    found = (status.is_success, status.is_client_error, status.is_server_error)
    assert found == (success, client, server)


@pytest.mark.parametrize("code", ErrorCode)
def test_a_declared_code(code: ErrorCode) -> None:
    assert ErrorCode(code.value) is code
    stem = code.value.removesuffix("Error")
    assert ErrorCode(stem) is code
    assert ErrorCode(stem + "Error") is code
    assert code == code.value
    assert code.status is not None
    assert code.status in (400, 401, 403, 404, 409, 424, 429, 503, 504)
    assert code.description.endswith(".")
    assert isinstance(code.is_retryable, bool)
    words = code.name.replace("_", "").lower()
    assert words == code.value.lower()


def test_which_codes_are_worth_repeating() -> None:
    assert {code for code in ErrorCode if code.is_retryable} == {
        ErrorCode.NOT_AVAILABLE_YET,
        ErrorCode.TOO_MANY_REQUESTS_ERROR,
        ErrorCode.TRANSIENT_ERROR,
        ErrorCode.DEADLINE_EXCEEDED_ERROR,
    }


@pytest.mark.parametrize("text", ["BrandNewError", "BrandNew", "", "notfounderror", "NotFoundErr"])
def test_an_open_code(text: str) -> None:
    code = ErrorCode(text)
    assert code == text
    assert isinstance(code, ErrorCode)
    assert (code.name, code.value) == (text, text)
    assert code.status is None
    assert code.description == ""
    assert code.is_retryable is False
    assert code not in list(ErrorCode)


@pytest.mark.parametrize("text", ["NotFoundError", "NotAvailableYet", "BrandNewError"])
def test_a_code_travels(text: str) -> None:
    code = ErrorCode(text)
    for twin in (pickle.loads(pickle.dumps(code)), copy.copy(code), copy.deepcopy(code)):
        assert twin == code
        assert type(twin) is ErrorCode
        if text != "BrandNewError":
            assert twin is code


@pytest.mark.parametrize("value", [None, 5, b"NotFoundError"])
def test_what_is_no_code(value: Any) -> None:
    with pytest.raises(ValueError, match="ErrorCode"):
        ErrorCode(value)
