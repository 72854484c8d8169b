"""Domains: reports, rescans, comments, votes, relationships."""

from collections.abc import Iterable, Sequence
from typing import Unpack

from vt_sdk import models
from vt_sdk.batch import MAX_WORKERS, REMEMBERED, Batch
from vt_sdk.core.operation import CallOptions, RelationshipName
from vt_sdk.core.readers import read_object
from vt_sdk.operations.domains import ADD_DOMAIN_VOTE, GET_DOMAIN, DomainsOperations
from vt_sdk.resources._votes import voting

__all__ = ["VirusTotalAPIDomains"]


class VirusTotalAPIDomains(DomainsOperations):
    """Domain names."""

    reanalyse = DomainsOperations.analyse

    def get_reports(
        self,
        ids: Iterable[str],
        *,
        max_workers: int = MAX_WORKERS,
        ordered: bool = False,
        relationships: Sequence[models.DomainRelationship | RelationshipName] | None = None,
        remember: int = REMEMBERED,
        **options: Unpack[CallOptions],
    ) -> Batch[models.Domain]:
        """Get the reports of many domains, several at once.

        `GET /domains/{domain}` for each, none for a domain that comes again soon.

        Args:
            ids: the names of the domains; any number of them, taken as they are needed.
            max_workers: how many calls may be under way at once.
            ordered: whether the items come in the order of the ids; else as soon as they are there.
            relationships: names of relationships whose descriptors shall come with each object.
            remember: how many reports are kept for ids that come again, at about 200 KB for each.
            options: `timeout` of each call, and `deadline` of the whole batch from now on, see
                `CallOptions`.

        Returns:
            The `Batch`, an iterator of one `BatchItem` for each id: the `Domain` or an error.
            Its `price` tells beforehand what it would cost.

        Raises:
            InvalidInputError: an argument is wrong; an id that is so has it in its own item.
            BatchStoppedError: when iterated: the quota is spent, the key refused or the deadline
                over; it says where to go on.

        A public key will do.
        https://docs.virustotal.com/reference/domain-info
        """
        return Batch(
            self,
            GET_DOMAIN,
            read_object(models.Domain),
            ids,
            max_workers=max_workers,
            ordered=ordered,
            relationships=relationships,
            remember=remember,
            options=options,
        )

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
