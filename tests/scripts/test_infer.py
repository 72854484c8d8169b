"""Inference: what captured responses have that the schemas lack, and writing it into them.

Responses and reports of drift must lead to the same schemas.
"""

import copy
import json
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.scripts.support import ROOT, checkout, run, run_here
from vt_sdk import drift

__all__ = ["checkout"]

SAMPLE: dict[str, Any] = {
    "data": {
        "type": "file",
        "id": "00",
        "attributes": {
            "sha256": "00",
            "next_scan_date": 1_700_000_000,
            "size": "12",
            "thumbnail": {"width": 4, "tiles": [{"hue": 0.5}, {"hue": None}]},
            "scores": {"Engine A": 1, "Engine B": 2.5},
            "names": {"not": "a list"},
        },
    },
    "meta": {"pages": 3},
}


# What the service could come up with, in fields that no schema knows.
NEW: dict[str, Any] = {
    "fresh_text": "customer",
    "fresh_number": 0.5,
    "fresh_flag": True,
    "fresh_nothing": None,
    "fresh_scan_date": 1_700_000_000,
    "fresh_list": ["a", 1, None],
    "fresh_empty_list": [],
    "fresh_empty_object": {},
    "fresh_record": {
        "depth": 1,
        "odd key": "customer",
        "inner": {"deep": [[{"deeper": None}], []], "nothing": None},
    },
    "fresh_records": [{"a": 1}, {"a": 2.5, "b": "customer"}, None],
    "fresh_map": {"10.0.0.1": {"port": 1}, "customer.example": {"port": "x"}},
    "fresh_engines": {name: {"verdict": name} for name in ("Ann", "Bob", "Cid", "Dee", "Eve")},
    "fresh_scalar_or_record": {"x": 1},
    "fresh_record_or_list": [{"y": 1}],
    "odd name": {"z": [1]},
}
# The same fields in other forms: an answer is not like the next one.
OTHER: dict[str, Any] = {
    "fresh_text": None,
    "fresh_list": None,
    "fresh_record": None,
    "fresh_map": {},
    "fresh_scalar_or_record": "customer",
    "fresh_record_or_list": {"y": "customer"},
}
# What the schemas know, with values that do not fit, and new fields deep in what they know.
MISFITS: dict[str, Any] = {
    "size": "12",
    "creation_date": "2020-01-01",
    "names": ["a", 5],
    "last_analysis_stats": {"harmless": 1.5, "moody": 2},
    "last_analysis_results": {"A": {"engine_update": 5, "mood": 1}, "B": {"mood": None}},
    "trid": [{"file_type": True, "age": {"days": 1}}],
    "dmg_info": {"polish": ["x"]},
}


def infer(*arguments: str | Path) -> "subprocess.CompletedProcess[str]":
    return run_here("infer.py", *arguments)


def _sample(tmp_path: Path, document: object, name: str = "sample.json") -> Path:
    path = tmp_path / name
    text = document if isinstance(document, str) else json.dumps(document)
    path.write_text(text, "utf-8")
    return path


def _changed(sample: str, **attributes: Any) -> dict[str, Any]:
    """Return a sample of the project with attributes set."""
    document: dict[str, Any] = json.loads((ROOT / "schemas" / "samples" / sample).read_text())
    document["data"]["attributes"] |= attributes
    return document


def _fitting_sample() -> dict[str, Any]:
    """Return the sample without what only a person can decide."""
    document = copy.deepcopy(SAMPLE)
    del document["data"]["attributes"]["names"]
    return document


def _documents() -> list[dict[str, Any]]:
    documents = [
        _changed("file/report.json", **NEW, **MISFITS),
        _changed("file/report_dmg.json", **OTHER),
        _changed("url/report.json", fresh_record={"depth": "x"}, fresh_nothing=None),
    ]
    documents[0]["meta"] = {"pages": 3, "hints": {"more": [1]}}
    return documents


def _inferred(folder: Path, *samples: Path) -> dict[str, str]:
    """Let the samples be written into a copy of the schemas; give what was written."""
    shutil.copytree(ROOT / "schemas", folder)
    done = infer("--write", "--schemas", folder, *samples)
    assert done.returncode == 0, done.stdout + done.stderr
    paths = sorted(folder.rglob("*.json"))
    return {str(path.relative_to(folder)): path.read_text("utf-8") for path in paths}


@pytest.mark.slow
def test_known_responses_need_nothing() -> None:
    own = sorted((ROOT / "schemas" / "samples").rglob("*.json"))
    done = run("infer.py", *own)
    assert (done.returncode, done.stdout) == (0, "the schemas know all of it\n"), done.stderr


def test_it_shows_what_is_unknown_and_what_does_not_fit(tmp_path: Path) -> None:
    done = infer(_sample(tmp_path, SAMPLE))
    assert done.returncode == 1
    lines = done.stdout.splitlines()
    assert "unknown      common/meta.json top.pages: integer ×1; such as 3" in lines
    assert (
        "unknown      objects/file.json FileAttributes.next_scan_date: integer ×1;"
        " such as 1700000000" in lines
    )
    assert 'does not fit objects/file.json FileAttributes.size: string ×1; such as "12"' in lines
    assert len(lines) == 6


