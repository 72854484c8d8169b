"""Spans of OpenTelemetry: one for each attempt, children of the caller's, without secrets."""

from collections.abc import Iterator

import pytest
from opentelemetry.sdk.trace import TracerProvider
from opentelemetry.sdk.trace.export import SimpleSpanProcessor
from opentelemetry.sdk.trace.export.in_memory_span_exporter import InMemorySpanExporter
from opentelemetry.trace import SpanKind, StatusCode, Tracer

from tests.support import SHA256, Answer, Server, error_answer, file_document, json_answer
from vt_sdk import APIConnectionError, RetryPolicy
from vt_sdk.telemetry import spans


@pytest.fixture
def exporter() -> InMemorySpanExporter:
    return InMemorySpanExporter()


@pytest.fixture
def tracer(exporter: InMemorySpanExporter) -> Iterator[Tracer]:
    provider = TracerProvider()
    provider.add_span_processor(SimpleSpanProcessor(exporter))
    yield provider.get_tracer("tests")
    provider.shutdown()


def test_a_span_for_each_attempt(
    server: Server, tracer: Tracer, exporter: InMemorySpanExporter
) -> None:
    server.play(error_answer(503, "TransientError"), json_answer(file_document()))
    client = server.client(on_event=spans(tracer), retry=RetryPolicy(base_s=0.001))
    with tracer.start_as_current_span("the application's") as outer:
        client.files.get_report(SHA256)
    first, second, _ = exporter.get_finished_spans()
    for number, span in enumerate((first, second)):
        assert span.name == "get_file"
        assert span.kind is SpanKind.CLIENT
        assert span.parent is not None
        assert span.parent.span_id == outer.get_span_context().span_id
        assert span.attributes is not None
        assert span.attributes["http.request.resend_count"] == number
        assert span.start_time is not None
        assert span.end_time is not None
        assert span.start_time < span.end_time
        assert client.headers["x-apikey"] not in span.to_json()
        assert SHA256 not in span.to_json()
    assert first.attributes is not None
    assert second.attributes is not None
    assert first.attributes["http.response.status_code"] == 503
    assert first.attributes["error.type"] == "503"
    assert first.status.status_code is StatusCode.ERROR
    assert second.attributes["http.response.status_code"] == 200
    assert "error.type" not in second.attributes
    assert second.status.status_code is StatusCode.UNSET


def test_a_lost_connection(server: Server, tracer: Tracer, exporter: InMemorySpanExporter) -> None:
    server.play(Answer(reset=True))
    client = server.client(on_event=spans(tracer), retry=RetryPolicy(attempts=1))
    with pytest.raises(APIConnectionError):
        client.files.get_report(SHA256)
    (span,) = exporter.get_finished_spans()
    assert span.attributes is not None
    assert span.attributes["error.type"] == "APIConnectionError"
    assert "http.response.status_code" not in span.attributes


def test_the_global_provider_is_the_default(server: Server) -> None:
    server.play(json_answer(file_document()))
    assert server.client(on_event=spans()).files.get_report(SHA256).id == SHA256
