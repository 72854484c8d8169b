"""What queries are made of: comparing a modifier gives a `Query`, and operators join queries.

The classes of modifiers say what each takes: texts, numbers, moments, bytes. `Plain…` ones are
those of which the service cannot say whether there is any data, as far as its documentation goes,
and `Known` by itself those of which it says nothing else.
"""

from __future__ import annotations

import re
from abc import ABC, abstractmethod
from datetime import date, datetime, timedelta
from difflib import get_close_matches
from functools import reduce
from typing import TYPE_CHECKING, Any, ClassVar, Generic, Literal, NoReturn, TypeVar

from vt_sdk.core.arguments import utc_text
from vt_sdk.core.identifiers import ascii_name
from vt_sdk.errors import InvalidInputError

__all__ = [
    "Code",
    "Content",
    "Host",
    "Known",
    "Link",
    "Moment",
    "Number",
    "PlainCode",
    "PlainHost",
    "PlainLink",
    "PlainMoment",
    "PlainNumber",
    "PlainText",
    "Query",
    "ScannedTerms",
    "Term",
    "Terms",
    "Text",
]

E = TypeVar("E")
V = TypeVar("V")
T = TypeVar("T", bound="Term[Any]")

_Shape = Literal["one", "not", "and", "or"]

_DEFAULT_ENTITY = "file"
_PLAIN_WORD = re.compile(r"[A-Za-z0-9_]+(-[A-Za-z0-9_]+)*")
_OPERATORS = frozenset({"AND", "OR", "NOT"})
_NAME = re.compile(r"[a-z0-9_]+")
_BYTES = re.compile(r"([0-9A-Fa-f?]{2}|\[\d*-?\d*\]| )+")
# The host of a URL, behind the name of a user.
_HOST = re.compile(r"(?<=://)((?:[^/?#@]*@)?)([^/?#:]*)")
_ENTITY = re.compile(r"\bentity\s*:", re.IGNORECASE)


class Query(str, Generic[E]):
    """A query for objects of the class `E`, and the text that is sent.

    Made by comparing a modifier, never by hand. It does not change, and is equal to its text.
    """

    __slots__ = ("_body", "_entity", "_negated", "_shape")

    _entity: str
    _body: str
    _shape: _Shape
    _negated: Query[E] | None

    def __new__(
        cls, entity: str, body: str, shape: _Shape, negated: Query[E] | None = None
    ) -> Query[E]:
        """Put the text together.

        Args:
            entity: the kind of object in the language.
            body: the conditions, without the kind of object.
            shape: what joins the conditions, which says where they need parentheses.
            negated: the query that this one is the negation of.
        """
        text = body
        if entity != _DEFAULT_ENTITY:
            text = f"entity:{entity} AND {f'({body})' if shape == 'or' else body}"
        query = super().__new__(cls, text)
        query._entity = entity
        query._body = body
        query._shape = shape
        query._negated = negated
        return query

    def __getnewargs__(self) -> tuple[str, str, _Shape, Query[E] | None]:  # type: ignore[override]  # made from its parts
        return self._entity, self._body, self._shape, self._negated

    def __and__(self, other: Query[E]) -> Query[E]:
        return self._join(other, "and")

    def __or__(self, other: Query[E]) -> Query[E]:
        return self._join(other, "or")

    def __invert__(self) -> Query[E]:
        if self._negated is not None:
            return self._negated
        body = f"({self._body})" if self._shape in ("and", "or") else self._body
        return Query(self._entity, f"NOT {body}", "not", self)

    def __bool__(self) -> NoReturn:
        # In place of an `and` or a chained comparison that loses one of its sides unseen.
        raise InvalidInputError(
            f"a query is neither true nor false: join with &, | and ~ in place of and, or and not, "
            f"and write a range with between(): {str(self)!r}"
        )

    def __repr__(self) -> str:
        return f"Query({str(self)!r})"

    def _join(self, other: Query[E], shape: Literal["and", "or"]) -> Query[E]:
        if not isinstance(other, Query):
            raise InvalidInputError(
                f"only queries can be joined; a text becomes one by raw(): {other!r:.100}"
            )
        if other._entity != self._entity:
            raise InvalidInputError(
                f"a query searches one kind of object: {self._entity} or {other._entity}, not both"
            )
        parts = (
            part._body if part._shape in ("one", "not", shape) else f"({part._body})"
            for part in (self, other)
        )
        return Query(self._entity, f" {shape.upper()} ".join(parts), shape)


