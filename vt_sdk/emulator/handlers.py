"""The operations: one handler for each operationId of the document, named in one table.

A handler gets a `Call` whose arguments the document allows and gives an `Answer`, or raises a
`Problem`. It runs inside one transaction of the store.
"""

import re
import secrets
from collections.abc import Callable, Iterable
from datetime import UTC, date, datetime, timedelta
from typing import TypeAlias

from vt_sdk.emulator.exchange import Answer, Call, JSONObject, Problem, Upload
from vt_sdk.emulator.identifiers import (
    canonical_url,
    file_hash,
    normal_domain,
    normal_ip,
    url_id,
)
from vt_sdk.emulator.paging import list_document
from vt_sdk.emulator.quotas import GROUP, Quota
from vt_sdk.emulator.relations import (
    Source,
    comments_of,
    embedded,
    relationship_document,
    votes_of,
)
from vt_sdk.emulator.reports import pcap
from vt_sdk.emulator.store import AnalysisRow, CommentRow, Listing, VoteRow
from vt_sdk.emulator.world import World
from vt_sdk.status import ErrorCode

__all__ = ["HANDLERS", "Handler", "submission"]

Handler: TypeAlias = Callable[[World, Call], Answer]

_DOWNLOAD_SECONDS = 3600

_LONGEST_USAGE = timedelta(days=30)

_TAG = re.compile(r"(?<!\S)#(\w[\w.:-]*\w|\w)")


# From the path to the object


def _file(world: World, call: Call) -> Source:
    text = call.path["file_id"]
    sha256 = world.store.sha256_of(file_hash(text) or text)
    if world.store.item("file", sha256) is None:
        raise Problem(ErrorCode.NOT_FOUND_ERROR, f'File "{text}" not found')
    return "file", sha256


def _url(world: World, call: Call) -> Source:
    text = call.path["url_id"]
    sha256 = url_id(text)
    if sha256 is None or world.store.item("url", sha256) is None:
        raise Problem(ErrorCode.NOT_FOUND_ERROR, f'URL "{text}" not found')
    return "url", sha256


def _domain(world: World, call: Call) -> Source:
    del world  # Every well-formed domain is known.
    text = call.path["domain"]
    name = normal_domain(text)
    if name is None:
        message = f'Domain "{text}" is not a valid domain pattern'
        raise Problem(ErrorCode.INVALID_ARGUMENT_ERROR, message)
    return "domain", name


def _ip_address(world: World, call: Call) -> Source:
    del world  # Every well-formed address is known.
    text = call.path["ip_address"]
    address = normal_ip(text)
    if address is None:
        message = f'IP address "{text}" is not a valid IP pattern'
        raise Problem(ErrorCode.INVALID_ARGUMENT_ERROR, message)
    return "ip_address", address


def _analysis(world: World, call: Call) -> Source:
    text = call.path["object_id"]
    if world.store.analysis(text) is None:
        raise Problem(ErrorCode.NOT_FOUND_ERROR, f'analysis "{text}" not found')
    return "analysis", text


def _comment(world: World, call: Call) -> Source:
    text = call.path["comment_id"]
    if world.store.comment(text) is None:
        raise Problem(ErrorCode.NOT_FOUND_ERROR, f'comment "{text}" not found')
    return "comment", text


_Finder: TypeAlias = Callable[[World, Call], Source]


# What several groups share


def _get(find: _Finder) -> Handler:
    def handle(world: World, call: Call) -> Answer:
        return Answer({"data": _shown(world, call, find(world, call))})

    return handle


def _shown(world: World, call: Call, source: Source) -> JSONObject:
    shown = world.show(*source, call.base)
    assert shown is not None, "the object was found just now"
    relationships = embedded(world, call, source)
    return {**shown, "relationships": relationships} if relationships else shown


def _rescan(find: _Finder) -> Handler:
    def handle(world: World, call: Call) -> Answer:
        return submission(world.analyse(*find(world, call)), call.base)

    return handle


def submission(analysis: AnalysisRow, base: str) -> Answer:
    """Give the answer to every submission: the descriptor of the analysis."""
    links = {"self": f"{base}/analyses/{analysis.id}"}
    return Answer({"data": {"type": "analysis", "id": analysis.id, "links": links}})


def _comments(find: _Finder) -> Handler:
    def handle(world: World, call: Call) -> Answer:
        listing = comments_of(find(world, call))
        return Answer(list_document(world, call, listing, count=True))

    return handle


def _add_comment(find: _Finder) -> Handler:
    def handle(world: World, call: Call) -> Answer:
        source = find(world, call)
        text = call.body["data"]["attributes"]["text"]
        comment = CommentRow(
            id=f"{source[0][0]}-{source[1]}-{secrets.token_hex(4)}",
            item_type=source[0],
            item_id=source[1],
            author=call.user.name,
            text=text,
            tags=tuple(dict.fromkeys(tag.lower() for tag in _TAG.findall(text))),
            date=world.now(),
        )
        world.store.put_comment(comment)
        world.touch(*source)
        return Answer({"data": _shown(world, call, ("comment", comment.id))})

    return handle


