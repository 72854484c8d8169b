"""The models of `SignatureInfo`.

Do not edit: `python3 scripts/generate.py` made it from `schemas/parts/signature_info.json`.
"""

from typing import Annotated

from pydantic import Field

from vt_sdk.core.model import VTModel


class SignatureSigner(VTModel):
    """Certificate of a signer."""

    algorithm: str | None = None
    """Algorithm of the signature, such as `sha256RSA`."""
    cert_issuer: Annotated[str | None, Field(alias="cert issuer")] = None
    """Who issued the certificate."""
    name: str | None = None
    """Whom the certificate is for."""
    serial_number: Annotated[str | None, Field(alias="serial number")] = None
    """Serial number, hexadecimal bytes with spaces between."""
    status: str | None = None
    """Whether the certificate holds, in words."""
    thumbprint: str | None = None
    """SHA-1 of the certificate, hexadecimal."""
    valid_from: Annotated[str | None, Field(alias="valid from")] = None
    """First moment of validity, as `hh:mm AM MM/DD/YYYY`."""
    valid_to: Annotated[str | None, Field(alias="valid to")] = None
    """Last moment of validity, as `hh:mm AM MM/DD/YYYY`."""
    valid_usage: Annotated[str | None, Field(alias="valid usage")] = None
    """What the certificate may be used for."""


class SignatureOpusInfo(VTModel):
    """What a publisher says about a program."""

    moreInfo: str | None = None
    """Address for more information."""
    programName: str | None = None
    """Name of the program."""


class SignatureCertificate(VTModel):
    """A certificate in a code signature."""

    algorithm: str | None = None
    """Algorithm of the signature, such as `sha256RSA`."""
    cert_issuer: Annotated[str | None, Field(alias="cert issuer")] = None
    """Who issued the certificate."""
    name: str | None = None
    """Whom the certificate is for."""
    serial_number: Annotated[str | None, Field(alias="serial number")] = None
    """Serial number, hexadecimal bytes with spaces between."""
    thumbprint: str | None = None
    """SHA-1 of the certificate, hexadecimal."""
    thumbprint_md5: str | None = None
    """MD5 of the certificate, hexadecimal."""
    thumbprint_sha256: str | None = None
    """SHA-256 of the certificate, hexadecimal."""
    valid_from: Annotated[str | None, Field(alias="valid from")] = None
    """First moment of validity, as `YYYY-MM-DD hh:mm:ss`."""
    valid_to: Annotated[str | None, Field(alias="valid to")] = None
    """Last moment of validity, as `YYYY-MM-DD hh:mm:ss`."""
    valid_usage_spaced: Annotated[str | None, Field(alias="valid usage")] = None
    """What the certificate may be used for."""
    valid_usage: str | None = None
    """The same uses, in the other spelling."""


class SignaturePKCS(VTModel):
    """Further contents of a Windows signature."""

    opusinfo: list[SignatureOpusInfo]
    """What the publisher says about the program."""


class SignatureInfo(VTModel):
    """Code signature of a file and what its version resource says. Keys with a small first letter belong to Windows executables, the others to Apple's code signatures."""

    Authority: str | None = None
    """Certificates of the chain, by name."""
    CDHash: str | None = None
    """Hash of the code directory, hexadecimal."""
    CMSDigest: str | None = None
    """Digest of the signature, hexadecimal."""
    CMSDigestType: str | None = None
    """Number of the digest's algorithm."""
    CandidateCDHash_sha256: Annotated[str | None, Field(alias="CandidateCDHash sha256")] = None
    """SHA-256 of the code directory, cut short, hexadecimal."""
    CandidateCDHashFull_sha256: Annotated[str | None, Field(alias="CandidateCDHashFull sha256")] = (
        None
    )
    """SHA-256 of the code directory, hexadecimal."""
    Format: str | None = None
    """Kind of signed file."""
    Hash_choices: Annotated[str | None, Field(alias="Hash choices")] = None
    """Algorithms of the code directories."""
    Identifier: str | None = None
    """Identifier of the program."""
    Info_plist: Annotated[str | None, Field(alias="Info.plist")] = None
    """Whether and how the property list is signed."""
    Page_size: Annotated[str | None, Field(alias="Page size")] = None
    """Size of the hashed pages in bytes."""
    Runtime_Version: Annotated[str | None, Field(alias="Runtime Version")] = None
    """Version of the hardened runtime."""
    Sealed_Resources: Annotated[str | None, Field(alias="Sealed Resources")] = None
    """How the resources are sealed, or `none`."""
    Signature_size: Annotated[str | None, Field(alias="Signature size")] = None
    """Size of the signature in bytes."""
    TeamIdentifier: str | None = None
    """Identifier of the developer team."""
    Timestamp: str | None = None
    """When the file was signed."""
    comments: str | None = None
    """Comments in the version resource."""
    copyright: str | None = None
    """Copyright in the version resource."""
    counter_signers: Annotated[str | None, Field(alias="counter signers")] = None
    """Names of those who vouch for the time, joined by `;`."""
    counter_signers_details: Annotated[
        list[SignatureSigner], Field(alias="counter signers details")
    ]
    """Certificates of those who vouch for the time."""
    description: str | None = None
    """Description in the version resource."""
    file_version: Annotated[str | None, Field(alias="file version")] = None
    """File version in the version resource."""
    internal_name: Annotated[str | None, Field(alias="internal name")] = None
    """Internal name in the version resource."""
    original_name: Annotated[str | None, Field(alias="original name")] = None
    """Original file name in the version resource."""
    pkcs7: SignaturePKCS | None = None
    """Further contents of the signature."""
    product: str | None = None
    """Product in the version resource."""
    publisher: str | None = None
    """Who signed the file, as far as it could be read."""
    signers: str | None = None
    """Names of the signers, joined by `;`."""
    signers_details: Annotated[list[SignatureSigner], Field(alias="signers details")]
    """Certificates of the signers."""
    signing_date: Annotated[str | None, Field(alias="signing date")] = None
    """When the file was signed, as `hh:mm AM MM/DD/YYYY`."""
    singers_details: Annotated[list[SignatureSigner], Field(alias="singers details")]
    """The same certificates, under a misspelled key that parts of the documentation carry."""
    verified: str | None = None
    """Whether the signature holds, in words such as `Signed`."""
    x509: list[SignatureCertificate]
    """All certificates in the signature."""
