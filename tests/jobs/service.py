"""What the tests of jobs ask: a report for everything but what is called unknown or new."""

import base64
import hashlib
from collections import Counter
from typing import Any
from urllib.parse import parse_qs, unquote

from tests.support import KEY, NO_WAIT, Answer, Recorded, Server, error_answer, json_answer
from vt_sdk.bulk import Job

__all__ = ["asked", "job_of", "key", "report", "sha256"]

_TYPES = {
    "files": "file",
    "urls": "url",
    "domains": "domain",
    "ip_addresses": "ip_address",
}


def key() -> str:
    """Return the API key, as a job finds it on each machine."""
    return KEY


def sha256(name: object) -> str:
    return hashlib.sha256(str(name).encode()).hexdigest()


def report(recorded: Recorded) -> Answer:
    """Return the report on what a path names: as many engines flag it as its name has letters."""
    group, name = recorded.path.removeprefix("/api/v3/").split("/")
    name = unquote(name)
    if name.startswith("unknown"):
        return error_answer(404, "NotFoundError")
    malicious = len(name)
    stats = {"malicious": malicious, "suspicious": 0, "undetected": 9, "harmless": 0, "timeout": 0}
    attributes: dict[str, Any] = {
        "reputation": -malicious,
        "last_analysis_date": 1_700_000_000,
        "last_analysis_stats": {} if name.startswith("new") else stats,
        "last_analysis_results": {},
        "tags": ["a", "b"],
    }
    if group == "urls":
        attributes["url"] = base64.urlsafe_b64decode(name + "==").decode()
    asked_for = parse_qs(recorded.query).get("relationships", [""])[0]
    related = {
        each: {"data": [{"type": "comment", "id": f"{each} {n}"} for n in range(2)]}
        for each in filter(None, asked_for.split(","))
    }
    beside = {"relationships": related} if related else {}
    return json_answer({"id": name, "type": _TYPES[group], "attributes": attributes, **beside})


def asked(server: Server) -> Counter[str]:
    """Return how often each path was asked for."""
    return Counter(server.paths)


def job_of(server: Server, **options: Any) -> Job:
    """Return a job that asks a server."""
    return Job(**{"api_key": key, "base_url": server.base_url, "retry": NO_WAIT, **options})
