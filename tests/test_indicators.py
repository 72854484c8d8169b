"""What a text stands for, where indicators are in a text, and their look-ups of mixed kinds."""

import asyncio
import pickle
import re
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vt_sdk import (
    AmbiguousIndicatorError,
    BatchItem,
    InvalidInputError,
    NotFoundError,
    VirusTotalAPIError,
    models,
)
from vt_sdk.emulator import Emulator
from vt_sdk.indicators import Found, Indicator, Kind, classify, find

MD5, SHA1, SHA256 = "44d88612fea8a8f36de82e1278abb02f", "3395856ce81f2b" + "7" * 26, "ab" * 32

UNDERSTOOD: list[tuple[str, Kind, str]] = [
    (MD5, "file", MD5),
    (SHA1.upper(), "file", SHA1),
    (f" {SHA256}\r\n", "file", SHA256),
    ("http://evil.example/a?b#c", "url", "http://evil.example/a?b#c"),
    ("HTTPS://Evil.example", "url", "HTTPS://Evil.example"),
    ("hxxps://evil[.]example/a", "url", "https://evil.example/a"),
    ("hxxp[://]evil(dot)example/", "url", "http://evil.example/"),
    ("hxxps[://]evil[.]example/a[.]php?v=1[.]2", "url", "https://evil.example/a.php?v=1.2"),
    ("hxxp://evil[.]example/a[.]b/c.php", "url", "http://evil.example/a[.]b/c.php"),
    ("evil.example/path", "url", "evil.example/path"),
    ("evil.example:8080", "url", "evil.example:8080"),
    ("185.1.2.3:443", "url", "185.1.2.3:443"),
    ("[2001:db8::1]:443", "url", "[2001:db8::1]:443"),
    ("[2001:db8::1]/x", "url", "[2001:db8::1]/x"),
    ("http://[2001:db8::1]:8080/x", "url", "http://[2001:db8::1]:8080/x"),
    ("http://invoice.zip/", "url", "http://invoice.zip/"),
    ("http://user:word@evil.example/", "url", "http://user:word@evil.example/"),
    ("evil.example", "domain", "evil.example"),
    ("EVIL[.]Example.", "domain", "evil.example"),
    ("http://evil.example/x.'.'", "url", "http://evil.example/x"),
    ("http://evil.example[.]", "url", "http://evil.example"),
    ('"evil.example",', "domain", "evil.example"),
    ("«evil.example»", "domain", "evil.example"),
    ("<evil.example>", "domain", "evil.example"),
    ("bücher.example", "domain", "xn--bcher-kva.example"),
    ("_dmarc.evil.example", "domain", "_dmarc.evil.example"),
    ("example.com", "domain", "example.com"),
    ("1.2.3.4", "ip_address", "1.2.3.4"),
    ("1[.]2[.]3[.]4", "ip_address", "1.2.3.4"),
    ("2001:0DB8::1", "ip_address", "2001:db8::1"),
    ("[2001:db8::1]", "ip_address", "2001:db8::1"),
]

REFUSED = [
    *("", " ", "-", "word", "localhost", "a b", "evil .example", "3.11", "1.2.3", "1.2.3.4.5"),
    *("0x7f.1", "999.1.1.1", "a" * 31, "g" * 32, "a" * 128, "a..b.example", "\ud800.example"),
    *("1.2.3.0/24", "2001:db8::/32", "me@evil.example", "ftp://evil.example/", "C:\\a\\b.exe"),
    *("/etc/passwd", "javascript:alert(1)", "http://", "https:///x", "report.pdf", "a.exe"),
    *("setup.tar.gz", "report.pdf/x", "fe80::1%eth0", "\x00", "http://a b/", "a,b.example"),
    *("report.parquet", "lines.jsonl", "rules.yar", "memory.dmp", "script.mjs/x"),
    *("2025-01-01;evil.example", "a.example,b.example/x", "8.8.8.8,evil.example"),
]

EITHER = [
    "letter.dot",
    "invoice.zip",
    "run.sh",
    "readme.md",
    "Readme[.]MD",
    "script.py/x",
    "a.b.pl",
]


@pytest.mark.parametrize(("text", "kind", "value"), UNDERSTOOD)
def test_what_a_text_stands_for(text: str, kind: Kind, value: str) -> None:
    found = classify(text)
    assert found == Indicator(kind, value, text)
    assert pickle.loads(pickle.dumps(found)) == found
    assert classify(found.value) == Indicator(kind, value, value)


