"""Many at once: look-ups of many ids, feeds, batches of feeds from disk, and jobs.

`Job` and what belongs to it are loaded when they are asked for: they stand above the client, which
itself needs what is here.
"""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from vt_sdk.jobs.engines import DaskEngine as DaskEngine
    from vt_sdk.jobs.job import COLUMNS as COLUMNS
    from vt_sdk.jobs.job import Job as Job
    from vt_sdk.jobs.job import JobProgress as JobProgress
    from vt_sdk.jobs.job import JobSummary as JobSummary

__all__ = ["COLUMNS", "DaskEngine", "Job", "JobProgress", "JobSummary"]


def __getattr__(name: str) -> Any:
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from vt_sdk.jobs import engines, job

    return getattr(engines if name == "DaskEngine" else job, name)
