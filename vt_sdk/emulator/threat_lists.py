"""Threat lists: the malicious objects that the emulator knows, in each format.

How the service divides them into lists is its own affair: here each list has them all. What stands
in a format other than JSON is not documented; it is made up as little as such a format allows.
"""

import csv
import io
import json
import uuid
from collections.abc import Iterator
from datetime import UTC, datetime

from vt_sdk.emulator.backend import SCANNED, Backend
from vt_sdk.emulator.feeds import check_hour
from vt_sdk.emulator.messages import Answer, Call, JSONObject, Problem
from vt_sdk.emulator.relations import objects_of
from vt_sdk.emulator.searches import query_test
from vt_sdk.status import ErrorCode

__all__ = ["list_threat_lists", "threat_list"]

_LISTS = (
    *("cryptominer", "first-stage-delivery-vectors", "infostealer", "iot", "linux"),
    *("malicious-network-infrastructure", "malware", "mobile", "osx", "phishing", "ransomware"),
    *("threat-actor", "trending", "vulnerability-weaponization"),
)
# How an indicator is named in a pattern of STIX and in an attribute of MISP.
_STIX = {"file": "file:hashes.'SHA-256'", "url": "url:value", "domain": "domain-name:value"}
_MISP = {"file": "sha256", "url": "url", "domain": "domain", "ip_address": "ip-dst"}


def list_threat_lists(backend: Backend, call: Call) -> Answer:
    """List all lists: a premium key may read each."""
    data = [{"type": "threat_list", "id": name} for name in _LISTS]
    return Answer({"data": data, "links": {"self": f"{call.base}{call.resource}"}})


def threat_list(backend: Backend, call: Call) -> Answer:
    """Answer the indicators of a list, the newest or those of an hour."""
    name = call.path["threat_list_id"]
    if name not in _LISTS:
        raise Problem(ErrorCode.NOT_FOUND_ERROR, f'Threat list "{name}" not found')
    if "time" in call.path:
        check_hour(backend, call.path["time"])
    found = list(_indicators(backend, call))[: call.query.get("limit")]
    for indicator in found:
        indicator["context_attributes"] = {"threat_list_id": name}
    form = call.query["format"]
    if form == "json":
        return Answer({"iocs": [{"data": indicator} for indicator in found]})
    content = {"csv": _csv, "stix": _stix, "misp": _misp}[form](found)
    return Answer(content=content.encode(), media_type="application/octet-stream")


def _indicators(backend: Backend, call: Call) -> Iterator[JSONObject]:
    test = query_test(backend, call.query["query"]) if "query" in call.query else None
    types = [call.query["type"]] if "type" in call.query else SCANNED
    for row in backend.store.page(objects_of(types), None, -1):
        shown = backend.show(row["type"], row["id"], call.base)
        assert shown is not None, "the object was listed just now"
        flags = shown["attributes"]["last_analysis_stats"]["malicious"]
        if not flags:
            continue
        shown["attributes"].setdefault("gti_assessment", _assessment(flags))
        if test is None or test(shown):
            yield shown


def _assessment(flags: int) -> JSONObject:
    return {
        "verdict": {"value": "VERDICT_MALICIOUS"},
        "severity": {"value": "SEVERITY_HIGH" if flags > 10 else "SEVERITY_MEDIUM"},
        "threat_score": {"value": min(100, 50 + flags)},
    }


def _value(indicator: JSONObject) -> str:
    return str(indicator["attributes"].get("url", indicator["id"]))


def _csv(indicators: list[JSONObject]) -> str:
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow(("type", "value", "gti_score"))
    for indicator in indicators:
        score = indicator["attributes"]["gti_assessment"]["threat_score"]["value"]
        writer.writerow((indicator["type"], _value(indicator), score))
    return text.getvalue()


def _stix(indicators: list[JSONObject]) -> str:
    objects = [
        {
            "type": "indicator",
            "spec_version": "2.1",
            "id": f"indicator--{uuid.uuid5(uuid.NAMESPACE_URL, indicator['id'])}",
            "pattern": _pattern(indicator),
            "pattern_type": "stix",
            "valid_from": _moment(indicator),
        }
        for indicator in indicators
    ]
    return json.dumps({"type": "bundle", "id": f"bundle--{uuid.uuid4()}", "objects": objects})


def _pattern(indicator: JSONObject) -> str:
    value = _value(indicator)
    address = "ipv6-addr:value" if ":" in value else "ipv4-addr:value"
    escaped = value.replace("\\", "\\\\").replace("'", "\\'")
    return f"[{_STIX.get(indicator['type'], address)} = '{escaped}']"


def _moment(indicator: JSONObject) -> str:
    seconds = indicator["attributes"]["last_modification_date"]
    return datetime.fromtimestamp(seconds, UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def _misp(indicators: list[JSONObject]) -> str:
    attributes = [
        {"type": _MISP[indicator["type"]], "value": _value(indicator)} for indicator in indicators
    ]
    return json.dumps({"Event": {"info": "Threat list", "Attribute": attributes}})
