"""The models of `TrafficInspection`.

Do not edit: `python3 scripts/generate.py` made it from `schemas/parts/traffic_inspection.json`.
"""

from typing import Annotated

from pydantic import Field

from vt_sdk.core.model import VTModel


class TrafficHTTPRequest(VTModel):
    """An HTTP request in a network capture."""

    binary_filename: str | None = None
    """File name of the answer."""
    binary_hash: str | None = None
    """SHA-256 of the answer, hexadecimal."""
    binary_magic: str | None = None
    """File type of the answer by libmagic."""
    datetime: str | None = None
    """When the request was made."""
    interesting_magic: int | None = None
    """Whether the file type is of interest, as a number."""
    method: str | None = None
    """HTTP method."""
    referer: str | None = None
    """Page that led to the request."""
    remote_host: str | None = None
    """Server, as address and port."""
    request_parameters: str | None = None
    """Body of the request."""
    response_code: str | None = None
    """HTTP status of the answer, sent as text; may be empty."""
    response_size: int | None = None
    """Size of the answer in bytes."""
    url: str | None = None
    """Address asked for."""
    user_agent: Annotated[str | None, Field(alias="user-agent")] = None
    """Program that made the request."""


class TrafficInspection(VTModel):
    """Conversations found in a network capture, by protocol."""

    http: list[TrafficHTTPRequest]
    """HTTP requests."""
