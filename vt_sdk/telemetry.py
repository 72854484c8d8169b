"""Spans of OpenTelemetry out of the events of a client, for `VirusTotal(on_event=spans())`.

The extra `telemetry` brings the API of OpenTelemetry; which spans go where is the application's.
"""

import time
from collections.abc import Callable

from vt_sdk._extras import extra
from vt_sdk._version import __version__
from vt_sdk.events import Event, RequestFailed, ResponseReceived

with extra("telemetry", "this module"):
    from opentelemetry import trace

__all__ = ["spans"]


def spans(tracer: "trace.Tracer | None" = None) -> Callable[[Event], None]:
    """Return a hook for `on_event=` that makes a span of each attempt of a request.

    The span is called like the operation, is a child of the span in which the call was made, and
    has the attributes of the semantic conventions for HTTP clients. It holds neither the API key
    nor an address.

    Args:
        tracer: what makes the spans; the tracer `vt_sdk` of the global provider if None.
    """
    chosen = tracer or trace.get_tracer("vt_sdk", __version__)

    def tell(event: Event) -> None:
        if not isinstance(event, (ResponseReceived, RequestFailed)):
            return
        end = time.time_ns()
        span = chosen.start_span(
            event.operation,
            kind=trace.SpanKind.CLIENT,
            start_time=end - int(event.seconds * 1e9),
            attributes={"http.request.resend_count": event.attempt - 1},
        )
        if isinstance(event, ResponseReceived):
            span.set_attribute("http.response.status_code", int(event.status))
            span.set_attribute("http.response.body.size", event.size)
            failure = None if event.status < 400 else str(int(event.status))
        else:
            failure = type(event.error).__name__
        if failure is not None:
            span.set_attribute("error.type", failure)
            span.set_status(trace.StatusCode.ERROR)
        span.end(end_time=end)

    return tell
