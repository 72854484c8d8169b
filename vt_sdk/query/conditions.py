"""What a monitor of Digital Threat Monitoring looks for, as values that cannot be wrong.

A `Condition` compares a topic with values; `&`, `|` and `~` join conditions, as they join queries.
It is a mapping, the one that is sent, so that whatever takes a condition takes it.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Final, Literal, NoReturn, TypeAlias, get_args

from vt_sdk.core.arguments import checked, fitting
from vt_sdk.errors import InvalidInputError

__all__ = ["Condition", "Operator"]

Operator: TypeAlias = Literal[
    "all",
    "any",
    "must_equal",
    "must_not_equal",
    "must_contain",
    "must_not_contain",
    "must_start_with",
    "must_not_start_with",
    "must_end_with",
    "must_not_end_with",
]

_JOINING: Final = ("all", "any")

# The topic of what joins others, and that of a text in the query language of Lucene.
_JOINED: Final = "match_conditions"
_LUCENE: Final = "lucene"


@dataclass(frozen=True, init=False)
class Condition(Mapping[str, object]):
    """A condition that a document fulfils or not.

    Args:
        topic: what is compared, such as `doc_type`, `domain` or `group_brand`.
        operator: how it is compared; `all` and `any` join conditions.
        match: the values, any of which will do, or the conditions that are joined; at least one.
        labels: what people note about it.

    Raises:
        InvalidInputError: one of them cannot be; the text names the words that can.
    """

    topic: str
    operator: Operator
    match: tuple["str | Condition", ...]
    labels: Mapping[str, str] | None = field(default=None, hash=False)

    def __init__(
        self,
        topic: str,
        operator: Operator,
        match: Iterable["str | Condition"],
        labels: Mapping[str, str] | None = None,
    ) -> None:
        checked("topic", topic, {"type": "string", "minLength": 1})
        checked("operator", operator, {"enum": get_args(Operator)})
        found = tuple(checked("match", match, {"type": "array", "minItems": 1}))
        is_joining = all(isinstance(item, Condition) for item in found)
        if is_joining:
            fitting("operator", operator, operator in _JOINING, "all or any, to join conditions")
        else:
            fits = all(isinstance(item, str) and item for item in found)
            fitting("match", found, fits, "non-empty texts, or conditions")
        if labels is not None:
            strings = {"type": "object", "additionalProperties": {"type": "string"}}
            labels = checked("labels", labels, strings)
        for name, value in zip(self._names, (topic, operator, found, labels), strict=True):
            object.__setattr__(self, name, value)

    _names = ("topic", "operator", "match", "labels")

    @classmethod
    def lucene(cls, query: str) -> "Condition":
        """Return the condition that a document is found by a query in the language of Lucene."""
        return cls(_LUCENE, "all", [query])

    def __and__(self, other: "Condition") -> "Condition":
        return self._joined("all", other)

    def __or__(self, other: "Condition") -> "Condition":
        return self._joined("any", other)

    def _joined(self, operator: Literal["all", "any"], other: "Condition") -> "Condition":
        if not isinstance(other, Condition):
            return NotImplemented
        parts: list[str | Condition] = []
        for each in (self, other):
            is_alike = each.topic == _JOINED and each.operator == operator and not each.labels
            parts += each.match if is_alike else (each,)
        return Condition(_JOINED, operator, parts)

    def __invert__(self) -> "Condition":
        """Return the condition that is fulfilled where this one is not.

        Raises:
            InvalidInputError: the service has none: what a query in the language of Lucene does not
                find has to be said in that language.
        """
        inner = [item for item in self.match if isinstance(item, Condition)]
        if inner:
            other: Operator = "any" if self.operator == "all" else "all"
            return Condition(self.topic, other, [~item for item in inner], self.labels)
        for positive, negative in _OPPOSITES.items():
            if self.operator in (positive, negative):
                other = negative if self.operator == positive else positive
                return Condition(self.topic, other, self.match, self.labels)
        raise InvalidInputError(f"{self.topic}: no operator is the opposite of {self.operator}")

    def __bool__(self) -> NoReturn:
        # In place of an `and` that loses one of its sides unseen.
        raise InvalidInputError(
            "a condition is neither true nor false: join with &, | and ~, not with and, or and not"
        )

    def __getitem__(self, name: str) -> object:
        value = getattr(self, name) if name in self._names else None
        if value is None:
            raise KeyError(name)
        return list(value) if name == "match" else value

    def __iter__(self) -> Iterator[str]:
        return (name for name in self._names if getattr(self, name) is not None)

    def __len__(self) -> int:
        return len(list(iter(self)))


_OPPOSITES: Final[dict[Operator, Operator]] = {
    "must_equal": "must_not_equal",
    "must_contain": "must_not_contain",
    "must_start_with": "must_not_start_with",
    "must_end_with": "must_not_end_with",
}
