"""Intelligence queries from typed parts: `(F.type == "peexe") & (F.positives >= 5)`.

`F`, `U`, `D`, `I` and `C` hold the modifiers of files, URLs, domains, IP addresses and collections.
Comparing a modifier gives a `Query`, and `&`, `|` and `~` join queries. A `Query` is a `str`, its
own text, so that everything that takes a query takes it.

The rules of the language that the texts keep:

- A condition is `name:value`; conditions are joined by AND, OR and NOT, and grouped by
  parentheses. The documentation does not say which of AND and OR binds first: wherever one stands
  inside the other there are parentheses.
- `5+` means 5 or more and `5-` fewer than 5: ten detections or fewer are `positives:11-`. Twice
  the same modifier makes a range.
- Moments are in UTC, as days or to the second, with the same signs; `3d` is three days ago.
- A value that is not one plain word stands in quotes, in which a backslash goes before a quote or
  a backslash. `*` stands for any characters where the modifier knows wildcards.
- `have:name` finds what has any data for a modifier, where that modifier allows it.
- Files are searched where no modifier `entity` says otherwise.

The tables hold what the pages file-, url-, domain-, ip-address- and collection-search-modifiers
of https://docs.virustotal.com/docs/ describe, besides a few names that only the page
search-modifiers-full-list has. For a modifier that a table lacks there is `raw`.
"""

from __future__ import annotations

import re
from abc import ABC, abstractmethod
from datetime import date, datetime, timedelta
from difflib import get_close_matches
from functools import reduce
from typing import TYPE_CHECKING, ClassVar, Generic, Literal, NoReturn, TypeVar

from vt_sdk.core.operation import utc_text
from vt_sdk.errors import InvalidInputError

if TYPE_CHECKING:
    from vt_sdk.models import URL, Collection, Domain, File, IPAddress

__all__ = ["C", "D", "F", "I", "U", "Query"]

E = TypeVar("E")
V = TypeVar("V")

_Shape = Literal["one", "not", "and", "or"]

_DEFAULT_ENTITY = "file"
_PLAIN_WORD = re.compile(r"[A-Za-z0-9_]+(-[A-Za-z0-9_]+)*")
_OPERATORS = frozenset({"AND", "OR", "NOT"})
_ENGINE = re.compile(r"[a-z0-9_]+")
_BYTES = re.compile(r"([0-9A-Fa-f?]{2}|\[\d*-?\d*\]| )+")
_ENTITY = re.compile(r"\bentity\s*:", re.IGNORECASE)


class Query(str, Generic[E]):
    """A query for objects of the class `E`, and the text that is sent.

    Made by comparing a modifier, never by hand. It does not change, and is equal to its text.
    """

    __slots__ = ("_body", "_entity", "_negated", "_shape")

    _entity: str
    _body: str
    _shape: _Shape
    _negated: Query[E] | None

    def __new__(
        cls, entity: str, body: str, shape: _Shape, negated: Query[E] | None = None
    ) -> Query[E]:
        """Put the text together.

        Args:
            entity: the kind of object in the language.
            body: the conditions, without the kind of object.
            shape: what joins the conditions, which says where they need parentheses.
            negated: the query that this one is the negation of.
        """
        text = body
        if entity != _DEFAULT_ENTITY:
            text = f"entity:{entity} AND {f'({body})' if shape == 'or' else body}"
        query = super().__new__(cls, text)
        query._entity = entity
        query._body = body
        query._shape = shape
        query._negated = negated
        return query

    def __getnewargs__(self) -> tuple[str, str, _Shape, Query[E] | None]:  # type: ignore[override]  # made from its parts
        return self._entity, self._body, self._shape, self._negated

    def __and__(self, other: Query[E]) -> Query[E]:
        return self._join(other, "and")

    def __or__(self, other: Query[E]) -> Query[E]:
        return self._join(other, "or")

    def __invert__(self) -> Query[E]:
        if self._negated is not None:
            return self._negated
        body = f"({self._body})" if self._shape in ("and", "or") else self._body
        return Query(self._entity, f"NOT {body}", "not", self)

    def __bool__(self) -> NoReturn:
        # In place of an `and` or a chained comparison that loses one of its sides unseen.
        raise InvalidInputError(
            f"a query is neither true nor false: join with &, | and ~ in place of and, or and not, "
            f"and write a range with between(): {str(self)!r}"
        )

    def __repr__(self) -> str:
        return f"Query({str(self)!r})"

    def _join(self, other: Query[E], shape: Literal["and", "or"]) -> Query[E]:
        if not isinstance(other, Query):
            raise InvalidInputError(
                f"only queries can be joined; a text becomes one by raw(): {other!r:.100}"
            )
        if other._entity != self._entity:
            raise InvalidInputError(
                f"a query searches one kind of object: {self._entity} or {other._entity}, not both"
            )
        parts = (
            part._body if part._shape in ("one", "not", shape) else f"({part._body})"
            for part in (self, other)
        )
        return Query(self._entity, f" {shape.upper()} ".join(parts), shape)


