"""What the tests of several groups share: forms as they came, and that nothing was sent."""

from collections.abc import Iterator
from contextlib import contextmanager
from email.parser import BytesParser
from email.policy import HTTP

import pytest

from tests.support import Recorded, Server
from vt_sdk import InvalidInputError

__all__ = ["form_of", "refused"]


def form_of(recorded: Recorded) -> dict[str, bytes]:
    """Return the parts of a form by their names, the name of a file under `filename`."""
    head = f"Content-Type: {recorded.headers['content-type']}\r\n\r\n".encode()
    message = BytesParser(policy=HTTP).parsebytes(head + recorded.body)
    assert message.get_content_type() == "multipart/form-data"
    found: dict[str, bytes] = {}
    for part in message.iter_parts():
        name = part.get_param("name", header="content-disposition")
        content = part.get_payload(decode=True)
        assert isinstance(name, str)
        assert isinstance(content, bytes)
        assert name not in found
        found[name] = content
        if filename := part.get_filename():
            found["filename"] = filename.encode()
    return found


@contextmanager
def refused(server: Server, words: str | None = None) -> Iterator[None]:
    """Expect that the block is refused before anything is sent."""
    before = len(server.requests)
    with pytest.raises(InvalidInputError, match=words):
        yield
    assert len(server.requests) == before
