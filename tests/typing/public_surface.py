"""What type checkers know about the public names; checked by test_typing.py and never run.

Each function asserts the exact types that a caller gets, so a change of any of them is seen here
before a caller sees it.
"""

import io
from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any, Literal, assert_type

import pandas as pd
import polars as pl
import pyarrow as pa
import requests

import vt_sdk
from vt_sdk import (
    DEFAULT_TIMEOUT,
    DIRECT_UPLOAD_MAX_BYTES,
    UPLOAD_MAX_BYTES,
    AlreadyExistsError,
    AnalysisDescriptor,
    AnalysisState,
    APIConnectionError,
    APIError,
    APITimeoutError,
    Assessment,
    Capabilities,
    Checkpoint,
    Descriptor,
    Download,
    Drift,
    ErrorCode,
    Feed,
    FileReadError,
    InvalidResponseError,
    Issue,
    ItemIterator,
    MissingFieldError,
    NotFoundError,
    Page,
    QuotaExceededError,
    RateLimitError,
    Relationship,
    RelationshipName,
    Relationships,
    Remaining,
    Reports,
    Request,
    Response,
    ResponseInfo,
    RetryPolicy,
    Settings,
    Transport,
    TransportError,
    UnknownFieldError,
    UnknownObject,
    VirusTotal,
    VirusTotalAPI,
    VirusTotalAPIAnalyses,
    VirusTotalAPIComments,
    VirusTotalAPIDomains,
    VirusTotalAPIError,
    VirusTotalAPIFiles,
    VirusTotalAPIIPAddresses,
    VirusTotalAPIQuotas,
    VirusTotalAPIUrls,
    VTObject,
    VTStatus,
    WaitTimeoutError,
    Window,
    models,
    parse,
    parse_page,
    tables,
)
from vt_sdk.bulk.batch import Batch
from vt_sdk.bulk.ledger import BatchItem
from vt_sdk.core.quota import Price
from vt_sdk.core.settings import Headers, Timeout
from vt_sdk.emulator import Emulator
from vt_sdk.enrichment import Enrichment, plan
from vt_sdk.errors import BatchStoppedError
from vt_sdk.indicators import Indicator, classify, find
from vt_sdk.query import C, Condition, D, F, I, Query, U
from vt_sdk.verdicts import (
    Change,
    Evidence,
    Judged,
    Level,
    ListChange,
    Policy,
    Reason,
    ReportDiff,
    Verdict,
    compare,
)

# --- clients and groups --------------------------------------------------------------------------


def groups(vt: VirusTotal) -> None:
    assert_type(vt.files, VirusTotalAPIFiles)
    assert_type(vt.urls, VirusTotalAPIUrls)
    assert_type(vt.domains, VirusTotalAPIDomains)
    assert_type(vt.ip_addresses, VirusTotalAPIIPAddresses)
    assert_type(vt.analyses, VirusTotalAPIAnalyses)
    assert_type(vt.comments, VirusTotalAPIComments)
    assert_type(vt.quotas, VirusTotalAPIQuotas)
    with vt as same:
        assert_type(same, VirusTotal)
    vt.close()


class _Spacing:
    def reserve(self, max_wait: float | None = None) -> float:
        return 0.0

    def windows(self) -> Sequence[Window]:
        return ()


class _Wire:
    def send(self, request: Request, settings: Settings) -> Response:
        return Response(200, {}, b"")

    def close(self) -> None: ...


def configuration(drifted: list[Drift]) -> None:
    VirusTotal()
    VirusTotal("key", 10, {"https": "http://proxy.example:8080"})
    VirusTotal(timeout=None)
    VirusTotal(
        "key",
        timeout=(5, None),
        base_url="http://127.0.0.1:8080/api/v3",
        session=requests.Session(),
        retry=RetryPolicy(attempts=5, base_s=0.5, cap_s=10, ceiling_s=30),
        rate_limit=_Spacing(),
        verify="authorities.pem",
        cert=("client.pem", "client.key"),
        user_agent="my-application/1.0",
        tool="my-integration",
        strict=True,
        on_drift=drifted.append,
    )
    files = VirusTotalAPIFiles("key", transport=_Wire())
    assert_type(files.base_url, str)
    assert_type(files.headers, Headers)
    assert_type(files.timeout, Timeout)
    assert_type(files.proxies, Mapping[str, str] | None)
    assert_type(files.settings, Settings)
    assert_type(files.transport, Transport)
    files.base_url = "http://127.0.0.1:8080/api/v3"
    files.headers = {"x-apikey": "another"}
    files.timeout = 3.5
    files.proxies = None
    for drift in drifted:
        assert_type(drift.operation, str)
        assert_type(drift.unknown_fields, tuple[str, ...])
    assert_type(DEFAULT_TIMEOUT, tuple[float, float])
    sizes: list[int] = [DIRECT_UPLOAD_MAX_BYTES, UPLOAD_MAX_BYTES]
    print(sizes)
    assert_type(vt_sdk.__version__, str)


