"""The table of how things are known: it counts what the schemas say."""

import re

import pytest

from tests.scripts.support import run, run_here


@pytest.mark.parametrize("kind", ["documented", "observed", "assumed"])
def test_the_list_has_what_the_tables_count(kind: str) -> None:
    done = run_here("evidence.py", "--list", kind)
    assert done.returncode == 0, done.stderr
    column = ("documented", "observed", "assumed").index(kind)
    rows = re.findall(r"^(\S+) +(\d+) +(\d+) +(\d+)$", done.stdout, re.MULTILINE)
    counts = {part: int(numbers[column]) for part, *numbers in rows if part != "total"}
    totals = [int(numbers[column]) for part, *numbers in rows if part == "total"]
    listed = re.findall(r"^\w+: (.+?): (.+)$", done.stdout, re.MULTILINE)
    assert sum(counts.values()) == sum(totals) == len(listed) > 100
    assert counts["files"] + counts["File"] > 0 or kind == "assumed"


@pytest.mark.slow
def test_what_is_not_documented_is_listed_with_its_source_or_reason() -> None:
    observed = run("evidence.py", "--list", "observed").stdout
    assert "File: FileAttributes.javascript_info" not in observed
    assert "users: get_current_user: splunk-soar-connectors/googlethreatintelligence" in observed
    assert "collections: get_ioc_delta_package.ioc_type: OpenCTI-Platform/connectors" in observed
    assert re.search(r"^User: User\.monitor_quota_group: VirusTotal/vt-cli$", observed, re.M)
    assumed = run_here("evidence.py", "--list", "assumed").stdout
    # What marks the operation includes its arguments.
    assert re.search(r"^references: delete_reference\.reference_id: another client", assumed, re.M)
