"""The commands of `vt-sdk` and their options.

What says how to reach the service stands before the command, what says how to show a result behind
it. Each command uses the SDK through its public names only.
"""

import io
import json
import re
import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from enum import StrEnum
from itertools import chain
from os import environ
from os.path import lexists
from types import TracebackType
from typing import TYPE_CHECKING, Annotated, Any, Final, NoReturn, Self, TypeVar

import typer

from vt_sdk import (
    DEFAULT_TIMEOUT,
    AnalysisDescriptor,
    FileReadError,
    InvalidInputError,
    MissingAPIKeyError,
    NotFoundError,
    TransportError,
    VirusTotal,
    VirusTotalAPIError,
    __version__,
    drift,
)
from vt_sdk.cli.exits import (
    ExitCode,
    code_of,
    complain,
    describe,
    fail,
    hide_keys,
    note,
    say,
    usage,
    without_keys,
    worst,
)
from vt_sdk.cli.inputs import (
    Answer,
    EmulatorKey,
    Input,
    Kind,
    LeftOut,
    captured,
    emulator_key,
    expanded,
    file_id,
    is_one,
    is_url,
    kind_of,
)
from vt_sdk.cli.pool import Result, in_order, once
from vt_sdk.cli.progress import Activities
from vt_sdk.cli.render import (
    Printer,
    output_failed,
    render_comment,
    render_quotas,
    render_report,
)

if TYPE_CHECKING:
    from vt_sdk import (
        RateLimit,
        VirusTotalAPIDomains,
        VirusTotalAPIFiles,
        VirusTotalAPIIPAddresses,
        VirusTotalAPIUrls,
        models,
    )
    from vt_sdk.cli.render import Report
    from vt_sdk.emulator import Emulator

    Group = VirusTotalAPIFiles | VirusTotalAPIUrls | VirusTotalAPIDomains | VirusTotalAPIIPAddresses

__all__ = ["app", "run"]

S = TypeVar("S")
T = TypeVar("T")

_EXIT_CODES: Final = "Exit codes; of several that apply, the one that stands first here:"
_GATE: Final = (
    "Only --fail-on makes findings count. A gate needs --fail-on suspicious (or malicious); "
    "without it, 0 says that all that was asked for is there and was analysed, and nothing of "
    "verdicts."
)

_EPILOG: Final = (
    "\b\n"
    + "\n".join([_EXIT_CODES, *(f"{int(code):5}  {code.meaning}" for code in ExitCode)])
    + f"\n\n{_GATE}"
)

_CONNECTION_EPILOG: Final = (
    "Options such as --api-key and --rate-limit stand before the command: see vt-sdk --help."
)
_LIST_HELP: Final = "A - stands for the lines of the standard input."

_RATE_LIMIT: Final = re.compile(r"public|[1-9][0-9]{0,8}")
_LONGEST_WAIT_S: Final = 86_400.0
_MOST_COMMENTS: Final = 1_000_000
_PAGE_MAX: Final = 40

# How many inputs are worked on at once. Waits do nothing but ask now and then.
_WORKERS: Final = 8
_WAITERS: Final = 32

# Of what is left out as many are named.
_MOST_LEFT_OUT: Final = 20

_SHA256_DIGITS: Final = 64

# What the summary counts, in its order.
_OUTCOMES: Final = (
    *("flagged", "suspicious", "clean", "not analysed", "unknown", "sent", "failed"),
    *("not tried", "empty"),
)

# Seconds before a report that is not there yet is asked for again.
_PAUSES: Final = (1.0, 2.0, 4.0)

app = typer.Typer(
    help="Scan files and URLs, read reports and comments of VirusTotal.",
    epilog=_EPILOG,
    add_completion=False,
    no_args_is_help=True,
    # Its tracebacks show local variables, the API key among them.
    pretty_exceptions_enable=False,
    # Help in plain letters that every terminal, locale and width can show.
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"]},
)


