"""The file that keeps the API key of the command.

`vt-sdk init` writes it, and other commands read it; the SDK itself never does, lest a
program send with a key that it was not given.
"""

import os
import stat
from contextlib import suppress
from pathlib import Path
from typing import Final

import typer

from vt_sdk import InvalidInputError

__all__ = ["forget", "keep", "kept", "place"]

_OF_OTHERS: Final = stat.S_IRWXG | stat.S_IRWXO


def place() -> Path:
    """Return where the file is: in the folder that the system has for what users configure."""
    return Path(typer.get_app_dir("vt-sdk")) / "api_key"


def kept() -> str | None:
    """Return the key, None if there is none.

    Raises:
        InvalidInputError: the file cannot be read, or others may read it.
    """
    path = place()
    try:
        with path.open("rb") as file:
            mode = os.fstat(file.fileno()).st_mode
            content = file.read()
    except FileNotFoundError:
        return None
    except OSError as error:
        raise InvalidInputError(f"{path}: {error.strerror}") from error
    if os.name == "posix" and mode & _OF_OTHERS:
        raise InvalidInputError(
            f"others may read the API key in {path}: chmod 600 it, or run vt-sdk init again"
        )
    return content.decode("ascii", "replace").strip() or None


def keep(key: str) -> None:
    """Write the key for this user alone, whole or not at all.

    Raises:
        OSError: it cannot be written.
    """
    path = place()
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    draft = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        descriptor = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with open(descriptor, "w", encoding="ascii") as file:
            file.write(f"{key}\n")
        draft.replace(path)
    finally:
        draft.unlink(missing_ok=True)


def forget() -> bool:
    """Remove the file and return whether there was one.

    Raises:
        OSError: it cannot be removed.
    """
    with suppress(FileNotFoundError):
        place().unlink()
        return True
    return False
