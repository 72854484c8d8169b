"""The models of `DNSRecord`.

Do not edit: `python3 scripts/generate.py` made it from `schemas/common/dns_record.json`.
"""

from vt_sdk.core.model import VTModel


class DNSRecord(VTModel):
    """A DNS record, as last seen."""

    expire: int | None = None
    """Seconds after which secondary servers stop answering; SOA only."""
    flag: int | None = None
    """Flags; CAA only."""
    minimum: int | None = None
    """Seconds for which the absence of a name may be cached; SOA only."""
    priority: int | None = None
    """Preference among servers, lower first; MX only."""
    refresh: int | None = None
    """Seconds between two refreshes of secondary servers; SOA only."""
    retry: int | None = None
    """Seconds before a failed refresh is tried again; SOA only."""
    rname: str | None = None
    """Mailbox of the person in charge; SOA only."""
    serial: int | None = None
    """Version of the zone; SOA only."""
    tag: str | None = None
    """Property, such as `issue`; CAA only."""
    ttl: int | None = None
    """Seconds for which the record may be cached."""
    type: str | None = None
    """Record type, such as `A`, `MX` or `TXT`."""
    value: str | None = None
    """Value of the record."""
