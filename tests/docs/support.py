"""What the tests of the documentation share: the pages, and the blocks that stand on them."""

import re
from pathlib import Path
from typing import NamedTuple

__all__ = ["PAGES", "ROOT", "Block", "blocks", "moved", "program"]

ROOT = Path(__file__).resolve().parents[2]
PAGES = (ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").rglob("*.md")))

_BLOCK = re.compile(r"^```(\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)


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


def moved(program: str) -> str:
    """Move a program from vtapi3: the import, no `json.loads`, `to_json` for `json.dumps`."""
    program = program.replace("from vtapi3 import ", "from vt_sdk import ")
    program = re.sub(r"^ *(\w+) = json\.loads\(\1\)\n", "", program, flags=re.MULTILINE)
    program = re.sub(r"json\.loads\((.+)\)$", r"\1", program, flags=re.MULTILINE)
    return re.sub(
        r"json\.dumps\((\w+), (?:sort_keys=False, )?indent=4\)", r"\1.to_json(indent=4)", program
    )
