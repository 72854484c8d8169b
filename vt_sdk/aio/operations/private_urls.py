"""The operations of the group `private_urls`.

Do not edit: `python3 scripts/generate.py` made it from `vt_sdk/operations/private_urls.py`.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, Unpack, overload

from vt_sdk import models
from vt_sdk.aio.api import AsyncVirusTotalAPI
from vt_sdk.core.async_paging import AsyncPage
from vt_sdk.core.async_readers import read_descriptors, read_related
from vt_sdk.core.objects import AnalysisDescriptor, Descriptor, VTObject
from vt_sdk.core.operation import CallOptions, RelationshipName, relationship_name
from vt_sdk.core.policy import fetch
from vt_sdk.core.readers import read_object
from vt_sdk.operations.private_urls import (
    GET_PRIVATE_URL,
    GET_PRIVATE_URL_RELATIONSHIP,
    GET_PRIVATE_URL_RELATIONSHIP_DESCRIPTORS,
    SCAN_PRIVATE_URL,
    _SlashDescriptorNone,
    _SlashDomainIPAddressNone,
    _SlashIPAddressNone,
    _SlashPageDescriptor,
    _SlashPageFile,
    _SlashPagePrivateAnalysis,
    _SlashPagePrivateURLBehaviour,
)

__all__ = ["AsyncPrivateUrlsOperations"]


class AsyncPrivateUrlsOperations(AsyncVirusTotalAPI):
    """URLs of private scanning, which only their owner sees: submission and report.

    Needs the licence for private scanning.
    """

    async def upload(
        self,
        url: str,
        *,
        user_agent: str | None = None,
        sandboxes: Sequence[Literal["chrome_headless_linux", "cape_win", "zenbox_windows"] | str]
        | None = None,
        retention_period_days: int | None = None,
        storage_region: Literal["US", "CA", "EU", "GB"] | None = None,
        interaction_sandbox: Literal["cape_win"] | str | None = None,
        interaction_timeout: int | None = None,
        **options: Unpack[CallOptions],
    ) -> AnalysisDescriptor:
        """Submit a URL for private analysis.

        `POST /private/urls`

        Nobody but the owner sees the URL and its report. The sandbox chrome_headless_linux
        finds out more about a page than the others. The answer names the analysis, which is
        queued; the report follows when it is completed.

        Args:
            url: The URL to analyse.
            user_agent: The text with which the browser introduces itself to the site.
            sandboxes: The sandboxes that open the URL; absent means the service's choice.
            retention_period_days: How many days the service keeps URL and report, 1 to 28;
                absent means what the group prefers, one day unless set otherwise.
            storage_region: Where the URL is stored; absent means the region that the group
                prefers.
            interaction_sandbox: The sandbox in which a person can work while the URL is open.
                Default: cape_win.
            interaction_timeout: How long that person has, in seconds, 60 to 1800. Default: 60.
            options: `timeout` and `deadline` of this call, see `CallOptions`.

        Returns:
            The `AnalysisDescriptor`.

        Raises:
            InvalidInputError: an argument does not have its type, bounds or shape.
            APIError: the service answered with an error, among others InvalidArgumentError,
                ForbiddenError.
            TransportError: no answer came.

        Needs a premium key.
        https://docs.virustotal.com/reference/private-scan-url
        """
        return await self._call(
            fetch(
                SCAN_PRIVATE_URL.request(
                    form=SCAN_PRIVATE_URL.given(
                        {
                            "url": url,
                            "user_agent": user_agent,
                            "sandboxes": sandboxes,
                            "retention_period_days": retention_period_days,
                            "storage_region": storage_region,
                            "interaction_sandbox": interaction_sandbox,
                            "interaction_timeout": interaction_timeout,
                        }
                    )
                ),
                read_object(AnalysisDescriptor),
            ),
            options,
        )

    async def get(
        self,
        url_id: str,
        *,
        relationships: Sequence[models.PrivateURLRelationship | RelationshipName] | None = None,
        **options: Unpack[CallOptions],
    ) -> models.PrivateURL:
        """Get the report of a private URL.

        `GET /private/urls/{url_id}`

        The answer holds most of what the report of a URL holds, as far as it is still kept.

        Args:
            url_id: The SHA-256 of the canonical URL, or the URL itself in URL-safe base64
                without padding.
            relationships: Names of relationships whose descriptors shall come with the object;
                none if absent.
            options: `timeout` and `deadline` of this call, see `CallOptions`.

        Returns:
            The `PrivateURL`.

        Raises:
            InvalidInputError: an argument does not have its type, bounds or shape.
            APIError: the service answered with an error, among others NotFoundError,
                ForbiddenError.
            TransportError: no answer came.

        Needs a premium key.
        https://docs.virustotal.com/reference/get-a-private-url-analysis-report
        """
        return await self._call(
            fetch(
                GET_PRIVATE_URL.request(url_id, query={"relationships": relationships}),
                read_object(models.PrivateURL),
            ),
            options,
        )

    @overload
    async def get_relationship(
        self,
        url_id: str,
        relationship: Literal["downloaded_files"] | _SlashPageFile,
        limit: int = 10,
        cursor: str | None = None,
        **options: Unpack[CallOptions],
    ) -> AsyncPage[models.File]: ...
    @overload
    async def get_relationship(
        self,
        url_id: str,
        relationship: Literal["analyses"] | _SlashPagePrivateAnalysis,
        limit: int = 10,
        cursor: str | None = None,
        **options: Unpack[CallOptions],
    ) -> AsyncPage[models.PrivateAnalysis]: ...
    @overload
    async def get_relationship(
        self,
        url_id: str,
        relationship: Literal["behaviours"] | _SlashPagePrivateURLBehaviour,
        limit: int = 10,
        cursor: str | None = None,
        **options: Unpack[CallOptions],
    ) -> AsyncPage[models.PrivateURLBehaviour]: ...
    @overload
    async def get_relationship(
        self,
        url_id: str,
        relationship: Literal["network_location"] | _SlashDomainIPAddressNone,
        limit: int = 10,
        cursor: str | None = None,
        **options: Unpack[CallOptions],
    ) -> models.Domain | models.IPAddress | None: ...
    @overload
    async def get_relationship(
        self,
        url_id: str,
        relationship: Literal["last_serving_ip_address"] | _SlashIPAddressNone,
        limit: int = 10,
        cursor: str | None = None,
        **options: Unpack[CallOptions],
    ) -> models.IPAddress | None: ...
    @overload
    async def get_relationship(
        self,
        url_id: str,
        relationship: RelationshipName,
        limit: int = 10,
        cursor: str | None = None,
        **options: Unpack[CallOptions],
    ) -> AsyncPage[VTObject] | VTObject | None: ...
    async def get_relationship(
        self,
        url_id: str,
        relationship: str,
        limit: int = 10,
        cursor: str | None = None,
        **options: Unpack[CallOptions],
    ) -> AsyncPage[VTObject] | VTObject | None:
        """Get the objects that are related to a private URL.

        `GET /private/urls/{url_id}/{relationship}`

        A relationship to many answers with a page of objects, one to a single object with that
        object or null. An entry of a page may be an error in place of an object. A page holds
        10 items unless limit says otherwise, and at most 40.

        Args:
            url_id: The SHA-256 of the canonical URL, or the URL itself in URL-safe base64
                without padding.
            relationship: The name of a relationship of the object type private_url, one path
                segment without a slash.
            limit: How many items a page holds, 1 to 40.
            cursor: Where to go on, the cursor of the page before; absent for the first page.
            options: `timeout` and `deadline` of this call, see `CallOptions`.

        Returns:
            A `AsyncPage` of objects, one object, or None, as the relationship says.

        Raises:
            InvalidInputError: an argument does not have its type, bounds or shape.
            APIError: the service answered with an error, among others NotFoundError,
                ForbiddenError.
            TransportError: no answer came.

        Needs a premium key.
        https://docs.virustotal.com/reference/private-get-objects-related-to-a-url
        """
        return await self._call(
            fetch(
                GET_PRIVATE_URL_RELATIONSHIP.request(
                    url_id,
                    relationship_name(relationship),
                    query={"limit": limit, "cursor": cursor},
                ),
                read_related,
            ),
            options,
        )

    @overload
    async def get_relationship_descriptors(
        self,
        url_id: str,
        relationship: Literal["last_serving_ip_address", "network_location"] | _SlashDescriptorNone,
        limit: int = 10,
        cursor: str | None = None,
        **options: Unpack[CallOptions],
    ) -> Descriptor | None: ...
    @overload
    async def get_relationship_descriptors(
        self,
        url_id: str,
        relationship: Literal["analyses", "behaviours", "downloaded_files"] | _SlashPageDescriptor,
        limit: int = 10,
        cursor: str | None = None,
        **options: Unpack[CallOptions],
    ) -> AsyncPage[Descriptor]: ...
    @overload
    async def get_relationship_descriptors(
        self,
        url_id: str,
        relationship: RelationshipName,
        limit: int = 10,
        cursor: str | None = None,
        **options: Unpack[CallOptions],
    ) -> AsyncPage[Descriptor] | Descriptor | None: ...
    async def get_relationship_descriptors(
        self,
        url_id: str,
        relationship: str,
        limit: int = 10,
        cursor: str | None = None,
        **options: Unpack[CallOptions],
    ) -> AsyncPage[Descriptor] | Descriptor | None:
        """Get the types and ids of the objects that are related to a private URL.

        `GET /private/urls/{url_id}/relationships/{relationship}`

        Like the objects themselves, but each is only named by type and id, with context
        attributes where the relationship has some; this is cheaper for the service. A page
        holds 10 items unless limit says otherwise, and at most 40.

        Args:
            url_id: The SHA-256 of the canonical URL, or the URL itself in URL-safe base64
                without padding.
            relationship: The name of a relationship of the object type private_url, one path
                segment without a slash.
            limit: How many items a page holds, 1 to 40.
            cursor: Where to go on, the cursor of the page before; absent for the first page.
            options: `timeout` and `deadline` of this call, see `CallOptions`.

        Returns:
            A `AsyncPage` of descriptors, one descriptor, or None, as the relationship says.

        Raises:
            InvalidInputError: an argument does not have its type, bounds or shape.
            APIError: the service answered with an error, among others NotFoundError,
                ForbiddenError.
            TransportError: no answer came.

        Needs a premium key.
        https://docs.virustotal.com/reference/private-get-object-descriptors-related-to-a-url
        """
        return await self._call(
            fetch(
                GET_PRIVATE_URL_RELATIONSHIP_DESCRIPTORS.request(
                    url_id,
                    relationship_name(relationship),
                    query={"limit": limit, "cursor": cursor},
                ),
                read_descriptors,
            ),
            options,
        )
