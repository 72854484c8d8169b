"""The operations of the group `gti_asm`.

Do not edit: `python3 scripts/generate.py` made it from `vt_sdk/operations/gti_asm.py`.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, Unpack

from vt_sdk import models
from vt_sdk.aio.api import AsyncVirusTotalAPI
from vt_sdk.core.async_paging import AsyncPage
from vt_sdk.core.async_readers import read_page
from vt_sdk.core.operation import CallOptions
from vt_sdk.core.policy import fetch
from vt_sdk.core.readers import read_object, read_success, read_texts
from vt_sdk.operations.gti_asm import (
    ADD_ASM_COLLECTION_USER,
    ADD_ASM_NOTE,
    ADD_ASM_PROJECT_USERS,
    ADD_ASM_TAG,
    ARCHIVE_ASM_COLLECTION,
    CREATE_ASM_COLLECTION,
    CREATE_ASM_PROJECT,
    DELETE_ASM_COLLECTION,
    DELETE_ASM_ENTITY,
    DELETE_ASM_NOTES,
    DELETE_ASM_PROJECT,
    GET_ASM_COLLECTION,
    GET_ASM_ENTITY,
    GET_ASM_ENTITY_DETAILS,
    GET_ASM_ISSUE,
    GET_ASM_NOTES,
    GET_ASM_TAGS,
    LIST_ASM_COLLECTION_RUNS,
    LIST_ASM_COLLECTION_SEEDS,
    LIST_ASM_COLLECTION_USERS,
    LIST_ASM_COLLECTIONS,
    LIST_ASM_ISSUE_LIBRARY,
    LIST_ASM_PROJECT_USERS,
    LIST_ASM_PROJECTS,
    REMOVE_ASM_TAG,
    SEARCH_ASM_ENTITIES,
    SEARCH_ASM_ISSUES,
    SEARCH_ASM_TECHNOLOGIES,
    SET_ASM_ISSUE_STATUS,
    START_ASM_COLLECTION_RUN,
    UNARCHIVE_ASM_COLLECTION,
)

__all__ = ["AsyncVirusTotalAPIGTIASM"]


class AsyncVirusTotalAPIGTIASM(AsyncVirusTotalAPI):
    """Attack Surface Management of Google Threat Intelligence: weaknesses seen from outside.

    The answers are not of the form that the rest of the API has. Needs the licence for
    Google Threat Intelligence.
    """

    async def search_issues(
        self,
        query: str,
        cursor: str | None = None,
        *,
        page_size: int | None = None,
        page: int | None = None,
        project_id: str | None = None,
        **options: Unpack[CallOptions],
    ) -> AsyncPage[models.ASMIssue]:
        """Search the issues of the own attack surface.

        `GET /asm/search/issues/{query}`

        A search gives 10,000 issues at most, however many there are: narrow one of more by
        severity or by when they were first seen.

        Args:
            query: What issues to find: name:value pairs joined by spaces, all of which have to
                fit. Names are among others collection, name, uid, tag, entity_uid, entity_type,
                entity_name, scoped, severity, severity_gte and severity_lte (1, the gravest, to
                5), status_new (open or closed), status_detailed, first_seen_after,
                last_seen_after and last_seen_before (YYYY-MM-DD).
            cursor: The cursor of the page to get; absent for the first page.
            page_size: How many hits a page holds, 1 to 1000. Default: 50.
            page: The number of the page to begin with, from 0. Default: 0.
            project_id: The id of the project to look at; absent means the primary one.
            options: `timeout` and `deadline` of this call, see `CallOptions`.

        Returns:
            A `AsyncPage` of `ASMIssue` objects, 1000 at most.

        Raises:
            InvalidInputError: an argument does not have its type, bounds or shape.
            APIError: the service answered with an error, among others InvalidArgumentError,
                ForbiddenError.
            TransportError: no answer came.

        Needs a premium key.
        https://gtidocs.virustotal.com/reference/get_search-issues-search-string
        """
        return await self._call(
            fetch(
                SEARCH_ASM_ISSUES.request(
                    query,
                    query={"page_size": page_size, "page_token": cursor, "page": page},
                    headers={"PROJECT-ID": project_id},
                ),
                read_page(models.ASMIssue),
            ),
            options,
        )

    async def search_entities(
        self,
        query: str,
        cursor: str | None = None,
        *,
        page_size: int | None = None,
        page: int | None = None,
        project_id: str | None = None,
        **options: Unpack[CallOptions],
    ) -> AsyncPage[models.ASMEntity]:
        """Search what the own organisation shows to the internet.

        `GET /asm/search/entities/{query}`

        A search gives 10,000 hits at most, however many there are. Narrow a search of more by
        type or by when they were first seen.

        Args:
            query: What entities to find: name:value pairs joined by spaces, all of which have
                to fit; of several values of a name any will do, and !value is any other. Names
                are among others collection, type, name, uid, tag, scoped, hidden, country,
                technology, vuln, port_tcp, first_seen_after, last_seen_after and
                last_seen_before (YYYY-MM-DD).
            cursor: The cursor of the page to get; absent for the first page.
            page_size: How many hits a page holds, 1 to 1000. Default: 50.
            page: The number of the page to begin with, from 0. Default: 0.
            project_id: The id of the project to look at; absent means the primary one.
            options: `timeout` and `deadline` of this call, see `CallOptions`.

        Returns:
            A `AsyncPage` of `ASMEntity` objects, 1000 at most.

        Raises:
            InvalidInputError: an argument does not have its type, bounds or shape.
            APIError: the service answered with an error, among others InvalidArgumentError,
                ForbiddenError.
            TransportError: no answer came.

        Needs a premium key.
        """
        return await self._call(
            fetch(
                SEARCH_ASM_ENTITIES.request(
                    query,
                    query={"page_size": page_size, "page_token": cursor, "page": page},
                    headers={"PROJECT-ID": project_id},
                ),
                read_page(models.ASMEntity),
            ),
            options,
        )

    async def search_technologies(
        self,
        query: str,
        cursor: str | None = None,
        *,
        page_size: int | None = None,
        page: int | None = None,
        project_id: str | None = None,
        **options: Unpack[CallOptions],
    ) -> AsyncPage[models.ASMTechnology]:
        """Search the technologies that the own organisation uses.

        `GET /asm/search/technologies/{query}`

        A search gives 10,000 hits at most, however many there are.

        Args:
            query: What technologies to find: name:value pairs joined by spaces, all of which
                have to fit; of several values of a name any will do, and !value is any other.
                Names are among others collection and name.
            cursor: The cursor of the page to get; absent for the first page.
            page_size: How many hits a page holds, 1 to 1000. Default: 50.
            page: The number of the page to begin with, from 0. Default: 0.
            project_id: The id of the project to look at; absent means the primary one.
            options: `timeout` and `deadline` of this call, see `CallOptions`.

        Returns:
            A `AsyncPage` of `ASMTechnology` objects, 1000 at most.

        Raises:
            InvalidInputError: an argument does not have its type, bounds or shape.
            APIError: the service answered with an error, among others InvalidArgumentError,
                ForbiddenError.
            TransportError: no answer came.

        Needs a premium key.
        """
        return await self._call(
            fetch(
                SEARCH_ASM_TECHNOLOGIES.request(
                    query,
                    query={"page_size": page_size, "page_token": cursor, "page": page},
                    headers={"PROJECT-ID": project_id},
                ),
                read_page(models.ASMTechnology),
            ),
            options,
        )

    async def get_entity(
        self, entity_id: str, *, project_id: str | None = None, **options: Unpack[CallOptions]
    ) -> models.ASMEntity:
        """Get an entity: something that the own organisation shows to the internet.

        `GET /asm/entities/{entity_id}`

        Args:
            entity_id: The uid of the entity.
            project_id: The id of the project to look at; absent means the primary one.
            options: `timeout` and `deadline` of this call, see `CallOptions`.

        Returns:
            The `ASMEntity`.

        Raises:
            InvalidInputError: an argument does not have its type, bounds or shape.
            APIError: the service answered with an error, among others NotFoundError,
                ForbiddenError.
            TransportError: no answer came.

        Needs a premium key.
        """
        return await self._call(
            fetch(
                GET_ASM_ENTITY.request(entity_id, headers={"PROJECT-ID": project_id}),
                read_object(models.ASMEntity),
            ),
            options,
        )

    async def delete_entity(
        self, entity_id: str, *, project_id: str | None = None, **options: Unpack[CallOptions]
    ) -> None:
        """Delete an entity.

        `DELETE /asm/entities/{entity_id}`

        Args:
            entity_id: The uid of the entity.
            project_id: The id of the project to look at; absent means the primary one.
            options: `timeout` and `deadline` of this call, see `CallOptions`.

        Raises:
            InvalidInputError: an argument does not have its type, bounds or shape.
            APIError: the service answered with an error, among others NotFoundError,
                ForbiddenError.
            TransportError: no answer came.

        Needs a premium key.
        """
        return await self._call(
            fetch(
                DELETE_ASM_ENTITY.request(entity_id, headers={"PROJECT-ID": project_id}),
                read_success,
            ),
            options,
        )

    async def get_entity_details(
        self, entity_id: str, *, project_id: str | None = None, **options: Unpack[CallOptions]
    ) -> models.ASMEntity:
        """Get an entity with all that the scan has found out.

        `GET /asm/entities/{entity_id}/raw`

        Args:
            entity_id: The uid of the entity.
            project_id: The id of the project to look at; absent means the primary one.
            options: `timeout` and `deadline` of this call, see `CallOptions`.

        Returns:
            The `ASMEntity`.

        Raises:
            InvalidInputError: an argument does not have its type, bounds or shape.
            APIError: the service answered with an error, among others NotFoundError,
                ForbiddenError.
            TransportError: no answer came.

        Needs a premium key.
        """
        return await self._call(
            fetch(
                GET_ASM_ENTITY_DETAILS.request(entity_id, headers={"PROJECT-ID": project_id}),
                read_object(models.ASMEntity),
            ),
            options,
        )

    async def get_issue(
        self, issue_id: str, *, project_id: str | None = None, **options: Unpack[CallOptions]
    ) -> models.ASMIssue:
        """Get an issue with what shows it and how it is mended.

        `GET /asm/issues/{issue_id}`

        Args:
            issue_id: The uid of the issue.
            project_id: The id of the project to look at; absent means the primary one.
            options: `timeout` and `deadline` of this call, see `CallOptions`.

        Returns:
            The `ASMIssue`.

        Raises:
            InvalidInputError: an argument does not have its type, bounds or shape.
            APIError: the service answered with an error, among others NotFoundError,
                ForbiddenError.
            TransportError: no answer came.

        Needs a premium key.
        """
        return await self._call(
            fetch(
                GET_ASM_ISSUE.request(issue_id, headers={"PROJECT-ID": project_id}),
                read_object(models.ASMIssue),
            ),
            options,
        )

    async def set_issue_status(
        self,
        issue_id: str,
        status: Literal[
            "open_new",
            "open_triaged",
            "open_in_progress",
            "closed",
            "closed_mitigated",
            "closed_resolved",
            "closed_duplicate",
            "closed_out_of_scope",
            "closed_benign",
            "closed_risk_accepted",
            "closed_false_positive",
            "closed_no_repro",
            "closed_tracked_externally",
        ],
        *,
        project_id: str | None = None,
        **options: Unpack[CallOptions],
    ) -> None:
        """Set the status of an issue.

        `POST /asm/issues/{issue_id}/status`

        Args:
            issue_id: The uid of the issue.
            status: What is done about the issue.
            project_id: The id of the project to look at; absent means the primary one.
            options: `timeout` and `deadline` of this call, see `CallOptions`.

        Raises:
            InvalidInputError: an argument does not have its type, bounds or shape.
            APIError: the service answered with an error, among others NotFoundError,
                ForbiddenError.
            TransportError: no answer came.

        Needs a premium key.
        """
        return await self._call(
            fetch(
                SET_ASM_ISSUE_STATUS.request(
                    issue_id,
                    headers={"PROJECT-ID": project_id},
                    document=SET_ASM_ISSUE_STATUS.given({"status": status}),
                ),
                read_success,
            ),
            options,
        )

    async def get_notes(
        self,
        item_type: Literal["issue", "entity"],
        item_id: str,
        *,
        project_id: str | None = None,
        **options: Unpack[CallOptions],
    ) -> AsyncPage[models.ASMNote]:
        """Get the notes about an issue or an entity.

        `GET /asm/notes/{item_type}/{item_id}`

        Args:
            item_type: What it is about.
            item_id: The uid of the issue or the entity.
            project_id: The id of the project to look at; absent means the primary one.
            options: `timeout` and `deadline` of this call, see `CallOptions`.

        Returns:
            A `AsyncPage` of `ASMNote` objects.

        Raises:
            InvalidInputError: an argument does not have its type, bounds or shape.
            APIError: the service answered with an error, among others NotFoundError,
                ForbiddenError.
            TransportError: no answer came.

        Needs a premium key.
        """
        return await self._call(
            fetch(
                GET_ASM_NOTES.request(item_type, item_id, headers={"PROJECT-ID": project_id}),
                read_page(models.ASMNote),
            ),
            options,
        )

    async def add_note(
        self,
        item_type: Literal["issue", "entity"],
        item_id: str,
        text: str,
        *,
        project_id: str | None = None,
        **options: Unpack[CallOptions],
    ) -> None:
        """Add a note about an issue or an entity.

        `POST /asm/notes/{item_type}/{item_id}`

        Args:
            item_type: What it is about.
            item_id: The uid of the issue or the entity.
            text: The note, 8000 characters at most.
            project_id: The id of the project to look at; absent means the primary one.
            options: `timeout` and `deadline` of this call, see `CallOptions`.

        Raises:
            InvalidInputError: an argument does not have its type, bounds or shape.
            APIError: the service answered with an error, among others NotFoundError,
                ForbiddenError.
            TransportError: no answer came; `may_have_arrived` says whether the request may have.

        Needs a premium key.
        """
        return await self._call(
            fetch(
                ADD_ASM_NOTE.request(
                    item_type,
                    item_id,
                    headers={"PROJECT-ID": project_id},
                    document=ADD_ASM_NOTE.given({"note_text": text}),
                ),
                read_success,
            ),
            options,
        )

    async def delete_notes(
        self,
        item_type: Literal["issue", "entity"],
        item_id: str,
        *,
        project_id: str | None = None,
        **options: Unpack[CallOptions],
    ) -> None:
        """Delete the notes about an issue or an entity.

        `DELETE /asm/notes/{item_type}/{item_id}`

        Nothing says how a single one would be named, so take it that all of them go.

        Args:
            item_type: What it is about.
            item_id: The uid of the issue or the entity.
            project_id: The id of the project to look at; absent means the primary one.
            options: `timeout` and `deadline` of this call, see `CallOptions`.

        Raises:
            InvalidInputError: an argument does not have its type, bounds or shape.
            APIError: the service answered with an error, among others NotFoundError,
                ForbiddenError.
            TransportError: no answer came.

        Needs a premium key.
        """
        return await self._call(
            fetch(
                DELETE_ASM_NOTES.request(item_type, item_id, headers={"PROJECT-ID": project_id}),
                read_success,
            ),
            options,
        )

    async def get_tags(
        self,
        item_type: Literal["issue", "entity"],
        item_id: str,
        *,
        project_id: str | None = None,
        **options: Unpack[CallOptions],
    ) -> list[str]:
        """Get the tags of an issue or an entity.

        `GET /asm/tags/{item_type}/{item_id}`

        Args:
            item_type: What it is about.
            item_id: The uid of the issue or the entity.
            project_id: The id of the project to look at; absent means the primary one.
            options: `timeout` and `deadline` of this call, see `CallOptions`.

        Returns:
            The tags.

        Raises:
            InvalidInputError: an argument does not have its type, bounds or shape.
            APIError: the service answered with an error, among others NotFoundError,
                ForbiddenError.
            TransportError: no answer came.

        Needs a premium key.
        """
        return await self._call(
            fetch(
                GET_ASM_TAGS.request(item_type, item_id, headers={"PROJECT-ID": project_id}),
                read_texts,
            ),
            options,
        )

    async def add_tag(
        self,
        item_type: Literal["issue", "entity"],
        item_id: str,
        tag: str,
        *,
        project_id: str | None = None,
        **options: Unpack[CallOptions],
    ) -> None:
        """Add a tag to an issue or an entity.

        `POST /asm/tags/{item_type}/{item_id}`

        Args:
            item_type: What it is about.
            item_id: The uid of the issue or the entity.
            tag: The tag.
            project_id: The id of the project to look at; absent means the primary one.
            options: `timeout` and `deadline` of this call, see `CallOptions`.

        Raises:
            InvalidInputError: an argument does not have its type, bounds or shape.
            APIError: the service answered with an error, among others NotFoundError,
                ForbiddenError.
            TransportError: no answer came.

        Needs a premium key.
        """
        return await self._call(
            fetch(
                ADD_ASM_TAG.request(
                    item_type,
                    item_id,
                    headers={"PROJECT-ID": project_id},
                    document=ADD_ASM_TAG.given({"tag_name": tag}),
                ),
                read_success,
            ),
            options,
        )

    async def remove_tag(
        self,
        item_type: Literal["issue", "entity"],
        item_id: str,
        tag: str,
        *,
        project_id: str | None = None,
        **options: Unpack[CallOptions],
    ) -> None:
        """Take a tag from an issue or an entity.

        `DELETE /asm/tags/{item_type}/{item_id}`

        Args:
            item_type: What it is about.
            item_id: The uid of the issue or the entity.
            tag: The tag.
            project_id: The id of the project to look at; absent means the primary one.
            options: `timeout` and `deadline` of this call, see `CallOptions`.

        Raises:
            InvalidInputError: an argument does not have its type, bounds or shape.
            APIError: the service answered with an error, among others NotFoundError,
                ForbiddenError.
            TransportError: no answer came.

        Needs a premium key.
        """
        return await self._call(
            fetch(
                REMOVE_ASM_TAG.request(
                    item_type,
                    item_id,
                    headers={"PROJECT-ID": project_id},
                    document=REMOVE_ASM_TAG.given({"tag_name": tag}),
                ),
                read_success,
            ),
            options,
        )

    async def get_projects(self, **options: Unpack[CallOptions]) -> AsyncPage[models.ASMProject]:
        """List the projects of the caller.

        `GET /asm/projects`

        Args:
            options: `timeout` and `deadline` of this call, see `CallOptions`.

        Returns:
            A `AsyncPage` of `ASMProject` objects.

        Raises:
            InvalidInputError: an argument does not have its type, bounds or shape.
            APIError: the service answered with an error, among others InvalidArgumentError,
                ForbiddenError.
            TransportError: no answer came.

        Needs a premium key.
        """
        return await self._call(
            fetch(LIST_ASM_PROJECTS.request(), read_page(models.ASMProject)), options
        )

    async def create_project(self, name: str, **options: Unpack[CallOptions]) -> models.ASMProject:
        """Create a project.

        `POST /asm/projects`

        Args:
            name: What it is called.
            options: `timeout` and `deadline` of this call, see `CallOptions`.

        Returns:
            The `ASMProject`.

        Raises:
            InvalidInputError: an argument does not have its type, bounds or shape.
            APIError: the service answered with an error, among others InvalidArgumentError,
                ForbiddenError.
            TransportError: no answer came; `may_have_arrived` says whether the request may have.

        Needs a premium key.
        """
        return await self._call(
            fetch(
                CREATE_ASM_PROJECT.request(document=CREATE_ASM_PROJECT.given({"name": name})),
                read_object(models.ASMProject),
            ),
            options,
        )

    async def delete_project(self, project_uuid: str, **options: Unpack[CallOptions]) -> None:
        """Delete a project.

        `DELETE /asm/projects/{project_uuid}`

        Args:
            project_uuid: The uuid of the project.
            options: `timeout` and `deadline` of this call, see `CallOptions`.

        Raises:
            InvalidInputError: an argument does not have its type, bounds or shape.
            APIError: the service answered with an error, among others NotFoundError,
                ForbiddenError.
            TransportError: no answer came.

        Needs a premium key.
        """
        return await self._call(
            fetch(DELETE_ASM_PROJECT.request(project_uuid), read_success), options
        )

    async def get_project_users(
        self, project_uuid: str, **options: Unpack[CallOptions]
    ) -> AsyncPage[models.ASMUser]:
        """List the users of a project.

        `GET /asm/projects/{project_uuid}/users`

        Args:
            project_uuid: The uuid of the project.
            options: `timeout` and `deadline` of this call, see `CallOptions`.

        Returns:
            A `AsyncPage` of `ASMUser` objects.

        Raises:
            InvalidInputError: an argument does not have its type, bounds or shape.
            APIError: the service answered with an error, among others NotFoundError,
                ForbiddenError.
            TransportError: no answer came.

        Needs a premium key.
        """
        return await self._call(
            fetch(LIST_ASM_PROJECT_USERS.request(project_uuid), read_page(models.ASMUser)), options
        )

    async def add_project_users(
        self,
        project_uuid: str,
        emails: Sequence[str],
        role: Literal["member", "owner"],
        **options: Unpack[CallOptions],
    ) -> AsyncPage[models.ASMUser]:
        """Add users to a project by their addresses.

        `POST /asm/projects/{project_uuid}/users/bulk`

        Args:
            project_uuid: The uuid of the project.
            emails: The addresses of the users.
            role: What they may do.
            options: `timeout` and `deadline` of this call, see `CallOptions`.

        Returns:
            A `AsyncPage` of `ASMUser` objects.

        Raises:
            InvalidInputError: an argument does not have its type, bounds or shape.
            APIError: the service answered with an error, among others NotFoundError,
                ForbiddenError.
            TransportError: no answer came; `may_have_arrived` says whether the request may have.

        Needs a premium key.
        """
        return await self._call(
            fetch(
                ADD_ASM_PROJECT_USERS.request(
                    project_uuid,
                    document=ADD_ASM_PROJECT_USERS.given({"emails": emails, "role": role}),
                ),
                read_page(models.ASMUser),
            ),
            options,
        )

    async def get_collections(
        self, *, project_id: str | None = None, **options: Unpack[CallOptions]
    ) -> AsyncPage[models.ASMCollection]:
        """List the collections of a project: what is scanned together.

        `GET /asm/user_collections`

        Args:
            project_id: The id of the project to look at; absent means the primary one.
            options: `timeout` and `deadline` of this call, see `CallOptions`.

        Returns:
            A `AsyncPage` of `ASMCollection` objects.

        Raises:
            InvalidInputError: an argument does not have its type, bounds or shape.
            APIError: the service answered with an error, among others InvalidArgumentError,
                ForbiddenError.
            TransportError: no answer came.

        Needs a premium key.
        """
        return await self._call(
            fetch(
                LIST_ASM_COLLECTIONS.request(headers={"PROJECT-ID": project_id}),
                read_page(models.ASMCollection),
            ),
            options,
        )

    async def create_collection(
        self,
        name: str,
        *,
        workflow_name: str | None = None,
        project_id: str | None = None,
        **options: Unpack[CallOptions],
    ) -> models.ASMCollection:
        """Create a collection.

        `POST /asm/user_collections`

        Args:
            name: What it is called.
            workflow_name: How it shall be scanned, such as external_discovery_and_assessment;
                as the service sees fit if absent.
            project_id: The id of the project to look at; absent means the primary one.
            options: `timeout` and `deadline` of this call, see `CallOptions`.

        Returns:
            The `ASMCollection`.

        Raises:
            InvalidInputError: an argument does not have its type, bounds or shape.
            APIError: the service answered with an error, among others InvalidArgumentError,
                ForbiddenError.
            TransportError: no answer came; `may_have_arrived` says whether the request may have.

        Needs a premium key.
        """
        return await self._call(
            fetch(
                CREATE_ASM_COLLECTION.request(
                    headers={"PROJECT-ID": project_id},
                    document=CREATE_ASM_COLLECTION.given(
                        {"name": name, "workflow_name": workflow_name}
                    ),
                ),
                read_object(models.ASMCollection),
            ),
            options,
        )

    async def get_collection(
        self, collection_uuid: str, *, project_id: str | None = None, **options: Unpack[CallOptions]
    ) -> models.ASMCollection:
        """Get a collection.

        `GET /asm/user_collections/{collection_uuid}`

        Args:
            collection_uuid: The uuid of the collection.
            project_id: The id of the project to look at; absent means the primary one.
            options: `timeout` and `deadline` of this call, see `CallOptions`.

        Returns:
            The `ASMCollection`.

        Raises:
            InvalidInputError: an argument does not have its type, bounds or shape.
            APIError: the service answered with an error, among others NotFoundError,
                ForbiddenError.
            TransportError: no answer came.

        Needs a premium key.
        """
        return await self._call(
            fetch(
                GET_ASM_COLLECTION.request(collection_uuid, headers={"PROJECT-ID": project_id}),
                read_object(models.ASMCollection),
            ),
            options,
        )

    async def delete_collection(
        self, collection_uuid: str, *, project_id: str | None = None, **options: Unpack[CallOptions]
    ) -> None:
        """Delete a collection.

        `DELETE /asm/user_collections/{collection_uuid}`

        Args:
            collection_uuid: The uuid of the collection.
            project_id: The id of the project to look at; absent means the primary one.
            options: `timeout` and `deadline` of this call, see `CallOptions`.

        Raises:
            InvalidInputError: an argument does not have its type, bounds or shape.
            APIError: the service answered with an error, among others NotFoundError,
                ForbiddenError.
            TransportError: no answer came.

        Needs a premium key.
        """
        return await self._call(
            fetch(
                DELETE_ASM_COLLECTION.request(collection_uuid, headers={"PROJECT-ID": project_id}),
                read_success,
            ),
            options,
        )

    async def archive_collection(
        self, collection_uuid: str, *, project_id: str | None = None, **options: Unpack[CallOptions]
    ) -> None:
        """Archive a collection, so that it is not scanned any more.

        `PATCH /asm/user_collections/{collection_uuid}/archive`

        Args:
            collection_uuid: The uuid of the collection.
            project_id: The id of the project to look at; absent means the primary one.
            options: `timeout` and `deadline` of this call, see `CallOptions`.

        Raises:
            InvalidInputError: an argument does not have its type, bounds or shape.
            APIError: the service answered with an error, among others NotFoundError,
                ForbiddenError.
            TransportError: no answer came.

        Needs a premium key.
        """
        return await self._call(
            fetch(
                ARCHIVE_ASM_COLLECTION.request(collection_uuid, headers={"PROJECT-ID": project_id}),
                read_success,
            ),
            options,
        )

    async def unarchive_collection(
        self, collection_uuid: str, *, project_id: str | None = None, **options: Unpack[CallOptions]
    ) -> None:
        """Take a collection out of the archive, so that it is scanned again.

        `PATCH /asm/user_collections/{collection_uuid}/unarchive`

        Args:
            collection_uuid: The uuid of the collection.
            project_id: The id of the project to look at; absent means the primary one.
            options: `timeout` and `deadline` of this call, see `CallOptions`.

        Raises:
            InvalidInputError: an argument does not have its type, bounds or shape.
            APIError: the service answered with an error, among others NotFoundError,
                ForbiddenError.
            TransportError: no answer came.

        Needs a premium key.
        """
        return await self._call(
            fetch(
                UNARCHIVE_ASM_COLLECTION.request(
                    collection_uuid, headers={"PROJECT-ID": project_id}
                ),
                read_success,
            ),
            options,
        )

    async def get_collection_users(
        self, collection_uuid: str, *, project_id: str | None = None, **options: Unpack[CallOptions]
    ) -> AsyncPage[models.ASMUser]:
        """List the users of a collection.

        `GET /asm/user_collections/{collection_uuid}/collection_project_users`

        Args:
            collection_uuid: The uuid of the collection.
            project_id: The id of the project to look at; absent means the primary one.
            options: `timeout` and `deadline` of this call, see `CallOptions`.

        Returns:
            A `AsyncPage` of `ASMUser` objects.

        Raises:
            InvalidInputError: an argument does not have its type, bounds or shape.
            APIError: the service answered with an error, among others NotFoundError,
                ForbiddenError.
            TransportError: no answer came.

        Needs a premium key.
        """
        return await self._call(
            fetch(
                LIST_ASM_COLLECTION_USERS.request(
                    collection_uuid, headers={"PROJECT-ID": project_id}
                ),
                read_page(models.ASMUser),
            ),
            options,
        )

    async def add_collection_user(
        self,
        collection_uuid: str,
        project_user_id: int,
        role: Literal["member", "owner"],
        *,
        project_id: str | None = None,
        **options: Unpack[CallOptions],
    ) -> None:
        """Add a user of the project to a collection.

        `POST /asm/user_collections/{collection_uuid}/collection_project_users`

        Args:
            collection_uuid: The uuid of the collection.
            project_user_id: The number of the user of the project.
            role: What they may do.
            project_id: The id of the project to look at; absent means the primary one.
            options: `timeout` and `deadline` of this call, see `CallOptions`.

        Raises:
            InvalidInputError: an argument does not have its type, bounds or shape.
            APIError: the service answered with an error, among others NotFoundError,
                ForbiddenError.
            TransportError: no answer came; `may_have_arrived` says whether the request may have.

        Needs a premium key.
        """
        return await self._call(
            fetch(
                ADD_ASM_COLLECTION_USER.request(
                    collection_uuid,
                    headers={"PROJECT-ID": project_id},
                    document=ADD_ASM_COLLECTION_USER.given(
                        {"project_user_id": project_user_id, "role": role}
                    ),
                ),
                read_success,
            ),
            options,
        )

    async def get_collection_seeds(
        self, collection_uuid: str, *, project_id: str | None = None, **options: Unpack[CallOptions]
    ) -> AsyncPage[models.ASMSeed]:
        """List the seeds of a collection: what its scans begin with.

        `GET /asm/user_collections/{collection_uuid}/user_entities`

        Args:
            collection_uuid: The uuid of the collection.
            project_id: The id of the project to look at; absent means the primary one.
            options: `timeout` and `deadline` of this call, see `CallOptions`.

        Returns:
            A `AsyncPage` of `ASMSeed` objects.

        Raises:
            InvalidInputError: an argument does not have its type, bounds or shape.
            APIError: the service answered with an error, among others NotFoundError,
                ForbiddenError.
            TransportError: no answer came.

        Needs a premium key.
        """
        return await self._call(
            fetch(
                LIST_ASM_COLLECTION_SEEDS.request(
                    collection_uuid, headers={"PROJECT-ID": project_id}
                ),
                read_page(models.ASMSeed),
            ),
            options,
        )

    async def get_collection_runs(
        self, collection_uuid: str, *, project_id: str | None = None, **options: Unpack[CallOptions]
    ) -> AsyncPage[models.ASMCollectionRun]:
        """List the scans of a collection.

        `GET /asm/collections/{collection_uuid}/collection_runs`

        Args:
            collection_uuid: The uuid of the collection.
            project_id: The id of the project to look at; absent means the primary one.
            options: `timeout` and `deadline` of this call, see `CallOptions`.

        Returns:
            A `AsyncPage` of `ASMCollectionRun` objects.

        Raises:
            InvalidInputError: an argument does not have its type, bounds or shape.
            APIError: the service answered with an error, among others NotFoundError,
                ForbiddenError.
            TransportError: no answer came.

        Needs a premium key.
        """
        return await self._call(
            fetch(
                LIST_ASM_COLLECTION_RUNS.request(
                    collection_uuid, headers={"PROJECT-ID": project_id}
                ),
                read_page(models.ASMCollectionRun),
            ),
            options,
        )

    async def start_collection_run(
        self, collection_uuid: str, *, project_id: str | None = None, **options: Unpack[CallOptions]
    ) -> None:
        """Start a scan of a collection.

        `POST /asm/collections/{collection_uuid}/collection_runs`

        Args:
            collection_uuid: The uuid of the collection.
            project_id: The id of the project to look at; absent means the primary one.
            options: `timeout` and `deadline` of this call, see `CallOptions`.

        Raises:
            InvalidInputError: an argument does not have its type, bounds or shape.
            APIError: the service answered with an error, among others NotFoundError,
                ForbiddenError.
            TransportError: no answer came; `may_have_arrived` says whether the request may have.

        Needs a premium key.
        """
        return await self._call(
            fetch(
                START_ASM_COLLECTION_RUN.request(
                    collection_uuid, headers={"PROJECT-ID": project_id}
                ),
                read_success,
            ),
            options,
        )

    async def get_issue_library(
        self, cursor: str | None = None, **options: Unpack[CallOptions]
    ) -> AsyncPage[models.ASMIssueKind]:
        """List the kinds of issues that the service knows.

        `GET /asm/library/issues`

        Args:
            cursor: The cursor of the page to get, its number from 0; absent for the first page.
            options: `timeout` and `deadline` of this call, see `CallOptions`.

        Returns:
            A `AsyncPage` of `ASMIssueKind` objects.

        Raises:
            InvalidInputError: an argument does not have its type, bounds or shape.
            APIError: the service answered with an error, among others InvalidArgumentError,
                ForbiddenError.
            TransportError: no answer came.

        Needs a premium key.
        """
        return await self._call(
            fetch(
                LIST_ASM_ISSUE_LIBRARY.request(query={"page": cursor}),
                read_page(models.ASMIssueKind),
            ),
            options,
        )
