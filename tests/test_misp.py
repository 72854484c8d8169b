"""Events of MISP: what becomes of each type, by the official templates, the same each time."""

import json
import logging
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.samples.support import OWN, TYPES, file_of, loaded, objects_of
from tests.support import SHA256, file_document, run_python
from vt_sdk import Descriptor, InvalidInputError, Page, VTObject, models, parse, parse_page
from vt_sdk.enrichment import Enrichment
from vt_sdk.verdicts import Policy

MOMENT = 1735689600
RULE = "rule a { condition: true }"
DETECTION = {"detection": {"condition": "a"}}
FLAGGED = {"malicious": 9, "suspicious": 0, "undetected": 1, "harmless": 0, "timeout": 0}


@pytest.fixture(autouse=True)
def _nothing_is_logged(caplog: pytest.LogCaptureFixture) -> Iterator[None]:
    """Warnings are errors in all tests; pymisp says most of what is wrong to its logger."""
    caplog.set_level(logging.WARNING)
    yield
    assert caplog.record_tuples == []


def made_of(objects: Any, **how: Any) -> dict[str, Any]:
    """Return the JSON of an event, which pymisp has read back and found strictly valid."""
    from pymisp import MISPEvent

    from vt_sdk.misp import event

    text = event(objects, **how).to_json(sort_keys=True)
    text.encode()
    back = MISPEvent(strict_validation=True)
    back.load(text)
    document: dict[str, Any] = json.loads(text)
    known = {each.uuid for each in back.objects}
    assert len(known) == len(back.objects) == len(document.get("Object", []))
    for each in back.objects:
        each.to_dict(strict=True)
        assert {reference.referenced_uuid for reference in each.references} <= known
    return document


def of(document: dict[str, Any], name: str) -> list[dict[str, Any]]:
    return [made for made in document.get("Object", []) if made["name"] == name]


def the(document: dict[str, Any], name: str) -> dict[str, Any]:
    (made,) = of(document, name)
    return made


def values(made: dict[str, Any], name: str) -> list[str]:
    return [each["value"] for each in made["Attribute"] if each["object_relation"] == name]


def references(made: dict[str, Any]) -> list[tuple[str, str]]:
    return [(each["relationship_type"], each["comment"]) for each in made["ObjectReference"]]


def for_detection(made: dict[str, Any]) -> set[str]:
    return {each["object_relation"] for each in made["Attribute"] if each["to_ids"]}


# --- all types -----------------------------------------------------------------------------------


@pytest.mark.slow
@pytest.mark.parametrize("name", TYPES)
def test_every_sample_is_valid(name: str) -> None:
    from vt_sdk.misp import event

    samples = objects_of(name)
    assert made_of(samples)["Object"]
    sample = samples[-1]
    again = parse(sample.to_json(), type(sample))
    assert event(again).to_json() == event(sample).to_json()


def test_a_file_and_its_report() -> None:
    document = made_of(
        file_of(
            names=["eicar.com", "a.exe"],
            meaningful_name="eicar.com",
            ssdeep="3:a+JraNvsg7",
            tlsh="T1" + "A" * 70,
            reputation=-5,
            first_submission_date=MOMENT,
            last_analysis_date=MOMENT,
            last_analysis_stats=FLAGGED,
            last_analysis_results={
                "Engine A": {"category": "malicious", "engine_name": "Engine A", "result": "EICAR"}
            },
        )
    )
    made, report = the(document, "file"), the(document, "virustotal-report")
    assert values(made, "sha256") == [SHA256]
    assert values(made, "filename") == ["eicar.com", "a.exe"]
    assert values(made, "size-in-bytes") == ["68"]
    assert (values(made, "ssdeep"), values(made, "tlsh")) == (["3:a+JraNvsg7"], ["A" * 70])
    assert for_detection(made) == {"md5", "sha256", "ssdeep", "tlsh"}
    assert references(made) == [("analysed-with", "")]
    assert made["ObjectReference"][0]["referenced_uuid"] == report["uuid"]
    assert values(report, "permalink") == [f"https://www.virustotal.com/gui/file/{SHA256}"]
    assert values(report, "detection-ratio") == ["9/10"]
    assert values(report, "community-score") == ["-5"]
    assert values(report, "first-submission") == ["2025-01-01T00:00:00+00:00"]
    (comment,) = values(report, "comment")
    assert comment.startswith("malicious: ")
    assert "Engine A (malicious: EICAR)" in comment
    assert (document["date"], document["threat_level_id"]) == ("2025-01-01", "1")