def _votes(find: _Finder) -> Handler:
    def handle(world: World, call: Call) -> Answer:
        return Answer(list_document(world, call, votes_of(find(world, call))))

    return handle


def _add_vote(find: _Finder) -> Handler:
    def handle(world: World, call: Call) -> Answer:
        source = find(world, call)
        earlier = world.store.vote_by(*source, call.user.name)
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
            date=world.now(),
        )
        world.store.put_vote(vote)
        world.touch(*source)
        return Answer({"data": _shown(world, call, ("vote", vote.id))})

    return handle


def _relationship(find: _Finder, *, descriptors: bool = False) -> Handler:
    def handle(world: World, call: Call) -> Answer:
        name = call.path["relationship"]
        source = find(world, call)
        return Answer(relationship_document(world, call, source, name, descriptors=descriptors))

    return handle


# What only one group has


def _upload_url(world: World, call: Call) -> Answer:
    token = secrets.token_urlsafe(24)
    world.store.put_upload_token(token, call.user.name)
    return Answer({"data": f"{call.origin}/upload/{token}"})


def _upload_file(world: World, call: Call) -> Answer:
    upload: Upload = call.body
    return submission(world.submit_file(upload, call.user.name), call.base)


def _download_address(world: World, call: Call) -> str:
    _, sha256 = _file(world, call)
    if not world.store.content_path(sha256).exists():
        message = f'File "{call.path["file_id"]}" not found'
        raise Problem(ErrorCode.NOT_FOUND_ERROR, message)
    token = secrets.token_urlsafe(24)
    world.store.put_download_token(token, sha256, world.clock() + _DOWNLOAD_SECONDS)
    return f"{call.origin}/storage/{token}"


def _download(world: World, call: Call) -> Answer:
    return Answer(location=_download_address(world, call))


def _download_url(world: World, call: Call) -> Answer:
    return Answer({"data": _download_address(world, call)})


def _behaviours(world: World, call: Call) -> Answer:
    source = _file(world, call)
    return Answer(relationship_document(world, call, source, "behaviours", descriptors=False))


def _pcap(world: World, call: Call) -> Answer:
    sandbox_id = call.path["sandbox_id"]
    item = world.store.item("file_behaviour", sandbox_id)
    if item is None or not item.data.get("has_pcap"):
        raise Problem(ErrorCode.NOT_FOUND_ERROR, f'file_behaviour "{sandbox_id}" not found')
    return Answer(content=pcap(sandbox_id), media_type="application/vnd.tcpdump.pcap")


def _scan_url(world: World, call: Call) -> Answer:
    canonical = canonical_url(call.body["url"])
    if canonical is None:
        raise Problem(ErrorCode.INVALID_ARGUMENT_ERROR, "Unable to canonicalize url")
    return submission(world.submit_url(canonical), call.base)


def _get_analysis(world: World, call: Call) -> Answer:
    source = _analysis(world, call)
    world.store.count_poll(source[1])
    document: JSONObject = {"data": _shown(world, call, source)}
    analysis = world.store.analysis(source[1])
    assert analysis is not None, "the analysis was found just now"
    item = world.known(analysis.item_type, analysis.item_id)
    if item.type == "file":
        hashes = {name: item.data[name] for name in ("sha256", "md5", "sha1", "size")}
        document["meta"] = {"file_info": hashes}
    elif item.type == "url":
        document["meta"] = {"url_info": {"id": item.id, "url": item.data["url"]}}
    return Answer(document)


def _all_comments(world: World, call: Call) -> Answer:
    query = "SELECT seq, 'comment' AS type, id, NULL AS context FROM comments"
    wanted = call.query.get("filter")
    if not wanted:
        return Answer(list_document(world, call, Listing(query, ())))
    field, _, tag = wanted.partition(":")
    if field != "tag" or not tag:
        raise Problem(ErrorCode.INVALID_ARGUMENT_ERROR, f'Invalid filter "{wanted}"')
    query += " WHERE EXISTS (SELECT 1 FROM json_each(comments.tags) WHERE value = ?)"
    return Answer(list_document(world, call, Listing(query, (tag.strip('"').lower(),))))


def _delete_comment(world: World, call: Call) -> Answer:
    _, comment_id = _comment(world, call)
    comment = world.store.comment(comment_id)
    if comment is None or comment.author != call.user.name:
        raise Problem.forbidden()
    world.store.delete_comment(comment_id)
    return Answer()


def _vote_comment(world: World, call: Call) -> Answer:
    _, comment_id = _comment(world, call)
    world.store.put_comment_vote(comment_id, call.user.name, call.body["data"])
    return Answer({"data": world.store.comment_votes(comment_id)})


