"""The operations of the group `code_insights`.

Do not edit: `python3 scripts/generate.py` made it from `vt_sdk/operations/code_insights.py`.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, Unpack

from vt_sdk.aio.api import AsyncVirusTotalAPI
from vt_sdk.core.operation import CallOptions
from vt_sdk.core.policy import fetch
from vt_sdk.core.readers import read_text
from vt_sdk.operations.code_insights import ANALYSE_CODE, CodeInsightsExchange

__all__ = ["AsyncVirusTotalAPICodeInsights"]


class AsyncVirusTotalAPICodeInsights(AsyncVirusTotalAPI):
    """Explanations of disassembled and decompiled code."""

    async def analyse(
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
        return await self._call(
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
