"""The operations of the group `private_urls`.

Do not edit: `python3 scripts/generate.py` made it from `schemas/openapi.yaml`.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Literal, Unpack, overload

from vt_sdk import models
from vt_sdk.api import VirusTotalAPI
from vt_sdk.core.objects import AnalysisDescriptor, Descriptor, VTObject
from vt_sdk.core.operation import (
    CallOptions,
    Operation,
    RelationshipName,
    relationship_name,
)
from vt_sdk.core.paging import Page
from vt_sdk.core.policy import fetch
from vt_sdk.core.readers import (
    read_descriptors,
    read_object,
    read_related,
)

SCAN_PRIVATE_URL = Operation(
    "scan_private_url",
    "POST",
    "/private/urls",
    repeatable=True,
    submits=True,
    premium=True,
    arguments={
        "url": {"type": "string", "minLength": 1, "x-vt-shape": "submitted_url"},
        "user_agent": {"type": "string", "minLength": 1},
        "sandboxes": {"type": "array", "items": {"type": "string", "minLength": 1}},
        "retention_period_days": {"type": "integer", "minimum": 1, "maximum": 28},
        "storage_region": {"enum": ("US", "CA", "EU", "GB")},
        "interaction_sandbox": {"type": "string", "minLength": 1},
        "interaction_timeout": {"type": "integer", "minimum": 60, "maximum": 1800},
    },
    required=("url",),
)
GET_PRIVATE_URL = Operation(
    "get_private_url",
    "GET",
    "/private/urls/{}",
    (("url_id", "url"),),
    repeatable=True,
    premium=True,
    arguments={"relationships": {"type": "array", "items": {"type": "string"}}},
)
GET_PRIVATE_URL_RELATIONSHIP = Operation(
    "get_private_url_relationship",
    "GET",
    "/private/urls/{}/{}",
    (("url_id", "url"), ("relationship", "opaque")),
    repeatable=True,
    premium=True,
    arguments={
        "limit": {"type": "integer", "minimum": 1, "maximum": 40},
        "cursor": {"type": "string"},
    },
)
GET_PRIVATE_URL_RELATIONSHIP_DESCRIPTORS = Operation(
    "get_private_url_relationship_descriptors",
    "GET",
    "/private/urls/{}/relationships/{}",
    (("url_id", "url"), ("relationship", "opaque")),
    repeatable=True,
    premium=True,
    arguments={
        "limit": {"type": "integer", "minimum": 1, "maximum": 40},
        "cursor": {"type": "string"},
    },
)

# The seed writes a slash before the name of a relationship. Editors complete what is listed in the
# type of an argument, but not what bounds a type variable in it: each name once.
# pyright: reportInvalidTypeVarUse=false
if TYPE_CHECKING:
    # The same; that of `typing` takes jedi so many steps that it tells no type of a result.
    from typing_extensions import TypeVar
else:
    from typing import TypeVar

_SlashPageFile = TypeVar("_SlashPageFile", bound=Literal["/downloaded_files"])
_SlashPagePrivateAnalysis = TypeVar("_SlashPagePrivateAnalysis", bound=Literal["/analyses"])
_SlashPagePrivateURLBehaviour = TypeVar(
    "_SlashPagePrivateURLBehaviour", bound=Literal["/behaviours"]
)
_SlashDomainIPAddressNone = TypeVar("_SlashDomainIPAddressNone", bound=Literal["/network_location"])
_SlashIPAddressNone = TypeVar("_SlashIPAddressNone", bound=Literal["/last_serving_ip_address"])
_SlashDescriptorNone = TypeVar(
    "_SlashDescriptorNone", bound=Literal["/last_serving_ip_address", "/network_location"]
)
_SlashPageDescriptor = TypeVar(
    "_SlashPageDescriptor", bound=Literal["/analyses", "/behaviours", "/downloaded_files"]
)


class PrivateUrlsOperations(VirusTotalAPI):
    """URLs of private scanning, which only their owner sees: submission and report.

    Needs the licence for private scanning.
    """

    def upload(
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
        return self._call(
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

    def get(
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
        return self._call(
            fetch(
                GET_PRIVATE_URL.request(url_id, query={"relationships": relationships}),
                read_object(models.PrivateURL),
            ),
            options,
        )

    @overload
    def get_relationship(
        self,
        url_id: str,
        relationship: Literal["downloaded_files"] | _SlashPageFile,
        limit: int = 10,
        cursor: str | None = None,
        **options: Unpack[CallOptions],
    ) -> Page[models.File]: ...
    @overload
    def get_relationship(
        self,
        url_id: str,
        relationship: Literal["analyses"] | _SlashPagePrivateAnalysis,
        limit: int = 10,
        cursor: str | None = None,
        **options: Unpack[CallOptions],
    ) -> Page[models.PrivateAnalysis]: ...
    @overload
    def get_relationship(
        self,
        url_id: str,
        relationship: Literal["behaviours"] | _SlashPagePrivateURLBehaviour,
        limit: int = 10,
        cursor: str | None = None,
        **options: Unpack[CallOptions],
    ) -> Page[models.PrivateURLBehaviour]: ...
    @overload
    def get_relationship(
        self,
        url_id: str,
        relationship: Literal["network_location"] | _SlashDomainIPAddressNone,
        limit: int = 10,
        cursor: str | None = None,
        **options: Unpack[CallOptions],
    ) -> models.Domain | models.IPAddress | None: ...
    @overload
    def get_relationship(
        self,
        url_id: str,
        relationship: Literal["last_serving_ip_address"] | _SlashIPAddressNone,
        limit: int = 10,
        cursor: str | None = None,
        **options: Unpack[CallOptions],
    ) -> models.IPAddress | None: ...
    @overload
    def get_relationship(
        self,
        url_id: str,
        relationship: RelationshipName,
        limit: int = 10,
        cursor: str | None = None,
        **options: Unpack[CallOptions],
    ) -> Page[VTObject] | VTObject | None: ...
    def get_relationship(
        self,
        url_id: str,
        relationship: str,
        limit: int = 10,
        cursor: str | None = None,
        **options: Unpack[CallOptions],
    ) -> Page[VTObject] | VTObject | None:
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
            A `Page` of objects, one object, or None, as the relationship says.

        Raises:
            InvalidInputError: an argument does not have its type, bounds or shape.
            APIError: the service answered with an error, among others NotFoundError,
                ForbiddenError.
            TransportError: no answer came.

        Needs a premium key.
        https://docs.virustotal.com/reference/private-get-objects-related-to-a-url
        """
        return self._call(
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
    def get_relationship_descriptors(
        self,
        url_id: str,
        relationship: Literal["last_serving_ip_address", "network_location"] | _SlashDescriptorNone,
        limit: int = 10,
        cursor: str | None = None,
        **options: Unpack[CallOptions],
    ) -> Descriptor | None: ...
    @overload
    def get_relationship_descriptors(
        self,
        url_id: str,
        relationship: Literal["analyses", "behaviours", "downloaded_files"] | _SlashPageDescriptor,
        limit: int = 10,
        cursor: str | None = None,
        **options: Unpack[CallOptions],
    ) -> Page[Descriptor]: ...
    @overload
    def get_relationship_descriptors(
        self,
        url_id: str,
        relationship: RelationshipName,
        limit: int = 10,
        cursor: str | None = None,
        **options: Unpack[CallOptions],
    ) -> Page[Descriptor] | Descriptor | None: ...
    def get_relationship_descriptors(
        self,
        url_id: str,
        relationship: str,
        limit: int = 10,
        cursor: str | None = None,
        **options: Unpack[CallOptions],
    ) -> Page[Descriptor] | Descriptor | None:
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
            A `Page` of descriptors, one descriptor, or None, as the relationship says.

        Raises:
            InvalidInputError: an argument does not have its type, bounds or shape.
            APIError: the service answered with an error, among others NotFoundError,
                ForbiddenError.
            TransportError: no answer came.

        Needs a premium key.
        https://docs.virustotal.com/reference/private-get-object-descriptors-related-to-a-url
        """
        return self._call(
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
