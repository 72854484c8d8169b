"""The operations of the group `files`.

Do not edit: `python3 scripts/generate.py` made it from `vt_sdk/operations/files.py`.
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
from vt_sdk.core.readers import read_object, read_text
from vt_sdk.core.settings import MAX_WORKERS, REMEMBERED
from vt_sdk.operations.files import (
    ADD_FILE_COMMENT,
    ADD_FILE_VOTE,
    GET_FILE,
    GET_FILE_DOWNLOAD_URL,
    GET_FILE_RELATIONSHIP,
    GET_FILE_RELATIONSHIP_DESCRIPTORS,
    GET_FILE_UPLOAD_URL,
    LIST_FILE_BEHAVIOURS,
    LIST_FILE_COMMENTS,
    LIST_FILE_VOTES,
    RESCAN_FILE,
    _SlashDescriptorNone,
    _SlashPageAnalysis,
    _SlashPageAttackTechnique,
    _SlashPageClue,
    _SlashPageCodeBlock,
    _SlashPageCollection,
    _SlashPageComment,
    _SlashPageDescriptor,
    _SlashPageDomain,
    _SlashPageFile,
    _SlashPageFileBehaviour,
    _SlashPageGraph,
    _SlashPageIPAddress,
    _SlashPageReference,
    _SlashPageScreenshot,
    _SlashPageSubmission,
    _SlashPageThreatActor,
    _SlashPageURL,
    _SlashPageVote,
    _SlashPageVTObject,
    _SlashSigmaAnalysisNone,
)

__all__ = ["AsyncFilesOperations"]


class AsyncFilesOperations(AsyncVirusTotalAPI):
    """Files: upload and wait, reports, comments, votes, relationships, downloads."""

    async def get_upload_url(self, **options: Unpack[CallOptions]) -> str:
        """Get an address to which one file can be uploaded.

        `GET /files/upload_url`

        Needed above 32 MB, and good for any file up to 650 MB. The address is opaque, may be on
        another host and takes one POST of the form that `vt.files.upload` takes, with the same
        answer.

        Args:
            options: `timeout` and `deadline` of this call, see `CallOptions`.

        Returns:
            The address for one upload.

        Raises:
            InvalidInputError: an argument does not have its type, bounds or shape.
            APIError: the service answered with an error.
            TransportError: no answer came.

        A public key will do.
        https://docs.virustotal.com/reference/files-upload-url
        """
        return await self._call(fetch(GET_FILE_UPLOAD_URL.request(), read_text), options)

    async def get_report(
        self,
        file_id: str,
        *,
        relationships: Sequence[models.FileRelationship | RelationshipName] | None = None,
        **options: Unpack[CallOptions],
    ) -> models.File:
        """Get the report of a file.

        `GET /files/{file_id}`

        The answer holds the verdicts of the last analysis, what is known of the content, votes
        and reputation; its id is the SHA-256 whichever hash was asked for.

        Args:
            file_id: The MD5, SHA-1 or SHA-256 of the file, in hexadecimal.
            relationships: Names of relationships whose descriptors shall come with the object;
                none if absent.
            options: `timeout` and `deadline` of this call, see `CallOptions`.

        Returns:
            The `File`.

        Raises:
            InvalidInputError: an argument does not have its type, bounds or shape.
            APIError: the service answered with an error, among others NotFoundError.
            TransportError: no answer came.

        A public key will do.
        https://docs.virustotal.com/reference/file-info
        """
        return await self._call(
            fetch(
                GET_FILE.request(file_id, query={"relationships": relationships}),
                read_object(models.File),
            ),
            options,
        )

    def get_reports(
        self,
        ids: Iterable[str] | AsyncIterable[str],
        *,
        max_workers: int = MAX_WORKERS,
        ordered: bool = False,
        relationships: Sequence[models.FileRelationship | RelationshipName] | None = None,
        remember: int = REMEMBERED,
        **options: Unpack[CallOptions],
    ) -> vt_sdk.AsyncBatch[models.File]:
        """Get the reports of many files, several at once.

        `GET /files/{file_id}` for each, none for a file that comes again soon.

        Args:
            ids: the MD5s, SHA-1s or SHA-256s of the files, in hexadecimal; any number of them,
                taken as they are needed.
            max_workers: how many calls may be under way at once.
            ordered: whether the items come in the order of the ids; else as soon as they are there.
            relationships: names of relationships whose descriptors shall come with each object.
            remember: how many reports are kept for ids that come again, at about 200 KB for each.
            options: `timeout` of each call, and `deadline` of the whole batch from now on, see
                `CallOptions`.

        Returns:
            The `AsyncBatch`, an iterator of one `BatchItem` for each id: the `File` or an error.
            Its `price` tells beforehand what it would cost.

        Raises:
            InvalidInputError: an argument is wrong; an id that is so has it in its own item.
            BatchStoppedError: when iterated: the quota is spent, the key refused or the deadline
                over; it says where to go on.

        A public key will do.
        https://docs.virustotal.com/reference/file-info
        """
        return vt_sdk.AsyncBatch(
            self,
            GET_FILE.requests(relationships=relationships),
            read_object(models.File),
            ids,
            max_workers=max_workers,
            ordered=ordered,
            remember=remember,
            options=options,
        )

    async def get_download_url(self, file_id: str, **options: Unpack[CallOptions]) -> str:
        """Get a signed address from which a file can be downloaded.

        `GET /files/{file_id}/download_url`

        The address works for one hour, as often as wanted and without the key. Asking for it
        counts as a download in the quota.

        Args:
            file_id: The MD5, SHA-1 or SHA-256 of the file, in hexadecimal.
            options: `timeout` and `deadline` of this call, see `CallOptions`.

        Returns:
            The signed address.

        Raises:
            InvalidInputError: an argument does not have its type, bounds or shape.
            APIError: the service answered with an error, among others NotFoundError,
                ForbiddenError.
            TransportError: no answer came.

        Needs a premium key.
        https://docs.virustotal.com/reference/files-download-url
        """
        return await self._call(fetch(GET_FILE_DOWNLOAD_URL.request(file_id), read_text), options)

    async def get_behaviour_reports(
        self,
        file_id: str,
        limit: int = 10,
        cursor: str | None = None,
        **options: Unpack[CallOptions],
    ) -> AsyncPage[models.FileBehaviour]:
        """List the behaviour reports of a file, one for each sandbox that has run it.

        `GET /files/{file_id}/behaviours`

        Behaviour reports may appear later than the verdicts of the analysis. A page holds 10
        items unless limit says otherwise, and at most 40.

        Args:
            file_id: The MD5, SHA-1 or SHA-256 of the file, in hexadecimal.
            limit: How many items a page holds, 1 to 40.
            cursor: Where to go on, the cursor of the page before; absent for the first page.
            options: `timeout` and `deadline` of this call, see `CallOptions`.

        Returns:
            A `AsyncPage` of `FileBehaviour` objects, 40 at most.

        Raises:
            InvalidInputError: an argument does not have its type, bounds or shape.
            APIError: the service answered with an error, among others NotFoundError.
            TransportError: no answer came.

        A public key will do.
        https://docs.virustotal.com/reference/get-all-behavior-reports-for-a-file
        """
        return await self._call(
            fetch(
                LIST_FILE_BEHAVIOURS.request(file_id, query={"limit": limit, "cursor": cursor}),
                read_page(models.FileBehaviour),
            ),
            options,
        )

    async def analyse(self, file_id: str, **options: Unpack[CallOptions]) -> AnalysisDescriptor:
        """Analyse a file again.

        `POST /files/{file_id}/analyse`

        The content that the service holds is scanned with today's engines; nothing is uploaded.
        Whoever needs more than 50,000 rescans a day is asked to arrange it first. The answer
        names the analysis, which is queued; its id serves to ask for the result.

        Args:
            file_id: The MD5, SHA-1 or SHA-256 of the file, in hexadecimal.
            options: `timeout` and `deadline` of this call, see `CallOptions`.

        Returns:
            The `AnalysisDescriptor`.

        Raises:
            InvalidInputError: an argument does not have its type, bounds or shape.
            APIError: the service answered with an error, among others NotFoundError.
            TransportError: no answer came.

        A public key will do.
        https://docs.virustotal.com/reference/files-analyse
        """
        return await self._call(
            fetch(RESCAN_FILE.request(file_id), read_object(AnalysisDescriptor)), options
        )

    reanalyse = analyse

    async def get_comments(
        self,
        file_id: str,
        limit: int = 10,
        cursor: str | None = None,
        **options: Unpack[CallOptions],
    ) -> AsyncPage[models.Comment]:
        """List the comments on a file, newest first.

        `GET /files/{file_id}/comments`

        A page holds 10 items unless limit says otherwise, and at most 40.

        Args:
            file_id: The MD5, SHA-1 or SHA-256 of the file, in hexadecimal.
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
        https://docs.virustotal.com/reference/files-comments-get
        """
        return await self._call(
            fetch(
                LIST_FILE_COMMENTS.request(file_id, query={"limit": limit, "cursor": cursor}),
                read_page(models.Comment),
            ),
            options,
        )

    async def put_comments(
        self, file_id: str, text: str, **options: Unpack[CallOptions]
    ) -> models.Comment:
        """Comment on a file.

        `POST /files/{file_id}/comments`

        The comment is public and bears the name of the key's owner. A comment sent twice stands
        there twice.

        Args:
            file_id: The MD5, SHA-1 or SHA-256 of the file, in hexadecimal.
            text: The text of the comment, not empty; words that begin with # become its tags.
            options: `timeout` and `deadline` of this call, see `CallOptions`.

        Returns:
            The `Comment`.

        Raises:
            InvalidInputError: an argument does not have its type, bounds or shape.
            APIError: the service answered with an error, among others NotFoundError.
            TransportError: no answer came; `may_have_arrived` says whether the request may have.

        A public key will do.
        https://docs.virustotal.com/reference/files-comments-post
        """
        return await self._call(
            fetch(
                ADD_FILE_COMMENT.request(
                    file_id,
                    data={"type": "comment", "attributes": ADD_FILE_COMMENT.given({"text": text})},
                ),
                read_object(models.Comment),
            ),
            options,
        )

    async def get_votes(
        self,
        file_id: str,
        limit: int = 10,
        cursor: str | None = None,
        **options: Unpack[CallOptions],
    ) -> AsyncPage[models.Vote]:
        """List the votes on a file, newest first.

        `GET /files/{file_id}/votes`

        A page holds 10 items unless limit says otherwise, and at most 40.

        Args:
            file_id: The MD5, SHA-1 or SHA-256 of the file, in hexadecimal.
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
        https://docs.virustotal.com/reference/files-votes-get
        """
        return await self._call(
            fetch(
                LIST_FILE_VOTES.request(file_id, query={"limit": limit, "cursor": cursor}),
                read_page(models.Vote),
            ),
            options,
        )

    async def put_votes(
        self, file_id: str, malicious: bool = False, **options: Unpack[CallOptions]
    ) -> models.Vote:
        """Vote on a file.

        `POST /files/{file_id}/votes`

        A user has one vote for each object; the second is refused with AlreadyExistsError,
        whatever its verdict.

        Args:
            file_id: The MD5, SHA-1 or SHA-256 of the file, in hexadecimal.
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
        https://docs.virustotal.com/reference/files-votes-post
        """
        return await self._call(
            fetch(
                ADD_FILE_VOTE.request(
                    file_id,
                    data={
                        "type": "vote",
                        "attributes": ADD_FILE_VOTE.given({"verdict": malicious}),
                    },
                ),
                read_object(models.Vote),
            ),
            options,
        )

    @overload
    async def get_relationship(
        self,
        file_id: str,
        relationship: Literal["distributors", "email_senders"] | _SlashPageVTObject,
        limit: int = 10,
        cursor: str | None = None,
        **options: Unpack[CallOptions],
    ) -> AsyncPage[VTObject]: ...
    @overload
    async def get_relationship(
        self,
        file_id: str,
        relationship: Literal["analyses"] | _SlashPageAnalysis,
        limit: int = 10,
        cursor: str | None = None,
        **options: Unpack[CallOptions],
    ) -> AsyncPage[models.Analysis]: ...
    @overload
    async def get_relationship(
        self,
        file_id: str,
        relationship: Literal["attack_techniques", "related_attack_techniques"]
        | _SlashPageAttackTechnique,
        limit: int = 10,
        cursor: str | None = None,
        **options: Unpack[CallOptions],
    ) -> AsyncPage[models.AttackTechnique]: ...
    @overload
    async def get_relationship(
        self,
        file_id: str,
        relationship: Literal["clues"] | _SlashPageClue,
        limit: int = 10,
        cursor: str | None = None,
        **options: Unpack[CallOptions],
    ) -> AsyncPage[models.Clue]: ...
    @overload
    async def get_relationship(
        self,
        file_id: str,
        relationship: Literal["code_blocks"] | _SlashPageCodeBlock,
        limit: int = 10,
        cursor: str | None = None,
        **options: Unpack[CallOptions],
    ) -> AsyncPage[models.CodeBlock]: ...
    @overload
    async def get_relationship(
        self,
        file_id: str,
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
        file_id: str,
        relationship: Literal["comments"] | _SlashPageComment,
        limit: int = 10,
        cursor: str | None = None,
        **options: Unpack[CallOptions],
    ) -> AsyncPage[models.Comment]: ...
    @overload
    async def get_relationship(
        self,
        file_id: str,
        relationship: Literal[
            "contacted_domains", "embedded_domains", "itw_domains", "memory_pattern_domains"
        ]
        | _SlashPageDomain,
        limit: int = 10,
        cursor: str | None = None,
        **options: Unpack[CallOptions],
    ) -> AsyncPage[models.Domain]: ...
    @overload
    async def get_relationship(
        self,
        file_id: str,
        relationship: Literal["behaviours"] | _SlashPageFileBehaviour = "behaviours",
        limit: int = 10,
        cursor: str | None = None,
        **options: Unpack[CallOptions],
    ) -> AsyncPage[models.FileBehaviour]: ...
    @overload
    async def get_relationship(
        self,
        file_id: str,
        relationship: Literal[
            "bundled_files",
            "carbonblack_children",
            "carbonblack_parents",
            "ciphered_bundled_files",
            "ciphered_parents",
            "compressed_parents",
            "dropped_files",
            "email_attachments",
            "email_parents",
            "execution_parents",
            "hash_collisions",
            "overlay_children",
            "overlay_parents",
            "pcap_children",
            "pcap_parents",
            "pe_resource_children",
            "pe_resource_parents",
            "similar_files",
        ]
        | _SlashPageFile,
        limit: int = 10,
        cursor: str | None = None,
        **options: Unpack[CallOptions],
    ) -> AsyncPage[models.File]: ...
    @overload
    async def get_relationship(
        self,
        file_id: str,
        relationship: Literal["graphs"] | _SlashPageGraph,
        limit: int = 10,
        cursor: str | None = None,
        **options: Unpack[CallOptions],
    ) -> AsyncPage[models.Graph]: ...
    @overload
    async def get_relationship(
        self,
        file_id: str,
        relationship: Literal["contacted_ips", "embedded_ips", "itw_ips", "memory_pattern_ips"]
        | _SlashPageIPAddress,
        limit: int = 10,
        cursor: str | None = None,
        **options: Unpack[CallOptions],
    ) -> AsyncPage[models.IPAddress]: ...
    @overload
    async def get_relationship(
        self,
        file_id: str,
        relationship: Literal["references", "related_references"] | _SlashPageReference,
        limit: int = 10,
        cursor: str | None = None,
        **options: Unpack[CallOptions],
    ) -> AsyncPage[models.Reference]: ...
    @overload
    async def get_relationship(
        self,
        file_id: str,
        relationship: Literal["screenshots"] | _SlashPageScreenshot,
        limit: int = 10,
        cursor: str | None = None,
        **options: Unpack[CallOptions],
    ) -> AsyncPage[models.Screenshot]: ...
    @overload
    async def get_relationship(
        self,
        file_id: str,
        relationship: Literal["submissions"] | _SlashPageSubmission,
        limit: int = 10,
        cursor: str | None = None,
        **options: Unpack[CallOptions],
    ) -> AsyncPage[models.Submission]: ...
    @overload
    async def get_relationship(
        self,
        file_id: str,
        relationship: Literal["related_threat_actors"] | _SlashPageThreatActor,
        limit: int = 10,
        cursor: str | None = None,
        **options: Unpack[CallOptions],
    ) -> AsyncPage[models.ThreatActor]: ...
    @overload
    async def get_relationship(
        self,
        file_id: str,
        relationship: Literal[
            "contacted_urls",
            "embedded_urls",
            "itw_urls",
            "memory_pattern_urls",
            "urls_for_embedded_js",
        ]
        | _SlashPageURL,
        limit: int = 10,
        cursor: str | None = None,
        **options: Unpack[CallOptions],
    ) -> AsyncPage[models.URL]: ...
    @overload
    async def get_relationship(
        self,
        file_id: str,
        relationship: Literal["user_votes", "votes"] | _SlashPageVote,
        limit: int = 10,
        cursor: str | None = None,
        **options: Unpack[CallOptions],
    ) -> AsyncPage[models.Vote]: ...
    @overload
    async def get_relationship(
        self,
        file_id: str,
        relationship: Literal["sigma_analysis"] | _SlashSigmaAnalysisNone,
        limit: int = 10,
        cursor: str | None = None,
        **options: Unpack[CallOptions],
    ) -> models.SigmaAnalysis | None: ...
    @overload
    async def get_relationship(
        self,
        file_id: str,
        relationship: RelationshipName,
        limit: int = 10,
        cursor: str | None = None,
        **options: Unpack[CallOptions],
    ) -> AsyncPage[VTObject] | VTObject | None: ...
    async def get_relationship(
        self,
        file_id: str,
        relationship: str = "behaviours",
        limit: int = 10,
        cursor: str | None = None,
        **options: Unpack[CallOptions],
    ) -> AsyncPage[VTObject] | VTObject | None:
        """Get the objects that are related to a file.

        `GET /files/{file_id}/{relationship}`

        A relationship to many answers with a page of objects, one to a single object with that
        object or null. An entry of a page may be an error in place of an object. A page holds
        10 items unless limit says otherwise, and at most 40. Some relationships need a premium
        key.

        Args:
            file_id: The MD5, SHA-1 or SHA-256 of the file, in hexadecimal.
            relationship: The name of a relationship of the object type file, one path segment
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
        https://docs.virustotal.com/reference/files-relationships
        """
        return await self._call(
            fetch(
                GET_FILE_RELATIONSHIP.request(
                    file_id,
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
        file_id: str,
        relationship: Literal["sigma_analysis"] | _SlashDescriptorNone,
        limit: int = 10,
        cursor: str | None = None,
        **options: Unpack[CallOptions],
    ) -> Descriptor | None: ...
    @overload
    async def get_relationship_descriptors(
        self,
        file_id: str,
        relationship: Literal[
            "analyses",
            "associations",
            "attack_techniques",
            "behaviours",
            "bundled_files",
            "campaigns",
            "carbonblack_children",
            "carbonblack_parents",
            "ciphered_bundled_files",
            "ciphered_parents",
            "clues",
            "code_blocks",
            "collections",
            "comments",
            "compressed_parents",
            "contacted_domains",
            "contacted_ips",
            "contacted_urls",
            "distributors",
            "dropped_files",
            "email_attachments",
            "email_parents",
            "email_senders",
            "embedded_domains",
            "embedded_ips",
            "embedded_urls",
            "execution_parents",
            "graphs",
            "hash_collisions",
            "itw_domains",
            "itw_ips",
            "itw_urls",
            "malware_families",
            "memory_pattern_domains",
            "memory_pattern_ips",
            "memory_pattern_urls",
            "overlay_children",
            "overlay_parents",
            "pcap_children",
            "pcap_parents",
            "pe_resource_children",
            "pe_resource_parents",
            "references",
            "related_attack_techniques",
            "related_references",
            "related_reports",
            "related_threat_actors",
            "reports",
            "screenshots",
            "similar_files",
            "software_toolkits",
            "submissions",
            "threat_actors",
            "urls_for_embedded_js",
            "user_votes",
            "votes",
            "vulnerabilities",
        ]
        | _SlashPageDescriptor = "behaviours",
        limit: int = 10,
        cursor: str | None = None,
        **options: Unpack[CallOptions],
    ) -> AsyncPage[Descriptor]: ...
    @overload
    async def get_relationship_descriptors(
        self,
        file_id: str,
        relationship: RelationshipName,
        limit: int = 10,
        cursor: str | None = None,
        **options: Unpack[CallOptions],
    ) -> AsyncPage[Descriptor] | Descriptor | None: ...
    async def get_relationship_descriptors(
        self,
        file_id: str,
        relationship: str = "behaviours",
        limit: int = 10,
        cursor: str | None = None,
        **options: Unpack[CallOptions],
    ) -> AsyncPage[Descriptor] | Descriptor | None:
        """Get the types and ids of the objects that are related to a file.

        `GET /files/{file_id}/relationships/{relationship}`

        Like the objects themselves, but each is only named by type and id, with context
        attributes where the relationship has some; this is cheaper for the service. A page
        holds 10 items unless limit says otherwise, and at most 40.

        Args:
            file_id: The MD5, SHA-1 or SHA-256 of the file, in hexadecimal.
            relationship: The name of a relationship of the object type file, one path segment
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
        https://docs.virustotal.com/reference/files-relationships-ids
        """
        return await self._call(
            fetch(
                GET_FILE_RELATIONSHIP_DESCRIPTORS.request(
                    file_id,
                    relationship_name(relationship),
                    query={"limit": limit, "cursor": cursor},
                ),
                read_descriptors,
            ),
            options,
        )
