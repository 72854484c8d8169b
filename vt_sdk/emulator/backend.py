"""The emulated service apart from HTTP: submissions, objects as answers show them, time.

Handlers and relationships work on it; it works on the store and on what `reports` and `verdicts`
make of an object.
"""

import base64
import html
import secrets
import time
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from itertools import islice
from urllib.parse import quote

from vt_sdk.emulator.document import Document
from vt_sdk.emulator.identifiers import canonical_url, url_sha256
from vt_sdk.emulator.messages import JSONObject, Problem, Upload
from vt_sdk.emulator.quotas import QuotaMeter
from vt_sdk.emulator.reports import (
    EPOCH,
    known_domain,
    known_ip,
    new_file,
    new_url,
    visit,
)
from vt_sdk.emulator.samples import has_sample, is_unknown, sample
from vt_sdk.emulator.store import AnalysisRow, Item, Store
from vt_sdk.emulator.verdicts import HARMLESS, results, stats
from vt_sdk.status import ErrorCode

__all__ = ["MADE_HERE", "SCANNED", "Backend"]

SCANNED = ("file", "url", "domain", "ip_address")

# What the emulator makes itself; objects of all other types look like the samples.
MADE_HERE = (*SCANNED, "analysis", "comment", "file_behaviour", "resolution", "vote")

# How far work has come, in the words of the object that stands for it.
_STATES = {
    "operation": ("running", "running", "finished"),
    "private_analysis": ("queued", "in-progress", "completed"),
    "retrohunt_job": ("starting", "running", "finished"),
    "zip_file": ("starting", "creating", "finished"),
}

# While an analysis is in progress, this part of the engines has answered.
_PARTIAL = 0.5


