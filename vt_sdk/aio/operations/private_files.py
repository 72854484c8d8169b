"""The operations of the group `private_files`.

Do not edit: `python3 scripts/generate.py` made it from `vt_sdk/operations/private_files.py`.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, Unpack, overload

from vt_sdk import models
from vt_sdk.aio.api import AsyncVirusTotalAPI
from vt_sdk.core.async_paging import AsyncPage
from vt_sdk.core.async_readers import read_descriptors, read_page, read_related
from vt_sdk.core.objects import AnalysisDescriptor, Descriptor, VTObject
from vt_sdk.core.operation import CallOptions, RelationshipName, relationship_name
from vt_sdk.core.policy import fetch
from vt_sdk.core.readers import read_nothing, read_object, read_text
from vt_sdk.operations.private_files import (
    DELETE_PRIVATE_FILE,
    GET_PRIVATE_FILE,
    GET_PRIVATE_FILE_AI_REPORT,
    GET_PRIVATE_FILE_RELATIONSHIP,
    GET_PRIVATE_FILE_RELATIONSHIP_DESCRIPTORS,
    GET_PRIVATE_FILE_UPLOAD_URL,
    LIST_PRIVATE_FILES,
    RESCAN_PRIVATE_FILE,
    _SlashPageComment,
    _SlashPageDescriptor,
    _SlashPagePrivateAnalysis,
    _SlashPagePrivateFile,
    _SlashPagePrivateFileBehaviour,
)

__all__ = ["AsyncPrivateFilesOperations"]


class AsyncPrivateFilesOperations(AsyncVirusTotalAPI):
    """Files of private scanning, which only their owner sees: upload, report, deletion.

    Needs the licence for private scanning.
    """

    async def get_page(
        self, limit: int = 10, cursor: str | None = None, **options: Unpack[CallOptions]
    ) -> AsyncPage[models.PrivateFile]:
        """List the private files, by their SHA-256.

        `GET /private/files`

        The files of the key's owner, as far as they are still kept. A page holds 10 items
        unless limit says otherwise, and at most 40.

        Args:
            limit: How many items a page holds, 1 to 40.
            cursor: Where to go on, the cursor of the page before; absent for the first page.
            options: `timeout` and `deadline` of this call, see `CallOptions`.

        Returns:
            A `AsyncPage` of `PrivateFile` objects, 40 at most.

        Raises:
            InvalidInputError: an argument does not have its type, bounds or shape.
            APIError: the service answered with an error, among others ForbiddenError.
            TransportError: no answer came.

        Needs a premium key.
        https://docs.virustotal.com/reference/list-private-files
        """
        return await self._call(
            fetch(
                LIST_PRIVATE_FILES.request(query={"limit": limit, "cursor": cursor}),
                read_page(models.PrivateFile),
            ),
            options,
        )

    async def get_upload_url(self, **options: Unpack[CallOptions]) -> str:
        """Get an address to which one private file can be uploaded.

        `GET /private/files/upload_url`

        Needed above 32 MB, and good for any file up to 650 MB. The address is opaque, may be on
        another host and takes one POST of the form that `vt.private_files.upload` takes, with
        the same answer.

        Args:
            options: `timeout` and `deadline` of this call, see `CallOptions`.

        Returns:
            The address for one upload.

        Raises:
            InvalidInputError: an argument does not have its type, bounds or shape.
            APIError: the service answered with an error, among others ForbiddenError.
            TransportError: no answer came.

        Needs a premium key.
        https://docs.virustotal.com/reference/private-files-upload-url
        """
        return await self._call(fetch(GET_PRIVATE_FILE_UPLOAD_URL.request(), read_text), options)

    async def get(
        self,
        file_id: str,
        *,
        relationships: Sequence[models.PrivateFileRelationship | RelationshipName] | None = None,
        **options: Unpack[CallOptions],
    ) -> models.PrivateFile:
        """Get the report of a private file.

        `GET /private/files/{file_id}`

        The answer holds what is known of the content and what the sandboxes made of it; there
        are no verdicts of third-party engines.

        Args:
            file_id: The SHA-256 of the private file, in hexadecimal; shorter hashes are not
                taken here.
            relationships: Names of relationships whose descriptors shall come with the object;
                none if absent.
            options: `timeout` and `deadline` of this call, see `CallOptions`.

        Returns:
            The `PrivateFile`.

        Raises:
            InvalidInputError: an argument does not have its type, bounds or shape.
            APIError: the service answered with an error, among others NotFoundError,
                ForbiddenError.
            TransportError: no answer came.

        Needs a premium key.
        https://docs.virustotal.com/reference/private-files-info
        """
        return await self._call(
            fetch(
                GET_PRIVATE_FILE.request(file_id, query={"relationships": relationships}),
                read_object(models.PrivateFile),
            ),
            options,
        )

    async def delete(
        self, file_id: str, *, only_from_storage: bool | None = None, **options: Unpack[CallOptions]
    ) -> None:
        """Delete a private file with its reports and analyses.

        `DELETE /private/files/{file_id}`

        Nothing of it can be restored. The content alone can be deleted while the reports stay.

        Args:
            file_id: The SHA-256 of the private file, in hexadecimal; shorter hashes are not
                taken here.
            only_from_storage: Whether only the content is deleted and reports and analyses
                stay. Default: False.
            options: `timeout` and `deadline` of this call, see `CallOptions`.

        Raises:
            InvalidInputError: an argument does not have its type, bounds or shape.
            APIError: the service answered with an error, among others NotFoundError,
                ForbiddenError.
            TransportError: no answer came.

        Needs a premium key.
        https://docs.virustotal.com/reference/delete-file-private-scanning
        """
        return await self._call(
            fetch(
                DELETE_PRIVATE_FILE.request(
                    file_id, query={"only_from_storage": only_from_storage}
                ),
                read_nothing,
            ),
            options,
        )

    async def analyse(
        self,
        file_id: str,
        *,
        command_line: str | None = None,
        disable_sandbox: bool | None = None,
        enable_internet: bool | None = None,
        intercept_tls: bool | None = None,
        interaction_sandbox: Literal["cape"] | str | None = None,
        interaction_timeout: int | None = None,
        retention_period_days: int | None = None,
        storage_region: Literal["US", "EU"] | str | None = None,
        locale: Literal["EN_US", "AR_SA", "DE_DE", "ES_ES", "PT_BR"] | str | None = None,
        **options: Unpack[CallOptions],
    ) -> AnalysisDescriptor:
        """Analyse a private file again.

        `POST /private/files/{file_id}/analyse`

        The content that the service still holds is analysed and run anew; nothing is uploaded.
        The answer names the analysis, which is queued; its id serves to ask for the result.

        Args:
            file_id: The SHA-256 of the private file, in hexadecimal; shorter hashes are not
                taken here.
            command_line: The command line that the sandboxes run the file with; none if absent.
            disable_sandbox: Whether the file shall not be run in sandboxes at all. Default:
                False.
            enable_internet: Whether the file can reach the internet while it runs. Default:
                False.
            intercept_tls: Whether encrypted traffic is read, for addresses, host names and HTTP
                headers. A file that checks certificates notices, and JA3 fingerprints become
                useless. Default: False.
            interaction_sandbox: The sandbox in which a person can work while the file runs.
                Default: cape.
            interaction_timeout: How long that person has, in seconds, 60 to 1800. Default: 60.
            retention_period_days: How many days the service keeps file and reports, 1 to 28;
                absent means what the group prefers, one day unless set otherwise.
            storage_region: Where the file is stored; absent means the region that the group
                prefers.
            locale: Language and keyboard of the sandboxes, as far as they can be set. Default:
                EN_US.
            options: `timeout` and `deadline` of this call, see `CallOptions`.

        Returns:
            The `AnalysisDescriptor`.

        Raises:
            InvalidInputError: an argument does not have its type, bounds or shape.
            APIError: the service answered with an error, among others NotFoundError,
                InvalidArgumentError, ForbiddenError.
            TransportError: no answer came.

        Needs a premium key.
        https://docs.virustotal.com/reference/rescan-a-private-file
        """
        return await self._call(
            fetch(
                RESCAN_PRIVATE_FILE.request(
                    file_id,
                    query={
                        "command_line": command_line,
                        "disable_sandbox": disable_sandbox,
                        "enable_internet": enable_internet,
                        "intercept_tls": intercept_tls,
                        "interaction_sandbox": interaction_sandbox,
                        "interaction_timeout": interaction_timeout,
                        "retention_period_days": retention_period_days,
                        "storage_region": storage_region,
                        "locale": locale,
                    },
                ),
                read_object(AnalysisDescriptor),
            ),
            options,
        )

    async def get_ai_report(self, file_id: str, **options: Unpack[CallOptions]) -> models.AIReport:
        """Have a private file summed up in words by a language model.

        `GET /private/files/{file_id}/generate_ai_report`

        The answer is made when it is asked for, which takes a while.

        Args:
            file_id: The SHA-256 of the private file, in hexadecimal; shorter hashes are not
                taken here.
            options: `timeout` and `deadline` of this call, see `CallOptions`.

        Returns:
            The `AIReport`.

        Raises:
            InvalidInputError: an argument does not have its type, bounds or shape.
            APIError: the service answered with an error, among others NotFoundError,
                ForbiddenError.
            TransportError: no answer came.

        Needs a premium key.
        """
        return await self._call(
            fetch(GET_PRIVATE_FILE_AI_REPORT.request(file_id), read_object(models.AIReport)),
            options,
        )

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
        relationship: Literal["analyses"] | _SlashPagePrivateAnalysis,
        limit: int = 10,
        cursor: str | None = None,
        **options: Unpack[CallOptions],
    ) -> AsyncPage[models.PrivateAnalysis]: ...
    @overload
    async def get_relationship(
        self,
        file_id: str,
        relationship: Literal["behaviours"] | _SlashPagePrivateFileBehaviour,
        limit: int = 10,
        cursor: str | None = None,
        **options: Unpack[CallOptions],
    ) -> AsyncPage[models.PrivateFileBehaviour]: ...
    @overload
    async def get_relationship(
        self,
        file_id: str,
        relationship: Literal["dropped_files", "execution_parents"] | _SlashPagePrivateFile,
        limit: int = 10,
        cursor: str | None = None,
        **options: Unpack[CallOptions],
    ) -> AsyncPage[models.PrivateFile]: ...
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
        relationship: str,
        limit: int = 10,
        cursor: str | None = None,
        **options: Unpack[CallOptions],
    ) -> AsyncPage[VTObject] | VTObject | None:
        """Get the objects that are related to a private file.

        `GET /private/files/{file_id}/{relationship}`

        A relationship to many answers with a page of objects, one to a single object with that
        object or null. An entry of a page may be an error in place of an object. A page holds
        10 items unless limit says otherwise, and at most 40.

        Args:
            file_id: The SHA-256 of the private file, in hexadecimal; shorter hashes are not
                taken here.
            relationship: The name of a relationship of the object type private_file, one path
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
        https://docs.virustotal.com/reference/private-files-relationships
        """
        return await self._call(
            fetch(
                GET_PRIVATE_FILE_RELATIONSHIP.request(
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
        relationship: Literal[
            "analyses", "behaviours", "comments", "dropped_files", "execution_parents"
        ]
        | _SlashPageDescriptor,
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
        relationship: str,
        limit: int = 10,
        cursor: str | None = None,
        **options: Unpack[CallOptions],
    ) -> AsyncPage[Descriptor] | Descriptor | None:
        """Get the types and ids of the objects that are related to a private file.

        `GET /private/files/{file_id}/relationships/{relationship}`

        Like the objects themselves, but each is only named by type and id, with context
        attributes where the relationship has some; this is cheaper for the service. A page
        holds 10 items unless limit says otherwise, and at most 40.

        Args:
            file_id: The SHA-256 of the private file, in hexadecimal; shorter hashes are not
                taken here.
            relationship: The name of a relationship of the object type private_file, one path
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
        https://docs.virustotal.com/reference/privatefilesidrelationshipsrelationship
        """
        return await self._call(
            fetch(
                GET_PRIVATE_FILE_RELATIONSHIP_DESCRIPTORS.request(
                    file_id,
                    relationship_name(relationship),
                    query={"limit": limit, "cursor": cursor},
                ),
                read_descriptors,
            ),
            options,
        )
