"""The models of `IoCSummary`.

Do not edit: `python3 scripts/generate.py` made it from `schemas/common/ioc_summary.json`.
"""

from vt_sdk.core.fields import AnyScalar
from vt_sdk.core.keyed import Keyed


class IoCSummary(Keyed):
    """What is known of several indicators, summed up."""

    facts: dict[
        str,
        AnyScalar
        | list[AnyScalar | dict[str, AnyScalar | list[AnyScalar | None] | None] | None]
        | dict[str, AnyScalar | list[AnyScalar | None] | None]
        | None,
    ]
    """What the summary says, by name; the names are not documented."""
