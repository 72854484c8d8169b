"""The commands of `vt-sdk` and their options.

What says how to reach the service stands before the command, what says how to show a result behind
it. Each command uses the SDK through its public names only.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated, NoReturn

import typer

from vt_sdk import (
    DEFAULT_TIMEOUT,
    FileReadError,
    InvalidInputError,
    MissingAPIKeyError,
    TransportError,
    VirusTotal,
    VirusTotalAPIError,
    __version__,
    drift,
)
from vt_sdk.cli.exits import ExitCode, complain, fail
from vt_sdk.cli.inputs import (
    EmulatorKey,
    Kind,
    captured,
    emulator_key,
    file_id,
    is_url,
    kind_of,
)
from vt_sdk.cli.progress import Activity
from vt_sdk.cli.render import Printer, render_comment, render_quotas, render_report

if TYPE_CHECKING:
    from vt_sdk import (
        VirusTotalAPIDomains,
        VirusTotalAPIFiles,
        VirusTotalAPIIPAddresses,
        VirusTotalAPIUrls,
    )
    from vt_sdk.cli.render import Report
    from vt_sdk.emulator import Emulator

    Group = VirusTotalAPIFiles | VirusTotalAPIUrls | VirusTotalAPIDomains | VirusTotalAPIIPAddresses

__all__ = ["app"]

_EPILOG = """Exit codes; of several inputs the highest one wins:

  0  fine
  1  something was flagged, with --fail-on
  2  usage or bad input
  3  the service answered with an error
  4  no answer, or one that is not the service's
  5  waiting ended without a result
