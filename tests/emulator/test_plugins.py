"""The fixture in tests of users, whose plug-ins run coroutines: pytest-asyncio and anyio's."""

import subprocess
import sys
from pathlib import Path

import pytest

SETUP = """
import asyncio
import pytest
from vt_sdk import NotFoundError

FILE = "275a021bbfb6489e54d471899f7db9d1663fc695ec2fe2a2c4538aabf651fd0f"
"""
TESTS = """
async def test_one(vt_emulator):
    async with vt_emulator.async_client() as vt:
        assert (await vt.files.scan_and_wait(b"one", name="x")).id
        with pytest.raises(NotFoundError):
            await vt.files.get_report("0" * 64)


async def test_another(vt_emulator):
    vt = vt_emulator.async_client()  # and nobody closes it
    items = [item async for item in vt.files.get_reports(["0" * 64] * 3)]
    assert [type(item.error) for item in items] == [NotFoundError] * 3


@pytest.fixture
async def vt(vt_emulator):
    async with vt_emulator.async_client(premium=True) as client:
        yield client


async def test_a_client_of_a_fixture(vt, vt_emulator):
    found = await vt.files.scan_and_wait(b"two", name="x")
    page = await vt.files.get_comments(found.id)
    assert [comment async for comment in page.iter_all()] == []
"""
ASYNCIO = ["-p", "no:anyio", "-o", "asyncio_mode=auto"]
SCOPES = ("asyncio_default_fixture_loop_scope", "asyncio_default_test_loop_scope")
ANYIO = """
pytestmark = pytest.mark.anyio


@pytest.fixture
def anyio_backend():
    return "asyncio"


"""
PLUGINS = {
    "pytest-asyncio": ([*ASYNCIO, *(f"-o{scope}=function" for scope in SCOPES)], ""),
    "pytest-asyncio, one loop for all": (
        [*ASYNCIO, *(f"-o{scope}=session" for scope in SCOPES)],
        "",
    ),
    "anyio": (["-p", "no:asyncio"], ANYIO),
}


@pytest.mark.slow
@pytest.mark.parametrize("plugin", PLUGINS)
def test_a_suite_of_users_passes(tmp_path: Path, plugin: str) -> None:
    options, setup = PLUGINS[plugin]
    others = [f"-pno:{name}" for name in ("schemathesis", "hypothesispytest", "typeguard")]
    (tmp_path / "test_mine.py").write_text(SETUP + setup + TESTS)
    (tmp_path / "pytest.ini").write_text("[pytest]\nfilterwarnings = error\n")
    done = subprocess.run(
        [sys.executable, "-X", "dev", "-m", "pytest", "-q", *others, *options],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        timeout=100,
        check=False,
    )
    assert "3 passed" in done.stdout, done.stdout + done.stderr
    assert "warning" not in done.stdout
