"""The operations of the group `gti_dtm`.

Do not edit: `python3 scripts/generate.py` made it from `schemas/openapi.yaml`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
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
    read_nothing,
    read_object,
    read_page,
)

LIST_DTM_ALERTS = Operation(
    "list_dtm_alerts",
    "GET",
    "/dtm/alerts",
    repeatable=True,
    premium=True,
    arguments={
        "size": {"type": "integer", "minimum": 1, "maximum": 25},
        "page": {"type": "string", "x-vt-argument": "cursor"},
        "life": {"type": "string", "pattern": "^[0-9]+[sm]$"},
        "sort": {"type": "string", "minLength": 1},
        "order": {"enum": ("asc", "desc")},
        "since": {"format": "date-time"},
        "until": {"format": "date-time"},
        "monitor_id": {"type": "array", "items": {"type": "string"}, "explode": True},
        "status": {"type": "array", "items": {"type": "string", "minLength": 1}, "explode": True},
        "alert_type": {
            "type": "array",
            "items": {"type": "string", "minLength": 1},
            "explode": True,
        },
        "severity": {
            "type": "array",
            "items": {"enum": ("low", "medium", "high")},
            "explode": True,
        },
        "tags": {"type": "array", "items": {"type": "string"}, "explode": True},
        "match_value": {"type": "array", "items": {"type": "string"}, "explode": True},
        "mscore_gte": {"type": "integer", "minimum": 0, "maximum": 100},
        "search": {"type": "string"},
        "has_analysis": {"type": "boolean"},
        "refs": {"type": "boolean"},
        "monitor_name": {"type": "boolean"},
        "buckets": {"type": "boolean"},
        "sanitize": {"type": "boolean"},
        "truncate": {"type": "integer", "minimum": 1},
    },
    layout=Layout(("alerts",), "link"),
)
GET_DTM_ALERT_STATS = Operation(
    "get_dtm_alert_stats",
    "GET",
    "/dtm/alerts/stats",
    repeatable=True,
    premium=True,
    layout=Layout(()),
)
GET_DTM_ALERT = Operation(
    "get_dtm_alert",
    "GET",
    "/dtm/alerts/{}",
    (("alert_id", "opaque"),),
    repeatable=True,
    premium=True,
    arguments={
        "refs": {"type": "boolean"},
        "sanitize": {"type": "boolean"},
        "truncate": {"type": "integer", "minimum": 1},
    },
    layout=Layout(()),
)
UPDATE_DTM_ALERT = Operation(
    "update_dtm_alert",
    "PATCH",
    "/dtm/alerts/{}",
    (("alert_id", "opaque"),),
    repeatable=True,
    premium=True,
    arguments={
        "status": {
            "enum": (
                "new",
                "read",
                "in_progress",
                "escalated",
                "closed",
                "no_action_required",
                "duplicate",
                "not_relevant",
                "tracked_external",
            )
        },
        "tags": {"type": "array", "items": {"type": "string", "minLength": 1}},
    },
    layout=Layout(()),
)
SET_DTM_ALERT_ANALYSIS = Operation(
    "set_dtm_alert_analysis",
    "PUT",
    "/dtm/alerts/{}/analysis",
    (("alert_id", "opaque"),),
    repeatable=True,
    premium=True,
    arguments={"analysis": {"type": "string"}},
    required=("analysis",),
)
ADD_DTM_ALERT_ATTACHMENTS = Operation(
    "add_dtm_alert_attachments",
    "POST",
    "/dtm/alerts/{}/attachments",
    (("alert_id", "opaque"),),
    premium=True,
    arguments={
        "files": {"type": "array", "minItems": 1, "maxItems": 10, "items": {"type": "string"}}
    },
    required=("files",),
)
SEARCH_DTM_DOCUMENTS = Operation(
    "search_dtm_documents",
    "POST",
    "/dtm/docs/search",
    repeatable=True,
    premium=True,
    arguments={
        "query": {"type": "string", "minLength": 1},
        "size": {"type": "integer", "minimum": 1, "maximum": 25},
        "page": {"type": "string", "x-vt-argument": "cursor"},
        "since": {"format": "date-time"},
        "until": {"format": "date-time"},
        "doc_type": {"type": "array", "items": {"type": "string", "minLength": 1}, "explode": True},
        "sanitize": {"type": "boolean"},
        "truncate": {"type": "integer", "minimum": 1},
    },
    required=("query",),
    layout=Layout(("docs",), "link"),
)
GET_DTM_DOCUMENT = Operation(
    "get_dtm_document",
    "GET",
    "/dtm/docs/{}/{}",
    (("doc_type", "opaque"), ("doc_id", "opaque")),
    repeatable=True,
    premium=True,
    arguments={
        "refs": {"type": "boolean"},
        "sanitize": {"type": "boolean"},
        "truncate": {"type": "integer", "minimum": 1},
    },
    layout=Layout(()),
)
GET_DTM_DOCUMENT_LABELS = Operation(
    "get_dtm_document_labels",
    "GET",
    "/dtm/docs/{}/{}/labels",
    (("doc_type", "opaque"), ("doc_id", "opaque")),
    repeatable=True,
    premium=True,
    layout=Layout(("labels",)),
)
GET_DTM_DOCUMENT_TOPICS = Operation(
    "get_dtm_document_topics",
    "GET",
    "/dtm/docs/{}/{}/topics",
    (("doc_type", "opaque"), ("doc_id", "opaque")),
    repeatable=True,
    premium=True,
    layout=Layout(("topics",)),
)
LIST_DTM_MONITORS = Operation(
    "list_dtm_monitors",
    "GET",
    "/dtm/monitors",
    repeatable=True,
    premium=True,
    arguments={
        "page": {"type": "string", "x-vt-argument": "cursor"},
        "size": {"type": "integer", "minimum": 1, "maximum": 100},
        "life": {"type": "string", "pattern": "^[0-9]+[sm]$"},
        "sort": {"type": "string", "minLength": 1},
        "order": {"enum": ("asc", "desc")},
        "since": {"format": "date-time"},
        "until": {"format": "date-time"},
    },
    layout=Layout(("monitors",), "link"),
)
CREATE_DTM_MONITOR = Operation(
    "create_dtm_monitor",
    "POST",
    "/dtm/monitors",
    premium=True,
    arguments={
        "name": {"type": "string", "minLength": 1},
        "doc_condition": {
            "type": "object",
            "required": ["operator", "topic", "match"],
            "properties": {
                "operator": {
                    "enum": (
                        "all",
                        "any",
                        "must_equal",
                        "must_not_equal",
                        "must_contain",
                        "must_not_contain",
                        "must_start_with",
                        "must_not_start_with",
                        "must_end_with",
                        "must_not_end_with",
                    )
                },
                "topic": {"type": "string", "minLength": 1},
                "match": {"type": "array", "minItems": 1},
                "labels": {"type": "object", "additionalProperties": {"type": "string"}},
            },
        },
        "description": {"type": "string"},
        "enabled": {"type": "boolean"},
        "email_notify_enabled": {"type": "boolean"},
        "email_notify_immediate": {"type": "boolean"},
    },
    required=("name", "doc_condition"),
    layout=Layout(()),
)
GET_DTM_MONITOR = Operation(
    "get_dtm_monitor",
    "GET",
    "/dtm/monitors/{}",
    (("monitor_id", "opaque"),),
    repeatable=True,
    premium=True,
    layout=Layout(()),
)
UPDATE_DTM_MONITOR = Operation(
    "update_dtm_monitor",
    "PATCH",
    "/dtm/monitors/{}",
    (("monitor_id", "opaque"),),
    repeatable=True,
    premium=True,
    arguments={
        "name": {"type": "string", "minLength": 1},
        "doc_condition": {
            "type": "object",
            "required": ["operator", "topic", "match"],
            "properties": {
                "operator": {
                    "enum": (
                        "all",
                        "any",
                        "must_equal",
                        "must_not_equal",
                        "must_contain",
                        "must_not_contain",
                        "must_start_with",
                        "must_not_start_with",
                        "must_end_with",
                        "must_not_end_with",
                    )
                },
                "topic": {"type": "string", "minLength": 1},
                "match": {"type": "array", "minItems": 1},
                "labels": {"type": "object", "additionalProperties": {"type": "string"}},
            },
        },
        "description": {"type": "string"},
        "enabled": {"type": "boolean"},
        "email_notify_enabled": {"type": "boolean"},
        "email_notify_immediate": {"type": "boolean"},
    },
    layout=Layout(()),
)
REPLACE_DTM_MONITOR = Operation(
    "replace_dtm_monitor",
    "PUT",
    "/dtm/monitors/{}",
    (("monitor_id", "opaque"),),
    repeatable=True,
    premium=True,
    arguments={
        "name": {"type": "string", "minLength": 1},
        "doc_condition": {
            "type": "object",
            "required": ["operator", "topic", "match"],
            "properties": {
                "operator": {
                    "enum": (
                        "all",
                        "any",
                        "must_equal",
                        "must_not_equal",
                        "must_contain",
                        "must_not_contain",
                        "must_start_with",
                        "must_not_start_with",
                        "must_end_with",
                        "must_not_end_with",
                    )
                },
                "topic": {"type": "string", "minLength": 1},
                "match": {"type": "array", "minItems": 1},
                "labels": {"type": "object", "additionalProperties": {"type": "string"}},
            },
        },
        "description": {"type": "string"},
        "enabled": {"type": "boolean"},
        "email_notify_enabled": {"type": "boolean"},
        "email_notify_immediate": {"type": "boolean"},
    },
    required=("name", "doc_condition"),
    layout=Layout(()),
)
DELETE_DTM_MONITOR = Operation(
    "delete_dtm_monitor",
    "DELETE",
    "/dtm/monitors/{}",
    (("monitor_id", "opaque"),),
    repeatable=True,
    premium=True,
)
GET_DTM_EMAIL_SETTINGS = Operation(
    "get_dtm_email_settings",
    "GET",
    "/dtm/settings/email",
    repeatable=True,
    premium=True,
    layout=Layout(()),
)
CREATE_DTM_EMAIL_SETTING = Operation(
    "create_dtm_email_setting",
    "POST",
    "/dtm/settings/email",
    premium=True,
    arguments={"email": {"type": "string", "minLength": 1}},
    required=("email",),
    layout=Layout(()),
)
GET_DTM_EMAIL_SETTING = Operation(
    "get_dtm_email_setting",
    "GET",
    "/dtm/settings/email/{}",
    (("email_setting_id", "opaque"),),
    repeatable=True,
    premium=True,
    layout=Layout(()),
)
UPDATE_DTM_EMAIL_SETTING = Operation(
    "update_dtm_email_setting",
    "PATCH",
    "/dtm/settings/email/{}",
    (("email_setting_id", "opaque"),),
    repeatable=True,
    premium=True,
    arguments={"email": {"type": "string", "minLength": 1}},
    required=("email",),
    layout=Layout(()),
)
DELETE_DTM_EMAIL_SETTING = Operation(
    "delete_dtm_email_setting",
    "DELETE",
    "/dtm/settings/email/{}",
    (("email_setting_id", "opaque"),),
    repeatable=True,
    premium=True,
)
REVERIFY_DTM_EMAIL_SETTING = Operation(
    "reverify_dtm_email_setting",
    "POST",
    "/dtm/settings/email/{}/reverify",
    (("email_setting_id", "opaque"),),
    premium=True,
)
GET_DTM_DOMAINS = Operation(
    "get_dtm_domains", "GET", "/dtm/domains", repeatable=True, premium=True, layout=Layout(())
)
ADD_DTM_DOMAIN = Operation(
    "add_dtm_domain",
    "POST",
    "/dtm/domains",
    premium=True,
    arguments={"domain": {"type": "string", "minLength": 1}},
    required=("domain",),
    layout=Layout(()),
)
GET_DTM_DOMAIN = Operation(
    "get_dtm_domain",
    "GET",
    "/dtm/domains/{}",
    (("domain_id", "opaque"),),
    repeatable=True,
    premium=True,
    layout=Layout(()),
)
DELETE_DTM_DOMAIN = Operation(
    "delete_dtm_domain",
    "DELETE",
    "/dtm/domains/{}",
    (("domain_id", "opaque"),),
    repeatable=True,
    premium=True,
)


class GTIDTMOperations(VirusTotalAPI):
    """Digital Threat Monitoring of Google Threat Intelligence: alerts, and a search.

    It listens to what is said in forums, chats, shops and paste sites. The answers are not
    of the form that the rest of the API has. Needs the licence for Google Threat
    Intelligence.
    """

    def get_alerts(
        self,
        cursor: str | None = None,
        *,
        size: int | None = None,
        life: str | None = None,
        sort: Literal["created_at", "updated_at", "id", "monitor_id"] | str | None = None,
        order: Literal["asc", "desc"] | None = None,
        since: datetime | None = None,
        until: datetime | None = None,
        monitor_id: Sequence[str] | None = None,
        status: Sequence[
            Literal[
                "new",
                "read",
                "in_progress",
                "escalated",
                "closed",
                "no_action_required",
                "duplicate",
                "not_relevant",
                "tracked_external",
            ]
            | str
        ]
        | None = None,
        alert_type: Sequence[
            Literal[
                "Compromised Credentials",
                "Domain Discovery",
                "Forum Post",
                "Message",
                "Paste",
                "Shop Listing",
                "Tweet",
                "Web Content",
            ]
            | str
        ]
        | None = None,
        severity: Sequence[Literal["low", "medium", "high"]] | None = None,
        tags: Sequence[str] | None = None,
        match_value: Sequence[str] | None = None,
        mscore_gte: int | None = None,
        search: str | None = None,
        has_analysis: bool | None = None,
        refs: bool | None = None,
        monitor_name: bool | None = None,
        buckets: bool | None = None,
        sanitize: bool | None = None,
        truncate: int | None = None,
        **options: Unpack[CallOptions],
    ) -> Page[models.DTMAlert]:
        """List the alerts of the own organisation, newest first.

        `GET /dtm/alerts`

        An alert is made where a document has what a monitor looks for. The next page can be
        asked for within the time that life sets: who takes longer over one sets it higher. A
        parameter that takes several values is repeated for each, and an alert with any of them
        is in the list.

        Args:
            cursor: The cursor of the page to get; absent for the first page.
            size: How many alerts a page holds, 1 to 25. Default: 10.
            life: How long the next page can be asked for, in seconds or minutes such as 90s or
                10m, which is the most. Default: 1m.
            sort: The field that the alerts are sorted by. Default: created_at.
            order: Whether the largest value comes first (desc) or last (asc). Default: desc.
            since: The earliest moment of creation; absent means without a bound. A moment with
                its time zone.
            until: The latest moment of creation; absent means without a bound. A moment with
                its time zone.
            monitor_id: The ids of the monitors whose alerts to list; all if absent.
            status: What has been done about the alerts; all if absent.
            alert_type: What kind of document the alerts are about; all if absent.
            severity: How grave the alerts are; all if absent.
            tags: Tags of the alerts; all if absent.
            match_value: Values that the monitor has found; all if absent.
            mscore_gte: The least score of an indicator in the alert, 0 to 100.
            search: What alert or document has to say, in the query language of Lucene.
            has_analysis: Whether only alerts with the text of an analyst are listed.
            refs: Whether document, labels and topics come with each alert. Default: True.
            monitor_name: Whether the name of the monitor comes with each alert. Default: False.
            buckets: Whether alerts that have been put together come as one. Default: False.
            sanitize: Whether links and scripts are taken out of the HTML of documents. Default:
                True.
            truncate: After how many characters the fields of documents are cut; never if
                absent.
            options: `timeout` and `deadline` of this call, see `CallOptions`.

        Returns:
            A `Page` of `DTMAlert` objects, 25 at most.

        Raises:
            InvalidInputError: an argument does not have its type, bounds or shape.
            APIError: the service answered with an error, among others InvalidArgumentError,
                ForbiddenError.
            TransportError: no answer came.

        Needs a premium key.
        https://gtidocs.virustotal.com/reference/get-alerts
        """
        return self._call(
            fetch(
                LIST_DTM_ALERTS.request(
                    query={
                        "size": size,
                        "page": cursor,
                        "life": life,
                        "sort": sort,
                        "order": order,
                        "since": since,
                        "until": until,
                        "monitor_id": monitor_id,
                        "status": status,
                        "alert_type": alert_type,
                        "severity": severity,
                        "tags": tags,
                        "match_value": match_value,
                        "mscore_gte": mscore_gte,
                        "search": search,
                        "has_analysis": has_analysis,
                        "refs": refs,
                        "monitor_name": monitor_name,
                        "buckets": buckets,
                        "sanitize": sanitize,
                        "truncate": truncate,
                    }
                ),
                read_page(models.DTMAlert),
            ),
            options,
        )

    def get_alert_stats(self, **options: Unpack[CallOptions]) -> models.DTMAlertStats:
        """Get what the own alerts have in common, such as their tags.

        `GET /dtm/alerts/stats`

        Args:
            options: `timeout` and `deadline` of this call, see `CallOptions`.

        Returns:
            The `DTMAlertStats`.

        Raises:
            InvalidInputError: an argument does not have its type, bounds or shape.
            APIError: the service answered with an error, among others InvalidArgumentError,
                ForbiddenError.
            TransportError: no answer came.

        Needs a premium key.
        """
        return self._call(
            fetch(GET_DTM_ALERT_STATS.request(), read_object(models.DTMAlertStats)), options
        )

    def get_alert(
        self,
        alert_id: str,
        *,
        refs: bool | None = None,
        sanitize: bool | None = None,
        truncate: int | None = None,
        **options: Unpack[CallOptions],
    ) -> models.DTMAlert:
        """Get an alert with what it is about.

        `GET /dtm/alerts/{alert_id}`

        Args:
            alert_id: The id of the alert.
            refs: Whether document, labels and topics come along. Default: True.
            sanitize: Whether links and scripts are taken out of the HTML of documents. Default:
                True.
            truncate: After how many characters the fields of documents are cut; never if
                absent.
            options: `timeout` and `deadline` of this call, see `CallOptions`.

        Returns:
            The `DTMAlert`.

        Raises:
            InvalidInputError: an argument does not have its type, bounds or shape.
            APIError: the service answered with an error, among others NotFoundError,
                ForbiddenError.
            TransportError: no answer came.

        Needs a premium key.
        https://gtidocs.virustotal.com/reference/get-alerts-id
        """
        return self._call(
            fetch(
                GET_DTM_ALERT.request(
                    alert_id, query={"refs": refs, "sanitize": sanitize, "truncate": truncate}
                ),
                read_object(models.DTMAlert),
            ),
            options,
        )

    def update_alert(
        self,
        alert_id: str,
        *,
        status: Literal[
            "new",
            "read",
            "in_progress",
            "escalated",
            "closed",
            "no_action_required",
            "duplicate",
            "not_relevant",
            "tracked_external",
        ]
        | None = None,
        tags: Sequence[str] | None = None,
        **options: Unpack[CallOptions],
    ) -> models.DTMAlert:
        """Change what is noted about an alert: its status, its tags.

        `PATCH /dtm/alerts/{alert_id}`

        What is not given stays as it is; tags take the place of those that were there.

        Args:
            alert_id: The id of the alert.
            status: What has been done about the alert.
            tags: The tags of the alert.
            options: `timeout` and `deadline` of this call, see `CallOptions`.

        Returns:
            The `DTMAlert`.

        Raises:
            InvalidInputError: an argument does not have its type, bounds or shape.
            APIError: the service answered with an error, among others NotFoundError,
                ForbiddenError.
            TransportError: no answer came.

        Needs a premium key.
        https://gtidocs.virustotal.com/reference/patch-alerts-id
        """
        return self._call(
            fetch(
                UPDATE_DTM_ALERT.request(
                    alert_id,
                    document=UPDATE_DTM_ALERT.given({"status": status, "tags": tags}, least=1),
                ),
                read_object(models.DTMAlert),
            ),
            options,
        )

    def set_alert_analysis(
        self, alert_id: str, analysis: str, **options: Unpack[CallOptions]
    ) -> None:
        """Note what the organisation itself found out about an alert.

        `PUT /dtm/alerts/{alert_id}/analysis`

        Args:
            alert_id: The id of the alert.
            analysis: The text, which takes the place of the one before.
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
                SET_DTM_ALERT_ANALYSIS.request(
                    alert_id, document=SET_DTM_ALERT_ANALYSIS.given({"analysis": analysis})
                ),
                read_nothing,
            ),
            options,
        )

    def search_documents(
        self,
        query: str,
        cursor: str | None = None,
        *,
        size: int | None = None,
        since: datetime | None = None,
        until: datetime | None = None,
        doc_type: Sequence[
            Literal[
                "document_analysis",
                "domain_discovery",
                "email_analysis",
                "forum_post",
                "message",
                "paste",
                "shop_listing",
                "tweet",
                "web_content_publish",
            ]
            | str
        ]
        | None = None,
        sanitize: bool | None = None,
        truncate: int | None = None,
        **options: Unpack[CallOptions],
    ) -> Page[models.DTMDocument]:
        """Search the documents of Digital Threat Monitoring.

        `POST /dtm/docs/search`

        A search takes 60 seconds at most; narrow one that takes longer by since and until. The
        next page is asked for with the same query.

        Args:
            query: What documents have to say, in the query language of Lucene, such as
                body:password AND __type:paste.
            cursor: The cursor of the page to get; absent for the first page.
            size: How many documents a page holds, 1 to 25. Default: 10.
            since: The earliest moment of creation; absent means without a bound. A moment with
                its time zone.
            until: The latest moment of creation; absent means without a bound. A moment with
                its time zone.
            doc_type: The types of documents to search; all if absent.
            sanitize: Whether links and scripts are taken out of the HTML of documents. Default:
                True.
            truncate: After how many characters the fields of documents are cut; never if
                absent.
            options: `timeout` and `deadline` of this call, see `CallOptions`.

        Returns:
            A `Page` of `DTMDocument` objects, 25 at most.

        Raises:
            InvalidInputError: an argument does not have its type, bounds or shape.
            APIError: the service answered with an error, among others InvalidArgumentError,
                ForbiddenError.
            TransportError: no answer came.

        Needs a premium key.
        https://gtidocs.virustotal.com/reference/post-docs-search
        """
        return self._call(
            fetch(
                SEARCH_DTM_DOCUMENTS.request(
                    query={
                        "size": size,
                        "page": cursor,
                        "since": since,
                        "until": until,
                        "doc_type": doc_type,
                        "sanitize": sanitize,
                        "truncate": truncate,
                    },
                    document=SEARCH_DTM_DOCUMENTS.given({"query": query}),
                ),
                read_page(models.DTMDocument),
            ),
            options,
        )

    def get_document(
        self,
        doc_type: str,
        doc_id: str,
        *,
        refs: bool | None = None,
        sanitize: bool | None = None,
        truncate: int | None = None,
        **options: Unpack[CallOptions],
    ) -> models.DTMDocument:
        """Get a document.

        `GET /dtm/docs/{doc_type}/{doc_id}`

        Args:
            doc_type: The type of the document, such as forum_post.
            doc_id: The id of the document.
            refs: Whether document, labels and topics come along. Default: True.
            sanitize: Whether links and scripts are taken out of the HTML of documents. Default:
                True.
            truncate: After how many characters the fields of documents are cut; never if
                absent.
            options: `timeout` and `deadline` of this call, see `CallOptions`.

        Returns:
            The `DTMDocument`.

        Raises:
            InvalidInputError: an argument does not have its type, bounds or shape.
            APIError: the service answered with an error, among others NotFoundError,
                ForbiddenError.
            TransportError: no answer came.

        Needs a premium key.
        https://gtidocs.virustotal.com/reference/get-docs-type-id
        """
        return self._call(
            fetch(
                GET_DTM_DOCUMENT.request(
                    doc_type,
                    doc_id,
                    query={"refs": refs, "sanitize": sanitize, "truncate": truncate},
                ),
                read_object(models.DTMDocument),
            ),
            options,
        )

    def get_document_labels(
        self, doc_type: str, doc_id: str, **options: Unpack[CallOptions]
    ) -> Page[models.DTMLabel]:
        """Get what the service takes a document for.

        `GET /dtm/docs/{doc_type}/{doc_id}/labels`

        Args:
            doc_type: The type of the document, such as forum_post.
            doc_id: The id of the document.
            options: `timeout` and `deadline` of this call, see `CallOptions`.

        Returns:
            A `Page` of `DTMLabel` objects.

        Raises:
            InvalidInputError: an argument does not have its type, bounds or shape.
            APIError: the service answered with an error, among others NotFoundError,
                ForbiddenError.
            TransportError: no answer came.

        Needs a premium key.
        https://gtidocs.virustotal.com/reference/get-docs-type-id-labels
        """
        return self._call(
            fetch(GET_DTM_DOCUMENT_LABELS.request(doc_type, doc_id), read_page(models.DTMLabel)),
            options,
        )

    def get_document_topics(
        self, doc_type: str, doc_id: str, **options: Unpack[CallOptions]
    ) -> Page[models.DTMTopic]:
        """Get what the service has found in a document.

        `GET /dtm/docs/{doc_type}/{doc_id}/topics`

        Args:
            doc_type: The type of the document, such as forum_post.
            doc_id: The id of the document.
            options: `timeout` and `deadline` of this call, see `CallOptions`.

        Returns:
            A `Page` of `DTMTopic` objects.

        Raises:
            InvalidInputError: an argument does not have its type, bounds or shape.
            APIError: the service answered with an error, among others NotFoundError,
                ForbiddenError.
            TransportError: no answer came.

        Needs a premium key.
        https://gtidocs.virustotal.com/reference/get-docs-type-id-topics
        """
        return self._call(
            fetch(GET_DTM_DOCUMENT_TOPICS.request(doc_type, doc_id), read_page(models.DTMTopic)),
            options,
        )

    def get_monitors(
        self,
        cursor: str | None = None,
        *,
        size: int | None = None,
        life: str | None = None,
        sort: str | None = None,
        order: Literal["asc", "desc"] | None = None,
        since: datetime | None = None,
        until: datetime | None = None,
        **options: Unpack[CallOptions],
    ) -> Page[models.DTMMonitor]:
        """List the monitors of the own organisation, newest first.

        `GET /dtm/monitors`

        The next page can be asked for within the time that life sets: who takes longer over one
        sets it higher.

        Args:
            cursor: The cursor of the page to get; absent for the first page.
            size: How many monitors a page holds, 1 to 100. Default: 10.
            life: How long the next page can be asked for, in seconds or minutes such as 90s or
                10m, which is the most. Default: 1m.
            sort: The field that the monitors are sorted by. Default: created_at.
            order: Whether the largest value comes first (desc) or last (asc). Default: desc.
            since: The earliest moment of creation; absent means without a bound. A moment with
                its time zone.
            until: The latest moment of creation; absent means without a bound. A moment with
                its time zone.
            options: `timeout` and `deadline` of this call, see `CallOptions`.

        Returns:
            A `Page` of `DTMMonitor` objects, 100 at most.

        Raises:
            InvalidInputError: an argument does not have its type, bounds or shape.
            APIError: the service answered with an error, among others InvalidArgumentError,
                ForbiddenError.
            TransportError: no answer came.

        Needs a premium key.
        https://gtidocs.virustotal.com/reference/dtm-pagination
        """
        return self._call(
            fetch(
                LIST_DTM_MONITORS.request(
                    query={
                        "page": cursor,
                        "size": size,
                        "life": life,
                        "sort": sort,
                        "order": order,
                        "since": since,
                        "until": until,
                    }
                ),
                read_page(models.DTMMonitor),
            ),
            options,
        )

    def create_monitor(
        self,
        name: str,
        doc_condition: Mapping[str, object],
        *,
        description: str | None = None,
        enabled: bool | None = None,
        email_notify_enabled: bool | None = None,
        email_notify_immediate: bool | None = None,
        **options: Unpack[CallOptions],
    ) -> models.DTMMonitor:
        """Create a monitor, which makes an alert of each document that has what it looks for.

        `POST /dtm/monitors`

        Args:
            name: What the monitor is called.
            doc_condition: What a document has to say for an alert; a Condition of vt_sdk.query,
                or such a mapping.
            description: What the monitor is for.
            enabled: Whether the monitor looks at documents.
            email_notify_enabled: Whether alerts of the monitor are mailed.
            email_notify_immediate: Whether they are mailed at once, and not once a day.
            options: `timeout` and `deadline` of this call, see `CallOptions`.

        Returns:
            The `DTMMonitor`.

        Raises:
            InvalidInputError: an argument does not have its type, bounds or shape.
            APIError: the service answered with an error, among others InvalidArgumentError,
                ForbiddenError.
            TransportError: no answer came; `may_have_arrived` says whether the request may have.

        Needs a premium key.
        """
        return self._call(
            fetch(
                CREATE_DTM_MONITOR.request(
                    document=CREATE_DTM_MONITOR.given(
                        {
                            "name": name,
                            "doc_condition": doc_condition,
                            "description": description,
                            "enabled": enabled,
                            "email_notify_enabled": email_notify_enabled,
                            "email_notify_immediate": email_notify_immediate,
                        }
                    )
                ),
                read_object(models.DTMMonitor),
            ),
            options,
        )

    def get_monitor(self, monitor_id: str, **options: Unpack[CallOptions]) -> models.DTMMonitor:
        """Get a monitor.

        `GET /dtm/monitors/{monitor_id}`

        Args:
            monitor_id: The id of the monitor.
            options: `timeout` and `deadline` of this call, see `CallOptions`.

        Returns:
            The `DTMMonitor`.

        Raises:
            InvalidInputError: an argument does not have its type, bounds or shape.
            APIError: the service answered with an error, among others NotFoundError,
                ForbiddenError.
            TransportError: no answer came.

        Needs a premium key.
        """
        return self._call(
            fetch(GET_DTM_MONITOR.request(monitor_id), read_object(models.DTMMonitor)), options
        )

    def update_monitor(
        self,
        monitor_id: str,
        *,
        name: str | None = None,
        doc_condition: Mapping[str, object] | None = None,
        description: str | None = None,
        enabled: bool | None = None,
        email_notify_enabled: bool | None = None,
        email_notify_immediate: bool | None = None,
        **options: Unpack[CallOptions],
    ) -> models.DTMMonitor:
        """Change some of a monitor, such as whether it is enabled.

        `PATCH /dtm/monitors/{monitor_id}`

        What is not given stays as it is.

        Args:
            monitor_id: The id of the monitor.
            name: What the monitor is called.
            doc_condition: What a document has to say for an alert; a Condition of vt_sdk.query,
                or such a mapping.
            description: What the monitor is for.
            enabled: Whether the monitor looks at documents.
            email_notify_enabled: Whether alerts of the monitor are mailed.
            email_notify_immediate: Whether they are mailed at once, and not once a day.
            options: `timeout` and `deadline` of this call, see `CallOptions`.

        Returns:
            The `DTMMonitor`.

        Raises:
            InvalidInputError: an argument does not have its type, bounds or shape.
            APIError: the service answered with an error, among others NotFoundError,
                ForbiddenError.
            TransportError: no answer came.

        Needs a premium key.
        """
        return self._call(
            fetch(
                UPDATE_DTM_MONITOR.request(
                    monitor_id,
                    document=UPDATE_DTM_MONITOR.given(
                        {
                            "name": name,
                            "doc_condition": doc_condition,
                            "description": description,
                            "enabled": enabled,
                            "email_notify_enabled": email_notify_enabled,
                            "email_notify_immediate": email_notify_immediate,
                        },
                        least=1,
                    ),
                ),
                read_object(models.DTMMonitor),
            ),
            options,
        )

    def replace_monitor(
        self,
        monitor_id: str,
        name: str,
        doc_condition: Mapping[str, object],
        *,
        description: str | None = None,
        enabled: bool | None = None,
        email_notify_enabled: bool | None = None,
        email_notify_immediate: bool | None = None,
        **options: Unpack[CallOptions],
    ) -> models.DTMMonitor:
        """Replace a monitor by another one under its id.

        `PUT /dtm/monitors/{monitor_id}`

        Args:
            monitor_id: The id of the monitor.
            name: What the monitor is called.
            doc_condition: What a document has to say for an alert; a Condition of vt_sdk.query,
                or such a mapping.
            description: What the monitor is for.
            enabled: Whether the monitor looks at documents.
            email_notify_enabled: Whether alerts of the monitor are mailed.
            email_notify_immediate: Whether they are mailed at once, and not once a day.
            options: `timeout` and `deadline` of this call, see `CallOptions`.

        Returns:
            The `DTMMonitor`.

        Raises:
            InvalidInputError: an argument does not have its type, bounds or shape.
            APIError: the service answered with an error, among others NotFoundError,
                ForbiddenError.
            TransportError: no answer came.

        Needs a premium key.
        """
        return self._call(
            fetch(
                REPLACE_DTM_MONITOR.request(
                    monitor_id,
                    document=REPLACE_DTM_MONITOR.given(
                        {
                            "name": name,
                            "doc_condition": doc_condition,
                            "description": description,
                            "enabled": enabled,
                            "email_notify_enabled": email_notify_enabled,
                            "email_notify_immediate": email_notify_immediate,
                        }
                    ),
                ),
                read_object(models.DTMMonitor),
            ),
            options,
        )

    def delete_monitor(self, monitor_id: str, **options: Unpack[CallOptions]) -> None:
        """Delete a monitor.

        `DELETE /dtm/monitors/{monitor_id}`

        Args:
            monitor_id: The id of the monitor.
            options: `timeout` and `deadline` of this call, see `CallOptions`.

        Raises:
            InvalidInputError: an argument does not have its type, bounds or shape.
            APIError: the service answered with an error, among others NotFoundError,
                ForbiddenError.
            TransportError: no answer came.

        Needs a premium key.
        """
        return self._call(fetch(DELETE_DTM_MONITOR.request(monitor_id), read_nothing), options)

    def get_email_settings(self, **options: Unpack[CallOptions]) -> models.DTMEmailSettings:
        """Get the addresses that alerts are mailed to.

        `GET /dtm/settings/email`

        Args:
            options: `timeout` and `deadline` of this call, see `CallOptions`.

        Returns:
            The `DTMEmailSettings`.

        Raises:
            InvalidInputError: an argument does not have its type, bounds or shape.
            APIError: the service answered with an error, among others InvalidArgumentError,
                ForbiddenError.
            TransportError: no answer came.

        Needs a premium key.
        https://gtidocs.virustotal.com/reference/get-settings-email
        """
        return self._call(
            fetch(GET_DTM_EMAIL_SETTINGS.request(), read_object(models.DTMEmailSettings)), options
        )

    def create_email_setting(
        self, email: str, **options: Unpack[CallOptions]
    ) -> models.DTMEmailSetting:
        """Add an address that alerts are mailed to.

        `POST /dtm/settings/email`

        The service mails to a new address first, to have it confirmed.

        Args:
            email: The address.
            options: `timeout` and `deadline` of this call, see `CallOptions`.

        Returns:
            The `DTMEmailSetting`.

        Raises:
            InvalidInputError: an argument does not have its type, bounds or shape.
            APIError: the service answered with an error, among others InvalidArgumentError,
                ForbiddenError.
            TransportError: no answer came; `may_have_arrived` says whether the request may have.

        Needs a premium key.
        https://gtidocs.virustotal.com/reference/post-settings-email
        """
        return self._call(
            fetch(
                CREATE_DTM_EMAIL_SETTING.request(
                    document=CREATE_DTM_EMAIL_SETTING.given({"email": email})
                ),
                read_object(models.DTMEmailSetting),
            ),
            options,
        )

    def get_email_setting(
        self, email_setting_id: str, **options: Unpack[CallOptions]
    ) -> models.DTMEmailSetting:
        """Get an address that alerts are mailed to.

        `GET /dtm/settings/email/{email_setting_id}`

        Args:
            email_setting_id: The id of the address.
            options: `timeout` and `deadline` of this call, see `CallOptions`.

        Returns:
            The `DTMEmailSetting`.

        Raises:
            InvalidInputError: an argument does not have its type, bounds or shape.
            APIError: the service answered with an error, among others NotFoundError,
                ForbiddenError.
            TransportError: no answer came.

        Needs a premium key.
        https://gtidocs.virustotal.com/reference/get-settings-email-id
        """
        return self._call(
            fetch(
                GET_DTM_EMAIL_SETTING.request(email_setting_id), read_object(models.DTMEmailSetting)
            ),
            options,
        )

    def update_email_setting(
        self, email_setting_id: str, email: str, **options: Unpack[CallOptions]
    ) -> models.DTMEmailSetting:
        """Change an address that alerts are mailed to.

        `PATCH /dtm/settings/email/{email_setting_id}`

        Args:
            email_setting_id: The id of the address.
            email: The address.
            options: `timeout` and `deadline` of this call, see `CallOptions`.

        Returns:
            The `DTMEmailSetting`.

        Raises:
            InvalidInputError: an argument does not have its type, bounds or shape.
            APIError: the service answered with an error, among others NotFoundError,
                ForbiddenError.
            TransportError: no answer came.

        Needs a premium key.
        https://gtidocs.virustotal.com/reference/patch-settings-email-id
        """
        return self._call(
            fetch(
                UPDATE_DTM_EMAIL_SETTING.request(
                    email_setting_id, document=UPDATE_DTM_EMAIL_SETTING.given({"email": email})
                ),
                read_object(models.DTMEmailSetting),
            ),
            options,
        )

    def delete_email_setting(self, email_setting_id: str, **options: Unpack[CallOptions]) -> None:
        """Remove an address that alerts are mailed to.

        `DELETE /dtm/settings/email/{email_setting_id}`

        Args:
            email_setting_id: The id of the address.
            options: `timeout` and `deadline` of this call, see `CallOptions`.

        Raises:
            InvalidInputError: an argument does not have its type, bounds or shape.
            APIError: the service answered with an error, among others NotFoundError,
                ForbiddenError.
            TransportError: no answer came.

        Needs a premium key.
        https://gtidocs.virustotal.com/reference/delete-settings-email-id
        """
        return self._call(
            fetch(DELETE_DTM_EMAIL_SETTING.request(email_setting_id), read_nothing), options
        )

    def reverify_email_setting(self, email_setting_id: str, **options: Unpack[CallOptions]) -> None:
        """Have the mail sent again that confirms an address.

        `POST /dtm/settings/email/{email_setting_id}/reverify`

        Args:
            email_setting_id: The id of the address.
            options: `timeout` and `deadline` of this call, see `CallOptions`.

        Raises:
            InvalidInputError: an argument does not have its type, bounds or shape.
            APIError: the service answered with an error, among others NotFoundError,
                ForbiddenError.
            TransportError: no answer came; `may_have_arrived` says whether the request may have.

        Needs a premium key.
        https://gtidocs.virustotal.com/reference/post-settings-email-id-reverify
        """
        return self._call(
            fetch(REVERIFY_DTM_EMAIL_SETTING.request(email_setting_id), read_nothing), options
        )

    def get_domains(self, **options: Unpack[CallOptions]) -> models.DTMDomains:
        """Get the domains of the own organisation, which it verifies to see credentials of them.

        `GET /dtm/domains`

        Args:
            options: `timeout` and `deadline` of this call, see `CallOptions`.

        Returns:
            The `DTMDomains`.

        Raises:
            InvalidInputError: an argument does not have its type, bounds or shape.
            APIError: the service answered with an error, among others InvalidArgumentError,
                ForbiddenError.
            TransportError: no answer came.

        Needs a premium key.
        https://gtidocs.virustotal.com/reference/get-verified-domains
        """
        return self._call(fetch(GET_DTM_DOMAINS.request(), read_object(models.DTMDomains)), options)

    def add_domain(self, domain: str, **options: Unpack[CallOptions]) -> models.DTMDomain:
        """Add a domain of the own organisation.

        `POST /dtm/domains`

        It is verified by a TXT record of its DNS.

        Args:
            domain: The name of the domain.
            options: `timeout` and `deadline` of this call, see `CallOptions`.

        Returns:
            The `DTMDomain`.

        Raises:
            InvalidInputError: an argument does not have its type, bounds or shape.
            APIError: the service answered with an error, among others InvalidArgumentError,
                ForbiddenError.
            TransportError: no answer came; `may_have_arrived` says whether the request may have.

        Needs a premium key.
        https://gtidocs.virustotal.com/reference/post-domain
        """
        return self._call(
            fetch(
                ADD_DTM_DOMAIN.request(document=ADD_DTM_DOMAIN.given({"domain": domain})),
                read_object(models.DTMDomain),
            ),
            options,
        )

    def get_domain(self, domain_id: str, **options: Unpack[CallOptions]) -> models.DTMDomain:
        """Get a domain of the own organisation.

        `GET /dtm/domains/{domain_id}`

        Args:
            domain_id: The id of the domain.
            options: `timeout` and `deadline` of this call, see `CallOptions`.

        Returns:
            The `DTMDomain`.

        Raises:
            InvalidInputError: an argument does not have its type, bounds or shape.
            APIError: the service answered with an error, among others NotFoundError,
                ForbiddenError.
            TransportError: no answer came.

        Needs a premium key.
        https://gtidocs.virustotal.com/reference/get-verified-domain
        """
        return self._call(
            fetch(GET_DTM_DOMAIN.request(domain_id), read_object(models.DTMDomain)), options
        )

    def delete_domain(self, domain_id: str, **options: Unpack[CallOptions]) -> None:
        """Remove a domain of the own organisation.

        `DELETE /dtm/domains/{domain_id}`

        Args:
            domain_id: The id of the domain.
            options: `timeout` and `deadline` of this call, see `CallOptions`.

        Raises:
            InvalidInputError: an argument does not have its type, bounds or shape.
            APIError: the service answered with an error, among others NotFoundError,
                ForbiddenError.
            TransportError: no answer came.

        Needs a premium key.
        https://gtidocs.virustotal.com/reference/delete-domain-id
        """
        return self._call(fetch(DELETE_DTM_DOMAIN.request(domain_id), read_nothing), options)
