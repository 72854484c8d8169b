"""The models of `Graph`.

Do not edit: `python3 scripts/generate.py` made it from `schemas/objects/graph.json`.
"""

# What is meant to be read may have a more exact type in a derived class.
# pyright: reportIncompatibleVariableOverride=false

from typing import Literal

from vt_sdk.core.fields import IntOrFloat, UnixTime
from vt_sdk.core.model import VTModel
from vt_sdk.core.objects import VTObject
from vt_sdk.models._deferred import GraphRelationships


class GraphData(VTModel):
    """Name and version of a graph."""

    description: str | None = None
    """Name of the graph."""
    version: str | None = None
    """Version of the program that saved the graph, such as `5.0.0` or `api-5.0.0`."""


class GraphLink(VTModel):
    """A line between two points."""

    connection_type: str | None = None
    """Name of the relationship that the line stands for, such as `resolutions`."""
    source: str | None = None
    """`entity_id` of the point where the line starts."""
    target: str | None = None
    """`entity_id` of the point where the line ends."""


class GraphCommonality(VTModel):
    """A trait that several objects share."""

    commonality: str | None = None
    """Name of the trait."""
    value: str | None = None
    """Value of the trait."""


class GraphPosition(VTModel):
    """Where the view of a drawing stands."""

    scale: str | None = None
    """Magnification, a number sent as text."""
    x: IntOrFloat | None = None
    """Horizontal shift."""
    y: IntOrFloat | None = None
    """Vertical shift."""


class GraphContext(VTModel):
    """Facts about a graph that depend on who asks."""

    role: str | None = None
    """What the caller may do with the graph, such as `viewer`."""
    shared_with_me: bool | None = None
    """Whether somebody shared the graph with the caller."""


class GraphNodeAttributes(VTModel):
    """What a drawing shows of an object; what belongs to its type only."""

    commonalities: list[GraphCommonality]
    """What the objects behind the point have in common; relationships of the type `commonality`."""
    country: str | None = None
    """Country of the IP address, two letters."""
    has_detections: bool | None = None
    """Whether security products detect the object."""
    intelligence_query: str | None = None
    """The search behind the point; relationships of the type `intelligence`."""
    relationship_type: (
        Literal["commonality", "hunting", "intelligence", "retrohunt"] | str | None
    ) = None
    """Where the objects behind the point come from; relationships made by hand only."""
    retrohunt_job_id: str | None = None
    """Id of the retrohunt job behind the point; relationships of the type `retrohunt`."""
    ruleset_id: str | None = None
    """Id of the hunting ruleset behind the point; relationships of the type `hunting`."""
    type_tag: str | None = None
    """Type tag of the file."""


class GraphNode(VTModel):
    """A point of the drawing: an object, or a relationship that leads on to several."""

    entity_attributes: GraphNodeAttributes | None = None
    """What the drawing shows of the object."""
    entity_id: str | None = None
    """Id of the object in the service, of a relationship a name within the graph."""
    fx: IntOrFloat | None = None
    """Horizontal place to which the point is pinned; absent where it floats."""
    fy: IntOrFloat | None = None
    """Vertical place to which the point is pinned; absent where it floats."""
    index: int | None = None
    """Number of the point."""
    text: str | None = None
    """Label of the point."""
    type: Literal["domain", "file", "ip_address", "relationship", "url"] | str | None = None
    """What the point stands for: the type of the object, or `relationship`."""
    x: IntOrFloat | None = None
    """Horizontal place of the point."""
    y: IntOrFloat | None = None
    """Vertical place of the point."""


class GraphAttributes(VTModel):
    """What is drawn in a graph, and who looked at it."""

    comments_count: int | None = None
    """Number of comments on the graph."""
    creation_date: UnixTime | None = None
    """When the graph was made, as an aware datetime in UTC."""
    graph_data: GraphData | None = None
    """Name of the graph and version of its format."""
    last_modified_date: UnixTime | None = None
    """When the graph was last changed, as an aware datetime in UTC."""
    links: list[GraphLink]
    """The lines of the drawing."""
    nodes: list[GraphNode]
    """The points of the drawing."""
    position: GraphPosition | None = None
    """The part of the drawing that is shown at first."""
    private: bool | None = None
    """Whether only its viewers and editors can see the graph."""
    views_count: int | None = None
    """How often the graph was looked at."""


class Graph(VTObject):
    """A drawing of how files, URLs, domains, IP addresses and other things belong together. Its id is `g` and 64 hexadecimal digits."""

    attributes: GraphAttributes
    """What the service knows about the object; absent from descriptors and errors."""
    context_attributes: GraphContext
    """Facts that belong to the listing, not to the object; absent when the object was asked for by its id."""
    relationships: GraphRelationships
    """What was asked for along with the object by `relationships=`."""
