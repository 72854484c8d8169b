"""Published texts about threats.

Do not edit: `python3 scripts/generate.py` made it from `vt_sdk/resources/references.py`.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Unpack

from vt_sdk import models
from vt_sdk.aio.operations.references import AsyncReferencesOperations
from vt_sdk.core.operation import CallOptions
from vt_sdk.core.policy import fetch
from vt_sdk.core.readers import read_object
from vt_sdk.errors import InvalidInputError
from vt_sdk.operations.references import CREATE_REFERENCE, UPDATE_REFERENCE
from vt_sdk.resources._items import items
from vt_sdk.resources.references import _reference

__all__ = ["AsyncVirusTotalAPIReferences"]


class AsyncVirusTotalAPIReferences(AsyncReferencesOperations):
    """Published texts about threats."""

    async def create(
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
        return await self._call(fetch(request, read_object(models.Reference)), options)

    async def update(
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
        return await self._call(fetch(request, read_object(models.Reference)), options)
