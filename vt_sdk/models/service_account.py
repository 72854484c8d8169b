"""The models of `ServiceAccount`.

Do not edit: `python3 scripts/generate.py` made it from `schemas/objects/service_account.json`.
"""

# What is meant to be read may have a more exact type in a derived class.
# pyright: reportIncompatibleVariableOverride=false

from vt_sdk.core.fields import AnyScalar, UnixTime
from vt_sdk.core.model import VTModel
from vt_sdk.core.objects import VTObject
from vt_sdk.models._deferred import ServiceAccountRelationships

from .common.privilege import Privilege
from .common.quota import Quota


class ServiceAccountAttributes(VTModel):
    """What the service tells about a service account."""

    apikey: str | None = None
    """API key of the account; seen by administrators of the group."""
    email: str | None = None
    """E-mail address that stands for the account."""
    first_name: str | None = None
    """Name of the account for people."""
    preferences: dict[
        str,
        AnyScalar
        | list[AnyScalar | dict[str, AnyScalar | list[AnyScalar | None] | None] | None]
        | dict[str, AnyScalar | list[AnyScalar | None] | None]
        | None,
    ]
    """Settings of the account by name."""
    privileges: dict[str, Privilege]
    """What the account may do, by name of the privilege; names differ by licence."""
    quotas: dict[str, Quota]
    """What the account may use, by name such as `api_requests_daily`; names differ by licence."""
    reputation: int | None = None
    """Standing of the account in the community."""
    status: str | None = None
    """State of the account, such as `active`."""
    user_since: UnixTime | None = None
    """When the account was made, as an aware datetime in UTC."""


class ServiceAccountContext(VTModel):
    """What a listing says about a service account; no listing is known to say anything."""


class ServiceAccount(VTObject):
    """An account of a group for a program instead of a person. Its id is the id of the group, `_` and a name that is unique in the group."""

    attributes: ServiceAccountAttributes
    """What the service knows about the object; absent from descriptors and errors."""
    context_attributes: ServiceAccountContext
    """Facts that belong to the listing, not to the object; absent when the object was asked for by its id."""
    relationships: ServiceAccountRelationships
    """What was asked for along with the object by `relationships=`."""
