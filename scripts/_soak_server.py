"""The server of the soak: answers reads, counts each write, and fails now and then.

    python3 scripts/_soak_server.py FAULTS SEED

Prints its port and serves until its standard input ends. `/written` tells how often each comment
(by its text) and each vote (by its file) was made, and how many faults were played.
"""

import json
import random
import socket
import struct
import sys
from collections import Counter

from _bench import sample
from _bench_server import Connection, answer, run

KINDS = (
    "429 with Retry-After",
    "429 without",
    "503",
    "reset before it arrived",
    "reset before the answer",
    "reset in the body",
    "truncated",
)

_PLACEHOLDER = "0" * 64


def _error(status: str, code: str, *lines: str) -> bytes:
    body = json.dumps({"error": {"code": code, "message": "No."}}).encode()
    return answer(body, status, *lines)


_TOO_MANY = ("429 Too Many Requests", "TooManyRequestsError")
_REFUSALS = {
    "429 with Retry-After": _error(*_TOO_MANY, "Retry-After: 0"),
    "429 without": _error(*_TOO_MANY),
    "503": _error("503 Service Unavailable", "TransientError"),
}


def _report() -> bytes:
    document = sample("file/report_elf.json")
    document["data"]["id"] = _PLACEHOLDER
    return json.dumps(document).encode()


def _page() -> bytes:
    one = sample("comment/comment.json")["data"]
    items = [{**one, "id": f"f-{_PLACEHOLDER}-{number:08x}"} for number in range(5)]
    return json.dumps({"data": items, "meta": {"count": len(items)}}).encode()


def main() -> None:
    share, chance = float(sys.argv[1]), random.Random(sys.argv[2])
    written: Counter[str] = Counter()
    played: Counter[str] = Counter()
    report, page = _report(), _page()
    comment, vote = sample("comment/comment.json"), sample("vote/vote.json")

    class Soaked(Connection):
        def serve(self, method: str, target: str, body: bytes) -> None:
            if target == "/written":
                told = {"written": written, "played": played}
                self.send(answer(json.dumps(told).encode()))
                return
            fault = chance.choice(KINDS) if chance.random() < share else ""
            played[fault] += 1
            if fault in _REFUSALS:
                self.send(_REFUSALS[fault])
            elif fault == "reset before it arrived":
                self._reset()
            else:
                self._answer(method, target, body, fault)

        def _answer(self, method: str, target: str, body: bytes, fault: str) -> None:
            file_id = target.split("/")[4].partition("?")[0]
            if method == "GET":
                document = page if "/comments" in target else report
                whole = answer(document.replace(_PLACEHOLDER.encode(), file_id.encode()))
            elif target.endswith("/votes"):
                written[file_id] += 1
                whole = answer(json.dumps(vote).encode())
            else:
                text = json.loads(body)["data"]["attributes"]["text"]
                written[text] += 1
                comment["data"]["attributes"]["text"] = text
                whole = answer(json.dumps(comment).encode())
            if fault == "reset before the answer":
                self._reset()
            elif fault:
                self.send(whole[: len(whole) * 2 // 3])
                if fault == "truncated":
                    self.transport.close()
                else:
                    self._reset()
            else:
                self.send(whole)

        def _reset(self) -> None:
            connection: socket.socket = self.transport.get_extra_info("socket")
            linger = struct.pack("ii", 1, 0)
            connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, linger)
            self.transport.abort()

    run(Soaked)


if __name__ == "__main__":
    main()