130  interrupted"""

_CONNECTION_EPILOG = "Options such as --api-key stand before the command: see vt-sdk --help."

_LONGEST_WAIT_S = 86_400.0
_PAGE_MAX = 40

app = typer.Typer(
    help="Scan files and URLs, read reports and comments of VirusTotal.",
    epilog=_EPILOG,
    add_completion=False,
    no_args_is_help=True,
    # Its tracebacks show local variables, the API key among them.
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)


class FailOn(StrEnum):
    """From which verdict on a command exits with 1; one engine is enough."""

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
    quiet: bool

    def client(self) -> VirusTotal:
        """Make a client.

        Raises:
            InvalidInputError: the key cannot be one.
        """
        client = VirusTotal(
            self.api_key,
            DEFAULT_TIMEOUT if self.timeout is None else self.timeout,
            {"http": self.proxy, "https": self.proxy} if self.proxy else None,
        )
        if self.base_url:
            client.base_url = self.base_url
        return client


def _refuse(problem: str) -> NoReturn:
    """End the command for what was asked of it."""
    complain(problem)
    raise typer.Exit(ExitCode.USAGE)


def _seconds(value: float | None) -> float | None:
    if value is not None and not 0 < value <= _LONGEST_WAIT_S:  # refuses nan too
        _refuse(f"{value:g} is not between 0 and {_LONGEST_WAIT_S:g} seconds")
    return value


def _version(wanted: bool) -> None:
    if wanted:
        print(f"vt-sdk {__version__}")
        raise typer.Exit


AsJSON = Annotated[
    bool,
    typer.Option(
        "--json", help="Print JSON as the service sent it; of several results one on each line."
    ),
]
FailOnOption = Annotated[
    FailOn,
    typer.Option(help="Exit with 1 if an engine says this; suspicious includes malicious."),
]
AllEngines = Annotated[
    bool, typer.Option("--all-engines", help="Show all engines, not only those that flagged it.")
]


@app.callback()
def configure(
    ctx: typer.Context,
    api_key: Annotated[
        str | None,
        typer.Option(
            envvar="VT_API_KEY",
            show_default=False,
            help="The API key. Other users may see arguments, the variable stays private.",
        ),
    ] = None,
    base_url: Annotated[
        str | None,
        typer.Option(
            envvar="VT_BASE_URL",
            show_default=False,
            help="The address of the service, for an emulator or a gateway.",
        ),
    ] = None,
    timeout: Annotated[
        float | None,
        typer.Option(
            callback=_seconds,
            show_default=False,
            help="Seconds to wait for the connection and for the next bytes.",
        ),
    ] = None,
    proxy: Annotated[
        str | None,
        typer.Option(show_default=False, help="The address of a proxy for all requests."),
    ] = None,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="Show no progress.")] = False,
    version: Annotated[
        bool,
        typer.Option("--version", callback=_version, is_eager=True, help="Print the version."),
    ] = False,
) -> None:
    """Scan files and URLs, read reports and comments of VirusTotal."""
    ctx.obj = Connection(api_key, base_url, timeout, proxy, quiet)


@app.command(
    epilog=_CONNECTION_EPILOG,
    help="Send files and URLs, wait for the analysis and show the report.\n\n"
    "Others can see what is sent. A URL begins with its scheme, such as https://; everything else "
    "is the path of a file.",
)
def scan(
    ctx: typer.Context,
    targets: Annotated[list[str], typer.Argument(metavar="FILE|URL", show_default=False)],
    password: Annotated[
        str | None,
        typer.Option(show_default=False, help="The password of the protected ZIP files."),
    ] = None,
    name: Annotated[
        str | None,
        typer.Option(show_default=False, help="The name to send in place of the one of the file."),
    ] = None,
    if_unknown: Annotated[
        bool,
        typer.Option("--if-unknown", help="Send only what the service has no report of yet."),
    ] = False,
    no_wait: Annotated[
        bool, typer.Option("--no-wait", help="Print the id of the analysis and do not wait.")
    ] = False,
    deadline: Annotated[
        float, typer.Option(callback=_seconds, help="Seconds to wait for each analysis at most.")
    ] = 900.0,
    fail_on: FailOnOption = FailOn.NEVER,
    all_engines: AllEngines = False,
    as_json: AsJSON = False,
) -> None:
    """Send files and URLs, wait for the analysis and show the report."""
    files = [target for target in targets if not is_url(target)]
    if name is not None and (len(files), len(targets)) != (1, 1):
        _refuse("--name goes with one file and nothing else")
    if password is not None and not files:
        _refuse("--password goes with files")
    if no_wait and (if_unknown or all_engines or fail_on is not FailOn.NEVER):
        _refuse("--no-wait leaves no report to look at")

    connection: Connection = ctx.obj
    printer = Printer(as_json=as_json, in_lines=len(targets) > 1)

    def submit(vt: VirusTotal, target: str) -> ExitCode:
        with Activity(target, quiet=connection.quiet) as activity:
            descriptor = (
                vt.urls.upload(target)
                if is_url(target)
                else vt.files.upload(
                    target, name=name, password=password, on_progress=activity.sent
                )
            )
        if as_json:
            printer.result(descriptor, ())
        else:
            printer.line(descriptor.id)
        return ExitCode.OK

    def scan_one(vt: VirusTotal, target: str) -> "Report":
        with Activity(target, quiet=connection.quiet) as activity:
            if is_url(target):
                scan_url = vt.urls.get_or_scan if if_unknown else vt.urls.scan_and_wait
                return scan_url(target, deadline=deadline, on_progress=activity.seen)
            scan_file = vt.files.get_or_scan if if_unknown else vt.files.scan_and_wait
            return scan_file(
                target,
                name=name,
                password=password,
                deadline=deadline,
                on_upload=activity.sent,
                on_progress=activity.seen,
            )

    def work(vt: VirusTotal, target: str) -> ExitCode:
        try:
            if no_wait:
                return submit(vt, target)
            return _shown(scan_one(vt, target), printer, fail_on, all_engines)
        except FileReadError as error:
            if isinstance(error.__cause__, FileNotFoundError):
                error.add_note("to scan a URL, begin it with http:// or https://")
            raise

    _run(connection, targets, work, until=lambda: printer.is_closed and fail_on is FailOn.NEVER)


@app.command(epilog=_CONNECTION_EPILOG)
def file(
    ctx: typer.Context,
    targets: Annotated[list[str], typer.Argument(metavar="HASH|PATH", show_default=False)],
    fail_on: FailOnOption = FailOn.NEVER,
    all_engines: AllEngines = False,
    as_json: AsJSON = False,
) -> None:
    """Show the reports of files.

    A file that exists here is looked up by its SHA-256; nothing of it is sent.
    """
    _reports(
        ctx.obj,
        targets,
        lambda vt, target: vt.files.get_report(file_id(target)),
        as_json=as_json,
        fail_on=fail_on,
        all_engines=all_engines,
    )


@app.command(epilog=_CONNECTION_EPILOG)
def url(
    ctx: typer.Context,
    targets: Annotated[list[str], typer.Argument(metavar="URL|ID", show_default=False)],
    fail_on: FailOnOption = FailOn.NEVER,
    all_engines: AllEngines = False,
    as_json: AsJSON = False,
) -> None:
    """Show the reports of URLs, given as such or by their base64 or SHA-256 id."""
    _reports(
        ctx.obj,
        targets,
        lambda vt, target: vt.urls.get_report(target),
        as_json=as_json,
        fail_on=fail_on,
        all_engines=all_engines,
    )


@app.command(epilog=_CONNECTION_EPILOG)
def domain(
    ctx: typer.Context,
    targets: Annotated[list[str], typer.Argument(metavar="NAME", show_default=False)],
    fail_on: FailOnOption = FailOn.NEVER,
    all_engines: AllEngines = False,
    as_json: AsJSON = False,
) -> None:
    """Show the reports of domains."""
    _reports(
        ctx.obj,
        targets,
        lambda vt, target: vt.domains.get_report(target),
        as_json=as_json,
        fail_on=fail_on,
        all_engines=all_engines,
    )


@app.command(epilog=_CONNECTION_EPILOG)
def ip(
    ctx: typer.Context,
    targets: Annotated[list[str], typer.Argument(metavar="ADDRESS", show_default=False)],
    fail_on: FailOnOption = FailOn.NEVER,
    all_engines: AllEngines = False,
    as_json: AsJSON = False,
) -> None:
    """Show the reports of IP addresses, of version 4 or 6."""
    _reports(
        ctx.obj,
        targets,
        lambda vt, target: vt.ip_addresses.get_report(target),
        as_json=as_json,
        fail_on=fail_on,
        all_engines=all_engines,
    )


@app.command(
    epilog=_CONNECTION_EPILOG,
    help="Show the comments on an object, newest first, or add one.\n\n"
    "OBJECT is a hash, an IP address, a URL with its scheme, or a domain. With --type file it may "
    "be a local path, with --type url the id of a URL.",
)
def comments(
    ctx: typer.Context,
    target: Annotated[str, typer.Argument(metavar="OBJECT", show_default=False)],
    kind: Annotated[
        Kind | None,
        typer.Option("--type", show_default=False, help="What OBJECT is; guessed if not given."),
    ] = None,
    limit: Annotated[int, typer.Option(min=1, help="How many comments to show at most.")] = 10,
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
    printer = Printer(as_json=as_json, in_lines=add is None)

    def work(vt: VirusTotal, target: str) -> ExitCode:
        group = _group(vt, kind or kind_of(target))
        if group is vt.files:
            target = file_id(target)
        if add is not None:
            try:
                comment = group.put_comments(target, add)
            except TransportError as error:
                if error.may_have_arrived:
                    error.add_note("the comment may have been posted all the same")
                raise
            printer.result(comment, render_comment(comment))
            return ExitCode.OK
        page = group.get_comments(target, min(limit, _PAGE_MAX))
        if not page and not as_json:
            printer.line("No comments.")
        for comment in page.iter_all(limit):
            printer.result(comment, render_comment(comment))
            if printer.is_closed:
                break
        return ExitCode.OK

    _run(ctx.obj, [target], work)


@app.command(
    epilog=_CONNECTION_EPILOG,
    help="Show what your key may use and has used, in requests and in all else.\n\n"
    "USER is the name of a user, the owner of the key if not given. Asking is a request too.",
)
def quotas(
    ctx: typer.Context,
    user: Annotated[str, typer.Argument(metavar="USER", show_default=False)] = "",
    as_json: AsJSON = False,
) -> None:
    """Show what the key may use and has used."""
    printer = Printer(as_json=as_json, in_lines=False)

    def work(vt: VirusTotal, target: str) -> ExitCode:
        left = vt.quotas.remaining(target or None)
        printer.result(left.quotas, render_quotas(left))
        return ExitCode.OK

    _run(ctx.obj, [user], work)


@app.command("drift")
def show_drift(
    files: Annotated[list[str], typer.Argument(metavar="FILE", show_default=False)],
    as_json: Annotated[
        bool, typer.Option("--json", help="Print the report as one JSON document.")
    ] = False,
) -> None:
    """Show what captured answers hold that this version does not know. Sends nothing.

    It shows names of fields and types, never a value.
    """
    worst = ExitCode.OK

    def documents() -> Iterator[bytes]:
        nonlocal worst
        for name in files:
            try:
                yield captured(name)
            except VirusTotalAPIError as error:
                worst = max(worst, fail(error, name))

    report = drift(documents())
    printer = Printer(as_json=as_json, in_lines=True)
    if as_json:
        printer.write(report.to_json() + "\n")
        raise typer.Exit(worst)
    for finding in report.findings:
        kinds = ", ".join(finding.kinds)
        where = f"{finding.object_type} {finding.path}".strip()
        printer.line(f"{finding.count:6} × {finding.problem:7} {where}: {kinds}")
    places = f"{len(report.findings)} differences" if report else "no difference"
    printer.line(f"{report.documents} documents, {places}")
    raise typer.Exit(worst)


@app.command()
def emulator(
    host: Annotated[str, typer.Option(help="The address to listen on.")] = "127.0.0.1",
    port: Annotated[
        int, typer.Option(min=0, max=65_535, help="The port to listen on, 0 for any free one.")
    ] = 8080,
    database: Annotated[
        str,
        typer.Option("--db", metavar="FILE", help="Where to keep everything over restarts."),
    ] = ":memory:",
    analysis_seconds: Annotated[
        float, typer.Option(min=0, help="How long an analysis takes.")
    ] = 3.0,
    analysis_polls: Annotated[
        int,
        typer.Option(min=0, help="How often an analysis answers that it is not completed."),
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


def _reports(
    connection: Connection,
    targets: list[str],
    fetch: "Callable[[VirusTotal, str], Report]",
    *,
    as_json: bool,
    fail_on: FailOn,
    all_engines: bool,
) -> NoReturn:
    """Fetch and show one report after the other."""
    printer = Printer(as_json=as_json, in_lines=len(targets) > 1)
    _run(
        connection,
        targets,
        lambda vt, target: _shown(fetch(vt, target), printer, fail_on, all_engines),
        # Who asks for a verdict gets it, whether anybody reads the reports or not.
        until=lambda: printer.is_closed and fail_on is FailOn.NEVER,
    )


def _shown(report: "Report", printer: Printer, fail_on: FailOn, all_engines: bool) -> ExitCode:
    """Show a report; the exit code is what the caller wants to know of it."""
    printer.result(report, render_report(report, all_engines=all_engines))
    if fail_on is FailOn.NEVER:
        return ExitCode.OK
    stats = report.stats
    flagged = stats.malicious + (stats.suspicious if fail_on is FailOn.SUSPICIOUS else 0)
    return ExitCode.FLAGGED if flagged else ExitCode.OK


def _run(
    connection: Connection,
    targets: Sequence[str],
    work: Callable[[VirusTotal, str], ExitCode],
    *,
    until: Callable[[], bool] = lambda: False,
) -> NoReturn:
    """Do the work on each input, go on after errors, and exit with the worst that happened."""
    worst = ExitCode.OK
    try:
        with connection.client() as vt:
            for target in targets:
                try:
                    worst = max(worst, work(vt, target))
                except MissingAPIKeyError:
                    raise  # it would be missing for all others too
                except VirusTotalAPIError as error:
                    hidden = connection.api_key and connection.api_key in target
                    worst = max(worst, fail(error, None if hidden else target))
                if until():
                    break
    except VirusTotalAPIError as error:
        worst = max(worst, fail(error))
    except KeyboardInterrupt:
        worst = ExitCode.INTERRUPTED
    raise typer.Exit(worst)
