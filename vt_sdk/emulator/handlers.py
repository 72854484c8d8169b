"""The operations that the emulator does itself, by operationId, in one table.

All others are answered by what the document says of them. A handler gets a `Call` whose arguments
the document allows and gives an `Answer`, or raises a `Problem`. It runs inside one transaction of
the store.
"""

import json
import re
import secrets
from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from vt_sdk.emulator.asm import ASM
from vt_sdk.emulator.backend import SCANNED, Backend
from vt_sdk.emulator.document import Endpoint
from vt_sdk.emulator.dtm import DTM
from vt_sdk.emulator.feeds import (
    capture_of_feed,
    feed_file,
    feed_hour,
    feed_minute,
    ioc_delta,
)
from vt_sdk.emulator.finders import (
    Finder,
    find_analysis,
    find_comment,
    find_domain,
    find_file,
    find_ip_address,
    find_object,
    find_url,
)
from vt_sdk.emulator.generic import as_documented, create, shown, signed_file
from vt_sdk.emulator.hunting import delete_stream, hunt, list_stream
from vt_sdk.emulator.identifiers import canonical_url
from vt_sdk.emulator.jobs import (
    create_retrohunt,
    create_zip,
    download_zip,
    get_private_analysis,
    zip_address,
)
from vt_sdk.emulator.messages import Answer, Call, JSONObject, Problem, Upload, User
from vt_sdk.emulator.paging import list_document
from vt_sdk.emulator.quotas import GROUP, Quota
from vt_sdk.emulator.records import Handler
from vt_sdk.emulator.relations import (
    comments_of,
    relationship_document,
    votes_of,
)
from vt_sdk.emulator.reports import pcap
from vt_sdk.emulator.samples import sample
from vt_sdk.emulator.searches import intelligence_search, look_up
from vt_sdk.emulator.store import AnalysisRow, CommentRow, Listing, VoteRow
from vt_sdk.emulator.subscriptions import (
    get_subscription,
    put_subscription,
    remove_subscription,
)
from vt_sdk.emulator.threat_lists import list_threat_lists, threat_list
from vt_sdk.status import ErrorCode

__all__ = ["HANDLERS", "Handler", "handler_of", "submission"]

_LONGEST_USAGE = timedelta(days=30)

_TAG = re.compile(r"(?<!\S)#(\w[\w.:-]*\w|\w)")


# What several groups share


def _get(find: Finder) -> Handler:
    def handle(backend: Backend, call: Call) -> Answer:
        return Answer({"data": shown(backend, call, find(backend, call))})

    return handle


def _rescan(find: Finder) -> Handler:
    def handle(backend: Backend, call: Call) -> Answer:
        return submission(backend, backend.analyse(*find(backend, call)), call.base)

    return handle


def submission(backend: Backend, analysis: AnalysisRow, base: str) -> Answer:
    """Return the answer to every submission: the descriptor of the analysis."""
    links = {"self": f"{base}/analyses/{analysis.id}"}
    document = {"data": {"type": "analysis", "id": analysis.id, "links": links}}
    return Answer(document, headers=backend.readiness)


def _comments(find: Finder) -> Handler:
    def handle(backend: Backend, call: Call) -> Answer:
        listing = comments_of(find(backend, call))
        return Answer(list_document(backend, call, listing, count=True))

    return handle


def _add_comment(find: Finder) -> Handler:
    def handle(backend: Backend, call: Call) -> Answer:
        source = find(backend, call)
        text = call.body["data"]["attributes"]["text"]
        comment = CommentRow(
            id=f"{source[0][0]}-{source[1]}-{secrets.token_hex(4)}",
            item_type=source[0],
            item_id=source[1],
            author=call.user.name,
            text=text,
            tags=tuple(dict.fromkeys(tag.lower() for tag in _TAG.findall(text))),
            date=backend.now(),
        )
        backend.store.put_comment(comment)
        if source[0] in SCANNED:
            backend.touch(*source)
        return Answer({"data": shown(backend, call, ("comment", comment.id))})

    return handle


def _votes(find: Finder) -> Handler:
    def handle(backend: Backend, call: Call) -> Answer:
        return Answer(list_document(backend, call, votes_of(find(backend, call))))

    return handle


