"""The operations of the group `private_file_behaviours`.

Do not edit: `python3 scripts/generate.py` made it from `vt_sdk/operations/private_file_behaviours.py`.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, Unpack, overload

from vt_sdk import models
from vt_sdk.aio.api import AsyncVirusTotalAPI
from vt_sdk.core.async_paging import AsyncPage
from vt_sdk.core.async_readers import read_descriptors, read_page, read_related
from vt_sdk.core.objects import Descriptor, VTObject
from vt_sdk.core.operation import CallOptions, RelationshipName, relationship_name
from vt_sdk.core.policy import fetch
from vt_sdk.core.readers import read_content_text, read_object
from vt_sdk.files import UPLOAD_MAX_BYTES, Download, DownloadTarget
from vt_sdk.operations.private_file_behaviours import (
    GET_PRIVATE_FILE_BEHAVIOUR,
    GET_PRIVATE_FILE_BEHAVIOUR_EVTX,
    GET_PRIVATE_FILE_BEHAVIOUR_HTML,
    GET_PRIVATE_FILE_BEHAVIOUR_MEMDUMP,
    GET_PRIVATE_FILE_BEHAVIOUR_PCAP,
    GET_PRIVATE_FILE_BEHAVIOUR_RELATIONSHIP,
    GET_PRIVATE_FILE_BEHAVIOUR_RELATIONSHIP_DESCRIPTORS,
    GET_PRIVATE_FILE_BEHAVIOUR_SUMMARY,
    GET_PRIVATE_FILE_MITRE_TREES,
    LIST_PRIVATE_FILE_BEHAVIOURS,
    _SlashDescriptorNone,
    _SlashPageAttackTechnique,
    _SlashPageDescriptor,
    _SlashPrivateFileNone,
)

__all__ = ["AsyncVirusTotalAPIPrivateFileBehaviours"]


class AsyncVirusTotalAPIPrivateFileBehaviours(AsyncVirusTotalAPI):
    """Behaviour reports of private files."""

    async def get_page(
        self,
        file_id: str,
        limit: int = 10,
        cursor: str | None = None,
        **options: Unpack[CallOptions],
    ) -> AsyncPage[models.PrivateFileBehaviour]:
        """List the behaviour reports of a private file, one for each run in a sandbox.

        `GET /private/files/{file_id}/behaviours`

        A page holds 10 items unless limit says otherwise, and at most 40. Needs a licence for
        private scanning.

        Args:
            file_id: The SHA-256 of the private file, in hexadecimal; shorter hashes are not
                taken here.
            limit: How many items a page holds, 1 to 40.
            cursor: Where to go on, the cursor of the page before; absent for the first page.
            options: `timeout` and `deadline` of this call, see `CallOptions`.

        Returns:
            A `AsyncPage` of `PrivateFileBehaviour` objects, 40 at most.

        Raises:
            InvalidInputError: an argument does not have its type, bounds or shape.
            APIError: the service answered with an error, among others NotFoundError,
                ForbiddenError.
            TransportError: no answer came.

        Needs a premium key.
        https://docs.virustotal.com/reference/get-all-behaviour-reports-from-a-private-file
        """
        return await self._call(
            fetch(
                LIST_PRIVATE_FILE_BEHAVIOURS.request(
                    file_id, query={"limit": limit, "cursor": cursor}
                ),
                read_page(models.PrivateFileBehaviour),
            ),
            options,
        )

    async def get_summary(
        self, file_id: str, **options: Unpack[CallOptions]
    ) -> models.BehaviourSummary:
        """Get what a private file did in all sandboxes together.

        `GET /private/files/{file_id}/behaviour_summary`

        The reports of all sandboxes are merged into one. What belongs to a single run is left
        out: dates, the name of the sandbox, behash, and whether there is a capture or an HTML
        report. Needs a licence for private scanning.

        Args:
            file_id: The SHA-256 of the private file, in hexadecimal; shorter hashes are not
                taken here.
            options: `timeout` and `deadline` of this call, see `CallOptions`.

        Returns:
            The `BehaviourSummary`.

        Raises:
            InvalidInputError: an argument does not have its type, bounds or shape.
            APIError: the service answered with an error, among others NotFoundError,
                ForbiddenError.
            TransportError: no answer came.

        Needs a premium key.
        https://docs.virustotal.com/reference/privatefilesidbehaviour_summary
        """
        return await self._call(
            fetch(
                GET_PRIVATE_FILE_BEHAVIOUR_SUMMARY.request(file_id),
                read_object(models.BehaviourSummary),
            ),
            options,
        )

    async def get_mitre_trees(
        self, file_id: str, **options: Unpack[CallOptions]
    ) -> models.BehaviourMitreTrees:
        """Get the MITRE ATT&CK tactics and techniques that a private file used.

        `GET /private/files/{file_id}/behaviour_mitre_trees`

        The answer holds, for each sandbox that has run the file, the tactics seen, the
        techniques of each tactic, and the signatures that show them. Needs a licence for
        private scanning.

        Args:
            file_id: The SHA-256 of the private file, in hexadecimal; shorter hashes are not
                taken here.
            options: `timeout` and `deadline` of this call, see `CallOptions`.

        Returns:
            The `BehaviourMitreTrees`.

        Raises:
            InvalidInputError: an argument does not have its type, bounds or shape.
            APIError: the service answered with an error, among others NotFoundError,
                ForbiddenError.
            TransportError: no answer came.

        Needs a premium key.
        https://docs.virustotal.com/reference/get-summary-all-mitre-attack-techniques-observed-in-a-file
        """
        return await self._call(
            fetch(
                GET_PRIVATE_FILE_MITRE_TREES.request(file_id),
                read_object(models.BehaviourMitreTrees),
            ),
            options,
        )

    async def get(
        self,
        sandbox_id: str,
        *,
        relationships: Sequence[models.PrivateFileBehaviourRelationship | RelationshipName]
        | None = None,
        **options: Unpack[CallOptions],
    ) -> models.PrivateFileBehaviour:
        """Get the behaviour report of a private file from one run in a sandbox.

        `GET /private/file_behaviours/{sandbox_id}`

        The answer holds what the file did: processes, files, registry, network and what rules
        made of it. Needs a licence for private scanning.

        Args:
            sandbox_id: The id of a private file's behaviour report: the SHA-256 of the file, an
                underscore, the name of the sandbox, a hyphen and the time in Unix seconds.
            relationships: Names of relationships whose descriptors shall come with the object;
                none if absent.
            options: `timeout` and `deadline` of this call, see `CallOptions`.

        Returns:
            The `PrivateFileBehaviour`.

        Raises:
            InvalidInputError: an argument does not have its type, bounds or shape.
            APIError: the service answered with an error, among others NotFoundError,
                ForbiddenError.
            TransportError: no answer came.

        Needs a premium key.
        https://docs.virustotal.com/reference/privatefile-behaviourssandbox-id
        """
        return await self._call(
            fetch(
                GET_PRIVATE_FILE_BEHAVIOUR.request(
                    sandbox_id, query={"relationships": relationships}
                ),
                read_object(models.PrivateFileBehaviour),
            ),
            options,
        )

    async def get_html(self, sandbox_id: str, **options: Unpack[CallOptions]) -> str:
        """Get the behaviour report of a private file as an HTML page for people.

        `GET /private/file_behaviours/{sandbox_id}/html`

        Needs a licence for private scanning.

        Args:
            sandbox_id: The id of a private file's behaviour report: the SHA-256 of the file, an
                underscore, the name of the sandbox, a hyphen and the time in Unix seconds.
            options: `timeout` and `deadline` of this call, see `CallOptions`.

        Returns:
            The page.

        Raises:
            InvalidInputError: an argument does not have its type, bounds or shape.
            APIError: the service answered with an error, among others NotFoundError,
                ForbiddenError.
            TransportError: no answer came.

        Needs a premium key.
        https://docs.virustotal.com/reference/get-private-files-behaviours-html
        """
        return await self._call(
            fetch(GET_PRIVATE_FILE_BEHAVIOUR_HTML.request(sandbox_id), read_content_text), options
        )

    async def download_evtx(
        self,
        sandbox_id: str,
        target: DownloadTarget,
        *,
        max_bytes: int = UPLOAD_MAX_BYTES,
        **options: Unpack[CallOptions],
    ) -> Download:
        """Download the Windows event log of a private file's run in a sandbox.

        `GET /private/file_behaviours/{sandbox_id}/evtx`

        The bytes of an EVTX file come back, directly or by way of a redirect to another host.
        Needs a licence for private scanning.

        Args:
            sandbox_id: The id of a private file's behaviour report: the SHA-256 of the file, an
                underscore, the name of the sandbox, a hyphen and the time in Unix seconds.
            target: A path, written whole or not at all, or a file object opened in binary mode.
            max_bytes: The most bytes to take, 650 MB if not given.
            options: `timeout` and `deadline` of this call, see `CallOptions`.

        Returns:
            The `Download`: size in bytes and SHA-256.

        Raises:
            InvalidInputError: an argument does not have its type, bounds or shape.
            FileReadError: the target cannot be written.
            InvalidResponseError: the content is larger than `max_bytes`.
            APIError: the service answered with an error, among others NotFoundError,
                ForbiddenError.
            TransportError: no answer came.

        Needs a premium key.
        https://gtidocs.virustotal.com/reference/file-behaviourssandbox-idevtx
        """
        return await self._download(
            GET_PRIVATE_FILE_BEHAVIOUR_EVTX.request(sandbox_id), target, max_bytes, **options
        )

    async def download_pcap(
        self,
        sandbox_id: str,
        target: DownloadTarget,
        *,
        max_bytes: int = UPLOAD_MAX_BYTES,
        **options: Unpack[CallOptions],
    ) -> Download:
        """Download the network capture of a private file's run in a sandbox.

        `GET /private/file_behaviours/{sandbox_id}/pcap`

        The bytes of a PCAP file come back, directly or by way of a redirect to another host.
        Needs a licence for private scanning.

        Args:
            sandbox_id: The id of a private file's behaviour report: the SHA-256 of the file, an
                underscore, the name of the sandbox, a hyphen and the time in Unix seconds.
            target: A path, written whole or not at all, or a file object opened in binary mode.
            max_bytes: The most bytes to take, 650 MB if not given.
            options: `timeout` and `deadline` of this call, see `CallOptions`.

        Returns:
            The `Download`: size in bytes and SHA-256.

        Raises:
            InvalidInputError: an argument does not have its type, bounds or shape.
            FileReadError: the target cannot be written.
            InvalidResponseError: the content is larger than `max_bytes`.
            APIError: the service answered with an error, among others NotFoundError,
                ForbiddenError.
            TransportError: no answer came.

        Needs a premium key.
        https://gtidocs.virustotal.com/reference/file-behaviourssandbox-idmemdump
        """
        return await self._download(
            GET_PRIVATE_FILE_BEHAVIOUR_PCAP.request(sandbox_id), target, max_bytes, **options
        )

    async def download_memdump(
        self,
        sandbox_id: str,
        target: DownloadTarget,
        *,
        max_bytes: int = UPLOAD_MAX_BYTES,
        **options: Unpack[CallOptions],
    ) -> Download:
        """Download the memory dump of a private file's run in a sandbox.

        `GET /private/file_behaviours/{sandbox_id}/memdump`

        The content may be large; it comes directly or by way of a redirect to another host.
        Needs a licence for private scanning.

        Args:
            sandbox_id: The id of a private file's behaviour report: the SHA-256 of the file, an
                underscore, the name of the sandbox, a hyphen and the time in Unix seconds.
            target: A path, written whole or not at all, or a file object opened in binary mode.
            max_bytes: The most bytes to take, 650 MB if not given.
            options: `timeout` and `deadline` of this call, see `CallOptions`.

        Returns:
            The `Download`: size in bytes and SHA-256.

        Raises:
            InvalidInputError: an argument does not have its type, bounds or shape.
            FileReadError: the target cannot be written.
            InvalidResponseError: the content is larger than `max_bytes`.
            APIError: the service answered with an error, among others NotFoundError,
                ForbiddenError.
            TransportError: no answer came.

        Needs a premium key.
        https://gtidocs.virustotal.com/reference/privatefile-behaviourssandbox-idpcap
        """
        return await self._download(
            GET_PRIVATE_FILE_BEHAVIOUR_MEMDUMP.request(sandbox_id), target, max_bytes, **options
        )

    @overload
    async def get_relationship(
        self,
        sandbox_id: str,
        relationship: Literal["attack_techniques"] | _SlashPageAttackTechnique,
        limit: int = 10,
        cursor: str | None = None,
        **options: Unpack[CallOptions],
    ) -> AsyncPage[models.AttackTechnique]: ...
    @overload
    async def get_relationship(
        self,
        sandbox_id: str,
        relationship: Literal["file"] | _SlashPrivateFileNone,
        limit: int = 10,
        cursor: str | None = None,
        **options: Unpack[CallOptions],
    ) -> models.PrivateFile | None: ...
    @overload
    async def get_relationship(
        self,
        sandbox_id: str,
        relationship: RelationshipName,
        limit: int = 10,
        cursor: str | None = None,
        **options: Unpack[CallOptions],
    ) -> AsyncPage[VTObject] | VTObject | None: ...
    async def get_relationship(
        self,
        sandbox_id: str,
        relationship: str,
        limit: int = 10,
        cursor: str | None = None,
        **options: Unpack[CallOptions],
    ) -> AsyncPage[VTObject] | VTObject | None:
        """Get the objects that are related to a private behaviour report.

        `GET /private/file_behaviours/{sandbox_id}/{relationship}`

        A relationship to many answers with a page of objects, one to a single object with that
        object or null. An entry of a page may be an error in place of an object. A page holds
        10 items unless limit says otherwise, and at most 40.

        Args:
            sandbox_id: The id of a private file's behaviour report: the SHA-256 of the file, an
                underscore, the name of the sandbox, a hyphen and the time in Unix seconds.
            relationship: The name of a relationship of the object type private_file_behaviour,
                one path segment without a slash.
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
        https://docs.virustotal.com/reference/get-private-file-behaviours-relationship
        """
        return await self._call(
            fetch(
                GET_PRIVATE_FILE_BEHAVIOUR_RELATIONSHIP.request(
                    sandbox_id,
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
        sandbox_id: str,
        relationship: Literal["file"] | _SlashDescriptorNone,
        limit: int = 10,
        cursor: str | None = None,
        **options: Unpack[CallOptions],
    ) -> Descriptor | None: ...
    @overload
    async def get_relationship_descriptors(
        self,
        sandbox_id: str,
        relationship: Literal["attack_techniques"] | _SlashPageDescriptor,
        limit: int = 10,
        cursor: str | None = None,
        **options: Unpack[CallOptions],
    ) -> AsyncPage[Descriptor]: ...
    @overload
    async def get_relationship_descriptors(
        self,
        sandbox_id: str,
        relationship: RelationshipName,
        limit: int = 10,
        cursor: str | None = None,
        **options: Unpack[CallOptions],
    ) -> AsyncPage[Descriptor] | Descriptor | None: ...
    async def get_relationship_descriptors(
        self,
        sandbox_id: str,
        relationship: str,
        limit: int = 10,
        cursor: str | None = None,
        **options: Unpack[CallOptions],
    ) -> AsyncPage[Descriptor] | Descriptor | None:
        """Get the types and ids of the objects that are related to a private behaviour report.

        `GET /private/file_behaviours/{sandbox_id}/relationships/{relationship}`

        Like the objects themselves, but each is only named by type and id, with context
        attributes where the relationship has some; this is cheaper for the service. A page
        holds 10 items unless limit says otherwise, and at most 40.

        Args:
            sandbox_id: The id of a private file's behaviour report: the SHA-256 of the file, an
                underscore, the name of the sandbox, a hyphen and the time in Unix seconds.
            relationship: The name of a relationship of the object type private_file_behaviour,
                one path segment without a slash.
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
        https://gtidocs.virustotal.com/reference/privatefile-behaviourssandbox-idrelationshipsrelationship
        """
        return await self._call(
            fetch(
                GET_PRIVATE_FILE_BEHAVIOUR_RELATIONSHIP_DESCRIPTORS.request(
                    sandbox_id,
                    relationship_name(relationship),
                    query={"limit": limit, "cursor": cursor},
                ),
                read_descriptors,
            ),
            options,
        )
