"""The models of `HTMLInfo`.

Do not edit: `python3 scripts/generate.py` made it from `schemas/parts/html_info.json`.
"""

from vt_sdk.core.model import VTModel

from ..common.tracker import Tracker


class HTMLFrame(VTModel):
    """A frame of a page."""

    attributes: dict[str, str]
    """Attributes of the element, by name."""


class HTMLMeta(VTModel):
    """A meta element of a page."""

    content: list[str]
    """Contents of the element."""
    name: str | None = None
    """Name of the element."""


class HTMLScript(VTModel):
    """A script of a page."""

    attributes: dict[str, str]
    """Attributes of the element, by name."""
    sha256: str | None = None
    """SHA-256 of the script's text, hexadecimal; absent where it is loaded from elsewhere."""


class HTMLInfo(VTModel):
    """Facts about an HTML page."""

    hrefs: list[str]
    """Links of the page."""
    html_meta: dict[str, list[str]]
    """Contents of the meta elements, by name."""
    iframes: list[HTMLFrame]
    """Frames of the page."""
    meta: list[HTMLMeta]
    """Meta elements, in the documented layout; real answers carry `html_meta`."""
    scripts: list[HTMLScript]
    """Scripts of the page."""
    title: str | None = None
    """Title of the page."""
    trackers: dict[str, list[Tracker]]
    """Analytics trackers in the page, by name of the service."""
