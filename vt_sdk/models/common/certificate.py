"""The models of `Certificate`.

Do not edit: `python3 scripts/generate.py` made it from `schemas/common/certificate.json`.
"""

from typing import Annotated, Literal

from pydantic import Field

from vt_sdk.core.fields import UnixTime
from vt_sdk.core.model import VTModel


class CertificateSignature(VTModel):
    """Signature of a certificate."""

    signature: str | None = None
    """Signature, hexadecimal."""
    signature_algorithm: str | None = None
    """Algorithm of the signature, a name or an object identifier."""


class CertificateAuthorityKey(VTModel):
    """Identifies the key that signed a certificate."""

    keyid: str | None = None
    """Identifier of the issuer's key, hexadecimal."""
    serial_number: str | None = None
    """Serial number of the issuer's certificate, hexadecimal."""


class CertificateName(VTModel):
    """A distinguished name."""

    C: str | None = None
    """Country, two letters."""
    CN: str | None = None
    """Common name."""
    L: str | None = None
    """Locality."""
    O: str | None = None
    """Organisation."""
    OU: str | None = None
    """Organisational unit."""
    ST: str | None = None
    """State or province."""


class CertificateDSAKey(VTModel):
    """A DSA key."""

    g: str | None = None
    """Generator, hexadecimal."""
    p: str | None = None
    """Prime modulus, hexadecimal."""
    pub: str | None = None
    """Public value, hexadecimal."""
    q: str | None = None
    """Prime divisor, hexadecimal."""


class CertificateECKey(VTModel):
    """A key on an elliptic curve."""

    oid: str | None = None
    """Name or object identifier of the curve."""
    pub: str | None = None
    """Public point, hexadecimal."""


class CertificateRSAKey(VTModel):
    """An RSA key."""

    exponent: str | None = None
    """Public exponent, hexadecimal."""
    key_size: int | None = None
    """Size of the key in bits."""
    modulus: str | None = None
    """Modulus, hexadecimal."""


class CertificateValidity(VTModel):
    """Period in which a certificate is valid."""

    not_after: str | None = None
    """Last moment, as `YYYY-MM-DD hh:mm:ss`."""
    not_before: str | None = None
    """First moment, as `YYYY-MM-DD hh:mm:ss`."""


class CertificateExtensions(VTModel):
    """Extensions of a certificate."""

    signed_certificate_timestamps: Annotated[str | None, Field(alias="1.3.6.1.4.1.11129.2.4.2")] = (
        None
    )
    """Signed certificate timestamps (RFC 6962), hexadecimal."""
    CA: bool | None = None
    """Whether the certificate belongs to a certification authority."""
    authority_key_identifier: CertificateAuthorityKey | None = None
    """The issuer's key."""
    ca_information_access: dict[str, str]
    """Addresses of the issuer's services, by name: `CA Issuers`, `OCSP`."""
    cert_template_name_dc: str | None = None
    """Template name, by Microsoft certificate services."""
    certificate_policies: list[str]
    """Object identifiers of the policies."""
    crl_distribution_points: list[str]
    """Addresses of the revocation lists."""
    extended_key_usage: list[str]
    """What the key may be used for, such as `serverAuth`."""
    key_usage: list[str]
    """Basic uses of the key, such as `digitalSignature`; `ff` is how the service gives all of them."""
    netscape_cert_comment: str | None = None
    """Comment, by Netscape's extension."""
    netscape_certificate: bool | None = None
    """Whether Netscape's certificate type extension is there."""
    old_authority_key_identifier: bool | None = None
    """Whether the outdated form of the authority key identifier is there."""
    pe_logotype: bool | None = None
    """Whether a logotype extension is there."""
    subject_alternative_name: list[str]
    """Further names that the certificate is good for."""
    subject_key_identifier: str | None = None
    """Identifier of the subject's key, hexadecimal."""
    tags: list[str]
    """Tags that the service derives from the extensions."""


class CertificatePublicKey(VTModel):
    """Public key of a certificate. The member named by the algorithm holds the key."""

    algorithm: Literal["DSA", "EC", "RSA"] | str | None = None
    """Algorithm of the key."""
    dsa: CertificateDSAKey | None = None
    """The key, where it is DSA."""
    ec: CertificateECKey | None = None
    """The key, where it is on an elliptic curve."""
    rsa: CertificateRSAKey | None = None
    """The key, where it is RSA."""


class Certificate(VTModel):
    """A TLS certificate (X.509)."""

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
