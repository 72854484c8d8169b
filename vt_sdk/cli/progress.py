"""What is going on, shown on stderr while a person waits."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from types import TracebackType
from typing import TYPE_CHECKING, Final, Self

from rich.console import Console
from rich.progress import BarColumn, Progress, SpinnerColumn, TaskID, TextColumn, TimeElapsedColumn

from vt_sdk.cli.exits import without_keys
from vt_sdk.cli.text import clean, terminal_width

if TYPE_CHECKING:
    from vt_sdk import models
    from vt_sdk.bulk import JobProgress

__all__ = ["Activities", "Activity"]

_NAME_MAX: Final = 32


class Activities:
    """The bars of all inputs that are worked on; silent unless stderr is a terminal.

    Use it as a context manager; at its end the screen is as it was.
    """

    def __init__(self, *, quiet: bool) -> None:
        self._progress: Progress | None = None
        if not quiet and sys.stderr.isatty():
            self._progress = Progress(
                SpinnerColumn("line"),
                TextColumn("{task.description}", markup=False),
                BarColumn(),
                TextColumn("{task.fields[detail]}", markup=False),
                TimeElapsedColumn(),
                console=Console(stderr=True, width=terminal_width()),
                transient=True,
                redirect_stdout=False,
                redirect_stderr=False,
            )

    @property
    def are_shown(self) -> bool:
        """Whether a person sees them."""
        return self._progress is not None

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

    @contextmanager
    def hidden(self) -> Iterator[None]:
        """Take the bars off the screen while something else is written there."""
        if self._progress:
            self._progress.stop()
        yield
        if self._progress:
            self._progress.start()

    @contextmanager
    def on(self, name: str) -> "Iterator[Activity]":
        """Show what happens to one input while the block runs."""
        activity = Activity(self._progress, without_keys(name))
        try:
            yield activity
        finally:
            activity.end()


class Activity:
    """The bar of an upload and the wait that follows it, or of a download, of one input."""

    def __init__(self, progress: Progress | None, name: str) -> None:
        name = clean(name)
        # The end of a path or URL says more than its beginning.
        self._name = name if len(name) <= _NAME_MAX else f"...{name[3 - _NAME_MAX :]}"
        self._progress = progress
        self._is_waiting = False
        self._task = self._add()

    def _add(self) -> TaskID:
        if self._progress is None:
            return TaskID(0)
        return self._progress.add_task(self._name, total=None, detail="")

    def end(self) -> None:
        """Take the bar away."""
        if self._progress:
            self._progress.remove_task(self._task)

    def sent(self, done: int, total: int) -> None:
        """Show how much of a file has been sent."""
        if self._progress:
            detail = f"{done:,} of {total:,} bytes sent"
            self._progress.update(
                self._task, total=total, completed=done, detail=detail, refresh=done == total
            )

    def received(self, done: int, total: int | None) -> None:
        """Show how much of a file has come."""
        if self._progress:
            of = f" of {total:,}" if total else ""
            detail = f"{done:,}{of} bytes received"
            self._progress.update(
                self._task, total=total, completed=done, detail=detail, refresh=done == total
            )

    def looked_up(self, progress: "JobProgress", total: int | None) -> None:
        """Show how far a job is: rows, their rate, the rest of the quota, the time to the end."""
        if self._progress is None:
            return
        done, rate = progress.done, progress.rate
        parts = [f"{done:,}" + ("" if total is None else f" of {total:,}"), f"{rate:,.1f}/s"]
        parts += [f"{w.limit - w.used:,} of {w.limit:,} left" for w in progress.windows]
        if total is not None and rate:
            parts.append(f"{timedelta(seconds=round(max(0, total - done) / rate))} to go")
        self._progress.update(
            self._task,
            total=total,
            completed=done,
            detail=", ".join(parts),
            refresh=done == total,
        )

    def seen(self, analysis: "models.Analysis") -> None:
        """Show the state of the analysis."""
        if self._progress:
            if not self._is_waiting:
                # A bar that counts bytes cannot become one that only moves.
                self._progress.remove_task(self._task)
                self._task = self._add()
                self._is_waiting = True
            state = clean(getattr(analysis.attributes, "status", "unknown"))
            self._progress.update(self._task, detail=f"analysis {state}", refresh=True)
