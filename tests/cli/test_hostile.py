"""What the service or a user may send that nobody expects: it is shown all the same."""

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.support import SHA256, Answer, Server, json_answer
from vt_sdk.cli.exits import hide_keys

from .support import Command

FOREIGN_KEY = "c0ffee" * 10 + "1234"
_TARGETS = {
    "file": ("file", SHA256),
    "url": ("url", "http://example.com/"),
    "domain": ("domain", "example.com"),
    "ip_address": ("ip", "192.0.2.1"),
}
_NAMES = (
    *("url", "title", "meaningful_name", "type_description", "size", "registrar", "as_owner"),
    *("network", "country", "tags", "reputation", "creation_date", "first_submission_date"),
    *("last_submission_date", "last_analysis_date", "popular_threat_classification", "names"),
    *("last_analysis_stats", "last_analysis_results", "status", "date", "votes", "total_votes"),
)
_VALUES: tuple[object, ...] = (
    *("68", "", 68, -1, 0, 1.5, 1e300, True, None, 10**40, [], [1, {"a": []}], {}),
    *({"x": {"category": 7, "result": []}}, {"malicious": "many", "suspicious": []}, ["x"] * 1000),
)


def _odd(value: object, **beside: object) -> Iterator[tuple[str, Answer]]:
    for kind, (command, _) in _TARGETS.items():
        attributes = {**dict.fromkeys(_NAMES, value), **beside}
        yield command, json_answer({"type": kind, "id": "x", "attributes": attributes})


@pytest.mark.parametrize("value", _VALUES, ids=repr)
def test_values_of_another_type_are_shown(scripted: Command, server: Server, value: object) -> None:
    targets = dict(_TARGETS.values())
    for command, answer in _odd(value):
        server.play(answer)
        outcome = scripted(command, targets[command], "--all-engines", "--fail-on", "suspicious")
        assert outcome.code in (0, 4, 10), outcome.err
        assert "\n  report      " in outcome.out


def test_size_that_is_a_text(scripted: Command, server: Server) -> None:
    document = {"type": "domain", "id": "example.com", "attributes": {"size": "68"}}
    server.play(json_answer(document))
    assert "  size        68\n" in scripted("domain", "example.com").out


@pytest.mark.parametrize("damaged", [{}, {"id": 7}, {"id": "x", "type": "analysis"}], ids=repr)
def test_objects_without_id_or_of_another_type_are_shown(
    scripted: Command, server: Server, damaged: dict[str, object]
) -> None:
    attributes = {"results": [], "text": "words"}
    for kind, (command, target) in _TARGETS.items():
        server.play(json_answer({"type": kind, "attributes": attributes, **damaged}))
        assert scripted(command, target, "--all-engines").code == 4
    listing = json_answer([{"type": "comment", "attributes": attributes, **damaged}])
    server.play(listing, listing)
    assert "words" in scripted("comments", "example.com").out
    assert scripted("search", "words", "-f", "text").code == 0
    server.play(*[json_answer({"type": "domain", "attributes": {}})] * 2)
    assert scripted("diff", "example.com", "example.com").error.endswith("came without 'id'")


@pytest.mark.parametrize("value", _VALUES, ids=repr)
def test_comments_and_quotas_of_another_type(
    scripted: Command, server: Server, value: object
) -> None:
    attributes = {"text": value, "date": value, "votes": value, "tags": value}
    server.play(json_answer([{"type": "comment", "id": "c", "attributes": attributes}]))
    assert scripted("comments", "example.com").code == 0
    server.play(json_answer({"api_requests_daily": {"user": {"allowed": value, "used": value}}}))
    assert scripted("quotas").code in (0, 8)


@pytest.mark.slow
def test_report_of_very_many_engines_shows_some(scripted: Command, server: Server) -> None:
    results = {f"engine {n:06}": {"category": "malicious", "result": "x"} for n in range(20_000)}
    document = {"type": "domain", "id": "example.com"}
    server.play(json_answer({**document, "attributes": {"last_analysis_results": results}}))
    outcome = scripted("domain", "example.com", "--fail-on", "malicious")
    assert outcome.code == 10
    *_, last_engine, more = outcome.out.splitlines()
    assert last_engine.split()[:2] == ["engine", "000499"]
    assert more == "  and 19,500 more engines, see --json"


