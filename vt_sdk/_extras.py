"""The extras of the package: what is missing is told by the name of the one that brings it."""

from collections.abc import Iterator
from contextlib import contextmanager

__all__ = ["extra", "needed"]


def needed(name: str, what: str) -> str:
    """Say which extra is needed, and how to install it.

    Not by the name of the package: another one may have that name in an index.
    """
    return f'{what} needs the extra "{name}": pip install ".[{name}]" in a clone'


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
        raise ImportError(f"{error}; {needed(name, what)}", name=error.name) from error
