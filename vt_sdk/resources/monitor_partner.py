"""VirusTotal Monitor for makers of engines: detections of monitored files, and comments on them."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any, Unpack

from vt_sdk import models
from vt_sdk.core.arguments import checked
from vt_sdk.core.error_bodies import not_the_api
from vt_sdk.core.operation import CallOptions, Operation
from vt_sdk.core.policy import fetch
from vt_sdk.core.readers import read_object
from vt_sdk.core.repair import load
from vt_sdk.core.request import Request, Response
from vt_sdk.errors import InvalidInputError, InvalidResponseError
from vt_sdk.operations.monitor_partner import (
    ADD_MONITOR_HASH_COMMENT,
    UPDATE_MONITOR_COMMENT,
    MonitorPartnerOperations,
)

__all__ = ["VirusTotalAPIMonitorPartner"]


def _read_only_comment(response: Response, request: Request) -> models.MonitorHashComment:
    """Read an answer whose `data` is a list of one comment."""
    try:
        document = load(response.body)
    except InvalidResponseError as error:
        raise not_the_api("The answer is not JSON", response) from error
    found = document.get("data") if isinstance(document, dict) else None
    if not isinstance(found, list) or len(found) != 1:
        raise not_the_api("The answer is not a list of one comment", response)
    alone = json.dumps({**document, "data": found[0]}).encode()
    return read_object(models.MonitorHashComment)(replace(response, body=alone), request)


def _attributes(
    operation: Operation, sha256: str, engine: str, text: str, confirmed: bool | None
) -> dict[str, Any]:
    attributes = operation.given({"comment": text, "engine": engine, "sha256": sha256})
    attributes["sha256"] = attributes["sha256"].lower()
    if confirmed is not None:
        is_right = checked("confirmed", confirmed, {"type": "boolean"})
        attributes["detection"] = "confirmed" if is_right else None
    return attributes


class VirusTotalAPIMonitorPartner(MonitorPartnerOperations):
    """VirusTotal Monitor for makers of engines: detections of monitored files.

    Makers comment on what their engines detect; daily bundles hold the files.
    """

    def add_comment(
        self,
        sha256: str,
        text: str,
        engine: str,
        *,
        confirmed: bool = False,
        **options: Unpack[CallOptions],
    ) -> models.MonitorHashComment:
        """Comment on the own engine's detection of a monitored file.

        `POST /monitor_partner/hashes/{sha256}/comments`. The owners of the file see the comment,
        and other makers of engines may.

        Args:
            sha256: the SHA-256 of the monitored file, in hexadecimal.
            text: the text of the comment.
            engine: the engine that the comment is about.
            confirmed: whether the maker holds the detection to be right: the file is left out of
                the lists of this engine from then on.
            options: `timeout` and `deadline` of this call, see `CallOptions`.

        Returns:
            The `MonitorHashComment`.

        Raises:
            InvalidInputError: an argument does not have its shape.
            APIError: the service answered with an error, among others NotFoundError,
                InvalidArgumentError, ForbiddenError.
            TransportError: no answer came; `may_have_arrived` says whether the comment may have.

        Needs a premium key.
        https://docs.virustotal.com/reference/monitorpartner-hashes-comments
        """
        comment = {
            "type": "monitor_hash_comment",
            "attributes": _attributes(ADD_MONITOR_HASH_COMMENT, sha256, engine, text, confirmed),
        }
        request = ADD_MONITOR_HASH_COMMENT.request(sha256.lower(), data=[comment])
        return self._call(fetch(request, _read_only_comment), options)

    def update_comment(
        self,
        comment_id: str,
        text: str,
        *,
        confirmed: bool | None = None,
        **options: Unpack[CallOptions],
    ) -> models.MonitorHashComment:
        """Change a comment on a detection, and whether the detection is confirmed.

        `PATCH /monitor_partner/comments/{comment_id}`

        Args:
            comment_id: the id of the comment: the SHA-256 of the file and the engine, joined by a
                hyphen.
            text: the text of the comment, in place of the one before.
            confirmed: whether the maker holds the detection to be right; False takes that back,
                None says nothing about it.
            options: `timeout` and `deadline` of this call, see `CallOptions`.

        Returns:
            The `MonitorHashComment` as changed.

        Raises:
            InvalidInputError: an argument does not have its shape.
            APIError: the service answered with an error, among others NotFoundError,
                InvalidArgumentError, ForbiddenError.
            TransportError: no answer came.

        Needs a premium key.
        https://docs.virustotal.com/reference/monitorpartner-comments-patch
        """
        sha256, _, engine = str(comment_id).partition("-")
        if not engine:
            raise InvalidInputError(
                f"comment_id: expected a SHA-256, a hyphen and an engine, got {comment_id!r:.100}"
            )
        comment = {
            "type": "monitor_hash_comment",
            "id": comment_id,
            "attributes": _attributes(UPDATE_MONITOR_COMMENT, sha256, engine, text, confirmed),
        }
        request = UPDATE_MONITOR_COMMENT.request(comment_id, data=[comment])
        return self._call(fetch(request, _read_only_comment), options)
