"""What has changed between two reports of one object."""

import json
import pickle
from datetime import timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.verdicts.support import ANALYSED, attributes, made, results
from vt_sdk import InvalidInputError, parse
from vt_sdk.verdicts import Change, Evidence, ListChange, ReportDiff, compare

LATER = ANALYSED + timedelta(days=1)


def with_relations(**relations: Any) -> Any:
    document = {"id": "x", "type": "file", "attributes": {}, "relationships": relations}
    return parse(json.dumps({"data": document}))


def test_a_report_is_compared_with_an_earlier_one() -> None:
    old = attributes(
        results("undetected", Gone="suspicious", Same="malicious"),
        names=["a.exe", "b.exe"],
        tags=["peexe"],
        reputation=-1,
        meaningful_name="a.exe",
        sandbox_verdicts={"Box": {"category": "harmless", "malware_names": ["A"]}},
        first_submission_date=None,
    )
    new = attributes(
        results("malicious", New="harmless", Same="malicious"),
        names=["c.exe", "a.exe"],
        tags=["peexe"],
        reputation=-2,
        last_analysis_date=int(LATER.timestamp()),
        sandbox_verdicts={"Box": {"category": "malicious", "malware_names": ["A", "B"]}},
        never_heard_of={"this": [{"is": 1}]},
    )
    new["last_analysis_results"]["Same"]["engine_update"] = "20260302"
    found = compare(made("file", old), made("file", new))
    assert found == ReportDiff(
        "file",
        "x",
        engines=(
            Change(
                "Engine0",
                Evidence("Engine0", "undetected", "Engine0.says"),
                Evidence("Engine0", "malicious", "Engine0.says"),
            ),
            Change("Gone", Evidence("Gone", "suspicious", "Gone.says"), None),
            Change("New", None, Evidence("New", "harmless", "New.says")),
        ),
        statistics=(
            Change("harmless", 0, 1),
            Change("malicious", 1, 2),
            Change("suspicious", 1, 0),
            Change("undetected", 1, 0),
        ),
        names=ListChange("names", ("c.exe",), ("b.exe",)),
        lists=(
            ListChange("never_heard_of.this", ('{"is": 1}',)),
            ListChange("sandbox_verdicts.Box.malware_names", ("B",)),
        ),
        attributes=(
            Change("last_analysis_date", ANALYSED, LATER),
            Change("meaningful_name", "a.exe", None),
            Change("reputation", -1, -2),
            Change("sandbox_verdicts.Box.category", "harmless", "malicious"),
        ),
    )
    assert found
    assert str(found).splitlines() == [
        "file x",
        "  Engine0: undetected (Engine0.says) → malicious (Engine0.says)",
        "  Gone: suspicious (Gone.says) → none",
        "  New: none → harmless (New.says)",
        "  harmless: 0 → 1",
        "  malicious: 1 → 2",
        "  suspicious: 1 → 0",
        "  undetected: 1 → 0",
        "  names: +c.exe, -b.exe",
        '  never_heard_of.this: +{"is": 1}',
        "  sandbox_verdicts.Box.malware_names: +B",
        "  last_analysis_date: 2026-03-01 12:00:00 UTC → 2026-03-02 12:00:00 UTC",
        "  meaningful_name: a.exe → none",
        "  reputation: -1 → -2",
        "  sandbox_verdicts.Box.category: harmless → malicious",
    ]


def test_changes_are_json_as_well() -> None:
    old = made("domain", attributes(results("undetected")))
    date = int(LATER.timestamp())
    new = made("domain", attributes(results("malicious"), last_analysis_date=date))
    found = compare(old, new)
    document = json.loads(json.dumps(found.to_dict()))
    assert document["type"], document["id"] == ("domain", "x")
    assert document["engines"][0]["after"]["category"] == "malicious"
    assert document["statistics"][0] == {"name": "malicious", "before": 0, "after": 1}
    assert document["names"] == {"name": "names", "added": [], "removed": []}
    assert document["attributes"] == [
        {"name": "last_analysis_date", "before": ANALYSED.isoformat(), "after": LATER.isoformat()}
    ]
    assert pickle.loads(pickle.dumps(found)) == found


def test_an_analysis_has_its_results_elsewhere() -> None:
    def analysis(status: str, category: str) -> Any:
        said = {"status": status, "results": results(category), "stats": {category: 1}}
        return made("analysis", said)

    found = compare(analysis("queued", "undetected"), analysis("completed", "malicious"))
    assert [each.name for each in found.engines] == ["Engine0"]
    assert [each.name for each in found.statistics] == ["malicious", "undetected"]
    assert found.attributes == (Change("status", "queued", "completed"),)


