"""The command `bulk`: all indicators of a file, into a dataset."""

import contextlib
import json
import os
import signal
import time
from pathlib import Path
from typing import Any

import pytest

from tests.jobs.cluster import dask_cluster
from tests.jobs.service import report
from tests.ratelimit.sharing import free_port, redis_server
from tests.support import KEY, Answer, Recorded, Server, error_answer, until

from .support import SECONDS, Command


@pytest.fixture
def source(server: Server, tmp_path: Path) -> str:
    """Return a file of indicators, all of which the service knows."""
    server.default = report
    path = tmp_path / "in.csv"
    path.write_text("name,ioc\na,evil.example\nb,8.8.8.8\nc,EVIL[.]example\n")
    return str(path)


@pytest.mark.slow
def test_a_file_becomes_a_dataset(scripted: Command, source: str, tmp_path: Path) -> None:
    import pyarrow.parquet as pq

    out = str(tmp_path / "out")
    arguments = ["bulk", source, "--out", out, "--column", "ioc", "--columns", "tags, reputation"]
    first = scripted(*arguments)
    assert (first.code, first.err) == (0, "")
    assert first.out.startswith("2 indicators in ")
    assert "2 found" in first.out
    again = scripted(*arguments)
    assert again.code == 0
    assert again.out.startswith("0 indicators in ")
    table = pq.read_table(out)
    assert {*table["input"].to_pylist()} == {"8.8.8.8", "evil.example"}
    assert {"tags", "reputation"} < set(table.column_names)
    quiet = scripted("--quiet", *arguments)
    assert (quiet.code, quiet.out, quiet.err) == (0, "", "")


def test_lines_of_the_standard_input(scripted: Command, source: str, tmp_path: Path) -> None:
    out = str(tmp_path / "out")
    lines = b"# a feed\nevil.example\n\nunknown.example\n"
    outcome = scripted("bulk", "-", "--out", out, "--file-format", "jsonl", stdin=lines)
    assert outcome.code == 3
    assert "1 not found" in outcome.out
    (part,) = Path(out).glob("part-*")
    assert len(part.read_text().splitlines()) == 2


def test_the_exit_code_is_that_of_the_whole_dataset(
    scripted: Command, server: Server, source: str, tmp_path: Path
) -> None:
    def run(text: str, *more: str) -> int:
        path = tmp_path / "in.txt"
        path.write_text(text)
        return scripted("bulk", str(path), "--out", str(tmp_path / "out"), *more).code

    assert run("") == 2
    assert run("8.8.8.8") == 0
    assert run("new.example") == 4
    server.default = error_answer(500, "Broken")
    assert run("8.8.4.4", "--engine", "asyncio") == 7
    server.default = report
    assert run("8.8.4.4") == 4
    assert run("no indicator") == 2
    assert run("8.8.8.8") == 2


@pytest.mark.slow
def test_a_cache_of_all_machines(
    scripted: Command, server: Server, source: str, tmp_path: Path
) -> None:
    with redis_server() as redis:
        for name in ("tags", "reputation"):
            out = str(tmp_path / name)
            arguments = ["--out", out, "--column", "ioc", "--columns", name, "--cache", redis.url]
            assert scripted("bulk", source, *arguments).code == 0
    assert len(server.requests) == 2


def test_a_policy_flags(scripted: Command, source: str, tmp_path: Path) -> None:
    arguments = ["bulk", source, "--out", str(tmp_path / "out"), "--column", "ioc"]
    flagged = scripted(*arguments, "--policy", "strict")
    assert (flagged.code, "verdicts: 2 malicious" in flagged.out) == (10, True)
    assert scripted(*arguments, "--policy", "strict").code == 10
    assert scripted(*arguments, "--policy", "strict", "--fail-on", "never").code == 0
    assert "another job" in scripted(*arguments, "--policy", "lenient").error
    assert "--fail-on" in scripted(*arguments, "--fail-on", "malicious").error


def test_a_dry_run_tells_the_price(
    scripted: Command, server: Server, source: str, tmp_path: Path
) -> None:
    arguments = ["--column", "ioc", "--out", str(tmp_path / "out"), "--dry-run"]
    outcome = scripted("bulk", source, *arguments, "--rate-limit", "1")
    assert (outcome.code, outcome.out) == (0, "2 calls: the last one in 0:01:01\n")
    assert scripted("--rate-limit", "1", "bulk", source, *arguments).out == outcome.out
    assert not server.requests
    assert not (tmp_path / "out").exists()


def test_a_spent_quota_says_when_to_come_back(
    scripted: Command, server: Server, source: str, tmp_path: Path
) -> None:
    server.default = error_answer(429, "QuotaExceededError", Retry_After="3600")
    outcome = scripted("bulk", source, "--column", "ioc", "--out", str(tmp_path / "out"))
    assert outcome.code == 6
    assert "try again in 3600 s" in outcome.error
    assert "go on at " in outcome.out


