"""The models of `RelatedFrom`.

Do not edit: `python3 scripts/generate.py` made it from `schemas/common/related_from.json`.
"""

from vt_sdk.core.model import VTModel
from vt_sdk.core.types import AnyScalar


class RelatedFrom(VTModel):
    """An object through which a listing came to another one."""

    attributes: dict[
        str,
        AnyScalar
        | list[AnyScalar | dict[str, AnyScalar | list[AnyScalar | None] | None] | None]
        | dict[str, AnyScalar | list[AnyScalar | None] | None]
        | None,
    ]
    """A few attributes of the object, such as its name."""
    id: str | None = None
    """Id of the object."""
    type: str | None = None
    """Type of the object, such as `file` or `domain`."""
