"""Objects that a test has described: exactly these detections, these attributes."""

import base64
import hashlib

import pytest

from vt_sdk import VirusTotal, WaitTimeoutError
from vt_sdk.emulator import Emulator
from vt_sdk.events import Waiting

from .support import EICAR, Api

_KINDS = ("file", "url", "domain", "ip_address")
_NAMED = {
    "file": b"a file of my own",
    "url": "http://mine.example/path",
    "domain": "mine.example",
    "ip_address": "192.0.2.77",
}


def _add(emulator: Emulator, kind: str, **options: object) -> str:
    add = getattr(emulator, f"add_{kind}")
    object_id: str = add(_NAMED[kind], **options)
    return object_id


def _get(client: VirusTotal, kind: str, object_id: str):  # type: ignore[no-untyped-def]
    groups = {"file": "files", "url": "urls", "domain": "domains", "ip_address": "ip_addresses"}
    return getattr(client, groups[kind]).get_report(object_id)


@pytest.mark.parametrize("kind", _KINDS)
@pytest.mark.parametrize(("malicious", "suspicious"), [(0, 0), (7, 0), (7, 2), (0, 1), (70, 0)])
def test_exactly_so_many_flag_it(
    vt_emulator: Emulator, kind: str, malicious: int, suspicious: int
) -> None:
    object_id = _add(vt_emulator, kind, malicious=malicious, suspicious=suspicious)
    report = _get(vt_emulator.client(), kind, object_id)
    assert (report.stats.malicious, report.stats.suspicious) == (malicious, suspicious)
    assert len(report.detections["malicious"]) == malicious
    assert len(report.detections["suspicious"]) == suspicious
    assert report.state == ("flagged" if malicious + suspicious else "clean")


@pytest.mark.parametrize("kind", _KINDS)
def test_engines_stay_the_same(vt_emulator: Emulator, kind: str) -> None:
    client = vt_emulator.client()
    seen: list[set[str]] = []
    for malicious in (7, 7, 9):
        object_id = _add(vt_emulator, kind, malicious=malicious)
        seen.append(set(_get(client, kind, object_id).detections["malicious"]))
    assert seen[0] == seen[1]
    assert seen[0] < seen[2]


@pytest.mark.parametrize("kind", _KINDS)
def test_any_attribute(vt_emulator: Emulator, kind: str) -> None:
    given = {
        "reputation": -42,
        "tags": ["mine"],
        "last_analysis_date": 1_700_000_000,
        "last_modification_date": 1_700_000_001,
        "total_votes": {"harmless": 1, "malicious": 2},
        "brand_new": {"any": ["thing"]},
    }
    object_id = _add(vt_emulator, kind, malicious=1, **given)
    report = _get(vt_emulator.client(), kind, object_id).to_dict()["attributes"]
    assert {name: report[name] for name in given} == given


def test_file_by_its_content(vt_emulator: Emulator) -> None:
    content = b"a file of my own"
    object_id = vt_emulator.add_file(content, malicious=7, names=["mine.exe", "other.exe"])
    assert object_id == hashlib.sha256(content).hexdigest()
    client = vt_emulator.client(premium=True)
    for alias in (object_id, hashlib.md5(content).hexdigest(), hashlib.sha1(content).hexdigest()):
        report = client.files.get_report(alias)
        assert (report.stats.malicious, report.attributes.size) == (7, len(content))
        assert report.attributes.meaningful_name == "mine.exe"
    assert client.files.get_download(object_id) == content
    # A scan of it says the same.
    assert client.files.scan_and_wait(content, deadline=5).stats.malicious == 7


def test_file_by_its_hash(vt_emulator: Emulator) -> None:
    object_id = vt_emulator.add_file("AB" * 32, suspicious=3, size=5, md5="cd" * 16)
    client = vt_emulator.client()
    assert object_id == "ab" * 32
    assert client.files.get_report("cd" * 16).stats.suspicious == 3
    assert client.files.get_report(object_id).attributes.size == 5


def test_what_is_known_already_is_replaced(vt_emulator: Emulator) -> None:
    vt_emulator.add_file(EICAR, malicious=1)
    vt_emulator.add_domain("malware.example")
    client = vt_emulator.client()
    assert client.files.get_report(EICAR).stats.malicious == 1
    assert client.domains.get_report("malware.example").state == "clean"
    vt_emulator.reset()
    assert client.domains.get_report("malware.example").state == "flagged"


def test_verdicts_of_ones_own(vt_emulator: Emulator) -> None:
    results = {"Mine": {"category": "malicious", "result": "x", "method": "blacklist"}}
    vt_emulator.add_domain("mine.example", last_analysis_results=results)
    report = vt_emulator.client().domains.get_report("mine.example")
    assert list(report.detections["malicious"]) == ["Mine"]
    assert report.stats.malicious == 1


