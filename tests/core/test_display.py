"""What a notebook shows of objects, pages and errors."""

import json
from html.parser import HTMLParser
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.samples.support import OWN, TYPES, read
from tests.support import KEY, SHA256, file_document, run_python
from vt_sdk import (
    AsyncPage,
    InvalidInputError,
    NotFoundError,
    Page,
    QuotaExceededError,
    VirusTotalAPIError,
    VTObject,
    models,
    parse,
    parse_page,
)
from vt_sdk.emulator import Emulator

CLEAN = {"malicious": 0, "suspicious": 0, "harmless": 1, "undetected": 2, "timeout": 4}
TAGS = {"a", "b", "bdi", "div", "table", "td", "tr"}


class Shown(HTMLParser):
    """What a reader sees of HTML, cell by cell; anything that is not of ours fails."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.text: list[str] = []
        self._open: list[str] = []
        html.encode()  # as it goes to the browser
        self.feed(html)
        self.close()
        assert self._open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert tag in TAGS
        assert {name for name, _ in attrs} <= {"style", "href", "target", "rel"}
        for name, value in attrs:
            if name == "href":
                assert value is not None
                assert value.startswith("https://www.virustotal.com/gui/")
        self._open.append(tag)
        if tag in ("div", "td"):
            self.text.append("")

    def handle_endtag(self, tag: str) -> None:
        assert self._open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.text[-1] += data.replace("\xa0", " ")


def shown(value: Any) -> list[str]:
    return Shown(value._repr_html_()).text


def file(**attributes: Any) -> models.File:
    return parse(json.dumps({"data": file_document(**attributes)}), models.File)


def test_a_report_shows_its_verdict_names_dates_and_detections() -> None:
    results = {
        **{f"Engine{n}": {"category": "malicious", "result": f"Trojan.{n}"} for n in range(7)},
        "Other": {"category": "undetected"},
    }
    lines = shown(
        file(
            meaningful_name="invoice.exe",
            names=["invoice.exe", "a.exe"],
            size=1234567,
            last_analysis_date=1_700_000_000,
            last_analysis_stats={"malicious": 6, "suspicious": 1, "undetected": 3, "timeout": 9},
            last_analysis_results=results,
            tags=[],
        )
    )
    assert lines[0] == "File flagged: 7 of 10 engines"
    facts = dict(zip(lines[1::2], lines[2::2], strict=True))
    assert facts["id"] == SHA256
    assert facts["meaningful name"] == "invoice.exe"
    assert facts["size"] == "1,234,567 bytes"
    assert facts["last analysis date"] == "2023-11-14 22:13 UTC"
    assert facts["names"] == "invoice.exe, a.exe"
    five = ", ".join(f"Engine{n}: Trojan.{n}" for n in range(5))
    assert facts["detections"] == f"{five} and 2 more"
    assert "tags" not in facts


@pytest.mark.parametrize(
    ("document", "head"),
    [
        ({"attributes": {"last_analysis_stats": CLEAN}}, "File clean: 0 of 3 engines"),
        ({}, "File not analysed"),
        ({"error": {"code": "NotFoundError", "message": "no such file"}}, "File unknown"),
    ],
)
def test_a_report_without_detections_says_what_is_known(document: Any, head: str) -> None:
    lines = shown(parse({"type": "file", "id": "a", **document}, models.File))
    assert lines[0] == head
    if "error" in document:
        assert lines[-1] == "NotFoundError: no such file"


@pytest.mark.parametrize("name", TYPES)
def test_every_object_is_shown_in_short(name: str) -> None:
    for path in (OWN / name).glob("*.json"):
        parsed, _ = read(path)
        for item in parsed if isinstance(parsed, Page) else [parsed]:
            html = item._repr_html_()
            assert Shown(html).text[0].startswith(type(item).__name__)
            assert len(html) < 6_000


@pytest.mark.slow
@given(
    st.text(alphabet=st.characters(), min_size=1),
    st.integers() | st.floats(allow_nan=False, allow_infinity=False),
)
def test_what_came_is_text_and_nothing_else(text: str, number: float) -> None:
    attributes = {"meaningful_name": text, "names": [text], "size": number, text: text}
    for kind in ("file", "url", "sandwich", text):
        document = {"type": kind, "id": text, "attributes": attributes}
        item = parse(document)
        assert isinstance(item, VTObject)
        page: Page[VTObject] = Page([item, item])
        for lines in (shown(item), shown(page), shown(InvalidInputError(text))):
            assert "".join(lines).isprintable()


def test_what_would_mislead_is_written_out_and_what_is_long_is_cut() -> None:
    lines = shown(file(meaningful_name="invoice\u202efdp.exe\ud800\x00", magic="a" * 1000))
    assert "invoice\\u202efdp.exe\\ud800\\x00" in lines
    lines = shown(file(meaningful_name="a" * 1000))
    assert "a" * 100 + "…" in lines


def test_a_key_is_never_shown() -> None:
    user = {"type": "user", "id": "me", "attributes": {"apikey": KEY, "first_name": "Ann"}}
    item = parse(user, models.User)
    assert "Ann" in shown(item)
    assert KEY not in item._repr_html_() + Page([item])._repr_html_()


@pytest.mark.parametrize("kind", [Page, AsyncPage])
def test_a_page_shows_its_first_items(kind: type[Page[models.File]]) -> None:
    document = {
        "data": [file_document(meaningful_name=f"{number}.exe") for number in range(12)],
        "meta": {"cursor": "next"},
    }
    lines = shown(kind.over(parse_page(document, models.File)))
    assert lines[0] == f"{kind.__name__} of 12 items, more to come"
    assert lines[-1].endswith("and 2 more on this page")
    assert lines[1:4] == ["id", "verdict", "meaningful name"]
    assert [line for line in lines if line.endswith(".exe")] == [f"{n}.exe" for n in range(10)]
    assert shown(kind([])) == [f"{kind.__name__} of 0 items"]


@pytest.mark.parametrize(
    ("error", "lines"),
    [
        (
            NotFoundError('no "<b>"', status=404),
            ['NotFoundError no "<b>"', "status", "404"],
        ),
        (
            QuotaExceededError("spent", retry_after=90.0),
            ["QuotaExceededError spent", "status", "429", "retry after", "90 seconds"],
        ),
        (InvalidInputError("no"), ["InvalidInputError no"]),
    ],
)
def test_an_error_says_what_happened(error: VirusTotalAPIError, lines: list[str]) -> None:
    assert shown(error) == lines


@pytest.mark.slow
def test_nothing_of_it_is_loaded_before_a_notebook_asks() -> None:
    code = (
        "import sys; from vt_sdk import parse;"
        "item = parse({'type': 'file', 'id': 'a'});"
        "before = 'vt_sdk.core.display' in sys.modules; item._repr_html_();"
        "print(before, 'vt_sdk.core.display' in sys.modules)"
    )
    assert run_python(code).split() == ["False", "True"]


def test_records_show_what_tells_most_of_them(vt_emulator: Emulator) -> None:
    page = vt_emulator.client(premium=True).gti_dtm.get_alerts()
    title = page[0].title
    assert title is not None
    assert {"id", page[0].id, "title", title} <= {*shown(page[0])}
    assert {"id", page[0].id, "title"} <= {*shown(page)}
    issue = vt_emulator.client(premium=True).gti_asm.get_issue("7" * 64)
    assert {"id", "name", "example_cookie_issue"} <= {*shown(issue)}
