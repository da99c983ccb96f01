"""The year's board while items are put on it: what is taken, and which days are still open for one more item.

Items are meant by their position in `year.items` sorted by key; days are counted from the year's first.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from tongxin.planner.problem import Item, Mode, Year
from tongxin.planner.solving.calendar import Calendar, Days, each, touching
from tongxin.planner.solving.causes import Cause, Closed, Code, Statics

Spot = tuple[int, Mode]
Slot = tuple[int, int, int]  # (0 a unit, 1 a venue; which; part of the day)


@dataclass(frozen=True, eq=False)
class Ground:
    """A year made ready for questions: nothing on it depends on where items are put."""

    year: Year

    @cached_property
    def items(self) -> tuple[Item, ...]:
        """All items, by key."""
        return tuple(sorted(self.year.items, key=lambda item: item.key))

    @cached_property
    def place_of(self) -> dict[int, int]:
        """Key to position."""
        return {item.key: place for place, item in enumerate(self.items)}

    @cached_property
    def calendar(self) -> Calendar:
        """The year's days."""
        return Calendar(self.year)

    @cached_property
    def statics(self) -> Statics:
        """The rules that look at one item alone."""
        return Statics(self.year, self.calendar)

    @cached_property
    def own(self) -> tuple[int | None, ...]:
        """The day on which each stands."""
        return tuple(None if item.day is None else item.day - self.year.first for item in self.items)

    @cached_property
    def free(self) -> tuple[int, ...]:
        """The items that can be placed anew."""
        return tuple(place for place, item in enumerate(self.items) if not item.fixed)

    @cached_property
    def fixed(self) -> tuple[Spot | None, ...]:
        """Where what is fixed stands."""
        both = zip(self.items, self.own, strict=True)
        return tuple((day, item.mode) if item.fixed and day is not None else None for item, day in both)

    @cached_property
    def earlier(self) -> tuple[tuple[tuple[int, int], ...], ...]:
        """For each item, (what it follows, days from the other's start to its own at least)."""
        found: list[list[tuple[int, int]]] = [[] for _item in self.items]
        for order in self.year.orders:
            if order.earlier in self.place_of and order.later in self.place_of:
                before = self.place_of[order.earlier]
                found[self.place_of[order.later]].append((before, self.items[before].days - 1 + order.lag))
        return tuple(tuple(sorted(set(each_one))) for each_one in found)

    @cached_property
    def later(self) -> tuple[tuple[tuple[int, int], ...], ...]:
        """For each item, (what follows it, days from its start to the other's at least)."""
        found: list[list[tuple[int, int]]] = [[] for _item in self.items]
        for place, befores in enumerate(self.earlier):
            for before, apart in befores:
                found[before].append((place, apart))
        return tuple(tuple(each_one) for each_one in found)

    @cached_property
    def slots(self) -> tuple[tuple[tuple[Slot, ...], tuple[Slot, ...]], ...]:
        """For each item what it takes on every day that it covers: (on site, online)."""
        return tuple(map(_slots, self.items))

    def cost(self, place: int, mode: Mode) -> int:
        """What it costs in that form, in fen."""
        item = self.items[place]
        return item.cost if mode is Mode.ON_SITE else item.cost_online

    @cached_property
    def spots(self) -> tuple[tuple[Days, Days], ...]:
        """For each item the days (on site, online) that no other item that can give way closes: all it can ever have."""
        board = Board(self, self.fixed)
        found: list[tuple[Days, Days]] = [(0, 0)] * len(self.items)
        for place in self.by_order:
            if not self.items[place].fixed:
                after = self._after_all(place, found)
                found[place] = (
                    board.open(place, Mode.ON_SITE, static=True) & after,
                    board.open(place, Mode.ONLINE, static=True) & after,
                )
        return tuple(found)

    def _after_all(self, place: int, found: list[tuple[Days, Days]]) -> Days:
        """The days that leave room for everything that it follows."""
        days = self.calendar.all
        for before, apart in self.earlier[place]:
            if self.items[before].fixed:
                days &= self.calendar.all if self.own[before] is not None else 0
            else:
                possible = found[before][0] | found[before][1]
                first = (possible & -possible).bit_length() - 1
                days &= self.calendar.between(first + apart, self.calendar.length) if possible else 0
        return days

    @cached_property
    def by_order(self) -> tuple[int, ...]:
        """All items, what is followed before what follows it; a ring of orders comes last, in the order of keys."""
        waiting = [len(befores) for befores in self.earlier]
        ready = [place for place, count in enumerate(waiting) if not count]
        for place in ready:
            for after, _apart in self.later[place]:
                waiting[after] -= 1
                if not waiting[after]:
                    ready.append(after)
        return tuple(ready) + tuple(place for place, count in enumerate(waiting) if count)


def _slots(item: Item) -> tuple[tuple[Slot, ...], tuple[Slot, ...]]:
    units = tuple((0, unit, part) for unit in sorted(set(item.units)) for part in sorted(item.parts))
    venue = () if item.venue is None else tuple((1, item.venue, part) for part in sorted(item.parts))
    return units + venue, units


