"""What the engines of the emulator say, always the same for the same object.

The engines are invented and know one thing: an object is malicious, suspicious or neither. Which
engine misses what depends on the hash of the object alone, so a report never changes by chance.
"""

import hashlib
from collections.abc import Mapping
from datetime import UTC, datetime

from vt_sdk.emulator.messages import JSONObject

__all__ = [
    "ENGINES",
    "HARMLESS",
    "MALICIOUS",
    "SUSPICIOUS",
    "digest",
    "exact_results",
    "results",
    "stats",
]

HARMLESS, SUSPICIOUS, MALICIOUS = "harmless", "suspicious", "malicious"

ENGINES = tuple(
    f"{first}{second}"
    for first in (
        "Amber", "Basalt", "Cedar", "Drift", "Ember", "Fjord", "Glade", "Heron", "Isle", "Juniper"
    )
    for second in ("Beacon", "Gauge", "Lens", "Quill", "Sieve", "Tally", "Vane")
)  # fmt: skip

_COUNTERS = ("malicious", "suspicious", "undetected", "harmless", "timeout")
_FILE_COUNTERS = ("confirmed-timeout", "failure", "type-unsupported")

_LABELS = {MALICIOUS: "malware", SUSPICIOUS: "suspicious", HARMLESS: "clean"}


def digest(*parts: str) -> bytes:
    """Return bytes that depend on the parts alone, the emulator's source of variety."""
    return hashlib.sha256("\0".join(parts).encode("utf-8")).digest()


def results(
    object_type: str, object_id: str, verdict: str, date: float, share: float = 1.0
) -> JSONObject:
    """Return the verdicts of the engines by name; of the first ones only while work goes on."""
    engines = ENGINES[: round(len(ENGINES) * share)]
    make = _file_result if object_type == "file" else _network_result
    update = datetime.fromtimestamp(date, UTC).strftime("%Y%m%d")
    return {
        engine: make(engine, digest(object_id, engine)[0], verdict, update) for engine in engines
    }


def exact_results(
    object_type: str, object_id: str, date: float, *, malicious: int, suspicious: int
) -> JSONObject:
    """Return the verdicts of all engines, of which so many flag the object.

    Which ones depends on the object alone, and those of a smaller number are among those of a
    larger one.

    Raises:
        ValueError: there are not so many engines.
    """
    if min(malicious, suspicious) < 0 or malicious + suspicious > len(ENGINES):
        raise ValueError(f"there are {len(ENGINES)} engines, so 0 to {len(ENGINES)} can flag it")
    found = results(object_type, object_id, HARMLESS, date)
    order = sorted(ENGINES, key=lambda engine: digest(object_id, engine))
    for category, engines in (
        (MALICIOUS, order[:malicious]),
        (SUSPICIOUS, order[malicious : malicious + suspicious]),
    ):
        for engine in engines:
            found[engine] |= {"category": category, "result": _LABELS[category]}
    return found


def stats(object_type: str, verdicts: Mapping[str, JSONObject]) -> JSONObject:
    """Count the verdicts; files have three counters more than the rest."""
    names = _COUNTERS + (_FILE_COUNTERS if object_type == "file" else ())
    counters: JSONObject = dict.fromkeys(names, 0)
    for result in verdicts.values():
        if category := result.get("category"):
            counters[category] = counters.get(category, 0) + 1
    return counters


def _file_result(engine: str, chance: int, verdict: str, update: str) -> JSONObject:
    category, label = "undetected", None
    if chance < 6:
        category = ("type-unsupported", "timeout", "failure")[chance // 2]
    elif verdict == MALICIOUS and chance < 240:
        category, label = "malicious", "Test.File" if chance % 2 else "Emulated.Malware"
    return {
        "method": "blacklist",
        "engine_name": engine,
        "engine_version": f"{chance % 9 + 1}.{chance % 10}",
        "engine_update": update,
        "category": category,
        "result": label,
    }


def _network_result(engine: str, chance: int, verdict: str, update: str) -> JSONObject:
    del update  # Verdicts on URLs, domains and addresses carry no date of an engine.
    category, label = "undetected", "unrated"
    if verdict == MALICIOUS and chance < 60:
        category, label = "malicious", _LABELS[MALICIOUS]
    elif verdict != HARMLESS and chance < 80:
        category, label = "suspicious", _LABELS[SUSPICIOUS]
    elif chance < 200:
        category, label = "harmless", _LABELS[HARMLESS]
    return {
        "method": "blacklist",
        "engine_name": engine,
        "category": category,
        "result": label,
    }