def run(arguments: Sequence[str]) -> ExitCode:
    """Run a command and return how it ended; all that can be said of it has been printed."""
    hide_keys(environ.get("VT_API_KEY"))
    code = ExitCode.OK
    command = typer.main.get_command(app)
    try:
        try:
            # Not `app(…)`, which ends with 1 after an interrupt and where nobody reads.
            with command.make_context("vt-sdk", list(arguments)) as context:
                command.invoke(context)
        except typer.Exit as ended:
            code = next(each for each in ExitCode if each == ended.exit_code)
        except (KeyboardInterrupt, typer.Abort):
            code = ExitCode.INTERRUPTED
        except Exception as error:
            # What is wrong with the arguments, in words; Typer has a Click of its own or the
            # installed one, and no common name for it.
            show = getattr(error, "show", None)
            if show is None:
                raise
            name = getattr(error, "option_name", None)  # of an option that the command has not
            if any(name in option.opts for option in command.params):
                problem = f"{name} is no option of a command: give it before the command"
                vars(error).update(message=problem, possibilities=())
            words = io.StringIO()
            show(words)
            usage(words.getvalue())
            code = ExitCode.USAGE
        print(end="", flush=True)
    except OSError as error:  # of help or a version; commands see to what they print themselves
        output_failed(error)
        code = worst((code, ExitCode.OUTPUT))
    return code


class FailOn(StrEnum):
    """From which verdict on an object counts as flagged; one engine is enough."""

    MALICIOUS = "malicious"
    SUSPICIOUS = "suspicious"
    NEVER = "never"


@dataclass(frozen=True, slots=True)
class Connection:
    """How to reach the service: the options before the command."""

    api_key: str | None = field(repr=False)
    base_url: str | None
    timeout: float | None
    proxy: str | None
    rate_limit: "RateLimit | None"
    quiet: bool

    def client(self) -> VirusTotal:
        """Make a client.

        Raises:
            InvalidInputError: an option cannot be what it is.
        """
        return VirusTotal(
            self.api_key or None,
            DEFAULT_TIMEOUT if self.timeout is None else self.timeout,
            {"http": self.proxy, "https": self.proxy} if self.proxy else None,
            base_url=self.base_url or None,
            rate_limit=self.rate_limit,
        )


def _refuse(problem: str) -> NoReturn:
    """End the command for what was asked of it."""
    complain(problem)
    raise typer.Exit(ExitCode.USAGE)


def _seconds(value: float | None) -> float | None:
    if value is not None and not 0 < value <= _LONGEST_WAIT_S:  # refuses nan too
        _refuse(f"{value:g} is not between 0 and {_LONGEST_WAIT_S:g} seconds")
    return value


def _rate_limit(text: str | None) -> "RateLimit | None":
    if text is None:
        return None
    if not _RATE_LIMIT.fullmatch(text):
        _refuse(f"--rate-limit: expected public or how many requests a minute, got {text!r:.100}")
    try:
        from vt_sdk import RateLimit

        return RateLimit.public() if text == "public" else RateLimit(per_minute=int(text))
    except ImportError as error:
        _refuse(f"--rate-limit: {error}")


def _version(wanted: bool) -> None:
    if wanted:
        print(f"vt-sdk {__version__}")
        raise typer.Exit


AsJSON = Annotated[
    bool,
    typer.Option(
        "--json",
        help="Print JSON: what the service sent, with the input beside it, or the input and an "
        "error; of several inputs one document on each line.",
    ),
]
FailOnOption = Annotated[
    FailOn,
    typer.Option(
        metavar="VERDICT",
        help="Exit with 10 if an engine says this: malicious, suspicious (or malicious), never. "
        "Without it findings do not change the exit code.",
    ),
]
AllEngines = Annotated[
    bool, typer.Option("--all-engines", help="Show all engines, not only those that flagged it.")
]
Deadline = Annotated[
    float,
    typer.Option(
        metavar="SECONDS", callback=_seconds, help="Seconds to wait for each analysis at most."
    ),
]


