"""Bundles of STIX: what becomes of each type, valid by the OASIS validator, the same each time."""

import functools
import json
import os
import socket
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NoReturn

import pytest
import stix2
import stix2validator
from hypothesis import given, settings
from hypothesis import strategies as st
from referencing import Registry, Resource
from stix2.pattern_visitor import create_pattern_object
from stix2validator import ValidationOptions, validate_instance, validator

from tests.samples.support import OWN, TYPES, file_of, loaded, objects_of
from tests.support import SHA256, file_document, run_python
from vt_sdk import Descriptor, InvalidInputError, Page, VTObject, models, parse, parse_page
from vt_sdk.enrichment import Enrichment
from vt_sdk.stix import bundle
from vt_sdk.verdicts import Policy

MOMENT = 1735689600
DATE = "2025-01-01T00:00:00.000Z"
FLAGGED = {"malicious": 9, "suspicious": 0, "undetected": 1, "harmless": 0, "timeout": 0}


def bundled(objects: Any, **how: Any) -> dict[str, Any]:
    """Return the JSON of a bundle, read back as strictly as stix2 and the validator can."""
    text = bundle(objects, **how).serialize()
    stix2.parse(text, allow_custom=False, version="2.1")
    text.encode()
    document: dict[str, Any] = json.loads(text)
    # Ids of version 5 are meant, pages at the service have no hash, and what kind of file it is the
    # service says.
    options = ValidationOptions(
        version="2.1",
        strict=True,
        strict_properties=True,
        enforce_refs=True,
        disabled="uuid-check,extref-hashes,mime-type",
    )
    results = validate_instance(document, options)
    # DNS has names that are none by IDNA 2008, such as those with an underscore or an emoji.
    assert [e for e in map(str, results.errors) if not e.endswith("is not a 'idn-hostname'")] == []
    return document


def of(document: dict[str, Any], kind: str) -> list[dict[str, Any]]:
    return [made for made in document["objects"] if made["type"] == kind]


def the(document: dict[str, Any], kind: str) -> dict[str, Any]:
    (made,) = of(document, kind)
    return made


@functools.cache
def _schemas() -> "Registry[Any]":
    """Return the schemas of the validator, which it would take apart for each object anew."""
    folder = Path(stix2validator.__file__).parent / "schemas-2.1" / "schemas"
    read = (
        (path, validator.patch_schema(json.loads(path.read_bytes()), str(path)))
        for path in folder.rglob("*.json")
    )
    found = ((path.as_uri(), Resource.from_contents(schema)) for path, schema in read)
    return Registry[Any]().with_resources(found).crawl()


@pytest.fixture(autouse=True)
def _schemas_are_read_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(validator, "Registry", lambda retrieve: _schemas())


@pytest.fixture(autouse=True)
def _no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> NoReturn:
        raise AssertionError("asked the network")

    monkeypatch.setattr(socket.socket, "connect", refuse)


# --- all types -----------------------------------------------------------------------------------


@pytest.mark.slow
@pytest.mark.parametrize("name", TYPES)
def test_every_sample_is_valid(name: str) -> None:
    samples = objects_of(name)
    document = bundled(samples)
    assert len(document["objects"]) > 2
    sample = samples[-1]
    again = parse(sample.to_json(), type(sample))
    assert bundle(again).serialize() == bundle(sample).serialize()


