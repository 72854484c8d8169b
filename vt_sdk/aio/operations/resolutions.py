"""The operations of the group `resolutions`.

Do not edit: `python3 scripts/generate.py` made it from `vt_sdk/operations/resolutions.py`.
"""

from __future__ import annotations

from typing import Unpack

from vt_sdk import models
from vt_sdk.aio.api import AsyncVirusTotalAPI
from vt_sdk.core.operation import CallOptions
from vt_sdk.core.policy import fetch
from vt_sdk.core.readers import read_object
from vt_sdk.operations.resolutions import GET_RESOLUTION

__all__ = ["AsyncVirusTotalAPIResolutions"]


class AsyncVirusTotalAPIResolutions(AsyncVirusTotalAPI):
    """DNS resolutions: which host led to which address, and when."""

    async def get(self, resolution_id: str, **options: Unpack[CallOptions]) -> models.Resolution:
        """Get a DNS resolution.

        `GET /resolutions/{resolution_id}`

        The answer names the host, the address that it led to, when this was seen and by whom.

        Args:
            resolution_id: The id of the resolution, the IP address followed by the host name
                without a separator.
            options: `timeout` and `deadline` of this call, see `CallOptions`.

        Returns:
            The `Resolution`.

        Raises:
            InvalidInputError: an argument does not have its type, bounds or shape.
            APIError: the service answered with an error, among others NotFoundError.
            TransportError: no answer came.

        A public key will do.
        https://docs.virustotal.com/reference/get-resolution-by-id
        """
        return await self._call(
            fetch(GET_RESOLUTION.request(resolution_id), read_object(models.Resolution)), options
        )
