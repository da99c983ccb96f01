"""Which kind of unit may stand below which, and which kinds people belong to."""

from __future__ import annotations

from typing import Final

# From the kind above (None: the top of the tree) to the kinds that may stand directly below it.
MAY_STAND_BELOW: Final[dict[str | None, frozenset[str]]] = {
    None: frozenset({"federation", "union"}),
    "federation": frozenset({"federation", "union", "committee"}),
    "union": frozenset({"union", "branch", "group", "department", "committee", "club"}),
    "branch": frozenset({"group", "department", "committee", "club"}),
    "group": frozenset(),
    "department": frozenset({"department", "group"}),
    "committee": frozenset(),
    "club": frozenset({"group"}),
}
# A person belongs to one of these; a committee has posts, a club has members of its own.
TAKES_PEOPLE: Final = frozenset({"union", "branch", "group", "department"})
LONGEST_PATH: Final = 200


def may_stand_below(kind: str, above: str | None) -> bool:
    """Whether a unit of `kind` may stand directly below one of the kind `above` (None: at the top)."""
    return kind in MAY_STAND_BELOW[above]


def takes_people(kind: str) -> bool:
    """Whether people can belong to a unit of that kind."""
    return kind in TAKES_PEOPLE
