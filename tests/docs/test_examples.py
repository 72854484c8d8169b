"""Each example of the documentation does against the emulator what its first line says.

What is seen of it then is kept beside it, and shown on its page.
"""

import asyncio
import importlib
import json
import random
import runpy
import shlex
import sqlite3
import sys
from code import InteractiveInterpreter
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import httpx
import pytest

from tests.docs.support import ROOT, printing, shortened, stands
from tests.resources.arguments import EICAR
from tests.support import Answer, Server
from vt_sdk.emulator import Emulator

EXAMPLES = ROOT / "docs" / "examples"
UNKNOWN = "0" * 64
ENGINES = [f"Engine {letter}" for letter in "ABCDEFGHIJKLMNOPQR"]
RULES = 'rule mine { strings: $a = "that matches" condition: $a }'


class Shell:
    """Runs examples in a folder of its own, and keeps what a reader sees there."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self._monkeypatch = monkeypatch
        self._console = InteractiveInterpreter()
        self._seen: list[str] = []

    def see(self, asked: str, answer: str) -> None:
        self._seen.append(f"{asked}\n{shortened(answer)}")

    def run(self, name: str, *arguments: str) -> object:
        """Run an example as a program; return its exit status."""
        words, status = [f"{name}.py", *arguments], None
        self._monkeypatch.setattr(sys, "argv", words)
        with printing() as shown:
            try:
                runpy.run_path(str(EXAMPLES / words[0]), run_name="__main__")
            except SystemExit as end:
                status = end.code
        self.see(f"$ python {shlex.join(words)}", shown.getvalue())
        return status

    def type(self, line: str) -> None:
        """Type a line of Python."""
        with printing() as shown:
            assert not self._console.runsource(line)
        self.see(f">>> {line}", shown.getvalue())

    def cat(self, path: str) -> None:
        self.see(f"$ cat {path}", Path(path).read_text("utf-8"))

    def shows(self, name: str) -> None:
        """Assert that what was seen is what stands beside the example."""
        stands(EXAMPLES / f"{name}.txt", "".join(self._seen))


@pytest.fixture
def shell(emulator: Emulator, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[Shell]:
    """Return a shell with the key of a premium user, which can import the examples."""
    monkeypatch.setenv("VT_API_KEY", emulator.premium_key)
    monkeypatch.setenv("VT_BASE_URL", emulator.base_url)
    monkeypatch.chdir(tmp_path)
    monkeypatch.syspath_prepend(EXAMPLES)
    yield Shell(monkeypatch)
    for path in EXAMPLES.glob("*.py"):
        sys.modules.pop(path.stem, None)


def test_every_example_is_run_here() -> None:
    text = Path(__file__).read_text("utf-8")
    for path in EXAMPLES.glob("*.py"):
        assert f'shell.shows("{path.stem}")' in text


@pytest.mark.slow
def test_a_csv_file_is_enriched_and_gone_on_with(shell: Shell) -> None:
    Path("indicators.csv").write_text(f"host,note\nexample.com,a\nrubbish!,b\n{EICAR},c\n")
    shell.cat("indicators.csv")
    shell.run("enrich_csv", "indicators.csv", "results", "host")
    shell.run("enrich_csv", "indicators.csv", "results", "host")
    shell.type("import polars")
    shell.type('table = polars.read_parquet("results/*.parquet")')
    shell.type('table.select("input", "status", "verdict").sort("input")')
    shell.shows("enrich_csv")


def test_a_build_passes_only_if_all_is_clean(shell: Shell, emulator: Emulator) -> None:
    for name in ("clean", "unknown"):
        Path(f"{name}.whl").write_text(name)
    emulator.add_file(b"clean")
    assert shell.run("gate_build", "clean.whl") == 0
    status = shell.run("gate_build", "clean.whl", "unknown.whl")
    shell.see("$ echo $?", f"{status}\n")
    assert status == 2
    shell.shows("gate_build")


def test_the_service_answers(shell: Shell, emulator: Emulator) -> None:
    emulator.add_domain("mine.example", malicious=3)
    app = importlib.import_module("fastapi_service").app

    async def ask() -> None:
        way = httpx.ASGITransport(app=app)
        async with httpx.AsyncClient(transport=way, base_url="http://service") as client:
            for indicator in ("mine[.]example", UNKNOWN, "rubbish!"):
                answer = await client.get("/verdict", params={"indicator": indicator})
                head = f"{answer.status_code} {answer.reason_phrase}"
                said = f"{head}\n{json.dumps(answer.json(), indent=2)}\n"
                shell.see(f"GET /verdict?indicator={indicator}", said)

    asyncio.run(ask())
    shell.shows("fastapi_service")


def test_the_task_gives_detections(shell: Shell) -> None:
    shell.type("from celery_task import detections")
    app = importlib.import_module("celery_task").app
    app.conf.update(task_always_eager=True, task_eager_propagates=True)
    shell.type(f'detections.delay("{EICAR}").get()')
    shell.type('print(detections.delay("0" * 64).get())')
    shell.shows("celery_task")


def test_the_feed_goes_on_where_it_stopped(shell: Shell) -> None:
    shell.run("feed_to_sqlite", "files.db", "1")
    shell.run("feed_to_sqlite", "files.db", "1")
    query = "select * from files order by sha256"
    with closing(sqlite3.connect("files.db")) as db:
        rows = ["|".join(map(str, row)) for row in db.execute(query)]
    shell.see(f"$ sqlite3 files.db '{query}'", "\n".join([*rows, ""]))
    shell.shows("feed_to_sqlite")


def test_each_match_is_told_once(shell: Shell, emulator: Emulator) -> None:
    with emulator.client(premium=True) as vt, Server() as hook:
        hook.default = Answer(200, b"{}")
        address = f"{hook.url}/hook"
        importlib.import_module("hunt_to_webhook").main(address)  # what was there before
        hook.requests.clear()
        vt.livehunt.create("some rules", RULES, enabled=True)
        vt.files.scan_and_wait(b"a file that matches")
        shell.run("hunt_to_webhook", address)
        for told in hook.requests:
            shell.see(f"{told.method} {told.path}", f"{told.body.decode()}\n")
        shell.run("hunt_to_webhook", address)
        assert len(hook.requests) == 1
    shell.shows("hunt_to_webhook")


def test_a_bundle_is_written(shell: Shell) -> None:
    shell.run("stix_export", "bundle.json", "malware.example", UNKNOWN)
    assert json.loads(Path("bundle.json").read_text("utf-8"))["type"] == "bundle"
    shell.cat("bundle.json")
    shell.shows("stix_export")


def test_the_function_answers_for_each_object(shell: Shell) -> None:
    shell.type("from lambda_handler import handler")
    shell.type(f'bad = {{"key": "bad.exe", "sha256": "{EICAR}"}}')
    shell.type('new = {"key": "new.exe", "sha256": "0" * 64}')
    shell.type('handler({"Records": [{"s3": {"object": each}} for each in (bad, new)]}, None)')
    shell.shows("lambda_handler")


@pytest.mark.slow
def test_what_rules_match_is_listed(shell: Shell, emulator: Emulator) -> None:
    Path("rules.yar").write_text(f"{RULES}\n")
    with emulator.client() as vt:
        vt.files.upload(b"a file that matches", name="match.txt")
    shell.cat("rules.yar")
    shell.run("retrohunt_wait", "rules.yar")
    shell.shows("retrohunt_wait")


@pytest.mark.slow
def test_detections_are_drawn(shell: Shell, emulator: Emulator) -> None:
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
    Path("hashes.txt").write_text("\n".join([*hashes, "ab" * 32]), "utf-8")
    shell.run("detections")
    for name in ("detections.svg", "engines.svg"):
        stands(EXAMPLES / name, Path(name).read_text("utf-8"))
    shell.shows("detections")
