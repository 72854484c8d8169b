"""One client meets one fault, in a process of its own, which may be killed.

    python scripts/_bench_fault_client.py CLIENT ROW URL FOLDER

Prints as JSON how it ended. Timeouts are one second, as far as the client lets its user say so.
"""

import importlib
import json
import os
import resource
import sys
import threading
import time
from pathlib import Path
from typing import Any
from urllib.request import ProxyHandler, build_opener

from _bench_clients import CLIENTS, SHA256, Client, NotOK

SECONDS = 1.0
MEMORY = 1 << 30

# Where the base of a client's own errors is.
_ERRORS = {
    "vt_sdk": ("vt_sdk", "VirusTotalAPIError"),
    "vt-py": ("vt", "APIError"),
    "vtapi3": ("vtapi3", "VirusTotalAPIError"),
    "virustotal-python": ("virustotal_python", "VirustotalError"),
}

_WRONG_INPUT = ("path", "empty-file", "missing-file")

_LARGE = 33_000_000  # beyond what is sent without asking for an address
_SHRINKING = 24_000_000


def _made(folder: str, size: int) -> Path:
    path = Path(folder, f"file.{os.getpid()}")
    with path.open("wb") as stream:
        block = os.urandom(1 << 20)
        for start in range(0, size, len(block)):
            stream.write(block[: size - start])
    return path


def _shrink(path: Path, url: str) -> None:
    """Halve a file as soon as the server, which is slow to take it, has got the request."""
    origin, _, place = url.rpartition("/shrinking-file/")
    opener = build_opener(ProxyHandler({}))
    for _ in range(500):
        with opener.open(f"{origin}/state/shrinking-file/{place}", timeout=10) as answer:
            if json.load(answer)["requests"]:
                os.truncate(path, path.stat().st_size // 2)
                return
        time.sleep(0.02)


def _uploaded(client: Client, folder: str, size: int, *, shrink: bool = False) -> bool:
    """Upload a file and tell whether all of it came."""
    path = _made(folder, size)
    sha256 = importlib.import_module("hashlib").sha256(path.read_bytes()).hexdigest()
    if shrink:
        threading.Thread(target=_shrink, args=(path, client.url)).start()
    try:
        return bool(client.send_file(path) == sha256)
    finally:
        path.unlink()


def _is_right(client: Client, row: str, folder: str) -> bool:
    """Do what the row asks for and tell whether the result is right."""
    if row == "path":
        return bool(client.report("../users/x?y#z") == 7)
    if row in ("bad-utf8", "charset"):
        return list(client.texts(SHA256)) == ["café"]
    if row == "cursor":
        return len(list(client.texts(SHA256))) < 5
    if row == "closed":
        first = client.report(SHA256)
        time.sleep(0.2)
        return [first, client.report(SHA256)] == [7, 7]
    if row == "closed-write":
        client.report(SHA256)
        time.sleep(0.2)
        return bool(client.comment(SHA256, "once"))
    if row in ("written-reset", "429-write"):
        return bool(client.comment(SHA256, "once"))
    if row == "upload-foreign":
        return _uploaded(client, folder, _LARGE)
    if row == "shrinking-file":
        return _uploaded(client, folder, _SHRINKING, shrink=True)
    if row == "empty-file":
        return _uploaded(client, folder, 0)
    if row == "missing-file":
        return bool(client.send_file(Path(folder, "no such file")))
    return bool(client.report(SHA256) == 7)


def _outcome(client: Client, name: str, row: str, folder: str) -> dict[str, Any]:
    module, base = _ERRORS[name]
    own: type[Exception] = getattr(importlib.import_module(module), base)
    try:
        right = _is_right(client, row, folder)
    except (own, NotOK) as error:
        shown = str(error) if isinstance(error, NotOK) else type(error).__name__
        # What came was wrong, and the error says that what was given is.
        blames_caller = isinstance(error, ValueError) and row not in _WRONG_INPUT
        outcome = "WRONG KIND" if blames_caller else "typed"
        return {"outcome": outcome, "detail": shown, "said": str(error)[:300]}
    except KeyError as error:
        # An empty map in place of the answer, in which the program looks for something.
        return {"outcome": "WRONG DATA", "detail": "{}", "said": repr(error)}
    except Exception as error:
        return {"outcome": "RAW", "detail": type(error).__name__, "said": str(error)[:300]}
    return {"outcome": "right" if right else "WRONG DATA", "detail": "", "said": ""}


def main(name: str, row: str, url: str, folder: str) -> None:
    client = CLIENTS[name](url, folder, SECONDS)
    assert isinstance(client, Client)
    if row in ("bomb", "endless-body"):
        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    outcome = _outcome(client, name, row, folder)
    if row == "length-short" and outcome["outcome"] in ("right", "typed"):
        # What was left over on the connection must not be taken for the next answer.
        time.sleep(0.1)
        second = _outcome(client, name, row, folder)
        outcome = second if second["outcome"] != "right" else outcome
    print(json.dumps(outcome), flush=True)
    os._exit(0)


if __name__ == "__main__":
    main(*sys.argv[1:])
