"""Objects and pages in the routes of a web framework."""

import warnings
from typing import Any

import pytest
from fastapi import FastAPI
from fastapi.encoders import jsonable_encoder
from pydantic import TypeAdapter, ValidationError

from tests.support import file_document, same_json
from vt_sdk import Page, models, parse, parse_page

with warnings.catch_warnings():
    warnings.simplefilter("ignore")  # of the test client about its own dependencies
    from fastapi.testclient import TestClient

# FastAPI hands bodies of any `defer_build` model to pydantic in a form of which this warns.
pytestmark = pytest.mark.filterwarnings("ignore:The 'alias' attribute with value 'report'")

FILE = parse(file_document(size=68, last_analysis_date=5, names=None, brand_new=[1]), models.File)
PAGE = parse_page(
    {"data": [file_document(size=68), file_document(size="x"), 5], "meta": {"cursor": "c", "n": 1}},
    models.File,
)

app = FastAPI()


@app.get("/file")
def file() -> models.File:
    return FILE


@app.get("/as-it-came", response_model_exclude_unset=True)
def as_it_came() -> models.File:
    return FILE


@app.get("/page")
def page() -> Page[models.File]:
    return PAGE


@app.get("/items")
def items() -> list[models.File]:
    return list(PAGE)


@app.post("/stored")
def stored(report: models.File) -> str:
    return report.attributes.type_description


client = TestClient(app)


@pytest.mark.slow
def test_routes_are_described() -> None:
    described = client.get("/openapi.json").json()
    answers = {
        path: described["paths"][path]["get"]["responses"]["200"]["content"]["application/json"]
        for path in ("/file", "/page", "/items")
    }
    assert answers["/file"]["schema"]["$ref"].startswith("#/components/schemas/File")
    described_page = answers["/page"]["schema"]
    if "$ref" in described_page:
        described_page = described["components"]["schemas"][described_page["$ref"].split("/")[-1]]
    assert described_page["properties"]["data"]["items"] == answers["/file"]["schema"]


def test_answers() -> None:
    assert same_json(client.get("/as-it-came").json(), FILE.to_dict())
    assert same_json(client.get("/file").json(), FILE.model_dump(mode="json"))
    assert models.File.model_validate(client.get("/file").json()) == FILE
    assert same_json(client.get("/page").json(), PAGE.to_dict())
    assert [item["id"] for item in client.get("/items").json()] == [item.id for item in PAGE]


def test_a_report_in_the_body_of_a_request() -> None:
    answer = client.post("/stored", json=file_document(type_description="PDF"))
    assert (answer.status_code, answer.json()) == (200, "PDF")
    assert client.post("/stored", json={"attributes": {"size": "x"}}).status_code == 422


def test_jsonable_encoder() -> None:
    assert same_json(jsonable_encoder(FILE), FILE.model_dump(mode="json"))
    assert same_json(jsonable_encoder(FILE, exclude_unset=True), FILE.to_dict())
    encoded = jsonable_encoder({"page": PAGE}, custom_encoder={Page: Page.to_dict})
    assert same_json(encoded, {"page": PAGE.to_dict()})


def test_a_page_in_a_model() -> None:
    adapter: Any = TypeAdapter(Page[models.File])
    assert adapter.validate_python(PAGE) is PAGE
    assert adapter.validate_python(PAGE.to_dict()) == PAGE
    assert adapter.validate_json(PAGE.to_json()) == PAGE
    anything: Any = TypeAdapter(Page)
    assert isinstance(anything.validate_python(PAGE.to_dict())[0], models.File)
    wrongs: list[Any] = [None, [], {"data": {}}]
    for wrong in wrongs:
        with pytest.raises(ValidationError, match="Input should be a page"):
            adapter.validate_python(wrong)
