"""What each option of an item counts for the aims that are sums over items, and which options come first."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property

from tongxin.planner.problem import Aim, Mode
from tongxin.planner.solving.aims import Fate, counts, fate
from tongxin.planner.solving.board import Board, Ground, Spot, days_by_distance

Vector = tuple[int, ...]


class Worth:
    """The worth of options for some aims, in their order; a smaller vector is better."""

    def __init__(self, ground: Ground, aims: tuple[Aim, ...]) -> None:
        self.ground, self.aims = ground, aims
        self._known: dict[tuple[bool, Fate], Vector] = {}

    def of(self, place: int, option: Spot) -> Vector:
        """What an option counts for each aim."""
        item = self.ground.items[place]
        return self.of_fate(place, Fate.FALLS if option[0] < 0 else fate(item, self.ground.own[place], option))

    def of_fate(self, place: int, become: Fate) -> Vector:
        """What a fate counts for each aim."""
        item = self.ground.items[place]
        known = self._known.get((item.announced, become))
        if known is None:
            known = tuple(counts(item, become, aim) for aim in self.aims)
            self._known[item.announced, become] = known
        return known

    def classes(self, place: int) -> Iterator[tuple[Vector, Mode, int]]:
        """The spots of an item by worth, best first: (vector, form, days); at most four."""
        item, own = self.ground.items[place], self.ground.own[place]
        found = []
        for mode in Mode:
            days = self.ground.spots[place][mode]
            stay = days if own is None else days & (1 << own if own >= 0 else 0)
            switched = mode is not item.mode
            found.append((self.of_fate(place, Fate(int(switched))), mode, stay))
            found.append((self.of_fate(place, Fate(2 + switched)), mode, days & ~stay))
        yield from sorted(each for each in found if each[2])

    @cached_property
    def least(self) -> tuple[Vector, ...]:
        """For each item the best it can reach by itself, as far as its own days go."""
        fall = [self.of_fate(place, Fate.FALLS) for place in range(len(self.ground.items))]
        return tuple(
            min([fall[place], *(vector for vector, _mode, _days in self.classes(place))])
            for place in range(len(self.ground.items))
        )

    def ranked(self, place: int, board: Board) -> Iterator[Spot]:
        """Its spots, best first; of equal ones those that are open on the board, then the nearest."""
        own = self.ground.own[place]
        classes = list(self.classes(place))
        for vector in sorted({vector for vector, _mode, _days in classes}):
            same = [(mode, days) for other, mode, days in classes if other == vector]
            for is_open in (True, False):
                near = [
                    (distance, mode, day)
                    for mode, days in same
                    for distance, day in enumerate(self._part(place, mode, days, board, is_open, own))
                ]
                yield from ((day, mode) for _distance, mode, day in sorted(near))

    def _part(self, place: int, mode: Mode, days: int, board: Board, is_open: bool, own: int | None) -> list[int]:
        free = board.open(place, mode)
        return days_by_distance(days & free if is_open else days & ~free, own)

    def total(self, chosen: dict[int, Spot]) -> Vector:
        """The sum over a choice; what is beyond must not be among it."""
        found = [0] * len(self.aims)
        for place, option in chosen.items():
            for index, count in enumerate(self.of(place, option)):
                found[index] += count
        return tuple(found)


def plus(left: Vector, right: Vector) -> Vector:
    """The sum of two."""
    return tuple(a + b for a, b in zip(left, right, strict=True))


def minus(left: Vector, right: Vector) -> Vector:
    """The difference of two."""
    return tuple(a - b for a, b in zip(left, right, strict=True))
