"""What all groups of a client share: settings, the way over the wire, what it cost."""

from abc import ABC, abstractmethod
from functools import cached_property
from typing import TYPE_CHECKING, Any, ClassVar, Generic, TypeVar

from vt_sdk.core.arguments import fitting
from vt_sdk.core.settings import Settings, has_methods
from vt_sdk.drivers.instrumentation import UsageMeter
from vt_sdk.errors import InvalidInputError

__all__ = ["Connection", "once"]

T = TypeVar("T")


class once(cached_property[T]):  # noqa: N801  # a decorator, like its base
    """A `cached_property` of which threads that come at once get the same value.

    Since Python 3.12 each of them may get a value of its own, and a group is what remembers the
    last answer. Not by a lock, which a fork could leave shut: the first one to write wins.
    """

    if not TYPE_CHECKING:

        def __get__(self, instance: Any, owner: Any = None) -> Any:
            if instance is None:
                return self
            return vars(instance).setdefault(self.attrname, self.func(instance))


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
        if transport is not None:
            self.transport = transport
        self._travels = session is None and transport is None

    # A pickled client travels with neither key nor connections: it asks for both again. What it was
    # given to send with cannot be had again, and sending without it may go past a proxy or a cache.
    def __getstate__(self) -> dict[str, Any]:
        if not self._travels:
            raise TypeError(
                "a client with a session or a transport of the caller's is neither pickled nor"
                " deep-copied: make one where it is used"
            )
        return {name: value for name, value in vars(self).items() if name != "transport"}

    @once
    def transport(self) -> T:
        """The way over the wire; connections of its own are made when it is first needed."""
        return self._make(self._session)

    @property
    def has_transport(self) -> bool:
        """Whether there is a way over the wire already."""
        return "transport" in vars(self)

    @abstractmethod
    def _takes(self, session: object) -> bool:
        """Return whether a session is of the kind that this client sends with."""

    @abstractmethod
    def _make(self, session: Any) -> T:
        """Return a transport of its own, over a session of the caller's if there is one."""
