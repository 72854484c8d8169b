"""What objects, pages and errors look like in a notebook: a few lines of HTML.

All that came is foreign: it is cut, escaped, and characters that nobody sees, or that turn the text
around them, are written out. Loaded when a notebook asks.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from html import escape
from typing import Any, Final
from urllib.parse import quote

from vt_sdk.core.analysis import Scanned
from vt_sdk.core.model import SECRETS
from vt_sdk.core.objects import Identified, Received
from vt_sdk.core.paging import BasePage
from vt_sdk.errors import VirusTotalAPIError

__all__ = ["error_html", "object_html", "page_html"]

# What tells most of an object, where it has it; the rest is in the order of the names.
_FIRST: Final = (
    *("meaningful_name", "name", "title", "url", "host_name", "ip_address", "text", "verdict"),
    *("status", "value", "sandbox_name", "type_description", "size", "as_owner", "country"),
    *("date", "analysis_date", "last_analysis_date", "first_submission_date", "creation_date"),
    "reputation",
)
# Never shown: what is secret, and the text of a comment once more.
_HIDDEN: Final = SECRETS | {"html"}
_OF_ERRORS: Final = (
    *("status", "raw_code", "retry_after", "resets_at", "resume_at", "analysis_id", "cursor"),
)
_COLOURS: Final = {"flagged": "#b3261e", "clean": "#1e6b3a"}
_OTHERWISE: Final = "#5f6368"
_LINE_ENDS: Final = re.compile(r"[\t\r\n]+")


def _text(value: object, longest: int = 100) -> str:
    """Return the HTML of a value that came."""
    if isinstance(value, datetime):
        return f"{value:%Y-%m-%d&nbsp;%H:%M&nbsp;UTC}"
    whole = f"{value:,}" if type(value) is int else _LINE_ENDS.sub(" ", str(value))
    seen = "".join(c if c.isprintable() else ascii(c)[1:-1] for c in whole[:longest])
    return f"<bdi>{escape(seen)}{'…' if len(whole) > longest else ''}</bdi>"


def _fact(name: str, value: object, longest: int = 100) -> str:
    # Whatever has a size here has it in bytes.
    unit = " bytes" if name == "size" and type(value) is int else ""
    return _text(value, longest) + unit


def _some(values: Sequence[object], most: int = 5) -> str:
    more = f" and {len(values) - most:,} more" if len(values) > most else ""
    return ", ".join(map(_text, values[:most])) + more


def _badge(text: str, colour: str) -> str:
    style = f"color:#fff;background:{colour};padding:1px 8px;border-radius:9px;white-space:nowrap"
    return f'<b style="{style}">{escape(text)}</b>'


def _label(name: str) -> str:
    return f'<b style="white-space:nowrap">{_text(name.replace("_", " "), 40)}</b>'


def _table(rows: Iterable[Iterable[str]], wrapping: str) -> str:
    cell = f'<td style="text-align:left;vertical-align:top;{wrapping}">'
    made = [f"<tr>{''.join(f'{cell}{value}</td>' for value in row)}</tr>" for row in rows]
    return f"<table>{''.join(made)}</table>" if made else ""


def _named(facts: Mapping[str, str]) -> str:
    rows = ([_label(name), fact] for name, fact in facts.items())
    return _table(rows, "overflow-wrap:anywhere")


def _verdict(item: Scanned) -> str:
    """Return how many of the engines that have a verdict flag an object."""
    found, state = item._verdicts, item.state
    flags, words = found["malicious"] + found["suspicious"], state.replace("_", " ")
    count = f": {flags} of {total} engines" if (total := found.total()) else ""
    return _badge(words + count, _COLOURS.get(state, _OTHERWISE))


def _values(item: Received) -> Mapping[str, object]:
    if not isinstance(item, Identified):  # a record is its own attributes
        return {name: value for name, value in vars(item).items() if name != "id"}
    attributes: Any = getattr(item, "attributes", {})
    return attributes if isinstance(attributes, dict) else vars(attributes)


def _id(item: Received, longest: int) -> dict[str, str]:
    return {"id": _text(found, longest)} if (found := getattr(item, "id", None)) else {}


def _scalars(item: Received, most: int) -> dict[str, object]:
    """Return scalars that came with an object, those that tell most of it first."""
    values = _values(item)
    came = {n: v for n, v in values.items() if isinstance(v, (str, int, float, datetime))}
    telling = [name for name in _FIRST if name in came]
    others = sorted(came.keys() - {*_FIRST} - _HIDDEN)
    count = min(most, max(3, len(telling)))
    return {name: came[name] for name in [*telling, *others][:count]}


def _lines(item: Received) -> dict[str, str]:
    """Return what is shown of an object that is shown alone."""
    lines = _id(item, 100)
    if permalink := getattr(item, "permalink", None):
        to = f'href="{quote(permalink, safe=":/", errors="replace")}" target="_blank"'
        lines["id"] = f'<a {to} rel="noopener" style="color:inherit">{lines["id"]}</a>'
    if isinstance(item, Identified) and item.error is not None:
        lines["error"] = _text(f"{item.error.code}: {item.error.message}")
    lines |= {name: _fact(name, value) for name, value in _scalars(item, 6).items()}
    for name in ("names", "tags"):
        if isinstance(values := _values(item).get(name), list) and values:
            lines[name] = _some(values)
    if isinstance(item, Scanned):
        flags = [pair for by_engine in item.detections.values() for pair in by_engine.items()]
        if flags:
            said = [f"{name}: {result.result or result.category}" for name, result in flags]
            lines["detections"] = _some(said)
    return lines


def object_html(item: Received) -> str:
    """Return the HTML of an object: its verdict, its identifier and what tells most of it."""
    head = f"<b>{type(item).__name__}</b>"
    if isinstance(item, Scanned):
        head = f"{head} {_verdict(item)}"
    return f"<div>{head}{_named(_lines(item))}</div>"


def page_html(page: BasePage[Any]) -> str:
    """Return the HTML of a page: what tells most of its first items."""
    lines = [_line(item) for item in page[:10] if isinstance(item, Received)]
    names = list(dict.fromkeys(name for line in lines for name in line))
    head = [map(_label, names)] if lines else []
    rows = [*head, *([line.get(name, "") for name in names] for line in lines)]
    left = len(page) - len(lines)
    more = f"and {left:,} more on this page" if left else ""
    return f"<div><b>{escape(repr(page)[1:-1])}</b>{_table(rows, 'white-space:nowrap')}{more}</div>"


def _line(item: Received) -> dict[str, str]:
    """Return what is shown of an object among others."""
    line = _id(item, 24)
    if isinstance(item, Scanned):
        line["verdict"] = _verdict(item)
    return line | {name: _fact(name, value, 40) for name, value in _scalars(item, 4).items()}


def error_html(error: VirusTotalAPIError) -> str:
    """Return the HTML of an error: its class, its message and what can be done."""
    found = {name: getattr(error, name, None) for name in _OF_ERRORS}
    if (seconds := found["retry_after"]) is not None:
        found["retry_after"] = f"{seconds:g} seconds"
    known = (None, "", type(error).__name__)
    facts = {name: _text(value) for name, value in found.items() if value not in known}
    badge = _badge(type(error).__name__, _COLOURS["flagged"])
    return f"<div>{badge} {_text(error, 500)}{_named(facts)}</div>"
