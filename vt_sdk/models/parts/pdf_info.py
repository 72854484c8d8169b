"""The models of `PDFInfo`.

Do not edit: `python3 scripts/generate.py` made it from `schemas/parts/pdf_info.json`.
"""

from vt_sdk.core.model import VTModel


class PDFInfo(VTModel):
    """Counts of what a PDF document holds."""

    acroform: int | None = None
    """Number of forms."""
    autoaction: int | None = None
    """Number of automatic actions."""
    embedded_file: int | None = None
    """Number of embedded files."""
    encrypted: int | None = None
    """Whether the document is encrypted, as a count."""
    flash: int | None = None
    """Number of Flash objects."""
    header: str | None = None
    """First line, such as `%PDF-1.5`."""
    javascript: int | None = None
    """Number of `/JavaScript` keys."""
    jbig2_compression: int | None = None
    """Number of JBIG2 streams."""
    js: int | None = None
    """Number of `/JS` keys."""
    num_endobj: int | None = None
    """Number of object ends."""
    num_endstream: int | None = None
    """Number of stream ends."""
    num_launch_actions: int | None = None
    """Number of actions that start a program."""
    num_obj: int | None = None
    """Number of objects."""
    num_object_streams: int | None = None
    """Number of object streams."""
    num_pages: int | None = None
    """Number of pages."""
    num_stream: int | None = None
    """Number of streams."""
    openaction: int | None = None
    """Number of actions on opening."""
    startxref: int | None = None
    """Number of `startxref` marks."""
    suspicious_colors: int | None = None
    """Number of colours with more than 24 bits."""
    trailer: int | None = None
    """Number of trailers."""
    xfa: int | None = None
    """Number of XFA forms."""
    xref: int | None = None
    """Number of cross-reference tables."""
