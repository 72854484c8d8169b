"""Comparing the operations document with somebody else's."""

import json
from pathlib import Path

import pytest

from tests.schemas.test_documents import OPERATIONS
from tests.scripts.support import ROOT, run, run_here

OTHER = """
openapi: 3.0.0
paths:
  /api/v3/files/{id}:
    parameters:
      - {name: id, in: path, required: true, schema: {type: string}}
      - {name: colour, in: query, schema: {type: string}}
    get: {responses: {}}
  /v3/threat_lists/{list}/latest/:
    get:
      parameters:
        - {name: list, in: path, schema: {$ref: '#/components/schemas/List'}}
        - $ref: '#/components/parameters/Type'
        - {name: query, in: query, schema: {type: string}}
        - {name: limit, in: query, schema: {type: integer}}
        - {name: format, in: query, schema: {type: string, enum: [json, csv, stix, misp, xml]}}
  /files:
    post:
      parameters: [{name: comment, in: body, schema: {type: object}}]
      requestBody:
        content:
          application/json: {schema: {properties: {data: {}}}}
          multipart/form-data: {schema: {properties: {file: {}, colour: {}}}}
  /feeds/file-behaviours/{time}:
    get: {responses: {}}
  /collections/{id}/subscription:
    post: {responses: {}}
components:
  parameters:
    Type:
      name: type
      in: query
      schema: {anyOf: [{enum: [file, url, domain]}, {type: string}]}
  schemas:
    List: {type: array, items: {$ref: '#/components/schemas/List'}}
"""


@pytest.mark.slow
def test_what_only_one_has(tmp_path: Path) -> None:
    other = tmp_path / "other.yaml"
    other.write_text(OTHER, "utf-8")
    done = run_here("diff_openapi.py", other, "--json")
    assert (done.returncode, done.stderr) == (0, "")
    found = json.loads(done.stdout)
    subscription = {
        "operation": "POST /collections/{}/subscription",
        "fits": ["POST /collections/{}/{}"],
    }
    assert found["operations"]["theirs"] == [subscription]
    assert len(found["operations"]["ours"]) == len(OPERATIONS) - 4
    assert {"operation": "DELETE /comments/{}"} in found["operations"]["ours"]
    assert found["parameters"] == [
        {"operation": "GET /files/{}", "theirs": ["colour"], "ours": ["relationships"]},
        {"operation": "POST /files", "theirs": ["colour"], "ours": ["password"]},
    ]
    latest = "GET /threat_lists/{}/latest"
    by_name = {e["parameter"]: e for e in found["values"] if e["operation"] == latest}
    assert by_name["format"] == {
        "operation": latest,
        "parameter": "format",
        "theirs": ["xml"],
        "ours": [],
    }
    assert by_name["type"]["ours"] == ["ip_address"]
    assert "ransomware" in by_name["{1}"]["ours"]


@pytest.mark.slow
def test_for_people(tmp_path: Path) -> None:
    other = tmp_path / "other.yaml"
    other.write_text(OTHER, "utf-8")
    lines = run("diff_openapi.py", other).stdout.splitlines()
    assert lines[:2] == [
        "1 operations that they have and we lack",
        "  POST /collections/{}/subscription  (perhaps POST /collections/{}/{})",
    ]
    assert "  GET /files/{}: theirs colour; ours relationships" in lines
    assert "  GET /threat_lists/{}/latest format: theirs xml" in lines


@pytest.mark.slow
def test_with_itself_there_is_no_difference() -> None:
    found = json.loads(run_here("diff_openapi.py", ROOT / "schemas/openapi.yaml", "--json").stdout)
    assert found == {"operations": {"theirs": [], "ours": []}, "parameters": [], "values": []}


def test_what_is_no_such_document(tmp_path: Path) -> None:
    for name, text in (("list.yaml", "[1, 2]"), ("broken.yaml", "a: b: c")):
        path = tmp_path / name
        path.write_text(text, "utf-8")
        done = run_here("diff_openapi.py", path)
        assert done.returncode == 2
        assert "no OpenAPI document" in done.stderr