def test_a_file() -> None:
    document = bundled(
        file_of(
            sha1="1" * 40,
            sha256=SHA256,
            tlsh="T1" + "A" * 70,
            ssdeep="3:a+JraNvsg7",
            exiftool={"MIMEType": "text/plain"},
            tags=["text"],
            first_submission_date=MOMENT - 86400,
            last_analysis_date=MOMENT,
            last_analysis_stats=FLAGGED,
            last_analysis_results={
                "Engine A": {"category": "malicious", "engine_name": "Engine A", "result": "EICAR"}
            },
        ),
        policy=Policy.strict(),
    )
    observable, indicator = the(document, "file"), the(document, "indicator")
    assert observable["hashes"] == {
        "MD5": "0" * 32,
        "SHA-1": "1" * 40,
        "SHA-256": SHA256,
        "SSDEEP": "3:a+JraNvsg7",
        "TLSH": "A" * 70,
    }
    assert (observable["name"], observable["size"]) == ("eicar.com", 68)
    assert observable["mime_type"] == "text/plain"
    assert indicator["pattern"] == (
        f"[file:hashes.'SHA-256' = '{SHA256}' OR file:hashes.'SHA-1' = '{'1' * 40}'"
        f" OR file:hashes.'MD5' = '{'0' * 32}']"
    )
    assert indicator["indicator_types"] == ["malicious-activity"]
    assert indicator["name"] == "malicious: eicar.com"
    assert indicator["labels"] == ["text"]
    assert indicator["created"] == "2024-12-31T00:00:00.000Z"
    assert indicator["modified"] == indicator["valid_from"].replace("Z", ".000Z") == DATE
    note = the(document, "note")
    assert note["object_refs"] == [observable["id"], indicator["id"]]
    assert note["abstract"] == "Verdict: malicious"
    assert note["content"].splitlines()[1:] == ["- engine: Engine A (malicious: EICAR)"]
    assert note["external_references"] == [
        {
            "source_name": "virustotal",
            "external_id": SHA256,
            "url": f"https://www.virustotal.com/gui/file/{SHA256}",
        }
    ]
    assert the(document, "identity")["name"] == "VirusTotal"
    assert the(document, "relationship")["relationship_type"] == "related-to"


def test_the_policy_decides_what_is_an_indicator() -> None:
    suspicious = file_of(last_analysis_stats={**FLAGGED, "malicious": 1})
    assert the(bundled(suspicious), "indicator")["indicator_types"] == ["anomalous-activity"]
    assert of(bundled(suspicious, policy=Policy.lenient()), "indicator") == []
    unknown = bundled(file_of(last_analysis_stats={**FLAGGED, "malicious": 0, "undetected": 0}))
    assert the(unknown, "note")["abstract"] == "Verdict: unknown"


def test_ids_of_observables_are_those_of_stix() -> None:
    """Those that any other maker gives the same things, here by the specification's own rule."""
    document = bundled([loaded("domain", "example.com"), loaded("ip_address", "198.51.100.3")])
    assert the(document, "domain-name")["id"] == "domain-name--bedb4899-d24b-5401-bc86-8f6b4cc18ec7"
    assert the(document, "ipv4-addr")["id"] == "ipv4-addr--28bb3599-77cd-5a82-a950-b5bc3caf07c4"


def test_a_domain_and_an_address() -> None:
    domain: dict[str, Any] = {
        "last_https_certificate": {"thumbprint": "a" * 40, "issuer": {"C": "US", "CN": "Example"}},
        "last_analysis_stats": FLAGGED,
    }
    document = bundled(
        [
            loaded("domain", "example.com", **domain),
            loaded("ip_address", "2001:db8::1", asn=64496, as_owner="Example Networks"),
        ]
    )
    certificate = the(document, "x509-certificate")
    assert (certificate["hashes"], certificate["issuer"]) == (
        {"SHA-1": "a" * 40},
        "C=US, CN=Example",
    )
    assert the(document, "indicator")["pattern"] == "[domain-name:value = 'example.com']"
    assert the(document, "autonomous-system")["number"] == 64496
    names = {made["description"] for made in of(document, "relationship")}
    assert names == {"asn", "last_https_certificate", "pattern"}


# --- what is related -----------------------------------------------------------------------------


