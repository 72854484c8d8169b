"""Queries made of typed parts: their texts, what they mean, and what is refused.

What a text means is judged by a small parser of the language that is written here. It reads AND and
OR in both orders of precedence, as no documentation settles it, and both must give the same.
"""

import copy
import itertools
import json
import operator
import pickle
import re
from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, date, datetime, timedelta, timezone
from typing import Any, TypeAlias
from urllib.parse import parse_qsl

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.support import SHA256, Server, file_document, json_answer
from vt_sdk import InvalidInputError, models
from vt_sdk.query import C, D, F, I, Query, U
from vt_sdk.query.terms import Term

MORNING = datetime(2024, 1, 2, 3, 4, 5, 678, tzinfo=UTC)

# --- texts ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("query", "text"),
    [
        (F.type == "peexe", "type:peexe"),
        (F.type != "peexe", "NOT type:peexe"),
        (F.type.any_of("peexe", "pedll"), "type:peexe OR type:pedll"),
        (F.positives == 7, "positives:7"),
        (F.positives >= 5, "positives:5+"),
        (F.positives > 5, "positives:6+"),
        (F.positives < 5, "positives:5-"),
        (F.positives <= 10, "positives:11-"),
        (F.positives.between(20, 30), "positives:20+ AND positives:31-"),
        (F.positives.between(5, 5), "positives:5+ AND positives:6-"),
        (F.positives.any_of(1, 2), "positives:1 OR positives:2"),
        (F.size > 10_000, "size:10001+"),
        (U.reputation < -20, "entity:url AND reputation:-20-"),
        (U.port.any_of(80, 81), "entity:url AND (port:80 OR port:81)"),
        (F.tag == "signed", "tag:signed"),
        (F.tag.exists(), "have:tag"),
        (F.similar_to == SHA256, f"similar-to:{SHA256}"),
        (F.resource == SHA256, f"peresource:{SHA256}"),
        (F.screenshots.exists(), "have:screenshots"),
        (F.behaviour_services.exists(), "have:behaviour_services"),
        (F.min_engines_banker == 5, "min_engines_banker:5"),
        (F.min_engines("banker") == 5, "min_engines_banker:5"),
        (F.clue_rule == "x", "clue_rule:x"),
        (F.gti_score >= 30, "gti_score:30+"),
        (U.gti_verdict == "malicious", "entity:url AND gti_verdict:malicious"),
        (D.caa_record_ttl < 5, "entity:domain AND caa_ttl:5-"),
        (C.cvss_3x_base_score >= 9, "entity:collection AND cvss_3x_base_score:9+"),
        (D.domain == "straße.de", 'entity:domain AND domain:"xn--strae-oqa.de"'),
        (D.parent_domain == "💩.la", 'entity:domain AND parent_domain:"xn--ls8h.la"'),
        (D.domain == "*Shop*.com", 'entity:domain AND domain:"*Shop*.com"'),
        (U.hostname == "bücher", 'entity:url AND hostname:"xn--bcher-kva"'),
        (
            U.url == "http://ü@faß.de:80/straße",
            'entity:url AND url:"http://ü@xn--fa-hia.de:80/straße"',
        ),
        (U.url == "straße", 'entity:url AND url:"straße"'),
        (F.itw == "https://Faß.de/ß", 'itw:"https://xn--fa-hia.de/ß"'),
        (F.engines == "Trojan.Isbar", 'engines:"Trojan.Isbar"'),
        (F.engine("microsoft") == "trojan", "microsoft:trojan"),
        (I.engine("eset") == "phishing", "entity:ip AND eset:phishing"),
        (F.text("eicar"), "eicar"),
        (F.text("eicar test"), '"eicar test"'),
        (F.raw("scan_unsupported:x"), "scan_unsupported:x"),
        (F.raw("a OR b") & (F.tag == "x"), "(a OR b) AND tag:x"),
        (D.raw("a OR b"), "entity:domain AND (a OR b)"),
        (D.depth >= 3, "entity:domain AND depth:3+"),
        (I.ip == "8.8.8.8/24", 'entity:ip AND ip:"8.8.8.8/24"'),
        (I.positives >= 1, "entity:ip AND positives:1+"),
        (D.positives >= 1, "entity:domain AND positives:1+"),
        (C.files >= 5, "entity:collection AND files:5+"),
        (C.threat_actor == "mummy spider", 'entity:collection AND threat_actor:"mummy spider"'),
    ],
)
def test_a_condition_has_its_text(query: Query[Any], text: str) -> None:
    assert str(query) == text
    assert type(str(query)) is str


