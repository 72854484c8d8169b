"""Domains: reports, rescans, comments, votes, relationships."""

from typing import Unpack

from vt_sdk import models
from vt_sdk.api import VirusTotalAPI
from vt_sdk.core.operation import CallOptions
from vt_sdk.operations.domains import ADD_DOMAIN_VOTE, DomainOperations
from vt_sdk.resources._votes import voting

__all__ = ["VirusTotalAPIDomains"]


class VirusTotalAPIDomains(DomainOperations, VirusTotalAPI):
    """Domain names."""

    reanalyse = DomainOperations.analyse

    def put_votes(
        self, domain: str, malicious: bool = False, **options: Unpack[CallOptions]
    ) -> models.Vote:
        """Vote on a domain.

        `POST /domains/{domain}/votes`

        Args:
            domain: the name of the domain.
            malicious: whether the vote is `malicious`; else it is `harmless`.
            options: `timeout` and `deadline` of this call, see `CallOptions`.

        Returns:
            The `Vote`.

        Raises:
            InvalidInputError: an argument does not have its shape.
            AlreadyExistsError: the user has voted on this domain before.
            APIError: the service answered with another error.
            TransportError: no answer came; `may_have_arrived` says whether the vote may count.

        A public key will do.
        https://docs.virustotal.com/reference/domain-votes-post
        """
        return self._call(voting(ADD_DOMAIN_VOTE, domain, malicious=malicious), **options)