def what_groups_share(group: VirusTotalAPI) -> None:
    assert_type(group.get_version_api(), str)
    assert_type(group.get_last_http_error(), VTStatus | None)
    assert_type(group.get_last_result(), object)
    if group.get_last_http_error() == group.HTTP_OK:
        status: VTStatus = group.HTTP_NOT_FOUND_ERROR
        assert_type(status.phrase, str)


class OwnFiles(VirusTotalAPIFiles):
    """Callers subclass the groups."""

    def first_name(self, file_id: str) -> str:
        return self.get_report(file_id).attributes.names[0]


# --- files ---------------------------------------------------------------------------------------


def file_report(vt: VirusTotal) -> None:
    file = vt.files.get_report("44d88612fea8a8f36de82e1278abb02f", relationships=["comments"])
    assert_type(file, models.File)
    assert_type(vt.files.get_report(file.id).stats.malicious, int)
    assert_type(vt.files.get_report(file.id).attributes.last_analysis_stats, models.AnalysisStats)
    assert_type(file.id, str)
    assert_type(file.type, str)
    assert_type(file.links, models.Links)
    assert_type(file.meta, models.Meta)
    assert_type(file.error, models.ItemError | None)
    assert_type(file.response, ResponseInfo | None)
    assert_type(file.relationships, models.FileRelationships)
    assert_type(file.issues, tuple[Issue, ...])
    assert_type(file.unknown_fields(), list[str])
    assert_type(file.to_dict(), dict[str, Any])
    assert_type(file.to_json(indent=4), str)
    # What a report says in few words.
    assert_type(file.stats, models.AnalysisStats)
    assert_type(file.stats.malicious, int)
    assert_type(file.detections, dict[str, dict[str, models.EngineResult]])
    assert_type(file.detection_ratio, float | None)
    assert_type(file.state, AnalysisState)
    assert_type(file.is_known, bool)
    assert_type(file.permalink, str)
    assert_type(file.assessment, Assessment | None)


def file_attributes(file: models.File) -> None:
    attributes = file.attributes
    assert_type(attributes, models.FileAttributes)
    # Always there.
    assert_type(attributes.md5, str)
    assert_type(attributes.sha1, str)
    assert_type(attributes.sha256, str)
    assert_type(attributes.size, int)
    assert_type(attributes.names, list[str])
    assert_type(attributes.tags, list[str])
    assert_type(attributes.type_description, str)
    assert_type(attributes.reputation, int)
    assert_type(attributes.times_submitted, int)
    assert_type(attributes.unique_sources, int)
    assert_type(attributes.total_votes, models.TotalVotes)
    assert_type(attributes.last_analysis_stats, models.AnalysisStats)
    assert_type(attributes.last_analysis_results, dict[str, models.EngineResult])
    stats = attributes.last_analysis_stats
    counted: int = stats.malicious + stats.suspicious + stats.undetected + stats.harmless
    assert_type(counted + stats.timeout, int)
    # Absent from some reports.
    assert_type(attributes.first_submission_date, datetime | None)
    assert_type(attributes.last_analysis_date, datetime | None)
    assert_type(attributes.meaningful_name, str | None)
    assert_type(attributes.type_tag, str | None)
    assert_type(attributes.pe_info, models.PEInfo | None)
    assert_type(stats.failure, int | None)
    # Lists and maps are empty where they are absent.
    assert_type(attributes.sigma_analysis_results, list[models.SigmaResult])
    assert_type(attributes.sandbox_verdicts, dict[str, models.SandboxVerdict])
    for name, result in attributes.last_analysis_results.items():
        assert_type(name, str)
        category: str | None = result.category
        assert_type(result.result, str | None)
        print(category)
    if attributes.pe_info is not None:
        assert_type(attributes.pe_info.imphash, str | None)
        assert_type(attributes.pe_info.sections, list[models.PESection])
    assert_type(file.context_attributes, models.FileContext)
    assert_type(file.context_attributes.notification_date, datetime | None)


