"""The operations of the group `collections`.

Do not edit: `python3 scripts/generate.py` made it from `schemas/openapi.yaml`.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
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
    read_mixed_page,
    read_nothing,
    read_object,
    read_page,
    read_related,
)
from vt_sdk.files import UPLOAD_MAX_BYTES, Download, DownloadTarget

LIST_COLLECTIONS = Operation(
    "list_collections",
    "GET",
    "/collections",
    repeatable=True,
    premium=True,
    arguments={
        "filter": {"type": "string"},
        "order": {"type": "string", "minLength": 1},
        "rating_types": {
            "type": "array",
            "minItems": 1,
            "items": {"enum": ("predicted", "analyst", "unrated")},
        },
        "limit": {"type": "integer", "minimum": 1, "maximum": 40},
        "cursor": {"type": "string"},
        "relationships": {"type": "array", "items": {"type": "string"}},
        "attributes": {"type": "array", "items": {"type": "string"}},
        "exclude_attributes": {"type": "array", "items": {"type": "string"}},
    },
)
CREATE_COLLECTION = Operation(
    "create_collection",
    "POST",
    "/collections",
    arguments={
        "name": {"type": "string", "minLength": 1},
        "description": {"type": "string"},
        "private": {"type": "boolean"},
        "raw_items": {"type": "string", "minLength": 1},
    },
    required=("name",),
)
GET_COLLECTION = Operation(
    "get_collection",
    "GET",
    "/collections/{}",
    (("collection_id", "opaque"),),
    repeatable=True,
    arguments={
        "relationships": {"type": "array", "items": {"type": "string"}},
        "relationship_attributes": {"type": "array", "items": {"type": "string"}},
        "attributes": {"type": "array", "items": {"type": "string"}},
        "exclude_attributes": {"type": "array", "items": {"type": "string"}},
        "format": {"enum": ("stix2.1",)},
    },
)
UPDATE_COLLECTION = Operation(
    "update_collection",
    "PATCH",
    "/collections/{}",
    (("collection_id", "opaque"),),
    repeatable=True,
    arguments={
        "name": {"type": "string", "minLength": 1},
        "description": {"type": "string"},
        "private": {"type": "boolean"},
        "tags": {"type": "array", "items": {"type": "string", "minLength": 1}},
        "alt_names": {"type": "array", "items": {"type": "string", "minLength": 1}},
        "raw_items": {"type": "string", "minLength": 1},
    },
)
DELETE_COLLECTION = Operation(
    "delete_collection",
    "DELETE",
    "/collections/{}",
    (("collection_id", "opaque"),),
    repeatable=True,
)
LIST_COLLECTION_COMMENTS = Operation(
    "list_collection_comments",
    "GET",
    "/collections/{}/comments",
    (("collection_id", "opaque"),),
    repeatable=True,
    arguments={
        "limit": {"type": "integer", "minimum": 1, "maximum": 40},
        "cursor": {"type": "string"},
    },
)
ADD_COLLECTION_COMMENT = Operation(
    "add_collection_comment",
    "POST",
    "/collections/{}/comments",
    (("collection_id", "opaque"),),
    arguments={"text": {"type": "string", "minLength": 1}},
    required=("text",),
)
GET_COLLECTION_RELATIONSHIP = Operation(
    "get_collection_relationship",
    "GET",
    "/collections/{}/{}",
    (("collection_id", "opaque"), ("relationship", "opaque")),
    repeatable=True,
    premium_relationships=(
        "associations",
        "attack_techniques",
        "campaigns",
        "hunting_rulesets",
        "malware_families",
        "related_collections",
        "related_references",
        "reports",
        "software_toolkits",
        "subscription_preferences",
        "suspected_threat_actors",
        "threat_actors",
        "vulnerabilities",
    ),
    arguments={
        "limit": {"type": "integer", "minimum": 1, "maximum": 40},
        "cursor": {"type": "string"},
    },
)
ADD_COLLECTION_ITEMS = Operation(
    "add_collection_items",
    "POST",
    "/collections/{}/{}",
    (("collection_id", "opaque"), ("relationship", "opaque")),
    repeatable=True,
    arguments={"relationship": {"enum": ("files", "domains", "ip_addresses", "urls")}},
)
REMOVE_COLLECTION_ITEMS = Operation(
    "remove_collection_items",
    "DELETE",
    "/collections/{}/{}",
    (("collection_id", "opaque"), ("relationship", "opaque")),
    repeatable=True,
    arguments={"relationship": {"enum": ("files", "domains", "ip_addresses", "urls")}},
)
GET_COLLECTION_RELATIONSHIP_DESCRIPTORS = Operation(
    "get_collection_relationship_descriptors",
    "GET",
    "/collections/{}/relationships/{}",
    (("collection_id", "opaque"), ("relationship", "opaque")),
    repeatable=True,
    premium_relationships=(
        "associations",
        "attack_techniques",
        "campaigns",
        "hunting_rulesets",
        "malware_families",
        "related_collections",
        "related_references",
        "reports",
        "software_toolkits",
        "subscription_preferences",
        "suspected_threat_actors",
        "threat_actors",
        "vulnerabilities",
    ),
    arguments={
        "limit": {"type": "integer", "minimum": 1, "maximum": 40},
        "cursor": {"type": "string"},
    },
)
GET_COLLECTION_MITRE_TREE = Operation(
    "get_collection_mitre_tree",
    "GET",
    "/collections/{}/mitre_tree",
    (("collection_id", "opaque"),),
    repeatable=True,
    premium=True,
)
SEARCH_COLLECTION_IOCS = Operation(
    "search_collection_iocs",
    "GET",
    "/collections/{}/search",
    (("collection_id", "opaque"),),
    repeatable=True,
    premium=True,
    arguments={
        "query": {"type": "string", "minLength": 1},
        "limit": {"type": "integer", "minimum": 1, "maximum": 40},
        "cursor": {"type": "string"},
        "order": {"type": "string"},
        "attributes": {"type": "array", "items": {"type": "string"}},
        "relationships": {"type": "array", "items": {"type": "string"}},
    },
    required=("query",),
)
EXPORT_COLLECTION_IOCS = Operation(
    "export_collection_iocs",
    "GET",
    "/collections/{}/download/{}",
    (("collection_id", "opaque"), ("file_format", "opaque")),
    repeatable=True,
    premium=True,
    arguments={"file_format": {"enum": ("json", "csv", "stix")}},
)
EXPORT_COLLECTION_RELATIONSHIP = Operation(
    "export_collection_relationship",
    "GET",
    "/collections/{}/{}/download/{}",
    (("collection_id", "opaque"), ("relationship", "opaque"), ("file_format", "opaque")),
    repeatable=True,
    premium=True,
    arguments={"file_format": {"enum": ("json", "csv", "stix")}},
)
EXPORT_COLLECTION_AGGREGATIONS = Operation(
    "export_collection_aggregations",
    "GET",
    "/collections/{}/aggregations/download/{}",
    (("collection_id", "opaque"), ("file_format", "opaque")),
    repeatable=True,
    premium=True,
    arguments={"file_format": {"enum": ("json", "csv")}},
)
LIST_COLLECTION_TIMELINE_EVENTS = Operation(
    "list_collection_timeline_events",
    "GET",
    "/collections/{}/timeline/events",
    (("collection_id", "opaque"),),
    repeatable=True,
    premium=True,
)
SEARCH_COLLECTION_FEATURES = Operation(
    "search_collection_features",
    "GET",
    "/collections/{}/features/search",
    (("collection_id", "opaque"),),
    repeatable=True,
    premium=True,
    arguments={
        "feature_type": {"type": "string", "minLength": 1},
        "feature_id": {"type": "string", "minLength": 1},
        "entity_type": {"enum": ("file", "domain", "ip_address", "url")},
        "search_space": {"enum": ("collection", "corpus")},
        "type": {
            "enum": ("files", "domains", "ip_addresses", "urls"),
            "x-vt-argument": "entity_type_plural",
        },
        "descriptors_only": {"type": "boolean"},
    },
    required=("feature_type", "feature_id", "entity_type", "search_space", "type"),
)
DOWNLOAD_COLLECTION_REPORT = Operation(
    "download_collection_report",
    "GET",
    "/collections/{}/download_report",
    (("collection_id", "opaque"),),
    repeatable=True,
    premium=True,
)
GET_COLLECTION_SUBSCRIPTION_PREFERENCES = Operation(
    "get_collection_subscription_preferences",
    "GET",
    "/collections/{}/subscription_preferences",
    (("collection_id", "opaque"),),
    repeatable=True,
    premium=True,
)
ADD_COLLECTION_SUBSCRIPTION_PREFERENCES = Operation(
    "add_collection_subscription_preferences",
    "POST",
    "/collections/{}/subscription_preferences",
    (("collection_id", "opaque"),),
    repeatable=True,
    premium=True,
    arguments={
        "notification_emails": {"type": "array", "items": {"type": "string", "minLength": 1}},
        "daily_email": {"type": "boolean"},
    },
)
REMOVE_COLLECTION_SUBSCRIPTION_PREFERENCES = Operation(
    "remove_collection_subscription_preferences",
    "DELETE",
    "/collections/{}/subscription_preferences",
    (("collection_id", "opaque"),),
    repeatable=True,
    premium=True,
)
GET_IOC_DELTA_PACKAGE = Operation(
    "get_ioc_delta_package",
    "GET",
    "/collections/sync/ioc-deltas/{}",
    (("package_id", "opaque"),),
    repeatable=True,
    premium=True,
    arguments={
        "ioc_type": {"enum": ("file", "url", "domain", "ip")},
        "package_id": {"format": "vt-hour"},
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

_SlashPageAttackTechnique = TypeVar(
    "_SlashPageAttackTechnique", bound=Literal["/attack_techniques"]
)
_SlashPageCollectionThreatActor = TypeVar(
    "_SlashPageCollectionThreatActor", bound=Literal["/threat_actors"]
)
_SlashPageCollection = TypeVar(
    "_SlashPageCollection",
    bound=Literal[
        "/associations",
        "/campaigns",
        "/malware_families",
        "/related_collections",
        "/reports",
        "/software_toolkits",
        "/suspected_threat_actors",
        "/vulnerabilities",
    ],
)
_SlashPageComment = TypeVar("_SlashPageComment", bound=Literal["/comments"])
_SlashPageDomain = TypeVar("_SlashPageDomain", bound=Literal["/domains"])
_SlashPageFile = TypeVar("_SlashPageFile", bound=Literal["/files"])
_SlashPageGraph = TypeVar("_SlashPageGraph", bound=Literal["/autogenerated_graphs"])
_SlashPageHuntingRuleset = TypeVar("_SlashPageHuntingRuleset", bound=Literal["/hunting_rulesets"])
_SlashPageIPAddress = TypeVar("_SlashPageIPAddress", bound=Literal["/ip_addresses"])
_SlashPageReference = TypeVar(
    "_SlashPageReference", bound=Literal["/references", "/related_references"]
)
_SlashPageSigmaRule = TypeVar("_SlashPageSigmaRule", bound=Literal["/sigma_rules"])
_SlashPageURL = TypeVar("_SlashPageURL", bound=Literal["/urls"])
_SlashPageUser = TypeVar("_SlashPageUser", bound=Literal["/subscribed_users"])
_SlashPageYaraRuleset = TypeVar("_SlashPageYaraRuleset", bound=Literal["/yara_rulesets"])
_SlashSubscriptionPreferencesNone = TypeVar(
    "_SlashSubscriptionPreferencesNone", bound=Literal["/subscription_preferences"]
)
_SlashUserNone = TypeVar("_SlashUserNone", bound=Literal["/owner"])
_SlashDescriptorNone = TypeVar(
    "_SlashDescriptorNone", bound=Literal["/owner", "/subscription_preferences"]
)
_SlashPageDescriptor = TypeVar(
    "_SlashPageDescriptor",
    bound=Literal[
        "/associations",
        "/attack_techniques",
        "/autogenerated_graphs",
        "/campaigns",
        "/comments",
        "/domains",
        "/files",
        "/hunting_rulesets",
        "/ip_addresses",
        "/malware_families",
        "/references",
        "/related_collections",
        "/related_references",
        "/reports",
        "/sigma_rules",
        "/software_toolkits",
        "/subscribed_users",
        "/suspected_threat_actors",
        "/threat_actors",
        "/urls",
        "/vulnerabilities",
        "/yara_rulesets",
    ],
)


class CollectionsOperations(VirusTotalAPI):
    """Collections: files, URLs, domains and IP addresses that belong together, and threats."""

    def get_page(
        self,
        limit: int = 10,
        cursor: str | None = None,
        *,
        filter: str | None = None,
        order: Literal[
            "creation_date+",
            "creation_date-",
            "last_modification_date+",
            "last_modification_date-",
            "lookups_trend-",
            "relevance+",
            "relevance-",
            "submissions_trend-",
        ]
        | str
        | None = None,
        rating_types: Sequence[Literal["predicted", "analyst", "unrated"]] | None = None,
        relationships: Sequence[models.CollectionRelationship | RelationshipName] | None = None,
        attributes: Sequence[str] | None = None,
        exclude_attributes: Sequence[str] | None = None,
        **options: Unpack[CallOptions],
    ) -> Page[models.Collection]:
        """List collections.

        `GET /collections`

        Google Threat Intelligence keeps all its kinds of threats here; filter chooses among
        them. A public key can read single collections only. A page holds 10 items unless limit
        says otherwise, and at most 40.

        Args:
            limit: How many items a page holds, 1 to 40.
            cursor: Where to go on, the cursor of the page before; absent for the first page.
            filter: Narrows the list: terms of the form field:value, joined by AND, OR and NOT.
                collection_type:threat-actor, for one, chooses the kind; other fields are owner,
                origin, dates, motivation, regions, industries, malware_role, CVSS bounds and
                the state of exploitation. Numbers and dates take a + or - behind them for at
                least or at most.
            order: The key to sort by, such as relevance, name, creation_date or
                last_modification_date. A key is followed by + for ascending or - for
                descending; alone it means ascending.
            rating_types: Of vulnerabilities, whose ratings count: predicted, analyst or
                unrated; all if absent.
            relationships: Names of relationships whose descriptors shall come with the object;
                none if absent.
            attributes: Names of the attributes that shall come; all if absent.
            exclude_attributes: Names of the attributes that shall not come; none if absent.
            options: `timeout` and `deadline` of this call, see `CallOptions`.

        Returns:
            A `Page` of `Collection` objects, 40 at most.

        Raises:
            InvalidInputError: an argument does not have its type, bounds or shape.
            APIError: the service answered with an error, among others ForbiddenError,
                InvalidArgumentError.
            TransportError: no answer came.

        Needs a premium key.
        https://gtidocs.virustotal.com/reference/list-threats
        """
        return self._call(
            fetch(
                LIST_COLLECTIONS.request(
                    query={
                        "filter": filter,
                        "order": order,
                        "rating_types": rating_types,
                        "limit": limit,
                        "cursor": cursor,
                        "relationships": relationships,
                        "attributes": attributes,
                        "exclude_attributes": exclude_attributes,
                    }
                ),
                read_page(models.Collection),
            ),
            options,
        )

    def get(
        self,
        collection_id: str,
        *,
        relationships: Sequence[models.CollectionRelationship | RelationshipName] | None = None,
        relationship_attributes: Sequence[str] | None = None,
        attributes: Sequence[str] | None = None,
        exclude_attributes: Sequence[str] | None = None,
        **options: Unpack[CallOptions],
    ) -> models.Collection:
        """Get a collection.

        `GET /collections/{collection_id}`

        What is known of a collection depends on its kind. The items come by relationship.

        Args:
            collection_id: The id of the collection; those of Google Threat Intelligence begin
                with the kind, such as threat-actor-- or vulnerability--cve-.
            relationships: Names of relationships whose descriptors shall come with the object;
                none if absent.
            relationship_attributes: Names of the attributes that shall come with the
                descriptors of relationships; none if absent.
            attributes: Names of the attributes that shall come; all if absent.
            exclude_attributes: Names of the attributes that shall not come; none if absent.
            options: `timeout` and `deadline` of this call, see `CallOptions`.

        Returns:
            The `Collection`.

        Raises:
            InvalidInputError: an argument does not have its type, bounds or shape.
            APIError: the service answered with an error, among others NotFoundError,
                ForbiddenError.
            TransportError: no answer came.

        A public key will do.
        https://docs.virustotal.com/reference/collections-get
        """
        return self._call(
            fetch(
                GET_COLLECTION.request(
                    collection_id,
                    query={
                        "relationships": relationships,
                        "relationship_attributes": relationship_attributes,
                        "attributes": attributes,
                        "exclude_attributes": exclude_attributes,
                    },
                ),
                read_object(models.Collection),
            ),
            options,
        )

    def delete(self, collection_id: str, **options: Unpack[CallOptions]) -> None:
        """Delete a collection.

        `DELETE /collections/{collection_id}`

        What it holds stays known to the service.

        Args:
            collection_id: The id of the collection; those of Google Threat Intelligence begin
                with the kind, such as threat-actor-- or vulnerability--cve-.
            options: `timeout` and `deadline` of this call, see `CallOptions`.

        Raises:
            InvalidInputError: an argument does not have its type, bounds or shape.
            APIError: the service answered with an error, among others NotFoundError,
                ForbiddenError.
            TransportError: no answer came.

        A public key will do.
        https://docs.virustotal.com/reference/collections-delete
        """
        return self._call(fetch(DELETE_COLLECTION.request(collection_id), read_nothing), options)

    def get_comments(
        self,
        collection_id: str,
        limit: int = 10,
        cursor: str | None = None,
        **options: Unpack[CallOptions],
    ) -> Page[models.Comment]:
        """List the comments on a collection, newest first.

        `GET /collections/{collection_id}/comments`

        A page holds 10 items unless limit says otherwise, and at most 40.

        Args:
            collection_id: The id of the collection; those of Google Threat Intelligence begin
                with the kind, such as threat-actor-- or vulnerability--cve-.
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
        https://docs.virustotal.com/reference/collections-comments
        """
        return self._call(
            fetch(
                LIST_COLLECTION_COMMENTS.request(
                    collection_id, query={"limit": limit, "cursor": cursor}
                ),
                read_page(models.Comment),
            ),
            options,
        )

    def add_comment(
        self, collection_id: str, text: str, **options: Unpack[CallOptions]
    ) -> models.Comment:
        """Comment on a collection.

        `POST /collections/{collection_id}/comments`

        The comment bears the name of the key's owner. A comment sent twice stands there twice.

        Args:
            collection_id: The id of the collection; those of Google Threat Intelligence begin
                with the kind, such as threat-actor-- or vulnerability--cve-.
            text: The text of the comment, not empty; words that begin with # become its tags.
            options: `timeout` and `deadline` of this call, see `CallOptions`.

        Returns:
            The `Comment`.

        Raises:
            InvalidInputError: an argument does not have its type, bounds or shape.
            APIError: the service answered with an error, among others NotFoundError.
            TransportError: no answer came; `may_have_arrived` says whether the request may have.

        A public key will do.
        https://docs.virustotal.com/reference/collections-comments-create
        """
        return self._call(
            fetch(
                ADD_COLLECTION_COMMENT.request(
                    collection_id,
                    data={
                        "type": "comment",
                        "attributes": ADD_COLLECTION_COMMENT.given({"text": text}),
                    },
                ),
                read_object(models.Comment),
            ),
            options,
        )

    @overload
    def get_relationship(
        self,
        collection_id: str,
        relationship: Literal["attack_techniques"] | _SlashPageAttackTechnique,
        limit: int = 10,
        cursor: str | None = None,
        **options: Unpack[CallOptions],
    ) -> Page[models.AttackTechnique]: ...
    @overload
    def get_relationship(
        self,
        collection_id: str,
        relationship: Literal["threat_actors"] | _SlashPageCollectionThreatActor,
        limit: int = 10,
        cursor: str | None = None,
        **options: Unpack[CallOptions],
    ) -> Page[models.Collection | models.ThreatActor]: ...
    @overload
    def get_relationship(
        self,
        collection_id: str,
        relationship: Literal[
            "associations",
            "campaigns",
            "malware_families",
            "related_collections",
            "reports",
            "software_toolkits",
            "suspected_threat_actors",
            "vulnerabilities",
        ]
        | _SlashPageCollection,
        limit: int = 10,
        cursor: str | None = None,
        **options: Unpack[CallOptions],
    ) -> Page[models.Collection]: ...
    @overload
    def get_relationship(
        self,
        collection_id: str,
        relationship: Literal["comments"] | _SlashPageComment,
        limit: int = 10,
        cursor: str | None = None,
        **options: Unpack[CallOptions],
    ) -> Page[models.Comment]: ...
    @overload
    def get_relationship(
        self,
        collection_id: str,
        relationship: Literal["domains"] | _SlashPageDomain,
        limit: int = 10,
        cursor: str | None = None,
        **options: Unpack[CallOptions],
    ) -> Page[models.Domain]: ...
    @overload
    def get_relationship(
        self,
        collection_id: str,
        relationship: Literal["files"] | _SlashPageFile,
        limit: int = 10,
        cursor: str | None = None,
        **options: Unpack[CallOptions],
    ) -> Page[models.File]: ...
    @overload
    def get_relationship(
        self,
        collection_id: str,
        relationship: Literal["autogenerated_graphs"] | _SlashPageGraph,
        limit: int = 10,
        cursor: str | None = None,
        **options: Unpack[CallOptions],
    ) -> Page[models.Graph]: ...
    @overload
    def get_relationship(
        self,
        collection_id: str,
        relationship: Literal["hunting_rulesets"] | _SlashPageHuntingRuleset,
        limit: int = 10,
        cursor: str | None = None,
        **options: Unpack[CallOptions],
    ) -> Page[models.HuntingRuleset]: ...
    @overload
    def get_relationship(
        self,
        collection_id: str,
        relationship: Literal["ip_addresses"] | _SlashPageIPAddress,
        limit: int = 10,
        cursor: str | None = None,
        **options: Unpack[CallOptions],
    ) -> Page[models.IPAddress]: ...
    @overload
    def get_relationship(
        self,
        collection_id: str,
        relationship: Literal["references", "related_references"] | _SlashPageReference,
        limit: int = 10,
        cursor: str | None = None,
        **options: Unpack[CallOptions],
    ) -> Page[models.Reference]: ...
    @overload
    def get_relationship(
        self,
        collection_id: str,
        relationship: Literal["sigma_rules"] | _SlashPageSigmaRule,
        limit: int = 10,
        cursor: str | None = None,
        **options: Unpack[CallOptions],
    ) -> Page[models.SigmaRule]: ...
    @overload
    def get_relationship(
        self,
        collection_id: str,
        relationship: Literal["urls"] | _SlashPageURL,
        limit: int = 10,
        cursor: str | None = None,
        **options: Unpack[CallOptions],
    ) -> Page[models.URL]: ...
    @overload
    def get_relationship(
        self,
        collection_id: str,
        relationship: Literal["subscribed_users"] | _SlashPageUser,
        limit: int = 10,
        cursor: str | None = None,
        **options: Unpack[CallOptions],
    ) -> Page[models.User]: ...
    @overload
    def get_relationship(
        self,
        collection_id: str,
        relationship: Literal["yara_rulesets"] | _SlashPageYaraRuleset,
        limit: int = 10,
        cursor: str | None = None,
        **options: Unpack[CallOptions],
    ) -> Page[models.YaraRuleset]: ...
    @overload
    def get_relationship(
        self,
        collection_id: str,
        relationship: Literal["subscription_preferences"] | _SlashSubscriptionPreferencesNone,
        limit: int = 10,
        cursor: str | None = None,
        **options: Unpack[CallOptions],
    ) -> models.SubscriptionPreferences | None: ...
    @overload
    def get_relationship(
        self,
        collection_id: str,
        relationship: Literal["owner"] | _SlashUserNone,
        limit: int = 10,
        cursor: str | None = None,
        **options: Unpack[CallOptions],
    ) -> models.User | None: ...
    @overload
    def get_relationship(
        self,
        collection_id: str,
        relationship: RelationshipName,
        limit: int = 10,
        cursor: str | None = None,
        **options: Unpack[CallOptions],
    ) -> Page[VTObject] | VTObject | None: ...
    def get_relationship(
        self,
        collection_id: str,
        relationship: str,
        limit: int = 10,
        cursor: str | None = None,
        **options: Unpack[CallOptions],
    ) -> Page[VTObject] | VTObject | None:
        """Get the objects that are related to a collection.

        `GET /collections/{collection_id}/{relationship}`

        A relationship to many answers with a page of objects, one to a single object with that
        object or null. An entry of a page may be an error in place of an object. A page holds
        10 items unless limit says otherwise, and at most 40. Some relationships need a premium
        key.

        Args:
            collection_id: The id of the collection; those of Google Threat Intelligence begin
                with the kind, such as threat-actor-- or vulnerability--cve-.
            relationship: The name of a relationship of the object type collection, one path
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

        A public key will do.
        https://docs.virustotal.com/reference/get-collections-relationship
        """
        return self._call(
            fetch(
                GET_COLLECTION_RELATIONSHIP.request(
                    collection_id,
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
        collection_id: str,
        relationship: Literal["owner", "subscription_preferences"] | _SlashDescriptorNone,
        limit: int = 10,
        cursor: str | None = None,
        **options: Unpack[CallOptions],
    ) -> Descriptor | None: ...
    @overload
    def get_relationship_descriptors(
        self,
        collection_id: str,
        relationship: Literal[
            "associations",
            "attack_techniques",
            "autogenerated_graphs",
            "campaigns",
            "comments",
            "domains",
            "files",
            "hunting_rulesets",
            "ip_addresses",
            "malware_families",
            "references",
            "related_collections",
            "related_references",
            "reports",
            "sigma_rules",
            "software_toolkits",
            "subscribed_users",
            "suspected_threat_actors",
            "threat_actors",
            "urls",
            "vulnerabilities",
            "yara_rulesets",
        ]
        | _SlashPageDescriptor,
        limit: int = 10,
        cursor: str | None = None,
        **options: Unpack[CallOptions],
    ) -> Page[Descriptor]: ...
    @overload
    def get_relationship_descriptors(
        self,
        collection_id: str,
        relationship: RelationshipName,
        limit: int = 10,
        cursor: str | None = None,
        **options: Unpack[CallOptions],
    ) -> Page[Descriptor] | Descriptor | None: ...
    def get_relationship_descriptors(
        self,
        collection_id: str,
        relationship: str,
        limit: int = 10,
        cursor: str | None = None,
        **options: Unpack[CallOptions],
    ) -> Page[Descriptor] | Descriptor | None:
        """Get the types and ids of the objects that are related to a collection.

        `GET /collections/{collection_id}/relationships/{relationship}`

        Like the objects themselves, but each is only named by type and id, with context
        attributes where the relationship has some; this is cheaper for the service. A page
        holds 10 items unless limit says otherwise, and at most 40.

        Args:
            collection_id: The id of the collection; those of Google Threat Intelligence begin
                with the kind, such as threat-actor-- or vulnerability--cve-.
            relationship: The name of a relationship of the object type collection, one path
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

        A public key will do.
        https://docs.virustotal.com/reference/get-collections-relationship-descriptor
        """
        return self._call(
            fetch(
                GET_COLLECTION_RELATIONSHIP_DESCRIPTORS.request(
                    collection_id,
                    relationship_name(relationship),
                    query={"limit": limit, "cursor": cursor},
                ),
                read_descriptors,
            ),
            options,
        )

    def get_mitre_tree(
        self, collection_id: str, **options: Unpack[CallOptions]
    ) -> models.CollectionMitreTree:
        """Get the tactics and techniques of MITRE ATT&CK that a collection is tied to.

        `GET /collections/{collection_id}/mitre_tree`

        Each tactic comes with its techniques, and each technique with the sources that name it.

        Args:
            collection_id: The id of the collection; those of Google Threat Intelligence begin
                with the kind, such as threat-actor-- or vulnerability--cve-.
            options: `timeout` and `deadline` of this call, see `CallOptions`.

        Returns:
            The `CollectionMitreTree`.

        Raises:
            InvalidInputError: an argument does not have its type, bounds or shape.
            APIError: the service answered with an error, among others NotFoundError,
                ForbiddenError.
            TransportError: no answer came.

        Needs a premium key.
        https://gtidocs.virustotal.com/reference/get-threat-mitre-tree
        """
        return self._call(
            fetch(
                GET_COLLECTION_MITRE_TREE.request(collection_id),
                read_object(models.CollectionMitreTree),
            ),
            options,
        )

    def search(
        self,
        collection_id: str,
        query: str,
        limit: int = 10,
        cursor: str | None = None,
        *,
        order: str | None = None,
        attributes: Sequence[str] | None = None,
        relationships: Sequence[
            models.FileRelationship
            | models.URLRelationship
            | models.DomainRelationship
            | models.IPAddressRelationship
            | RelationshipName
        ]
        | None = None,
        **options: Unpack[CallOptions],
    ) -> Page[models.File | models.URL | models.Domain | models.IPAddress]:
        """Search among the items of a collection.

        `GET /collections/{collection_id}/search`

        The query is in the language of intelligence searches. It finds files unless it names
        another kind as entity:url, entity:domain or entity:ip. meta.total_hits is the number of
        all matches, meta.allowed_orders the keys to sort by. A page holds 10 items unless limit
        says otherwise, and at most 40.

        Args:
            collection_id: The id of the collection; those of Google Threat Intelligence begin
                with the kind, such as threat-actor-- or vulnerability--cve-.
            query: What to search for.
            limit: How many items a page holds, 1 to 40.
            cursor: Where to go on, the cursor of the page before; absent for the first page.
            order: The key to sort by, one of meta.allowed_orders. A key is followed by + for
                ascending or - for descending; alone it means ascending.
            attributes: Names of the attributes that shall come; all if absent.
            relationships: Names of relationships whose descriptors shall come with the object;
                none if absent.
            options: `timeout` and `deadline` of this call, see `CallOptions`.

        Returns:
            A `Page` of `File`, `URL`, `Domain` and `IPAddress` objects, 40 at most.

        Raises:
            InvalidInputError: an argument does not have its type, bounds or shape.
            APIError: the service answered with an error, among others NotFoundError,
                ForbiddenError, InvalidArgumentError.
            TransportError: no answer came.

        Needs a premium key.
        https://gtidocs.virustotal.com/reference/search-iocs-inside-a-threat
        """
        return self._call(
            fetch(
                SEARCH_COLLECTION_IOCS.request(
                    collection_id,
                    query={
                        "query": query,
                        "limit": limit,
                        "cursor": cursor,
                        "order": order,
                        "attributes": attributes,
                        "relationships": relationships,
                    },
                ),
                read_mixed_page,
            ),
            options,
        )

    def download_iocs(
        self,
        collection_id: str,
        file_format: Literal["json", "csv", "stix"],
        target: DownloadTarget,
        *,
        max_bytes: int = UPLOAD_MAX_BYTES,
        **options: Unpack[CallOptions],
    ) -> Download:
        """Download the items of a collection.

        `GET /collections/{collection_id}/download/{file_format}`

        All files, URLs, domains and IP addresses come in one piece, as JSON, CSV or STIX.

        Args:
            collection_id: The id of the collection; those of Google Threat Intelligence begin
                with the kind, such as threat-actor-- or vulnerability--cve-.
            file_format: The format of the content.
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
                ForbiddenError, InvalidArgumentError.
            TransportError: no answer came.

        Needs a premium key.
        https://docs.virustotal.com/reference/collections-export-iocs
        """
        return self._download(
            EXPORT_COLLECTION_IOCS.request(collection_id, file_format), target, max_bytes, **options
        )

    def download_relationship(
        self,
        collection_id: str,
        relationship: str,
        file_format: Literal["json", "csv", "stix"],
        target: DownloadTarget,
        *,
        max_bytes: int = UPLOAD_MAX_BYTES,
        **options: Unpack[CallOptions],
    ) -> Download:
        """Download the objects that are related to a collection.

        `GET /collections/{collection_id}/{relationship}/download/{file_format}`

        All objects of one relationship come in one piece, as JSON, CSV or STIX.

        Args:
            collection_id: The id of the collection; those of Google Threat Intelligence begin
                with the kind, such as threat-actor-- or vulnerability--cve-.
            relationship: The name of a relationship of the object type collection, one path
                segment without a slash.
            file_format: The format of the content.
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
                ForbiddenError, InvalidArgumentError.
            TransportError: no answer came.

        Needs a premium key.
        https://gtidocs.virustotal.com/reference/export-iocs-threat-relationship
        """
        return self._download(
            EXPORT_COLLECTION_RELATIONSHIP.request(
                collection_id, relationship_name(relationship), file_format
            ),
            target,
            max_bytes,
            **options,
        )

    def download_aggregations(
        self,
        collection_id: str,
        file_format: Literal["json", "csv"],
        target: DownloadTarget,
        *,
        max_bytes: int = UPLOAD_MAX_BYTES,
        **options: Unpack[CallOptions],
    ) -> Download:
        """Download what the items of a collection have in common.

        `GET /collections/{collection_id}/aggregations/download/{file_format}`

        The traits that several items share come in one piece, as JSON or CSV.

        Args:
            collection_id: The id of the collection; those of Google Threat Intelligence begin
                with the kind, such as threat-actor-- or vulnerability--cve-.
            file_format: The format of the content.
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
                ForbiddenError, InvalidArgumentError.
            TransportError: no answer came.

        Needs a premium key.
        https://docs.virustotal.com/reference/collections-export-aggregations
        """
        return self._download(
            EXPORT_COLLECTION_AGGREGATIONS.request(collection_id, file_format),
            target,
            max_bytes,
            **options,
        )

    def get_timeline_events(
        self, collection_id: str, **options: Unpack[CallOptions]
    ) -> Page[models.CollectionEvent]:
        """List the events in the history of a collection.

        `GET /collections/{collection_id}/timeline/events`

        Analysts write the history of campaigns and threat actors; other collections have few
        events or none. All events come at once. The service is about to give it up.

        Args:
            collection_id: The id of the collection; those of Google Threat Intelligence begin
                with the kind, such as threat-actor-- or vulnerability--cve-.
            options: `timeout` and `deadline` of this call, see `CallOptions`.

        Returns:
            A `Page` of `CollectionEvent` objects.

        Raises:
            InvalidInputError: an argument does not have its type, bounds or shape.
            APIError: the service answered with an error, among others NotFoundError,
                ForbiddenError.
            TransportError: no answer came.

        Needs a premium key.
        https://gtidocs.virustotal.com/reference/get-threat-timeline-events
        """
        return self._call(
            fetch(
                LIST_COLLECTION_TIMELINE_EVENTS.request(collection_id),
                read_page(models.CollectionEvent),
            ),
            options,
        )

    def search_features(
        self,
        collection_id: str,
        feature_type: str,
        feature_id: str,
        entity_type: Literal["file", "domain", "ip_address", "url"],
        search_space: Literal["collection", "corpus"],
        entity_type_plural: Literal["files", "domains", "ip_addresses", "urls"],
        *,
        descriptors_only: bool | None = None,
        **options: Unpack[CallOptions],
    ) -> Page[models.File | models.URL | models.Domain | models.IPAddress]:
        """Find the files, URLs, domains or IP addresses that have a trait.

        `GET /collections/{collection_id}/features/search`

        Leads from a trait that items of the collection share to those that have it, in the
        collection or anywhere. All matches that the service gives come at once.

        Args:
            collection_id: The id of the collection; those of Google Threat Intelligence begin
                with the kind, such as threat-actor-- or vulnerability--cve-.
            feature_type: The name of the trait, such as attack_techniques.
            feature_id: The value of the trait, such as T1497.001.
            entity_type: The type of the objects.
            search_space: Where to look: in the collection only, or in all that the service
                knows.
            entity_type_plural: The type of the objects once more, in the plural.
            descriptors_only: Whether the objects come as type and id only. Default: False.
            options: `timeout` and `deadline` of this call, see `CallOptions`.

        Returns:
            A `Page` of `File`, `URL`, `Domain` and `IPAddress` objects.

        Raises:
            InvalidInputError: an argument does not have its type, bounds or shape.
            APIError: the service answered with an error, among others NotFoundError,
                ForbiddenError, InvalidArgumentError.
            TransportError: no answer came.

        Needs a premium key.
        """
        return self._call(
            fetch(
                SEARCH_COLLECTION_FEATURES.request(
                    collection_id,
                    query={
                        "feature_type": feature_type,
                        "feature_id": feature_id,
                        "entity_type": entity_type,
                        "search_space": search_space,
                        "type": entity_type_plural,
                        "descriptors_only": descriptors_only,
                    },
                ),
                read_mixed_page,
            ),
            options,
        )

    def get_subscription_preferences(
        self, collection_id: str, **options: Unpack[CallOptions]
    ) -> models.SubscriptionPreferences:
        """Tell how the caller is told about changes of a collection.

        `GET /collections/{collection_id}/subscription_preferences`

        Args:
            collection_id: The id of the collection; those of Google Threat Intelligence begin
                with the kind, such as threat-actor-- or vulnerability--cve-.
            options: `timeout` and `deadline` of this call, see `CallOptions`.

        Returns:
            The `SubscriptionPreferences`.

        Raises:
            InvalidInputError: an argument does not have its type, bounds or shape.
            APIError: the service answered with an error, among others NotFoundError,
                ForbiddenError.
            TransportError: no answer came.

        Needs a premium key.
        https://gtidocs.virustotal.com/reference/get-threat-subscription-preferences
        """
        return self._call(
            fetch(
                GET_COLLECTION_SUBSCRIPTION_PREFERENCES.request(collection_id),
                read_object(models.SubscriptionPreferences),
            ),
            options,
        )

    def add_subscription_preferences(
        self,
        collection_id: str,
        *,
        notification_emails: Sequence[str] | None = None,
        daily_email: bool | None = None,
        **options: Unpack[CallOptions],
    ) -> models.SubscriptionPreferences:
        """Say how the caller shall be told about changes of a collection.

        `POST /collections/{collection_id}/subscription_preferences`

        Preferences that were there are replaced.

        Args:
            collection_id: The id of the collection; those of Google Threat Intelligence begin
                with the kind, such as threat-actor-- or vulnerability--cve-.
            notification_emails: Addresses that each change is sent to.
            daily_email: Whether a message each day sums up the changes.
            options: `timeout` and `deadline` of this call, see `CallOptions`.

        Returns:
            The `SubscriptionPreferences`.

        Raises:
            InvalidInputError: an argument does not have its type, bounds or shape.
            APIError: the service answered with an error, among others NotFoundError,
                ForbiddenError, InvalidArgumentError.
            TransportError: no answer came.

        Needs a premium key.
        https://gtidocs.virustotal.com/reference/create-threat-subscription-preferences
        """
        return self._call(
            fetch(
                ADD_COLLECTION_SUBSCRIPTION_PREFERENCES.request(
                    collection_id,
                    data={
                        "type": "subscription_preferences",
                        "attributes": ADD_COLLECTION_SUBSCRIPTION_PREFERENCES.given(
                            {
                                "notification_emails": notification_emails,
                                "daily_email": daily_email,
                            },
                            least=1,
                        ),
                    },
                ),
                read_object(models.SubscriptionPreferences),
            ),
            options,
        )

    def remove_subscription_preferences(
        self, collection_id: str, **options: Unpack[CallOptions]
    ) -> None:
        """Have the caller told no more about changes of a collection.

        `DELETE /collections/{collection_id}/subscription_preferences`

        Args:
            collection_id: The id of the collection; those of Google Threat Intelligence begin
                with the kind, such as threat-actor-- or vulnerability--cve-.
            options: `timeout` and `deadline` of this call, see `CallOptions`.

        Raises:
            InvalidInputError: an argument does not have its type, bounds or shape.
            APIError: the service answered with an error, among others NotFoundError,
                ForbiddenError.
            TransportError: no answer came.

        Needs a premium key.
        https://gtidocs.virustotal.com/reference/delete-threat-subscription-preferences
        """
        return self._call(
            fetch(REMOVE_COLLECTION_SUBSCRIPTION_PREFERENCES.request(collection_id), read_nothing),
            options,
        )

    def download_ioc_delta(
        self,
        package_id: datetime,
        target: DownloadTarget,
        *,
        max_bytes: int = UPLOAD_MAX_BYTES,
        ioc_type: Literal["file", "url", "domain", "ip"] | None = None,
        **options: Unpack[CallOptions],
    ) -> Download:
        """Download the indicators of all collections that an hour brought or changed.

        `GET /collections/sync/ioc-deltas/{package_id}`

        A TAR archive packed with bzip2, with files of one JSON object a line: files, URLs,
        domains or IP addresses, each with its assessment and the collections that it belongs
        to. For an hour in which there was nothing there is no package.

        Args:
            package_id: The hour, in UTC.
            target: A path, written whole or not at all, or a file object opened in binary mode.
            max_bytes: The most bytes to take, 650 MB if not given.
            ioc_type: The type of the indicators; the one client that is known asks for one each
                time.
            options: `timeout` and `deadline` of this call, see `CallOptions`.

        Returns:
            The `Download`: size in bytes and SHA-256.

        Raises:
            InvalidInputError: an argument does not have its type, bounds or shape.
            FileReadError: the target cannot be written.
            InvalidResponseError: the content is larger than `max_bytes`.
            APIError: the service answered with an error, among others NotFoundError,
                ForbiddenError, NotAvailableYetError.
            TransportError: no answer came.

        Needs a premium key.
        """
        return self._download(
            GET_IOC_DELTA_PACKAGE.request(package_id, query={"ioc_type": ioc_type}),
            target,
            max_bytes,
            **options,
        )
