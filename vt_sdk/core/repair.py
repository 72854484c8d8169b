"""From JSON to one object, whatever does not fit: repair.

Each value that does not fit is taken out, noted as an `Issue` with its raw value, and the rest is
validated again; so a change of the service costs one value, never a report, and nothing is lost.
What it costs grows with the size of the document and no faster: a member that holds very many
misfits is taken out as a whole, with one issue that says so.
"""

import json
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from typing import Any, Final, TypeAlias, TypeVar

import pydantic_core
from pydantic import ValidationError

from vt_sdk.core.fields import all_finite
from vt_sdk.core.model import VTModel
from vt_sdk.core.objects import Issue
from vt_sdk.errors import InvalidResponseError

__all__ = ["build", "build_beside", "check_numbers", "copied", "load", "repaired"]

T = TypeVar("T")
V = TypeVar("V", bound=VTModel)

# Where a value does not fit, and why.
_Misfit: TypeAlias = tuple[tuple[str | int, ...], str]

_BYTE_ORDER_MARK: Final = b"\xef\xbb\xbf"

# Beyond it neither way of the round trip is certain; the service nests a few dozen levels at most.
_MAX_DEPTH: Final = 200

# How many misfits are taken out one by one. A change of the service makes far fewer; each of them
# costs some 20 µs and 1 KB, so that a document made to have millions would take minutes.
_MAX_MISFITS: Final = 10_000

# How often an object is repaired value by value before whole members are taken out.
_MAX_ROUNDS: Final = 6


# --- JSON text to Python values ------------------------------------------------------------------


def load(raw: bytes) -> Any:
    """Decode JSON within the bounds of the round trip.

    Raises:
        InvalidResponseError: the bytes are not JSON, or beyond the bounds; it keeps the bytes.
    """
    try:
        return pydantic_core.from_json(raw, allow_inf_nan=False)
    except ValueError:
        # The fast decoder refuses lone surrogates and a byte order mark, which are harmless.
        return _load_slowly(raw)


def _load_slowly(raw: bytes) -> Any:
    try:
        text = raw.removeprefix(_BYTE_ORDER_MARK).decode()
        document = json.loads(text, parse_constant=_refuse_constant)
    except (ValueError, RecursionError) as error:
        raise InvalidResponseError(f"not JSON: {error}", raw=raw) from error
    level = [document]
    for _ in range(_MAX_DEPTH):
        level = [item for container in level for item in _children(container)]
    if level:
        raise InvalidResponseError(f"JSON of more than {_MAX_DEPTH} levels", raw=raw)
    return document


def _refuse_constant(name: str) -> None:
    raise ValueError(f"{name} is not JSON")


def _children(value: Any) -> list[Any]:
    if isinstance(value, dict):
        return list(value.values())
    return value if isinstance(value, list) else []


# --- what does not fit ---------------------------------------------------------------------------


def repaired(validate: Callable[[Any], T], data: dict[str, Any], issues: list[Issue]) -> T:
    """Validate decoded JSON, and take out what does not fit until the rest does.

    Args:
        validate: what makes the result, or raises the `ValidationError`.
        data: the JSON; it is changed.
        issues: where to note what does not fit.
    """
    for round_ in range(_MAX_ROUNDS + 1):
        made, misfits = _tried(validate, data)
        if made is not None:
            return made
        if misfits is None:
            misfits = list(_by_attribute(validate, data))
        _take_out(data, misfits, issues, whole_members=round_ == _MAX_ROUNDS)
    return validate(data)


def build(cls: type[V], data: dict[str, Any], issues: list[Issue]) -> V:
    """Build a model of decoded JSON, which stays as it is; note what does not fit."""
    cls._ensure_built()
    made, _ = _tried(cls.model_validate, data)
    return repaired(cls.model_validate, copied(data), issues) if made is None else made


def build_beside(cls: type[V], name: str, value: object) -> tuple[V | None, list[Issue]]:
    """Return what stood beside the data of an answer under a name, and its issues.

    The paths of the issues begin with the name. What is no object is one issue, null is none.
    """
    issues: list[Issue] = []
    built: V | None = None
    if isinstance(value, dict):
        built = build(cls, value, issues)
    elif value is not None:
        issues.append(Issue((), "Input should be an object", value))
    return built, [replace(issue, path=(name, *issue.path)) for issue in issues]