def _own_quota(world: World, call: Call) -> Quota:
    """Give the quota of the user in the path, who must be the caller."""
    found = world.store.owner(call.path["user_id"])
    if found is None:
        raise Problem(ErrorCode.NOT_FOUND_ERROR, f'User "{call.path["user_id"]}" not found')
    user, quota = found
    if user.name != call.user.name:
        raise Problem.forbidden()
    return quota


def _overall_quotas(world: World, call: Call) -> Answer:
    quota = _own_quota(world, call)
    return Answer({"data": world.meter.overall(call.user.name, quota, world.clock())})


def _user_usage(world: World, call: Call) -> Answer:
    _own_quota(world, call)
    return _usage(world, call, [call.user.name])


def _group_usage(world: World, call: Call) -> Answer:
    if call.path["group_id"] != GROUP:
        raise Problem(ErrorCode.NOT_FOUND_ERROR, f'Group "{call.path["group_id"]}" not found')
    return _usage(world, call, world.store.premium_users())


def _usage(world: World, call: Call, users: Iterable[str]) -> Answer:
    last = _day(call, "end_date") or datetime.fromtimestamp(world.clock(), UTC).date()
    earliest = max(1, last.toordinal() - _LONGEST_USAGE.days)
    first = _day(call, "start_date") or date.fromordinal(earliest)
    if not timedelta() <= last - first <= _LONGEST_USAGE:
        message = f"The days from {first} to {last} are not a span of 30 days at most"
        raise Problem(ErrorCode.INVALID_ARGUMENT_ERROR, message)
    return Answer({"data": world.meter.usage(users, first, last)})


def _day(call: Call, name: str) -> date | None:
    text = call.query.get(name)
    if text is None:
        return None
    try:
        return date(int(text[:4]), int(text[4:6]), int(text[6:]))
    except ValueError:
        message = f'Invalid value for parameter "{name}": {text} is not a day'
        raise Problem(ErrorCode.INVALID_ARGUMENT_ERROR, message) from None


HANDLERS: dict[str, Handler] = {
    # files
    "get_file_upload_url": _upload_url,
    "upload_file": _upload_file,
    "get_file": _get(_file),
    "rescan_file": _rescan(_file),
    "list_file_comments": _comments(_file),
    "add_file_comment": _add_comment(_file),
    "list_file_votes": _votes(_file),
    "add_file_vote": _add_vote(_file),
    "download_file": _download,
    "get_file_download_url": _download_url,
    "list_file_behaviours": _behaviours,
    "get_file_behaviour_pcap": _pcap,
    "get_file_relationship": _relationship(_file),
    "get_file_relationship_descriptors": _relationship(_file, descriptors=True),
    # urls
    "scan_url": _scan_url,
    "get_url": _get(_url),
    "rescan_url": _rescan(_url),
    "list_url_comments": _comments(_url),
    "add_url_comment": _add_comment(_url),
    "list_url_votes": _votes(_url),
    "add_url_vote": _add_vote(_url),
    "get_url_relationship": _relationship(_url),
    "get_url_relationship_descriptors": _relationship(_url, descriptors=True),
    # domains
    "get_domain": _get(_domain),
    "rescan_domain": _rescan(_domain),
    "list_domain_comments": _comments(_domain),
    "add_domain_comment": _add_comment(_domain),
    "list_domain_votes": _votes(_domain),
    "add_domain_vote": _add_vote(_domain),
    "get_domain_relationship": _relationship(_domain),
    "get_domain_relationship_descriptors": _relationship(_domain, descriptors=True),
    # ip_addresses
    "get_ip_address": _get(_ip_address),
    "rescan_ip_address": _rescan(_ip_address),
    "list_ip_address_comments": _comments(_ip_address),
    "add_ip_address_comment": _add_comment(_ip_address),
    "list_ip_address_votes": _votes(_ip_address),
    "add_ip_address_vote": _add_vote(_ip_address),
    "get_ip_address_relationship": _relationship(_ip_address),
    "get_ip_address_relationship_descriptors": _relationship(_ip_address, descriptors=True),
    # analyses
    "get_analysis": _get_analysis,
    "get_analysis_relationship": _relationship(_analysis),
    "get_analysis_relationship_descriptors": _relationship(_analysis, descriptors=True),
    # comments
    "list_comments": _all_comments,
    "get_comment": _get(_comment),
    "delete_comment": _delete_comment,
    "vote_comment": _vote_comment,
    "get_comment_relationship": _relationship(_comment),
    "get_comment_relationship_descriptors": _relationship(_comment, descriptors=True),
    # quotas
    "get_user_overall_quotas": _overall_quotas,
    "get_user_api_usage": _user_usage,
    "get_group_api_usage": _group_usage,
}
