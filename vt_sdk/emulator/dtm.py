"""Digital Threat Monitoring: alerts and what is done about them, monitors, documents.

A list goes on at the address in the header Link, which says all: what was asked for comes from its
token, and nothing may be sent along with it.
"""

import secrets
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from datetime import UTC, datetime, timedelta
from typing import Any, Final

from vt_sdk.emulator.backend import Backend
from vt_sdk.emulator.messages import Answer, Call, JSONObject, Problem
from vt_sdk.emulator.records import Handler, Records, described_by, pack, unpack
from vt_sdk.emulator.samples import sample_answers
from vt_sdk.emulator.store import Store
from vt_sdk.status import ErrorCode

__all__ = ["DTM", "seed_dtm"]

_ALERTS: Final = Records("DTMAlert")
_DOCUMENTS: Final = Records("DTMDocument", "__id")
_DOMAINS: Final = Records("DTMDomain")
_EMAILS: Final = Records("DTMEmailSetting")
_MONITORS: Final = Records("DTMMonitor")

# Enough for three pages of the usual size.
_SEEDED = 24

_REFERENCES = ("doc", "labels", "topics")


def seed_dtm(store: Store) -> None:
    """Fill an empty store with alerts, the documents that they are about, and the rest."""
    samples = sample_answers("DTMAlert")
    first = datetime(2026, 1, 1, tzinfo=UTC)
    for number in range(_SEEDED):
        sample = samples[number % len(samples)]
        moment = _moment(first + timedelta(hours=number))
        known = {"id": f"alert{number + 1:04}", "created_at": moment, "updated_at": moment}
        known["severity"] = ("low", "medium", "high")[number % 3]
        _ALERTS.put(store, {**sample, **known, "status": "new", "has_analysis": False})
    for records in (_DOCUMENTS, _DOMAINS, _EMAILS, _MONITORS):
        for record in sample_answers(records.title):
            records.put(store, record)


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
        if content["until"] < backend.now() or content["body"] != call.body:
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


def _is_within(moment: str, query: Mapping[str, Any]) -> bool:
    """Say whether a moment lies between those of a query; one that is not known does not."""
    bounds = {name: query[name] for name in ("since", "until") if name in query}
    if not bounds or not moment:
        return not bounds
    at = datetime.fromisoformat(moment)
    since, until = (datetime.fromisoformat(bounds.get(name, moment)) for name in ("since", "until"))
    return since <= at <= until


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
        _is_within(alert["created_at"], query)
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
            if _is_within(document.get("timestamp", ""), query)
            if any(described_by(document, word) for word in words)
        ]

    document, query, headers = _page(backend, call, "docs", find)
    document["docs"] = [_cut(found, query.get("truncate")) for found in document["docs"]]
    total = len(find(query))
    return Answer({**document, "timed_out": False, "total_docs": total}, headers=headers)


# Alerts


def _get_alert(backend: Backend, call: Call) -> Answer:
    return Answer(_shown(_ALERTS.get(backend, call.path["alert_id"]), call.query))


def _change_alert(backend: Backend, call: Call, **changes: Any) -> JSONObject:
    alert = _ALERTS.get(backend, call.path["alert_id"])
    return _ALERTS.put(backend.store, {**alert, **changes, "updated_at": _now(backend)})


def _update_alert(backend: Backend, call: Call) -> Answer:
    return Answer(_change_alert(backend, call, **call.body))


def _set_analysis(backend: Backend, call: Call) -> Answer:
    text = call.body["analysis"]
    _change_alert(backend, call, analysis=text, has_analysis=bool(text))
    return Answer()


def _attach(backend: Backend, call: Call) -> Answer:
    _change_alert(backend, call)
    return Answer()


def _alert_stats(backend: Backend, call: Call) -> Answer:
    counts = Counter(tag for alert in _ALERTS.all(backend.store) for tag in alert.get("tags", ()))
    return Answer({"tag": [{"tag": tag, "count": count} for tag, count in counts.most_common()]})


# Documents


def _get_document(backend: Backend, call: Call) -> Answer:
    document = _DOCUMENTS.get(backend, call.path["doc_id"])
    shown = {**document, "__type": call.path["doc_type"]}
    return Answer(_cut(shown, call.query.get("truncate")))


