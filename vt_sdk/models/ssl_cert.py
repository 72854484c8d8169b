"""The models of `SSLCert`.

Do not edit: `python3 scripts/generate.py` made it from `schemas/objects/ssl_cert.json`.
"""

# What is meant to be read may have a more exact type in a derived class.
# pyright: reportIncompatibleVariableOverride=false

from vt_sdk.core.model import VTModel
from vt_sdk.core.objects import VTObject

from .common.certificate import Certificate


class SSLCertContext(VTModel):
    """Facts about a certificate that belong to the listing it came in, not to the certificate."""

    first_seen_date: str | None = None
    """The day on which the certificate was first seen at the domain or address, as `YYYY-MM-DD`; historical SSL certificates."""
    port: str | int | None = None
    """Port that served the certificate, mostly 443; historical SSL certificates."""


class SSLCertAttributes(Certificate):
    """What is in the certificate."""


class SSLCert(VTObject):
    """A TLS certificate that a domain or IP address has used. Its id is the SHA-256 of the certificate."""

    attributes: SSLCertAttributes
    """What the service knows about the object; absent from descriptors and errors."""
    context_attributes: SSLCertContext
    """Facts that belong to the listing, not to the object; absent when the object was asked for by its id."""
