"""Mistakes that type checkers must refuse; checked by `scripts/check_types.py` and never run.

Each marked line holds one mistake, and no other line holds any. The normal runs of both checkers
leave this file out.
"""

from datetime import datetime

import vt_sdk
from vt_sdk import (
    AnalysisDescriptor,
    APIError,
    AsyncVirusTotal,
    Page,
    RelationshipName,
    VirusTotal,
    VirusTotalAPIFiles,
    VTObject,
    models,
    parse,
    parse_page,
)
from vt_sdk import Nothing  # wrong: no such name in the package
from vt_sdk.query import C, F, U
from vt_sdk.verdicts import Policy, compare


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


def relationships_along_with_an_object(vt: VirusTotal, text: str, texts: list[str]) -> None:
    vt.files.get_report("44d8", relationships="comments")  # wrong: a text is no list of names
    vt.files.get_report("44d8", relationships=text)  # wrong: a text is no list of names
    vt.files.get_report("44d8", relationships=["coments"])  # wrong: a misspelt relationship
    vt.files.get_report("44d8", relationships=["subdomains"])  # wrong: a relationship of domains
    vt.files.get_report("44d8", relationships=texts)  # wrong: any text may be no relationship
    vt.files.get_report("44d8", relationships=["/comments"])  # wrong: no slash in a list
    vt.files.get_report("44d8", relationships={"comments"})  # wrong: a set has no order
    vt.files.get_report("44d8", relationships=RelationshipName("x"))  # wrong: one is no list
    vt.urls.get_reports(["u"], relationships="comments")  # wrong: a text is no list of names
    vt.urls.get_reports(["u"], relationships=["dropped_files"])  # wrong: a relationship of files
    vt.analyses.get_report("a", relationships="item")  # wrong: though it is the only one
    vt.collections.get("c", relationships=["domain"])  # wrong: it is called domains


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


def verdicts(vt: VirusTotal, file: models.File) -> None:
    Policy.default().judge(vt.comments.get("c"))  # wrong: nobody analyses comments
    Policy.default().judge(vt.urls.upload("u"))  # wrong: it has to be waited for
    Policy(malicious=3)  # wrong: a misspelt keyword
    Policy(unanalysed="unknown")  # wrong: not a level
    Policy.default().malicious_from = 1  # wrong: it cannot be changed
    compare(file, vt.urls.upload("u"))  # wrong: not a report
    print(compare(file, file).engines[0].before.category)  # wrong: it may not have been there


def other_groups(vt: VirusTotal, day: datetime, text: str) -> None:
    vt.collections.get_relationship("c", "contacted_domains")  # wrong: a relationship of files
    vt.graphs.get_relationship_descriptors("g", "owners")  # wrong: it is called owner
    vt.livehunt.get_relationship("r", text)  # wrong: any text may be no relationship
    vt.users.get_relationship("u", "/groups/")  # wrong: no slash at the end
    for member in vt.groups.get_relationship("g", "users"):
        member.attributes.sha256  # wrong: a field of another type
    vt.livehunt.delete_all()  # wrong: deleting all of them asks for the name of the user
    vt.users.delete("u")  # wrong: deleting a user asks for the password
    vt.livehunt.create("name", "rule", match_object_type="ip_address")  # wrong: it is called ip
    vt.livehunt.create("name", "rule", notification_emails=5)  # wrong: several texts
    vt.livehunt.create("name", "rule", limit="5")  # wrong: a text is no number
    vt.livehunt.get_page(order="owner")  # wrong: rulesets have no such order
    vt.livehunt.get_page(10, None, "enabled:true")  # wrong: the rest is by keyword only
    vt.retrohunt.create("rule", corpus="all")  # wrong: not one of the corpora
    vt.retrohunt.create("rule", time_range={"start": "2026-01-01"})  # wrong: a text is no moment
    vt.retrohunt.wait(vt.retrohunt.get_page())  # wrong: a page is no job
    vt.threat_lists.get_hour("malware", "2026010203")  # wrong: a text is no moment
    vt.quotas.get_user_usage("u", start_date="20260101")  # wrong: a text is no day
    download_bundle = vt.monitor_partner.download_dated_detections_bundle
    download_bundle("engine", "2026-01-01", "target")  # wrong: a text is no day
    vt.gti_dtm.get_alerts(since="2026-01-01T00:00:00Z")  # wrong: a text is no moment
    vt.gti_dtm.get_alerts(severity=["severe"])  # wrong: not one of the severities
    vt.gti_dtm.get_alerts(mscore_gte=0.5)  # wrong: a whole number
    vt.gti_asm.set_issue_status("a", "open")  # wrong: not one of the statuses
    vt.feeds.iter_files("202601020304")  # wrong: a text is no moment
    vt.saved_searches.share("s", "owners", users=["u"])  # wrong: viewers and editors only
    vt.graphs.create({"version": "1"})  # wrong: the data of a graph has a description
    vt.threat_profiles.create("n", recommendation_config={"max_recs": 5})  # wrong: a misspelt key
    vt.zip_files.create(hashes=44)  # wrong: several texts
    vt.zip_files.download("z")  # wrong: where to is missing
    vt.private_urls.upload("u", storage_region="XX")  # wrong: not one of the regions
    vt.private_files.upload("f", retention_period_days="7")  # wrong: a text is no number
    vt.collections.download_iocs("c", "xml", "target")  # wrong: not one of the formats
    vt.references.create("u", creation_date=day.date())  # wrong: a day is no moment
    vt.references.update("r", titel="x")  # wrong: a misspelt keyword
    comment: models.Vote = vt.comments.get("c")  # wrong: not a vote
    vt.ioc_stream.delete_notification("n").id  # wrong: nothing comes back
    print(comment)


async def on_a_loop(avt: AsyncVirusTotal) -> None:
    avt.files.get_report("44d8").attributes  # wrong: it is not awaited
    (await avt.files.get_report("44d8")).attributes.md6  # wrong: no such attribute
    for item in (await avt.comments.get_page()).iter_all():  # wrong: not asynchronous
        print(item)
    for found in avt.files.get_reports(["44d8"]):  # wrong: not asynchronous
        print(found)
    page: Page[models.Comment] = await avt.comments.get_page()  # wrong: a page of another client
    print(page)
    await avt.files.get_relationship("44d8", "contacted_domain")  # wrong: no such relationship
    with avt:  # wrong: not asynchronous
        pass
