"""The command that sends files and URLs and waits for what the service says of them."""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Annotated, Final

import typer

from vt_sdk import (
    AnalysisDescriptor,
    FileReadError,
    NotFoundError,
    VirusTotal,
    VirusTotalAPIError,
)
from vt_sdk.cli.inputs import Input, file_id, is_one, is_url
from vt_sdk.cli.job import WAITERS, Job
from vt_sdk.cli.options import (
    CONNECTION_EPILOG,
    LIST_HELP,
    AllEngines,
    AsJSON,
    Deadline,
    FailOn,
    FailOnOption,
    PolicyOption,
    refuse,
)
from vt_sdk.cli.pool import once

if TYPE_CHECKING:
    from vt_sdk import models
    from vt_sdk.cli.render import Report

__all__ = ["commands"]

# Seconds before a report that is not there yet is asked for again.
_PAUSES: Final = (1.0, 2.0, 4.0)

commands = typer.Typer()


@contextmanager
def _hint_at_schemes() -> Iterator[None]:
    """Say of a file that is not there how a URL is written."""
    try:
        yield
    except FileReadError as error:
        if isinstance(error.__cause__, FileNotFoundError):
            error.add_note("to scan a URL, begin it with http:// or https://")
        raise


def _report_after(vt: VirusTotal, analysis: "models.Analysis", target: str) -> "Report":
    """Get the report after an analysis; parts of the service may not know it for a moment."""
    meta = analysis.meta
    for pause in (*_PAUSES, None):
        try:
            if is_url(target):
                return vt.urls.get_report((meta.url_info and meta.url_info.id) or target)
            return vt.files.get_report(
                (meta.file_info and meta.file_info.sha256) or file_id(target)
            )
        except NotFoundError:
            if pause is None:
                raise
            time.sleep(pause)
    raise AssertionError


@commands.command(
    epilog=CONNECTION_EPILOG,
    help="Send files and URLs, wait, and show the reports.\n\n"
    "Others can see what is sent. A URL begins with its scheme, such as https://; everything else "
    "is the path of a file, or of a folder: all files in it and in its folders are sent. Links are "
    "left out, and so are empty files, which have nothing to judge: they are named on stderr, and "
    f"do not change the exit code. {LIST_HELP}",
)
def scan(
    ctx: typer.Context,
    targets: Annotated[
        list[str], typer.Argument(metavar="FILE|FOLDER|URL|-", show_default=False, hidden=True)
    ],
    password: Annotated[
        str | None,
        typer.Option(
            metavar="TEXT", show_default=False, help="The password of the protected ZIP files."
        ),
    ] = None,
    name: Annotated[
        str | None,
        typer.Option(
            metavar="TEXT",
            show_default=False,
            help="The name to send in place of the one of the file.",
        ),
    ] = None,
    if_unknown: Annotated[
        bool,
        typer.Option("--if-unknown", help="Send only what the service has no verdict on yet."),
    ] = False,
    no_wait: Annotated[
        bool,
        typer.Option(
            "--no-wait",
            help="Print the ids of the analyses, for vt-sdk analysis, and do not wait.",
        ),
    ] = False,
    deadline: Deadline = 900.0,
    fail_on: FailOnOption = None,
    policy: PolicyOption = None,
    all_engines: AllEngines = False,
    as_json: AsJSON = False,
) -> None:
    """Send files and URLs, wait for the analyses and show the reports."""
    is_single = is_one(targets, folders=True)
    files = [target for target in targets if not is_url(target)]
    if name is not None and not (is_single and files):
        refuse("--name goes with one file and nothing else")
    if password is not None and not files:
        refuse("--password goes with files")
    if no_wait and (if_unknown or all_engines or policy or fail_on not in (None, FailOn.NEVER)):
        refuse("--no-wait leaves no report to look at")

    def submit(source: Input) -> AnalysisDescriptor:
        target = source.get()
        with job.activities.on(target) as activity:
            if is_url(target):
                return job.vt.urls.upload(target)
            with _hint_at_schemes():
                return job.vt.files.upload(
                    target, name=name, password=password, on_progress=activity.sent
                )

    def finish(sent: tuple[str, AnalysisDescriptor]) -> "Report":
        target, descriptor = sent
        with job.activities.on(target) as activity:
            try:
                analysis = job.vt.analyses.wait(
                    descriptor, deadline=deadline, on_progress=activity.seen
                )
                return _report_after(job.vt, analysis, target)
            except VirusTotalAPIError as error:
                error.analysis_id = error.analysis_id or descriptor.id
                raise

    def find(source: Input) -> "Report":
        target = source.get()
        with job.activities.on(target) as activity:
            if is_url(target):
                return job.vt.urls.get_or_scan(target, deadline=deadline, on_progress=activity.seen)
            with _hint_at_schemes():
                return job.vt.files.get_or_scan(
                    target,
                    name=name,
                    password=password,
                    deadline=deadline,
                    on_upload=activity.sent,
                    on_progress=activity.seen,
                )

    with Job(
        ctx.obj, targets, folders=True, as_json=as_json, fail_on=fail_on, policy=policy
    ) as job:
        if if_unknown:
            for found in job.results(find):
                job.show_report(found, found.source.text, all_engines)
            return
        sent = job.results(submit)
        if no_wait:
            for each in sent:
                job.show_descriptor(each, each.source.text, with_input=not is_single)
            return
        # All are sent before any is waited for: the service works on all of them at once.
        everything = list(sent)
        reports = job.work(
            once(finish, lambda sent: sent[1].id),
            [(each.source.text, each.value) for each in everything if each.value is not None],
            workers=WAITERS,
            stops=False,  # each of them has been paid for
        )
        for each in everything:
            if each.value is None:
                job.show_failure(each, each.source.text)
            elif (report := next(reports, None)) is not None:
                job.show_report(report, each.source.text, all_engines)
