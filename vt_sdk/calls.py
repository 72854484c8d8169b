"""Calls as values: work that can be kept, pickled, and done by another process.

A client travels without its key and its connections, which it asks for and opens where it arrives;
a call is what it is to do there.
"""

import inspect
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from types import MethodType
from typing import TYPE_CHECKING, Any, Generic, ParamSpec, TypeVar, overload

from vt_sdk.errors import InvalidInputError
from vt_sdk.operations._groups import Groups

if TYPE_CHECKING:
    from vt_sdk.aio.client import AsyncVirusTotal
    from vt_sdk.client import VirusTotal

__all__ = ["Call"]

T = TypeVar("T")
R = TypeVar("R")
P = ParamSpec("P")


def _group_of(method: object) -> str:
    """Return the name of the group that a method is of."""
    if isinstance(method, MethodType):
        classes = {base.__name__.removeprefix("Async") for base in type(method.__self__).__mro__}
        for name, group in vars(Groups).items():
            made = getattr(group, "func", None)
            if made is not None and made.__annotations__["return"] in classes:
                return name
    raise InvalidInputError("method: expected one of a group, such as vt.files.get_report")


@dataclass(frozen=True)  # with slots too, generic dataclasses fail before Python 3.12
class Call(Generic[T]):
    """A call of a method, as a value.

        call = Call.of(vt.files.get_report, sha256)
        report = call.run(vt)          # here, or where both have been unpickled
        report = await call.run(avt)   # the same with a client for event loops

    Attributes:
        group: the name of the group, such as `files`.
        method: the name of its method, such as `get_report`.
        arguments: what is given by position.
        keywords: what is given by name.

    Raises:
        InvalidInputError: there is no such method, or it does not take these arguments.
    """

    group: str
    method: str
    arguments: tuple[Any, ...] = ()
    keywords: Mapping[str, Any] = field(default_factory=dict)

    def __post_init__(self) -> None:
        group = vars(Groups).get(self.group) if isinstance(self.group, str) else None
        made = getattr(group, "func", None)
        if made is None:
            raise InvalidInputError(f"group: there is none of this name: {self.group!r:.100}")
        import vt_sdk

        owner = getattr(vt_sdk, made.__annotations__["return"])
        is_name = isinstance(self.method, str) and not self.method.startswith("_")
        # A static method, which sends nothing, is no function seen so.
        function = inspect.getattr_static(owner, self.method, None) if is_name else None
        if not inspect.isfunction(function):
            raise InvalidInputError(f"method: {self.group} has none of this name that is a call")
        try:
            inspect.signature(function).bind(None, *self.arguments, **self.keywords)
        except TypeError as error:
            raise InvalidInputError(f"{self.group}.{self.method}: {error}") from None

    @classmethod
    def of(cls, method: Callable[P, R], *args: P.args, **kwargs: P.kwargs) -> "Call[R]":
        """Return the call of a method of a client with these arguments; nothing is sent.

        Raises:
            InvalidInputError: this is no method of a group, or it does not take these arguments.
        """
        return Call(_group_of(method), method.__name__, args, kwargs)

    @overload
    def run(self, client: "VirusTotal") -> T: ...
    @overload
    def run(self, client: "AsyncVirusTotal") -> Awaitable[Any]: ...
    def run(self, client: Any) -> Any:
        """Make the call with a client, and return its result; await it on an event loop.

        Raises:
            VirusTotalAPIError: what the method raises.
        """
        return getattr(getattr(client, self.group), self.method)(*self.arguments, **self.keywords)
