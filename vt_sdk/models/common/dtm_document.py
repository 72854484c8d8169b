"""The models of `DTMDocument`.

Do not edit: `python3 scripts/generate.py` made it from `schemas/common/dtm_document.json`.
"""

from typing import Annotated, Literal

from pydantic import Field

from vt_sdk.core.model import VTModel


class DTMLocation(VTModel):
    """Where a document was found."""

    url: str | None = None
    """Its address."""


class DTMChannelInfo(VTModel):
    """What a channel says about itself."""

    description: str | None = None
    """The words."""


class DTMIdentity(VTModel):
    """The name that a person goes by."""

    first_name: str | None = None
    """First name, as given."""
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


class DTMPerson(VTModel):
    """Who wrote or sent a document."""

    identity: DTMIdentity | None = None
    """The name that the person goes by."""
    telegram: DTMTelegramAccount | None = None
    """The person's account with Telegram."""


class DTMDocument(VTModel):
    """A document that Digital Threat Monitoring has collected. Which fields there are depends on its type; only those of examples are declared."""

    id: Annotated[str | None, Field(alias="__id")] = None
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
        | str
        | None,
        Field(alias="__type"),
    ] = None
    """What kind of document it is."""
    author: DTMPerson | None = None
    """Who wrote it; forum posts."""
    body: str | None = None
    """The text."""
    channel: DTMChannel | None = None
    """The channel that a message is from."""
    domain: str | None = None
    """The domain name that the document is about; newly found domains."""
    inet_location: DTMLocation | None = None
    """Where the document was found."""
    ingested: str | None = None
    """When the service took it in, in ISO 8601 (UTC)."""
    language: str | None = None
    """Language of the text."""
    message_id: str | None = None
    """Id of a message with its messenger."""
    messenger: DTMMessenger | None = None
    """The messenger that a message is from."""
    sender: DTMPerson | None = None
    """Who sent a message."""
    source: str | None = None
    """The collector of the service that the document is from."""
    subject: str | None = None
    """Subject line; forum posts."""
    timestamp: str | None = None
    """When it was written, in ISO 8601 (UTC)."""
    title: str | None = None
    """Title; web pages."""
