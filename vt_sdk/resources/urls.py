"""URLs: submit and wait, reports, comments, votes, relationships."""

import hashlib
from collections.abc import Iterable, Sequence
from functools import partial
from typing import Unpack

from vt_sdk import models
from vt_sdk.batch import MAX_WORKERS, REMEMBERED, Batch
from vt_sdk.core.exchange import fetch
from vt_sdk.core.flow import Flow
from vt_sdk.core.identifiers import sendable, submitted_url, url_id
from vt_sdk.core.objects import AnalysisDescriptor
from vt_sdk.core.operation import CallOptions, RelationshipName, TimeoutOption
from vt_sdk.core.readers import read_object
from vt_sdk.core.request import Request
from vt_sdk.core.waiting import DEFAULT_DEADLINE
from vt_sdk.operations.urls import (
    ADD_URL_VOTE,
    GET_URL,
    GET_URL_RELATIONSHIP,
    SCAN_URL,
    UrlsOperations,
)
from vt_sdk.resources._votes import voting
from vt_sdk.resources.analyses import AnalysisProgress, analysing, looking_first

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

    reanalyse = UrlsOperations.analyse

    @staticmethod
    def get_url_id_base64(url: str) -> str:
        """Give the id of a URL in URL-safe base64 without padding. Sends nothing.

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
        """Give the SHA-256 of a URL as it is written. Sends nothing.

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

    def get_reports(
        self,
        ids: Iterable[str],
        *,
        max_workers: int = MAX_WORKERS,
        ordered: bool = False,
        relationships: Sequence[models.URLRelationship | RelationshipName] | None = None,
        remember: int = REMEMBERED,
        **options: Unpack[CallOptions],
    ) -> Batch[models.URL]:
        """Get the reports of many URLs, several at once.

        `GET /urls/{url_id}` for each, none for a URL that comes again soon.

        Args:
            ids: the URLs, their base64 ids or their SHA-256s; any number of them, taken as they are
                needed.
            max_workers: how many calls may be under way at once.
            ordered: whether the items come in the order of the ids; else as soon as they are there.
            relationships: names of relationships whose descriptors shall come with each object.
            remember: how many reports are kept for ids that come again, at about 200 KB for each.
            options: `timeout` of each call, and `deadline` of the whole batch from now on, see
                `CallOptions`.

        Returns:
            The `Batch`, an iterator of one `BatchItem` for each id: the `URL` or an error.
            Its `price` tells beforehand what it would cost.

        Raises:
            InvalidInputError: an argument is wrong; an id that is so has it in its own item.
            BatchStoppedError: when iterated: the quota is spent, the key refused or the deadline
                over; it says where to go on.

        A public key will do.
        https://docs.virustotal.com/reference/url-info
        """
        return Batch(
            self,
            GET_URL,
            read_object(models.URL),
            ids,
            max_workers=max_workers,
            ordered=ordered,
            relationships=relationships,
            remember=remember,
            options=options,
        )

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
        return self._call(_submitting(url), **options)

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
        return self._call(following.follow(_submitting(url)), **options)

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
        return self._call(looking_first(report, _analyses, submitting, following), **options)

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

    def put_votes(
        self, url_id: str, malicious: bool = False, **options: Unpack[CallOptions]
    ) -> models.Vote:
        """Vote on a URL.

        `POST /urls/{url_id}/votes`

        Args:
            url_id: the URL, its base64 id or its SHA-256.
            malicious: whether the vote is `malicious`; else it is `harmless`.
            options: `timeout` and `deadline` of this call, see `CallOptions`.

        Returns:
            The `Vote`.

        Raises:
            InvalidInputError: an argument does not have its shape.
            AlreadyExistsError: the user has voted on this URL before.
            APIError: the service answered with another error.
            TransportError: no answer came; `may_have_arrived` says whether the vote may count.

        A public key will do.
        https://docs.virustotal.com/reference/urls-votes-post
        """
        return self._call(voting(ADD_URL_VOTE, url_id, malicious=malicious), **options)