@pytest.mark.parametrize(
    ("query", "text"),
    [
        (F.first_submission.after(MORNING), "fs:2024-01-02T03:04:05+"),
        (F.first_submission.before(MORNING), "fs:2024-01-02T03:04:05-"),
        (F.last_submission == date(2024, 1, 2), "ls:2024-01-02"),
        (F.last_analysis != date(2024, 1, 2), "NOT la:2024-01-02"),
        (F.first_submission.after(timedelta(days=2)), "fs:2d+"),
        (F.first_submission.before(timedelta(weeks=1)), "fs:7d-"),
        (
            F.first_submission.between(date(2024, 1, 1), date(2024, 2, 1)),
            "fs:2024-01-01+ AND fs:2024-02-01-",
        ),
        (
            F.first_submission.between(timedelta(days=7), timedelta(days=3)),
            "fs:7d+ AND fs:3d-",
        ),
        (F.last_analysis.between(date(2024, 1, 1), timedelta(3)), "la:2024-01-01+ AND la:3d-"),
        (F.creation_date.exists(), "have:creation_date"),
        (
            F.first_submission.after(MORNING.astimezone(timezone(timedelta(hours=5)))),
            "fs:2024-01-02T03:04:05+",
        ),
    ],
)
def test_moments_are_in_utc(query: Query[Any], text: str) -> None:
    assert str(query) == text


@pytest.mark.parametrize(
    ("query", "text"),
    [
        (F.name == "evil corp.exe", r'name:"evil corp.exe"'),
        (F.name == 'say "hi"', r'name:"say \"hi\""'),
        (F.name == r"C:\temp\a b", r'name:"C:\\temp\\a b"'),
        (F.name == "mimi*", 'name:"mimi*"'),
        (F.name == "naïve", 'name:"naïve"'),
        (F.name == "OR", 'name:"OR"'),
        (F.name == "not", 'name:"not"'),
        (F.name == "5+", 'name:"5+"'),
        (F.name == "2024-", 'name:"2024-"'),
        (F.name == "x) OR (y", 'name:"x) OR (y"'),
        (F.type == "java-bytecode", "type:java-bytecode"),
        (F.content == b"\x4d\x5a", "content:{4d5a}"),
        (F.content == "Hello", 'content:"Hello"'),
        (F.content == "{4d5a}", 'content:"{4d5a}"'),
        (F.content == 'a"b\\c', r'content:"a\"b\\c"'),
        (F.content == "a\r\nb", "content:{610d0a62}"),
        (F.content != b"\x00", "NOT content:{00}"),
        (F.content.hex("4D 5a ?? [1-4] 9? [2]"), "content:{4D 5a ?? [1-4] 9? [2]}"),
    ],
)
def test_values_are_quoted(query: Query[Any], text: str) -> None:
    assert str(query) == text


A, B = F.tag == "a", F.tag == "b"


