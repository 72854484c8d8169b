"""What is embedded in an object: typed by the name of the relationship, read tolerantly."""

import pickle
import subprocess
import sys
from datetime import UTC, datetime
from typing import Any

import pytest

from tests.support import same_json
from vt_sdk import (
    Descriptor,
    MissingFieldError,
    Relationship,
    ToManyRelationship,
    ToOneRelationship,
    UnknownObject,
    models,
    parse,
)

FIRST, SECOND = {"type": "domain", "id": "a.example"}, {"type": "domain", "id": "b.example"}


def a_file(**relationships: Any) -> models.File:
    return parse({"type": "file", "id": "x", "relationships": relationships}, models.File)


def test_many() -> None:
    document = {"data": [FIRST, SECOND], "links": {"self": "s"}, "meta": {"cursor": "c"}}
    file = a_file(contacted_domains=document)
    related = file.relationships.contacted_domains
    assert isinstance(related, ToManyRelationship)
    assert [type(item) for item in related.data] == [Descriptor, Descriptor]
    assert [item.id for item in related.data] == ["a.example", "b.example"]
    assert related.meta is not None
    assert related.meta.cursor == "c"
    assert same_json(file.to_dict()["relationships"], {"contacted_domains": document})


@pytest.mark.parametrize("data", [{"type": "user", "id": "someone"}, None])
def test_one_or_none(data: dict[str, Any] | None) -> None:
    document = {"type": "comment", "id": "x", "relationships": {"author": {"data": data}}}
    comment = parse(document, models.Comment)
    related = comment.relationships.author
    assert isinstance(related, ToOneRelationship)
    assert (related.data.id if related.data else None) == (data and data["id"])
    assert same_json(comment.to_dict(), document)


def test_what_was_not_asked_for() -> None:
    file = a_file(comments={"data": []})
    with pytest.raises(MissingFieldError, match="FileRelationships came without 'contacted_urls'"):
        file.relationships.contacted_urls  # noqa: B018
    assert not hasattr(file.relationships, "contacted_domains")


def test_names_that_this_version_does_not_know() -> None:
    file = a_file(comments={"data": []}, new_ones={"data": [FIRST]}, newer={"data": FIRST})
    found = file.relationships.by_name()
    assert list(found) == ["comments", "new_ones", "newer"]
    kinds: set[type] = {type(related) for related in found.values()}
    assert kinds - {ToManyRelationship} == {Relationship}
    assert ToManyRelationship in kinds
    data = found["new_ones"].data
    assert isinstance(data, list)
    assert isinstance(data[0], Descriptor)
    assert isinstance(found["newer"].data, Descriptor)
    assert set(file.unknown_fields()) == {"relationships.new_ones", "relationships.newer"}


def test_the_context_of_a_descriptor_is_a_model() -> None:
    said = {"timestamp": 1_700_000_000, "posted_in": {"id": "x", "type": "file"}}
    document = {"type": "comment", "id": "c", "context_attributes": said}
    found = parse(document, Descriptor)
    context: models.DescriptorContext = found.context_attributes
    assert type(context) is models.DescriptorContext
    assert context.timestamp == datetime(2023, 11, 14, 22, 13, 20, tzinfo=UTC)
    assert type(context.posted_in) is models.CommentPlace
    assert same_json(found.to_dict(), document)
    assert (found.unknown_fields(), found.issues) == ([], ())
    assert type(parse(FIRST, Descriptor).context_attributes) is models.DescriptorContext


def test_the_other_number_of_objects_is_an_issue() -> None:
    document = {"author": {"data": [FIRST]}}
    comment = parse({"type": "comment", "id": "x", "relationships": document}, models.Comment)
    assert comment.issues[0].path[:3] == ("relationships", "author", "data")
    assert same_json(comment.to_dict()["relationships"], document)


def test_an_object_without_relationships_has_empty_ones() -> None:
    file = parse({"type": "file", "id": "x"}, models.File)
    assert file.relationships.by_name() == {}
    assert file.to_dict() == {"type": "file", "id": "x"}
    assert pickle.loads(pickle.dumps(file)) == file == parse(file.to_dict(), models.File)


def test_objects_of_unknown_type_have_relationships_too() -> None:
    document = {"type": "brand_new", "id": "x", "relationships": {"a": {"data": [FIRST]}}}
    unknown = parse(document)
    assert isinstance(unknown, UnknownObject)
    assert list(unknown.relationships.by_name()) == ["a"]
    assert same_json(unknown.to_dict(), document)


@pytest.mark.slow
def test_their_models_are_loaded_when_the_first_one_occurs() -> None:
    program = """
import sys, vt_sdk
file = vt_sdk.parse('{"type": "file", "id": "x"}', vt_sdk.models.File)
assert "vt_sdk.models.relationships" not in sys.modules
assert "vt_sdk.core.relationships" not in sys.modules
assert file.relationships.by_name() == {}
assert "vt_sdk.models.relationships" in sys.modules
"""
    subprocess.run([sys.executable, "-c", program], check=True, timeout=60)
