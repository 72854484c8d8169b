"""Rendering of `scripts/templates`, one for each kind of generated file."""

import textwrap
from typing import Any

import jinja2
from _environment import ROOT

__all__ = ["filled", "render"]

# Wide enough for the docstrings of methods within the line length of the project.
_WIDTH = 88


def filled(text: str, first: str = "", later: str = "") -> str:
    """Return a text in lines that are short enough for a docstring."""
    words = " ".join(text.split())
    return textwrap.fill(words, _WIDTH, initial_indent=first, subsequent_indent=later)


def _entry(text: str, name: str = "") -> str:
    """Return an entry of a section of a docstring."""
    label = f"{name}: " if name else ""
    return filled(label + text, "    ", "        " if name else "    ")


def _summary_first(text: str) -> str:
    """Return a text as a docstring has it: its first sentence, then all else."""
    summary, _, more = " ".join(text.split()).partition(". ")
    return f"{summary}.\n\n{filled(more)}\n" if more else summary


def _duration(seconds: float) -> str:
    """Return whole seconds in the largest unit of which they are a whole number."""
    lengths = {"hour": 3600, "minute": 60, "second": 1}
    unit = next(name for name, length in lengths.items() if seconds % length == 0)
    count = seconds // lengths[unit]
    return f"{count:g} {unit}" if count == 1 else f"{count:g} {unit}s"


_ENVIRONMENT = jinja2.Environment(
    loader=jinja2.FileSystemLoader(ROOT / "scripts" / "templates"),
    undefined=jinja2.StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
    keep_trailing_newline=True,
    autoescape=False,  # Python, not HTML
)
_ENVIRONMENT.filters |= {
    "docstring": _summary_first,
    "duration": _duration,
    "entry": _entry,
    "filled": filled,
    "repr": repr,
}


def render(template: str, **values: Any) -> str:
    """Return what a template makes of some values."""
    return _ENVIRONMENT.get_template(f"{template}.jinja").render(values)
