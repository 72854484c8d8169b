"""Pages that show a report inside another product."""

from dataclasses import replace
from typing import Unpack

from vt_sdk.core.error_bodies import api_error, error_code, error_from
from vt_sdk.core.flow import Flow
from vt_sdk.core.operation import CallOptions
from vt_sdk.core.readers import read_content_text
from vt_sdk.core.request import Request, Response
from vt_sdk.operations.widget import GET_WIDGET_HTML, WidgetOperations

__all__ = ["VirusTotalAPIWidget"]

_API = "/api/v3"
_PAGES = "/ui"
_PATH = "/widget/html/"


def _reading(request: Request) -> Flow[str]:
    response: Response = yield request
    if response.status == 429 and error_code(response) is None:
        # Here alone the service says it in plain text.
        reason = response.body.decode(errors="replace")[:200]
        raise api_error({"code": "TooManyRequestsError", "message": reason}, 429, response)
    if not 200 <= response.status <= 299:
        raise error_from(response, request)
    return read_content_text(response, request)


class VirusTotalAPIWidget(WidgetOperations):
    """Pages that show a report inside another product."""

    def get_html(self, token: str, **options: Unpack[CallOptions]) -> str:
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
        return self._call(_reading(request), options)
