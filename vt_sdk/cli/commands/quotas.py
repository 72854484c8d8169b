"""The command that shows what a key may use."""

from typing import Annotated

import typer

from vt_sdk.cli.job import Job
from vt_sdk.cli.options import CONNECTION_EPILOG, AsJSON
from vt_sdk.cli.render import render_quotas

__all__ = ["commands"]

commands = typer.Typer()


@commands.command(
    epilog=CONNECTION_EPILOG,
    help="Show what your key may use and has used.\n\n"
    "USER is the name of a user, the owner of the key if not given. Asking is a request too.",
)
def quotas(
    ctx: typer.Context,
    user: Annotated[str, typer.Argument(metavar="USER", show_default=False, hidden=True)] = "",
    as_json: AsJSON = False,
) -> None:
    """Show what the key may use and has used."""
    with Job(ctx.obj, [user], as_json=as_json) as job:
        for found in job.results(lambda source: job.vt.quotas.remaining(source.get() or None)):
            if found.value is None:
                job.show_failure(found, user)
            else:
                job.printer.result(found.value.quotas, render_quotas(found.value))
