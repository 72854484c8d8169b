"""The models of `Clue`.

Do not edit: `python3 scripts/generate.py` made it from `schemas/objects/clue.json`.
"""

# What is meant to be read may have a more exact type in a derived class.
# pyright: reportIncompatibleVariableOverride=false

from typing import Literal

from vt_sdk.core.fields import IntOrFloat
from vt_sdk.core.model import VTModel
from vt_sdk.core.objects import VTObject
from vt_sdk.models._deferred import ClueRelationships


class ClueFeature(VTModel):
    """A feature of files."""

    feature_type: str | None = None
    """Kind of feature."""
    objects: list[str]
    """Its values."""


class ClueContext(VTModel):
    """What a listing says about a clue; no listing is known to say anything."""


class ClueAttributes(VTModel):
    """What makes a clue and how well it does."""

    features: list[ClueFeature]
    """The features, all of which a file must have."""
    label: Literal["P0", "P1_TO_P19", "P20_PLUS"] | str | None = None
    """How sure the clue is, by its number of false hits."""
    last_month: int | None = None
    """How many files of the last month match."""
    last_month_positive_rate: IntOrFloat | None = None
    """The share of these, 0 to 1, that engines detect."""
    last_month_total_log10_count: int | None = None
    """Decimal logarithm of the number of files of the last month that match."""


class Clue(VTObject):
    """A set of features that malicious files share and few others have. Its id is opaque."""

    attributes: ClueAttributes
    """What the service knows about the object; absent from descriptors and errors."""
    context_attributes: ClueContext
    """Facts that belong to the listing, not to the object; absent when the object was asked for by its id."""
    relationships: ClueRelationships
    """What was asked for along with the object by `relationships=`."""
