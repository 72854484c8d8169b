"""Arguments of operations: checked before anything is sent, and given the form that is sent.

What an argument may be is said by its facts: the words of JSON Schema that `schemas/openapi.yaml`
has for it, which the generated operations carry. None means that an argument is left out. What is
configured is checked by the same few functions, so that both are refused in the same words.
"""

import re
from collections.abc import Callable, Iterable, Mapping
from datetime import UTC, date, datetime
from inspect import iscoroutinefunction
from math import inf
from typing import Any, Final, TypeAlias

from vt_sdk.core.identifiers import sendable, shaped, shown
from vt_sdk.core.request import LONGEST_TIMEOUT_S, LONGEST_WAIT_S
from vt_sdk.errors import InvalidInputError

__all__ = [
    "Facts",
    "check_hook",
    "check_span",
    "checked",
    "checked_seconds",
    "checked_timeout",
    "fitting",
    "given",
    "utc_day",
    "utc_text",
]

Facts: TypeAlias = Mapping[str, Any]

# How moments and days are written. A moment is a `datetime`, a day a `date`.
_MOMENTS: Final = {
    "date-time": "%Y-%m-%dT%H:%M:%SZ",
    "vt-hour": "%Y%m%d%H",
    "vt-minute": "%Y%m%d%H%M",
}
_DAYS: Final = {"date": "%Y-%m-%d", "vt-day": "%Y%m%d"}


def checked(name: str, value: object, facts: Facts) -> Any:
    """Return a value as it is sent: moments and days as the service writes them.

    Args:
        name: how the argument is called.
        value: what was given, which is not left out.
        facts: what it may be.

    Raises:
        InvalidInputError: it is something else.
    """
    if isinstance(value, str):
        _check_sendable(name, value)
    if "x-vt-words" in facts:
        is_true = _truth(name, value, facts)
        return facts["x-vt-words"][is_true]
    if "enum" in facts:
        return fitting(name, value, value in facts["enum"], f"one of {_listed(facts['enum'])}")
    if "format" in facts:
        return _moment(name, value, facts["format"])
    if "type" in facts:
        return _KINDS[facts["type"]](name, value, facts)
    # What no operation describes; deeper texts are of a JSON document, which is refused as a whole.
    if isinstance(value, (list, tuple)):
        for index, item in enumerate(value):
            if isinstance(item, str):
                _check_sendable(f"{name}[{index}]", item)
    return value


def _check_sendable(name: str, text: str) -> None:
    try:
        sendable(text)
    except InvalidInputError as error:
        raise InvalidInputError(f"{name}: {error.message}") from error


def checked_seconds(
    name: str, value: object, *, or_zero: bool = False, most: float = LONGEST_WAIT_S
) -> float:
    """Return a number of seconds that something can wait for.

    Args:
        name: how the argument is called.
        value: what was given.
        or_zero: whether 0 is one.
        most: the longest wait.

    Raises:
        InvalidInputError: it is something else, such as a truth value or infinity.
    """
    fits = (
        isinstance(value, (int, float))
        and not isinstance(value, bool)
        and (value > 0 or (or_zero and value == 0))
        and value <= most
    )
    from_zero = "seconds from 0 on" if or_zero else "seconds above 0"
    found: float = fitting(name, value, fits, f"{from_zero}, at most {most:.0f}")
    return found


def checked_timeout(name: str, value: Any) -> Any:
    """Return what bounds the time to connect and to read: seconds, two of them, or None.

    Raises:
        InvalidInputError: it is something else.
    """
    pair = value if isinstance(value, tuple) and len(value) == 2 else (value,)
    for seconds in pair:
        if seconds is not None:
            checked_seconds(name, seconds, most=LONGEST_TIMEOUT_S)
    return value


def fitting(name: str, value: object, fits: bool, wanted: str) -> Any:
    """Return a value that fits.

    Raises:
        InvalidInputError: it does not; the text says what is wanted.
    """
    if not fits:
        raise InvalidInputError(f"{name}: expected {wanted}, got {shown(value)}")
    return value


def check_hook(name: str, hook: object) -> None:
    """Refuse what is not to be called when something happens.

    Raises:
        InvalidInputError: it is neither None nor a function, or one that is to be awaited.
    """
    fitting(name, hook, hook is None or callable(hook), "a function")
    called = getattr(hook, "__call__", None)  # noqa: B004  # not to see whether there is one
    if iscoroutinefunction(hook) or iscoroutinefunction(called):
        raise InvalidInputError(
            f"{name}: hooks are plain functions, which nobody awaits; it may put what it is told"
            " into a queue, or begin a task"
        )


def _listed(words: Iterable[object]) -> str:
    return ", ".join(map(str, words))


