"""Spans of OpenTelemetry: one for each attempt, children of the caller's, without secrets."""

import asyncio
import bz2
import json
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest
from opentelemetry.sdk.trace import TracerProvider
from opentelemetry.sdk.trace.export import SimpleSpanProcessor
from opentelemetry.sdk.trace.export.in_memory_span_exporter import InMemorySpanExporter
from opentelemetry.trace import SpanKind, StatusCode, Tracer

from tests.support import (
    KEY,
    SHA256,
    Answer,
    Recorded,
    Server,
    error_answer,
    file_document,
    json_answer,
)
from vt_sdk import APIConnectionError, AsyncVirusTotal, RetryPolicy
from vt_sdk.telemetry import spans

START = datetime(2026, 1, 2, 15, 30, tzinfo=UTC)
MINUTE = timedelta(minutes=1)


@pytest.fixture
def server(either: Server) -> Server:
    """Serve both clients."""
    return either


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


def test_spans_of_tasks_are_those_of_each_task(
    tracer: Tracer, exporter: InMemorySpanExporter
) -> None:
    """Also where a batch makes the calls, and where a loop downloads what a feed wants."""
    packed = bz2.compress(json.dumps(file_document()).encode())

    def answer(recorded: Recorded) -> Answer:
        return Answer(200, packed) if "feeds" in recorded.path else json_answer(file_document())

    async def work(vt: AsyncVirusTotal, number: int) -> int:
        with tracer.start_as_current_span(f"outer {number}") as outer:
            await vt.files.get_report(SHA256)
            assert [item async for item in vt.files.get_reports([SHA256])]
            assert [item async for item in vt.feeds.iter_files(START, end=START + 2 * MINUTE)]
        return outer.get_span_context().span_id

    async def main(url: str) -> list[int]:
        async with AsyncVirusTotal(KEY, base_url=url, on_event=spans(tracer)) as vt:
            return await asyncio.gather(*(work(vt, number) for number in range(3)))

    with Server() as server:
        server.default = answer
        outer = asyncio.run(main(server.base_url))
    inner = [span for span in exporter.get_finished_spans() if span.kind is SpanKind.CLIENT]
    parents = [span.parent.span_id for span in inner if span.parent is not None]
    assert sorted(parents) == sorted(outer * 4)