def _of_document(member: str) -> Handler:
    def handle(backend: Backend, call: Call) -> Answer:
        wanted = _DOCUMENTS.get(backend, call.path["doc_id"])["__id"]
        for alert in _ALERTS.all(backend.store):
            if alert.get("doc", {}).get("__id") == wanted:
                return Answer({member: alert.get(member, [])})
        return Answer({member: []})

    return handle


# Monitors, addresses, domains


def _list_monitors(backend: Backend, call: Call) -> Answer:
    def find(query: Mapping[str, Any]) -> list[JSONObject]:
        field = query["sort"]
        found = [m for m in _MONITORS.all(backend.store) if _is_within(m["created_at"], query)]
        return sorted(found, key=lambda m: str(m.get(field)), reverse=query["order"] == "desc")

    document, _, headers = _page(backend, call, "monitors", find)
    return Answer(document, headers=headers)


def _create(records: Records, **defaults: Any) -> Handler:
    def handle(backend: Backend, call: Call) -> Answer:
        now = _now(backend)
        known = {"id": secrets.token_hex(10), "created_at": now}
        if records is not _DOMAINS:
            known["updated_at"] = now
        record = {**defaults, **call.body, **known}
        return Answer(records.put(backend.store, record, call.user.name))

    return handle


def _get(records: Records, name: str) -> Handler:
    return lambda backend, call: Answer(records.get(backend, call.path[name]))


def _change(records: Records, name: str, *kept: str, **defaults: Any) -> Handler:
    """Return what changes a record, or replaces all but some of it."""

    def handle(backend: Backend, call: Call) -> Answer:
        record = records.get(backend, call.path[name])
        if kept:
            record = {**defaults, **{key: record[key] for key in kept}}
        record = {**record, **call.body, "updated_at": _now(backend)}
        return Answer(records.put(backend.store, record))

    return handle


def _delete(records: Records, name: str) -> Handler:
    def handle(backend: Backend, call: Call) -> Answer:
        records.delete(backend, call.path[name])
        return Answer()

    return handle


def _all(records: Records, key: str) -> Handler:
    return lambda backend, _: Answer({key: [*records.all(backend.store)]})


def _reverify(backend: Backend, call: Call) -> Answer:
    _EMAILS.get(backend, call.path["email_setting_id"])
    return Answer()


_NEW_MONITOR: Final = {
    "description": "",
    "enabled": True,
    "email_notify_enabled": False,
    "email_notify_immediate": False,
}
_NEW_DOMAIN: Final = {"verified": False, "txt_record": "dtm-verification=0a1b2c3d"}

DTM: Final[dict[str, Handler]] = {
    "list_dtm_alerts": _list_alerts,
    "get_dtm_alert": _get_alert,
    "get_dtm_alert_stats": _alert_stats,
    "update_dtm_alert": _update_alert,
    "set_dtm_alert_analysis": _set_analysis,
    "add_dtm_alert_attachments": _attach,
    "search_dtm_documents": _search_documents,
    "get_dtm_document": _get_document,
    "get_dtm_document_labels": _of_document("labels"),
    "get_dtm_document_topics": _of_document("topics"),
    "list_dtm_monitors": _list_monitors,
    "create_dtm_monitor": _create(_MONITORS, **_NEW_MONITOR),
    "get_dtm_monitor": _get(_MONITORS, "monitor_id"),
    "update_dtm_monitor": _change(_MONITORS, "monitor_id"),
    "replace_dtm_monitor": _change(_MONITORS, "monitor_id", "id", "created_at", **_NEW_MONITOR),
    "delete_dtm_monitor": _delete(_MONITORS, "monitor_id"),
    "get_dtm_email_settings": _all(_EMAILS, "settings"),
    "create_dtm_email_setting": _create(_EMAILS, verified=False),
    "get_dtm_email_setting": _get(_EMAILS, "email_setting_id"),
    "update_dtm_email_setting": _change(_EMAILS, "email_setting_id"),
    "delete_dtm_email_setting": _delete(_EMAILS, "email_setting_id"),
    "reverify_dtm_email_setting": _reverify,
    "get_dtm_domains": _all(_DOMAINS, "domains"),
    "add_dtm_domain": _create(_DOMAINS, **_NEW_DOMAIN),
    "get_dtm_domain": _get(_DOMAINS, "domain_id"),
    "delete_dtm_domain": _delete(_DOMAINS, "domain_id"),
}
"""The operations of Digital Threat Monitoring."""
