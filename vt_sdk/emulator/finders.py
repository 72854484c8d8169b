"""From the path of a call to the object that it is about.

The service reads identifiers in several spellings and answers in one; what it does not know, or
cannot read, it refuses.
"""

from collections.abc import Callable
from typing import TypeAlias

from vt_sdk.emulator.backend import SCANNED, Backend
from vt_sdk.emulator.identifiers import file_hash, normal_domain, normal_ip, url_id
from vt_sdk.emulator.messages import Call, Problem
from vt_sdk.emulator.relations import Source
from vt_sdk.emulator.samples import is_unknown
from vt_sdk.status import ErrorCode

__all__ = [
    "Finder",
    "find_analysis",
    "find_comment",
    "find_domain",
    "find_file",
    "find_ip_address",
    "find_object",
    "find_subject",
    "find_url",
    "read_id",
]

Finder: TypeAlias = Callable[[Backend, Call], Source]


def read_id(backend: Backend, object_type: str, text: str) -> str | None:
    """Return the one spelling of an identifier that answers use, None if it is not well-formed."""
    match object_type:
        case "file":
            known = file_hash(text)
            return known and backend.store.sha256_of(known)
        case "url":
            return url_id(text)
        case "domain":
            return normal_domain(text)
        case "ip_address":
            return normal_ip(text)
    return text


def find_file(backend: Backend, call: Call) -> Source:
    """Find the file in the path."""
    text = call.path["file_id"]
    sha256 = backend.store.sha256_of(file_hash(text) or text)
    if backend.store.item("file", sha256) is None:
        raise Problem(ErrorCode.NOT_FOUND_ERROR, f'File "{text}" not found')
    return "file", sha256


def find_url(backend: Backend, call: Call) -> Source:
    """Find the URL in the path."""
    text = call.path["url_id"]
    sha256 = url_id(text)
    if sha256 is None or backend.store.item("url", sha256) is None:
        raise Problem(ErrorCode.NOT_FOUND_ERROR, f'URL "{text}" not found')
    return "url", sha256


def find_domain(backend: Backend, call: Call) -> Source:
    """Find the domain in the path."""
    del backend  # Every well-formed domain is known.
    text = call.path["domain"]
    name = normal_domain(text)
    if name is None:
        message = f'Domain "{text}" is not a valid domain pattern'
        raise Problem(ErrorCode.INVALID_ARGUMENT_ERROR, message)
    return "domain", name


def find_ip_address(backend: Backend, call: Call) -> Source:
    """Find the IP address in the path."""
    del backend  # Every well-formed address is known.
    text = call.path["ip_address"]
    address = normal_ip(text)
    if address is None:
        message = f'IP address "{text}" is not a valid IP pattern'
        raise Problem(ErrorCode.INVALID_ARGUMENT_ERROR, message)
    return "ip_address", address


def find_analysis(backend: Backend, call: Call) -> Source:
    """Find the analysis in the path."""
    text = call.path["object_id"]
    analysis = backend.store.analysis(text)
    if analysis is None or analysis.item_type not in SCANNED:
        raise Problem(ErrorCode.NOT_FOUND_ERROR, f'analysis "{text}" not found')
    return "analysis", text


def find_comment(backend: Backend, call: Call) -> Source:
    """Find the comment in the path."""
    text = call.path["comment_id"]
    if backend.store.comment(text) is None:
        raise Problem(ErrorCode.NOT_FOUND_ERROR, f'comment "{text}" not found')
    return "comment", text


_FINDERS: dict[str, Finder] = {
    "analysis": find_analysis,
    "comment": find_comment,
    "domain": find_domain,
    "file": find_file,
    "ip_address": find_ip_address,
    "url": find_url,
}


def find_object(backend: Backend, call: Call) -> Source:
    """Find the object in the path of an operation that is about one."""
    subject = find_subject(backend, call)
    assert subject is not None, call.operation
    return subject


def find_subject(backend: Backend, call: Call) -> Source | None:
    """Find the object in the path of any operation, None if it is about none."""
    subject = backend.document.subject(backend.document.operations[call.operation])
    if subject is None:
        for text in call.path.values():
            if is_unknown(text):
                raise Problem(ErrorCode.NOT_FOUND_ERROR, f'"{text}" not found')
        return None
    object_type, parameter = subject
    if object_type in _FINDERS:
        return _FINDERS[object_type](backend, call)
    text = call.path[parameter]
    if object_type == "user" and (owner := backend.store.owner(text)) is not None:
        # A key names its owner, who may be no user.
        text = owner[0].name
        if backend.store.item("service_account", text) is not None:
            raise Problem(ErrorCode.NOT_FOUND_ERROR, f'{object_type} "{text}" not found')
    if backend.show(object_type, text, call.base) is None:
        raise Problem(ErrorCode.NOT_FOUND_ERROR, f'{object_type} "{text}" not found')
    return object_type, text
