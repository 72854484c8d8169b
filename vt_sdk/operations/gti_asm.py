"""The operations of the group `gti_asm`.

Do not edit: `python3 scripts/generate.py` made it from `schemas/openapi.yaml`.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, Unpack

from vt_sdk import models
from vt_sdk.api import VirusTotalAPI
from vt_sdk.core.layouts import Layout
from vt_sdk.core.operation import (
    CallOptions,
    Operation,
)
from vt_sdk.core.paging import Page
from vt_sdk.core.policy import fetch
from vt_sdk.core.readers import (
    read_object,
    read_page,
    read_success,
    read_texts,
)

SEARCH_ASM_ISSUES = Operation(
    "search_asm_issues",
    "GET",
    "/asm/search/issues/{}",
    (("query", "opaque"),),
    repeatable=True,
    premium=True,
    arguments={
        "page_size": {"type": "integer", "minimum": 1, "maximum": 1000},
        "page_token": {"type": "string", "x-vt-argument": "cursor"},
        "page": {"type": "integer", "minimum": 0, "maximum": 9999},
        "PROJECT-ID": {"type": "string", "x-vt-argument": "project_id"},
    },
    layout=Layout(("result", "hits"), "token"),
)
SEARCH_ASM_ENTITIES = Operation(
    "search_asm_entities",
    "GET",
    "/asm/search/entities/{}",
    (("query", "opaque"),),
    repeatable=True,
    premium=True,
    arguments={
        "page_size": {"type": "integer", "minimum": 1, "maximum": 1000},
        "page_token": {"type": "string", "x-vt-argument": "cursor"},
        "page": {"type": "integer", "minimum": 0, "maximum": 9999},
        "PROJECT-ID": {"type": "string", "x-vt-argument": "project_id"},
    },
    layout=Layout(("result", "hits"), "token"),
)
SEARCH_ASM_TECHNOLOGIES = Operation(
    "search_asm_technologies",
    "GET",
    "/asm/search/technologies/{}",
    (("query", "opaque"),),
    repeatable=True,
    premium=True,
    arguments={
        "page_size": {"type": "integer", "minimum": 1, "maximum": 1000},
        "page_token": {"type": "string", "x-vt-argument": "cursor"},
        "page": {"type": "integer", "minimum": 0, "maximum": 9999},
        "PROJECT-ID": {"type": "string", "x-vt-argument": "project_id"},
    },
    layout=Layout(("result", "hits"), "token"),
)
GET_ASM_ENTITY = Operation(
    "get_asm_entity",
    "GET",
    "/asm/entities/{}",
    (("entity_id", "opaque"),),
    repeatable=True,
    premium=True,
    arguments={"PROJECT-ID": {"type": "string", "x-vt-argument": "project_id"}},
    layout=Layout(("result",)),
)
DELETE_ASM_ENTITY = Operation(
    "delete_asm_entity",
    "DELETE",
    "/asm/entities/{}",
    (("entity_id", "opaque"),),
    repeatable=True,
    premium=True,
    arguments={"PROJECT-ID": {"type": "string", "x-vt-argument": "project_id"}},
    layout=Layout(("success",)),
)
GET_ASM_ENTITY_DETAILS = Operation(
    "get_asm_entity_details",
    "GET",
    "/asm/entities/{}/raw",
    (("entity_id", "opaque"),),
    repeatable=True,
    premium=True,
    arguments={"PROJECT-ID": {"type": "string", "x-vt-argument": "project_id"}},
    layout=Layout(("result",)),
)
GET_ASM_ISSUE = Operation(
    "get_asm_issue",
    "GET",
    "/asm/issues/{}",
    (("issue_id", "opaque"),),
    repeatable=True,
    premium=True,
    arguments={"PROJECT-ID": {"type": "string", "x-vt-argument": "project_id"}},
    layout=Layout(("result",)),
)
SET_ASM_ISSUE_STATUS = Operation(
    "set_asm_issue_status",
    "POST",
    "/asm/issues/{}/status",
    (("issue_id", "opaque"),),
    repeatable=True,
    premium=True,
    arguments={
        "status": {
            "enum": (
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
            )
        },
        "PROJECT-ID": {"type": "string", "x-vt-argument": "project_id"},
    },
    required=("status",),
    layout=Layout(("success",)),
)
GET_ASM_NOTES = Operation(
    "get_asm_notes",
    "GET",
    "/asm/notes/{}/{}",
    (("item_type", "opaque"), ("item_id", "opaque")),
    repeatable=True,
    premium=True,
    arguments={
        "PROJECT-ID": {"type": "string", "x-vt-argument": "project_id"},
        "item_type": {"enum": ("issue", "entity")},
    },
    layout=Layout(("result",)),
)
ADD_ASM_NOTE = Operation(
    "add_asm_note",
    "POST",
    "/asm/notes/{}/{}",
    (("item_type", "opaque"), ("item_id", "opaque")),
    premium=True,
    arguments={
        "note_text": {"type": "string", "minLength": 1, "maxLength": 8000, "x-vt-argument": "text"},
        "PROJECT-ID": {"type": "string", "x-vt-argument": "project_id"},
        "item_type": {"enum": ("issue", "entity")},
    },
    required=("note_text",),
    layout=Layout(("success",)),
)
DELETE_ASM_NOTES = Operation(
    "delete_asm_notes",
    "DELETE",
    "/asm/notes/{}/{}",
    (("item_type", "opaque"), ("item_id", "opaque")),
    repeatable=True,
    premium=True,
    arguments={
        "PROJECT-ID": {"type": "string", "x-vt-argument": "project_id"},
        "item_type": {"enum": ("issue", "entity")},
    },
    layout=Layout(("success",)),
)
GET_ASM_TAGS = Operation(
    "get_asm_tags",
    "GET",
    "/asm/tags/{}/{}",
    (("item_type", "opaque"), ("item_id", "opaque")),
    repeatable=True,
    premium=True,
    arguments={
        "PROJECT-ID": {"type": "string", "x-vt-argument": "project_id"},
        "item_type": {"enum": ("issue", "entity")},
    },
    layout=Layout(("result",)),
)
ADD_ASM_TAG = Operation(
    "add_asm_tag",
    "POST",
    "/asm/tags/{}/{}",
    (("item_type", "opaque"), ("item_id", "opaque")),
    repeatable=True,
    premium=True,
    arguments={
        "tag_name": {"type": "string", "minLength": 1, "x-vt-argument": "tag"},
        "PROJECT-ID": {"type": "string", "x-vt-argument": "project_id"},
        "item_type": {"enum": ("issue", "entity")},
    },
    required=("tag_name",),
    layout=Layout(("success",)),
)
REMOVE_ASM_TAG = Operation(
    "remove_asm_tag",
    "DELETE",
    "/asm/tags/{}/{}",
    (("item_type", "opaque"), ("item_id", "opaque")),
    repeatable=True,
    premium=True,
    arguments={
        "tag_name": {"type": "string", "minLength": 1, "x-vt-argument": "tag"},
        "PROJECT-ID": {"type": "string", "x-vt-argument": "project_id"},
        "item_type": {"enum": ("issue", "entity")},
    },
    required=("tag_name",),
    layout=Layout(("success",)),
)
LIST_ASM_PROJECTS = Operation(
    "list_asm_projects",
    "GET",
    "/asm/projects",
    repeatable=True,
    premium=True,
    layout=Layout(("result",)),
)
CREATE_ASM_PROJECT = Operation(
    "create_asm_project",
    "POST",
    "/asm/projects",
    premium=True,
    arguments={"name": {"type": "string", "minLength": 1}},
    required=("name",),
    layout=Layout(("result",)),
)
DELETE_ASM_PROJECT = Operation(
    "delete_asm_project",
    "DELETE",
    "/asm/projects/{}",
    (("project_uuid", "opaque"),),
    repeatable=True,
    premium=True,
    layout=Layout(("success",)),
)
LIST_ASM_PROJECT_USERS = Operation(
    "list_asm_project_users",
    "GET",
    "/asm/projects/{}/users",
    (("project_uuid", "opaque"),),
    repeatable=True,
    premium=True,
    layout=Layout(("result",)),
)
ADD_ASM_PROJECT_USERS = Operation(
    "add_asm_project_users",
    "POST",
    "/asm/projects/{}/users/bulk",
    (("project_uuid", "opaque"),),
    premium=True,
    arguments={
        "emails": {"type": "array", "minItems": 1, "items": {"type": "string", "minLength": 1}},
        "role": {"enum": ("member", "owner")},
    },
    required=("emails", "role"),
    layout=Layout(("result",)),
)
LIST_ASM_COLLECTIONS = Operation(
    "list_asm_collections",
    "GET",
    "/asm/user_collections",
    repeatable=True,
    premium=True,
    arguments={"PROJECT-ID": {"type": "string", "x-vt-argument": "project_id"}},
    layout=Layout(("result",)),
)
CREATE_ASM_COLLECTION = Operation(
    "create_asm_collection",
    "POST",
    "/asm/user_collections",
    premium=True,
    arguments={
        "name": {"type": "string", "minLength": 1},
        "workflow_name": {"type": "string", "minLength": 1},
        "PROJECT-ID": {"type": "string", "x-vt-argument": "project_id"},
    },
    required=("name",),
    layout=Layout(("result",)),
)
GET_ASM_COLLECTION = Operation(
    "get_asm_collection",
    "GET",
    "/asm/user_collections/{}",
    (("collection_uuid", "opaque"),),
    repeatable=True,
    premium=True,
    arguments={"PROJECT-ID": {"type": "string", "x-vt-argument": "project_id"}},
    layout=Layout(("result",)),
)
DELETE_ASM_COLLECTION = Operation(
    "delete_asm_collection",
    "DELETE",
    "/asm/user_collections/{}",
    (("collection_uuid", "opaque"),),
    repeatable=True,
    premium=True,
    arguments={"PROJECT-ID": {"type": "string", "x-vt-argument": "project_id"}},
    layout=Layout(("success",)),
)
ARCHIVE_ASM_COLLECTION = Operation(
    "archive_asm_collection",
    "PATCH",
    "/asm/user_collections/{}/archive",
    (("collection_uuid", "opaque"),),
    repeatable=True,
    premium=True,
    arguments={"PROJECT-ID": {"type": "string", "x-vt-argument": "project_id"}},
    layout=Layout(("success",)),
)
UNARCHIVE_ASM_COLLECTION = Operation(
    "unarchive_asm_collection",
    "PATCH",
    "/asm/user_collections/{}/unarchive",
    (("collection_uuid", "opaque"),),
    repeatable=True,
    premium=True,
    arguments={"PROJECT-ID": {"type": "string", "x-vt-argument": "project_id"}},
    layout=Layout(("success",)),
)
LIST_ASM_COLLECTION_USERS = Operation(
    "list_asm_collection_users",
    "GET",
    "/asm/user_collections/{}/collection_project_users",
    (("collection_uuid", "opaque"),),
    repeatable=True,
    premium=True,
    arguments={"PROJECT-ID": {"type": "string", "x-vt-argument": "project_id"}},
    layout=Layout(("result",)),
)
ADD_ASM_COLLECTION_USER = Operation(
    "add_asm_collection_user",
    "POST",
    "/asm/user_collections/{}/collection_project_users",
    (("collection_uuid", "opaque"),),
    premium=True,
    arguments={
        "project_user_id": {"type": "integer", "minimum": 0},
        "role": {"enum": ("member", "owner")},
        "PROJECT-ID": {"type": "string", "x-vt-argument": "project_id"},
    },
    required=("project_user_id", "role"),
    layout=Layout(("success",)),
)
LIST_ASM_COLLECTION_SEEDS = Operation(
    "list_asm_collection_seeds",
    "GET",
    "/asm/user_collections/{}/user_entities",
    (("collection_uuid", "opaque"),),
    repeatable=True,
    premium=True,
    arguments={"PROJECT-ID": {"type": "string", "x-vt-argument": "project_id"}},
    layout=Layout(("result",)),
)
LIST_ASM_COLLECTION_RUNS = Operation(
    "list_asm_collection_runs",
    "GET",
    "/asm/collections/{}/collection_runs",
    (("collection_uuid", "opaque"),),
    repeatable=True,
    premium=True,
    arguments={"PROJECT-ID": {"type": "string", "x-vt-argument": "project_id"}},
    layout=Layout(("result",)),
)
START_ASM_COLLECTION_RUN = Operation(
    "start_asm_collection_run",
    "POST",
    "/asm/collections/{}/collection_runs",
    (("collection_uuid", "opaque"),),
    premium=True,
    arguments={"PROJECT-ID": {"type": "string", "x-vt-argument": "project_id"}},
    layout=Layout(("success",)),
)
LIST_ASM_ISSUE_LIBRARY = Operation(
    "list_asm_issue_library",
    "GET",
    "/asm/library/issues",
    repeatable=True,
    premium=True,
    arguments={"page": {"type": "string", "x-vt-argument": "cursor"}},
    layout=Layout(("result",), "number"),
)


class VirusTotalAPIGTIASM(VirusTotalAPI):
    """Attack Surface Management of Google Threat Intelligence: weaknesses seen from outside.

    The answers are not of the form that the rest of the API has. Needs the licence for
    Google Threat Intelligence.
    """

    def search_issues(
        self,
        query: str,
        cursor: str | None = None,
        *,
        page_size: int | None = None,
        page: int | None = None,
        project_id: str | None = None,
        **options: Unpack[CallOptions],
    ) -> Page[models.ASMIssue]:
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
            A `Page` of `ASMIssue` objects, 1000 at most.

        Raises:
            InvalidInputError: an argument does not have its type, bounds or shape.
            APIError: the service answered with an error, among others InvalidArgumentError,
                ForbiddenError.
            TransportError: no answer came.

        Needs a premium key.
        https://gtidocs.virustotal.com/reference/get_search-issues-search-string
        """
        return self._call(
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

    def search_entities(
        self,
        query: str,
        cursor: str | None = None,
        *,
        page_size: int | None = None,
        page: int | None = None,
        project_id: str | None = None,
        **options: Unpack[CallOptions],
    ) -> Page[models.ASMEntity]:
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
            A `Page` of `ASMEntity` objects, 1000 at most.

        Raises:
            InvalidInputError: an argument does not have its type, bounds or shape.
            APIError: the service answered with an error, among others InvalidArgumentError,
                ForbiddenError.
            TransportError: no answer came.

        Needs a premium key.
        """
        return self._call(
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

    def search_technologies(
        self,
        query: str,
        cursor: str | None = None,
        *,
        page_size: int | None = None,
        page: int | None = None,
        project_id: str | None = None,
        **options: Unpack[CallOptions],
    ) -> Page[models.ASMTechnology]:
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
            A `Page` of `ASMTechnology` objects, 1000 at most.

        Raises:
            InvalidInputError: an argument does not have its type, bounds or shape.
            APIError: the service answered with an error, among others InvalidArgumentError,
                ForbiddenError.
            TransportError: no answer came.

        Needs a premium key.
        """
        return self._call(
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

    def get_entity(
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
        return self._call(
            fetch(
                GET_ASM_ENTITY.request(entity_id, headers={"PROJECT-ID": project_id}),
                read_object(models.ASMEntity),
            ),
            options,
        )

    def delete_entity(
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
        return self._call(
            fetch(
                DELETE_ASM_ENTITY.request(entity_id, headers={"PROJECT-ID": project_id}),
                read_success,
            ),
            options,
        )

    def get_entity_details(
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
        return self._call(
            fetch(
                GET_ASM_ENTITY_DETAILS.request(entity_id, headers={"PROJECT-ID": project_id}),
                read_object(models.ASMEntity),
            ),
            options,
        )

    def get_issue(
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
        return self._call(
            fetch(
                GET_ASM_ISSUE.request(issue_id, headers={"PROJECT-ID": project_id}),
                read_object(models.ASMIssue),
            ),
            options,
        )

    def set_issue_status(
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
        return self._call(
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

    def get_notes(
        self,
        item_type: Literal["issue", "entity"],
        item_id: str,
        *,
        project_id: str | None = None,
        **options: Unpack[CallOptions],
    ) -> Page[models.ASMNote]:
        """Get the notes about an issue or an entity.

        `GET /asm/notes/{item_type}/{item_id}`

        Args:
            item_type: What it is about.
            item_id: The uid of the issue or the entity.
            project_id: The id of the project to look at; absent means the primary one.
            options: `timeout` and `deadline` of this call, see `CallOptions`.

        Returns:
            A `Page` of `ASMNote` objects.

        Raises:
            InvalidInputError: an argument does not have its type, bounds or shape.
            APIError: the service answered with an error, among others NotFoundError,
                ForbiddenError.
            TransportError: no answer came.

        Needs a premium key.
        """
        return self._call(
            fetch(
                GET_ASM_NOTES.request(item_type, item_id, headers={"PROJECT-ID": project_id}),
                read_page(models.ASMNote),
            ),
            options,
        )

    def add_note(
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
        return self._call(
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

    def delete_notes(
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
        return self._call(
            fetch(
                DELETE_ASM_NOTES.request(item_type, item_id, headers={"PROJECT-ID": project_id}),
                read_success,
            ),
            options,
        )

    def get_tags(
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
        return self._call(
            fetch(
                GET_ASM_TAGS.request(item_type, item_id, headers={"PROJECT-ID": project_id}),
                read_texts,
            ),
            options,
        )

    def add_tag(
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
        return self._call(
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

    def remove_tag(
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
        return self._call(
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

    def get_projects(self, **options: Unpack[CallOptions]) -> Page[models.ASMProject]:
        """List the projects of the caller.

        `GET /asm/projects`

        Args:
            options: `timeout` and `deadline` of this call, see `CallOptions`.

        Returns:
            A `Page` of `ASMProject` objects.

        Raises:
            InvalidInputError: an argument does not have its type, bounds or shape.
            APIError: the service answered with an error, among others InvalidArgumentError,
                ForbiddenError.
            TransportError: no answer came.

        Needs a premium key.
        """
        return self._call(fetch(LIST_ASM_PROJECTS.request(), read_page(models.ASMProject)), options)

    def create_project(self, name: str, **options: Unpack[CallOptions]) -> models.ASMProject:
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
        return self._call(
            fetch(
                CREATE_ASM_PROJECT.request(document=CREATE_ASM_PROJECT.given({"name": name})),
                read_object(models.ASMProject),
            ),
            options,
        )

    def delete_project(self, project_uuid: str, **options: Unpack[CallOptions]) -> None:
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
        return self._call(fetch(DELETE_ASM_PROJECT.request(project_uuid), read_success), options)

    def get_project_users(
        self, project_uuid: str, **options: Unpack[CallOptions]
    ) -> Page[models.ASMUser]:
        """List the users of a project.

        `GET /asm/projects/{project_uuid}/users`

        Args:
            project_uuid: The uuid of the project.
            options: `timeout` and `deadline` of this call, see `CallOptions`.

        Returns:
            A `Page` of `ASMUser` objects.

        Raises:
            InvalidInputError: an argument does not have its type, bounds or shape.
            APIError: the service answered with an error, among others NotFoundError,
                ForbiddenError.
            TransportError: no answer came.

        Needs a premium key.
        """
        return self._call(
            fetch(LIST_ASM_PROJECT_USERS.request(project_uuid), read_page(models.ASMUser)), options
        )

    def add_project_users(
        self,
        project_uuid: str,
        emails: Sequence[str],
        role: Literal["member", "owner"],
        **options: Unpack[CallOptions],
    ) -> Page[models.ASMUser]:
        """Add users to a project by their addresses.

        `POST /asm/projects/{project_uuid}/users/bulk`

        Args:
            project_uuid: The uuid of the project.
            emails: The addresses of the users.
            role: What they may do.
            options: `timeout` and `deadline` of this call, see `CallOptions`.

        Returns:
            A `Page` of `ASMUser` objects.

        Raises:
            InvalidInputError: an argument does not have its type, bounds or shape.
            APIError: the service answered with an error, among others NotFoundError,
                ForbiddenError.
            TransportError: no answer came; `may_have_arrived` says whether the request may have.

        Needs a premium key.
        """
        return self._call(
            fetch(
                ADD_ASM_PROJECT_USERS.request(
                    project_uuid,
                    document=ADD_ASM_PROJECT_USERS.given({"emails": emails, "role": role}),
                ),
                read_page(models.ASMUser),
            ),
            options,
        )

    def get_collections(
        self, *, project_id: str | None = None, **options: Unpack[CallOptions]
    ) -> Page[models.ASMCollection]:
        """List the collections of a project: what is scanned together.

        `GET /asm/user_collections`

        Args:
            project_id: The id of the project to look at; absent means the primary one.
            options: `timeout` and `deadline` of this call, see `CallOptions`.

        Returns:
            A `Page` of `ASMCollection` objects.

        Raises:
            InvalidInputError: an argument does not have its type, bounds or shape.
            APIError: the service answered with an error, among others InvalidArgumentError,
                ForbiddenError.
            TransportError: no answer came.

        Needs a premium key.
        """
        return self._call(
            fetch(
                LIST_ASM_COLLECTIONS.request(headers={"PROJECT-ID": project_id}),
                read_page(models.ASMCollection),
            ),
            options,
        )

    def create_collection(
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
        return self._call(
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

    def get_collection(
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
        return self._call(
            fetch(
                GET_ASM_COLLECTION.request(collection_uuid, headers={"PROJECT-ID": project_id}),
                read_object(models.ASMCollection),
            ),
            options,
        )

    def delete_collection(
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
        return self._call(
            fetch(
                DELETE_ASM_COLLECTION.request(collection_uuid, headers={"PROJECT-ID": project_id}),
                read_success,
            ),
            options,
        )

    def archive_collection(
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
        return self._call(
            fetch(
                ARCHIVE_ASM_COLLECTION.request(collection_uuid, headers={"PROJECT-ID": project_id}),
                read_success,
            ),
            options,
        )

    def unarchive_collection(
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
        return self._call(
            fetch(
                UNARCHIVE_ASM_COLLECTION.request(
                    collection_uuid, headers={"PROJECT-ID": project_id}
                ),
                read_success,
            ),
            options,
        )

    def get_collection_users(
        self, collection_uuid: str, *, project_id: str | None = None, **options: Unpack[CallOptions]
    ) -> Page[models.ASMUser]:
        """List the users of a collection.

        `GET /asm/user_collections/{collection_uuid}/collection_project_users`

        Args:
            collection_uuid: The uuid of the collection.
            project_id: The id of the project to look at; absent means the primary one.
            options: `timeout` and `deadline` of this call, see `CallOptions`.

        Returns:
            A `Page` of `ASMUser` objects.

        Raises:
            InvalidInputError: an argument does not have its type, bounds or shape.
            APIError: the service answered with an error, among others NotFoundError,
                ForbiddenError.
            TransportError: no answer came.

        Needs a premium key.
        """
        return self._call(
            fetch(
                LIST_ASM_COLLECTION_USERS.request(
                    collection_uuid, headers={"PROJECT-ID": project_id}
                ),
                read_page(models.ASMUser),
            ),
            options,
        )

    def add_collection_user(
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
        return self._call(
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

    def get_collection_seeds(
        self, collection_uuid: str, *, project_id: str | None = None, **options: Unpack[CallOptions]
    ) -> Page[models.ASMSeed]:
        """List the seeds of a collection: what its scans begin with.

        `GET /asm/user_collections/{collection_uuid}/user_entities`

        Args:
            collection_uuid: The uuid of the collection.
            project_id: The id of the project to look at; absent means the primary one.
            options: `timeout` and `deadline` of this call, see `CallOptions`.

        Returns:
            A `Page` of `ASMSeed` objects.

        Raises:
            InvalidInputError: an argument does not have its type, bounds or shape.
            APIError: the service answered with an error, among others NotFoundError,
                ForbiddenError.
            TransportError: no answer came.

        Needs a premium key.
        """
        return self._call(
            fetch(
                LIST_ASM_COLLECTION_SEEDS.request(
                    collection_uuid, headers={"PROJECT-ID": project_id}
                ),
                read_page(models.ASMSeed),
            ),
            options,
        )

    def get_collection_runs(
        self, collection_uuid: str, *, project_id: str | None = None, **options: Unpack[CallOptions]
    ) -> Page[models.ASMCollectionRun]:
        """List the scans of a collection.

        `GET /asm/collections/{collection_uuid}/collection_runs`

        Args:
            collection_uuid: The uuid of the collection.
            project_id: The id of the project to look at; absent means the primary one.
            options: `timeout` and `deadline` of this call, see `CallOptions`.

        Returns:
            A `Page` of `ASMCollectionRun` objects.

        Raises:
            InvalidInputError: an argument does not have its type, bounds or shape.
            APIError: the service answered with an error, among others NotFoundError,
                ForbiddenError.
            TransportError: no answer came.

        Needs a premium key.
        """
        return self._call(
            fetch(
                LIST_ASM_COLLECTION_RUNS.request(
                    collection_uuid, headers={"PROJECT-ID": project_id}
                ),
                read_page(models.ASMCollectionRun),
            ),
            options,
        )

    def start_collection_run(
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
        return self._call(
            fetch(
                START_ASM_COLLECTION_RUN.request(
                    collection_uuid, headers={"PROJECT-ID": project_id}
                ),
                read_success,
            ),
            options,
        )

    def get_issue_library(
        self, cursor: str | None = None, **options: Unpack[CallOptions]
    ) -> Page[models.ASMIssueKind]:
        """List the kinds of issues that the service knows.

        `GET /asm/library/issues`

        Args:
            cursor: The cursor of the page to get, its number from 0; absent for the first page.
            options: `timeout` and `deadline` of this call, see `CallOptions`.

        Returns:
            A `Page` of `ASMIssueKind` objects.

        Raises:
            InvalidInputError: an argument does not have its type, bounds or shape.
            APIError: the service answered with an error, among others InvalidArgumentError,
                ForbiddenError.
            TransportError: no answer came.

        Needs a premium key.
        """
        return self._call(
            fetch(
                LIST_ASM_ISSUE_LIBRARY.request(query={"page": cursor}),
                read_page(models.ASMIssueKind),
            ),
            options,
        )
