"""Reports to judge and to compare."""

import json
from datetime import UTC, datetime
from typing import Any

from vt_sdk import parse

ANALYSED = datetime(2026, 3, 1, 12, tzinfo=UTC)

COUNTERS = ("malicious", "suspicious", "undetected", "harmless", "timeout")
CATEGORIES = (*COUNTERS, "type-unsupported")


def results(*categories: str, **named: str) -> dict[str, dict[str, str]]:
    """Return the results of engines, by number or by name."""
    engines = {f"Engine{n}": category for n, category in enumerate(categories)} | named
    return {
        name: {"category": category, "engine_name": name, "result": f"{name}.says"}
        for name, category in engines.items()
    }


def attributes(found: dict[str, dict[str, str]], **others: Any) -> dict[str, Any]:
    """Return the attributes of a report, with the counters that go with its results."""
    said = [result["category"] for result in found.values()]
    return {
        "last_analysis_date": int(ANALYSED.timestamp()),
        "last_analysis_results": found,
        "last_analysis_stats": {name: said.count(name) for name in COUNTERS},
        **others,
    }


def made(kind: str, attributes: dict[str, Any]) -> Any:
    return parse(json.dumps({"data": {"id": "x", "type": kind, "attributes": attributes}}))
