"""The models of `Group`.

Do not edit: `python3 scripts/generate.py` made it from `schemas/objects/group.json`.
"""

# What is meant to be read may have a more exact type in a derived class.
# pyright: reportIncompatibleVariableOverride=false

from vt_sdk.core.fields import AnyScalar, UnixTime
from vt_sdk.core.model import VTModel
from vt_sdk.core.objects import VTObject
from vt_sdk.models._deferred import GroupRelationships

from .common.privilege import Privilege
from .common.quota import Quota


class GroupContext(VTModel):
    """Facts about a group that belong to the listing it came in, not to the group."""

    role: str | None = None
    """What the user is in the group, such as `user`; groups of a user."""


class GroupAttributes(VTModel):
    """What the service tells the members about their group."""

    agreement_signed_date: UnixTime | None = None
    """When the contract was signed, as an aware datetime in UTC."""
    auto_add_users: list[str]
    """Who is added to the group without being asked for; seen by administrators."""
    contact_emails: list[str]
    """E-mail addresses of those to turn to."""
    country: str | None = None
    """Name of the country of the organisation."""
    country_iso: str | None = None
    """The country, two letters."""
    domain_name: str | None = None
    """Domain of the organisation."""
    industry: str | None = None
    """Industry of the organisation."""
    organization: str | None = None
    """Name of the organisation."""
    organization_legal_name: str | None = None
    """Name of the organisation in contracts."""
    preferences: dict[
        str,
        AnyScalar
        | list[AnyScalar | dict[str, AnyScalar | list[AnyScalar | None] | None] | None]
        | dict[str, AnyScalar | list[AnyScalar | None] | None]
        | None,
    ]
    """Settings of the group by name."""
    privileges: dict[str, Privilege]
    """What the members may do, by name of the privilege; names differ by licence."""
    quotas: dict[str, Quota]
    """What the members may use together, by name such as `api_requests_monthly`; names differ by licence."""


class Group(VTObject):
    """Users who share a licence. Its id is the name of the group."""

    attributes: GroupAttributes
    """What the service knows about the object; absent from descriptors and errors."""
    context_attributes: GroupContext
    """Facts that belong to the listing, not to the object; absent when the object was asked for by its id."""
    relationships: GroupRelationships
    """What was asked for along with the object by `relationships=`."""