@pytest.mark.parametrize(
    ("options", "code", "words"),
    [
        (["--column", "ico"], 2, "there are: ioc, name"),
        (["--columns", "reputatoin"], 2, "reputation"),
        (["--engine", "dask"], 2, "--scheduler"),
        (["--scheduler", "tcp://127.0.0.1:1"], 2, "--scheduler"),
        (["--store", "quota.sqlite"], 2, "--store"),
        (["--rate-limit", "5", "--store", "http://host"], 2, "--store: "),
        (["--rate-limit", "few"], 2, "--rate-limit: expected public"),
        (["--policy", "mild"], 2, "--policy"),
        (["--rate-limit", "5", "--store", "redis://127.0.0.1:1"], 7, "rate limit store"),
        (["--cache", "redis://127.0.0.1:1"], 7, "cache: "),
        (["--cache", "http://host"], 2, "cache: "),
    ],
)
def test_what_cannot_be(
    scripted: Command, source: str, tmp_path: Path, options: list[str], code: int, words: str
) -> None:
    arguments = [] if "--column" in options else ["--column", "ioc"]
    outcome = scripted("bulk", source, "--out", str(tmp_path / "out"), *arguments, *options)
    assert outcome.code == code
    assert words in outcome.error


def test_files_that_are_not_there(scripted: Command, source: str, tmp_path: Path) -> None:
    assert scripted("bulk", "nowhere.csv", "--out", str(tmp_path / "out")).code == 2
    outcome = scripted("bulk", source, "--column", "ioc", "--out", f"{source}/out")
    assert (outcome.code, "Not a directory" in outcome.error) == (11, True)


@pytest.mark.slow
def test_a_scheduler_that_is_not_there(scripted: Command, source: str, tmp_path: Path) -> None:
    address = f"tcp://127.0.0.1:{free_port()}"
    arguments = ["--column", "ioc", "--out", str(tmp_path / "out"), "--engine", "dask"]
    began = time.monotonic()
    outcome = scripted("bulk", source, *arguments, "--scheduler", address)
    assert (outcome.code, "no scheduler" in outcome.error) == (8, True)
    assert time.monotonic() - began < 60


@pytest.mark.slow
def test_a_cluster_finds_the_key_itself(scripted: Command, source: str, tmp_path: Path) -> None:
    out = tmp_path / "out"
    with dask_cluster(1, VT_API_KEY=KEY) as cluster:
        outcome = scripted(
            *("bulk", source, "--column", "ioc", "--out", str(out), "--file-format", "jsonl"),
            *("--engine", "dask", "--scheduler", cluster.address),
            VT_API_KEY="",
        )
        assert KEY not in cluster.log()
    assert outcome.code == 0, outcome.err
    (part,) = out.glob("part-*")
    assert {json.loads(line)["status"] for line in part.read_text().splitlines()} == {"found"}


def on_a_terminal(command: Command, *arguments: str, **options: Any) -> tuple[int, str]:
    """Run a command with stderr on a terminal; return its exit code and what it showed there."""
    ours, theirs = os.openpty()
    env = {"TERM": "xterm", "COLUMNS": "200"}
    with command.child(*arguments, stderr=theirs, env=env, **options) as process:
        os.close(theirs)
        shown = b""
        with contextlib.suppress(OSError):  # so a terminal ends
            while piece := os.read(ours, 1 << 16):
                shown += piece
        code = process.wait(60)
    os.close(ours)
    return code, shown.decode()


@pytest.mark.slow
@pytest.mark.parametrize("engine", ["local", "asyncio"])
def test_an_interrupt_keeps_what_came(
    scripted: Command, server: Server, engine: str, tmp_path: Path
) -> None:
    import pyarrow.parquet as pq

    def slowly(recorded: Recorded) -> Answer:
        time.sleep(0.01)
        return report(recorded)

    server.default = slowly
    texts = [f"10.0.0.{number}" for number in range(200)]
    (tmp_path / "in.txt").write_text("\n".join(texts))
    arguments = ["bulk", str(tmp_path / "in.txt"), "--out", str(tmp_path / "out"), "--workers", "4"]
    arguments += ["--engine", engine]
    with scripted.child(*arguments) as process:
        until(lambda: len(server.requests) >= 40)
        process.send_signal(signal.SIGINT)
        process.communicate(timeout=SECONDS)
    assert process.returncode == 130
    kept = pq.read_table(tmp_path / "out").num_rows
    assert 40 - 2 * 4 <= kept < 200
    assert scripted(*arguments).out.startswith(f"{200 - kept} indicators in ")
    whole = pq.read_table(tmp_path / "out")["input"].to_pylist()
    assert (len(whole), {*whole}) == (200, {*texts})
    assert len(server.requests) - 200 <= 2 * 4


@pytest.mark.slow
def test_progress_on_a_terminal(scripted: Command, source: str, tmp_path: Path) -> None:
    numbers = "\n".join(f"10.0.0.{number}" for number in range(12))
    path = tmp_path / "in.txt"
    path.write_text(numbers)
    arguments = ["bulk", str(path), "--out", str(tmp_path / "out"), "--rate-limit", "1000"]
    arguments += ["--file-format", "jsonl"]
    code, shown = on_a_terminal(scripted, *arguments)
    assert code == 0
    assert "12 of 12, " in shown
    assert "988 of 1,000 left" in shown


@pytest.mark.slow
def test_a_pipe_is_read_once_on_a_terminal_too(
    scripted: Command, source: str, tmp_path: Path
) -> None:
    end, start = os.pipe()
    os.write(start, b"evil.example\n")
    os.close(start)
    arguments = ["bulk", f"/dev/fd/{end}", "--out", str(tmp_path / "out")]
    arguments += ["--file-format", "jsonl"]
    code, shown = on_a_terminal(scripted, *arguments, pass_fds=[end])
    os.close(end)
    assert (code, "nothing to work on" in shown) == (0, False)
