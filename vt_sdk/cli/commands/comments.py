"""The command that shows comments, and posts one."""

from typing import TYPE_CHECKING, Annotated, Final

import typer

from vt_sdk import TransportError, VirusTotal
from vt_sdk.cli.inputs import Kind, file_id, named
from vt_sdk.cli.job import Job
from vt_sdk.cli.options import CONNECTION_EPILOG, AsJSON, Limit, refuse

if TYPE_CHECKING:
    from collections.abc import Iterator

    from vt_sdk import (
        VirusTotalAPIDomains,
        VirusTotalAPIFiles,
        VirusTotalAPIIPAddresses,
        VirusTotalAPIUrls,
        models,
    )

    Group = VirusTotalAPIFiles | VirusTotalAPIUrls | VirusTotalAPIDomains | VirusTotalAPIIPAddresses

__all__ = ["commands"]

_PAGE_MAX: Final = 40

commands = typer.Typer()


@commands.command(
    epilog=CONNECTION_EPILOG,
    help="Show the comments on an object, newest first, or add one.\n\n"
    "OBJECT is a hash, an IP address, a URL or a domain, also defanged. With --type file it may be "
    "a local path, with --type url the id of a URL.",
)
def comments(
    ctx: typer.Context,
    target: Annotated[str, typer.Argument(metavar="OBJECT", show_default=False, hidden=True)],
    kind: Annotated[
        Kind | None,
        typer.Option(
            "--type",
            metavar="TYPE",
            show_default=False,
            help="What OBJECT is, if it could be several things: file, url, domain or ip.",
        ),
    ] = None,
    limit: Limit = 10,
    add: Annotated[
        str | None,
        typer.Option(
            metavar="TEXT", show_default=False, help="Post this comment, for everyone to see."
        ),
    ] = None,
    as_json: AsJSON = False,
) -> None:
    """Show the comments on an object, newest first, or add one."""
    if add is not None and not add.strip():
        refuse("--add needs a text")

    def group() -> "tuple[Group, str]":
        if kind is None:
            found, object_id = named(target)
            return _group(job.vt, found), object_id
        return _group(job.vt, kind), file_id(target) if kind is Kind.FILE else target

    def post() -> "models.Comment":
        of, object_id = group()
        try:
            return of.put_comments(object_id, add or "")
        except TransportError as error:
            if error.may_have_arrived:
                error.add_note("the comment may have been posted all the same")
            raise

    def listed() -> "Iterator[models.Comment]":
        if add is not None:
            yield post()
            return
        of, object_id = group()
        yield from of.get_comments(object_id, min(limit, _PAGE_MAX)).iter_all(limit)

    with Job(ctx.obj, [target], as_json=as_json, in_lines=add is None, ids=True) as job:
        job.show_listing(listed(), target, limit, "No comments.")


def _group(vt: VirusTotal, kind: Kind) -> "Group":
    match kind:
        case Kind.FILE:
            return vt.files
        case Kind.URL:
            return vt.urls
        case Kind.DOMAIN:
            return vt.domains
        case Kind.IP:
            return vt.ip_addresses
