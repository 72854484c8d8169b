"""The handler of every operation that has none of its own: it goes by what the document says.

From the method, the path and the shape of the answer follows what an operation does: to a list of
objects, POST adds one, GET pages through them; an object is shown, changed, deleted; links are
made, listed, checked and cut. What nobody has made through the API looks like the project's
samples. Content is made up.
"""

import base64
import hashlib
import secrets
from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import Any, TypeAlias

from vt_sdk.emulator.backend import MADE_HERE, Backend
from vt_sdk.emulator.document import Endpoint
from vt_sdk.emulator.finders import find_subject, read_id
from vt_sdk.emulator.messages import Answer, Call, JSONObject, Problem, Upload
from vt_sdk.emulator.paging import list_document
from vt_sdk.emulator.relations import Source, embedded, objects_of, relationship_document
from vt_sdk.emulator.reports import pcap
from vt_sdk.emulator.samples import sample, sample_answer
from vt_sdk.emulator.store import Item
from vt_sdk.status import ErrorCode

__all__ = [
    "as_documented",
    "create",
    "shown",
    "signed_address",
    "signed_file",
    "upload_address",
]

_DOWNLOAD_SECONDS = 3600

_CREATED = ("creation_date", "created_date")
_MODIFIED = ("modification_date", "last_modification_date", "last_modified_date")

_Kind: TypeAlias = Callable[[Backend, Call, Endpoint, Source | None], Answer]


def as_documented(backend: Backend, call: Call) -> Answer:
    """Answer any call in the way that the document describes."""
    operation = backend.document.operations[call.operation]
    subject = find_subject(backend, call)
    return _KINDS[operation.result.kind](backend, call, operation, subject)


# What handlers share


def shown(backend: Backend, call: Call, source: Source) -> JSONObject:
    """Return an object that is known as an answer holds it, with what was asked to be embedded."""
    found = backend.show(*source, call.base)
    assert found is not None, "the object was found just now"
    relationships = embedded(backend, call, source)
    return {**found, "relationships": relationships} if relationships else found


def signed_address(backend: Backend, call: Call, content: bytes) -> str:
    """Keep some content and give an address at which it can be had for a while without a key."""
    name = hashlib.sha256(content).hexdigest()
    path = backend.store.content_path(name)
    if not path.exists():
        path.write_bytes(content)
    return signed_file(backend, call, name)


def signed_file(backend: Backend, call: Call, sha256: str) -> str:
    """Return an address at which a stored file can be had for a while without a key."""
    token = secrets.token_urlsafe(24)
    backend.store.put_download_token(token, sha256, backend.clock() + _DOWNLOAD_SECONDS)
    return f"{call.origin}/storage/{token}"


def upload_address(backend: Backend, call: Call, operation: str) -> str:
    """Return an address that takes one upload in place of an operation."""
    token = secrets.token_urlsafe(24)
    backend.store.put_upload_token(token, call.user.name, operation)
    return f"{call.origin}/upload/{token}"


def create(
    backend: Backend,
    call: Call,
    object_type: str,
    given: JSONObject,
    object_id: str | None = None,
) -> Item:
    """Make an object of the caller; of what is given stays what the schema of its type knows."""
    known = backend.document.attributes(object_type)
    dates = dict.fromkeys((*_CREATED, *_MODIFIED), backend.now())
    data = {name: value for name, value in {**dates, **given}.items() if name in known}
    item = Item(object_type, object_id or secrets.token_hex(16), data, owner=call.user.name)
    backend.store.put_item(item)
    if "owner" in backend.document.relationships(object_type):
        backend.store.put_link((item.type, item.id), "owner", ("user", call.user.name))
    return item


def _change(backend: Backend, call: Call, source: Source, given: JSONObject) -> None:
    item = _changeable(backend, call, source)
    known = backend.document.attributes(item.type)
    dates = dict.fromkeys(_MODIFIED, backend.now())
    data = {name: value for name, value in {**dates, **given}.items() if name in known}
    backend.store.put_item(replace(item, data={**item.data, **data}))


