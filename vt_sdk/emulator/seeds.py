"""What a fresh emulator knows already: the EICAR test file and some reserved names.

Comments, votes, relationships and behaviour reports hang on them, enough to page through and to
meet each shape of an answer once, an error among the items of a list included.
"""

import base64
import hashlib
import ipaddress
import itertools
from collections.abc import Sequence

from vt_sdk.emulator.asm import seed_asm
from vt_sdk.emulator.backend import MADE_HERE
from vt_sdk.emulator.dtm import seed_dtm
from vt_sdk.emulator.filetypes import EICAR
from vt_sdk.emulator.identifiers import canonical_url, short_hash, url_sha256
from vt_sdk.emulator.messages import JSONObject, Upload, User
from vt_sdk.emulator.quotas import Quota
from vt_sdk.emulator.relations import Source
from vt_sdk.emulator.reports import EPOCH, known_domain, known_ip, new_file, new_url
from vt_sdk.emulator.samples import sample_objects, sample_types
from vt_sdk.emulator.store import AnalysisRow, CommentRow, Item, Store, VoteRow
from vt_sdk.emulator.verdicts import HARMLESS, MALICIOUS, digest

__all__ = ["PREMIUM_KEY", "PREMIUM_USER", "PUBLIC_KEY", "PUBLIC_USER", "seed"]


def _key(name: str) -> str:
    return hashlib.sha256(f"key of {name}".encode()).hexdigest()


PUBLIC_USER = User("emulator-public", premium=False)
PREMIUM_USER = User("emulator-premium", premium=True)

# Always the same, so that a program and an emulator started apart from it agree.
PUBLIC_KEY = _key(PUBLIC_USER.name)
PREMIUM_KEY = _key(PREMIUM_USER.name)

_README = b"Nothing to see here.\n"
_DOMAINS = ("example.com", "example.org", "malware.example")
_ADDRESSES = ("192.0.2.1", "198.51.100.7", "2001:db8::1", "203.0.113.66")
_URLS = ("http://example.com/", "http://malware.example/")
_RESOLUTIONS = (
    ("example.com", "192.0.2.1"),
    ("example.com", "198.51.100.7"),
    ("example.org", "198.51.100.7"),
    ("example.org", "2001:db8::1"),
    ("malware.example", "203.0.113.66"),
)
_SANDBOXES = ("Glass Box", "Sandpit")
_COMMENTS = (
    "The #EICAR test file: every scanner should know it, and it does no harm.",
    "Seen in a #training course.\nNot a threat.",
    "Used to check that the mail gateway works. #eicar #test",
)
_COMMENT_COUNT = 26
_VOTERS = 13
_DAY = 86_400
_ANALYSED = EPOCH + 300 * _DAY


def seed(store: Store) -> None:
    """Fill an empty store."""
    with store.transaction():
        store.put_key(PUBLIC_KEY, PUBLIC_USER, Quota())
        store.put_key(PREMIUM_KEY, PREMIUM_USER, Quota())
        for name in _DOMAINS:
            store.put_item(known_domain(name))
        for address in _ADDRESSES:
            store.put_item(known_ip(address))
        urls = [_seed_url(store, url) for url in _URLS]
        eicar = _seed_file(store, EICAR, ["eicar.com", "eicar.com.txt"], 120, 48)
        readme = _seed_file(store, _README, ["readme.txt"], 2, 1)
        _seed_resolutions(store)
        _seed_behaviours(store, eicar, readme)
        _seed_links(store, eicar, readme, urls)
        _seed_talk(store, eicar, _COMMENT_COUNT, _VOTERS)
        for object_type in sorted(sample_types() - set(MADE_HERE)):
            for object_id, data in sample_objects(object_type):
                store.put_item(Item(object_type, object_id, data))
        seed_asm(store)
        seed_dtm(store)
        _seed_stream(store, (eicar, urls[1], ("domain", "malware.example")))
        for source in (readme, *urls, ("domain", "example.com"), ("ip_address", "192.0.2.1")):
            _seed_talk(store, source, 2, 1)


def _seed_file(
    store: Store, content: bytes, names: list[str], times_submitted: int, sources: int
) -> Source:
    md5 = hashlib.md5(content, usedforsecurity=False).hexdigest()
    sha1 = hashlib.sha1(content, usedforsecurity=False).hexdigest()
    sha256 = hashlib.sha256(content).hexdigest()
    path = store.content_path(sha256)
    path.write_bytes(content)
    upload = Upload(names[0], path, len(content), md5, sha1, sha256, content)
    item = new_file(upload, EPOCH)
    item.data |= {
        "names": names,
        "meaningful_name": names[0],
        "times_submitted": times_submitted,
        "unique_sources": sources,
        "last_analysis_date": _ANALYSED,
    }
    store.put_item(item)
    for alias in (md5, sha1):
        store.put_alias(alias, sha256)
    store.put_analysis(
        AnalysisRow(
            id=base64.b64encode(f"{md5}:{_ANALYSED}".encode("ascii")).decode("ascii"),
            item_type="file",
            item_id=sha256,
            created=_ANALYSED,
            seconds=0,
            polls_needed=0,
            polls=0,
        )
    )
    return "file", sha256


def _seed_url(store: Store, url: str) -> Source:
    canonical = canonical_url(url) or url
    item = new_url(canonical, url_sha256(canonical), EPOCH)
    item.data |= {"times_submitted": 3, "last_analysis_date": EPOCH + 200 * _DAY}
    store.put_item(item)
    return "url", item.id