def copied(value: Any) -> Any:
    """Copy decoded JSON; unlike `deepcopy`, a part that stands in two places becomes two.

    Raises:
        InvalidResponseError: it is beyond the bounds of the round trip, or holds itself.
    """
    try:
        return _copied(value)
    except RecursionError as error:
        raise InvalidResponseError(f"JSON of more than {_MAX_DEPTH} levels") from error


def _copied(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _copied(item) for key, item in value.items()}
    return [_copied(item) for item in value] if isinstance(value, list) else value


def _tried(
    validate: Callable[[Any], T], data: dict[str, Any]
) -> tuple[T | None, list[_Misfit] | None]:
    """Return what is made, or None and what does not fit: None again where it is too much."""
    try:
        return validate(data), []
    except ValidationError as failure:
        if failure.error_count() > _MAX_MISFITS:
            return None, None
        errors = failure.errors(include_url=False, include_context=False, include_input=False)
        return None, [(error["loc"], error["msg"]) for error in errors]


def _by_attribute(validate: Callable[[Any], object], data: dict[str, Any]) -> Iterator[_Misfit]:
    """Return what does not fit, with each member of a member that holds too much as one misfit."""
    for name, member in data.items():
        places: Iterable[tuple[str, ...]] = [(name,)]
        if isinstance(member, dict) and len(member) <= _MAX_MISFITS:
            places = [(name, key) for key in member]
        for place in places:
            alone = {name: member if len(place) == 1 else {place[1]: member[place[1]]}}
            misfits = _tried(validate, alone)[1]
            yield from [(place, "Too many values in it do not fit")] if misfits is None else misfits


def check_numbers(value: Any, raw: bytes) -> None:
    """Check a value for numbers that JSON does not have, at any depth.

    Raises:
        InvalidResponseError: there is one; it keeps the bytes.
    """
    if not all_finite(value):
        raise InvalidResponseError("a number is beyond the range of a float", raw=raw)


def _take_out(
    data: dict[str, Any], misfits: list[_Misfit], issues: list[Issue], *, whole_members: bool
) -> None:
    """Remove what does not fit from `data` and add it to the issues."""
    places: dict[tuple[str | int, ...], str] = {}
    for location, message in misfits:
        places.setdefault(_existing_path(data, location), message)
    victims: dict[tuple[str | int, ...], str] = {}
    for path, message in places.items():
        for victim in _unreadable_keys(data, path) or [path]:
            if victim:
                victims.setdefault(victim[:1] if whole_members else victim, message)
    # A value that goes takes what is in it along; later items of a list go first, so that the
    # indexes of the earlier ones stay right.
    outermost = [p for p in victims if not any(p[:i] in victims for i in range(1, len(p)))]
    for path in sorted(outermost, key=_position, reverse=True):
        container: Any = data
        for part in path[:-1]:
            container = container[part]
        issues.append(Issue(path, victims[path], container.pop(path[-1])))


def _unreadable_keys(document: Any, path: tuple[str | int, ...]) -> list[tuple[str | int, ...]]:
    """Return the paths of keys with lone surrogates, for which pydantic blames the whole object."""
    for part in path:
        document = document[part]
    if not isinstance(document, dict):
        return []
    keys = [key for key in document if not _is_text(key)]
    return [(*path, key) for key in keys] if len(keys) <= _MAX_MISFITS or not path else [path]


def _is_text(key: str) -> bool:
    try:
        key.encode()
    except UnicodeEncodeError:
        return False
    return True


def _existing_path(document: Any, location: tuple[str | int, ...]) -> tuple[str | int, ...]:
    """Return an error's location as far as it exists in the data; it also names union members."""
    path: list[str | int] = []
    for part in location:
        if _holds(document, part):
            path.append(part)
            document = document[part]
    return tuple(path)


def _holds(container: Any, part: str | int) -> bool:
    if isinstance(container, dict):
        return part in container
    return isinstance(container, list) and isinstance(part, int) and part < len(container)


def _position(path: tuple[str | int, ...]) -> tuple[tuple[bool, int], ...]:
    return tuple((True, part) if isinstance(part, int) else (False, 0) for part in path)
