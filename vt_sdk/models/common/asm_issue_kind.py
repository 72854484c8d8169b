"""The models of `ASMIssueKind`.

Do not edit: `python3 scripts/generate.py` made it from `schemas/common/asm_issue_kind.json`.
"""

from typing import Annotated

from pydantic import Field

from vt_sdk.core.fields import AnyScalar
from vt_sdk.core.objects import Received

from .asm_issue import ASMReference, ASMSoftware


class ASMIssueKind(Received):
    """A kind of issue that the service knows."""

    affected_software: list[ASMSoftware]
    """The software that has it."""
    category: str | None = None
    """What it concerns, such as `misconfiguration`."""
    description: str | None = None
    """What it is, in words."""
    identifiers: Annotated[
        AnyScalar
        | list[AnyScalar | dict[str, AnyScalar | list[AnyScalar | None] | None] | None]
        | dict[str, AnyScalar | list[AnyScalar | None] | None]
        | None,
        Field(title="FreeValue"),
    ] = None
    """Names in public lists, each with the list."""
    name: str | None = None
    """Key of the kind."""
    pretty_name: str | None = None
    """Name of the kind."""
    references: list[ASMReference]
    """Where there is more about it."""
    remediation: str | None = None
    """How it is mended."""
    severity: int | None = None
    """How grave it is: 1, the gravest, to 5."""
