"""The models of `AttackTechnique`.

Do not edit: `python3 scripts/generate.py` made it from `schemas/objects/attack_technique.json`.
"""

# What is meant to be read may have a more exact type in a derived class.
# pyright: reportIncompatibleVariableOverride=false

from vt_sdk.core.fields import UnixTime
from vt_sdk.core.model import VTModel
from vt_sdk.core.objects import VTObject
from vt_sdk.models._deferred import AttackTechniqueRelationships


class AttackTechniqueInfo(VTModel):
    """What MITRE says about a technique beyond its description. MITRE adds fields now and then."""

    x_mitre_contributors: list[str]
    """People and organisations that helped to describe the technique."""
    x_mitre_data_sources: list[str]
    """Where the technique may be seen, such as `Windows event logs`."""
    x_mitre_defense_bypassed: list[str]
    """Defences that the technique gets around."""
    x_mitre_deprecated: bool | None = None
    """Whether MITRE has given the technique up without a new one in its place."""
    x_mitre_detection: str | None = None
    """How to find out that the technique was used."""
    x_mitre_effective_permissions: list[str]
    """Permissions that the adversary gains."""
    x_mitre_impact_type: str | list[str] | None = None
    """What the technique harms, such as `Availability` or `Integrity`."""
    x_mitre_is_subtechnique: bool | None = None
    """Whether it is a sub-technique."""
    x_mitre_network_requirements: bool | None = None
    """Whether the technique needs a network."""
    x_mitre_old_attack_id: str | None = None
    """Id that the technique had before."""
    x_mitre_permissions_required: list[str]
    """Lowest permissions that the adversary needs."""
    x_mitre_platforms: list[str]
    """Platforms that the technique works on."""
    x_mitre_remote_support: bool | None = None
    """Whether the technique can be used from afar."""
    x_mitre_system_requirements: str | list[str] | None = None
    """State that the system must be in."""
    x_mitre_tactic_type: str | list[str] | None = None
    """Kind of access to a mobile device that the technique needs."""
    x_mitre_version: str | None = None
    """Version of the description, as `major.minor`."""


class AttackTechniqueSignature(VTModel):
    """A finding that shows a technique."""

    description: str | None = None
    """What was found."""
    severity: str | None = None
    """How grave it is, such as `IMPACT_SEVERITY_INFO`."""


class AttackTechniqueAttributes(VTModel):
    """A technique as MITRE describes it."""

    creation_date: UnixTime | None = None
    """When MITRE made the technique, as an aware datetime in UTC."""
    description: str | None = None
    """How the technique works."""
    info: AttackTechniqueInfo | None = None
    """Further fields of MITRE."""
    last_modification_date: UnixTime | None = None
    """When MITRE last changed the technique, as an aware datetime in UTC."""
    link: str | None = None
    """Address of MITRE's page on the technique."""
    name: str | None = None
    """Name of the technique."""
    private: bool | None = None
    """Whether the technique is not open to everybody."""
    revoked: bool | None = None
    """Whether MITRE has replaced the technique; `revoking_technique` leads to the new one."""
    stix_id: str | None = None
    """Id of the technique in STIX."""


class AttackTechniqueContext(VTModel):
    """Facts about a technique that belong to the listing it came in, not to the technique."""

    signatures: list[AttackTechniqueSignature]
    """What showed the technique; techniques of a behaviour report."""


class AttackTechnique(VTObject):
    """A technique of MITRE ATT&CK: how an adversary reaches an aim. Its id is that of MITRE, such as `T1059` or, of a sub-technique, `T1059.001`."""

    attributes: AttackTechniqueAttributes
    """What the service knows about the object; absent from descriptors and errors."""
    context_attributes: AttackTechniqueContext
    """Facts that belong to the listing, not to the object; absent when the object was asked for by its id."""
    relationships: AttackTechniqueRelationships
    """What was asked for along with the object by `relationships=`."""
