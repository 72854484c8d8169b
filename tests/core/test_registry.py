"""The registry: what the core knows of the models, which it never imports."""

import pytest

from tests.support import run_python
from vt_sdk import MissingFieldError, VTObject, models, parse
from vt_sdk.core import registry
from vt_sdk.core.layouts import Layout
from vt_sdk.core.objects import Received


def test_types_have_the_classes_that_the_models_say() -> None:
    assert registry.object_types() == models.OBJECT_TYPES
    for name, title in models.OBJECT_TYPES.items():
        assert registry.object_class(name) is models.object_class(name) is getattr(models, title)
    assert registry.object_class("brand_new") is None


def test_a_class_is_for_its_own_types() -> None:
    class Mine(models.File):
        pass

    assert registry.types_of(models.File) == registry.types_of(Mine) == {"file"}
    assert registry.types_of(VTObject) == frozenset()


def test_a_class_comes_in_the_forms_of_its_answers() -> None:
    class Mine(models.ASMEntity):
        pass

    for cls in (models.ASMEntity, Mine):
        forms = [Layout(*form) for form in registry.forms_of(cls)]
        assert forms == [Layout(("result", "hits"), "token"), Layout(("result",))]
    assert registry.forms_of(models.File) == registry.forms_of(VTObject) == []


def test_answers_without_a_type_are_named_by_the_error() -> None:
    classes = [getattr(models, name) for name in models.__all__]
    received = [c for c in classes if isinstance(c, type) and issubclass(c, Received)]
    names = sorted(cls.__name__ for cls in received if not issubclass(cls, VTObject))
    assert registry.answer_names() == names
    assert "BehaviourSummary" in names
    answer = parse({"data": {"tags": []}})
    assert isinstance(answer, VTObject)
    with pytest.raises(MissingFieldError, match=f"there are {', '.join(names)}$"):
        answer.id  # noqa: B018


@pytest.mark.slow
def test_nothing_is_taken_for_unknown_where_no_models_are_registered() -> None:
    code = """
import sys
from vt_sdk.core.decode import parse
assert "vt_sdk.models" not in sys.modules
document = {"type": "comment", "id": "x"}
try:
    parse(document)
except LookupError as error:
    print(error)
import vt_sdk.models
assert "vt_sdk.models.comment" not in sys.modules
assert type(parse(document)) is sys.modules["vt_sdk.models.comment"].Comment
"""
    assert run_python(code) == "the package that has the models was not imported\n"


@pytest.mark.slow
@pytest.mark.parametrize(
    "code",
    [
        "from vt_sdk import parse; found = parse({'type': 'vote', 'id': 'x'})",
        "import vt_sdk.api; from vt_sdk.core.decode import parse; found = parse({'type': 'vote'})",
        "import vt_sdk.bulk.lines as r; found = r.parse({'type': 'vote'})",
    ],
)
def test_whoever_decodes_has_the_models_registered(code: str) -> None:
    assert run_python(f"{code}; print(type(found).__name__)") == "Vote\n"
