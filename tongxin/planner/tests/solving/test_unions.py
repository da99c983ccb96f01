"""The benchmark's unions: planned, checked, the plan at its limit too."""

from __future__ import annotations

import pytest

from benchmarks.support.unions import union
from tongxin.planner.problem import Aim
from tongxin.planner.solving import Explainer, greedy, solve
from tongxin.planner.tests.solving import checker


@pytest.mark.parametrize("tight", [False, True])
def test_a_union_of_200_is_planned_and_proven(tight):
    year = union(200, seed=3, tight=tight)
    plan = solve(year, seconds=60)
    assert checker.faults(year, plan.placings) == []
    assert [aim.gap for aim in plan.aims] == [0] * len(Aim)
    lost = [placing.key for placing in plan.placings if placing.day is None]
    explainer = Explainer(year, plan)
    assert set(lost) >= plan.cannot
    assert all(explainer.of(key).closing for key in lost)


@pytest.mark.parametrize("seconds", [0.02, 0.05, 0.1])
def test_cut_short_it_is_still_a_plan_no_worse_than_the_first_answer(seconds):
    year = union(200, seed=3, tight=True)
    plan = solve(year, seconds=seconds)
    assert checker.faults(year, plan.placings) == []
    assert [aim.value for aim in plan.aims] <= [aim.value for aim in greedy(year).aims]


def test_the_same_seed_gives_the_same_union():
    assert union(20, seed=5) == union(20, seed=5)
    assert union(20, seed=5) != union(20, seed=6)
