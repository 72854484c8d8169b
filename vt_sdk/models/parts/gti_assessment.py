"""The models of `GTIAssessment`.

Do not edit: `python3 scripts/generate.py` made it from `schemas/parts/gti_assessment.json`.
"""

from typing import Literal

from vt_sdk.core.model import VTModel


class GTIContributingFactors(VTModel):
    """Signals that an assessment weighed; only those that apply are sent."""

    associated_actor: list[str] | bool | None = None
    """The tracked threat actors that the indicator is tied to; or only whether there are any."""
    associated_malware_configuration: bool | None = None
    """Whether the indicator occurs in the configuration of a malware."""
    associated_reference: bool | None = None
    """Whether a public report mentions the indicator."""
    gavs_categories: list[str]
    """Malware categories given by Google's file scanner."""
    gavs_detections: int | None = None
    """Number of detections by Google's file scanner."""
    google_botnet_emulation: bool | None = None
    """Whether Google's botnet emulation met the indicator."""
    google_malware_analysis: bool | None = None
    """Whether Google's malware analysis met the indicator."""
    google_malware_analysis_auto: bool | None = None
    """Whether Google's automatic malware analysis met the indicator."""
    google_malware_similarity: bool | None = None
    """Whether the indicator resembles malware that Google knows."""
    google_mobile_malware_analysis: bool | None = None
    """Whether Google's analysis of mobile malware met the indicator."""
    gti_confidence_score: int | None = None
    """Confidence of Google Threat Intelligence that the indicator is malicious, 0 to 100."""
    high_severity_related_files: bool | None = None
    """Whether related files have a high severity."""
    legitimate_software: bool | None = None
    """Whether the file belongs to software known to be legitimate."""
    low_severity_related_files: bool | None = None
    """Whether related files have a low severity."""
    malicious_sandbox_verdict: bool | None = None
    """Whether a sandbox calls the object malicious."""
    mandiant_analyst_benign: bool | None = None
    """Whether a Mandiant analyst judged the indicator benign."""
    mandiant_analyst_malicious: bool | None = None
    """Whether a Mandiant analyst judged the indicator malicious."""
    mandiant_analyst_observed_recent: bool | None = None
    """Whether a Mandiant analyst has met the indicator lately."""
    mandiant_association_actor: bool | None = None
    """Whether Mandiant ties the indicator to a threat actor."""
    mandiant_association_malware: bool | None = None
    """Whether Mandiant ties the indicator to a malware family."""
    mandiant_association_report: bool | None = None
    """Whether the indicator occurs in a Mandiant report."""
    mandiant_botnet_emulation: bool | None = None
    """Whether Mandiant's botnet emulation met the indicator."""
    mandiant_confidence_score: int | None = None
    """Mandiant's confidence that the indicator is malicious, 0 to 100."""
    mandiant_domain_hijack: bool | None = None
    """Whether Mandiant saw the domain hijacked."""
    mandiant_malware_analysis_1: bool | None = None
    """Whether Mandiant's first malware analysis met the indicator."""
    mandiant_malware_analysis_2: bool | None = None
    """Whether Mandiant's second malware analysis met the indicator."""
    mandiant_malware_analysis_3: bool | None = None
    """Whether Mandiant's third malware analysis met the indicator."""
    mandiant_malware_analysis_auto: bool | None = None
    """Whether Mandiant's automatic malware analysis met the indicator."""
    mandiant_malware_similarity: bool | None = None
    """Whether the indicator resembles malware that Mandiant knows."""
    mandiant_mobile_malware_analysis: bool | None = None
    """Whether Mandiant's analysis of mobile malware met the indicator."""
    mandiant_osint: bool | None = None
    """Whether Mandiant holds open-source information on the indicator."""
    matched_malicious_yara: bool | None = None
    """Whether a YARA rule for malware matches the file."""
    medium_severity_related_files: bool | None = None
    """Whether related files have a medium severity."""
    normalised_categories: list[str]
    """Threat categories in one common vocabulary, such as `phishing`."""
    pervasive_indicator: bool | None = None
    """Whether the indicator is so widespread that it says little by itself."""
    safebrowsing_verdict: str | None = None
    """Verdict of Google Safe Browsing, such as `harmless`."""


class GTISeverity(VTModel):
    """Severity of an assessment."""

    value: (
        Literal[
            "SEVERITY_HIGH", "SEVERITY_LOW", "SEVERITY_MEDIUM", "SEVERITY_NONE", "SEVERITY_UNKNOWN"
        ]
        | str
        | None
    ) = None
    """The severity level."""


class GTIThreatScore(VTModel):
    """Threat score of an assessment."""

    value: int | None = None
    """Score from 0 (no threat) to 100."""


class GTIVerdict(VTModel):
    """Verdict of an assessment."""

    value: (
        Literal[
            "VERDICT_BENIGN",
            "VERDICT_MALICIOUS",
            "VERDICT_SUSPICIOUS",
            "VERDICT_UNDETECTED",
            "VERDICT_UNKNOWN",
        ]
        | str
        | None
    ) = None
    """The verdict."""


class GTIAssessment(VTModel):
    """Verdict of Google Threat Intelligence; with a GTI licence and the `x-tool` header only."""

    contributing_factors: GTIContributingFactors | None = None
    """The signals behind the verdict."""
    description: str | None = None
    """The verdict in one sentence, for people."""
    severity: GTISeverity | None = None
    """How grave the threat is."""
    threat_score: GTIThreatScore | None = None
    """Verdict and severity as one number."""
    verdict: GTIVerdict | None = None
    """The verdict itself."""
