"""What makes the result of an answer where it is a page or may be one, for event loops."""

from functools import partial
from typing import Any, Final, TypeVar, get_args, get_origin

from vt_sdk.core import readers
from vt_sdk.core.async_paging import AsyncPage
from vt_sdk.core.flow import Reader
from vt_sdk.core.objects import Descriptor, Received, VTObject
from vt_sdk.core.paging import Page
from vt_sdk.core.request import Request, Response

__all__ = ["read_anything", "read_descriptors", "read_mixed_page", "read_page", "read_related"]

M = TypeVar("M", bound=Received)


def _for_loops(read: Reader[Any]) -> Reader[Any]:
    """Return a reader whose pages are those of event loops."""
    return partial(_read_for_loops, read)


def _read_for_loops(read: Reader[Any], response: Response, request: Request) -> Any:
    found = read(response, request)
    return AsyncPage.over(found, _for_loops(read)) if isinstance(found, Page) else found


def read_page(cls: type[M]) -> Reader[AsyncPage[M]]:
    """Return the reader of an answer whose `data` is a list of objects of a class."""
    return _for_loops(readers.read_page(cls))


def read_anything(model: Any = None) -> Reader[Any]:
    """Return the reader of an answer of any form.

    Args:
        model: the class of the object, `AsyncPage[…]` of it for a list; without it the `type` of
            each object decides.
    """
    if get_origin(model) is AsyncPage:
        model = Page[get_args(model)[0]]  # type: ignore[misc]  # of a class known at run time only
    return _for_loops(readers.read_anything(model))


read_related: Final[Reader[VTObject | AsyncPage[VTObject] | None]] = _for_loops(
    readers.read_related
)
"""Read related objects, each of the class that its type names."""

read_descriptors: Final[Reader[Descriptor | AsyncPage[Descriptor] | None]] = _for_loops(
    readers.read_descriptors
)
"""Read the descriptors of related objects."""

read_mixed_page: Final[Reader[AsyncPage[Any]]] = _for_loops(readers.read_mixed_page)
"""Read a list of objects, each of the class that its type names."""
