"""Search: by identifier, and by the common modifiers over everything that is stored.

The language of queries is the service's: `field:value`, quotes, `AND`, `OR`, `NOT` or `-`,
parentheses; numbers, sizes and dates with `+` for "or more" and `-` for "or less"; words without a
field are looked for in names, tags, texts and verdicts.
"""

import fnmatch
import json
import re
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from typing import Any, TypeAlias

from vt_sdk.emulator.backend import Backend
from vt_sdk.emulator.identifiers import (
    canonical_url,
    file_hash,
    normal_domain,
    normal_ip,
    url_sha256,
)
from vt_sdk.emulator.messages import Answer, Call, JSONObject, Problem
from vt_sdk.emulator.paging import list_document
from vt_sdk.emulator.relations import Source, objects_of
from vt_sdk.emulator.store import Listing
from vt_sdk.status import ErrorCode

__all__ = ["date_bounds", "intelligence_search", "look_up", "query_test"]

_Test: TypeAlias = Callable[[JSONObject], bool]

_TOKEN = re.compile(
    r"""\s*( \( | \)
          | -? [A-Za-z_]\w* : (?: "(?:[^"\\]|\\.)*" | [^\s()"]+ )
          | "(?:[^"\\]|\\.)*"
          | [^\s()"]+ )""",
    re.VERBOSE,
)
_SIZE = re.compile(r"(\d+)(KB|MB|GB)?([+-]?)", re.IGNORECASE)
_DAYS_AGO = re.compile(r"(\d{1,5})d([+-]?)")
_DAY = re.compile(r"(\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2}:\d{2})?)([+-]?)")
_DEEPEST = 50
_END_OF_TIME = 1 << 40
_UNITS = {"": 1, "KB": 1 << 10, "MB": 1 << 20, "GB": 1 << 30}

_ENTITIES = {
    "file": "file",
    "url": "url",
    "domain": "domain",
    "ip": "ip_address",
    "collection": "collection",
}

# Modifiers by the attribute that they compare.
_NUMBERS = {
    "submissions": "times_submitted",
    "times_submitted": "times_submitted",
    "sources": "unique_sources",
    "size": "size",
    "reputation": "reputation",
    "asn": "asn",
}
_DATES = {
    "fs": "first_submission_date",
    "first_submission_date": "first_submission_date",
    "ls": "last_submission_date",
    "last_submission_date": "last_submission_date",
    "la": "last_analysis_date",
    "lm": "last_modification_date",
    "last_modification_date": "last_modification_date",
    "creation_date": "creation_date",
    "cd": "creation_date",
}
_TEXTS: dict[str, tuple[str, ...]] = {
    "type": ("type_tag", "type_tags", "type_extension", "type_description"),
    "tag": ("tags",),
    "name": ("names", "meaningful_name", "name"),
    "filename": ("names",),
    "magic": ("magic",),
    "md5": ("md5",),
    "sha1": ("sha1",),
    "sha256": ("sha256",),
    "url": ("url",),
    "title": ("title",),
    "tld": ("tld",),
    "registrar": ("registrar",),
    "country": ("country",),
    "continent": ("continent",),
    "as_owner": ("as_owner",),
    "whois": ("whois",),
    "jarm": ("jarm",),
    "category": ("categories",),
    "engines": ("last_analysis_results",),
    "description": ("description",),
}
_DEFAULT_ORDER = {"file": "last_submission_date-", "url": "last_submission_date-"}


def look_up(backend: Backend, call: Call) -> Answer:
    """Look up a hash, a URL, a domain, an address, or the comments with a tag."""
    text = call.query["query"].strip()
    if text.startswith("#"):
        query = (
            "SELECT seq, 'comment' AS type, id, NULL AS context FROM comments"
            " WHERE EXISTS (SELECT 1 FROM json_each(comments.tags) WHERE value = ?)"
        )
        return Answer(list_document(backend, call, Listing(query, (text[1:].lower(),))))
    found = [source for source in _named(backend, text) if backend.item(*source) is not None]
    return Answer(list_document(backend, call, _these(found)))


def _named(backend: Backend, text: str) -> Iterator[Source]:
    if (digest := file_hash(text)) is not None:
        yield "file", backend.store.sha256_of(digest)
    elif (address := normal_ip(text)) is not None:
        yield "ip_address", address
    elif "/" not in text and (name := normal_domain(text)) is not None:
        yield "domain", name
    elif (canonical := canonical_url(text)) is not None:
        yield "url", url_sha256(canonical)


