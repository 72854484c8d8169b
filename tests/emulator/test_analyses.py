"""How an analysis gets on, by time and by the number of questions."""

import hashlib

from vt_sdk.emulator import Emulator

from .support import Api


def status(api: Api, analysis_id: str) -> str:
    return str(api.get(f"/analyses/{analysis_id}")["data"]["attributes"]["status"])


def test_polls_lead_from_queued_to_completed(api: Api) -> None:
    api.emulator.analysis_polls = 3
    made = api.post("/files", files={"file": ("a", b"patience")})["data"]["id"]
    sha256 = hashlib.sha256(b"patience").hexdigest()
    queued = api.get(f"/analyses/{made}")["data"]["attributes"]
    assert (queued["status"], queued["results"]) == ("queued", {})
    partial = api.get(f"/analyses/{made}")["data"]["attributes"]
    assert partial["status"] == "in-progress"
    assert len(partial["results"]) == 35
    unanalysed = api.get(f"/files/{sha256}")["data"]["attributes"]
    assert unanalysed["last_analysis_results"] == {}
    assert "last_analysis_date" not in unanalysed
    assert status(api, made) == "in-progress"
    completed = api.get(f"/analyses/{made}")["data"]["attributes"]
    assert completed["status"] == "completed"
    assert sum(completed["stats"].values()) == len(completed["results"]) == 70
    analysed = api.get(f"/files/{sha256}")["data"]["attributes"]
    assert analysed["last_analysis_results"] == completed["results"]


def test_time_leads_from_queued_to_completed() -> None:
    now = [1_800_000_000.0]
    with Emulator(analysis_seconds=10, clock=lambda: now[0]) as emulator:
        api = Api(emulator)
        made = api.post("/urls", data={"url": "http://example.net"})["data"]["id"]
        sha256 = made.split("-")[1]
        assert "last_final_url" not in api.get(f"/urls/{sha256}")["data"]["attributes"]
        seen = []
        for step in (0, 4, 4, 4):
            now[0] += step
            seen.append(status(api, made))
        assert seen == ["queued", "queued", "in-progress", "completed"]
        assert "last_final_url" in api.get(f"/urls/{sha256}")["data"]["attributes"]
        api.close()


def test_time_may_be_set_later(api: Api) -> None:
    api.emulator.analysis_seconds = 3600
    made = api.post("/domains/example.com/analyse")["data"]["id"]
    assert status(api, made) == "queued"


def test_rescan_gives_a_new_date() -> None:
    now = [1_800_000_000.0]
    with Emulator(clock=lambda: now[0]) as emulator:
        api = Api(emulator)
        before = api.get("/domains/example.com")["data"]["attributes"]
        made = api.post("/domains/example.com/analyse")["data"]["id"]
        assert status(api, made) == "completed"
        after = api.get("/domains/example.com")["data"]["attributes"]
        assert after["last_analysis_date"] == 1_800_000_000 > before["last_analysis_date"]
        assert after["last_analysis_results"] == before["last_analysis_results"]
        api.close()
