"""Files that only a running emulator needs, and what one that was killed has left of them.

Their names hold the number of the process, so that the next one knows whose are left over.
"""

import contextlib
import os
import re
import secrets
import shutil
import tempfile
from pathlib import Path
from typing import Final

__all__ = ["incoming_path", "remove_leftovers", "temporary_folder"]

_INCOMING: Final = "incoming-"
_FOLDER: Final = "vt-emulator-"
_PROCESS: Final = re.compile(rf"(?:{_INCOMING}|{_FOLDER})(\d{{1,10}})-")


def incoming_path(folder: Path) -> Path:
    """Return where a file that comes in can lie until it is known what it is."""
    return folder / f"{_INCOMING}{os.getpid()}-{secrets.token_hex(8)}"


def temporary_folder() -> "tempfile.TemporaryDirectory[str]":
    """Make a folder for an emulator that keeps nothing."""
    return tempfile.TemporaryDirectory(prefix=f"{_FOLDER}{os.getpid()}-")


def remove_leftovers(folder: Path | None) -> None:
    """Remove what killed emulators have left: files in a folder, or temporary folders if None."""
    place = Path(tempfile.gettempdir()) if folder is None else folder
    prefix = _FOLDER if folder is None else _INCOMING
    for path in place.glob(f"{prefix}*"):
        owner = _PROCESS.match(path.name)
        if owner is not None and not _is_running(int(owner[1])):
            # Another emulator may be at it too, or it may be another user's.
            with contextlib.suppress(OSError):
                shutil.rmtree(path) if folder is None else path.unlink()


def _is_running(process: int) -> bool:
    if os.name == "nt":  # where signal 0 is no question but an interrupt
        return True
    try:
        os.kill(process, 0)
    except (ProcessLookupError, OverflowError):
        return False
    except PermissionError:
        pass
    return True