def _changeable(backend: Backend, call: Call, source: Source) -> Item:
    item = backend.item(*source)
    if item is None:
        # Users are known without being stored.
        found = backend.show(*source, call.base)
        assert found is not None, "the object was found just now"
        return Item(*source, found["attributes"])
    editors = backend.store.linked(source, "editors")
    if item.owner not in ("", call.user.name) and ("user", call.user.name) not in editors:
        raise Problem.forbidden()
    return item


def _attributes(data: JSONObject) -> JSONObject:
    given: JSONObject = data.get("attributes") or {}
    return given


def _put_relationships(backend: Backend, source: Source, data: JSONObject) -> None:
    for name, content in (data.get("relationships") or {}).items():
        for entry in content["data"]:
            _link(backend, source, name, _target(backend, entry))


def _link(backend: Backend, source: Source, name: str, target: Source) -> None:
    declared = backend.document.relationships(source[0]).get(name)
    if declared is not None and target[0] not in declared.targets:
        message = f'The relationship "{name}" holds no {target[0]}'
        raise Problem(ErrorCode.INVALID_ARGUMENT_ERROR, message)
    if target not in backend.store.linked(source, name):
        backend.store.put_link(source, name, target)


def _target(backend: Backend, descriptor: JSONObject) -> Source:
    """Read a descriptor; a URL may be named by its text."""
    object_type = descriptor["type"]
    if "id" in descriptor:
        text = descriptor["id"]
        found = read_id(backend, object_type, text)
    else:
        text = descriptor["url"]
        found = backend.know_url(text) if object_type == "url" else None
    if found is None:
        raise Problem(ErrorCode.INVALID_ARGUMENT_ERROR, f'Invalid {object_type} "{text}"')
    return object_type, found


def _link_name(call: Call, operation: Endpoint) -> str:
    """Say which relationship the links of a path belong to."""
    for name in ("relationship", "access"):
        if name in call.path:
            return call.path[name]
    literals = [segment for segment in operation.segments if not segment.startswith("{")]
    return literals[-1]


def _is_home(backend: Backend, operation: Endpoint) -> bool:
    """Say whether a path ends in the id of the object that it is about."""
    subject = backend.document.subject(operation)
    return subject is not None and operation.segments[-1] == f"{{{subject[1]}}}"


# By the shape of the answer


def _object(backend: Backend, call: Call, operation: Endpoint, subject: Source | None) -> Answer:
    (object_type,) = operation.result.types
    match operation.method:
        case "POST":
            return _created(backend, call, object_type)
        case "DELETE":
            _delete_all(backend, call, operation)
            item = create(backend, call, object_type, {"status": "", "progress": 0})
            backend.start_work(item)
            document = {"data": shown(backend, call, (item.type, item.id))}
            return Answer(document, headers=backend.readiness)
        case "PATCH":
            assert subject is not None, operation.id
            _change(backend, call, subject, _attributes(call.body["data"]))
            _put_relationships(backend, subject, call.body["data"])
    if subject is None or subject[0] != object_type:
        subject = _related_one(backend, call, operation, subject)
    if operation.method == "GET":
        backend.count_poll(*subject)
    return Answer({"data": shown(backend, call, subject)})


def _created(backend: Backend, call: Call, object_type: str) -> Answer:
    if isinstance(call.body, Upload):
        item = _create_from_upload(backend, call, object_type, call.body)
    else:
        data = call.body["data"]
        given = data if "attributes" not in data else _attributes(data)
        waits = backend.works(object_type)
        item = create(backend, call, object_type, given | dict.fromkeys(waits, 0))
        if waits:
            backend.start_work(item)
        _put_relationships(backend, (item.type, item.id), data)
    headers = backend.readiness if backend.works(object_type) else {}
    return Answer({"data": shown(backend, call, (item.type, item.id))}, headers=headers)


def _create_from_upload(backend: Backend, call: Call, object_type: str, upload: Upload) -> Item:
    path = upload.fields.get("path", upload.name)
    facts = {"path": path, "size": upload.size, "sha256": upload.sha256}
    object_id = upload.fields.get("item") or base64.urlsafe_b64encode(path.encode()).decode()
    if upload.is_there:
        backend.store.keep_content(upload.sha256, upload.path)
    return create(backend, call, object_type, facts, object_id)


