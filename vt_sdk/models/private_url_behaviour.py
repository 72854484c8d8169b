"""The models of `PrivateURLBehaviour`.

Do not edit: `python3 scripts/generate.py` made it from `schemas/objects/private_url_behaviour.json`.
"""

# What is meant to be read may have a more exact type in a derived class.
# pyright: reportIncompatibleVariableOverride=false

from typing import Literal

from vt_sdk.core.fields import UnixTime
from vt_sdk.core.model import VTModel
from vt_sdk.core.objects import VTObject
from vt_sdk.models._deferred import PrivateURLBehaviourRelationships

from .url import URLJavaScriptVariable


class URLBehaviourCookie(VTModel):
    """A cookie that a page set."""

    domain: str | None = None
    """Domain that the cookie is for."""
    expired: UnixTime | None = None
    """When the cookie goes out of date, as an aware datetime in UTC."""
    expires: UnixTime | None = None
    """When the cookie goes out of date, as reports on URLs spell it, as an aware datetime in UTC."""
    http_only: bool | None = None
    """Whether scripts cannot read the cookie."""
    name: str | None = None
    """Name of the cookie."""
    priority: (
        Literal[
            "COOKIE_PRIORITY_HIGH",
            "COOKIE_PRIORITY_LOW",
            "COOKIE_PRIORITY_MEDIUM",
            "COOKIE_PRIORITY_UNDEFINED",
        ]
        | str
        | None
    ) = None
    """Priority of the cookie."""
    secure: bool | str | None = None
    """Whether the cookie is sent over TLS only."""
    session: bool | str | None = None
    """Whether the cookie ends with the session."""
    size: int | None = None
    """Size of the cookie in bytes."""
    value: str | None = None
    """Value of the cookie."""


class URLBehaviourDOM(VTModel):
    """What a page holds."""

    links: list[str]
    """Addresses that the page links to."""
    meta: list[str]
    """Meta tags of the page."""
    title: str | None = None
    """Title of the page."""
    trackers: list[str]
    """Trackers in the page."""


class URLBehaviourHeader(VTModel):
    """A header of an HTTP answer."""

    name: str | None = None
    """Name of the header."""
    value: str | None = None
    """Value of the header."""


class PrivateURLBehaviourContext(VTModel):
    """What a listing says about a private report; no listing is known to say anything."""


class URLBehaviourResource(VTModel):
    """Something that a page loaded."""

    browser_type: str | None = None
    """What the browser loaded it as, such as `BROWSER_RESOURCE_TYPE_SCRIPT`."""
    headers: list[URLBehaviourHeader]
    """Headers of the answer."""
    load_time: int | None = None
    """How long it took."""
    method: str | None = None
    """Method of the request, such as `REQUEST_METHOD_GET`."""
    net_error: str | None = None
    """Why there was no answer, such as `NET_ERROR_TIMED_OUT`; null if there was one."""
    remote_ip: str | None = None
    """IP address that answered."""
    sha256: str | None = None
    """SHA-256 of the contents, hexadecimal."""
    size: int | None = None
    """Size of the contents in bytes."""
    source_url: str | None = None
    """Address that the page asked for."""
    status_code: int | None = None
    """HTTP status of the answer."""
    type: str | None = None
    """Type of the contents, such as `HTML`."""
    url: str | None = None
    """Address that the contents came from, after redirections."""
    url_redirects: list[str]
    """Addresses on the way."""


class PrivateURLBehaviourAttributes(VTModel):
    """What a page did when it was opened. The attributes are those that the documentation gives for reports on public URLs, and a date of deletion."""

    analysis_date: UnixTime | None = None
    """When the URL was opened, as an aware datetime in UTC."""
    analysis_status: (
        Literal[
            "ANALYSIS_STATUS_DOWNLOAD",
            "ANALYSIS_STATUS_DOWNLOAD_TIMEOUT",
            "ANALYSIS_STATUS_ERROR",
            "ANALYSIS_STATUS_OK",
            "ANALYSIS_STATUS_TIMEOUT",
            "ANALYSIS_STATUS_UNSPECIFIED",
        ]
        | str
        | None
    ) = None
    """How the visit ended."""
    cookies: list[URLBehaviourCookie]
    """Cookies that were set."""
    device: (
        Literal[
            "DEVICE_TYPE_DESKTOP", "DEVICE_TYPE_MOBILE", "DEVICE_TYPE_OTHER", "DEVICE_TYPE_TABLET"
        ]
        | str
        | None
    ) = None
    """Kind of device that the browser pretended to be."""
    dom_info: URLBehaviourDOM | None = None
    """What the page holds."""
    dom_sha256: str | None = None
    """SHA-256 of the page's document, hexadecimal."""
    expiration: UnixTime | None = None
    """When the service deletes the report, as an aware datetime in UTC."""
    javascript_variables: list[URLJavaScriptVariable]
    """Global variables that the scripts made."""
    resources: list[URLBehaviourResource]
    """What the page loaded."""


class PrivateURLBehaviour(VTObject):
    """What happened when a sandbox opened a private URL. Its id is opaque."""

    attributes: PrivateURLBehaviourAttributes
    """What the service knows about the object; absent from descriptors and errors."""
    context_attributes: PrivateURLBehaviourContext
    """Facts that belong to the listing, not to the object; absent when the object was asked for by its id."""
    relationships: PrivateURLBehaviourRelationships
    """What was asked for along with the object by `relationships=`."""
