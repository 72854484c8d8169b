"""The models of `OfficeInfo`.

Do not edit: `python3 scripts/generate.py` made it from `schemas/parts/office_info.json`.
"""

from vt_sdk.core.model import VTModel

from .vba_macros import VBAMacros


class OfficeDocumentSummary(VTModel):
    """Further properties of an Office document."""

    byte_count: int | None = None
    """Size of the text in bytes."""
    characters_with_spaces: int | None = None
    """Number of characters, spaces included."""
    code_page: str | None = None
    """Code page of the properties."""
    company: str | None = None
    """Company of the author."""
    hidden_count: int | None = None
    """Number of hidden slides."""
    hyperlinks_changed: bool | None = None
    """Whether the links need an update."""
    line_count: int | None = None
    """Number of lines."""
    links_dirty: bool | None = None
    """Whether the linked contents are out of date."""
    multimedia_clip_count: int | None = None
    """Number of sounds and films."""
    note_count: int | None = None
    """Number of pages with notes."""
    paragraph_count: int | None = None
    """Number of paragraphs."""
    presentation_format: str | None = None
    """What the presentation is made for."""
    scale: bool | None = None
    """Whether the thumbnail is scaled rather than cut."""
    shared_document: bool | None = None
    """Whether the document is shared."""
    slide_count: int | None = None
    """Number of slides."""
    version: int | None = None
    """Version of the program that wrote the document."""


class OfficeEntry(VTModel):
    """A stream or storage of an Office document."""

    clsid: str | None = None
    """Class of the entry."""
    clsid_literal: str | None = None
    """The same class by name."""
    name: str | None = None
    """Name of the entry."""
    sid: int | None = None
    """Number of the entry."""
    size: int | None = None
    """Size of the entry in bytes."""
    type_literal: str | None = None
    """Kind of entry, such as `root` or `stream`."""


class OfficeSummary(VTModel):
    """Main properties of an Office document. Times are `YYYY-MM-DD hh:mm:ss`."""

    application_name: str | None = None
    """Program that wrote the document."""
    author: str | None = None
    """Author of the document."""
    character_count: int | None = None
    """Number of characters."""
    code_page: str | None = None
    """Code page of the properties."""
    creation_datetime: str | None = None
    """When the document was made."""
    edit_time: int | None = None
    """Time spent on the document in seconds."""
    last_author: str | None = None
    """Who last saved the document."""
    last_printed: str | None = None
    """When the document was last printed."""
    last_saved: str | None = None
    """When the document was last saved."""
    page_count: int | None = None
    """Number of pages."""
    revision_number: str | None = None
    """How often the document was saved."""
    security: int | None = None
    """Protection of the document as a code."""
    template: str | None = None
    """Template of the document."""
    title: str | None = None
    """Title of the document."""
    word_count: int | None = None
    """Number of words."""


class OfficeInfo(VTModel):
    """Facts about an Office document of the OLE kind."""

    document_summary_info: OfficeDocumentSummary | None = None
    """Further properties of the document."""
    documment_summary_info: OfficeDocumentSummary | None = None
    """The same properties, under a misspelled key that the documentation's field list carries."""
    entries: list[OfficeEntry]
    """Streams and storages of the document."""
    ole: VBAMacros | None = None
    """Macros of the document."""
    summary_info: OfficeSummary | None = None
    """Main properties of the document."""
    tags: list[str]
    """Traits of the document, taken from the macros."""
