"""Voting, the same for files, URLs, domains and IP addresses."""

from vt_sdk import models
from vt_sdk.core.decode import read_object
from vt_sdk.core.exchange import fetch
from vt_sdk.core.flow import Flow
from vt_sdk.core.operation import Operation


def voting(operation: Operation, identifier: str, *, malicious: bool) -> "Flow[models.Vote]":
    """Give the flow that votes on an object."""
    verdict = "malicious" if malicious else "harmless"
    data = {"type": "vote", "attributes": {"verdict": verdict}}
    return fetch(operation.request(identifier, data=data), read_object(models.Vote))
