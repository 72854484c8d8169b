"""URLs: submit and wait, reports, comments, votes, relationships."""

from __future__ import annotations

import hashlib
from functools import partial
from typing import Unpack

from vt_sdk import models
from vt_sdk.core.flow import Flow
from vt_sdk.core.identifiers import sendable, submitted_url, url_id
from vt_sdk.core.objects import AnalysisDescriptor
from vt_sdk.core.operation import CallOptions, TimeoutOption
from vt_sdk.core.policy import fetch
from vt_sdk.core.readers import read_object
from vt_sdk.core.request import Request
from vt_sdk.core.waiting import DEFAULT_DEADLINE
from vt_sdk.operations.urls import (
    GET_URL,
    GET_URL_RELATIONSHIP,
    SCAN_URL,
    UrlsOperations,
)
from vt_sdk.resources._scanning import AnalysisProgress, analysing, looking_first

__all__ = ["VirusTotalAPIUrls"]


def _submitting(url: str) -> Flow[AnalysisDescriptor]:
    request = SCAN_URL.request(form=SCAN_URL.given({"url": url}))
    return fetch(request, read_object(AnalysisDescriptor))


def _report(url: str, analysis: models.Analysis) -> Request:
    info = analysis.meta.url_info
    # The service's own id of the canonical URL wins over what is known here.
    return GET_URL.request((info.id if info else None) or url)


def _analyses(url_id: str) -> Request:
    return GET_URL_RELATIONSHIP.request(url_id, "analyses")


class VirusTotalAPIUrls(UrlsOperations):
    """URLs and what the service knows of them.

    Wherever an id is wanted, the URL itself, its base64 id or its SHA-256 will do.
    """

    @staticmethod
    def get_url_id_base64(url: str) -> str:
        """Return the id of a URL in URL-safe base64 without padding. Sends nothing.

        Args:
            url: the URL, canonical or not: the service makes it so.

        Returns:
            The id.

        Raises:
            InvalidInputError: this is not text that can be sent.
        """
        return url_id(url)

    @staticmethod
    def get_url_id_sha256(url: str) -> str:
        """Return the SHA-256 of a URL as it is written. Sends nothing.

        The service hashes the canonical form, so this misses when the URL is not canonical, such as
        `http://example.com` without the slash at the end; `get_url_id_base64` never misses.

        Args:
            url: the canonical URL.

        Returns:
            The hash in lower-case hexadecimal.

        Raises:
            InvalidInputError: this is not text that can be sent.
        """
        return hashlib.sha256(sendable(url).encode()).hexdigest()

    def upload(self, url: str, **options: Unpack[CallOptions]) -> AnalysisDescriptor:
        """Submit a URL for analysis; `vt.analyses.wait` waits for the result.

        `POST /urls`. Everyone can see what is submitted.

        Args:
            url: the URL; without a scheme the service takes `http`.
            options: `timeout` and `deadline` of this call, see `CallOptions`.

        Returns:
            The `AnalysisDescriptor` of the queued analysis.

        Raises:
            InvalidInputError: this is not a URL.
            APIError: the service answered with an error, among others InvalidArgumentError.
            TransportError: no answer came; `may_have_arrived` says whether the URL may have.

        A public key will do.
        https://docs.virustotal.com/reference/scan-url
        """
        return self._call(_submitting(url), options)

    def scan_and_wait(
        self,
        url: str,
        *,
        deadline: float = DEFAULT_DEADLINE,
        on_progress: AnalysisProgress | None = None,
        **options: Unpack[TimeoutOption],
    ) -> models.URL:
        """Submit a URL, wait until it is analysed and get its report.

        `POST /urls`, `GET /analyses/{id}` until completed, `GET /urls/{id}`.

        Args:
            url: the URL; without a scheme the service takes `http`.
            deadline: seconds to wait for the analysis at most, 15 minutes if not given.
            on_progress: called with each state of the analysis that was seen.
            options: `timeout` of each request, see `CallOptions`.

        Returns:
            The `URL` with the verdicts.

        Raises:
            InvalidInputError: this is not a URL.
            WaitTimeoutError: the analysis was not completed before the deadline.
            AnalysisFailedError: the analysis ended without a result.
            APIError: the service answered with an error.
            TransportError: no answer came.

        A public key will do.
        https://docs.virustotal.com/reference/scan-url
        """
        read = read_object(models.URL)
        following = analysing(partial(_report, url), read, deadline, on_progress)
        return self._call(following.follow(_submitting(url)), options)

    def get_or_scan(
        self,
        url: str,
        *,
        deadline: float = DEFAULT_DEADLINE,
        on_progress: AnalysisProgress | None = None,
        **options: Unpack[TimeoutOption],
    ) -> models.URL:
        """Get the report of a URL; submit it only if the service has none.

        `GET /urls/{id}`, and after a 404, or a 414 for a URL that is too long to be asked for, all
        that `scan_and_wait` does. Of a URL that is known and not analysed yet,
        `GET /urls/{id}/analyses` says whether an analysis goes on, as far as the key may ask; that
        is waited for, else the URL is submitted.

        Args:
            url: the URL; without a scheme the service takes `http`.
            deadline: seconds to wait for the analysis at most, 15 minutes if not given.
            on_progress: called with each state of the analysis that was seen.
            options: `timeout` of each request, see `CallOptions`.

        Returns:
            The `URL` with the verdicts.

        Raises:
            InvalidInputError: this is not a URL.
            WaitTimeoutError: the analysis was not completed before the deadline.
            AnalysisFailedError: the analysis ended without a result.
            LookupOnlyError: the URL would have to be submitted (`lookup_only=True`).
            APIError: the service answered with an error other than 404.
            TransportError: no answer came.

        A public key will do.
        https://docs.virustotal.com/reference/url-info
        """
        submitted_url(url)
        read = read_object(models.URL)
        following = analysing(partial(_report, url), read, deadline, on_progress)
        report, submitting = GET_URL.request(url), _submitting(url)
        return self._call(looking_first(report, _analyses, submitting, following), options)

    def get_network_location(
        self, url_id: str, **options: Unpack[CallOptions]
    ) -> models.Domain | models.IPAddress | None:
        """Get the domain or IP address of a URL's host.

        `GET /urls/{url_id}/network_location`

        Args:
            url_id: the URL, its base64 id or its SHA-256.
            options: `timeout` and `deadline` of this call, see `CallOptions`.

        Returns:
            The `Domain` or `IPAddress`, None if there is none.

        Raises:
            InvalidInputError: an argument does not have its shape.
            APIError: the service answered with an error, among others NotFoundError.
            TransportError: no answer came.

        A public key will do.
        https://docs.virustotal.com/reference/urls-relationships
        """
        return self.get_relationship(url_id, "network_location", **options)