def test_lists_and_texts_without_end_are_cut(scripted: Command, server: Server) -> None:
    attributes = {"tags": [f"t{n}" for n in range(100)], "title": "x" * 5_000}
    document = {"type": "url", "id": "x", "attributes": attributes}
    server.play(json_answer(document), json_answer(document))
    out = scripted("url", "http://example.com/").out
    assert ", t29 and 70 more\n" in out
    assert f"  title       {'x' * 2_000}... (5,000 characters)\n" in out
    assert scripted("url", "http://example.com/", "--json").json["attributes"] == attributes


@pytest.mark.parametrize(
    "arguments",
    [
        ["drift", FOREIGN_KEY],
        ["--base-url", FOREIGN_KEY, "ip", "192.0.2.1"],
        ["--proxy", FOREIGN_KEY, "ip", "192.0.2.1"],
        ["--rate-limit", FOREIGN_KEY, "ip", "192.0.2.1"],
        ["--timeout", FOREIGN_KEY, "ip", "192.0.2.1"],
        [FOREIGN_KEY],
        ["domain", FOREIGN_KEY],
        ["domain", FOREIGN_KEY, "example.com", "--json"],
        ["ip", FOREIGN_KEY],
        ["scan", FOREIGN_KEY],
        ["analysis", FOREIGN_KEY],
        ["comments", "example.com", "--limit", FOREIGN_KEY],
        ["comments", "example.com", "--type", FOREIGN_KEY],
        ["quotas", FOREIGN_KEY],
    ],
)
def test_what_looks_like_a_key_is_not_repeated(vt: Command, arguments: list[str]) -> None:
    outcome = vt(*arguments)
    assert outcome.code not in (0, 1)
    assert FOREIGN_KEY not in outcome.out + outcome.err


@pytest.mark.parametrize("command", ["url", "drift", "file", "domain", "scan", "analysis"])
def test_own_key_is_not_repeated(vt: Command, command: str) -> None:
    for options in ([], ["--json"]):  # the command itself looks for the key in all that is printed
        assert vt(command, vt.key, *options).code not in (0, 1)


def test_hash_that_is_asked_for_is_repeated(vt: Command) -> None:
    assert vt("file", FOREIGN_KEY).error.startswith(f"{FOREIGN_KEY}: not found")
    assert vt("url", FOREIGN_KEY, "--json").json["input"] == FOREIGN_KEY


def test_local_file_that_is_named_by_its_hash_is_named(vt: Command, tmp_path: Path) -> None:
    (tmp_path / FOREIGN_KEY).write_text("x")
    (tmp_path / f"{FOREIGN_KEY}.bin").touch()
    path = str(tmp_path / FOREIGN_KEY)
    for command in ("file", "scan"):
        outcome = vt(command, str(tmp_path))
        assert f"note: {path}.bin: empty file, left out" in outcome.err.splitlines()
        assert path in outcome.out + outcome.err.replace(f"{path}.bin", "")
        inputs = [each["input"] for each in vt(command, str(tmp_path), "--json").json_lines]
        assert inputs == [path, f"{path}.bin"]
    assert FOREIGN_KEY not in vt("url", f"http://{FOREIGN_KEY}").err


def test_key_that_is_a_part_of_a_word_hides_no_words(vt: Command) -> None:
    outcome = vt("--api-key", "not", "domain", "a b", "notary")
    hide_keys()
    assert "notary" in outcome.err


def test_limit_without_end_is_refused(vt: Command) -> None:
    assert vt("comments", "example.com", "--limit", str(10**20)).code == 2


def test_words_of_choices_are_plain(vt: Command) -> None:
    err = vt("comments", "example.com", "--type", "planet").err
    assert "Error: Invalid value for '--type': 'planet' is not one of" in err


@pytest.mark.parametrize("command", ["", "scan", "analysis", "comments", "emulator", "drift"])
@pytest.mark.parametrize("columns", ["99999999", "1", "-5", "x"])
def test_help_is_plain_letters_of_any_width(vt: Command, command: str, columns: str) -> None:
    outcome = vt(*filter(None, [command]), "--help", COLUMNS=columns)
    assert outcome.code == 0
    assert outcome.out.isascii()
    assert not re.search(r"<\w+", outcome.out)  # types of Python
    assert max(map(len, outcome.out.splitlines())) < 200


def test_json_is_plain_letters(scripted: Command, server: Server) -> None:
    document = {"type": "domain", "id": "example.com", "attributes": {"registrar": "é\ud800"}}
    server.play(json_answer(document))
    outcome = scripted("domain", "example.com", "--json")
    assert outcome.out.isascii()
    assert json.loads(outcome.out)["attributes"] == document["attributes"]
