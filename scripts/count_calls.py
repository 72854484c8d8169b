"""Count the calls, and the changes of module, that one warm call of the package makes.

    python3 scripts/count_calls.py [--list] [FOLDER]

Functions of `vt_sdk` only, each time that one is entered; a generator or a coroutine that goes on
counts as entered, since that is a jump for who reads along. `FOLDER` is another checkout to count
in, such as one of an earlier commit. With `--list` the functions follow, by how often each came.
At the end come the lines of code, written by hand, that are there for event loops alone.
"""

from _environment import enter

if __name__ == "__main__":
    enter()

import ast
import asyncio
import hashlib
import os
import subprocess
import sys
import tempfile
import threading
import tokenize
from collections import Counter
from collections.abc import Awaitable, Callable, Iterator
from pathlib import Path
from typing import Any
from urllib.request import ProxyHandler, Request, build_opener

from _bench import SHA256, child
from _environment import ROOT

KEY = "k" * 64
CONTENT = b"content " * 4


class Calls:
    """Counts within a `with` block, in this thread and in those that are begun there."""

    def __init__(self, package: str) -> None:
        self._package = package
        self.begin()
        self.end()

    def begin(self) -> None:
        """Count anew from here on."""
        self._module = ""
        self.changes = 0
        self.functions: Counter[str] = Counter()
        self._is_counting = True

    def end(self) -> None:
        """Count no more."""
        self._is_counting = False

    def enter(self, frame: Any, event: str, _: object) -> None:
        """Take note of a call, as a profile function."""
        path = frame.f_code.co_filename
        if event != "call" or not self._is_counting or not path.startswith(self._package):
            return
        module = path.removeprefix(self._package)
        self.functions[f"{module}:{frame.f_code.co_qualname}"] += 1
        self.changes += self._module not in ("", module)  # the first is where it begins
        self._module = module

    def __enter__(self) -> "Calls":
        self.begin()
        threading.setprofile(self.enter)
        sys.setprofile(self.enter)
        return self

    def __exit__(self, *_: object) -> None:
        sys.setprofile(None)
        threading.setprofile(None)
        self.end()


def _package() -> str:
    import vt_sdk

    return f"{Path(str(vt_sdk.__file__)).parent}{os.sep}"


def _show(what: str, calls: Calls, is_listing: bool) -> None:
    total = sum(calls.functions.values())
    print(f"{what:40} {total:5} calls {calls.changes:5} changes of module", flush=True)
    if is_listing:
        for name, number in calls.functions.most_common():
            print(f"    {number:4} {name}")


def _counted(what: str, work: Callable[[], object], is_listing: bool) -> None:
    work()
    with Calls(_package()) as calls:
        work()
    _show(what, calls, is_listing)


async def _counted_on_a_loop(
    what: str, work: Callable[[], Awaitable[object]], is_listing: bool
) -> None:
    await work()
    with Calls(_package()) as calls:
        await work()
    _show(what, calls, is_listing)


def _sync(url: str, is_listing: bool) -> None:
    from vt_sdk import VirusTotal

    files = VirusTotal(KEY, base_url=f"{url}/api/v3").files
    _counted("get_report", lambda: files.get_report(SHA256), is_listing)
    _counted("a page", lambda: files.get_comments(SHA256), is_listing)
    with tempfile.NamedTemporaryFile() as stream:
        stream.write(CONTENT)
        stream.flush()
        _counted("an upload", lambda: files.upload(stream.name), is_listing)


async def _async(url: str, is_listing: bool) -> None:
    try:
        from vt_sdk import AsyncVirusTotal
    except ImportError:
        return  # an earlier commit
    files = AsyncVirusTotal(KEY, base_url=f"{url}/api/v3").files
    await _counted_on_a_loop("get_report, async", lambda: files.get_report(SHA256), is_listing)
    await _counted_on_a_loop("a page, async", lambda: files.get_comments(SHA256), is_listing)
    with tempfile.NamedTemporaryFile() as stream:
        stream.write(CONTENT)
        stream.flush()
        await _counted_on_a_loop("an upload, async", lambda: files.upload(stream.name), is_listing)


def _emulator(is_listing: bool) -> None:
    """Count in the threads of the emulator, while another program asks it."""
    from vt_sdk import VirusTotal
    from vt_sdk.emulator import Emulator

    calls = Calls(_package())
    threading.setprofile(calls.enter)
    with Emulator(analysis_seconds=0) as emulator:
        threading.setprofile(None)
        vt = VirusTotal(emulator.api_key, base_url=emulator.base_url)
        vt.files.upload(CONTENT)
        vt.close()
        sha256 = hashlib.sha256(CONTENT).hexdigest()
        asked = Request(
            f"{emulator.base_url}/files/{sha256}", headers={"x-apikey": emulator.api_key}
        )
        for _ in range(2):
            calls.begin()
            with build_opener(ProxyHandler({})).open(asked, timeout=10) as answer:
                answer.read()
            calls.end()
    _show("GET /files/{id} of the emulator", calls, is_listing)


def _lines_of_code(path: Path) -> int:
    """Return how many lines hold code: neither blank, nor comments, nor documentation."""
    tree = ast.parse(path.read_text("utf-8"))
    texts = {
        line
        for node in ast.walk(tree)
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
        for line in range(node.lineno, (node.end_lineno or node.lineno) + 1)
    }
    with tokenize.open(path) as stream:
        kept = {
            line
            for token in tokenize.generate_tokens(stream.readline)
            if token.type not in _NO_CODE
            for line in range(token.start[0], token.end[0] + 1)
        }
    return len(kept - texts)


_NO_CODE = (
    *(tokenize.COMMENT, tokenize.NL, tokenize.NEWLINE),
    *(tokenize.INDENT, tokenize.DEDENT, tokenize.ENDMARKER),
)


def _for_loops_alone(package: Path) -> Iterator[Path]:
    """Yield the modules written by hand that synchronous programs never import."""
    yield package / "drivers" / "aio.py"
    yield package / "transports" / "aiohttp_transport.py"
    for folder in ("bulk", "core", "transports"):
        yield from sorted((package / folder).glob("async_*.py"))


def _show_lines() -> None:
    counts = {path: _lines_of_code(path) for path in _for_loops_alone(Path(_package()))}
    physical = sum(len(path.read_text("utf-8").splitlines()) for path in counts)
    print(f"for event loops alone: {sum(counts.values()):,} lines of code, {physical:,} in all")
    for path, number in counts.items():
        print(f"    {number:4} {path.parent.name}/{path.name}")


def main(arguments: list[str]) -> int:
    is_listing = "--list" in arguments
    folders = [argument for argument in arguments if not argument.startswith("-")]
    if folders and not os.environ.get("PYTHONPATH"):
        # The package is found there first; this process has none of it loaded.
        environment = {**os.environ, "PYTHONPATH": str(Path(folders[0]).resolve())}
        command = [sys.executable, __file__, *arguments]
        return subprocess.run(command, env=environment, cwd=ROOT).returncode
    with tempfile.NamedTemporaryFile() as content:
        content.write(CONTENT)
        content.flush()
        with child("_bench_server.py", content.name) as server:
            url = f"http://127.0.0.1:{server.line()}"
            _sync(url, is_listing)
            asyncio.run(_async(url, is_listing))
    _emulator(is_listing)
    if not folders:
        _show_lines()
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
