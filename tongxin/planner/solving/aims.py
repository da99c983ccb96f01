"""What the five aims count. All are counts to be made small.

Four are sums over items and depend only on what becomes of each (`Fate`); LEVEL looks at the whole year.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from enum import IntEnum
from fractions import Fraction

from tongxin.planner.problem import Aim, Item, Levels, Mode, Placing, Reached
from tongxin.planner.solving.board import Ground, Spot

Values = dict[Aim, int]


class Fate(IntEnum):
    """What becomes of an item."""

    STAYS = 0
    SWITCHES = 1  # another form on its own day
    MOVES = 2
    MOVES_AND_SWITCHES = 3
    FALLS = 4


def fate(item: Item, own: int | None, spot: Spot | None) -> Fate:
    """What a place in the plan means for it. An item that had no day never counts as moved."""
    if spot is None:
        return Fate.FALLS
    moved, switched = own is not None and spot[0] != own, spot[1] is not item.mode
    return Fate(2 * moved + switched)


def counts(item: Item, fate: Fate, aim: Aim) -> int:
    """What one item's fate adds to an aim that is a sum over items; an announced item that falls was not kept as announced."""
    match aim:
        case Aim.KEPT:
            return int(fate is Fate.FALLS)
        case Aim.ANNOUNCED:
            return int(item.announced and fate is not Fate.STAYS)
        case Aim.MOVES:
            return int(fate in (Fate.MOVES, Fate.MOVES_AND_SWITCHES))
        case Aim.ON_SITE:
            return int(fate in (Fate.SWITCHES, Fate.MOVES_AND_SWITCHES))
    return 0


def distance(own: int | None, spot: Spot | None) -> int:
    """Days moved."""
    return 0 if own is None or spot is None else abs(spot[0] - own)


def month_target(ground: Ground) -> int:
    """Items a month above which each counts: as stated, or the mean of all items over the months, rounded up."""
    stated = ground.year.levels.month_target
    return -(-len(ground.items) // len(ground.calendar.month_days)) if stated is None else stated


def load(ground: Ground, spots: Sequence[Spot | None]) -> int:
    """Officer-months' days above the free ones, months above the target, the second half above its share, the peak month."""
    calendar, levels = ground.calendar, ground.year.levels
    worked: Counter[tuple[int, int]] = Counter()
    months: Counter[int] = Counter(dict.fromkeys(range(len(calendar.month_days)), 0))
    placed = late = 0
    for item, spot in zip(ground.items, spots, strict=True):
        if spot is None or not 0 <= spot[0] < calendar.length:
            continue
        placed, late = placed + 1, late + (calendar.second_half >> spot[0] & 1)
        months[calendar.months[spot[0]]] += 1
        if item.officer is not None:
            for month, days in calendar.work(spot[0], item.days):
                worked[item.officer, month] += days
    officers = sum(max(days - levels.free_days, 0) for days in worked.values())
    above = sum(max(count - month_target(ground), 0) for count in months.values())
    return officers + above + half_excess(levels, late, placed) + max(months.values())


def half_excess(levels: Levels, late: int, placed: int) -> int:
    """Items of the second half above its share of all that are placed, rounded up."""
    share = Fraction(levels.second_half)
    return max(-((share.numerator * placed - share.denominator * late) // share.denominator), 0)


def level(ground: Ground, spots: Sequence[Spot | None]) -> int:
    """Days moved and the load times its factor."""
    moved = sum(map(distance, ground.own, spots))
    return moved + ground.year.levels.factor * load(ground, spots)


def measured(ground: Ground, spots: Sequence[Spot | None]) -> Values:
    """All aims of a plan; what is fixed counts for LEVEL alone."""
    found = dict.fromkeys(Aim, 0)
    for item, own, spot in zip(ground.items, ground.own, spots, strict=True):
        become = fate(item, own, spot)
        for aim in Aim if not item.fixed else ():
            found[aim] += counts(item, become, aim)
    found[Aim.LEVEL] = level(ground, spots)
    return found


def in_order(ground: Ground, values: Values) -> tuple[int, ...]:
    """The aims as the office puts them: the smaller tuple is the better plan."""
    return tuple(values[aim] for aim in ground.year.order)


def placings(ground: Ground, spots: Sequence[Spot | None]) -> tuple[Placing, ...]:
    """The plan item by item, by key; what has no place keeps its form."""
    first = ground.year.first
    return tuple(
        Placing(item.key, spot[0] + first, spot[1]) if spot else Placing(item.key, None, item.mode)
        for item, spot in zip(ground.items, spots, strict=True)
    )


def spots(ground: Ground, placed: Sequence[Placing]) -> list[Spot | None]:
    """The other way round."""
    found: list[Spot | None] = [None] * len(ground.items)
    for placing in placed:
        if placing.day is not None:
            found[ground.place_of[placing.key]] = placing.day - ground.year.first, Mode(placing.mode)
    return found


def reached(ground: Ground, values: Values, bounds: Values) -> tuple[Reached, ...]:
    """Value, bound and gap of each aim, in the office's order; the gap is a share of the value."""
    found = []
    for aim in ground.year.order:
        value, bound = values[aim], min(max(bounds[aim], 0), values[aim])
        found.append(Reached(aim, value, bound, Fraction(value - bound, max(value, 1))))
    return tuple(found)
