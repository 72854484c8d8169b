"""Indicators: hashes, URLs, domains and IP addresses, told from each other by the text.

`classify` decides for one text, `find` for all that stand in a text of many words. Here, and only
here, defanged forms such as `hxxp://evil[.]example` are understood. Nothing is guessed: a text that
may be the name of a file as well as a domain, such as `invoice.zip`, is refused until the caller
says what it is.
"""

import ipaddress
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Final, Literal, TypeAlias

from vt_sdk._extras import extra
from vt_sdk.core.identifiers import SHAPES, refanged, shown, split_url
from vt_sdk.errors import AmbiguousIndicatorError, InvalidInputError

__all__ = ["Found", "Indicator", "Kind", "classify", "find"]

Kind: TypeAlias = Literal["file", "url", "domain", "ip_address"]
"""What an indicator is of; the groups of the client have the plurals of these names."""

_SHAPES: Final[dict[Kind, str]] = {
    "file": "hash",
    "url": "submitted_url",
    "domain": "domain",
    "ip_address": "ip",
}

_HASH: Final = re.compile(r"(?:[0-9a-fA-F]{32}|[0-9a-fA-F]{40}|[0-9a-fA-F]{64})")
_SCHEME: Final = re.compile(r"[a-z][a-z0-9+.-]*:(?!\d)", re.IGNORECASE)
_AUTHORITY: Final = re.compile(r"(\[[^\]]*\]|[^:]*):?(.*)", re.DOTALL)
_NETWORK: Final = re.compile(r"(.+)/\d{1,3}")
# DNS has names with these, but a text that does stands for several.
_SEPARATOR: Final = re.compile(r"[,;]")
_TOP_LEVEL: Final = re.compile(r"(?:[a-z]{2,}|xn--[a-z0-9-]+)")

# What texts stand in: quotes of several languages, angle brackets, and the end of a sentence.
_QUOTES: Final = "\"'`´‘’‚“”„«»‹›<>"
_AROUND: Final = _QUOTES + " \t\r\n"
_BEHIND: Final = ".,;!?"

# Top-level domains that files end with as well. That of the most domains, `com`, is not among them.
_EITHER: Final = frozenset(
    [
        *("app", "cab", "cat", "cc", "dot", "java", "map", "md", "mov", "one", "pl", "ps", "pub"),
        *("py", "rs", "run", "sh", "so", "zip"),
    ]
)
# Endings of files that are no top-level domains.
_FILES: Final = frozenset(
    [
        *("7z", "aac", "aar", "accdb", "ace", "apk", "appimage", "appx", "asc", "ashx", "asm"),
        *("asmx", "asp", "aspx", "avi", "avro", "bak", "bash", "bat", "bin", "bmp", "bz2", "c"),
        *("cap", "cer", "cfg", "cgi", "chm", "cjs", "class", "cmd", "conf", "config", "cpio"),
        *("cpl", "cpp", "crdownload", "crt", "crx", "cs", "csproj", "csr", "css", "csv", "cur"),
        *("cxx", "dart", "dat", "db", "db3", "dbf", "deb", "def", "der", "desktop", "dex", "dll"),
        *("dmg", "dmp", "doc", "docm", "docx", "dotm", "dotx", "drv", "dylib", "efi", "elf", "eml"),
        *("env", "eot", "eps", "epub", "etl", "evt", "evtx", "exe", "feather", "flac", "flatpak"),
        *("flv", "gif", "gpg", "gradle", "groovy", "gz", "h", "h5", "heic", "hex", "hpp", "hta"),
        *("htm", "html", "hwp", "hxx", "i64", "ibd", "ico", "ics", "idb", "img", "inf", "ini"),
        *("ipa", "ipynb", "iso", "jar", "jks", "jnlp", "jpeg", "jpg", "js", "jse", "json", "jsonl"),
        *("jsp", "jspx", "jsx", "kdbx", "key", "keystore", "ko", "ksh", "kt", "less", "lib"),
        *("list", "lnk", "lock", "log", "lst", "lua", "lz", "lz4", "lzma", "m4a", "manifest"),
        *("mbox", "mdb", "mdmp", "mht", "mhtml", "mjs", "mkv", "mp3", "mp4", "mpeg", "mpg", "msc"),
        *("msg", "msi", "msp", "mui", "nasm", "ndjson", "npy", "npz", "ocx", "odp", "ods", "odt"),
        *("ogg", "old", "ole", "onnx", "orc", "orig", "ost", "otf", "ova", "ovf", "oxt", "p12"),
        *("parquet", "part", "pcap", "pcapng", "pdb", "pdf", "pem", "pfx", "pgp", "phar", "php"),
        *("php3", "php5", "phtml", "pif", "pkg", "pkl", "plist", "png", "pot", "potx", "pps"),
        *("ppsm", "ppsx", "ppt", "pptm", "pptx", "ps1", "psd", "psd1", "psm1", "pst", "pyc", "pyd"),
        *("pyo", "pyw", "qcow2", "rar", "raw", "rb", "rc", "reg", "res", "rom", "rpm", "rst"),
        *("rtf", "sass", "scala", "scf", "scr", "scss", "sct", "sig", "slk", "sln", "sql"),
        *("sqlite", "sqlite3", "svelte", "svg", "swf", "swift", "swp", "sys", "tar", "tbz", "temp"),
        *("tex", "text", "tgz", "tif", "tiff", "tmp", "toml", "torrent", "ts", "tsv", "ttf", "txt"),
        *("txz", "url", "vb", "vbe", "vbproj", "vbs", "vcf", "vdi", "vhd", "vhdx", "vmdk", "vmem"),
        *("vsdx", "vue", "war", "wasm", "wav", "webm", "webp", "wim", "wma", "wmv", "woff"),
        *("woff2", "wsf", "wsh", "xhtml", "xla", "xlam", "xll", "xls", "xlsb", "xlsm", "xlsx"),
        *("xlt", "xltm", "xltx", "xml", "xpi", "xsl", "xz", "yaml", "yar", "yara", "yml", "zsh"),
        *("zst"),
    ]
)