@pytest.mark.parametrize(
    ("malicious", "level", "detected"), [(9, "1", True), (1, "2", True), (0, "3", False)]
)
def test_only_what_is_bad_is_for_detection(malicious: int, level: str, detected: bool) -> None:
    item = file_of(last_analysis_stats={**FLAGGED, "malicious": malicious})
    document = made_of([item, loaded("comment", "d-example.com-1", text="x")])
    assert document["threat_level_id"] == level
    assert bool(for_detection(the(document, "file"))) is detected
    lenient = made_of(item, policy=Policy.lenient())
    assert for_detection(the(lenient, "file")) <= ({"md5", "sha256"} if malicious == 9 else set())


def test_a_descriptor_has_no_verdict() -> None:
    document = made_of(Descriptor.model_validate({"type": "file", "id": SHA256}))
    assert [made["name"] for made in document["Object"]] == ["file"]
    assert (document["threat_level_id"], document["date"]) == ("4", "1970-01-01")


def test_other_objects() -> None:
    document = made_of(
        [
            loaded("url", "a" * 64, url="http://example.com/", last_submission_date=MOMENT),
            loaded("domain", "example.com", creation_date=MOMENT),
            loaded("ip_address", "2001:db8::1"),
            loaded("ssl_cert", "b" * 64, thumbprint="c" * 40, issuer={"CN": "Example"}),
            loaded("yara_ruleset", "1", rules="rule a { condition: true }"),
            loaded("attack_technique", "T1059", name="Example"),
            loaded("reference", "1", title="A report", url="https://example.org/"),
        ]
    )
    assert values(the(document, "url"), "last-seen") == ["2025-01-01T00:00:00+00:00"]
    domain, address = of(document, "domain-ip")
    assert values(domain, "registration-date") == ["2025-01-01T00:00:00+00:00"]
    assert values(address, "ip") == ["2001:db8::1"]
    assert values(the(document, "x509"), "issuer") == ["CN=Example"]
    assert for_detection(the(document, "yara")) == {"yara"}
    assert values(the(document, "attack-pattern"), "id") == ["T1059"]
    assert values(the(document, "report"), "link") == ["https://example.org/"]


def test_analyses_and_comments_refer_to_what_they_are_about() -> None:
    stats = {**FLAGGED, "malicious": 0}
    document = made_of(
        [
            loaded("analysis", f"f-{SHA256}-1", status="completed", stats=stats),
            loaded("file_behaviour", f"{SHA256}_A", sandbox_name="A", verdicts=["CLEAN"]),
            loaded("comment", f"f-{SHA256}-2", text="An example"),
        ]
    )
    about = the(document, "file")["uuid"]
    report, sandbox, comment = (
        the(document, name) for name in ("virustotal-report", "malware-analysis", "annotation")
    )
    assert values(report, "detection-ratio") == ["0/1"]
    assert values(sandbox, "result") == ["benign"]
    assert references(report) == references(sandbox) == [("characterizes", "")]
    assert references(comment) == [("annotates", "")]
    for made in (report, sandbox, comment):
        assert [each["referenced_uuid"] for each in made["ObjectReference"]] == [about]


@pytest.mark.parametrize(
    ("kind", "template", "name"),
    [
        ("threat-actor", "intrusion-set", "name"),
        ("malware-family", "malware", "name"),
        ("vulnerability", "vulnerability", "id"),
        ("campaign", "report", "title"),
        ("collection", "report", "title"),
    ],
)
def test_collections_by_their_kinds(kind: str, template: str, name: str) -> None:
    document = made_of(
        [
            loaded("collection", "x", collection_type=kind, name="Example", alt_names=["E", "F"]),
            loaded("domain", f"{kind}--x.example.com"),
        ]
    )
    assert values(the(document, template), name) == ["Example"]
    assert values(the(document, "domain-ip"), "domain") == [f"{kind}--x.example.com"]


def test_an_object_alone() -> None:
    from vt_sdk.misp import misp_object

    made = misp_object(file_of(last_analysis_stats=FLAGGED))
    assert made.to_dict(strict=True)["name"] == "file"
    assert {each.object_relation for each in made.attributes if each.to_ids} == {"md5", "sha256"}
    lenient = misp_object(
        file_of(last_analysis_stats=FLAGGED), policy=Policy(malicious_from=99, suspicious_from=99)
    )
    assert not any(each.to_ids for each in lenient.attributes)
    assert misp_object(loaded("vote", "x")).name == "annotation"
    with pytest.raises(InvalidInputError, match="too little of <Descriptor aaaa"):
        misp_object(Descriptor.model_validate({"type": "url", "id": "a" * 64}))


