"""The models of `ASMEntity`.

Do not edit: `python3 scripts/generate.py` made it from `schemas/common/asm_entity.json`.
"""

from typing import Annotated

from pydantic import Field

from vt_sdk.core.fields import AnyScalar
from vt_sdk.core.model import VTModel
from vt_sdk.core.objects import Received


class ASMAncestor(VTModel):
    """What led to an entity."""

    name: str | None = None
    """The entity."""
    type: str | None = None
    """What kind of entity it is."""


class ASMEntityIssues(VTModel):
    """The issues of an entity, counted."""

    all_time_by_severity: dict[str, int]
    """Number of issues by their severity, from 1 to 5."""
    all_time_count: int | None = None
    """Number of all."""
    critical_or_high: bool | None = None
    """Whether an open one is of severity 1 or 2."""
    current_by_severity: dict[str, int]
    """Number of issues by their severity, from 1 to 5."""
    current_count: int | None = None
    """Number of those that are open."""
    current_issue_cves: list[str]
    """The CVEs of open ones."""
    current_with_cve: int | None = None
    """Number of open ones with a CVE."""


class ASMEntitySummary(VTModel):
    """The most important of an entity."""

    geolocation: Annotated[
        AnyScalar
        | list[AnyScalar | dict[str, AnyScalar | list[AnyScalar | None] | None] | None]
        | dict[str, AnyScalar | list[AnyScalar | None] | None]
        | None,
        Field(title="FreeValue"),
    ] = None
    """Where it is."""
    http: Annotated[
        AnyScalar
        | list[AnyScalar | dict[str, AnyScalar | list[AnyScalar | None] | None] | None]
        | dict[str, AnyScalar | list[AnyScalar | None] | None]
        | None,
        Field(title="FreeValue"),
    ] = None
    """What it says over HTTP."""
    issues: ASMEntityIssues | None = None
    """Its issues, counted."""
    network: Annotated[
        AnyScalar
        | list[AnyScalar | dict[str, AnyScalar | list[AnyScalar | None] | None] | None]
        | dict[str, AnyScalar | list[AnyScalar | None] | None]
        | None,
        Field(title="FreeValue"),
    ] = None
    """The network that it is in."""
    ports: Annotated[
        AnyScalar
        | list[AnyScalar | dict[str, AnyScalar | list[AnyScalar | None] | None] | None]
        | dict[str, AnyScalar | list[AnyScalar | None] | None]
        | None,
        Field(title="FreeValue"),
    ] = None
    """Its open ports."""
    scoped: bool | None = None
    """Whether it is in scope."""
    screenshot_exists: bool | None = None
    """Whether there is a picture of it."""
    task_results: Annotated[
        AnyScalar
        | list[AnyScalar | dict[str, AnyScalar | list[AnyScalar | None] | None] | None]
        | dict[str, AnyScalar | list[AnyScalar | None] | None]
        | None,
        Field(title="FreeValue"),
    ] = None
    """What tasks have found."""
    technology: Annotated[
        AnyScalar
        | list[AnyScalar | dict[str, AnyScalar | list[AnyScalar | None] | None] | None]
        | dict[str, AnyScalar | list[AnyScalar | None] | None]
        | None,
        Field(title="FreeValue"),
    ] = None
    """What it is made with."""
    vulns: Annotated[
        AnyScalar
        | list[AnyScalar | dict[str, AnyScalar | list[AnyScalar | None] | None] | None]
        | dict[str, AnyScalar | list[AnyScalar | None] | None]
        | None,
        Field(title="FreeValue"),
    ] = None
    """Vulnerabilities that it may have."""


class ASMEntity(Received):
    """Something that an organisation shows to the internet."""

    alias_group: str | None = None
    """Number, as text, of the group of names of the same entity."""
    aliases: list[str]
    """Other names of it."""
    ancestors: list[ASMAncestor]
    """What led to it."""
    collection: str | None = None
    """Key of the collection."""
    collection_id: int | None = None
    """Number of the collection."""
    collection_naics: Annotated[
        AnyScalar
        | list[AnyScalar | dict[str, AnyScalar | list[AnyScalar | None] | None] | None]
        | dict[str, AnyScalar | list[AnyScalar | None] | None]
        | None,
        Field(title="FreeValue"),
    ] = None
    """Branches of industry of the collection; null where none are known."""
    collection_name: str | None = None
    """What the collection is called."""
    collection_type: str | None = None
    """What kind of collection that is."""
    collection_uuid: str | None = None
    """Id of the collection."""
    detail_string: str | None = None
    """What is shown beside its name."""
    details: dict[
        str,
        AnyScalar
        | list[AnyScalar | dict[str, AnyScalar | list[AnyScalar | None] | None] | None]
        | dict[str, AnyScalar | list[AnyScalar | None] | None]
        | None,
    ]
    """What the scan has found out, by its own keys."""
    dynamic_id: int | None = None
    """Number of the entity."""
    enriched: bool | None = None
    """Whether all tasks have run on it."""
    exfil_lookup_identifier: Annotated[
        AnyScalar
        | list[AnyScalar | dict[str, AnyScalar | list[AnyScalar | None] | None] | None]
        | dict[str, AnyScalar | list[AnyScalar | None] | None]
        | None,
        Field(title="FreeValue"),
    ] = None
    """Of use to the service only."""
    fingerprint: list[
        AnyScalar
        | list[AnyScalar | dict[str, AnyScalar | list[AnyScalar | None] | None] | None]
        | dict[str, AnyScalar | list[AnyScalar | None] | None]
        | None
    ]
    """Technologies that it shows."""
    first_seen: str | None = None
    """When it was first seen, in ISO 8601 (UTC)."""
    generated_at: str | None = None
    """When this was put together, in ISO 8601 (UTC)."""
    hidden: bool | None = None
    """Whether it is hidden."""
    id: str | None = None
    """The id once more."""
    last_seen: str | None = None
    """When it was last seen, in ISO 8601 (UTC)."""
    name: str | None = None
    """The entity, such as a domain."""
    organization_uuid: str | None = None
    """Id of the organisation; null where the collection is not of one."""
    scoped: bool | None = None
    """Whether it belongs to what the organisation has put in scope."""
    scoped_at: str | None = None
    """When that was decided, in ISO 8601 (UTC)."""
    scoped_reason: str | None = None
    """Why it is so."""
    seed: bool | None = None
    """Whether a scan begins with it."""
    summary: ASMEntitySummary | None = None
    """The most important of it."""
    tags: list[str]
    """Tags that users gave it."""
    task_results: list[
        AnyScalar
        | list[AnyScalar | dict[str, AnyScalar | list[AnyScalar | None] | None] | None]
        | dict[str, AnyScalar | list[AnyScalar | None] | None]
        | None
    ]
    """What tasks have found."""
    type: str | None = None
    """What kind of entity it is, such as `Intrigue::Entity::Domain`."""
    uid: str
    """Id of the entity."""
    uuid: str | None = None
    """Another id of the entity."""
