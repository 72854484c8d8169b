"""What goes wrong: one line of plain words, the right exit code, never the key."""

import socket
from datetime import UTC, datetime

import pytest

from tests.support import KEY, Answer, Server, error_answer
from vt_sdk import QuotaExceededError, RateLimitError
from vt_sdk.cli.exits import ExitCode, fail
from vt_sdk.emulator import Emulator

from .support import Command


def test_wrong_key(vt: Command) -> None:
    outcome = vt("ip", "192.0.2.1", VT_API_KEY="wrong" * 8)
    assert outcome.code == 5
    assert outcome.error == "192.0.2.1: Wrong API key; check VT_API_KEY or --api-key"


def test_missing_key_is_said_once(vt: Command, emulator: Emulator) -> None:
    outcome = vt("ip", "192.0.2.1", "192.0.2.2", VT_API_KEY="")
    assert outcome.code == 2
    assert outcome.error == (
        "no API key: set VT_API_KEY, give --api-key before the command, or keep one by vt-sdk init"
    )
    assert not emulator.calls


@pytest.mark.parametrize("key", ["with space", "with\nline", "schlüssel"])
def test_impossible_key_is_not_repeated(vt: Command, key: str) -> None:
    outcome = vt("--api-key", key, "ip", "192.0.2.1")
    assert outcome.code == 2
    assert key not in outcome.err
    assert "API key" in outcome.error


def test_options_win_over_the_environment(vt: Command, emulator: Emulator) -> None:
    outcome = vt(
        *("--api-key", emulator.api_key, "--base-url", f"{emulator.base_url}/", "--timeout", "30"),
        *("ip", "192.0.2.1"),
        VT_API_KEY="wrong",
        VT_BASE_URL="http://127.0.0.1:1",
    )
    assert outcome.code == 0


def test_proxy_is_used(scripted: Command, server: Server) -> None:
    scripted("--proxy", server.url, "--base-url", "http://nohost.localhost/api", "ip", "192.0.2.1")
    assert server.last.target == "http://nohost.localhost/api/ip_addresses/192.0.2.1"


@pytest.mark.parametrize("timeout", ["0", "-1", "nan", "inf"])
def test_impossible_timeout(vt: Command, timeout: str) -> None:
    outcome = vt("--timeout", timeout, "ip", "192.0.2.1")
    assert outcome.code == 2
    assert "seconds" in outcome.error


def test_impossible_address(vt: Command) -> None:
    outcome = vt("--base-url", "nowhere", "ip", "192.0.2.1")
    assert outcome.code == 2
    assert outcome.error.startswith("base_url: this is not an address")


@pytest.mark.parametrize(
    ("answer", "code", "words"),
    [
        (
            error_answer(429, "QuotaExceededError", "Quota exceeded", Retry_After="3600"),
            6,
            "Quota exceeded (QuotaExceededError, HTTP 429); try again in 3600 s",
        ),
        (
            error_answer(429, "QuotaExceededError", "Quota exceeded"),
            6,
            "Quota exceeded (QuotaExceededError, HTTP 429)",
        ),
        (error_answer(403, "ForbiddenError", "Not you"), 5, "Not you (ForbiddenError, HTTP 403)"),
        (error_answer(418, "", "Tea"), 7, "Tea (HTTP 418)"),
        (
            error_answer(400, "BadRequestError", "two\nlines\x1b[2J"),
            7,
            r"two\nlines\x1b[2J (BadRequestError, HTTP 400)",
        ),
    ],
)
def test_answers_that_are_errors(
    scripted: Command, server: Server, answer: Answer, code: int, words: str
) -> None:
    server.play(answer)
    outcome = scripted("ip", "192.0.2.1")
    assert (outcome.code, outcome.error) == (code, f"192.0.2.1: {words}")


@pytest.mark.parametrize("status", [200, 404])
def test_page_of_a_gateway(scripted: Command, server: Server, status: int) -> None:
    server.play(Answer(status, b"<html>\nLog in, please", {"Content-Type": "text/html"}))
    outcome = scripted("ip", "192.0.2.1")
    assert outcome.code == 8
    assert "text/html" in outcome.error


@pytest.mark.slow
def test_nobody_listens() -> None:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        port = listener.getsockname()[1]
    command = Command(f"http://127.0.0.1:{port}", KEY)
    outcome = command("comments", "192.0.2.1", "--add", "Nobody can have read this")
    assert outcome.code == 8
    assert outcome.error == "192.0.2.1: no answer from the service: Connection error"


def test_nobody_answers(scripted: Command, server: Server) -> None:
    server.default = Answer(delay=30)
    outcome = scripted("--timeout", "0.1", "comments", "192.0.2.1", "--add", "Hello")
    assert outcome.code == 8
    assert "Timeout error" in outcome.error


def test_start_of_the_next_quota_is_named(capsys: pytest.CaptureFixture[str]) -> None:
    error = QuotaExceededError("Spent", status=429, raw_code="QuotaExceededError")
    error.resets_at = datetime(2030, 1, 2, tzinfo=UTC)
    assert fail(error, "x") is ExitCode.QUOTA
    assert "; the quota starts anew at 2030-01-02 00:00 UTC\n" in capsys.readouterr().err


def test_limit_of_ones_own_is_an_error_of_the_service(capsys: pytest.CaptureFixture[str]) -> None:
    assert fail(RateLimitError("Too soon", 5.0)) is ExitCode.QUOTA
    assert capsys.readouterr().err == "error: Too soon\n"


@pytest.mark.parametrize(
    "arguments",
    [
        ["nothing"],
        ["file"],
        ["file", "x", "--api-key=SECRET"],
        ["comments", "example.com", "--limit", "0"],
        ["comments", "example.com", "--type", "planet"],
        ["emulator", "--port", "65536"],
    ],
)
def test_usage(vt: Command, emulator: Emulator, arguments: list[str]) -> None:
    outcome = vt(*arguments)
    assert (outcome.code, outcome.out) == (2, "")
    assert "Error" in outcome.err
    assert "SECRET" not in outcome.err
    assert not emulator.calls


@pytest.mark.parametrize("option", ["-q", "--rate-limit", "--timeout", "--api-key", "--proxy"])
@pytest.mark.parametrize("command", ["domain", "scan", "emulator"])
def test_option_that_stands_before_the_command(vt: Command, command: str, option: str) -> None:
    outcome = vt(command, option, "5")
    assert outcome.code == 2
    assert outcome.err.splitlines()[-1].endswith(
        f"{option} is no option of a command: give it before the command"
    )
    assert "before the command" not in vt(command, "--nonsense").err
