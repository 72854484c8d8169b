"""The models of `IPAInfo`.

Do not edit: `python3 scripts/generate.py` made it from `schemas/parts/ipa_info.json`.
"""

from vt_sdk.core.model import VTModel
from vt_sdk.core.types import IntOrFloat

from .macho_info import MachOInfo


class IPAInfo(VTModel):
    """Facts about an iOS app package."""

    apps: list[MachOInfo]
    """Programs in the package."""
    itunes: dict[
        str,
        str
        | IntOrFloat
        | bool
        | list[
            str
            | IntOrFloat
            | bool
            | dict[str, str | IntOrFloat | bool | list[str | IntOrFloat | bool | None] | None]
            | None
        ]
        | dict[
            str,
            str
            | IntOrFloat
            | bool
            | list[str | IntOrFloat | bool | None]
            | dict[
                str,
                str
                | IntOrFloat
                | bool
                | list[str | IntOrFloat | bool | None]
                | dict[str, str | IntOrFloat | bool | None]
                | None,
            ]
            | None,
        ]
        | None,
    ]
    """What the App Store says about the app, by key."""
    plist: dict[
        str,
        str
        | IntOrFloat
        | bool
        | list[
            str
            | IntOrFloat
            | bool
            | dict[str, str | IntOrFloat | bool | list[str | IntOrFloat | bool | None] | None]
            | None
        ]
        | dict[
            str,
            str
            | IntOrFloat
            | bool
            | list[str | IntOrFloat | bool | None]
            | dict[
                str,
                str
                | IntOrFloat
                | bool
                | list[str | IntOrFloat | bool | None]
                | dict[str, str | IntOrFloat | bool | None]
                | None,
            ]
            | None,
        ]
        | None,
    ]
    """Property list of the app, by key."""
    provision: dict[
        str,
        str
        | IntOrFloat
        | bool
        | list[
            str
            | IntOrFloat
            | bool
            | dict[str, str | IntOrFloat | bool | list[str | IntOrFloat | bool | None] | None]
            | None
        ]
        | dict[
            str,
            str
            | IntOrFloat
            | bool
            | list[str | IntOrFloat | bool | None]
            | dict[
                str,
                str
                | IntOrFloat
                | bool
                | list[str | IntOrFloat | bool | None]
                | dict[str, str | IntOrFloat | bool | None]
                | None,
            ]
            | None,
        ]
        | None,
    ]
    """Provisioning profile of the app, by key."""
