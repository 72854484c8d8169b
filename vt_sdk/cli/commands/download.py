"""The command that downloads a file."""

import os
import sys
from typing import Annotated

import typer

from vt_sdk import FileReadError
from vt_sdk.cli.exits import say
from vt_sdk.cli.inputs import STDIN
from vt_sdk.cli.job import Job
from vt_sdk.cli.options import CONNECTION_EPILOG, refuse

__all__ = ["commands"]

commands = typer.Typer()


@commands.command(
    epilog=CONNECTION_EPILOG,
    help="Download a file, which may be malware; needs a premium key.\n\n"
    "It is checked against its hash, and is there whole or not at all.",
)
def download(
    ctx: typer.Context,
    target: Annotated[str, typer.Argument(metavar="HASH", show_default=False, hidden=True)],
    output: Annotated[
        str,
        typer.Option(
            "--output", "-o", metavar="PATH", help="Where to write it; - is the standard output."
        ),
    ],
    force: Annotated[bool, typer.Option("--force", help="Replace what is there.")] = False,
) -> None:
    """Download a file."""
    is_stdout = output == STDIN
    if is_stdout and sys.stdout.isatty():
        refuse("a terminal cannot show a file: give --output a path")
    if os.path.isdir(output):
        refuse(f"{output} is a folder: give the path of a file")
    if not is_stdout and not force and os.path.lexists(output):
        refuse(f"{output} is there already; --force replaces it")
    with Job(ctx.obj, [target], ids=True) as job:

        def fetch(_: object) -> str:
            place = sys.stdout.buffer if is_stdout else output
            with job.activities.on(target) as activity:
                done = job.vt.files.download(target, place, on_progress=activity.received)
            return f"{output}: {done.size:,} bytes, SHA-256 {done.sha256}"

        for found in job.results(fetch):
            if isinstance(found.error, FileReadError):
                cause = found.error.__cause__
                if isinstance(cause, OSError):
                    raise cause  # it is the output that failed, and the job says so
            if found.value is None:
                job.show_failure(found, target)
            elif not ctx.obj.quiet:
                say(found.value)
