"""The server around the application: start, stop, restart on a file, signals, the plug-in."""

import os
import signal
import socket
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from vt_sdk.emulator import Emulator, serve
from vt_sdk.emulator.server import _Server

from .support import COMMENT, EICAR, Api, vote

ROOT = Path(__file__).parents[2]


def test_restart_on_the_same_file_keeps_everything(tmp_path: Path) -> None:
    database = tmp_path / "service.db"
    with Emulator(database) as emulator:
        api = Api(emulator)
        made = api.post("/files", files={"file": ("a.txt", b"kept")})["data"]["id"]
        sha256 = api.get(f"/analyses/{made}")["meta"]["file_info"]["sha256"]
        api.post(f"/files/{EICAR}/comments", json=COMMENT)
        api.post(f"/files/{EICAR}/votes", json=vote("malicious"))
        key = emulator.add_key(user="kept")
        listed = api.get("/comments")["data"]
        report = api.get(f"/files/{sha256}")["data"]["attributes"]
        cursor = api.get(f"/files/{EICAR}/comments")["meta"]["cursor"]
        api.close()
    with Emulator(database) as emulator:
        api = Api(emulator)
        again = api.get("/comments", key=key)["data"]
        assert [item["id"] for item in again] == [item["id"] for item in listed]
        assert api.get(f"/files/{sha256}")["data"]["attributes"] == report
        assert api.error(409, "POST", f"/files/{EICAR}/votes", json=vote("malicious"))
        api.get(f"/files/{EICAR}/comments", params={"cursor": cursor})
        signed = api.get(f"/files/{sha256}/download_url", key=emulator.premium_key)["data"]
        assert api.call("GET", signed, key=None).content == b"kept"
        api.close()


def test_database_of_another_version_is_refused(tmp_path: Path) -> None:
    database = tmp_path / "service.db"
    with Emulator(database) as emulator:
        emulator._running.store.run("PRAGMA user_version = 99")
    with pytest.raises(ValueError, match="another version"), Emulator(database):
        pass


def test_emulator_can_be_started_again_and_stopped_twice() -> None:
    emulator = Emulator()
    assert repr(emulator) == "<Emulator stopped>"
    for _ in range(2):
        emulator.start()
        with pytest.raises(RuntimeError, match="already"):
            emulator.start()
        assert repr(emulator) == f"<Emulator {emulator.url}>"
        emulator.stop()
        emulator.stop()
    with pytest.raises(RuntimeError, match="not been started"):
        _ = emulator.base_url
    with pytest.raises(RuntimeError, match="not been started"):
        emulator.reset()


def test_port_in_use_is_said_so(vt_emulator: Emulator) -> None:
    port = int(vt_emulator.url.rpartition(":")[2])
    with pytest.raises(OSError, match="in use"), Emulator(port=port):
        pass


def test_calls_are_recorded(api: Api) -> None:
    api.get("/domains/example.com?relationships=votes")
    api.call("GET", "/domains/none", key=None)
    first, second = api.emulator.calls
    assert first == ("GET", "/api/v3/domains/example.com", "relationships=votes", 200, True)
    assert second == ("GET", "/api/v3/domains/none", "", 401, False)


def test_reset_forgets(api: Api) -> None:
    api.post("/files", files={"file": ("a", b"gone")})
    api.post("/domains/example.com/comments", json=COMMENT)
    count = len(api.get("/comments?limit=40")["data"])
    api.emulator.analysis_polls = 9
    api.emulator.fail_next(503)
    api.emulator.reset()
    assert api.emulator.analysis_polls == 0
    assert api.emulator.analysis_seconds == 0
    assert len(api.get("/comments?limit=40")["data"]) == count - 1


def test_many_threads_at_once(api: Api) -> None:
    failures: list[str] = []

    def work(number: int) -> None:
        mine = Api(api.emulator)
        for step in range(5):
            response = mine.call("POST", f"/domains/t{number}.example/comments", json=COMMENT)
            if response.status_code != 200:
                failures.append(f"{number}.{step}: {response.text}")
        mine.close()

    threads = [threading.Thread(target=work, args=(number,)) for number in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(30)
    assert not failures
    assert len(api.get("/domains/t3.example/comments")["data"]) == 5


def test_serve_runs_until_a_signal(tmp_path: Path) -> None:
    before = signal.getsignal(signal.SIGTERM)
    seen: list[str] = []

    def ready(emulator: Emulator) -> None:
        api = Api(emulator)
        api.get("/domains/example.com")
        api.close()
        seen.append(emulator.url)
        os.kill(os.getpid(), signal.SIGTERM)

    serve(port=0, database=tmp_path / "service.db", on_ready=ready)
    assert seen
    assert signal.getsignal(signal.SIGTERM) is before


def test_serve_needs_nobody_to_watch_it() -> None:
    signals = threading.Timer(1.2, os.kill, (os.getpid(), signal.SIGINT))
    signals.start()
    serve(port=0)
    signals.join()


def test_server_that_does_not_come_up_is_said_so(monkeypatch: pytest.MonkeyPatch) -> None:
    async def give_up(self: object, sockets: object) -> None:
        pass

    monkeypatch.setattr(_Server, "serve", give_up)
    emulator = Emulator()
    with pytest.raises(RuntimeError, match="could not be started"):
        emulator.start()
    emulator.stop()


def test_address_of_the_sixth_version_is_bracketed() -> None:
    try:
        socket.create_server(("::1", 0), family=socket.AF_INET6).close()
    except OSError:  # a machine without IPv6 says so at once
        with pytest.raises(OSError, match=r"(?i)address"):
            Emulator(host="::1").start()
        return
    with Emulator(host="::1") as emulator:
        api = Api(emulator)
        assert emulator.url.startswith("http://[::1]:")
        api.get("/domains/example.com")
        api.close()


@pytest.mark.slow
def test_plugin_and_package_load_nothing_before_they_are_used() -> None:
    program = (
        "import sys, vt_sdk.emulator, vt_sdk.emulator.pytest_plugin\n"
        "heavy = {'starlette', 'uvicorn', 'pydantic', 'jsonschema_rs', 'requests'}\n"
        "print(sorted(heavy & set(sys.modules)))\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", program],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
    )
    assert done.stdout.strip() == "[]"


def test_missing_extra_is_named() -> None:
    program = (
        "import sys\n"
        "sys.modules['uvicorn'] = None\n"
        "try:\n"
        "    from vt_sdk.emulator import Emulator\n"
        "except ImportError as error:\n"
        "    print(error)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", program],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
    )
    assert 'pip install ".[emulator]"' in done.stdout


def test_package_knows_its_names(monkeypatch: pytest.MonkeyPatch) -> None:
    import vt_sdk.emulator as package

    monkeypatch.setitem(package._HOMES, "Elsewhere", "no_such_module")
    with pytest.raises(ImportError, match=r"no_such_module.*extra"):
        _ = package.Elsewhere

    assert set(package.__all__) <= set(dir(package))
    assert all(getattr(package, name) for name in package.__all__)
    with pytest.raises(AttributeError, match="nothing"):
        _ = package.nothing


def test_client_speaks_to_the_emulator(vt_emulator: Emulator) -> None:
    client = vt_emulator.client()
    assert client.files.get_report(EICAR).attributes.sha256 == EICAR
    assert vt_emulator.client(premium=True).files.get_download_url(EICAR)