def _seed_resolutions(store: Store) -> None:
    for number, (name, address) in enumerate(_RESOLUTIONS):
        item = Item(
            type="resolution",
            id=f"{address}{name}",
            data={
                "date": EPOCH + number * _DAY,
                "host_name": name,
                "ip_address": address,
                "resolver": "Emulator",
            },
        )
        store.put_item(item)
        for source in (("domain", name), ("ip_address", address)):
            store.put_link(source, "resolutions", (item.type, item.id))


def _seed_behaviours(store: Store, eicar: Source, readme: Source) -> None:
    for sandbox in _SANDBOXES:
        item = Item(
            type="file_behaviour",
            id=f"{eicar[1]}_{sandbox}",
            data=_behaviour(sandbox, readme[1]),
        )
        store.put_item(item)
        store.put_link(eicar, "behaviours", (item.type, item.id))
        store.put_link((item.type, item.id), "file", eicar)


def _behaviour(sandbox: str, dropped: str) -> JSONObject:
    address = "192.0.2.1"
    return {
        "sandbox_name": sandbox,
        "analysis_date": EPOCH + 30 * _DAY,
        "last_modification_date": EPOCH + 31 * _DAY,
        "behash": digest(sandbox).hex()[:32],
        "has_html_report": False,
        "has_evtx": False,
        "has_memdump": False,
        "has_pcap": True,
        "verdicts": ["MALWARE"],
        "verdict_confidence": 70,
        "tags": ["CHECKS_NETWORK_ADAPTERS"],
        "command_executions": ["C:\\eicar.com"],
        "files_written": ["C:\\readme.txt"],
        "files_dropped": [{"path": "C:\\readme.txt", "sha256": dropped, "type": "TEXT"}],
        "processes_tree": [
            {
                "process_id": "1204",
                "name": "C:\\eicar.com",
                "children": [{"process_id": "1216", "name": "C:\\Windows\\ntvdm.exe"}],
            }
        ],
        "dns_lookups": [{"hostname": "example.com", "resolved_ips": [address]}],
        "ip_traffic": [
            {
                "destination_ip": address,
                "destination_ip_as_int": int(ipaddress.ip_address(address)),
                "destination_port": 80,
                "transport_layer_protocol": "TCP",
            }
        ],
    }


def _seed_links(store: Store, eicar: Source, readme: Source, urls: list[Source]) -> None:
    unknown = digest("a file that the service has lost").hex()
    for name in ("example.com", "malware.example"):
        store.put_link(eicar, "contacted_domains", ("domain", name))
        store.put_link(("domain", name), "communicating_files", eicar)
    for address in ("192.0.2.1", "203.0.113.66"):
        store.put_link(eicar, "contacted_ips", ("ip_address", address))
        store.put_link(("ip_address", address), "communicating_files", eicar)
    # A URL and a file that nobody knows: listings show an error in their place.
    lost = "http://lost.example/"
    for text, url in zip((*_URLS, lost), (*urls, ("url", url_sha256(lost))), strict=True):
        store.put_link(eicar, "contacted_urls", url, {"url": text})
    store.put_link(eicar, "dropped_files", readme)
    store.put_link(eicar, "dropped_files", ("file", unknown))
    store.put_link(readme, "execution_parents", eicar)
    for url, address in zip(urls, ("192.0.2.1", "203.0.113.66"), strict=True):
        store.put_link(url, "last_serving_ip_address", ("ip_address", address))
    store.put_link(("domain", "example.com"), "subdomains", ("domain", "www.example.com"))


def _seed_stream(store: Store, entities: Sequence[Source]) -> None:
    """Let the notifications be about objects that are there."""
    rows = store.rows("SELECT id FROM objects WHERE type = 'ioc_stream_notification'")
    for row, entity in zip(rows, itertools.cycle(entities), strict=False):
        item = store.item("ioc_stream_notification", row["id"])
        assert item is not None, row["id"]
        item.data["entity_type"], item.data["entity_id"] = entity
        store.put_item(item)


def _seed_talk(store: Store, source: Source, comments: int, votes: int) -> None:
    object_type, object_id = source
    for number in range(comments):
        text = _COMMENTS[number % len(_COMMENTS)] if object_type == "file" else "Seen before."
        tags = tuple(word[1:].strip(".,").lower() for word in text.split() if word.startswith("#"))
        comment = CommentRow(
            id=f"{object_type[0]}-{object_id}-{short_hash('comment', object_id, number)}",
            item_type=object_type,
            item_id=object_id,
            author=f"analyst-{number % 7}",
            text=text,
            tags=tags,
            date=EPOCH + number * 3600,
        )
        store.put_comment(comment)
        store.put_comment_vote(comment.id, "analyst-8", "positive")
    item = store.item(object_type, object_id)
    is_bad = item is not None and item.verdict == MALICIOUS
    for number in range(votes):
        vote = VoteRow(
            id=f"{object_type[0]}-{object_id}-{short_hash('vote', object_id, number)}",
            item_type=object_type,
            item_id=object_id,
            voter=f"analyst-{number}",
            verdict=MALICIOUS if is_bad and number else HARMLESS,
            date=EPOCH + number * 3600,
        )
        store.put_vote(vote)
