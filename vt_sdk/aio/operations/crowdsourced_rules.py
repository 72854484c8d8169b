"""The operations of the group `crowdsourced_rules`.

Do not edit: `python3 scripts/generate.py` made it from `vt_sdk/operations/crowdsourced_rules.py`.
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
from vt_sdk.core.readers import read_object
from vt_sdk.operations.crowdsourced_rules import (
    GET_SIGMA_RULE,
    GET_YARA_RULE,
    GET_YARA_RULE_RELATIONSHIP,
    GET_YARA_RULE_RELATIONSHIP_DESCRIPTORS,
    GET_YARA_RULESET,
    LIST_YARA_RULES,
    _SlashDescriptorNone,
    _SlashPageDescriptor,
    _SlashPageFile,
    _SlashYaraRulesetNone,
)

__all__ = ["AsyncVirusTotalAPICrowdsourcedRules"]


class AsyncVirusTotalAPICrowdsourcedRules(AsyncVirusTotalAPI):
    """Crowdsourced YARA and Sigma rules."""

    async def get_yara_rules(
        self,
        limit: int = 10,
        cursor: str | None = None,
        *,
        filter: str | None = None,
        order: Literal[
            "creation_date",
            "creation_date+",
            "creation_date-",
            "included_date",
            "included_date+",
            "included_date-",
            "matches",
            "matches+",
            "matches-",
            "modification_date",
            "modification_date+",
            "modification_date-",
        ]
        | None = None,
        **options: Unpack[CallOptions],
    ) -> AsyncPage[models.YaraRule]:
        """List the crowdsourced YARA rules.

        `GET /yara_rules`

        A page holds 10 items unless limit says otherwise, and at most 40.

        Args:
            limit: How many items a page holds, 1 to 40.
            cursor: Where to go on, the cursor of the page before; absent for the first page.
            filter: Narrows the list: words of names and metadata, and terms over author,
                creation_date, enabled, included_date, last_modification_date, name, tag and
                threat_category, such as enabled:true, joined by blanks. Words match as a whole.
            order: The order: a key, with + for ascending (as without a sign) or - for
                descending.
            options: `timeout` and `deadline` of this call, see `CallOptions`.

        Returns:
            A `AsyncPage` of `YaraRule` objects, 40 at most.

        Raises:
            InvalidInputError: an argument does not have its type, bounds or shape.
            APIError: the service answered with an error, among others InvalidArgumentError.
            TransportError: no answer came.

        A public key will do.
        https://docs.virustotal.com/reference/list-crowdsourced-yara-rules
        """
        return await self._call(
            fetch(
                LIST_YARA_RULES.request(
                    query={"filter": filter, "order": order, "limit": limit, "cursor": cursor}
                ),
                read_page(models.YaraRule),
            ),
            options,
        )

    async def get_yara_rule(
        self,
        yara_rule_id: str,
        *,
        relationships: Sequence[models.YaraRuleRelationship | RelationshipName] | None = None,
        **options: Unpack[CallOptions],
    ) -> models.YaraRule:
        """Get a crowdsourced YARA rule.

        `GET /yara_rules/{yara_rule_id}`

        The answer holds the text of the rule and how often it matches.

        Args:
            yara_rule_id: The id of the rule, the id of its ruleset and the name of the rule
                joined by a vertical bar.
            relationships: Names of relationships whose descriptors shall come with the object;
                none if absent.
            options: `timeout` and `deadline` of this call, see `CallOptions`.

        Returns:
            The `YaraRule`.

        Raises:
            InvalidInputError: an argument does not have its type, bounds or shape.
            APIError: the service answered with an error, among others NotFoundError.
            TransportError: no answer came.

        A public key will do.
        https://docs.virustotal.com/reference/get-a-crowdsourced-yara-rule
        """
        return await self._call(
            fetch(
                GET_YARA_RULE.request(yara_rule_id, query={"relationships": relationships}),
                read_object(models.YaraRule),
            ),
            options,
        )

    @overload
    async def get_yara_rule_relationship(
        self,
        yara_rule_id: str,
        relationship: Literal["files"] | _SlashPageFile,
        limit: int = 10,
        cursor: str | None = None,
        **options: Unpack[CallOptions],
    ) -> AsyncPage[models.File]: ...
    @overload
    async def get_yara_rule_relationship(
        self,
        yara_rule_id: str,
        relationship: Literal["yara_ruleset"] | _SlashYaraRulesetNone,
        limit: int = 10,
        cursor: str | None = None,
        **options: Unpack[CallOptions],
    ) -> models.YaraRuleset | None: ...
    @overload
    async def get_yara_rule_relationship(
        self,
        yara_rule_id: str,
        relationship: RelationshipName,
        limit: int = 10,
        cursor: str | None = None,
        **options: Unpack[CallOptions],
    ) -> AsyncPage[VTObject] | VTObject | None: ...
    async def get_yara_rule_relationship(
        self,
        yara_rule_id: str,
        relationship: str,
        limit: int = 10,
        cursor: str | None = None,
        **options: Unpack[CallOptions],
    ) -> AsyncPage[VTObject] | VTObject | None:
        """Get the objects that are related to a crowdsourced YARA rule.

        `GET /yara_rules/{yara_rule_id}/{relationship}`

        A relationship to many answers with a page of objects, one to a single object with that
        object or null. An entry of a page may be an error in place of an object. A page holds
        10 items unless limit says otherwise, and at most 40. Some relationships need a premium
        key.

        Args:
            yara_rule_id: The id of the rule, the id of its ruleset and the name of the rule
                joined by a vertical bar.
            relationship: The name of a relationship of the object type yara_rule, one path
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

        A public key will do.
        https://docs.virustotal.com/reference/crowdsourced-yara-rule-relationship-endpoint
        """
        return await self._call(
            fetch(
                GET_YARA_RULE_RELATIONSHIP.request(
                    yara_rule_id,
                    relationship_name(relationship),
                    query={"limit": limit, "cursor": cursor},
                ),
                read_related,
            ),
            options,
        )

    @overload
    async def get_yara_rule_relationship_descriptors(
        self,
        yara_rule_id: str,
        relationship: Literal["yara_ruleset"] | _SlashDescriptorNone,
        limit: int = 10,
        cursor: str | None = None,
        **options: Unpack[CallOptions],
    ) -> Descriptor | None: ...
    @overload
    async def get_yara_rule_relationship_descriptors(
        self,
        yara_rule_id: str,
        relationship: Literal["files"] | _SlashPageDescriptor,
        limit: int = 10,
        cursor: str | None = None,
        **options: Unpack[CallOptions],
    ) -> AsyncPage[Descriptor]: ...
    @overload
    async def get_yara_rule_relationship_descriptors(
        self,
        yara_rule_id: str,
        relationship: RelationshipName,
        limit: int = 10,
        cursor: str | None = None,
        **options: Unpack[CallOptions],
    ) -> AsyncPage[Descriptor] | Descriptor | None: ...
    async def get_yara_rule_relationship_descriptors(
        self,
        yara_rule_id: str,
        relationship: str,
        limit: int = 10,
        cursor: str | None = None,
        **options: Unpack[CallOptions],
    ) -> AsyncPage[Descriptor] | Descriptor | None:
        """Get the types and ids of the objects that are related to a crowdsourced YARA rule.

        `GET /yara_rules/{yara_rule_id}/relationships/{relationship}`

        Like the objects themselves, but each is only named by type and id, with context
        attributes where the relationship has some; this is cheaper for the service. A page
        holds 10 items unless limit says otherwise, and at most 40.

        Args:
            yara_rule_id: The id of the rule, the id of its ruleset and the name of the rule
                joined by a vertical bar.
            relationship: The name of a relationship of the object type yara_rule, one path
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

        A public key will do.
        https://docs.virustotal.com/reference/crowdsourced-yara-rule-relationship-descriptors-endpoint
        """
        return await self._call(
            fetch(
                GET_YARA_RULE_RELATIONSHIP_DESCRIPTORS.request(
                    yara_rule_id,
                    relationship_name(relationship),
                    query={"limit": limit, "cursor": cursor},
                ),
                read_descriptors,
            ),
            options,
        )

    async def get_yara_ruleset(
        self,
        yara_ruleset_id: str,
        *,
        relationships: Sequence[models.YaraRulesetRelationship | RelationshipName] | None = None,
        **options: Unpack[CallOptions],
    ) -> models.YaraRuleset:
        """Get a crowdsourced set of YARA rules.

        `GET /yara_rulesets/{yara_ruleset_id}`

        The answer holds the text of the rules and the address that they come from. Crowdsourced
        results in the report of a file name the set by its id.

        Args:
            yara_ruleset_id: The id of the ruleset, a short hexadecimal number.
            relationships: Names of relationships whose descriptors shall come with the object;
                none if absent.
            options: `timeout` and `deadline` of this call, see `CallOptions`.

        Returns:
            The `YaraRuleset`.

        Raises:
            InvalidInputError: an argument does not have its type, bounds or shape.
            APIError: the service answered with an error, among others NotFoundError.
            TransportError: no answer came.

        A public key will do.
        https://docs.virustotal.com/reference/get-yara-rulesets
        """
        return await self._call(
            fetch(
                GET_YARA_RULESET.request(yara_ruleset_id, query={"relationships": relationships}),
                read_object(models.YaraRuleset),
            ),
            options,
        )

    async def get_sigma_rule(
        self, sigma_rule_id: str, **options: Unpack[CallOptions]
    ) -> models.SigmaRule:
        """Get a crowdsourced Sigma rule.

        `GET /sigma_rules/{sigma_rule_id}`

        The answer says what the rule looks for in logs of a sandbox, and how grave a match is.

        Args:
            sigma_rule_id: The id of the rule, a SHA-256.
            options: `timeout` and `deadline` of this call, see `CallOptions`.

        Returns:
            The `SigmaRule`.

        Raises:
            InvalidInputError: an argument does not have its type, bounds or shape.
            APIError: the service answered with an error, among others NotFoundError.
            TransportError: no answer came.

        A public key will do.
        https://docs.virustotal.com/reference/get-sigma-rules
        """
        return await self._call(
            fetch(GET_SIGMA_RULE.request(sigma_rule_id), read_object(models.SigmaRule)), options
        )
