"""Editors complete what callers type: jedi, which stands behind many of them, finds the names.

jedi reads the source as it is and runs nothing, so lazy loading must leave it a way to every name.
It takes long to read it and keeps it in memory: the tests are few enough for one fork to have all.
"""

import inspect
import os
import sys
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

import jedi  # type: ignore[import-untyped]  # it comes without types
import pytest

from tests.forks import FORK
from vt_sdk import VirusTotal, models

# This environment, whatever a variable of the shell names.
PROJECT = jedi.Project(Path(__file__).parents[2], environment_path=sys.prefix)
CACHE = Path(__file__).parents[2] / ".pytest_cache" / "jedi"
CLIENT = "from vt_sdk import VirusTotal, models\nvt = VirusTotal('key')\n"


@pytest.fixture(autouse=True, scope="module")
def _own_cache() -> Iterator[None]:
    """Keep what jedi has read for the next run, apart from what other processes are writing."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(jedi.settings, "cache_directory", str(CACHE / os.environ.get(FORK, "alone")))
        yield


def complete(program: str) -> set[str]:
    """Return what is offered at the end of a program."""
    return {found.name for found in jedi.Script(program, project=PROJECT).complete()}


def complete_each(start: str, lines: Iterable[str]) -> dict[str, set[str]]:
    """Return what is offered at the end of each of the lines of a program, which is read once."""
    return _each(jedi.Script.complete, start, lines)


def infer_each(start: str, lines: Iterable[str]) -> dict[str, set[str]]:
    """Return the names of the types of the last name of each of the lines of a program."""
    return _each(jedi.Script.infer, start, lines)


def _each(ask: Callable[..., Any], start: str, lines: Iterable[str]) -> dict[str, set[str]]:
    lines = list(lines)
    script = jedi.Script(start + "\n".join(lines), project=PROJECT)
    return {
        line: {found.name for found in ask(script, number, len(line))}
        for number, line in enumerate(lines, start.count("\n") + 1)
    }


@pytest.mark.slow
def test_names_of_modules_and_methods() -> None:
    expected = {
        "vt_sdk.VirusTotalAPIF": {"VirusTotalAPIFiles"},
        "from vt_sdk import NotF": {"NotFoundError"},
        "models.FileB": {"FileBehaviour"},
        "vt.": {"files", "urls", "domains", "ip_addresses", "analyses", "comments", "quotas"},
        "vt.files.get_": {"get_report", "get_or_scan", "get_relationship"},
        "vt.urls.": {"upload", "scan_and_wait", "put_votes", "get_last_http_error"},
        "vt.analyses.": {"wait", "get_report"},
    }
    offered = complete_each(f"import vt_sdk\n{CLIENT}", expected)
    assert {line: expected[line] - names for line, names in offered.items()} == {
        line: set() for line in expected
    }


@pytest.mark.slow
def test_the_arguments_of_a_client() -> None:
    arguments = list(inspect.signature(VirusTotal).parameters)
    for name in ("VirusTotal", "VirusTotalAPI", "VirusTotalAPIFiles", "VirusTotalAPIZIPFiles"):
        script = jedi.Script(f"from vt_sdk import {name}\n{name}(", project=PROJECT)
        (signature,) = script.get_signatures()
        assert [parameter.name for parameter in signature.params] == arguments, name


@pytest.mark.slow
def test_a_chain_of_calls_down_to_a_counter() -> None:
    chain = "vt_sdk.VirusTotal('k').files.get_report('x').attributes."
    expected = {
        f"{chain}last_analysis_stats.mal": {"malicious"},
        f"{chain}first_submission_date.isof": {"isoformat"},
        f"{chain}sha": {"sha1", "sha256"},
    }
    assert complete_each("import vt_sdk\n", expected) == expected


@pytest.mark.slow
def test_results() -> None:
    expected = {
        "vt.files.get_report('x').perm": {"permalink"},
        "vt.files.get_or_scan('x').stats.und": {"undetected"},
        "vt.files.get_report('x').context_attributes.notification_d": {"notification_date"},
        "vt.files.upload('x').lin": {"links"},
        "vt.files.upload('x').attrib": set(),
        "vt.analyses.wait(vt.files.upload('x')).attributes.stat": {"stats", "status"},
        "vt.urls.get_report('x').attributes.last_final": {"last_final_url"},
        "vt.domains.get_report('x').attributes.regist": {"registrar"},
        "vt.ip_addresses.get_report('x').attributes.as_o": {"as_owner"},
        "vt.files.get_comments('x')[0].attributes.te": {"text"},
        "vt.files.get_comments('x').next_p": {"next_page"},
        "vt.files.put_votes('x', True).attributes.verd": {"verdict"},
    }
    assert complete_each(CLIENT, expected) == expected


@pytest.mark.slow
def test_results_that_are_awaited() -> None:
    client = "from vt_sdk import AsyncVirusTotal\nvt = AsyncVirusTotal('key')\n"
    expected = {
        "    (await vt.files.get_report('x')).attributes.last_analysis_stats.mal": {"malicious"},
        "    (await vt.files.get_comments('x'))[0].attributes.te": {"text"},
        "    (await vt.files.get_comments('x')).next_p": {"next_page"},
        "    vt.files.get_report('x').attributes": set(),
    }
    assert complete_each(f"{client}async def main():\n", expected) == expected


@pytest.mark.slow
def test_types_of_results() -> None:
    expected = {
        "vt.files.get_report('x').stats": {"AnalysisStats"},
        "vt.files.get_report('x').stats.malicious": {"int"},
        "vt.files.get_report('x').attributes.last_analysis_stats": {"AnalysisStats"},
        "vt.files.get_report('x').context_attributes": {"FileContext"},
        "vt.files.get_report('x').context_attributes.notification_date": {"datetime", "NoneType"},
    }
    assert infer_each(CLIENT, expected) == expected


@pytest.mark.slow
def test_items_of_a_page() -> None:
    for page in ("vt.files.get_comments('x')", "vt.comments.get_page().iter_all()"):
        program = f"{CLIENT}for comment in {page}:\n    comment.attributes.te"
        assert complete(program) == {"text"}, page


@pytest.mark.slow
def test_related_objects() -> None:
    page = "vt.files.get_relationship('x', 'contacted_domains')"
    # jedi does not choose among overloads by a text, and may see no more than their common base.
    offered = complete(f"{CLIENT}for item in {page}:\n    item.")
    assert offered >= {"id", "links", "relationships", "to_dict", "error"}
    location = f"{CLIENT}location = vt.urls.get_network_location('x')\n"
    assert complete(f"{location}location.attributes.as_o") == {"as_owner"}


@pytest.mark.slow
def test_related_objects_of_a_page_that_says_of_what() -> None:
    listing = "vt.files.get_relationship('x', 'contacted_domains')"
    program = f"from vt_sdk import Page\n{CLIENT}page: Page[models.Domain] = {listing}\n"
    for start, item in (
        ("", "page[0]"),
        ("for item in page:\n", "    item"),
        ("for item in page.iter_all():\n", "    item"),
    ):
        types = {item: {"Domain"}, f"{item}.attributes": {"DomainAttributes"}}
        assert infer_each(program + start, types) == types
        names = {
            f"{item}.attributes.regist": {"registrar"},
            f"{item}.context_attributes.detected_u": {"detected_urls_count"},
        }
        assert complete_each(program + start, names) == names


HITS = "from vt_sdk import Page, VTObject, models\ndef show(hits{kind}):\n    for hit in hits:\n"


@pytest.mark.slow
def test_a_hit_of_declared_kinds_after_a_check_of_its_class() -> None:
    start = HITS.format(kind=": Page[models.File | models.URL]")
    expected = {
        "            hit.stats.mal": {"malicious"},
        "            hit.attributes.sha2": {"sha256"},
        "            hit.context_attributes.notification_d": {"notification_date"},
    }
    checked = f"{start}        if isinstance(hit, models.File):\n"
    assert complete_each(checked, expected) == expected


@pytest.mark.slow
def test_a_hit_of_any_kind() -> None:
    # jedi takes a check for what it says only where it knows nothing else of the name, and only
    # for what follows a dot; where a name is declared, an assignment says it.
    checked = f"{HITS.format(kind='')}        if isinstance(hit, models.File):\n"
    expected = {
        "            hit.": {"stats", "attributes", "context_attributes", "permalink"},
        "            hit.stats.": {"malicious", "undetected"},
        "            hit.attributes.": {"sha256", "last_analysis_stats"},
        "            hit.context_attributes.": {"notification_date"},
    }
    offered = complete_each(checked, expected)
    for line, names in expected.items():
        assert offered[line] >= names, line
    declared = f"{HITS.format(kind=': Page[VTObject]')}        file: models.File = hit\n"
    exactly = {"        hit.to_d": {"to_dict"}, "        file.stats.mal": {"malicious"}}
    assert complete_each(declared, exactly) == exactly


@pytest.mark.slow
def test_an_object_after_a_check_of_its_class() -> None:
    start = "from vt_sdk import models\nfrom vt_sdk.models import Domain\ndef show(item):\n"
    for name in ("Domain", "models.Domain"):
        program = f"{start}    if isinstance(item, {name}):\n        item.attributes."
        assert complete(program) >= {"registrar", "last_analysis_stats"}, name


@pytest.mark.slow
def test_facts_of_a_listing() -> None:
    kinds = ("File", "URL", "Domain", "IPAddress", "FileBehaviour")
    lines = {f"    {kind.lower()}.context_attributes.": kind for kind in kinds}
    arguments = ", ".join(f"{kind.lower()}: models.{kind}" for kind in kinds)
    offered = complete_each(f"from vt_sdk import models\ndef of({arguments}):\n", lines)
    for line, kind in lines.items():
        facts = getattr(models, f"{kind}Context").model_fields
        assert offered[line] >= {"unknown_fields", *facts}, kind


@pytest.mark.slow
def test_no_internals() -> None:
    report = "vt.files.get_report('x')."
    lines = (report, f"{report}attributes.", "vt.files.upload('x').")
    for line, names in complete_each(CLIENT, lines).items():
        assert "to_dict" in names, line
        own = {name for name in names if not name.startswith("_")}
        assert not {name for name in own if "built" in name or "attach" in name}, line
    assert complete("from vt_sdk.models import def") == set()


@pytest.mark.slow
def test_documents_and_errors() -> None:
    parsed = "from vt_sdk import parse\nfrom vt_sdk.models import File\nparse(b'', File)."
    assert complete(f"{parsed}attributes.meaningful") == {"meaningful_name"}
    caught = (
        "from vt_sdk import QuotaExceededError\ntry: ...\nexcept QuotaExceededError as error:\n"
    )
    assert complete(f"{caught}    error.re") >= {"resets_at", "retry_after", "response"}
    assert complete("from vt_sdk import VTStatus\nVTStatus.HTTP_NOT") == {"HTTP_NOT_FOUND_ERROR"}
