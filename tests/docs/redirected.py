"""Run a program of a user's as it stands, against another service than the real one.

    python redirected.py BASE_URL PROGRAM ARGUMENT…

Programs of users name no address. Here every client that a program makes gets one, unless it names
one itself, and repeats without waiting; the program sees nothing of it.
"""

import runpy
import sys
from typing import Any

import vt_sdk


def redirect(base_url: str) -> None:
    """Let every class of clients speak to another address."""
    defaults = {"base_url": base_url, "retry": vt_sdk.RetryPolicy(random=lambda: 0.0)}

    def redirected(kind: type[Any]) -> type[Any]:
        class Redirected(kind):  # type: ignore[misc]  # any of the classes of clients
            def __init__(self, *arguments: Any, **options: Any) -> None:
                super().__init__(*arguments, **{**defaults, **options})

        Redirected.__name__ = Redirected.__qualname__ = kind.__name__
        return Redirected

    for name in ("", "Files", "Urls", "Domains", "IPAddresses", "Analyses", "Comments"):
        name = f"VirusTotalAPI{name}" if name else "VirusTotal"
        setattr(vt_sdk, name, redirected(getattr(vt_sdk, name)))


if __name__ == "__main__":
    redirect(sys.argv[1])
    sys.argv = sys.argv[2:]
    runpy.run_path(sys.argv[0], run_name="__main__")
