"""The hook of the build: makes what the package needs of `schemas/` at run time."""

import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

__all__ = ["DataHook"]


class DataHook(BuildHookInterface[Any]):
    """Runs before a wheel, a source distribution or an editable installation is made."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        if (Path(self.root) / "schemas").exists():  # a source distribution holds what is made
            sys.path.insert(0, str(Path(self.root) / "scripts"))
            from _package_data import ensure

            ensure()