@dataclass(frozen=True, slots=True)
class Indicator:
    """A text that stands for a file, a URL, a domain or an IP address.

    Attributes:
        kind: which of them.
        value: what the service is asked for: a hash in lower case, a URL, a domain in ASCII, an
            address in its usual form.
        text: the text as it was given.
    """

    kind: Kind
    value: str
    text: str


def classify(text: str, *, assume: Kind | None = None) -> Indicator:
    """Return what a text stands for.

    Defanged forms, quotes around it and a full stop behind it are understood.

    Args:
        text: an MD5, SHA-1 or SHA-256 in hexadecimal, a URL of HTTP or HTTPS, with or without its
            scheme, a domain, an IPv4 or IPv6 address.
        assume: what a text is that may be the name of a file as well as a domain: `domain`, or
            anything else to refuse it.

    Raises:
        AmbiguousIndicatorError: it may be the name of a file as well as a domain.
        InvalidInputError: it is nothing of this; the text says what it looks like.
    """
    if not isinstance(text, str):
        raise InvalidInputError(f"expected a text, got {shown(text)}")
    meant = refanged(text.strip(_AROUND)).rstrip(_AROUND + _BEHIND)
    if not meant:
        raise InvalidInputError(f"not an indicator: {shown(text)}")
    kind = _kind_of(meant, assume)
    try:
        return Indicator(kind, SHAPES[_SHAPES[kind]](_without_brackets(meant)), text)
    except InvalidInputError as error:
        raise InvalidInputError(f"not an indicator: {error.message}") from error


def _without_brackets(text: str) -> str:
    return text[1:-1] if text.startswith("[") and text.endswith("]") else text


def _is_address(text: str) -> bool:
    try:
        ipaddress.ip_address(_without_brackets(text))
    except ValueError:
        return False
    return True


def _kind_of(text: str, assume: Kind | None) -> Kind:
    if _HASH.fullmatch(text):
        return "file"
    if _is_address(text):
        return "ip_address"
    if _SCHEME.match(text):
        return "url"
    if (network := _NETWORK.fullmatch(text)) and _is_address(network[1]):
        raise InvalidInputError(f"not an indicator but a network: {shown(text)}")
    host = re.split(r"[/\\?#]", text, maxsplit=1)[0]
    if "@" in host and host == text:
        raise InvalidInputError(f"not an indicator but an address of mail: {shown(text)}")
    name, port = _AUTHORITY.findall(host.rpartition("@")[2])[0]
    if not _is_address(name):
        _refuse_files(name, text, assume)
    return "domain" if host == text and not port else "url"


