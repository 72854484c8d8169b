"""The operations of the group `livehunt`.

Do not edit: `python3 scripts/generate.py` made it from `schemas/openapi.yaml`.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Literal, Unpack, overload

from vt_sdk import models
from vt_sdk.api import VirusTotalAPI
from vt_sdk.core.objects import Descriptor, VTObject
from vt_sdk.core.operation import (
    CallOptions,
    Operation,
    RelationshipName,
    TimeoutOption,
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
    read_truth,
)
from vt_sdk.drivers.waiting import waiting
from vt_sdk.operations.analyses import GET_OPERATION

LIST_HUNTING_RULESETS = Operation(
    "list_hunting_rulesets",
    "GET",
    "/intelligence/hunting_rulesets",
    repeatable=True,
    premium=True,
    arguments={
        "filter": {"type": "string"},
        "order": {
            "enum": (
                "creation_date",
                "creation_date+",
                "creation_date-",
                "modification_date",
                "modification_date+",
                "modification_date-",
                "name",
                "name+",
                "name-",
            )
        },
        "limit": {"type": "integer", "minimum": 1, "maximum": 40},
        "cursor": {"type": "string"},
        "relationships": {"type": "array", "items": {"type": "string"}},
    },
)
CREATE_HUNTING_RULESET = Operation(
    "create_hunting_ruleset",
    "POST",
    "/intelligence/hunting_rulesets",
    premium=True,
    arguments={
        "name": {"type": "string", "minLength": 1},
        "rules": {"type": "string", "minLength": 1},
        "enabled": {"type": "boolean"},
        "limit": {"type": "integer"},
        "notification_emails": {"type": "array", "items": {"type": "string"}},
        "match_object_type": {"enum": ("domain", "file", "ip", "url")},
    },
    required=("name", "rules"),
)
DELETE_ALL_HUNTING_RULESETS = Operation(
    "delete_all_hunting_rulesets",
    "DELETE",
    "/intelligence/hunting_rulesets",
    repeatable=True,
    premium=True,
    arguments={
        "x-confirm-delete": {"type": "string", "minLength": 1, "x-vt-argument": "user_name"}
    },
    required=("x-confirm-delete",),
)
GET_HUNTING_RULESET = Operation(
    "get_hunting_ruleset",
    "GET",
    "/intelligence/hunting_rulesets/{}",
    (("ruleset_id", "opaque"),),
    repeatable=True,
    premium=True,
    arguments={"relationships": {"type": "array", "items": {"type": "string"}}},
)
UPDATE_HUNTING_RULESET = Operation(
    "update_hunting_ruleset",
    "PATCH",
    "/intelligence/hunting_rulesets/{}",
    (("ruleset_id", "opaque"),),
    repeatable=True,
    premium=True,
    arguments={
        "name": {"type": "string", "minLength": 1},
        "rules": {"type": "string", "minLength": 1},
        "enabled": {"type": "boolean"},
        "limit": {"type": "integer"},
        "notification_emails": {"type": "array", "items": {"type": "string"}},
        "match_object_type": {"enum": ("domain", "file", "ip", "url")},
    },
)
DELETE_HUNTING_RULESET = Operation(
    "delete_hunting_ruleset",
    "DELETE",
    "/intelligence/hunting_rulesets/{}",
    (("ruleset_id", "opaque"),),
    repeatable=True,
    premium=True,
)
GET_HUNTING_RULESET_RELATIONSHIP = Operation(
    "get_hunting_ruleset_relationship",
    "GET",
    "/intelligence/hunting_rulesets/{}/{}",
    (("ruleset_id", "opaque"), ("relationship", "opaque")),
    repeatable=True,
    premium=True,
    arguments={
        "limit": {"type": "integer", "minimum": 1, "maximum": 40},
        "cursor": {"type": "string"},
    },
)
GET_HUNTING_RULESET_RELATIONSHIP_DESCRIPTORS = Operation(
    "get_hunting_ruleset_relationship_descriptors",
    "GET",
    "/intelligence/hunting_rulesets/{}/relationships/{}",
    (("ruleset_id", "opaque"), ("relationship", "opaque")),
    repeatable=True,
    premium=True,
    arguments={
        "limit": {"type": "integer", "minimum": 1, "maximum": 40},
        "cursor": {"type": "string"},
    },
)
ADD_HUNTING_RULESET_EDITORS = Operation(
    "add_hunting_ruleset_editors",
    "POST",
    "/intelligence/hunting_rulesets/{}/relationships/editors",
    (("ruleset_id", "opaque"),),
    premium=True,
    arguments={
        "user": {"type": "array", "items": {"type": "string"}, "x-vt-argument": "users"},
        "group": {"type": "array", "items": {"type": "string"}, "x-vt-argument": "groups"},
    },
)
CHECK_HUNTING_RULESET_EDITOR = Operation(
    "check_hunting_ruleset_editor",
    "GET",
    "/intelligence/hunting_rulesets/{}/relationships/editors/{}",
    (("ruleset_id", "opaque"), ("user_or_group_id", "opaque")),
    repeatable=True,
    premium=True,
)
REMOVE_HUNTING_RULESET_EDITOR = Operation(
    "remove_hunting_ruleset_editor",
    "DELETE",
    "/intelligence/hunting_rulesets/{}/relationships/editors/{}",
    (("ruleset_id", "opaque"), ("user_or_group_id", "opaque")),
    repeatable=True,
    premium=True,
)
TRANSFER_HUNTING_RULESET = Operation(
    "transfer_hunting_ruleset",
    "POST",
    "/intelligence/hunting_rulesets/{}/relationships/owner",
    (("ruleset_id", "opaque"),),
    premium=True,
    arguments={"id": {"type": "string", "minLength": 1, "x-vt-argument": "user_id"}},
    required=("id",),
)
LIST_HUNTING_NOTIFICATIONS = Operation(
    "list_hunting_notifications",
    "GET",
    "/intelligence/hunting_notifications",
    repeatable=True,
    premium=True,
    arguments={
        "filter": {"type": "string"},
        "order": {"enum": ("date+", "date-")},
        "count_limit": {"type": "integer", "minimum": 1, "maximum": 10000},
        "limit": {"type": "integer", "minimum": 1, "maximum": 40},
        "cursor": {"type": "string"},
        "relationships": {"type": "array", "items": {"type": "string"}},
    },
)
DELETE_HUNTING_NOTIFICATIONS = Operation(
    "delete_hunting_notifications",
    "DELETE",
    "/intelligence/hunting_notifications",
    repeatable=True,
    premium=True,
    arguments={"tag": {"type": "string", "minLength": 1}},
)
GET_HUNTING_NOTIFICATION = Operation(
    "get_hunting_notification",
    "GET",
    "/intelligence/hunting_notifications/{}",
    (("notification_id", "opaque"),),
    repeatable=True,
    premium=True,
    arguments={"relationships": {"type": "array", "items": {"type": "string"}}},
)
DELETE_HUNTING_NOTIFICATION = Operation(
    "delete_hunting_notification",
    "DELETE",
    "/intelligence/hunting_notifications/{}",
    (("notification_id", "opaque"),),
    repeatable=True,
    premium=True,
)
LIST_HUNTING_NOTIFICATION_FILES = Operation(
    "list_hunting_notification_files",
    "GET",
    "/intelligence/hunting_notification_files",
    repeatable=True,
    premium=True,
    arguments={
        "filter": {"type": "string"},
        "count_limit": {"type": "integer", "minimum": 1, "maximum": 10000},
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

_SlashPageFile = TypeVar("_SlashPageFile", bound=Literal["/hunting_notification_files"])
_SlashPageUserGroup = TypeVar("_SlashPageUserGroup", bound=Literal["/editors"])
_SlashUserNone = TypeVar("_SlashUserNone", bound=Literal["/owner"])
_SlashDescriptorNone = TypeVar("_SlashDescriptorNone", bound=Literal["/owner"])
_SlashPageDescriptor = TypeVar(
    "_SlashPageDescriptor", bound=Literal["/editors", "/hunting_notification_files"]
)


class VirusTotalAPILivehunt(VirusTotalAPI):
    """Livehunt: YARA rules that run on everything that comes in."""

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
            "modification_date",
            "modification_date+",
            "modification_date-",
            "name",
            "name+",
            "name-",
        ]
        | None = None,
        relationships: Sequence[models.HuntingRulesetRelationship | RelationshipName] | None = None,
        **options: Unpack[CallOptions],
    ) -> Page[models.HuntingRuleset]:
        """List the Livehunt rulesets that one may see.

        `GET /intelligence/hunting_rulesets`

        These are one's own and those that others have shared. A page holds 10 items unless
        limit says otherwise, and at most 40.

        Args:
            limit: How many items a page holds, 1 to 40.
            cursor: Where to go on, the cursor of the page before; absent for the first page.
            filter: Narrows the list: terms such as enabled:true, name:word, rules:word or
                tag:name, joined by blanks. Words match as a whole.
            order: The order: a key, with + for ascending (as without a sign) or - for
                descending.
            relationships: Names of relationships whose descriptors shall come with the object;
                none if absent.
            options: `timeout` and `deadline` of this call, see `CallOptions`.

        Returns:
            A `Page` of `HuntingRuleset` objects, 40 at most.

        Raises:
            InvalidInputError: an argument does not have its type, bounds or shape.
            APIError: the service answered with an error, among others InvalidArgumentError,
                ForbiddenError.
            TransportError: no answer came.

        Needs a premium key.
        https://docs.virustotal.com/reference/list-hunting-rulesets
        """
        return self._call(
            fetch(
                LIST_HUNTING_RULESETS.request(
                    query={
                        "filter": filter,
                        "order": order,
                        "limit": limit,
                        "cursor": cursor,
                        "relationships": relationships,
                    }
                ),
                read_page(models.HuntingRuleset),
            ),
            options,
        )

    def create(
        self,
        name: str,
        rules: str,
        *,
        enabled: bool | None = None,
        limit: int | None = None,
        notification_emails: Sequence[str] | None = None,
        match_object_type: Literal["domain", "file", "ip", "url"] | None = None,
        **options: Unpack[CallOptions],
    ) -> models.HuntingRuleset:
        """Create a Livehunt ruleset.

        `POST /intelligence/hunting_rulesets`

        The rules run on everything that comes in, as long as the ruleset is enabled; matches go
        to the IoC stream.

        Args:
            name: Name of the ruleset.
            rules: Text of the YARA rules.
            enabled: Whether the rules are run.
            limit: Largest number of notifications in 24 hours; matches beyond it are dropped.
            notification_emails: Addresses that get an e-mail for each notification.
            match_object_type: Type of object that the rules are run on.
            options: `timeout` and `deadline` of this call, see `CallOptions`.

        Returns:
            The `HuntingRuleset`.

        Raises:
            InvalidInputError: an argument does not have its type, bounds or shape.
            APIError: the service answered with an error, among others InvalidArgumentError,
                ForbiddenError.
            TransportError: no answer came; `may_have_arrived` says whether the request may have.

        Needs a premium key.
        https://docs.virustotal.com/reference/create-hunting-ruleset
        """
        return self._call(
            fetch(
                CREATE_HUNTING_RULESET.request(
                    data={
                        "type": "hunting_ruleset",
                        "attributes": CREATE_HUNTING_RULESET.given(
                            {
                                "name": name,
                                "rules": rules,
                                "enabled": enabled,
                                "limit": limit,
                                "notification_emails": notification_emails,
                                "match_object_type": match_object_type,
                            }
                        ),
                    }
                ),
                read_object(models.HuntingRuleset),
            ),
            options,
        )

    def delete_all(self, user_name: str, **options: Unpack[CallOptions]) -> models.Operation:
        """Delete all Livehunt rulesets that one owns.

        `DELETE /intelligence/hunting_rulesets`

        The caller also ceases to be an editor of rulesets that others have shared. The service
        works on after it has answered; `vt.analyses.get_operation` tells how far it is.

        Args:
            user_name: The name of the user whose key it is, as a confirmation.
            options: `timeout` and `deadline` of this call, see `CallOptions`.

        Returns:
            The `Operation`.

        Raises:
            InvalidInputError: an argument does not have its type, bounds or shape.
            APIError: the service answered with an error, among others BadRequestError,
                ForbiddenError.
            TransportError: no answer came.

        Needs a premium key.
        https://docs.virustotal.com/reference/delete-all-hunting-rulesets
        """
        return self._call(
            fetch(
                DELETE_ALL_HUNTING_RULESETS.request(headers={"x-confirm-delete": user_name}),
                read_object(models.Operation),
            ),
            options,
        )

    def get(
        self,
        ruleset_id: str,
        *,
        relationships: Sequence[models.HuntingRulesetRelationship | RelationshipName] | None = None,
        **options: Unpack[CallOptions],
    ) -> models.HuntingRuleset:
        """Get a Livehunt ruleset.

        `GET /intelligence/hunting_rulesets/{ruleset_id}`

        Only its owner and its editors see it.

        Args:
            ruleset_id: The id of the ruleset, a decimal number.
            relationships: Names of relationships whose descriptors shall come with the object;
                none if absent.
            options: `timeout` and `deadline` of this call, see `CallOptions`.

        Returns:
            The `HuntingRuleset`.

        Raises:
            InvalidInputError: an argument does not have its type, bounds or shape.
            APIError: the service answered with an error, among others NotFoundError,
                ForbiddenError.
            TransportError: no answer came.

        Needs a premium key.
        https://docs.virustotal.com/reference/get-hunting-ruleset
        """
        return self._call(
            fetch(
                GET_HUNTING_RULESET.request(ruleset_id, query={"relationships": relationships}),
                read_object(models.HuntingRuleset),
            ),
            options,
        )

    def update(
        self,
        ruleset_id: str,
        *,
        name: str | None = None,
        rules: str | None = None,
        enabled: bool | None = None,
        limit: int | None = None,
        notification_emails: Sequence[str] | None = None,
        match_object_type: Literal["domain", "file", "ip", "url"] | None = None,
        **options: Unpack[CallOptions],
    ) -> models.HuntingRuleset:
        """Change a Livehunt ruleset.

        `PATCH /intelligence/hunting_rulesets/{ruleset_id}`

        What is not given stays as it is.

        Args:
            ruleset_id: The id of the ruleset, a decimal number.
            name: Name of the ruleset.
            rules: Text of the YARA rules.
            enabled: Whether the rules are run.
            limit: Largest number of notifications in 24 hours; matches beyond it are dropped.
            notification_emails: Addresses that get an e-mail for each notification; replaces
                those of before.
            match_object_type: Type of object that the rules are run on.
            options: `timeout` and `deadline` of this call, see `CallOptions`.

        Returns:
            The `HuntingRuleset`.

        Raises:
            InvalidInputError: an argument does not have its type, bounds or shape.
            APIError: the service answered with an error, among others NotFoundError,
                InvalidArgumentError, ForbiddenError.
            TransportError: no answer came.

        Needs a premium key.
        https://docs.virustotal.com/reference/modify-hunting-ruleset
        """
        return self._call(
            fetch(
                UPDATE_HUNTING_RULESET.request(
                    ruleset_id,
                    data={
                        "type": "hunting_ruleset",
                        "attributes": UPDATE_HUNTING_RULESET.given(
                            {
                                "name": name,
                                "rules": rules,
                                "enabled": enabled,
                                "limit": limit,
                                "notification_emails": notification_emails,
                                "match_object_type": match_object_type,
                            }
                        ),
                    },
                ),
                read_object(models.HuntingRuleset),
            ),
            options,
        )

    def delete(self, ruleset_id: str, **options: Unpack[CallOptions]) -> None:
        """Delete a Livehunt ruleset.

        `DELETE /intelligence/hunting_rulesets/{ruleset_id}`

        Its rules are no longer run.

        Args:
            ruleset_id: The id of the ruleset, a decimal number.
            options: `timeout` and `deadline` of this call, see `CallOptions`.

        Raises:
            InvalidInputError: an argument does not have its type, bounds or shape.
            APIError: the service answered with an error, among others NotFoundError,
                ForbiddenError.
            TransportError: no answer came.

        Needs a premium key.
        https://docs.virustotal.com/reference/delete-hunting-ruleset
        """
        return self._call(fetch(DELETE_HUNTING_RULESET.request(ruleset_id), read_nothing), options)

    @overload
    def get_relationship(
        self,
        ruleset_id: str,
        relationship: Literal["hunting_notification_files"] | _SlashPageFile,
        limit: int = 10,
        cursor: str | None = None,
        **options: Unpack[CallOptions],
    ) -> Page[models.File]: ...
    @overload
    def get_relationship(
        self,
        ruleset_id: str,
        relationship: Literal["editors"] | _SlashPageUserGroup,
        limit: int = 10,
        cursor: str | None = None,
        **options: Unpack[CallOptions],
    ) -> Page[models.User | models.Group]: ...
    @overload
    def get_relationship(
        self,
        ruleset_id: str,
        relationship: Literal["owner"] | _SlashUserNone,
        limit: int = 10,
        cursor: str | None = None,
        **options: Unpack[CallOptions],
    ) -> models.User | None: ...
    @overload
    def get_relationship(
        self,
        ruleset_id: str,
        relationship: RelationshipName,
        limit: int = 10,
        cursor: str | None = None,
        **options: Unpack[CallOptions],
    ) -> Page[VTObject] | VTObject | None: ...
    def get_relationship(
        self,
        ruleset_id: str,
        relationship: str,
        limit: int = 10,
        cursor: str | None = None,
        **options: Unpack[CallOptions],
    ) -> Page[VTObject] | VTObject | None:
        """Get the objects that are related to a Livehunt ruleset.

        `GET /intelligence/hunting_rulesets/{ruleset_id}/{relationship}`

        A relationship to many answers with a page of objects, one to a single object with that
        object or null. An entry of a page may be an error in place of an object. A page holds
        10 items unless limit says otherwise, and at most 40.

        Args:
            ruleset_id: The id of the ruleset, a decimal number.
            relationship: The name of a relationship of the object type hunting_ruleset, one
                path segment without a slash.
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
        https://docs.virustotal.com/reference/get-hunting-ruleset-full-relationships
        """
        return self._call(
            fetch(
                GET_HUNTING_RULESET_RELATIONSHIP.request(
                    ruleset_id,
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
        ruleset_id: str,
        relationship: Literal["owner"] | _SlashDescriptorNone,
        limit: int = 10,
        cursor: str | None = None,
        **options: Unpack[CallOptions],
    ) -> Descriptor | None: ...
    @overload
    def get_relationship_descriptors(
        self,
        ruleset_id: str,
        relationship: Literal["editors", "hunting_notification_files"] | _SlashPageDescriptor,
        limit: int = 10,
        cursor: str | None = None,
        **options: Unpack[CallOptions],
    ) -> Page[Descriptor]: ...
    @overload
    def get_relationship_descriptors(
        self,
        ruleset_id: str,
        relationship: RelationshipName,
        limit: int = 10,
        cursor: str | None = None,
        **options: Unpack[CallOptions],
    ) -> Page[Descriptor] | Descriptor | None: ...
    def get_relationship_descriptors(
        self,
        ruleset_id: str,
        relationship: str,
        limit: int = 10,
        cursor: str | None = None,
        **options: Unpack[CallOptions],
    ) -> Page[Descriptor] | Descriptor | None:
        """Get the types and ids of the objects that are related to a Livehunt ruleset.

        `GET /intelligence/hunting_rulesets/{ruleset_id}/relationships/{relationship}`

        Like the objects themselves, but each is only named by type and id, with context
        attributes where the relationship has some; this is cheaper for the service. A page
        holds 10 items unless limit says otherwise, and at most 40.

        Args:
            ruleset_id: The id of the ruleset, a decimal number.
            relationship: The name of a relationship of the object type hunting_ruleset, one
                path segment without a slash.
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
        https://docs.virustotal.com/reference/get-hunting-ruleset-relationship
        """
        return self._call(
            fetch(
                GET_HUNTING_RULESET_RELATIONSHIP_DESCRIPTORS.request(
                    ruleset_id,
                    relationship_name(relationship),
                    query={"limit": limit, "cursor": cursor},
                ),
                read_descriptors,
            ),
            options,
        )

    def add_editors(
        self,
        ruleset_id: str,
        *,
        users: Sequence[str] = (),
        groups: Sequence[str] = (),
        **options: Unpack[CallOptions],
    ) -> Page[Descriptor]:
        """Let users and groups see and change a Livehunt ruleset.

        `POST /intelligence/hunting_rulesets/{ruleset_id}/relationships/editors`

        The groups and users are named by their ids; one call may name several.

        Args:
            ruleset_id: The id of the ruleset, a decimal number.
            users: The users, by id.
            groups: The groups, by id.
            options: `timeout` and `deadline` of this call, see `CallOptions`.

        Returns:
            A `Page` of `Descriptor` objects.

        Raises:
            InvalidInputError: an argument does not have its type, bounds or shape.
            APIError: the service answered with an error, among others NotFoundError,
                ForbiddenError.
            TransportError: no answer came; `may_have_arrived` says whether the request may have.

        Needs a premium key.
        https://docs.virustotal.com/reference/edit-hunting-ruleset-relationship
        """
        return self._call(
            fetch(
                ADD_HUNTING_RULESET_EDITORS.request(
                    ruleset_id,
                    data=ADD_HUNTING_RULESET_EDITORS.descriptors({"user": users, "group": groups}),
                ),
                read_page(Descriptor),
            ),
            options,
        )

    def check_editor(
        self, ruleset_id: str, user_or_group_id: str, **options: Unpack[CallOptions]
    ) -> bool:
        """Tell whether a user or group may change a Livehunt ruleset.

        `GET /intelligence/hunting_rulesets/{ruleset_id}/relationships/editors/{user_or_group_id}`

        Args:
            ruleset_id: The id of the ruleset, a decimal number.
            user_or_group_id: The name of the user or the id of the group.
            options: `timeout` and `deadline` of this call, see `CallOptions`.

        Returns:
            Whether the user or group is an editor.

        Raises:
            InvalidInputError: an argument does not have its type, bounds or shape.
            APIError: the service answered with an error, among others NotFoundError,
                ForbiddenError.
            TransportError: no answer came.

        Needs a premium key.
        https://docs.virustotal.com/reference/check-user-hunting-ruleset-editor
        """
        return self._call(
            fetch(CHECK_HUNTING_RULESET_EDITOR.request(ruleset_id, user_or_group_id), read_truth),
            options,
        )

    def remove_editor(
        self, ruleset_id: str, user_or_group_id: str, **options: Unpack[CallOptions]
    ) -> None:
        """Take the right to see and change a Livehunt ruleset from a user or group.

        `DELETE /intelligence/hunting_rulesets/{ruleset_id}/relationships/editors/{user_or_group_id}`

        Args:
            ruleset_id: The id of the ruleset, a decimal number.
            user_or_group_id: The name of the user or the id of the group.
            options: `timeout` and `deadline` of this call, see `CallOptions`.

        Raises:
            InvalidInputError: an argument does not have its type, bounds or shape.
            APIError: the service answered with an error, among others NotFoundError,
                ForbiddenError.
            TransportError: no answer came.

        Needs a premium key.
        https://docs.virustotal.com/reference/delete-hunting-ruleset-editor
        """
        return self._call(
            fetch(
                REMOVE_HUNTING_RULESET_EDITOR.request(ruleset_id, user_or_group_id), read_nothing
            ),
            options,
        )

    def transfer(self, ruleset_id: str, user_id: str, **options: Unpack[CallOptions]) -> Descriptor:
        """Give a Livehunt ruleset to another user.

        `POST /intelligence/hunting_rulesets/{ruleset_id}/relationships/owner`

        The new owner has to be a member of the group in which the ruleset was made.

        Args:
            ruleset_id: The id of the ruleset, a decimal number.
            user_id: The id of the new owner.
            options: `timeout` and `deadline` of this call, see `CallOptions`.

        Returns:
            The `Descriptor`.

        Raises:
            InvalidInputError: an argument does not have its type, bounds or shape.
            APIError: the service answered with an error, among others NotFoundError,
                InvalidArgumentError, ForbiddenError.
            TransportError: no answer came; `may_have_arrived` says whether the request may have.

        Needs a premium key.
        https://docs.virustotal.com/reference/transfer-livehunt-ruleset-to-another-user
        """
        return self._call(
            fetch(
                TRANSFER_HUNTING_RULESET.request(
                    ruleset_id,
                    data={"type": "user", "id": TRANSFER_HUNTING_RULESET.checked("id", user_id)},
                ),
                read_object(Descriptor),
            ),
            options,
        )

    def get_notifications(
        self,
        limit: int = 10,
        cursor: str | None = None,
        *,
        filter: str | None = None,
        order: Literal["date+", "date-"] | None = None,
        count_limit: int | None = None,
        relationships: Sequence[models.HuntingNotificationRelationship | RelationshipName]
        | None = None,
        **options: Unpack[CallOptions],
    ) -> Page[models.HuntingNotification]:
        """List the matches of Livehunt rules, newest first.

        `GET /intelligence/hunting_notifications`

        They come from one's own rulesets and from shared ones. The meta of the page holds a
        count. A page holds 10 items unless limit says otherwise, and at most 40. Outdated: the
        IoC stream has taken its place.

        Args:
            limit: How many items a page holds, 1 to 40.
            cursor: Where to go on, the cursor of the page before; absent for the first page.
            filter: Narrows the list: terms such as tag:name, owner:user or date:2021-07-21+
                (since that day; with - before it; Unix seconds will do as well), joined by
                blanks. Tags are the SHA-256 of the file and the names of ruleset and rule.
            order: The order by date: date+ for ascending, date- for descending, which is that
                of the list if absent.
            count_limit: How far the service counts the items of the list for meta.count, 1 to
                10,000; a count that is equal to it means at least so many. Default: 200.
            relationships: Names of relationships whose descriptors shall come with the object;
                none if absent.
            options: `timeout` and `deadline` of this call, see `CallOptions`.

        Returns:
            A `Page` of `HuntingNotification` objects, 40 at most.

        Raises:
            InvalidInputError: an argument does not have its type, bounds or shape.
            APIError: the service answered with an error, among others InvalidArgumentError,
                ForbiddenError.
            TransportError: no answer came.

        Needs a premium key.
        https://docs.virustotal.com/reference/list-hunting-notifications
        """
        return self._call(
            fetch(
                LIST_HUNTING_NOTIFICATIONS.request(
                    query={
                        "filter": filter,
                        "order": order,
                        "count_limit": count_limit,
                        "limit": limit,
                        "cursor": cursor,
                        "relationships": relationships,
                    }
                ),
                read_page(models.HuntingNotification),
            ),
            options,
        )

    def delete_notifications(
        self, *, tag: str | None = None, **options: Unpack[CallOptions]
    ) -> None:
        """Delete the matches of Livehunt rules that bear a tag, or all of them.

        `DELETE /intelligence/hunting_notifications`

        Without a tag all notifications of the user are deleted. Outdated: the IoC stream has
        taken its place.

        Args:
            tag: The tag of the notifications to delete; absent means all.
            options: `timeout` and `deadline` of this call, see `CallOptions`.

        Raises:
            InvalidInputError: an argument does not have its type, bounds or shape.
            APIError: the service answered with an error, among others ForbiddenError.
            TransportError: no answer came.

        Needs a premium key.
        https://docs.virustotal.com/reference/delete-hunting-notifications
        """
        return self._call(
            fetch(DELETE_HUNTING_NOTIFICATIONS.request(query={"tag": tag}), read_nothing), options
        )

    def get_notification(
        self,
        notification_id: str,
        *,
        relationships: Sequence[models.HuntingNotificationRelationship | RelationshipName]
        | None = None,
        **options: Unpack[CallOptions],
    ) -> models.HuntingNotification:
        """Get a match of a Livehunt rule.

        `GET /intelligence/hunting_notifications/{notification_id}`

        Outdated: the IoC stream has taken its place.

        Args:
            notification_id: The id of the notification.
            relationships: Names of relationships whose descriptors shall come with the object;
                none if absent.
            options: `timeout` and `deadline` of this call, see `CallOptions`.

        Returns:
            The `HuntingNotification`.

        Raises:
            InvalidInputError: an argument does not have its type, bounds or shape.
            APIError: the service answered with an error, among others NotFoundError,
                ForbiddenError.
            TransportError: no answer came.

        Needs a premium key.
        https://docs.virustotal.com/reference/get-hunting-notification
        """
        return self._call(
            fetch(
                GET_HUNTING_NOTIFICATION.request(
                    notification_id, query={"relationships": relationships}
                ),
                read_object(models.HuntingNotification),
            ),
            options,
        )

    def delete_notification(self, notification_id: str, **options: Unpack[CallOptions]) -> None:
        """Delete a match of a Livehunt rule.

        `DELETE /intelligence/hunting_notifications/{notification_id}`

        Outdated: the IoC stream has taken its place.

        Args:
            notification_id: The id of the notification.
            options: `timeout` and `deadline` of this call, see `CallOptions`.

        Raises:
            InvalidInputError: an argument does not have its type, bounds or shape.
            APIError: the service answered with an error, among others NotFoundError,
                ForbiddenError.
            TransportError: no answer came.

        Needs a premium key.
        https://docs.virustotal.com/reference/delete-hunting-notification
        """
        return self._call(
            fetch(DELETE_HUNTING_NOTIFICATION.request(notification_id), read_nothing), options
        )

    def get_notification_files(
        self,
        limit: int = 10,
        cursor: str | None = None,
        *,
        filter: str | None = None,
        count_limit: int | None = None,
        **options: Unpack[CallOptions],
    ) -> Page[models.File]:
        """List the files that Livehunt rules matched.

        `GET /intelligence/hunting_notification_files`

        The context attributes of each file name the ruleset and rule that matched, and where.
        The meta of the page holds a count. A page holds 10 items unless limit says otherwise,
        and at most 40. Outdated: the IoC stream has taken its place.

        Args:
            limit: How many items a page holds, 1 to 40.
            cursor: Where to go on, the cursor of the page before; absent for the first page.
            filter: Narrows the list by rule, ruleset, hash of the file or date, as in the list
                of notifications. Words match as a whole.
            count_limit: How far the service counts the items of the list for meta.count, 1 to
                10,000; a count that is equal to it means at least so many. Default: 200.
            options: `timeout` and `deadline` of this call, see `CallOptions`.

        Returns:
            A `Page` of `File` objects, 40 at most.

        Raises:
            InvalidInputError: an argument does not have its type, bounds or shape.
            APIError: the service answered with an error, among others InvalidArgumentError,
                ForbiddenError.
            TransportError: no answer came.

        Needs a premium key.
        https://docs.virustotal.com/reference/hunting-notification-files
        """
        return self._call(
            fetch(
                LIST_HUNTING_NOTIFICATION_FILES.request(
                    query={
                        "filter": filter,
                        "count_limit": count_limit,
                        "limit": limit,
                        "cursor": cursor,
                    }
                ),
                read_page(models.File),
            ),
            options,
        )

    def wait_for_operation(
        self,
        operation: models.Operation | str,
        *,
        deadline: float = GET_OPERATION.wait.deadline,
        on_progress: Callable[[models.Operation], object] | None = None,
        **options: Unpack[TimeoutOption],
    ) -> models.Operation:
        """Wait until all rulesets are deleted.

        `GET /operations/{operation_id}`, first after 2 seconds, then at growing intervals up to
        20 seconds. Answers that may pass (404 right after a submission, 429, 5xx) and lost
        connections do not end it.

        Args:
            operation: what `delete_all` returned, or its id.
            deadline: seconds to wait at most, 15 minutes if not given.
            on_progress: called with each state that was seen.
            options: `timeout` of each request, see `CallOptions`.

        Returns:
            The finished `Operation`.

        Raises:
            InvalidInputError: an argument does not have its shape.
            WaitTimeoutError: it was not finished before the deadline; `analysis_id` names it.
            AnalysisFailedError: it ended without a result.
            APIError: the service answered with an error, among others NotFoundError.
            TransportError: no answer came.

        A public key will do.
        https://docs.virustotal.com/reference/get-operations-id
        """
        read = read_object(models.Operation)
        flow = waiting(GET_OPERATION, read, operation, deadline, on_progress)
        return self._call(flow, options)
