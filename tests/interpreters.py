"""Interpreters that have loaded the package: forks of one that is started once.

To start an interpreter and load the package takes half a second of work, more than what most of the
programs in the tests do. A fork is a process of its own as well, and ends as an interpreter ends.
Tests of what is loaded, when and by whom, take a fresh one: `tests.support.run_python`.
"""

import atexit
import gc
import importlib
import json
import os
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping
from functools import cache
from multiprocessing.connection import wait
from pathlib import Path
from types import ModuleType
from typing import Any, Final

import vt_sdk

__all__ = ["run_loaded"]

_ROOT: Final = Path(__file__).resolve().parent.parent
_SECONDS: Final = 120


def run_loaded(
    code: str, *arguments: str, env: Mapping[str, str] | None = None, dev: bool = False
) -> str:
    """Run code in a fork, where warnings are errors; return what it printed.

    Args:
        code: what to run.
        arguments: of its `sys.argv`.
        env: its environment, None for that of the tests.
        dev: whether in the development mode, with what it says on the way (`-X dev`).
    """
    with tempfile.TemporaryFile() as errors:
        reading, writing = os.pipe()
        started = _start(os.getpid(), dev)
        program = {"code": code, "arguments": arguments, "env": dict(env or os.environ)}
        request = json.dumps(program).encode()
        streams = [writing, writing if dev else errors.fileno()]
        socket.send_fds(started, [len(request).to_bytes(4, "big")], streams)
        started.sendall(request)
        os.close(writing)
        said = _read(reading)
        status = int.from_bytes(started.recv(4), "big", signed=True)
        errors.seek(0)
        assert status == 0, errors.read().decode() or said
        return said


def _read(reading: int) -> str:
    """Read all that is written to a pipe, by children of a program too."""
    end = time.monotonic() + _SECONDS
    said = b""
    with open(reading, "rb", buffering=0) as pipe:
        while wait([pipe.fileno()], end - time.monotonic()):
            if not (piece := pipe.read(1 << 16)):
                return said.decode()
            said += piece
    _start.cache_clear()
    raise TimeoutError(f"the program has not ended: {said.decode()}")


@cache
def _start(_of: int, dev: bool) -> socket.socket:
    """Start an interpreter to fork, one for each process of the tests."""
    ours, its = socket.socketpair()
    ours.settimeout(_SECONDS)
    mode = ["-X", "dev"] if dev else []
    process = subprocess.Popen(
        [sys.executable, *mode, "-W", "error", "-m", __name__, str(its.fileno())],
        cwd=_ROOT,
        pass_fds=[its.fileno()],
        stdin=subprocess.DEVNULL,
        start_new_session=True,
    )
    its.close()
    atexit.register(_stop, process, ours, os.getpid())
    return ours


def _stop(process: "subprocess.Popen[bytes]", asked: socket.socket, of: int) -> None:
    asked.close()
    if os.getpid() == of:
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()


# --- in the interpreter that is forked -----------------------------------------------------------


def _load() -> None:
    """Load what the programs use."""
    for kind in ("requests", "aiohttp"):
        importlib.import_module(f"vt_sdk.transports.{kind}_transport")
    for client in (vt_sdk.VirusTotal, vt_sdk.AsyncVirusTotal):
        assert client("key").files
    vt_sdk.parse({"data": {"type": "file", "id": "x", "attributes": {}}})
    # Else each fork would look through all of it for garbage when it ends.
    gc.collect()
    gc.freeze()


def _asked(asking: socket.socket) -> Any:
    """Return a program in a fork for it; here, say how each one ended until nobody asks."""
    while True:
        size, streams, *_ = socket.recv_fds(asking, 4, 2)
        if not size:
            sys.exit()
        program = asking.recv(int.from_bytes(size, "big"), socket.MSG_WAITALL)
        child = os.fork()
        if not child:
            asking.close()
            for stream, descriptor in enumerate(streams, 1):
                os.dup2(descriptor, stream)
        for descriptor in streams:
            os.close(descriptor)
        if not child:
            return json.loads(program)
        _, status = os.waitpid(child, 0)
        asking.sendall(os.waitstatus_to_exitcode(status).to_bytes(4, "big", signed=True))


def _run(program: Any) -> None:
    """Run a program as the main one."""
    os.environ.clear()
    os.environ.update(program["env"])
    sys.argv = ["-c", *program["arguments"]]
    sys.modules["__main__"] = ModuleType("__main__")
    exec(program["code"], vars(sys.modules["__main__"]))


if __name__ == "__main__":
    _load()
    _run(_asked(socket.socket(fileno=int(sys.argv[1]))))