def file_methods(vt: VirusTotal, sent: list[tuple[int, int]]) -> None:
    assert_type(VirusTotalAPIFiles.get_file_id("sample.exe"), str)
    assert_type(vt.files.get_file_id(Path("sample.exe"), "md5"), str)
    descriptor = vt.files.upload("sample.exe")
    assert_type(descriptor, AnalysisDescriptor)
    assert_type(descriptor.id, str)
    assert_type(descriptor.links.item, str | None)
    protected = vt.files.upload(b"content", name="sample.zip", password="infected")
    assert_type(protected, AnalysisDescriptor)
    assert_type(vt.files.upload(io.BytesIO(b"content")), AnalysisDescriptor)
    vt.files.upload(Path("a"), on_progress=lambda done, total: sent.append((done, total)))
    assert_type(vt.files.get_upload_url(), str)
    assert_type(vt.files.analyse("44d88612fea8a8f36de82e1278abb02f"), AnalysisDescriptor)
    assert_type(vt.files.reanalyse("44d88612fea8a8f36de82e1278abb02f"), AnalysisDescriptor)
    assert_type(vt.files.scan_and_wait("sample.exe", deadline=60), models.File)
    assert_type(
        vt.files.get_or_scan("sample.exe", on_progress=lambda seen: print(seen.attributes.status)),
        models.File,
    )
    assert_type(vt.files.get_behaviours("sandbox"), bytes)
    assert_type(vt.files.get_download("44d88612fea8a8f36de82e1278abb02f"), bytes)
    assert_type(vt.files.get_download_url("44d88612fea8a8f36de82e1278abb02f"), str)
    assert_type(vt.files.download("44d88612fea8a8f36de82e1278abb02f", "sample"), Download)
    assert_type(vt.files.download_pcap("sandbox", io.BytesIO()).size, int)
    assert_type(vt.files.get_behaviour_reports("44d8"), Page[models.FileBehaviour])


def analyses(vt: VirusTotal, descriptor: AnalysisDescriptor) -> None:
    analysis = vt.analyses.wait(descriptor, deadline=60.0)
    assert_type(analysis, models.Analysis)
    assert_type(vt.analyses.wait("an id"), models.Analysis)
    assert_type(vt.analyses.get_report(descriptor.id), models.Analysis)
    status: str = analysis.attributes.status
    assert_type(analysis.attributes.date, datetime)
    assert_type(analysis.attributes.stats, models.AnalysisStats)
    assert_type(analysis.attributes.results, dict[str, models.EngineResult])
    assert_type(analysis.stats, models.AnalysisStats)
    assert_type(analysis.permalink, str)
    assert_type(analysis.meta.file_info, models.MetaFileInfo | None)
    assert_type(vt.analyses.get_relationship("an id", "item"), models.File | models.URL | None)
    print(status)


# --- URLs, domains, IP addresses -----------------------------------------------------------------


def urls(vt: VirusTotal) -> None:
    url = vt.urls.get_report("http://example.com/")
    assert_type(url, models.URL)
    assert_type(url.attributes.url, str)
    assert_type(url.attributes.reputation, int)
    assert_type(url.attributes.times_submitted, int)
    assert_type(url.attributes.last_analysis_stats.harmless, int)
    assert_type(url.attributes.title, str | None)
    assert_type(url.context_attributes, models.URLContext)
    assert_type(url.permalink, str)
    assert_type(vt.urls.upload("http://example.com/"), AnalysisDescriptor)
    assert_type(vt.urls.analyse("http://example.com/"), AnalysisDescriptor)
    assert_type(vt.urls.scan_and_wait("http://example.com/"), models.URL)
    assert_type(vt.urls.get_or_scan("http://example.com/"), models.URL)
    assert_type(vt.urls.get_url_id_base64("http://example.com/"), str)
    assert_type(VirusTotalAPIUrls.get_url_id_sha256("http://example.com/"), str)
    location = vt.urls.get_network_location("http://example.com/")
    assert_type(location, models.Domain | models.IPAddress | None)
    if isinstance(location, models.Domain):
        assert_type(location.attributes.registrar, str | None)


def domains(vt: VirusTotal) -> None:
    domain = vt.domains.get_report("example.com")
    assert_type(domain, models.Domain)
    assert_type(domain.attributes.reputation, int)
    assert_type(domain.attributes.total_votes.harmless, int | None)
    assert_type(domain.attributes.last_analysis_results, dict[str, models.EngineResult])
    assert_type(domain.attributes.creation_date, datetime | None)
    assert_type(domain.attributes.last_dns_records, list[models.DNSRecord])
    assert_type(domain.context_attributes, models.DomainContext)
    assert_type(domain.detection_ratio, float | None)
    assert_type(vt.domains.reanalyse("example.com"), AnalysisDescriptor)


def ip_addresses(vt: VirusTotal) -> None:
    address = vt.ip_addresses.get_report("192.0.2.1")
    assert_type(address, models.IPAddress)
    assert_type(address.attributes.reputation, int)
    assert_type(address.attributes.last_analysis_stats, models.AnalysisStats)
    assert_type(address.attributes.asn, int | None)
    assert_type(address.attributes.country, str | None)
    assert_type(address.context_attributes, models.IPAddressContext)
    assert_type(vt.ip_addresses.analyse("192.0.2.1"), AnalysisDescriptor)


# --- batches -------------------------------------------------------------------------------------


