"""The operations of the group `urls`.

Do not edit: `python3 scripts/generate.py` made it from `vt_sdk/operations/urls.py`.
"""

from __future__ import annotations

from collections.abc import AsyncIterable, Iterable, Sequence
from typing import Literal, Unpack, overload

import vt_sdk
from vt_sdk import models
from vt_sdk.aio.api import AsyncVirusTotalAPI
from vt_sdk.core.async_paging import AsyncPage
from vt_sdk.core.async_readers import read_descriptors, read_page, read_related
from vt_sdk.core.objects import AnalysisDescriptor, Descriptor, VTObject
from vt_sdk.core.operation import CallOptions, RelationshipName, relationship_name
from vt_sdk.core.policy import fetch
from vt_sdk.core.readers import read_object
from vt_sdk.core.settings import MAX_WORKERS, REMEMBERED
from vt_sdk.operations.urls import (
    ADD_URL_COMMENT,
    ADD_URL_VOTE,
    GET_URL,
    GET_URL_RELATIONSHIP,
    GET_URL_RELATIONSHIP_DESCRIPTORS,
    LIST_URL_COMMENTS,
    LIST_URL_VOTES,
    RESCAN_URL,
    _SlashDescriptorNone,
    _SlashDomainIPAddressNone,
    _SlashIPAddressNone,
    _SlashPageAnalysis,
    _SlashPageAttackTechnique,
    _SlashPageCollection,
    _SlashPageComment,
    _SlashPageDescriptor,
    _SlashPageDomain,
    _SlashPageFile,
    _SlashPageGraph,
    _SlashPageIPAddress,
    _SlashPageReference,
    _SlashPageSubmission,
    _SlashPageThreatActor,
    _SlashPageURL,
    _SlashPageVote,
)

__all__ = ["AsyncUrlsOperations"]