@app.callback()
def configure(
    ctx: typer.Context,
    api_key: Annotated[
        str | None,
        typer.Option(
            envvar="VT_API_KEY",
            metavar="KEY",
            show_default=False,
            help="The API key. Other users may see arguments, the variable stays private.",
        ),
    ] = None,
    base_url: Annotated[
        str | None,
        typer.Option(
            envvar="VT_BASE_URL",
            metavar="URL",
            show_default=False,
            help="The address of the service, for an emulator or a gateway.",
        ),
    ] = None,
    timeout: Annotated[
        float | None,
        typer.Option(
            callback=_seconds,
            metavar="SECONDS",
            show_default=False,
            help="Seconds to wait for the connection and for the next bytes.",
        ),
    ] = None,
    proxy: Annotated[
        str | None,
        typer.Option(
            metavar="URL", show_default=False, help="The address of a proxy for all requests."
        ),
    ] = None,
    rate_limit: Annotated[
        str | None,
        typer.Option(
            metavar="public|N",
            show_default=False,
            help="Wait before requests so that no more than N go in a minute; public: the limits "
            "of a free key.",
        ),
    ] = None,
    quiet: Annotated[
        bool, typer.Option("--quiet", "-q", help="Show no progress and no summary.")
    ] = False,
    version: Annotated[
        bool,
        typer.Option("--version", callback=_version, is_eager=True, help="Print the version."),
    ] = False,
) -> None:
    """Scan files and URLs, read reports and comments of VirusTotal."""
    hide_keys(environ.get("VT_API_KEY"), api_key)
    ctx.obj = Connection(api_key, base_url, timeout, proxy, _rate_limit(rate_limit), quiet)


class _Job:
    """One run of a command on some inputs: the client, what is printed, and how it ends.

    Use it as a context manager, which ends the command with the exit code that wins.

    Args:
        connection: how to reach the service.
        targets: what was given to work on.
        as_json: whether results are printed as JSON.
        in_lines: whether each JSON document stands on one line; by default if there may be several.
        fail_on: from which verdict on an object counts as flagged.
        folders: whether targets may be folders.
        ids: whether a target may be 64 hexadecimal digits and no key.
    """

    vt: VirusTotal

    def __init__(
        self,
        connection: Connection,
        targets: list[str],
        *,
        as_json: bool,
        in_lines: bool | None = None,
        fail_on: FailOn = FailOn.NEVER,
        folders: bool = False,
        ids: bool = False,
    ) -> None:
        if in_lines is None:
            in_lines = not is_one(targets, folders=folders)
        self.activities = Activities(quiet=connection.quiet)
        self.printer = Printer(as_json=as_json, in_lines=in_lines)
        self._connection = connection
        self._inputs = expanded(targets, folders=folders, on_skip=note)
        self._as_json = as_json
        self._fail_on = fail_on
        self._ids = ids
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
        if self.printer.has_failed:
            self._codes.add(ExitCode.OUTPUT)
        if (more := self._outcomes["empty"] - _MOST_LEFT_OUT) > 0:
            note(f"and {more:,} more empty files, left out")
        if (untried := self._outcomes["not tried"]) and not self._has_no_key:
            complain(f"not tried any more: {untried:,}")
        silenced = self._as_json or self._connection.quiet
        if not (error or silenced or self.printer.has_failed or self._has_no_key):
            self._summarize()
        raise typer.Exit(worst(self._codes)) from None

    def work(
        self,
        work: Callable[[S], T],
        sources: Iterable[S],
        *,
        workers: int = _WORKERS,
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
        self, work: Callable[[Input], T], *, workers: int = _WORKERS
    ) -> Iterator[Result[Input, T]]:
        """Work on all inputs, once on each that comes again.

        That there is none is an error, lest a gate take it for clean.
        """
        is_empty = True
        for result in self.work(once(work, lambda source: source), self._inputs, workers=workers):
            is_empty = False
            yield result
        if is_empty:
            complain("there is nothing to work on")
            self._codes.add(ExitCode.USAGE)

    def show_report(self, result: "Result[Any, Report]", source: str, all_engines: bool) -> None:
        """Print a report, or why there is none, and note what it says of the object."""
        if (report := result.value) is None:
            self.show_failure(result, source)
            return
        source = self._shown(source)
        code = _verdict(report, self._fail_on)
        self._codes.add(code)
        # Flagged, and yet not as --fail-on malicious asks.
        is_less = report.state == "flagged" and self._fail_on is FailOn.MALICIOUS and not code
        self._outcomes["suspicious" if is_less else report.state.replace("_", " ")] += 1
        rendered = render_report(report, source, all_engines=all_engines)
        self.printer.result(report, rendered, source)

    def show_descriptor(
        self, result: Result[Any, AnalysisDescriptor], source: str, *, with_input: bool
    ) -> None:
        """Print the id of an analysis, or why there is none."""
        if result.value is None:
            self.show_failure(result, source)
            return
        source = self._shown(source)
        self._outcomes["sent"] += 1
        if self._as_json:
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
        self._outcomes[_failure(code) if result.was_tried else "not tried"] += 1
        self.printer.failure(error, shown, was_tried=result.was_tried)
        is_missing_key = isinstance(error, MissingAPIKeyError)
        if result.was_tried and not (is_missing_key and self._has_no_key):
            fail(error, "" if is_missing_key else shown, self._known(source))
        self._has_no_key |= is_missing_key

    def _shown(self, source: str) -> str:
        return without_keys(source, self._known(source))

    def _known(self, source: str) -> str:
        """Return a source that may hold 64 hexadecimal digits and no key: an id, a file here."""
        is_known = (self._ids and len(source) == _SHA256_DIGITS) or lexists(source)
        return source if is_known else ""


