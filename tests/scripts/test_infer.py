"""Inference: what a captured response has that the schemas lack, and writing it into them."""

import copy
import json
import subprocess
import sys
from pathlib import Path
from typing import Any

from tests.scripts.support import ROOT, checkout, run

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


def _sample(tmp_path: Path, document: object) -> Path:
    path = tmp_path / "sample.json"
    path.write_text(json.dumps(document), "utf-8")
    return path


def test_known_responses_need_nothing() -> None:
    own = sorted((ROOT / "schemas" / "samples").rglob("*.json"))
    done = run("infer.py", *own)
    assert (done.returncode, done.stdout) == (0, "the schemas know all of it\n"), done.stderr


def test_it_shows_what_is_unknown_and_what_does_not_fit(tmp_path: Path) -> None:
    done = run("infer.py", _sample(tmp_path, SAMPLE))
    assert done.returncode == 1
    lines = done.stdout.splitlines()
    assert "unknown      common/meta.json top.pages: integer ×1; such as 3" in lines
    assert (
        "unknown      objects/file.json FileAttributes.next_scan_date: integer ×1;"
        " such as 1700000000" in lines
    )
    assert 'does not fit objects/file.json FileAttributes.size: string ×1; such as "12"' in lines
    assert len(lines) == 6


def test_writing_makes_the_sample_fully_typed(checkout: Path, tmp_path: Path) -> None:
    document = copy.deepcopy(SAMPLE)
    del document["data"]["attributes"]["names"]
    sample = _sample(tmp_path, document)
    done = run("infer.py", "--write", sample, root=checkout)
    assert done.returncode == 0, done.stdout + done.stderr
    assert run("infer.py", sample, root=checkout).returncode == 0
    written = (checkout / "schemas" / "objects" / "file.json").read_text("utf-8")
    fields = json.loads(written)["$defs"]["FileAttributes"]["properties"]
    assert fields["next_scan_date"] == {
        "description": "Seen in answers; not documented: next_scan_date.",
        "type": "integer",
        "format": "unix-time",
        "x-vt-evidence": "observed",
    }
    assert fields["size"]["type"] == ["string", "integer"]
    assert fields["scores"]["additionalProperties"] == {"type": "number"}
    # The proposal is what the generator takes, and the models then know all of it.
    assert run("generate.py", root=checkout).returncode == 0
    program = (
        "import sys, vt_sdk; f = vt_sdk.parse(open(sys.argv[1], 'rb').read(), vt_sdk.models.File);"
        "print(f.unknown_fields(), f.issues, f.meta.pages, f.attributes.thumbnail.tiles[0].hue)"
    )
    parsed = subprocess.run(
        [sys.executable, "-c", program, str(sample)],
        cwd=checkout,
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
    )
    assert parsed.stdout == "[] () 3 0.5\n"


def test_what_only_a_person_can_decide_is_left(checkout: Path, tmp_path: Path) -> None:
    document = {"data": {"type": "file", "id": "00", "attributes": {"names": {"not": "a list"}}}}
    done = run("infer.py", "--write", _sample(tmp_path, document), root=checkout)
    assert done.returncode == 1
    assert "left to you: file.json FileAttributes.names" in done.stdout
