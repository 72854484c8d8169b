"""The client that holds all groups behind one key and one pool of connections.

Do not edit: `python3 scripts/generate.py` made it from `vt_sdk/client.py`.
"""

from vt_sdk.aio.operations._groups import AsyncGroups

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
