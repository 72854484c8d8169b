"""The models of `JavaScriptInfo`.

Do not edit: `python3 scripts/generate.py` made it from `schemas/parts/javascript_info.json`.
"""

from vt_sdk.core.model import VTModel


class JavaScriptInfo(VTModel):
    """Facts about a JavaScript file."""

    tags: list[str]
    """Traits of the script, such as `obfuscated`."""
