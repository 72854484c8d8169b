"""The page of a widget: another root, and no key."""

import pytest

from tests.resources.support import refused
from tests.support import Answer, Server, error_answer
from vt_sdk import BadRequestError, InvalidResponseError, TooManyRequestsError, VirusTotal

PAGE = "<html>\N{LATIN SMALL LETTER U WITH DIAERESIS}</html>"
HTML = Answer(200, PAGE.encode(), {"Content-Type": "text/html; charset=utf-8"})


def test_the_page(server: Server) -> None:
    server.default = HTML
    client = server.client(tool="a tool")
    assert client.widget.get_html("to/ken=") == PAGE
    assert server.last.method == "GET"
    assert server.last.target == "/ui/widget/html/to%2Fken%3D"
    assert not {"x-apikey", "x-tool"} & server.last.headers.keys()
    assert client.widget.get_html(f"{server.url}/ui/widget/html/abc?x=1") == PAGE
    assert server.last.target == "/ui/widget/html/abc"


def test_no_key_is_needed(server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("VT_API_KEY", raising=False)
    server.default = HTML
    assert server.client(None).widget.get_html("abc") == PAGE


def test_the_key_follows_no_redirect_from_there(server: Server) -> None:
    server.play(Answer(302, b"", {"Location": "/api/v3/somewhere"}), HTML)
    assert server.client().widget.get_html("abc") == PAGE
    assert server.paths[-1] == "/somewhere"
    assert "x-apikey" not in server.last.headers


def test_the_root_of_the_service() -> None:
    seen: list[str] = []

    class Wire:
        def send(self, request: object, settings: object) -> object:
            seen.append(getattr(request, "url", ""))
            raise InvalidResponseError("seen")

        def close(self) -> None:
            pass

    for base_url in ("https://www.virustotal.com/api/v3", "https://gate.example/vt/"):
        client = VirusTotal("k", base_url=base_url, transport=Wire())  # type: ignore[arg-type]  # never answers
        with pytest.raises(InvalidResponseError, match="seen"):
            client.widget.get_html("abc")
    assert seen == [
        "https://www.virustotal.com/ui/widget/html/abc",
        "https://gate.example/vt/ui/widget/html/abc",
    ]


def test_errors(server: Server) -> None:
    client = server.client()
    server.play(error_answer(400, "BadRequestError"))
    with pytest.raises(BadRequestError):
        client.widget.get_html("old")
    server.default = Answer(429, b"slow down", {"Content-Type": "text/plain"})
    with pytest.raises(TooManyRequestsError, match="slow down"):
        client.widget.get_html("abc")
    server.default = Answer(200, b"\xff", {"Content-Type": "text/html"})
    with pytest.raises(InvalidResponseError):
        client.widget.get_html("abc")


@pytest.mark.parametrize("token", ["", "..", 5, "https://www.virustotal.com/gui/file/abc"])
def test_a_token_that_is_none(server: Server, token: str) -> None:
    with refused(server, "token"):
        server.client().widget.get_html(token)
