"""Uploading a file by its size, and forms with options, the same for several groups."""

import secrets
from collections.abc import Mapping
from dataclasses import replace
from typing import TypeVar

from vt_sdk.core.arguments import given
from vt_sdk.core.flow import Flow, Reader
from vt_sdk.core.operation import Operation, as_text
from vt_sdk.core.policy import fetch
from vt_sdk.core.readers import read_text
from vt_sdk.errors import InvalidResponseError, TransportError
from vt_sdk.files import DIRECT_UPLOAD_MAX_BYTES, FileForm

__all__ = ["bare_form", "form_fields", "uploading"]

T = TypeVar("T")


def uploading(form: FileForm, direct: Operation, address: Operation, read: Reader[T]) -> Flow[T]:
    """Upload by size: directly, or above the limit to an address that is fetched first.

    Args:
        form: what to send.
        direct: the operation that takes it.
        address: the operation that gives an address for a large one.
        read: reads the answer, which both ways have in common.
    """
    request = direct.request(body=form)
    if len(form) > DIRECT_UPLOAD_MAX_BYTES:
        url = yield from fetch(address.request(), read_text)
        if not url.startswith(("https://", "http://")):
            raise InvalidResponseError(f"not an upload address: {url!r:.200}", raw=url.encode())
        request = replace(request, url=url)
    try:
        return (yield from fetch(request, read))
    except TransportError as error:
        arrived = "may have" if error.may_have_arrived else "does not have"
        error.add_note(f"The service {arrived} the file.")
        raise


def form_fields(fields: Mapping[str, str | int | None]) -> dict[str, str]:
    """Return the fields of a form as texts; None is left out."""
    return {name: as_text(value) for name, value in given(fields).items()}


def bare_form(fields: Mapping[str, str]) -> tuple[bytes, str]:
    """Return a form without a file, and its media type."""
    boundary = secrets.token_hex(16)
    lines = [
        f'--{boundary}\r\nContent-Disposition: form-data; name="{name}"\r\n\r\n{value}\r\n'
        for name, value in fields.items()
    ]
    body = "".join([*lines, f"--{boundary}--\r\n"]).encode()
    return body, f"multipart/form-data; boundary={boundary}"
