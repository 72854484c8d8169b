"""What makes the result of an answer: each `read_…` is a `Reader`, or returns one for a class.

They are functions of modules and their partial applications, so that they can be pickled.
"""

from functools import partial
from typing import Any, Final, TypeVar, get_args, get_origin

from vt_sdk.core.decode import (
    bare_object,
    check_types,
    decoded_object,
    enveloped_object,
    origin_of,
    page_from,
    page_in,
    page_of,
)
from vt_sdk.core.error_bodies import not_the_api, refusal
from vt_sdk.core.flow import Reader
from vt_sdk.core.objects import Descriptor, Origin, Received, VTObject
from vt_sdk.core.paging import Page
from vt_sdk.core.registry import types_of
from vt_sdk.core.repair import check_numbers, load
from vt_sdk.core.request import Request, Response, ResponseInfo
from vt_sdk.errors import InvalidResponseError
from vt_sdk.status import VTStatus

__all__ = [
    "read_anything",
    "read_bytes",
    "read_content_text",
    "read_descriptors",
    "read_document",
    "read_either",
    "read_mixed_page",
    "read_nothing",
    "read_object",
    "read_page",
    "read_success",
    "read_related",
    "read_text",
    "read_texts",
    "read_truth",
]

M = TypeVar("M", bound=Received)
N = TypeVar("N", bound=Received)


def _info(response: Response) -> ResponseInfo:
    return ResponseInfo(VTStatus(response.status), response.headers)


def _loaded(response: Response) -> Any:
    try:
        document = load(response.body)
    except InvalidResponseError as error:
        raise not_the_api("The answer is not JSON", response) from error
    check_numbers(document, response.body)
    return document


def _content(response: Response, request: Request) -> tuple[Any, Any]:
    """Decode an answer; return what was asked for and the whole."""
    document = _loaded(response)
    if not request.layout.is_common and (refused := refusal(document, response)) is not None:
        raise refused
    found = request.layout.divided(document)
    if found is None:
        raise not_the_api(f"The answer has no {'.'.join(request.layout.at)}", response)
    return found[0], document


def _object(
    cls: type[M] | None,
    content: dict[str, Any],
    document: Any,
    response: Response,
    request: Request,
) -> M:
    """Return the object that was asked for, with what stands beside it in the answer."""
    beside = document if request.layout.is_common else {}
    return decoded_object(cls, content, origin_of(beside, _info(response)))


def read_object(cls: type[M]) -> Reader[M]:
    """Return the reader of an answer that holds one object of a class."""
    return partial(_read_object, cls)


def _read_object(cls: type[M], response: Response, request: Request) -> M:
    if request.layout.is_common:
        item = enveloped_object(cls, response.body, _info(response))
        if item is not None:
            return item
    content, document = _content(response, request)
    if not isinstance(content, dict):
        raise not_the_api("The answer is not an object", response)
    return _object(cls, content, document, response, request)


def read_either(first: type[M], second: type[N]) -> Reader[M | N]:
    """Return the reader of an answer that holds one object, whose type says of which class.

    Args:
        first: the class of any type that is not the second's.
        second: the other class.
    """
    return partial(_read_either, first, second)


def _read_either(first: type[M], second: type[N], response: Response, request: Request) -> M | N:
    data, _ = _content(response, request)
    if isinstance(data, dict) and data.get("type") in types_of(second):
        return _read_object(second, response, request)
    return _read_object(first, response, request)


def read_document(cls: type[M]) -> Reader[M]:
    """Return the reader of an answer that is one object of a class without an envelope."""
    return partial(_read_document, cls)


def _read_document(cls: type[M], response: Response, request: Request) -> M:
    origin = Origin(response=_info(response))
    item = bare_object(cls, response.body, origin)
    if item is not None:
        return item
    document = _loaded(response)
    if not isinstance(document, dict):
        raise not_the_api("The answer is not an object", response)
    return decoded_object(cls, document, origin)


def read_page(cls: type[M]) -> Reader[Page[M]]:
    """Return the reader of an answer that holds a list of objects of a class."""
    return partial(_read_page, cls)


