"""The models of `DebInfo`.

Do not edit: `python3 scripts/generate.py` made it from `schemas/parts/deb_info.json`.
"""

from typing import Annotated

from pydantic import Field

from vt_sdk.core.model import VTModel


class DebChangelog(VTModel):
    """Newest entry of a package's changelog."""

    Author: str | None = None
    """Who made the version."""
    Date: str | None = None
    """When the version was made."""
    Debian_revision: Annotated[str | None, Field(alias="Debian revision")] = None
    """Debian's part of the version."""
    Debian_version: Annotated[str | None, Field(alias="Debian version")] = None
    """Debian's version."""
    Distributions: str | None = None
    """Distributions that the version is for."""
    Full_version: Annotated[str | None, Field(alias="Full version")] = None
    """The whole version."""
    Package: str | None = None
    """Name of the package."""
    Urgency: str | None = None
    """How urgent the upgrade is."""
    Version_history: Annotated[str | None, Field(alias="Version history")] = None
    """Versions before."""


class DebControlScripts(VTModel):
    """Scripts that run around the installation of a package."""

    postinst: str | None = None
    """Script after the installation."""
    postrm: str | None = None
    """Script after the removal."""
    preinst: str | None = None
    """Script before the installation."""
    prerm: str | None = None
    """Script before the removal."""


class DebStructure(VTModel):
    """Counts and dates of the files in a package."""

    contained_files: int | None = None
    """Number of files."""
    contained_items: int | None = None
    """Number of files and folders."""
    max_date: str | None = None
    """Latest time of a file, as `YYYY-MM-DD hh:mm:ss`."""
    min_date: str | None = None
    """Earliest time of a file, as `YYYY-MM-DD hh:mm:ss`."""


class DebInfo(VTModel):
    """Facts about a Debian package."""

    changelog: DebChangelog | None = None
    """The newest entry of the changelog."""
    control_metadata: dict[str, str]
    """Fields of the control file, by name."""
    control_scripts: DebControlScripts | None = None
    """Scripts that run around the installation."""
    structural_metadata: DebStructure | None = None
    """Counts and dates of the files inside."""
