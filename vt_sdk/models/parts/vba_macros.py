"""The models of `VBAMacros`.

Do not edit: `python3 scripts/generate.py` made it from `schemas/parts/vba_macros.json`.
"""

from vt_sdk.core.model import VTModel


class VBAMacro(VTModel):
    """A Visual Basic macro."""

    lengh: int | None = None
    """The same length, under a misspelled key that the documentation's field list carries."""
    length: int | None = None
    """Length of the code in characters."""
    patterns: list[str]
    """What in the code looks suspicious, or like an address or name."""
    properties: list[str]
    """What the code can do, such as `run-file`."""
    stream_path: str | None = None
    """Stream that holds the macro."""
    subfilename: str | None = None
    """File inside the document that holds the macro; Open XML only."""
    vba_code: str | None = None
    """Text of the code."""
    vba_filename: str | None = None
    """Name of the module."""


class VBAMacros(VTModel):
    """Macros of an Office document."""

    macros: list[VBAMacro]
    """The macros."""
    num_macros: int | None = None
    """Number of macros."""
