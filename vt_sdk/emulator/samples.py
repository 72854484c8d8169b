"""Samples of what the service answers, for what the emulator does not make itself.

The file comes with the package and is made from `schemas/samples`.
"""

import copy
import functools
import json
import string
from collections.abc import Iterator
from importlib import resources

from vt_sdk.emulator.messages import JSONObject

__all__ = [
    "has_sample",
    "is_unknown",
    "sample",
    "sample_answer",
    "sample_answers",
    "sample_objects",
    "sample_types",
]

# How many objects of a type there are at least, enough to page through.
_AT_LEAST = 4


def is_unknown(object_id: str) -> bool:
    """Say whether an id is one of those that stand for an object that is not there."""
    is_zero = not object_id.strip("0") and (len(object_id) >= 32 or not object_id)
    return is_zero or object_id.startswith("unknown")


def has_sample(object_type: str) -> bool:
    """Say whether there is a sample of an object type."""
    return object_type in _samples()["objects"]


def sample_types() -> set[str]:
    """Return the object types of which there are samples."""
    return set(_samples()["objects"])


def sample(object_type: str, object_id: str) -> JSONObject:
    """Return the attributes of a sample object as those of an object of another id."""
    best = max(_samples()["objects"][object_type], key=lambda item: len(json.dumps(item)))
    return copy.deepcopy(_renamed(best, object_id))


def sample_objects(object_type: str) -> Iterator[tuple[str, JSONObject]]:
    """Return ids and attributes of some objects of a type."""
    found = _samples()["objects"][object_type]
    for number in range(max(_AT_LEAST, len(found))):
        item = found[number % len(found)]
        object_id = _varied(item["id"], 3 * (number // len(found)))
        yield object_id, _renamed(item, object_id)


def sample_answer(title: str) -> JSONObject:
    """Return the fullest sample of an answer that is no object, by the title of its schema."""
    return max(sample_answers(title), key=lambda answer: len(json.dumps(answer)))


def sample_answers(title: str) -> list[JSONObject]:
    """Return all samples of an answer that is no object, by the title of its schema."""
    found: list[JSONObject] = copy.deepcopy(_samples()["answers"][title])
    return found


def _renamed(item: JSONObject, object_id: str) -> JSONObject:
    attributes: JSONObject = item["attributes"]
    return {name: object_id if value == item["id"] else value for name, value in attributes.items()}


def _varied(object_id: str, number: int) -> str:
    """Return another id of the same look; the one itself for the number 0."""
    if not number:
        return object_id
    last = object_id[-1]
    if last in string.digits:
        return f"{object_id[:-1]}{(int(last) + number) % 10}"
    if last in "abcdef":
        return f"{object_id[:-1]}{(int(last, 16) + number) % 16:x}"
    return f"{object_id}{number}"


@functools.cache
def _samples() -> JSONObject:
    source = resources.files("vt_sdk").joinpath("_data", "samples.json")
    samples: JSONObject = json.loads(source.read_text("utf-8"))
    return samples
