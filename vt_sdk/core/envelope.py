"""What stands around the data of an answer, and in the place of what could not be given."""

from vt_sdk.core.model import VTModel

__all__ = ["ItemError", "Links", "Meta", "MetaFileInfo", "MetaMonitorRealtime", "MetaURLInfo"]


class Links(VTModel):
    """Addresses of an object, a page or a relationship."""

    item: str | None = None
    """Address of the object that an analysis is about; on analyses only."""
    next: str | None = None
    """Address of the next page, with the cursor in it; absent on the last page."""
    related: str | None = None
    """Address that lists the full objects of a relationship; in embedded relationships only."""
    self: str | None = None
    """Address of the object or listing itself; null on a vote that has just been cast."""


class ItemError(VTModel):
    """Why one item of a listing could not be delivered; stands in the place of its attributes."""

    code: str | None = None
    """Error code, such as `NotFoundError`."""
    message: str | None = None
    """Explanation for people; free text that changes without notice."""


class MetaFileInfo(VTModel):
    """Hashes and size of the analysed file. The long hash alone is sure to be there."""

    md5: str | None = None
    """MD5 of the file, hexadecimal."""
    sha1: str | None = None
    """SHA-1 of the file, hexadecimal."""
    sha256: str | None = None
    """SHA-256 of the file, hexadecimal."""
    size: int | None = None
    """Size of the file in bytes."""


class MetaMonitorRealtime(VTModel):
    """Numbers of the monitored items at this moment."""

    decreasing_detections_count: int | None = None
    """Number of items that fewer products detect than before."""
    increasing_detections_count: int | None = None
    """Number of items that more products detect than before."""
    items_detected_count: int | None = None
    """Number of items that a product detects."""
    new_detections_count: int | None = None
    """Number of items that are newly detected."""
    solved_detections_count: int | None = None
    """Number of items that are no longer detected."""
    swapped_detections_count: int | None = None
    """Number of items that other products detect than before."""


class MetaURLInfo(VTModel):
    """The analysed URL and its id."""

    id: str | None = None
    """Id of the URL object: SHA-256 of the canonical URL."""
    url: str | None = None
    """The URL that was analysed."""


class Meta(VTModel):
    """What the service says about an answer as a whole, beside its data."""

    allowed_orders: list[str]
    """Sort keys that this search accepts in `order`; intelligence searches only."""
    count: int | None = None
    """Number of items in the whole listing, capped by the service; absent from most listings."""
    cursor: str | None = None
    """Opaque token of the next page; absent on the last page."""
    days_back: int | None = None
    """How many days back the search looked; intelligence searches only."""
    file_info: MetaFileInfo | None = None
    """The file that an analysis is about; beside analyses of files only."""
    job_id: str | None = None
    """The job that made this page, which the next one needs; events of VirusTotal Monitor only."""
    realtime: MetaMonitorRealtime | None = None
    """The numbers of this moment; beside the statistics of VirusTotal Monitor only."""
    timed_out: bool | None = None
    """Whether the search took too long and has not seen everything; searches of Attack Surface
    Management and Digital Threat Monitoring only."""
    total_docs: int | None = None
    """Number of documents found; searches of Digital Threat Monitoring only."""
    total_hits: int | None = None
    """Number of matches of the whole search, capped at 10,000 by Attack Surface Management;
    searches only."""
    total_pages: int | None = None
    """Number of pages; searches of Attack Surface Management only."""
    url_info: MetaURLInfo | None = None
    """The URL that an analysis is about; beside analyses of URLs only."""
