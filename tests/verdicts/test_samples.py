"""All samples, of the project and of the real service, are judged and compared."""

import json
from datetime import UTC, datetime
from typing import Any

import pytest

from tests.samples.support import TYPES, objects_of
from vt_sdk import parse
from vt_sdk.verdicts import Level, Policy, compare

PRESETS = (Policy.lenient(), Policy.default(), Policy.strict())
JUDGED = ("analysis", "domain", "file", "ip_address", "private_file", "private_url", "url")
NOW = datetime(2026, 1, 1, tzinfo=UTC)


@pytest.mark.parametrize("name", JUDGED)
def test_samples_are_judged(name: str) -> None:
    objects: list[Any] = objects_of(name)
    assert objects
    for each in objects:
        verdicts = [policy.judge(each, now=NOW) for policy in PRESETS]
        levels = [verdict.level for verdict in verdicts]
        assert levels == sorted(levels), each
        if getattr(each, "state", None) in ("unknown", "not_analysed"):
            assert Level.CLEAN not in levels, each
        for verdict in verdicts:
            assert verdict.reasons, each
            assert len(str(verdict).splitlines()) == 1, each
            assert json.loads(json.dumps(verdict.to_dict()))["level"] == verdict.level, each


@pytest.mark.parametrize("name", TYPES)
def test_nothing_has_changed_in_what_is_kept_and_read_again(name: str) -> None:
    for each in objects_of(name):
        if each.error is None and hasattr(each, "id"):
            again: Any = parse(each.to_json(), type(each))
            changes = compare(each, again)
            assert not changes, changes
