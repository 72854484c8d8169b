"""The command `vt-sdk`: scans, reports, comments and the emulator, for people and for scripts.

Results go to stdout, everything else to stderr. Exit codes (`exits.ExitCode`); of several inputs
the highest one wins:

    0    fine
    1    something was flagged, with `--fail-on`
    2    usage or bad input
    3    the service answered with an error
    4    no answer, or one that is not the service's
    5    waiting ended without a result
    130  interrupted

The extra `cli` brings what the command runs on (Typer, Rich); this module loads neither.
"""

import sys

__all__ = ["main"]


def main() -> None:
    """Run the command with the arguments of the process, and exit."""
    try:
        from vt_sdk.cli.app import app

        app(prog_name="vt-sdk")
    except ModuleNotFoundError as error:
        if (error.name or "").partition(".")[0] not in ("rich", "typer"):
            raise
        print('error: the command needs an extra: pip install "vt-sdk[cli]"', file=sys.stderr)
        sys.exit(2)
    except KeyboardInterrupt:  # while modules are being loaded; commands see to it themselves
        sys.exit(130)
