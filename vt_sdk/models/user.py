"""The models of `User`.

Do not edit: `python3 scripts/generate.py` made it from `schemas/objects/user.json`.
"""

# What is meant to be read may have a more exact type in a derived class.
# pyright: reportIncompatibleVariableOverride=false

from vt_sdk.core.fields import AnyScalar, UnixTime
from vt_sdk.core.model import VTModel
from vt_sdk.core.objects import VTObject
from vt_sdk.models._deferred import UserRelationships

from .common.privilege import Privilege
from .common.quota import Quota


class UserAttributes(VTModel):
    """What the service tells about a user; most of it to the user alone."""

    apikey: str | None = None
    """API key of the user; seen by the user alone."""
    email: str | None = None
    """E-mail address; seen by the user and the administrators of the group."""
    first_name: str | None = None
    """First name."""
    has_2fa: bool | None = None
    """Whether logging in takes a second factor; seen by the user alone."""
    last_login: UnixTime | None = None
    """When the user last logged in, as an aware datetime in UTC; seen by the user and the administrators of the group."""
    last_name: str | None = None
    """Last name."""
    preferences: dict[
        str,
        AnyScalar
        | list[AnyScalar | dict[str, AnyScalar | list[AnyScalar | None] | None] | None]
        | dict[str, AnyScalar | list[AnyScalar | None] | None]
        | None,
    ]
    """Settings of the user by name; seen by the user alone."""
    privileges: dict[str, Privilege]
    """What the user may do, by name of the privilege; names differ by licence; seen by the user alone."""
    profile_phrase: str | None = None
    """What the user says about themselves."""
    quotas: dict[str, Quota]
    """What the user may use, by name such as `api_requests_daily` or `intelligence_downloads_monthly`; names differ by licence; seen by the user and the administrators of the group."""
    reputation: int | None = None
    """Standing of the user in the community."""
    status: str | None = None
    """State of the account, such as `active`."""
    user_since: UnixTime | None = None
    """When the account was made, as an aware datetime in UTC."""


class UserContext(VTModel):
    """What a listing says about a user; no listing is known to say anything."""


class User(VTObject):
    """A user of the service. The id is the user name."""

    attributes: UserAttributes
    """What the service knows about the object; absent from descriptors and errors."""
    context_attributes: UserContext
    """Facts that belong to the listing, not to the object; absent when the object was asked for by its id."""
    relationships: UserRelationships
    """What was asked for along with the object by `relationships=`."""
