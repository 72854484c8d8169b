"""What people write on the command line: which kind of object it is, and how it becomes an id."""

import errno
import ipaddress
import os
import re
from enum import StrEnum
from pathlib import Path
from typing import Final, NamedTuple

from vt_sdk import FileReadError, InvalidInputError, VirusTotalAPIFiles, parse

__all__ = ["EmulatorKey", "Kind", "captured", "emulator_key", "file_id", "is_url", "kind_of"]

_HASH: Final = re.compile(r"[0-9a-fA-F]{32}|[0-9a-fA-F]{40}|[0-9a-fA-F]{64}")
_KEY: Final = re.compile(r"[\x21-\x7e]+")
_TIERS: Final = ("public", "premium")


class Kind(StrEnum):
    """The kinds of objects that people ask about."""

    FILE = "file"
    URL = "url"
    DOMAIN = "domain"
    IP = "ip"


def is_url(text: str) -> bool:
    """Tell whether a text is meant as a URL: it has a scheme.

    Without one it could be the name of a file as well, and nobody wants a name that was mistyped
    to be submitted as a URL for all to see.
    """
    return "://" in text


def file_id(text: str) -> str:
    """Give the hash of a file: of the local file at this path if there is one, else the hash.

    Raises:
        FileReadError: the local file cannot be read.
        InvalidInputError: the text is neither.
    """
    if os.path.lexists(text):
        return VirusTotalAPIFiles.get_file_id(text)
    if not _HASH.fullmatch(text):
        raise InvalidInputError("neither a file here nor an MD5, SHA-1 or SHA-256")
    return text


def kind_of(text: str) -> Kind:
    """Guess the kind of an object from the shape of its name.

    Raises:
        InvalidInputError: it could be anything.
    """
    if _HASH.fullmatch(text):
        return Kind.FILE
    if is_url(text):
        return Kind.URL
    try:
        ipaddress.ip_address(text)
    except ValueError:
        # The SDK checks the rest; a path or an id must not be taken for a domain.
        if "." in text.strip(".") and not re.search(r"[\s/\\:@]", text):
            return Kind.DOMAIN
        raise InvalidInputError("cannot tell what this is; say so with --type") from None
    return Kind.IP


def captured(path: str) -> bytes:
    """Read a captured answer from a file, and make sure that it is one.

    Raises:
        FileReadError: the file cannot be read.
        InvalidResponseError: it does not hold JSON of the API.
        APIError: it holds an error of the API.
    """
    try:
        raw = Path(path).read_bytes()
    except OSError as error:
        raise FileReadError("IO Error", error.errno or errno.EIO) from error
    parse(raw)
    return raw


class EmulatorKey(NamedTuple):
    """An API key that the emulator is to accept."""

    name: str
    key: str
    premium: bool


def emulator_key(text: str) -> EmulatorKey:
    """Read `NAME=KEY` or `NAME=KEY:TIER`, the tier being `public` or `premium`.

    Raises:
        InvalidInputError: it is neither.
    """
    name, _, rest = text.partition("=")
    key, colon, tier = rest.rpartition(":")
    if not colon:
        key, tier = rest, "public"
    if not name or not _KEY.fullmatch(key) or tier not in _TIERS:
        # The text holds a key, so it is not repeated.
        raise InvalidInputError("a key must read NAME=KEY or NAME=KEY:TIER (public, premium)")
    return EmulatorKey(name, key, premium=tier == "premium")