def _text(name: str, value: object, facts: Facts) -> Any:
    if "x-vt-shape" in facts:
        return shaped(name, value, facts["x-vt-shape"])
    if "pattern" in facts:
        fits = isinstance(value, str) and re.fullmatch(facts["pattern"], value) is not None
        return fitting(name, value, fits, f"a text of the form {facts['pattern']}")
    needed, most = bool(facts.get("minLength")), facts.get("maxLength", inf)
    fits = isinstance(value, str) and needed <= len(value) <= most
    wanted = "a non-empty text" if needed else "a text"
    if "maxLength" in facts:
        wanted += f" of at most {most} characters"
    return fitting(name, value, fits, wanted)


def _number(name: str, value: object, facts: Facts) -> Any:
    is_whole = facts["type"] == "integer"
    wanted = "a whole number" if is_whole else "a number"
    least, most = facts.get("minimum", -inf), facts.get("maximum", inf)
    if "minimum" in facts:
        wanted += f" from {least} to {most}" if "maximum" in facts else f" of at least {least}"
    fits = (
        isinstance(value, int if is_whole else (int, float))
        and not isinstance(value, bool)
        and least <= value <= most
    )
    return fitting(name, value, fits, wanted)


def _truth(name: str, value: object, facts: Facts) -> Any:
    return fitting(name, value, isinstance(value, bool), "True or False")


def _several(name: str, value: Any, facts: Facts) -> list[Any]:
    # A text is made of texts, and a mapping of its keys, but neither is meant.
    is_one = isinstance(value, (str, bytes, Mapping)) or not isinstance(value, Iterable)
    wanted = f"a list, such as [{shown(value)}]" if isinstance(value, str) else "a list"
    fitting(name, value, not is_one, wanted)
    values = list(value)
    least, most = facts.get("minItems", 0), facts.get("maxItems", len(values))
    fitting(name, values, len(values) >= least, f"several values, at least {least}")
    fitting(name, values, len(values) <= most, f"several values, at most {most}")
    inner = facts.get("items", {})
    return [checked(f"{name}[{index}]", item, inner) for index, item in enumerate(values)]


def _record(name: str, value: Any, facts: Facts) -> dict[Any, Any]:
    fitting(name, value, isinstance(value, Mapping), "a mapping")
    missing = [key for key in facts.get("required", ()) if key not in value]
    if missing:
        raise InvalidInputError(f"{name}: {_listed(missing)} must be given")
    known, others = facts.get("properties", {}), facts.get("additionalProperties", {})
    return {k: checked(f"{name}.{k}", v, known.get(k, others)) for k, v in value.items()}


_KINDS: Final[Mapping[str, Callable[[str, Any, Facts], Any]]] = {
    "string": _text,
    "integer": _number,
    "number": _number,
    "boolean": _truth,
    "array": _several,
    "object": _record,
}


def _moment(name: str, value: Any, form: str) -> Any:
    if form in _DAYS:
        fitting(name, value, isinstance(value, date), "a date")
        return utc_day(value).strftime(_DAYS[form])
    is_moment = isinstance(value, datetime) and value.tzinfo is not None
    fitting(name, value, is_moment, "a datetime with a time zone, such as UTC")
    if form == "unix-time":
        return int(_in_utc(name, value).timestamp())
    return _in_utc(name, value).strftime(_MOMENTS[form])


def check_span(span: Facts, first: object, name: str, last: object) -> None:
    """Check that two days, where both are given, are in order and not too far apart.

    Args:
        span: what the last day has for `x-vt-span`.
        first: the first day.
        name: how the last day is called.
        last: the last day.

    Raises:
        InvalidInputError: they are not.
    """
    if not (isinstance(first, date) and isinstance(last, date)):
        return
    days, since = (utc_day(last) - utc_day(first)).days, span["since"]
    if days < 0:
        raise InvalidInputError(f"{since}: {first} comes after {name}, {last}")
    if days > span["days"]:
        raise InvalidInputError(
            f"{since}, {name}: {days} days apart, the service takes {span['days']}"
        )


def _in_utc(name: str, moment: datetime) -> datetime:
    """Return a moment in UTC, where the calendar has it."""
    try:
        return moment.astimezone(UTC)
    except OverflowError:
        wanted = "expected a moment within the years 1 to 9999 of UTC"
        raise InvalidInputError(f"{name}: {wanted}, got {moment}") from None


def utc_text(moment: datetime, form: str) -> str:
    """Return a moment in UTC as text of a form.

    Raises:
        InvalidInputError: it does not know its time zone.
    """
    if not isinstance(moment, datetime) or moment.tzinfo is None:
        raise InvalidInputError(f"a moment needs a time zone, such as UTC: {moment!r:.100}")
    return _in_utc("a moment", moment).strftime(form)


def utc_day(value: date) -> date:
    """Return the day in UTC; a moment that does not know its zone is taken as it is.

    Raises:
        InvalidInputError: the calendar has no such day.
    """
    if not isinstance(value, datetime):
        return value
    return (_in_utc("a moment", value) if value.tzinfo else value).date()


def given(arguments: Mapping[str, Any]) -> dict[str, Any]:
    """Return the arguments that were given: None means left out."""
    return {name: value for name, value in arguments.items() if value is not None}