def test_relationships_are_compared_where_both_came() -> None:
    old = with_relations(
        contacted_domains={"data": [{"id": "a", "type": "domain"}, {"id": "b", "type": "domain"}]},
        comments={"data": []},
        analysis={"data": {"id": "1", "type": "analysis"}},
        submissions={"data": None},
    )
    new = with_relations(
        contacted_domains={"data": [{"id": "b", "type": "domain"}, {"id": "c", "type": "domain"}]},
        contacted_ips={"data": [{"id": "1.2.3.4", "type": "ip_address"}]},
        analysis={"data": {"id": "2", "type": "analysis"}},
        submissions={"data": []},
    )
    assert compare(old, new).relations == (
        ListChange("analysis", ("2",), ("1",)),
        ListChange("contacted_domains", ("c",), ("a",)),
    )


def test_objects_of_a_type_that_nobody_knows_are_compared() -> None:
    old, new = (made("novelty", {"size": size, "results": [1]}) for size in (1, 2))
    assert compare(old, new) == ReportDiff("novelty", "x", attributes=(Change("size", 1, 2),))


def test_what_does_not_fit_is_compared_as_it_came() -> None:
    damaged = made("file", {"last_analysis_results": [1], "last_analysis_stats": 5, "names": "a"})
    worse = made("file", {"last_analysis_results": {"One": None}, "names": "b"})
    found = compare(damaged, worse)
    assert found.engines == (Change("One", None, Evidence("One")),)
    assert {each.name for each in found.attributes} == {"last_analysis_stats", "names"}
    assert found.lists == (ListChange("last_analysis_results", (), ("1",)),)


def test_what_has_no_parts_is_compared_all_the_same() -> None:
    def damaged(attributes: Any, **relations: Any) -> Any:
        document = {"id": "x", "type": "file", "attributes": attributes}
        return parse(json.dumps({"data": {**document, "relationships": relations}}))

    old = damaged(5, comments={"data": [{"type": "comment"}]}, votes=7)
    found = compare(old, damaged({"size": 1}, comments={"data": []}, votes={"data": []}))
    assert found.attributes == (Change("size", None, 1),)
    assert found.relations == (ListChange("comments", (), ("without id",)),)


def test_long_changes_are_shown_in_short() -> None:
    names = ["a\n" * 500, *"bcdefghijklm"]
    line = str(compare(made("file", {}), made("file", {"names": names}))).splitlines()[1]
    assert line.endswith("a…, +b, +c, +d, +e, +f, +g, +h, +i, +j and 3 more")
    assert len(line) < 300


VALUES = st.recursive(
    st.none() | st.booleans() | st.integers(0, 9) | st.text(max_size=3),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=3), inner),
    max_leaves=8,
)
ATTRIBUTES = st.dictionaries(
    st.sampled_from(["names", "tags", "size", "last_analysis_stats", "pe_info", "new_thing"]),
    VALUES,
)


@pytest.mark.slow
@given(kind=st.sampled_from(["file", "domain", "analysis"]), old=ATTRIBUTES, new=ATTRIBUTES)
def test_a_report_differs_from_another_as_the_other_from_it(
    kind: str, old: dict[str, Any], new: dict[str, Any]
) -> None:
    first, second = made(kind, old), made(kind, new)
    assert not compare(first, made(kind, old))
    assert str(compare(first, first)) == f"{kind} x\n  nothing has changed"
    there, back = compare(first, second), compare(second, first)
    assert bool(there) == bool(back)
    for one, other in zip(there.attributes, back.attributes, strict=True):
        assert (one.name, one.before, one.after) == (other.name, other.after, other.before)
    for change, undone in zip(there.lists, back.lists, strict=True):
        assert (change.name, set(change.added)) == (undone.name, set(undone.removed))


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        (("file", "x"), ("file", "y"), "different objects: 'file x' and 'file y'"),
        (("file", "x"), ("url", "x"), "different objects: 'file x' and 'url x'"),
    ],
)
def test_different_objects_are_refused(
    old: tuple[str, str], new: tuple[str, str], problem: str
) -> None:
    first, second = (parse(json.dumps({"type": kind, "id": name})) for kind, name in (old, new))
    with pytest.raises(InvalidInputError, match=problem):
        compare(first, second)  # type: ignore[arg-type]  # parse may give anything


def test_what_is_no_report_is_refused() -> None:
    page: Any = parse('{"data": [{"id": "x", "type": "file", "error": {"code": "NotFoundError"}}]}')
    with pytest.raises(InvalidInputError, match="new: an error in place of file x"):
        compare(made("file", {}), page[0])
    wrong: Any = {"id": "x", "type": "file"}
    with pytest.raises(InvalidInputError, match="old: expected an object of the service"):
        compare(wrong, made("file", {}))
