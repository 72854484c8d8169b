"""Private URLs: the way from submission to report."""

from typing import Any
from urllib.parse import parse_qsl

import pytest

from tests.resources.support import refused
from tests.support import SHA256, Server, json_answer
from vt_sdk import AnalysisFailedError, LookupOnlyError, VirusTotalAPIUrls, models

URL = "http://www.example.com/a?b=c"
QUEUED = json_answer({"type": "private_analysis", "id": "a"})
COMPLETED = {"type": "private_analysis", "id": "a", "attributes": {"status": "completed"}}
REPORT = json_answer({"type": "private_url", "id": SHA256, "attributes": {"url": URL}})


@pytest.mark.parametrize(
    ("meta", "url_id"),
    [
        ({"url_info": {"id": SHA256, "url": URL}}, SHA256),
        ({"url_info": {}}, VirusTotalAPIUrls.get_url_id_base64(URL)),
        ({}, VirusTotalAPIUrls.get_url_id_base64(URL)),
    ],
)
def test_scan_and_wait(server: Server, meta: dict[str, object], url_id: str) -> None:
    server.play(QUEUED, json_answer(COMPLETED, meta=meta), REPORT)
    states: list[models.PrivateAnalysis] = []
    url = server.client().private_urls.scan_and_wait(
        URL,
        user_agent="a browser",
        sandboxes=["cape_win", "another"],
        retention_period_days=1,
        storage_region="GB",
        interaction_sandbox="cape_win",
        interaction_timeout=60,
        deadline=0.05,
        on_progress=states.append,
    )
    assert type(url) is models.PrivateURL
    assert url.attributes.url == URL
    assert server.paths == ["/private/urls", "/private/analyses/a", f"/private/urls/{url_id}"]
    submission = server.requests[0]
    assert submission.method == "POST"
    assert submission.headers["content-type"] == "application/x-www-form-urlencoded"
    assert dict(parse_qsl(submission.body.decode())) == {
        "url": URL,
        "user_agent": "a browser",
        "sandboxes": "cape_win,another",
        "retention_period_days": "1",
        "storage_region": "GB",
        "interaction_sandbox": "cape_win",
        "interaction_timeout": "60",
    }
    assert len(states) == 1


def test_a_url_alone(server: Server) -> None:
    server.play(QUEUED, json_answer(COMPLETED), REPORT)
    server.client().private_urls.scan_and_wait(URL, deadline=0.05)
    assert parse_qsl(server.requests[0].body.decode()) == [("url", URL)]


def test_an_analysis_without_a_result(server: Server) -> None:
    server.play(QUEUED, json_answer({**COMPLETED, "attributes": {"status": "failed"}}))
    with pytest.raises(AnalysisFailedError, match="private analysis a ended as 'failed'"):
        server.client().private_urls.scan_and_wait(URL, deadline=0.05)


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        ({"url": "not a url"}, "URL"),
        ({"url": None}, "text"),
        ({"user_agent": ""}, "user_agent"),
        ({"sandboxes": "cape_win"}, "sandboxes"),
        ({"sandboxes": [1]}, "sandboxes"),
        ({"retention_period_days": 29}, "retention_period_days"),
        ({"storage_region": "XX"}, "storage_region: expected one of US, CA, EU, GB"),
        ({"interaction_sandbox": 1}, "interaction_sandbox"),
        ({"interaction_timeout": 59}, "interaction_timeout"),
    ],
)
def test_bad_arguments(server: Server, arguments: dict[str, Any], words: str) -> None:
    scan: Any = server.client().private_urls.scan_and_wait
    with refused(server, words):
        scan(**{"url": URL, **arguments})


def test_a_client_that_only_looks_things_up(server: Server) -> None:
    with pytest.raises(LookupOnlyError):
        server.client(lookup_only=True).private_urls.scan_and_wait(URL)
    assert server.requests == []
