"""What the tests of the emulator share: a plain HTTP client that knows nothing of the SDK."""

import base64
from typing import Any

import requests

from vt_sdk.emulator import Emulator

__all__ = ["COLLECTIONS", "COMMENT", "EICAR", "URL", "Api", "vote"]

EICAR = "275a021bbfb6489e54d471899f7db9d1663fc695ec2fe2a2c4538aabf651fd0f"
URL = base64.urlsafe_b64encode(b"http://malware.example/").decode().rstrip("=")
COLLECTIONS = {
    "file": ("/files", EICAR),
    "url": ("/urls", URL),
    "domain": ("/domains", "example.com"),
    "ip_address": ("/ip_addresses", "192.0.2.1"),
}
COMMENT = {"data": {"type": "comment", "attributes": {"text": "A #Test\n<of> a comment"}}}


def vote(verdict: str) -> dict[str, Any]:
    return {"data": {"type": "vote", "attributes": {"verdict": verdict}}}


SECONDS = 30


class Api:
    """Requests to an emulator, each with a limit of time."""

    def __init__(self, emulator: Emulator) -> None:
        self.emulator = emulator
        self._session = requests.Session()
        # Tests must not depend on a proxy of the environment they run in.
        self._session.trust_env = False

    def close(self) -> None:
        self._session.close()

    def call(
        self, method: str, path: str, *, key: str | None = "", **options: Any
    ) -> requests.Response:
        """Send a request; the key is the public one unless another, or None, is given."""
        headers = dict(options.pop("headers", {}))
        key = self.emulator.api_key if key == "" else key
        if key is not None:
            headers["x-apikey"] = key
        address = path if path.startswith("http") else f"{self.emulator.base_url}{path}"
        return self._session.request(
            method, address, headers=headers, timeout=SECONDS, allow_redirects=False, **options
        )

    def get(self, path: str, **options: Any) -> Any:
        """Get a document that is expected to be there."""
        return self.expect(200, "GET", path, **options)

    def post(self, path: str, **options: Any) -> Any:
        """Post what is expected to be accepted."""
        return self.expect(200, "POST", path, **options)

    def expect(self, status: int, method: str, path: str, **options: Any) -> Any:
        """Send a request whose answer must have a status; give its JSON document."""
        response = self.call(method, path, **options)
        assert response.status_code == status, response.text
        return response.json() if response.content else None

    def error(self, status: int, method: str, path: str, **options: Any) -> str:
        """Send a request that must be refused; give the error code."""
        error = self.expect(status, method, path, **options)["error"]
        assert set(error) == {"code", "message"}
        assert error["message"]
        return str(error["code"])
