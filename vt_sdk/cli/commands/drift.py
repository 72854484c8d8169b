"""The command that compares captured answers with the models."""

import json
from collections.abc import Iterator
from itertools import chain
from typing import Annotated

import typer

from vt_sdk import VirusTotalAPIError, drift
from vt_sdk.cli.exits import ExitCode, code_of, describe, fail, without_keys, worst
from vt_sdk.cli.inputs import Answer, captured
from vt_sdk.cli.render import Printer

__all__ = ["commands"]

commands = typer.Typer()


@commands.command("drift")
def show_drift(
    files: Annotated[list[str], typer.Argument(metavar="FILE", show_default=False, hidden=True)],
    as_json: Annotated[
        bool, typer.Option("--json", help="Print the report as one JSON document.")
    ] = False,
) -> None:
    """Show what captured answers hold that no model knows. Sends nothing.

    FILE holds an answer, one on each line or an array of them, such as other commands print as
    JSON; - is the standard input. It shows names of fields and types, never a value.
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
    printer = Printer()
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
