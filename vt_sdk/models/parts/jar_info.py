"""The models of `JARInfo`.

Do not edit: `python3 scripts/generate.py` made it from `schemas/parts/jar_info.json`.
"""

from vt_sdk.core.model import VTModel


class JARInfo(VTModel):
    """Facts about a Java archive."""

    filenames: list[str]
    """Names of the files inside."""
    files_by_type: dict[str, int]
    """Number of files inside, by type."""
    manifest: str | None = None
    """Text of the manifest."""
    max_date: str | None = None
    """Latest time of a file, as `YYYY-MM-DD hh:mm:ss`."""
    max_depth: int | None = None
    """Depth of the deepest folder."""
    min_date: str | None = None
    """Earliest time of a file, as `YYYY-MM-DD hh:mm:ss`."""
    packages: list[str]
    """Packages that are used."""
    strings: list[str]
    """Notable strings."""
    total_dirs: int | None = None
    """Number of folders."""
    total_files: int | None = None
    """Number of files."""
