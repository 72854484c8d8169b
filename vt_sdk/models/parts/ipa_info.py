"""The models of `IPAInfo`.

Do not edit: `python3 scripts/generate.py` made it from `schemas/parts/ipa_info.json`.
"""

from vt_sdk.core.fields import AnyScalar
from vt_sdk.core.model import VTModel

from .macho_info import MachOInfo


class IPAInfo(VTModel):
    """Facts about an iOS app package."""

    apps: list[MachOInfo]
    """Programs in the package."""
    itunes: dict[
        str,
        AnyScalar
        | list[AnyScalar | dict[str, AnyScalar | list[AnyScalar | None] | None] | None]
        | dict[
            str,
            AnyScalar
            | list[AnyScalar | None]
            | dict[str, AnyScalar | list[AnyScalar | None] | dict[str, AnyScalar | None] | None]
            | None,
        ]
        | None,
    ]
    """What the App Store says about the app, by key."""
    plist: dict[
        str,
        AnyScalar
        | list[AnyScalar | dict[str, AnyScalar | list[AnyScalar | None] | None] | None]
        | dict[
            str,
            AnyScalar
            | list[AnyScalar | None]
            | dict[str, AnyScalar | list[AnyScalar | None] | dict[str, AnyScalar | None] | None]
            | None,
        ]
        | None,
    ]
    """Property list of the app, by key."""
    provision: dict[
        str,
        AnyScalar
        | list[AnyScalar | dict[str, AnyScalar | list[AnyScalar | None] | None] | None]
        | dict[
            str,
            AnyScalar
            | list[AnyScalar | None]
            | dict[str, AnyScalar | list[AnyScalar | None] | dict[str, AnyScalar | None] | None]
            | None,
        ]
        | None,
    ]
    """Provisioning profile of the app, by key."""
