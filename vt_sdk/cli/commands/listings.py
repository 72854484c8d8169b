"""The commands that show listings: what a search finds, what an object is related to."""

from difflib import get_close_matches
from typing import TYPE_CHECKING, Annotated, Any, Final

import typer

from vt_sdk import InvalidInputError, ItemIterator, Page, RelationshipName, VirusTotal
from vt_sdk.cli.exits import fail, note
from vt_sdk.cli.inputs import meant
from vt_sdk.cli.job import Job
from vt_sdk.cli.options import (
    CONNECTION_EPILOG,
    AssumeOption,
    Format,
    FormatOption,
    Limit,
    refuse,
)
from vt_sdk.cli.render import printer_of
from vt_sdk.enrichment import relationships_of
from vt_sdk.indicators import Indicator, Kind, classify

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from vt_sdk import VTObject

__all__ = ["commands"]

_GROUPS: Final[dict[Kind, str]] = {
    "file": "files",
    "url": "urls",
    "domain": "domains",
    "ip_address": "ip_addresses",
}
_PAGE_MAX: Final = 40
_INTELLIGENCE_PAGE_MAX: Final = 300

commands = typer.Typer()

Cursor = Annotated[
    str | None,
    typer.Option(
        metavar="TEXT", show_default=False, help="Where to go on: what an earlier run has named."
    ),
]


def _show(
    job: Job,
    first: "Callable[[VirusTotal], Page[Any] | VTObject | None]",
    subject: str,
    limit: int,
) -> None:
    """Show a listing that begins with a page, and say where it goes on."""
    listing: ItemIterator[VTObject] | None = None

    def items() -> "Iterator[VTObject]":
        nonlocal listing
        page = first(job.vt)
        if isinstance(page, Page):
            listing = page.iter_all(limit)
            yield from listing
        elif page is not None:
            yield page

    with job:
        job.show_listing(items(), subject, limit)
        if listing is not None and (cursor := listing.cursor):
            note(f"there is more: --cursor {cursor}", cursor)


@commands.command(
    epilog=CONNECTION_EPILOG,
    help="Search: show what the service finds.\n\n"
    "QUERY is a hash, a URL, a domain, an IP address or a #tag of comments. With --intelligence it "
    "is a query such as type:peexe positives:5+ over all that the service holds, which needs a "
    "premium key.",
)
def search(
    ctx: typer.Context,
    query: Annotated[str, typer.Argument(metavar="QUERY", show_default=False, hidden=True)],
    intelligence: Annotated[
        bool, typer.Option("--intelligence", help="Search all that the service holds.")
    ] = False,
    order: Annotated[
        str | None,
        typer.Option(
            metavar="FIELD",
            show_default=False,
            help="What --intelligence sorts by, such as last_submission_date-.",
        ),
    ] = None,
    limit: Limit = 10,
    cursor: Cursor = None,
    form: FormatOption = Format.TABLE,
) -> None:
    """Show what the service finds."""
    if order is not None and not intelligence:
        refuse("--order goes with --intelligence")

    def first(vt: VirusTotal) -> "Page[Any]":
        if intelligence:
            most = min(limit, _INTELLIGENCE_PAGE_MAX)
            return vt.intelligence.search(query, most, cursor, order=order)
        return vt.search.search(query, min(limit, _PAGE_MAX), cursor)

    _show(Job(ctx.obj, [query], form=form, ids=True), first, query, limit)


def _names_for(ctx: typer.Context, incomplete: str) -> list[str]:
    """Return what a shell proposes: the relationships of the indicator that stands before."""
    try:
        kind = classify(ctx.params["target"], assume="domain").kind
    except InvalidInputError:
        return []
    return [name for name in relationships_of(kind) if name.startswith(incomplete)]


@commands.command(
    epilog=CONNECTION_EPILOG,
    help="Show what a file, URL, domain or IP address is related to.\n\n"
    "INDICATOR is a hash, a URL, a domain or an IP address, also defanged. Without NAME it shows "
    "the names of the relationships and which keys get them, and sends nothing.",
)
def relationships(
    ctx: typer.Context,
    target: Annotated[str, typer.Argument(metavar="INDICATOR", show_default=False, hidden=True)],
    name: Annotated[
        str | None,
        typer.Argument(metavar="NAME", show_default=False, hidden=True, autocompletion=_names_for),
    ] = None,
    assume: AssumeOption = None,
    limit: Limit = 10,
    cursor: Cursor = None,
    form: FormatOption = Format.TABLE,
) -> None:
    """Show what a file, URL, domain or IP address is related to."""
    try:
        indicator = meant(target, assume)
    except InvalidInputError as error:
        raise typer.Exit(fail(error, target)) from None
    known = relationships_of(indicator.kind)
    if name is None:
        _show_names(indicator, form)
    elif name not in known:
        close = ", ".join(get_close_matches(name, known))
        words = f"did you mean {close}?" if close else f"there are: {', '.join(known)}"
        refuse(f"{indicator.kind} has no relationship {name!r:.100}; {words}")
    else:
        chosen = RelationshipName(name)

        def first(vt: VirusTotal) -> "Page[VTObject] | VTObject | None":
            group: Any = getattr(vt, _GROUPS[indicator.kind])
            found: Page[VTObject] | VTObject | None = group.get_relationship(
                indicator.value, chosen, min(limit, _PAGE_MAX), cursor
            )
            return found

        _show(Job(ctx.obj, [target], form=form, ids=True), first, target, limit)


def _show_names(indicator: Indicator, form: Format) -> None:
    """Show the names of the relationships of an indicator."""
    printer = printer_of(form)
    for name, facts in relationships_of(indicator.kind).items():
        values = {"name": name, "tier": facts.tier, "description": facts.description}
        printer.record(values, f"{name:<28}{facts.tier:<9}{facts.description}")
    printer.end()
