"""The client that holds all groups behind one key and one pool of connections.

Do not edit: `python3 scripts/generate.py` made it from `vt_sdk/client.py`.
"""

from __future__ import annotations

from collections.abc import AsyncIterable, Iterable
from datetime import UTC, datetime
from typing import Unpack

import vt_sdk
from vt_sdk import models
from vt_sdk.aio.operations._groups import AsyncGroups
from vt_sdk.core.async_paging import AsyncPage
from vt_sdk.core.async_readers import read_related
from vt_sdk.core.objects import VTObject
from vt_sdk.core.operation import CallOptions
from vt_sdk.core.policy import fetch
from vt_sdk.core.settings import MAX_WORKERS, REMEMBERED
from vt_sdk.errors import ForbiddenError
from vt_sdk.indicators import Indicator, Kind, classify

__all__ = ["AsyncVirusTotal"]


class AsyncVirusTotal(AsyncGroups):
    """All of VirusTotal behind one key.

    Groups are made on first use and share settings and connections: writing `base_url` or
    `timeout` through any of them changes all.

    Args:
        api_key: the API key, printable ASCII without spaces, or a function that gives it,
            called for each request. `VT_API_KEY` of the environment if None, read for each
            request; without either, the first call raises `MissingAPIKeyError`.
        timeout: seconds to connect and to wait for the next bytes, (5, 60) if not given, or one
            number for both; None waits for ever.
        proxies: proxies by scheme, as requests takes them, such as
            `{"https": "http://proxy.example:3128"}`; they win over the environment.
        base_url: the address of an emulator or a gateway. `VT_BASE_URL` of the environment if
            None, else the service itself, `https://www.virustotal.com/api/v3`.
        session: a session of aiohttp to send with.
        transport: another way over the wire; excludes `session`.
        retry: how often and how patiently requests are repeated, 3 attempts if not given.
        rate_limit: what spaces the requests, such as a `RateLimit`; or `public`, the limits of
            a free key: 4 requests a minute, 500 a day. Nothing if not given.
        verify: whether certificates are checked, or the path of the authorities to trust.
        cert: the path of a client certificate, or those of certificate and key.
        user_agent: what the User-Agent starts with, such as the name of the application.
        tool: the name of the integration (`x-tool`); some licences answer more with it.
        strict: whether fields that no model knows raise `UnknownFieldError`.
        on_drift: called with the `Drift` of an answer that held what the models do not know;
            to find that out, each answer is read to the end.
        on_event: called with each request, answer, repetition and wait: the values of
            `vt_sdk.events`. An error of it is logged and ends nothing; so for `on_drift`.
        lookup_only: whether nothing but look-ups leaves this client: all but GET and HEAD, and
            the addresses for uploads, raise `LookupOnlyError`.

    Raises:
        InvalidInputError: an argument, named by the error, cannot be.
    """

    async def capabilities(self, **options: Unpack[CallOptions]) -> vt_sdk.Capabilities:
        """Get what the key may do: its tier, privileges and quotas, and the operations it opens.

        `GET /users/{user_id}`, one request that may count like any other, and `GET /me` where the
        key is that of no user but a service account. The service finds the user by the key, which
        no address that is shown or logged here holds.

        Args:
            options: `timeout` and `deadline` of this call, see `CallOptions`.

        Returns:
            The `Capabilities`. A licence may leave out some of what needs a premium key; what is
            left out raises `ForbiddenError` when it is called.

        Raises:
            APIError: the service answered with an error, among others QuotaExceededError.
            TransportError: no answer came.

        A public key will do.
        https://docs.virustotal.com/reference/user-object
        """
        from vt_sdk.resources._capabilities import account, capabilities

        return capabilities(await self._group()._call(account(), options), datetime.now(UTC))

    async def lookup(
        self, indicator: Indicator | str, **options: Unpack[CallOptions]
    ) -> models.File | models.URL | models.Domain | models.IPAddress:
        """Get the report on an indicator of any kind.

        `GET /files/{id}`, `/urls/{id}`, `/domains/{domain}` or `/ip_addresses/{ip}`.

        Args:
            indicator: a hash, a URL, a domain or an IP address, also defanged; or what
                `vt_sdk.indicators.classify` made of it.
            options: `timeout` and `deadline` of this call, see `CallOptions`.

        Returns:
            The `File`, `URL`, `Domain` or `IPAddress`; `match` tells which.

        Raises:
            AmbiguousIndicatorError: it may be the name of a file as well as a domain.
            InvalidInputError: it is no indicator.
            NotFoundError: the service does not know it.

        A public key will do.
        """
        from vt_sdk.resources._lookups import read_report, request_of

        return await self._group()._call(fetch(request_of(indicator), read_report), options)

    def lookup_many(
        self,
        texts: Iterable[str] | AsyncIterable[str],
        *,
        assume: Kind | None = None,
        max_workers: int = MAX_WORKERS,
        ordered: bool = False,
        remember: int = REMEMBERED,
        **options: Unpack[CallOptions],
    ) -> vt_sdk.AsyncBatch[models.File | models.URL | models.Domain | models.IPAddress]:
        """Get the reports on many indicators of any kinds, several at once.

        One look-up for each, none for one that comes again soon, however it is written.

        Args:
            texts: hashes, URLs, domains and IP addresses, also defanged; any number of them,
                taken as they are needed.
            assume: what a text is that may be the name of a file as well as a domain, see
                `vt_sdk.indicators.classify`.
            max_workers: how many calls may be under way at once.
            ordered: whether the items come in the order of the texts; else as soon as they are
                there.
            remember: how many reports are kept for indicators that come again, at about 200 KB
                for each.
            options: `timeout` of each call, and `deadline` of the whole batch from now on, see
                `CallOptions`.

        Returns:
            The `AsyncBatch`, an iterator of one `BatchItem` for each text: the report or an error, and
            as `indicator` what it stands for. Its `price` tells beforehand what it would cost.

        Raises:
            InvalidInputError: an argument is wrong; a text that is so has it in its own item.
            BatchStoppedError: when iterated: the quota is spent, the key refused or the deadline
                over; it says where to go on.

        A public key will do.
        """
        from vt_sdk.resources._lookups import read_report, request_of

        return vt_sdk.AsyncBatch(
            self._group(),
            lambda text: request_of(classify(text, assume=assume)),
            read_report,
            texts,
            max_workers=max_workers,
            ordered=ordered,
            remember=remember,
            options=options,
        )

    async def enrich(
        self,
        indicator: Indicator | str,
        relationships: Iterable[str] | None = None,
        *,
        budget: int | None = None,
        limit: int = 10,
        max_workers: int = MAX_WORKERS,
        **options: Unpack[CallOptions],
    ) -> vt_sdk.Enrichment[AsyncPage[VTObject]]:
        """Get the report on an indicator of any kind and what it is related to.

        The report comes first; if there is none, nothing else is asked for. Then its relationships,
        several at once. What is the matter with one of them, such as that the key may not see it,
        is kept in its place. `vt_sdk.enrichment.plan`, with the same arguments, tells beforehand
        how many calls that is, and what needs a premium key.

        Args:
            indicator: a hash, a URL, a domain or an IP address, also defanged; or what
                `vt_sdk.indicators.classify` made of it.
            relationships: names of relationships; if not given, all of its kind that a public key
                gets, which are 8 of a URL, 11 of an IP address, 15 of a file or a domain.
            budget: how many calls it may take; any number if None. A call that is repeated after a
                fault counts once.
            limit: how many objects a relationship gives at most, 1 to 40; its page goes on.
            max_workers: how many calls may be under way at once.
            options: `timeout` of each call, and `deadline` of all of it from now on, see
                `CallOptions`.

        Returns:
            The `Enrichment`: the report, for each relationship a `AsyncPage`, an object, None or an
            error, and what was left out.

        Raises:
            AmbiguousIndicatorError: it may be the name of a file as well as a domain.
            InvalidInputError: it is no indicator, an argument is wrong, or the kind has no such
                relationship: the error names those that it has.
            NotFoundError: the service does not know it.

        A public key will do for what it sees.
        """
        from vt_sdk.bulk.async_batch import gathered
        from vt_sdk.enrichment import enrichment_of, plan, told_apart
        from vt_sdk.resources._lookups import read_report, request_of, requests_of_related

        planned = plan(indicator, relationships, budget=budget)
        batch = vt_sdk.AsyncBatch(
            self._group(),
            requests_of_related(planned.indicator, limit),
            told_apart(read_related),
            planned.relationships,
            max_workers=max_workers,
            ordered=False,
            remember=0,
            options=options,
            keeps=ForbiddenError,
        )
        asked = fetch(request_of(planned.indicator), read_report)
        report = await self._group()._call(asked, bounds=batch._bounds)
        items, stopped = await gathered(batch)
        return enrichment_of(planned, report, items, stopped)
