"""IP addresses: reports, rescans, comments, votes, relationships."""

from collections.abc import Iterable, Sequence
from typing import Unpack

from vt_sdk import models
from vt_sdk.batch import MAX_WORKERS, REMEMBERED, Batch
from vt_sdk.core.operation import CallOptions, RelationshipName
from vt_sdk.core.readers import read_object
from vt_sdk.operations.ip_addresses import (
    ADD_IP_ADDRESS_VOTE,
    GET_IP_ADDRESS,
    IPAddressesOperations,
)
from vt_sdk.resources._votes import voting

__all__ = ["VirusTotalAPIIPAddresses"]


class VirusTotalAPIIPAddresses(IPAddressesOperations):
    """IP addresses."""

    reanalyse = IPAddressesOperations.analyse

    def get_reports(
        self,
        ids: Iterable[str],
        *,
        max_workers: int = MAX_WORKERS,
        ordered: bool = False,
        relationships: Sequence[models.IPAddressRelationship | RelationshipName] | None = None,
        remember: int = REMEMBERED,
        **options: Unpack[CallOptions],
    ) -> Batch[models.IPAddress]:
        """Get the reports of many IP addresses, several at once.

        `GET /ip_addresses/{ip_address}` for each, none for an address that comes again soon.

        Args:
            ids: the addresses in their text form, IPv4 or IPv6; any number of them, taken as they
                are needed.
            max_workers: how many calls may be under way at once.
            ordered: whether the items come in the order of the ids; else as soon as they are there.
            relationships: names of relationships whose descriptors shall come with each object.
            remember: how many reports are kept for ids that come again, at about 200 KB for each.
            options: `timeout` of each call, and `deadline` of the whole batch from now on, see
                `CallOptions`.

        Returns:
            The `Batch`, an iterator of one `BatchItem` for each id: the `IPAddress` or an error.
            Its `price` tells beforehand what it would cost.

        Raises:
            InvalidInputError: an argument is wrong; an id that is so has it in its own item.
            BatchStoppedError: when iterated: the quota is spent, the key refused or the deadline
                over; it says where to go on.

        A public key will do.
        https://docs.virustotal.com/reference/ip-info
        """
        return Batch(
            self,
            GET_IP_ADDRESS,
            read_object(models.IPAddress),
            ids,
            max_workers=max_workers,
            ordered=ordered,
            relationships=relationships,
            remember=remember,
            options=options,
        )

    def put_votes(
        self, ip_address: str, malicious: bool = False, **options: Unpack[CallOptions]
    ) -> models.Vote:
        """Vote on an IP address.

        `POST /ip_addresses/{ip_address}/votes`

        Args:
            ip_address: the address in its text form, IPv4 or IPv6.
            malicious: whether the vote is `malicious`; else it is `harmless`.
            options: `timeout` and `deadline` of this call, see `CallOptions`.

        Returns:
            The `Vote`.

        Raises:
            InvalidInputError: an argument does not have its shape.
            AlreadyExistsError: the user has voted on this address before.
            APIError: the service answered with another error.
            TransportError: no answer came; `may_have_arrived` says whether the vote may count.

        A public key will do.
        https://docs.virustotal.com/reference/ip-votes-post
        """
        return self._call(voting(ADD_IP_ADDRESS_VOTE, ip_address, malicious=malicious), **options)
