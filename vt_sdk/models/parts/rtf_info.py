"""The models of `RTFInfo`.

Do not edit: `python3 scripts/generate.py` made it from `schemas/parts/rtf_info.json`.
"""

from typing import Annotated

from pydantic import Field

from vt_sdk.core.model import VTModel


class RTFObject(VTModel):
    """An object embedded in an RTF document."""

    class_: Annotated[str | None, Field(alias="class")] = None
    """Class of the object; null where it is not known."""
    type: str | None = None
    """Kind of object."""


class RTFSummary(VTModel):
    """What an RTF document says about itself. Times are `YYYY-MM-DD hh:mm:ss`."""

    author: str | None = None
    """Author of the document."""
    company: str | None = None
    """Company of the author."""
    creation_time: str | None = None
    """When the document was made."""
    editing_time: int | None = None
    """Time spent on the document in minutes."""
    number_of_characters: int | None = None
    """Number of characters."""
    number_of_non_whitespace_characters: int | None = None
    """Number of characters other than spaces."""
    number_of_pages: int | None = None
    """Number of pages."""
    number_of_words: int | None = None
    """Number of words."""
    operator: str | None = None
    """Who last changed the document."""
    print_time: str | None = None
    """When the document was last printed."""
    revision_time: str | None = None
    """When the document was last changed."""
    title: str | None = None
    """Title of the document."""
    version: int | None = None
    """Version of the document."""
    version_number: int | None = None
    """Version of the program that wrote the document."""


class RTFProperties(VTModel):
    """Traits of an RTF document."""

    custom_xml_data_properties: int | None = None
    """Number of custom XML properties."""
    default_ansi_codepage: str | None = None
    """Code page of the text."""
    default_character_set: str | None = None
    """Character set of the text."""
    default_languages: list[str]
    """Languages of the text."""
    dos_stubs: int | None = None
    """Number of Windows programs found inside."""
    embedded_drawings: int | None = None
    """Number of drawings."""
    embedded_pictures: int | None = None
    """Number of pictures."""
    longest_hex_string: int | None = None
    """Length of the longest hexadecimal text."""
    non_ascii_characters: int | None = None
    """Number of characters outside ASCII."""
    objects: list[RTFObject]
    """Embedded objects."""
    read_only_protection: bool | None = None
    """Whether the document is read-only."""
    rtf_header: str | None = None
    """Header of the document."""
    user_protection: bool | None = None
    """Whether the document is protected."""


class RTFInfo(VTModel):
    """Facts about an RTF document."""

    document_properties: RTFProperties | None = None
    """Traits of the document."""
    summary_info: RTFSummary | None = None
    """What the document says about itself."""
