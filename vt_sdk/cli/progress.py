"""What is going on, shown on stderr while a person waits."""

import sys
from types import TracebackType
from typing import TYPE_CHECKING, Self

from rich.console import Console
from rich.progress import BarColumn, Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

from vt_sdk.cli.text import clean

if TYPE_CHECKING:
    from vt_sdk import models

__all__ = ["Activity"]

_NAME_MAX = 32


class Activity:
    """The bar of an upload and the wait that follows it; silent unless stderr is a terminal.

    Use it as a context manager; at its end the screen is as it was.
    """

    def __init__(self, name: str, *, quiet: bool) -> None:
        name = clean(name)
        # The end of a path or URL says more than its beginning.
        self._name = name if len(name) <= _NAME_MAX else f"…{name[1 - _NAME_MAX :]}"
        self._progress: Progress | None = None
        if not quiet and sys.stderr.isatty():
            self._progress = Progress(
                SpinnerColumn(),
                TextColumn("{task.description}", markup=False),
                BarColumn(),
                TextColumn("{task.fields[detail]}", markup=False),
                TimeElapsedColumn(),
                console=Console(stderr=True),
                transient=True,
                redirect_stdout=False,
                redirect_stderr=False,
            )
            self._task = self._progress.add_task(self._name, total=None, detail="")
            self._is_waiting = False

    def __enter__(self) -> Self:
        if self._progress:
            self._progress.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        if self._progress:
            self._progress.stop()

    def sent(self, done: int, total: int) -> None:
        """Show how much of a file has been sent."""
        if self._progress:
            detail = f"{done:,} of {total:,} bytes sent"
            self._progress.update(
                self._task, total=total, completed=done, detail=detail, refresh=done == total
            )

    def seen(self, analysis: "models.Analysis") -> None:
        """Show the state of the analysis."""
        if self._progress:
            if not self._is_waiting:
                # A bar that counts bytes cannot become one that only moves.
                self._progress.remove_task(self._task)
                self._task = self._progress.add_task(self._name, total=None, detail="")
                self._is_waiting = True
            state = clean(analysis.attributes.status)
            self._progress.update(self._task, detail=f"analysis {state}", refresh=True)
