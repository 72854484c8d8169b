"""Text of others, made safe."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vt_sdk.cli.text import clean, clean_lines


@pytest.mark.parametrize(
    ("text", "safe"),
    [
        ("plain [text] – ünïcode 漢字", "plain [text] – ünïcode 漢字"),
        ("a\x1b[31mb", r"a\x1b[31mb"),
        ("\x9b2J\x7f\x00\r\n\t", r"\x9b2J\x7f\x00\r\n\t"),
        ("\u202ecod.exe\u2066\u2028\u200b\ufeff", r"\u202ecod.exe\u2066\u2028\u200b\ufeff"),
        ("\ud800", r"\ud800"),
        ("\U000e0041", r"\U000e0041"),
        ("👩\u200d🔬 می\u200cخواهم", "👩\u200d🔬 می\u200cخواهم"),
        (12, "12"),
    ],
)
def test_clean(text: object, safe: str) -> None:
    assert clean(text) == safe


def test_lines() -> None:
    assert clean_lines("a\r\n\tb\n\nc\x1b\rd") == ["a", "    b", "", r"c\x1b\rd"]


@pytest.mark.slow
@given(st.text(st.characters(categories=["C", "Z", "L"])))
def test_nothing_unsafe_is_left_and_nothing_safe_is_lost(text: str) -> None:
    safe = clean(text)
    assert len(safe.splitlines()) <= 1
    assert not {unicodedata.category(c) for c in safe if c not in "\u200c\u200d"} & {
        "Cc",
        "Cf",
        "Cs",
    }
    assert all(c in safe for c in text if c.isalnum())
