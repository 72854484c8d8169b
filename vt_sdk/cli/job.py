"""One run of a command on its inputs: what is asked, what is printed, and how it ends."""

from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Iterator
from contextlib import suppress
from os.path import lexists
from types import TracebackType
from typing import TYPE_CHECKING, Any, Final, Self, TypeVar

import typer

from vt_sdk import AnalysisDescriptor, MissingAPIKeyError, VirusTotal, VirusTotalAPIError
from vt_sdk.cli.exits import ExitCode, code_of, complain, fail, note, say, without_keys, worst
from vt_sdk.cli.inputs import Input, LeftOut, expanded, is_one
from vt_sdk.cli.options import Connection, FailOn, Format, policy_of
from vt_sdk.cli.pool import Result, in_order, once
from vt_sdk.cli.progress import Activities
from vt_sdk.cli.render import (
    JSONPrinter,
    Printer,
    output_failed,
    printer_of,
    render_object,
    render_report,
)

if TYPE_CHECKING:
    from vt_sdk import VTObject
    from vt_sdk.cli.render import Report

__all__ = ["WAITERS", "WORKERS", "Job"]

S = TypeVar("S")
T = TypeVar("T")

# How many inputs are worked on at once. Waits do nothing but ask now and then.
WORKERS: Final = 8
WAITERS: Final = 32

# Of what is left out as many are named.
_MOST_LEFT_OUT: Final = 20

_SHA256_DIGITS: Final = 64

# What the summary counts, in its order.
_OUTCOMES: Final = (
    *("flagged", "suspicious", "clean", "not analysed", "unknown", "sent", "failed"),
    *("not tried", "empty"),
)

_FLAGGED: Final = {
    FailOn.NEVER: (),
    FailOn.MALICIOUS: ("malicious",),
    FailOn.SUSPICIOUS: ("malicious", "suspicious"),
}

# By what the summary counts the levels of verdicts.
_LEVELS: Final = {
    "malicious": "flagged",
    "suspicious": "flagged",
    "clean": "clean",
    "unknown": "not analysed",
}


