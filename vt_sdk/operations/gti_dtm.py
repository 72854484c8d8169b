"""The operations of the group `gti_dtm`.

Do not edit: `python3 scripts/generate.py` made it from `schemas/openapi.yaml`.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Literal, Unpack

from vt_sdk import models
from vt_sdk.api import VirusTotalAPI
from vt_sdk.core.exchange import fetch
from vt_sdk.core.layouts import Layout
from vt_sdk.core.operation import (
    CallOptions,
    Operation,
)
from vt_sdk.core.paging import Page
from vt_sdk.core.readers import (
    read_page,
)

LIST_DTM_ALERTS = Operation(
    "list_dtm_alerts",
    "GET",
    "/dtm/alerts",
    repeatable=True,
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
SEARCH_DTM_DOCUMENTS = Operation(
    "search_dtm_documents",
    "POST",
    "/dtm/docs/search",
    repeatable=True,
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


class VirusTotalAPIGTIDTM(VirusTotalAPI):
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