def batches(vt: VirusTotal, hashes: Iterator[str]) -> None:
    files = vt.files.get_reports(hashes, max_workers=4, ordered=True, timeout=10, deadline=600)
    assert_type(files, Batch[models.File])
    with files as same:
        assert_type(same, Batch[models.File])
    for item in files:
        assert_type(item, BatchItem[models.File])
        assert_type((item.index, item.id), tuple[int, str])
        assert_type(item.value, models.File | None)
        assert_type(item.error, VirusTotalAPIError | None)
        assert_type(item.result(), models.File)
    either: list[Iterator[BatchItem[VTObject]]] = [files, vt.urls.get_reports([], remember=5)]
    print(either)
    assert_type(vt.lookup("1.2.3.4"), models.File | models.URL | models.Domain | models.IPAddress)
    mixed = vt.lookup_many(["1.2.3.4"], max_workers=2, ordered=True, remember=0, deadline=5)
    assert_type(mixed, Batch[models.File | models.URL | models.Domain | models.IPAddress])
    assert_type(next(mixed).indicator, Indicator | None)
    enriched = vt.enrich("1.2.3.4", ["resolutions"], budget=9, limit=5, deadline=5)
    assert_type(enriched, Enrichment[Page[VTObject]])
    assert_type(enriched.object, models.File | models.URL | models.Domain | models.IPAddress)
    related = enriched.relationships["resolutions"]
    assert_type(related, VTObject | Page[VTObject] | VirusTotalAPIError | None)
    assert_type(plan("1.2.3.4", budget=9).calls, int)
    reports: list[Reports[VTObject]] = [vt.files, vt.urls, vt.domains, vt.ip_addresses]
    assert_type(reports[0].get_report("x", deadline=5), VTObject)
    assert_type(next(reports[0].get_reports(["x"], ordered=True)).result(), VTObject)
    assert_type(classify("evil.example", assume="domain").value, str)
    assert_type([each.start for each in find("evil.example")], list[int])
    assert_type(next(vt.urls.get_reports({"http://example.com/"})).result(), models.URL)
    assert_type(next(vt.domains.get_reports(("example.com",))).result(), models.Domain)
    assert_type(next(vt.ip_addresses.get_reports(["192.0.2.1"])).result(), models.IPAddress)
    assert_type(files.price(), Price)
    assert_type((files.taken, files.resume_at, files.pending), tuple[int, int, tuple[str, ...]])
    try:
        next(files)
    except BatchStoppedError as stopped:
        assert_type(stopped.reason, VirusTotalAPIError)
        assert_type(stopped.pending, tuple[str, ...])
        assert_type(stopped.resume_at + stopped.taken, int)


# --- comments, votes, pages ----------------------------------------------------------------------


def places(vt: VirusTotal, path: Path) -> None:
    place = Checkpoint(path, "comments")
    assert_type(place.read(), str | None)
    vt.domains.get_comments("example.com", cursor=place.read())
    feed = vt.feeds.iter_files(checkpoint=path, wait_s=5)
    assert_type(feed, Feed[models.File])
    assert_type(vt.collections.iter_ioc_deltas("ip"), Feed[models.IPAddress])
    place.write(feed.cursor)


def comments_and_votes(vt: VirusTotal) -> None:
    comment = vt.files.put_comments("44d88612fea8a8f36de82e1278abb02f", "A #tag.")
    assert_type(comment, models.Comment)
    assert_type(comment.attributes.text, str)
    assert_type(comment.attributes.date, datetime)
    assert_type(comment.attributes.tags, list[str])
    assert_type(comment.attributes.votes, models.CommentVotes)
    assert_type(comment.context_attributes, models.CommentContext)
    assert_type(vt.urls.put_comments("http://example.com/", "text"), models.Comment)
    assert_type(vt.domains.put_comments("example.com", "text"), models.Comment)
    assert_type(vt.ip_addresses.put_comments("192.0.2.1", "text"), models.Comment)
    vote = vt.files.put_votes("44d88612fea8a8f36de82e1278abb02f", malicious=True)
    assert_type(vote, models.Vote)
    verdict: str | None = vote.attributes.verdict
    assert_type(vote.attributes.value, int | None)
    assert_type(vt.urls.put_votes("http://example.com/", True), models.Vote)
    assert_type(vt.domains.put_votes("example.com"), models.Vote)
    assert_type(vt.ip_addresses.put_votes("192.0.2.1"), models.Vote)
    assert_type(vt.files.get_votes("44d88612fea8a8f36de82e1278abb02f", 20), Page[models.Vote])
    assert_type(vt.comments.get_page(), Page[models.Comment])
    assert_type(vt.comments.get("id"), models.Comment)
    assert_type(vt.comments.add_vote("id", "positive"), models.CommentVotes)
    vt.comments.delete("id")
    print(verdict)


