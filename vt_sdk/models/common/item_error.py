"""The models of `ItemError`.

Do not edit: `python3 scripts/generate.py` made it from `schemas/common/item_error.json`.
"""

from vt_sdk.core.model import VTModel


class ItemError(VTModel):
    """Why one item of a listing could not be delivered; stands in the place of its attributes."""

    code: str | None = None
    """Error code, such as `NotFoundError`."""
    message: str | None = None
    """Explanation for people; free text that changes without notice."""
