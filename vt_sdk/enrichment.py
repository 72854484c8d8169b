"""Enrichment: an object and what it is related to, within a number of calls that is known before.

`VirusTotal.enrich` asks the service; what it would ask for is told by `plan`, which sends nothing.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING, Final, Generic, TypeVar

from vt_sdk.bulk.ledger import BatchItem
from vt_sdk.core.arguments import checked
from vt_sdk.core.flow import Reader
from vt_sdk.core.objects import VTObject
from vt_sdk.core.request import Request, Response
from vt_sdk.errors import BatchStoppedError, InvalidInputError, VirusTotalAPIError
from vt_sdk.indicators import Indicator, Kind, classify

if TYPE_CHECKING:
    from vt_sdk import models
    from vt_sdk.core.relationships import RelationshipFacts

__all__ = ["Enrichment", "Plan", "plan", "relationships_of"]

P = TypeVar("P")

_BUDGET: Final = {"type": "integer", "minimum": 1}


@dataclass(frozen=True, slots=True)
class Plan:
    """What an enrichment asks for, and what it leaves out.

    Attributes:
        indicator: whose report is asked for first.
        relationships: the names of the relationships that are asked for, in their order.
        skipped: the names for which the budget has no call left.
    """

    indicator: Indicator
    relationships: tuple[str, ...]
    skipped: tuple[str, ...]

    @property
    def calls(self) -> int:
        """How many calls it takes: one for the report, one for each relationship."""
        return 1 + len(self.relationships)

    @property
    def premium(self) -> tuple[str, ...]:
        """The names of what is asked for that a public key does not get, as far as is known."""
        known = relationships_of(self.indicator.kind)
        return tuple(name for name in self.relationships if known[name].tier != "public")


@dataclass(frozen=True)  # with slots too, `Enrichment[Page[…]](…)` fails before Python 3.12
class Enrichment(Generic[P]):
    """An object and what it is related to.

    Attributes:
        object: the report on the indicator.
        relationships: what came of each relationship, by its name: a page, one object or None, or
            the error of this one.
        skipped: the names of those that were not asked for, or not answered when it stopped.
        stopped_by: why it stopped before its end: the quota is spent, the key refused, the deadline
            over; None where the budget alone set the end.
    """

    object: "models.File | models.URL | models.Domain | models.IPAddress"
    relationships: Mapping[str, VTObject | P | VirusTotalAPIError | None]
    skipped: tuple[str, ...]
    stopped_by: VirusTotalAPIError | None

    @property
    def calls(self) -> int:
        """How many calls came to an end; what ended all of it is not among them."""
        return 1 + len(self.relationships)


def plan(
    indicator: Indicator | str,
    relationships: Iterable[str] | None = None,
    *,
    budget: int | None = None,
) -> Plan:
    """Return what an enrichment would ask for, without asking.

    Args:
        indicator: a hash, a URL, a domain or an IP address, also defanged; or what
            `vt_sdk.indicators.classify` made of it.
        relationships: names of relationships; if not given, all of its kind that a public key gets.
        budget: how many calls it may take; any number if None. The report comes first, then the
            relationships in their order.

    Raises:
        AmbiguousIndicatorError: it may be the name of a file as well as a domain.
        InvalidInputError: it is no indicator, the kind has no such relationship, or the budget is
            not even enough for the report.
    """
    found = indicator if isinstance(indicator, Indicator) else classify(indicator)
    known = relationships_of(found.kind)
    if relationships is None:
        names = [name for name, facts in known.items() if facts.tier == "public"]
    elif isinstance(relationships, (str, bytes)) or not isinstance(relationships, Iterable):
        raise InvalidInputError(
            f"relationships: expected names, such as ['comments'], got {relationships!r:.100}"
        )
    else:
        names = list(relationships)
    for name in names:
        if not isinstance(name, str) or name not in known:
            raise InvalidInputError(
                f"relationships: {found.kind} has no {name!r:.100}, but {', '.join(known)}"
            )
    names = list(dict.fromkeys(names))
    last = None if budget is None else checked("budget", budget, _BUDGET) - 1
    return Plan(found, tuple(names[:last]), () if last is None else tuple(names[last:]))


def relationships_of(kind: Kind) -> "Mapping[str, RelationshipFacts]":
    """Return what is known of the relationships of a kind, by their names.

    Args:
        kind: what `Indicator.kind` says.

    Returns:
        For each its `description`, its `tier` (`public`, `premium`, or `unknown` where nobody has
        written down which keys get it), and whether it leads to one object at most (`is_single`).
    """
    from vt_sdk.models.relationships import RELATIONSHIPS

    return RELATIONSHIPS[kind]


class Nothing(Enum):
    """What stands behind a relationship to one object where there is none."""

    NOTHING = "nothing"


def told_apart(read: Reader[VTObject | P | None]) -> Reader[VTObject | P | Nothing]:
    """Return a reader that gives `NOTHING` for None, which a batch takes for no answer."""

    def read_or_nothing(response: Response, request: Request) -> VTObject | P | Nothing:
        found = read(response, request)
        return Nothing.NOTHING if found is None else found

    return read_or_nothing


def enrichment_of(
    planned: Plan,
    report: "models.File | models.URL | models.Domain | models.IPAddress",
    items: Iterable[BatchItem[VTObject | P | Nothing]],
    stopped: BatchStoppedError | None,
) -> Enrichment[P]:
    """Return what came of a plan."""
    came: dict[str, VTObject | P | VirusTotalAPIError | None] = {}
    for item in items:
        value = item.error if item.value is None else item.value
        came[item.id] = None if isinstance(value, Nothing) else value
    found = {name: came[name] for name in planned.relationships if name in came}
    missing = tuple(name for name in planned.relationships if name not in came)
    return Enrichment(report, found, missing + planned.skipped, stopped and stopped.reason)