def quotas(vt: VirusTotal) -> None:
    left = vt.quotas.remaining(deadline=10)
    assert_type(left, Remaining)
    may = VirusTotal().capabilities()
    assert_type(may, Capabilities)
    assert_type(may.quotas, Mapping[str, models.Quota])
    assert_type(left.daily, int | None)
    assert_type(left.resets_at, datetime)
    assert_type(left.quotas, models.OverallQuotas)
    assert_type(left.quotas.quotas["api_requests_daily"].group, models.Quota | None)
    assert_type(vt.quotas.get_overall("name"), models.OverallQuotas)
    usage = vt.quotas.get_user_usage("name", start_date=date(2026, 1, 1), end_date=None)
    assert_type(usage, models.APIUsage)
    assert_type(vt.quotas.get_group_usage("group").daily, dict[str, dict[str, int]])


def pages(vt: VirusTotal) -> None:
    page = vt.files.get_comments("44d88612fea8a8f36de82e1278abb02f", 40, None)
    assert_type(page, Page[models.Comment])
    assert_type(page[0], models.Comment)
    assert_type(page[:2], Sequence[models.Comment])
    assert_type(page.data, Sequence[models.Comment])
    assert_type(len(page), int)
    assert_type(iter(page), Iterator[models.Comment])
    assert_type(page.cursor, str | None)
    assert_type(page.meta.count, int | None)
    assert_type(page.links.next, str | None)
    assert_type(page.response, ResponseInfo | None)
    assert_type(page.issues, tuple[Issue, ...])
    assert_type(page.unknown_fields(), list[str])
    assert_type(page.to_dict(), dict[str, Any])
    assert_type(page.to_json(indent=4), str)
    assert_type(page.next_page(), Page[models.Comment] | None)
    assert_type(page.iter_all(), ItemIterator[models.Comment])
    assert_type(page.iter_all().cursor, str | None)
    assert_type(list(page.iter_all(max_items=100)), list[models.Comment])
    for entry in page.errors:
        assert_type(entry.error, models.ItemError | None)
    wider: Page[VTObject] = page
    sequence: Sequence[VTObject] = page
    print(wider, sequence)


def hits(anything: Page[VTObject], either: Page[models.File | models.URL]) -> None:
    """Listings of several types, as searches give them."""
    for hit in anything:
        assert_type(hit, VTObject)
        if isinstance(hit, models.File):
            assert_type(hit, models.File)
            assert_type(hit.stats.malicious, int)
            assert_type(hit.attributes.last_analysis_stats, models.AnalysisStats)
            assert_type(hit.attributes.sha256, str)
            assert_type(hit.context_attributes, models.FileContext)
            assert_type(hit.context_attributes.notification_date, datetime | None)
        elif isinstance(hit, models.URL | models.Domain):
            assert_type(hit, models.URL | models.Domain)
            assert_type(hit.attributes.last_analysis_stats, models.AnalysisStats)
    for found in either.iter_all():
        assert_type(found, models.File | models.URL)
        assert_type(found.attributes, models.FileAttributes | models.URLAttributes)
        if isinstance(found, models.File):
            assert_type(found.stats.malicious, int)
            assert_type(found.context_attributes.notification_date, datetime | None)
        else:
            assert_type(found, models.URL)
            assert_type(found.context_attributes, models.URLContext)


# --- relationships -------------------------------------------------------------------------------


def relationships_of_files(vt: VirusTotal, file_id: str) -> None:
    assert_type(vt.files.get_relationship(file_id), Page[models.FileBehaviour])
    assert_type(vt.files.get_relationship(file_id, "behaviours"), Page[models.FileBehaviour])
    assert_type(vt.files.get_relationship(file_id, "/behaviours"), Page[models.FileBehaviour])
    assert_type(vt.files.get_relationship(file_id, "contacted_domains", 20), Page[models.Domain])
    assert_type(vt.files.get_relationship(file_id, "/contacted_domains"), Page[models.Domain])
    assert_type(vt.files.get_relationship(file_id, "contacted_ips"), Page[models.IPAddress])
    assert_type(vt.files.get_relationship(file_id, "contacted_urls"), Page[models.URL])
    assert_type(vt.files.get_relationship(file_id, "dropped_files"), Page[models.File])
    assert_type(vt.files.get_relationship(file_id, "comments"), Page[models.Comment])
    assert_type(vt.files.get_relationship(file_id, "votes"), Page[models.Vote])
    assert_type(vt.files.get_relationship(file_id, "analyses"), Page[models.Analysis])
    page = vt.files.get_relationship(file_id, "contacted_domains")
    assert_type(page[0], models.Domain)
    assert_type(page[0].attributes, models.DomainAttributes)
    assert_type(page[0].stats.malicious, int)
    for domain in page:
        assert_type(domain.context_attributes, models.DomainContext)
        assert_type(domain.context_attributes.detected_urls_count, int | None)
        assert_type(domain.context_attributes.sources, list[models.NotificationSource])
    for domain in page.iter_all():
        assert_type(domain.attributes.registrar, str | None)


