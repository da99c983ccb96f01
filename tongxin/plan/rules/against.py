"""What changed against the frozen plan: added, moved, online, dropped. Pure."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum
from typing import TypeVar

from tongxin.plan.rules.fate import DROPPED, Fate


class Difference(StrEnum):
    """How a line of today differs from the plan; at most one, the gravest."""

    KEPT = "kept"
    ADDED = "added"
    MOVED = "moved"
    ONLINE = "online"
    DROPPED = "dropped"


T = TypeVar("T")


def difference(fate: Fate | None, *, shift: int = 0, went_online: bool = False) -> Difference:
    """The difference of one line: `fate` None means that the plan does not have it.

    Dropped outweighs moved, moved outweighs online. Postponed is moved, even while the new day is open.
    """
    if fate is None:
        return Difference.ADDED
    if fate in DROPPED:
        return Difference.DROPPED
    if shift or fate == Fate.POSTPONED:
        return Difference.MOVED
    return Difference.ONLINE if went_online else Difference.KEPT


def sorted_out(lines: Iterable[tuple[T, Difference]]) -> dict[Difference, list[T]]:
    """The lines by their difference, each once, in their order; every difference is there."""
    found: dict[Difference, list[T]] = {kind: [] for kind in Difference}
    for line, kind in lines:
        found[kind].append(line)
    return found