def test_writing_makes_the_sample_known(tmp_path: Path) -> None:
    schemas = shutil.copytree(ROOT / "schemas", tmp_path / "schemas")
    sample = _sample(tmp_path, _fitting_sample())
    done = infer("--schemas", schemas, "--write", sample)
    assert done.returncode == 0, done.stdout + done.stderr
    assert infer("--schemas", schemas, sample).returncode == 0
    written = (schemas / "objects" / "file.json").read_text("utf-8")
    fields = json.loads(written)["$defs"]["FileAttributes"]["properties"]
    assert fields["next_scan_date"] == {
        "description": "Seen in answers; not documented: next_scan_date.",
        "type": "integer",
        "format": "unix-time",
        "x-vt-evidence": "observed, captured answers",
    }
    assert fields["size"]["type"] == ["string", "integer"]
    assert fields["scores"]["additionalProperties"] == {"type": "number"}


def test_what_only_a_person_can_decide_is_left(tmp_path: Path) -> None:
    schemas = shutil.copytree(ROOT / "schemas", tmp_path / "schemas")
    document = {"data": {"type": "file", "id": "00", "attributes": {"names": {"not": "a list"}}}}
    done = infer("--schemas", schemas, "--write", _sample(tmp_path, document))
    assert done.returncode == 1
    assert "left to you: file.json FileAttributes.names" in done.stdout


def test_several_forms_of_a_field_are_a_choice(tmp_path: Path) -> None:
    first = _sample(tmp_path, _changed("file/report.json", **NEW), "1.json")
    second = _sample(tmp_path, _changed("file/report.json", **OTHER), "2.json")
    written = _inferred(tmp_path / "schemas", first, second)["objects/file.json"]
    fields = json.loads(written)["$defs"]["FileAttributes"]["properties"]
    described = {name: {**fields[name]} for name in NEW}
    for field in described.values():
        assert field.pop("x-vt-evidence") == "observed, captured answers"
        assert field.pop("description").startswith("Seen in answers; not documented: ")
    assert described["fresh_list"] == {
        "anyOf": [
            {"type": "array", "items": {"type": ["string", "integer", "null"]}},
            {"type": "null"},
        ]
    }
    assert described["fresh_record"] == {
        "anyOf": [{"$ref": "#/$defs/FileFreshRecord"}, {"type": "null"}]
    }
    assert described["fresh_scalar_or_record"] == {
        "anyOf": [{"type": "string"}, {"$ref": "#/$defs/FileFreshScalarOrRecord"}]
    }
    assert described["fresh_engines"] == {
        "type": "object",
        "additionalProperties": {"$ref": "#/$defs/FileFreshEngines"},
    }
    assert described["odd name"] == {"$ref": "#/$defs/FileOddName"}


# --- reports of drift ----------------------------------------------------------------------------


@pytest.mark.slow
def test_a_report_says_as_much_as_the_responses(tmp_path: Path) -> None:
    documents = _documents()
    samples = [_sample(tmp_path, d, f"{number}.json") for number, d in enumerate(documents)]
    text = drift(documents).to_json()
    assert "customer" not in text
    of_samples = _inferred(tmp_path / "of_samples", *samples)
    of_report = _inferred(tmp_path / "of_report", _sample(tmp_path, text, "report.json"))
    assert of_report == of_samples
    changed = {
        name
        for name, written in of_report.items()
        if written != (ROOT / "schemas" / name).read_text("utf-8")
    }
    assert changed == {
        "common/analysis_stats.json",
        "common/engine_result.json",
        "common/meta.json",
        "objects/file.json",
        "objects/url.json",
        "parts/dmg_info.json",
    }
    # Any mixture does as well, and so do several reports, each of other responses.
    reports = [
        _sample(tmp_path, drift([document]).to_json(), f"report_{number}.json")
        for number, document in enumerate(documents)
    ]
    assert _inferred(tmp_path / "of_reports", *reports) == of_samples
    assert _inferred(tmp_path / "of_both", reports[0], *samples[1:], reports[1]) == of_samples


# Of what is generated, all that reading responses needs.
_WRITE_MODELS = """
import sys
from pathlib import Path
root = Path(sys.argv[1])
sys.path.insert(0, str(root / "scripts"))
from _generate_models import write_models
write_models(root / "vt_sdk" / "models", "a test")
"""