def relationships_to_one(vt: VirusTotal) -> None:
    url, domain = "http://example.com/", "www.example.com"
    serving = vt.urls.get_relationship(url, "last_serving_ip_address")
    assert_type(serving, models.IPAddress | None)
    assert_type(vt.domains.get_relationship(domain, "/parent"), models.Domain | None)
    assert_type(
        vt.urls.get_relationship(url, "network_location"), models.Domain | models.IPAddress | None
    )
    assert_type(
        vt.comments.get_relationship("id", "item"),
        models.File
        | models.URL
        | models.Domain
        | models.IPAddress
        | models.Graph
        | models.Collection
        | None,
    )
    assert_type(vt.comments.get_relationship("id", "author"), models.User | None)


def relationships_of_others(vt: VirusTotal) -> None:
    assert_type(vt.domains.get_relationship("example.com"), Page[models.Resolution])
    assert_type(vt.domains.get_relationship("example.com", "subdomains"), Page[models.Domain])
    assert_type(vt.domains.get_relationship("example.com", "/urls"), Page[models.URL])
    resolutions = vt.ip_addresses.get_relationship("192.0.2.1", "resolutions")
    assert_type(resolutions, Page[models.Resolution])
    assert_type(resolutions[0].attributes.host_name, str | None)
    assert_type(
        vt.ip_addresses.get_relationship("192.0.2.1", "communicating_files"), Page[models.File]
    )


def relationships_by_other_names(vt: VirusTotal, name: models.FileRelationship) -> None:
    # A name that the schemas do not know yet, and any of those that they know.
    found = vt.files.get_relationship("44d8", RelationshipName("brand_new"))
    assert_type(found, Page[VTObject] | VTObject | None)
    if isinstance(found, UnknownObject):
        print(found.attributes)
    known: str = name
    also: tuple[
        models.URLRelationship,
        models.DomainRelationship,
        models.IPAddressRelationship,
        models.AnalysisRelationship,
        models.CommentRelationship,
    ] = ("analyses", "subdomains", "resolutions", "item", "author")
    print(known, also)


def relationships_along_with_an_object(
    vt: VirusTotal, names: list[models.FileRelationship], text: str
) -> None:
    new = RelationshipName(text)
    vt.files.get_report("44d8", relationships=["comments", "contacted_domains", new])
    vt.files.get_report("44d8", relationships=("comments",))
    vt.files.get_report("44d8", relationships=names)
    for name in ("comments", "votes"):
        vt.files.get_report("44d8", relationships=[name])
    vt.urls.get_report("http://example.com/", relationships=["network_location"])
    vt.domains.get_report("example.com", relationships=[new])
    vt.files.get_reports(["44d8"], relationships=["behaviours"])
    vt.ip_addresses.get_reports(["192.0.2.1"], relationships=("resolutions", new))
    vt.collections.get("c", relationships=["owner"])
    vt.livehunt.get_page(relationships=["owner"])


def descriptors(vt: VirusTotal, file: models.File) -> None:
    page = vt.files.get_relationship_descriptors(file.id, "contacted_domains")
    assert_type(page, Page[Descriptor])
    assert_type(page[0].id, str)
    assert_type(
        vt.urls.get_relationship_descriptors("http://example.com/", "network_location"),
        Descriptor | None,
    )
    assert_type(
        vt.files.get_relationship_descriptors(file.id, RelationshipName("brand_new")),
        Page[Descriptor] | Descriptor | None,
    )
    assert_type(file.relationships.comments.data, list[Descriptor])
    assert_type(file.relationships.by_name(), dict[str, Relationship])
    comment = vt.comments.get("f-0-0")
    assert_type(comment.relationships.author.data, Descriptor | None)


def embedded_in_any_object(item: VTObject) -> None:
    assert_type(item.relationships, Relationships)
    for relationship in item.relationships.by_name().values():
        assert_type(relationship.data, Descriptor | list[Descriptor] | None)


# --- documents held elsewhere --------------------------------------------------------------------


def documents(content: bytes, decoded: dict[str, Any]) -> None:
    assert_type(parse(content), VTObject | Page[VTObject] | str | int | float | bool | None)
    assert_type(parse(content, models.File), models.File)
    assert_type(parse(decoded, models.URL, strict=True), models.URL)
    assert_type(parse("{}", model=AnalysisDescriptor), AnalysisDescriptor)
    assert_type(parse_page(content, models.Comment), Page[models.Comment])
    assert_type(parse_page(decoded, VTObject, strict=True), Page[VTObject])
    found = parse(content)
    if isinstance(found, models.File):
        assert_type(found.attributes.sha256, str)
    if isinstance(found, UnknownObject):
        assert_type(found.type, str)


