"""A year as the solver sees it: plain values, no database. Days are ordinals (`date.toordinal`), money is whole fen.

Two modes: `ON_SITE` and `ONLINE`. Everything is a tuple in the order of keys, so that the same year gives the same model.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import IntEnum, StrEnum
from fractions import Fraction
from typing import Final

HERE, CITY, BEYOND = 0, 1, 2


class Mode(IntEnum):
    """How an item is held."""

    ON_SITE = 0
    ONLINE = 1


class DayKind(IntEnum):
    """What a day of the calendar is."""

    WORKDAY = 0
    DAY_OFF = 1
    HOLIDAY = 2


class Aim(StrEnum):
    """What a plan tries for; the order is the office's."""

    KEPT = "kept"  # items dropped
    ANNOUNCED = "announced"  # announced items that moved or changed form
    MOVES = "moves"  # items moved to another day
    LEVEL = "level"  # days moved + factor × load above the target
    ON_SITE = "on_site"  # items that are held online though meant on site


DEFAULT_ORDER: Final = (Aim.KEPT, Aim.ANNOUNCED, Aim.MOVES, Aim.LEVEL, Aim.ON_SITE)


@dataclass(frozen=True)
class Item:
    """One activity or outing that can be placed.

    `day` and `mode` are how it stands; `day` None: no day yet. It starts within `window` (first, last) and lasts `days`.
    `weekdays`: allowed days of the week of the start (0 Monday); `day_kinds`: allowed kinds for every day it covers.
    `parts`: parts of the day it takes (0 morning, 1 afternoon, 2 evening): halls and units are shared between parts.
    `units` are busy with it, `venue` is taken while on site, `officer` works on it on each workday it covers.
    `cost` on site and online, from the budget of `payer` in the quarter of the start.
    `like`: the group of like items that keep their distance. `fixed`: it stays where it is (past, under way, nailed down) and still
    uses what it uses. `online_ok`: it may be held online; else it is on site or not at all.
    """

    key: int
    day: int | None
    mode: Mode
    window: tuple[int, int]
    days: int = 1
    weekdays: frozenset[int] = frozenset(range(7))
    day_kinds: frozenset[DayKind] = frozenset({DayKind.WORKDAY, DayKind.DAY_OFF})
    parts: frozenset[int] = frozenset({0, 1})
    units: tuple[int, ...] = ()
    paths: tuple[str, ...] = ()
    place: str = ""
    people: int = 0
    indoor: bool = True
    reach: int = HERE
    online_ok: bool = True
    avoid_exams: bool = True
    avoid_vacations: bool = True
    venue: int | None = None
    officer: int | None = None
    cost: int = 0
    cost_online: int = 0
    payer: int | None = None
    like: int | None = None
    announced: bool = False
    fixed: bool = False


@dataclass(frozen=True)
class Order:
    """`later` starts at least `lag` days after the last day of `earlier`, and falls with it."""

    earlier: int
    later: int
    lag: int = 1


@dataclass(frozen=True)
class Limit:
    """A restriction, for all items of which a path begins with one of `paths` and whose place contains one of `places`.

    `ban_over`: gatherings on site of more heads are forbidden (None: no limit); `plan_days`: (heads, days): larger ones need so many
    days before they are held; `farthest` how far one may go on site; `last` None: until further notice.
    Online escapes all but nothing else does.
    """

    key: int
    first: int
    last: int | None
    paths: tuple[str, ...] = ("",)
    places: tuple[str, ...] = ()
    ban_over: int | None = None
    plan_days: tuple[tuple[int, int], ...] = ()
    farthest: int = BEYOND
    no_indoor: bool = False
    online_only: bool = False
    notice_days: int = 0


@dataclass(frozen=True)
class Levels:
    """The load that is asked for: working days an officer a month above `free_days` count, items a month above `month_target`
    (None: the mean, rounded up), items of the second half above `second_half` of all, the busiest month; each times `factor`."""

    free_days: int = 2
    month_target: int | None = None
    second_half: Fraction = Fraction(3, 5)
    factor: int = 10


@dataclass(frozen=True)
class Year:
    """Everything a plan depends on. `kinds[i]` is the kind of day `first + i`; a moved item needs `notice` days from `now`.

    `officers`: working days a month each can give; `budgets`: fen for (payer, quarter 0–3); `spacing`: days between starts of like items.
    """

    first: int
    last: int
    now: int
    kinds: tuple[DayKind, ...]
    items: tuple[Item, ...]
    orders: tuple[Order, ...] = ()
    limits: tuple[Limit, ...] = ()
    exams: tuple[tuple[int, int], ...] = ()
    vacations: tuple[tuple[int, int], ...] = ()
    officers: dict[int, int] = field(default_factory=dict)
    budgets: dict[tuple[int, int], int] = field(default_factory=dict)
    spacing: dict[int, int] = field(default_factory=dict)
    notice: int = 7
    levels: Levels = Levels()
    order: tuple[Aim, ...] = DEFAULT_ORDER


@dataclass(frozen=True)
class Placing:
    """Where an item stands in a plan; `day` None: it has no place."""

    key: int
    day: int | None
    mode: Mode


@dataclass(frozen=True)
class Reached:
    """One aim: what the plan reaches, the best anyone could reach as far as proven, and the gap between (0: proven)."""

    aim: Aim
    value: int
    bound: int
    gap: Fraction


@dataclass(frozen=True)
class Plan:
    """The answer: placings in the order of keys, aims in the office's order.

    `cannot`: items that have no allowed day or form at all, whatever else is done. `spent`: deterministic seconds.
    `cut`: "" where all is proven, "limit" where the repeatable limit ended it, "clock" where the fuse did (may differ next time).
    """

    placings: tuple[Placing, ...]
    aims: tuple[Reached, ...]
    cannot: frozenset[int]
    spent: float
    cut: str
    version: str
