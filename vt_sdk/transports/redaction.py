"""Hides the API key in what an answer repeats of it, in errors, and in logs.

Errors are what trackers and loggers print with the variables of all frames, so an error that leaves
has neither the key in its texts nor the frames that had it in theirs. Logs of libraries show the
address of a request, and thus the key where the service takes it as the name of a user.
"""

import logging
from collections.abc import Iterable, Iterator
from dataclasses import replace
from types import TracebackType
from typing import Final

from vt_sdk.core.request import Response
from vt_sdk.core.settings import KEY_MARK, KeyedAddress
from vt_sdk.status import ErrorCode

__all__ = ["Redactor", "causes", "hide_in_logs"]

# Those that write addresses: of urllib3, and of the session that the package documents.
_LOGGERS: Final = (
    "urllib3.connectionpool",
    "urllib3.poolmanager",
    "urllib3.util.retry",
    "requests_cache.session",
    "requests_cache.policy.actions",
    "requests_cache.policy.expiration",
)

# Whose functions get the key handed, or an answer that may repeat it.
_HANDLERS: Final = frozenset({"vt_sdk", "http", "ssl", "socket", "json"})


def causes(error: BaseException) -> Iterator[BaseException]:
    """Yield an error and what is wrapped in it, each once."""
    waiting, seen = [error], set[int]()
    while waiting:
        current = waiting.pop()
        if id(current) in seen:
            continue
        seen.add(id(current))
        yield current
        wrapped = (current.__cause__, current.__context__, getattr(current, "reason", None))
        waiting.extend(e for e in (*wrapped, *current.args) if isinstance(e, BaseException))


class Redactor:
    """Puts the mark in place of the key.

    Args:
        spellings: how the key is spelt, see `key_spellings`.
        libraries: the packages whose functions and objects hold what is sent.
    """

    def __init__(self, spellings: Iterable[str], libraries: frozenset[str] = frozenset()) -> None:
        self._spellings = tuple(spellings)
        self._libraries = libraries

    def __repr__(self) -> str:
        return f"<{type(self).__name__}>"

    def text(self, value: str) -> str:
        """Return a text without the key; a `KeyedAddress` if it was there."""
        for spelling in self._spellings:
            if spelling in value:
                value = KeyedAddress(value.replace(spelling, KEY_MARK))
        return value

    def data(self, value: bytes) -> bytes:
        """Return bytes without the key."""
        for spelling in self._spellings:
            value = value.replace(spelling.encode(), KEY_MARK.encode())
        return value

    def redact(self, error: BaseException) -> None:
        """Hide the key in an error and all that hangs on it: texts, answers and frames."""
        for each in causes(error):
            each.args = tuple(map(self._shown, each.args))
            for name, value in list(vars(each).items()):
                if type(value).__module__.partition(".")[0] in self._libraries:
                    value = None  # a request, with its headers as they were sent
                vars(each)[name] = self._shown(value)
            each.__traceback__ = _behind(each.__traceback__, _HANDLERS | self._libraries)

    def _shown(self, value: object) -> object:
        if type(value) is bytes:
            return self.data(value)
        if type(value) is str:
            return str(self.text(value))
        if isinstance(value, ErrorCode):
            return ErrorCode(str(self.text(value)))
        if isinstance(value, Response):
            headers = {name: self.text(held) for name, held in value.headers.items()}
            body, url = self.data(value.body), self.text(value.url)
            return replace(value, headers=headers, body=body, url=url)
        return value


def _behind(trace: TracebackType | None, handlers: frozenset[str]) -> TracebackType | None:
    """Return what of a traceback comes after the last frame that may hold the key.

    It is left of an error of the caller's own, such as one of a hook.
    """
    rest = trace
    while trace is not None:
        name = trace.tb_frame.f_globals.get("__name__", "")
        trace, frame_of = trace.tb_next, name.partition(".")[0]
        if frame_of in handlers:
            rest = trace
    return rest


class _Filter(logging.Filter):
    """Hides keys in records; it knows those that have ever been in an address."""

    # Not with a lock, which a fork could leave shut.
    spellings: tuple[str, ...] = ()

    def filter(self, record: logging.LogRecord) -> bool:
        redactor = Redactor(self.spellings)
        said = record.getMessage()
        shown = redactor.text(said)
        if shown != said:
            record.msg, record.args = str(shown), None
        return True


_filter: Final = _Filter()


def hide_in_logs(spellings: Iterable[str]) -> None:
    """Hide a key in the logs of the libraries that write addresses, from now on."""
    _filter.spellings = tuple({*_filter.spellings, *spellings})
    for name in _LOGGERS:
        logging.getLogger(name).addFilter(_filter)  # once, however often it is called
