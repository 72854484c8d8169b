"""The fuzzing of the emulator by the operations document: whether it notices what is broken."""

import re

import pytest

from tests.support import ROOT, run_python

# A server error, an answer outside the document, and the forbidden accepted.
BROKEN = """
import sys
sys.path.insert(0, sys.argv[1])
import check_contract
from vt_sdk.emulator import app

def fail(backend, call):
    raise LookupError(call.operation)

def lie(service, operation, answer):
    return app._json({"data": 1}, 200)

def check(name):
    print("exit", check_contract.main(["--operation", name, "--examples", "8", "--random-only"]))

check("get_metadata")
app.HANDLERS["get_metadata"] = fail
check("get_metadata")
del app.HANDLERS["get_metadata"]
answer, app._Service._response = app._Service._response, lie
check("get_metadata")
app._Service._response, app._Service._check_argument = answer, lambda *given: None
check("get_widget_url")
"""


@pytest.mark.slow
def test_it_notices_what_is_broken() -> None:
    said = run_python(BROKEN, str(ROOT / "scripts"))
    assert re.findall(r"^exit (\d)$", said, re.MULTILINE) == ["0", "1", "1", "1"]
    assert re.findall(r"^(\w+): \d+ ×, such as (\w+): ", said, re.MULTILINE) == [
        ("get_metadata", "not_a_server_error"),
        ("get_metadata", "response_schema_conformance"),
        ("get_widget_url", "negative_data_rejection"),
    ]