class Board:
    """Who stands where, and what that takes of units, venues, officers, budgets and like items."""

    def __init__(self, ground: Ground, begin: Sequence[Spot | None] = ()) -> None:
        self.ground = ground
        self.spot: list[Spot | None] = [None] * len(ground.items)
        self._busy: dict[Slot, Days] = {}
        self._who: dict[Slot, set[int]] = {}
        self._worked: dict[tuple[int, int], int] = {}
        self._spent: dict[tuple[int, int], int] = {}
        self._like: dict[int, list[int]] = {}
        for place, spot in enumerate(begin):
            if spot:
                self.put(place, *spot)

    def put(self, place: int, day: int, mode: Mode) -> None:
        """Place it; what it takes is taken."""
        self.spot[place] = day, mode
        self._use(place, day, mode, 1)

    def lift(self, place: int) -> Spot:
        """Take it off again; where it stood."""
        spot = self.spot[place]
        assert spot is not None
        self.spot[place] = None
        self._use(place, *spot, -1)
        return spot

    def open(self, place: int, mode: Mode, *, static: bool = False, among: Days = -1) -> Days:
        """The days (among some) on which it could start in that form beside all that stands.

        `static`: work out the rules for it alone too.
        """
        ground = self.ground
        days = ground.statics.open(ground.items[place], mode) if static else ground.spots[place][mode]
        days &= among
        if days:
            for _cause, closed in self.closed(place, mode, days, named=False):
                days &= ~closed
        return days

    def closed(self, place: int, mode: Mode, among: Days, *, named: bool = True) -> Iterator[Closed]:
        """What others close for it, each cause with its days; without names the causes are merely kinds and quicker."""
        item = self.ground.items[place]
        for slot in self.ground.slots[place][mode]:
            busy = touching(self._busy.get(slot, 0), item.days) & among
            if busy:
                code = Code.VENUE if slot[0] else Code.UNIT
                yield from self._takers(place, slot, code) if named else ((Cause(code, slot[1]), busy),)
        yield from self._officer(item, among)
        yield from self._budget(place, mode)
        yield from self._spacing(place, named)
        yield from self._order(place)

    def worked(self, officer: int, month: int) -> int:
        """Working days that an officer has in a month."""
        return self._worked.get((officer, month), 0)

    def spent(self, payer: int, quarter: int) -> int:
        """Fen that a payer has given out in a quarter."""
        return self._spent.get((payer, quarter), 0)

    def _takers(self, place: int, slot: Slot, code: Code) -> Iterator[Closed]:
        calendar, length = self.ground.calendar, self.ground.items[place].days
        for other in sorted(self._who.get(slot, ())):
            spot = self.spot[other]
            if spot and other != place:
                taken = calendar.cover(spot[0], self.ground.items[other].days)
                yield Cause(code, slot[1], self.ground.items[other].key), touching(taken, length)

    def _officer(self, item: Item, among: Days) -> Iterator[Closed]:
        limit = None if item.officer is None else self.ground.year.officers.get(item.officer)
        if limit is None or item.officer is None:
            return
        calendar = self.ground.calendar
        for month in range(len(calendar.month_days)):
            spare = max(limit - self._worked.get((item.officer, month), 0), 0)
            full = calendar.heavy(item.days, month, spare) & among if item.days > spare else 0
            if full:
                yield Cause(Code.OFFICER, item.officer, period=month), full

    def _budget(self, place: int, mode: Mode) -> Iterator[Closed]:
        item, cost = self.ground.items[place], self.ground.cost(place, mode)
        if item.payer is None or not cost:
            return
        for quarter, days in enumerate(self.ground.calendar.quarter_days):
            budget = self.ground.year.budgets.get((item.payer, quarter))
            if budget is not None and self._spent.get((item.payer, quarter), 0) + cost > budget:
                yield Cause(Code.BUDGET, item.payer, period=quarter), days

    def _spacing(self, place: int, named: bool) -> Iterator[Closed]:
        item = self.ground.items[place]
        apart = 0 if item.like is None else self.ground.year.spacing.get(item.like, 0)
        if apart <= 0 or item.like is None:
            return
        for other in self._like.get(item.like, ()):
            spot = self.spot[other]
            if other != place and spot:
                near = self.ground.calendar.between(spot[0] - apart + 1, spot[0] + apart - 1)
                yield Cause(Code.SPACING, item.like, self.ground.items[other].key if named else None), near

    def _order(self, place: int) -> Iterator[Closed]:
        ground, calendar = self.ground, self.ground.calendar
        for before, apart in ground.earlier[place]:
            spot = self.spot[before]
            if spot:
                yield Cause(Code.ORDER, item=ground.items[before].key), calendar.between(0, spot[0] + apart - 1)
        for after, apart in ground.later[place]:
            spot = self.spot[after]
            if spot:
                late = calendar.between(spot[0] - apart + 1, calendar.length)
                yield Cause(Code.ORDER, item=ground.items[after].key), late

    def _use(self, place: int, day: int, mode: Mode, sign: int) -> None:
        ground, calendar = self.ground, self.ground.calendar
        item = ground.items[place]
        if not 0 <= day < calendar.length:
            return
        taken = calendar.cover(day, item.days)
        for slot in ground.slots[place][mode]:
            before = self._busy.get(slot, 0)
            self._busy[slot] = before | taken if sign > 0 else before & ~taken
            who = self._who.setdefault(slot, set())
            who.add(place) if sign > 0 else who.discard(place)
        if item.officer is not None:
            for month, work in calendar.work(day, item.days):
                key = item.officer, month
                self._worked[key] = self._worked.get(key, 0) + sign * work
        if item.payer is not None:
            paid = item.payer, calendar.months[day] // 3
            self._spent[paid] = self._spent.get(paid, 0) + sign * ground.cost(place, mode)
        if item.like is not None:
            group = self._like.setdefault(item.like, [])
            group.append(place) if sign > 0 else group.remove(place)


def days_by_distance(days: Days, own: int | None) -> list[int]:
    """A set of days, the nearest to `own` first, the earlier of two; without an own day the earliest first."""
    found = list(each(days))
    return found if own is None else sorted(found, key=lambda day: (abs(day - own), day))
