"""The operations of the group `code_insights`.

Do not edit: `python3 scripts/generate.py` made it from `schemas/openapi.yaml`.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, Required, TypedDict, Unpack

from vt_sdk.api import VirusTotalAPI
from vt_sdk.core.operation import (
    CallOptions,
    Operation,
)
from vt_sdk.core.policy import fetch
from vt_sdk.core.readers import (
    read_text,
)

ANALYSE_CODE = Operation(
    "analyse_code",
    "POST",
    "/codeinsights/analyse-binary",
    submits=True,
    premium=True,
    arguments={
        "code": {"type": "string", "minLength": 1},
        "code_type": {"enum": ("decompiled", "disassembled")},
        "history": {
            "type": "array",
            "items": {
                "type": "object",
                "required": ["request", "response"],
                "properties": {
                    "request": {"type": "string"},
                    "response": {
                        "type": "object",
                        "properties": {
                            "summary": {"type": "string"},
                            "description": {"type": "string"},
                        },
                    },
                },
            },
        },
    },
    required=("code", "code_type"),
)


class CodeInsightsExplanation(TypedDict, total=False):
    """The explanation and what the analyst made of it."""

    summary: str
    """The explanation that the service gave."""

    description: str
    """Remarks of the analyst on that explanation."""


class CodeInsightsExchange(TypedDict, total=False):
    """An earlier call and what became of it."""

    request: Required[str]
    """The code that was explained, in base64."""

    response: Required[CodeInsightsExplanation]
    """The explanation and what the analyst made of it."""


class VirusTotalAPICodeInsights(VirusTotalAPI):
    """Explanations of disassembled and decompiled code."""

    def analyse(
        self,
        code: str,
        code_type: Literal["decompiled", "disassembled"],
        *,
        history: Sequence[CodeInsightsExchange] | None = None,
        **options: Unpack[CallOptions],
    ) -> str:
        """Have a piece of disassembled or decompiled code explained.

        `POST /codeinsights/analyse-binary`

        Code goes out and the explanation comes back in base64. Earlier explanations, with the
        remarks of an analyst, can go along as context. A key has 50 calls a day.

        Args:
            code: The code to explain, in base64.
            code_type: Which kind of code it is.
            history: Earlier calls about the same or related code.
            options: `timeout` and `deadline` of this call, see `CallOptions`.

        Returns:
            The explanation of the code, in base64.

        Raises:
            InvalidInputError: an argument does not have its type, bounds or shape.
            APIError: the service answered with an error, among others InvalidArgumentError,
                ForbiddenError, QuotaExceededError.
            TransportError: no answer came; `may_have_arrived` says whether the request may have.

        Needs a premium key.
        https://docs.virustotal.com/reference/analyse-binary
        """
        return self._call(
            fetch(
                ANALYSE_CODE.request(
                    data=ANALYSE_CODE.given(
                        {"code": code, "code_type": code_type, "history": history}
                    )
                ),
                read_text,
            ),
            options,
        )
