"""The models of `OpenXMLInfo`.

Do not edit: `python3 scripts/generate.py` made it from `schemas/parts/openxml_info.json`.
"""

from vt_sdk.core.model import VTModel

from .vba_macros import VBAMacros


class OpenXMLWorkbook(VTModel):
    """About a workbook."""

    calcPr: str | None = None
    """How formulas are computed."""
    lastEdited: str | None = None
    """Version of the program that last edited the workbook."""
    lowestEdited: str | None = None
    """Oldest version of the program that edited the workbook."""
    oleSize: str | None = None
    """Cells shown where the workbook is embedded."""
    relationships: list[str]
    """Relations of the workbook."""
    rupBuild: str | None = None
    """Build of the program."""
    sheets: int | None = None
    """Number of sheets."""


class OpenXMLContent(VTModel):
    """What is special to a kind of Open XML document."""

    codifications: list[list[str | int]]
    """Pairs of code page and count."""
    language_guess: list[list[str | int]]
    """Pairs of language and count, as guessed."""
    languages: dict[str, int]
    """Number of mentions, by language."""
    printers: list[str]
    """Printers that the document was set up for."""
    workbook: OpenXMLWorkbook | None = None
    """About the workbook; spreadsheets only."""


class OpenXMLInfo(VTModel):
    """Facts about an Office document of the Open XML kind."""

    content_types: list[str]
    """Content types in the document."""
    docprops_app: dict[str, str]
    """Properties set by the program, by name."""
    docprops_core: dict[str, str]
    """Core properties, by name, such as `dc:creator`."""
    file_type: str | None = None
    """Kind of document, such as `docx`."""
    ole: VBAMacros | None = None
    """Macros of the document."""
    rels: list[str]
    """Relations to files and addresses."""
    tags: list[str]
    """Traits of the document."""
    type_content: OpenXMLContent | None = None
    """What is special to this kind of document."""
