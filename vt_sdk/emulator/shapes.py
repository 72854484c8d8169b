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

from vt_sdk.emulator.document import Operation
from vt_sdk.emulator.exchange import Answer, Call, JSONObject, Problem, Upload
from vt_sdk.emulator.finders import find_subject, read_id
from vt_sdk.emulator.paging import list_document
from vt_sdk.emulator.relations import Source, embedded, objects_of, relationship_document
from vt_sdk.emulator.reports import pcap
from vt_sdk.emulator.samples import sample, sample_answer
from vt_sdk.emulator.store import Item
from vt_sdk.emulator.world import MADE_HERE, World
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

_Kind: TypeAlias = Callable[[World, Call, Operation, Source | None], Answer]


def as_documented(world: World, call: Call) -> Answer:
    """Answer any call in the way that the document describes."""
    operation = world.document.operations[call.operation]
    subject = find_subject(world, call)
    return _KINDS[operation.result.kind](world, call, operation, subject)


# What handlers share


def shown(world: World, call: Call, source: Source) -> JSONObject:
    """Give an object that is known as an answer holds it, with what was asked to be embedded."""
    found = world.show(*source, call.base)
    assert found is not None, "the object was found just now"
    relationships = embedded(world, call, source)
    return {**found, "relationships": relationships} if relationships else found


def signed_address(world: World, call: Call, content: bytes) -> str:
    """Keep some content and give an address at which it can be had for a while without a key."""
    name = hashlib.sha256(content).hexdigest()
    path = world.store.content_path(name)
    if not path.exists():
        path.write_bytes(content)
    return signed_file(world, call, name)


def signed_file(world: World, call: Call, sha256: str) -> str:
    """Give an address at which a stored file can be had for a while without a key."""
    token = secrets.token_urlsafe(24)
    world.store.put_download_token(token, sha256, world.clock() + _DOWNLOAD_SECONDS)
    return f"{call.origin}/storage/{token}"


def upload_address(world: World, call: Call, operation: str) -> str:
    """Give an address that takes one upload in place of an operation."""
    token = secrets.token_urlsafe(24)
    world.store.put_upload_token(token, call.user.name, operation)
    return f"{call.origin}/upload/{token}"


def create(
    world: World,
    call: Call,
    object_type: str,
    given: JSONObject,
    object_id: str | None = None,
) -> Item:
    """Make an object of the caller; of what is given stays what the schema of its type knows."""
    known = world.document.attributes(object_type)
    dates = dict.fromkeys((*_CREATED, *_MODIFIED), world.now())
    data = {name: value for name, value in {**dates, **given}.items() if name in known}
    item = Item(object_type, object_id or secrets.token_hex(16), data, owner=call.user.name)
    world.store.put_item(item)
    if "owner" in world.document.relationships(object_type):
        world.store.put_link((item.type, item.id), "owner", ("user", call.user.name))
    return item


def _change(world: World, call: Call, source: Source, given: JSONObject) -> None:
    item = _changeable(world, call, source)
    known = world.document.attributes(item.type)
    dates = dict.fromkeys(_MODIFIED, world.now())
    data = {name: value for name, value in {**dates, **given}.items() if name in known}
    world.store.put_item(replace(item, data={**item.data, **data}))


def _changeable(world: World, call: Call, source: Source) -> Item:
    item = world.item(*source)
    if item is None:
        # Users are known without being stored.
        found = world.show(*source, call.base)
        assert found is not None, "the object was found just now"
        return Item(*source, found["attributes"])
    editors = world.store.linked(source, "editors")
    if item.owner not in ("", call.user.name) and ("user", call.user.name) not in editors:
        raise Problem.forbidden()
    return item


def _attributes(data: JSONObject) -> JSONObject:
    given: JSONObject = data.get("attributes") or {}
    return given


def _put_relationships(world: World, source: Source, data: JSONObject) -> None:
    for name, content in (data.get("relationships") or {}).items():
        for entry in content["data"]:
            _link(world, source, name, _target(world, entry))


def _link(world: World, source: Source, name: str, target: Source) -> None:
    declared = world.document.relationships(source[0]).get(name)
    if declared is not None and target[0] not in declared.targets:
        message = f'The relationship "{name}" holds no {target[0]}'
        raise Problem(ErrorCode.INVALID_ARGUMENT_ERROR, message)
    if target not in world.store.linked(source, name):
        world.store.put_link(source, name, target)


def _target(world: World, descriptor: JSONObject) -> Source:
    """Read a descriptor; a URL may be named by its text."""
    object_type = descriptor["type"]
    if "id" in descriptor:
        text = descriptor["id"]
        found = read_id(world, object_type, text)
    else:
        text = descriptor["url"]
        found = world.know_url(text) if object_type == "url" else None
    if found is None:
        raise Problem(ErrorCode.INVALID_ARGUMENT_ERROR, f'Invalid {object_type} "{text}"')
    return object_type, found


