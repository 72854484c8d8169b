"""Jobs that outgrow one machine; their public names are those of `vt_sdk.bulk`.

A job is a value. An engine maps it over batches of texts: threads and event loops here, Dask, or
others by `Job.map_batch`. What it reads is a source, what it writes a dataset, which is also the
record of what is done.
"""

from vt_sdk.jobs.engines import DaskEngine
from vt_sdk.jobs.job import COLUMNS, Job, JobProgress, JobSummary

__all__ = ["COLUMNS", "DaskEngine", "Job", "JobProgress", "JobSummary"]
