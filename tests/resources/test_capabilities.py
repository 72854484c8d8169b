"""What a key may do: tier, privileges, quotas, and the operations that these open."""

import asyncio
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

import pytest

from tests.loops import Loop, client_for, client_of
from tests.support import KEY, Server, error_answer, json_answer
from vt_sdk import (
    AlreadyExistsError,
    AsyncVirusTotal,
    Capabilities,
    ForbiddenError,
    InvalidResponseError,
    QuotaExceededError,
    VirusTotal,
    models,
    parse,
)
from vt_sdk.core.settings import KEY_MARK
from vt_sdk.emulator import Emulator
from vt_sdk.operations._methods import PREMIUM, PUBLIC
from vt_sdk.resources._capabilities import capabilities

NOW = datetime(2026, 6, 1, tzinfo=UTC)
PAST, FUTURE = 1_767_225_600, 1_798_761_600


@pytest.fixture(scope="module")
def emulator() -> Iterator[Emulator]:
    with Emulator() as running:
        yield running


def held(**privileges: Any) -> Capabilities:
    document = {"type": "user", "id": "erin", "attributes": {"privileges": privileges}}
    user = parse(document, models.User)
    return capabilities(user, NOW)


@pytest.mark.parametrize(
    ("privilege", "tier"),
    [
        ({"granted": True}, "premium"),
        ({"granted": True, "expiration_date": FUTURE}, "premium"),
        ({"granted": True, "expiration_date": PAST}, "public"),
        ({"granted": False}, "public"),
        ({}, "public"),
    ],
)
def test_a_privilege_counts_while_it_is_granted(privilege: dict[str, Any], tier: str) -> None:
    found = held(intelligence=privilege, click_to_accept={"granted": True})
    assert found.tier == tier
    assert found.privileges == {"click_to_accept"} | (
        {"intelligence"} if tier == "premium" else set()
    )
    assert found.methods == (PUBLIC | PREMIUM if tier == "premium" else PUBLIC)


def test_who_is_told_nothing_has_a_public_key() -> None:
    found = held()
    assert (found.user_id, found.tier, found.privileges, found.quotas) == (
        "erin",
        "public",
        frozenset(),
        {},
    )
    assert "files.get_report" in found.methods
    assert "feeds.files" not in found.methods


def test_the_keys_of_the_emulator(emulator: Emulator) -> None:
    with emulator.client() as vt:
        public = vt.capabilities()
        assert "threat_lists.get_latest" not in public.methods
        with pytest.raises(ForbiddenError, match="get_latest_threat_list needs a premium key"):
            vt.threat_lists.get_latest("ransomware")
    with emulator.client(premium=True) as vt:
        premium = vt.capabilities()
        assert "threat_lists.get_latest" in premium.methods
        assert vt.threat_lists.get_latest("ransomware").iocs
    assert (public.tier, premium.tier) == ("public", "premium")
    assert not public.privileges
    assert premium.privileges == {"intelligence"}
    daily = premium.quotas["api_requests_daily"]
    assert daily.allowed is not None
    assert daily.used is not None
    assert daily.used < daily.allowed


def test_the_key_of_a_service_account(emulator: Emulator, loop: Loop | None) -> None:
    name = "robot" if loop is None else "other_robot"
    with client_of(emulator, loop, premium=True) as vt:
        (robot,) = vt.service_accounts.create("example_group", names=[name])
        with pytest.raises(AlreadyExistsError):
            vt.service_accounts.create("example_group", names=[name])
    with client_for(loop, robot.attributes.apikey, base_url=emulator.base_url) as vt:
        found, me = vt.capabilities(), vt.users.get_me()
    assert (type(me), me.id) == (models.ServiceAccount, f"example_group_{name}")
    assert (found.user_id, found.tier) == (me.id, "premium")
    assert found.privileges == {"intelligence"}
    assert found.quotas.keys() == me.attributes.quotas.keys() != set()
    assert found.methods == PUBLIC | PREMIUM


@pytest.mark.parametrize(
    ("privileges", "tier"),
    [
        ({}, "premium"),  # it is not told them, and only groups with a licence have such accounts
        ({"intelligence": {"granted": True, "expiration_date": PAST}}, "public"),
    ],
)
def test_a_service_account_by_what_it_is_told(
    server: Server, privileges: dict[str, Any], tier: str
) -> None:
    account = {"type": "service_account", "id": "g_r", "attributes": {"privileges": privileges}}
    server.play(error_answer(404, "NotFoundError"), json_answer(account))
    found = VirusTotal(KEY, base_url=server.url).capabilities()
    assert (found.user_id, found.tier) == ("g_r", tier)
    assert [request.path for request in server.requests] == [f"/users/{KEY}", "/me"]


def test_an_answer_about_no_account(server: Server) -> None:
    vt = VirusTotal(KEY, base_url=server.url)
    server.play(json_answer([]))
    with pytest.raises(InvalidResponseError, match="not an object"):
        vt.users.get_me()


async def _asked(emulator: Emulator) -> Capabilities:
    vt: AsyncVirusTotal
    async with emulator.async_client(premium=True) as vt:
        return await vt.capabilities()


def test_an_event_loop_gets_the_same(emulator: Emulator) -> None:
    assert asyncio.run(_asked(emulator)).tier == "premium"


def test_it_is_one_request_that_shows_no_key(server: Server) -> None:
    user = {"type": "user", "id": "erin", "attributes": {"apikey": KEY}}
    server.play(json_answer(user), error_answer(429, "QuotaExceededError"))
    vt = VirusTotal(KEY, base_url=server.url)
    assert KEY not in repr(vt.capabilities())
    assert [request.path for request in server.requests] == [f"/users/{KEY}"]
    with pytest.raises(QuotaExceededError) as caught:
        vt.capabilities()
    assert caught.value.response is not None
    assert caught.value.response.url.endswith(f"/users/{KEY_MARK}")
    assert KEY not in str(caught.value.response)
