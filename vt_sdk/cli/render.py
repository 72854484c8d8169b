"""Results on stdout: JSON for programs, text and tables for people.

Nothing that came from the service is taken for Rich's markup, and all of it passes `clean`.
"""

import contextlib
import csv
import io
import json
import os
import sys
from abc import ABC, abstractmethod
from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime
from errno import EPIPE
from itertools import islice
from typing import TYPE_CHECKING, Any, ClassVar, Final, NamedTuple, Protocol, cast

from rich.console import Console, RenderableType
from rich.table import Table
from rich.text import Text

from vt_sdk import InvalidInputError, Remaining, VirusTotalAPIError
from vt_sdk.cli.exits import ExitCode, code_of, complain, describe, is_of_settings
from vt_sdk.cli.options import Format
from vt_sdk.cli.text import clean, clean_lines, terminal_width
from vt_sdk.indicators import classify

if TYPE_CHECKING:
    from vt_sdk import VTObject, models
    from vt_sdk.verdicts import Evidence, ReportDiff, Verdict

    class Documented(Protocol):
        """What can be said in JSON."""

        def to_dict(self) -> dict[str, Any]: ...

    Report = models.File | models.URL | models.Domain | models.IPAddress | models.Analysis

__all__ = [
    "JSONPrinter",
    "Printer",
    "output_failed",
    "printer_of",
    "render_changes",
    "render_comment",
    "render_object",
    "render_quotas",
    "render_report",
]


class Row(NamedTuple):
    """What a line says of an object or of an input; the names are those of the columns."""

    input: str
    status: str
    kind: str | None = None
    id: str | None = None
    state: str | None = None
    verdict: str | None = None
    malicious: int | None = None
    suspicious: int | None = None
    harmless: int | None = None
    undetected: int | None = None
    analysed_at: str | None = None
    name: str | None = None
    error: str | None = None


# What the head of a report shows, in this order, of what the object has.
_FACTS: Final = (
    ("url", "url"),
    ("title", "title"),
    ("name", "meaningful_name"),
    ("type", "type_description"),
    ("size", "size"),
    ("registrar", "registrar"),
    ("owner", "as_owner"),
    ("network", "network"),
    ("country", "country"),
    ("tags", "tags"),
    ("reputation", "reputation"),
    ("created", "creation_date"),
    ("first seen", "first_submission_date"),
    ("last seen", "last_submission_date"),
    ("analysed", "last_analysis_date"),
    ("status", "status"),
    ("date", "date"),
)
_INDENT: Final = 12

# Of lists and texts that have no end as much as a person reads; JSON has it all.
_MAX_ITEMS: Final = 30
_MAX_CHARS: Final = 2_000
_MAX_ENGINES: Final = 500
# What a cell of a spreadsheet takes; other readers of CSV refuse four times that.
_MAX_CELL: Final = 32_000
# What programs for tables take for a formula; the names of files are chosen by those who made them.
_FORMULA: Final = (*"=+-@\t\r", *"\uff1d\uff0b\uff0d\uff20")  # and their wide forms

# What an analysis is of: label, part of `meta`, name.
_ANALYSED: Final = (("file", "file_info", "sha256"), ("url", "url_info", "url"))

# Worst first; what stands in no place here comes last.
_CATEGORIES: Final = {
    "malicious": "bold red",
    "suspicious": "yellow",
    "harmless": "green",
    "undetected": "",
}
_STATES: Final = {**_CATEGORIES, "flagged": "bold red", "clean": "green"}
# What an object is called, the first that it has.
_NAMES: Final = (
    *("meaningful_name", "title", "name", "registrar", "as_owner", "text", "host_name"),
    *("ip_address", "url"),
)
_COUNTERS: Final = (*_CATEGORIES, "timeout", "confirmed_timeout", "failure", "type_unsupported")

# Lines for a file or another program are not wrapped.
_UNLIMITED: Final = 10_000


