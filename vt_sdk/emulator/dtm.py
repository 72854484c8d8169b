"""Digital Threat Monitoring: alerts and what is done about them, monitors, documents.

A list goes on at the address in the header Link, which says all: what was asked for comes from its
token, and nothing may be sent along with it.
"""

from collections.abc import Callable, Iterable, Mapping
from datetime import UTC, datetime, timedelta
from typing import Any, Final

from vt_sdk.emulator.backend import Backend
from vt_sdk.emulator.messages import Answer, Call, JSONObject, Problem
from vt_sdk.emulator.records import Records, described_by, pack, unpack
from vt_sdk.emulator.samples import sample_answers
from vt_sdk.emulator.store import Store
from vt_sdk.status import ErrorCode

__all__ = ["DTM", "seed_dtm"]

_ALERTS: Final = Records("DTMAlert")
_DOCUMENTS: Final = Records("DTMDocument", "__id")

# Enough for three pages of the usual size.
_SEEDED = 24

_LIFE = timedelta(minutes=1)
_REFERENCES = ("doc", "labels", "topics")


def seed_dtm(store: Store) -> None:
    """Fill an empty store with alerts and the documents that they are about."""
    samples = sample_answers("DTMAlert")
    first = datetime(2026, 1, 1, tzinfo=UTC)
    for number in range(_SEEDED):
        sample = samples[number % len(samples)]
        moment = _moment(first + timedelta(hours=number))
        known = {"id": f"alert{number + 1:04}", "created_at": moment, "updated_at": moment}
        _ALERTS.put(store, {**sample, **known})
    for document in sample_answers("DTMDocument"):
        _DOCUMENTS.put(store, document)


def _moment(moment: datetime) -> str:
    return moment.strftime("%Y-%m-%dT%H:%M:%S.000Z")


def _now(backend: Backend) -> str:
    return _moment(datetime.fromtimestamp(backend.now(), UTC))


# Lists


def _page(
    backend: Backend,
    call: Call,
    key: str,
    find: Callable[[Mapping[str, Any]], Iterable[JSONObject]],
) -> tuple[JSONObject, Mapping[str, Any], Mapping[str, str]]:
    """Return a page, what was asked for, and the header with the address of the next page.

    Args:
        backend: the service.
        call: who asks for what.
        key: where the list stands.
        find: finds all that was asked for.
    """
    query, start = dict(call.query), 0
    if (token := query.pop("page", None)) is not None:
        defaults = {
            p.name: p.default for p in backend.document.operations[call.operation].parameters
        }
        if any(value != defaults[name] for name, value in query.items()):
            raise Problem(ErrorCode.BAD_REQUEST_ERROR, "A page takes no other parameter")
        content = unpack(token)
        query, start = content["query"], content["at"]
        if content.get("until", 0) < backend.now() or content.get("body") != call.body:
            raise Problem(ErrorCode.BAD_REQUEST_ERROR, "The page is of another list, or too old")
    found = list(find(query))
    end = start + query["size"]
    headers = {}
    if end < len(found):
        life = query.get("life", "1m")
        until = backend.now() + int(life[:-1]) * (60 if life.endswith("m") else 1)
        token = pack({"query": query, "at": end, "until": until, "body": call.body})
        headers["link"] = f'<{call.base}{call.resource}?page={token}>; rel="next"'
    return {key: found[start:end]}, query, headers


def _list_alerts(backend: Backend, call: Call) -> Answer:
    def find(query: Mapping[str, Any]) -> list[JSONObject]:
        found = [alert for alert in _ALERTS.all(backend.store) if _is_wanted(alert, query)]
        field = query["sort"]
        return sorted(found, key=lambda a: str(a.get(field)), reverse=query["order"] == "desc")

    document, query, headers = _page(backend, call, "alerts", find)
    document["alerts"] = [_shown(alert, query) for alert in document["alerts"]]
    return Answer(document, headers=headers)


def _is_wanted(alert: JSONObject, query: Mapping[str, Any]) -> bool:
    for name in ("monitor_id", "status", "alert_type", "severity"):
        if name in query and alert.get(name) not in query[name]:
            return False
    values = {match["value"] for match in alert.get("topic_matches", ())}
    return (
        query.get("since", "") <= alert["created_at"] <= query.get("until", "~")
        and ("tags" not in query or bool({*alert.get("tags", ())} & {*query["tags"]}))
        and ("match_value" not in query or bool(values & {*query["match_value"]}))
        and alert.get("indicator_mscore", 0) >= query.get("mscore_gte", 0)
        and query.get("has_analysis") in (None, bool(alert.get("has_analysis")))
        and described_by(alert, query.get("search", ""))
        and not (query["buckets"] and "aggregated_under_id" in alert)
    )


def _shown(alert: JSONObject, query: Mapping[str, Any]) -> JSONObject:
    hidden = () if query["refs"] else _REFERENCES
    if not query.get("monitor_name", True):
        hidden = (*hidden, "monitor_name")
    return _cut({k: v for k, v in alert.items() if k not in hidden}, query.get("truncate"))


def _cut(record: JSONObject, most: int | None) -> JSONObject:
    if most is None:
        return record
    if "doc" in record:
        return {**record, "doc": _cut(record["doc"], most)}
    cut = {"body", "raw_text", "text"}
    return {k: v[:most] if k in cut else v for k, v in record.items()}


def _search_documents(backend: Backend, call: Call) -> Answer:
    def find(query: Mapping[str, Any]) -> list[JSONObject]:
        # Of the query language only the texts count.
        words = [w.rpartition(":")[2].strip('"()') for w in call.body["query"].split()]
        words = [word for word in words if word not in ("AND", "OR", "NOT")]
        return [
            document
            for document in _DOCUMENTS.all(backend.store)
            if query.get("doc_type") is None or document["__type"] in query["doc_type"]
            if query.get("since", "") <= document.get("timestamp", "") <= query.get("until", "~")
            if any(described_by(document, word) for word in words)
        ]

    document, query, headers = _page(backend, call, "docs", find)
    document["docs"] = [_cut(found, query.get("truncate")) for found in document["docs"]]
    total = len(find(query))
    return Answer({**document, "timed_out": False, "total_docs": total}, headers=headers)


DTM: Final[dict[str, Callable[[Backend, Call], Answer]]] = {
    "list_dtm_alerts": _list_alerts,
    "search_dtm_documents": _search_documents,
}
"""The operations of Digital Threat Monitoring."""
