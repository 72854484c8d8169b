"""A VirusTotal of one's own: the emulator, for those who have no key, no network or no quota.

    with Emulator() as emulator:
        requests.get(f"{emulator.base_url}/files/{sha256}", headers={"x-apikey": emulator.api_key})

Tests of other projects use the pytest fixture `vt_emulator`; a command calls `serve`. The extra
`emulator` brings what it runs on (Starlette, uvicorn). Nothing of that is imported before a name of
this package is used, because pytest loads the plug-in module for every user.
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from vt_sdk.emulator.faults import Fault
    from vt_sdk.emulator.server import Emulator, RecordedCall, serve

__all__ = ["Emulator", "Fault", "RecordedCall", "serve"]

_HOMES = {
    "Emulator": "vt_sdk.emulator.server",
    "Fault": "vt_sdk.emulator.faults",
    "RecordedCall": "vt_sdk.emulator.server",
    "serve": "vt_sdk.emulator.server",
}


def __getattr__(name: str) -> object:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    try:
        value = getattr(import_module(_HOMES[name]), name)
    except ModuleNotFoundError as error:
        raise ImportError(
            f"{error}; the emulator needs an extra: pip install 'vt-sdk[emulator]'"
        ) from error
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
