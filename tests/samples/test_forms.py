"""What the service sends in a form that one would not expect: read with its type, given back."""

from datetime import UTC, datetime
from typing import Any

import pytest

from tests.support import same_json
from vt_sdk import Descriptor, VTObject, models, parse

MOMENT = datetime(2024, 7, 23, 0, 19, 44, tzinfo=UTC)


def of(kind: str, **attributes: Any) -> dict[str, Any]:
    return {"data": {"type": kind, "id": "x", "attributes": attributes}}


def read(document: dict[str, Any], model: type[VTObject]) -> Any:
    parsed: Any = parse(document, model)
    assert parsed.issues == ()
    assert parsed.unknown_fields() == []
    assert same_json(parsed.to_dict(), document["data"])
    return parsed.attributes


# --- traits of collections -----------------------------------------------------------------------

COUNTED = {"count": 2, "prevalence": 0.5, "total_related": 9}


def test_traits_are_lists_of_counted_values() -> None:
    traits = {
        "files": {
            "imphash": [{"value": "00", **COUNTED}],
            "sandbox_verdicts": [{"value": "malicious", "sandbox_name": "Example", **COUNTED}],
            "crowdsourced_ids_results": [{"value": {"rule_msg": "x", "refs": ["y"]}, **COUNTED}],
            "crowdsourced_sigma_results": [{"value": {"rule_level": "low"}, **COUNTED}],
            "crowdsourced_yara_results": [{"value": {"rule_name": "Example"}, **COUNTED}],
            "suggested_threat_label": "trojan.example",
        },
        "urls": {"ports": [{"value": "8080", **COUNTED}]},
        "domains": {"favicon_dhash": [{"value": "80c0", **COUNTED}]},
        "ip_addresses": {"attributions": [{"value": "Example", **COUNTED}]},
    }
    found = read(of("collection", aggregations=traits), models.Collection).aggregations
    assert found.files.imphash[0].value == "00"
    assert found.files.imphash[0].total_related == 9
    assert found.files.vhash == []
    assert found.files.sandbox_verdicts[0].sandbox_name == "Example"
    assert found.files.crowdsourced_yara_results[0].value["rule_name"] == "Example"
    assert found.files.suggested_threat_label == "trojan.example"
    assert found.urls.ports[0].count == 2
    assert found.domains.favicon_dhash[0].prevalence == 0.5
    assert found.ip_addresses.attributions[0].value == "Example"


def test_traits_that_are_not_there() -> None:
    empty: Any = dict.fromkeys(("files", "urls", "domains", "ip_addresses"))
    traits: Any
    for traits in ({}, {"files": {}}, empty):
        found = read(of("collection", aggregations=traits), models.Collection).aggregations
        assert not found.files or found.files.imphash == []


def test_what_may_be_null() -> None:
    source = dict.fromkeys(
        ("cvss", "md5", "name", "published_date", "source_description", "title", "unique_id")
    )
    attributes = {
        "link": None,
        "recent_activity_relative_change": None,
        "vendor_fix_references": [source],
    }
    found = read(of("collection", **attributes), models.Collection)
    assert (found.link, found.recent_activity_relative_change) == (None, None)
    assert found.vendor_fix_references[0].cvss is None


# --- dates ---------------------------------------------------------------------------------------


@pytest.mark.parametrize("kind", ["file", "url", "domain", "ip_address"])
def test_a_date_that_is_sent_as_text(kind: str) -> None:
    model = models.object_class(kind)
    assert model is not None
    document = of(kind, threat_severity={"last_analysis_date": "1721693984"})
    assert read(document, model).threat_severity.last_analysis_date == MOMENT


@pytest.mark.parametrize("text", ["", "01721690784", "1721690784.5", "2024-07-23", " 1", "1" * 13])
def test_a_text_that_is_no_date_is_kept(text: str) -> None:
    document = of("file", threat_severity={"last_analysis_date": text})
    file = parse(document, models.File)
    severity = file.attributes.threat_severity
    assert severity is not None
    assert severity.last_analysis_date is None
    assert [issue.value for issue in file.issues] == [text]
    assert file.to_dict() == document["data"]


# --- behaviour -----------------------------------------------------------------------------------

