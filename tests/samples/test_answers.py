"""Answers that are no objects of a type: read without a loss, maps under names of their own."""

import json
from pathlib import Path
from typing import Any

import pytest
from jsonschema_rs import Draft202012Validator
from pydantic import ValidationError

from tests.samples.support import OWN
from tests.schemas.test_documents import registry
from tests.support import same_json
from vt_sdk import UnknownObject, models, parse, parse_page
from vt_sdk.core.keyed import Keyed
from vt_sdk.core.objects import Received

COMMON = OWN.parent / "common"
SCHEMAS = {path.stem: json.loads(path.read_bytes()) for path in sorted(COMMON.glob("*.json"))}
ANSWERS = {name: schema for name, schema in SCHEMAS.items() if schema.get("x-vt-answer")}
SAMPLES = [path for name in ANSWERS for path in sorted((OWN / name).glob("*.json"))]


def class_of(name: str) -> type[Received]:
    found: type[Received] = getattr(models, ANSWERS[name]["title"])
    return found


def test_every_answer_has_samples() -> None:
    assert {path.parent.name for path in SAMPLES} == set(ANSWERS)


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_a_sample_fits_its_class(path: Path) -> None:
    document = json.loads(path.read_bytes())
    answer = document.get("data", document)
    schema = {"$ref": (COMMON / f"{path.parent.name}.json").resolve().as_uri()}
    validator = Draft202012Validator(schema, registry=registry())
    forms: list[Any] = [path.read_bytes(), path.read_text("utf-8"), document]
    if isinstance(answer, list):  # a listing of them
        for form in forms:
            page = parse_page(form, class_of(path.parent.name), strict=True)
            assert page.issues == ()
            assert same_json(page.to_dict(), document)
        for item in answer:
            validator.validate(item)
        return
    validator.validate(answer)
    for form in forms:
        parsed = parse(form, class_of(path.parent.name), strict=True)
        assert parsed.issues == ()
        assert same_json(parsed.to_dict(), answer)
        assert same_json(json.loads(parsed.to_json()), answer)


@pytest.mark.parametrize("name", [name for name in ANSWERS if "x-vt-keyed" in ANSWERS[name]])
def test_a_map_stands_under_its_name(name: str) -> None:
    cls = class_of(name)
    assert issubclass(cls, Keyed)
    assert list(cls.model_fields) == [ANSWERS[name]["x-vt-keyed"]["name"]]


def test_what_does_not_fit_into_a_map_costs_only_itself() -> None:
    trees = {"A": {"tactics": [{"id": 1, "name": "Discovery"}], "new": 1}, "B": 3}
    for form in ({"data": trees}, json.dumps({"data": trees})):
        parsed = parse(form, models.BehaviourMitreTrees)
        assert parsed.sandboxes["A"].tactics[0].name == "Discovery"
        assert {issue.path for issue in parsed.issues} == {("A", "tactics", 0, "id"), ("B",)}
        assert parsed.unknown_fields() == ["A.new"]
        assert parsed.to_dict() == trees


def test_an_indicator_is_of_the_class_of_its_type() -> None:
    types = ("file", "url", "domain", "ip_address", "newtype")
    iocs: list[Any] = [{"data": {"type": t, "id": "1", "attributes": {"tags": 5}}} for t in types]
    parsed = parse({"iocs": iocs}, models.ThreatList)
    kinds = [models.File, models.URL, models.Domain, models.IPAddress, UnknownObject]
    assert [type(entry.data) for entry in parsed.iocs] == kinds
    assert len(parsed.issues) == 4
    assert parsed.to_dict() == {"iocs": iocs}
    with pytest.raises(ValidationError, match="should be an object"):
        models.ThreatListEntry.model_validate({"data": 5})


def test_the_summary_has_what_a_report_has() -> None:
    report = json.loads((OWN.parent / "objects" / "file_behaviour.json").read_bytes())
    fields = set(report["$defs"]["FileBehaviourAttributes"]["properties"])
    of_one_run = {"analysis_date", "behash", "last_modification_date", "sandbox_name"}
    of_one_run |= {"has_html_report", "has_pcap"}
    assert set(ANSWERS["behaviour_summary"]["properties"]) == fields - of_one_run
