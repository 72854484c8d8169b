"""The command that keeps the API key for later runs."""

import getpass
import sys
import warnings
from os import environ
from typing import Annotated

import typer

from vt_sdk.cli import keyfile
from vt_sdk.cli.exits import ExitCode, complain, hide_keys, note, say
from vt_sdk.cli.inputs import is_key
from vt_sdk.cli.options import refuse

__all__ = ["commands"]

commands = typer.Typer()


@commands.command(
    help="Keep your API key in a file that only you can read. It is asked for without an echo, or "
    "read from the standard input, and never shown.\n\n"
    "Later runs take it where neither --api-key nor VT_API_KEY gives one. Programs that use the "
    "SDK do not.",
)
def init(
    ctx: typer.Context,
    remove: Annotated[bool, typer.Option("--remove", help="Remove the file.")] = False,
) -> None:
    """Keep the API key in a file that only its user can read."""
    path = keyfile.place()
    try:
        if remove:
            done = f"removed {path}" if keyfile.forget() else f"there is no {path}"
        else:
            keyfile.keep(_asked())
            done = f"the key is in {path}"
    except OSError as error:
        complain(f"{path}: {error.strerror}")
        raise typer.Exit(ExitCode.OUTPUT) from None
    if not ctx.obj.quiet:
        say(done)
    if environ.get("VT_API_KEY"):
        note("VT_API_KEY is set, and wins")


def _asked() -> str:
    """Return the key that a person types, without an echo, or that stands on stdin."""
    if sys.stdin.isatty():
        try:
            with warnings.catch_warnings():
                warnings.simplefilter("error", getpass.GetPassWarning)
                key = getpass.getpass("API key: ")
        except (EOFError, getpass.GetPassWarning):
            refuse("the key cannot be asked for without showing it; give it by stdin")
    else:
        key = sys.stdin.buffer.readline().decode("ascii", "replace")
    key = key.strip()
    hide_keys(environ.get("VT_API_KEY"), key)
    if not is_key(key):
        refuse("an API key is printable ASCII without spaces")
    return key
