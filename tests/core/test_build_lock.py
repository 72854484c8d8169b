"""Models are made on first use: in several threads, and in children that are forked meanwhile."""

import os

import pytest

from tests.support import run_python

# Parses only, so nothing but the models themselves can take care of the fork.
FORKING = """
import os, pathlib, signal, sys, threading, time, warnings
from vt_sdk import parse

warnings.simplefilter("ignore", DeprecationWarning)
sys.setswitchinterval(1e-5)
samples = sorted(pathlib.Path(sys.argv[1]).rglob("*.json"))
documents = [path.read_bytes() for path in samples if path.parent.name in sys.argv[2:]]

def work():
    for document in documents:
        parse(document)

threads = [threading.Thread(target=work) for _ in range(2)]
for thread in threads:
    thread.start()
children = set()
for _ in range(6):
    if (child := os.fork()) == 0:
        try:
            work()
        except BaseException:
            os._exit(1)
        os._exit(0)
    children.add(child)
    time.sleep(0.02)
for thread in threads:
    thread.join()
deadline = time.monotonic() + 40
while children and time.monotonic() < deadline:
    for child in tuple(children):
        ended, status = os.waitpid(child, os.WNOHANG)
        if ended:
            children.discard(child)
            assert status == 0, status
    time.sleep(0.02)
for child in children:
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
print(len(documents) > 5, "hanging:", len(children))
"""


@pytest.mark.slow
@pytest.mark.skipif(not hasattr(os, "fork"), reason="the system knows no forks")
def test_children_of_a_program_that_parses_in_threads_do_not_hang() -> None:
    kinds = ("file", "url", "domain", "comment", "collection", "file_behaviour")
    assert run_python(FORKING, "schemas/samples", *kinds) == "True hanging: 0\n"