def _related_one(
    backend: Backend, call: Call, operation: Endpoint, subject: Source | None
) -> Source:
    """Return the object behind a path that ends in the name of a relationship to one."""
    linked = backend.store.linked(subject, operation.segments[-1]) if subject else []
    return linked[0] if linked else ("user", call.user.name)


def _objects(backend: Backend, call: Call, operation: Endpoint, subject: Source | None) -> Answer:
    match operation.method:
        case "POST":
            if subject is not None:
                _changeable(backend, call, subject)
            sources = list(_added(backend, call, operation, subject))
            return Answer({"data": [shown(backend, call, source) for source in sources]})
        case "PATCH":
            assert subject is not None, operation.id
            _change(backend, call, subject, _attributes(call.body["data"][0]))
            return Answer({"data": [shown(backend, call, subject)]})
    descriptors = bool(call.query.get("descriptors_only"))
    name = operation.segments[-1]
    if subject is not None and name in backend.document.relationships(subject[0]):
        document = relationship_document(backend, call, subject, name, descriptors=descriptors)
    else:
        listing = objects_of(operation.result.types)
        document = list_document(backend, call, listing, descriptors=descriptors)
    return Answer(document)


def _added(
    backend: Backend, call: Call, operation: Endpoint, subject: Source | None
) -> Iterable[Source]:
    """Make what a body lists, objects or links to them."""
    for entry in call.body["data"]:
        if "attributes" in entry:
            item = create(backend, call, entry["type"], _attributes(entry))
            yield item.type, item.id
            continue
        target = _target(backend, entry)
        if target[0] in ("user", "group"):
            if backend.show(*target, call.base) is None:
                message = f'{target[0]} "{target[1]}" not found'
                raise Problem(ErrorCode.NOT_FOUND_ERROR, message)
        elif target[0] not in MADE_HERE and backend.store.item(*target) is None:
            create(backend, call, target[0], sample(*target), target[1])
        if subject is not None:
            _link(backend, subject, _link_name(call, operation), target)
        yield target


def _descriptors(
    backend: Backend, call: Call, operation: Endpoint, subject: Source | None
) -> Answer:
    assert subject is not None, operation.id
    _changeable(backend, call, subject)
    added = _added(backend, call, operation, subject)
    return Answer({"data": [{"type": kind, "id": object_id} for kind, object_id in added]})


def _descriptor(
    backend: Backend, call: Call, operation: Endpoint, subject: Source | None
) -> Answer:
    """Hand an object over to somebody."""
    assert subject is not None, operation.id
    item = _changeable(backend, call, subject)
    name, target = operation.segments[-1], _target(backend, call.body["data"])
    for former in backend.store.linked(subject, name):
        backend.store.delete_link(subject, name, former)
    backend.store.put_link(subject, name, target)
    backend.store.put_item(replace(item, owner=target[1]))
    return Answer({"data": {"type": target[0], "id": target[1]}})


def _nothing(backend: Backend, call: Call, operation: Endpoint, subject: Source | None) -> Answer:
    if subject is None:
        _delete_all(backend, call, operation)
        return Answer()
    item = _changeable(backend, call, subject)
    if call.body is not None:
        if operation.method == "POST":
            list(_added(backend, call, operation, subject))
        else:
            for entry in call.body["data"]:
                name = _link_name(call, operation)
                backend.store.delete_link(subject, name, _target(backend, entry))
    elif _is_home(backend, operation):
        backend.store.delete_item(*subject)
    elif operation.method == "DELETE":
        for kind in ("user", "group"):
            target = kind, call.path[operation.segments[-1].strip("{}")]
            backend.store.delete_link(subject, _link_name(call, operation), target)
    elif operation.segments[-1] == "abort":
        backend.store.delete_analyses(*subject)
        backend.store.put_item(replace(item, data={**item.data, "status": "aborted"}))
    return Answer()