def test_what_was_loaded_along_is_related() -> None:
    related = {
        "contacted_domains": [{"type": "domain", "id": "example.com"}],
        "contacted_urls": [{"type": "url", "id": "a" * 64}, {"type": "url", "id": "b" * 64}],
        "itw_ips": [{"type": "ip_address", "id": "198.51.100.3"}],
        "votes": [{"type": "vote", "id": "f-x-y"}],
        "dropped_files": [{"type": "file", "id": "c" * 64}, {"type": "file", "id": "c" * 64}],
    }
    url = loaded("url", "a" * 64, url="http://example.com/")
    document = bundled([loaded("file", SHA256, related, md5="0" * 32), url])
    (source,) = (made["id"] for made in of(document, "file") if "MD5" in made["hashes"])
    found = {
        (made["description"], made["target_ref"].partition("--")[0], made["source_ref"] == source)
        for made in of(document, "relationship")
    }
    # A URL and a vote of which there is the id only say nothing.
    assert found == {
        ("contacted_domains", "domain-name", True),
        ("contacted_urls", "url", True),
        ("itw_ips", "ipv4-addr", True),
        ("dropped_files", "file", True),
    }
    assert the(document, "url")["value"] == "http://example.com/"
    # Two verdicts: of what is no object but a descriptor there is none.
    assert len(of(document, "note")) == 2


def test_what_an_enrichment_found_is_related() -> None:
    known = {"type": "domain", "id": "a.example.com", "attributes": {"reputation": 1}}
    failed = {"type": "domain", "id": "b.example.com", "error": {"code": "NotFoundError"}}
    enriched: Enrichment[Page[Any]] = Enrichment(
        file_of(),
        {
            "contacted_domains": parse_page({"data": [known, failed]}, models.Domain),
            "votes": parse_page({"data": [{"type": "vote", "id": "f-x-y"}]}, models.Vote),
            "itw_urls": InvalidInputError("no"),
            "parent": None,
            "last_serving_ip_address": loaded("ip_address", "198.51.100.3"),
        },
        (),
        None,
    )
    document = bundled(enriched)
    edges = {made["description"]: made["target_ref"] for made in of(document, "relationship")}
    assert edges.pop("votes").startswith("note--")
    assert edges == {
        "contacted_domains": the(document, "domain-name")["id"],
        "last_serving_ip_address": the(document, "ipv4-addr")["id"],
    }
    assert len(of(document, "note")) == 4
    assert bundled([enriched, file_of()]) == document


@pytest.mark.parametrize(
    ("kind", "key", "other"),
    [("domain", "1example.com", "198.51.100.2"), ("ip_address", "198.51.100.2", "1example.com")],
)
def test_resolutions_are_taken_apart_at_their_owner(kind: str, key: str, other: str) -> None:
    related = {"resolutions": [{"type": "resolution", "id": "198.51.100.21example.com"}]}
    document = bundled(loaded(kind, key, related))
    relationship = the(document, "relationship")
    assert relationship["relationship_type"] == "resolves-to"
    assert relationship["source_ref"] == the(document, "domain-name")["id"]
    assert relationship["target_ref"] == the(document, "ipv4-addr")["id"]
    values = {the(document, "domain-name")["value"], the(document, "ipv4-addr")["value"]}
    assert values == {key, other}


def test_a_resolution_says_what_it_resolves() -> None:
    related = {"others": [{"type": "domain", "id": "example.com"}]}
    known = {"host_name": "example.com", "ip_address": "198.51.100.3"}
    whole = loaded("resolution", "x", related, date=MOMENT, **known)
    relationship = the(bundled(whole), "relationship")
    assert (relationship["relationship_type"], relationship["created"]) == ("resolves-to", DATE)
    alone = Descriptor.model_validate({"type": "resolution", "id": "198.51.100.21example.com"})
    assert "objects" not in bundled(alone)