class Printer:
    """Writes results to stdout as people read them, as they come.

    Attributes:
        has_failed: whether nothing can be written any more: the reader has gone, the disk is full.
        is_for_programs: whether nobody reads it who wants a summary.
        shows_failures: whether a person sees in it why there is no result, and not on stderr only.
    """

    is_for_programs: ClassVar[bool] = False
    shows_failures: ClassVar[bool] = False

    def __init__(self) -> None:
        self.has_failed = False
        self._is_first = True

    def result(
        self,
        value: "Documented",
        rendered: Iterable[RenderableType],
        source: str | None = None,
        verdict: "Verdict | None" = None,
    ) -> None:
        """Write a result, with its input and the verdict on it where the form has a place."""
        self.write(("" if self._is_first else "\n") + _plain_or_coloured(rendered))
        self._is_first = False

    def failure(self, error: VirusTotalAPIError, source: str, *, was_tried: bool = True) -> None:
        """Write that there is no result; people read it on stderr."""

    def left_out(self, source: str, why: str) -> None:
        """Write that an input was not worked on; people read it on stderr."""

    def record(self, values: Mapping[str, object], words: str) -> None:
        """Write what is no object of the service: its values by name, or a line for people."""
        self.line(words)

    def end(self) -> None:
        """Write what stands behind the last result."""

    def line(self, value: object) -> None:
        """Write one line of text, which may come from the service."""
        self.write(clean(value) + "\n")

    def write(self, text: str) -> None:
        """Write at once, unless that has failed before."""
        if self.has_failed:
            return
        try:
            sys.stdout.write(text)
            sys.stdout.flush()
        except OSError as error:
            self.has_failed = True
            output_failed(error)


class JSONPrinter(Printer):
    """Writes what the service sent, with the input beside it, or the input and why there is none.

    Args:
        in_lines: whether each document stands on one line, as it must where there are several.
    """

    is_for_programs = True

    def __init__(self, *, in_lines: bool) -> None:
        super().__init__()
        self._indent = None if in_lines else 2

    def result(
        self,
        value: "Documented",
        rendered: Iterable[RenderableType],
        source: str | None = None,
        verdict: "Verdict | None" = None,
    ) -> None:
        """Write the object as it came, with its input and the verdict on it."""
        named = {} if source is None else {"input": source}
        judged = {} if verdict is None else {"verdict": verdict.to_dict()}
        self._document({**named, **judged, **value.to_dict()})

    def failure(self, error: VirusTotalAPIError, source: str, *, was_tried: bool = True) -> None:
        """Write the input and the error."""
        described = describe(error, source)
        if not was_tried:
            described["message"] = f"not tried any more: {described['message']}"
        self._document({"input": source, "error": described})

    def left_out(self, source: str, why: str) -> None:
        """Write the input and why it was left out."""
        self._document({"input": source, "skipped": why})

    def record(self, values: Mapping[str, object], words: str) -> None:
        """Write the values as a document."""
        self._document(values)

    def _document(self, document: Mapping[str, object]) -> None:
        self.write(json.dumps(document, indent=self._indent) + "\n")


class ArrayPrinter(JSONPrinter):
    """Writes one array of such documents, each on a line of its own."""

    def __init__(self) -> None:
        super().__init__(in_lines=True)

    def _document(self, document: Mapping[str, object]) -> None:
        self.write(("[\n" if self._is_first else ",\n") + json.dumps(document))
        self._is_first = False

    def end(self) -> None:
        """Close the array."""
        self.write("[]\n" if self._is_first else "\n]\n")


class RowPrinter(Printer, ABC):
    """Writes a row for each result and for each input that nothing came of."""

    def result(
        self,
        value: "Documented",
        rendered: Iterable[RenderableType],
        source: str | None = None,
        verdict: "Verdict | None" = None,
    ) -> None:
        """Write the row of an object."""
        self._row(row_of(value, source, verdict))

    def failure(self, error: VirusTotalAPIError, source: str, *, was_tried: bool = True) -> None:
        """Write the row of an input that nothing came of."""
        self._row(row_of_failure(error, source))

    @abstractmethod
    def _row(self, row: Row) -> None: ...


