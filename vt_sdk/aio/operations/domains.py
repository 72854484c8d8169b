"""The operations of the group `domains`.

Do not edit: `python3 scripts/generate.py` made it from `vt_sdk/operations/domains.py`.
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
from vt_sdk.operations.domains import (
    ADD_DOMAIN_COMMENT,
    ADD_DOMAIN_VOTE,
    GET_DOMAIN,
    GET_DOMAIN_RELATIONSHIP,
    GET_DOMAIN_RELATIONSHIP_DESCRIPTORS,
    LIST_DOMAIN_COMMENTS,
    LIST_DOMAIN_VOTES,
    RESCAN_DOMAIN,
    _SlashDescriptorNone,
    _SlashDomainNone,
    _SlashPageAttackTechnique,
    _SlashPageCollection,
    _SlashPageComment,
    _SlashPageDescriptor,
    _SlashPageDomain,
    _SlashPageFile,
    _SlashPageGraph,
    _SlashPageReference,
    _SlashPageResolution,
    _SlashPageSSLCert,
    _SlashPageThreatActor,
    _SlashPageURL,
    _SlashPageVote,
    _SlashPageWhois,
)

__all__ = ["AsyncVirusTotalAPIDomains"]


class AsyncVirusTotalAPIDomains(AsyncVirusTotalAPI):
    """Domains: reports, rescans, comments, votes, relationships."""

    async def get_report(
        self,
        domain: str,
        *,
        relationships: Sequence[models.DomainRelationship | RelationshipName] | None = None,
        **options: Unpack[CallOptions],
    ) -> models.Domain:
        """Get the report of a domain.

        `GET /domains/{domain}`

        The answer holds the verdicts of the last analysis, DNS records, WHOIS text, certificate
        and categories as far as they are known.

        Args:
            domain: The name of the domain, an international one in its ASCII form (punycode).
            relationships: Names of relationships whose descriptors shall come with the object;
                none if absent.
            options: `timeout` and `deadline` of this call, see `CallOptions`.

        Returns:
            The `Domain`.

        Raises:
            InvalidInputError: an argument does not have its type, bounds or shape.
            APIError: the service answered with an error, among others NotFoundError,
                InvalidArgumentError.
            TransportError: no answer came.

        A public key will do.
        https://docs.virustotal.com/reference/domain-info
        """
        return await self._call(
            fetch(
                GET_DOMAIN.request(domain, query={"relationships": relationships}),
                read_object(models.Domain),
            ),
            options,
        )

    def get_reports(
        self,
        ids: Iterable[str] | AsyncIterable[str],
        *,
        max_workers: int = MAX_WORKERS,
        ordered: bool = False,
        relationships: Sequence[models.DomainRelationship | RelationshipName] | None = None,
        remember: int = REMEMBERED,
        **options: Unpack[CallOptions],
    ) -> vt_sdk.AsyncBatch[models.Domain]:
        """Get the reports of many domains, several at once.

        `GET /domains/{domain}` for each, none for a domain that comes again soon.

        Args:
            ids: the names of the domains; any number of them, taken as they are needed.
            max_workers: how many calls may be under way at once.
            ordered: whether the items come in the order of the ids; else as soon as they are there.
            relationships: names of relationships whose descriptors shall come with each object.
            remember: how many reports are kept for ids that come again, at about 200 KB for each.
            options: `timeout` of each call, and `deadline` of the whole batch from now on, see
                `CallOptions`.

        Returns:
            The `AsyncBatch`, an iterator of one `BatchItem` for each id: the `Domain` or an error.
            Its `price` tells beforehand what it would cost.

        Raises:
            InvalidInputError: an argument is wrong; an id that is so has it in its own item.
            BatchStoppedError: when iterated: the quota is spent, the key refused or the deadline
                over; it says where to go on.

        A public key will do.
        https://docs.virustotal.com/reference/domain-info
        """
        return vt_sdk.AsyncBatch(
            self,
            GET_DOMAIN.requests(relationships=relationships),
            read_object(models.Domain),
            ids,
            max_workers=max_workers,
            ordered=ordered,
            remember=remember,
            options=options,
        )

    async def analyse(self, domain: str, **options: Unpack[CallOptions]) -> AnalysisDescriptor:
        """Analyse a domain again.

        `POST /domains/{domain}/analyse`

        The domain is checked anew. The answer names the analysis, which is queued; its id
        serves to ask for the result.

        Args:
            domain: The name of the domain, an international one in its ASCII form (punycode).
            options: `timeout` and `deadline` of this call, see `CallOptions`.

        Returns:
            The `AnalysisDescriptor`.

        Raises:
            InvalidInputError: an argument does not have its type, bounds or shape.
            APIError: the service answered with an error, among others NotFoundError,
                InvalidArgumentError.
            TransportError: no answer came.

        A public key will do.
        https://docs.virustotal.com/reference/domains-rescan
        """
        return await self._call(
            fetch(RESCAN_DOMAIN.request(domain), read_object(AnalysisDescriptor)), options
        )

    reanalyse = analyse

    async def get_comments(
        self,
        domain: str,
        limit: int = 10,
        cursor: str | None = None,
        **options: Unpack[CallOptions],
    ) -> AsyncPage[models.Comment]:
        """List the comments on a domain, newest first.

        `GET /domains/{domain}/comments`

        A page holds 10 items unless limit says otherwise, and at most 40.

        Args:
            domain: The name of the domain, an international one in its ASCII form (punycode).
            limit: How many items a page holds, 1 to 40.
            cursor: Where to go on, the cursor of the page before; absent for the first page.
            options: `timeout` and `deadline` of this call, see `CallOptions`.

        Returns:
            A `AsyncPage` of `Comment` objects, 40 at most.

        Raises:
            InvalidInputError: an argument does not have its type, bounds or shape.
            APIError: the service answered with an error, among others NotFoundError,
                InvalidArgumentError.
            TransportError: no answer came.

        A public key will do.
        https://docs.virustotal.com/reference/domains-comments-get
        """
        return await self._call(
            fetch(
                LIST_DOMAIN_COMMENTS.request(domain, query={"limit": limit, "cursor": cursor}),
                read_page(models.Comment),
            ),
            options,
        )

    async def put_comments(
        self, domain: str, text: str, **options: Unpack[CallOptions]
    ) -> models.Comment:
        """Comment on a domain.

        `POST /domains/{domain}/comments`

        The comment is public and bears the name of the key's owner. A comment sent twice stands
        there twice.

        Args:
            domain: The name of the domain, an international one in its ASCII form (punycode).
            text: The text of the comment, not empty; words that begin with # become its tags.
            options: `timeout` and `deadline` of this call, see `CallOptions`.

        Returns:
            The `Comment`.

        Raises:
            InvalidInputError: an argument does not have its type, bounds or shape.
            APIError: the service answered with an error, among others NotFoundError,
                InvalidArgumentError.
            TransportError: no answer came; `may_have_arrived` says whether the request may have.

        A public key will do.
        https://docs.virustotal.com/reference/domains-comments-post
        """
        return await self._call(
            fetch(
                ADD_DOMAIN_COMMENT.request(
                    domain,
                    data={
                        "type": "comment",
                        "attributes": ADD_DOMAIN_COMMENT.given({"text": text}),
                    },
                ),
                read_object(models.Comment),
            ),
            options,
        )

    async def get_votes(
        self,
        domain: str,
        limit: int = 10,
        cursor: str | None = None,
        **options: Unpack[CallOptions],
    ) -> AsyncPage[models.Vote]:
        """List the votes on a domain, newest first.

        `GET /domains/{domain}/votes`

        A page holds 10 items unless limit says otherwise, and at most 40. The reference lists
        no paging parameters here; the service takes them.

        Args:
            domain: The name of the domain, an international one in its ASCII form (punycode).
            limit: How many items a page holds, 1 to 40.
            cursor: Where to go on, the cursor of the page before; absent for the first page.
            options: `timeout` and `deadline` of this call, see `CallOptions`.

        Returns:
            A `AsyncPage` of `Vote` objects, 40 at most.

        Raises:
            InvalidInputError: an argument does not have its type, bounds or shape.
            APIError: the service answered with an error, among others NotFoundError,
                InvalidArgumentError.
            TransportError: no answer came.

        A public key will do.
        https://docs.virustotal.com/reference/domains-votes-get
        """
        return await self._call(
            fetch(
                LIST_DOMAIN_VOTES.request(domain, query={"limit": limit, "cursor": cursor}),
                read_page(models.Vote),
            ),
            options,
        )

    async def put_votes(
        self, domain: str, malicious: bool = False, **options: Unpack[CallOptions]
    ) -> models.Vote:
        """Vote on a domain.

        `POST /domains/{domain}/votes`

        A user has one vote for each object; the second is refused with AlreadyExistsError,
        whatever its verdict.

        Args:
            domain: The name of the domain, an international one in its ASCII form (punycode).
            malicious: Whether it is `malicious`; else it is `harmless`.
            options: `timeout` and `deadline` of this call, see `CallOptions`.

        Returns:
            The `Vote`.

        Raises:
            InvalidInputError: an argument does not have its type, bounds or shape.
            APIError: the service answered with an error, among others NotFoundError,
                InvalidArgumentError, AlreadyExistsError.
            TransportError: no answer came; `may_have_arrived` says whether the request may have.

        A public key will do.
        https://docs.virustotal.com/reference/domain-votes-post
        """
        return await self._call(
            fetch(
                ADD_DOMAIN_VOTE.request(
                    domain,
                    data={
                        "type": "vote",
                        "attributes": ADD_DOMAIN_VOTE.given({"verdict": malicious}),
                    },
                ),
                read_object(models.Vote),
            ),
            options,
        )

    @overload
    async def get_relationship(
        self,
        domain: str,
        relationship: Literal["attack_techniques", "related_attack_techniques"]
        | _SlashPageAttackTechnique,
        limit: int = 10,
        cursor: str | None = None,
        **options: Unpack[CallOptions],
    ) -> AsyncPage[models.AttackTechnique]: ...
    @overload
    async def get_relationship(
        self,
        domain: str,
        relationship: Literal[
            "associations",
            "campaigns",
            "collections",
            "malware_families",
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
        domain: str,
        relationship: Literal["comments", "related_comments"] | _SlashPageComment,
        limit: int = 10,
        cursor: str | None = None,
        **options: Unpack[CallOptions],
    ) -> AsyncPage[models.Comment]: ...
    @overload
    async def get_relationship(
        self,
        domain: str,
        relationship: Literal[
            "caa_records",
            "cname_records",
            "mx_records",
            "ns_records",
            "siblings",
            "soa_records",
            "subdomains",
        ]
        | _SlashPageDomain,
        limit: int = 10,
        cursor: str | None = None,
        **options: Unpack[CallOptions],
    ) -> AsyncPage[models.Domain]: ...
    @overload
    async def get_relationship(
        self,
        domain: str,
        relationship: Literal[
            "communicating_files", "downloaded_files", "memory_pattern_parents", "referrer_files"
        ]
        | _SlashPageFile,
        limit: int = 10,
        cursor: str | None = None,
        **options: Unpack[CallOptions],
    ) -> AsyncPage[models.File]: ...
    @overload
    async def get_relationship(
        self,
        domain: str,
        relationship: Literal["graphs"] | _SlashPageGraph,
        limit: int = 10,
        cursor: str | None = None,
        **options: Unpack[CallOptions],
    ) -> AsyncPage[models.Graph]: ...
    @overload
    async def get_relationship(
        self,
        domain: str,
        relationship: Literal["references", "related_references"] | _SlashPageReference,
        limit: int = 10,
        cursor: str | None = None,
        **options: Unpack[CallOptions],
    ) -> AsyncPage[models.Reference]: ...
    @overload
    async def get_relationship(
        self,
        domain: str,
        relationship: Literal["resolutions"] | _SlashPageResolution = "resolutions",
        limit: int = 10,
        cursor: str | None = None,
        **options: Unpack[CallOptions],
    ) -> AsyncPage[models.Resolution]: ...
    @overload
    async def get_relationship(
        self,
        domain: str,
        relationship: Literal["historical_ssl_certificates"] | _SlashPageSSLCert,
        limit: int = 10,
        cursor: str | None = None,
        **options: Unpack[CallOptions],
    ) -> AsyncPage[models.SSLCert]: ...
    @overload
    async def get_relationship(
        self,
        domain: str,
        relationship: Literal["related_threat_actors"] | _SlashPageThreatActor,
        limit: int = 10,
        cursor: str | None = None,
        **options: Unpack[CallOptions],
    ) -> AsyncPage[models.ThreatActor]: ...
    @overload
    async def get_relationship(
        self,
        domain: str,
        relationship: Literal["urls"] | _SlashPageURL,
        limit: int = 10,
        cursor: str | None = None,
        **options: Unpack[CallOptions],
    ) -> AsyncPage[models.URL]: ...
    @overload
    async def get_relationship(
        self,
        domain: str,
        relationship: Literal["user_votes", "votes"] | _SlashPageVote,
        limit: int = 10,
        cursor: str | None = None,
        **options: Unpack[CallOptions],
    ) -> AsyncPage[models.Vote]: ...
    @overload
    async def get_relationship(
        self,
        domain: str,
        relationship: Literal["historical_whois"] | _SlashPageWhois,
        limit: int = 10,
        cursor: str | None = None,
        **options: Unpack[CallOptions],
    ) -> AsyncPage[models.Whois]: ...
    @overload
    async def get_relationship(
        self,
        domain: str,
        relationship: Literal["immediate_parent", "parent"] | _SlashDomainNone,
        limit: int = 10,
        cursor: str | None = None,
        **options: Unpack[CallOptions],
    ) -> models.Domain | None: ...
    @overload
    async def get_relationship(
        self,
        domain: str,
        relationship: RelationshipName,
        limit: int = 10,
        cursor: str | None = None,
        **options: Unpack[CallOptions],
    ) -> AsyncPage[VTObject] | VTObject | None: ...
    async def get_relationship(
        self,
        domain: str,
        relationship: str = "resolutions",
        limit: int = 10,
        cursor: str | None = None,
        **options: Unpack[CallOptions],
    ) -> AsyncPage[VTObject] | VTObject | None:
        """Get the objects that are related to a domain.

        `GET /domains/{domain}/{relationship}`

        A relationship to many answers with a page of objects, one to a single object with that
        object or null. An entry of a page may be an error in place of an object. A page holds
        10 items unless limit says otherwise, and at most 40. Some relationships need a premium
        key.

        Args:
            domain: The name of the domain, an international one in its ASCII form (punycode).
            relationship: The name of a relationship of the object type domain, one path segment
                without a slash.
            limit: How many items a page holds, 1 to 40.
            cursor: Where to go on, the cursor of the page before; absent for the first page.
            options: `timeout` and `deadline` of this call, see `CallOptions`.

        Returns:
            A `AsyncPage` of objects, one object, or None, as the relationship says.

        Raises:
            InvalidInputError: an argument does not have its type, bounds or shape.
            APIError: the service answered with an error, among others NotFoundError,
                InvalidArgumentError, ForbiddenError.
            TransportError: no answer came.

        A public key will do.
        https://docs.virustotal.com/reference/domains-relationships
        """
        return await self._call(
            fetch(
                GET_DOMAIN_RELATIONSHIP.request(
                    domain,
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
        domain: str,
        relationship: Literal["immediate_parent", "parent"] | _SlashDescriptorNone,
        limit: int = 10,
        cursor: str | None = None,
        **options: Unpack[CallOptions],
    ) -> Descriptor | None: ...
    @overload
    async def get_relationship_descriptors(
        self,
        domain: str,
        relationship: Literal[
            "associations",
            "attack_techniques",
            "caa_records",
            "campaigns",
            "cname_records",
            "collections",
            "comments",
            "communicating_files",
            "downloaded_files",
            "graphs",
            "historical_ssl_certificates",
            "historical_whois",
            "malware_families",
            "memory_pattern_parents",
            "mx_records",
            "ns_records",
            "references",
            "referrer_files",
            "related_attack_techniques",
            "related_comments",
            "related_references",
            "related_reports",
            "related_threat_actors",
            "reports",
            "resolutions",
            "siblings",
            "soa_records",
            "software_toolkits",
            "subdomains",
            "threat_actors",
            "urls",
            "user_votes",
            "votes",
            "vulnerabilities",
        ]
        | _SlashPageDescriptor = "resolutions",
        limit: int = 10,
        cursor: str | None = None,
        **options: Unpack[CallOptions],
    ) -> AsyncPage[Descriptor]: ...
    @overload
    async def get_relationship_descriptors(
        self,
        domain: str,
        relationship: RelationshipName,
        limit: int = 10,
        cursor: str | None = None,
        **options: Unpack[CallOptions],
    ) -> AsyncPage[Descriptor] | Descriptor | None: ...
    async def get_relationship_descriptors(
        self,
        domain: str,
        relationship: str = "resolutions",
        limit: int = 10,
        cursor: str | None = None,
        **options: Unpack[CallOptions],
    ) -> AsyncPage[Descriptor] | Descriptor | None:
        """Get the types and ids of the objects that are related to a domain.

        `GET /domains/{domain}/relationships/{relationship}`

        Like the objects themselves, but each is only named by type and id, with context
        attributes where the relationship has some; this is cheaper for the service. A page
        holds 10 items unless limit says otherwise, and at most 40.

        Args:
            domain: The name of the domain, an international one in its ASCII form (punycode).
            relationship: The name of a relationship of the object type domain, one path segment
                without a slash.
            limit: How many items a page holds, 1 to 40.
            cursor: Where to go on, the cursor of the page before; absent for the first page.
            options: `timeout` and `deadline` of this call, see `CallOptions`.

        Returns:
            A `AsyncPage` of descriptors, one descriptor, or None, as the relationship says.

        Raises:
            InvalidInputError: an argument does not have its type, bounds or shape.
            APIError: the service answered with an error, among others NotFoundError,
                InvalidArgumentError, ForbiddenError.
            TransportError: no answer came.

        A public key will do.
        https://docs.virustotal.com/reference/domains-relationships-ids
        """
        return await self._call(
            fetch(
                GET_DOMAIN_RELATIONSHIP_DESCRIPTORS.request(
                    domain,
                    relationship_name(relationship),
                    query={"limit": limit, "cursor": cursor},
                ),
                read_descriptors,
            ),
            options,
        )
