"""Jobs that outgrow one machine; their public names are those of `vt_sdk.bulk`.

A job is a value. An engine maps it over batches of texts: threads and event loops here, Dask, or
others by `Job.map_batch`. What it reads is a source, what it writes a dataset, which is also the
record of what is done.
"""
