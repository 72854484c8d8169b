"""What a key may do, from what the service tells the owner of the key about themselves."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Final, Literal, TypeAlias

from vt_sdk import models
from vt_sdk.core.flow import Flow
from vt_sdk.core.policy import fetch
from vt_sdk.core.readers import read_either, read_object
from vt_sdk.errors import NotFoundError
from vt_sdk.operations._methods import PREMIUM, PUBLIC
from vt_sdk.operations.users import GET_CURRENT_USER, GET_USER
from vt_sdk.resources._by_key import by_key

__all__ = ["Account", "Capabilities", "account", "capabilities"]

Account: TypeAlias = models.User | models.ServiceAccount

# Assumed: names that accounts have without a licence; what else is granted comes with one.
_WITHOUT_LICENCE: Final = {"click_to_accept", "creditcards", "dogfooder", "oem_click_to_accept"}


@dataclass(frozen=True, slots=True)
class Capabilities:
    """What a key may do.

    Attributes:
        user_id: the name of the user, or of the service account, whose key it is.
        tier: `premium` where a privilege is granted that comes with a licence, else `public`. Only
            groups that have a licence have service accounts: one that is not told its privileges
            is `premium`.
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


def account() -> Flow[Account]:
    """Ask for the owner of the key."""
    try:
        return (yield from fetch(by_key(GET_USER), read_object(models.User)))
    except NotFoundError:
        # A service account is no user. Whether users would be told as much here is not documented.
        read = read_either(models.User, models.ServiceAccount)
        return (yield from fetch(GET_CURRENT_USER.request(), read))


def capabilities(owner: Account, moment: datetime) -> Capabilities:
    """Return what the key of an account may do at a moment."""
    told = owner.attributes.privileges
    privileges = frozenset(
        name
        for name, held in told.items()
        if held.granted and (held.expiration_date is None or held.expiration_date > moment)
    )
    is_untold = isinstance(owner, models.ServiceAccount) and not told
    is_premium = is_untold or not privileges <= _WITHOUT_LICENCE
    return Capabilities(
        user_id=owner.id,
        tier="premium" if is_premium else "public",
        privileges=privileges,
        quotas=owner.attributes.quotas,
        methods=PUBLIC | PREMIUM if is_premium else PUBLIC,
    )