@pytest.mark.parametrize("text", REFUSED)
def test_what_is_no_indicator(text: str) -> None:
    for assume in (None, "domain"):
        with pytest.raises(InvalidInputError) as caught:
            classify(text, assume=assume)
        assert type(caught.value) is InvalidInputError


@pytest.mark.parametrize("text", ["", "???", "...", '""'])
def test_what_is_left_out_around_an_indicator_is_none(text: str) -> None:
    with pytest.raises(InvalidInputError, match=rf"^not an indicator: {re.escape(repr(text))}$"):
        classify(text)


@pytest.mark.parametrize("wrong", [None, 5, b"evil.example", ["evil.example"]])
def test_only_texts_are_indicators(wrong: object) -> None:
    with pytest.raises(InvalidInputError, match="expected a text"):
        classify(wrong)  # type: ignore[arg-type]  # that is the point


@pytest.mark.parametrize("text", EITHER)
def test_the_name_of_a_file_is_never_guessed_to_be_a_domain(text: str) -> None:
    with pytest.raises(AmbiguousIndicatorError, match="assume"):
        classify(text)
    assert classify(text, assume="domain").kind == ("url" if "/" in text else "domain")
    with pytest.raises(InvalidInputError, match="name of a file"):
        classify(text, assume="file")


@pytest.mark.slow
@given(st.text(max_size=60) | st.from_regex(r"\A[a-z0-9.:/@\[\]()-]{1,40}\Z"))
def test_any_text_is_one_indicator_or_refused(text: str) -> None:
    try:
        found = classify(text)
    except InvalidInputError:
        return
    again = classify(found.value, assume=found.kind)
    assert (again.kind, again.value) == (found.kind, found.value)


TEXT = f"""The sample ({MD5}) calls hxxp://evil[.]example[.]com/a.php?x=(1), then 1.2.3[.]4 and
"bad-domain.net". See <a href="http://good.org/page,1;2">it</a>, write to me@evil.com; open
invoice.zip or evil (dot) org. This is v1.2.3, e.g. of report.pdf. C2: 185.1.2.3:443,
[2001:db8::1], http://a.com,http://b.com;c.com|d.net (see http://wiki.org/A_(b)) *bold.com*
[link](http://md.org/x) sha1={SHA1}. no.such.suffixx {MD5.upper()}
[named.org](http://md.org/y) ([2001:db8::2]:443) [[2001:db8::3]/x]"""


def test_indicators_of_a_text_and_their_places() -> None:
    found = list(find(TEXT))
    assert [(each.indicator.kind, each.indicator.value) for each in found] == [
        ("file", MD5),
        ("url", "http://evil.example.com/a.php?x=(1)"),
        ("ip_address", "1.2.3.4"),
        ("domain", "bad-domain.net"),
        ("url", "http://good.org/page,1;2"),
        ("domain", "evil.org"),
        ("url", "185.1.2.3:443"),
        ("ip_address", "2001:db8::1"),
        ("url", "http://a.com"),
        ("url", "http://b.com"),
        ("domain", "c.com"),
        ("domain", "d.net"),
        ("url", "http://wiki.org/A_(b)"),
        ("domain", "bold.com"),
        ("url", "http://md.org/x"),
        ("file", SHA1),
        ("file", MD5),
        ("domain", "named.org"),
        ("url", "http://md.org/y"),
        ("url", "[2001:db8::2]:443"),
        ("url", "[2001:db8::3]/x"),
    ]
    for each in found:
        assert TEXT[each.start : each.end] == each.indicator.text
    assert ("domain", "invoice.zip") in {
        (each.indicator.kind, each.indicator.value) for each in find(TEXT, assume="domain")
    }


def test_brackets_without_end_are_gone_through_once() -> None:
    (found,) = find("(" * 100_000 + "evil.com" + ")" * 100_000)
    assert found.indicator.value == "evil.com"


@pytest.mark.slow
@given(st.text(max_size=200))
def test_places_in_any_text_are_in_order_and_apart(text: str) -> None:
    end = 0
    for each in find(text):
        assert isinstance(each, Found)
        assert end <= each.start < each.end <= len(text)
        assert classify(text[each.start : each.end]) == each.indicator
        end = each.end


# --- look-ups ------------------------------------------------------------------------------------

