"""The command line of `vt-sdk`: its commands, what stands before them, and how one is run.

What says how to reach the service stands before the command, what says how to show a result behind
it. Each command uses the SDK through its public names only.
"""

import io
from collections.abc import Sequence
from functools import cache
from os import environ
from typing import Annotated, Any, Final

import typer

from vt_sdk import __version__
from vt_sdk.cli.commands import (
    bulk,
    comments,
    diff,
    download,
    drift,
    emulator,
    extract,
    init,
    listings,
    quotas,
    reports,
    scan,
)
from vt_sdk.cli.exits import ExitCode, hide_keys, usage, worst
from vt_sdk.cli.options import Connection, rate_limit_of, seconds
from vt_sdk.cli.render import output_failed

__all__ = ["app", "run"]

_EXIT_CODES: Final = "Exit codes; of several that apply, the one that stands first here:"
_GATE: Final = (
    "Only --fail-on and --policy make findings count. A gate needs --fail-on suspicious (or "
    "malicious); without both, 0 says that all that was asked for is there and was analysed, and "
    "nothing of verdicts."
)

_EPILOG: Final = (
    "\b\n"
    + "\n".join([_EXIT_CODES, *(f"{int(code):5}  {code.meaning}" for code in ExitCode)])
    + f"\n\n{_GATE}"
)

app = typer.Typer(
    help="Scan, look up and search files, URLs, domains and IP addresses at VirusTotal.",
    epilog=_EPILOG,
    no_args_is_help=True,
    # Its tracebacks show local variables, the API key among them.
    pretty_exceptions_enable=False,
    # Help in plain letters that every terminal, locale and width can show.
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"]},
)
# In the order in which help shows them.
for family in (
    *(scan, reports, bulk, diff, listings, comments, download, extract),
    *(quotas, init, drift, emulator),
):
    app.add_typer(family.commands)


def run(arguments: Sequence[str]) -> ExitCode:
    """Run a command and return how it ended; all that can be said of it has been printed."""
    hide_keys(environ.get("VT_API_KEY"))
    code = ExitCode.OK
    command = _command()
    if "_VT_SDK_COMPLETE" in environ:  # of a shell that asks what may stand here
        command.main(list(arguments), "vt-sdk")
    try:
        try:
            # Not `app(…)`, which ends with 1 after an interrupt and where nobody reads.
            with command.make_context("vt-sdk", list(arguments)) as context:
                command.invoke(context)
        except typer.Exit as ended:
            # Typer ends with 1, which is none of them, where it knows no completion for a shell.
            known = (each for each in ExitCode if each == ended.exit_code)
            code = next(known, ExitCode.USAGE)
        except (KeyboardInterrupt, typer.Abort):
            code = ExitCode.INTERRUPTED
        except Exception as error:
            # What is wrong with the arguments, in words.
            show = getattr(error, "show", None)
            if show is None:
                raise
            name = getattr(error, "option_name", None)  # of an option that the command has not
            if any(name in option.opts for option in command.params):
                problem = f"{name} is no option of a command: give it before the command"
                vars(error).update(message=problem, possibilities=())
            words = io.StringIO()
            show(words)
            usage(words.getvalue())
            code = ExitCode.USAGE
        print(end="", flush=True)
    except OSError as error:  # of help or a version; commands see to what they print themselves
        output_failed(error)
        code = worst((code, ExitCode.OUTPUT))
    return code


@cache
def _command() -> Any:
    """Return the command with all that belongs to it: a process may run it again and again.

    Typer has a Click of its own or the installed one, and no common name for it.
    """
    return typer.main.get_command(app)


def _version(wanted: bool) -> None:
    if wanted:
        print(f"vt-sdk {__version__}")
        raise typer.Exit


@app.callback()
def configure(
    ctx: typer.Context,
    api_key: Annotated[
        str | None,
        typer.Option(
            envvar="VT_API_KEY",
            metavar="KEY",
            show_default=False,
            help="The API key. Other users may see arguments, the variable stays private.",
        ),
    ] = None,
    base_url: Annotated[
        str | None,
        typer.Option(
            envvar="VT_BASE_URL",
            metavar="URL",
            show_default=False,
            help="The address of the service, for an emulator or a gateway.",
        ),
    ] = None,
    timeout: Annotated[
        float | None,
        typer.Option(
            callback=seconds,
            metavar="SECONDS",
            show_default=False,
            help="Seconds to wait for the connection and for the next bytes.",
        ),
    ] = None,
    proxy: Annotated[
        str | None,
        typer.Option(
            metavar="URL", show_default=False, help="The address of a proxy for all requests."
        ),
    ] = None,
    rate_limit: Annotated[
        str | None,
        typer.Option(
            metavar="public|N",
            show_default=False,
            help="Wait before requests so that no more than N go in a minute; public: the limits "
            "of a free key.",
        ),
    ] = None,
    quiet: Annotated[
        bool, typer.Option("--quiet", "-q", help="Show no progress and no summary.")
    ] = False,
    version: Annotated[
        bool,
        typer.Option("--version", callback=_version, is_eager=True, help="Print the version."),
    ] = False,
) -> None:
    """Scan, look up and search files, URLs, domains and IP addresses at VirusTotal."""
    hide_keys(environ.get("VT_API_KEY"), api_key)
    # Not each version of Typer gives it the variables, and the file of the key comes after both.
    api_key = api_key or environ.get("VT_API_KEY") or None
    base_url = base_url or environ.get("VT_BASE_URL") or None
    ctx.obj = Connection(api_key, base_url, timeout, proxy, rate_limit_of(rate_limit), quiet)
