"""Calls as values: they are checked where they are made, and travel."""

import asyncio
import multiprocessing
import pickle
from concurrent.futures import ProcessPoolExecutor
from typing import Any, assert_type

import pytest

from tests.resources.arguments import EICAR
from vt_sdk import Call, InvalidInputError, NotFoundError, Page, VirusTotal, models
from vt_sdk.emulator import Emulator


@pytest.mark.slow
def test_a_call_is_made_by_another_process(
    emulator: Emulator, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("VT_API_KEY", emulator.api_key)
    vt = VirusTotal(base_url=emulator.base_url)
    calls: list[Call[Any]] = [
        Call.of(vt.files.get_report, EICAR),
        Call.of(vt.domains.get_report, "example.com"),
    ]
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(1, mp_context=context) as pool:
        file, domain = (pool.submit(call.run, vt).result(60) for call in calls)
        assert isinstance(file, models.File)
        assert file.id == EICAR
        assert isinstance(domain, models.Domain)
        with pytest.raises(NotFoundError):
            pool.submit(Call.of(vt.files.get_report, "0" * 64).run, vt).result(60)


def test_a_call_is_a_value_with_the_type_of_its_result(emulator: Emulator) -> None:
    vt = emulator.client()
    call = Call.of(vt.files.get_comments, EICAR, limit=5)
    assert_type(call, Call[Page[models.Comment]])
    assert call == Call("files", "get_comments", (EICAR,), {"limit": 5})
    assert pickle.loads(pickle.dumps(call)) == call
    assert len(call.run(vt)) <= 5


def test_a_call_serves_both_clients(emulator: Emulator) -> None:
    async def main() -> None:
        async with emulator.async_client() as avt:
            call = Call.of(avt.files.get_report, EICAR)
            assert call == Call("files", "get_report", (EICAR,))
            assert (await call.run(avt)).id == EICAR

    asyncio.run(main())


class Files(type(VirusTotal("k").files)):  # type: ignore[misc]  # as a user's would be made
    """Files of a user's own."""


def test_a_method_of_a_users_own_group_is_that_of_the_group() -> None:
    assert Call.of(Files("key").get_report, EICAR) == Call("files", "get_report", (EICAR,))


@pytest.mark.parametrize(
    ("group", "method", "arguments", "keywords"),
    [
        ("file", "get_report", (EICAR,), {}),
        (None, "get_report", (EICAR,), {}),
        ("close", "get_report", (EICAR,), {}),
        ("files", "get_reportt", (EICAR,), {}),
        ("files", "_call", (EICAR,), {}),
        ("files", "base_url", (), {}),
        ("files", "get_file_id", ("path",), {}),
        ("files", "get_report", (), {}),
        ("files", "get_report", (EICAR, 1, 2), {}),
        ("files", "get_report", (EICAR,), {"nothing": 1, "file_id": EICAR}),
    ],
)
def test_what_cannot_be_called_is_refused(
    group: Any, method: str, arguments: tuple[Any, ...], keywords: dict[str, Any]
) -> None:
    with pytest.raises(InvalidInputError):
        Call(group, method, arguments, keywords)


@pytest.mark.parametrize("method", [len, VirusTotal("k").close, "files.get_report"])
def test_only_methods_of_groups_are_calls(method: Any) -> None:
    with pytest.raises(InvalidInputError):
        Call.of(method)