def _word(where: str, value: str) -> str:
    """Return a text as it stands in a query: as it is, or in quotes."""
    text = _checked(where, value)
    if _PLAIN_WORD.fullmatch(text) and text.upper() not in _OPERATORS:
        return text
    return _quoted(text)


def _quoted(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


def _checked(where: str, value: str) -> str:
    if not isinstance(value, str):
        raise InvalidInputError(f"{where}: expected a text, got {value!r:.100}")
    if not value.strip() or _has_controls(value):
        raise InvalidInputError(f"{where}: empty, or with characters that no query can hold")
    return value


def _has_controls(text: str) -> bool:
    return any(ord(character) < ord(" ") for character in text)


class Term(Generic[E]):
    """A modifier: what it looks at, and its name in the language where its attribute differs."""

    __slots__ = ("description", "entity", "label", "name")

    takes: ClassVar[str]

    def __init__(self, description: str, name: str = "") -> None:
        self.description = description
        self.name = name
        self.entity = _DEFAULT_ENTITY
        self.label = name

    def __set_name__(self, owner: type[Terms[E]], attribute: str) -> None:
        self.name = self.name or attribute
        self.label = f"{owner.entity}.{attribute}"
        self.entity = owner.entity

    def __repr__(self) -> str:
        return f"<{self.label}, {self.name}: {self.description}; takes {self.takes}>"

    __hash__ = object.__hash__

    def _is(self, value: str) -> Query[E]:
        return Query(self.entity, f"{self.name}:{value}", "one")

    if not TYPE_CHECKING:
        # Type checkers know what a kind lacks; who runs without one gets a clear error.
        def _refuse(self, _other: object) -> NoReturn:
            raise InvalidInputError(f"{self.label} takes {self.takes} only")

        __eq__ = __ne__ = __lt__ = __le__ = __gt__ = __ge__ = _refuse


class Known(Term[E]):
    """A modifier of which the service can say whether there is any data."""

    __slots__ = ()
    takes = "exists()"

    def exists(self) -> Query[E]:
        """Find what has any data here."""
        return Query(self.entity, f"have:{self.name}", "one")


class Equal(Term[E], Generic[E, V], ABC):
    """A modifier that is compared with values of the class `V`."""

    __slots__ = ()
    __hash__ = Term.__hash__

    def __eq__(self, value: V) -> Query[E]:  # type: ignore[override]  # gives a query
        return self._is(self._value(value))

    def __ne__(self, value: V) -> Query[E]:  # type: ignore[override]  # gives a query
        return ~(self == value)

    def any_of(self, *values: V) -> Query[E]:
        """Find what has at least one of the values."""
        if not values:
            raise InvalidInputError(f"{self.label}: any_of() has no value")
        return reduce(Query.__or__, [self == value for value in values])

    @abstractmethod
    def _value(self, value: V) -> str:
        """Return a value as it stands in a query, or refuse it."""


class PlainText(Equal[E, str]):
    """A modifier that is compared with a text."""

    __slots__ = ()
    takes = "== and != with a text, and any_of()"

    def _value(self, value: str) -> str:
        return _word(self.label, value)


class PlainHost(PlainText[E]):
    """A modifier that is compared with a host name or a part of one, sent as DNS has it."""

    __slots__ = ()

    def _value(self, value: str) -> str:
        return _word(self.label, self._ascii(_checked(self.label, value)))

    def _ascii(self, name: str) -> str:
        # A wildcard would come to stand in the middle of the Punycode.
        if name.isascii():
            return name
        if "*" in name:
            raise InvalidInputError(
                f"{self.label}: letters outside ASCII cannot stand beside a wildcard: {name!r:.100}"
            )
        try:
            return ascii_name(name)
        except ValueError as error:
            raise InvalidInputError(f"{self.label}: not of a host name: {name!r:.100}") from error


class PlainLink(PlainHost[E]):
    """A modifier that is compared with a URL or words of one; the host is sent as DNS has it."""

    __slots__ = ()

    def _ascii(self, name: str) -> str:
        to_ascii = super()._ascii
        return _HOST.sub(lambda found: found[1] + to_ascii(found[2]), name, count=1)


class PlainCode(Equal[E, int]):
    """A modifier that is compared with a number, for equality alone."""

    __slots__ = ()
    takes = "== and != with a whole number, and any_of()"

    def _value(self, value: int) -> str:
        return str(self._number(value))

    def _number(self, value: int) -> int:
        if not isinstance(value, int) or isinstance(value, bool):
            raise InvalidInputError(f"{self.label}: expected a whole number, got {value!r:.100}")
        return value


class PlainNumber(PlainCode[E]):
    """A modifier that is compared with a number, also for more and less."""

    __slots__ = ()
    takes = "comparisons with a whole number, between() and any_of()"

    def __ge__(self, value: int) -> Query[E]:
        return self._is(f"{self._number(value)}+")

    def __gt__(self, value: int) -> Query[E]:
        return self._is(f"{self._number(value) + 1}+")

    def __lt__(self, value: int) -> Query[E]:
        return self._is(f"{self._number(value)}-")

    def __le__(self, value: int) -> Query[E]:
        return self._is(f"{self._number(value) + 1}-")

    def between(self, least: int, most: int) -> Query[E]:
        """Find what has a number from the least to the most, both included."""
        if self._number(least) > self._number(most):
            raise InvalidInputError(f"{self.label}: {least} is more than {most}")
        return (self >= least) & (self <= most)


class PlainMoment(Equal[E, date]):
    """A modifier that is compared with a day, a moment that knows its zone, or whole days ago."""

    __slots__ = ()
    takes = "== and != with a day or a moment, after(), before(), between() and any_of()"

    def after(self, moment: date | timedelta) -> Query[E]:
        """Find what is from a day or a moment on, or from so many days ago on."""
        return self._is(f"{self._moment(moment)}+")

    def before(self, moment: date | timedelta) -> Query[E]:
        """Find what is before a day or a moment, or before so many days ago."""
        return self._is(f"{self._moment(moment)}-")

    def between(self, first: date | timedelta, last: date | timedelta) -> Query[E]:
        """Find what is from the first on, and before the last."""
        start, end = self._moment(first), self._moment(last)
        if isinstance(first, timedelta) and isinstance(last, timedelta):
            backwards = first <= last
        else:
            backwards = type(first) is type(last) and start >= end
        if backwards:
            raise InvalidInputError(f"{self.label}: {start} does not come before {end}")
        return self.after(first) & self.before(last)

    def _value(self, value: date) -> str:
        moment = self._moment(value)
        if not isinstance(value, date):
            raise InvalidInputError(f"{self.label}: days ago go into after() or before()")
        return moment

    def _moment(self, value: date | timedelta) -> str:
        if isinstance(value, timedelta):
            if value.days < 1 or value != timedelta(days=value.days):
                raise InvalidInputError(f"{self.label}: expected whole days ago, got {value!r}")
            return f"{value.days}d"
        if isinstance(value, datetime):
            return utc_text(value, "%Y-%m-%dT%H:%M:%S")
        if isinstance(value, date):
            return value.isoformat()
        raise InvalidInputError(f"{self.label}: expected a day or a moment, got {value!r:.100}")


class Content(Equal[E, str | bytes]):
    """What files hold. Such searches cannot be sorted."""

    __slots__ = ()
    takes = "== and != with a text or bytes, any_of() and hex()"

    def hex(self, pattern: str) -> Query[E]:
        """Find bytes in hexadecimal digits, with ? for any digit and [1-4] for a gap."""
        if not _BYTES.fullmatch(_checked(self.label, pattern)):
            raise InvalidInputError(f"{self.label}: not a pattern of bytes: {pattern!r:.100}")
        return self._is(f"{{{pattern}}}")

    def _value(self, value: str | bytes) -> str:
        if isinstance(value, str) and not _has_controls(value):
            return _quoted(_checked(self.label, value))
        if isinstance(value, str):
            value = value.encode()
        if not isinstance(value, bytes) or not value:
            raise InvalidInputError(f"{self.label}: expected a text or bytes, got {value!r:.100}")
        return f"{{{value.hex()}}}"


class Text(PlainText[E], Known[E]):
    """A text that not every object has."""

    __slots__ = ()


class Host(PlainHost[E], Known[E]):
    """A host name that not every object has."""

    __slots__ = ()


class Link(PlainLink[E], Known[E]):
    """A URL that not every object has."""

    __slots__ = ()


class Code(PlainCode[E], Known[E]):
    """A number without an order that not every object has."""

    __slots__ = ()


class Number(PlainNumber[E], Known[E]):
    """A number that not every object has."""

    __slots__ = ()


class Moment(PlainMoment[E], Known[E]):
    """A moment that not every object has."""

    __slots__ = ()


class Terms(Generic[E]):
    """The modifiers of one kind of object."""

    __slots__ = ()

    entity: ClassVar[str] = "any"

    def __init_subclass__(cls) -> None:
        # Each kind of object has its own copy of a modifier that several share.
        for base in cls.__mro__[1:]:
            for attribute, shared in vars(base).items():
                if isinstance(shared, Term) and attribute not in vars(cls):
                    own = type(shared)(shared.description, shared.name)
                    own.__set_name__(cls, attribute)
                    setattr(cls, attribute, own)

    def text(self, words: str) -> Query[E]:
        """Find what has a word or a phrase anywhere in what the service indexes."""
        return Query(self.entity, _word("text", words), "one")

    def raw(self, query: str) -> Query[E]:
        """Take a part of a query as it stands, to be joined with others."""
        if _ENTITY.search(_checked("raw", query)):
            raise InvalidInputError("raw: the modifier entity is added by itself")
        return Query(self.entity, query, "or")

    if not TYPE_CHECKING:

        def __getattr__(self, name: str) -> NoReturn:
            terms = {k: v for k, v in vars(type(self)).items() if isinstance(v, Term)}
            own = {v.name: k for k, v in terms.items()} | {k: k for k in terms}
            near = list(dict.fromkeys(own[n] for n in get_close_matches(name, own, 4)))
            hint = f"near it: {', '.join(near)}" if near else "raw() takes any text"
            raise AttributeError(f"entity {self.entity} has no modifier {name!r}; {hint}")


class ScannedTerms(Terms[E]):
    """The modifiers of a kind of object that engines look at."""

    __slots__ = ()

    def engine(self, name: str) -> PlainText[E]:
        """Return the modifier of one engine: what that engine calls it.

        Args:
            name: the engine in the language, such as `microsoft` or `ahnlab_v3`.
        """
        return self._named("engine", name, PlainText("what one engine calls it"))

    def _named(self, method: str, name: str, term: T, prefix: str = "") -> T:
        """Return a modifier whose name the caller chooses, after a prefix."""
        if not isinstance(name, str) or not _NAME.fullmatch(name):
            raise InvalidInputError(f"{method}: expected small letters, digits or _: {name!r:.100}")
        term.name = term.label = prefix + name
        term.entity = self.entity
        return term