def _link_name(call: Call, operation: Operation) -> str:
    """Say which relationship the links of a path belong to."""
    for name in ("relationship", "access"):
        if name in call.path:
            return call.path[name]
    literals = [segment for segment in operation.segments if not segment.startswith("{")]
    return literals[-1]


def _is_home(world: World, operation: Operation) -> bool:
    """Say whether a path ends in the id of the object that it is about."""
    subject = world.document.subject(operation)
    return subject is not None and operation.segments[-1] == f"{{{subject[1]}}}"


# By the shape of the answer


def _object(world: World, call: Call, operation: Operation, subject: Source | None) -> Answer:
    (object_type,) = operation.result.types
    match operation.method:
        case "POST":
            return _created(world, call, object_type)
        case "DELETE":
            _delete_all(world, call, operation)
            item = create(world, call, object_type, {"status": "", "progress": 0})
            world.start_work(item)
            document = {"data": shown(world, call, (item.type, item.id))}
            return Answer(document, headers=world.readiness)
        case "PATCH":
            assert subject is not None, operation.id
            _change(world, call, subject, _attributes(call.body["data"]))
            _put_relationships(world, subject, call.body["data"])
    if subject is None or subject[0] != object_type:
        subject = _related_one(world, call, operation, subject)
    if operation.method == "GET":
        world.count_poll(*subject)
    return Answer({"data": shown(world, call, subject)})


def _created(world: World, call: Call, object_type: str) -> Answer:
    if isinstance(call.body, Upload):
        item = _create_from_upload(world, call, object_type, call.body)
    else:
        data = call.body["data"]
        given = data if "attributes" not in data else _attributes(data)
        waits = world.works(object_type)
        item = create(world, call, object_type, given | dict.fromkeys(waits, 0))
        if waits:
            world.start_work(item)
        _put_relationships(world, (item.type, item.id), data)
    headers = world.readiness if world.works(object_type) else {}
    return Answer({"data": shown(world, call, (item.type, item.id))}, headers=headers)


def _create_from_upload(world: World, call: Call, object_type: str, upload: Upload) -> Item:
    path = upload.fields.get("path", upload.name)
    facts = {"path": path, "size": upload.size, "sha256": upload.sha256}
    object_id = upload.fields.get("item") or base64.urlsafe_b64encode(path.encode()).decode()
    if upload.is_there:
        world.store.keep_content(upload.sha256, upload.path)
    return create(world, call, object_type, facts, object_id)


def _related_one(world: World, call: Call, operation: Operation, subject: Source | None) -> Source:
    """Give the object behind a path that ends in the name of a relationship to one."""
    linked = world.store.linked(subject, operation.segments[-1]) if subject else []
    return linked[0] if linked else ("user", call.user.name)


def _objects(world: World, call: Call, operation: Operation, subject: Source | None) -> Answer:
    match operation.method:
        case "POST":
            if subject is not None:
                _changeable(world, call, subject)
            sources = list(_added(world, call, operation, subject))
            return Answer({"data": [shown(world, call, source) for source in sources]})
        case "PATCH":
            assert subject is not None, operation.id
            _change(world, call, subject, _attributes(call.body["data"][0]))
            return Answer({"data": [shown(world, call, subject)]})
    descriptors = bool(call.query.get("descriptors_only"))
    name = operation.segments[-1]
    if subject is not None and name in world.document.relationships(subject[0]):
        document = relationship_document(world, call, subject, name, descriptors=descriptors)
    else:
        listing = objects_of(operation.result.types)
        document = list_document(world, call, listing, descriptors=descriptors)
    return Answer(document)


def _added(
    world: World, call: Call, operation: Operation, subject: Source | None
) -> Iterable[Source]:
    """Make what a body lists, objects or links to them."""
    for entry in call.body["data"]:
        if "attributes" in entry:
            item = create(world, call, entry["type"], _attributes(entry))
            yield item.type, item.id
            continue
        target = _target(world, entry)
        if target[0] in ("user", "group"):
            if world.show(*target, call.base) is None:
                message = f'{target[0]} "{target[1]}" not found'
                raise Problem(ErrorCode.NOT_FOUND_ERROR, message)
        elif target[0] not in MADE_HERE:
            create(world, call, target[0], sample(*target), target[1])
        if subject is not None:
            _link(world, subject, _link_name(call, operation), target)
        yield target


def _descriptors(world: World, call: Call, operation: Operation, subject: Source | None) -> Answer:
    assert subject is not None, operation.id
    _changeable(world, call, subject)
    added = _added(world, call, operation, subject)
    return Answer({"data": [{"type": kind, "id": object_id} for kind, object_id in added]})