@dataclass(slots=True)
class Backend:
    """Everything that calls act on."""

    store: Store
    document: Document
    analysis_seconds: float = 0.0
    analysis_polls: int = 0
    clock: Callable[[], float] = time.time
    feed_lag_minutes: int = 60
    feed_seeds: bool = True
    meter: QuotaMeter = field(default_factory=QuotaMeter)

    def now(self) -> int:
        """Return the time as the service notes it, in whole seconds."""
        return int(self.clock())

    # Objects

    def item(self, object_type: str, object_id: str) -> Item | None:
        """Return what is known of an object; domains and addresses need not be stored."""
        item = self.store.item(object_type, object_id)
        if item is None and object_type == "domain":
            return known_domain(object_id)
        if item is None and object_type == "ip_address":
            return known_ip(object_id)
        if item is None and self._looks_like_a_sample(object_type, object_id):
            return Item(object_type, object_id, sample(object_type, object_id))
        return item

    def _looks_like_a_sample(self, object_type: str, object_id: str) -> bool:
        return (
            object_type not in (*MADE_HERE, "user")
            and has_sample(object_type)
            and not is_unknown(object_id)
            and not self.store.is_deleted(object_type, object_id)
        )

    def known(self, object_type: str, object_id: str) -> Item:
        """Return an object that must be known, because something stored refers to it."""
        item = self.item(object_type, object_id)
        assert item is not None, (object_type, object_id)
        return item

    def touch(self, object_type: str, object_id: str) -> None:
        """Note that something about an object has changed just now."""
        self.store.put_item(replace(self.known(object_type, object_id), modified=self.now()))

    def address(self, object_type: str, object_id: str, base: str) -> str:
        """Return the address of an object."""
        home = self.document.home(object_type)
        collection = f"{object_type}s" if home is None else "/".join(home[:-1])
        return f"{base}/{collection}/{quote(object_id, safe=':=')}"

    def show(self, object_type: str, object_id: str, base: str) -> JSONObject | None:
        """Return an object as answers hold it, None if there is none."""
        attributes = self._attributes(object_type, object_id)
        if attributes is None:
            return None
        links = {"self": self.address(object_type, object_id, base)}
        if object_type == "analysis" and (analysis := self.store.analysis(object_id)):
            links["item"] = self.address(analysis.item_type, analysis.item_id, base)
        return {"type": object_type, "id": object_id, "links": links, "attributes": attributes}

    def _attributes(self, object_type: str, object_id: str) -> JSONObject | None:
        match object_type:
            case "analysis":
                return self._analysis(object_id)
            case "comment":
                return self._comment(object_id)
            case "vote":
                return self._vote(object_id)
        item = self.item(object_type, object_id)
        if item is None:
            return self._user(object_id) if object_type == "user" else None
        if object_type in SCANNED:
            return self._scanned(item)
        if object_type == "resolution":
            return self._resolution(item)
        granted = self._granted(object_id) if object_type == "service_account" else {}
        return {**item.data, **granted, **self._progress(item), **self._counts(item)}

    def _counts(self, item: Item) -> JSONObject:
        """Count what is linked to an object that somebody made, where its type has a counter."""
        if not item.owner:
            return {}
        known = self.document.attributes(item.type)
        return {
            f"{name}_count": len(self.store.linked((item.type, item.id), name))
            for name in self.document.relationships(item.type)
            if f"{name}_count" in known
        }

    def _user(self, name: str) -> JSONObject | None:
        if self.store.is_deleted("user", name) or is_unknown(name):
            return None
        if granted := self._granted(name):
            return sample("user", name) | granted
        return {"user_since": EPOCH, "reputation": 1}

    def _granted(self, name: str) -> JSONObject:
        """Return what the owner of a key may do, nothing of one who has none."""
        if (found := self.store.owner(name)) is None:
            return {}
        user, quota = found
        overall = self.meter.overall(name, quota, self.clock())
        return {
            "privileges": {"intelligence": {"granted": user.premium}},
            "quotas": {kind: shown["user"] for kind, shown in overall.items()},
        }

    def _progress(self, item: Item) -> JSONObject:
        """Say how far the work is that an object stands for, if it stands for any."""
        work = self.store.analyses_of(item.type, item.id)
        if not work:
            return {}
        status = work[0].status(self.clock())
        stage = ("queued", "in-progress", "completed").index(status)
        shown: JSONObject = {"status": _STATES[item.type][stage], "progress": 50 * stage}
        return {name: value for name, value in shown.items() if name in item.data}

    def _scanned(self, item: Item) -> JSONObject:
        votes = self.store.total_votes(item.type, item.id)
        computed: JSONObject = {
            "total_votes": votes,
            "reputation": votes["harmless"] - votes["malicious"],
            "last_modification_date": item.modified,
        }
        analysed = self._last_analysis(item)
        verdicts: JSONObject = {}
        if analysed is not None:
            verdicts = self._results(item, analysed)
            if item.type == "url":
                computed |= visit(item)
        computed["last_analysis_results"] = verdicts
        computed["last_analysis_stats"] = stats(item.type, verdicts)
        # What somebody has said of the object wins over what follows from its identifier.
        attributes = computed | item.data
        if analysed is not None:
            attributes["last_analysis_date"] = analysed
        return attributes

    @staticmethod
    def _results(item: Item, date: float, share: float = 1.0) -> JSONObject:
        """Return what the engines say of an object; those of the first ones if work goes on."""
        said: JSONObject | None = item.data.get("last_analysis_results")
        if said is None:
            return results(item.type, item.id, item.verdict, date, share)
        return dict(islice(said.items(), round(len(said) * share)))

    def _last_analysis(self, item: Item) -> int | None:
        now = self.clock()
        for analysis in self.store.analyses_of(item.type, item.id):
            if analysis.status(now) == "completed":
                return int(analysis.created)
        date = item.data.get("last_analysis_date")
        return int(date) if date is not None else None

    def _analysis(self, analysis_id: str) -> JSONObject | None:
        analysis = self.store.analysis(analysis_id)
        if analysis is None:
            return None
        status = analysis.status(self.clock())
        item = self.known(analysis.item_type, analysis.item_id)
        share = {"queued": 0.0, "in-progress": _PARTIAL}.get(status, 1.0)
        verdicts = self._results(item, analysis.created, share)
        return {
            "date": int(analysis.created),
            "status": status,
            "stats": stats(analysis.item_type, verdicts),
            "results": verdicts,
        }

    def _comment(self, comment_id: str) -> JSONObject | None:
        comment = self.store.comment(comment_id)
        if comment is None:
            return None
        return {
            "date": comment.date,
            "text": comment.text,
            "html": html.escape(comment.text, quote=False).replace("\n", "<br />"),
            "tags": list(comment.tags),
            "votes": self.store.comment_votes(comment_id),
        }

    def _vote(self, vote_id: str) -> JSONObject | None:
        vote = self.store.vote(vote_id)
        if vote is None:
            return None
        return {
            "date": vote.date,
            "verdict": vote.verdict,
            "value": 1 if vote.verdict == HARMLESS else -1,
        }

    def _resolution(self, item: Item) -> JSONObject:
        shown = dict(item.data)
        for key, object_type in (("host_name", "domain"), ("ip_address", "ip_address")):
            target = self.known(object_type, str(shown[key]))
            verdicts = self._results(target, item.data["date"])
            shown[f"{key}_last_analysis_stats"] = stats(target.type, verdicts)
        return shown

    @staticmethod
    def works(object_type: str) -> tuple[str, ...]:
        """Say which attributes tell how far the work is that an object of a type stands for."""
        return ("status", "progress") if object_type in _STATES else ()

    # Submissions

    def submit_file(self, upload: Upload, user: str) -> AnalysisRow:
        """Take a file in and queue its analysis."""
        now = self.now()
        item = self.store.item("file", upload.sha256)
        if item is None:
            item = new_file(upload, now)
            self.store.put_alias(upload.md5, upload.sha256)
            self.store.put_alias(upload.sha1, upload.sha256)
        if upload.name and upload.name not in item.data["names"]:
            item.data["names"].append(upload.name)
        if item.data["names"]:
            item.data["meaningful_name"] = item.data["names"][0]
        if self.store.put_submitter(item, user):
            item.data["unique_sources"] += 1
        self.store.keep_content(upload.sha256, upload.path)
        return self._submitted(item, now)

    def submit_url(self, canonical: str) -> AnalysisRow:
        """Take a URL in and queue its analysis."""
        sha256 = url_sha256(canonical)
        item = self.store.item("url", sha256)
        return self._submitted(item or new_url(canonical, sha256, self.now()), self.now())

    def know_url(self, text: str) -> str | None:
        """Return the id of a URL and note it, None if the text is none."""
        canonical = canonical_url(text)
        if canonical is None:
            return None
        sha256 = url_sha256(canonical)
        if self.store.item("url", sha256) is None:
            self.store.put_item(new_url(canonical, sha256, self.now()))
        return sha256

    def submit_private(
        self, body: Upload | JSONObject | None, user: str, subject: tuple[str, str] | None
    ) -> Item:
        """Take a private file or URL in, or one that is known again; give its analysis."""
        now = self.now()
        if isinstance(body, Upload):
            self.store.keep_content(body.sha256, body.path)
            names = {"names": [body.name], "meaningful_name": body.name}
            subject = self._keep_private("private_file", new_file(body, now), names)
        elif body is not None:
            canonical = canonical_url(body["url"])
            if canonical is None:
                raise Problem(ErrorCode.INVALID_ARGUMENT_ERROR, "Unable to canonicalize url")
            url = new_url(canonical, url_sha256(canonical), now)
            subject = self._keep_private("private_url", url, {})
        assert subject is not None, "nothing to analyse"
        shown_id = base64.b64encode(f"{subject[1]}:{secrets.token_hex(4)}".encode()).decode()
        item = Item("private_analysis", shown_id, {"date": now, "status": ""}, owner=user)
        self.store.put_item(item)
        self.store.put_link((item.type, item.id), "item", subject)
        self.store.put_link((item.type, item.id), "submitter", ("user", user))
        self.store.put_link(subject, "analyses", (item.type, item.id))
        self.start_work(item)
        return item

    def _keep_private(self, object_type: str, item: Item, more: JSONObject) -> tuple[str, str]:
        known = self.document.attributes(object_type)
        data = {name: value for name, value in {**item.data, **more}.items() if name in known}
        self.store.put_item(replace(item, type=object_type, data=data))
        return object_type, item.id

    def analyse(self, object_type: str, object_id: str) -> AnalysisRow:
        """Queue an analysis of an object that is known."""
        now = self.clock()
        analysis_id = self._analysis_id(object_type, object_id, int(now))
        analysis = self._queue(analysis_id, object_type, object_id)
        self.touch(object_type, object_id)
        return analysis

    @property
    def readiness(self) -> dict[str, str]:
        """What answers to submissions say of when to look: at once, if work takes no time.

        The service says nothing of it.
        """
        return {} if self.analysis_seconds else {"retry-after": "0"}

    def start_work(self, item: Item) -> None:
        """Queue the work that an object stands for; its status will tell how far it is."""
        self._queue(f"{item.type}:{item.id}", item.type, item.id)

    def count_poll(self, object_type: str, object_id: str) -> None:
        """Note that somebody asked how far the work is that an object stands for."""
        if object_type in _STATES:
            self.store.count_poll(f"{object_type}:{object_id}")

    def _queue(self, analysis_id: str, object_type: str, object_id: str) -> AnalysisRow:
        analysis = AnalysisRow(
            id=analysis_id,
            item_type=object_type,
            item_id=object_id,
            created=self.clock(),
            seconds=self.analysis_seconds,
            polls_needed=self.analysis_polls,
            polls=0,
        )
        self.store.put_analysis(analysis)
        return analysis

    def _submitted(self, item: Item, now: int) -> AnalysisRow:
        item.data["times_submitted"] += 1
        item.data["last_submission_date"] = now
        self.store.put_item(item)
        return self.analyse(item.type, item.id)

    def _analysis_id(self, object_type: str, object_id: str, now: int) -> str:
        if object_type != "file":
            return f"{object_type[0]}-{object_id}-{now}"
        md5 = self.known("file", object_id).data["md5"]
        return base64.b64encode(f"{md5}:{now}".encode("ascii")).decode("ascii")
