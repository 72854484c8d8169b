"""The models of `ASMIssue`.

Do not edit: `python3 scripts/generate.py` made it from `schemas/common/asm_issue.json`.
"""

from typing import Annotated, Literal

from pydantic import Field

from vt_sdk.core.fields import AnyScalar, IntOrFloat
from vt_sdk.core.model import VTModel
from vt_sdk.core.objects import Received


class ASMIssueSummary(VTModel):
    """State and severity of an issue."""

    category: str | None = None
    """What the issue concerns, such as `application` or `misconfiguration`."""
    confidence: str | None = None
    """How sure the service is, such as `confirmed`."""
    identifiers: Annotated[
        AnyScalar
        | list[AnyScalar | dict[str, AnyScalar | list[AnyScalar | None] | None] | None]
        | dict[str, AnyScalar | list[AnyScalar | None] | None]
        | None,
        Field(title="FreeValue"),
    ] = None
    """Names of the vulnerability in public lists; null where there is none."""
    pretty_name: str | None = None
    """Name of the kind of issue."""
    scoped: bool | None = None
    """Whether the entity belongs to what the organisation has put in scope."""
    severity: int | None = None
    """How grave it is: 1, the gravest, to 5."""
    status: str | None = None
    """State with its reason, such as `open_new` or `closed_no_repro`."""
    status_new: Literal["closed", "open"] | str | None = None
    """Whether it is open."""
    status_new_detailed: str | None = None
    """The reason alone, such as `new` or `no_repro`."""
    ticket_list: Annotated[
        AnyScalar
        | list[AnyScalar | dict[str, AnyScalar | list[AnyScalar | None] | None] | None]
        | dict[str, AnyScalar | list[AnyScalar | None] | None]
        | None,
        Field(title="FreeValue"),
    ] = None
    """Tickets in other systems; null where there are none."""


class ASMIssue(Received):
    """A weakness of something that an organisation shows to the internet."""

    alias_group: str | None = None
    """Number, as text, of the group of names of the same entity."""
    cisa_known_exploited: Annotated[
        AnyScalar
        | list[AnyScalar | dict[str, AnyScalar | list[AnyScalar | None] | None] | None]
        | dict[str, AnyScalar | list[AnyScalar | None] | None]
        | None,
        Field(title="FreeValue"),
    ] = None
    """Whether CISA knows that it is exploited; null where no vulnerability is behind the issue."""
    collection: str | None = None
    """Name of the collection that the entity is in."""
    collection_type: str | None = None
    """What kind of collection that is."""
    collection_uuid: str | None = None
    """Id of the collection."""
    description: str | None = None
    """What the issue is, in words."""
    dynamic_id: int | None = None
    """Number of the issue."""
    entity_name: str | None = None
    """The entity, such as a web address."""
    entity_type: str | None = None
    """What kind of entity it is, such as `Intrigue::Entity::Uri`."""
    entity_uid: str | None = None
    """Id of the entity."""
    epss_v2_percentile_gte: IntOrFloat | None = None
    """Percentile of the likelihood of exploitation; null where no vulnerability is behind the issue."""
    epss_v2_score_lte: IntOrFloat | None = None
    """Likelihood of exploitation; null where no vulnerability is behind the issue."""
    first_seen: str | None = None
    """When the issue was first seen, in ISO 8601 (UTC)."""
    id: str | None = None
    """Id of the issue."""
    last_seen: str | None = None
    """When the issue was last seen, in ISO 8601 (UTC)."""
    name: str | None = None
    """Key of the kind of issue."""
    organization_uuid: str | None = None
    """Id of the organisation; null where the collection is not of one."""
    pretty_name: str | None = None
    """Name of the kind of issue."""
    summary: ASMIssueSummary | None = None
    """State and severity."""
    tags: list[str]
    """Tags that users gave it."""
    uid: str | None = None
    """The id once more."""
    upstream: str | None = None
    """What found the issue."""
    uuid: str | None = None
    """Another id of the issue."""