def _descriptor(world: World, call: Call, operation: Operation, subject: Source | None) -> Answer:
    """Hand an object over to somebody."""
    assert subject is not None, operation.id
    item = _changeable(world, call, subject)
    name, target = operation.segments[-1], _target(world, call.body["data"])
    for former in world.store.linked(subject, name):
        world.store.delete_link(subject, name, former)
    world.store.put_link(subject, name, target)
    world.store.put_item(replace(item, owner=target[1]))
    return Answer({"data": {"type": target[0], "id": target[1]}})


def _nothing(world: World, call: Call, operation: Operation, subject: Source | None) -> Answer:
    if subject is None:
        _delete_all(world, call, operation)
        return Answer()
    item = _changeable(world, call, subject)
    if call.body is not None:
        if operation.method == "POST":
            list(_added(world, call, operation, subject))
        else:
            for entry in call.body["data"]:
                name = _link_name(call, operation)
                world.store.delete_link(subject, name, _target(world, entry))
    elif _is_home(world, operation):
        world.store.delete_item(*subject)
    elif operation.method == "DELETE":
        for kind in ("user", "group"):
            target = kind, call.path[operation.segments[-1].strip("{}")]
            world.store.delete_link(subject, _link_name(call, operation), target)
    elif operation.segments[-1] == "abort":
        world.store.delete_analyses(*subject)
        world.store.put_item(replace(item, data={**item.data, "status": "aborted"}))
    return Answer()


def _delete_all(world: World, call: Call, operation: Operation) -> None:
    """Delete what the caller may delete of the objects that are listed at a path."""
    confirmed = call.headers.get("x-confirm-delete", call.user.name)
    if confirmed != call.user.name:
        message = "The header x-confirm-delete does not name the user"
        raise Problem(ErrorCode.INVALID_ARGUMENT_ERROR, message)
    for other in world.document.operations.values():
        if other.segments == operation.segments and other.method == "GET":
            for object_type in set(other.result.types) - set(MADE_HERE):
                for object_id in world.store.owned(object_type, call.user.name):
                    world.store.delete_item(object_type, object_id)


def _relationship(world: World, call: Call, operation: Operation, subject: Source | None) -> Answer:
    assert subject is not None, operation.id
    name, descriptors = call.path["relationship"], operation.has_descriptors
    return Answer(relationship_document(world, call, subject, name, descriptors=descriptors))


def _boolean(world: World, call: Call, operation: Operation, subject: Source | None) -> Answer:
    assert subject is not None, operation.id
    asked = call.path[operation.segments[-1].strip("{}")]
    linked = world.store.linked(subject, _link_name(call, operation))
    return Answer({"data": any(object_id == asked for _, object_id in linked)})


def _own(world: World, call: Call, operation: Operation, subject: Source | None) -> Answer:
    return Answer(sample_answer(operation.result.title))


def _owns(world: World, call: Call, operation: Operation, subject: Source | None) -> Answer:
    if "cursor" in call.query:
        raise Problem(ErrorCode.BAD_REQUEST_ERROR, "Invalid cursor")
    found: list[Any] = sample_answer(operation.result.title)["data"]
    links = {"self": f"{call.base}{call.resource}"}
    return Answer({"data": found[: call.query.get("limit")], "links": links})


def _text(world: World, call: Call, operation: Operation, subject: Source | None) -> Answer:
    if operation.result.media_type == "base64":
        text = "The code does nothing that could be explained."
        return Answer({"data": base64.b64encode(text.encode()).decode()})
    if operation.segments[-1] == "upload_url":
        return Answer({"data": upload_address(world, call, _upload_of(world, operation))})
    return Answer({"data": signed_address(world, call, _made_up(call))})


def _upload_of(world: World, operation: Operation) -> str:
    """Give the operation that an upload address stands in for: the one that takes small files."""
    for other in world.document.operations.values():
        if other.segments == operation.segments[:-1] and other.method == "POST":
            return other.id
    raise LookupError(operation.id)


def _texts(world: World, call: Call, operation: Operation, subject: Source | None) -> Answer:
    return Answer({"data": ["adware", "downloader", "ransomware", "trojan"]})


def _content(world: World, call: Call, operation: Operation, subject: Source | None) -> Answer:
    content = _made_up(call)
    if "302" in operation.answers:
        return Answer(location=signed_address(world, call, content))
    return Answer(content=content, media_type=operation.result.media_type)


def _made_up(call: Call) -> bytes:
    if call.operation.endswith("pcap"):
        return pcap(call.resource)
    return f"What the emulator has for {call.resource}\n".encode()


def _page(world: World, call: Call, operation: Operation, subject: Source | None) -> Answer:
    text = f"<!doctype html><title>{operation.id}</title><p>Made by the emulator."
    return Answer(content=text.encode(), media_type=operation.result.media_type)


def _submission(world: World, call: Call, operation: Operation, subject: Source | None) -> Answer:
    item = world.submit_private(call.body, call.user.name, subject)
    links = {"self": world.address(item.type, item.id, call.base)}
    document = {"data": {"type": item.type, "id": item.id, "links": links}}
    return Answer(document, headers=world.readiness)


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
