"""Do the main job once, for all to see: scan a file, look things up, comment, vote, meet an error.

    python3 scripts/demo.py [--yes] [FILE]

Needs nothing but a Python 3.11. Without `VT_API_KEY` it talks to an emulator that it starts on a
free port of this machine and stops at the end; with the key, to the real service, where the file,
the comment and the vote are public: it asks before it sends them, unless `--yes` is given. FILE is
the README if not given. The exit status is 0 if all went well, 2 if it was not to go on.
"""

from _environment import ROOT, ensure_demonstration, enter

if __name__ == "__main__":
    enter(ensure_demonstration)

import argparse
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import islice
from pathlib import Path
from textwrap import shorten

from rich.console import Console
from rich.markup import escape
from rich.progress import BarColumn, DownloadColumn, Progress, TextColumn
from rich.prompt import Confirm
from rich.table import Table
from rich.text import Text

from vt_sdk import (
    AlreadyExistsError,
    NotFoundError,
    VirusTotal,
    VirusTotalAPIError,
    models,
)

# The harmless file by which antivirus products are tested; everybody knows it.
EICAR = "275a021bbfb6489e54d471899f7db9d1663fc695ec2fe2a2c4538aabf651fd0f"

COLOURS = {"flagged": "bold red", "clean": "green"}

console = Console(highlight=False)


@contextmanager
def client() -> Iterator[VirusTotal]:
    """Return a client of the real service, or of an emulator that lives as long as the block."""
    if os.environ.get("VT_API_KEY"):
        with VirusTotal(rate_limit="public", tool="vt_sdk demo") as vt:
            console.print(
                f"Talking to {vt.base_url}, four requests a minute at most. All users of VirusTotal"
                " will see the file, the comment and the vote.",
                soft_wrap=True,
            )
            yield vt
        return
    from vt_sdk.emulator import Emulator

    with Emulator(analysis_seconds=1) as emulator:
        console.print(f"VT_API_KEY is not set: talking to an emulator at {emulator.base_url}")
        with VirusTotal(emulator.api_key, base_url=emulator.base_url) as vt:
            yield vt


def is_allowed(path: Path) -> bool:
    """Ask whether to send what others will see; where nobody can be asked, it is not."""
    return sys.stdin.isatty() and Confirm.ask(
        f"Upload {escape(str(path))}, comment and vote on it?", console=console, default=False
    )


def heading(text: str) -> None:
    console.print(f"\n[bold]{escape(text)}[/bold]")


def scan(vt: VirusTotal, path: Path) -> models.File:
    """Upload a file with a progress bar and wait for its verdict."""
    columns = TextColumn("{task.description}"), BarColumn(), DownloadColumn()
    with Progress(*columns, console=console) as progress:
        task = progress.add_task(f"uploading {escape(path.name)}", total=None)
        return vt.files.scan_and_wait(
            path,
            on_upload=lambda done, total: progress.update(task, completed=done, total=total),
            on_progress=lambda analysis: progress.update(
                task, description=f"analysis {escape(analysis.attributes.status)}"
            ),
        )


def show_verdict(file: models.File) -> None:
    """Print the verdict of a file: names, counters, and what engines say."""
    attributes = file.attributes
    ratio = file.detection_ratio
    for name, value in (
        ("SHA-256", attributes.sha256),
        ("names", ", ".join(attributes.names) or "none"),
        ("type", attributes.type_description),
        ("size", f"{attributes.size} bytes"),
        ("state", Text(file.state, COLOURS.get(file.state, ""))),
        ("detection", "none" if ratio is None else f"{ratio:.0%} of the engines with a verdict"),
        ("permalink", file.permalink),
    ):
        console.print(f"{name:11}", value or "", sep="", soft_wrap=True, markup=False)

    counters = Table(title="engines by verdict")
    stats = file.stats
    counts = {
        "malicious": stats.malicious,
        "suspicious": stats.suspicious,
        "undetected": stats.undetected,
        "harmless": stats.harmless,
        "timeout": stats.timeout,
    }
    for name in counts:
        counters.add_column(name, justify="right")
    counters.add_row(*map(str, counts.values()))
    console.print(counters)

    engines = Table(title="engines")
    for column in ("engine", "category", "result", "update"):
        engines.add_column(column)
    flagged = [pair for found in file.detections.values() for pair in found.items()]
    shown = flagged or list(attributes.last_analysis_results.items())
    for name, result in shown[:12]:
        cells = (name, result.category or "", result.result or "", result.engine_update or "")
        engines.add_row(*map(escape, cells))
    console.print(engines)
    if len(shown) > 12:
        console.print(f"… and {len(shown) - 12} more")