def _read_page(cls: type[M], response: Response, request: Request) -> Page[M]:
    source, layout, info = (request, read_page(cls)), request.layout, _info(response)
    if layout.is_common and (found := page_in(cls, response.body, info)):
        return page_from(*found, (), info, source)
    content, document = _content(response, request)
    if not isinstance(content, list):
        raise not_the_api("The answer is not a list", response)
    return page_of(document, cls, response.body, info, source, layout)


def _read_related(cls: type[Any] | None, response: Response, request: Request) -> Any:
    """Read one related object, several or none, as the answer says."""
    source, info = (request, partial(_read_related, cls)), _info(response)
    if found := page_in(cls, response.body, info):
        return page_from(*found, (), info, source)
    data, document = _content(response, request)
    if isinstance(data, dict):
        return _object(cls, data, document, response, request)
    if isinstance(data, list):
        return page_of(document, cls, response.body, info, source)
    if data is not None:
        raise not_the_api("The answer is not an object, a list or null", response)
    return None


read_related: Final[Reader[VTObject | Page[VTObject] | None]] = partial(_read_related, None)
"""Read related objects, each of the class that its type names."""

read_descriptors: Final[Reader[Descriptor | Page[Descriptor] | None]] = partial(
    _read_related, Descriptor
)
"""Read the descriptors of related objects."""


def read_anything(model: Any = None) -> Reader[Any]:
    """Return the reader of an answer of any form.

    Args:
        model: the class of the object, `Page[…]` of it for a list; without it the `type` of each
            object decides.
    """
    if model is None:
        return _read_anything
    item = get_args(model)[0] if get_origin(model) is Page else model
    read: Reader[Any] = read_object(item) if item is model else read_page(item)
    return partial(_read_of_the_type, read, item)


def _read_of_the_type(
    read: Reader[Any], model: type[Received], response: Response, request: Request
) -> Any:
    """Read an answer, and refuse objects of another type than the caller has chosen."""
    found = read(response, request)
    check_types(found if isinstance(found, Page) else [found], model, response.body)
    return found


def _read_anything(response: Response, request: Request) -> Any:
    if not response.body:
        return None
    source, is_common, info = (request, _read_anything), request.layout.is_common, _info(response)
    if is_common and (found := page_in(None, response.body, info)):
        return page_from(*found, (), info, source)
    data, document = _content(response, request)
    if isinstance(data, dict):
        return _object(None, data, document, response, request)
    if is_common and isinstance(data, list) and all(isinstance(item, dict) for item in data):
        return page_of(document, None, response.body, info, source)
    return data


def read_text(response: Response, request: Request) -> str:
    """Read an answer that holds a text."""
    data, _ = _content(response, request)
    if not isinstance(data, str):
        raise not_the_api("The answer is not a text", response)
    return data


def read_texts(response: Response, request: Request) -> list[str]:
    """Read an answer that holds a list of texts."""
    data, _ = _content(response, request)
    if not isinstance(data, list) or not all(isinstance(item, str) for item in data):
        raise not_the_api("The answer is not a list of texts", response)
    return data


def read_truth(response: Response, request: Request) -> bool:
    """Read an answer whose `data` is true or false."""
    data, _ = _content(response, request)
    if not isinstance(data, bool):
        raise not_the_api("The answer is neither true nor false", response)
    return data


def read_content_text(response: Response, request: Request) -> str:
    """Read an answer that is a text itself, such as a web page."""
    try:
        return response.body.decode()
    except UnicodeDecodeError as error:
        raise not_the_api("The answer is not UTF-8", response) from error


def read_mixed_page(response: Response, request: Request) -> Page[Any]:
    """Read an answer whose `data` is a list of objects, each of the class that its type names."""
    page = read_related(response, request)
    if not isinstance(page, Page):
        raise not_the_api("The answer is not a list", response)
    return page


def read_bytes(response: Response, request: Request) -> bytes:
    """Read an answer that is bytes."""
    return response.body


def read_success(response: Response, request: Request) -> None:
    """Read an answer that says whether it went well."""
    _content(response, request)


def read_nothing(response: Response, request: Request) -> None:
    """Read an answer that says nothing beyond its status."""
