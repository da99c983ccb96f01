"""Causes as tables, counts that sum up, smallest sets that close."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from itertools import combinations

import pytest

from tongxin.planner.problem import Aim, DayKind, Item, Limit, Mode, Order, Year
from tongxin.planner.solving import Code, Explainer, Lever, explain, greedy, solve
from tongxin.planner.solving.covering import smallest_cover
from tongxin.planner.tests.solving.years import random_year

FIRST = date(2020, 6, 1).toordinal()  # a Monday
OFFICE = tuple(DayKind.DAY_OFF if day % 7 > 4 else DayKind.WORKDAY for day in range(30))


def a_year(*items, **facts):
    return Year(FIRST, FIRST + 29, FIRST, OFFICE, items, notice=0, **facts)


def an_item(key=1, day=10, **facts):
    return Item(key, FIRST + day, Mode.ON_SITE, (FIRST, FIRST + 29), **{"units": (1,), "online_ok": False, **facts})


def other(**facts):
    return an_item(2, fixed=True, **{"units": (2,), **facts})


LIMIT = Limit(9, FIRST + 8, FIRST + 12)
CAUSES = [
    ("online_only", a_year(an_item(), limits=(replace(LIMIT, online_only=True),)), Code.LIMIT, 9),
    ("ban_over", a_year(an_item(people=60), limits=(replace(LIMIT, ban_over=50),)), Code.LIMIT, 9),
    ("farthest", a_year(an_item(reach=1), limits=(replace(LIMIT, farthest=0),)), Code.LIMIT, 9),
    ("no_indoor", a_year(an_item(), limits=(replace(LIMIT, no_indoor=True),)), Code.LIMIT, 9),
    ("plan_days", a_year(an_item(people=60), limits=(replace(LIMIT, plan_days=((50, 14),)),)), Code.LIMIT, 9),
    ("notice_days", a_year(an_item(), limits=(replace(LIMIT, notice_days=11),)), Code.LIMIT, 9),
    ("", a_year(an_item(), exams=((FIRST + 9, FIRST + 11),)), Code.EXAM, FIRST + 9),
    ("", a_year(an_item(days=3), exams=((FIRST + 12, FIRST + 13),)), Code.EXAM, FIRST + 12),
    ("", a_year(an_item(), vacations=((FIRST + 9, FIRST + 11),)), Code.VACATION, FIRST + 9),
    ("", a_year(an_item(day_kinds=frozenset({DayKind.DAY_OFF}))), Code.DAY_KIND, DayKind.WORKDAY),
    ("", a_year(an_item(weekdays=frozenset({0}))), Code.WEEKDAY, None),
    ("", a_year(replace(an_item(), window=(FIRST, FIRST + 5))), Code.WINDOW, None),
    ("", a_year(an_item(), other(units=(1,))), Code.UNIT, 1),
    ("", a_year(an_item(venue=4), other(venue=4, parts=frozenset({1}))), Code.VENUE, 4),
    ("", a_year(an_item(officer=3), other(officer=3), officers={3: 1}), Code.OFFICER, 3),
    ("", a_year(an_item(cost=6, payer=5), other(cost=5, payer=5), budgets={(5, 0): 10}), Code.BUDGET, 5),
    ("", a_year(an_item(like=8), other(like=8, day=12), spacing={8: 3}), Code.SPACING, 8),
    ("", a_year(an_item(), other(day=10), orders=(Order(2, 1),)), Code.ORDER, None),
]


@pytest.mark.parametrize(("rule", "year", "code", "key"), CAUSES, ids=lambda value: str(value)[:14])
def test_the_cause_that_excluded_the_own_day(rule, year, code, key):
    causes = explain(year, greedy(year), 1).excluded
    assert [(cause.code, cause.key, cause.rule) for cause in causes] == [(code, key, rule)]


def test_what_does_not_touch_it_excludes_nothing():
    announced = an_item(announced=True)
    free = [
        a_year(an_item(parts=frozenset({2})), other(units=(1,), parts=frozenset({0, 1}))),
        a_year(announced, limits=(replace(LIMIT, notice_days=11),)),
        a_year(an_item(paths=("2.",)), limits=(replace(LIMIT, online_only=True, paths=("1.",)),)),
        a_year(an_item(paths=("1.",), place="西"), limits=(replace(LIMIT, online_only=True, places=("东",)),)),
    ]
    for year in free:
        assert [placing.day for placing in greedy(year).placings if placing.key == 1] == [FIRST + 10]


@pytest.mark.parametrize("seed", range(30))
def test_the_counts_sum_up_to_the_days_of_the_window(seed):
    year = random_year(seed, size=20)
    plan = greedy(year)
    explainer = Explainer(year, plan)
    for item in year.items:
        told = explainer.of(item.key)
        assert told.window == len(range(max(item.window[0], year.first), min(item.window[1], year.last) + 1))
        assert sum(counted.days for counted in told.on_site) == (told.window if item.mode is Mode.ON_SITE else 0)
        assert sum(counted.days for counted in told.online) in (0, told.window)


def test_a_nearer_day_without_a_cause_says_what_it_would_cost():
    year = replace(
        a_year(an_item(day=10), limits=(replace(LIMIT, first=FIRST + 10, last=FIRST + 10, online_only=True),))
    )
    plan = solve(year, seconds=5)
    moved = replace(plan, placings=(replace(plan.placings[0], day=FIRST + 20),))
    nearer = explain(year, moved, 1).nearer
    assert nearer[0].day == FIRST + 9
    assert dict(nearer[0].price)[Aim.LEVEL] == -9


def test_what_has_no_place_says_what_closes_all_its_days_and_what_would_help():
    wave = replace(LIMIT, first=FIRST, last=FIRST + 19, ban_over=50, key=7)
    item = an_item(people=60, venue=4)
    taken = [other(venue=4, day=20, days=10)]
    told = explain(year := a_year(item, *taken, limits=(wave,)), greedy(year), 1)
    assert [(cause.code, cause.key) for cause in told.closing] == [(Code.LIMIT, 7), (Code.VENUE, 4)]
    assert {(each.lever, each.value, each.days) for each in told.helps} == {
        (Lever.ONLINE, None, 30),
        (Lever.FEWER, 50, 20),
        (Lever.LIMIT, 7, 20),
        (Lever.VENUE, 4, 10),
    }


def test_what_follows_something_lost_says_so():
    lost = an_item(1, weekdays=frozenset())
    year = a_year(lost, an_item(2, day=20, units=()), orders=(Order(1, 2),))
    plan = greedy(year)
    assert plan.cannot == {1, 2}
    assert [(cause.code, cause.item) for cause in explain(year, plan, 2).closing] == [(Code.ORDER, 1)]


@pytest.mark.parametrize("seed", range(20))
def test_no_smaller_set_covers(seed):
    from random import Random

    draw = Random(seed)
    masks = {name: draw.getrandbits(12) for name in range(7)}
    universe = 0
    for mask in masks.values():
        universe |= mask
    found = smallest_cover(universe, masks)
    assert _covers(found, masks, universe)
    assert not any(_covers(names, masks, universe) for names in combinations(masks, max(len(found) - 1, 0)))


def _covers(names, masks, universe):
    covered = 0
    for name in names:
        covered |= masks[name]
    return covered == universe and bool(names)