class TablePrinter(RowPrinter):
    """Writes a line for each result as it comes; what may be of any width stands last in it."""

    shows_failures = True

    def _row(self, row: Row) -> None:
        if self._is_first:
            heading = f"{'state':<12}  {'engines':>7}  {'kind':<10}  input"
            self.write(_plain_or_coloured([Text(heading, "dim")]))
            self._is_first = False
        state = (row.verdict or row.state or row.status).replace("_", " ")
        flagged = (row.malicious or 0) + (row.suspicious or 0)
        total = flagged + (row.harmless or 0) + (row.undetected or 0)
        engines = f"{flagged}/{total}" if total else ""
        line = Text.assemble(
            (f"{state:<12}", _STATES.get(state, "")),
            f"  {engines:>7}  {_short(row.kind or ''):<10}  {_short(row.input)}",
            # What the service does not know is no error whose message would say more.
            (
                "" if row.status == "not_found" else f"  {_short(row.name or row.error or '')}",
                "dim",
            ),
        )
        self.write(_plain_or_coloured([line]))


class CSVPrinter(RowPrinter):
    """Writes a row of comma-separated values for each result, below their names.

    A text that a program for tables would take for a formula has a `'` before it.
    """

    is_for_programs = True

    def _row(self, row: Row) -> None:
        self.record(row._asdict(), "")

    def record(self, values: Mapping[str, object], words: str) -> None:
        """Write the values as a row."""
        written = io.StringIO()
        writer = csv.writer(written, lineterminator="\n")
        if self._is_first:
            writer.writerow(values)
        self._is_first = False
        writer.writerow(map(_cell, values.values()))
        self.write(written.getvalue())


def _cell(value: object) -> str:
    text = "" if value is None else _short(value, _MAX_CELL)
    return f"'{text}" if isinstance(value, str) and text.startswith(_FORMULA) else text


def printer_of(form: Format) -> Printer:
    """Return what prints in a form."""
    match form:
        case Format.TEXT:
            return Printer()
        case Format.TABLE:
            return TablePrinter()
        case Format.JSON:
            return ArrayPrinter()
        case Format.JSONL:
            return JSONPrinter(in_lines=True)
        case Format.CSV:
            return CSVPrinter()


def row_of(value: object, source: str | None, verdict: "Verdict | None") -> Row:
    """Return what a line says of an object, of any type that listings hold."""
    error = getattr(value, "error", None)
    attributes = getattr(value, "attributes", None)
    stats = getattr(value, "stats", None)
    names = (getattr(attributes, name, None) for name in _NAMES)
    analysed = getattr(attributes, "last_analysis_date", None)
    object_id = _id(value)
    state = None if error else getattr(value, "state", None)
    return Row(
        input=object_id if source is None else source,
        kind=getattr(value, "type", ""),
        id=object_id,
        status="failed" if error else "not_analysed" if state == "not_analysed" else "found",
        state=state,
        verdict=None if verdict is None else verdict.level,
        **{name: getattr(stats, name, None) for name in _CATEGORIES},
        analysed_at=analysed.isoformat() if isinstance(analysed, datetime) else None,
        name=next((str(name) for name in names if name), None),
        error=error and (error.message or error.code),
    )


def row_of_failure(error: VirusTotalAPIError, source: str) -> Row:
    """Return what a line says of an input that nothing came of."""
    statuses = {ExitCode.USAGE: "invalid", ExitCode.UNKNOWN: "not_found"}
    status = "failed" if is_of_settings(error) else statuses.get(code_of(error), "failed")
    kind = None
    with contextlib.suppress(InvalidInputError):
        # What has been sent and may be the name of a file was said to be a domain.
        kind = classify(source, assume=None if status == "invalid" else "domain").kind
    return Row(
        input=source,
        kind=kind,
        status=status,
        error=describe(error, source)["message"],
    )


def output_failed(error: OSError) -> None:
    """Say that stdout cannot be written, and let what is written later go nowhere.

    A reader that has gone, such as `head`, has what it wants, so nothing is said then.
    """
    with contextlib.suppress(OSError):  # a stream of a program that calls the command has no number
        # Else Python would try again at its end, and complain.
        null = os.open(os.devnull, os.O_WRONLY)
        os.dup2(null, sys.stdout.fileno())
        os.close(null)
    if error.errno != EPIPE:
        complain(f"the output cannot be written: {error.strerror}")


