"""The models of `PowerShellInfo`.

Do not edit: `python3 scripts/generate.py` made it from `schemas/parts/powershell_info.json`.
"""

from vt_sdk.core.model import VTModel


class PowerShellInfo(VTModel):
    """Facts about a PowerShell script."""

    cmdlets: list[str]
    """Commands that the script uses."""
    cmdlets_alias: list[str]
    """Short names of commands that the script uses."""
    dotnet_calls: list[str]
    """.NET classes and methods that the script uses."""
    functions: list[str]
    """Functions that the script defines."""
    ps_variables: list[str]
    """Automatic variables that the script uses."""
