"""The models of `KnownDistributors`.

Do not edit: `python3 scripts/generate.py` made it from `schemas/parts/known_distributors.json`.
"""

from vt_sdk.core.model import VTModel


class KnownDistributors(VTModel):
    """Who is known to distribute a file."""

    data_sources: list[str]
    """Where that is known from."""
    distributors: list[str]
    """Names of the distributors."""
    filenames: list[str]
    """Names that the file is distributed under."""
    links: list[str]
    """Where the file is distributed."""
    products: list[str]
    """Products that the file belongs to."""
