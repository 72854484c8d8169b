"""The models of `JavaClassInfo`.

Do not edit: `python3 scripts/generate.py` made it from `schemas/parts/class_info.json`.
"""

from vt_sdk.core.model import VTModel


class JavaClassInfo(VTModel):
    """Facts about Java bytecode."""

    constants: list[str]
    """Constants in the class."""
    extends: str | None = None
    """The class above."""
    implements: list[str]
    """Interfaces that the class implements."""
    methods: list[str]
    """Names of the methods."""
    name: str | None = None
    """Full name of the class."""
    platform: str | None = None
    """Java version that the class is made for."""
    provides: list[str]
    """Classes, fields and methods that the class offers."""
    requires: list[str]
    """Classes, fields and methods that the class uses."""