BEHAVIOUR = {
    "attack_techniques": {
        "T1082": [{"severity": "x", "description": "y", "refs": [{"ref": "#z"}]}]
    },
    "files_dropped": [{"path": "a", "process_id": "7", "download_url": "https://example.com/a"}],
    "memory_dumps": [{"process_id": "7"}],
    "processes_tree": [
        {"name": "a", "children": [{"name": "b", "children": [{"files_opened": ["c"]}]}]},
    ],
    "tls": [{"ja4": "t13d"}],
    "verdict_labels": ["Example"],
}


@pytest.mark.parametrize("kind", ["file_behaviour", "private_file_behaviour"])
def test_what_a_file_does(kind: str) -> None:
    model = models.object_class(kind)
    assert model is not None
    check_behaviour(read(of(kind, **BEHAVIOUR), model))


def test_what_a_file_does_in_all_sandboxes() -> None:
    summary = parse({"data": BEHAVIOUR}, models.BehaviourSummary, strict=True)
    assert summary.issues == ()
    check_behaviour(summary)


def check_behaviour(found: Any) -> None:
    assert found.attack_techniques["T1082"][0].refs[0].ref == "#z"
    assert found.files_dropped[0].process_id == "7"
    assert found.processes_tree[0].children[0].children[0].files_opened == ["c"]
    assert found.tls[0].ja4 == "t13d"
    assert found.verdict_labels == ["Example"]


# --- events, descriptors, assessments ------------------------------------------------------------


def test_a_tie_to_a_threat_profile_is_an_event_with_its_collection() -> None:
    document = {
        "id": "e",
        "type": "timeline_event",
        "attributes": {"event_type": "follow", "first_seen": 1721693984},
        "context_attributes": {"collection": {"id": "c", "collection_type": "report"}},
        "links": {"self": "https://example.com/e"},
    }
    found = parse(document, models.ThreatProfileAssociation, strict=True)
    assert found.attributes is not None
    assert found.attributes.first_seen == MOMENT
    assert found.context_attributes is not None
    assert found.context_attributes.collection is not None
    assert found.context_attributes.collection.collection_type == "report"


def test_a_described_object_says_what_its_listing_says() -> None:
    related = {
        "urls": {"url": "http://example.com/"},
        "reports": {"related_from": [{"type": "collection", "attributes": {"name": "A"}}]},
        "files": {"notification_date": 1721693984},
    }
    relationships = {
        name: {"data": [{"type": "x", "id": "1", "context_attributes": context}]}
        for name, context in related.items()
    }
    document = {"type": "collection", "id": "c", "relationships": relationships}
    found = parse({"data": document}, models.Collection, strict=True)
    assert found.relationships.urls.data[0].context_attributes.url == "http://example.com/"
    through = found.relationships.reports.data[0].context_attributes.related_from[0].attributes
    assert through is not None
    assert through.name == "A"
    assert found.relationships.files.data[0].context_attributes.notification_date == MOMENT
    assert same_json(found.to_dict(), document)
    bare = parse({"data": {"type": "file", "id": "1"}}, Descriptor)
    assert bare.context_attributes.url is None
    assert bare.to_dict() == {"type": "file", "id": "1"}


@pytest.mark.parametrize("kind", list(models.OBJECT_TYPES))
def test_a_descriptor_knows_what_listings_say_of_any_type(kind: str) -> None:
    context = getattr(models, f"{models.OBJECT_TYPES[kind]}Context")
    assert set(context.model_fields) <= set(models.DescriptorContext.model_fields)


@pytest.mark.parametrize("actors", [["APT00"], [], True, False])
def test_actors_are_named_or_told_to_be_there(actors: object) -> None:
    document = of("file", gti_assessment={"contributing_factors": {"associated_actor": actors}})
    assert (
        read(document, models.File).gti_assessment.contributing_factors.associated_actor == actors
    )


@pytest.mark.parametrize("model", [models.PrivateFile, models.PrivateURL])
def test_private_objects_promise_nothing_that_is_about_engines_and_votes(
    model: type[VTObject],
) -> None:
    attributes: Any = parse({"data": {"type": "x", "id": "1"}}, model).to_dict()
    assert attributes == {"type": "x", "id": "1"}
    found: Any = getattr(model.model_validate({"type": "x", "id": "1"}), "attributes")  # noqa: B009
    for name in ("reputation", "times_submitted", "last_analysis_stats", "total_votes"):
        assert getattr(found, name) is None


def test_a_report_without_a_type() -> None:
    document = of("file", type_description="unknown")
    assert read(document, models.File).type_tag is None
