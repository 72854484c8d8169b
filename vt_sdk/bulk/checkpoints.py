"""The place where a program goes on, kept in a file such that no crash loses it."""

import errno
import json
import os
import stat
from contextlib import suppress

from vt_sdk._stores import store_path
from vt_sdk.errors import StoreError

__all__ = ["Checkpoint"]

# Far more than any cursor has.
_MAX_BYTES = 1 << 20


class Checkpoint:
    """The place where a program goes on, in a file.

    It is written beside the old one, brought to the disk and put in its place. So whenever the
    program or the machine ends, the file holds one of the two, whole. One program keeps one file.

        place = Checkpoint("comments.json", "comments of example.com")
        comments = vt.domains.get_comments("example.com", cursor=place.read()).iter_all()
        for comment in comments:
            work_on(comment)
            if comments.cursor:  # none at the end
                place.write(comments.cursor)

    Args:
        path: the file, made when the first place is written; a link is followed.
        of: what it is a place in, in any words. A file that holds a place in something else is
            refused.

    Raises:
        InvalidInputError: no file has this path.
    """

    def __init__(self, path: str | os.PathLike[str], of: str) -> None:
        self._path = os.path.realpath(store_path("checkpoint", path))
        self._of = of

    def __repr__(self) -> str:
        return f"<Checkpoint {self._path} of {self._of}>"

    def read(self) -> str | None:
        """Return the place that was written last, None where there is no file.

        Raises:
            StoreError: the file cannot be read, or is something else; the message names it.
        """
        try:
            if (info := self._found()) is None:
                return None
            with open(self._path, "rb") as file:
                content = file.read(_MAX_BYTES)
        except OSError as error:
            raise self._error(str(error.strerror), error.errno) from error
        try:
            kept = json.loads(content)
            of, place = kept["of"], kept["place"]
        except (ValueError, TypeError, LookupError, RecursionError):
            of = place = None
        if not isinstance(of, str) or not isinstance(place, str):
            raise self._error(f"no checkpoint, but {info.st_size} bytes of something else")
        if of != self._of:
            raise self._error(f"of something else: {of!r:.100}")
        return place

    def write(self, place: str) -> None:
        """Keep a place; when this returns, it is on the disk.

        Raises:
            StoreError: the file cannot be written; the old place stays.
        """
        content = json.dumps({"of": self._of, "place": place}) + "\n"
        folder, name = os.path.split(self._path)
        beside = os.path.join(folder, f".{name}.new")
        try:
            info = self._found()
            with open(beside, "w", encoding="ascii") as file:
                if info is not None:
                    os.chmod(beside, stat.S_IMODE(info.st_mode))
                file.write(content)
                file.flush()
                os.fsync(file.fileno())
            os.replace(beside, self._path)
        except OSError as error:
            with suppress(OSError):
                os.unlink(beside)
            raise self._error(str(error.strerror), error.errno) from error
        # The name is on the disk with its folder; not every system has folders to open.
        with suppress(OSError):
            opened = os.open(folder, os.O_RDONLY)
            try:
                os.fsync(opened)
            finally:
                os.close(opened)

    def _found(self) -> os.stat_result | None:
        """Return what is known of the file, None where there is none; it is to be a plain one."""
        try:
            info = os.stat(self._path)
        except FileNotFoundError:
            return None
        if not stat.S_ISREG(info.st_mode):
            raise self._error("not a file")
        return info

    def _error(self, problem: str, code: int | None = errno.EINVAL) -> StoreError:
        return StoreError(f"checkpoint {self._path}: {problem}", code)
