"""The command that says what has changed between two reports."""

import os
from typing import Annotated

import typer

from vt_sdk import InvalidInputError, VirusTotal, VirusTotalAPIError, VTObject, parse
from vt_sdk.cli.inputs import STDIN, Assumed, captured, meant
from vt_sdk.cli.job import Job
from vt_sdk.cli.options import CONNECTION_EPILOG, AsJSON, AssumeOption, refuse
from vt_sdk.cli.pool import Result
from vt_sdk.cli.render import render_changes

__all__ = ["commands"]

commands = typer.Typer()


def _report(vt: VirusTotal, text: str, assume: Assumed | None) -> VTObject:
    """Return the report in a file, or the present one of an indicator."""
    if text != STDIN and not os.path.lexists(text):
        return vt.lookup(meant(text, assume))
    found = [answer for _, answer in captured(text)]
    if len(found) != 1:
        raise InvalidInputError(f"expected one report, found {len(found)}")
    if isinstance(found[0], VirusTotalAPIError):
        raise found[0]
    report = parse(found[0])
    if not isinstance(report, VTObject):
        raise InvalidInputError("expected a report")
    return report


@commands.command(
    epilog=CONNECTION_EPILOG,
    help="Show what has changed between two reports of one object.\n\n"
    "OLD and NEW are files with a report, such as other commands print as JSON, or - for the "
    "standard input; a hash, URL, domain or IP address is looked up now. Changes do not change the "
    "exit code.",
)
def diff(
    ctx: typer.Context,
    old: Annotated[str, typer.Argument(metavar="OLD", show_default=False, hidden=True)],
    new: Annotated[str, typer.Argument(metavar="NEW", show_default=False, hidden=True)],
    assume: AssumeOption = None,
    as_json: AsJSON = False,
) -> None:
    """Show what has changed between two reports of one object."""
    from vt_sdk.verdicts import compare

    if old == new == STDIN:
        refuse("the standard input holds one report")
    with Job(ctx.obj, [old, new], as_json=as_json, in_lines=False, ids=True) as job:
        reports: list[VTObject] = []
        for found in job.work(lambda text: _report(job.vt, text, assume), [old, new]):
            if found.value is None:
                job.show_failure(found, found.source)
                return
            reports.append(found.value)
        try:
            changes = compare(*reports)
        except VirusTotalAPIError as error:
            job.show_failure(Result(new, error=error), new)
            return
        job.printer.result(changes, render_changes(changes))
