"""The pure heart of the package: requests and answers as values, flows, decoding, models.

Nothing in here performs input or output: no module imports requests, asyncio, time or socket, or
reads the environment. Whatever takes several requests is a generator that a driver runs.
"""
