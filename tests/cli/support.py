"""What the tests of the command share: running it, here or as a process of its own."""

import io
import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any, TextIO

import pytest

from tests.support import ROOT
from vt_sdk.cli import main

__all__ = ["SECONDS", "Command", "Outcome"]

SECONDS = 60

# What would recolour or resize the output, or send it elsewhere.
_SURPRISES = ("COLUMNS", "FORCE_COLOR", "GITHUB_ACTIONS", "NO_COLOR", "PY_COLORS", "VT_BASE_URL")


@dataclass(frozen=True)
class Outcome:
    """How a command ended and what it printed."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        """What stands on stdout, which must be one JSON document."""
        return json.loads(self.out)

    @property
    def json_lines(self) -> list[Any]:
        """What stands on stdout, which must be one JSON document on each line."""
        return [json.loads(line) for line in self.out.splitlines()]

    @property
    def error(self) -> str:
        """The only line on stderr, without the word that begins it."""
        (line,) = self.err.splitlines()
        assert line.startswith("error: ")
        return line.removeprefix("error: ")


class Command:
    """`vt-sdk` with a service and a key in its environment."""

    def __init__(self, base_url: str, key: str) -> None:
        self.key = key
        self.variables = {"VT_BASE_URL": base_url, "VT_API_KEY": key}

    def __call__(self, *arguments: str, stdin: bytes = b"", **variables: str) -> Outcome:
        """Run a command in this process; whatever it prints, the key is not among it."""
        stdout = io.BytesIO()
        stream = io.TextIOWrapper(stdout, "utf-8", write_through=True)
        code, err, _ = self._run(stream, arguments, stdin, variables)
        out = stdout.getvalue().decode()
        assert self.key not in out
        return Outcome(code, out, err)

    def into(self, stdout: TextIO | None, *arguments: str) -> Outcome:
        """Run a command in this process that prints to a stream, None for one that is closed.

        The stream is closed at the end, as by an interpreter that ends: nothing more may fail.
        """
        code, err, stream = self._run(stdout, arguments)
        stream.close()
        return Outcome(code, "", err)

    def _run(
        self,
        stdout: TextIO | None,
        arguments: Sequence[str],
        stdin: bytes = b"",
        variables: Mapping[str, str] = MappingProxyType({}),
    ) -> tuple[int, str, TextIO]:
        """Run a command; give its exit code, what is on stderr and its stream for output."""
        stderr = io.BytesIO()
        with pytest.MonkeyPatch.context() as patch:
            for name in _SURPRISES:
                patch.delenv(name, raising=False)
            for name, value in {**self.variables, **variables}.items():
                patch.setenv(name, value)
            for name, stream in (("stdin", io.BytesIO(stdin)), ("stderr", stderr)):
                patch.setattr(sys, name, io.TextIOWrapper(stream, "utf-8", write_through=True))
            patch.setattr(sys, "stdout", stdout)
            with pytest.raises(SystemExit) as ended:
                main(arguments)
            used = sys.stdout  # another one, where it was closed
            err = stderr.getvalue().decode()
        assert self.key not in err
        assert isinstance(ended.value.code, int)
        return ended.value.code, err, used

    @contextmanager
    def child(
        self, *arguments: str, code: str = "", **options: Any
    ) -> Iterator["subprocess.Popen[str]"]:
        """Start a command, or code that calls it, as a process; it is gone at the end."""
        environment = {k: v for k, v in os.environ.items() if k not in _SURPRISES}
        start = ["-c", code] if code else ["-m", "vt_sdk"]
        with subprocess.Popen(
            [sys.executable, "-W", "error", *start, *arguments],
            cwd=ROOT,
            env={**environment, **self.variables, **options.pop("env", {})},
            # A shell starts what runs in its background with interrupts ignored.
            preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),
            text=True,
            **{"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, **options},
        ) as process:
            try:
                yield process
            finally:
                process.kill()

    def run_child(self, *arguments: str, **options: Any) -> Outcome:
        """Run a command as a process to its end."""
        with self.child(*arguments, **options) as process:
            out, err = process.communicate(timeout=SECONDS)
            return Outcome(process.returncode, out or "", err or "")
