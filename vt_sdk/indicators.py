"""Indicators: hashes, URLs, domains and IP addresses, told from each other by the text.

`classify` decides for one text, `find` for all that stand in a text of many words. Here, and only
here, defanged forms such as `hxxp://evil[.]example` are understood.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Final

from vt_sdk._extras import extra
from vt_sdk.core.identifiers import split_url
from vt_sdk.core.indicators import BEHIND, QUOTES, SCHEME, Indicator, Kind, classify
from vt_sdk.errors import InvalidInputError

__all__ = ["Found", "Indicator", "Kind", "classify", "find"]

# What a URL begins with, what stands for a dot, which may have white space around it, and what ends
# a run of text. Behind the host of a URL commas and semicolons are part of it.
_BEGIN: Final = r"h(?:tt|xx|\*\*|tx|xt)ps?[\[({]?:"
_DOT: Final = r"\s?[\[({]\s?(?:\.|dot)\s?[\])}]\s?"
_ENDS: Final = rf"\s|{re.escape(QUOTES)}"
_RUN: Final = re.compile(
    rf"{_BEGIN}[/\\\])}}]*(?:{_DOT}|[^{_ENDS},;/?#])+(?:[/?#](?:[,;](?!{_BEGIN})|[^{_ENDS},;])*)?"
    rf"|(?:(?!{_BEGIN})(?:{_DOT}|[^{_ENDS},;]))+",
    re.IGNORECASE,
)
_WITH_MORE: Final = r"\[[0-9a-f]*:[0-9a-f:.]+\](?::\d|/)"
_BEFORE: Final = re.compile(
    rf"[^\w\[]*(?:\w+=)?(?:(?!{_WITH_MORE})[(\[{{])*(?=\w|\[[0-9a-f:]+\])", re.IGNORECASE
)
_BRACKETS: Final = {"(": ")", "[": "]", "{": "}"}


@dataclass(frozen=True, slots=True)
class Found:
    """An indicator and its place in a text.

    Attributes:
        indicator: the indicator; its `text` is what stands at the place.
        start: the index of its first character.
        end: the index behind its last one.
    """

    indicator: Indicator
    start: int
    end: int


def find(text: str, *, assume: Kind | None = None) -> Iterator[Found]:
    """Yield the indicators of a text, such as a report or a mail, in their order.

    A domain is one whose ending is known to the Public Suffix List. What may as well be the name of
    a file is left out, and so are addresses of mail. Needs the extra `indicators`.

    Args:
        text: the text.
        assume: `domain` to take what may be the name of a file as well for a domain.

    Raises:
        ImportError: the extra is not installed.
    """
    has_suffix = _suffixes()
    for run in _RUN.finditer(text):
        start, end = _trimmed(text, run.start(), run.end())
        try:
            indicator = classify(text[start:end], assume=assume)
        except InvalidInputError:
            continue
        if _is_certain(indicator) or has_suffix(indicator.value):
            yield Found(indicator, start, end)


def _is_certain(indicator: Indicator) -> bool:
    """Return whether nothing but its form is needed to tell an indicator from any other text."""
    if indicator.kind == "url":
        is_written_out = SCHEME.match(indicator.value)
        return bool(is_written_out) or not isinstance(split_url(indicator.value).host, str)
    return indicator.kind != "domain"


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """Return the part of a run that may be an indicator: without what a sentence puts around it."""
    if before := _BEFORE.match(text, start, end):
        start = before.end()
    # Counted once: there may be any number of them.
    unopened = {
        closing: text.count(closing, start, end) - text.count(opening, start, end)
        for opening, closing in _BRACKETS.items()
    }
    while end > start:
        last = text[end - 1]
        if last in _BRACKETS:
            unopened[_BRACKETS[last]] += 1
        elif unopened.get(last, 0) > 0:
            unopened[last] -= 1
        elif last not in BEHIND + ":*_":
            break
        end -= 1
    return start, end


def _suffixes() -> Callable[[str], bool]:
    """Return what tells whether a name ends with what the Public Suffix List has."""
    with extra("indicators", "finding indicators"):
        import tldextract
    # The list that comes with it: nothing is fetched, nothing written.
    extract = tldextract.TLDExtract(cache_dir=None, suffix_list_urls=())
    return lambda name: bool(extract(name).top_domain_under_public_suffix)
