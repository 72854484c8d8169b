"""The extras of the package: what is missing is told by the name of the one that brings it."""

from collections.abc import Iterator
from contextlib import contextmanager

__all__ = ["extra"]


@contextmanager
def extra(name: str, what: str) -> Iterator[None]:
    """Name the extra where an import within fails.

    Args:
        name: the extra.
        what: what needs it.
    """
    try:
        yield
    except ImportError as error:
        raise ImportError(
            f'{error}; {what} needs an extra: pip install "vt-sdk[{name}]"', name=error.name
        ) from error