@pytest.mark.parametrize(
    ("query", "text"),
    [
        (A & B & A, "tag:a AND tag:b AND tag:a"),
        (A & (B & A), "tag:a AND tag:b AND tag:a"),
        (A | B | A, "tag:a OR tag:b OR tag:a"),
        (A & (B | A), "tag:a AND (tag:b OR tag:a)"),
        (A | B & A, "tag:a OR (tag:b AND tag:a)"),
        (~A & B, "NOT tag:a AND tag:b"),
        (~(A & B), "NOT (tag:a AND tag:b)"),
        (~~A, "tag:a"),
        (~~(A | B) & A, "(tag:a OR tag:b) AND tag:a"),
        ((U.tag == "a") | ~(U.tag == "b"), "entity:url AND (tag:a OR NOT tag:b)"),
        (~(U.tag == "a"), "entity:url AND NOT tag:a"),
        ((U.tag == "a") & (U.port == 80), "entity:url AND tag:a AND port:80"),
    ],
)
def test_parentheses_stand_where_they_are_needed(query: Query[Any], text: str) -> None:
    assert str(query) == text


# --- what a text means ---------------------------------------------------------------------------

Truth: TypeAlias = Mapping[str, bool]
Meaning: TypeAlias = Callable[[Truth], bool]

TOKEN = re.compile(r'\s*(\(|\)|(?:[\w-]+:)?"(?:[^"\\]|\\.)*"|[^\s()"]+)')


def tokens(text: str) -> list[str]:
    found, at = [], 0
    while at < len(text):
        match = TOKEN.match(text, at)
        assert match is not None, text[at:]
        found.append(match[1])
        at = match.end()
    return found


def meaning(text: str, loosest: str) -> Meaning:
    """Parse a query where `loosest`, AND or OR, binds less than the other."""
    left = tokens(text)
    tightest = {"AND": "OR", "OR": "AND"}[loosest]

    def joined(word: str, part: Callable[[], Meaning]) -> Meaning:
        parts = [part()]
        while left and left[0] == word:
            left.pop(0)
            parts.append(part())
        join = all if word == "AND" else any
        return lambda truth: join(each(truth) for each in parts)

    def whole() -> Meaning:
        return joined(loosest, lambda: joined(tightest, single))

    def single() -> Meaning:
        token = left.pop(0)
        if token == "NOT":
            operand = single()
            return lambda truth: not operand(truth)
        if token == "(":
            inside = whole()
            assert left.pop(0) == ")"
            return inside
        assert token not in ("AND", "OR", ")")
        return lambda truth: truth[token]

    parsed = whole()
    assert not left
    return parsed


NAMES: Sequence[str] = ("a", "b", "c", "d")
Tree: TypeAlias = tuple[Any, ...]

trees: st.SearchStrategy[Tree] = st.recursive(
    st.tuples(st.sampled_from(NAMES)),
    lambda inner: (
        st.tuples(st.just("not"), inner) | st.tuples(st.sampled_from(["and", "or"]), inner, inner)
    ),
    max_leaves=12,
)
JOINS = {"and": operator.and_, "or": operator.or_}


def built(tree: Tree, atom: Callable[[str], Any], negate: Callable[[Any], Any]) -> Any:
    match tree:
        case (name,):
            return atom(name)
        case ("not", inner):
            return negate(built(inner, atom, negate))
        case (join, left, right):
            return JOINS[join](built(left, atom, negate), built(right, atom, negate))
    raise AssertionError(tree)


@pytest.mark.slow
@pytest.mark.parametrize("terms", [F, U], ids=["file", "url"])
@given(tree=trees)
def test_a_text_means_what_was_joined(terms: Any, tree: Tree) -> None:
    query = built(tree, lambda name: terms.tag == name, operator.invert)
    readings = [meaning(query, loosest) for loosest in ("AND", "OR")]
    assert query.count("entity:") == (terms is U)
    assert not re.search(r"\(tag:\w\)|NOT NOT", query)
    for values in itertools.product([False, True], repeat=len(NAMES)):
        truth = dict(zip(NAMES, values, strict=True))
        wanted = built(tree, truth.__getitem__, operator.not_)
        seen = {f"tag:{name}": value for name, value in truth.items()} | {"entity:url": True}
        assert [reading(seen) for reading in readings] == [wanted, wanted]


