"""The command that finds indicators in texts."""

from collections.abc import Iterator
from typing import Annotated

import typer

from vt_sdk import FileReadError
from vt_sdk.cli.exits import ExitCode, fail, worst
from vt_sdk.cli.inputs import Assumed, text_of
from vt_sdk.cli.options import AssumeOption, Format, FormatOption, refuse
from vt_sdk.cli.render import printer_of
from vt_sdk.indicators import Found, find

__all__ = ["commands"]

commands = typer.Typer()


@commands.command(
    help="Find hashes, URLs, domains and IP addresses in texts.\n\n"
    "Defanged ones are found too. Sends nothing; needs the extra indicators. FILE is a text such "
    "as a report or a mail, - the standard input. As text each indicator stands once, on a line of "
    "its own, as vt-sdk lookup reads them; in the other forms each with all its places: the line, "
    "and where in the text it begins and ends, in characters.",
)
def extract(
    files: Annotated[list[str], typer.Argument(metavar="FILE|-", show_default=False, hidden=True)],
    assume: AssumeOption = None,
    form: FormatOption = Format.TEXT,
) -> None:
    """Find indicators in texts."""
    printer = printer_of(form)
    codes: set[ExitCode] = set()
    seen: set[str] = set()
    for path in files:
        try:
            text = text_of(path)
        except FileReadError as error:
            codes.add(fail(error, path))
            continue
        try:
            for line, place in _found(text, assume):
                found = place.indicator
                if form is Format.TEXT:
                    if found.value not in seen:
                        printer.line(found.value)
                    seen.add(found.value)
                    continue
                values = {
                    "input": path,
                    "kind": found.kind,
                    "value": found.value,
                    "text": found.text,
                    "line": line,
                    "start": place.start,
                    "end": place.end,
                }
                printer.record(values, f"{line:>6}  {found.kind:<10}  {found.value}")
        except ImportError as error:
            refuse(str(error))
    printer.end()
    if printer.has_failed:
        codes.add(ExitCode.OUTPUT)
    raise typer.Exit(worst(codes))


def _found(text: str, assume: Assumed | None) -> Iterator[tuple[int, Found]]:
    """Yield the indicators of a text, each with the number of its line."""
    line, counted = 1, 0
    for place in find(text, assume=None if assume is None else assume.value):
        line += text.count("\n", counted, place.start)
        counted = place.start
        yield line, place
