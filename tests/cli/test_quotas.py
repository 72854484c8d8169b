"""The command `quotas`."""

from tests.support import KEY, Server, error_answer, json_answer
from vt_sdk.emulator import Emulator

from .support import Command


def test_own_quotas(vt: Command, emulator: Emulator) -> None:
    key = emulator.add_key(user="small", per_minute=4, per_day=500)
    outcome = vt("quotas", VT_API_KEY=key)
    assert outcome.code == 0
    lines = [line.split() for line in outcome.out.splitlines()]
    assert lines[0] == ["quota", "of", "used", "allowed", "left"]
    assert lines[1] == ["api_requests_hourly", "user", "1", "240", "239"]
    assert lines[2] == ["api_requests_daily", "user", "1", "500", "499"]
    assert lines[3] == ["api_requests_monthly", "user", "1", "1,000,000,000", "999,999,999"]
    assert outcome.out.splitlines()[4].startswith("The day ends at 20")
    assert key not in outcome.out + outcome.err
    by_name = vt("quotas", "small", "--json", VT_API_KEY=key)
    assert by_name.json["api_requests_daily"] == {"user": {"allowed": 500, "used": 2}}


def test_group_and_what_is_missing(scripted: Command, server: Server) -> None:
    quotas = {
        "api_requests_daily": {
            "user": {"allowed": 9, "used": 12},
            "group": {"allowed": 20, "used": 12},
        },
        "odd \x1b[1m": {"user": {"used": 3}},
    }
    server.play(json_answer(quotas), json_answer({}), json_answer(quotas))
    outcome = scripted("quotas")
    assert [line.split() for line in outcome.out.splitlines()[1:4]] == [
        ["api_requests_daily", "user", "12", "9", "0"],
        ["api_requests_daily", "group", "12", "20", "8"],
        ["odd", r"\x1b[1m", "user", "3"],
    ]
    assert scripted("quotas").out == "No quotas.\n"
    assert scripted("quotas", "--json").json == quotas


def test_errors(vt: Command, scripted: Command, server: Server) -> None:
    outcome = vt("quotas", "emulator-premium")
    assert outcome.code == 5
    assert outcome.error.startswith("emulator-premium: You are not authorized")
    assert vt("quotas", "nobody").error.startswith("nobody: not found")
    server.play(error_answer(404, "NotFoundError", f"No user {KEY}"))
    assert scripted("quotas").code == 3


def test_key_as_user_is_not_repeated(scripted: Command, server: Server) -> None:
    outcome = scripted("quotas", KEY)  # which looks for the key in all that is printed
    assert outcome.code == 2
    assert "the API key is not an identifier" in outcome.error
    assert not server.requests
