"""Subscriptions: how each user is told about changes of a collection."""

from vt_sdk.emulator.backend import Backend
from vt_sdk.emulator.finders import find_object
from vt_sdk.emulator.messages import Answer, Call, Problem
from vt_sdk.emulator.store import Item
from vt_sdk.status import ErrorCode

__all__ = ["get_subscription", "put_subscription", "remove_subscription"]

_TYPE = "subscription_preferences"


def get_subscription(backend: Backend, call: Call) -> Answer:
    """Answer the preferences of the caller."""
    return _shown(call, _found(backend, call))


def put_subscription(backend: Backend, call: Call) -> Answer:
    """Keep the preferences of the caller in place of those that there were."""
    given = call.body["data"]["attributes"]
    item = Item(_TYPE, _id(backend, call), dict(given), owner=call.user.name)
    backend.store.put_item(item)
    return _shown(call, item)


def remove_subscription(backend: Backend, call: Call) -> Answer:
    """Forget the preferences of the caller."""
    backend.store.delete_item(_TYPE, _found(backend, call).id)
    return Answer()


def _found(backend: Backend, call: Call) -> Item:
    item = backend.item(_TYPE, _id(backend, call))
    if item is None:
        raise Problem(ErrorCode.NOT_FOUND_ERROR, "There is no subscription")
    return item


def _id(backend: Backend, call: Call) -> str:
    _, collection_id = find_object(backend, call)
    return f"{call.user.name}-{collection_id}"


def _shown(call: Call, item: Item) -> Answer:
    links = {"self": f"{call.base}{call.resource}"}
    return Answer({"data": {"type": _TYPE, "id": item.id, "attributes": item.data}, "links": links})
