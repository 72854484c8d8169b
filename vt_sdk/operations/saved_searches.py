"""The operations of the group `saved_searches`.

Do not edit: `python3 scripts/generate.py` made it from `schemas/openapi.yaml`.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Literal, Unpack, overload

from vt_sdk import models
from vt_sdk.api import VirusTotalAPI
from vt_sdk.core.objects import Descriptor, VTObject
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
    read_nothing,
    read_object,
    read_page,
    read_related,
)

LIST_SAVED_SEARCHES = Operation(
    "list_saved_searches",
    "GET",
    "/saved_searches",
    repeatable=True,
    premium=True,
    arguments={
        "filter": {"type": "string"},
        "order": {
            "enum": (
                "creation_date",
                "creation_date+",
                "creation_date-",
                "last_modification_date",
                "last_modification_date+",
                "last_modification_date-",
                "name",
                "name+",
                "name-",
            )
        },
        "limit": {"type": "integer", "minimum": 1, "maximum": 40},
        "cursor": {"type": "string"},
        "relationships": {"type": "array", "items": {"type": "string"}},
        "attributes": {"type": "array", "items": {"type": "string"}},
    },
)
CREATE_SAVED_SEARCH = Operation(
    "create_saved_search",
    "POST",
    "/saved_searches",
    premium=True,
    arguments={
        "name": {"type": "string", "minLength": 1},
        "search_query": {"type": "string", "minLength": 1},
        "description": {"type": "string"},
        "private": {"type": "boolean"},
        "tags": {"type": "array", "items": {"type": "string"}},
    },
    required=("name", "search_query"),
)
GET_SAVED_SEARCH = Operation(
    "get_saved_search",
    "GET",
    "/saved_searches/{}",
    (("saved_search_id", "opaque"),),
    repeatable=True,
    premium=True,
    arguments={
        "relationships": {"type": "array", "items": {"type": "string"}},
        "attributes": {"type": "array", "items": {"type": "string"}},
    },
)
UPDATE_SAVED_SEARCH = Operation(
    "update_saved_search",
    "PATCH",
    "/saved_searches/{}",
    (("saved_search_id", "opaque"),),
    repeatable=True,
    premium=True,
    arguments={
        "name": {"type": "string", "minLength": 1},
        "search_query": {"type": "string", "minLength": 1},
        "description": {"type": "string"},
        "private": {"type": "boolean"},
        "tags": {"type": "array", "items": {"type": "string"}},
    },
)
DELETE_SAVED_SEARCH = Operation(
    "delete_saved_search",
    "DELETE",
    "/saved_searches/{}",
    (("saved_search_id", "opaque"),),
    repeatable=True,
    premium=True,
)
SHARE_SAVED_SEARCH = Operation(
    "share_saved_search",
    "POST",
    "/saved_searches/{}/relationship/{}",
    (("saved_search_id", "opaque"), ("access", "opaque")),
    repeatable=True,
    premium=True,
    arguments={
        "user": {
            "type": "array",
            "items": {"type": "string", "minLength": 1},
            "x-vt-argument": "users",
        },
        "group": {
            "type": "array",
            "items": {"type": "string", "minLength": 1},
            "x-vt-argument": "groups",
        },
        "access": {"enum": ("viewers", "editors")},
    },
)
REVOKE_SAVED_SEARCH = Operation(
    "revoke_saved_search",
    "DELETE",
    "/saved_searches/{}/relationship/{}",
    (("saved_search_id", "opaque"), ("access", "opaque")),
    repeatable=True,
    premium=True,
    arguments={
        "user": {
            "type": "array",
            "items": {"type": "string", "minLength": 1},
            "x-vt-argument": "users",
        },
        "group": {
            "type": "array",
            "items": {"type": "string", "minLength": 1},
            "x-vt-argument": "groups",
        },
        "access": {"enum": ("viewers", "editors")},
    },
)
GET_SAVED_SEARCH_RELATIONSHIP = Operation(
    "get_saved_search_relationship",
    "GET",
    "/saved_searches/{}/{}",
    (("saved_search_id", "opaque"), ("relationship", "opaque")),
    repeatable=True,
    premium=True,
    arguments={
        "limit": {"type": "integer", "minimum": 1, "maximum": 40},
        "cursor": {"type": "string"},
    },
)
GET_SAVED_SEARCH_RELATIONSHIP_DESCRIPTORS = Operation(
    "get_saved_search_relationship_descriptors",
    "GET",
    "/saved_searches/{}/relationships/{}",
    (("saved_search_id", "opaque"), ("relationship", "opaque")),
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

_SlashPageUserGroup = TypeVar("_SlashPageUserGroup", bound=Literal["/editors", "/viewers"])
_SlashUserNone = TypeVar("_SlashUserNone", bound=Literal["/owner"])
_SlashDescriptorNone = TypeVar("_SlashDescriptorNone", bound=Literal["/owner"])
_SlashPageDescriptor = TypeVar("_SlashPageDescriptor", bound=Literal["/editors", "/viewers"])


class VirusTotalAPISavedSearches(VirusTotalAPI):
    """Saved searches: intelligence searches that users keep and share."""

    def get_page(
        self,
        limit: int = 10,
        cursor: str | None = None,
        *,
        filter: str | None = None,
        order: Literal[
            "creation_date",
            "creation_date+",
            "creation_date-",
            "last_modification_date",
            "last_modification_date+",
            "last_modification_date-",
            "name",
            "name+",
            "name-",
        ]
        | None = None,
        relationships: Sequence[models.SavedSearchRelationship | RelationshipName] | None = None,
        attributes: Sequence[str] | None = None,
        **options: Unpack[CallOptions],
    ) -> Page[models.SavedSearch]:
        """List the saved searches that the caller can see.

        `GET /saved_searches`

        Those of the caller, those shared with the caller and those open to all. A page holds 10
        items unless limit says otherwise, and at most 40.

        Args:
            limit: How many items a page holds, 1 to 40.
            cursor: Where to go on, the cursor of the page before; absent for the first page.
            filter: Narrows the list: terms of the form field:value with the fields
                creation_date, last_modification_date, shared_with_me (true), origin, owner,
                editor and viewer.
            order: The key to sort by, last_modification_date- if absent. A key is followed by +
                for ascending or - for descending; alone it means ascending.
            relationships: Names of relationships whose descriptors shall come with the object;
                none if absent.
            attributes: Names of the attributes that shall come; all if absent.
            options: `timeout` and `deadline` of this call, see `CallOptions`.

        Returns:
            A `Page` of `SavedSearch` objects, 40 at most.

        Raises:
            InvalidInputError: an argument does not have its type, bounds or shape.
            APIError: the service answered with an error, among others ForbiddenError,
                InvalidArgumentError.
            TransportError: no answer came.

        Needs a premium key.
        https://docs.virustotal.com/reference/list-saved-searches
        """
        return self._call(
            fetch(
                LIST_SAVED_SEARCHES.request(
                    query={
                        "filter": filter,
                        "order": order,
                        "limit": limit,
                        "cursor": cursor,
                        "relationships": relationships,
                        "attributes": attributes,
                    }
                ),
                read_page(models.SavedSearch),
            ),
            options,
        )

    def create(
        self,
        name: str,
        search_query: str,
        *,
        description: str | None = None,
        private: bool | None = None,
        tags: Sequence[str] | None = None,
        **options: Unpack[CallOptions],
    ) -> models.SavedSearch:
        """Save a search.

        `POST /saved_searches`

        The search is kept, not run.

        Args:
            name: The name of the search.
            search_query: The search itself, in the language of intelligence searches.
            description: What the search is for.
            private: Whether only the owner and those it is shared with can see the search.
            tags: Tags of the search.
            options: `timeout` and `deadline` of this call, see `CallOptions`.

        Returns:
            The `SavedSearch`.

        Raises:
            InvalidInputError: an argument does not have its type, bounds or shape.
            APIError: the service answered with an error, among others ForbiddenError,
                InvalidArgumentError.
            TransportError: no answer came; `may_have_arrived` says whether the request may have.

        Needs a premium key.
        https://docs.virustotal.com/reference/create-saved-searches
        """
        return self._call(
            fetch(
                CREATE_SAVED_SEARCH.request(
                    data={
                        "type": "saved_search",
                        "attributes": CREATE_SAVED_SEARCH.given(
                            {
                                "name": name,
                                "search_query": search_query,
                                "description": description,
                                "private": private,
                                "tags": tags,
                            }
                        ),
                    }
                ),
                read_object(models.SavedSearch),
            ),
            options,
        )

    def get(
        self,
        saved_search_id: str,
        *,
        relationships: Sequence[models.SavedSearchRelationship | RelationshipName] | None = None,
        attributes: Sequence[str] | None = None,
        **options: Unpack[CallOptions],
    ) -> models.SavedSearch:
        """Get a saved search.

        `GET /saved_searches/{saved_search_id}`

        The answer holds the search itself, not what it finds.

        Args:
            saved_search_id: The id of the saved search, 32 hexadecimal digits.
            relationships: Names of relationships whose descriptors shall come with the object;
                none if absent.
            attributes: Names of the attributes that shall come; all if absent.
            options: `timeout` and `deadline` of this call, see `CallOptions`.

        Returns:
            The `SavedSearch`.

        Raises:
            InvalidInputError: an argument does not have its type, bounds or shape.
            APIError: the service answered with an error, among others NotFoundError,
                ForbiddenError.
            TransportError: no answer came.

        Needs a premium key.
        https://docs.virustotal.com/reference/get-saved-searches
        """
        return self._call(
            fetch(
                GET_SAVED_SEARCH.request(
                    saved_search_id,
                    query={"relationships": relationships, "attributes": attributes},
                ),
                read_object(models.SavedSearch),
            ),
            options,
        )

    def update(
        self,
        saved_search_id: str,
        *,
        name: str | None = None,
        search_query: str | None = None,
        description: str | None = None,
        private: bool | None = None,
        tags: Sequence[str] | None = None,
        **options: Unpack[CallOptions],
    ) -> models.SavedSearch:
        """Change a saved search.

        `PATCH /saved_searches/{saved_search_id}`

        What is absent stays as it is; tags are replaced as a whole. Only the owner and editors
        may do so.

        Args:
            saved_search_id: The id of the saved search, 32 hexadecimal digits.
            name: The name of the search.
            search_query: The search itself, in the language of intelligence searches.
            description: What the search is for.
            private: Whether only the owner and those it is shared with can see the search.
            tags: Tags of the search.
            options: `timeout` and `deadline` of this call, see `CallOptions`.

        Returns:
            The `SavedSearch`.

        Raises:
            InvalidInputError: an argument does not have its type, bounds or shape.
            APIError: the service answered with an error, among others NotFoundError,
                ForbiddenError, InvalidArgumentError.
            TransportError: no answer came.

        Needs a premium key.
        https://docs.virustotal.com/reference/update-saved-searches
        """
        return self._call(
            fetch(
                UPDATE_SAVED_SEARCH.request(
                    saved_search_id,
                    data={
                        "type": "saved_search",
                        "attributes": UPDATE_SAVED_SEARCH.given(
                            {
                                "name": name,
                                "search_query": search_query,
                                "description": description,
                                "private": private,
                                "tags": tags,
                            },
                            least=1,
                        ),
                    },
                ),
                read_object(models.SavedSearch),
            ),
            options,
        )

    def delete(self, saved_search_id: str, **options: Unpack[CallOptions]) -> None:
        """Delete a saved search.

        `DELETE /saved_searches/{saved_search_id}`

        Only the owner may do so.

        Args:
            saved_search_id: The id of the saved search, 32 hexadecimal digits.
            options: `timeout` and `deadline` of this call, see `CallOptions`.

        Raises:
            InvalidInputError: an argument does not have its type, bounds or shape.
            APIError: the service answered with an error, among others NotFoundError,
                ForbiddenError.
            TransportError: no answer came.

        Needs a premium key.
        https://docs.virustotal.com/reference/delete-saved-searches
        """
        return self._call(
            fetch(DELETE_SAVED_SEARCH.request(saved_search_id), read_nothing), options
        )

    def share(
        self,
        saved_search_id: str,
        access: Literal["viewers", "editors"],
        *,
        users: Sequence[str] = (),
        groups: Sequence[str] = (),
        **options: Unpack[CallOptions],
    ) -> None:
        """Share a saved search with users and groups.

        `POST /saved_searches/{saved_search_id}/relationship/{access}`

        Those who have the access already keep it.

        Args:
            saved_search_id: The id of the saved search, 32 hexadecimal digits.
            access: What the users and groups may do: see the search, or change it too.
            users: The users, by id. The name of the user or the id of the group.
            groups: The groups, by id. The name of the user or the id of the group.
            options: `timeout` and `deadline` of this call, see `CallOptions`.

        Raises:
            InvalidInputError: an argument does not have its type, bounds or shape.
            APIError: the service answered with an error, among others NotFoundError,
                ForbiddenError, InvalidArgumentError.
            TransportError: no answer came.

        Needs a premium key.
        https://docs.virustotal.com/reference/share-saved-searches
        """
        return self._call(
            fetch(
                SHARE_SAVED_SEARCH.request(
                    saved_search_id,
                    access,
                    data=SHARE_SAVED_SEARCH.descriptors({"user": users, "group": groups}),
                ),
                read_nothing,
            ),
            options,
        )

    def revoke(
        self,
        saved_search_id: str,
        access: Literal["viewers", "editors"],
        *,
        users: Sequence[str] = (),
        groups: Sequence[str] = (),
        **options: Unpack[CallOptions],
    ) -> None:
        """Take the access to a saved search from users and groups.

        `DELETE /saved_searches/{saved_search_id}/relationship/{access}`

        They stand in the body, which is rare for a DELETE.

        Args:
            saved_search_id: The id of the saved search, 32 hexadecimal digits.
            access: What the users and groups may do: see the search, or change it too.
            users: The users, by id. The name of the user or the id of the group.
            groups: The groups, by id. The name of the user or the id of the group.
            options: `timeout` and `deadline` of this call, see `CallOptions`.

        Raises:
            InvalidInputError: an argument does not have its type, bounds or shape.
            APIError: the service answered with an error, among others NotFoundError,
                ForbiddenError, InvalidArgumentError.
            TransportError: no answer came.

        Needs a premium key.
        https://docs.virustotal.com/reference/revoke-saved-searches-access
        """
        return self._call(
            fetch(
                REVOKE_SAVED_SEARCH.request(
                    saved_search_id,
                    access,
                    data=REVOKE_SAVED_SEARCH.descriptors({"user": users, "group": groups}),
                ),
                read_nothing,
            ),
            options,
        )

    @overload
    def get_relationship(
        self,
        saved_search_id: str,
        relationship: Literal["editors", "viewers"] | _SlashPageUserGroup,
        limit: int = 10,
        cursor: str | None = None,
        **options: Unpack[CallOptions],
    ) -> Page[models.User | models.Group]: ...
    @overload
    def get_relationship(
        self,
        saved_search_id: str,
        relationship: Literal["owner"] | _SlashUserNone,
        limit: int = 10,
        cursor: str | None = None,
        **options: Unpack[CallOptions],
    ) -> models.User | None: ...
    @overload
    def get_relationship(
        self,
        saved_search_id: str,
        relationship: RelationshipName,
        limit: int = 10,
        cursor: str | None = None,
        **options: Unpack[CallOptions],
    ) -> Page[VTObject] | VTObject | None: ...
    def get_relationship(
        self,
        saved_search_id: str,
        relationship: str,
        limit: int = 10,
        cursor: str | None = None,
        **options: Unpack[CallOptions],
    ) -> Page[VTObject] | VTObject | None:
        """Get the objects that are related to a saved search.

        `GET /saved_searches/{saved_search_id}/{relationship}`

        A relationship to many answers with a page of objects, one to a single object with that
        object or null. An entry of a page may be an error in place of an object. A page holds
        10 items unless limit says otherwise, and at most 40.

        Args:
            saved_search_id: The id of the saved search, 32 hexadecimal digits.
            relationship: The name of a relationship of the object type saved_search, one path
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
        https://docs.virustotal.com/reference/get-saved-searches-relationships
        """
        return self._call(
            fetch(
                GET_SAVED_SEARCH_RELATIONSHIP.request(
                    saved_search_id,
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
        saved_search_id: str,
        relationship: Literal["owner"] | _SlashDescriptorNone,
        limit: int = 10,
        cursor: str | None = None,
        **options: Unpack[CallOptions],
    ) -> Descriptor | None: ...
    @overload
    def get_relationship_descriptors(
        self,
        saved_search_id: str,
        relationship: Literal["editors", "viewers"] | _SlashPageDescriptor,
        limit: int = 10,
        cursor: str | None = None,
        **options: Unpack[CallOptions],
    ) -> Page[Descriptor]: ...
    @overload
    def get_relationship_descriptors(
        self,
        saved_search_id: str,
        relationship: RelationshipName,
        limit: int = 10,
        cursor: str | None = None,
        **options: Unpack[CallOptions],
    ) -> Page[Descriptor] | Descriptor | None: ...
    def get_relationship_descriptors(
        self,
        saved_search_id: str,
        relationship: str,
        limit: int = 10,
        cursor: str | None = None,
        **options: Unpack[CallOptions],
    ) -> Page[Descriptor] | Descriptor | None:
        """Get the types and ids of the objects that are related to a saved search.

        `GET /saved_searches/{saved_search_id}/relationships/{relationship}`

        Like the objects themselves, but each is only named by type and id, with context
        attributes where the relationship has some; this is cheaper for the service. A page
        holds 10 items unless limit says otherwise, and at most 40.

        Args:
            saved_search_id: The id of the saved search, 32 hexadecimal digits.
            relationship: The name of a relationship of the object type saved_search, one path
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
        https://docs.virustotal.com/reference/get-saved-searches-related-descriptors
        """
        return self._call(
            fetch(
                GET_SAVED_SEARCH_RELATIONSHIP_DESCRIPTORS.request(
                    saved_search_id,
                    relationship_name(relationship),
                    query={"limit": limit, "cursor": cursor},
                ),
                read_descriptors,
            ),
            options,
        )
