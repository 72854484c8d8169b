"""The models of `DTMDocuments`.

Do not edit: `python3 scripts/generate.py` made it from `schemas/common/dtm_documents.json`.
"""

from vt_sdk.core.objects import Received

from .dtm_document import DTMDocument


class DTMDocuments(Received):
    """Documents that a search of Digital Threat Monitoring has found. The answer has no `data`; the address of the next page is in its header `Link`."""

    docs: list[DTMDocument]
    """The documents of this page."""
    timed_out: bool | None = None
    """Whether the search took too long and has not seen everything."""
    total_docs: int | None = None
    """Number of documents on all pages."""
