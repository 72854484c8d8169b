"""The scalar types of the models: numbers and dates that come back out exactly as they came in."""

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Annotated, Any, TypeAlias

from pydantic import GetPydanticSchema
from pydantic_core import core_schema

__all__ = ["IntOrFloat", "UnixTime"]

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


def _to_unix(moment: datetime) -> int:
    return (moment - _EPOCH) // timedelta(seconds=1)


def _timestamp_schema(_source: Any, _handler: Any) -> core_schema.CoreSchema:
    # Integers only: 5.0 or "2020-01-01" would be taken by pydantic and come back as another value.
    return core_schema.chain_schema(
        [core_schema.int_schema(strict=True), core_schema.datetime_schema(strict=False)],
        serialization=core_schema.plain_serializer_function_ser_schema(
            _to_unix, return_schema=core_schema.int_schema(), when_used="json"
        ),
    )


def _number_schema(_source: Any, _handler: Any) -> core_schema.CoreSchema:
    # A plain float field would turn 20 into 20.0.
    return core_schema.union_schema(
        [
            core_schema.int_schema(strict=True),
            core_schema.float_schema(strict=True, allow_inf_nan=False),
        ],
        mode="left_to_right",
    )


if TYPE_CHECKING:
    # Editors complete a plain class, not an annotated alias of it.
    UnixTime: TypeAlias = datetime
    IntOrFloat: TypeAlias = int | float
else:
    UnixTime = Annotated[datetime, GetPydanticSchema(_timestamp_schema)]
    IntOrFloat = Annotated[int | float, GetPydanticSchema(_number_schema)]
