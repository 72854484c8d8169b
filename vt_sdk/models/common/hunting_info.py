"""The models of `HuntingInfo`.

Do not edit: `python3 scripts/generate.py` made it from `schemas/common/hunting_info.json`.
"""

from typing import Literal

from vt_sdk.core.model import VTModel


class HuntingInfo(VTModel):
    """What a hunting rule matched, in a notification of the IoC stream."""

    match_in_subfile: bool | None = None
    """Whether a file inside the file matched; absent from most notifications."""
    match_source: (
        Literal["DOMAIN", "IP_ADDRESS", "ORIGINAL_FILE", "URL_RESPONSE_BODY"] | str | None
    ) = None
    """In what the rule matched."""
    rule_name: str | None = None
    """Name of the YARA rule that matched."""
    rule_tags: list[str]
    """Tags of the rule."""
    snippet: str | None = None
    """Hexadecimal dump of the matched bytes, the match itself between `*begin_highlight*` and `*end_highlight*`."""
    source_country: str | None = None
    """Country of the submitter, two letters; null if not told."""
    source_key: str | None = None
    """Pseudonym of the submitter; null if not told."""