def _delete_all(backend: Backend, call: Call, operation: Endpoint) -> None:
    """Delete what the caller may delete of the objects that are listed at a path."""
    confirmed = call.headers.get("x-confirm-delete", call.user.name)
    if confirmed != call.user.name:
        message = "The header x-confirm-delete does not name the user"
        raise Problem(ErrorCode.INVALID_ARGUMENT_ERROR, message)
    for other in backend.document.operations.values():
        if other.segments == operation.segments and other.method == "GET":
            for object_type in set(other.result.types) - set(MADE_HERE):
                for object_id in backend.store.owned(object_type, call.user.name):
                    backend.store.delete_item(object_type, object_id)


def _relationship(
    backend: Backend, call: Call, operation: Endpoint, subject: Source | None
) -> Answer:
    assert subject is not None, operation.id
    name, descriptors = call.path["relationship"], operation.has_descriptors
    return Answer(relationship_document(backend, call, subject, name, descriptors=descriptors))


def _boolean(backend: Backend, call: Call, operation: Endpoint, subject: Source | None) -> Answer:
    assert subject is not None, operation.id
    asked = call.path[operation.segments[-1].strip("{}")]
    linked = backend.store.linked(subject, _link_name(call, operation))
    return Answer({"data": any(object_id == asked for _, object_id in linked)})


def _own(backend: Backend, call: Call, operation: Endpoint, subject: Source | None) -> Answer:
    return Answer(sample_answer(operation.result.title))


def _owns(backend: Backend, call: Call, operation: Endpoint, subject: Source | None) -> Answer:
    if "cursor" in call.query:
        raise Problem(ErrorCode.BAD_REQUEST_ERROR, "Invalid cursor")
    found: list[Any] = sample_answer(operation.result.title)["data"]
    links = {"self": f"{call.base}{call.resource}"}
    return Answer({"data": found[: call.query.get("limit")], "links": links})


def _text(backend: Backend, call: Call, operation: Endpoint, subject: Source | None) -> Answer:
    if operation.result.media_type == "base64":
        text = "The code does nothing that could be explained."
        return Answer({"data": base64.b64encode(text.encode()).decode()})
    if operation.segments[-1] == "upload_url":
        return Answer({"data": upload_address(backend, call, _upload_of(backend, operation))})
    return Answer({"data": signed_address(backend, call, _made_up(call))})


def _upload_of(backend: Backend, operation: Endpoint) -> str:
    """Return the operation that an upload address stands in for: the one that takes small files."""
    for other in backend.document.operations.values():
        if other.segments == operation.segments[:-1] and other.method == "POST":
            return other.id
    raise LookupError(operation.id)


def _texts(backend: Backend, call: Call, operation: Endpoint, subject: Source | None) -> Answer:
    return Answer({"data": ["adware", "downloader", "ransomware", "trojan"]})


def _content(backend: Backend, call: Call, operation: Endpoint, subject: Source | None) -> Answer:
    content = _made_up(call)
    if "302" in operation.answers:
        return Answer(location=signed_address(backend, call, content))
    return Answer(content=content, media_type=operation.result.media_type)


def _made_up(call: Call) -> bytes:
    if call.operation.endswith("pcap"):
        return pcap(call.resource)
    return f"What the emulator has for {call.resource}\n".encode()


def _page(backend: Backend, call: Call, operation: Endpoint, subject: Source | None) -> Answer:
    text = f"<!doctype html><title>{operation.id}</title><p>Made by the emulator."
    return Answer(content=text.encode(), media_type=operation.result.media_type)


def _submission(
    backend: Backend, call: Call, operation: Endpoint, subject: Source | None
) -> Answer:
    item = backend.submit_private(call.body, call.user.name, subject)
    links = {"self": backend.address(item.type, item.id, call.base)}
    document = {"data": {"type": item.type, "id": item.id, "links": links}}
    return Answer(document, headers=backend.readiness)


_KINDS: dict[str, _Kind] = {
    "boolean": _boolean,
    "content": _content,
    "descriptor": _descriptor,
    "descriptors": _descriptors,
    "nothing": _nothing,
    "object": _object,
    "objects": _objects,
    "own": _own,
    "owns": _owns,
    "page": _page,
    "relationship": _relationship,
    "submission": _submission,
    "text": _text,
    "texts": _texts,
}
