"""Requests about the owner of the key, whom the service finds by the key itself."""

from __future__ import annotations

from dataclasses import replace

from vt_sdk.core.operation import Operation
from vt_sdk.core.request import Request
from vt_sdk.core.settings import KEY_MARK, KeyedAddress

__all__ = ["by_key"]


def by_key(operation: Operation) -> Request:
    """Return the request of an operation on a user for the owner of the key."""
    path = KeyedAddress(operation.path.format(KEY_MARK))
    return replace(operation.request("own"), url=path)
