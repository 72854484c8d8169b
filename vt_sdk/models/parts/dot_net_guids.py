"""The models of `DotNetGUIDs`.

Do not edit: `python3 scripts/generate.py` made it from `schemas/parts/dot_net_guids.json`.
"""

from vt_sdk.core.model import VTModel


class DotNetGUIDs(VTModel):
    """Identifiers within a .NET assembly."""

    mvid: str | None = None
    """Id of the module version, new with each build."""
    typelib_id: str | None = None
    """Id of the type library, the same for all builds of a project."""
