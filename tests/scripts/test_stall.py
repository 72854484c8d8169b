"""The watchdog of the loop: whether it notices what it is there to notice."""

import pytest

from tests.scripts.support import ROOT
from tests.support import run_python

WATCHED = """
import asyncio, sys, time
sys.path.insert(0, sys.argv[1])
from _bench_stall import watched
async def main():
    async with watched() as dog:
        time.sleep(0.1)
    print(dog.longest >= 0.09)
    async with watched() as dog:
        await asyncio.to_thread(time.sleep, 0.1)
        seen = dog.turns
    print(seen >= 1)
asyncio.run(main())
"""


@pytest.mark.slow
def test_what_holds_the_loop_is_noticed() -> None:
    assert run_python(WATCHED, str(ROOT / "scripts")).split() == ["True", "True"]
