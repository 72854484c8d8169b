"""The client that holds all groups behind one key and one pool of connections."""

from functools import cached_property
from typing import TYPE_CHECKING

from vt_sdk.api import Configured

if TYPE_CHECKING:
    from vt_sdk.resources.analyses import VirusTotalAPIAnalyses
    from vt_sdk.resources.comments import VirusTotalAPIComments
    from vt_sdk.resources.domains import VirusTotalAPIDomains
    from vt_sdk.resources.files import VirusTotalAPIFiles
    from vt_sdk.resources.ip_addresses import VirusTotalAPIIPAddresses
    from vt_sdk.resources.quotas import VirusTotalAPIQuotas
    from vt_sdk.resources.urls import VirusTotalAPIUrls

__all__ = ["VirusTotal"]


class VirusTotal(Configured):
    """All of VirusTotal behind one key.

    Groups are made on first use and share settings and connections: writing `base_url` or
    `timeout` through any of them changes all.
    """

    @cached_property
    def files(self) -> "VirusTotalAPIFiles":
        """Files: upload and wait, reports, comments, votes, relationships, downloads."""
        from vt_sdk.resources.files import VirusTotalAPIFiles

        return VirusTotalAPIFiles._sharing(self._connection)

    @cached_property
    def urls(self) -> "VirusTotalAPIUrls":
        """URLs: submit and wait, reports, comments, votes, relationships."""
        from vt_sdk.resources.urls import VirusTotalAPIUrls

        return VirusTotalAPIUrls._sharing(self._connection)

    @cached_property
    def domains(self) -> "VirusTotalAPIDomains":
        """Domains: reports, rescans, comments, votes, relationships."""
        from vt_sdk.resources.domains import VirusTotalAPIDomains

        return VirusTotalAPIDomains._sharing(self._connection)

    @cached_property
    def ip_addresses(self) -> "VirusTotalAPIIPAddresses":
        """IP addresses: reports, rescans, comments, votes, relationships."""
        from vt_sdk.resources.ip_addresses import VirusTotalAPIIPAddresses

        return VirusTotalAPIIPAddresses._sharing(self._connection)

    @cached_property
    def analyses(self) -> "VirusTotalAPIAnalyses":
        """Analyses: their state, and waiting until they are completed."""
        from vt_sdk.resources.analyses import VirusTotalAPIAnalyses

        return VirusTotalAPIAnalyses._sharing(self._connection)

    @cached_property
    def comments(self) -> "VirusTotalAPIComments":
        """Comments: the latest ones, one by its id, deleting, voting on them."""
        from vt_sdk.resources.comments import VirusTotalAPIComments

        return VirusTotalAPIComments._sharing(self._connection)

    @cached_property
    def quotas(self) -> "VirusTotalAPIQuotas":
        """Quotas: what is left, what was allowed and used."""
        from vt_sdk.resources.quotas import VirusTotalAPIQuotas

        return VirusTotalAPIQuotas._sharing(self._connection)
