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
ROUND: Final = 6e-5  # units of a round an item
MORE: Final = 64  # and when it took one beyond those


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


Found = tuple[tuple[int, ...], Staged | None]


class Additive:
    """The search for the additive aims before LEVEL; `spots` is the best plan at hand."""

    def __init__(self, ground: Ground, worth: Worth, rows: Rows, begin: list[Spot | None], purse: Purse) -> None:
        self.ground, self.worth, self.rows, self.purse = ground, worth, rows, purse
        self.spots = list(begin)
        self._board = Board(ground, begin)
        self._places = [place for place in ground.free if any(ground.spots[place])]
        self.offered: dict[int, list[Spot]] = {place: [self._option(place)] for place in self._places}
        self._ranks: dict[int, Iterator[Spot]] = {}
        self._left: dict[int, int] = {place: _count(ground, place) for place in self._places}
        self._known: dict[tuple[tuple[int, int], ...], Staged] = {}
        for place in self._places:
            self._left[place] -= self.offered[place][0] != FALL
            if self._troubled(place):
                self._offer(place, FIRST)

    def run(self) -> list[Part]:
        """Round after round until nothing is taken beyond, or the purse is empty."""
        while True:
            found = self._round()
            for group, staged in found:
                self._settle(group, staged)
            self._fill(found)
            if self.purse.empty or not self._grown(found):
                return [self._measured(group, staged) for group, staged in found]

    def _round(self) -> list[Found]:
        """Each component of what is offered now, closed; None where each item has what is best for itself."""
        offers = {place: self._options(place) for place in self._places}
        bound = ties(self.rows, offers)
        groups = components(offers, bound)
        where = {place: index for index, group in enumerate(groups) for place in group}
        mine: list[list[Tie]] = [[] for _group in groups]
        for tie in bound:
            mine[where[tie.terms[0][0]]].append(tie)
        self.purse.pay(ROUND * len(offers))
        return [(group, self._staged(group, offers, own)) for group, own in zip(groups, mine, strict=True)]

    def _options(self, place: int) -> list[Spot]:
        options = list(self.offered[place])
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
        offered = self.offered[place]
        while self._left[place] and count:
            spot = next(self._ranks[place])
            if spot not in offered:
                offered.append(spot)
                self._left[place] -= 1
                count -= 1

    def _beyond(self, place: int) -> Vector:
        """The least that a spot not offered counts."""
        offered = self.offered[place]
        for vector, mode, days in self.worth.classes(place):
            taken = sum(1 << day for day, other in offered if day >= 0 and other is mode)
            if days & ~taken:
                return vector
        return self.worth.of(place, FALL)

    def _staged(self, group: tuple[int, ...], offers: dict[int, list[Spot]], bound: list[Tie]) -> Staged | None:
        """The component's least; None where each item has what is best for itself."""
        if not any(map(self._troubled, group)):
            return None
        key = tuple((place, len(self.offered[place])) for place in group)
        if key not in self._known:
            beyond = {place: self._beyond(place) for place in group if BEYOND in offers[place]}
            stages = Stages(self.worth, beyond, self.purse)
            mine = {place: offers[place] for place in group}
            self._known[key] = stages.run(mine, bound, {place: self._option(place) for place in group})
        return self._known[key]

    def _settle(self, group: tuple[int, ...], staged: Staged | None) -> None:
        """Take over what is better."""
        if staged is not None and staged.chosen is not None and not staged.beyond:
            chosen = {place: staged.chosen[place] for place in group}
            if self.worth.total(chosen) < self._value(group):
                for place, option in chosen.items():
                    self.spots[place] = None if option == FALL else option

    def _grown(self, found: list[Found]) -> bool:
        """Offer more where something beyond was taken and the plan is not as good as the bound; whether there is more to look at.

        A filled plan may be better as a whole and worse in a component that was closed before: that is looked at again.
        """
        grew = False
        for group, staged in found:
            if self._value(group) > self._bounds(group, staged):
                for place in staged.beyond if staged else ():
                    self._offer(place, FIRST if len(self.offered[place]) < FIRST else MORE)
                grew |= staged is None or bool(staged.beyond) or staged.proven == len(staged.bounds)
        return grew

    def _bounds(self, group: tuple[int, ...], staged: Staged | None) -> Vector:
        """What is proven of a component; where nothing was asked, what each item can reach by itself."""
        if staged is not None:
            return staged.bounds
        return sum_of([self.worth.least[place] for place in group], len(self.worth.aims))

    def _value(self, group: tuple[int, ...]) -> Vector:
        return self.worth.total({place: self._option(place) for place in group})

    def _fill(self, found: list[Found]) -> None:
        """Where some went beyond, give them places beside the others of that choice: that may be as good as the bound."""
        wished, open_parts = list(self.spots), False
        for group, staged in found:
            if staged is not None and staged.chosen is not None and self._value(group) > staged.bounds:
                open_parts = True
                for place, option in staged.chosen.items():
                    wished[place] = self.spots[place] if option == BEYOND else None if option == FALL else option
        if open_parts:
            self._adopt(Greedy(self.ground).settled(wished))

    def _adopt(self, filled: list[Spot | None]) -> None:
        if self._sum(filled) >= self._sum(self.spots):
            return
        self.spots = filled
        for place in self._places:
            option = self._option(place)
            if option not in self.offered[place]:
                self.offered[place].append(option)
                self._left[place] -= option != FALL

    def _sum(self, spots: list[Spot | None]) -> Vector:
        return self.worth.total({place: spots[place] or FALL for place in self.ground.free})

    def _measured(self, group: tuple[int, ...], staged: Staged | None) -> Part:
        """How many aims are proven: those whose value is the bound, from the first on."""
        value, proven = self._value(group), 0
        bounds = self._bounds(group, staged)
        while proven < len(value) and value[proven] == bounds[proven]:
            proven += 1
        return Part(group, value, bounds, proven)


def _count(ground: Ground, place: int) -> int:
    on_site, online = ground.spots[place]
    return on_site.bit_count() + online.bit_count()


def sum_of(vectors: list[Vector], length: int) -> Vector:
    """The sum of many vectors of one length."""
    total = (0,) * length
    for vector in vectors:
        total = plus(total, vector)
    return total
