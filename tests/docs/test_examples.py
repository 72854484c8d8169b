"""Each example of the documentation does against the emulator what its first line says."""

import asyncio
import importlib.util
import json
import random
import re
import sqlite3
import sys
from collections.abc import Callable
from contextlib import closing
from hashlib import sha256
from pathlib import Path
from types import ModuleType
from typing import Any
from xml.etree import ElementTree

import httpx
import pytest

from tests.docs.support import ROOT
from tests.resources.arguments import EICAR
from tests.support import Answer, Server
from vt_sdk import VirusTotal
from vt_sdk.emulator import Emulator

EXAMPLES = ROOT / "docs" / "examples"
UNKNOWN = "0" * 64
ENGINES = [f"Engine {letter}" for letter in "ABCDEFGHIJKLMNOPQR"]
SVG = "{http://www.w3.org/2000/svg}"
RULES = 'rule mine { strings: $a = "that matches" condition: $a }'

Load = Callable[[str], ModuleType]


@pytest.fixture
def load(emulator: Emulator, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Load:
    """Return what runs an example in a folder of its own, with the key of a premium user."""
    monkeypatch.setenv("VT_API_KEY", emulator.premium_key)
    monkeypatch.setenv("VT_BASE_URL", emulator.base_url)
    monkeypatch.chdir(tmp_path)

    def loaded(name: str) -> ModuleType:
        spec = importlib.util.spec_from_file_location(name, EXAMPLES / f"{name}.py")
        assert spec is not None
        assert spec.loader is not None
        module = importlib.util.module_from_spec(spec)
        monkeypatch.setitem(sys.modules, name, module)
        spec.loader.exec_module(module)
        return module

    return loaded


def test_every_example_is_run_here() -> None:
    text = Path(__file__).read_text("utf-8")
    assert {path.stem for path in EXAMPLES.glob("*.py") if f'"{path.stem}"' not in text} == set()


@pytest.mark.slow
def test_a_csv_file_is_enriched_and_gone_on_with(
    load: Load, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    source = tmp_path / "indicators.csv"
    source.write_text(f"host,note\nexample.com,a\nrubbish!,b\n{EICAR},c\n")
    example = load("enrich_csv")
    example.main(str(source), "results", "host")
    assert "2 calls" in (said := capsys.readouterr().out)
    assert "2 found" in said
    assert "1 invalid" in said
    example.main(str(source), "results", "host")
    assert "0 calls" in capsys.readouterr().out


def test_a_build_passes_only_if_all_is_clean(
    load: Load, emulator: Emulator, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    clean, unknown = tmp_path / "clean.whl", tmp_path / "unknown.whl"
    clean.write_bytes(b"nothing bad in it")
    unknown.write_bytes(b"nobody has sent this")
    with VirusTotal(emulator.api_key, base_url=emulator.base_url) as vt:
        vt.files.scan_and_wait(clean)
    example = load("gate_build")
    assert example.main(str(clean)) == 0
    assert example.main(str(clean), str(unknown)) == 2
    assert "clean.whl: clean" in (said := capsys.readouterr().out)
    assert "unknown.whl: no verdict" in said


def test_the_service_answers(load: Load) -> None:
    app = load("fastapi_service").app

    async def asked() -> list[httpx.Response]:
        way = httpx.ASGITransport(app=app)
        async with httpx.AsyncClient(transport=way, base_url="http://service") as client:
            indicators = (EICAR, "www[.]virustotal[.]com", UNKNOWN, "no indicator")
            return [await client.get("/verdict", params={"indicator": one}) for one in indicators]

    file, domain, unknown, wrong = asyncio.run(asked())
    assert (file.status_code, file.json()["level"]) == (200, "malicious")
    assert (domain.status_code, domain.json()["type"]) == (200, "domain")
    assert (unknown.status_code, wrong.status_code) == (404, 422)


def test_the_task_gives_detections(load: Load) -> None:
    example = load("celery_task")
    example.app.conf.update(task_always_eager=True, task_eager_propagates=True)
    assert example.detections.delay(EICAR).get() > 10
    assert example.detections.delay(UNKNOWN).get() is None


def test_the_feed_goes_on_where_it_stopped(load: Load) -> None:
    example = load("feed_to_sqlite")
    with closing(sqlite3.connect("files.db")) as db:
        assert example.main("files.db", 1) == 1
        ((first,),) = db.execute("select cursor from place")
        assert example.main("files.db", 1) == 2
        ((second,),) = db.execute("select cursor from place")
    assert first.endswith("-1")
    assert second > first


def test_each_match_is_told_once(load: Load, emulator: Emulator) -> None:
    with VirusTotal(emulator.premium_key, base_url=emulator.base_url) as vt, Server() as hook:
        hook.default = Answer(200, b"{}")
        example = load("hunt_to_webhook")
        example.main(f"{hook.url}/hook")  # what was there before
        hook.requests.clear()
        vt.livehunt.create("some rules", RULES, enabled=True)
        vt.files.scan_and_wait(b"a file that matches")
        assert example.main(f"{hook.url}/hook") == len(hook.requests) == 1
        assert "mine matches a file" in json.loads(hook.last.body)["text"]
        assert example.main(f"{hook.url}/hook") == 0


def test_a_bundle_is_written(load: Load, capsys: pytest.CaptureFixture[str]) -> None:
    assert load("stix_export").main("bundle.json", EICAR, UNKNOWN) == 1
    written: dict[str, Any] = json.loads(Path("bundle.json").read_text("utf-8"))
    assert written["type"] == "bundle"
    assert EICAR in json.dumps(written)
    assert UNKNOWN in capsys.readouterr().err


def test_the_function_answers_for_each_object(load: Load) -> None:
    objects = [{"key": "bad", "sha256": EICAR}, {"key": "new", "sha256": UNKNOWN}]
    event = {"Records": [{"s3": {"object": each}} for each in objects]}
    assert load("lambda_handler").handler(event, None) == {"bad": "malicious", "new": "unknown"}


def test_what_rules_match_is_listed(load: Load, emulator: Emulator, tmp_path: Path) -> None:
    rules = tmp_path / "rules.yar"
    rules.write_text(RULES)
    content = b"a file that matches"
    with VirusTotal(emulator.api_key, base_url=emulator.base_url) as vt:
        vt.files.scan_and_wait(content)
    assert load("retrohunt_wait").main(str(rules)) == [sha256(content).hexdigest()]


@pytest.mark.slow
def test_detections_are_drawn(load: Load, emulator: Emulator, tmp_path: Path) -> None:
    chance = random.Random(7)
    hashes = []
    for number in range(60):
        results: dict[str, dict[str, str]] = {}
        for place, engine in enumerate(ENGINES):
            is_flag = number % 3 > 0 and chance.random() > place / len(ENGINES)
            category = "malicious" if is_flag else "undetected"
            results[engine] = {"engine_name": engine, "category": category}
        results["<Slow> & late"] = {"engine_name": "<Slow> & late", "category": "timeout"}
        flagged = sum(result["category"] == "malicious" for result in results.values())
        hashes.append(
            emulator.add_file(
                f"file {number}".encode(),
                malicious=flagged,
                last_analysis_date=1_700_000_000 + number * 86_400 * 3,
                last_analysis_results=results,
            )
        )
    (tmp_path / "hashes.txt").write_text("\n".join([*hashes, "ab" * 32]), "utf-8")
    load("detections")
    page = (tmp_path / "detections.html").read_text("utf-8")
    over_time, by_category = map(
        ElementTree.fromstring, re.findall("<svg.*?</svg>", page, re.DOTALL)
    )
    assert len(over_time.findall(f"{SVG}circle")) == len(hashes)
    words = [found.text for found in by_category.iter(f"{SVG}text")]
    assert words[0] == "What engines say of 60 files"
    assert words[1:6] == ["malicious", "suspicious", "harmless", "undetected", "other"]
    assert words[6:8] == ["Engine A", "Engine B"]
    assert len(words) == 6 + 15
