"""The first usable answer: what can stay stays, what is hit goes to the best open day, what is left pushes one other aside.

No solver; 5,000 items in well under a second.
"""

from __future__ import annotations

from tongxin.planner.problem import Aim, Mode
from tongxin.planner.solving.aims import counts, distance, fate, month_target
from tongxin.planner.solving.board import Board, Ground, Spot, days_by_distance

NEAREST = 12  # open days that are weighed for load
PUSHES = 40  # days on which another is pushed aside, at most, for one item


class Greedy:
    """A board that fills itself, item by item."""

    def __init__(self, ground: Ground) -> None:
        self.ground = ground
        self.board = Board(ground)
        self._held = [0] * len(ground.calendar.month_days)
        self._target = month_target(ground)

    def settled(self, wished: list[Spot | None]) -> list[Spot | None]:
        """A whole plan: as `wished` where that is possible, then the rest."""
        ground, board = self.ground, self.board
        self.put_fixed()
        waiting = self.put_wished(wished)
        for place in sorted(waiting, key=self._scarcity):
            if board.spot[place] is None:
                self._place(place)
        for place in ground.by_order:
            if not ground.items[place].fixed and board.spot[place] is None:
                self._push(place)
        self.fall_with_others()
        for place in ground.by_order:
            if not ground.items[place].fixed and board.spot[place] is None:
                self._place(place)
        return list(board.spot)

    def put_fixed(self) -> None:
        """What is fixed stands where it stands."""
        for place, spot in enumerate(self.ground.fixed):
            if spot:
                self._put(place, spot)

    def put_wished(self, wished: list[Spot | None]) -> list[int]:
        """Announced ones first; what could not be put as wished."""
        items, waiting = self.ground.items, []
        for place in sorted(self.ground.free, key=lambda place: (not items[place].announced, items[place].key)):
            spot = wished[place]
            if spot and 0 <= spot[0] < self.ground.calendar.length and self._opens(place, spot):
                self._put(place, spot)
            else:
                waiting.append(place)
        return waiting

    def _opens(self, place: int, spot: Spot) -> bool:
        return bool(self.board.open(place, spot[1], among=1 << spot[0]))

    def _scarcity(self, place: int) -> tuple[int, int, int]:
        on_site, online = self.ground.spots[place]
        depth = len(self.ground.earlier[place])
        return depth, (on_site | online).bit_count(), self.ground.items[place].key

    def _place(self, place: int) -> bool:
        """Put it where the aims like it best; what it follows must have a place."""
        if not self._led(place):
            return False
        spots: list[Spot | None] = [None]
        for mode in Mode:
            days = days_by_distance(self.board.open(place, mode), self.ground.own[place])
            spots += [(day, mode) for day in days[:NEAREST]]
        best = min(spots, key=lambda spot: self._worth(place, spot))
        if best is not None:
            self._put(place, best)
        return best is not None

    def _led(self, place: int) -> bool:
        return all(self.board.spot[before] is not None for before, _apart in self.ground.earlier[place])

    def _worth(self, place: int, spot: Spot | None) -> tuple[int, ...]:
        """What the spot adds to the aims, in the office's order; the earlier day and the room where they are equal."""
        item = self.ground.items[place]
        become = fate(item, self.ground.own[place], spot)
        order = self.ground.year.order
        aims = (self._level(place, spot) if aim is Aim.LEVEL else counts(item, become, aim) for aim in order)
        return (*aims, *(spot or (self.ground.calendar.length, 0)))

    def _level(self, place: int, spot: Spot | None) -> int:
        """About what it adds to LEVEL: days moved, and one more in a month that is full already."""
        ground, item = self.ground, self.ground.items[place]
        if spot is None:
            return 0
        held = self._held[ground.calendar.months[spot[0]]]
        more = (held >= self._target) + (held >= max(self._held))
        if item.officer is not None:
            for month, days in ground.calendar.work(spot[0], item.days):
                spare = max(ground.year.levels.free_days - self.board.worked(item.officer, month), 0)
                more += max(days - spare, 0)
        return distance(ground.own[place], spot) + ground.year.levels.factor * more

    def _push(self, place: int) -> None:
        """Give it a day on which one other stands that finds a place elsewhere."""
        if not self._led(place):
            return
        tries = 0
        for mode in Mode:
            for day in days_by_distance(self.ground.spots[place][mode], self.ground.own[place]):
                others = self._in_the_way(place, day, mode)
                if others is None or len(others) > 1:
                    continue
                tries += 1
                if tries > PUSHES or self._swapped(place, (day, mode), others):
                    return

    def _in_the_way(self, place: int, day: int, mode: Mode) -> set[int] | None:
        """The items that close a day; None where something else does."""
        found: set[int] = set()
        for cause, days in self.board.closed(place, mode, 1 << day):
            if days >> day & 1:
                if cause.item is None:
                    return None
                found.add(self.ground.place_of[cause.item])
        return None if any(self.ground.items[other].fixed for other in found) else found

    def _swapped(self, place: int, spot: Spot, others: set[int]) -> bool:
        """Whether all of them have a place now and the aims are better served; else all is as it was."""
        before = self._counted({place, *others})
        lifted = {other: self._lift(other) for other in sorted(others)}
        if self._opens(place, spot):
            self._put(place, spot)
            if all(self._place(other) for other in lifted) and self._counted({place, *others}) < before:
                return True
            for back in (place, *lifted):
                if self.board.spot[back]:
                    self._lift(back)
        for other, stood_at in lifted.items():
            self._put(other, stood_at)
        return False

    def _counted(self, places: set[int]) -> tuple[int, ...]:
        items, own, spot = self.ground.items, self.ground.own, self.board.spot
        fates = {place: fate(items[place], own[place], spot[place]) for place in places}
        return tuple(
            sum(counts(items[place], become, aim) for place, become in fates.items()) for aim in self.ground.year.order
        )

    def fall_with_others(self) -> None:
        """What follows something without a place has none either."""
        for place in self.ground.by_order:
            if self.board.spot[place] and not self.ground.items[place].fixed and not self._led(place):
                self._lift(place)

    def _put(self, place: int, spot: Spot) -> None:
        self.board.put(place, *spot)
        if 0 <= spot[0] < self.ground.calendar.length:
            self._held[self.ground.calendar.months[spot[0]]] += 1

    def _lift(self, place: int) -> Spot:
        spot = self.board.lift(place)
        self._held[self.ground.calendar.months[spot[0]]] -= 1
        return spot


def standing(ground: Ground) -> list[Spot | None]:
    """How everything stands today."""
    return [None if own is None else (own, item.mode) for item, own in zip(ground.items, ground.own, strict=True)]


def stood(ground: Ground) -> list[Spot | None]:
    """The year without replanning: what is hit is lost, and what follows it."""
    greedy = Greedy(ground)
    greedy.put_fixed()
    greedy.put_wished(standing(ground))
    greedy.fall_with_others()
    return list(greedy.board.spot)


def lost_for_good(ground: Ground) -> frozenset[int]:
    """Keys of the items that have no allowed day or form at all, whatever else is done."""
    return frozenset(ground.items[place].key for place in ground.free if not any(ground.spots[place]))