def _refuse_files(name: str, text: str, assume: Kind | None) -> None:
    """Raise where the name of a host is, or may be, that of a file, or none at all."""
    labels = name.rstrip(".").lower().split(".")
    ending = labels[-1]
    if ending in _EITHER and assume is None:
        raise AmbiguousIndicatorError(
            f"may be a domain or the name of a file, say which by `assume`: {shown(text)}"
        )
    if ending in _FILES or (ending in _EITHER and assume != "domain"):
        raise InvalidInputError(f"not an indicator but the name of a file: {shown(text)}")
    is_name = len(labels) > 1 and (not ending.isascii() or _TOP_LEVEL.fullmatch(ending))
    if not is_name or _SEPARATOR.search(name):
        raise InvalidInputError(f"not an indicator: {shown(text)}")


# --- many in a text -------------------------------------------------------------------------------

# What a URL begins with, what stands for a dot, which may have white space around it, and what ends
# a run of text. Behind the host of a URL commas and semicolons are part of it.
_BEGIN: Final = r"h(?:tt|xx|\*\*|tx|xt)ps?[\[({]?:"
_DOT: Final = r"\s?[\[({]\s?(?:\.|dot)\s?[\])}]\s?"
_ENDS: Final = rf"\s|{re.escape(_QUOTES)}"
# Compiled when it is first needed, which takes longer than all else here.
_RUN: Final = (
    rf"{_BEGIN}[/\\\])}}]*(?:{_DOT}|[^{_ENDS},;/?#])+(?:[/?#](?:[,;](?!{_BEGIN})|[^{_ENDS},;])*)?"
    rf"|(?:(?!{_BEGIN})(?:{_DOT}|[^{_ENDS},;]))+"
)
_WITH_MORE: Final = r"\[[0-9a-f]*:[0-9a-f:.]+\](?::\d|/)"
_BEFORE: Final = re.compile(
    rf"[^\w\[]*(?:\w+=)?(?:(?!{_WITH_MORE})[(\[{{])*(?=\w|\[[0-9a-f:]+\])", re.IGNORECASE
)
_BRACKETS: Final = {"(": ")", "[": "]", "{": "}"}


@dataclass(frozen=True, slots=True)
class Found:
    """An indicator and its place in a text.

    Attributes:
        indicator: the indicator; its `text` is what stands at the place.
        start: the index of its first character.
        end: the index behind its last one.
    """

    indicator: Indicator
    start: int
    end: int


def find(text: str, *, assume: Kind | None = None) -> Iterator[Found]:
    """Yield the indicators of a text, such as a report or a mail, in their order.

    A domain is one whose ending is known to the Public Suffix List. What may as well be the name of
    a file is left out, and so are addresses of mail. Needs the extra `indicators`.

    Args:
        text: the text.
        assume: `domain` to take what may be the name of a file as well for a domain.

    Raises:
        ImportError: the extra is not installed.
    """
    has_suffix = _suffixes()
    for run in re.finditer(_RUN, text, re.IGNORECASE):
        start, end = _trimmed(text, run.start(), run.end())
        try:
            indicator = classify(text[start:end], assume=assume)
        except InvalidInputError:
            continue
        if _is_certain(indicator) or has_suffix(indicator.value):
            yield Found(indicator, start, end)


def _is_certain(indicator: Indicator) -> bool:
    """Return whether nothing but its form is needed to tell an indicator from any other text."""
    if indicator.kind == "url":
        is_written_out = _SCHEME.match(indicator.value)
        return bool(is_written_out) or not isinstance(split_url(indicator.value).host, str)
    return indicator.kind != "domain"


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """Return the part of a run that may be an indicator: without what a sentence puts around it."""
    if before := _BEFORE.match(text, start, end):
        start = before.end()
    # Counted once: there may be any number of them.
    unopened = {
        closing: text.count(closing, start, end) - text.count(opening, start, end)
        for opening, closing in _BRACKETS.items()
    }
    while end > start:
        last = text[end - 1]
        if last in _BRACKETS:
            unopened[_BRACKETS[last]] += 1
        elif unopened.get(last, 0) > 0:
            unopened[last] -= 1
        elif last not in _BEHIND + ":*_":
            break
        end -= 1
    return start, end


def _suffixes() -> Callable[[str], bool]:
    """Return what tells whether a name ends with what the Public Suffix List has."""
    with extra("indicators", "finding indicators"):
        import tldextract
    # The list that comes with it: nothing is fetched, nothing written.
    extract = tldextract.TLDExtract(cache_dir=None, suffix_list_urls=())
    return lambda name: bool(extract(name).top_domain_under_public_suffix)