texts = st.text(st.characters(min_codepoint=32, exclude_categories=["Cs"]), min_size=1).filter(
    lambda text: bool(text.strip())
)


@pytest.mark.slow
@given(text=texts)
def test_any_text_stays_one_value(text: str) -> None:
    query = (F.name == text) & (F.tag == "after")
    first, join, last = tokens(query)
    assert (join, last) == ("AND", "tag:after")
    value = first.removeprefix("name:")
    if value.startswith('"'):
        value = re.sub(r"\\(.)", r"\1", value[1:-1])
    assert value == text


# --- what is refused -----------------------------------------------------------------------------

loose: Any = F
loose_url: Any = U


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        (lambda: D.domain == "*bücher*", r"domain\.domain: .* wildcard"),
        (lambda: U.url == "http://\ufffd/", r"url\.url: not of a host name"),
        (lambda: loose.name >= "x", r"file\.name takes == and != with a text"),
        (lambda: loose.name < "x", r"file\.name takes"),
        (lambda: loose.content > b"x", r"file\.content takes"),
        (lambda: loose.screenshots == "x", r"file\.screenshots takes exists\(\) only"),
        (lambda: loose.min_engines_banker >= 5, r"takes == and != with a whole number"),
        (lambda: loose_url.port >= 80, r"url\.port takes == and != with a whole number"),
        (lambda: loose.first_submission >= date(2024, 1, 1), r"takes .* after\(\)"),
        (lambda: loose.positives >= "5", "expected a whole number, got '5'"),
        (lambda: loose.positives == True, "expected a whole number, got True"),  # noqa: E712
        (lambda: loose.positives >= 4.5, "expected a whole number"),
        (lambda: loose.positives.between(3, 2), "3 is more than 2"),
        (lambda: loose.type == 5, "expected a text, got 5"),
        (lambda: loose.type == F.name, "expected a text"),
        (lambda: loose.type == "", "empty"),
        (lambda: loose.type == "a\nb", "no query can hold"),
        (lambda: loose.type.any_of(), "has no value"),
        (lambda: loose.content == "", "empty|expected"),
        (lambda: loose.content == b"", "expected a text or bytes"),
        (lambda: loose.content == 5, "expected a text or bytes"),
        (lambda: loose.content.hex("4d5"), "not a pattern of bytes"),
        (lambda: loose.content.hex("4d} OR {5a"), "not a pattern of bytes"),
        (lambda: loose.first_submission == "2024", "expected a day or a moment"),
        (lambda: loose.first_submission.after(5), "expected a day or a moment"),
        (lambda: loose.first_submission == timedelta(days=2), r"after\(\) or before\(\)"),
        (lambda: loose.first_submission.after(datetime(2024, 1, 1)), "needs a time zone"),
        (lambda: loose.first_submission.after(timedelta(hours=3)), "whole days"),
        (lambda: loose.first_submission.after(timedelta(days=-1)), "whole days"),
        (lambda: F.last_analysis.between(date(2024, 1, 2), date(2024, 1, 2)), "not come before"),
        (lambda: F.last_analysis.between(timedelta(days=2), timedelta(days=3)), "not come before"),
        (lambda: loose.engine("Dr. Web"), "engine: expected small letters"),
        (lambda: loose.min_engines("Banker:5"), "min_engines: expected small letters"),
        (lambda: loose.min_engines("banker") >= 5, r"takes == and != with a whole number"),
        (lambda: loose.raw("Entity: url"), "entity is added by itself"),
        (lambda: A & loose_url.tag.exists(), "one kind of object: file or url, not both"),
        (lambda: A | loose_url.tag.exists(), "one kind of object: file or url, not both"),
        (lambda: loose.tag.exists() & "tag:b", r"a text becomes one by raw\(\)"),
        (lambda: loose.tag.exists() and B, "neither true nor false"),
        (lambda: not loose.tag.exists(), "neither true nor false"),
        (lambda: 1 <= F.positives <= 3, r"write a range with between\(\)"),
    ],
)
def test_what_the_language_lacks_is_refused(wrong: Callable[[], object], said: str) -> None:
    with pytest.raises(InvalidInputError, match=said):
        wrong()


