"""URLs of private scanning, which only their owner sees: submission and report.

Do not edit: `python3 scripts/generate.py` made it from `vt_sdk/resources/private_urls.py`.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Literal, Unpack

from vt_sdk import models
from vt_sdk.aio.operations.private_urls import AsyncPrivateUrlsOperations
from vt_sdk.core.objects import AnalysisDescriptor
from vt_sdk.core.operation import TimeoutOption
from vt_sdk.core.policy import fetch
from vt_sdk.core.readers import read_object
from vt_sdk.core.waiting import DEFAULT_DEADLINE
from vt_sdk.operations.private_urls import SCAN_PRIVATE_URL
from vt_sdk.resources._scanning import PrivateAnalysisProgress, analysing_privately
from vt_sdk.resources.private_urls import _report

__all__ = ["AsyncVirusTotalAPIPrivateUrls"]


class AsyncVirusTotalAPIPrivateUrls(AsyncPrivateUrlsOperations):
    """URLs of private scanning, which only their owner sees: submission and report."""

    async def scan_and_wait(
        self,
        url: str,
        *,
        user_agent: str | None = None,
        sandboxes: Sequence[Literal["chrome_headless_linux", "cape_win", "zenbox_windows"] | str]
        | None = None,
        retention_period_days: int | None = None,
        storage_region: Literal["US", "CA", "EU", "GB"] | None = None,
        interaction_sandbox: Literal["cape_win"] | str | None = None,
        interaction_timeout: int | None = None,
        deadline: float = DEFAULT_DEADLINE,
        on_progress: PrivateAnalysisProgress | None = None,
        **options: Unpack[TimeoutOption],
    ) -> models.PrivateURL:
        """Submit a URL for private analysis, wait until it is analysed and get its report.

        `POST /private/urls`, `GET /private/analyses/{id}` until completed,
        `GET /private/urls/{id}`.

        Args:
            url: the URL; without a scheme the service takes `http`.
            user_agent: the text with which the browser introduces itself to the site.
            sandboxes: the sandboxes that open the URL; the service's choice if not given.
            retention_period_days: how many days the service keeps URL and report, 1 to 28; what
                the group prefers if not given.
            storage_region: where the URL is stored; what the group prefers if not given.
            interaction_sandbox: the sandbox in which a person can work while the URL is open.
            interaction_timeout: how long that person has, in seconds, 60 to 1800; the deadline
                should leave room for it.
            deadline: seconds to wait for the analysis at most, 15 minutes if not given.
            on_progress: called with each state of the analysis that was seen.
            options: `timeout` of each request, see `CallOptions`.

        Returns:
            The `PrivateURL` with what was found.

        Raises:
            InvalidInputError: an argument does not have its shape.
            WaitTimeoutError: the analysis was not completed before the deadline.
            AnalysisFailedError: the analysis ended without a result.
            APIError: the service answered with an error, among others InvalidArgumentError,
                ForbiddenError.
            TransportError: no answer came.

        Needs a premium key.
        https://docs.virustotal.com/reference/private-scan-url
        """
        form = {
            "url": url,
            "user_agent": user_agent,
            "sandboxes": sandboxes,
            "retention_period_days": retention_period_days,
            "storage_region": storage_region,
            "interaction_sandbox": interaction_sandbox,
            "interaction_timeout": interaction_timeout,
        }
        request = SCAN_PRIVATE_URL.request(form=SCAN_PRIVATE_URL.given(form))
        submitting = fetch(request, read_object(AnalysisDescriptor))
        read = read_object(models.PrivateURL)
        following = analysing_privately(partial(_report, url), read, deadline, on_progress)
        return await self._call(following.follow(submitting), options)
