"""The fewest names that cover a set: exact, by looking for one of size 1, 2, 3 …"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeVar

Name = TypeVar("Name")


def smallest_cover(universe: int, masks: Mapping[Name, int]) -> tuple[Name, ...]:
    """A smallest set of names whose masks together hold every bit of `universe`; empty where there is none."""
    names = list(masks)
    for size in range(1, len(names) + 1):
        found = _cover(universe, masks, names, size)
        if found is not None:
            return tuple(name for name in names if name in found)
    return ()


def _cover(left: int, masks: Mapping[Name, int], names: list[Name], size: int) -> frozenset[Name] | None:
    if not left:
        return frozenset()
    if not size:
        return None
    lowest = left & -left
    for name in names:
        if masks[name] & lowest:
            rest = _cover(left & ~masks[name], masks, names, size - 1)
            if rest is not None:
                return rest | {name}
    return None