def _plain_or_coloured(rendered: Iterable[RenderableType]) -> str:
    is_terminal = sys.stdout.isatty()
    # Not `capture`, which writes nothing to stdout, and fails where nothing can be written.
    written = io.StringIO()
    console = Console(
        file=written,
        width=terminal_width() if is_terminal else _UNLIMITED,
        force_terminal=is_terminal or None,
        markup=False,
        emoji=False,
        highlight=False,
    )
    for part in rendered:
        # Texts are left to the terminal to wrap, so that a long address can be copied.
        console.print(part, soft_wrap=isinstance(part, Text))
    return "".join(f"{line.rstrip()}\n" for line in written.getvalue().splitlines())


def render_report(
    report: "Report",
    source: str | None = None,
    verdict: "Verdict | None" = None,
    *,
    all_engines: bool,
) -> Iterator[RenderableType]:
    """Return the head of a report, its counters and the engines that flagged the object."""
    yield _heading(report)
    if source not in (None, _id(report)):
        yield _fact("input", source)
    if report.type == "analysis":
        for label, part, name in _ANALYSED:
            if value := getattr(getattr(report.meta, part, None), name, None):
                yield _fact(label, value)
    for label, name in _FACTS:
        value = getattr(report.attributes, name, None)
        if value not in (None, [], ""):
            yield _fact(label, _in_words(name, value))
    if threat := _threat(report):
        yield _fact("threat", threat)
    if permalink := getattr(report, "permalink", None):
        yield _fact("report", permalink)
    if verdict:
        yield _fact("verdict", verdict)
    if not report.is_known and report.type != "analysis":  # that may have a part of them
        yield _fact("verdicts", "none, it has not been analysed")
        return
    stats = getattr(report, "stats", None)
    if any(getattr(stats, name, None) is not None for name in _COUNTERS):
        yield _verdicts(stats)
    # By what the class declares: an answer of another type has anything under these names.
    declared = type(report.attributes).model_fields
    name = next(name for name in ("last_analysis_results", "results") if name in declared)
    yield from _engines(getattr(report.attributes, name), all_engines)


def _id(value: object) -> str:
    """Return the identifier of an object, empty where it came without one."""
    found: str = getattr(value, "id", "")
    return found


def _heading(value: "VTObject | ReportDiff") -> Text:
    return Text(f"{clean(value.type)} {clean(_id(value))}", "bold")


def _fact(label: str, value: object) -> Text:
    return Text.assemble((f"  {label:<{_INDENT}}", "dim"), _short(value))


def _short(value: object, most: int = _MAX_CHARS) -> str:
    text = str(value)
    if len(text) <= most:
        return clean(text)
    return f"{clean(text[:most])}... ({len(text):,} characters)"


def _in_words(name: str, value: object) -> object:
    # By its type and not by its name: the service may send another type some day.
    if isinstance(value, datetime):
        return f"{value:%Y-%m-%d %H:%M:%S} UTC"
    if isinstance(value, list):
        shown = ", ".join(map(str, value[:_MAX_ITEMS]))
        more = len(value) - _MAX_ITEMS
        return f"{shown} and {more:,} more" if more > 0 else shown
    return f"{value:,} bytes" if name == "size" and type(value) is int else value


def _threat(report: "Report") -> str | None:
    classification = getattr(report.attributes, "popular_threat_classification", None)
    return getattr(classification, "suggested_threat_label", None)


def _verdicts(stats: "models.AnalysisStats | None") -> Text:
    line = Text.assemble((f"  {'verdicts':<{_INDENT}}", "dim"))
    counters = [(name, getattr(stats, name, None)) for name in _COUNTERS]
    # The common four always, the rest where it happened.
    shown = [(name, count) for name, count in counters if count or name in _CATEGORIES]
    for index, (name, count) in enumerate(shown):
        style = _CATEGORIES.get(name, "") if count else "dim"
        line.append(", " if index else "")
        line.append(f"{count or 0} {name.replace('_', ' ')}", style)
    return line


