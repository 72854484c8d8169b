"""The models of `PrivateFileBehaviour`.

Do not edit: `python3 scripts/generate.py` made it from `schemas/objects/private_file_behaviour.json`.
"""

# What is meant to be read may have a more exact type in a derived class.
# pyright: reportIncompatibleVariableOverride=false

from vt_sdk.core.model import VTModel
from vt_sdk.core.objects import VTObject
from vt_sdk.core.types import UnixTime
from vt_sdk.models._deferred import PrivateFileBehaviourRelationships

from .file_behaviour import FileBehaviourAttributes


class PrivateFileBehaviourContext(VTModel):
    """What a listing says about a private report; no listing is known to say anything."""


class PrivateFileBehaviourAttributes(FileBehaviourAttributes):
    """What a private file did in a sandbox: the attributes of a public report and where its files can be fetched."""

    evtx_link: str | None = None
    """Where the Windows event logs can be fetched, if there are any."""
    expiration: UnixTime | None = None
    """When the service deletes the report, as an aware datetime in UTC."""
    html_report_link: str | None = None
    """Where the report in HTML can be fetched, if there is one."""
    memdump_link: str | None = None
    """Where the dumps of the memory can be fetched, if there are any."""
    owner: str | None = None
    """Name of the user or group that the report belongs to."""
    pcap_link: str | None = None
    """Where the network capture can be fetched, if there is one."""


class PrivateFileBehaviour(VTObject):
    """What a private file did in one sandbox. Its id is the SHA-256 of the file, `_`, the name of the sandbox, `-` and the time in Unix seconds."""

    attributes: PrivateFileBehaviourAttributes
    """What the service knows about the object; absent from descriptors and errors."""
    context_attributes: PrivateFileBehaviourContext
    """Facts that belong to the listing, not to the object; absent when the object was asked for by its id."""
    relationships: PrivateFileBehaviourRelationships
    """What was asked for along with the object by `relationships=`."""
