"""What monitors look for: joined, turned round, sent, and refused where it cannot be."""

import json
import pickle
from collections.abc import Callable
from typing import Any, get_args

import pytest

from tests.schemas.test_documents import OPERATIONS
from vt_sdk import InvalidInputError
from vt_sdk.query import Condition
from vt_sdk.query.conditions import Operator

A = Condition("doc_type", "must_equal", ["paste", "forum_post"])
B = Condition("domain", "must_contain", ["example.com"])
C = Condition("domain", "must_end_with", ["example.org"], {"condition_type": "user"})


def plain(condition: Condition) -> Any:
    return json.loads(json.dumps(condition, default=dict))


def test_a_condition_is_the_mapping_that_is_sent() -> None:
    assert plain(A) == {
        "topic": "doc_type",
        "operator": "must_equal",
        "match": ["paste", "forum_post"],
    }
    assert plain(C)["labels"] == {"condition_type": "user"}
    assert (len(A), len(C), list(A)) == (3, 4, ["topic", "operator", "match"])
    with pytest.raises(KeyError):
        A["labels"]
    with pytest.raises(KeyError):
        A["keys"]


def test_conditions_are_joined() -> None:
    assert plain(A & B & C)["match"] == [plain(A), plain(B), plain(C)]
    assert plain(A & (B | C)) == {
        "topic": "match_conditions",
        "operator": "all",
        "match": [
            plain(A),
            {"topic": "match_conditions", "operator": "any", "match": [plain(B), plain(C)]},
        ],
    }
    with pytest.raises(TypeError):
        A & "text"  # type: ignore[operator]


def test_a_condition_has_an_opposite() -> None:
    assert (~A).operator == "must_not_equal"
    assert ~~A == A
    assert ~(A & (B | C)) == ~A | (~B & ~C)
    assert (~C).labels == C.labels
    with pytest.raises(InvalidInputError, match="lucene: no operator is the opposite of all"):
        ~(A | Condition.lucene("body:x"))


def test_a_condition_is_a_value() -> None:
    assert Condition("doc_type", "must_equal", ("paste", "forum_post")) == A
    assert len({A, ~~A, B}) == 2
    assert pickle.loads(pickle.dumps(A & C)) == A & C
    with pytest.raises(AttributeError):
        A.topic = "other"  # type: ignore[misc]


@pytest.mark.parametrize(
    ("make", "message"),
    [
        (lambda: Condition("", "all", ["x"]), "topic: expected a non-empty text"),
        (lambda: Condition("x", "equals", ["x"]), "operator: expected one of all, any, must_eq"),  # type: ignore[arg-type]
        (lambda: Condition("x", "all", []), "match: expected several values, at least 1"),
        (lambda: Condition("x", "all", "x"), r"match: expected a list, such as \['x'\]"),
        (lambda: Condition("x", "all", [""]), "match: expected non-empty texts, or conditions"),
        (lambda: Condition("x", "all", ["x", A]), "match: expected non-empty texts, or conditions"),
        (lambda: Condition("x", "must_equal", [A]), "operator: expected all or any, to join"),
        (lambda: Condition("x", "all", ["x"], {"a": 1}), "labels.a: expected a text"),  # type: ignore[dict-item]
        (lambda: bool(A), "neither true nor false: join with &"),
        (lambda: any([A, B]), "neither true nor false: join with &"),
    ],
)
def test_what_cannot_be_is_refused(make: Callable[[], object], message: str) -> None:
    with pytest.raises(InvalidInputError, match=message):
        make()


def test_the_operators_are_those_of_the_document() -> None:
    for name in ("create_dtm_monitor", "update_dtm_monitor", "replace_dtm_monitor"):
        body = OPERATIONS[name][2]["requestBody"]["content"]["application/json"]["schema"]
        condition = body["properties"]["doc_condition"]["properties"]
        assert condition["operator"]["enum"] == list(get_args(Operator))
