"""The operations of the group `ip_addresses`.

Do not edit: `python3 scripts/generate.py` made it from `schemas/openapi.yaml`.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Literal, Unpack, overload

import vt_sdk  # for what is loaded when it is first needed
from vt_sdk import models
from vt_sdk.api import VirusTotalAPI
from vt_sdk.core.objects import AnalysisDescriptor, Descriptor, VTObject
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
    read_object,
    read_page,
    read_related,
)
from vt_sdk.core.settings import MAX_WORKERS, REMEMBERED

GET_IP_ADDRESS = Operation(
    "get_ip_address",
    "GET",
    "/ip_addresses/{}",
    (("ip_address", "ip"),),
    repeatable=True,
    arguments={"relationships": {"type": "array", "items": {"type": "string"}}},
)
RESCAN_IP_ADDRESS = Operation(
    "rescan_ip_address",
    "POST",
    "/ip_addresses/{}/analyse",
    (("ip_address", "ip"),),
    repeatable=True,
)
LIST_IP_ADDRESS_COMMENTS = Operation(
    "list_ip_address_comments",
    "GET",
    "/ip_addresses/{}/comments",
    (("ip_address", "ip"),),
    repeatable=True,
    arguments={
        "limit": {"type": "integer", "minimum": 1, "maximum": 40},
        "cursor": {"type": "string"},
    },
)
ADD_IP_ADDRESS_COMMENT = Operation(
    "add_ip_address_comment",
    "POST",
    "/ip_addresses/{}/comments",
    (("ip_address", "ip"),),
    arguments={"text": {"type": "string", "minLength": 1}},
    required=("text",),
)
LIST_IP_ADDRESS_VOTES = Operation(
    "list_ip_address_votes",
    "GET",
    "/ip_addresses/{}/votes",
    (("ip_address", "ip"),),
    repeatable=True,
    arguments={
        "limit": {"type": "integer", "minimum": 1, "maximum": 40},
        "cursor": {"type": "string"},
    },
)
ADD_IP_ADDRESS_VOTE = Operation(
    "add_ip_address_vote",
    "POST",
    "/ip_addresses/{}/votes",
    (("ip_address", "ip"),),
    arguments={"verdict": {"x-vt-words": ("harmless", "malicious"), "x-vt-argument": "malicious"}},
    required=("verdict",),
)
GET_IP_ADDRESS_RELATIONSHIP = Operation(
    "get_ip_address_relationship",
    "GET",
    "/ip_addresses/{}/{}",
    (("ip_address", "ip"), ("relationship", "opaque")),
    repeatable=True,
    premium_relationships=(
        "associations",
        "attack_techniques",
        "campaigns",
        "downloaded_files",
        "malware_families",
        "memory_pattern_parents",
        "related_attack_techniques",
        "related_references",
        "related_reports",
        "related_threat_actors",
        "reports",
        "software_toolkits",
        "threat_actors",
        "urls",
        "vulnerabilities",
    ),
    arguments={
        "limit": {"type": "integer", "minimum": 1, "maximum": 40},
        "cursor": {"type": "string"},
    },
)
GET_IP_ADDRESS_RELATIONSHIP_DESCRIPTORS = Operation(
    "get_ip_address_relationship_descriptors",
    "GET",
    "/ip_addresses/{}/relationships/{}",
    (("ip_address", "ip"), ("relationship", "opaque")),
    repeatable=True,
    premium_relationships=(
        "associations",
        "attack_techniques",
        "campaigns",
        "downloaded_files",
        "malware_families",
        "memory_pattern_parents",
        "related_attack_techniques",
        "related_references",
        "related_reports",
        "related_threat_actors",
        "reports",
        "software_toolkits",
        "threat_actors",
        "urls",
        "vulnerabilities",
    ),
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

_SlashPageAttackTechnique = TypeVar(
    "_SlashPageAttackTechnique", bound=Literal["/attack_techniques", "/related_attack_techniques"]
)
_SlashPageCollection = TypeVar(
    "_SlashPageCollection",
    bound=Literal[
        "/associations",
        "/campaigns",
        "/collections",
        "/malware_families",
        "/related_reports",
        "/reports",
        "/software_toolkits",
        "/threat_actors",
        "/vulnerabilities",
    ],
)
_SlashPageComment = TypeVar("_SlashPageComment", bound=Literal["/comments", "/related_comments"])
_SlashPageFile = TypeVar(
    "_SlashPageFile",
    bound=Literal[
        "/communicating_files", "/downloaded_files", "/memory_pattern_parents", "/referrer_files"
    ],
)
_SlashPageGraph = TypeVar("_SlashPageGraph", bound=Literal["/graphs"])
_SlashPageReference = TypeVar(
    "_SlashPageReference", bound=Literal["/references", "/related_references"]
)
_SlashPageResolution = TypeVar("_SlashPageResolution", bound=Literal["/resolutions"])
_SlashPageSSLCert = TypeVar("_SlashPageSSLCert", bound=Literal["/historical_ssl_certificates"])
_SlashPageThreatActor = TypeVar("_SlashPageThreatActor", bound=Literal["/related_threat_actors"])
_SlashPageURL = TypeVar("_SlashPageURL", bound=Literal["/urls"])
_SlashPageVote = TypeVar("_SlashPageVote", bound=Literal["/user_votes", "/votes"])
_SlashPageWhois = TypeVar("_SlashPageWhois", bound=Literal["/historical_whois"])
_SlashPageDescriptor = TypeVar(
    "_SlashPageDescriptor",
    bound=Literal[
        "/associations",
        "/attack_techniques",
        "/campaigns",
        "/collections",
        "/comments",
        "/communicating_files",
        "/downloaded_files",
        "/graphs",
        "/historical_ssl_certificates",
        "/historical_whois",
        "/malware_families",
        "/memory_pattern_parents",
        "/references",
        "/referrer_files",
        "/related_attack_techniques",
        "/related_comments",
        "/related_references",
        "/related_reports",
        "/related_threat_actors",
        "/reports",
        "/resolutions",
        "/software_toolkits",
        "/threat_actors",
        "/urls",
        "/user_votes",
        "/votes",
        "/vulnerabilities",
    ],
)


class VirusTotalAPIIPAddresses(VirusTotalAPI):
    """IP addresses: reports, rescans, comments, votes, relationships."""

    def get_report(
        self,
        ip_address: str,
        *,
        relationships: Sequence[models.IPAddressRelationship | RelationshipName] | None = None,
        **options: Unpack[CallOptions],
    ) -> models.IPAddress:
        """Get the report of an IP address.

        `GET /ip_addresses/{ip_address}`

        The answer holds the verdicts of the last analysis, network owner, country, WHOIS text
        and certificate as far as they are known.

        Args:
            ip_address: The address in text form, IPv4 or IPv6.
            relationships: Names of relationships whose descriptors shall come with the object;
                none if absent.
            options: `timeout` and `deadline` of this call, see `CallOptions`.

        Returns:
            The `IPAddress`.

        Raises:
            InvalidInputError: an argument does not have its type, bounds or shape.
            APIError: the service answered with an error, among others NotFoundError,
                InvalidArgumentError.
            TransportError: no answer came.

        A public key will do.
        https://docs.virustotal.com/reference/ip-info
        """
        return self._call(
            fetch(
                GET_IP_ADDRESS.request(ip_address, query={"relationships": relationships}),
                read_object(models.IPAddress),
            ),
            options,
        )

    def get_reports(
        self,
        ids: Iterable[str],
        *,
        max_workers: int = MAX_WORKERS,
        ordered: bool = False,
        relationships: Sequence[models.IPAddressRelationship | RelationshipName] | None = None,
        remember: int = REMEMBERED,
        **options: Unpack[CallOptions],
    ) -> vt_sdk.Batch[models.IPAddress]:
        """Get the reports of many IP addresses, several at once.

        `GET /ip_addresses/{ip_address}` for each, none for an address that comes again soon.

        Args:
            ids: the addresses in their text form, IPv4 or IPv6; any number of them, taken as
                they are needed.
            max_workers: how many calls may be under way at once.
            ordered: whether the items come in the order of the ids; else as soon as they are there.
            relationships: names of relationships whose descriptors shall come with each object.
            remember: how many reports are kept for ids that come again, at about 200 KB for each.
            options: `timeout` of each call, and `deadline` of the whole batch from now on, see
                `CallOptions`.

        Returns:
            The `Batch`, an iterator of one `BatchItem` for each id: the `IPAddress` or an error.
            Its `price` tells beforehand what it would cost.

        Raises:
            InvalidInputError: an argument is wrong; an id that is so has it in its own item.
            BatchStoppedError: when iterated: the quota is spent, the key refused or the deadline
                over; it says where to go on.

        A public key will do.
        https://docs.virustotal.com/reference/ip-info
        """
        return vt_sdk.Batch(
            self,
            GET_IP_ADDRESS.requests(relationships=relationships),
            read_object(models.IPAddress),
            ids,
            max_workers=max_workers,
            ordered=ordered,
            remember=remember,
            options=options,
        )

    def analyse(self, ip_address: str, **options: Unpack[CallOptions]) -> AnalysisDescriptor:
        """Analyse an IP address again.

        `POST /ip_addresses/{ip_address}/analyse`

        The address is checked anew. The answer names the analysis, which is queued; its id
        serves to ask for the result.

        Args:
            ip_address: The address in text form, IPv4 or IPv6.
            options: `timeout` and `deadline` of this call, see `CallOptions`.

        Returns:
            The `AnalysisDescriptor`.

        Raises:
            InvalidInputError: an argument does not have its type, bounds or shape.
            APIError: the service answered with an error, among others NotFoundError,
                InvalidArgumentError.
            TransportError: no answer came.

        A public key will do.
        https://docs.virustotal.com/reference/rescan-ip
        """
        return self._call(
            fetch(RESCAN_IP_ADDRESS.request(ip_address), read_object(AnalysisDescriptor)), options
        )

    reanalyse = analyse

    def get_comments(
        self,
        ip_address: str,
        limit: int = 10,
        cursor: str | None = None,
        **options: Unpack[CallOptions],
    ) -> Page[models.Comment]:
        """List the comments on an IP address, newest first.

        `GET /ip_addresses/{ip_address}/comments`

        A page holds 10 items unless limit says otherwise, and at most 40.

        Args:
            ip_address: The address in text form, IPv4 or IPv6.
            limit: How many items a page holds, 1 to 40.
            cursor: Where to go on, the cursor of the page before; absent for the first page.
            options: `timeout` and `deadline` of this call, see `CallOptions`.

        Returns:
            A `Page` of `Comment` objects, 40 at most.

        Raises:
            InvalidInputError: an argument does not have its type, bounds or shape.
            APIError: the service answered with an error, among others NotFoundError,
                InvalidArgumentError.
            TransportError: no answer came.

        A public key will do.
        https://docs.virustotal.com/reference/ip-comments-get
        """
        return self._call(
            fetch(
                LIST_IP_ADDRESS_COMMENTS.request(
                    ip_address, query={"limit": limit, "cursor": cursor}
                ),
                read_page(models.Comment),
            ),
            options,
        )

    def put_comments(
        self, ip_address: str, text: str, **options: Unpack[CallOptions]
    ) -> models.Comment:
        """Comment on an IP address.

        `POST /ip_addresses/{ip_address}/comments`

        The comment is public and bears the name of the key's owner. A comment sent twice stands
        there twice.

        Args:
            ip_address: The address in text form, IPv4 or IPv6.
            text: The text of the comment, not empty; words that begin with # become its tags.
            options: `timeout` and `deadline` of this call, see `CallOptions`.

        Returns:
            The `Comment`.

        Raises:
            InvalidInputError: an argument does not have its type, bounds or shape.
            APIError: the service answered with an error, among others NotFoundError,
                InvalidArgumentError.
            TransportError: no answer came; `may_have_arrived` says whether the request may have.

        A public key will do.
        https://docs.virustotal.com/reference/ip-comments-post
        """
        return self._call(
            fetch(
                ADD_IP_ADDRESS_COMMENT.request(
                    ip_address,
                    data={
                        "type": "comment",
                        "attributes": ADD_IP_ADDRESS_COMMENT.given({"text": text}),
                    },
                ),
                read_object(models.Comment),
            ),
            options,
        )

    def get_votes(
        self,
        ip_address: str,
        limit: int = 10,
        cursor: str | None = None,
        **options: Unpack[CallOptions],
    ) -> Page[models.Vote]:
        """List the votes on an IP address, newest first.

        `GET /ip_addresses/{ip_address}/votes`

        A page holds 10 items unless limit says otherwise, and at most 40. The reference lists
        no paging parameters here; the service takes them.

        Args:
            ip_address: The address in text form, IPv4 or IPv6.
            limit: How many items a page holds, 1 to 40.
            cursor: Where to go on, the cursor of the page before; absent for the first page.
            options: `timeout` and `deadline` of this call, see `CallOptions`.

        Returns:
            A `Page` of `Vote` objects, 40 at most.

        Raises:
            InvalidInputError: an argument does not have its type, bounds or shape.
            APIError: the service answered with an error, among others NotFoundError,
                InvalidArgumentError.
            TransportError: no answer came.

        A public key will do.
        https://docs.virustotal.com/reference/ip-votes
        """
        return self._call(
            fetch(
                LIST_IP_ADDRESS_VOTES.request(ip_address, query={"limit": limit, "cursor": cursor}),
                read_page(models.Vote),
            ),
            options,
        )

    def put_votes(
        self, ip_address: str, malicious: bool = False, **options: Unpack[CallOptions]
    ) -> models.Vote:
        """Vote on an IP address.

        `POST /ip_addresses/{ip_address}/votes`

        A user has one vote for each object; the second is refused with AlreadyExistsError,
        whatever its verdict.

        Args:
            ip_address: The address in text form, IPv4 or IPv6.
            malicious: Whether it is `malicious`; else it is `harmless`.
            options: `timeout` and `deadline` of this call, see `CallOptions`.

        Returns:
            The `Vote`.

        Raises:
            InvalidInputError: an argument does not have its type, bounds or shape.
            APIError: the service answered with an error, among others NotFoundError,
                InvalidArgumentError, AlreadyExistsError.
            TransportError: no answer came; `may_have_arrived` says whether the request may have.

        A public key will do.
        https://docs.virustotal.com/reference/ip-votes-post
        """
        return self._call(
            fetch(
                ADD_IP_ADDRESS_VOTE.request(
                    ip_address,
                    data={
                        "type": "vote",
                        "attributes": ADD_IP_ADDRESS_VOTE.given({"verdict": malicious}),
                    },
                ),
                read_object(models.Vote),
            ),
            options,
        )

    @overload
    def get_relationship(
        self,
        ip_address: str,
        relationship: Literal["attack_techniques", "related_attack_techniques"]
        | _SlashPageAttackTechnique,
        limit: int = 10,
        cursor: str | None = None,
        **options: Unpack[CallOptions],
    ) -> Page[models.AttackTechnique]: ...
    @overload
    def get_relationship(
        self,
        ip_address: str,
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
    ) -> Page[models.Collection]: ...
    @overload
    def get_relationship(
        self,
        ip_address: str,
        relationship: Literal["comments", "related_comments"] | _SlashPageComment,
        limit: int = 10,
        cursor: str | None = None,
        **options: Unpack[CallOptions],
    ) -> Page[models.Comment]: ...
    @overload
    def get_relationship(
        self,
        ip_address: str,
        relationship: Literal[
            "communicating_files", "downloaded_files", "memory_pattern_parents", "referrer_files"
        ]
        | _SlashPageFile,
        limit: int = 10,
        cursor: str | None = None,
        **options: Unpack[CallOptions],
    ) -> Page[models.File]: ...
    @overload
    def get_relationship(
        self,
        ip_address: str,
        relationship: Literal["graphs"] | _SlashPageGraph,
        limit: int = 10,
        cursor: str | None = None,
        **options: Unpack[CallOptions],
    ) -> Page[models.Graph]: ...
    @overload
    def get_relationship(
        self,
        ip_address: str,
        relationship: Literal["references", "related_references"] | _SlashPageReference,
        limit: int = 10,
        cursor: str | None = None,
        **options: Unpack[CallOptions],
    ) -> Page[models.Reference]: ...
    @overload
    def get_relationship(
        self,
        ip_address: str,
        relationship: Literal["resolutions"] | _SlashPageResolution = "resolutions",
        limit: int = 10,
        cursor: str | None = None,
        **options: Unpack[CallOptions],
    ) -> Page[models.Resolution]: ...
    @overload
    def get_relationship(
        self,
        ip_address: str,
        relationship: Literal["historical_ssl_certificates"] | _SlashPageSSLCert,
        limit: int = 10,
        cursor: str | None = None,
        **options: Unpack[CallOptions],
    ) -> Page[models.SSLCert]: ...
    @overload
    def get_relationship(
        self,
        ip_address: str,
        relationship: Literal["related_threat_actors"] | _SlashPageThreatActor,
        limit: int = 10,
        cursor: str | None = None,
        **options: Unpack[CallOptions],
    ) -> Page[models.ThreatActor]: ...
    @overload
    def get_relationship(
        self,
        ip_address: str,
        relationship: Literal["urls"] | _SlashPageURL,
        limit: int = 10,
        cursor: str | None = None,
        **options: Unpack[CallOptions],
    ) -> Page[models.URL]: ...
    @overload
    def get_relationship(
        self,
        ip_address: str,
        relationship: Literal["user_votes", "votes"] | _SlashPageVote,
        limit: int = 10,
        cursor: str | None = None,
        **options: Unpack[CallOptions],
    ) -> Page[models.Vote]: ...
    @overload
    def get_relationship(
        self,
        ip_address: str,
        relationship: Literal["historical_whois"] | _SlashPageWhois,
        limit: int = 10,
        cursor: str | None = None,
        **options: Unpack[CallOptions],
    ) -> Page[models.Whois]: ...
    @overload
    def get_relationship(
        self,
        ip_address: str,
        relationship: RelationshipName,
        limit: int = 10,
        cursor: str | None = None,
        **options: Unpack[CallOptions],
    ) -> Page[VTObject] | VTObject | None: ...
    def get_relationship(
        self,
        ip_address: str,
        relationship: str = "resolutions",
        limit: int = 10,
        cursor: str | None = None,
        **options: Unpack[CallOptions],
    ) -> Page[VTObject] | VTObject | None:
        """Get the objects that are related to an IP address.

        `GET /ip_addresses/{ip_address}/{relationship}`

        A relationship to many answers with a page of objects, one to a single object with that
        object or null. An entry of a page may be an error in place of an object. A page holds
        10 items unless limit says otherwise, and at most 40. Some relationships need a premium
        key.

        Args:
            ip_address: The address in text form, IPv4 or IPv6.
            relationship: The name of a relationship of the object type ip_address, one path
                segment without a slash.
            limit: How many items a page holds, 1 to 40.
            cursor: Where to go on, the cursor of the page before; absent for the first page.
            options: `timeout` and `deadline` of this call, see `CallOptions`.

        Returns:
            A `Page` of objects, one object, or None, as the relationship says.

        Raises:
            InvalidInputError: an argument does not have its type, bounds or shape.
            APIError: the service answered with an error, among others NotFoundError,
                InvalidArgumentError, ForbiddenError.
            TransportError: no answer came.

        A public key will do.
        https://docs.virustotal.com/reference/ip-relationships
        """
        return self._call(
            fetch(
                GET_IP_ADDRESS_RELATIONSHIP.request(
                    ip_address,
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
        ip_address: str,
        relationship: Literal[
            "associations",
            "attack_techniques",
            "campaigns",
            "collections",
            "comments",
            "communicating_files",
            "downloaded_files",
            "graphs",
            "historical_ssl_certificates",
            "historical_whois",
            "malware_families",
            "memory_pattern_parents",
            "references",
            "referrer_files",
            "related_attack_techniques",
            "related_comments",
            "related_references",
            "related_reports",
            "related_threat_actors",
            "reports",
            "resolutions",
            "software_toolkits",
            "threat_actors",
            "urls",
            "user_votes",
            "votes",
            "vulnerabilities",
        ]
        | _SlashPageDescriptor = "resolutions",
        limit: int = 10,
        cursor: str | None = None,
        **options: Unpack[CallOptions],
    ) -> Page[Descriptor]: ...
    @overload
    def get_relationship_descriptors(
        self,
        ip_address: str,
        relationship: RelationshipName,
        limit: int = 10,
        cursor: str | None = None,
        **options: Unpack[CallOptions],
    ) -> Page[Descriptor] | Descriptor | None: ...
    def get_relationship_descriptors(
        self,
        ip_address: str,
        relationship: str = "resolutions",
        limit: int = 10,
        cursor: str | None = None,
        **options: Unpack[CallOptions],
    ) -> Page[Descriptor] | Descriptor | None:
        """Get the types and ids of the objects that are related to an IP address.

        `GET /ip_addresses/{ip_address}/relationships/{relationship}`

        Like the objects themselves, but each is only named by type and id, with context
        attributes where the relationship has some; this is cheaper for the service. A page
        holds 10 items unless limit says otherwise, and at most 40.

        Args:
            ip_address: The address in text form, IPv4 or IPv6.
            relationship: The name of a relationship of the object type ip_address, one path
                segment without a slash.
            limit: How many items a page holds, 1 to 40.
            cursor: Where to go on, the cursor of the page before; absent for the first page.
            options: `timeout` and `deadline` of this call, see `CallOptions`.

        Returns:
            A `Page` of descriptors, one descriptor, or None, as the relationship says.

        Raises:
            InvalidInputError: an argument does not have its type, bounds or shape.
            APIError: the service answered with an error, among others NotFoundError,
                InvalidArgumentError, ForbiddenError.
            TransportError: no answer came.

        A public key will do.
        https://docs.virustotal.com/reference/ip-relationships-ids
        """
        return self._call(
            fetch(
                GET_IP_ADDRESS_RELATIONSHIP_DESCRIPTORS.request(
                    ip_address,
                    relationship_name(relationship),
                    query={"limit": limit, "cursor": cursor},
                ),
                read_descriptors,
            ),
            options,
        )
