"""The operations of the group `graphs`.

Do not edit: `python3 scripts/generate.py` made it from `vt_sdk/operations/graphs.py`.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, Unpack, overload

from vt_sdk import models
from vt_sdk.aio.api import AsyncVirusTotalAPI
from vt_sdk.core.async_paging import AsyncPage
from vt_sdk.core.async_readers import read_descriptors, read_mixed_page, read_page, read_related
from vt_sdk.core.objects import Descriptor, VTObject
from vt_sdk.core.operation import CallOptions, RelationshipName, relationship_name
from vt_sdk.core.policy import fetch
from vt_sdk.core.readers import read_nothing, read_object, read_truth
from vt_sdk.operations.graphs import (
    ADD_GRAPH_COMMENT,
    ADD_GRAPH_EDITORS,
    ADD_GRAPH_VIEWERS,
    CHECK_GRAPH_EDITOR,
    CHECK_GRAPH_VIEWER,
    CREATE_GRAPH,
    DELETE_GRAPH,
    GET_GRAPH,
    GET_GRAPH_RELATIONSHIP,
    GET_GRAPH_RELATIONSHIP_DESCRIPTORS,
    LIST_GRAPH_COMMENTS,
    LIST_GRAPH_EDITORS,
    LIST_GRAPH_VIEWERS,
    LIST_GRAPHS,
    REMOVE_GRAPH_EDITOR,
    REMOVE_GRAPH_VIEWER,
    UPDATE_GRAPH,
    GraphDataDict,
    GraphLinkDict,
    GraphNodeDict,
    GraphPositionDict,
    _SlashDescriptorNone,
    _SlashGroupNone,
    _SlashPageComment,
    _SlashPageDescriptor,
    _SlashPageFileURLDomainIPAddress,
    _SlashPageUserGroup,
    _SlashUserNone,
)

__all__ = ["AsyncVirusTotalAPIGraphs"]


class AsyncVirusTotalAPIGraphs(AsyncVirusTotalAPI):
    """Graphs: drawings of how things belong together, who may see and who may change them."""

    async def get_page(
        self,
        limit: int = 10,
        cursor: str | None = None,
        *,
        filter: str | None = None,
        order: str | None = None,
        attributes: Sequence[str] | None = None,
        **options: Unpack[CallOptions],
    ) -> AsyncPage[models.Graph]:
        """List the graphs that the caller can see.

        `GET /graphs`

        A filter finds graphs by who made them, by their names and by what they hold. A page
        holds 10 items unless limit says otherwise, and at most 40.

        Args:
            limit: How many items a page holds, 1 to 40.
            cursor: Where to go on, the cursor of the page before; absent for the first page.
            filter: Narrows the list: terms of the form field:value, joined by AND, OR and NOT.
                Among the fields are id, name, owner, group, visible_to_user, visible_to_group,
                private, creation_date, last_modified_date, total_nodes, comments_count,
                views_count and, for what a graph holds, label, file, domain, ip_address and
                url. Numbers and dates take a + or - behind them for at least or at most.
            order: The key to sort by, such as creation_date. A key is followed by + for
                ascending or - for descending; alone it means ascending.
            attributes: Names of the attributes that shall come; all if absent.
            options: `timeout` and `deadline` of this call, see `CallOptions`.

        Returns:
            A `AsyncPage` of `Graph` objects, 40 at most.

        Raises:
            InvalidInputError: an argument does not have its type, bounds or shape.
            APIError: the service answered with an error, among others InvalidArgumentError.
            TransportError: no answer came.

        A public key will do.
        https://docs.virustotal.com/reference/graphs
        """
        return await self._call(
            fetch(
                LIST_GRAPHS.request(
                    query={
                        "filter": filter,
                        "order": order,
                        "limit": limit,
                        "cursor": cursor,
                        "attributes": attributes,
                    }
                ),
                read_page(models.Graph),
            ),
            options,
        )

    async def create(
        self,
        graph_data: GraphDataDict,
        *,
        nodes: Sequence[GraphNodeDict] | None = None,
        links: Sequence[GraphLinkDict] | None = None,
        private: bool | None = None,
        position: GraphPositionDict | None = None,
        **options: Unpack[CallOptions],
    ) -> models.Graph:
        """Create a graph.

        `POST /graphs`

        A private graph counts against a quota. The answer may hold type and id only.

        Args:
            graph_data: Name of the graph and version of its format.
            nodes: The points of the drawing.
            links: The lines of the drawing.
            private: Whether only viewers and editors can see the graph.
            position: The part of the drawing that is shown at first.
            options: `timeout` and `deadline` of this call, see `CallOptions`.

        Returns:
            The `Graph`.

        Raises:
            InvalidInputError: an argument does not have its type, bounds or shape.
            APIError: the service answered with an error, among others InvalidArgumentError,
                QuotaExceededError.
            TransportError: no answer came; `may_have_arrived` says whether the request may have.

        A public key will do.
        https://docs.virustotal.com/reference/create-graphs
        """
        return await self._call(
            fetch(
                CREATE_GRAPH.request(
                    data={
                        "type": "graph",
                        "attributes": CREATE_GRAPH.given(
                            {
                                "graph_data": graph_data,
                                "nodes": nodes,
                                "links": links,
                                "private": private,
                                "position": position,
                            }
                        ),
                    }
                ),
                read_object(models.Graph),
            ),
            options,
        )

    async def get(
        self,
        graph_id: str,
        *,
        relationships: Sequence[models.GraphRelationship | RelationshipName] | None = None,
        **options: Unpack[CallOptions],
    ) -> models.Graph:
        """Get a graph.

        `GET /graphs/{graph_id}`

        The answer holds all points and lines of the drawing.

        Args:
            graph_id: The id of the graph, a g and 64 hexadecimal digits.
            relationships: Names of relationships whose descriptors shall come with the object;
                none if absent.
            options: `timeout` and `deadline` of this call, see `CallOptions`.

        Returns:
            The `Graph`.

        Raises:
            InvalidInputError: an argument does not have its type, bounds or shape.
            APIError: the service answered with an error, among others NotFoundError,
                ForbiddenError.
            TransportError: no answer came.

        A public key will do.
        https://docs.virustotal.com/reference/graphs-info
        """
        return await self._call(
            fetch(
                GET_GRAPH.request(graph_id, query={"relationships": relationships}),
                read_object(models.Graph),
            ),
            options,
        )

    async def update(
        self,
        graph_id: str,
        *,
        graph_data: GraphDataDict | None = None,
        nodes: Sequence[GraphNodeDict] | None = None,
        links: Sequence[GraphLinkDict] | None = None,
        private: bool | None = None,
        position: GraphPositionDict | None = None,
        **options: Unpack[CallOptions],
    ) -> models.Graph:
        """Change a graph.

        `PATCH /graphs/{graph_id}`

        What is absent stays as it is; points and lines are replaced as a whole. Only the owner
        and editors may do so.

        Args:
            graph_id: The id of the graph, a g and 64 hexadecimal digits.
            graph_data: Name of the graph and version of its format.
            nodes: The points of the drawing.
            links: The lines of the drawing.
            private: Whether only viewers and editors can see the graph.
            position: The part of the drawing that is shown at first.
            options: `timeout` and `deadline` of this call, see `CallOptions`.

        Returns:
            The `Graph`.

        Raises:
            InvalidInputError: an argument does not have its type, bounds or shape.
            APIError: the service answered with an error, among others NotFoundError,
                ForbiddenError, InvalidArgumentError.
            TransportError: no answer came.

        A public key will do.
        https://docs.virustotal.com/reference/graphs-update
        """
        return await self._call(
            fetch(
                UPDATE_GRAPH.request(
                    graph_id,
                    data={
                        "type": "graph",
                        "attributes": UPDATE_GRAPH.given(
                            {
                                "graph_data": graph_data,
                                "nodes": nodes,
                                "links": links,
                                "private": private,
                                "position": position,
                            },
                            least=1,
                        ),
                    },
                ),
                read_object(models.Graph),
            ),
            options,
        )

    async def delete(self, graph_id: str, **options: Unpack[CallOptions]) -> None:
        """Delete a graph.

        `DELETE /graphs/{graph_id}`

        What it shows stays known to the service.

        Args:
            graph_id: The id of the graph, a g and 64 hexadecimal digits.
            options: `timeout` and `deadline` of this call, see `CallOptions`.

        Raises:
            InvalidInputError: an argument does not have its type, bounds or shape.
            APIError: the service answered with an error, among others NotFoundError,
                ForbiddenError.
            TransportError: no answer came.

        A public key will do.
        https://docs.virustotal.com/reference/graphs-delete
        """
        return await self._call(fetch(DELETE_GRAPH.request(graph_id), read_nothing), options)

    async def get_comments(
        self,
        graph_id: str,
        limit: int = 10,
        cursor: str | None = None,
        **options: Unpack[CallOptions],
    ) -> AsyncPage[models.Comment]:
        """List the comments on a graph, newest first.

        `GET /graphs/{graph_id}/comments`

        A page holds 10 items unless limit says otherwise, and at most 40.

        Args:
            graph_id: The id of the graph, a g and 64 hexadecimal digits.
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
        https://docs.virustotal.com/reference/get-graph-comments
        """
        return await self._call(
            fetch(
                LIST_GRAPH_COMMENTS.request(graph_id, query={"limit": limit, "cursor": cursor}),
                read_page(models.Comment),
            ),
            options,
        )

    async def add_comment(
        self, graph_id: str, text: str, **options: Unpack[CallOptions]
    ) -> models.Comment:
        """Comment on a graph.

        `POST /graphs/{graph_id}/comments`

        The comment bears the name of the key's owner. A comment sent twice stands there twice.

        Args:
            graph_id: The id of the graph, a g and 64 hexadecimal digits.
            text: The text of the comment, not empty; words that begin with # become its tags.
            options: `timeout` and `deadline` of this call, see `CallOptions`.

        Returns:
            The `Comment`.

        Raises:
            InvalidInputError: an argument does not have its type, bounds or shape.
            APIError: the service answered with an error, among others NotFoundError.
            TransportError: no answer came; `may_have_arrived` says whether the request may have.

        A public key will do.
        https://docs.virustotal.com/reference/post-graphs-comments
        """
        return await self._call(
            fetch(
                ADD_GRAPH_COMMENT.request(
                    graph_id,
                    data={"type": "comment", "attributes": ADD_GRAPH_COMMENT.given({"text": text})},
                ),
                read_object(models.Comment),
            ),
            options,
        )

    @overload
    async def get_relationship(
        self,
        graph_id: str,
        relationship: Literal["comments"] | _SlashPageComment,
        limit: int = 10,
        cursor: str | None = None,
        **options: Unpack[CallOptions],
    ) -> AsyncPage[models.Comment]: ...
    @overload
    async def get_relationship(
        self,
        graph_id: str,
        relationship: Literal["items"] | _SlashPageFileURLDomainIPAddress,
        limit: int = 10,
        cursor: str | None = None,
        **options: Unpack[CallOptions],
    ) -> AsyncPage[models.File | models.URL | models.Domain | models.IPAddress]: ...
    @overload
    async def get_relationship(
        self,
        graph_id: str,
        relationship: Literal["editors", "viewers"] | _SlashPageUserGroup,
        limit: int = 10,
        cursor: str | None = None,
        **options: Unpack[CallOptions],
    ) -> AsyncPage[models.User | models.Group]: ...
    @overload
    async def get_relationship(
        self,
        graph_id: str,
        relationship: Literal["group"] | _SlashGroupNone,
        limit: int = 10,
        cursor: str | None = None,
        **options: Unpack[CallOptions],
    ) -> models.Group | None: ...
    @overload
    async def get_relationship(
        self,
        graph_id: str,
        relationship: Literal["owner"] | _SlashUserNone,
        limit: int = 10,
        cursor: str | None = None,
        **options: Unpack[CallOptions],
    ) -> models.User | None: ...
    @overload
    async def get_relationship(
        self,
        graph_id: str,
        relationship: RelationshipName,
        limit: int = 10,
        cursor: str | None = None,
        **options: Unpack[CallOptions],
    ) -> AsyncPage[VTObject] | VTObject | None: ...
    async def get_relationship(
        self,
        graph_id: str,
        relationship: str,
        limit: int = 10,
        cursor: str | None = None,
        **options: Unpack[CallOptions],
    ) -> AsyncPage[VTObject] | VTObject | None:
        """Get the objects that are related to a graph.

        `GET /graphs/{graph_id}/{relationship}`

        A relationship to many answers with a page of objects, one to a single object with that
        object or null. An entry of a page may be an error in place of an object. A page holds
        10 items unless limit says otherwise, and at most 40. Some relationships need a premium
        key.

        Args:
            graph_id: The id of the graph, a g and 64 hexadecimal digits.
            relationship: The name of a relationship of the object type graph, one path segment
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
        https://docs.virustotal.com/reference/graphs-relationships
        """
        return await self._call(
            fetch(
                GET_GRAPH_RELATIONSHIP.request(
                    graph_id,
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
        graph_id: str,
        relationship: Literal["group", "owner"] | _SlashDescriptorNone,
        limit: int = 10,
        cursor: str | None = None,
        **options: Unpack[CallOptions],
    ) -> Descriptor | None: ...
    @overload
    async def get_relationship_descriptors(
        self,
        graph_id: str,
        relationship: Literal["comments", "editors", "items", "viewers"] | _SlashPageDescriptor,
        limit: int = 10,
        cursor: str | None = None,
        **options: Unpack[CallOptions],
    ) -> AsyncPage[Descriptor]: ...
    @overload
    async def get_relationship_descriptors(
        self,
        graph_id: str,
        relationship: RelationshipName,
        limit: int = 10,
        cursor: str | None = None,
        **options: Unpack[CallOptions],
    ) -> AsyncPage[Descriptor] | Descriptor | None: ...
    async def get_relationship_descriptors(
        self,
        graph_id: str,
        relationship: str,
        limit: int = 10,
        cursor: str | None = None,
        **options: Unpack[CallOptions],
    ) -> AsyncPage[Descriptor] | Descriptor | None:
        """Get the types and ids of the objects that are related to a graph.

        `GET /graphs/{graph_id}/relationships/{relationship}`

        Like the objects themselves, but each is only named by type and id, with context
        attributes where the relationship has some; this is cheaper for the service. A page
        holds 10 items unless limit says otherwise, and at most 40.

        Args:
            graph_id: The id of the graph, a g and 64 hexadecimal digits.
            relationship: The name of a relationship of the object type graph, one path segment
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
        https://docs.virustotal.com/reference/graphs-relationships-ids
        """
        return await self._call(
            fetch(
                GET_GRAPH_RELATIONSHIP_DESCRIPTORS.request(
                    graph_id,
                    relationship_name(relationship),
                    query={"limit": limit, "cursor": cursor},
                ),
                read_descriptors,
            ),
            options,
        )

    async def get_editors(
        self,
        graph_id: str,
        limit: int = 10,
        cursor: str | None = None,
        **options: Unpack[CallOptions],
    ) -> AsyncPage[models.User | models.Group]:
        """List the users and groups that may change a graph.

        `GET /graphs/{graph_id}/relationships/editors`

        They come as whole objects, not as descriptors. A page holds 10 items unless limit says
        otherwise, and at most 40.

        Args:
            graph_id: The id of the graph, a g and 64 hexadecimal digits.
            limit: How many items a page holds, 1 to 40.
            cursor: Where to go on, the cursor of the page before; absent for the first page.
            options: `timeout` and `deadline` of this call, see `CallOptions`.

        Returns:
            A `AsyncPage` of `User` and `Group` objects, 40 at most.

        Raises:
            InvalidInputError: an argument does not have its type, bounds or shape.
            APIError: the service answered with an error, among others NotFoundError,
                ForbiddenError.
            TransportError: no answer came.

        A public key will do.
        https://docs.virustotal.com/reference/graphs-editors
        """
        return await self._call(
            fetch(
                LIST_GRAPH_EDITORS.request(graph_id, query={"limit": limit, "cursor": cursor}),
                read_mixed_page,
            ),
            options,
        )

    async def add_editors(
        self,
        graph_id: str,
        *,
        users: Sequence[str] = (),
        groups: Sequence[str] = (),
        **options: Unpack[CallOptions],
    ) -> AsyncPage[models.User | models.Group]:
        """Let users and groups change a graph.

        `POST /graphs/{graph_id}/relationships/editors`

        Those who may already keep the right. Only the owner and editors may do so.

        Args:
            graph_id: The id of the graph, a g and 64 hexadecimal digits.
            users: The users, by id. The name of the user or the id of the group.
            groups: The groups, by id. The name of the user or the id of the group.
            options: `timeout` and `deadline` of this call, see `CallOptions`.

        Returns:
            A `AsyncPage` of `User` and `Group` objects.

        Raises:
            InvalidInputError: an argument does not have its type, bounds or shape.
            APIError: the service answered with an error, among others NotFoundError,
                ForbiddenError, InvalidArgumentError.
            TransportError: no answer came.

        A public key will do.
        https://docs.virustotal.com/reference/graphs-add-editor
        """
        return await self._call(
            fetch(
                ADD_GRAPH_EDITORS.request(
                    graph_id, data=ADD_GRAPH_EDITORS.descriptors({"user": users, "group": groups})
                ),
                read_mixed_page,
            ),
            options,
        )

    async def check_editor(
        self, graph_id: str, user_or_group_id: str, **options: Unpack[CallOptions]
    ) -> bool:
        """Say whether a user or group may change a graph.

        `GET /graphs/{graph_id}/relationships/editors/{user_or_group_id}`

        The answer is a plain yes or no.

        Args:
            graph_id: The id of the graph, a g and 64 hexadecimal digits.
            user_or_group_id: The name of the user or the id of the group.
            options: `timeout` and `deadline` of this call, see `CallOptions`.

        Returns:
            Whether it is so.

        Raises:
            InvalidInputError: an argument does not have its type, bounds or shape.
            APIError: the service answered with an error, among others NotFoundError,
                ForbiddenError.
            TransportError: no answer came.

        A public key will do.
        https://docs.virustotal.com/reference/graphs-check-editor
        """
        return await self._call(
            fetch(CHECK_GRAPH_EDITOR.request(graph_id, user_or_group_id), read_truth), options
        )

    async def remove_editor(
        self, graph_id: str, user_or_group_id: str, **options: Unpack[CallOptions]
    ) -> None:
        """Take the right to change a graph from a user or group.

        `DELETE /graphs/{graph_id}/relationships/editors/{user_or_group_id}`

        Only the owner and editors may do so.

        Args:
            graph_id: The id of the graph, a g and 64 hexadecimal digits.
            user_or_group_id: The name of the user or the id of the group.
            options: `timeout` and `deadline` of this call, see `CallOptions`.

        Raises:
            InvalidInputError: an argument does not have its type, bounds or shape.
            APIError: the service answered with an error, among others NotFoundError,
                ForbiddenError.
            TransportError: no answer came.

        A public key will do.
        https://docs.virustotal.com/reference/graphs-delete-editor
        """
        return await self._call(
            fetch(REMOVE_GRAPH_EDITOR.request(graph_id, user_or_group_id), read_nothing), options
        )

    async def get_viewers(
        self,
        graph_id: str,
        limit: int = 10,
        cursor: str | None = None,
        **options: Unpack[CallOptions],
    ) -> AsyncPage[models.User | models.Group]:
        """List the users and groups that may see a graph.

        `GET /graphs/{graph_id}/relationships/viewers`

        They come as whole objects, not as descriptors. A page holds 10 items unless limit says
        otherwise, and at most 40.

        Args:
            graph_id: The id of the graph, a g and 64 hexadecimal digits.
            limit: How many items a page holds, 1 to 40.
            cursor: Where to go on, the cursor of the page before; absent for the first page.
            options: `timeout` and `deadline` of this call, see `CallOptions`.

        Returns:
            A `AsyncPage` of `User` and `Group` objects, 40 at most.

        Raises:
            InvalidInputError: an argument does not have its type, bounds or shape.
            APIError: the service answered with an error, among others NotFoundError,
                ForbiddenError.
            TransportError: no answer came.

        A public key will do.
        https://docs.virustotal.com/reference/graphs-viewers
        """
        return await self._call(
            fetch(
                LIST_GRAPH_VIEWERS.request(graph_id, query={"limit": limit, "cursor": cursor}),
                read_mixed_page,
            ),
            options,
        )

    async def add_viewers(
        self,
        graph_id: str,
        *,
        users: Sequence[str] = (),
        groups: Sequence[str] = (),
        **options: Unpack[CallOptions],
    ) -> AsyncPage[models.User | models.Group]:
        """Let users and groups see a graph.

        `POST /graphs/{graph_id}/relationships/viewers`

        Those who may already keep the right. Only the owner and editors may do so.

        Args:
            graph_id: The id of the graph, a g and 64 hexadecimal digits.
            users: The users, by id. The name of the user or the id of the group.
            groups: The groups, by id. The name of the user or the id of the group.
            options: `timeout` and `deadline` of this call, see `CallOptions`.

        Returns:
            A `AsyncPage` of `User` and `Group` objects.

        Raises:
            InvalidInputError: an argument does not have its type, bounds or shape.
            APIError: the service answered with an error, among others NotFoundError,
                ForbiddenError, InvalidArgumentError.
            TransportError: no answer came.

        A public key will do.
        https://docs.virustotal.com/reference/graphs-add-viewer
        """
        return await self._call(
            fetch(
                ADD_GRAPH_VIEWERS.request(
                    graph_id, data=ADD_GRAPH_VIEWERS.descriptors({"user": users, "group": groups})
                ),
                read_mixed_page,
            ),
            options,
        )

    async def check_viewer(
        self, graph_id: str, user_or_group_id: str, **options: Unpack[CallOptions]
    ) -> bool:
        """Say whether a user or group may see a graph.

        `GET /graphs/{graph_id}/relationships/viewers/{user_or_group_id}`

        The answer is a plain yes or no.

        Args:
            graph_id: The id of the graph, a g and 64 hexadecimal digits.
            user_or_group_id: The name of the user or the id of the group.
            options: `timeout` and `deadline` of this call, see `CallOptions`.

        Returns:
            Whether it is so.

        Raises:
            InvalidInputError: an argument does not have its type, bounds or shape.
            APIError: the service answered with an error, among others NotFoundError,
                ForbiddenError.
            TransportError: no answer came.

        A public key will do.
        https://docs.virustotal.com/reference/graphs-check-viewer
        """
        return await self._call(
            fetch(CHECK_GRAPH_VIEWER.request(graph_id, user_or_group_id), read_truth), options
        )

    async def remove_viewer(
        self, graph_id: str, user_or_group_id: str, **options: Unpack[CallOptions]
    ) -> None:
        """Take the right to see a graph from a user or group.

        `DELETE /graphs/{graph_id}/relationships/viewers/{user_or_group_id}`

        Only the owner and editors may do so.

        Args:
            graph_id: The id of the graph, a g and 64 hexadecimal digits.
            user_or_group_id: The name of the user or the id of the group.
            options: `timeout` and `deadline` of this call, see `CallOptions`.

        Raises:
            InvalidInputError: an argument does not have its type, bounds or shape.
            APIError: the service answered with an error, among others NotFoundError,
                ForbiddenError.
            TransportError: no answer came.

        A public key will do.
        https://docs.virustotal.com/reference/graphs-delete-viewer
        """
        return await self._call(
            fetch(REMOVE_GRAPH_VIEWER.request(graph_id, user_or_group_id), read_nothing), options
        )
