"""Generated unions whose year is hit by two epidemic waves, seeded: the same every time.

A year 2020 as it was planned before anybody knew: activities and outings spread over the units' weekends and working days, without
clashes. Then now = 17 February: a first wave (everything online until 31 March, gatherings of 50 without travel until 31 May, plans for
larger ones until the year's end), a second (one campus, 8 November to 6 December: 30 people, not indoors), exam weeks, vacations.
Officers give 3 working days a month (one in six is full-time: 10), each unit has a budget a quarter, halls are shared, like items keep
two weeks apart, some follow others, festivals stay within a week. `tight`: a third of the halls, windows half as wide, less money.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from random import Random

from tongxin.planner.problem import BEYOND, CITY, HERE, DayKind, Item, Limit, Mode, Order, Year
from tongxin.planner.solving import greedy

FIRST, LAST, NOW = date(2020, 1, 1).toordinal(), date(2020, 12, 31).toordinal(), date(2020, 2, 17).toordinal()
UNITS = {20: 12, 200: 30, 1000: 100, 5000: 300}
HOLIDAYS = (("0101", 1), ("0124", 10), ("0404", 3), ("0501", 5), ("0625", 3), ("1001", 8))
FESTIVALS = ("0308", "0412", "0504", "0601", "0910", "1020", "1220")
OFF, ANY = frozenset({DayKind.DAY_OFF}), frozenset({DayKind.WORKDAY, DayKind.DAY_OFF})


def union(size: int, *, seed: int = 1, tight: bool = False) -> Year:
    """A union of so many activities and outings."""
    return _Union(size, seed, tight).year()


@dataclass
class _Union:
    size: int
    seed: int
    tight: bool

    def year(self) -> Year:
        """The planned year without clashes, then hit."""
        self.random = Random(f"{self.seed}:{self.size}:{self.tight}")
        self.units = UNITS.get(self.size, max(self.size // 15, 12))
        self.halls = max(self.size // (75 if self.tight else 25), 2)
        planned = self._planned()
        items = tuple(map(self._narrowed, planned.items))
        return replace(planned, items=items, budgets=self._budgets(planned), limits=_limits(), now=NOW)

    def _planned(self) -> Year:
        """The wishes, put where they do not clash; what finds no room wishes anew."""
        items = [self._item(key) for key in range(self.size)]
        orders = tuple(self._orders())
        while True:
            wished = self._calendar(tuple(items), orders)
            placed = greedy(wished).placings
            items = [replace(item, day=placing.day) for item, placing in zip(items, placed, strict=True)]
            if all(item.day is not None for item in items):
                return replace(wished, items=tuple(items))
            items = [item if item.day is not None else self._item(item.key) for item in items]

    def _calendar(self, items: tuple[Item, ...], orders: tuple[Order, ...]) -> Year:
        return Year(
            FIRST, LAST, FIRST - 30, tuple(_kinds()), items, orders,
            exams=(_span("0622", "0703"), _span("1228", "1231")),
            vacations=(_span("0113", "0214"), _span("0713", "0828")),
            officers={officer: 10 if officer % 6 == 5 else 3 for officer in range(self.units)},
            spacing=dict.fromkeys(range(self.size // 10 + 1), 14),
        )  # fmt: skip

    def _item(self, key: int) -> Item:
        draw = self.random
        unit = draw.randrange(self.units)
        festival, outing = draw.random() < 0.08, draw.random() < 0.25
        day = self._festival() if festival else FIRST + min(int(draw.triangular(0, 366, 170)), 365)
        people = draw.choice((15, 25, 40, 60, 90, 150, 300))
        travels = outing or draw.random() < 0.05
        cost = 100 * draw.randrange(2, 40) * people
        return Item(
            key, day, Mode.ON_SITE, (day - 7, day + 7) if festival else (FIRST, LAST),
            days=draw.choice((1, 1, 2) if outing else (1, 1, 1, 2, 3)),
            weekdays=frozenset({5, 6}) if draw.random() < 0.3 else frozenset(range(7)),
            day_kinds=OFF if draw.random() < 0.35 else ANY,
            parts=draw.choice((frozenset({0}), frozenset({1}), frozenset({0, 1}), frozenset({0, 1}), frozenset({2}))),
            units=(unit, draw.randrange(self.units)) if draw.random() < 0.15 else (unit,),
            paths=(f"1.{unit}.",), place="新校区" if draw.random() < 0.4 else "老校区",
            people=people, indoor=not outing and draw.random() < 0.7,
            reach=draw.choice((CITY, BEYOND)) if travels else HERE,
            online_ok=False, avoid_vacations=not outing,
            venue=None if travels or draw.random() < 0.3 else draw.randrange(self.halls),
            officer=(unit + draw.choice((0, 0, 0, 1))) % self.units,
            cost=cost, cost_online=cost * 2 // 5, payer=unit,
            like=draw.randrange(self.size // 10 + 1) if draw.random() < 0.3 else None,
            announced=draw.random() < 0.3,
        )  # fmt: skip

    def _festival(self) -> int:
        return _day(self.random.choice(FESTIVALS)) + self.random.randrange(-3, 4)

    def _orders(self) -> Iterator[Order]:
        for later in range(1, self.size):
            if self.random.random() < 0.06:
                yield Order(self.random.randrange(later), later, lag=self.random.choice((1, 3, 7)))

    def _narrowed(self, item: Item) -> Item:
        """The window that the plan leaves it, and whether it could be online."""
        draw = self.random
        before, after = draw.choice((20, 45, 90)), draw.choice((45, 90, 150, 200))
        if self.tight:
            before, after = before // 2, after // 2
        day = item.day or FIRST
        festival = item.window != (FIRST, LAST)
        window = item.window if festival else (max(day - before, FIRST), min(day + after, LAST))
        online = item.reach == HERE and draw.random() < 0.4
        return replace(item, window=window, online_ok=online, fixed=day + item.days <= NOW)

    def _budgets(self, planned: Year) -> dict[tuple[int, int], int]:
        """What the plan costs a quarter, and something more."""
        spent = {(unit, quarter): 0 for unit in range(self.units) for quarter in range(4)}
        for item in planned.items:
            spent[item.payer or 0, (date.fromordinal(item.day or FIRST).month - 1) // 3] += item.cost
        mean = sum(spent.values()) // len(spent)
        return {
            key: fen * (105 if self.tight else 120) // 100 + mean // (4 if self.tight else 2)
            for key, fen in spent.items()
        }


def _day(text: str) -> int:
    return date(2020, int(text[:2]), int(text[2:])).toordinal()


def _span(first: str, last: str) -> tuple[int, int]:
    return _day(first), _day(last)


def _kinds() -> Iterator[DayKind]:
    holidays = {_day(first) + day for first, length in HOLIDAYS for day in range(length)}
    for day in range(FIRST, LAST + 1):
        off = DayKind.DAY_OFF if (day - 1) % 7 > 4 else DayKind.WORKDAY
        yield DayKind.HOLIDAY if day in holidays else off


def _limits() -> tuple[Limit, ...]:
    """Two waves and what remains between them."""
    return (
        Limit(1, _day("0124"), _day("0331"), online_only=True),
        Limit(2, _day("0401"), _day("0531"), ban_over=50, farthest=HERE),
        Limit(3, _day("0601"), None, plan_days=((100, 14), (200, 21)), notice_days=5),
        Limit(4, _day("1108"), _day("1206"), places=("新校区",), ban_over=30, no_indoor=True, farthest=CITY),
    )
