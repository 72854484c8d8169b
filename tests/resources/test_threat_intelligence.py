"""What customers of Google Threat Intelligence have: lists, subscriptions, profiles, alerts."""

import csv
import io
import json
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Literal

import pytest

from tests.loops import Loop, client_of
from tests.resources.support import refused
from tests.support import JSON_HEADERS, Answer, Server, json_answer
from vt_sdk import ForbiddenError, NotAvailableYetError, NotFoundError, models
from vt_sdk.emulator import Emulator

NOW = datetime.now(UTC)
YESTERDAY = NOW - timedelta(days=1)


# --- threat lists --------------------------------------------------------------------------------


def test_the_lists_by_name(emulator: Emulator, loop: Loop | None) -> None:
    with client_of(emulator, loop, premium=True) as vt:
        names = [found.id for found in vt.threat_lists.get_page()]
        assert len(names) == 14
        for name in names[:2]:
            assert vt.threat_lists.get_latest(name, limit=1).iocs
        with pytest.raises(NotFoundError):
            vt.threat_lists.get_latest("nothing of that name")


def test_which_indicators_of_a_list(emulator: Emulator) -> None:
    emulator.add_domain("bad.example", malicious=40)
    lists = client_of(emulator, None, premium=True)
    with lists as vt:
        found = [ioc.data for ioc in vt.threat_lists.get_latest("malware").iocs]
        assert {type(ioc) for ioc in found} == {
            models.File,
            models.URL,
            models.Domain,
            models.IPAddress,
        }
        assert {ioc.context_attributes.threat_list_id for ioc in found} == {"malware"}
        assert len(vt.threat_lists.get_latest("malware", 2).iocs) == 2
        for ioc_type in ("file", "url", "domain", "ip_address"):
            of_type = vt.threat_lists.get_hour("malware", YESTERDAY, ioc_type=ioc_type).iocs
            assert {ioc.data.type for ioc in of_type} == {ioc_type}
        certain = vt.threat_lists.get_latest("malware", ioc_type="domain", query="gti_score:90+")
        assert [ioc.data.id for ioc in certain.iocs] == ["bad.example"]


def test_when_an_hour_is_there(emulator: Emulator) -> None:
    with client_of(emulator, None, premium=True) as vt:
        with pytest.raises(NotAvailableYetError):
            vt.threat_lists.get_hour("malware", NOW)
        with pytest.raises(NotFoundError):
            vt.threat_lists.get_hour("malware", NOW - timedelta(days=9))


def test_a_list_in_each_format(emulator: Emulator, loop: Loop | None, tmp_path: Path) -> None:
    emulator.add_ip_address("2001:db8::66", malicious=3)
    emulator.add_url("http://bad.example/it's", malicious=3)
    with client_of(emulator, loop, premium=True) as vt:
        expected = {ioc.data.id for ioc in vt.threat_lists.get_latest("malware").iocs}
        path = tmp_path / "list.csv"
        done = vt.threat_lists.download("malware", "csv", path)
        assert done.size == path.stat().st_size
        assert len(list(csv.DictReader(path.read_text().splitlines()))) == len(expected)
        documents = {}
        for form in ("json", "stix", "misp"):
            content = io.BytesIO()
            vt.threat_lists.download("malware", form, content, time=YESTERDAY)
            documents[form] = json.loads(content.getvalue())
    assert {ioc["data"]["id"] for ioc in documents["json"]["iocs"]} == expected
    assert {kind["type"] for kind in documents["stix"]["objects"]} == {"indicator"}
    patterns = [indicator["pattern"] for indicator in documents["stix"]["objects"]]
    assert len(patterns) == len(expected)
    assert "[ipv6-addr:value = '2001:db8::66']" in patterns
    assert "[url:value = 'http://bad.example/it\\'s']" in patterns
    assert len(documents["misp"]["Event"]["Attribute"]) == len(expected)


def test_what_a_download_of_a_list_asks_for(server: Server) -> None:
    server.default = Answer(200, b'{"iocs": []}', JSON_HEADERS)
    lists = server.client().threat_lists
    lists.download("iot", "misp", io.BytesIO(), ioc_type="url", query="gti_score:60+", limit=7)
    path, _, query = server.last.target.partition("?")
    assert path == "/api/v3/threat_lists/iot/latest"
    assert sorted(query.split("&")) == [
        "format=misp",
        "limit=7",
        "query=gti_score%3A60%2B",
        "type=url",
    ]
    with refused(server, "format: expected one of json, csv, stix, misp, got 'xml'"):
        lists.download("iot", "xml", io.BytesIO())  # type: ignore[arg-type]  # none of them
    with refused(server, "ioc_type: expected one of file"):
        lists.get_latest("iot", ioc_type="hash")  # type: ignore[arg-type]  # none of them
    with refused(server, "limit: expected a whole number of at least 1, got 0"):
        lists.get_latest("iot", 0)
    lists.get_latest("iot")
    assert server.last.target == "/api/v3/threat_lists/iot/latest"


# --- collections ---------------------------------------------------------------------------------


def test_how_one_is_told_of_a_collection(emulator: Emulator, loop: Loop | None) -> None:
    with client_of(emulator, loop, premium=True) as vt:
        collections = vt.collections
        mine = collections.create("mine").id
        given = ["analysts@example.com"]
        made = collections.add_subscription_preferences(mine, notification_emails=given)
        assert type(made) is models.SubscriptionPreferences
        assert made.attributes.notification_emails == given
        assert made.attributes.daily_email is None
        collections.add_subscription_preferences(mine, daily_email=True)
        kept = collections.get_subscription_preferences(mine)
        assert kept.attributes.to_dict() == {"daily_email": True}
        collections.remove_subscription_preferences(mine)
        with pytest.raises(NotFoundError):
            collections.get_subscription_preferences(mine)
        with pytest.raises(NotFoundError):
            collections.remove_subscription_preferences(mine)


