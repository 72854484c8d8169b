"""The models of `ASMIssue`.

Do not edit: `python3 scripts/generate.py` made it from `schemas/common/asm_issue.json`.
"""

from typing import Annotated, Literal

from pydantic import Field

from vt_sdk.core.fields import AnyScalar, IntOrFloat
from vt_sdk.core.model import VTModel
from vt_sdk.core.objects import Received


class ASMReference(VTModel):
    """Where there is more about an issue."""

    type: str | None = None
    """What is told there, such as `remediation`."""
    uri: str | None = None
    """The address."""


class ASMSoftware(VTModel):
    """A software."""

    product: str | None = None
    """What it is called."""
    vendor: str | None = None
    """Who makes it."""


class ASMIssueDetails(VTModel):
    """What shows an issue and how it is mended."""

    added: str | None = None
    """When the kind of issue was added to the service."""
    affected_software: list[ASMSoftware]
    """The software that has it."""
    category: str | None = None
    """What the issue concerns."""
    description: str | None = None
    """What the issue is, in words."""
    identifiers: Annotated[
        AnyScalar
        | list[AnyScalar | dict[str, AnyScalar | list[AnyScalar | None] | None] | None]
        | dict[str, AnyScalar | list[AnyScalar | None] | None]
        | None,
        Field(title="FreeValue"),
    ] = None
    """Names in public lists, each with the list."""
    name: str | None = None
    """Key of the kind of issue."""
    pretty_name: str | None = None
    """Name of the kind of issue."""
    proof: Annotated[
        AnyScalar
        | list[AnyScalar | dict[str, AnyScalar | list[AnyScalar | None] | None] | None]
        | dict[str, AnyScalar | list[AnyScalar | None] | None]
        | None,
        Field(title="FreeValue"),
    ] = None
    """What shows it."""
    references: list[ASMReference]
    """Where there is more about it."""
    remediation: str | None = None
    """How it is mended."""
    severity: int | None = None
    """How grave it is: 1, the gravest, to 5."""
    status: str | None = None
    """How sure the service is."""
    task: str | None = None
    """What found it."""
    vendor: str | None = None
    """Who makes what has it."""


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
    category: str | None = None
    """What the issue concerns; of one asked for by its id only."""
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
    collection_id: int | None = None
    """Number of the collection; of one asked for by its id only."""
    collection_type: str | None = None
    """What kind of collection that is."""
    collection_uuid: str | None = None
    """Id of the collection."""
    confidence: str | None = None
    """How sure the service is, such as `confirmed`; of one asked for by its id only."""
    created_at: str | None = None
    """When the issue was first noted, in ISO 8601 (UTC); of one asked for by its id only."""
    description: str | None = None
    """What the issue is, in words."""
    details: ASMIssueDetails | None = None
    """What shows the issue and how it is mended; of one asked for by its id only."""
    dynamic_id: int | None = None
    """Number of the issue."""
    elasticsearch_mappings_hash: str | None = None
    """Of use to the service only; of one asked for by its id only."""
    entity_id: int | None = None
    """Number of the entity; of one asked for by its id only."""
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
    identifiers: Annotated[
        AnyScalar
        | list[AnyScalar | dict[str, AnyScalar | list[AnyScalar | None] | None] | None]
        | dict[str, AnyScalar | list[AnyScalar | None] | None]
        | None,
        Field(title="FreeValue"),
    ] = None
    """Names of the vulnerability in public lists; null where there is none; of one asked for by its id only."""
    last_seen: str | None = None
    """When the issue was last seen, in ISO 8601 (UTC)."""
    name: str | None = None
    """Key of the kind of issue."""
    organization_uuid: str | None = None
    """Id of the organisation; null where the collection is not of one."""
    pretty_name: str | None = None
    """Name of the kind of issue."""
    scoped: bool | None = None
    """Whether the entity is in scope; of one asked for by its id only."""
    severity: int | None = None
    """How grave it is: 1, the gravest, to 5; of one asked for by its id only."""
    source: str | None = None
    """What found the issue; of one asked for by its id only."""
    status: str | None = None
    """State with its reason; of one asked for by its id only."""
    summary: ASMIssueSummary | None = None
    """State and severity."""
    tags: list[str]
    """Tags that users gave it."""
    ticket_list: Annotated[
        AnyScalar
        | list[AnyScalar | dict[str, AnyScalar | list[AnyScalar | None] | None] | None]
        | dict[str, AnyScalar | list[AnyScalar | None] | None]
        | None,
        Field(title="FreeValue"),
    ] = None
    """Tickets in other systems; null where there are none; of one asked for by its id only."""
    type: str | None = None
    """Of what type the issue is, such as `standard`; of one asked for by its id only."""
    uid: str
    """The id once more."""
    updated_at: str | None = None
    """When it was last changed, in ISO 8601 (UTC); of one asked for by its id only."""
    upstream: str | None = None
    """What found the issue."""
    uuid: str | None = None
    """Another id of the issue."""
