"""The commands that show what the service knows: of files, URLs, domains, addresses, analyses."""

import sys
from collections.abc import Callable, Hashable
from typing import TYPE_CHECKING, Annotated

import typer

from vt_sdk import InvalidInputError, VirusTotal, VirusTotalAPIError
from vt_sdk.cli.inputs import STDIN, Input, file_id, is_row, listed, meant
from vt_sdk.cli.job import WAITERS, WORKERS, Job
from vt_sdk.cli.options import (
    CONNECTION_EPILOG,
    LIST_HELP,
    AllEngines,
    AsJSON,
    AssumeOption,
    ColumnOption,
    Deadline,
    FailOnOption,
    Format,
    FormatOption,
    PolicyOption,
    refuse,
)

if TYPE_CHECKING:
    from vt_sdk.cli.render import Report

__all__ = ["commands"]

commands = typer.Typer()


def _reports(
    job: Job,
    fetch: "Callable[[VirusTotal, str], Report]",
    all_engines: bool,
    key: Callable[[Input], Hashable] = lambda source: source,
) -> None:
    """Fetch and show the reports of all inputs, once those of the same key."""
    with job:
        for found in job.results(lambda source: fetch(job.vt, source.get()), key=key):
            job.show_report(found, found.source.text, all_engines)


@commands.command(
    epilog=CONNECTION_EPILOG,
    help="Look up hashes, URLs, domains, IP addresses, also defanged.\n\n"
    "INDICATOR may be the path of a file that holds one on each line, or in a column of CSV, JSON "
    "lines or Parquet, by its ending; or - for the lines of the standard input, which are read if "
    "nothing is given. Lines that are empty or begin with # are left out, one that is no indicator "
    "is a result of its own. What may be the name of a file as well as a domain is not guessed: "
    "--assume says which.",
)
def lookup(
    ctx: typer.Context,
    targets: Annotated[
        list[str] | None,
        typer.Argument(metavar="INDICATOR|FILE|-", show_default=False, hidden=True),
    ] = None,
    column: ColumnOption = None,
    assume: AssumeOption = None,
    form: FormatOption = Format.TABLE,
    fail_on: FailOnOption = None,
    policy: PolicyOption = None,
    all_engines: AllEngines = False,
) -> None:
    """Look up hashes, URLs, domains and IP addresses of any kind."""
    if not targets and sys.stdin.isatty():
        refuse("give indicators, a file of them, or - and lines")

    def key(source: Input) -> Hashable:
        """Return what an input stands for, however it is written."""
        try:
            found = meant(source.get(), assume)
        except VirusTotalAPIError:
            return source
        return found.kind, found.value

    def look(vt: VirusTotal, text: str) -> "Report":
        """Look up what a text stands for."""
        try:
            return vt.lookup(meant(text, assume))
        except InvalidInputError as error:
            if is_row(text):
                error.add_note("if it is a table, --column takes a column of a file named .csv")
            raise

    inputs = listed(targets or [STDIN], assume, column)
    job = Job(ctx.obj, [], form=form, fail_on=fail_on, policy=policy, inputs=inputs)
    _reports(job, look, all_engines, key)


@commands.command(
    epilog=CONNECTION_EPILOG,
    help="Show the reports of files.\n\n"
    "A file that exists here is looked up by its SHA-256, a folder by those of all its files and "
    "folders; nothing of them is sent. Links are left out, and so are empty files, which are named "
    f"on stderr. {LIST_HELP}",
)
def file(
    ctx: typer.Context,
    targets: Annotated[
        list[str], typer.Argument(metavar="HASH|PATH|-", show_default=False, hidden=True)
    ],
    fail_on: FailOnOption = None,
    policy: PolicyOption = None,
    all_engines: AllEngines = False,
    as_json: AsJSON = False,
) -> None:
    """Show the reports of files."""
    job = Job(
        ctx.obj, targets, folders=True, as_json=as_json, fail_on=fail_on, policy=policy, ids=True
    )
    _reports(job, lambda vt, target: vt.files.get_report(file_id(target)), all_engines)


@commands.command(
    epilog=CONNECTION_EPILOG,
    help="Show the reports of URLs, given as such or by their ids.\n\n"
    f"An id is the URL in base64, or a SHA-256. {LIST_HELP}",
)
def url(
    ctx: typer.Context,
    targets: Annotated[
        list[str], typer.Argument(metavar="URL|ID|-", show_default=False, hidden=True)
    ],
    fail_on: FailOnOption = None,
    policy: PolicyOption = None,
    all_engines: AllEngines = False,
    as_json: AsJSON = False,
) -> None:
    """Show the reports of URLs, given as such or by their base64 or SHA-256 id."""
    job = Job(ctx.obj, targets, as_json=as_json, fail_on=fail_on, policy=policy, ids=True)
    _reports(job, lambda vt, target: vt.urls.get_report(target), all_engines)


@commands.command(epilog=CONNECTION_EPILOG, help=f"Show the reports of domains.\n\n{LIST_HELP}")
def domain(
    ctx: typer.Context,
    targets: Annotated[
        list[str], typer.Argument(metavar="NAME|-", show_default=False, hidden=True)
    ],
    fail_on: FailOnOption = None,
    policy: PolicyOption = None,
    all_engines: AllEngines = False,
    as_json: AsJSON = False,
) -> None:
    """Show the reports of domains."""
    job = Job(ctx.obj, targets, as_json=as_json, fail_on=fail_on, policy=policy)
    _reports(job, lambda vt, target: vt.domains.get_report(target), all_engines)


@commands.command(
    epilog=CONNECTION_EPILOG,
    help=f"Show the reports of IP addresses, of version 4 or 6.\n\n{LIST_HELP}",
)
def ip(
    ctx: typer.Context,
    targets: Annotated[
        list[str], typer.Argument(metavar="ADDRESS|-", show_default=False, hidden=True)
    ],
    fail_on: FailOnOption = None,
    policy: PolicyOption = None,
    all_engines: AllEngines = False,
    as_json: AsJSON = False,
) -> None:
    """Show the reports of IP addresses, of version 4 or 6."""
    job = Job(ctx.obj, targets, as_json=as_json, fail_on=fail_on, policy=policy)
    _reports(job, lambda vt, target: vt.ip_addresses.get_report(target), all_engines)


@commands.command(
    epilog=CONNECTION_EPILOG,
    help="Show analyses: how far they are, and their verdicts so far.\n\n"
    "ID is what vt-sdk scan --no-wait prints. - stands for the lines of the standard input; of "
    "each the first word counts.",
)
def analysis(
    ctx: typer.Context,
    targets: Annotated[list[str], typer.Argument(metavar="ID|-", show_default=False, hidden=True)],
    wait: Annotated[bool, typer.Option("--wait", help="Wait until they are completed.")] = False,
    deadline: Deadline = 900.0,
    fail_on: FailOnOption = None,
    policy: PolicyOption = None,
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

    with Job(ctx.obj, targets, as_json=as_json, fail_on=fail_on, policy=policy) as job:
        for found in job.results(look, workers=WAITERS if wait else WORKERS):
            job.show_report(found, found.source.text, all_engines)