class AsyncUrlsOperations(AsyncVirusTotalAPI):
    """URLs: submit and wait, reports, comments, votes, relationships."""

    async def get_report(
        self,
        url_id: str,
        *,
        relationships: Sequence[models.URLRelationship | RelationshipName] | None = None,
        **options: Unpack[CallOptions],
    ) -> models.URL:
        """Get the report of a URL.

        `GET /urls/{url_id}`

        The answer holds the verdicts of the last analysis and what the last visit found. A URL
        that nobody has submitted is not found.

        Args:
            url_id: The SHA-256 of the canonical URL, or the URL itself in URL-safe base64
                without padding.
            relationships: Names of relationships whose descriptors shall come with the object;
                none if absent.
            options: `timeout` and `deadline` of this call, see `CallOptions`.

        Returns:
            The `URL`.

        Raises:
            InvalidInputError: an argument does not have its type, bounds or shape.
            APIError: the service answered with an error, among others NotFoundError.
            TransportError: no answer came.

        A public key will do.
        https://docs.virustotal.com/reference/url-info
        """
        return await self._call(
            fetch(
                GET_URL.request(url_id, query={"relationships": relationships}),
                read_object(models.URL),
            ),
            options,
        )

    def get_reports(
        self,
        ids: Iterable[str] | AsyncIterable[str],
        *,
        max_workers: int = MAX_WORKERS,
        ordered: bool = False,
        relationships: Sequence[models.URLRelationship | RelationshipName] | None = None,
        remember: int = REMEMBERED,
        **options: Unpack[CallOptions],
    ) -> vt_sdk.AsyncBatch[models.URL]:
        """Get the reports of many URLs, several at once.

        `GET /urls/{url_id}` for each, none for a URL that comes again soon.

        Args:
            ids: the URLs, their base64 ids or their SHA-256s; any number of them, taken as they
                are needed.
            max_workers: how many calls may be under way at once.
            ordered: whether the items come in the order of the ids; else as soon as they are there.
            relationships: names of relationships whose descriptors shall come with each object.
            remember: how many reports are kept for ids that come again, at about 200 KB for each.
            options: `timeout` of each call, and `deadline` of the whole batch from now on, see
                `CallOptions`.

        Returns:
            The `AsyncBatch`, an iterator of one `BatchItem` for each id: the `URL` or an error.
            Its `price` tells beforehand what it would cost.

        Raises:
            InvalidInputError: an argument is wrong; an id that is so has it in its own item.
            BatchStoppedError: when iterated: the quota is spent, the key refused or the deadline
                over; it says where to go on.

        A public key will do.
        https://docs.virustotal.com/reference/url-info
        """
        return vt_sdk.AsyncBatch(
            self,
            GET_URL.requests(relationships=relationships),
            read_object(models.URL),
            ids,
            max_workers=max_workers,
            ordered=ordered,
            remember=remember,
            options=options,
        )

    async def analyse(self, url_id: str, **options: Unpack[CallOptions]) -> AnalysisDescriptor:
        """Analyse a URL again.

        `POST /urls/{url_id}/analyse`

        The URL is visited and checked anew. The answer names the analysis, which is queued; its
        id serves to ask for the result.

        Args:
            url_id: The SHA-256 of the canonical URL, or the URL itself in URL-safe base64
                without padding.
            options: `timeout` and `deadline` of this call, see `CallOptions`.

        Returns:
            The `AnalysisDescriptor`.

        Raises:
            InvalidInputError: an argument does not have its type, bounds or shape.
            APIError: the service answered with an error, among others NotFoundError.
            TransportError: no answer came.

        A public key will do.
        https://docs.virustotal.com/reference/urls-analyse
        """
        return await self._call(
            fetch(RESCAN_URL.request(url_id), read_object(AnalysisDescriptor)), options
        )

    reanalyse = analyse

    async def get_comments(
        self,
        url_id: str,
        limit: int = 10,
        cursor: str | None = None,
        **options: Unpack[CallOptions],
    ) -> AsyncPage[models.Comment]:
        """List the comments on a URL, newest first.

        `GET /urls/{url_id}/comments`

        A page holds 10 items unless limit says otherwise, and at most 40.

        Args:
            url_id: The SHA-256 of the canonical URL, or the URL itself in URL-safe base64
                without padding.
            limit: How many items a page holds, 1 to 40.
            cursor: Where to go on, the cursor of the page before; absent for the first page.
            options: `timeout` and `deadline` of this call, see `CallOptions`.

        Returns:
            A `AsyncPage` of `Comment` objects, 40 at most.

        Raises:
            InvalidInputError: an argument does not have its type, bounds or shape.
            APIError: the service answered with an error, among others NotFoundError.
            TransportError: no answer came.

        A public key will do.
        https://docs.virustotal.com/reference/urls-comments-get
        """
        return await self._call(
            fetch(
                LIST_URL_COMMENTS.request(url_id, query={"limit": limit, "cursor": cursor}),
                read_page(models.Comment),
            ),
            options,
        )

    async def put_comments(
        self, url_id: str, text: str, **options: Unpack[CallOptions]
    ) -> models.Comment:
        """Comment on a URL.

        `POST /urls/{url_id}/comments`

        The comment is public and bears the name of the key's owner. A comment sent twice stands
        there twice.

        Args:
            url_id: The SHA-256 of the canonical URL, or the URL itself in URL-safe base64
                without padding.
            text: The text of the comment, not empty; words that begin with # become its tags.
            options: `timeout` and `deadline` of this call, see `CallOptions`.

        Returns:
            The `Comment`.

        Raises:
            InvalidInputError: an argument does not have its type, bounds or shape.
            APIError: the service answered with an error, among others NotFoundError.
            TransportError: no answer came; `may_have_arrived` says whether the request may have.

        A public key will do.
        https://docs.virustotal.com/reference/urls-comments-post
        """
        return await self._call(
            fetch(
                ADD_URL_COMMENT.request(
                    url_id,
                    data={"type": "comment", "attributes": ADD_URL_COMMENT.given({"text": text})},
                ),
                read_object(models.Comment),
            ),
            options,
        )

    async def get_votes(
        self,
        url_id: str,
        limit: int = 10,
        cursor: str | None = None,
        **options: Unpack[CallOptions],
    ) -> AsyncPage[models.Vote]:
        """List the votes on a URL, newest first.

        `GET /urls/{url_id}/votes`

        A page holds 10 items unless limit says otherwise, and at most 40.

        Args:
            url_id: The SHA-256 of the canonical URL, or the URL itself in URL-safe base64
                without padding.
            limit: How many items a page holds, 1 to 40.
            cursor: Where to go on, the cursor of the page before; absent for the first page.
            options: `timeout` and `deadline` of this call, see `CallOptions`.

        Returns:
            A `AsyncPage` of `Vote` objects, 40 at most.

        Raises:
            InvalidInputError: an argument does not have its type, bounds or shape.
            APIError: the service answered with an error, among others NotFoundError.
            TransportError: no answer came.

        A public key will do.
        https://docs.virustotal.com/reference/urls-votes-get
        """
        return await self._call(
            fetch(
                LIST_URL_VOTES.request(url_id, query={"limit": limit, "cursor": cursor}),
                read_page(models.Vote),
            ),
            options,
        )

    async def put_votes(
        self, url_id: str, malicious: bool = False, **options: Unpack[CallOptions]
    ) -> models.Vote:
        """Vote on a URL.

        `POST /urls/{url_id}/votes`

        A user has one vote for each object; the second is refused with AlreadyExistsError,
        whatever its verdict.

        Args:
            url_id: The SHA-256 of the canonical URL, or the URL itself in URL-safe base64
                without padding.
            malicious: Whether it is `malicious`; else it is `harmless`.
            options: `timeout` and `deadline` of this call, see `CallOptions`.

        Returns:
            The `Vote`.

        Raises:
            InvalidInputError: an argument does not have its type, bounds or shape.
            APIError: the service answered with an error, among others NotFoundError,
                AlreadyExistsError.
            TransportError: no answer came; `may_have_arrived` says whether the request may have.

        A public key will do.
        https://docs.virustotal.com/reference/urls-votes-post
        """
        return await self._call(
            fetch(
                ADD_URL_VOTE.request(
                    url_id,
                    data={"type": "vote", "attributes": ADD_URL_VOTE.given({"verdict": malicious})},
                ),
                read_object(models.Vote),
            ),
            options,
        )

    @overload
    async def get_relationship(
        self,
        url_id: str,
        relationship: Literal["analyses"] | _SlashPageAnalysis,
        limit: int = 10,
        cursor: str | None = None,
        **options: Unpack[CallOptions],
    ) -> AsyncPage[models.Analysis]: ...
    @overload
    async def get_relationship(
        self,
        url_id: str,
        relationship: Literal["attack_techniques", "related_attack_techniques"]
        | _SlashPageAttackTechnique,
        limit: int = 10,
        cursor: str | None = None,
        **options: Unpack[CallOptions],
    ) -> AsyncPage[models.AttackTechnique]: ...
    @overload
    async def get_relationship(
        self,
        url_id: str,
        relationship: Literal[
            "associations",
            "campaigns",
            "collections",
            "malware_families",
            "related_collections",
            "related_reports",
            "reports",
            "software_toolkits",
            "threat_actors",
            "vulnerabilities",
        ]
        | _SlashPageCollection,
        limit: int = 10,
        cursor: str | None = None,
        **options: Unpack[CallOptions],
    ) -> AsyncPage[models.Collection]: ...
    @overload
    async def get_relationship(
        self,
        url_id: str,
        relationship: Literal["comments", "related_comments"] | _SlashPageComment,
        limit: int = 10,
        cursor: str | None = None,
        **options: Unpack[CallOptions],
    ) -> AsyncPage[models.Comment]: ...
    @overload
    async def get_relationship(
        self,
        url_id: str,
        relationship: Literal["contacted_domains"] | _SlashPageDomain,
        limit: int = 10,
        cursor: str | None = None,
        **options: Unpack[CallOptions],
    ) -> AsyncPage[models.Domain]: ...
    @overload
    async def get_relationship(
        self,
        url_id: str,
        relationship: Literal[
            "communicating_files",
            "downloaded_files",
            "embedded_js_files",
            "http_response_contents",
            "memory_pattern_parents",
            "referrer_files",
        ]
        | _SlashPageFile,
        limit: int = 10,
        cursor: str | None = None,
        **options: Unpack[CallOptions],
    ) -> AsyncPage[models.File]: ...
    @overload
    async def get_relationship(
        self,
        url_id: str,
        relationship: Literal["graphs"] | _SlashPageGraph,
        limit: int = 10,
        cursor: str | None = None,
        **options: Unpack[CallOptions],
    ) -> AsyncPage[models.Graph]: ...
    @overload
    async def get_relationship(
        self,
        url_id: str,
        relationship: Literal["contacted_ips"] | _SlashPageIPAddress,
        limit: int = 10,
        cursor: str | None = None,
        **options: Unpack[CallOptions],
    ) -> AsyncPage[models.IPAddress]: ...
    @overload
    async def get_relationship(
        self,
        url_id: str,
        relationship: Literal["references", "related_references"] | _SlashPageReference,
        limit: int = 10,
        cursor: str | None = None,
        **options: Unpack[CallOptions],
    ) -> AsyncPage[models.Reference]: ...
    @overload
    async def get_relationship(
        self,
        url_id: str,
        relationship: Literal["submissions"] | _SlashPageSubmission,
        limit: int = 10,
        cursor: str | None = None,
        **options: Unpack[CallOptions],
    ) -> AsyncPage[models.Submission]: ...
    @overload
    async def get_relationship(
        self,
        url_id: str,
        relationship: Literal["related_threat_actors"] | _SlashPageThreatActor,
        limit: int = 10,
        cursor: str | None = None,
        **options: Unpack[CallOptions],
    ) -> AsyncPage[models.ThreatActor]: ...
    @overload
    async def get_relationship(
        self,
        url_id: str,
        relationship: Literal[
            "parent_resource_urls",
            "redirecting_urls",
            "redirects_to",
            "referrer_urls",
            "urls_related_by_tracker_id",
        ]
        | _SlashPageURL,
        limit: int = 10,
        cursor: str | None = None,
        **options: Unpack[CallOptions],
    ) -> AsyncPage[models.URL]: ...
    @overload
    async def get_relationship(
        self,
        url_id: str,
        relationship: Literal["user_votes", "votes"] | _SlashPageVote,
        limit: int = 10,
        cursor: str | None = None,
        **options: Unpack[CallOptions],
    ) -> AsyncPage[models.Vote]: ...
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
        relationship: Literal["last_serving_ip_address"]
        | _SlashIPAddressNone = "last_serving_ip_address",
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
        relationship: str = "last_serving_ip_address",
        limit: int = 10,
        cursor: str | None = None,
        **options: Unpack[CallOptions],
    ) -> AsyncPage[VTObject] | VTObject | None:
        """Get the objects that are related to a URL.

        `GET /urls/{url_id}/{relationship}`

        A relationship to many answers with a page of objects, one to a single object with that
        object or null. An entry of a page may be an error in place of an object. A page holds
        10 items unless limit says otherwise, and at most 40. Some relationships need a premium
        key.

        Args:
            url_id: The SHA-256 of the canonical URL, or the URL itself in URL-safe base64
                without padding.
            relationship: The name of a relationship of the object type url, one path segment
                without a slash.
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

        A public key will do.
        https://docs.virustotal.com/reference/urls-relationships
        """
        return await self._call(
            fetch(
                GET_URL_RELATIONSHIP.request(
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
        relationship: Literal["last_serving_ip_address", "network_location"]
        | _SlashDescriptorNone = "last_serving_ip_address",
        limit: int = 10,
        cursor: str | None = None,
        **options: Unpack[CallOptions],
    ) -> Descriptor | None: ...
    @overload
    async def get_relationship_descriptors(
        self,
        url_id: str,
        relationship: Literal[
            "analyses",
            "associations",
            "attack_techniques",
            "campaigns",
            "collections",
            "comments",
            "communicating_files",
            "contacted_domains",
            "contacted_ips",
            "downloaded_files",
            "embedded_js_files",
            "graphs",
            "http_response_contents",
            "malware_families",
            "memory_pattern_parents",
            "parent_resource_urls",
            "redirecting_urls",
            "redirects_to",
            "references",
            "referrer_files",
            "referrer_urls",
            "related_attack_techniques",
            "related_collections",
            "related_comments",
            "related_references",
            "related_reports",
            "related_threat_actors",
            "reports",
            "software_toolkits",
            "submissions",
            "threat_actors",
            "urls_related_by_tracker_id",
            "user_votes",
            "votes",
            "vulnerabilities",
        ]
        | _SlashPageDescriptor,
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
        relationship: str = "last_serving_ip_address",
        limit: int = 10,
        cursor: str | None = None,
        **options: Unpack[CallOptions],
    ) -> AsyncPage[Descriptor] | Descriptor | None:
        """Get the types and ids of the objects that are related to a URL.

        `GET /urls/{url_id}/relationships/{relationship}`

        Like the objects themselves, but each is only named by type and id, with context
        attributes where the relationship has some; this is cheaper for the service. A page
        holds 10 items unless limit says otherwise, and at most 40.

        Args:
            url_id: The SHA-256 of the canonical URL, or the URL itself in URL-safe base64
                without padding.
            relationship: The name of a relationship of the object type url, one path segment
                without a slash.
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

        A public key will do.
        https://docs.virustotal.com/reference/urls-relationships-ids
        """
        return await self._call(
            fetch(
                GET_URL_RELATIONSHIP_DESCRIPTORS.request(
                    url_id,
                    relationship_name(relationship),
                    query={"limit": limit, "cursor": cursor},
                ),
                read_descriptors,
            ),
            options,
        )
