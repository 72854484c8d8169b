"""Enrichment: an object and its relationships, within the calls that were told beforehand."""

from typing import Any

import pytest

from tests.loops import Loop, client_of
from tests.support import SHA256, Server, error_answer, json_answer
from vt_sdk import (
    AmbiguousIndicatorError,
    APITimeoutError,
    ForbiddenError,
    InvalidInputError,
    NotFoundError,
    QuotaExceededError,
    ServerError,
    models,
)
from vt_sdk.emulator import Emulator
from vt_sdk.enrichment import plan, relationships_of
from vt_sdk.indicators import classify

DOMAIN = {"type": "domain", "id": "evil.example", "attributes": {}}


def test_a_plan_tells_the_calls_and_what_needs_a_premium_key() -> None:
    planned = plan("evil[.]example", ["resolutions", "urls", "references", "urls"])
    assert planned.indicator == classify("evil[.]example")
    assert planned.relationships == ("resolutions", "urls", "references")
    assert planned.calls == 4
    assert planned.premium == ("urls", "references")  # of the last nobody knows
    assert planned.skipped == ()


@pytest.mark.parametrize(
    ("text", "calls"), [(SHA256, 16), ("http://a.example/", 9), ("a.example", 16), ("1.2.3.4", 12)]
)
def test_without_names_it_is_what_a_public_key_gets(text: str, calls: int) -> None:
    planned = plan(text)
    assert (planned.calls, planned.premium) == (calls, ())
    known = relationships_of(planned.indicator.kind)
    assert {known[name].tier for name in planned.relationships} == {"public"}


@pytest.mark.parametrize("budget", [1, 2, 3, 4, 9])
def test_a_budget_is_spent_in_the_order_given(budget: int) -> None:
    names = ["votes", "comments", "graphs"]
    planned = plan("a.example", names, budget=budget)
    assert [*planned.relationships, *planned.skipped] == names
    assert planned.calls == min(budget, 4)


@pytest.mark.parametrize(
    ("arguments", "options", "words"),
    [
        (("evil.example", ["resolutions", "contacted_ips"]), {}, "domain has no 'contacted_ips'"),
        (("evil.example", "resolutions"), {}, "expected names, such as .*, got 'resolutions'"),
        (("evil.example", 5), {}, "expected names, such as .*, got 5"),
        (("evil.example", [5]), {}, "domain has no 5"),
        (("evil.example", [["votes"]]), {}, "domain has no "),
        (("evil.example",), {"budget": 0}, "budget"),
        (("evil.example",), {"budget": "2"}, "budget"),
        (("evil.example",), {"limit": 41}, "limit"),
        (("evil.example",), {"max_workers": 0}, "max_workers"),
        (("rubbish",), {}, "not an indicator"),
    ],
)
def test_what_cannot_be_is_refused_before_anything_is_sent(
    either: Server, arguments: Any, options: Any, words: str
) -> None:
    with pytest.raises(InvalidInputError, match=words):
        either.client().enrich(*arguments, **options)
    with pytest.raises(AmbiguousIndicatorError):
        either.client().enrich("invoice.zip")
    assert either.requests == []


def test_an_unknown_relationship_is_told_the_known_ones() -> None:
    with pytest.raises(InvalidInputError) as caught:
        plan("1.2.3.4", ["subdomains"])
    assert "resolutions, " in caught.value.message
    assert "subdomains," not in caught.value.message


def test_each_relationship_has_its_objects_or_its_error(
    emulator: Emulator, loop: Loop | None
) -> None:
    emulator.add_domain("evil.example", malicious=3)
    for text in ("one", "two", "three"):
        emulator.client().domains.put_comments("evil.example", text)
    before = len(emulator.calls)
    vt = client_of(emulator, loop)
    names = ["urls", "comments", "parent", "votes", "graphs"]
    enriched = vt.enrich("evil[.]example", names, budget=5, limit=2)
    assert isinstance(enriched.object, models.Domain)
    assert [*enriched.relationships] == names[:4]
    refused = enriched.relationships["urls"]
    assert isinstance(refused, ForbiddenError)
    assert refused.message.endswith(" (urls needs a premium key)")
    comments: Any = enriched.relationships["comments"]
    assert [each.attributes.text for each in comments] == ["three", "two"]
    assert enriched.relationships["parent"] is None
    votes: Any = enriched.relationships["votes"]
    assert list(votes) == []
    assert enriched.skipped == ("graphs",)
    assert (enriched.stopped_by, enriched.calls, len(emulator.calls) - before) == (None, 5, 5)
    more = comments.next_page() if loop is None else loop.run(comments.next_page())
    assert [each.attributes.text for each in more] == ["one"]


def test_one_object_behind_a_relationship_is_that_object(either: Server) -> None:
    either.play(json_answer(DOMAIN), json_answer({**DOMAIN, "id": "parent.example"}))
    related = either.client().enrich("evil.example", ["parent"]).relationships["parent"]
    assert isinstance(related, models.Domain)
    assert related.id == "parent.example"


def test_what_is_unknown_has_nothing_to_be_asked_for(either: Server) -> None:
    with pytest.raises(NotFoundError):
        either.client().enrich("evil.example")
    assert either.paths == ["/domains/evil.example"]


def test_a_spent_quota_ends_it_and_what_came_is_kept(either: Server) -> None:
    either.play(
        json_answer(DOMAIN),
        json_answer([]),
        error_answer(400, "InvalidArgumentError"),
        error_answer(429, "QuotaExceededError"),
    )
    names = ["votes", "comments", "graphs", "siblings", "subdomains"]
    enriched = either.client().enrich("evil.example", names, budget=5, max_workers=1)
    assert [*enriched.relationships] == ["votes", "comments"]
    assert enriched.skipped == ("graphs", "siblings", "subdomains")
    assert isinstance(enriched.stopped_by, QuotaExceededError)
    assert enriched.calls == 3
    assert len(either.requests) == 4


def test_a_fault_of_one_spoils_no_other(either: Server) -> None:
    def answer(recorded: Any) -> Any:
        if "votes" in recorded.path:
            return error_answer(501, "NotImplemented")
        return json_answer([] if "graphs" in recorded.path else DOMAIN)

    either.default = answer
    enriched = either.client().enrich("evil.example", ["votes", "graphs"])
    assert isinstance(enriched.relationships["votes"], ServerError)
    graphs: Any = enriched.relationships["graphs"]
    assert list(graphs) == []


def test_the_deadline_is_that_of_all_of_it(emulator: Emulator, loop: Loop | None) -> None:
    emulator.add_domain("evil.example")
    emulator.fail_next(latency=2, path="/api/v3/domains/evil.example/votes")
    enriched = client_of(emulator, loop).enrich("evil.example", ["votes", "graphs"], deadline=1)
    assert enriched.skipped == ("votes",)
    assert isinstance(enriched.stopped_by, APITimeoutError)
    assert enriched.calls == 2
