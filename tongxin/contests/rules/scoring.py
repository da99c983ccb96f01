"""From marks to ranks, from ranks to points, from points to the order of units."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from tongxin.contests.rules.marks import RANK, TIME

DEFAULT_TABLE: Final = (7, 5, 4, 3, 2, 1)
TEAM_FACTOR: Final = 2


@dataclass(frozen=True)
class Standing:
    """Where a unit stands: the sum of its points, how often it was first, and its rank (equal in both: equal in rank)."""

    unit: int
    points: int
    firsts: int
    rank: int


def ranks(measure: str, marks: Sequence[Decimal | None]) -> list[int | None]:
    """The rank of each mark, in the order given: the shortest time, or the most of anything else, is first; equal marks share a
    rank and the next is left out (1, 1, 3). Where only ranks are kept they are what was written. None stays None."""
    if measure == RANK:
        return [None if mark is None else int(mark) for mark in marks]
    best = sorted((mark for mark in marks if mark is not None), reverse=measure != TIME)
    first: dict[Decimal, int] = {}
    for rank, mark in enumerate(best, 1):
        first.setdefault(mark, rank)
    return [None if mark is None else first[mark] for mark in marks]


def points(rank: int | None, table: Sequence[int], factor: int = 1) -> int:
    """What a rank is worth; who shares a rank gets its points in full. Nothing behind the end of the table."""
    return table[rank - 1] * factor if rank and rank <= len(table) else 0


def standings(results: Iterable[tuple[int, int | None, int]], order: Mapping[int, int] | None = None) -> list[Standing]:
    """Units by the sum of their points, then by how often they were first; `results` are (unit, rank, points).

    Units equal in both share a rank and stand in `order` (then by id).
    """
    sums: dict[int, tuple[int, int]] = {}
    for unit, rank, worth in results:
        total, firsts = sums.get(unit, (0, 0))
        sums[unit] = (total + worth, firsts + (rank == 1))
    at = order or {}
    found = sorted(sums.items(), key=lambda each: (-each[1][0], -each[1][1], at.get(each[0], 0), each[0]))
    first: dict[tuple[int, int], int] = {}
    for rank, (_unit, sum_) in enumerate(found, 1):
        first.setdefault(sum_, rank)
    return [Standing(unit, sum_[0], sum_[1], first[sum_]) for unit, sum_ in found]
