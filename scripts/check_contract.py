"""Fuzz the emulator by the operations document, to see that it always answers as that says.

    python3 scripts/check_contract.py [--examples N] [--seed S] [--group NAME] [--operation ID]

Schemathesis, which knows nothing of this project, reads `schemas/openapi.yaml` and makes requests
of every operation, with a premium key, against an emulator of its own: the systematic edge cases of
the document, and `--examples` random ones, half of them such as the document forbids. One line is
printed for each operation that answers with a server error, answers what the document does not say,
or takes what it forbids. The same seed makes the same requests; `--random-only` leaves the edge
cases out. The whole takes about six minutes.
"""

from _environment import enter

if __name__ == "__main__":
    enter()

import argparse
import re
import sys
from collections import defaultdict
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import Any

import schemathesis
from _schemas import Json, bundle, load_operations, object_schemas, operations
from hypothesis import strategies
from schemathesis.core.failures import AcceptedNegativeData
from schemathesis.engine import events, from_schema
from schemathesis.engine.recorder import ScenarioRecorder

from vt_sdk.emulator import Emulator
from vt_sdk.emulator.quotas import GROUP
from vt_sdk.emulator.seeds import PREMIUM_USER

CHECKS = (
    *("not_a_server_error", "status_code_conformance", "content_type_conformance"),
    *("response_headers_conformance", "response_schema_conformance"),
    *("negative_data_rejection", "missing_required_header", "ignored_auth"),
)
# What Schemathesis could check besides, and why it does not here:
# - positive_data_acceptance: identifiers, queries, filters and cursors are texts for the document;
#   a text that is none of these is rightly refused.
# - unsupported_method, allow_header_conformance: they go by the template of a path, but templates
#   overlap: what is no method of /{id}/comments may be one of /{id}/{relationship}.
# - use_after_free, ensure_resource_availability: for documents that link operations; ours does not.

# Random times would nearly all be ones without a batch, so the clock stands still near those used.
NOW = datetime(2026, 1, 15, 12, tzinfo=UTC)
AGES = [timedelta(hours=hours) for hours in (0, 1, 5, 48, 480)]
TIMES = {"vt-minute": "%Y%m%d%H%M", "vt-hour": "%Y%m%d%H", "vt-day": "%Y%m%d"}

# Values beside the random ones and the examples of the document, four times out of five: accounts
# that the emulator has, and no cursor, since a random one is always refused.
KNOWN = {
    "path.user_id": PREMIUM_USER.name,
    "path.group_id": GROUP,
    "header.x-confirm-delete": PREMIUM_USER.name,
    "query.cursor": "",
}


def settings(document: Json, examples: int, seed: int, has_edges: bool) -> Json:
    """Return the configuration, apart from where the emulator is."""

    def bound(name: str) -> Json:
        return {"dictionary": name, "probability": 0.8}

    # No values but those of the document and ours: what others were answered would get mixed in.
    sources = {"extra-data-sources": {"responses": False}}
    names = {kind: list(s.get("x-vt-relationships", ())) for kind, s in object_schemas().items()}
    values = {kind: found for kind, found in names.items() if found}
    values |= {place: [value] for place, value in KNOWN.items()}
    return {
        "seed": seed,
        "continue-on-failure": True,
        "request-timeout": 30,
        "generation": {"no-shrink": True, "database": "none"},
        "phases": {
            "examples": {"enabled": False},
            "coverage": {"enabled": has_edges, **sources},
            "fuzzing": {"generation": {"max-examples": examples}, **sources},
            "stateful": {"enabled": False},
        },
        "checks": {"enabled": False, **{name: {"enabled": True} for name in CHECKS}},
        "dictionaries": {name: {"values": found} for name, found in values.items()},
        "parameters": {place: bound(place) for place in KNOWN},
        "operations": [
            {
                "include-operation-id": operation["operationId"],
                "parameters": {"path.relationship": bound(operation["x-vt-relationships-of"])},
            }
            for _, _, operation in operations(document)
            if "x-vt-relationships-of" in operation
        ],
    }


def is_real(context: Any, failure: Any, case: Any, response: Any) -> bool:
    """Say whether a failure is one: where a text goes as text, or a list of texts, anything is one.

    Schemathesis takes a 1 or a null there for forbidden, and then sees `list=1&list=null` accepted.
    """
    del context, response
    if not isinstance(failure, AcceptedNegativeData):
        return True
    schemas = {p.name: p.definition["schema"] for p in case.operation.query}
    for body in case.operation.body:
        if body.media_type == "application/x-www-form-urlencoded":
            schemas |= body.definition["schema"]["properties"]
    changed = case.meta.phase.data
    places = [m.schema_pointer for m in changed.mutations] or [changed.location or ""]
    names = [re.match("/properties/([^/]+)", place) for place in places]
    return not all(name and takes_texts(schemas.get(name[1], {})) for name in names)


def takes_texts(schema: Json) -> bool:
    """Return whether a schema takes any text, or any list of texts."""
    items = schema.get("items", schema)
    return {"type": "string"} in (items, *items.get("anyOf", ()))


def failures(recorder: ScenarioRecorder) -> Iterator[str]:
    """Return what failed of the requests of an operation."""
    for checks in recorder.checks.values():
        for check in checks:
            if (failed := check.failure_info) is not None:
                said = " ".join(str(failed.failure).split())
                yield f"{check.name}: {said}: {failed.code_sample}"


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description="Fuzz the emulator by the operations document.")
    parser.add_argument("--examples", type=int, default=50, help="random requests of an operation")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--group", help="the operations of one group only, such as files")
    parser.add_argument("--operation", help="one operation only, by its operationId")
    parser.add_argument("--random-only", action="store_true", help="without the edge cases")
    options = parser.parse_args(arguments)
    for name, form in TIMES.items():
        times = [(NOW - age).strftime(form) for age in AGES]
        schemathesis.openapi.format(name, strategies.sampled_from(times))
    document, chosen = bundle(load_operations()), {}
    for path, method, operation in list(operations(document)):
        name, (group,) = operation["operationId"], operation["tags"]
        if options.group in (None, group) and options.operation in (None, name):
            chosen[f"{method} {path}"] = name
        else:
            del document["paths"][path][method.lower()]
    config = settings(document, options.examples, options.seed, not options.random_only)
    requests, succeeded = 0, set()
    found: dict[str, list[str]] = defaultdict(list)
    with Emulator(clock=NOW.timestamp) as emulator:
        config |= {"base-url": emulator.base_url, "headers": {"x-apikey": emulator.premium_key}}
        schema = schemathesis.openapi.from_dict(
            document, config=schemathesis.Config.from_dict(config)
        )
        schema.hook("filter_failure")(is_real)
        for event in from_schema(schema).execute():
            if isinstance(event, events.ScenarioFinished):
                label, sent = event.recorder.label, event.recorder.interactions.values()
                requests += len(sent)
                if any(i.response is not None and i.response.status_code < 400 for i in sent):
                    succeeded.add(label)
                found[label] += failures(event.recorder)
            elif isinstance(event, events.NonFatalError):
                found[event.label].append(str(event.value))
    failed = {chosen.get(label, label): said for label, said in found.items() if said}
    for name, said in sorted(failed.items()):
        print(f"{name}: {len(said)} ×, such as {said[0][:1000]}")
    print(f"{len(succeeded)} operations answered with success at least once")
    print(f"{len(chosen)} operations, {requests} requests, {len(failed)} failures")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
