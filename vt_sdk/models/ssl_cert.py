"""The models of `SSLCert`.

Do not edit: `python3 scripts/generate.py` made it from `schemas/objects/ssl_cert.json`.
"""

# What is meant to be read may have a more exact type in a derived class.
# pyright: reportIncompatibleVariableOverride=false

from typing import Literal

from vt_sdk.core.fields import UnixTime
from vt_sdk.core.model import VTModel
from vt_sdk.core.objects import VTObject

from .common.certificate import (
    CertificateExtensions,
    CertificateName,
    CertificatePublicKey,
    CertificateSignature,
    CertificateValidity,
)


class SSLCertContext(VTModel):
    """Facts about a certificate that belong to the listing it came in, not to the certificate."""

    first_seen_date: str | None = None
    """The day on which the certificate was first seen at the domain or address, as `YYYY-MM-DD`; historical SSL certificates."""
    port: str | int | None = None
    """Port that served the certificate, mostly 443; historical SSL certificates."""


class SSLCertAttributes(VTModel):
    """What is in the certificate."""

    cert_signature: CertificateSignature | None = None
    """Signature of the issuer."""
    extensions: CertificateExtensions | None = None
    """Extensions of the certificate. Extensions without a name here come under their object identifier, with hexadecimal text."""
    first_seen_date: UnixTime | None = None
    """When the certificate was first seen, as an aware datetime in UTC."""
    issuer: CertificateName | None = None
    """Who issued the certificate."""
    public_key: CertificatePublicKey | None = None
    """Public key of the subject."""
    serial_number: str | None = None
    """Serial number, hexadecimal."""
    signature_algorithm: str | None = None
    """Algorithm of the signature, such as `sha256RSA`."""
    size: int | None = None
    """Size of the certificate in bytes."""
    subject: CertificateName | None = None
    """Whom the certificate is for."""
    tags: list[str]
    """Tags of the certificate, such as `self-signed`."""
    thumbprint: str | None = None
    """SHA-1 of the certificate, hexadecimal."""
    thumbprint_sha256: str | None = None
    """SHA-256 of the certificate, hexadecimal."""
    validity: CertificateValidity | None = None
    """When the certificate is valid."""
    version: Literal["V1", "V2", "V3"] | str | None = None
    """Version of X.509."""


class SSLCert(VTObject):
    """A TLS certificate that a domain or IP address has used. Its id is the SHA-256 of the certificate."""

    attributes: SSLCertAttributes
    """What the service knows about the object; absent from descriptors and errors."""
    context_attributes: SSLCertContext
    """Facts that belong to the listing, not to the object; absent when the object was asked for by its id."""