@pytest.mark.parametrize(
    ("kind", "made", "relationship"),
    [
        ("threat-actor", "threat-actor", ("threat-actor", "uses", "attack-pattern")),
        ("malware-family", "malware", ("malware", "uses", "attack-pattern")),
        ("campaign", "campaign", ("campaign", "uses", "attack-pattern")),
        ("software-toolkit", "tool", ("attack-pattern", "uses", "tool")),
        ("vulnerability", "vulnerability", ("vulnerability", "related-to", "attack-pattern")),
    ],
)
def test_collections_by_their_kinds(
    kind: str, made: str, relationship: tuple[str, str, str]
) -> None:
    related = {"attack_techniques": [{"type": "attack_technique", "id": "T1059"}]}
    collection = loaded(
        "collection",
        "x",
        related,
        collection_type=kind,
        name="Example",
        creation_date=MOMENT,
        first_seen=MOMENT,
        last_seen=MOMENT - 1,
        tlp="TLP:RED",
    )
    document = bundled(collection)
    found = the(document, made)
    assert (found["name"], found["created"]) == ("Example", DATE)
    assert the(document, "attack-pattern")["external_references"] == [
        {"source_name": "mitre-attack", "external_id": "T1059"}
    ]
    edge = the(document, "relationship")
    source, target = (edge[end].partition("--")[0] for end in ("source_ref", "target_ref"))
    assert (source, edge["relationship_type"], target) == relationship
    # Its own mark is stricter, and so is that of what is known from it.
    red = "marking-definition--5e57c739-391a-4eb3-b6be-7d15ca92d5ed"
    assert found["object_marking_refs"] == edge["object_marking_refs"] == [red]


def test_a_relationship_goes_the_way_of_the_specification() -> None:
    related = {"threat_actors": [{"type": "threat_actor", "id": "example-actor"}]}
    edge = the(bundled(loaded("attack_technique", "T1059", related)), "relationship")
    assert edge["source_ref"].startswith("threat-actor--")
    assert edge["relationship_type"] == "uses"


def test_reports_and_groupings_refer_to_their_members() -> None:
    first, second = (
        loaded(
            "collection",
            key,
            {
                "files": [{"type": "file", "id": SHA256}],
                "related_collections": [{"type": "collection", "id": other}],
            },
            collection_type=kind,
        )
        for key, other, kind in (("a", "b", "report"), ("b", "a", "collection"))
    )
    document = bundled([first, second])
    report, grouping = the(document, "report"), the(document, "grouping")
    observable = the(document, "file")["id"]
    assert report["object_refs"] == [observable, grouping["id"]]
    assert grouping["object_refs"] == [observable, report["id"]]
    assert of(document, "relationship") == []


def test_analyses() -> None:
    behaviour = loaded(
        "file_behaviour",
        f"{SHA256}_Sandbox A",
        sandbox_name="Sandbox A (v2)",
        verdicts=["MALWARE"],
        analysis_date=MOMENT,
        dns_lookups=[{"hostname": "example.com"}, {}],
        ip_traffic=[{"destination_ip": "198.51.100.3"}, {"destination_ip": "nowhere"}],
        http_conversations=[{"url": "http://example.com/"}],
        files_dropped=[{"sha256": "c" * 64}, {"path": "x"}],
    )
    document = bundled(behaviour)
    found = the(document, "malware-analysis")
    assert (found["product"], found["result"]) == ("sandbox-a-v2", "malicious")
    kinds = [ref.partition("--")[0] for ref in found["analysis_sco_refs"]]
    assert kinds == ["domain-name", "ipv4-addr", "file", "url"]
    analysis = loaded(
        "analysis", f"f-{SHA256}-1", status="completed", stats={**FLAGGED, "malicious": 0}
    )
    document = bundled(analysis)
    found = the(document, "malware-analysis")
    assert (found["product"], found["result"]) == ("virustotal", "benign")
    assert found["sample_ref"] == the(document, "file")["id"]


def test_comments_and_rules() -> None:
    document = bundled(
        [
            loaded("comment", "d-example.com-1", text="An example", date=MOMENT),
            loaded("hunting_ruleset", "1", name="examples", rules="rule a { condition: true }"),
        ]
    )
    note, indicator = the(document, "note"), the(document, "indicator")
    assert note["object_refs"] == [the(document, "domain-name")["id"]]
    assert (note["content"], note["created"]) == ("An example", DATE)
    assert (indicator["pattern_type"], indicator["name"]) == ("yara", "examples")