# --- status, codes, errors -----------------------------------------------------------------------


def constants(code: str) -> None:
    assert_type(VTStatus.HTTP_OK, Literal[VTStatus.HTTP_OK])
    every: list[VTStatus] = [
        VTStatus.HTTP_OK,
        VTStatus.HTTP_BAD_REQUEST_ERROR,
        VTStatus.HTTP_AUTHENTICATION_REQUIRED_ERROR,
        VTStatus.HTTP_FORBIDDEN_ERROR,
        VTStatus.HTTP_NOT_FOUND_ERROR,
        VTStatus.HTTP_ALREADY_EXISTS_ERROR,
        VTStatus.HTTP_QUOTA_EXCEEDED_ERROR,
        VTStatus.HTTP_TRANSIENT_ERROR,
    ]
    number: int = every[0]
    status = VTStatus(418)
    assert_type(status, VTStatus)
    assert_type(status.phrase, str)
    assert_type(status.description, str)
    assert_type(status.is_success, bool)
    assert_type(status.is_client_error, bool)
    assert_type(status.is_server_error, bool)
    assert_type(ErrorCode(code), ErrorCode)
    assert_type(ErrorCode.NOT_FOUND_ERROR.status, VTStatus | None)
    assert_type(ErrorCode.NOT_FOUND_ERROR.is_retryable, bool)
    text: str = ErrorCode.QUOTA_EXCEEDED_ERROR
    print(number, text)


def errors(vt: VirusTotal) -> None:
    try:
        vt.files.get_report("44d88612fea8a8f36de82e1278abb02f")
    except NotFoundError as error:
        assert_type(error.status, VTStatus)
        assert_type(error.code, ErrorCode)
        assert_type(error.raw_code, str)
        assert_type(error.message, str)
        assert_type(error.retry_after, float | None)
        assert_type(error.response, Response | None)
        assert_type(error.attempts, int)
    except QuotaExceededError as error:
        assert_type(error.resets_at, datetime | None)
    except APIError as error:
        assert_type(error.err_code, int | None)
    except (APIConnectionError, APITimeoutError) as error:
        assert_type(error.may_have_arrived, bool)
    except InvalidResponseError as error:
        assert_type(error.raw, bytes)
        assert_type(error.status, VTStatus | None)
        assert_type(error.content_type, str)
    except UnknownFieldError as error:
        assert_type(error.paths, tuple[str, ...])
    except RateLimitError as error:
        assert_type(error.retry_after, float)
    except WaitTimeoutError as error:
        assert_type(error.last, Any)
    except FileReadError as error:
        builtin: OSError = error
        print(builtin)
    except MissingFieldError as error:
        attribute: AttributeError = error
        print(attribute)
    except VirusTotalAPIError as error:
        assert_type(error.err_code, int | None)
    families: list[type[VirusTotalAPIError]] = [AlreadyExistsError, TransportError]
    print(families)


# --- the emulator --------------------------------------------------------------------------------


def emulator() -> None:
    with Emulator(analysis_seconds=1) as running:
        assert_type(running, Emulator)
        assert_type(running.api_key, str)
        assert_type(running.base_url, str)
        assert_type(running.client(premium=True), VirusTotal)


# --- queries -------------------------------------------------------------------------------------


def queries(vt: VirusTotal, moment: datetime, day: date) -> None:
    query = (F.type == "peexe") & (F.positives >= 5) | ~(F.tag == "signed")
    assert_type(query, Query[models.File])
    assert_type(F.type != "peexe", Query[models.File])
    assert_type(F.type.any_of("peexe", "pedll"), Query[models.File])
    assert_type(F.size > 10_000, Query[models.File])
    assert_type(F.positives.between(2, 5), Query[models.File])
    assert_type(F.tag.exists(), Query[models.File])
    assert_type(F.content == b"MZ", Query[models.File])
    assert_type(F.content == "MZ", Query[models.File])
    assert_type(F.first_submission.after(moment), Query[models.File])
    assert_type(F.first_submission.before(timedelta(days=2)), Query[models.File])
    assert_type(F.first_submission.between(day, moment), Query[models.File])
    assert_type(F.engine("microsoft") == "trojan", Query[models.File])
    assert_type(F.min_engines("banker") == 5, Query[models.File])
    assert_type(F.raw("gti_score:30+"), Query[models.File])
    assert_type(U.port == 8080, Query[models.URL])
    assert_type(U.positives >= 1, Query[models.URL])
    assert_type(D.ssl_not_after.before(day), Query[models.Domain])
    assert_type(I.jarm.exists(), Query[models.IPAddress])
    assert_type(C.files >= 5, Query[models.Collection])
    text: str = query
    vt.intelligence.search(query)
    vt.intelligence.search(text)