class Job:
    """One run of a command on some inputs: the client, what is printed, and how it ends.

    Use it as a context manager, which ends the command with the exit code that wins.

    Args:
        connection: how to reach the service.
        targets: what was given to work on.
        as_json: whether results are printed as JSON.
        in_lines: whether each JSON document stands on one line; by default if there may be several.
        fail_on: from which verdict on an object counts as flagged; by default malicious if there is
            a policy, else none.
        policy: the policy that gives the verdicts, a preset or a file; the engines without one.
        folders: whether targets may be folders.
        ids: whether a target may be 64 hexadecimal digits and no key.
        form: how results are printed, in place of `as_json` and `in_lines`.
        inputs: what to work on, in place of what the targets stand for.
    """

    vt: VirusTotal

    def __init__(
        self,
        connection: Connection,
        targets: list[str],
        *,
        as_json: bool = False,
        in_lines: bool | None = None,
        fail_on: FailOn | None = None,
        policy: str | None = None,
        folders: bool = False,
        ids: bool = False,
        form: Format | None = None,
        inputs: Iterable[Input] | None = None,
    ) -> None:
        if in_lines is None:
            in_lines = not is_one(targets, folders=folders)
        self.activities = Activities(quiet=connection.quiet)
        if form is not None:
            self.printer = printer_of(form)
        else:
            self.printer = JSONPrinter(in_lines=in_lines) if as_json else Printer()
        self._connection = connection
        self._inputs = inputs or expanded(targets, folders=folders, on_skip=note)
        self._policy = policy_of(policy)
        self._fail_on = fail_on or (FailOn.MALICIOUS if self._policy else FailOn.NEVER)
        self._ids = ids
        self._are_indicators = inputs is not None
        self._codes: set[ExitCode] = set()
        self._outcomes: Counter[str] = Counter()
        self._has_no_key = False

    def __enter__(self) -> Self:
        try:
            self.vt = self._connection.client()
        except VirusTotalAPIError as error:
            raise typer.Exit(fail(error)) from None
        self.activities.__enter__()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        with suppress(OSError):  # of a terminal that has gone
            self.activities.__exit__(kind, error, traceback)
        self.vt.close()
        if isinstance(error, KeyboardInterrupt):
            self._codes.add(ExitCode.INTERRUPTED)
        elif isinstance(error, OSError) and not isinstance(error, VirusTotalAPIError):
            # Workers hand over what they meet, so it is the output or the terminal.
            output_failed(error)
            self._codes.add(ExitCode.OUTPUT)
        elif error is not None:
            return
        self.printer.end()
        if self.printer.has_failed:
            self._codes.add(ExitCode.OUTPUT)
        if (more := self._outcomes["empty"] - _MOST_LEFT_OUT) > 0:
            note(f"and {more:,} more empty files, left out")
        if (untried := self._outcomes["not tried"]) and not self._has_no_key:
            complain(f"not tried any more: {untried:,}")
        silenced = self.printer.is_for_programs or self._connection.quiet
        if not (error or silenced or self.printer.has_failed or self._has_no_key):
            self._summarize()
        raise typer.Exit(worst(self._codes)) from None

    def work(
        self,
        work: Callable[[S], T],
        sources: Iterable[S],
        *,
        workers: int = WORKERS,
        stops: bool = True,
    ) -> Iterator[Result[S, T]]:
        """Work on some sources; what the caller prints meanwhile disturbs no bar."""
        for result in in_order(work, sources, workers, stops=stops):
            with self.activities.hidden():
                yield result
            # Who asks for a verdict gets it, whether anybody reads the reports or not.
            if self.printer.has_failed and self._fail_on is FailOn.NEVER:
                break

    def _summarize(self) -> None:
        if (total := self._outcomes.total()) > 1:
            counts = [
                f"{self._outcomes[each]:,} {each}" for each in _OUTCOMES if self._outcomes[each]
            ]
            say(f"{total:,} inputs: {', '.join(counts)}")

    def results(
        self,
        work: Callable[[Input], T],
        *,
        workers: int = WORKERS,
        key: Callable[[Input], Hashable] = lambda source: source,
    ) -> Iterator[Result[Input, T]]:
        """Work on all inputs, once on each that comes again.

        That there is none is an error, lest a gate take it for clean.
        """
        is_empty = True
        for result in self.work(once(work, key), self._inputs, workers=workers):
            is_empty = False
            yield result
        if is_empty:
            complain("there is nothing to work on")
            self._codes.add(ExitCode.USAGE)

    def show_listing(
        self,
        items: "Iterable[VTObject]",
        subject: str,
        limit: int,
        nothing: str = "Nothing found.",
    ) -> None:
        """Print a listing, or what went wrong with it.

        Args:
            items: what to print; each is asked for when it is needed.
            subject: what it is a listing of.
            limit: how many items there are at most.
            nothing: what to say if there is none.
        """
        found = iter(items)
        is_empty = True
        # Each is got by a worker, one after the other, so that an interrupt need not wait for it.
        for each in self.work(lambda _: next(found, None), range(limit + 1), workers=1):
            if each.error is not None:
                self.show_failure(each, subject)
            elif each.value is not None:
                self.printer.result(each.value, render_object(each.value))
            elif is_empty and not self.printer.is_for_programs:
                self.printer.line(nothing)
            is_empty = False
            if each.value is None:
                break

    def show_report(self, result: "Result[Any, Report]", source: str, all_engines: bool) -> None:
        """Print a report, or why there is none, and note what it says of the object."""
        if (report := result.value) is None:
            self.show_failure(result, source)
            return
        source = self._shown(source)
        verdict = self._policy.judge(report) if self._policy else None
        level = verdict.level if verdict else _level(report)
        self._codes.add(self._code_of(level))
        # Flagged, and yet not as --fail-on malicious asks.
        is_less = level == "suspicious" and self._fail_on is FailOn.MALICIOUS
        self._outcomes["suspicious" if is_less else _LEVELS[level]] += 1
        rendered = render_report(report, source, verdict, all_engines=all_engines)
        self.printer.result(report, rendered, source, verdict)

    def show_descriptor(
        self, result: Result[Any, AnalysisDescriptor], source: str, *, with_input: bool
    ) -> None:
        """Print the id of an analysis, or why there is none."""
        if result.value is None:
            self.show_failure(result, source)
            return
        source = self._shown(source)
        self._outcomes["sent"] += 1
        if self.printer.is_for_programs:
            self.printer.result(result.value, (), source)
        else:
            self.printer.line(f"{result.value.id}  {source}" if with_input else result.value.id)

    def show_failure(self, result: "Result[Any, Any]", source: str) -> None:
        """Print why nothing came of an input."""
        assert result.error is not None
        error, shown = result.error, self._shown(source)
        if isinstance(problem := getattr(result.source, "problem", None), LeftOut):
            self._outcomes["empty"] += 1
            if self._outcomes["empty"] <= _MOST_LEFT_OUT:
                note(f"{shown}: {problem.message}, left out", self._known(source))
            self.printer.left_out(shown, problem.message)
            return
        code = code_of(error)
        self._codes.add(code)
        if code in (ExitCode.UNKNOWN, ExitCode.NOT_ANALYSED) and self._policy:
            self._codes.add(self._code_of(self._policy.unanalysed, code))
        self._outcomes[_failure(code) if result.was_tried else "not tried"] += 1
        self.printer.failure(error, shown, was_tried=result.was_tried)
        is_missing_key = isinstance(error, MissingAPIKeyError)
        if is_missing_key:
            if not self._has_no_key:
                fail(error)
        elif result.was_tried and not self.printer.shows_failures:
            fail(error, shown, self._known(source))
        self._has_no_key |= is_missing_key

    def _code_of(self, level: str, unknown: ExitCode = ExitCode.NOT_ANALYSED) -> ExitCode:
        """Return what a verdict on an object says."""
        if level == "unknown":
            return unknown
        return ExitCode.FLAGGED if level in _FLAGGED[self._fail_on] else ExitCode.OK

    def _shown(self, source: str) -> str:
        return without_keys(source, self._known(source))

    def _known(self, source: str) -> str:
        """Return a source that may hold 64 hexadecimal digits and no key: an id, a file here."""
        is_known = (self._ids and len(source) == _SHA256_DIGITS) or lexists(source)
        return source if is_known or self._are_indicators else ""


def _failure(code: ExitCode) -> str:
    match code:
        case ExitCode.UNKNOWN:
            return "unknown"
        case ExitCode.NOT_ANALYSED:
            return "not analysed"
    return "failed"


def _level(report: "Report") -> str:
    """Return what engines say of an object, of which one is enough."""
    if report.state != "flagged":
        return "clean" if report.state == "clean" else "unknown"
    # Either of counters and results may be damaged, and one of them is enough.
    counted = getattr(getattr(report, "stats", None), "malicious", 0)
    return "malicious" if counted or report.detections["malicious"] else "suspicious"
