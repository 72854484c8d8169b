"""The models of `AIReport`.

Do not edit: `python3 scripts/generate.py` made it from `schemas/common/ai_report.json`.
"""

from vt_sdk.core.objects import Received


class AIReport(Received):
    """What a language model says of a private file."""

    summary: str | None = None
    """The summary, in Markdown or plain text."""
