"""Feeds: what was submitted in a minute or an hour, as the batches of the service.

A batch of a minute is text packed with bzip2, one object on each line; that of an hour is a TAR
archive packed with bzip2, with a file of lines for each minute. Minutes in which nothing was
submitted hold one of the objects that a fresh emulator knows, unless these are switched off: then
there is no batch. The same holds for the packages of indicators that an hour brought.
"""

import base64
import binascii
import bz2
import io
import json
import tarfile
from collections.abc import Iterable, Iterator, Mapping
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from vt_sdk.emulator.backend import Backend
from vt_sdk.emulator.generic import signed_address, signed_file
from vt_sdk.emulator.identifiers import file_hash, short_hash
from vt_sdk.emulator.messages import Answer, Call, JSONObject, Problem
from vt_sdk.emulator.relations import Source, objects_of
from vt_sdk.emulator.reports import pcap
from vt_sdk.emulator.samples import sample
from vt_sdk.status import ErrorCode

if TYPE_CHECKING:
    from vt_sdk.emulator.handlers import Handler

__all__ = ["capture_of_feed", "check_hour", "feed_file", "feed_hour", "feed_minute", "ioc_delta"]

_MINUTE, _HOUR = 60, 3600
_KEPT = 7 * 86_400

# The types of indicators as packages of changes name them, and what these tell of an indicator.
_DELTAS = {"file": "file", "url": "url", "domain": "domain", "ip": "ip_address"}
_CHANGED = (
    *("md5", "sha1", "sha256", "meaningful_name", "names", "size", "url"),
    *("gti_assessment", "creation_date", "last_modification_date"),
)


def feed_minute(object_type: str) -> "Handler":
    """Return the handler of the batches of minutes of a kind of object."""

    def handle(backend: Backend, call: Call) -> Answer:
        minute = _time(call.path["time"], "%Y%m%d%H%M")
        _check_age(backend, minute, _MINUTE * backend.feed_lag_minutes)
        lines = _lines(backend, call, object_type, minute)
        if not lines:
            raise Problem(ErrorCode.NOT_FOUND_ERROR, "Batch not found")
        return Answer(location=signed_address(backend, call, bz2.compress(lines)))

    return handle


def feed_hour(object_type: str) -> "Handler":
    """Return the handler of the batches of hours of a kind of object."""

    def handle(backend: Backend, call: Call) -> Answer:
        hour = check_hour(backend, call.path["time"])
        minutes = range(hour, hour + _HOUR, _MINUTE)
        found = {minute: _lines(backend, call, object_type, minute) for minute in minutes}
        archive = _archive({_name(minute): lines for minute, lines in found.items()}, hour)
        return Answer(location=signed_address(backend, call, archive))

    return handle


