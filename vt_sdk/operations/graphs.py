"""The operations of the group `graphs`.

Do not edit: `python3 scripts/generate.py` made it from `schemas/openapi.yaml`.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Literal, Required, TypedDict, Unpack, overload

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
    read_mixed_page,
    read_nothing,
    read_object,
    read_page,
    read_related,
    read_truth,
)

LIST_GRAPHS = Operation(
    "list_graphs",
    "GET",
    "/graphs",
    repeatable=True,
    arguments={
        "filter": {"type": "string"},
        "order": {"type": "string"},
        "limit": {"type": "integer", "minimum": 1, "maximum": 40},
        "cursor": {"type": "string"},
        "attributes": {"type": "array", "items": {"type": "string"}},
    },
)
CREATE_GRAPH = Operation(
    "create_graph",
    "POST",
    "/graphs",
    arguments={
        "graph_data": {
            "type": "object",
            "required": ["description"],
            "properties": {"description": {"type": "string"}, "version": {"type": "string"}},
        },
        "nodes": {
            "type": "array",
            "items": {
                "type": "object",
                "required": ["type", "entity_id"],
                "properties": {
                    "type": {"type": "string", "minLength": 1},
                    "entity_id": {"type": "string"},
                    "entity_attributes": {
                        "type": "object",
                        "properties": {
                            "has_detections": {"type": "boolean"},
                            "type_tag": {"type": "string"},
                            "country": {"type": "string"},
                            "relationship_type": {"type": "string", "minLength": 1},
                            "intelligence_query": {"type": "string"},
                            "ruleset_id": {"type": "string"},
                            "retrohunt_job_id": {"type": "string"},
                            "commonalities": {
                                "type": "array",
                                "items": {
                                    "type": "object",
                                    "required": ["commonality", "value"],
                                    "properties": {
                                        "commonality": {"type": "string"},
                                        "value": {"type": "string"},
                                    },
                                },
                            },
                        },
                    },
                    "index": {"type": "integer"},
                    "text": {"type": "string"},
                    "x": {"type": "number"},
                    "y": {"type": "number"},
                    "fx": {"type": "number"},
                    "fy": {"type": "number"},
                },
            },
        },
        "links": {
            "type": "array",
            "items": {
                "type": "object",
                "required": ["source", "target", "connection_type"],
                "properties": {
                    "source": {"type": "string"},
                    "target": {"type": "string"},
                    "connection_type": {"type": "string"},
                },
            },
        },
        "private": {"type": "boolean"},
        "position": {
            "type": "object",
            "properties": {
                "x": {"type": "number"},
                "y": {"type": "number"},
                "scale": {"type": "string"},
            },
        },
    },
    required=("graph_data",),
)
GET_GRAPH = Operation(
    "get_graph",
    "GET",
    "/graphs/{}",
    (("graph_id", "opaque"),),
    repeatable=True,
    arguments={"relationships": {"type": "array", "items": {"type": "string"}}},
)
UPDATE_GRAPH = Operation(
    "update_graph",
    "PATCH",
    "/graphs/{}",
    (("graph_id", "opaque"),),
    repeatable=True,
    arguments={
        "graph_data": {
            "type": "object",
            "required": ["description"],
            "properties": {"description": {"type": "string"}, "version": {"type": "string"}},
        },
        "nodes": {
            "type": "array",
            "items": {
                "type": "object",
                "required": ["type", "entity_id"],
                "properties": {
                    "type": {"type": "string", "minLength": 1},
                    "entity_id": {"type": "string"},
                    "entity_attributes": {
                        "type": "object",
                        "properties": {
                            "has_detections": {"type": "boolean"},
                            "type_tag": {"type": "string"},
                            "country": {"type": "string"},
                            "relationship_type": {"type": "string", "minLength": 1},
                            "intelligence_query": {"type": "string"},
                            "ruleset_id": {"type": "string"},
                            "retrohunt_job_id": {"type": "string"},
                            "commonalities": {
                                "type": "array",
                                "items": {
                                    "type": "object",
                                    "required": ["commonality", "value"],
                                    "properties": {
                                        "commonality": {"type": "string"},
                                        "value": {"type": "string"},
                                    },
                                },
                            },
                        },
                    },
                    "index": {"type": "integer"},
                    "text": {"type": "string"},
                    "x": {"type": "number"},
                    "y": {"type": "number"},
                    "fx": {"type": "number"},
                    "fy": {"type": "number"},
                },
            },
        },
        "links": {
            "type": "array",
            "items": {
                "type": "object",
                "required": ["source", "target", "connection_type"],
                "properties": {
                    "source": {"type": "string"},
                    "target": {"type": "string"},
                    "connection_type": {"type": "string"},
                },
            },
        },
        "private": {"type": "boolean"},
        "position": {
            "type": "object",
            "properties": {
                "x": {"type": "number"},
                "y": {"type": "number"},
                "scale": {"type": "string"},
            },
        },
    },
)
DELETE_GRAPH = Operation(
    "delete_graph", "DELETE", "/graphs/{}", (("graph_id", "opaque"),), repeatable=True
)
LIST_GRAPH_COMMENTS = Operation(
    "list_graph_comments",
    "GET",
    "/graphs/{}/comments",
    (("graph_id", "opaque"),),
    repeatable=True,
    arguments={
        "limit": {"type": "integer", "minimum": 1, "maximum": 40},
        "cursor": {"type": "string"},
    },
)
ADD_GRAPH_COMMENT = Operation(
    "add_graph_comment",
    "POST",
    "/graphs/{}/comments",
    (("graph_id", "opaque"),),
    arguments={"text": {"type": "string", "minLength": 1}},
    required=("text",),
)
GET_GRAPH_RELATIONSHIP = Operation(
    "get_graph_relationship",
    "GET",
    "/graphs/{}/{}",
    (("graph_id", "opaque"), ("relationship", "opaque")),
    repeatable=True,
    arguments={
        "limit": {"type": "integer", "minimum": 1, "maximum": 40},
        "cursor": {"type": "string"},
    },
)
GET_GRAPH_RELATIONSHIP_DESCRIPTORS = Operation(
    "get_graph_relationship_descriptors",
    "GET",
    "/graphs/{}/relationships/{}",
    (("graph_id", "opaque"), ("relationship", "opaque")),
    repeatable=True,
    arguments={
        "limit": {"type": "integer", "minimum": 1, "maximum": 40},
        "cursor": {"type": "string"},
    },
)
LIST_GRAPH_EDITORS = Operation(
    "list_graph_editors",
    "GET",
    "/graphs/{}/relationships/editors",
    (("graph_id", "opaque"),),
    repeatable=True,
    arguments={
        "limit": {"type": "integer", "minimum": 1, "maximum": 40},
        "cursor": {"type": "string"},
    },
)
ADD_GRAPH_EDITORS = Operation(
    "add_graph_editors",
    "POST",
    "/graphs/{}/relationships/editors",
    (("graph_id", "opaque"),),
    repeatable=True,
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
    },
)
CHECK_GRAPH_EDITOR = Operation(
    "check_graph_editor",
    "GET",
    "/graphs/{}/relationships/editors/{}",
    (("graph_id", "opaque"), ("user_or_group_id", "opaque")),
    repeatable=True,
)
REMOVE_GRAPH_EDITOR = Operation(
    "remove_graph_editor",
    "DELETE",
    "/graphs/{}/relationships/editors/{}",
    (("graph_id", "opaque"), ("user_or_group_id", "opaque")),
    repeatable=True,
)
LIST_GRAPH_VIEWERS = Operation(
    "list_graph_viewers",
    "GET",
    "/graphs/{}/relationships/viewers",
    (("graph_id", "opaque"),),
    repeatable=True,
    arguments={
        "limit": {"type": "integer", "minimum": 1, "maximum": 40},
        "cursor": {"type": "string"},
    },
)
ADD_GRAPH_VIEWERS = Operation(
    "add_graph_viewers",
    "POST",
    "/graphs/{}/relationships/viewers",
    (("graph_id", "opaque"),),
    repeatable=True,
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
    },
)
CHECK_GRAPH_VIEWER = Operation(
    "check_graph_viewer",
    "GET",
    "/graphs/{}/relationships/viewers/{}",
    (("graph_id", "opaque"), ("user_or_group_id", "opaque")),
    repeatable=True,
)
REMOVE_GRAPH_VIEWER = Operation(
    "remove_graph_viewer",
    "DELETE",
    "/graphs/{}/relationships/viewers/{}",
    (("graph_id", "opaque"), ("user_or_group_id", "opaque")),
    repeatable=True,
)


class GraphDataDict(TypedDict, total=False):
    """Name of the graph and version of its format."""

    description: Required[str]
    """The name of the graph."""

    version: str
    """The version of the program that made the graph, such as api-5.0.0."""


class GraphCommonalityDict(TypedDict, total=False):
    """A trait that several objects share."""

    commonality: Required[str]
    """The name of the trait."""

    value: Required[str]
    """The value of the trait."""


class GraphNodeAttributesDict(TypedDict, total=False):
    """What the drawing shows of the object; what belongs to its type only."""

    has_detections: bool
    """Whether security products detect the object."""

    type_tag: str
    """The type tag of the file."""

    country: str
    """The country of the IP address, two letters."""

    relationship_type: Literal["commonality", "hunting", "intelligence", "retrohunt"] | str
    """Where the objects behind the point come from; relationships made by hand only."""

    intelligence_query: str
    """The search behind the point."""

    ruleset_id: str
    """The id of the hunting ruleset behind the point."""

    retrohunt_job_id: str
    """The id of the retrohunt job behind the point."""

    commonalities: Sequence[GraphCommonalityDict]
    """What the objects behind the point have in common."""


class GraphNodeDict(TypedDict, total=False):
    """A point of the drawing: an object, or a relationship that leads on to several."""

    type: Required[Literal["domain", "file", "ip_address", "relationship", "url"] | str]
    """What the point stands for: the type of the object, or relationship."""

    entity_id: Required[str]
    """The id of the object, of a relationship a name within the graph."""

    entity_attributes: GraphNodeAttributesDict
    """What the drawing shows of the object; what belongs to its type only."""

    index: int
    """The number of the point."""

    text: str
    """The label of the point."""

    x: float
    """The horizontal place of the point."""

    y: float
    """The vertical place of the point."""

    fx: float
    """The horizontal place to which the point is pinned."""

    fy: float
    """The vertical place to which the point is pinned."""


class GraphLinkDict(TypedDict, total=False):
    """A line between two points."""

    source: Required[str]
    """The entity_id of the point where the line starts."""

    target: Required[str]
    """The entity_id of the point where the line ends."""

    connection_type: Required[str]
    """The name of the relationship that the line stands for, such as resolutions."""


class GraphPositionDict(TypedDict, total=False):
    """The part of the drawing that is shown at first."""

    x: float
    """The horizontal shift."""

    y: float
    """The vertical shift."""

    scale: str
    """The magnification, a number as text."""


# The seed writes a slash before the name of a relationship. Editors complete what is listed in the
# type of an argument, but not what bounds a type variable in it: each name once.
# pyright: reportInvalidTypeVarUse=false
if TYPE_CHECKING:
    # The same; that of `typing` takes jedi so many steps that it tells no type of a result.
    from typing_extensions import TypeVar
else:
    from typing import TypeVar

_SlashPageComment = TypeVar("_SlashPageComment", bound=Literal["/comments"])
_SlashPageFileURLDomainIPAddress = TypeVar(
    "_SlashPageFileURLDomainIPAddress", bound=Literal["/items"]
)
_SlashPageUserGroup = TypeVar("_SlashPageUserGroup", bound=Literal["/editors", "/viewers"])
_SlashGroupNone = TypeVar("_SlashGroupNone", bound=Literal["/group"])
_SlashUserNone = TypeVar("_SlashUserNone", bound=Literal["/owner"])
_SlashDescriptorNone = TypeVar("_SlashDescriptorNone", bound=Literal["/group", "/owner"])
_SlashPageDescriptor = TypeVar(
    "_SlashPageDescriptor", bound=Literal["/comments", "/editors", "/items", "/viewers"]
)


class VirusTotalAPIGraphs(VirusTotalAPI):
    """Graphs: drawings of how things belong together, who may see and who may change them."""

    def get_page(
        self,
        limit: int = 10,
        cursor: str | None = None,
        *,
        filter: str | None = None,
        order: str | None = None,
        attributes: Sequence[str] | None = None,
        **options: Unpack[CallOptions],
    ) -> Page[models.Graph]:
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
            A `Page` of `Graph` objects, 40 at most.

        Raises:
            InvalidInputError: an argument does not have its type, bounds or shape.
            APIError: the service answered with an error, among others InvalidArgumentError.
            TransportError: no answer came.

        A public key will do.
        https://docs.virustotal.com/reference/graphs
        """
        return self._call(
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

    def create(
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
        return self._call(
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

    def get(
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
        return self._call(
            fetch(
                GET_GRAPH.request(graph_id, query={"relationships": relationships}),
                read_object(models.Graph),
            ),
            options,
        )

    def update(
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
        return self._call(
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

    def delete(self, graph_id: str, **options: Unpack[CallOptions]) -> None:
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
        return self._call(fetch(DELETE_GRAPH.request(graph_id), read_nothing), options)

    def get_comments(
        self,
        graph_id: str,
        limit: int = 10,
        cursor: str | None = None,
        **options: Unpack[CallOptions],
    ) -> Page[models.Comment]:
        """List the comments on a graph, newest first.

        `GET /graphs/{graph_id}/comments`

        A page holds 10 items unless limit says otherwise, and at most 40.

        Args:
            graph_id: The id of the graph, a g and 64 hexadecimal digits.
            limit: How many items a page holds, 1 to 40.
            cursor: Where to go on, the cursor of the page before; absent for the first page.
            options: `timeout` and `deadline` of this call, see `CallOptions`.

        Returns:
            A `Page` of `Comment` objects, 40 at most.

        Raises:
            InvalidInputError: an argument does not have its type, bounds or shape.
            APIError: the service answered with an error, among others NotFoundError.
            TransportError: no answer came.

        A public key will do.
        https://docs.virustotal.com/reference/get-graph-comments
        """
        return self._call(
            fetch(
                LIST_GRAPH_COMMENTS.request(graph_id, query={"limit": limit, "cursor": cursor}),
                read_page(models.Comment),
            ),
            options,
        )

    def add_comment(
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
        return self._call(
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
    def get_relationship(
        self,
        graph_id: str,
        relationship: Literal["comments"] | _SlashPageComment,
        limit: int = 10,
        cursor: str | None = None,
        **options: Unpack[CallOptions],
    ) -> Page[models.Comment]: ...
    @overload
    def get_relationship(
        self,
        graph_id: str,
        relationship: Literal["items"] | _SlashPageFileURLDomainIPAddress,
        limit: int = 10,
        cursor: str | None = None,
        **options: Unpack[CallOptions],
    ) -> Page[models.File | models.URL | models.Domain | models.IPAddress]: ...
    @overload
    def get_relationship(
        self,
        graph_id: str,
        relationship: Literal["editors", "viewers"] | _SlashPageUserGroup,
        limit: int = 10,
        cursor: str | None = None,
        **options: Unpack[CallOptions],
    ) -> Page[models.User | models.Group]: ...
    @overload
    def get_relationship(
        self,
        graph_id: str,
        relationship: Literal["group"] | _SlashGroupNone,
        limit: int = 10,
        cursor: str | None = None,
        **options: Unpack[CallOptions],
    ) -> models.Group | None: ...
    @overload
    def get_relationship(
        self,
        graph_id: str,
        relationship: Literal["owner"] | _SlashUserNone,
        limit: int = 10,
        cursor: str | None = None,
        **options: Unpack[CallOptions],
    ) -> models.User | None: ...
    @overload
    def get_relationship(
        self,
        graph_id: str,
        relationship: RelationshipName,
        limit: int = 10,
        cursor: str | None = None,
        **options: Unpack[CallOptions],
    ) -> Page[VTObject] | VTObject | None: ...
    def get_relationship(
        self,
        graph_id: str,
        relationship: str,
        limit: int = 10,
        cursor: str | None = None,
        **options: Unpack[CallOptions],
    ) -> Page[VTObject] | VTObject | None:
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
            A `Page` of objects, one object, or None, as the relationship says.

        Raises:
            InvalidInputError: an argument does not have its type, bounds or shape.
            APIError: the service answered with an error, among others NotFoundError,
                ForbiddenError.
            TransportError: no answer came.

        A public key will do.
        https://docs.virustotal.com/reference/graphs-relationships
        """
        return self._call(
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
    def get_relationship_descriptors(
        self,
        graph_id: str,
        relationship: Literal["group", "owner"] | _SlashDescriptorNone,
        limit: int = 10,
        cursor: str | None = None,
        **options: Unpack[CallOptions],
    ) -> Descriptor | None: ...
    @overload
    def get_relationship_descriptors(
        self,
        graph_id: str,
        relationship: Literal["comments", "editors", "items", "viewers"] | _SlashPageDescriptor,
        limit: int = 10,
        cursor: str | None = None,
        **options: Unpack[CallOptions],
    ) -> Page[Descriptor]: ...
    @overload
    def get_relationship_descriptors(
        self,
        graph_id: str,
        relationship: RelationshipName,
        limit: int = 10,
        cursor: str | None = None,
        **options: Unpack[CallOptions],
    ) -> Page[Descriptor] | Descriptor | None: ...
    def get_relationship_descriptors(
        self,
        graph_id: str,
        relationship: str,
        limit: int = 10,
        cursor: str | None = None,
        **options: Unpack[CallOptions],
    ) -> Page[Descriptor] | Descriptor | None:
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
            A `Page` of descriptors, one descriptor, or None, as the relationship says.

        Raises:
            InvalidInputError: an argument does not have its type, bounds or shape.
            APIError: the service answered with an error, among others NotFoundError,
                ForbiddenError.
            TransportError: no answer came.

        A public key will do.
        https://docs.virustotal.com/reference/graphs-relationships-ids
        """
        return self._call(
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

    def get_editors(
        self,
        graph_id: str,
        limit: int = 10,
        cursor: str | None = None,
        **options: Unpack[CallOptions],
    ) -> Page[models.User | models.Group]:
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
            A `Page` of `User` and `Group` objects, 40 at most.

        Raises:
            InvalidInputError: an argument does not have its type, bounds or shape.
            APIError: the service answered with an error, among others NotFoundError,
                ForbiddenError.
            TransportError: no answer came.

        A public key will do.
        https://docs.virustotal.com/reference/graphs-editors
        """
        return self._call(
            fetch(
                LIST_GRAPH_EDITORS.request(graph_id, query={"limit": limit, "cursor": cursor}),
                read_mixed_page,
            ),
            options,
        )

    def add_editors(
        self,
        graph_id: str,
        *,
        users: Sequence[str] = (),
        groups: Sequence[str] = (),
        **options: Unpack[CallOptions],
    ) -> Page[models.User | models.Group]:
        """Let users and groups change a graph.

        `POST /graphs/{graph_id}/relationships/editors`

        Those who may already keep the right. Only the owner and editors may do so.

        Args:
            graph_id: The id of the graph, a g and 64 hexadecimal digits.
            users: The users, by id. The name of the user or the id of the group.
            groups: The groups, by id. The name of the user or the id of the group.
            options: `timeout` and `deadline` of this call, see `CallOptions`.

        Returns:
            A `Page` of `User` and `Group` objects.

        Raises:
            InvalidInputError: an argument does not have its type, bounds or shape.
            APIError: the service answered with an error, among others NotFoundError,
                ForbiddenError, InvalidArgumentError.
            TransportError: no answer came.

        A public key will do.
        https://docs.virustotal.com/reference/graphs-add-editor
        """
        return self._call(
            fetch(
                ADD_GRAPH_EDITORS.request(
                    graph_id, data=ADD_GRAPH_EDITORS.descriptors({"user": users, "group": groups})
                ),
                read_mixed_page,
            ),
            options,
        )

    def check_editor(
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
        return self._call(
            fetch(CHECK_GRAPH_EDITOR.request(graph_id, user_or_group_id), read_truth), options
        )

    def remove_editor(
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
        return self._call(
            fetch(REMOVE_GRAPH_EDITOR.request(graph_id, user_or_group_id), read_nothing), options
        )

    def get_viewers(
        self,
        graph_id: str,
        limit: int = 10,
        cursor: str | None = None,
        **options: Unpack[CallOptions],
    ) -> Page[models.User | models.Group]:
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
            A `Page` of `User` and `Group` objects, 40 at most.

        Raises:
            InvalidInputError: an argument does not have its type, bounds or shape.
            APIError: the service answered with an error, among others NotFoundError,
                ForbiddenError.
            TransportError: no answer came.

        A public key will do.
        https://docs.virustotal.com/reference/graphs-viewers
        """
        return self._call(
            fetch(
                LIST_GRAPH_VIEWERS.request(graph_id, query={"limit": limit, "cursor": cursor}),
                read_mixed_page,
            ),
            options,
        )

    def add_viewers(
        self,
        graph_id: str,
        *,
        users: Sequence[str] = (),
        groups: Sequence[str] = (),
        **options: Unpack[CallOptions],
    ) -> Page[models.User | models.Group]:
        """Let users and groups see a graph.

        `POST /graphs/{graph_id}/relationships/viewers`

        Those who may already keep the right. Only the owner and editors may do so.

        Args:
            graph_id: The id of the graph, a g and 64 hexadecimal digits.
            users: The users, by id. The name of the user or the id of the group.
            groups: The groups, by id. The name of the user or the id of the group.
            options: `timeout` and `deadline` of this call, see `CallOptions`.

        Returns:
            A `Page` of `User` and `Group` objects.

        Raises:
            InvalidInputError: an argument does not have its type, bounds or shape.
            APIError: the service answered with an error, among others NotFoundError,
                ForbiddenError, InvalidArgumentError.
            TransportError: no answer came.

        A public key will do.
        https://docs.virustotal.com/reference/graphs-add-viewer
        """
        return self._call(
            fetch(
                ADD_GRAPH_VIEWERS.request(
                    graph_id, data=ADD_GRAPH_VIEWERS.descriptors({"user": users, "group": groups})
                ),
                read_mixed_page,
            ),
            options,
        )

    def check_viewer(
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
        return self._call(
            fetch(CHECK_GRAPH_VIEWER.request(graph_id, user_or_group_id), read_truth), options
        )

    def remove_viewer(
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
        return self._call(
            fetch(REMOVE_GRAPH_VIEWER.request(graph_id, user_or_group_id), read_nothing), options
        )