def intelligence_search(backend: Backend, call: Call) -> Answer:
    """Search everything of one kind."""
    kinds, test = _Query(call.query["query"], backend.now()).parsed()
    object_type = _ENTITIES.get(kinds[-1] if kinds else "file")
    if object_type is None:
        raise _invalid(f"unknown entity {kinds[-1]}")
    found: list[tuple[Any, str]] = []
    key, is_descending = _order(call, object_type)
    for row in backend.store.page(objects_of([object_type]), None, -1):
        shown = backend.show(object_type, row["id"], call.base)
        if shown is not None and test(_facts(backend, shown)):
            found.append((_rank(shown, key), row["id"]))
    found.sort(key=lambda entry: entry[0], reverse=is_descending)
    listing = _these([(object_type, object_id) for _, object_id in found])
    descriptors = call.query.get("descriptors_only", False)
    document = list_document(backend, call, listing, descriptors=descriptors)
    document.setdefault("meta", {}).update(total_hits=len(found), days_back=90)
    return Answer(document)


def query_test(backend: Backend, text: str) -> _Test:
    """Return a test of objects, as answers show them, by a query.

    Raises:
        Problem: it cannot be read.
    """
    _, test = _Query(text, backend.now()).parsed()
    return lambda shown: test(_facts(backend, shown))


def _these(sources: list[Source]) -> Listing:
    """Make a list of objects that were found otherwise than by a query."""
    query = (
        "SELECT key + 1 AS seq, json_extract(value, '$[0]') AS type,"
        " json_extract(value, '$[1]') AS id, NULL AS context FROM json_each(?)"
    )
    return Listing(query, (json.dumps(sources),), newest_first=False)


def _order(call: Call, object_type: str) -> tuple[str, bool]:
    order = call.query.get("order") or _DEFAULT_ORDER.get(object_type, "last_modification_date-")
    return order.rstrip("+-"), order.endswith("-")


def _rank(shown: JSONObject, key: str) -> Any:
    attributes = shown["attributes"]
    if key == "positives":
        return attributes.get("last_analysis_stats", {}).get("malicious", 0)
    if key == "ip":
        return shown["id"]
    value = attributes.get(key, 0)
    return value if isinstance(value, int) else 0


def _facts(backend: Backend, shown: JSONObject) -> JSONObject:
    facts: JSONObject = {**shown["attributes"], "id": shown["id"]}
    path = backend.store.content_path(shown["id"])
    facts["content"] = path.read_bytes() if shown["type"] == "file" and path.is_file() else b""
    return facts


class _Query:
    """A query while it is read, from the left to the right."""

    def __init__(self, text: str, now: int) -> None:
        self._now = now
        self._tokens = _TOKEN.findall(text)
        if "".join(self._tokens).replace(" ", "") != "".join(text.split()).replace(" ", ""):
            raise _invalid("unbalanced quotes")
        self._at = 0
        self._depth = 0
        self._kinds: list[str] = []

    def parsed(self) -> tuple[list[str], _Test]:
        """Return the entities that it names, and a test of the facts about an object."""
        test = self._either()
        if self._at < len(self._tokens):
            raise _invalid("unbalanced parentheses")
        return self._kinds, test

    def _next(self) -> str:
        return self._tokens[self._at] if self._at < len(self._tokens) else ""

    def _either(self) -> _Test:
        tests = [self._all()]
        while self._next().upper() == "OR":
            self._at += 1
            tests.append(self._all())
        return lambda facts: any(test(facts) for test in tests)

    def _all(self) -> _Test:
        tests = [self._one()]
        while self._next() not in ("", ")") and self._next().upper() != "OR":
            if self._next().upper() == "AND":
                self._at += 1
            tests.append(self._one())
        return lambda facts: all(test(facts) for test in tests)

    def _one(self) -> _Test:
        if self._depth == _DEEPEST:
            raise _invalid("nested too deeply")
        self._depth += 1
        test = self._part()
        self._depth -= 1
        return test

    def _part(self) -> _Test:
        token = self._next()
        if token in ("", ")"):
            raise _invalid("a term is missing")
        self._at += 1
        if token.upper() == "NOT" or token == "-":
            refused = self._one()
            return lambda facts: not refused(facts)
        if token == "(":
            inner = self._either()
            if self._next() != ")":
                raise _invalid("unbalanced parentheses")
            self._at += 1
            return inner
        if token.startswith("-") and len(token) > 1:
            positive = self._term(token[1:])
            return lambda facts: not positive(facts)
        return self._term(token)

    def _term(self, token: str) -> _Test:
        field, colon, value = token.partition(":")
        if not colon or token.startswith('"') or value.startswith("//"):
            return _word(_unquoted(token))
        field, value = field.lower(), _unquoted(value)
        if field == "entity":
            self._kinds.append(value.lower())
            return lambda facts: True
        return _modifier(field, _dated(value, self._now) if field in _DATES else value)