def ioc_delta(backend: Backend, call: Call) -> Answer:
    """Answer the indicators of an hour, with the collections that they belong to."""
    hour = check_hour(backend, call.path["package_id"])
    wanted = call.query.get("ioc_type")
    files = {}
    for name, object_type in _DELTAS.items():
        if wanted in (None, name):
            found = _analysed(backend, object_type, hour, _HOUR)
            if not found and backend.feed_seeds:
                found = [_seed(backend, object_type, hour // _HOUR)]
            files[name] = _json_lines(_changed(backend, call, source) for source in found)
    content = _archive(files, hour)
    return Answer(content=content, media_type="application/octet-stream")


def _changed(backend: Backend, call: Call, source: Source) -> JSONObject:
    shown = backend.show(*source, call.base)
    assert shown is not None, source
    attributes = {k: v for k, v in shown["attributes"].items() if k in _CHANGED}
    attributes.setdefault("gti_assessment", sample(*source)["gti_assessment"])
    rows = backend.store.rows(
        "SELECT source_id FROM links WHERE source_type = 'collection' AND type = ? AND id = ?"
        " UNION SELECT id FROM objects WHERE type = 'collection' AND owner = ''",
        *source,
    )
    collections = [backend.known("collection", row["source_id"]) for row in rows]
    related = [
        {
            "type": item.type,
            "id": item.id,
            "attributes": {k: v for k, v in item.data.items() if k in ("collection_type", "name")},
        }
        for item in collections
    ]
    return {
        "type": source[0],
        "id": source[1],
        "attributes": attributes,
        "relationships": {"malware_families": {"data": related}},
    }


def _name(minute: int) -> str:
    return datetime.fromtimestamp(minute, UTC).strftime("%Y%m%d%H%M")


def _archive(files: Mapping[str, bytes], moment: int) -> bytes:
    """Pack files of lines, of which those without lines are left out."""
    packed = io.BytesIO()
    with tarfile.open(fileobj=packed, mode="w:bz2") as archive:
        for name, lines in files.items():
            if lines:
                member = tarfile.TarInfo(f"{name}.json")
                member.size, member.mtime = len(lines), moment
                archive.addfile(member, io.BytesIO(lines))
    if not any(files.values()):
        raise Problem(ErrorCode.NOT_FOUND_ERROR, "Batch not found")
    return packed.getvalue()


def feed_file(backend: Backend, call: Call) -> Answer:
    """Answer the address that a line of the feed of files gives for the content."""
    # Only what is a hash may become a part of a path.
    sha256 = file_hash(_read_token(call))
    if sha256 is None or not backend.store.content_path(sha256).exists():
        raise Problem(ErrorCode.NOT_FOUND_ERROR, "File not found")
    return Answer(location=signed_file(backend, call, sha256))


def capture_of_feed(backend: Backend, call: Call) -> Answer:
    """Answer the address that a line of the feed of behaviour reports gives for the traffic."""
    return Answer(location=signed_address(backend, call, pcap(_read_token(call))))


def check_hour(backend: Backend, text: str) -> int:
    """Return when the hour began that a batch is asked for.

    Raises:
        Problem: it is none, too old, or not over for long enough.
    """
    hour = _time(text, "%Y%m%d%H")
    # A batch of an hour comes as long after its end as one of a minute does: twice the lag.
    _check_age(backend, hour, 2 * _MINUTE * backend.feed_lag_minutes)
    return hour


def _time(text: str, form: str) -> int:
    try:
        moment = datetime.strptime(text, form)
    except ValueError:
        message = f'Invalid time "{text}"'
        raise Problem(ErrorCode.BAD_REQUEST_ERROR, message) from None
    return int(moment.replace(tzinfo=UTC).timestamp())


def _check_age(backend: Backend, start: int, lag: float) -> None:
    age = backend.clock() - start
    if age < lag or age < 0:
        raise Problem(ErrorCode.NOT_AVAILABLE_YET, "The batch is not available yet")
    if age > _KEPT + lag:
        raise Problem(ErrorCode.NOT_FOUND_ERROR, "Batch not found")


def _lines(backend: Backend, call: Call, object_type: str, minute: int) -> bytes:
    shown = [_line(backend, call, *source) for source in _batch(backend, object_type, minute)]
    return _json_lines(line for line in shown if line)


def _json_lines(objects: Iterable[JSONObject]) -> bytes:
    return "".join(f"{json.dumps(line, ensure_ascii=False)}\n" for line in objects).encode()


def _analysed(backend: Backend, object_type: str, start: int, seconds: int) -> list[Source]:
    rows = backend.store.rows(
        "SELECT DISTINCT item_id FROM analyses WHERE item_type = ? AND created >= ? AND created < ?"
        " ORDER BY seq",
        object_type,
        start,
        start + seconds,
    )
    return [(object_type, str(row["item_id"])) for row in rows]


def _batch(backend: Backend, object_type: str, minute: int) -> list[Source]:
    analysed = "file" if object_type == "file_behaviour" else object_type
    found = _analysed(backend, analysed, minute, _MINUTE)
    if object_type == "file_behaviour":
        found = [report for file in found for report in backend.store.linked(file, "behaviours")]
    if found or not backend.feed_seeds:
        return found
    return [_seed(backend, object_type, minute // _MINUTE)]


def _seed(backend: Backend, object_type: str, number: int) -> Source:
    seeds = backend.store.page(objects_of([object_type]), None, 5)
    row = seeds[number % len(seeds)]
    return row["type"], row["id"]


def _line(backend: Backend, call: Call, object_type: str, object_id: str) -> JSONObject | None:
    shown = backend.show(object_type, object_id, call.base)
    context = dict(_context(backend, call, object_type, object_id))
    return shown and ({**shown, "context_attributes": context} if context else shown)


def _context(
    backend: Backend, call: Call, object_type: str, object_id: str
) -> Iterator[tuple[str, object]]:
    token = base64.urlsafe_b64encode(object_id.encode()).decode()
    match object_type:
        case "file":
            yield "download_url", f"{call.base}/feeds/files/{token}/download"
            yield "submitter", _submitter(object_id)
        case "url":
            yield "submitter", _submitter(object_id)
        case "file_behaviour":
            for target in backend.store.linked((object_type, object_id), "file"):
                file = backend.known(*target).data
                yield "file_md5", file["md5"]
                yield "file_sha1", file["sha1"]
                yield "file_type_tag", file["type_tag"]
            for part in ("evtx", "memdump", "pcap"):
                if backend.known(object_type, object_id).data.get(f"has_{part}"):
                    yield part, f"{call.base}/feeds/file_behaviours/{token}/{part}"


def _submitter(object_id: str) -> JSONObject:
    return {"id": short_hash("submitter", object_id), "country": "DE", "interface": "api"}


def _read_token(call: Call) -> str:
    try:
        return base64.b64decode(call.path["token"], altchars=b"-_", validate=True).decode()
    except (binascii.Error, ValueError):
        raise Problem(ErrorCode.NOT_FOUND_ERROR, "The address is not valid any more") from None
