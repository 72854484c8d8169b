"""The command that looks up all indicators of a file, today or over days, here or on a cluster."""

import os
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated, Final

import typer

from vt_sdk import StoreError, VirusTotalAPIError
from vt_sdk.cli.exits import ExitCode, complain, fail, worst
from vt_sdk.cli.inputs import STDIN, listed
from vt_sdk.cli.options import (
    CONNECTION_EPILOG,
    AssumeOption,
    ColumnOption,
    Connection,
    FailOn,
    FailOnOption,
    PolicyOption,
    policy_of,
    rate_limit_of,
    refuse,
)
from vt_sdk.cli.progress import Activities

if TYPE_CHECKING:
    from vt_sdk.bulk import JobSummary

__all__ = ["commands"]

commands = typer.Typer()

# What a row of the dataset says of the whole.
_CODES: Final = {
    "invalid": ExitCode.USAGE,
    "failed": ExitCode.SERVICE,
    "not_analysed": ExitCode.NOT_ANALYSED,
    "not_found": ExitCode.UNKNOWN,
}

_FLAGGED: Final = {
    FailOn.MALICIOUS: ("malicious",),
    FailOn.SUSPICIOUS: ("malicious", "suspicious"),
    FailOn.NEVER: (),
}


class Kind(StrEnum):
    """The kinds of indicators."""

    FILE = "file"
    URL = "url"
    DOMAIN = "domain"
    IP_ADDRESS = "ip_address"


class FileFormat(StrEnum):
    """How the dataset is written."""

    PARQUET = "parquet"
    JSONL = "jsonl"


class Engine(StrEnum):
    """What looks up."""

    LOCAL = "local"
    ASYNCIO = "asyncio"
    DASK = "dask"