def _failure(code: ExitCode) -> str:
    match code:
        case ExitCode.UNKNOWN:
            return "unknown"
        case ExitCode.NOT_ANALYSED:
            return "not analysed"
    return "failed"


def _verdict(report: "Report", fail_on: FailOn) -> ExitCode:
    """Return what a report says of its object."""
    match report.state, fail_on:
        case (("not_analysed" | "unknown"), _):
            return ExitCode.NOT_ANALYSED
        case "flagged", FailOn.SUSPICIOUS:
            return ExitCode.FLAGGED
        case "flagged", FailOn.MALICIOUS:
            # Either of counters and results may be damaged, and one of them is enough.
            counted = getattr(getattr(report, "stats", None), "malicious", 0)
            return ExitCode.FLAGGED if counted or report.detections["malicious"] else ExitCode.OK
    return ExitCode.OK


@contextmanager
def _hint_at_schemes() -> Iterator[None]:
    """Say of a file that is not there how a URL is written."""
    try:
        yield
    except FileReadError as error:
        if isinstance(error.__cause__, FileNotFoundError):
            error.add_note("to scan a URL, begin it with http:// or https://")
        raise


def _report_after(vt: VirusTotal, analysis: "models.Analysis", target: str) -> "Report":
    """Get the report after an analysis; parts of the service may not know it for a moment."""
    meta = analysis.meta
    for pause in (*_PAUSES, None):
        try:
            if is_url(target):
                return vt.urls.get_report((meta.url_info and meta.url_info.id) or target)
            return vt.files.get_report(
                (meta.file_info and meta.file_info.sha256) or file_id(target)
            )
        except NotFoundError:
            if pause is None:
                raise
            time.sleep(pause)
    raise AssertionError