def test_rules_of_sigma_are_put_together() -> None:
    detection = {
        "condition": "a and not b",
        "details": {"a": '{"Image": "*\\\\a.exe"}', "b": "no JSON"},
    }
    rule = loaded(
        "sigma_rule",
        "f" * 64,
        title="Example",
        level="low",
        log_source={"product": "windows", "service": ""},
        detection=detection,
    )
    indicator = the(bundled(rule), "indicator")
    assert (indicator["pattern_type"], indicator["name"]) == ("sigma", "Example")
    assert json.loads(indicator["pattern"]) == {
        "title": "Example",
        "level": "low",
        "falsepositives": [],
        "logsource": {"product": "windows"},
        "detection": {
            "a": {"Image": "*\\a.exe"},
            "b": "no JSON",
            "condition": "a and not b",
        },
    }
    assert of(bundled(loaded("sigma_rule", "f" * 64, title="Example")), "indicator") == []


def test_a_graph_is_a_grouping_of_what_it_shows() -> None:
    graph = loaded(
        "graph",
        "g1",
        {"owner": {"type": "user", "id": "example"}},
        graph_data={"description": "An example"},
        nodes=[
            {"type": "domain", "entity_id": "example.com"},
            {"type": "relationship", "entity_id": "relationships_x"},
            {"type": "file"},
        ],
    )
    document = bundled(graph)
    grouping, owner = the(document, "grouping"), of(document, "identity")[1]
    assert grouping["name"] == "An example"
    assert grouping["object_refs"] == [the(document, "domain-name")["id"]]
    edge = the(document, "relationship")
    assert (edge["source_ref"], edge["target_ref"]) == (grouping["id"], owner["id"])
    assert (owner["name"], owner["identity_class"]) == ("example", "individual")


@pytest.mark.parametrize(
    ("kind", "key", "about"),
    [
        ("vote", "d-example.com-1", "domain-name"),
        ("submission", f"f-{SHA256}-1735689600", "file"),
        ("sigma_analysis", SHA256, "file"),
        ("monitor_hash_comment", f"{SHA256}-Engine B", "file"),
        ("monitor_hash", "opaque", "identity"),
        ("attack_tactic", "TA0002", "identity"),
        ("new_thing", "x", "identity"),
    ],
)
def test_what_has_no_counterpart_is_a_note(kind: str, key: str, about: str) -> None:
    deep = {"b": [1, {"c d": None, "e": "f"}]}
    document = bundled(loaded(kind, key, tags=["a"], deep=deep))
    note = the(document, "note")
    (ref,) = note["object_refs"]
    assert ref.partition("--")[0] == about
    assert ref in {made["id"] for made in document["objects"]}
    assert note["abstract"] == f"{kind} {key}"
    first, *lines = note["content"].splitlines()
    assert first == note["abstract"]
    assert {"tags[0]: a", "deep.b[0]: 1", "deep.b[1].e: f"} <= {*lines}
    assert [each["external_id"] for each in note["external_references"]] == [key]


def test_a_notification_is_about_what_it_tells_of() -> None:
    said: dict[str, Any] = {"entity_type": "domain", "entity_id": "example.com"}
    document = bundled(loaded("ioc_stream_notification", "1", notification_date=MOMENT, **said))
    note = the(document, "note")
    assert note["object_refs"] == [the(document, "domain-name")["id"]]
    assert note["created"] == DATE
    without = the(bundled(loaded("ioc_stream_notification", "1", origin="hunting")), "note")
    assert without["object_refs"][0].startswith("identity--")


def test_tactics_refer_to_mitre() -> None:
    link = "https://attack.mitre.org/tactics/TA0002/"
    note = the(bundled(loaded("attack_tactic", "TA0002", link=link)), "note")
    assert note["external_references"] == [
        {"source_name": "mitre-attack", "external_id": "TA0002", "url": link}
    ]


def test_dates_are_readable_in_notes() -> None:
    vote = the(bundled(loaded("vote", "d-example.com-1", value=-1, date=MOMENT)), "note")
    assert {"value: -1", "date: 2025-01-01 00:00:00+00:00"} <= {*vote["content"].splitlines()}
    assert vote["created"] == DATE


@pytest.mark.parametrize("kind", ["user", "service_account", "new_thing"])
def test_no_key_gets_out(kind: str) -> None:
    item = loaded(kind, "x", apikey="f" * 64, inner={"apikey": "f" * 64})
    assert "f" * 64 not in bundle(item).serialize()


