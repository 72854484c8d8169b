"""The models of `DTMAlert`.

Do not edit: `python3 scripts/generate.py` made it from `schemas/common/dtm_alert.json`.
"""

from typing import Literal

from vt_sdk.core.fields import IntOrFloat
from vt_sdk.core.model import VTModel
from vt_sdk.core.objects import Received

from .dtm_document import DTMDocument


class DTMConfidenceReasoning(VTModel):
    """How the service came to a degree of confidence."""

    benign_count: int | None = None
    """Number of answers that found the alert harmless."""
    confidence_count: int | None = None
    """Number of answers in all; null where there were none."""
    explanation: str | None = None
    """The reason in words; null where there is none."""
    malicious_count: int | None = None
    """Number of answers that found the alert grave."""
    response_count: int | None = None
    """Number of answers."""
    version: str | None = None
    """Version of the method; may be empty."""


class DTMLabel(Received):
    """What a classifier takes a document for."""

    classifier: str | None = None
    """Name of the classifier."""
    confidence: IntOrFloat | None = None
    """How sure it is, in percent."""
    element_path: str | None = None
    """Path of the field."""
    id: str | None = None
    """Id of the label."""
    label: str | None = None
    """The label."""
    version: str | None = None
    """Version of the classifier."""


class DTMSeverityReasoning(VTModel):
    """How the service came to a severity."""

    rule: str | None = None
    """The rule that decided; may be empty."""


class DTMTopicMatch(VTModel):
    """A topic of the monitor that the document has."""

    offsets: list[int]
    """Where it begins and ends in its field, in characters; absent for what is no text."""
    term: str | None = None
    """The word that was looked for; absent for what is no text."""
    topic_id: str | None = None
    """Id of the topic."""
    value: str | None = None
    """What was found."""


class DTMTextLocation(VTModel):
    """A piece of a text."""

    offsets: list[int]
    """Where the piece begins and ends, in characters."""
    value: str | None = None
    """The piece."""


class DTMTopicLocation(VTModel):
    """Where a topic stands in a document."""

    element_path: str | None = None
    """Path of the field."""
    offsets: list[int]
    """Where it begins and ends, in characters."""


class DTMDocumentMatch(VTModel):
    """Words of the monitor in one field of the document."""

    locations: list[DTMTextLocation]
    """Where they stand."""
    match_field: str | None = None
    """The words that were looked for."""
    match_path: str | None = None
    """Path of the field."""


class DTMTopic(Received):
    """Something that a document mentions."""

    confidence: IntOrFloat | None = None
    """How sure the service is, in percent; absent where it does not say."""
    entity_locations: list[DTMTopicLocation]
    """Where it stands."""
    extractor: str | None = None
    """What found it."""
    extractor_version: str | None = None
    """Version of what found it."""
    id: str | None = None
    """Id of the topic."""
    type: str | None = None
    """What it is, such as `organization` or `product`."""
    value: str | None = None
    """What was found."""


class DTMAlert(Received):
    """A document that has what a monitor looks for."""

    aggregated_added_at: str | None = None
    """When an alert was last put into this one, in ISO 8601 (UTC); of alerts that stand for others only."""
    aggregated_alert_count: int | None = None
    """Number of the alerts that this one stands for; of such alerts only."""
    aggregated_alert_count_new: int | None = None
    """Number of those of them that are new; of such alerts only."""
    aggregated_under_id: str | None = None
    """Id of the alert that stands for this one and others like it; absent where there is none."""
    ai_doc_summary: str | None = None
    """What a language model makes of the document."""
    alert_summary: str | None = None
    """The beginning of the document, as plain text."""
    alert_type: (
        Literal[
            "Compromised Credentials",
            "Domain Discovery",
            "Forum Post",
            "Message",
            "Paste",
            "Shop Listing",
            "Tweet",
            "Web Content",
        ]
        | str
        | None
    ) = None
    """What kind of document the alert is about."""
    analysis: str | None = None
    """What the organisation itself noted about the alert."""
    confidence: IntOrFloat | None = None
    """How sure the service is that the alert matters, 0 to 1."""
    confidence_reasoning: DTMConfidenceReasoning | None = None
    """How the service came to that."""
    created_at: str | None = None
    """When the alert was made, in ISO 8601 (UTC)."""
    doc: DTMDocument | None = None
    """The document; absent where references were not asked for."""
    doc_matches: list[DTMDocumentMatch]
    """Where in the document the words of the monitor stand."""
    doc_url: str | None = None
    """Address of the document."""
    email_sent_at: str | None = None
    """When the alert was mailed, in ISO 8601 (UTC); empty where it was not."""
    has_analysis: bool | None = None
    """Whether an analyst has written about the alert."""
    id: str
    """Id of the alert."""
    ignore: bool | None = None
    """Whether the alert is to be ignored."""
    indicator_mscore: int | None = None
    """Highest score of an indicator in the document, 0 to 100."""
    label_matches: list[DTMLabel]
    """Labels that the monitor looks for."""
    labels: list[DTMLabel]
    """What the service takes the document for; absent where references were not asked for."""
    labels_url: str | None = None
    """Address of the labels."""
    monitor_id: str | None = None
    """Id of the monitor."""
    monitor_name: str | None = None
    """Name of the monitor; absent unless asked for."""
    monitor_version: int | None = None
    """Version of the monitor."""
    severity: Literal["high", "low", "medium"] | str | None = None
    """How grave it is."""
    severity_reasoning: DTMSeverityReasoning | None = None
    """How the service came to that."""
    similarity_score: IntOrFloat | None = None
    """How much the alert is like the others that it has been put together with, 0 to 1."""
    status: (
        Literal[
            "closed",
            "duplicate",
            "escalated",
            "in_progress",
            "new",
            "no_action_required",
            "not_relevant",
            "read",
            "tracked_external",
        ]
        | str
        | None
    ) = None
    """What has been done about it."""
    tags: list[str]
    """Tags that users gave it."""
    title: str | None = None
    """What the alert is about, in a sentence."""
    topic_matches: list[DTMTopicMatch]
    """Topics that the monitor looks for."""
    topics: list[DTMTopic]
    """What the document mentions; absent where references were not asked for."""
    topics_url: str | None = None
    """Address of the topics."""
    updated_at: str | None = None
    """When the alert was last changed, in ISO 8601 (UTC)."""
