"""Text of others, made safe to print.

File names, comments and verdicts are written by strangers, attackers among them. Shown as it is,
such a text could move the cursor, recolour the screen or reverse the order of what is read.
"""

import shutil
import unicodedata
from typing import Final

__all__ = ["clean", "clean_lines", "terminal_width"]

# Controls, formats, lone surrogates, and the separators that some terminals take for line ends.
_UNSAFE: Final = frozenset({"Cc", "Cf", "Cs", "Zl", "Zp"})

# Formats without which Persian and many emoji cannot be written; they join, and do nothing else.
_JOINERS: Final = "\u200c\u200d"

_NARROWEST: Final = 20
_WIDEST: Final = 1_000


def _safe(char: str) -> str:
    if char in _JOINERS or unicodedata.category(char) not in _UNSAFE:
        return char
    return char.encode("unicode_escape").decode("ascii")


def clean(value: object) -> str:
    r"""Return a text on one line, with escapes such as `\x1b` in place of what is not safe."""
    return "".join(map(_safe, str(value)))


def clean_lines(value: str) -> list[str]:
    """Return the lines of a text, each of them safe."""
    lines = value.replace("\r\n", "\n").split("\n")
    return [clean(line.replace("\t", "    ")) for line in lines]


def terminal_width() -> int:
    """Return how many columns the terminal has, within reason: COLUMNS may say anything."""
    return min(max(shutil.get_terminal_size().columns, _NARROWEST), _WIDEST)