@app.command(
    epilog=_CONNECTION_EPILOG,
    help="Send files and URLs, wait for the analyses and show the reports.\n\n"
    "Others can see what is sent. A URL begins with its scheme, such as https://; everything else "
    "is the path of a file, or of a folder: all files in it and in its folders are sent. Links are "
    "left out, and so are empty files, which have nothing to judge: they are named on stderr, and "
    f"do not change the exit code. {_LIST_HELP}",
)
def scan(
    ctx: typer.Context,
    targets: Annotated[
        list[str], typer.Argument(metavar="FILE|FOLDER|URL|-", show_default=False, hidden=True)
    ],
    password: Annotated[
        str | None,
        typer.Option(
            metavar="TEXT", show_default=False, help="The password of the protected ZIP files."
        ),
    ] = None,
    name: Annotated[
        str | None,
        typer.Option(
            metavar="TEXT",
            show_default=False,
            help="The name to send in place of the one of the file.",
        ),
    ] = None,
    if_unknown: Annotated[
        bool,
        typer.Option("--if-unknown", help="Send only what the service has no verdict on yet."),
    ] = False,
    no_wait: Annotated[
        bool,
        typer.Option(
            "--no-wait",
            help="Print the ids of the analyses, for vt-sdk analysis, and do not wait.",
        ),
    ] = False,
    deadline: Deadline = 900.0,
    fail_on: FailOnOption = FailOn.NEVER,
    all_engines: AllEngines = False,
    as_json: AsJSON = False,
) -> None:
    """Send files and URLs, wait for the analyses and show the reports."""
    is_single = is_one(targets, folders=True)
    files = [target for target in targets if not is_url(target)]
    if name is not None and not (is_single and files):
        _refuse("--name goes with one file and nothing else")
    if password is not None and not files:
        _refuse("--password goes with files")
    if no_wait and (if_unknown or all_engines or fail_on is not FailOn.NEVER):
        _refuse("--no-wait leaves no report to look at")

    def submit(source: Input) -> AnalysisDescriptor:
        target = source.get()
        with job.activities.on(target) as activity:
            if is_url(target):
                return job.vt.urls.upload(target)
            with _hint_at_schemes():
                return job.vt.files.upload(
                    target, name=name, password=password, on_progress=activity.sent
                )

    def finish(sent: tuple[str, AnalysisDescriptor]) -> "Report":
        target, descriptor = sent
        with job.activities.on(target) as activity:
            try:
                analysis = job.vt.analyses.wait(
                    descriptor, deadline=deadline, on_progress=activity.seen
                )
                return _report_after(job.vt, analysis, target)
            except VirusTotalAPIError as error:
                error.analysis_id = error.analysis_id or descriptor.id
                raise

    def find(source: Input) -> "Report":
        target = source.get()
        with job.activities.on(target) as activity:
            if is_url(target):
                return job.vt.urls.get_or_scan(target, deadline=deadline, on_progress=activity.seen)
            with _hint_at_schemes():
                return job.vt.files.get_or_scan(
                    target,
                    name=name,
                    password=password,
                    deadline=deadline,
                    on_upload=activity.sent,
                    on_progress=activity.seen,
                )

    with _Job(ctx.obj, targets, folders=True, as_json=as_json, fail_on=fail_on) as job:
        if if_unknown:
            for found in job.results(find):
                job.show_report(found, found.source.text, all_engines)
            return
        sent = job.results(submit)
        if no_wait:
            for each in sent:
                job.show_descriptor(each, each.source.text, with_input=not is_single)
            return
        # All are sent before any is waited for: the service works on all of them at once.
        everything = list(sent)
        reports = job.work(
            once(finish, lambda sent: sent[1].id),
            [(each.source.text, each.value) for each in everything if each.value is not None],
            workers=_WAITERS,
            stops=False,  # each of them has been paid for
        )
        for each in everything:
            if each.value is None:
                job.show_failure(each, each.source.text)
            elif (report := next(reports, None)) is not None:
                job.show_report(report, each.source.text, all_engines)


def _reports(
    ctx: typer.Context,
    targets: list[str],
    fetch: "Callable[[VirusTotal, str], Report]",
    *,
    as_json: bool,
    fail_on: FailOn,
    all_engines: bool,
    folders: bool = False,
    ids: bool = False,
) -> None:
    """Fetch and show the reports of all inputs."""
    with _Job(ctx.obj, targets, folders=folders, as_json=as_json, fail_on=fail_on, ids=ids) as job:
        for found in job.results(lambda source: fetch(job.vt, source.get())):
            job.show_report(found, found.source.text, all_engines)


