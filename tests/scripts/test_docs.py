"""Who asks for a look at the site is told where nobody can look."""

from pathlib import Path

import pytest

from tests.scripts.support import run


@pytest.mark.slow
def test_screens_without_a_browser_are_no_success(tmp_path: Path) -> None:
    done = run("docs.py", "--screens", PATH=str(tmp_path), CHROME="")
    assert done.returncode == 1
    assert done.stderr.startswith("no Chromium is here, so nobody has looked at the pages")
