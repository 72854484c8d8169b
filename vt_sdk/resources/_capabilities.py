"""What a key may do, from what the service tells the owner of the key about themselves."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Final, Literal

from vt_sdk import models
from vt_sdk.operations._methods import PREMIUM, PUBLIC

__all__ = ["Capabilities", "capabilities"]

# Assumed: names that accounts have without a licence; what else is granted comes with one.
_WITHOUT_LICENCE: Final = {"click_to_accept", "creditcards", "dogfooder", "oem_click_to_accept"}


@dataclass(frozen=True, slots=True)
class Capabilities:
    """What a key may do.

    Attributes:
        user_id: the name of the user whose key it is.
        tier: `premium` where a privilege is granted that comes with a licence, else `public`.
        privileges: the names of the privileges that are granted and have not ended, such as
            `intelligence`; names differ by licence.
        quotas: what the user may use and has used, by name such as `api_requests_daily`.
        methods: the operations that the tier opens, as `group.method`, such as
            `files.get_report`. A licence may leave out some of what needs a premium key.
    """

    user_id: str
    tier: Literal["public", "premium"]
    privileges: frozenset[str]
    quotas: Mapping[str, models.Quota] = field(repr=False)
    methods: frozenset[str] = field(repr=False)


def capabilities(user: models.User, moment: datetime) -> Capabilities:
    """Return what the key of a user may do at a moment."""
    privileges = frozenset(
        name
        for name, held in user.attributes.privileges.items()
        if held.granted and (held.expiration_date is None or held.expiration_date > moment)
    )
    is_premium = not privileges <= _WITHOUT_LICENCE
    return Capabilities(
        user_id=user.id,
        tier="premium" if is_premium else "public",
        privileges=privileges,
        quotas=user.attributes.quotas,
        methods=PUBLIC | PREMIUM if is_premium else PUBLIC,
    )
