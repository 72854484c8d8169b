"""What the tests of the documentation share."""

import re
from pathlib import Path

__all__ = ["ROOT", "moved"]

ROOT = Path(__file__).resolve().parents[2]


def moved(program: str) -> str:
    """Move a program from vtapi3: the import, no `json.loads`, `to_json` for `json.dumps`."""
    program = program.replace("from vtapi3 import ", "from vt_sdk import ")
    program = re.sub(r"^ *(\w+) = json\.loads\(\1\)\n", "", program, flags=re.MULTILINE)
    program = re.sub(r"json\.loads\((.+)\)$", r"\1", program, flags=re.MULTILINE)
    return re.sub(
        r"json\.dumps\((\w+), (?:sort_keys=False, )?indent=4\)", r"\1.to_json(indent=4)", program
    )
