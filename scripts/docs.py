"""Build the documentation site: the guides of `docs/`, and a reference made of the source.

    python3 scripts/docs.py              build it into `.docs/site`
    python3 scripts/docs.py --serve      and read it at http://127.0.0.1:8000
    python3 scripts/docs.py --check      and fail on any warning, dead link or name without a place
    python3 scripts/docs.py --screens    and look at it in Chromium, in three widths and dark: fail
                                         on what is cut, broken or without style, keep the pictures
    python3 scripts/docs.py --outputs    run the programs of the pages and the examples, and write
                                         down what they print now where it is something else

The reference is made of docstrings and of `schemas/`: nothing of it is committed. What programs
print is, and tests compare it.
"""

from _environment import enter

if __name__ == "__main__":
    enter()

import argparse
import os
import re
import shutil
import subprocess
import sys
import zlib
from itertools import groupby
from pathlib import Path
from typing import Any

import yaml
from _docs_reference import Page, pages, public_objects
from _docs_screens import browser, look
from _environment import ROOT

SOURCE = ROOT / "docs"
BUILT = ROOT / ".docs"


def assemble() -> Path:
    """Put together what the site is built of; return its configuration."""
    target = BUILT / "pages"
    shutil.rmtree(BUILT, ignore_errors=True)
    shutil.copytree(SOURCE, target, ignore=shutil.ignore_patterns("mkdocs.yml", "__pycache__"))
    changes = (ROOT / "CHANGELOG.md").read_text("utf-8")
    changes = changes.replace("(vt_sdk/operations/README.md)", "(reference/operations.md)")
    (target / "changelog.md").write_text(changes, "utf-8")
    (target / "examples.md").write_text(_examples(), "utf-8")
    reference = pages()
    for page in reference:
        path = target / page.path
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(page.text, "utf-8")
    configuration: dict[str, Any] = yaml.safe_load((SOURCE / "mkdocs.yml").read_text("utf-8"))
    configuration |= {"docs_dir": "pages", "site_dir": "site"}
    configuration["nav"] = [
        *configuration["nav"],
        {"Examples": "examples.md"},
        {"Reference": _navigation(reference)},
        {"Changelog": "changelog.md"},
    ]
    path = BUILT / "mkdocs.yml"
    path.write_text(yaml.safe_dump(configuration, sort_keys=False), "utf-8")
    return path


def _examples() -> str:
    """Put the whole programs, which say themselves what they are for, on one page."""
    text = "# Examples\n\nWhole programs, to take and change, and what they show of the emulator.\n"
    for path in sorted((SOURCE / "examples").glob("*.py")):
        source = path.read_text("utf-8").rstrip()
        shown = path.with_suffix(".txt").read_text("utf-8").rstrip()
        text += f"\n## {path.name}\n\n```python\n{source}\n```\n\n```text\n{shown}\n```\n"
        for picture in re.findall(r'"(\w+\.svg)"', source):
            text += f"\n![{picture}](examples/{picture})\n"
    return text


def _navigation(reference: list[Page]) -> list[Any]:
    found: list[Any] = []
    for section, inner in groupby(reference, lambda page: page.section):
        entries = [{page.title: page.path} for page in inner]
        found += [{section: entries}] if section else entries
    return found


def _mkdocs(*arguments: str) -> int:
    # The announcement of another product is no warning about this site.
    environment = os.environ | {"NO_MKDOCS_2_WARNING": "1"}
    command = [sys.executable, "-m", "mkdocs", *arguments]
    return subprocess.run(command, cwd=BUILT, env=environment, check=False).returncode


def without_place() -> list[str]:
    """Return the public names that stand nowhere on the built site."""
    packed = (BUILT / "site" / "objects.inv").read_bytes().split(b"\n", 4)[4]
    known = {line.split(" ", 1)[0] for line in zlib.decompress(packed).decode().splitlines()}
    return [name for name, home in sorted(public_objects().items()) if not known & {name, home}]


def main() -> int:
    parser = argparse.ArgumentParser(description="Build the documentation site.")
    parser.add_argument("--serve", action="store_true", help="show it, and what is changed")
    parser.add_argument("--check", action="store_true", help="fail on whatever is wrong with it")
    parser.add_argument("--screens", action="store_true", help="look at it in a browser")
    parser.add_argument("--outputs", action="store_true", help="write down what programs print")
    options = parser.parse_args()
    if options.outputs:
        tests = [sys.executable, "-m", "pytest", "-q", "tests/docs"]
        environment = os.environ | {"VT_SDK_DOCS_OUTPUTS": "write"}
        return subprocess.run(tests, cwd=ROOT, env=environment, check=False).returncode
    executable = browser()
    if options.screens and executable is None:
        sys.exit("no Chromium is here, so nobody has looked at the pages; CHROME=PATH names one")
    assemble()
    if options.serve:
        return _mkdocs("serve")
    code = _mkdocs("build", "--quiet", *(["--strict"] if options.check else []))
    if code == 0 and options.check and (missing := without_place()):
        print("without a place on the site:", *missing, sep="\n  ", file=sys.stderr)
        return 1
    if code == 0 and options.screens and executable is not None:
        pictures = BUILT / "screens"
        faults = look(BUILT / "site", pictures, executable)
        print(*faults, f"{len(faults)} faults; the pictures are in {pictures}", sep="\n")
        return 1 if faults else 0
    return code


if __name__ == "__main__":
    sys.exit(main())