@pytest.mark.parametrize(
    ("kind", "attributes", "template", "said"),
    [
        ("graph", {}, "virustotal-graph", ("permalink", "https://www.virustotal.com/graph/x")),
        ("group", {}, "identity", ("identity_class", "group")),
        ("user", {"email": "a@example.com"}, "identity", ("name", "x")),
        ("retrohunt_job", {"rules": RULE}, "yara", ("yara", RULE)),
        ("sigma_rule", {"title": "A", **DETECTION}, "sigma", ("sigma-rule-name", "A")),
        ("submission", {"source_key": "0a1b"}, "virustotal-submission", ("submitter-id", "0a1b")),
        ("whois", {"whois_map": {"a": "b", "c": "d"}}, "whois", ("text", "a: b\nc: d")),
        ("sigma_rule", {"title": "A"}, "annotation", ("text", "sigma_rule x\ntitle: A")),
        ("vote", {"value": 1}, "annotation", ("text", "vote x\nvalue: 1")),
        ("url", {"title": "A"}, "annotation", ("text", "url x\ntitle: A")),
        ("new_thing", {"a": [1]}, "annotation", ("text", "new_thing x\na[0]: 1")),
    ],
)
def test_templates(
    kind: str, attributes: dict[str, Any], template: str, said: tuple[str, str]
) -> None:
    made = the(made_of(loaded(kind, "x", **attributes)), template)
    assert values(made, said[0]) == [said[1]]


def test_votes_refer_to_what_they_are_about() -> None:
    document = made_of(loaded("vote", "d-example.com-1", value=1))
    assert references(the(document, "annotation")) == [("annotates", "")]
    assert values(the(document, "domain-ip"), "domain") == ["example.com"]


def test_a_graph_refers_to_what_it_shows() -> None:
    graph = loaded("graph", "x", nodes=[{"type": "domain", "entity_id": "example.com"}])
    assert references(the(made_of(graph), "virustotal-graph")) == [("related-to", "nodes")]


# --- what is related -----------------------------------------------------------------------------


def test_what_was_loaded_along_is_referred_to() -> None:
    related = {
        "contacted_domains": [{"type": "domain", "id": "example.com"}],
        "itw_urls": [{"type": "url", "id": "a" * 64}, {"type": "url", "id": "b" * 64}],
        "votes": [{"type": "vote", "id": "f-x-y"}],
        "hash_collisions": [{"type": "file", "id": "c" * 64}, {"type": "file", "id": "c" * 64}],
    }
    url = loaded("url", "a" * 64, url="http://example.com/")
    document = made_of([loaded("file", SHA256, related, md5="0" * 32), url])
    made, _ = of(document, "file")
    assert sorted(references(made)) == [
        ("analysed-with", ""),
        ("communicates-with", "contacted_domains"),
        ("downloaded-from", "itw_urls"),
        ("related-to", "hash_collisions"),
    ]


def test_resolutions_hold_domain_and_address() -> None:
    related = {"resolutions": [{"type": "resolution", "id": "198.51.100.21example.com"}]}
    document = made_of(loaded("ip_address", "198.51.100.2", related))
    address, resolution = of(document, "domain-ip")
    assert ("resolves-to", "resolutions") in references(address)
    assert values(resolution, "ip") == ["198.51.100.2"]
    assert values(resolution, "domain") == ["1example.com"]


def test_what_an_enrichment_found_is_referred_to() -> None:
    enriched: Enrichment[Page[Any]] = Enrichment(
        file_of(), {"contacted_ips": loaded("ip_address", "198.51.100.3")}, (), None
    )
    document = made_of(enriched)
    assert ("communicates-with", "contacted_ips") in references(the(document, "file"))
    assert len(of(document, "virustotal-report")) == 2


def test_the_words_are_those_of_misp() -> None:
    import pymisp

    from vt_sdk import misp

    folder = Path(pymisp.__file__).parent / "data" / "misp-objects" / "relationships"
    known = {
        each["name"] for each in json.loads((folder / "definition.json").read_bytes())["values"]
    }
    assert {
        *misp._RELATIONSHIPS.values(),
        "analysed-with",
        "annotates",
        "characterizes",
        "related-to",
    } <= known
    names = {
        name
        for cls in (models.FileRelationships, models.URLRelationships, models.DomainRelationships)
        for name in cls.model_fields
    }
    assert misp._RELATIONSHIPS.keys() <= names


# --- arguments -----------------------------------------------------------------------------------


def test_arguments() -> None:
    document = made_of(
        file_of(), info="Example \ud800", tlp="amber+strict", identity="Example Ltd", distribution=3
    )
    assert document["info"] == "Example ?"
    assert document["Tag"] == [{"name": "tlp:amber+strict"}]
    assert document["Orgc"]["name"] == "Example Ltd"
    assert document["distribution"] == "3"
    plain = made_of([file_of(), file_of()])
    assert (plain["info"], plain["Tag"]) == ("Objects from VirusTotal: 2", [{"name": "tlp:amber"}])