def _add_vote(find: Finder) -> Handler:
    def handle(backend: Backend, call: Call) -> Answer:
        source = find(backend, call)
        earlier = backend.store.vote_by(*source, call.user.name)
        if earlier is not None:
            message = (
                f'User "{call.user.name}" already voted "{earlier.verdict}" for this {source[0]}'
            )
            raise Problem(ErrorCode.ALREADY_EXISTS_ERROR, message)
        vote = VoteRow(
            id=f"{source[0][0]}-{source[1]}-{secrets.token_hex(4)}",
            item_type=source[0],
            item_id=source[1],
            voter=call.user.name,
            verdict=call.body["data"]["attributes"]["verdict"],
            date=backend.now(),
        )
        backend.store.put_vote(vote)
        backend.touch(*source)
        return Answer({"data": shown(backend, call, ("vote", vote.id))})

    return handle


def _relationship(find: Finder, *, descriptors: bool = False) -> Handler:
    def handle(backend: Backend, call: Call) -> Answer:
        name = call.path["relationship"]
        source = find(backend, call)
        return Answer(relationship_document(backend, call, source, name, descriptors=descriptors))

    return handle


# What only one group has


def _upload_file(backend: Backend, call: Call) -> Answer:
    upload: Upload = call.body
    analysis = backend.submit_file(upload, call.user.name)
    hunt(backend, upload.sha256)
    return submission(backend, analysis, call.base)


def _download_address(backend: Backend, call: Call) -> str:
    _, sha256 = find_file(backend, call)
    if not backend.store.content_path(sha256).exists():
        message = f'File "{call.path["file_id"]}" not found'
        raise Problem(ErrorCode.NOT_FOUND_ERROR, message)
    return signed_file(backend, call, sha256)


def _download(backend: Backend, call: Call) -> Answer:
    return Answer(location=_download_address(backend, call))


def _download_url(backend: Backend, call: Call) -> Answer:
    return Answer({"data": _download_address(backend, call)})


def _behaviours(backend: Backend, call: Call) -> Answer:
    source = find_file(backend, call)
    return Answer(relationship_document(backend, call, source, "behaviours", descriptors=False))


def _pcap(backend: Backend, call: Call) -> Answer:
    sandbox_id = call.path["sandbox_id"]
    item = backend.store.item("file_behaviour", sandbox_id)
    if item is None or not item.data.get("has_pcap"):
        raise Problem(ErrorCode.NOT_FOUND_ERROR, f'file_behaviour "{sandbox_id}" not found')
    return Answer(content=pcap(sandbox_id), media_type="application/vnd.tcpdump.pcap")


def _scan_url(backend: Backend, call: Call) -> Answer:
    canonical = canonical_url(call.body["url"])
    if canonical is None:
        raise Problem(ErrorCode.INVALID_ARGUMENT_ERROR, "Unable to canonicalize url")
    return submission(backend, backend.submit_url(canonical), call.base)


def _get_analysis(backend: Backend, call: Call) -> Answer:
    source = find_analysis(backend, call)
    backend.store.count_poll(source[1])
    document: JSONObject = {"data": shown(backend, call, source)}
    analysis = backend.store.analysis(source[1])
    assert analysis is not None, "the analysis was found just now"
    item = backend.known(analysis.item_type, analysis.item_id)
    if item.type == "file":
        hashes = {name: item.data[name] for name in ("sha256", "md5", "sha1", "size")}
        document["meta"] = {"file_info": hashes}
    elif item.type == "url":
        document["meta"] = {"url_info": {"id": item.id, "url": item.data["url"]}}
    return Answer(document)


def _all_comments(backend: Backend, call: Call) -> Answer:
    query = "SELECT seq, 'comment' AS type, id, NULL AS context FROM comments"
    wanted = call.query.get("filter")
    if not wanted:
        return Answer(list_document(backend, call, Listing(query, ())))
    field, _, tag = wanted.partition(":")
    if field != "tag" or not tag:
        raise Problem(ErrorCode.INVALID_ARGUMENT_ERROR, f'Invalid filter "{wanted}"')
    query += " WHERE EXISTS (SELECT 1 FROM json_each(comments.tags) WHERE value = ?)"
    return Answer(list_document(backend, call, Listing(query, (tag.strip('"').lower(),))))


def _delete_comment(backend: Backend, call: Call) -> Answer:
    _, comment_id = find_comment(backend, call)
    comment = backend.store.comment(comment_id)
    if comment is None or comment.author != call.user.name:
        raise Problem.forbidden()
    backend.store.delete_comment(comment_id)
    return Answer()


