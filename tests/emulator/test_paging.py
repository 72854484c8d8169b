"""Limits, cursors and links of lists."""

import base64

import pytest

from .support import COMMENT, EICAR, Api

COMMENTS = f"/files/{EICAR}/comments"


def test_pages_hold_everything_once_newest_first(api: Api) -> None:
    seen: list[str] = []
    dates: list[int] = []
    cursor, path = None, f"{COMMENTS}?limit=10"
    for size in (10, 10, 6):
        page = api.get(path)
        assert len(page["data"]) == size
        assert page["meta"]["count"] == 26
        seen += [item["id"] for item in page["data"]]
        dates += [item["attributes"]["date"] for item in page["data"]]
        cursor = page["meta"].get("cursor")
        assert ("next" in page["links"]) is (cursor is not None)
        path = page["links"].get("next", "")
    assert cursor is None
    assert len(set(seen)) == 26
    assert dates == sorted(dates, reverse=True)


def test_page_holds_ten_unless_told_otherwise(api: Api) -> None:
    assert len(api.get(COMMENTS)["data"]) == 10
    assert len(api.get(f"{COMMENTS}?limit=40")["data"]) == 26


def test_new_items_do_not_shift_the_next_page(api: Api) -> None:
    first = api.get(COMMENTS)
    api.post(COMMENTS, json=COMMENT)
    second = api.get(COMMENTS, params={"cursor": first["meta"]["cursor"]})
    ids = [item["id"] for item in first["data"] + second["data"]]
    assert len(set(ids)) == 20


def test_cursor_of_two_quotes_means_none(api: Api) -> None:
    plain, quoted = api.get(COMMENTS), api.get(COMMENTS, params={"cursor": '""'})
    assert quoted == plain


@pytest.mark.parametrize("limit", ["0", "41", "-1", "ten", "1.5", "1_0", " 10", "9" * 5000])
def test_limit_outside_its_range_is_refused(api: Api, limit: str) -> None:
    assert api.error(400, "GET", f"{COMMENTS}?limit={limit}") == "BadRequestError"


@pytest.mark.parametrize("cursor", ["garbage", "Zm9v", "Zm9vOjE=", "%00", "é"])
def test_cursor_of_nobody_is_refused(api: Api, cursor: str) -> None:
    assert api.error(400, "GET", COMMENTS, params={"cursor": cursor}) == "BadRequestError"


def test_cursor_of_another_list_is_refused(api: Api) -> None:
    cursor = api.get(COMMENTS)["meta"]["cursor"]
    votes = f"/files/{EICAR}/votes"
    assert api.error(400, "GET", votes, params={"cursor": cursor}) == "BadRequestError"
    # The descriptors of the same relationship are the same list.
    path = f"/files/{EICAR}/relationships/comments"
    assert len(api.get(path, params={"cursor": cursor})["data"]) == 10


def test_cursor_that_was_tampered_with_is_refused(api: Api) -> None:
    cursor = base64.urlsafe_b64decode(api.get(COMMENTS)["meta"]["cursor"]).decode()
    for tail in ("", "-1", "9" * 30, "x"):
        text = f"{cursor.partition(':')[0]}:{tail}"
        forged = base64.urlsafe_b64encode(text.encode()).decode()
        assert api.error(400, "GET", COMMENTS, params={"cursor": forged}) == "BadRequestError"
