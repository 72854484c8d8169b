"""The models of `LnkInfo`.

Do not edit: `python3 scripts/generate.py` made it from `schemas/parts/lnk_info.json`.
"""

from vt_sdk.core.model import VTModel


class LnkTracking(VTModel):
    """Data by which Windows finds a target that moved."""

    birth_droid_file_id: str | None = None
    """Identifier of the file when it was made."""
    birth_droid_volume_id: str | None = None
    """Identifier of the volume when the file was made."""
    droid_file_id: str | None = None
    """Identifier of the file."""
    droid_volume_id: str | None = None
    """Identifier of the volume."""


class LnkHeader(VTModel):
    """Header of a shortcut."""

    file_size: int | None = None
    """Size of the target in bytes."""
    hot_key: str | None = None
    """Keys that open the shortcut."""
    show_window: int | None = None
    """Code of the window's first state."""
    show_window_str: str | None = None
    """The same state by name."""


class LnkTargetID(VTModel):
    """A shell item on the way to a target."""

    clsid: str | None = None
    """Class of the item."""
    item_type: int | None = None
    """Code of the kind of item."""
    item_type_str: str | None = None
    """The same kind by name."""


class LnkExtraData(VTModel):
    """Further blocks of a shortcut."""

    dlt_properties: LnkTracking | None = None
    """Data for link tracking."""


class LnkInfo(VTModel):
    """Facts about a Windows shortcut. Times are ISO 8601."""

    access_date: str | None = None
    """When the target was last read."""
    command_line_arguments: str | None = None
    """Arguments for the target."""
    common_path: str | None = None
    """Shared end of the target's path."""
    creation_date: str | None = None
    """When the target was made."""
    extra_data: LnkExtraData | None = None
    """Further blocks of the shortcut."""
    header: LnkHeader | None = None
    """Header of the shortcut."""
    icon_location: str | None = None
    """File that holds the icon."""
    link_flags: list[str]
    """Flags of the shortcut."""
    link_target_id_list: list[LnkTargetID]
    """Shell items that lead to the target."""
    local_path: str | None = None
    """Path of the target on the local disk."""
    mac_address: str | None = None
    """Network address of the machine that made the shortcut."""
    mac_vendor_name: str | None = None
    """Maker of that machine's network card."""
    machine_id: str | None = None
    """Name of the machine that made the shortcut."""
    modification_date: str | None = None
    """When the target last changed."""
    network_share_name: str | None = None
    """Network share of the target."""
    relative_path: str | None = None
    """Path of the target as seen from the shortcut."""
    target_path: str | None = None
    """Path of the target."""
    vhash: str | None = None
    """Similarity hash over the structure of the shortcut."""
    volume_label: str | None = None
    """Name of the target's volume."""
    volume_serial_number: str | None = None
    """Serial number of the target's volume."""
    working_directory: str | None = None
    """Folder that the target starts in."""