def test_preferences_that_say_nothing(server: Server) -> None:
    with refused(server, "notification_emails, daily_email: at least 1 of them must be given"):
        server.client().collections.add_subscription_preferences("some-id")


def test_a_collection_as_a_bundle(emulator: Emulator, loop: Loop | None, tmp_path: Path) -> None:
    path = tmp_path / "bundle.json"
    with client_of(emulator, loop, premium=True) as vt:
        done = vt.collections.download_stix("report--abc", path)
    assert done.size == path.stat().st_size
    assert json.loads(path.read_bytes())["type"] == "bundle"
    assert [call.path for call in emulator.calls] == ["/api/v3/collections/report--abc"]


# --- threat profiles -----------------------------------------------------------------------------


def test_sharing_a_profile(emulator: Emulator, loop: Loop | None) -> None:
    with client_of(emulator, loop, premium=True) as vt:
        profiles = vt.threat_profiles
        mine = profiles.create("mine", interests={"INTEREST_TYPE_MALWARE_ROLE": ["Backdoor"]}).id
        profiles.share(mine, "viewers", users=["emulator-public"], groups=["emulator-group"])
        profiles.share(mine, "editors", users=["emulator-public"])

        def those(relationship: Literal["viewers", "editors"]) -> list[tuple[str, str]]:
            return [(one.type, one.id) for one in profiles.get_relationship(mine, relationship)]

        assert those("viewers") == [("user", "emulator-public"), ("group", "emulator-group")]
        profiles.revoke(mine, "viewers", users=["emulator-public"])
        assert those("viewers") == [("group", "emulator-group")]
        assert those("editors") == [("user", "emulator-public")]


def test_what_is_recommended_for_a_profile(emulator: Emulator, loop: Loop | None) -> None:
    with client_of(emulator, loop, premium=True) as vt:
        profiles = vt.threat_profiles
        mine = profiles.create("mine", interests={"INTEREST_TYPE_MALWARE_ROLE": ["Backdoor"]}).id
        collection = vt.collections.create("a name").id
        profiles.add_recommendations(mine, [collection])
        (found,) = profiles.get_relationship(mine, "recommendations")
        assert found.id == collection
        assert found.attributes.name == "a name"
        profiles.remove_recommendations(mine, [collection])
        assert not list(profiles.get_relationship(mine, "recommendations"))


def test_whom_a_profile_is_not_shared_with(server: Server) -> None:
    profiles = server.client().threat_profiles
    with refused(server, "users, groups: no ids are given"):
        profiles.share("1", "viewers")
    with refused(server, "relationship: expected one of viewers, editors, got 'owner'"):
        profiles.share("1", "owner", users=["a"])  # type: ignore[arg-type]  # neither of them


# --- single ones ---------------------------------------------------------------------------------


def test_the_stream_by_the_name_of_a_source(emulator: Emulator) -> None:
    with client_of(emulator, None, premium=True) as vt:
        rules = 'rule example { strings: $a = "a needle" condition: $a }'
        vt.livehunt.create("needles", rules, enabled=True)
        sha256 = vt.files.scan_and_wait(b"hay and a needle").id
        found = vt.ioc_stream.get_page(filter="source_name:needles")
        assert [one.id for one in found] == [sha256]
        assert not vt.ioc_stream.get_page(filter="source_name:hay")


def test_alerts(emulator: Emulator, loop: Loop | None) -> None:
    with client_of(emulator, loop, premium=True) as vt:
        first = vt.alerts.get_assets(limit=2)
        assets = list(first.iter_all())
        assert len(assets) > len(first) == 2
        kinds = {asset.attributes.asset_type for asset in assets}
        assert kinds == {"domain", "ip range", "brand"}
        brand = next(a for a in assets if a.attributes.asset_type == "brand")
        info = vt.alerts.get_asset(brand.id).attributes.asset_info
        assert info is not None
        assert info.brand is not None
        assert info.brand.domains == ["example.com"]
        (icon,) = info.brand.favicons.values()
        assert icon.raw_md5 in info.brand.favicons
        notification = vt.alerts.get_notifications()[0]
        again = vt.alerts.get_notification(notification.id)
        assert again.attributes == notification.attributes
        with pytest.raises(NotFoundError):
            vt.alerts.get_notification("unknown")


def test_who_one_is(emulator: Emulator, loop: Loop | None) -> None:
    with client_of(emulator, loop) as vt:
        assert vt.users.get_me().id == "emulator-public"
        with pytest.raises(ForbiddenError):
            vt.alerts.get_assets()


def test_what_a_model_says_of_a_private_file(emulator: Emulator, loop: Loop | None) -> None:
    with client_of(emulator, loop, premium=True) as vt:
        vt.private_files.upload(b"private")
        report = vt.private_files.get_ai_report("ab" * 32)
        assert type(report) is models.AIReport
        assert report.summary


def test_a_summary_of_indicators(server: Server) -> None:
    server.play(json_answer({"malicious": 1}))
    intelligence = server.client().intelligence
    found = intelligence.get_ioc_summary(domains=["example.com"], ip_addresses=["192.0.2.1"])
    assert found.facts == {"malicious": 1}
    assert (server.last.method, server.last.target) == ("POST", "/api/v3/ioc_summary")
    assert server.last.json() == {
        "data": [
            {"type": "domain", "id": "example.com"},
            {"type": "ip_address", "id": "192.0.2.1"},
        ]
    }
    with refused(server, "no ids are given"):
        intelligence.get_ioc_summary()
