"""Mistakes that type checkers must refuse; checked by test_typing.py and never run.

Each marked line holds one mistake, and no other line holds any. The normal runs of both checkers
leave this file out.
"""

from datetime import datetime

import vt_sdk
from vt_sdk import (
    AnalysisDescriptor,
    APIError,
    Page,
    VirusTotal,
    VirusTotalAPIFiles,
    VTObject,
    models,
    parse,
    parse_page,
)
from vt_sdk import Nothing  # wrong: no such name in the package
from vt_sdk.query import C, F, U


def names(vt: VirusTotal) -> None:
    print(Nothing)
    vt_sdk.Nope  # wrong: no such name in the package
    models.Fil  # wrong: no such model
    vt.file  # wrong: the group is called files
    vt.files.get_all_reports(["44d8"])  # wrong: no such method
    vt.get_last_http_error()  # wrong: groups have it, the client of all groups has not


def arguments(vt: VirusTotal) -> None:
    VirusTotal(api_ky="key")  # wrong: a misspelt keyword
    VirusTotalAPIFiles("key", 10, None, True)  # wrong: the rest is by keyword only
    VirusTotal(timeout="10")  # wrong: a text is no number of seconds
    vt.files.get_report()  # wrong: the id is missing
    vt.files.get_report(44)  # wrong: the id is a text
    vt.files.upload("sample.exe", "name")  # wrong: the name is by keyword only
    vt.files.get_comments("44d8", limits=10)  # wrong: a misspelt keyword
    vt.files.put_votes("44d8", malicious="yes")  # wrong: a text is no bool
    vt.comments.add_vote("id", "good")  # wrong: not one of the verdicts


def fields(file: models.File, comment: models.Comment) -> None:
    file.attributes.last_analysis_stat  # wrong: a misspelt field
    file.attributes.last_analysis_stats.malicous  # wrong: a misspelt counter
    file.sha256  # wrong: it is one of the attributes
    file.attributes.detection_ratio  # wrong: it is on the object
    file["attributes"]  # wrong: models are not dicts
    comment.context_attributes.rule_name  # wrong: a field of another type's context
    size: str = file.attributes.size  # wrong: an int used as a str
    count: int = file.attributes.md5  # wrong: a str used as an int
    date: datetime = file.attributes.first_submission_date  # wrong: it may be None
    file.attributes.pe_info.imphash  # wrong: it may be None
    file.attributes.meaningful_name.lower()  # wrong: it may be None
    print(size, count, date)


def submissions(vt: VirusTotal) -> None:
    descriptor = vt.files.upload("sample.exe")
    descriptor.attributes  # wrong: a submission has no attributes yet
    descriptor.stats  # wrong: a submission has no verdict yet
    report: models.File = vt.files.upload("sample.exe")  # wrong: it is not a report
    vt.analyses.wait(vt.files.get_report("44d8"))  # wrong: a report is not an analysis
    print(report)


def relationships(vt: VirusTotal) -> None:
    vt.files.get_relationship("44d8", "contacted_domain")  # wrong: no such relationship
    vt.files.get_relationship("44d8", "subdomains")  # wrong: a relationship of domains
    vt.domains.get_relationship("example.com", "//urls")  # wrong: one slash at most
    for domain in vt.files.get_relationship("44d8", "contacted_domains"):
        domain.attributes.sha256  # wrong: a field of another type
    vt.urls.get_network_location("example.com").id  # wrong: there may be none
    page: Page[models.File] = vt.files.get_comments("44d8")  # wrong: a page of comments
    page.append  # wrong: a page does not change


def documents(content: bytes, comments: Page[models.Comment]) -> None:
    file: models.File = parse(content, models.URL)  # wrong: another model was asked for
    parse(content).attributes  # wrong: it may be a page or a scalar
    parse(content, str)  # wrong: not a model
    parse_page(content, models.Comment).attributes  # wrong: a page has no attributes
    comments.next_page().data  # wrong: there may be no next page
    descriptor: AnalysisDescriptor = parse(content, models.Analysis)  # wrong: not a descriptor
    print(file, descriptor)


def hits(anything: Page[VTObject]) -> None:
    for hit in anything:
        hit.attributes  # wrong: not every object has them; its class is to be checked first
        if isinstance(hit, models.File):
            hit.attributes.registrar  # wrong: a field of another type
            hit.context_attributes.detected_urls_count  # wrong: a field of another type's context
            hit.stats.maliciou  # wrong: a misspelt counter


def errors(error: APIError) -> None:
    error.error_code  # wrong: it is called code
    wait: float = error.retry_after  # wrong: the service may not say
    print(wait)


def queries(vt: VirusTotal, day: datetime) -> None:
    F.posives  # wrong: a misspelt modifier
    C.positives  # wrong: a modifier of other objects
    F.name >= "x"  # wrong: texts have no order here
    U.port >= 80  # wrong: ports are equal or not
    F.content > b"MZ"  # wrong: content has no order
    F.positives >= "5"  # wrong: a text is no number
    F.positives.between(1.5, 2)  # wrong: whole numbers only
    F.first_submission >= day  # wrong: it is called after
    F.first_submission.after("2024-01-01")  # wrong: a text is no moment
    F.type.exists()  # wrong: the language cannot ask that
    F.type.any_of(5)  # wrong: types are texts
    F.content.hex(b"MZ")  # wrong: a pattern is a text
    (F.tag == "a") & (U.tag == "a")  # wrong: two kinds of objects
    (F.tag == "a") | (U.tag == "a")  # wrong: two kinds of objects
    (F.tag == "a") & "tag:b"  # wrong: a text becomes a query by raw
    F.tag = "signed"  # wrong: one equals sign
    vt.intelligence.search(F.tag)  # wrong: nothing is compared
    vt.intelligence.search(F.positives == "5")  # wrong: a text is no number
