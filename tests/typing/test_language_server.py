"""Editors complete what callers type: the language server of many of them, pyright's."""

import json
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any, get_args

import pytest

from tests.typing.test_completion import CLIENT, PROJECT
from vt_sdk import models


class LanguageServer:
    """A language server, spoken to over its standard input and output."""

    def __init__(self, folder: Path) -> None:
        start = "from basedpyright.langserver import main; main()"
        self._process = subprocess.Popen(
            [sys.executable, "-c", start, "--stdio"], stdin=subprocess.PIPE, stdout=subprocess.PIPE
        )
        self._count = 0
        self._place = folder / "program.py"
        root = {"uri": folder.as_uri(), "name": "programs"}
        self._call("initialize", processId=None, capabilities={}, workspaceFolders=[root])
        self._send(method="initialized", params={})

    def close(self) -> None:
        self._call("shutdown")
        self._send(method="exit")
        assert self._process.stdin is not None
        self._process.stdin.close()
        self._process.wait(60)
        assert self._process.stdout is not None
        self._process.stdout.close()

    def complete(self, program: str) -> list[list[str]]:
        """Return what is offered at each mark `|` of a program."""
        document = {"uri": self._place.as_uri(), "languageId": "python", "version": 1}
        text = {"text": program.replace("|", "")}
        self._send(method="textDocument/didOpen", params={"textDocument": document | text})
        offered = []
        for mark in re.finditer(r"\|", program):
            lines = program[: mark.start()].replace("|", "").split("\n")
            position = {"line": len(lines) - 1, "character": len(lines[-1])}
            found = self._call("textDocument/completion", textDocument=document, position=position)
            offered.append([item["label"] for item in found["items"]])
        return offered

    def _call(self, method: str, **params: Any) -> Any:
        self._count += 1
        self._send(id=self._count, method=method, params=params)
        while True:
            message = self._receive()
            if "method" not in message:
                if message["id"] == self._count:
                    return message["result"]
            elif "id" in message:  # it asks for settings, of which it gets none
                items = message.get("params", {}).get("items", ())
                self._send(id=message["id"], result=[{} for _ in items] or None)

    def _send(self, **message: Any) -> None:
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        assert self._process.stdin is not None
        self._process.stdin.write(b"Content-Length: %d\r\n\r\n%s" % (len(body), body))
        self._process.stdin.flush()

    def _receive(self) -> Any:
        stream = self._process.stdout
        assert stream is not None
        length = 0
        while (line := stream.readline()) != b"\r\n":
            assert line, "the server has ended"
            if line.startswith(b"Content-Length"):
                length = int(line.split(b":")[1])
        return json.loads(stream.read(length))


@pytest.fixture
def server(tmp_path: Path) -> Iterator[LanguageServer]:
    """Run a language server over a folder whose programs see this package."""
    settings = {"extraPaths": [str(PROJECT.path)], "venvPath": str(Path(sys.prefix).parent)}
    settings["venv"] = Path(sys.prefix).name
    (tmp_path / "pyrightconfig.json").write_text(json.dumps(settings))
    found = LanguageServer(tmp_path)
    yield found
    found.close()


@pytest.mark.slow
def test_each_relationship_is_offered_once(server: LanguageServer) -> None:
    expected = sorted(f'"{name}"' for name in get_args(models.FileRelationship))
    # In one program, which is looked through once.
    calls = (
        "vt.files.get_relationship('x', \"|\")",
        "vt.files.get_relationship_descriptors('x', \"|\")",
        "vt.files.get_report('x', relationships=[\"|\"])",
        "vt.files.get_reports(['x'], relationships=[\"|\"])",
    )
    offered = server.complete(CLIENT + "\n".join(calls))
    assert dict(zip(calls, map(sorted, offered), strict=True)) == dict.fromkeys(calls, expected)
