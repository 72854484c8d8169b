"""The fault matrix: how each client ends what goes wrong on the way or is meant to harm.

A cell says how it ended, and how many requests the server saw. Good is `right` (the right result,
after repeating if need be) and `typed` (an error of the client's own kind; vtapi3 leaves the status
to its user). Bad is `RAW` (an error of some library below), `WRONG KIND` (the error blames the
caller for what the server did), `WRONG DATA` without a word, `HANG` (killed after 15 seconds, or
45 where bytes come one by one), `LEAK` (the key came to a foreign host), `DOUBLED` (a comment was
made twice) and `CRASH`.
"""

import json
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from urllib.request import ProxyHandler, build_opener

from _bench import ENVIRONMENT, Row, child
from _environment import ROOT, ensure_peers

CLIENTS = ("vt_sdk", "vt-py", "vtapi3", "virustotal-python")
LIMIT = 15.0
# Where nothing but an answer that never ends tells a fault from a bad line.
PATIENT = {"drip": 45.0, "drip-headers": 45.0}
AT_ONCE = 8

GOOD = ("right", "typed", "-")

ROWS = {
    "429-after": "429 once, Retry-After: 1",
    "429": "429 once, without Retry-After",
    "quota": "429, the quota is spent",
    "503-twice": "503 twice, then 200",
    "reset-before": "reset before the answer, once",
    "reset-within": "reset in the body, once",
    "cut-json": "JSON cut, right length",
    "no-body": "200 without a body",
    "length-long": "Content-Length too long, once",
    "length-short": "Content-Length too short, then right",
    "cut-chunks": "chunked body cut, once",
    "html-502": "HTML with 502",
    "html-200": "HTML with 200",
    "stall-before": "10 s stall before the headers",
    "stall-within": "10 s stall in the body",
    "drip": "body at 3 bytes a second",
    "drip-headers": "headers at 3 bytes a second",
    "closed": "idle connection closed, read",
    "closed-write": "idle connection closed, comment",
    "written-reset": "reset after a comment arrived",
    "429-write": "429 once for a comment",
    "redirect-loop": "redirect loop",
    "redirect-foreign": "redirect to a foreign host",
    "upload-foreign": "foreign upload address",
    "cursor": "the same cursor again and again",
    "path": "id ../users/x?y#z",
    "bomb": "gzip: 1 GB in 1 MB",
    "endless-body": "body without an end",
    "deep": "JSON of 100,000 levels",
    "nan": "NaN",
    "bad-utf8": "a byte that is not UTF-8",
    "charset": "UTF-8 called latin-1",
    "two-types": "two Content-Types",
    "two-lengths": "two Content-Lengths that differ",
    "empty-file": "upload of an empty file",
    "missing-file": "upload of a file that is gone",
    "shrinking-file": "file shrinks during its upload",
}

# These take a file that their user has opened, so there is nothing for them to meet.
_NOTHING = {("missing-file", "vt-py"), ("missing-file", "virustotal-python")}


@dataclass(frozen=True)
class Cell:
    """How a client ended a row."""

    outcome: str
    detail: str = ""
    said: str = ""
    requests: int = 0

    def __str__(self) -> str:
        times = f" ×{self.requests}" if self.outcome != "-" else ""
        return f"{self.outcome} {self.detail}".rstrip() + times


def _meet(row: str, client: str, port: str, folder: str) -> Cell:
    """Let a client meet a fault in a process of its own and see how it ends."""
    if (row, client) in _NOTHING:
        return Cell("-")
    place = f"{row}/{client}"
    url = f"http://127.0.0.1:{port}"
    python = sys.executable if client == "vt_sdk" else str(ensure_peers())
    program = str(ROOT / "scripts" / "_bench_fault_client.py")
    ended = {"outcome": "HANG"}
    try:
        done = subprocess.run(
            [python, program, client, row, f"{url}/{place}", folder],
            capture_output=True,
            text=True,
            timeout=PATIENT.get(row, LIMIT),
            env=ENVIRONMENT,
            check=False,
        )
        crash = {"outcome": "CRASH", "said": done.stderr[-300:]}
        ended = json.loads(done.stdout) if done.returncode == 0 else crash
    except subprocess.TimeoutExpired:
        pass
    with build_opener(ProxyHandler({})).open(f"{url}/state/{place}", timeout=10) as answer:
        state = json.load(answer)
    if len(state["writes"]) > 1:
        ended["outcome"] = "DOUBLED"
    if state["leaked"]:
        ended = {"outcome": "LEAK"}
    return Cell(**ended, requests=state["requests"])


def fault_matrix(
    rows: tuple[str, ...] = tuple(ROWS), clients: tuple[str, ...] = CLIENTS
) -> dict[tuple[str, str], Cell]:
    """Return how each client ends each row."""
    ensure_peers()
    first = sorted(rows, key=lambda row: -PATIENT.get(row, 0))
    pairs = [(row, client) for row in first for client in clients]
    with (
        tempfile.TemporaryDirectory() as folder,
        child("_bench_fault_server.py") as server,
        ThreadPoolExecutor(AT_ONCE) as pool,
    ):
        port = server.line().split()[0]
        cells = pool.map(lambda pair: _meet(pair[0], pair[1], port, folder), pairs)
        return dict(zip(pairs, cells, strict=True))


def bench_faults() -> Iterator[Row | str]:
    """Let all clients meet all faults; give the table and the counts."""
    matrix = fault_matrix()
    yield f"{'':38}" + "".join(f"{client:30}" for client in CLIENTS).rstrip()
    for row, title in ROWS.items():
        cells = "".join(f"{matrix[row, client]!s:30}" for client in CLIENTS)
        yield f"{title:38}{cells}".rstrip()
    counts = {c: Counter(matrix[row, c].outcome for row in ROWS) for c in CLIENTS}
    for outcome in sorted({o for counted in counts.values() for o in counted}):
        numbers = "".join(f"{counts[client][outcome]:<30}" for client in CLIENTS)
        yield f"{'= ' + outcome:38}{numbers}".rstrip()
    bad = sum(matrix[row, "vt_sdk"].outcome not in GOOD for row in ROWS)
    yield Row("vt_sdk: rows with a hang, leak, obscure error or wrong data", [bad], 0, 0, 0)
