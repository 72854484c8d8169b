"""The models of `CollectionReason`.

Do not edit: `python3 scripts/generate.py` made it from `schemas/common/collection_reason.json`.
"""

from typing import Literal

from vt_sdk.core.model import VTModel


class CollectionInterest(VTModel):
    """An interest that a collection meets."""

    type: (
        Literal[
            "INTEREST_TYPE_ACTOR_MOTIVATION",
            "INTEREST_TYPE_MALWARE_ROLE",
            "INTEREST_TYPE_SOURCE_REGION",
            "INTEREST_TYPE_TARGETED_INDUSTRY",
            "INTEREST_TYPE_TARGETED_REGION",
        ]
        | str
        | None
    ) = None
    """Kind of interest."""


class CollectionReason(VTModel):
    """Why a collection is recommended."""

    interests: list[CollectionInterest]
    """The interests of the threat profile that it meets."""
