"""The types of the fields of models: what comes back out exactly as it came in, and stand-ins."""

import math
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Annotated, Any, Final, TypeAlias

from pydantic import GetJsonSchemaHandler, GetPydanticSchema
from pydantic_core import core_schema

from vt_sdk.core.build_lock import build_lock
from vt_sdk.core.registry import model

__all__ = [
    "AS_IT_CAME",
    "AnyScalar",
    "IntOrFloat",
    "JsonValue",
    "UnixTime",
    "UnixTimeText",
    "all_finite",
    "deferred",
    "json_schema_of",
    "json_value_schema",
]

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


# The way of dumping that gives back what came. Pydantic's JSON way replaces lone surrogates in keys
# without a word; its Python way keeps dates.
AS_IT_CAME: Final = "as it came"


def _to_unix(moment: datetime, info: core_schema.SerializationInfo) -> datetime | int:
    if info.mode == "python":
        return moment
    return (moment - _EPOCH) // timedelta(seconds=1)


def _to_text(moment: datetime, info: core_schema.SerializationInfo) -> datetime | str:
    written = _to_unix(moment, info)
    return written if isinstance(written, datetime) else str(written)


def _moment_schema(
    seconds: core_schema.CoreSchema,
    written: Callable[[datetime, core_schema.SerializationInfo], object],
) -> core_schema.CoreSchema:
    came = core_schema.chain_schema([seconds, core_schema.datetime_schema(strict=False)])
    moment = core_schema.datetime_schema(strict=True, tz_constraint="aware")
    return core_schema.json_or_python_schema(
        came,
        core_schema.union_schema([came, moment], mode="left_to_right"),
        serialization=core_schema.plain_serializer_function_ser_schema(written, info_arg=True),
    )


def _timestamp_schema(_source: Any, _handler: Any) -> core_schema.CoreSchema:
    # Integers only: 5.0 or "2020-01-01" would be taken by pydantic and come back as another value.
    return _moment_schema(core_schema.int_schema(strict=True), _to_unix)


def _timestamp_json_schema(_schema: Any, _handler: Any) -> dict[str, Any]:
    return {"type": "integer", "description": "Unix seconds, UTC"}


def _timestamp_text_schema(_source: Any, _handler: Any) -> core_schema.CoreSchema:
    # The digits of an integer and nothing else, so that the moment tells how it was written.
    digits = core_schema.str_schema(strict=True, pattern=r"^(0|-?[1-9][0-9]{0,11})$")
    return _moment_schema(digits, _to_text)


def _timestamp_text_json_schema(_schema: Any, _handler: Any) -> dict[str, Any]:
    return {"type": "string", "description": "Unix seconds, UTC, in decimal digits"}


def _number_schema(_source: Any, _handler: Any) -> core_schema.CoreSchema:
    # A plain float field would turn 20 into 20.0.
    return core_schema.union_schema(
        [
            core_schema.int_schema(strict=True),
            core_schema.float_schema(strict=True, allow_inf_nan=False),
        ],
        mode="left_to_right",
    )


def all_finite(value: Any) -> bool:
    """Return whether all numbers in a value are such as JSON has; parsers let others through."""
    waiting = [value]
    while waiting:
        item = waiting.pop()
        if isinstance(item, float) and not math.isfinite(item):
            return False
        if isinstance(item, dict):
            waiting.extend(item.values())
        elif isinstance(item, list):
            waiting.extend(item)
    return True


def _refuse_non_finite(value: Any) -> Any:
    if not all_finite(value):
        raise ValueError("a number is beyond the range of a float")
    return value


def _scalar_schema(_source: Any, _handler: Any) -> core_schema.CoreSchema:
    # One after the other, as no value fits two of them; to find the best one takes thrice as long.
    return core_schema.union_schema(
        [
            core_schema.str_schema(strict=True),
            _number_schema(_source, _handler),
            core_schema.bool_schema(strict=True),
        ],
        mode="left_to_right",
    )


# Any JSON value, as an unknown field may be.
json_value_schema = core_schema.no_info_after_validator_function(
    _refuse_non_finite, core_schema.any_schema()
)


def _json_value_schema(_source: Any, _handler: Any) -> core_schema.CoreSchema:
    return json_value_schema


def json_schema_of(cls: Any, handler: GetJsonSchemaHandler) -> dict[str, Any]:
    """Return the JSON schema of a model, for what stands in for it: a reference to one definition.

    Args:
        cls: the model, built.
        handler: what makes schemas; it refers to what has a name and stands inside something else.
    """
    named: Any = {
        **cls.__pydantic_core_schema__,
        "ref": f"{cls.__module__}.{cls.__qualname__}:{id(cls)}",  # as pydantic names it
    }
    return handler(core_schema.json_or_python_schema(named, named))


def deferred(name: str, find: Callable[[], Any] | None = None) -> Any:
    """Return a stand-in for a model whose module is imported when a value of it first occurs.

    What is validated by the stand-in is an object of the model itself; `empty` makes one of
    nothing, for fields that are never None.

    Args:
        name: the name of the model.
        find: returns it; without it, it is one of those that are registered.
    """
    found: Callable[[Any], Any] | None = None

    def load() -> Any:
        with build_lock:
            cls = model(name) if find is None else find()
            cls._ensure_built()
        return cls

    def validate(value: Any) -> Any:
        nonlocal found
        if (validate_python := found) is None:
            found = validate_python = load().__pydantic_validator__.validate_python
        return validate_python(value)

    def json_schema(_schema: Any, handler: GetJsonSchemaHandler) -> dict[str, Any]:
        return json_schema_of(load(), handler)

    schema = core_schema.no_info_plain_validator_function(validate)
    members = {"empty": staticmethod(lambda: validate({}))}
    stand_in = type(name, (), members)
    return Annotated[stand_in, GetPydanticSchema(lambda source, handler: schema, json_schema)]


if TYPE_CHECKING:
    # Editors complete a plain class, not an annotated alias of it.
    UnixTime: TypeAlias = datetime
    UnixTimeText: TypeAlias = datetime
    IntOrFloat: TypeAlias = int | float
    AnyScalar: TypeAlias = str | int | float | bool
    JsonValue: TypeAlias = Any
else:
    UnixTime = Annotated[datetime, GetPydanticSchema(_timestamp_schema, _timestamp_json_schema)]
    UnixTimeText = Annotated[
        datetime, GetPydanticSchema(_timestamp_text_schema, _timestamp_text_json_schema)
    ]
    IntOrFloat = Annotated[int | float, GetPydanticSchema(_number_schema)]
    AnyScalar = Annotated[str | int | float | bool, GetPydanticSchema(_scalar_schema)]
    JsonValue = Annotated[Any, GetPydanticSchema(_json_value_schema)]
