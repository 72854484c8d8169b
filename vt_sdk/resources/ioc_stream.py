"""The IoC stream: what hunting rules and followed collections bring."""

from vt_sdk.api import VirusTotalAPI
from vt_sdk.operations.ioc_stream import IoCStreamOperations

__all__ = ["VirusTotalAPIIoCStream"]


class VirusTotalAPIIoCStream(VirusTotalAPI, IoCStreamOperations):
    """The IoC stream: what hunting rules and followed collections bring."""
