"""The models of `AnalysisStats`.

Do not edit: `python3 scripts/generate.py` made it from `schemas/common/analysis_stats.json`.
"""

from typing import Annotated

from pydantic import Field

from vt_sdk.core.model import VTModel


class AnalysisStats(VTModel):
    """How many security products came to each verdict."""

    confirmed_timeout: Annotated[int | None, Field(alias="confirmed-timeout")] = None
    """Products that timed out on the file more than once; files only."""
    failure: int | None = None
    """Products that failed on the file; files only."""
    harmless: int
    """Products that call the object harmless."""
    malicious: int
    """Products that call the object malicious."""
    suspicious: int
    """Products that call the object suspicious."""
    timeout: int
    """Products that did not answer in time."""
    type_unsupported: Annotated[int | None, Field(alias="type-unsupported")] = None
    """Products that do not support this type of file; files only."""
    typeUnsupported: int | None = None
    """The same counter as `type-unsupported`, as threat lists spell it."""
    undetected: int
    """Products that found nothing in the object."""
