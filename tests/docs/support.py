"""What the tests of the documentation share: the pages, their blocks, and what these print."""

import logging
import os
import re
from collections.abc import Iterator
from contextlib import contextmanager, redirect_stderr, redirect_stdout
from io import StringIO
from pathlib import Path
from typing import NamedTuple

__all__ = [
    *("PAGES", "PROGRAM", "ROOT", "Block"),
    *("blocks", "moved", "printing", "program", "shortened", "stands"),
]

ROOT = Path(__file__).resolve().parents[2]
PAGES = (ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").rglob("*.md")))

# A block of Python, and what it prints, which stands below it.
PROGRAM = re.compile(
    r"^```python\n(.*?)^```$(?:\n\n^```text\n(.*?)^```$)?", re.MULTILINE | re.DOTALL
)

_BLOCK = re.compile(r"^```(\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
# What is another one each time: seconds that were measured, ports, the day and the id of a job.
_VARYING = re.compile(
    r"\d+\.\d+(?= s\b)|(?<=127\.0\.0\.1:)\d+|20\d\d-\d\d-\d\d([T ]\d\d:\d\d(:\d\d)?)?|(?<=^job ).+",
    re.MULTILINE,
)
_MOST_LINES = 40


class Block(NamedTuple):
    """A fenced block: its page and language, the line of its first line of text, and the text."""

    page: Path
    language: str
    line: int
    text: str


def blocks(*languages: str, page: Path | None = None) -> list[Block]:
    """Return the blocks of a page, or of all pages, in some languages."""
    found = []
    for path in PAGES if page is None else (page,):
        text = path.read_text("utf-8")
        several = [
            Block(path, match[1], text.count("\n", 0, match.start(2)), match[2])
            for match in _BLOCK.finditer(text)
        ]
        assert text.count("```") == 2 * len(several), path
        found += [block for block in several if block.language in languages]
    return found


def program(page: Path) -> str:
    """Return the blocks of Python of a page, each on the lines where it stands."""
    text = ""
    for block in blocks("python", page=page):
        text += "\n" * (block.line - text.count("\n")) + block.text
    return text


@contextmanager
def printing() -> Iterator[StringIO]:
    """Take what is printed to both streams, in its order, and logged, as by a program alone."""
    loggers, shown = (logging.root, logging.getLogger("vt_sdk")), StringIO()
    before = [(logger.handlers, logger.level) for logger in loggers]
    logging.root.handlers = []
    try:
        with redirect_stdout(shown), redirect_stderr(shown):
            yield shown
    finally:
        for logger, (handlers, level) in zip(loggers, before, strict=True):
            logger.handlers = handlers
            logger.setLevel(level)


def shortened(text: str) -> str:
    """Cut what is too long to read, and say so."""
    lines = text.splitlines(keepends=True)
    if len(lines) <= _MOST_LINES:
        return text
    kept = lines[: _MOST_LINES - 1]
    return f"{''.join(kept)}… and {len(lines) - len(kept):,} lines more\n"


def stands(path: Path, text: str) -> None:
    """Assert that a file says a text, but for what varies; write it, where that is asked for.

    `scripts/docs.py --outputs` asks for it.
    """
    kept = path.read_text("utf-8") if path.exists() else ""
    before, now = (_VARYING.sub("…", each) for each in (kept, text))
    if before != now and os.environ.get("VT_SDK_DOCS_OUTPUTS"):
        path.write_text(text, "utf-8")
    else:
        assert before == now


def moved(program: str) -> str:
    """Move a program from vtapi3: the import, no `json.loads`, `to_json` for `json.dumps`."""
    program = program.replace("from vtapi3 import ", "from vt_sdk import ")
    program = re.sub(r"^ *(\w+) = json\.loads\(\1\)\n", "", program, flags=re.MULTILINE)
    program = re.sub(r"json\.loads\((.+)\)$", r"\1", program, flags=re.MULTILINE)
    return re.sub(
        r"json\.dumps\((\w+), (?:sort_keys=False, )?indent=4\)", r"\1.to_json(indent=4)", program
    )