@commands.command(
    epilog=CONNECTION_EPILOG,
    help="Look up all indicators of a file, into a dataset.\n\nIt has one row for each. "
    "INPUT is CSV, JSON lines or Parquet by its ending, else a text with one indicator on each "
    "line; - is the standard input, as text. Where the quota is spent, or the command is killed, "
    "the same command goes on later; what failed is tried again then. The exit code is that of "
    "the whole dataset. Needs the extra tables, for a cluster dask.",
)
def bulk(
    ctx: typer.Context,
    source: Annotated[str, typer.Argument(metavar="INPUT|-", show_default=False, hidden=True)],
    out: Annotated[
        str,
        typer.Option(metavar="DIR", show_default=False, help="The folder of the dataset."),
    ],
    column: ColumnOption = None,
    columns: Annotated[
        str | None,
        typer.Option(
            metavar="NAME,NAME",
            show_default=False,
            help="What to keep of each report; an unknown name lists those that there are.",
        ),
    ] = None,
    relationships: Annotated[
        str | None,
        typer.Option(
            metavar="NAME,NAME",
            show_default=False,
            help="Of which relationships to keep the ids that come with a report.",
        ),
    ] = None,
    kind: Annotated[
        Kind | None,
        typer.Option(metavar="KIND", show_default=False, help="What all of them are."),
    ] = None,
    assume: AssumeOption = None,
    policy: PolicyOption = None,
    fail_on: FailOnOption = None,
    engine: Annotated[
        Engine, typer.Option(metavar="ENGINE", help="What looks up: local, asyncio or dask.")
    ] = Engine.LOCAL,
    scheduler: Annotated[
        str | None,
        typer.Option(
            metavar="ADDRESS",
            show_default=False,
            help="The scheduler of dask, such as tcp://host:8786. The workers find the API key in "
            "VT_API_KEY of their own.",
        ),
    ] = None,
    rate_limit: Annotated[
        str | None,
        typer.Option(
            metavar="public|N",
            show_default=False,
            help="As before the command; the limit of all processes with --store.",
        ),
    ] = None,
    store: Annotated[
        str | None,
        typer.Option(
            metavar="PATH|URL",
            show_default=False,
            help="What keeps the limit for all processes: an SQLite file, or redis://host.",
        ),
    ] = None,
    cache: Annotated[
        str | None,
        typer.Option(
            metavar="PATH|URL",
            show_default=False,
            help="What remembers answers: an SQLite file, or redis://host for all machines.",
        ),
    ] = None,
    workers: Annotated[
        int, typer.Option(min=1, max=1_000, metavar="N", help="How many calls at once.")
    ] = 8,
    file_format: Annotated[
        FileFormat, typer.Option(metavar="FORMAT", help="The dataset: parquet or jsonl.")
    ] = FileFormat.PARQUET,
    wait: Annotated[
        bool, typer.Option("--wait", help="Wait where the quota is spent, and go on.")
    ] = False,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Say how many calls and days it takes; send nothing.")
    ] = False,
) -> None:
    """Look up all indicators of a file."""
    connection: Connection = ctx.obj
    key = connection.key()
    judge = policy_of(policy)
    if fail_on is not None and judge is None:
        refuse("--fail-on: without --policy there are no verdicts")
    if (scheduler is None) == (engine is Engine.DASK):
        refuse("--scheduler and --engine dask belong together")
    if store is not None and rate_limit is None:
        refuse("--store: without --rate-limit behind the command there is nothing to keep")
    try:
        from vt_sdk.bulk import COLUMNS, DaskEngine, Job

        job = Job(
            columns=COLUMNS if columns is None else _names(columns),
            relationships=() if relationships is None else _names(relationships),
            kind=None if kind is None else kind.value,
            assume=None if assume is None else assume.value,
            policy=judge,
            rate_limit=rate_limit_of(rate_limit, store) or connection.rate_limit,
            cache=cache,
            max_workers=workers,
            # Nothing that knows the key is sent anywhere.
            api_key=None if engine is Engine.DASK else lambda: key,
            **connection.options(),
        )
        given = (each.get() for each in listed([source])) if source == STDIN else source
        if dry_run:
            print(job.price(given, out, column=column, file_format=file_format.value))
            return
        with Activities(quiet=connection.quiet) as activities, activities.on(source) as activity:
            total = None
            # What is no file, such as a pipe, can be read once only.
            if activities.are_shown and source != STDIN and os.path.isfile(source):
                total = job.price(given, out, column=column, file_format=file_format.value).calls
            summary = job.run(
                given,
                out,
                engine=engine.value if scheduler is None else DaskEngine(scheduler),
                column=column,
                file_format=file_format.value,
                wait=wait,
                on_progress=lambda progress: activity.looked_up(progress, total),
            )
    except ImportError as error:
        refuse(str(error))
    except VirusTotalAPIError as error:
        code = fail(error)
        is_output = isinstance(error, StoreError) and error.message.startswith("dataset ")
        raise typer.Exit(ExitCode.OUTPUT if is_output else code) from None
    raise typer.Exit(_told(summary, fail_on or FailOn.MALICIOUS, quiet=connection.quiet))


def _names(text: str) -> list[str]:
    return [name.strip() for name in text.split(",")]


def _told(summary: "JobSummary", fail_on: FailOn, *, quiet: bool) -> ExitCode:
    """Say what was done, and return the exit code of the dataset."""
    codes = {code for status, code in _CODES.items() if summary.totals[status]}
    if summary.stopped is not None:
        codes.add(fail(summary.stopped))
    elif not any(summary.totals.values()):
        complain("there is nothing to work on")
        codes.add(ExitCode.USAGE)
    if any(summary.verdicts.get(level) for level in _FLAGGED[fail_on]):
        codes.add(ExitCode.FLAGGED)
    if not quiet:
        print(summary)
        verdicts = [f"{count:,} {level}" for level, count in sorted(summary.verdicts.items())]
        if verdicts:
            print(f"verdicts: {', '.join(verdicts)}")
    return worst(codes)