@app.command(
    epilog=_CONNECTION_EPILOG,
    help="Show the reports of files.\n\n"
    "A file that exists here is looked up by its SHA-256, a folder by those of all its files and "
    "folders; nothing of them is sent. Links are left out, and so are empty files, which are named "
    f"on stderr. {_LIST_HELP}",
)
def file(
    ctx: typer.Context,
    targets: Annotated[
        list[str], typer.Argument(metavar="HASH|PATH|-", show_default=False, hidden=True)
    ],
    fail_on: FailOnOption = FailOn.NEVER,
    all_engines: AllEngines = False,
    as_json: AsJSON = False,
) -> None:
    """Show the reports of files."""
    _reports(
        ctx,
        targets,
        lambda vt, target: vt.files.get_report(file_id(target)),
        as_json=as_json,
        fail_on=fail_on,
        all_engines=all_engines,
        folders=True,
        ids=True,
    )


@app.command(
    epilog=_CONNECTION_EPILOG,
    help="Show the reports of URLs, given as such or by their base64 or SHA-256 id.\n\n"
    f"{_LIST_HELP}",
)
def url(
    ctx: typer.Context,
    targets: Annotated[
        list[str], typer.Argument(metavar="URL|ID|-", show_default=False, hidden=True)
    ],
    fail_on: FailOnOption = FailOn.NEVER,
    all_engines: AllEngines = False,
    as_json: AsJSON = False,
) -> None:
    """Show the reports of URLs, given as such or by their base64 or SHA-256 id."""
    _reports(
        ctx,
        targets,
        lambda vt, target: vt.urls.get_report(target),
        as_json=as_json,
        fail_on=fail_on,
        all_engines=all_engines,
        ids=True,
    )


@app.command(epilog=_CONNECTION_EPILOG, help=f"Show the reports of domains.\n\n{_LIST_HELP}")
def domain(
    ctx: typer.Context,
    targets: Annotated[
        list[str], typer.Argument(metavar="NAME|-", show_default=False, hidden=True)
    ],
    fail_on: FailOnOption = FailOn.NEVER,
    all_engines: AllEngines = False,
    as_json: AsJSON = False,
) -> None:
    """Show the reports of domains."""
    _reports(
        ctx,
        targets,
        lambda vt, target: vt.domains.get_report(target),
        as_json=as_json,
        fail_on=fail_on,
        all_engines=all_engines,
    )


@app.command(
    epilog=_CONNECTION_EPILOG,
    help=f"Show the reports of IP addresses, of version 4 or 6.\n\n{_LIST_HELP}",
)
def ip(
    ctx: typer.Context,
    targets: Annotated[
        list[str], typer.Argument(metavar="ADDRESS|-", show_default=False, hidden=True)
    ],
    fail_on: FailOnOption = FailOn.NEVER,
    all_engines: AllEngines = False,
    as_json: AsJSON = False,
) -> None:
    """Show the reports of IP addresses, of version 4 or 6."""
    _reports(
        ctx,
        targets,
        lambda vt, target: vt.ip_addresses.get_report(target),
        as_json=as_json,
        fail_on=fail_on,
        all_engines=all_engines,
    )


@app.command(
    epilog=_CONNECTION_EPILOG,
    help="Show analyses: how far they are, and their verdicts so far.\n\n"
    "ID is what vt-sdk scan --no-wait prints. - stands for the lines of the standard input; of "
    "each the first word counts.",
)
def analysis(
    ctx: typer.Context,
    targets: Annotated[list[str], typer.Argument(metavar="ID|-", show_default=False, hidden=True)],
    wait: Annotated[bool, typer.Option("--wait", help="Wait until they are completed.")] = False,
    deadline: Deadline = 900.0,
    fail_on: FailOnOption = FailOn.NEVER,
    all_engines: AllEngines = False,
    as_json: AsJSON = False,
) -> None:
    """Show analyses: how far they are, and their verdicts so far."""

    def look(source: Input) -> "Report":
        analysis_id = source.get().split()[0]
        if not wait:
            return job.vt.analyses.get_report(analysis_id)
        with job.activities.on(source.text) as activity:
            return job.vt.analyses.wait(analysis_id, deadline=deadline, on_progress=activity.seen)

    with _Job(ctx.obj, targets, as_json=as_json, fail_on=fail_on) as job:
        for found in job.results(look, workers=_WAITERS if wait else _WORKERS):
            job.show_report(found, found.source.text, all_engines)


