"""The server of `bulk.py`: a small report on whatever is asked for, and account of every question.

    python3 scripts/_bulk_server.py LATENCY PER_MINUTE

Prints its port and serves until its standard input ends. More than `PER_MINUTE` requests in any 60
seconds are refused, none where it is 0. `/control` tells as JSON: `requests`, `distinct`,
`refused`, `within` (how many came in the 180 seconds from the first one on), and `again`: for each
request for what had been asked for before, when that was.
"""

import asyncio
import json
import sys
import time
from collections import deque
from urllib.parse import unquote

from _bench_server import Connection, answer, run

_TYPES = {
    "files": "file",
    "urls": "url",
    "domains": "domain",
    "ip_addresses": "ip_address",
}
_MINUTE, _MEASURED = 60.0, 180.0


def _report(group: str, name: str) -> bytes:
    stats = {"malicious": 3, "suspicious": 0, "undetected": 60, "harmless": 8, "timeout": 0}
    attributes = {
        "reputation": -3,
        "last_analysis_date": 1_700_000_000,
        "last_analysis_stats": stats,
        "last_analysis_results": {},
        "tags": ["one", "two"],
        "total_votes": {"harmless": 1, "malicious": 2},
    }
    if group == "files":
        attributes |= {"md5": "0" * 32, "sha1": "0" * 40, "sha256": name, "size": 68}
    document = {"data": {"id": name, "type": _TYPES[group], "attributes": attributes}}
    return answer(json.dumps(document).encode())


def main() -> None:
    latency, per_minute = float(sys.argv[1]), int(sys.argv[2])
    asked: dict[str, float] = {}
    again: list[float] = []
    recent: deque[float] = deque()
    counts = {"requests": 0, "refused": 0, "within": 0}
    body = json.dumps({"error": {"code": "QuotaExceededError", "message": "No."}}).encode()
    refusal = answer(body, "429 Too Many Requests")

    class Accounting(Connection):
        def serve(self, method: str, target: str, body: bytes) -> None:
            if target == "/control":
                told = {**counts, "distinct": len(asked), "again": again}
                self.send(answer(json.dumps(told).encode()))
                return
            now = time.monotonic()
            counts["requests"] += 1
            if per_minute:
                while recent and now - recent[0] >= _MINUTE:
                    recent.popleft()
                if len(recent) >= per_minute:
                    counts["refused"] += 1
                    self.send(refusal)
                    return
                recent.append(now)
            if target in asked:
                again.append(asked[target])
            asked.setdefault(target, now)
            counts["within"] += now - next(iter(asked.values())) < _MEASURED
            _, _, _, group, name = target.split("/")
            found = _report(group, unquote(name))
            if latency:
                asyncio.get_running_loop().call_later(latency, self.send, found)
            else:
                self.send(found)

    run(Accounting)


if __name__ == "__main__":
    main()
