"""IP addresses: reports, rescans, comments, votes, relationships."""

from typing import Unpack

from vt_sdk import models
from vt_sdk.api import VirusTotalAPI
from vt_sdk.core.operation import CallOptions
from vt_sdk.operations.ip_addresses import ADD_IP_ADDRESS_VOTE, IPAddressOperations
from vt_sdk.resources._votes import voting

__all__ = ["VirusTotalAPIIPAddresses"]


class VirusTotalAPIIPAddresses(IPAddressOperations, VirusTotalAPI):
    """IP addresses."""

    reanalyse = IPAddressOperations.analyse

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
