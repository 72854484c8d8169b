"""What all groups of a client share: settings, the way over the wire, what it cost."""

from abc import ABC, abstractmethod
from typing import Any, ClassVar, Generic, TypeVar

from vt_sdk._instrumentation import UsageMeter
from vt_sdk.core.arguments import fitting
from vt_sdk.core.settings import Settings, has_methods
from vt_sdk.errors import InvalidInputError

__all__ = ["Connection"]

T = TypeVar("T")


class Connection(ABC, Generic[T]):
    """Settings and a transport, shared by every group of a client."""

    _TRANSPORT: ClassVar[tuple[str, ...]]
    _SESSION: ClassVar[str]

    def __init__(self, settings: Settings, transport: T | None, session: object) -> None:
        fits = transport is None or has_methods(transport, self._TRANSPORT)
        fitting("transport", transport, fits, f"an object with {' and '.join(self._TRANSPORT)}")
        fits = session is None or (has_methods(session, ("request",)) and self._takes(session))
        fitting("session", session, fits, f"a session as that of {self._SESSION}")
        if transport is not None and session is not None:
            raise InvalidInputError("session, transport: only one of them says how to send")
        self.settings = settings
        self.usage = UsageMeter()
        self._session: Any = session
        self._transport = transport
        self._travels = session is None and transport is None

    # A pickled client travels with neither key nor connections: it asks for both again. What it was
    # given to send with cannot be had again, and sending without it may go past a proxy or a cache.
    def __getstate__(self) -> dict[str, Any]:
        if not self._travels:
            raise TypeError(
                "a client with a session or a transport of the caller's is neither pickled nor"
                " deep-copied: make one where it is used"
            )
        state = {**vars(self), "_transport": None}
        state.pop("_own_transport", None)
        return state

    @property
    def transport(self) -> T:
        """The way over the wire; connections of its own are made when it is first needed."""
        if self._transport is None:
            # Threads that come here at once must not each get connections of its own; the first
            # one to write wins. Not by a lock, which a fork could leave shut.
            self._transport = vars(self).setdefault("_own_transport", self._make(self._session))
        return self._transport

    @abstractmethod
    def _takes(self, session: object) -> bool:
        """Return whether a session is of the kind that this client sends with."""

    @abstractmethod
    def _make(self, session: Any) -> T:
        """Return a transport of its own, over a session of the caller's if there is one."""