# --- further groups ------------------------------------------------------------------------------


def further_groups(vt: VirusTotal) -> None:
    descriptor = vt.private_files.upload("x", interaction_sandbox="cape")
    assert_type(descriptor, AnalysisDescriptor)
    assert_type(vt.private_analyses.wait(descriptor), models.PrivateAnalysis)
    assert_type(vt.private_files.scan_and_wait(b"x"), models.PrivateFile)
    assert_type(
        vt.private_urls.scan_and_wait("http://a.example", storage_region="GB"), models.PrivateURL
    )
    assert_type(vt.zip_files.wait(vt.zip_files.create(["a"])), models.ZIPFile)
    assert_type(vt.private_zip_files.create_and_download(["a"], "x.zip"), Download)
    assert_type(vt.retrohunt.wait("j"), models.RetrohuntJob)
    assert_type(vt.livehunt.wait_for_operation(vt.livehunt.delete_all("me")), models.Operation)
    assert_type(vt.livehunt.create("name", "rule x {}", enabled=True), models.HuntingRuleset)
    assert_type(vt.livehunt.get_page(limit=5), Page[models.HuntingRuleset])
    assert_type(vt.collections.create("n", files=["a"]), models.Collection)
    assert_type(vt.collections.download_report("c", "r.pdf"), Download)
    assert_type(vt.references.create("u"), models.Reference)
    assert_type(vt.widget.get_html("t"), str)
    assert_type(vt.monitor.create(b"x", path="/a"), models.MonitorItem)
    assert_type(vt.graphs.create({"description": "a graph"}, private=True), models.Graph)
    for hit in vt.intelligence.search("type:peexe", order="positives-"):
        if isinstance(hit, models.File):
            assert_type(hit.stats.malicious, int)
    assert_type(vt.request("GET", "/new", model=models.File), models.File)
    assert_type(vt.request("GET", "/new", model=Page[models.File]), Page[models.File])


# --- verdicts ------------------------------------------------------------------------------------


def services(vt: VirusTotal) -> None:
    assert_type(vt.gti_dtm.get_alerts(size=25), Page[models.DTMAlert])
    assert_type(vt.gti_dtm.get_alerts().iter_all(), ItemIterator[models.DTMAlert])
    assert_type(vt.gti_dtm.update_alert("a", status="read"), models.DTMAlert)
    assert_type(vt.gti_asm.search_issues("severity:1"), Page[models.ASMIssue])
    assert_type(vt.gti_asm.search_issues("severity:1")[0].uid, str)
    assert_type(vt.gti_asm.get_tags("issue", "a"), list[str])
    condition = Condition("domain", "must_equal", ["example.com"])
    assert_type(condition & ~condition, Condition)
    assert_type(vt.gti_dtm.create_monitor("a", condition), models.DTMMonitor)


def verdicts(vt: VirusTotal, file: models.File, judged: Judged, waited: models.Analysis) -> None:
    policy = Policy.from_toml(Policy(malicious_from=5, unanalysed=Level.SUSPICIOUS).to_toml())
    assert_type(policy, Policy)
    verdict = policy.judge(file)
    assert_type(verdict, Verdict)
    for each in (vt.lookup("1.2.3.4"), judged, waited, vt.private_files.get("44d8")):
        assert_type(policy.judge(each, now=datetime.now(UTC)).level, Level)
    assert_type(verdict.reasons, tuple[Reason, ...])
    assert_type(verdict.reasons[0].evidence, tuple[Evidence, ...])
    assert_type(verdict.as_of, datetime | None)
    assert_type(verdict.level > "suspicious", bool)
    changes = compare(file, file)
    assert_type(changes, ReportDiff)
    assert_type(changes.engines, tuple[Change[Evidence], ...])
    assert_type(changes.statistics[0].after, int | None)
    assert_type(changes.names, ListChange)
    assert_type(changes.attributes[0].before, str | int | float | bool | datetime | None)


# --- tables --------------------------------------------------------------------------------------


def tabled(page: Page[models.File], found: Iterator[models.File | models.URL]) -> None:
    assert_type(tables.columns(models.File), tuple[tables.Column, ...])
    table = tables.rows(found, ("file", models.URL), columns=["id"])
    assert_type(table, tables.Rows)
    assert_type(table.columns, tuple[tables.Column, ...])
    assert_type(next(table), dict[str, object])
    assert_type(tables.engine_rows(page), tables.Rows)
    assert_type(tables.to_arrow(page), pa.Table)
    assert_type(tables.to_arrow(tables.detection_matrix(page, value="result")), pa.Table)
    assert_type(tables.to_batches(table), Iterator[pa.RecordBatch])
    assert_type(tables.to_pandas(page), pd.DataFrame)
    assert_type(tables.to_polars(page), pl.DataFrame)