def _word(where: str, value: str) -> str:
    """Give a text as it stands in a query: as it is, or in quotes."""
    text = _checked(where, value)
    if _PLAIN_WORD.fullmatch(text) and text.upper() not in _OPERATORS:
        return text
    return _quoted(text)


def _quoted(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


def _checked(where: str, value: str) -> str:
    if not isinstance(value, str):
        raise InvalidInputError(f"{where}: expected a text, got {value!r:.100}")
    if not value.strip() or _has_controls(value):
        raise InvalidInputError(f"{where}: empty, or with characters that no query can hold")
    return value


def _has_controls(text: str) -> bool:
    return any(ord(character) < ord(" ") for character in text)


class Term(Generic[E]):
    """A modifier: what it looks at, and its name in the language where its attribute differs."""

    __slots__ = ("description", "entity", "label", "name")

    takes: ClassVar[str]

    def __init__(self, description: str, name: str = "") -> None:
        self.description = description
        self.name = name
        self.entity = _DEFAULT_ENTITY
        self.label = name

    def __set_name__(self, owner: type[Terms[E]], attribute: str) -> None:
        self.name = self.name or attribute
        self.label = f"{owner.entity}.{attribute}"
        self.entity = owner.entity

    def __repr__(self) -> str:
        return f"<{self.label}, {self.name}: {self.description}; takes {self.takes}>"

    __hash__ = object.__hash__

    def _is(self, value: str) -> Query[E]:
        return Query(self.entity, f"{self.name}:{value}", "one")

    if not TYPE_CHECKING:
        # Type checkers know what a kind lacks; who runs without one gets a clear error.
        def _refuse(self, _other: object) -> NoReturn:
            raise InvalidInputError(f"{self.label} takes {self.takes} only")

        __eq__ = __ne__ = __lt__ = __le__ = __gt__ = __ge__ = _refuse


class Known(Term[E]):
    """A modifier of which the service can say whether there is any data."""

    __slots__ = ()

    def exists(self) -> Query[E]:
        """Find what has any data here."""
        return Query(self.entity, f"have:{self.name}", "one")


class Equal(Term[E], Generic[E, V], ABC):
    """A modifier that is compared with values of the class `V`."""

    __slots__ = ()
    __hash__ = Term.__hash__

    def __eq__(self, value: V) -> Query[E]:  # type: ignore[override]  # gives a query
        return self._is(self._value(value))

    def __ne__(self, value: V) -> Query[E]:  # type: ignore[override]  # gives a query
        return ~(self == value)

    def any_of(self, *values: V) -> Query[E]:
        """Find what has at least one of the values."""
        if not values:
            raise InvalidInputError(f"{self.label}: any_of() has no value")
        return reduce(Query.__or__, [self == value for value in values])

    @abstractmethod
    def _value(self, value: V) -> str:
        """Give a value as it stands in a query, or refuse it."""


class PlainText(Equal[E, str]):
    """A modifier that is compared with a text."""

    __slots__ = ()
    takes = "== and != with a text, and any_of()"

    def _value(self, value: str) -> str:
        return _word(self.label, value)


class PlainCode(Equal[E, int]):
    """A modifier that is compared with a number, for equality alone."""

    __slots__ = ()
    takes = "== and != with a whole number, and any_of()"

    def _value(self, value: int) -> str:
        return str(self._number(value))

    def _number(self, value: int) -> int:
        if not isinstance(value, int) or isinstance(value, bool):
            raise InvalidInputError(f"{self.label}: expected a whole number, got {value!r:.100}")
        return value


class PlainNumber(PlainCode[E]):
    """A modifier that is compared with a number, also for more and less."""

    __slots__ = ()
    takes = "comparisons with a whole number, between() and any_of()"

    def __ge__(self, value: int) -> Query[E]:
        return self._is(f"{self._number(value)}+")

    def __gt__(self, value: int) -> Query[E]:
        return self._is(f"{self._number(value) + 1}+")

    def __lt__(self, value: int) -> Query[E]:
        return self._is(f"{self._number(value)}-")

    def __le__(self, value: int) -> Query[E]:
        return self._is(f"{self._number(value) + 1}-")

    def between(self, least: int, most: int) -> Query[E]:
        """Find what has a number from the least to the most, both included."""
        if self._number(least) > self._number(most):
            raise InvalidInputError(f"{self.label}: {least} is more than {most}")
        return (self >= least) & (self <= most)


class PlainMoment(Equal[E, date]):
    """A modifier that is compared with a day, a moment that knows its zone, or whole days ago."""

    __slots__ = ()
    takes = "== and != with a day or a moment, after(), before(), between() and any_of()"

    def after(self, moment: date | timedelta) -> Query[E]:
        """Find what is from a day or a moment on, or from so many days ago on."""
        return self._is(f"{self._moment(moment)}+")

    def before(self, moment: date | timedelta) -> Query[E]:
        """Find what is before a day or a moment, or before so many days ago."""
        return self._is(f"{self._moment(moment)}-")

    def between(self, first: date | timedelta, last: date | timedelta) -> Query[E]:
        """Find what is from the first on, and before the last."""
        start, end = self._moment(first), self._moment(last)
        if isinstance(first, timedelta) and isinstance(last, timedelta):
            backwards = first <= last
        else:
            backwards = type(first) is type(last) and start >= end
        if backwards:
            raise InvalidInputError(f"{self.label}: {start} does not come before {end}")
        return self.after(first) & self.before(last)

    def _value(self, value: date) -> str:
        moment = self._moment(value)
        if not isinstance(value, date):
            raise InvalidInputError(f"{self.label}: days ago go into after() or before()")
        return moment

    def _moment(self, value: date | timedelta) -> str:
        if isinstance(value, timedelta):
            if value.days < 1 or value != timedelta(days=value.days):
                raise InvalidInputError(f"{self.label}: expected whole days ago, got {value!r}")
            return f"{value.days}d"
        if isinstance(value, datetime):
            return utc_text(value, "%Y-%m-%dT%H:%M:%S")
        if isinstance(value, date):
            return value.isoformat()
        raise InvalidInputError(f"{self.label}: expected a day or a moment, got {value!r:.100}")


class Content(Equal[E, str | bytes]):
    """What files hold. Such searches cannot be sorted."""

    __slots__ = ()
    takes = "== and != with a text or bytes, any_of() and hex()"

    def hex(self, pattern: str) -> Query[E]:
        """Find bytes in hexadecimal digits, with ? for any digit and [1-4] for a gap."""
        if not _BYTES.fullmatch(_checked(self.label, pattern)):
            raise InvalidInputError(f"{self.label}: not a pattern of bytes: {pattern!r:.100}")
        return self._is(f"{{{pattern}}}")

    def _value(self, value: str | bytes) -> str:
        if isinstance(value, str) and not _has_controls(value):
            return _quoted(_checked(self.label, value))
        if isinstance(value, str):
            value = value.encode()
        if not isinstance(value, bytes) or not value:
            raise InvalidInputError(f"{self.label}: expected a text or bytes, got {value!r:.100}")
        return f"{{{value.hex()}}}"


class Text(PlainText[E], Known[E]):
    """A text that not every object has."""

    __slots__ = ()


class Code(PlainCode[E], Known[E]):
    """A number without an order that not every object has."""

    __slots__ = ()


class Number(PlainNumber[E], Known[E]):
    """A number that not every object has."""

    __slots__ = ()


class Moment(PlainMoment[E], Known[E]):
    """A moment that not every object has."""

    __slots__ = ()


class Terms(Generic[E]):
    """The modifiers of one kind of object."""

    __slots__ = ()

    entity: ClassVar[str] = "any"

    def __init_subclass__(cls) -> None:
        # Each kind of object has its own copy of a modifier that several share.
        for base in cls.__mro__[1:]:
            for attribute, shared in vars(base).items():
                if isinstance(shared, Term) and attribute not in vars(cls):
                    own = type(shared)(shared.description, shared.name)
                    own.__set_name__(cls, attribute)
                    setattr(cls, attribute, own)

    def text(self, words: str) -> Query[E]:
        """Find what has a word or a phrase anywhere in what the service indexes."""
        return Query(self.entity, _word("text", words), "one")

    def raw(self, query: str) -> Query[E]:
        """Take a part of a query as it stands, to be joined with others."""
        if _ENTITY.search(_checked("raw", query)):
            raise InvalidInputError("raw: the modifier entity is added by itself")
        return Query(self.entity, query, "or")

    if not TYPE_CHECKING:

        def __getattr__(self, name: str) -> NoReturn:
            terms = {k: v for k, v in vars(type(self)).items() if isinstance(v, Term)}
            own = {v.name: k for k, v in terms.items()} | {k: k for k in terms}
            near = list(dict.fromkeys(own[n] for n in get_close_matches(name, own, 4)))
            hint = f"near it: {', '.join(near)}" if near else "raw() takes any text"
            raise AttributeError(f"entity {self.entity} has no modifier {name!r}; {hint}")


class ScannedTerms(Terms[E]):
    """The modifiers of a kind of object that engines look at."""

    __slots__ = ()

    def engine(self, name: str) -> PlainText[E]:
        """Give the modifier of one engine: what that engine calls it.

        Args:
            name: the engine in the language, such as `microsoft` or `ahnlab_v3`.
        """
        if not isinstance(name, str) or not _ENGINE.fullmatch(name):
            raise InvalidInputError(f"engine: expected small letters, digits or _: {name!r:.100}")
        term: PlainText[E] = PlainText("what one engine calls it", name)
        term.entity = self.entity
        return term


class FileTerms(ScannedTerms["File"]):
    """The modifiers of files."""

    __slots__ = ()
    entity = "file"

    size: PlainNumber[File] = PlainNumber("how many bytes")
    type: PlainText[File] = PlainText("the type, such as peexe or pdf")
    first_submission: PlainMoment[File] = PlainMoment("when it was submitted first", "fs")
    last_submission: PlainMoment[File] = PlainMoment("when it was submitted last", "ls")
    last_analysis: PlainMoment[File] = PlainMoment("when it was analysed last", "la")
    creation_date: Moment[File] = Moment("when it says it was made")
    positives: PlainNumber[File] = PlainNumber("how many engines detect it")
    children_positives: PlainNumber[File] = PlainNumber("the most detections of a file inside it")
    engines: PlainText[File] = PlainText("what any engine calls it")
    name: PlainText[File] = PlainText("a name it was submitted under")
    tag: Text[File] = Text("a tag of the service")
    submissions: PlainNumber[File] = PlainNumber("how often it was submitted")
    sources: PlainNumber[File] = PlainNumber("how many different submitters it has")
    submitter: PlainText[File] = PlainText("country of a submitter, or web or api")
    first_submitter: PlainText[File] = PlainText("country of the first submitter")
    itw: Text[File] = Text("a URL it was downloaded from")
    metadata: Text[File] = Text("anything in its metadata")
    lang: Text[File] = Text("language of its resources or of its document")
    signature: Text[File] = Text("anything in its code signature")
    subspan: PlainNumber[File] = PlainNumber("seconds from its making to its first submission")
    section: Text[File] = Text("name of a section")
    imports: Text[File] = Text("a library it imports")
    exports: Text[File] = Text("a function it exports")
    resource: Text[File] = Text("SHA-256 of a resource", "peresource")
    behaviour: Text[File] = Text("anything in a sandbox report")
    behaviour_files: Text[File] = Text("what it does to files")
    behaviour_processes: Text[File] = Text("what it does to processes")
    behaviour_injected_processes: Text[File] = Text("processes it injects into")
    behaviour_created_processes: Text[File] = Text("processes it creates")
    behaviour_command_executions: PlainText[File] = PlainText("commands it runs")
    behaviour_registry: Text[File] = Text("what it does to the registry")
    behaviour_network: Text[File] = Text("what it does on the network")
    behaviour_tags: PlainText[File] = PlainText("a tag that a sandbox gives")
    behaviour_signature: PlainText[File] = PlainText("a sandbox rule that it matches")
    behash: PlainText[File] = PlainText("hash of its behaviour")
    sandbox_name: Text[File] = Text("a sandbox that ran it")
    attack_technique: PlainText[File] = PlainText("ATT&CK technique, such as T1055")
    attack_tactic: PlainText[File] = PlainText("ATT&CK tactic, such as TA0003")
    contacted_ip: Text[File] = Text("an address or network it contacts")
    traffic: Text[File] = Text("a host, address or URL in a capture")
    similar_to: PlainText[File] = PlainText("hash of a file of like structure", "similar-to")
    ssdeep: PlainText[File] = PlainText("a like ssdeep hash")
    tlsh: Text[File] = Text("a like TLSH hash")
    imphash: Text[File] = Text("hash of its imports")
    authentihash: Text[File] = Text("hash that its signature covers")
    vhash: PlainText[File] = PlainText("the service's own hash of like files")
    main_icon_dhash: Text[File] = Text("hash of a like icon")
    content: Content[File] = Content("what it holds")
    comment: Text[File] = Text("words of a comment")
    comment_author: PlainText[File] = PlainText("user who commented on it")
    crowdsourced_yara_rule: Text[File] = Text("a YARA rule that it matches")
    crowdsourced_ids: Text[File] = Text("an IDS rule that its traffic matches")
    sigma_rule: Text[File] = Text("id of a Sigma rule that it matches")
    sigma_critical: PlainNumber[File] = PlainNumber("how many critical Sigma rules it matches")
    sigma_high: PlainNumber[File] = PlainNumber("how many high Sigma rules it matches")
    trid: PlainText[File] = PlainText("what TrID takes it for")
    magika: PlainText[File] = PlainText("what Magika takes it for")
    malware_config: Text[File] = Text("anything in its malware configuration")
    crowdsourced_ai_analysis: PlainText[File] = PlainText("words of an AI analysis")
    threat_actor: PlainText[File] = PlainText("a threat actor linked to it")


class SharedTerms(Terms[E]):
    """What all but files are searched by."""

    __slots__ = ()

    tag: Text[E] = Text("a tag")
    last_modification_date: Moment[E] = Moment("when its report changed last")
    comment: Text[E] = Text("words of a comment")
    comment_author: Text[E] = Text("user who commented on it")
    threat_actor: Text[E] = Text("a threat actor linked to it")


class WebTerms(SharedTerms[E], ScannedTerms[E]):
    """What URLs, domains and IP addresses are searched by."""

    __slots__ = ()

    positives: Number[E] = Number("how many engines detect it")
    engines: Text[E] = Text("what any engine calls it")
    reputation: Number[E] = Number("score from the votes of the community")


class HostTerms(WebTerms[E]):
    """What domains and IP addresses are searched by."""

    __slots__ = ()

    detected_communicating_files_count: Number[E] = Number("detected files that contact it")
    communicating_files_max_detections: Number[E] = Number("most detections of these")
    detected_downloaded_files_count: Number[E] = Number("detected files from it")
    downloaded_files_max_detections: Number[E] = Number("most detections of these")
    detected_referring_files_count: Number[E] = Number("detected files that name it")
    referring_files_max_detections: Number[E] = Number("most detections of these")
    detected_urls_count: Number[E] = Number("detected URLs on it")
    urls_max_detections: Number[E] = Number("most detections of these")
    ssl_issuer: Text[E] = Text("issuer of its certificate")
    ssl_subject: Text[E] = Text("subject of its certificate")
    ssl_serial: Text[E] = Text("serial number of its certificate")
    ssl_thumbprint: Text[E] = Text("thumbprint of its certificate")
    ssl_not_before: Moment[E] = Moment("when its certificate becomes valid")
    ssl_not_after: Moment[E] = Moment("when its certificate ends")
    jarm: Text[E] = Text("JARM fingerprint of its server")
    whois: Text[E] = Text("words of its Whois record")


class URLTerms(WebTerms["URL"]):
    """The modifiers of URLs."""

    __slots__ = ()
    entity = "url"

    url: Text[URL] = Text("words of the URL")
    scheme: Text[URL] = Text("scheme, such as https")
    hostname: Text[URL] = Text("words of the host")
    parent_domain: Text[URL] = Text("domain above the host")
    tld: Text[URL] = Text("top-level domain")
    port: Code[URL] = Code("port of the server")
    path: Text[URL] = Text("words of the path")
    extension: Text[URL] = Text("extension of the path or of the download")
    query_field: Text[URL] = Text("name of a query field")
    ip: Text[URL] = Text("address or network it resolved to")
    asn: Code[URL] = Code("number of the autonomous system")
    category: Text[URL] = Text("category of its domain")
    title: Text[URL] = Text("title of the page")
    meta: Text[URL] = Text("words of the META tags")
    tracker: Text[URL] = Text("advertising tracker on the page")
    outgoing_link: Text[URL] = Text("a link on the page")
    cookie: Text[URL] = Text("name of a cookie it sets")
    header: Text[URL] = Text("name of a response header")
    header_value: Text[URL] = Text("value of a response header")
    redirects_to: Text[URL] = Text("URL it redirects to")
    response_code: Code[URL] = Code("status of its answer")
    response_size: Number[URL] = Number("bytes of its answer")
    response_positives: Number[URL] = Number("how many engines detect its answer")
    first_submission: Moment[URL] = Moment("when it was submitted first", "fs")
    last_submission: Moment[URL] = Moment("when it was submitted last", "ls")
    last_analysis: Moment[URL] = Moment("when it was analysed last", "la")
    submissions: Number[URL] = Number("how often it was submitted")
    submitter: Text[URL] = Text("country of a submitter, or web or api")
    first_submitter: Text[URL] = Text("country of the first submitter")
    main_icon_dhash: Text[URL] = Text("hash of a like favicon")
    targeted_brand: Text[URL] = Text("brand it imitates")


class DomainTerms(HostTerms["Domain"]):
    """The modifiers of domains."""

    __slots__ = ()
    entity = "domain"

    domain: Text[Domain] = Text("words of the name")
    fuzzy_domain: Text[Domain] = Text("a name that looks like it")
    domain_regex: Text[Domain] = Text("a regular expression for the name")
    parent_domain: Text[Domain] = Text("domain above it")
    tld: Text[Domain] = Text("top-level domain")
    depth: Number[Domain] = Number("how many levels the name has")
    category: Text[Domain] = Text("category of its content")
    registrar: Text[Domain] = Text("registrar")
    creation_date: Moment[Domain] = Moment("when it was registered")
    last_update_date: Moment[Domain] = Moment("when its registration changed last")
    popularity_rank: Number[Domain] = Number("best rank of popularity")
    main_icon_dhash: Text[Domain] = Text("hash of a like favicon")
    a_record: Text[Domain] = Text("IPv4 address or network in A records")
    cname_record: Text[Domain] = Text("words of its CNAME records")
    mx_record: Text[Domain] = Text("words of its MX records")
    ns_record: Text[Domain] = Text("words of its NS records")
    txt_record: Text[Domain] = Text("words of its TXT records")
    a_record_ttl: Number[Domain] = Number("lifetime of its A records")


class IPAddressTerms(HostTerms["IPAddress"]):
    """The modifiers of IP addresses."""

    __slots__ = ()
    entity = "ip"

    ip: Text[IPAddress] = Text("address or network")
    asn: Code[IPAddress] = Code("number of the autonomous system")
    aso: Text[IPAddress] = Text("owner of the autonomous system")
    country: Text[IPAddress] = Text("country, two letters")
    continent: Text[IPAddress] = Text("continent, two letters")
    domain_resolutions_count: Number[IPAddress] = Number("how many domains resolved to it")


class CollectionTerms(SharedTerms["Collection"]):
    """The modifiers of collections."""

    __slots__ = ()
    entity = "collection"

    name: Text[Collection] = Text("words of the name")
    description: Text[Collection] = Text("words of the description")
    owner: Text[Collection] = Text("who made it")
    origin: Text[Collection] = Text("where it comes from")
    creation_date: Moment[Collection] = Moment("when it was made")
    first_seen: Moment[Collection] = Moment("when it was seen first", "fs")
    last_seen: Moment[Collection] = Moment("when it was seen last", "ls")
    files: Number[Collection] = Number("how many files it holds")
    urls: Number[Collection] = Number("how many URLs it holds")
    domains: Number[Collection] = Number("how many domains it holds")
    ip_addresses: Number[Collection] = Number("how many IP addresses it holds")
    references: Number[Collection] = Number("how many references it holds")
    sigma_rules: Number[Collection] = Number("how many Sigma rules it holds")
    yara_rulesets: Number[Collection] = Number("how many YARA rulesets it holds")
    threat_actors: Number[Collection] = Number("how many threat actors it holds")
    threat_category: Text[Collection] = Text("category of the threat, such as banker")
    source_region: Text[Collection] = Text("region it comes from, two letters")
    targeted_region: Text[Collection] = Text("region it targets, two letters")
    targeted_industry: Text[Collection] = Text("industry it targets")
    motivation: Text[Collection] = Text("motive behind it")
    malware_role: Text[Collection] = Text("role of its malware")
    operating_system: Text[Collection] = Text("system its files run on")
    capability: Text[Collection] = Text("capability of its files")
    detection: Text[Collection] = Text("what engines call its files")


F = FileTerms()
"""What files are searched by."""

U = URLTerms()
"""What URLs are searched by."""

D = DomainTerms()
"""What domains are searched by."""

I = IPAddressTerms()  # noqa: E741  # one letter for each kind
"""What IP addresses are searched by."""

C = CollectionTerms()
"""What collections are searched by."""