def test_scans_cost_no_real_wait_where_work_takes_no_time(vt_emulator: Emulator) -> None:
    waits: list[float] = []

    def note(event: object) -> None:
        if isinstance(event, Waiting):
            waits.append(event.seconds)

    with VirusTotal(
        vt_emulator.premium_key, base_url=vt_emulator.base_url, on_event=note
    ) as client:
        client.files.scan_and_wait(b"at once")
        client.urls.scan_and_wait("http://at-once.example/")
        client.analyses.wait(client.files.analyse(EICAR))
        client.private_files.scan_and_wait(b"at once")
        archive = client.zip_files.create(hashes=[EICAR])
        client.zip_files.wait(archive)
        assert waits == []
        vt_emulator.analysis_seconds = 600
        with pytest.raises(WaitTimeoutError):
            client.files.scan_and_wait(b"later", deadline=0.01)
        assert waits


@pytest.mark.parametrize(
    ("kind", "named", "options", "words"),
    [
        ("file", "abc", {}, "SHA-256"),
        ("file", b"x", {"malicious": 71}, "70 engines"),
        ("file", b"x", {"malicious": -1}, "70 engines"),
        ("file", b"x", {"malicious": 60, "suspicious": 11}, "70 engines"),
        ("file", b"x", {"size": "much"}, "size"),
        ("file", b"x", {"names": [None]}, r"names\[0\]"),
        ("file", b"x", {"names": ["\ud800"]}, "attributes: .*surrogates"),
        ("file", b"x", {"more": float("nan")}, "attributes: .*float"),
        ("file", b"x", {"more": {1, 2}}, "attributes: .*set"),
        ("file", b"x", {"last_analysis_date": "today"}, "last_analysis_date"),
        ("file", b"x", {"last_analysis_date": -(10**17)}, "last_analysis_date"),
        ("file", b"x", {"last_analysis_results": {"A": None}}, "results.A: null"),
        ("url", "", {}, "not a URL"),
        ("domain", "a b", {}, "not a domain name"),
        ("domain", b"x", {}, "content"),
        ("ip_address", "1.2.3", {}, "not an IP address"),
    ],
)
def test_what_cannot_be_is_refused(
    vt_emulator: Emulator, kind: str, named: object, options: dict[str, object], words: str
) -> None:
    with pytest.raises(ValueError, match=words):
        getattr(vt_emulator, f"add_{kind}")(named, **options)


def test_what_was_refused_leaves_nothing(vt_emulator: Emulator) -> None:
    with pytest.raises(ValueError, match="registrar"):
        vt_emulator.add_domain("example.com", malicious=5, registrar=7)
    assert vt_emulator.client().domains.get_report("example.com").state == "clean"


def test_results_without_a_category_count_nowhere(vt_emulator: Emulator) -> None:
    vt_emulator.add_domain("mine.example", last_analysis_results={"A": {}, "B": {"category": "x"}})
    report = vt_emulator.client().domains.get_report("mine.example")
    assert (report.state, [*report.attributes.last_analysis_results]) == (
        "not_analysed",
        ["A", "B"],
    )


def test_another_process_adds_by_a_control_route(api: Api) -> None:
    address = f"{api.emulator.url}/_emulator/objects"
    described = {"type": "domain", "id": "Mine.example", "malicious": 7}
    attributes = {"attributes": {"registrar": "Me"}}
    assert api.post(address, json=described | attributes, key=None) == {"data": "mine.example"}
    shown = api.get("/domains/mine.example")["data"]["attributes"]
    assert (shown["registrar"], shown["last_analysis_stats"]["malicious"]) == ("Me", 7)
    content = base64.b64encode(b"mine").decode()
    added = api.post(address, json={"type": "file", "content": content, "suspicious": 1})["data"]
    stats = api.get(f"/files/{added}")["data"]["attributes"]["last_analysis_stats"]
    assert (stats["malicious"], stats["suspicious"]) == (0, 1)


@pytest.mark.parametrize(
    "body",
    [
        [],
        {"type": "comment", "id": "x"},
        {"type": "file", "id": "x"},
        {"type": "file", "content": "?"},
        {"type": "domain", "id": "a.example", "malicious": "7"},
        {"type": "domain", "id": "a.example", "malicious": True},
        {"type": "domain", "id": "a.example", "more": 1},
        {"type": "domain", "id": "a.example", "attributes": {"registrar": 7}},
    ],
)
def test_control_route_refuses_what_cannot_be(api: Api, body: object) -> None:
    code = api.error(400, "POST", f"{api.emulator.url}/_emulator/objects", json=body)
    assert code == "InvalidArgumentError"