def look_up(vt: VirusTotal) -> None:
    """Look up a hash, a URL, a domain and an IP address."""
    table = Table()
    for column in ("kind", "object", "flagged by", "reputation"):
        table.add_column(column)
    url = vt.urls.get_or_scan("http://example.com/")
    reports: list[tuple[str, models.File | models.URL | models.Domain | models.IPAddress, str]] = [
        ("file", vt.files.get_report(EICAR), EICAR),
        ("URL", url, url.attributes.url),
        ("domain", vt.domains.get_report("example.com"), "example.com"),
        ("IP address", vt.ip_addresses.get_report("192.0.2.1"), "192.0.2.1"),
    ]
    for kind, report, name in reports:
        flagged = report.stats.malicious + report.stats.suspicious
        engines = Text(f"{flagged} engines", COLOURS.get(report.state, ""))
        table.add_row(kind, escape(name), engines, str(report.attributes.reputation))
    console.print(table)


def show_comments(vt: VirusTotal) -> None:
    """List comments over two pages."""
    first = vt.files.get_comments(EICAR, limit=5)
    for number, comment in enumerate(islice(first.iter_all(), 10), 1):
        text = shorten(comment.attributes.text, 60, placeholder=" …")
        console.print(f"{number:2} {comment.attributes.date:%Y-%m-%d} {escape(text)}")


def take_part(vt: VirusTotal, file: models.File) -> None:
    """Comment and vote on a file."""
    comment = vt.files.put_comments(file.id, "Uploaded by a #demo of vt_sdk.")
    tags = ", ".join(comment.attributes.tags)
    console.print(f"comment {comment.id}, tags: {escape(tags)}", soft_wrap=True)
    try:
        vote = vt.files.put_votes(file.id, malicious=False)
        console.print(f"vote {vote.attributes.verdict}")
    except AlreadyExistsError as error:
        console.print(f"the vote stands already: {escape(error.message)}")


def meet_error(vt: VirusTotal) -> None:
    """Catch a typed error as a caller would."""
    try:
        vt.files.get_report("0" * 64)
    except NotFoundError as error:
        status = vt.files.get_last_http_error()
        console.print(f"NotFoundError: {escape(error.message)}", soft_wrap=True)
        console.print(f"the status of the last answer is {status!r}")
    else:
        raise SystemExit("the service knows a file that cannot be")


def main() -> int:
    parser = argparse.ArgumentParser(description="Do the main job once.")
    parser.add_argument("file", nargs="?", type=Path, default=ROOT / "README.md")
    parser.add_argument("--yes", action="store_true", help="do not ask before sending")
    options = parser.parse_args()
    path: Path = options.file
    try:
        with client() as vt:
            if os.environ.get("VT_API_KEY") and not (options.yes or is_allowed(path)):
                console.print("Nothing was sent. With --yes nobody is asked.")
                return 2
            heading(f"Scan {path}")
            file = scan(vt, path)
            show_verdict(file)
            heading("Look up a hash, a URL, a domain and an IP address")
            look_up(vt)
            heading("Comments on the EICAR test file, over two pages")
            show_comments(vt)
            heading("Take part")
            take_part(vt, file)
            heading("An unknown hash is a typed error")
            meet_error(vt)
    except VirusTotalAPIError as error:
        Console(stderr=True).print(f"{type(error).__name__}: {escape(str(error))}")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