@pytest.mark.slow
def test_a_report_makes_the_responses_fully_typed(checkout: Path, tmp_path: Path) -> None:
    documents = [*_documents(), _fitting_sample()]
    for document in documents:
        document.pop("meta", None)  # its class is written by hand
    samples = [_sample(tmp_path, d, f"{number}.json") for number, d in enumerate(documents)]
    # The command prints what `infer.py` reads.
    printed = subprocess.run(
        [sys.executable, "-m", "vt_sdk", "drift", "--json", *map(str, samples)],
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
    ).stdout
    report = _sample(tmp_path, printed, "report.json")
    done = infer("--schemas", checkout / "schemas", report)
    assert done.returncode == 1
    lines = done.stdout.splitlines()
    assert "unknown      objects/file.json FileAttributes.fresh_text: null, string ×2" in lines
    assert "does not fit objects/file.json FileAttributes.names[]: integer ×1" in lines
    done = infer("--schemas", checkout / "schemas", "--write", report)
    assert done.returncode == 0, done.stdout + done.stderr
    for sample in (report, *samples):
        done = infer("--schemas", checkout / "schemas", sample)
        assert (done.returncode, done.stdout) == (0, "the schemas know all of it\n")
    # The proposal is what the generator takes, and the models then know all of it.
    shutil.rmtree(checkout / "vt_sdk" / "models")
    subprocess.run([sys.executable, "-c", _WRITE_MODELS, checkout], check=True, timeout=120)
    program = (
        "import json, sys, vt_sdk\n"
        "texts = [open(path, encoding='utf-8').read() for path in sys.argv[1:]]\n"
        "print(vt_sdk.drift(texts).to_json())\n"
        "first, second, _, fitting = [vt_sdk.parse(text) for text in texts]\n"
        "for text in texts:\n"
        "    assert vt_sdk.parse(text).to_dict() == json.loads(text)['data']\n"
        "a, b = first.attributes, second.attributes\n"
        "print(a.fresh_record.inner.deep[0][0].deeper, a.fresh_records[1].b, a.size, a.names)\n"
        "print(a.fresh_map['10.0.0.1'].port, a.fresh_scan_date.year, a.creation_date)\n"
        "print(a.fresh_scalar_or_record.x, b.fresh_scalar_or_record, b.fresh_record_or_list.y)\n"
        "print(a.trid[0].age.days, a.last_analysis_results['A'].mood, a.dmg_info.polish)\n"
        "print(fitting.attributes.thumbnail.tiles[0].hue)\n"
    )
    parsed = subprocess.run(
        [sys.executable, "-c", program, *map(str, samples)],
        cwd=checkout,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert parsed.returncode == 0, parsed.stderr
    assert json.loads(parsed.stdout.split("]}")[0] + "]}") == {"documents": 4, "findings": []}
    assert parsed.stdout.split("]}")[1].split("\n")[1:] == [
        "None customer 12 ['a', 5]",
        "1 2023 2020-01-01",
        "1 customer customer",
        "1 1 ['x']",
        "0.5",
        "",
    ]


def test_what_no_schema_can_say_is_left(tmp_path: Path) -> None:
    flood = {f"{number:064x}": number for number in range(51)}
    documents: list[dict[str, Any]] = [
        {"data": {"type": "invention", "id": "1", "novelty": 1}},
        {
            "data": {
                "type": "file",
                "id": "00",
                "relationships": {"inventions": {"data": []}, "comments": {"data": [], "x": 1}},
                "attributes": {"names": {"not": "a list"}, "creation_date": 10**12, **flood},
            }
        },
    ]
    schemas = shutil.copytree(ROOT / "schemas", tmp_path / "schemas")
    report = _sample(tmp_path, drift(documents).to_json(), "report.json")
    samples = [_sample(tmp_path, d, f"{number}.json") for number, d in enumerate(documents)]
    expected = {
        "left to you: file.json FileAttributes.*",
        "left to you: file.json FileAttributes.creation_date",
        "left to you: file.json FileAttributes.names",
        "left to you: no schema of file relationships.inventions",
        "left to you: relationship.json top.x",
    }
    for given, strange in (([report], "invention novelty"), (samples, "invention")):
        done = infer("--write", "--schemas", schemas, *given)
        assert done.returncode == 1
        lines = {line.strip() for line in done.stdout.splitlines() if line.startswith("left")}
        assert lines == {*expected, f"left to you: no schema of {strange}"}
        assert "wrote" not in done.stdout


def test_an_older_report_may_be_known_by_now(tmp_path: Path) -> None:
    finding = {"problem": "unknown", "object_type": "file", "kinds": ["integer"], "count": 1}
    known = {**finding, "path": "attributes.last_analysis_stats.harmless"}
    report = _sample(tmp_path, {"documents": 1, "findings": [known]})
    assert infer(report).stdout == "the schemas know all of it\n"
    # Or what is known by now is another thing.
    other = {**finding, "path": "attributes.names.depth.*"}
    done = infer(_sample(tmp_path, {"documents": 1, "findings": [other]}))
    assert "does not fit objects/file.json FileAttributes.names: object" in done.stdout


@pytest.mark.parametrize(
    "findings",
    [
        {},
        [5],
        [{"object_type": "file"}],
        [{"problem": "unknown", "object_type": "file", "path": "a..b", "kinds": [], "count": 1}],
        [{"problem": "unknown", "object_type": "file", "path": "a", "kinds": ["x"], "count": 1}],
    ],
)
def test_what_is_no_report_is_refused(findings: object, tmp_path: Path) -> None:
    path = _sample(tmp_path, {"documents": 1, "findings": findings})
    done = infer(path)
    assert done.returncode == 2
    assert str(path) in done.stderr
    assert "Traceback" not in done.stderr
