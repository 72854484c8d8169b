"""The options that several commands share, and those before the command that say whom to ask."""

import re
from dataclasses import dataclass, field
from enum import StrEnum
from os import environ
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Final, NoReturn, TypedDict

import typer

from vt_sdk import DEFAULT_TIMEOUT, InvalidInputError, VirusTotal
from vt_sdk.cli import keyfile
from vt_sdk.cli.exits import ExitCode, complain, hide_keys
from vt_sdk.cli.inputs import Assumed

if TYPE_CHECKING:
    from vt_sdk import RateLimit
    from vt_sdk.verdicts import Policy

__all__ = [
    "CONNECTION_EPILOG",
    "LIST_HELP",
    "AllEngines",
    "AsJSON",
    "AssumeOption",
    "ColumnOption",
    "Connection",
    "Deadline",
    "FailOn",
    "FailOnOption",
    "Format",
    "FormatOption",
    "Limit",
    "PolicyOption",
    "policy_of",
    "rate_limit_of",
    "refuse",
    "seconds",
]

CONNECTION_EPILOG: Final = "Options such as --api-key stand before the command: see vt-sdk -h."
LIST_HELP: Final = "A - stands for the lines of the standard input."

_LONGEST_WAIT_S: Final = 86_400.0
_RATE_LIMIT: Final = re.compile(r"public|[1-9][0-9]{0,8}")
_PRESETS: Final = ("default", "strict", "lenient")


class ConnectionOptions(TypedDict):
    """What a client and a job have in common."""

    timeout: float | tuple[float, float]
    proxies: dict[str, str] | None
    base_url: str | None


@dataclass(frozen=True, slots=True)
class Connection:
    """How to reach the service: the options before the command."""

    api_key: str | None = field(repr=False)
    base_url: str | None
    timeout: float | None
    proxy: str | None
    rate_limit: "RateLimit | None"
    quiet: bool

    def key(self) -> str | None:
        """Return the API key, None where there is none; no message repeats it from then on."""
        key = self.api_key or keyfile.kept()
        hide_keys(environ.get("VT_API_KEY"), key)
        return key

    def options(self) -> ConnectionOptions:
        """Return the arguments, all but the key and the limit, that a client or a job has."""
        return {
            "timeout": DEFAULT_TIMEOUT if self.timeout is None else self.timeout,
            "proxies": {"http": self.proxy, "https": self.proxy} if self.proxy else None,
            "base_url": self.base_url or None,
        }

    def client(self) -> VirusTotal:
        """Make a client.

        Raises:
            InvalidInputError: an option cannot be what it is.
        """
        return VirusTotal(self.key(), rate_limit=self.rate_limit, **self.options())


def refuse(problem: str) -> NoReturn:
    """End the command for what was asked of it."""
    complain(problem)
    raise typer.Exit(ExitCode.USAGE)


def seconds(value: float | None) -> float | None:
    """Return the value of an option, as its callback; end the command if it is out of bounds."""
    if value is not None and not 0 < value <= _LONGEST_WAIT_S:  # refuses nan too
        refuse(f"{value:g} is not between 0 and {_LONGEST_WAIT_S:g} seconds")
    return value


def rate_limit_of(text: str | None, store: str | None = None) -> "RateLimit | None":
    """Return the limit that --rate-limit asks for; end the command if there is none such.

    Args:
        text: what stands behind the option.
        store: where it is kept, None for this process alone.
    """
    if text is None:
        return None
    if not _RATE_LIMIT.fullmatch(text):
        refuse(f"--rate-limit: expected public or how many requests a minute, got {text!r:.100}")
    try:
        from vt_sdk import RateLimit

        if text == "public":
            return RateLimit.public(store)
        return RateLimit(per_minute=int(text), store=store)
    except InvalidInputError as error:
        refuse(f"--store: {error.message}")
    except ImportError as error:
        refuse(f"--rate-limit: {error}")


def policy_of(text: str | None) -> "Policy | None":
    """Return the policy that --policy names; end the command if there is none."""
    if text is None:
        return None
    from vt_sdk.verdicts import Policy

    if text in _PRESETS:
        preset: Policy = getattr(Policy, text)()
        return preset
    try:
        return Policy.from_toml(Path(text).read_text("utf-8-sig"))
    except UnicodeDecodeError:
        refuse(f"--policy: {text}: not UTF-8")
    except OSError as error:
        refuse(f"--policy: {text}: {error.strerror}; presets are {', '.join(_PRESETS)}")
    except ValueError as error:
        refuse(f"--policy: {text}: {error}")


class FailOn(StrEnum):
    """From which verdict on an object counts as flagged; without a policy one engine is enough."""

    MALICIOUS = "malicious"
    SUSPICIOUS = "suspicious"
    NEVER = "never"


AsJSON = Annotated[
    bool,
    typer.Option(
        "--json",
        help="Print JSON: what the service sent, with the input beside it, or the input and an "
        "error; of several inputs one document on each line.",
    ),
]


AssumeOption = Annotated[
    Assumed | None,
    typer.Option(
        "--assume",
        metavar="KIND",
        show_default=False,
        help="What a name is that a file and a domain may have, such as evil.zip: file or domain.",
    ),
]


ColumnOption = Annotated[
    str | None,
    typer.Option(
        "--column",
        metavar="NAME|N",
        show_default=False,
        help="Where the indicators are in a file that has columns; the first one is 1.",
    ),
]


class Format(StrEnum):
    """How results are printed."""

    TABLE = "table"
    TEXT = "text"
    JSON = "json"
    JSONL = "jsonl"
    CSV = "csv"


FormatOption = Annotated[
    Format,
    typer.Option(
        "--format",
        "-f",
        metavar="FORMAT",
        help="How to print results: table, a line for each; text, all that a person reads; json, "
        "one array of what the service sent; jsonl, one document on each line; csv.",
    ),
]
FailOnOption = Annotated[
    FailOn | None,
    typer.Option(
        metavar="VERDICT",
        show_default=False,
        help="Exit with 10 if an engine says this: malicious, suspicious (or malicious), never. "
        "Without it and --policy findings do not change the exit code.",
    ),
]


def _presets_for(incomplete: str) -> list[str]:
    """Return what a shell proposes; it proposes files where this is nothing."""
    return [preset for preset in _PRESETS if preset.startswith(incomplete)]


PolicyOption = Annotated[
    str | None,
    typer.Option(
        metavar="FILE|PRESET",
        autocompletion=_presets_for,
        show_default=False,
        help="Judge by the policy in a TOML file, or by default, strict or lenient, and show the "
        "verdict. --fail-on then means that verdict, malicious if it is not given.",
    ),
]
Limit = Annotated[
    int, typer.Option(min=1, max=1_000_000, metavar="N", help="How many to show at most.")
]
AllEngines = Annotated[
    bool, typer.Option("--all-engines", help="Show all engines, not only those that flagged it.")
]
Deadline = Annotated[
    float,
    typer.Option(
        metavar="SECONDS", callback=seconds, help="Seconds to wait for each analysis at most."
    ),
]