@pytest.mark.parametrize(
    ("terms", "name", "said"),
    [
        (F, "posives", "file has no modifier 'posives'; near it: .*positives"),
        (F, "fs", "near it: first_submission"),
        (U, "host_name", "url has no modifier 'host_name'; near it: hostname"),
        (C, "positives", "collection has no modifier 'positives'"),
        (F, "qqqq", r"'qqqq'; raw\(\) takes any text"),
    ],
)
def test_a_modifier_that_does_not_exist_is_named(terms: object, name: str, said: str) -> None:
    with pytest.raises(AttributeError, match=said):
        getattr(terms, name)
    assert not hasattr(terms, name)


@pytest.mark.parametrize("name", ["type", "size", "first_submission", "content", "engines"])
def test_presence_is_asked_only_where_the_language_has_it(name: str) -> None:
    assert not hasattr(getattr(F, name), "exists")


# --- queries as values ---------------------------------------------------------------------------


def test_a_query_is_a_value() -> None:
    query = (F.type == "peexe") & ~(F.tag == "a")
    again = (F.type == "peexe") & ~(F.tag == "a")
    assert query == again == "type:peexe AND NOT tag:a"
    assert hash(query) == hash(again)
    assert {query: 1}[again] == 1
    assert repr(query) == "Query('type:peexe AND NOT tag:a')"
    assert f"{query}" == "type:peexe AND NOT tag:a"


def test_a_query_does_not_change() -> None:
    query = before = loose.type == "peexe"
    query &= F.tag == "a"
    with pytest.raises(AttributeError):
        before.text = "x"
    assert before == "type:peexe"


@pytest.mark.parametrize(
    "copied", [copy.copy, copy.deepcopy, lambda q: pickle.loads(pickle.dumps(q))]
)
def test_copies_are_still_queries(copied: Callable[[Any], Any]) -> None:
    query = ~((U.tag == "a") | (U.tag == "b"))
    twin = copied(query)
    assert twin == query
    assert ~twin == "entity:url AND (tag:a OR tag:b)"
    assert twin & (U.port == 80) == "entity:url AND NOT (tag:a OR tag:b) AND port:80"


def test_modifiers_are_described_and_do_not_change() -> None:
    assert repr(F.positives) == (
        "<file.positives, positives: how many engines detect it; "
        "takes comparisons with a whole number, between() and any_of()>"
    )
    with pytest.raises(AttributeError):
        loose.tag = "signed"
    for terms in (F, U, D, I, C):
        table = [term for term in vars(type(terms)).values() if isinstance(term, Term)]
        names = [term.name for term in table]
        assert len(names) == len(set(names)) >= 25
        assert {term.entity for term in table} == {terms.entity}
        assert all(term.description for term in table)


# --- sent ----------------------------------------------------------------------------------------


def test_a_query_is_sent_as_its_text() -> None:
    with Server() as server:
        server.default = json_answer([file_document()])
        vt = server.client()
        query = (F.positives >= 5) & (F.name == 'a "b" & c')
        (found,) = vt.intelligence.search(query, limit=1).data
        assert isinstance(found, models.File)
        vt.intelligence.search(str(query), limit=1)
        typed, plain = server.requests
    assert typed.target == plain.target
    sent = dict(parse_qsl(typed.query))
    assert sent["query"] == 'positives:5+ AND name:"a \\"b\\" & c"'


def test_a_query_is_kept_as_its_text() -> None:
    query = (F.positives >= 5) & (F.tag == "signed")
    assert json.loads(json.dumps({"search_query": query})) == {
        "search_query": "positives:5+ AND tag:signed"
    }
