"""The lock under which models are made: their modules imported, their validators built.

Below pydantic 2.14 threads would race for the building of a model. And a fork waits for this lock:
in the child nobody would end what another thread of the parent had begun, neither the building of
a model nor the import of its module, and whoever needs it would wait for ever.
"""

import os
import threading
from typing import Final

__all__ = ["build_lock"]

build_lock: Final = threading.RLock()

# Windows knows no forks, and Python has no such function there.
if hasattr(os, "register_at_fork"):
    os.register_at_fork(
        before=build_lock.acquire,
        after_in_parent=build_lock.release,
        after_in_child=build_lock.release,
    )
