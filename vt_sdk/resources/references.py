"""Published texts about threats."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any, Unpack

from vt_sdk import models
from vt_sdk.core.arguments import given
from vt_sdk.core.operation import CallOptions, Operation
from vt_sdk.core.policy import fetch
from vt_sdk.core.readers import read_object
from vt_sdk.errors import InvalidInputError
from vt_sdk.operations.references import CREATE_REFERENCE, UPDATE_REFERENCE, ReferencesOperations
from vt_sdk.resources._items import items

__all__ = ["VirusTotalAPIReferences"]


def _reference(
    operation: Operation,
    url: str | None,
    title: str | None,
    author: str | None,
    creation_date: datetime | None,
    members: Mapping[str, list[dict[str, str]]],
) -> dict[str, Any]:
    """Return what stands in the body; parts that are not given are absent."""
    attributes = {
        "url": url,
        "title": title,
        "author": author,
        "creation_date": creation_date,
    }
    return given(
        {
            "type": "reference",
            "attributes": operation.given(attributes) or None,
            "relationships": {kind: {"data": ids} for kind, ids in members.items()} or None,
        }
    )


class VirusTotalAPIReferences(ReferencesOperations):
    """Published texts about threats."""

    def create(
        self,
        url: str,
        *,
        title: str | None = None,
        author: str | None = None,
        creation_date: datetime | None = None,
        files: Sequence[str] = (),
        urls: Sequence[str] = (),
        domains: Sequence[str] = (),
        ip_addresses: Sequence[str] = (),
        **options: Unpack[CallOptions],
    ) -> models.Reference:
        """Create a reference to a published text, with what the text names.

        `POST /references`

        Args:
            url: the address of the text.
            title: the title of the text.
            author: who wrote it.
            creation_date: when it was published, with a time zone.
            files: the MD5s, SHA-1s or SHA-256s of files that it names.
            urls: URLs that it names, their base64 ids or their SHA-256s.
            domains: names of domains that it names.
            ip_addresses: IP addresses that it names.
            options: `timeout` and `deadline` of this call, see `CallOptions`.

        Returns:
            The `Reference`.

        Raises:
            InvalidInputError: an argument does not have its shape.
            AlreadyExistsError: there is a reference to this text.
            APIError: the service answered with another error, among others ForbiddenError,
                InvalidArgumentError.
            TransportError: no answer came.

        Needs a premium key.
        """
        members = items(files, urls, domains, ip_addresses)
        data = _reference(CREATE_REFERENCE, url, title, author, creation_date, members)
        request = CREATE_REFERENCE.request(data=data)
        return self._call(fetch(request, read_object(models.Reference)), options)

    def update(
        self,
        reference_id: str,
        *,
        url: str | None = None,
        title: str | None = None,
        author: str | None = None,
        creation_date: datetime | None = None,
        files: Sequence[str] = (),
        urls: Sequence[str] = (),
        domains: Sequence[str] = (),
        ip_addresses: Sequence[str] = (),
        **options: Unpack[CallOptions],
    ) -> models.Reference:
        """Change a reference. What is not given stays as it is.

        `PATCH /references/{reference_id}`

        Args:
            reference_id: the id of the reference, or the address of the text in URL-safe base64
                without padding.
            url: the address of the text.
            title: the title of the text.
            author: who wrote it.
            creation_date: when it was published, with a time zone.
            files: the MD5s, SHA-1s or SHA-256s of files that it names.
            urls: URLs that it names, their base64 ids or their SHA-256s.
            domains: names of domains that it names.
            ip_addresses: IP addresses that it names.
            options: `timeout` and `deadline` of this call, see `CallOptions`.

        Returns:
            The `Reference` as changed.

        Raises:
            InvalidInputError: an argument does not have its shape, or there is nothing to change.
            APIError: the service answered with an error, among others NotFoundError,
                ForbiddenError, InvalidArgumentError.
            TransportError: no answer came.

        Needs a premium key.
        """
        members = items(files, urls, domains, ip_addresses)
        data = _reference(UPDATE_REFERENCE, url, title, author, creation_date, members)
        if data.keys() == {"type"}:
            raise InvalidInputError("nothing to change is given")
        request = UPDATE_REFERENCE.request(reference_id, data=data)
        return self._call(fetch(request, read_object(models.Reference)), options)