@app.command(
    epilog=_CONNECTION_EPILOG,
    help="Show the comments on an object, newest first, or add one.\n\n"
    "OBJECT is a hash, an IP address, a URL with its scheme, or a domain. With --type file it may "
    "be a local path, with --type url the id of a URL.",
)
def comments(
    ctx: typer.Context,
    target: Annotated[str, typer.Argument(metavar="OBJECT", show_default=False, hidden=True)],
    kind: Annotated[
        Kind | None,
        typer.Option(
            "--type",
            metavar="TYPE",
            show_default=False,
            help="What OBJECT is: file, url, domain or ip; guessed if not given.",
        ),
    ] = None,
    limit: Annotated[
        int,
        typer.Option(
            min=1, max=_MOST_COMMENTS, metavar="N", help="How many comments to show at most."
        ),
    ] = 10,
    add: Annotated[
        str | None,
        typer.Option(
            metavar="TEXT", show_default=False, help="Post this comment, for everyone to see."
        ),
    ] = None,
    as_json: AsJSON = False,
) -> None:
    """Show the comments on an object, newest first, or add one."""
    if add is not None and not add.strip():
        _refuse("--add needs a text")

    def group() -> "tuple[Group, str]":
        found = _group(job.vt, kind or kind_of(target))
        return found, file_id(target) if found is job.vt.files else target

    def post() -> "models.Comment":
        of, object_id = group()
        try:
            return of.put_comments(object_id, add or "")
        except TransportError as error:
            if error.may_have_arrived:
                error.add_note("the comment may have been posted all the same")
            raise

    def listed() -> "Iterator[models.Comment]":
        if add is not None:
            yield post()
            return
        of, object_id = group()
        yield from of.get_comments(object_id, min(limit, _PAGE_MAX)).iter_all(limit)

    with _Job(ctx.obj, [target], as_json=as_json, in_lines=add is None, ids=True) as job:
        found = listed()
        is_empty = True
        # Each is got by a worker, one after the other, so that an interrupt need not wait for it.
        for each in job.work(lambda _: next(found, None), range(limit + 1), workers=1):
            if each.error is not None:
                job.show_failure(each, target)
            elif each.value is not None:
                job.printer.result(each.value, render_comment(each.value))
            elif is_empty and not as_json:
                job.printer.line("No comments.")
            is_empty = False
            if each.value is None:
                break


@app.command(
    epilog=_CONNECTION_EPILOG,
    help="Show what your key may use and has used, in requests and in all else.\n\n"
    "USER is the name of a user, the owner of the key if not given. Asking is a request too.",
)
def quotas(
    ctx: typer.Context,
    user: Annotated[str, typer.Argument(metavar="USER", show_default=False, hidden=True)] = "",
    as_json: AsJSON = False,
) -> None:
    """Show what the key may use and has used."""
    with _Job(ctx.obj, [user], as_json=as_json) as job:
        for found in job.results(lambda source: job.vt.quotas.remaining(source.get() or None)):
            if found.value is None:
                job.show_failure(found, user)
            else:
                job.printer.result(found.value.quotas, render_quotas(found.value))