def _engines(
    results: "Mapping[str, models.EngineResult]", shows_all: bool
) -> Iterator[RenderableType]:
    order = {category: place for place, category in enumerate(_CATEGORIES)}
    rows = sorted(
        (order.get(result.category or "", len(order)), name, result)
        for name, result in results.items()
        if shows_all or result.category in ("malicious", "suspicious")
    )
    if not rows:
        return
    table = Table(box=None, pad_edge=False, header_style="dim", padding=(0, 2, 0, 0))
    for title in ("  engine", "category", "result"):
        table.add_column(title, overflow="fold")
    for _, name, result in islice(rows, _MAX_ENGINES):
        style = _CATEGORIES.get(result.category or "", "")
        table.add_row(
            Text(f"  {_short(name)}"),
            Text(_short(result.category or ""), style),
            Text(_short(result.result or "")),
        )
    yield table
    if len(rows) > _MAX_ENGINES:
        yield Text(f"  and {len(rows) - _MAX_ENGINES:,} more engines, see --json", "dim")


def render_changes(changes: "ReportDiff") -> Iterator[RenderableType]:
    """Return what has changed between two reports: engines as a table, then all else."""
    yield _heading(changes)
    if not changes:
        yield Text("  nothing has changed")
        return
    if changes.engines:
        table = Table(box=None, pad_edge=False, header_style="dim", padding=(0, 2, 0, 0))
        for title in ("  engine", "before", "after"):
            table.add_column(title, overflow="fold")
        for engine in changes.engines:
            sides = (engine.before, engine.after)
            table.add_row(Text(f"  {_short(engine.name)}"), *map(_said, sides))
        yield table
    for change in changes.changes[len(changes.engines) :]:
        yield Text(f"  {clean(change)}")


def _said(evidence: "Evidence | None") -> Text:
    if evidence is None:
        return Text("none", "dim")
    words = clean(evidence.category or "")
    if evidence.detail:
        words += f" ({_short(evidence.detail)})"
    return Text(words, _CATEGORIES.get(evidence.category or "", ""))


def render_object(value: "VTObject") -> Iterator[RenderableType]:
    """Return what a person reads of an object of any type."""
    if value.error is None and hasattr(value, "detections"):
        yield from render_report(cast("Report", value), all_engines=False)
    elif value.type == "comment":
        yield from render_comment(cast("models.Comment", value))
    else:
        yield _heading(value)
        for name, found in row_of(value, None, None)._asdict().items():
            if found not in (None, "", value.type, _id(value)):
                yield _fact(name, found)


def render_comment(comment: "models.Comment") -> Iterator[Text]:
    """Return the head of a comment and its text."""
    if comment.error:
        yield Text(f"{clean(_id(comment))}: {clean(comment.error.message or comment.error.code)}")
        return
    attributes = comment.attributes
    head = Text(clean(_id(comment)), "dim")
    if date := getattr(attributes, "date", None):
        head = Text.assemble((f"{_in_words('date', date)}", "bold"), "  ", head)
    if votes := getattr(attributes, "votes", None):
        head.append(f"  +{votes.positive or 0} -{votes.negative or 0}")
    yield head
    if text := getattr(attributes, "text", None):
        yield Text("\n".join(f"  {line}" for line in clean_lines(text)))


def render_quotas(left: Remaining) -> Iterator[RenderableType]:
    """Return the quotas as a table, one line for the user and one for the group, and their end."""
    if not left.quotas.quotas:
        yield Text("No quotas.")
        return
    table = Table(box=None, pad_edge=False, header_style="dim", padding=(0, 2, 0, 0))
    table.add_column("quota", overflow="fold")
    table.add_column("of")
    for title in ("used", "allowed", "left"):
        table.add_column(title, justify="right")
    for name, quota in left.quotas.quotas.items():
        for holder, numbers in (("user", quota.user), ("group", quota.group)):
            if numbers is not None:
                used, allowed = numbers.used, numbers.allowed
                rest = None if used is None or allowed is None else max(0, allowed - used)
                style = "bold red" if rest == 0 else ""
                table.add_row(
                    Text(clean(name)),
                    Text(holder),
                    *(
                        Text("" if value is None else f"{value:,}", style)
                        for value in (used, allowed, rest)
                    ),
                )
    yield table
    yield Text(f"The day ends at {left.resets_at:%Y-%m-%d %H:%M} UTC.", "dim")
