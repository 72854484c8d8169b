"""The examples run as a reader runs them, against the emulator."""

import os
import random
import re
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree

import pytest

from vt_sdk.emulator import Emulator

HERE = Path(__file__).parent
ENGINES = [f"Engine {letter}" for letter in "ABCDEFGHIJKLMNOPQR"]
SVG = "{http://www.w3.org/2000/svg}"


@pytest.mark.slow
def test_detections_are_drawn(emulator: Emulator, tmp_path: Path) -> None:
    chance = random.Random(7)
    hashes = []
    for number in range(60):
        results: dict[str, dict[str, str]] = {}
        for place, engine in enumerate(ENGINES):
            is_flag = number % 3 > 0 and chance.random() > place / len(ENGINES)
            category = "malicious" if is_flag else "undetected"
            results[engine] = {"engine_name": engine, "category": category}
        results["<Slow> & late"] = {"engine_name": "<Slow> & late", "category": "timeout"}
        flagged = sum(result["category"] == "malicious" for result in results.values())
        hashes.append(
            emulator.add_file(
                f"file {number}".encode(),
                malicious=flagged,
                last_analysis_date=1_700_000_000 + number * 86_400 * 3,
                last_analysis_results=results,
            )
        )
    (tmp_path / "hashes.txt").write_text("\n".join([*hashes, "ab" * 32]), "utf-8")
    done = subprocess.run(
        [sys.executable, HERE / "detections.py"],
        cwd=tmp_path,
        env={**os.environ, "VT_API_KEY": emulator.api_key, "VT_BASE_URL": emulator.base_url},
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    page = (tmp_path / "detections.html").read_text("utf-8")
    over_time, by_category = map(
        ElementTree.fromstring, re.findall("<svg.*?</svg>", page, re.DOTALL)
    )
    assert len(over_time.findall(f"{SVG}circle")) == len(hashes)
    words = [found.text for found in by_category.iter(f"{SVG}text")]
    assert words[0] == "What engines say of 60 files"
    assert words[1:6] == ["malicious", "suspicious", "harmless", "undetected", "other"]
    assert words[6:8] == ["Engine A", "Engine B"]
    assert len(words) == 6 + 15