@app.command("drift")
def show_drift(
    files: Annotated[list[str], typer.Argument(metavar="FILE", show_default=False, hidden=True)],
    as_json: Annotated[
        bool, typer.Option("--json", help="Print the report as one JSON document.")
    ] = False,
) -> None:
    """Show what captured answers hold that this version does not know. Sends nothing.

    FILE holds an answer, or one on each line, such as other commands print with --json. It shows
    names of fields and types, never a value.
    """
    failures: list[tuple[str, VirusTotalAPIError]] = []

    def documents() -> Iterator[Answer]:
        for place, found in chain.from_iterable(map(captured, files)):
            if isinstance(found, VirusTotalAPIError):
                fail(found, place)
                failures.append((place, found))
            else:
                yield found

    report = drift(documents())
    printer = Printer(as_json=as_json, in_lines=True)
    if as_json and not failures:
        printer.write(report.to_json() + "\n")
    elif as_json:
        errors = [
            {"input": without_keys(name), "error": describe(error, name)}
            for name, error in failures
        ]
        printer.write(json.dumps({**json.loads(report.to_json()), "errors": errors}) + "\n")
    else:
        for finding in report.findings:
            kinds = ", ".join(finding.kinds)
            where = f"{finding.object_type} {finding.path}".strip()
            printer.line(f"{finding.count:6} x {finding.problem:7} {where}: {kinds}")
        places = f"{len(report.findings)} differences" if report else "no difference"
        printer.line(f"{report.documents} documents, {places}")
    codes = {code_of(error) for _, error in failures}
    if printer.has_failed:
        codes.add(ExitCode.OUTPUT)
    raise typer.Exit(worst(codes))


@app.command()
def emulator(
    host: Annotated[
        str, typer.Option(metavar="ADDRESS", help="The address to listen on.")
    ] = "127.0.0.1",
    port: Annotated[
        int,
        typer.Option(
            metavar="N", min=0, max=65_535, help="The port to listen on, 0 for any free one."
        ),
    ] = 8080,
    database: Annotated[
        str,
        typer.Option("--db", metavar="FILE", help="Where to keep everything over restarts."),
    ] = ":memory:",
    analysis_seconds: Annotated[
        float, typer.Option(metavar="SECONDS", min=0, help="How long an analysis takes.")
    ] = 3.0,
    analysis_polls: Annotated[
        int,
        typer.Option(
            metavar="N", min=0, help="How often an analysis answers that it is not completed."
        ),
    ] = 0,
    keys: Annotated[
        list[str] | None,
        typer.Option(
            "--key",
            metavar="NAME=KEY:TIER",
            show_default=False,
            help="A further API key and its owner; the tier is public or premium. Repeatable.",
        ),
    ] = None,
) -> None:
    """Run a VirusTotal of your own until it is interrupted; needs the extra emulator."""
    try:
        further = [emulator_key(text) for text in keys or ()]
    except InvalidInputError as error:
        _refuse(error.message)
    try:
        import sqlite3

        from vt_sdk.emulator import serve
    except ImportError:
        _refuse('the emulator needs an extra: pip install "vt-sdk[emulator]"')
    try:
        serve(
            host,
            port,
            database,
            analysis_seconds=analysis_seconds,
            analysis_polls=analysis_polls,
            on_ready=lambda running: _announce(running, further),
        )
    except (OSError, ValueError, sqlite3.Error) as error:
        _refuse(f"the emulator: {error}")


def _announce(running: "Emulator", keys: Sequence[EmulatorKey]) -> None:
    for name, key, premium in keys:
        running.add_key(key, user=name, premium=premium)
    printer = Printer(as_json=False, in_lines=False)
    printer.write(
        f"The emulator listens on {running.url} until it is interrupted. To use it:\n"
        f"  export VT_BASE_URL={running.base_url}\n"
        f"  export VT_API_KEY={running.api_key}\n"
        f"The key of the premium tier is {running.premium_key}\n"
    )
    if printer.has_failed:
        raise typer.Exit(ExitCode.OUTPUT)


def _group(vt: VirusTotal, kind: Kind) -> "Group":
    match kind:
        case Kind.FILE:
            return vt.files
        case Kind.URL:
            return vt.urls
        case Kind.DOMAIN:
            return vt.domains
        case Kind.IP:
            return vt.ip_addresses
