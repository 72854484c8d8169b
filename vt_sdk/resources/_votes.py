"""Voting, the same for files, URLs, domains and IP addresses."""

from vt_sdk import models
from vt_sdk.core.arguments import checked
from vt_sdk.core.exchange import fetch
from vt_sdk.core.flow import Flow
from vt_sdk.core.operation import Operation
from vt_sdk.core.readers import read_object


def voting(operation: Operation, identifier: str, *, malicious: bool) -> "Flow[models.Vote]":
    """Give the flow that votes on an object."""
    is_malicious = checked("malicious", malicious, {"type": "boolean"})
    verdict = "malicious" if is_malicious else "harmless"
    data = {"type": "vote", "attributes": {"verdict": verdict}}
    return fetch(operation.request(identifier, data=data), read_object(models.Vote))
