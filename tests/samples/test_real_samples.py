"""Answers of the real service, which are not part of the project.

The folder that holds them is `VT_SDK_SAMPLES`, or else `samples` in a folder `shared` beside the
repository. Where there is none, the last test still measures the project's own samples.
"""

from pathlib import Path

import pytest

from tests.samples.support import OWN, REAL_FOLDER, TYPES, read, typed_leaves, whole
from tests.support import same_json
from vt_sdk import Page, VTObject

REAL = sorted(path for name in TYPES for path in (REAL_FOLDER / name).glob("*.json"))


def coverage(paths: list[Path]) -> float:
    """Return the share of scalars that stand in a declared field that is not Any."""
    typed = count = 0
    for path in paths:
        parsed, document = read(path)
        items = [parsed] if isinstance(parsed, VTObject) else list(parsed)
        raws = [whole(parsed, document)] if isinstance(parsed, VTObject) else document["data"]
        for item, raw in zip(items, raws, strict=True):
            found = typed_leaves(item, raw)
            typed, count = typed + found[0], count + found[1]
    return typed / count


# An empty list would be reported as a skipped test; the own samples are never absent.
def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    if "real_type" in metafunc.fixturenames:
        metafunc.parametrize("real_type", [t for t in TYPES if (REAL_FOLDER / t).is_dir()] or [""])


def test_real_answers_come_back_exactly(real_type: str) -> None:
    paths = [path for path in REAL if path.parent.name == real_type] or sorted(
        OWN.rglob("report.json")
    )
    for path in paths:
        parsed, document = read(path)
        assert same_json(parsed.to_dict(), whole(parsed, document)), path.name
        if isinstance(parsed, Page):
            assert len(parsed) == len(document["data"])


@pytest.mark.slow
def test_answers_stand_in_typed_fields() -> None:
    own = [path for name in TYPES for path in (OWN / name).glob("*.json")]
    assert coverage(REAL or own) >= 0.99
