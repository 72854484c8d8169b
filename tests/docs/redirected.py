"""Run a program of a user's as it stands, against another service than the real one.

    python redirected.py BASE_URL PROGRAM ARGUMENT…

Programs of users name no address. Here every client that a program makes gets one, unless it names
one itself, and repeats without waiting; the program sees nothing of it.
"""

import runpy
import sys
from typing import Any

import vt_sdk


def redirected(base_url: str) -> dict[str, type[Any]]:
    """Give every class of clients, by its name in `vt_sdk`, as one that speaks to an address."""
    defaults = {"base_url": base_url, "retry": vt_sdk.RetryPolicy(random=lambda: 0.0)}

    def of(kind: type[Any]) -> type[Any]:
        class Redirected(kind):  # type: ignore[misc]  # any of the classes of clients
            def __init__(self, *arguments: Any, **options: Any) -> None:
                super().__init__(*arguments, **{**defaults, **options})

        Redirected.__name__ = Redirected.__qualname__ = kind.__name__
        return Redirected

    groups = ("Files", "Urls", "Domains", "IPAddresses", "Analyses", "Comments")
    names = ["VirusTotal", *(f"VirusTotalAPI{group}" for group in groups)]
    return {name: of(getattr(vt_sdk, name)) for name in names}


if __name__ == "__main__":
    for name, kind in redirected(sys.argv[1]).items():
        setattr(vt_sdk, name, kind)
    sys.argv = sys.argv[2:]
    runpy.run_path(sys.argv[0], run_name="__main__")
