"""The operations of the group `widget`.

Do not edit: `python3 scripts/generate.py` made it from `schemas/openapi.yaml`.
"""

from __future__ import annotations

from typing import Unpack

from vt_sdk import models
from vt_sdk.api import VirusTotalAPI
from vt_sdk.core.operation import (
    CallOptions,
    Operation,
)
from vt_sdk.core.policy import fetch
from vt_sdk.core.readers import (
    read_object,
)

GET_WIDGET_URL = Operation(
    "get_widget_url",
    "GET",
    "/widget/url",
    repeatable=True,
    arguments={
        "query": {"type": "string", "minLength": 1},
        "fg1": {"type": "string", "pattern": "^[0-9A-Fa-f]{6}$"},
        "bg1": {"type": "string", "pattern": "^[0-9A-Fa-f]{6}$"},
        "bg2": {"type": "string", "pattern": "^[0-9A-Fa-f]{6}$"},
        "bd1": {"type": "string", "pattern": "^[0-9A-Fa-f]{6}$"},
    },
    required=("query",),
)
GET_WIDGET_HTML = Operation(
    "get_widget_html", "GET", "/widget/html/{}", (("token", "opaque"),), repeatable=True
)
GET_GTI_WIDGET_URL = Operation(
    "get_gti_widget_url",
    "GET",
    "/gtiwidget",
    repeatable=True,
    premium=True,
    arguments={
        "query": {"type": "string", "minLength": 1},
        "theme": {"type": "string", "minLength": 1},
        "bg1": {"type": "string", "pattern": "^[0-9A-Fa-f]{6}$"},
        "bg2": {"type": "string", "pattern": "^[0-9A-Fa-f]{6}$"},
    },
    required=("query",),
)


class WidgetOperations(VirusTotalAPI):
    """Pages that show a report inside another product."""

    def get_url(
        self,
        query: str,
        *,
        fg1: str | None = None,
        bg1: str | None = None,
        bg2: str | None = None,
        bd1: str | None = None,
        **options: Unpack[CallOptions],
    ) -> models.WidgetURL:
        """Get an address of a page that shows a report, for embedding.

        `GET /widget/url`

        The page is meant for a frame in another product and works for three days without a key.
        The ratio of detections comes with its address; nothing else of the report does.

        Args:
            query: A hash of a file, a URL, a domain or an IP address.
            fg1: The colour of the text, as six hexadecimal digits of red, green and blue.
                Default: 4d4d4d.
            bg1: The first colour of the ground, as six hexadecimal digits of red, green and
                blue. Default: ffffff.
            bg2: The second colour of the ground, as six hexadecimal digits of red, green and
                blue. Default: f9f9f9.
            bd1: The colour of the borders, as six hexadecimal digits of red, green and blue.
                Default: e6e6e6.
            options: `timeout` and `deadline` of this call, see `CallOptions`.

        Returns:
            The `WidgetURL`.

        Raises:
            InvalidInputError: an argument does not have its type, bounds or shape.
            APIError: the service answered with an error, among others InvalidArgumentError,
                ForbiddenError.
            TransportError: no answer came.

        A public key will do.
        https://docs.virustotal.com/reference/widgeturl
        """
        return self._call(
            fetch(
                GET_WIDGET_URL.request(
                    query={"query": query, "fg1": fg1, "bg1": bg1, "bg2": bg2, "bd1": bd1}
                ),
                read_object(models.WidgetURL),
            ),
            options,
        )

    def get_gti_url(
        self,
        query: str,
        *,
        theme: str | None = None,
        bg1: str | None = None,
        bg2: str | None = None,
        **options: Unpack[CallOptions],
    ) -> models.WidgetURL:
        """Get an address of a page that shows a report of Google Threat Intelligence, for embedding.

        `GET /gtiwidget`

        The page works for three days without a key; its address with /summary behind it is that
        of a short form. The service asks for the header x-tool, the name of the calling
        product.

        Args:
            query: A hash of a file, a URL, a domain or an IP address.
            theme: The name of the set of colours, such as dark; as the service sees fit if
                absent.
            bg1: The first colour of the ground, as six hexadecimal digits of red, green and
                blue.
            bg2: The second colour of the ground, as six hexadecimal digits of red, green and
                blue.
            options: `timeout` and `deadline` of this call, see `CallOptions`.

        Returns:
            The `WidgetURL`.

        Raises:
            InvalidInputError: an argument does not have its type, bounds or shape.
            APIError: the service answered with an error, among others InvalidArgumentError,
                ForbiddenError.
            TransportError: no answer came.

        Needs a premium key.
        https://gtidocs.virustotal.com/reference/get-widget-url
        """
        return self._call(
            fetch(
                GET_GTI_WIDGET_URL.request(
                    query={"query": query, "theme": theme, "bg1": bg1, "bg2": bg2}
                ),
                read_object(models.WidgetURL),
            ),
            options,
        )