# --- arguments -----------------------------------------------------------------------------------


@pytest.mark.parametrize("tlp", ["clear", "white", "green", "amber", "red"])
def test_everything_is_marked(tlp: Any) -> None:
    document = bundled(file_of(last_analysis_stats=FLAGGED), tlp=tlp)
    mark = the(document, "marking-definition")
    assert mark["definition"] == {"tlp": tlp.replace("clear", "white")}
    marked = document["objects"][2:]
    assert {made["type"] for made in marked} == {"file", "indicator", "note", "relationship"}
    assert all(made["object_marking_refs"] == [mark["id"]] for made in marked)


def test_the_identity_is_a_name_or_one_of_stix() -> None:
    named = bundled(file_of(), identity="Example \ud800 Ltd")
    assert the(named, "identity")["name"] == "Example ? Ltd"
    assert the(named, "note")["created_by_ref"] == the(named, "identity")["id"]
    own = stix2.Identity(name="Example", identity_class="individual")
    assert the(bundled(file_of(), identity=own), "identity")["id"] == own.id


@pytest.mark.parametrize(
    ("objects", "how", "message"),
    [
        (
            [file_of()],
            {"tlp": "amber+strict"},
            "no mark of TLP: 'amber\\+strict'; expected clear, ",
        ),
        ([file_of()], {"identity": 1}, "int is no identity"),
        (SHA256, {}, "str is no object"),
        ([{"type": "file"}], {}, "dict is no object"),
        ([models.File.model_validate({})], {}, "<File without id> came without its type"),
    ],
)
def test_what_it_refuses(objects: Any, how: Any, message: str) -> None:
    with pytest.raises(InvalidInputError, match=message):
        bundle(objects, **how)


def test_a_bundle_of_nothing_has_no_objects() -> None:
    assert bundled([]) == bundled(iter(())) == {"type": "bundle", "id": bundled([])["id"]}
    failed = {"type": "file", "id": SHA256, "error": {"code": "NotFoundError", "message": "No."}}
    assert "objects" not in bundled(parse_page({"data": [failed]}, models.File))


def test_any_iterable_is_read_once() -> None:
    page = parse_page({"data": [file_document(), file_document()]}, models.File)
    assert isinstance(page, Page)

    def each() -> Iterator[VTObject]:
        yield from page

    assert bundled(page) == bundled(each()) == bundled(page[0])


def test_the_fuller_object_wins() -> None:
    descriptor = Descriptor.model_validate({"type": "file", "id": SHA256})
    for objects in ([descriptor, file_of()], [file_of(), descriptor]):
        assert the(bundled(objects), "file")["name"] == "eicar.com"


# --- what is broken or hostile -------------------------------------------------------------------

HOSTILE = ["'] OR [x:y = '", "\\", "a\x00\n\x1b[31m", "\ud800", "<script>", "💥" * 9, " ", "", "%"]


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_texts_stay_texts(text: str) -> None:
    objects = [
        file_of(
            names=[text], meaningful_name=text, tags=[text], last_analysis_stats=FLAGGED, md5=text
        ),
        loaded("url", "a" * 64, url=text, last_analysis_stats=FLAGGED, tags=[text]),
        loaded("domain", text, last_analysis_stats=FLAGGED),
        loaded("ip_address", text, as_owner=text, asn=1, last_analysis_stats=FLAGGED),
        loaded("ip_address", "198.51.100.3", as_owner=text, asn=1, last_analysis_stats=FLAGGED),
        loaded("collection", text, name=text, tlp=text, collection_type=text, tags=[text]),
        loaded("threat_actor", text, name=text, aliases=[text]),
        loaded("attack_technique", text, name=text, link=text),
        loaded("file_behaviour", text, sandbox_name=text, dns_lookups=[{"hostname": text}]),
        loaded("comment", text, text=text, date=MOMENT),
        loaded("reference", text, title=text, url=text, source=text),
        loaded("resolution", text, host_name=text, ip_address=text),
    ]
    bundled(objects)