@pytest.mark.parametrize(
    ("own", "tag"),
    [
        ("TLP:RED", "tlp:red"),
        ("AMBER+STRICT", "tlp:amber+strict"),
        ("green", "tlp:amber"),
        ("x", "tlp:amber"),
    ],
)
def test_the_strictest_mark_counts(own: str, tag: str) -> None:
    document = made_of([file_of(), loaded("collection", "x", name="Example", tlp=own)])
    assert document["Tag"] == [{"name": tag}]


@pytest.mark.parametrize(
    ("objects", "how", "message"),
    [
        ([file_of()], {"tlp": "purple"}, "no 'purple': expected clear, "),
        ([file_of()], {"distribution": 5}, "no 5: expected 0, 1, 2, 3"),
        (SHA256, {}, "str is no object"),
    ],
)
def test_what_it_refuses(objects: Any, how: Any, message: str) -> None:
    from vt_sdk.misp import event

    with pytest.raises(InvalidInputError, match=message):
        event(objects, **how)


def test_an_event_of_nothing_has_no_objects() -> None:
    failed = {"type": "file", "id": SHA256, "error": {"code": "NotFoundError", "message": "No."}}
    nothing: list[Any] = [[], iter(()), parse_page({"data": [failed]}, models.File)]
    for objects in nothing:
        document = made_of(objects)
        assert (document.get("Object", []), document["threat_level_id"]) == ([], "4")


def test_any_iterable_is_read_once() -> None:
    page = parse_page({"data": [file_document(), file_document()]}, models.File)

    def each() -> Iterator[VTObject]:
        yield from page

    assert made_of(page) == made_of(each()) == made_of(page[0])


# --- what is broken or hostile -------------------------------------------------------------------


@pytest.mark.parametrize(
    "text",
    ["'\"", "\\", "a\x00\n\x1b[31m", "\x00", "\ud800", "<script>", "💥" * 9, " ", "a|b", "%"],
)
def test_hostile_texts_stay_texts(text: str) -> None:
    objects = [
        file_of(
            names=[text, "x"],
            meaningful_name=text,
            md5=text,
            tlsh=text,
            last_analysis_stats=FLAGGED,
        ),
        loaded("url", "a" * 64, url=text, title=text, last_analysis_stats=FLAGGED),
        loaded("domain", text, last_analysis_stats=FLAGGED),
        loaded("ip_address", text, last_analysis_stats=FLAGGED),
        loaded("attack_technique", text, name=text, link=text),
        loaded("comment", text, text=text, date=MOMENT),
        loaded("reference", text, title=text, url=text),
        loaded("resolution", text, host_name=text, ip_address=text),
        loaded("ssl_cert", text, thumbprint=text, serial_number=text),
        loaded("yara_rule", text, name=text, rule=text),
    ]
    made_of(objects)


def test_broken_values_are_left_out() -> None:
    broken = file_of(
        md5="x",
        size="big",
        names="eicar.com",
        first_submission_date="yesterday",
        last_analysis_date=1e300,
        pe_info={"imphash": 1},
    )
    made = the(made_of(broken), "file")
    assert [each["object_relation"] for each in made["Attribute"]] == ["sha256"]
    nameless = made_of([loaded("file", "no hash"), loaded("ip_address", "x")])
    names = [made["name"] for made in nameless["Object"]]
    assert names == ["annotation", "annotation", "virustotal-report", "virustotal-report"]


@pytest.mark.slow
def test_another_process_makes_the_same() -> None:
    from vt_sdk.misp import event

    path = OWN / "file" / "embedded_relationships.json"
    code = (
        "import sys; from pathlib import Path; from vt_sdk import models, parse;"
        "from vt_sdk.misp import event;"
        "item = parse(Path(sys.argv[1]).read_bytes(), models.File);"
        "print(event(item).to_json(sort_keys=True))"
    )
    made = run_python(code, str(path), env={**os.environ, "PYTHONHASHSEED": "1"})
    item = parse(path.read_bytes(), models.File)
    assert made.strip() == event(item).to_json(sort_keys=True)


@pytest.mark.slow
def test_the_extra_is_loaded_where_it_is_used() -> None:
    code = (
        "import sys, vt_sdk, vt_sdk.verdicts; print('pymisp' in sys.modules);"
        "sys.modules['pymisp'] = None\n"
        "try: import vt_sdk.misp\n"
        "except ImportError as error: print(error)"
    )
    without, message = run_python(code).splitlines()
    assert without == "False"
    assert message.endswith('this module needs the extra "misp": pip install ".[misp]" in a clone')
