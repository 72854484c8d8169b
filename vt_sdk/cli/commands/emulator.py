"""The command that runs a VirusTotal of one's own."""

import logging
from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated

import typer

from vt_sdk import InvalidInputError
from vt_sdk._extras import needed
from vt_sdk.cli.exits import ExitCode
from vt_sdk.cli.inputs import EmulatorKey, emulator_key
from vt_sdk.cli.options import refuse
from vt_sdk.cli.render import Printer

if TYPE_CHECKING:
    from vt_sdk.emulator import Emulator

__all__ = ["commands"]

commands = typer.Typer()


@commands.command()
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
    """Run a VirusTotal of your own until it is interrupted.

    Needs the extra emulator.
    """
    try:
        further = [emulator_key(text) for text in keys or ()]
    except InvalidInputError as error:
        refuse(error.message)
    try:
        import sqlite3

        from vt_sdk.emulator import serve
    except ImportError:
        refuse(needed("emulator", "the emulator"))
    logging.basicConfig()  # what goes wrong in it is told on stderr
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
        refuse(f"the emulator: {error}")


def _announce(running: "Emulator", keys: Sequence[EmulatorKey]) -> None:
    for name, key, premium in keys:
        running.add_key(key, user=name, premium=premium)
    printer = Printer()
    printer.write(
        f"The emulator listens on {running.url} until it is interrupted. To use it:\n"
        f"  export VT_BASE_URL={running.base_url}\n"
        f"  export VT_API_KEY={running.api_key}\n"
        f"The key of the premium tier is {running.premium_key}\n"
    )
    if printer.has_failed:
        raise typer.Exit(ExitCode.OUTPUT)