@pytest.mark.slow
@settings(deadline=None)
@given(st.text())
def test_a_pattern_matches_its_observable(text: str) -> None:
    url = f"http://example.com/{text}"
    made = bundle(loaded("url", "a" * 64, url=url, last_analysis_stats=FLAGGED)).objects
    (value,) = (each.value for each in made if each.type == "url")
    (indicator,) = (each for each in made if each.type == "indicator")
    parsed: Any = create_pattern_object(indicator.pattern, version="2.1")
    literal = parsed.operand.rhs.value
    assert literal.replace("\\'", "'").replace("\\\\", "\\") == value


@pytest.mark.parametrize(
    ("url", "value"),
    [
        ("http://example.com", "http://example.com"),
        ("HTTP://Example.COM:8080/a b?c=[d]#e#f", "http://example.com:8080/a%20b?c=%5Bd%5D#e%23f"),
        ("http://[2001:db8::1]/100%", "http://[2001:db8::1]/100%25"),
        ("http://a@b:c@example.com/%41", "http://a%40b:c@example.com/%41"),
        ("http://ex\u00e4mple.com\\a", "http://xn--exmple-cua.com/a"),
    ],
)
def test_urls_are_uris(url: str, value: str) -> None:
    assert the(bundled(loaded("url", "a" * 64, url=url)), "url")["value"] == value


def test_broken_values_are_left_out() -> None:
    broken = file_of(
        md5="x",
        sha1=None,
        sha256="ABC",
        size=-1,
        names="eicar.com",
        tlsh="TNULL",
        exiftool={"MIMEType": 7},
        first_submission_date="yesterday",
        last_analysis_date=1e300,
        last_analysis_stats=FLAGGED,
    )
    document = bundled(broken)
    observable = the(document, "file")
    assert observable["hashes"] == {"SHA-256": SHA256}
    assert observable.keys() & {"name", "size", "mime_type"} == set()
    assert the(document, "indicator")["created"] == "1970-01-01T00:00:00.000Z"
    nowhere = loaded("ip_address", "198.51.100.3", asn=-5, last_https_certificate={"version": "V3"})
    assert of(bundled(nowhere), "relationship") == []
    half = [{}, {"type": "file"}, {"id": "x"}, {"type": "file", "id": "c" * 64}]
    assert len(of(bundled(loaded("file", SHA256, {"similar_files": half})), "file")) == 2
    nameless = bundled([loaded("file", "no hash"), loaded("ip_address", "no address")])
    assert [made["type"] for made in nameless["objects"][2:]] == ["note", "note"]


@pytest.mark.parametrize("moment", [-62135596800, 253402300799])
def test_dates_at_the_edge(moment: int) -> None:
    item = file_of(
        last_submission_date=moment, first_submission_date=0, last_analysis_stats=FLAGGED
    )
    year = "1970" if moment < 0 else "9999"
    assert the(bundled(item), "indicator")["modified"].startswith(year)


@pytest.mark.slow
def test_another_process_makes_the_same() -> None:
    path = OWN / "file" / "embedded_relationships.json"
    code = (
        "import sys; from pathlib import Path; from vt_sdk import models, parse;"
        "from vt_sdk.stix import bundle;"
        "item = parse(Path(sys.argv[1]).read_bytes(), models.File);"
        "print(bundle(item).serialize())"
    )
    made = run_python(code, str(path), env={**os.environ, "PYTHONHASHSEED": "1"})
    item = parse(path.read_bytes(), models.File)
    assert made.strip() == bundle(item).serialize()


@pytest.mark.slow
def test_the_extra_is_loaded_where_it_is_used() -> None:
    code = (
        "import sys, vt_sdk, vt_sdk.verdicts; print('stix2' in sys.modules);"
        "sys.modules['stix2'] = None\n"
        "try: import vt_sdk.stix\n"
        "except ImportError as error: print(error)"
    )
    without, message = run_python(code).splitlines()
    assert without == "False"
    assert message.endswith('this module needs the extra "stix": pip install ".[stix]" in a clone')
