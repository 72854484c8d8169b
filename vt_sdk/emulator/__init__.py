"""A VirusTotal of one's own: the emulator, for those who have no key, no network or no quota.

    with Emulator() as emulator:
        requests.get(f"{emulator.base_url}/files/{sha256}", headers={"x-apikey": emulator.api_key})

Some names are special from the start; `add_file` and its like say the same of others:

- malicious: the EICAR test file, `malware.example`, all below it and its URLs, 203.0.113.0/24;
- suspicious: `suspicious.example`, all below it and its URLs;
- harmless and known: the file `readme.txt` ("Nothing to see here.", with a line end), and
  `http://example.com/`; comments, votes and relationships hang on the two files, on
  `example.com`, `example.org`, `malware.example`, and on 192.0.2.1, 198.51.100.7, 203.0.113.66
  and 2001:db8::1;
- all other domains and addresses are known and harmless, all other files and URLs unknown until
  they are submitted;
- unknown: ids of the remaining types that begin with `unknown` or are zeros; `http://lost.example/`
  stands in a listing and is not there.

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

    from vt_sdk._extras import extra

    with extra("emulator", "the emulator"):
        value = getattr(import_module(_HOMES[name]), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
