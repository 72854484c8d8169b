"""Pages that show a report inside another product.

Do not edit: `python3 scripts/generate.py` made it from `vt_sdk/resources/widget.py`.
"""

from dataclasses import replace
from typing import Unpack

from vt_sdk.aio.operations.widget import AsyncWidgetOperations
from vt_sdk.core.operation import CallOptions
from vt_sdk.operations.widget import GET_WIDGET_HTML
from vt_sdk.resources.widget import _API, _PAGES, _PATH, _reading

__all__ = ["AsyncVirusTotalAPIWidget"]


class AsyncVirusTotalAPIWidget(AsyncWidgetOperations):
    """Pages that show a report inside another product."""

    async def get_html(self, token: str, **options: Unpack[CallOptions]) -> str:
        """Get the page that shows a report, for embedding.

        `GET /widget/html/{token}`, below `/ui` where all other operations are below `/api/v3`. The
        key stays here: it is neither needed nor sent. A token works for three days.

        Args:
            token: the token of the page: the last part of the address that `get_url` gives. The
                whole address will do.
            options: `timeout` and `deadline` of this call, see `CallOptions`.

        Returns:
            The page as HTML.

        Raises:
            InvalidInputError: an argument does not have its shape.
            BadRequestError: the token works no longer.
            TooManyRequestsError: too many have asked.
            APIError: the service answered with another error.
            TransportError: no answer came.

        A public key will do.
        https://docs.virustotal.com/reference/widgethtmltoken
        """
        if isinstance(token, str) and "://" in token:
            token = token.partition(_PATH)[2].partition("?")[0]
        request = GET_WIDGET_HTML.request(token)
        root = self.base_url.removesuffix(_API) + _PAGES
        # The pages have the origin of the API, to which the key would go.
        request = replace(request, url=root + request.url, authorized=False)
        return await self._call(_reading(request), options)
