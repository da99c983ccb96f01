"""The fast planner against the plain one, and every plan against the checker."""

from __future__ import annotations

import pytest

from tongxin.planner.problem import Aim, Plan
from tongxin.planner.solving import greedy, solve, stand
from tongxin.planner.tests.solving import checker, monolith
from tongxin.planner.tests.solving.years import ORDERS, random_year

AGAINST_PLAIN = 36
EVERY_ORDER = range(1000, 1000 + len(ORDERS))


def checked(year, plan):
    assert checker.faults(year, plan.placings) == []
    assert [aim.aim for aim in plan.aims] == list(year.order)
    assert {aim.aim: aim.value for aim in plan.aims} == checker.aims(year, plan.placings)
    assert all(aim.bound <= aim.value for aim in plan.aims)
    return plan


@pytest.mark.parametrize("seed", range(AGAINST_PLAIN))
def test_the_fast_planner_agrees_with_the_plain_one_on_all_aims(seed):
    year = random_year(seed, size=12 + seed % 9, days=90)
    plan = checked(year, solve(year, seconds=60))
    values, placings = monolith.best(year)
    assert checker.faults(year, placings) == []
    assert {aim.aim: aim.value for aim in plan.aims} == values
    assert {aim.aim: aim.bound for aim in plan.aims} == values
    assert plan.cut == ""


@pytest.mark.parametrize("seed", EVERY_ORDER)
def test_each_order_of_the_aims_is_planned_and_proven(seed):
    year = random_year(seed, size=8, days=60, order=ORDERS[seed - EVERY_ORDER.start])
    plan = checked(year, solve(year, seconds=60))
    assert [aim.gap for aim in plan.aims] == [0] * len(Aim)
    quick = greedy(year)
    assert _in_order(plan) <= _in_order(quick)


@pytest.mark.parametrize("seed", range(2000, 2040))
def test_the_first_answer_and_the_year_as_it_stands_break_no_rule(seed):
    year = random_year(seed, size=40)
    lost = {placing.key for placing in checked(year, greedy(year)).placings if placing.day is None}
    assert greedy(year).cannot <= lost
    standing = checked(year, stand(year))
    assert {aim.aim: aim.value for aim in standing.aims}[Aim.MOVES] == 0


def test_the_first_answer_is_told_before_anything_is_solved():
    year = random_year(7)
    told: list[Plan] = []
    plan = solve(year, seconds=30, told=told.append)
    assert [each.placings for each in told] == [greedy(year).placings]
    assert _in_order(plan) <= _in_order(told[0])


@pytest.mark.parametrize("seconds", [0, 0.002, 0.01, 0.05])
def test_a_limit_that_cuts_gives_a_good_plan_with_honest_bounds(seconds):
    year = random_year(3, size=40)
    full = solve(year, seconds=120)
    short = checked(year, solve(year, seconds=seconds))
    assert _in_order(full) <= _in_order(short)
    assert short.cut == ("limit" if any(aim.gap for aim in short.aims) else "")
    before_is_best = True
    for aim, best in zip(short.aims, full.aims, strict=True):
        assert not before_is_best or aim.bound <= best.value
        before_is_best &= aim.value == best.value


def test_what_cannot_be_kept_at_all_is_named():
    year = random_year(11, size=40)
    for key in solve(year, seconds=30).cannot:
        item = next(item for item in year.items if item.key == key)
        alone = year.__class__(
            **{**vars(year), "items": (item, *(other for other in year.items if other.fixed)), "orders": ()}
        )
        assert year.orders or monolith.best(alone)[0][Aim.KEPT] == 1


def _in_order(plan):
    return tuple(aim.value for aim in plan.aims)
