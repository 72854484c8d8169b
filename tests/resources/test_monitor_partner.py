"""Comments on detections: the body, and the one comment of the answer."""

from typing import Any

import pytest

from tests.resources.support import refused
from tests.support import JSON_HEADERS, SHA256, Answer, Server, json_answer, same_json
from vt_sdk import InvalidResponseError, models

COMMENT = {
    "type": "monitor_hash_comment",
    "id": f"{SHA256}-Engine-A",
    "attributes": {"comment": "c", "date": 1735776000, "detection": None, "engine": "Engine-A"},
}
ANSWER = json_answer([COMMENT], meta={"count": 1})


def test_add_comment(server: Server) -> None:
    server.default = ANSWER
    add_comment = server.client().monitor_partner.add_comment
    comment = add_comment(SHA256.upper(), "c", "Engine-A")
    assert type(comment) is models.MonitorHashComment
    assert same_json(comment.to_dict(), COMMENT)
    assert comment.meta.count == 1
    assert comment.response is not None
    assert server.last.method == "POST"
    assert server.last.target == f"/api/v3/monitor_partner/hashes/{SHA256}/comments"
    attributes = {"comment": "c", "engine": "Engine-A", "sha256": SHA256, "detection": None}
    sent = {"type": "monitor_hash_comment", "attributes": attributes}
    assert server.last.json() == {"data": [sent]}
    add_comment(SHA256, "c", "Engine-A", confirmed=True)
    assert server.last.json()["data"][0]["attributes"]["detection"] == "confirmed"


def test_update_comment(server: Server) -> None:
    server.default = ANSWER
    update_comment = server.client().monitor_partner.update_comment
    comment = update_comment(f"{SHA256}-Engine-A", "new")
    assert type(comment) is models.MonitorHashComment
    assert server.last.method == "PATCH"
    assert server.last.target == f"/api/v3/monitor_partner/comments/{SHA256}-Engine-A"
    attributes = {"comment": "new", "engine": "Engine-A", "sha256": SHA256}
    sent = {
        "type": "monitor_hash_comment",
        "id": f"{SHA256}-Engine-A",
        "attributes": attributes,
    }
    assert server.last.json() == {"data": [sent]}
    for confirmed, detection in ((True, "confirmed"), (False, None)):
        update_comment(f"{SHA256}-Engine-A", "new", confirmed=confirmed)
        found = server.last.json()["data"][0]["attributes"]
        assert found == {**attributes, "detection": detection}


def test_bad_arguments(server: Server) -> None:
    group: Any = server.client().monitor_partner
    for arguments, words in (
        (("0" * 32, "c", "e"), "sha256"),
        ((None, "c", "e"), "sha256"),
        ((SHA256, "", "e"), "text"),
        ((SHA256, None, "e"), "text"),
        ((SHA256, "c", ""), "engine"),
    ):
        with refused(server, words):
            group.add_comment(*arguments)
    with refused(server, "confirmed"):
        group.add_comment(SHA256, "c", "e", confirmed="confirmed")
    for comment_id in ("abc", SHA256, f"{SHA256}-", "abc-engine", "", None):
        with refused(server, "comment_id|sha256"):
            group.update_comment(comment_id, "c")
    with refused(server, "text"):
        group.update_comment(f"{SHA256}-e", "")


@pytest.mark.parametrize("body", [b"", b"{}", b'{"data": {}}', b'{"data": []}', b'{"data": [1]}'])
def test_answers_that_are_none(server: Server, body: bytes) -> None:
    server.play(Answer(200, body, JSON_HEADERS))
    with pytest.raises(InvalidResponseError):
        server.client().monitor_partner.add_comment(SHA256, "c", "e")
