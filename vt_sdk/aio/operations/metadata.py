"""The operations of the group `metadata`.

Do not edit: `python3 scripts/generate.py` made it from `vt_sdk/operations/metadata.py`.
"""

from __future__ import annotations

from typing import Unpack

from vt_sdk import models
from vt_sdk.aio.api import AsyncVirusTotalAPI
from vt_sdk.core.operation import CallOptions
from vt_sdk.core.policy import fetch
from vt_sdk.core.readers import read_object
from vt_sdk.operations.metadata import GET_METADATA

__all__ = ["AsyncVirusTotalAPIMetadata"]


class AsyncVirusTotalAPIMetadata(AsyncVirusTotalAPI):
    """What the service is made of: engines, privileges, relationships."""

    async def get(self, **options: Unpack[CallOptions]) -> models.Metadata:
        """Get what the service is made of.

        `GET /metadata`

        The answer lists the engines that take part in analyses, the privileges that users and
        groups can have, and the relationships of each object type.

        Args:
            options: `timeout` and `deadline` of this call, see `CallOptions`.

        Returns:
            The `Metadata`.

        Raises:
            InvalidInputError: an argument does not have its type, bounds or shape.
            APIError: the service answered with an error, among others ForbiddenError.
            TransportError: no answer came.

        Needs a premium key.
        https://docs.virustotal.com/reference/metadata
        """
        return await self._call(
            fetch(GET_METADATA.request(), read_object(models.Metadata)), options
        )
