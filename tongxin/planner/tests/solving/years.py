"""Random small years with everything in them, seeded."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from itertools import permutations
from random import Random

from tongxin.planner.problem import Aim, DayKind, Item, Levels, Limit, Mode, Order, Year

ORDERS = tuple(permutations(Aim))


def random_year(seed, *, size=None, order=None, days=120):
    """A year of `days` days from 1 May with 5 to 40 items that get in each other's way."""
    draw = Random(seed)
    first = date(2020, 5, 1).toordinal()
    last, now = first + days - 1, first + draw.randrange(0, 20)
    count = size or draw.randrange(5, 28)
    units, venues, officers = count // 4 + 1, count // 6 + 1, count // 5 + 1
    kinds = tuple(
        DayKind.HOLIDAY if draw.random() < 0.05 else DayKind.DAY_OFF if (day - 1) % 7 > 4 else DayKind.WORKDAY
        for day in range(first, last + 1)
    )
    items = tuple(_item(draw, key, first, last, now, units, venues, officers) for key in draw.sample(range(100), count))
    keys = [item.key for item in items]
    orders = {Order(*draw.sample(keys, 2), lag=draw.choice((1, 1, 5))) for _each in range(count // 5)}
    return Year(
        first, last, now, kinds, items,
        orders=tuple(order_ for order_ in sorted(orders, key=str) if order_.earlier < order_.later),
        limits=tuple(_limit(draw, key, first, days) for key in range(draw.randrange(1, 4))),
        exams=((first + 40, first + 47),) if draw.random() < 0.5 else (),
        vacations=((first + 75, first + 90),) if draw.random() < 0.5 else (),
        officers={officer: draw.choice((1, 2, 3, 6)) for officer in range(officers) if draw.random() < 0.8},
        budgets={(payer, quarter): draw.choice((300, 800)) for payer in range(2) for quarter in range(3) if draw.random() < 0.7},
        spacing={0: 7, 1: draw.choice((3, 14))},
        notice=draw.choice((0, 3, 7)),
        levels=Levels(draw.choice((0, 1, 2)), draw.choice((None, 2)), draw.choice((Fraction(3, 5), Fraction(1, 3), Fraction(0))), draw.choice((1, 10))),
        order=order or draw.choice(ORDERS),
    )  # fmt: skip


def _item(draw, key, first, last, now, units, venues, officers):
    day = draw.randrange(first, last + 1) if draw.random() < 0.9 else None
    span = draw.choice((3, 10, 30, 90))
    middle = day or draw.randrange(first, last)
    online = draw.random() < 0.1
    return Item(
        key, day, Mode.ONLINE if online else Mode.ON_SITE,
        (middle - draw.randrange(span), middle + draw.randrange(span)),
        days=draw.choice((1, 1, 1, 2, 4)),
        weekdays=frozenset(draw.choice((range(7), range(7), range(5), (5, 6), (draw.randrange(7),)))),
        day_kinds=frozenset(draw.choice(((DayKind.WORKDAY, DayKind.DAY_OFF), tuple(DayKind), (DayKind.WORKDAY,)))),
        parts=frozenset(draw.choice(((0,), (1,), (0, 1), (2,), (0, 1, 2), ()))),
        units=tuple(draw.choices(range(units), k=draw.choice((0, 1, 1, 2)))),
        paths=draw.choice((("1.",), ("1.2.",), ("1.3.", "2."))),
        place=draw.choice(("", "东校区", "西校区礼堂")),
        people=draw.choice((5, 30, 80, 200)), indoor=draw.random() < 0.6, reach=draw.choice((0, 0, 1, 2)),
        online_ok=draw.random() < 0.4, avoid_exams=draw.random() < 0.7, avoid_vacations=draw.random() < 0.7,
        venue=draw.randrange(venues) if draw.random() < 0.6 else None,
        officer=draw.randrange(officers) if draw.random() < 0.8 else None,
        cost=draw.choice((0, 100, 250)), cost_online=draw.choice((0, 50)),
        payer=draw.randrange(2) if draw.random() < 0.8 else None,
        like=draw.choice((None, None, 0, 1, 2)), announced=draw.random() < 0.4,
        fixed=(day is not None and day < now) or draw.random() < 0.05,
    )  # fmt: skip


def _limit(draw, key, first, days):
    begin = first + draw.randrange(days)
    return Limit(
        key, begin, None if draw.random() < 0.2 else begin + draw.randrange(5, 50),
        paths=draw.choice((("",), ("1.2.",), ("1.3.", "2."))), places=draw.choice(((), (), ("西校区",))),
        ban_over=draw.choice((None, 0, 50)), plan_days=draw.choice(((), ((20, 15), (100, 30)))),
        farthest=draw.choice((0, 1, 2)), no_indoor=draw.random() < 0.2, online_only=draw.random() < 0.2,
        notice_days=draw.choice((0, 0, 12)),
    )  # fmt: skip
