"""The command `vt-sdk`: scans, look-ups, searches and the emulator, for people and for scripts.

Results go to stdout, everything else to stderr; `exits.ExitCode` is the table of exit codes.

The extra `cli` brings what the command runs on (Typer, Rich); this module loads neither.
"""

import os
import sys
from collections.abc import Sequence
from typing import NoReturn

from vt_sdk._extras import needed

__all__ = ["main"]


def main(arguments: Sequence[str] | None = None) -> NoReturn:
    """Run the command and exit.

    Args:
        arguments: what follows the name of the command; the arguments of the process if None.
    """
    try:
        _open_all_streams()
        from vt_sdk.cli.app import run

        code: int = run(sys.argv[1:] if arguments is None else arguments)
    except ModuleNotFoundError as error:
        if (error.name or "").partition(".")[0] not in ("rich", "typer"):
            raise
        print("error:", needed("cli", "the command"), file=sys.stderr)
        code = 2
    except KeyboardInterrupt:  # while modules are being loaded; commands see to it themselves
        code = 130
    sys.exit(code)


def _open_all_streams() -> None:
    """Put streams in place of those that were closed, as by `>&-`, and let all take any letter.

    Python has None for a closed one, to which nothing can be written and nothing fails. A
    descriptor that is free would be given to the next file or connection.
    """
    if sys.stdin is None:
        sys.stdin = os.fdopen(os.open(os.devnull, os.O_RDONLY), "r")
    if sys.stdout is None:
        # Opened for reading alone, so that whatever is written fails.
        sys.stdout = os.fdopen(os.open(os.devnull, os.O_RDONLY), "w")
    if sys.stderr is None:
        sys.stderr = os.fdopen(os.open(os.devnull, os.O_WRONLY), "w")
    for stream in (sys.stdout, sys.stderr):
        # What a terminal cannot show is shown by its number, and is no reason to fail.
        if reconfigure := getattr(stream, "reconfigure", None):
            reconfigure(errors="backslashreplace")
