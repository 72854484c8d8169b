"""The models of `DTMDocument`.

Do not edit: `python3 scripts/generate.py` made it from `schemas/common/dtm_document.json`.
"""

from typing import Annotated, Literal

from pydantic import Field

from vt_sdk.core.fields import IntOrFloat
from vt_sdk.core.model import VTModel
from vt_sdk.core.objects import Received


class DTMLocation(VTModel):
    """Where a document was found."""

    domain: str | None = None
    """Its domain name."""
    url: str | None = None
    """Its address."""


class DTMShop(VTModel):
    """A shop."""

    name: str | None = None
    """Its name."""


class DTMChannelInfo(VTModel):
    """What a channel says about itself."""

    description: str | None = None
    """The words."""


class DTMIdentity(VTModel):
    """The name that a person goes by."""

    first_name: str | None = None
    """First name, as given."""
    last_name: str | None = None
    """Last name, as given."""
    name: str | None = None
    """Full name or handle."""


class DTMMessenger(VTModel):
    """A messenger."""

    id: str | None = None
    """Its key, such as `telegram`."""
    name: str | None = None
    """Its name."""


class DTMTelegramAccount(VTModel):
    """An account with Telegram."""

    name: str | None = None
    """User name; absent where there is none."""
    user_id: int | None = None
    """Number of the user."""


class DTMAccountService(VTModel):
    """The service that an account is with."""

    inet_location: DTMLocation | None = None
    """Where the service is."""


class DTMExposedPassword(VTModel):
    """A password that is exposed."""

    plain_text: str | None = None
    """The password as it was found."""


class DTMContact(VTModel):
    """How to reach somebody."""

    email: str | None = None
    """E-mail address."""


class DTMHashes(VTModel):
    """Hashes of a file, hexadecimal."""

    md5: str | None = None
    """MD5."""
    sha1: str | None = None
    """SHA-1."""
    sha256: str | None = None
    """SHA-256."""


class DTMChannel(VTModel):
    """A channel of a messenger."""

    channel_id: str | None = None
    """Id of the channel with its messenger."""
    channel_info: DTMChannelInfo | None = None
    """What the channel says about itself."""
    channel_url: str | None = None
    """Address of the channel."""
    invite_url: str | None = None
    """Address by which one joins."""
    messenger: DTMMessenger | None = None
    """The messenger."""
    name: str | None = None
    """Name of the channel."""


class DTMSourceFile(VTModel):
    """A file that belongs to a document."""

    filename: str | None = None
    """Name of the file."""
    hashes: DTMHashes | None = None
    """Hashes of the file."""
    mime_type: str | None = None
    """MIME type."""


class DTMAccountOwner(VTModel):
    """What is known of the owner of an account."""

    contact: DTMContact | None = None
    """How to reach the owner."""


class DTMPerson(VTModel):
    """Who wrote or sent a document."""

    avatar_file: DTMSourceFile | None = None
    """The picture that the person shows."""
    identity: DTMIdentity | None = None
    """The name that the person goes by."""
    telegram: DTMTelegramAccount | None = None
    """The person's account with Telegram."""


class DTMServiceAccount(VTModel):
    """An account whose credentials are exposed."""

    email_domain: str | None = None
    """Domain of the e-mail address."""
    login: str | None = None
    """Name to log in with."""
    password: DTMExposedPassword | None = None
    """The password."""
    profile: DTMAccountOwner | None = None
    """What is known of the owner."""
    service: DTMAccountService | None = None
    """The service."""


class DTMDocument(Received):
    """A document that Digital Threat Monitoring has collected. Which fields there are depends on its type; only those of examples are declared."""

    id: Annotated[str, Field(alias="__id")]
    """Id of the document."""
    type: Annotated[
        Literal[
            "document_analysis",
            "domain_discovery",
            "email_analysis",
            "forum_post",
            "message",
            "paste",
            "shop_listing",
            "tweet",
            "web_content_publish",
        ]
        | str,
        Field(alias="__type"),
    ]
    """What kind of document it is."""
    author: DTMPerson | None = None
    """Who wrote it; forum posts."""
    body: str | None = None
    """The text."""
    channel: DTMChannel | None = None
    """The channel that a message is from."""
    currency: str | None = None
    """Currency of the price; offers of shops."""
    domain: str | None = None
    """The domain name that the document is about; newly found domains."""
    file_hashes: DTMHashes | None = None
    """Hashes of the file; pastes and messages."""
    filename: str | None = None
    """Name of the file; pastes and messages."""
    inet_location: DTMLocation | None = None
    """Where the document was found."""
    ingested: str | None = None
    """When the service took it in, in ISO 8601 (UTC)."""
    item_qty: int | str | None = None
    """How many pieces are offered; offers of shops."""
    item_type: str | None = None
    """What is offered; offers of shops."""
    language: str | None = None
    """Language of the text."""
    listing_id: str | None = None
    """Id of the offer; offers of shops."""
    listing_url: DTMLocation | None = None
    """Where the offer is; offers of shops."""
    message_id: str | None = None
    """Id of a message with its messenger."""
    messenger: DTMMessenger | None = None
    """The messenger that a message is from."""
    paste_id: str | None = None
    """Id of the paste; pastes."""
    price: IntOrFloat | str | None = None
    """Price; offers of shops."""
    raw_text: str | None = None
    """The text as it was collected."""
    seller: DTMPerson | None = None
    """Who offers it; offers of shops."""
    sender: DTMPerson | None = None
    """Who sent a message."""
    service_account: DTMServiceAccount | None = None
    """The account whose credentials are exposed; compromised credentials."""
    shop: DTMShop | None = None
    """The shop; offers of shops."""
    source: str | None = None
    """The collector of the service that the document is from."""
    source_file: DTMSourceFile | None = None
    """The file that the document was read from; compromised credentials."""
    source_location: DTMLocation | None = None
    """Where the document was collected."""
    source_url: str | None = None
    """Address that the document was collected from."""
    subject: str | None = None
    """Subject line; forum posts."""
    text: str | None = None
    """The text without markup."""
    timestamp: str | None = None
    """When it was written, in ISO 8601 (UTC)."""
    title: str | None = None
    """Title; web pages."""