def _modifier(field: str, value: str) -> _Test:
    if field in ("p", "positives"):
        compare = _number(value)
        return lambda facts: compare(facts.get("last_analysis_stats", {}).get("malicious", 0))
    if field == "gti_score":
        compare = _number(value)
        return lambda facts: compare(_score(facts))
    if field in _NUMBERS:
        compare, attribute = _number(value), _NUMBERS[field]
        return lambda facts: attribute in facts and compare(facts[attribute])
    if field in _DATES:
        between, attribute = _date(value), _DATES[field]
        return lambda facts: attribute in facts and between(facts[attribute])
    if field == "content":
        wanted = _bytes(value)
        return lambda facts: wanted in facts["content"]
    if field in ("domain", "ip", "hostname"):
        return lambda facts: value.lower() in (facts["id"], _host(facts))
    if field not in _TEXTS:
        raise _invalid(f"unknown modifier {field}")
    exact = field not in ("name", "filename", "magic", "url", "title", "whois", "description")
    return lambda facts: any(
        _matches(text, value, exact) for name in _TEXTS[field] for text in _texts(facts.get(name))
    )


def _score(facts: JSONObject) -> int:
    assessment: JSONObject = facts.get("gti_assessment", {})
    return int(assessment.get("threat_score", {}).get("value", 0))


def _word(word: str) -> _Test:
    names = ("id", "md5", "sha1", "names", "meaningful_name", "name", "tags", "url", "description")
    return lambda facts: any(
        _matches(text, word, exact=False)
        for name in (*names, "last_analysis_results")
        for text in _texts(facts.get(name))
    )


def _matches(text: str, value: str, exact: bool) -> bool:
    text, value = text.lower(), value.lower()
    if "*" in value or "?" in value:
        # Of this library, whose patterns take no longer for many stars.
        return re.match(fnmatch.translate(value.replace("[", "[[]")), text) is not None
    return text == value if exact else value in text


def _texts(value: Any) -> Iterator[str]:
    """Return the texts in an attribute; of verdicts, what the engines say."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, list):
        yield from (item for item in value if isinstance(item, str))
    elif isinstance(value, dict):
        for item in value.values():
            text = item.get("result") if isinstance(item, dict) else item
            if isinstance(text, str):
                yield text


def _number(value: str) -> Callable[[int], bool]:
    match = _SIZE.fullmatch(value)
    if match is None:
        raise _invalid(f"{value} is not a number")
    number, sign = int(match[1]) * _UNITS[(match[2] or "").upper()], match[3]
    if not sign:
        return lambda given: given == number
    return (lambda given: given >= number) if sign == "+" else (lambda given: given <= number)


def _date(value: str) -> Callable[[int], bool]:
    first, last = date_bounds(value)
    return lambda given: first <= given <= last


def _dated(value: str, now: int) -> str:
    """Write the day, or the moment that a time is since or before, in place of `3d` ago."""
    match = _DAYS_AGO.fullmatch(value)
    if match is None:
        return value
    moment = datetime.fromtimestamp(now, UTC) - timedelta(days=int(match[1]))
    return f"{moment:%Y-%m-%dT%H:%M:%S}{match[2]}" if match[2] else f"{moment:%Y-%m-%d}"


def date_bounds(value: str) -> tuple[int, int]:
    """Return the first and last second of a day or a time, of all since it (+) or before (-)."""
    match = _DAY.fullmatch(value)
    try:
        moment = datetime.fromisoformat(match[1] if match else "").replace(tzinfo=UTC)
    except ValueError:
        raise _invalid(f"{value} is not a date") from None
    assert match is not None, "read just now"
    start = int(moment.timestamp())
    match match[2]:
        case "+":
            return start, _END_OF_TIME
        case "-":
            return 0, start - 1
    return start, start + (0 if "T" in match[1] else 86_399)


def _bytes(value: str) -> bytes:
    if value.startswith("{") and value.endswith("}"):
        try:
            return bytes.fromhex(value[1:-1])
        except ValueError:
            message = "Only plain bytes can be searched for"
            raise Problem(ErrorCode.UNSUPPORTED_CONTENT_QUERY_ERROR, message) from None
    if len(value) < 4:
        message = "The content to search for is too short"
        raise Problem(ErrorCode.UNSELECTIVE_CONTENT_QUERY_ERROR, message)
    return value.encode()


def _host(facts: JSONObject) -> str:
    url = facts.get("url", "")
    return str(url).partition("://")[2].partition("/")[0].partition(":")[0].lower()


def _unquoted(text: str) -> str:
    if len(text) >= 2 and text.startswith('"') and text.endswith('"'):
        return re.sub(r"\\(.)", r"\1", text[1:-1])
    return text


def _invalid(reason: str) -> Problem:
    return Problem(ErrorCode.BAD_REQUEST_ERROR, f"Invalid query: {reason}")
