"""The aims that are sums over items, proven: looked at only where something is amiss.

Most items have what is best for themselves in the first answer. Around those that have not, options are offered: to the troubled
item its best spots, to all others only where they stand, and to each `BEYOND`: any other spot, at the least that one could count,
taking no room. So every such problem is no harder than the whole year and its least is a bound. Where `BEYOND` is taken, that item is
offered more; where it is not, or the plan at hand is as good as the bound, that component is proven.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from tongxin.planner.solving.board import Board, Ground, Spot
from tongxin.planner.solving.greedy import Greedy
from tongxin.planner.solving.limits import Purse
from tongxin.planner.solving.rows import Rows
from tongxin.planner.solving.stages import Staged, Stages
from tongxin.planner.solving.ties import BEYOND, FALL, Tie, components, ties
from tongxin.planner.solving.worth import Vector, Worth, plus

FIRST: Final = 8  # spots offered to a troubled item at first
MORE: Final = 3  # times as many when it took one beyond


@dataclass(frozen=True)
class Part:
    """Items that were closed together: what they count in the plan, the bounds, and how many of the aims are proven."""

    places: tuple[int, ...]
    value: Vector
    bounds: Vector
    proven: int

    @property
    def closed(self) -> bool:
        """Whether every aim of it is proven."""
        return self.proven == len(self.value)


class Additive:
    """The search for the additive aims before LEVEL; `spots` is the best plan at hand."""

    def __init__(self, ground: Ground, worth: Worth, rows: Rows, begin: list[Spot | None], purse: Purse) -> None:
        self.ground, self.worth, self.rows, self.purse = ground, worth, rows, purse
        self.spots = list(begin)
        self._board = _board(ground, begin)
        self._places = [place for place in ground.free if any(ground.spots[place])]
        self._offered: dict[int, list[Spot]] = {place: [self._option(place)] for place in self._places}
        self._ranks: dict[int, Iterator[Spot]] = {}
        self._left: dict[int, int] = {place: _count(ground, place) for place in self._places}
        self._known: dict[tuple[tuple[int, int], ...], Staged] = {}
        for place in self._places:
            self._left[place] -= self._offered[place][0] != FALL
            if self._troubled(place):
                self._offer(place, FIRST)

    def run(self) -> list[Part]:
        """Round after round until nothing is taken beyond, or the purse is empty."""
        while True:
            offers = {place: self._options(place) for place in self._places}
            bound = ties(self.rows, offers)
            groups = components(offers, bound)
            where = {place: index for index, group in enumerate(groups) for place in group}
            own: dict[int, list[int]] = {}
            for number, tie in enumerate(bound):
                own.setdefault(where[tie.terms[0][0]], []).append(number)
            parts, grew = [], False
            for index, group in enumerate(groups):
                staged = self._staged(group, offers, [bound[number] for number in own.get(index, ())])
                parts.append(self._part(group, staged))
                grew |= self._settle(group, staged)
            self.purse.pay(1e-5 * len(offers))
            if not grew or self.purse.empty:
                return self._fill(parts)

    def _options(self, place: int) -> list[Spot]:
        options = list(self._offered[place])
        if FALL not in options:
            options.append(FALL)
        if self._left[place]:
            options.append(BEYOND)
        return options

    def _option(self, place: int) -> Spot:
        return self.spots[place] or FALL

    def _troubled(self, place: int) -> bool:
        return self.worth.of(place, self._option(place)) > self.worth.least[place]

    def _offer(self, place: int, count: int) -> None:
        """Offer the next best spots."""
        if place not in self._ranks:
            self._ranks[place] = self.worth.ranked(place, self._board)
        offered = self._offered[place]
        while self._left[place] and count:
            spot = next(self._ranks[place])
            if spot not in offered:
                offered.append(spot)
                self._left[place] -= 1
                count -= 1

    def _beyond(self, place: int) -> Vector:
        """The least that a spot not offered counts."""
        offered = self._offered[place]
        for vector, mode, days in self.worth.classes(place):
            taken = sum(1 << day for day, other in offered if day >= 0 and other is mode)
            if days & ~taken:
                return vector
        return self.worth.of(place, FALL)

    def _staged(self, group: tuple[int, ...], offers: dict[int, list[Spot]], bound: list[Tie]) -> Staged | None:
        """The component's least; None where each item has what is best for itself."""
        if not any(map(self._troubled, group)):
            return None
        key = tuple((place, len(offers[place])) for place in group)
        if key not in self._known:
            beyond = {place: self._beyond(place) for place in group if BEYOND in offers[place]}
            stages = Stages(self.worth, beyond, self.purse)
            mine = {place: offers[place] for place in group}
            self._known[key] = stages.run(mine, bound, {place: self._option(place) for place in group})
        return self._known[key]

    def _settle(self, group: tuple[int, ...], staged: Staged | None) -> bool:
        """Take over what is better, offer more where something beyond was taken; whether there is more to look at."""
        if staged is None or staged.chosen is None or self._value(group) <= staged.bounds:
            return False
        if staged.beyond:
            for place in staged.beyond:
                self._offer(place, max(FIRST, MORE * len(self._offered[place])))
            return True
        chosen = {place: staged.chosen[place] for place in group}
        if self.worth.total(chosen) < self._value(group):
            for place, option in chosen.items():
                self.spots[place] = None if option == FALL else option
        return False

    def _value(self, group: tuple[int, ...]) -> Vector:
        return self.worth.total({place: self._option(place) for place in group})

    def _part(self, group: tuple[int, ...], staged: Staged | None) -> Part:
        value = self._value(group)
        bounds = value if staged is None else staged.bounds
        return Part(group, value, bounds, len(value) if staged is None else staged.proven)

    def _fill(self, parts: list[Part]) -> list[Part]:
        """What is open at the end is tried once more from the choice at hand; then each part is measured as it stands."""
        if not all(self._measured(part).closed for part in parts):
            filled = Greedy(self.ground).settled(self._wished())
            if self._sum(filled) < self._sum(self.spots):
                self.spots = filled
        return [self._measured(part) for part in parts]

    def _wished(self) -> list[Spot | None]:
        wished = list(self.spots)
        for staged in self._known.values():
            if staged.beyond and staged.chosen is not None:
                for place, option in staged.chosen.items():
                    wished[place] = self.spots[place] if option == BEYOND else None if option == FALL else option
        return wished

    def _sum(self, spots: list[Spot | None]) -> Vector:
        return self.worth.total({place: spots[place] or FALL for place in self.ground.free})

    def _measured(self, part: Part) -> Part:
        """How many aims are proven: those whose value is the bound, from the first on."""
        value, proven = self._value(part.places), 0
        while proven < len(value) and value[proven] == part.bounds[proven]:
            proven += 1
        return Part(part.places, value, part.bounds, proven)


def _count(ground: Ground, place: int) -> int:
    on_site, online = ground.spots[place]
    return on_site.bit_count() + online.bit_count()


def _board(ground: Ground, spots: list[Spot | None]) -> Board:
    board = Board(ground)
    for place, spot in enumerate(spots):
        if spot:
            board.put(place, *spot)
    return board


def sum_of(vectors: list[Vector], length: int) -> Vector:
    """The sum of many vectors of one length."""
    total = (0,) * length
    for vector in vectors:
        total = plus(total, vector)
    return total