def _vote_comment(backend: Backend, call: Call) -> Answer:
    _, comment_id = find_comment(backend, call)
    backend.store.put_comment_vote(comment_id, call.user.name, call.body["data"])
    return Answer({"data": backend.store.comment_votes(comment_id)})


def _own_quota(backend: Backend, call: Call) -> Quota:
    """Return the quota of the user in the path, who must be the caller."""
    found = backend.store.owner(call.path["user_id"])
    if found is None:
        raise Problem(ErrorCode.NOT_FOUND_ERROR, f'User "{call.path["user_id"]}" not found')
    user, quota = found
    if user.name != call.user.name:
        raise Problem.forbidden()
    return quota


def _overall_quotas(backend: Backend, call: Call) -> Answer:
    quota = _own_quota(backend, call)
    return Answer({"data": backend.meter.overall(call.user.name, quota, backend.clock())})


def _user_usage(backend: Backend, call: Call) -> Answer:
    _own_quota(backend, call)
    return _usage(backend, call, [call.user.name])


def _group_usage(backend: Backend, call: Call) -> Answer:
    if call.path["group_id"] != GROUP:
        raise Problem(ErrorCode.NOT_FOUND_ERROR, f'Group "{call.path["group_id"]}" not found')
    return _usage(backend, call, backend.store.premium_users())


def _usage(backend: Backend, call: Call, users: Iterable[str]) -> Answer:
    last = _day(call, "end_date") or datetime.fromtimestamp(backend.clock(), UTC).date()
    earliest = max(1, last.toordinal() - _LONGEST_USAGE.days)
    first = _day(call, "start_date") or date.fromordinal(earliest)
    if not timedelta() <= last - first <= _LONGEST_USAGE:
        message = f"The days from {first} to {last} are not a span of 30 days at most"
        raise Problem(ErrorCode.INVALID_ARGUMENT_ERROR, message)
    return Answer({"data": backend.meter.usage(users, first, last)})


def _day(call: Call, name: str) -> date | None:
    text = call.query.get(name)
    if text is None:
        return None
    try:
        return date(int(text[:4]), int(text[4:6]), int(text[6:]))
    except ValueError:
        message = f'Invalid value for parameter "{name}": {text} is not a day'
        raise Problem(ErrorCode.INVALID_ARGUMENT_ERROR, message) from None


def _me(backend: Backend, call: Call) -> Answer:
    name = call.user.name
    is_user = backend.store.item("service_account", name) is None
    source = ("user" if is_user else "service_account", name)
    return Answer({"data": shown(backend, call, source)})


def _create_service_accounts(backend: Backend, call: Call) -> Answer:
    """Make accounts whose keys work."""
    added = []
    for entry in call.body["data"]:
        account = f"{call.path['group_id']}_{entry['id']}"
        if backend.store.item("service_account", account) is not None:
            raise Problem(ErrorCode.ALREADY_EXISTS_ERROR, f'"{account}" exists already')
        key = secrets.token_hex(32)
        given = sample("service_account", account) | {"first_name": entry["id"], "apikey": key}
        create(backend, call, "service_account", given, account)
        backend.store.put_key(key, User(account, premium=True), Quota())
        added.append({**entry, "id": account})
    return as_documented(backend, replace(call, body={"data": added}))


def _get_collection(backend: Backend, call: Call) -> Answer:
    if "format" not in call.query:
        return as_documented(backend, call)
    _, collection_id = find_object(backend, call)
    grouping = {"type": "grouping", "id": f"grouping--{collection_id}"}
    bundle = {"type": "bundle", "id": f"bundle--{collection_id}", "objects": [grouping]}
    content = json.dumps(bundle).encode()
    return Answer(content=content, media_type="application/octet-stream")


def handler_of(operation: Endpoint) -> Handler:
    """Return what answers an operation: its own handler, or the one that goes by the document."""
    return HANDLERS.get(operation.id, as_documented)


