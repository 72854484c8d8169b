"""Answers that are maps: their keys are data, not names of fields.

Few programs meet one, so it is no part of what every program loads.
"""

from typing import Any

from pydantic import SerializerFunctionWrapHandler, model_serializer, model_validator

from vt_sdk.core.model import unknown_members
from vt_sdk.core.objects import Received

__all__ = ["Keyed"]


class Keyed(Received):
    """What came as a map whose keys are data; the one field of the class holds the whole map."""

    @model_validator(mode="before")
    @classmethod
    def _put_under_name(cls, entries: Any) -> Any:
        (name,) = cls.__pydantic_fields__
        return {name: entries}

    @model_serializer(mode="wrap")
    def _take_from_name(self, dump: SerializerFunctionWrapHandler) -> Any:
        (name,) = type(self).__pydantic_fields__
        return dump(self).get(name, {})

    def unknown_fields(self) -> list[str]:
        """Return the JSON paths of what came and no model knows, relative to the map."""
        return [
            path
            for entries in vars(self._complete()).values()
            for path, _ in unknown_members(entries)
        ]
