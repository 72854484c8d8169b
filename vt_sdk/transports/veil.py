"""Hides the API key around the one request whose address holds it.

The service takes the key as the name of a user. What libraries on the way say of the address, in
logs and in errors, and what the answer repeats of it, then shows `KEY_MARK` in place of the key.
"""

import logging
import threading
from collections.abc import Iterable
from typing import Final

from vt_sdk.core.settings import KEY_MARK

__all__ = ["Veil", "hide_in_logs"]

# Those that write addresses: of urllib3, and of the session that the package documents.
_LOGGERS: Final = (
    "urllib3.connectionpool",
    "urllib3.poolmanager",
    "urllib3.util.retry",
    "requests_cache.session",
    "requests_cache.policy.actions",
    "requests_cache.policy.expiration",
)


class Veil:
    """Puts the mark in place of the key; false where there is nothing to hide.

    Args:
        spellings: how the key is spelt, see `key_in_address`.
    """

    def __init__(self, spellings: Iterable[str]) -> None:
        self._spellings = tuple(spellings)

    def __repr__(self) -> str:
        return f"<{type(self).__name__}>"

    def __bool__(self) -> bool:
        return bool(self._spellings)

    def text(self, value: str) -> str:
        """Give a text without the key."""
        for spelling in self._spellings:
            value = value.replace(spelling, KEY_MARK)
        return value

    def data(self, value: bytes) -> bytes:
        """Give bytes without the key."""
        for spelling in self._spellings:
            value = value.replace(spelling.encode(), KEY_MARK.encode())
        return value

    def over(self, error: BaseException) -> None:
        """Hide the key in what an error says."""
        error.args = tuple(map(self._shown, error.args))
        vars(error).update({name: self._shown(value) for name, value in vars(error).items()})

    def _shown(self, value: object) -> object:
        if type(value) is bytes:
            return self.data(value)
        return self.text(value) if type(value) is str else value


class _Filter(logging.Filter):
    """Hides keys in records; it knows those that have ever been in an address."""

    def __init__(self) -> None:
        super().__init__()
        self._lock = threading.Lock()
        self._spellings: frozenset[str] = frozenset()

    def add(self, spellings: Iterable[str]) -> None:
        with self._lock:
            self._spellings |= frozenset(spellings)

    def filter(self, record: logging.LogRecord) -> bool:
        veil = Veil(self._spellings)
        said = record.getMessage()
        shown = veil.text(said)
        if shown != said:
            record.msg, record.args = shown, None
        return True


_filter: Final = _Filter()


def hide_in_logs(spellings: Iterable[str]) -> None:
    """Hide a key in the logs of the libraries that write addresses, from now on."""
    _filter.add(spellings)
    for name in _LOGGERS:
        logging.getLogger(name).addFilter(_filter)  # once, however often it is called
