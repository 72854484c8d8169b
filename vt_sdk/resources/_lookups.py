"""Look-ups of indicators of any kind: which operation is asked, and what reads its answer."""

from collections.abc import Callable, Mapping, Sequence
from typing import Final

from vt_sdk import models
from vt_sdk.core.flow import Reader
from vt_sdk.core.operation import Operation
from vt_sdk.core.readers import read_object
from vt_sdk.core.request import Request, Response
from vt_sdk.indicators import Indicator, Kind, classify
from vt_sdk.operations.domains import GET_DOMAIN, GET_DOMAIN_RELATIONSHIP
from vt_sdk.operations.files import GET_FILE, GET_FILE_RELATIONSHIP
from vt_sdk.operations.ip_addresses import GET_IP_ADDRESS, GET_IP_ADDRESS_RELATIONSHIP
from vt_sdk.operations.urls import GET_URL, GET_URL_RELATIONSHIP

__all__ = ["read_report", "request_of", "requests_of_related"]

_OPERATIONS: Final[Mapping[Kind, Operation]] = {
    "file": GET_FILE,
    "url": GET_URL,
    "domain": GET_DOMAIN,
    "ip_address": GET_IP_ADDRESS,
}

_RELATIONSHIPS: Final[Mapping[Kind, Operation]] = {
    "file": GET_FILE_RELATIONSHIP,
    "url": GET_URL_RELATIONSHIP,
    "domain": GET_DOMAIN_RELATIONSHIP,
    "ip_address": GET_IP_ADDRESS_RELATIONSHIP,
}

_READERS: Final[
    Mapping[str, Reader[models.File | models.URL | models.Domain | models.IPAddress]]
] = {
    GET_FILE.name: read_object(models.File),
    GET_URL.name: read_object(models.URL),
    GET_DOMAIN.name: read_object(models.Domain),
    GET_IP_ADDRESS.name: read_object(models.IPAddress),
}


def request_of(indicator: Indicator | str, relationships: Sequence[str] = ()) -> Request:
    """Return the request for the report on an indicator.

    Args:
        indicator: the indicator, or a text that stands for one.
        relationships: names of those whose first descriptors shall come with it.

    Raises:
        AmbiguousIndicatorError: it may be the name of a file as well as a domain.
        InvalidInputError: it is no indicator.
    """
    found = indicator if isinstance(indicator, Indicator) else classify(indicator)
    operation = _OPERATIONS[found.kind]
    return operation.request(
        found.value, query=operation.given({"relationships": relationships or None})
    )


def requests_of_related(indicator: Indicator, limit: int) -> Callable[[str], Request]:
    """Return what makes the request for a relationship of an indicator, by its name.

    Raises:
        InvalidInputError: a page cannot have so many items.
    """
    operation = _RELATIONSHIPS[indicator.kind]
    query = operation.given({"limit": limit})
    return lambda name: operation.request(indicator.value, name, query=query)


def read_report(
    response: Response, request: Request
) -> models.File | models.URL | models.Domain | models.IPAddress:
    """Read the report that was asked for."""
    return _READERS[request.operation](response, request)