KNOWN = [SHA256, "http://evil.example/x", "evil.example", "1.2.3.4"]
TYPES = [models.File, models.URL, models.Domain, models.IPAddress]
TEXTS = [
    *(SHA256.upper(), "hxxp://evil[.]example/x", "evil[.]example", "1.2.3.4"),
    *("invoice.zip", "rubbish", "http://evil.example/x", "cd" * 32),
]


@pytest.fixture
def seeded(emulator: Emulator) -> Emulator:
    """Run an emulator that knows one indicator of each kind."""
    emulator.add_file(SHA256)
    emulator.add_url(KNOWN[1])
    emulator.add_domain(KNOWN[2])
    emulator.add_ip_address(KNOWN[3])
    return emulator


def looked_up(
    emulator: Emulator, is_async: bool, texts: list[str], **options: Any
) -> list[BatchItem[Any]]:
    """Return what the client for threads, or that for loops, gives for texts, in their order."""
    if not is_async:
        return list(emulator.client().lookup_many(texts, ordered=True, **options))

    async def run() -> list[BatchItem[Any]]:
        async with emulator.async_client() as avt:
            batch = avt.lookup_many(texts, ordered=True, **options)
            return [item async for item in batch]

    return asyncio.run(run())


@pytest.mark.parametrize("is_async", [False, True])
def test_indicators_of_mixed_kinds_are_looked_up_together(seeded: Emulator, is_async: bool) -> None:
    items = looked_up(seeded, is_async, TEXTS)
    assert [item.input for item in items] == TEXTS
    assert [type(item.value) for item in items[:4]] == TYPES
    assert [type(item.error) for item in items[4:]] == [
        AmbiguousIndicatorError,
        InvalidInputError,
        type(None),
        NotFoundError,
    ]
    assert [item.indicator and item.indicator.kind for item in items] == [
        *("file", "url", "domain", "ip_address", None, None, "url", "file"),
    ]
    # The URL came twice, and was asked for once; what is no indicator was not asked for at all.
    assert len(seeded.calls) == 5


@pytest.mark.parametrize("is_async", [False, True])
def test_what_may_be_a_file_is_what_is_assumed(vt_emulator: Emulator, is_async: bool) -> None:
    texts = ["invoice.zip", "invoice.exe"]
    found, refused = looked_up(vt_emulator, is_async, texts, assume="domain")
    assert found.result().id == "invoice.zip"
    assert (found.indicator, refused.indicator) == (
        Indicator("domain", "invoice.zip", "invoice.zip"),
        None,
    )
    (refused,) = looked_up(vt_emulator, is_async, texts[:1], assume="file")
    assert (type(refused.error), refused.indicator) == (InvalidInputError, None)
    (item,) = vt_emulator.client().domains.get_reports(["invoice.zip"])
    assert item.indicator == found.indicator


@pytest.mark.parametrize("is_async", [False, True])
def test_one_indicator_is_looked_up(seeded: Emulator, is_async: bool) -> None:
    async def run(text: str | Indicator) -> object:
        async with seeded.async_client() as avt:
            return await avt.lookup(text)

    for text, expected in zip(TEXTS, TYPES, strict=False):
        for given_as in (text, classify(text)):
            if is_async:
                found: object = asyncio.run(run(given_as))
            else:
                found = seeded.client().lookup(given_as)
            assert isinstance(found, expected)
    before = len(seeded.calls)
    for wrong, error in (("invoice.zip", AmbiguousIndicatorError), ("x", InvalidInputError)):
        with pytest.raises(error):
            asyncio.run(run(wrong)) if is_async else seeded.client().lookup(wrong)
    assert len(seeded.calls) == before


def test_what_comes_back_is_told_apart_by_its_class(seeded: Emulator) -> None:
    match seeded.client().lookup("evil[.]example"):
        case models.Domain() as domain:
            assert domain.id == "evil.example"
        case other:
            pytest.fail(f"it is {other}")


def test_the_price_of_mixed_look_ups(seeded: Emulator) -> None:
    assert seeded.client().lookup_many([*TEXTS, *TEXTS]).price().calls == 5
    with pytest.raises(InvalidInputError, match="several"):
        seeded.client().lookup_many("evil.example")


def test_stopped_look_ups_say_where_to_go_on(seeded: Emulator) -> None:
    seeded.fail_next(401)
    with pytest.raises(VirusTotalAPIError) as caught:
        list(seeded.client().lookup_many(TEXTS, ordered=True, max_workers=1))
    assert caught.value.resume_at == 0  # type: ignore[attr-defined]  # a BatchStoppedError