HANDLERS: dict[str, Handler] = {
    # files
    "upload_file": _upload_file,
    "get_file": _get(find_file),
    "rescan_file": _rescan(find_file),
    "list_file_comments": _comments(find_file),
    "add_file_comment": _add_comment(find_file),
    "list_file_votes": _votes(find_file),
    "add_file_vote": _add_vote(find_file),
    "download_file": _download,
    "get_file_download_url": _download_url,
    "list_file_behaviours": _behaviours,
    "get_file_behaviour_pcap": _pcap,
    "get_file_relationship": _relationship(find_file),
    "get_file_relationship_descriptors": _relationship(find_file, descriptors=True),
    # urls
    "scan_url": _scan_url,
    "get_url": _get(find_url),
    "rescan_url": _rescan(find_url),
    "list_url_comments": _comments(find_url),
    "add_url_comment": _add_comment(find_url),
    "list_url_votes": _votes(find_url),
    "add_url_vote": _add_vote(find_url),
    "get_url_relationship": _relationship(find_url),
    "get_url_relationship_descriptors": _relationship(find_url, descriptors=True),
    # domains
    "get_domain": _get(find_domain),
    "rescan_domain": _rescan(find_domain),
    "list_domain_comments": _comments(find_domain),
    "add_domain_comment": _add_comment(find_domain),
    "list_domain_votes": _votes(find_domain),
    "add_domain_vote": _add_vote(find_domain),
    "get_domain_relationship": _relationship(find_domain),
    "get_domain_relationship_descriptors": _relationship(find_domain, descriptors=True),
    # ip_addresses
    "get_ip_address": _get(find_ip_address),
    "rescan_ip_address": _rescan(find_ip_address),
    "list_ip_address_comments": _comments(find_ip_address),
    "add_ip_address_comment": _add_comment(find_ip_address),
    "list_ip_address_votes": _votes(find_ip_address),
    "add_ip_address_vote": _add_vote(find_ip_address),
    "get_ip_address_relationship": _relationship(find_ip_address),
    "get_ip_address_relationship_descriptors": _relationship(find_ip_address, descriptors=True),
    # analyses
    "get_analysis": _get_analysis,
    "get_analysis_relationship": _relationship(find_analysis),
    "get_analysis_relationship_descriptors": _relationship(find_analysis, descriptors=True),
    # comments
    "list_comments": _all_comments,
    "get_comment": _get(find_comment),
    "delete_comment": _delete_comment,
    "vote_comment": _vote_comment,
    "list_graph_comments": _comments(find_object),
    "add_graph_comment": _add_comment(find_object),
    "list_collection_comments": _comments(find_object),
    "add_collection_comment": _add_comment(find_object),
    "get_comment_relationship": _relationship(find_comment),
    "get_comment_relationship_descriptors": _relationship(find_comment, descriptors=True),
    # feeds
    "get_file_feed_minute": feed_minute("file"),
    "get_file_feed_hour": feed_hour("file"),
    "get_url_feed_minute": feed_minute("url"),
    "get_url_feed_hour": feed_hour("url"),
    "get_domain_feed_minute": feed_minute("domain"),
    "get_domain_feed_hour": feed_hour("domain"),
    "get_ip_address_feed_minute": feed_minute("ip_address"),
    "get_ip_address_feed_hour": feed_hour("ip_address"),
    "get_file_behaviour_feed_minute": feed_minute("file_behaviour"),
    "get_file_behaviour_feed_hour": feed_hour("file_behaviour"),
    "download_feed_file": feed_file,
    "get_feed_file_behaviour_pcap": capture_of_feed,
    # threat lists and subscriptions
    "list_threat_lists": list_threat_lists,
    "get_latest_threat_list": threat_list,
    "get_hourly_threat_list": threat_list,
    "get_collection": _get_collection,
    "get_ioc_delta_package": ioc_delta,
    "get_collection_subscription_preferences": get_subscription,
    "add_collection_subscription_preferences": put_subscription,
    "remove_collection_subscription_preferences": remove_subscription,
    # search
    "search": look_up,
    "intelligence_search": intelligence_search,
    # hunting
    "list_ioc_stream": list_stream,
    "delete_ioc_stream_notifications": delete_stream,
    # work that takes a while
    "create_retrohunt_job": create_retrohunt,
    "create_zip_file": create_zip,
    "create_private_zip_file": create_zip,
    "download_zip_file": download_zip,
    "download_private_zip_file": download_zip,
    "get_zip_file_download_url": zip_address,
    "get_private_zip_file_download_url": zip_address,
    "get_private_analysis": get_private_analysis,
    # quotas
    "get_user_overall_quotas": _overall_quotas,
    "get_user_api_usage": _user_usage,
    "get_group_api_usage": _group_usage,
    # accounts
    "get_current_user": _me,
    "create_group_service_accounts": _create_service_accounts,
    # services with forms of their own
    **ASM,
    **DTM,
}
