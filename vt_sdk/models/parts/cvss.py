"""The models of `CVSS`.

Do not edit: `python3 scripts/generate.py` made it from `schemas/parts/cvss.json`.
"""

from vt_sdk.core.fields import IntOrFloat
from vt_sdk.core.model import VTModel


class CVSS2Score(VTModel):
    """Score of a vulnerability by CVSS 2."""

    base_score: IntOrFloat | None = None
    """Base score, 0 to 10."""
    temporal_score: IntOrFloat | None = None
    """Temporal score, 0 to 10: the base score, weighed by exploits and fixes."""
    vector: str | None = None
    """The single metrics in the notation of CVSS 2."""


class CVSS3Score(VTModel):
    """Score of a vulnerability by CVSS 3."""

    attack_complexity: str | None = None
    """How hard an attack is: the metric AC."""
    attack_vector: str | None = None
    """From where an attack is possible: the metric AV."""
    availability_impact: str | None = None
    """Impact on availability: the metric A."""
    base_score: IntOrFloat | None = None
    """Base score, 0 to 10."""
    confidentiality_impact: str | None = None
    """Impact on confidentiality: the metric C."""
    integrity_impact: str | None = None
    """Impact on integrity: the metric I."""
    privileges_required: str | None = None
    """Privileges that an attacker needs: the metric PR."""
    scope: str | None = None
    """Whether an attack reaches beyond the vulnerable component: the metric S."""
    temporal_score: IntOrFloat | None = None
    """Temporal score, 0 to 10: the base score, weighed by exploits and fixes."""
    user_interaction: str | None = None
    """Whether a user has to take part: the metric UI."""
    vector: str | None = None
    """The single metrics in the notation of CVSS 3."""


class CVSS4Supplemental(VTModel):
    """Supplemental metrics of CVSS 4."""

    automatable: str | None = None
    """Whether attacks on many targets can be automated: the metric AU."""
    provider_urgency: str | None = None
    """How urgent the provider finds it: the metric U."""
    recovery: str | None = None
    """Whether a system recovers from an attack: the metric R."""
    response_effort: str | None = None
    """How much effort a response takes: the metric RE."""
    safety: str | None = None
    """Whether people can come to harm: the metric S."""
    value_density: str | None = None
    """How much an attacker gains with one target: the metric V."""


class CVSS4Threat(VTModel):
    """Threat metrics of CVSS 4."""

    exploit_maturity: str | None = None
    """How ripe exploits are: the metric E."""


class CVSS4Score(VTModel):
    """Score of a vulnerability by CVSS 4."""

    score: IntOrFloat | None = None
    """Score from the base and threat metrics, 0 to 10."""
    supplemental: CVSS4Supplemental | None = None
    """Metrics that do not change the score."""
    threat: CVSS4Threat | None = None
    """Metrics of the present threat."""
    vector: str | None = None
    """The single metrics in the notation of CVSS 4."""


class CVSS(VTModel):
    """How grave a vulnerability is by the Common Vulnerability Scoring System, by version of the system."""

    cvssv2_0: CVSS2Score | None = None
    """Score by version 2.0."""
    cvssv3_x: CVSS3Score | None = None
    """Score by version 3.0 or 3.1."""
    cvssv3_x_translated: CVSS3Score | None = None
    """Score by version 3, reckoned from that of version 4."""
    cvssv4_x: CVSS4Score | None = None
    """Score by version 4.0."""
