"""Intelligence queries from typed parts: `(F.type == "peexe") & (F.positives >= 5)`.

`F`, `U`, `D`, `I` and `C` hold the modifiers of files, URLs, domains, IP addresses and collections.
Comparing a modifier gives a `Query`, and `&`, `|` and `~` join queries. A `Query` is a `str`, its
own text, so that everything that takes a query takes it.

The rules of the language that the texts keep:

- A condition is `name:value`; conditions are joined by AND, OR and NOT, and grouped by
  parentheses. The documentation does not say which of AND and OR binds first: wherever one stands
  inside the other there are parentheses.
- `5+` means 5 or more and `5-` fewer than 5: ten detections or fewer are `positives:11-`. Twice
  the same modifier makes a range.
- Moments are in UTC, as days or to the second, with the same signs; `3d` is three days ago.
- A value that is not one plain word stands in quotes, in which a backslash goes before a quote or
  a backslash. `*` stands for any characters where the modifier knows wildcards.
- `have:name` finds what has any data for a modifier, where that modifier allows it. Some names are
  for this alone: `F.screenshots.exists()`.
- The names of engines are modifiers too: `F.engine("microsoft") == "trojan"`.
- Files are searched where no modifier `entity` says otherwise.

The tables hold what the pages file-, url-, domain-, ip-address- and collection-search-modifiers
of https://docs.virustotal.com/docs/ describe, the names that only the page
search-modifiers-full-list has, where they say what they mean, and those of Google Threat
Intelligence. For a modifier that a table lacks there is `raw`.

What monitors of Digital Threat Monitoring look for is no text: `Condition` is for them.
"""

from vt_sdk.query.conditions import Condition as Condition
from vt_sdk.query.modifiers import (
    CollectionTerms,
    DomainTerms,
    FileTerms,
    IPAddressTerms,
    URLTerms,
)
from vt_sdk.query.terms import Query as Query

__all__ = ["C", "Condition", "D", "F", "I", "U", "Query"]

F = FileTerms()
"""What files are searched by."""

U = URLTerms()
"""What URLs are searched by."""

D = DomainTerms()
"""What domains are searched by."""

I = IPAddressTerms()  # noqa: E741  # one letter for each kind
"""What IP addresses are searched by."""

C = CollectionTerms()
"""What collections are searched by."""
