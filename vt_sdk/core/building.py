"""The lock under which models are made: their modules imported, their validators built.

Below pydantic 2.14 threads would race for the building of a model. And a fork waits for this lock:
in the child nobody would end what another thread of the parent had begun, neither the building of
a model nor the import of its module, and whoever needs it would wait for ever.
"""

import os
import threading
from typing import Final

__all__ = ["building"]

building: Final = threading.RLock()

# Windows knows no forks, and Python has no such function there.
if hasattr(os, "register_at_fork"):
    os.register_at_fork(
        before=building.acquire,
        after_in_parent=building.release,
        after_in_child=building.release,
    )
