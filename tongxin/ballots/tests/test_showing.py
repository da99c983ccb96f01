"""The shown state never tells about fewer than five answers."""

from __future__ import annotations

from datetime import date, timedelta
from fractions import Fraction
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tongxin.ballots.rules.showing import STEP, Tally, next_shown
from tongxin.ballots.rules.window import worth_asking


@pytest.mark.parametrize(
    ("shown", "counted", "then"),
    [
        (Tally(), Tally(4, 0, 0), Tally()),
        (Tally(), Tally(3, 1, 1), Tally(3, 1, 1)),
        (Tally(3, 1, 1), Tally(7, 1, 1), Tally(3, 1, 1)),
        (Tally(3, 1, 1), Tally(7, 2, 1), Tally(7, 2, 1)),
        (Tally(), Tally(0, 0, 9), Tally(0, 0, 9)),
    ],
)
def test_the_shown_state_moves_in_steps(shown, counted, then):
    assert next_shown(shown, counted) == then


@given(st.lists(st.sampled_from(("good", "fair", "poor")), max_size=80))
def test_no_two_shown_states_differ_by_fewer_than_five_answers(ratings):
    counts = {"good": 0, "fair": 0, "poor": 0}
    shown, seen = Tally(), [Tally()]
    for rating in ratings:
        counts[rating] += 1
        shown = next_shown(shown, Tally(**counts))
        if shown != seen[-1]:
            seen.append(shown)
    assert all(later.total - earlier.total >= STEP for earlier, later in pairwise(seen))
    assert sum(counts.values()) - shown.total < STEP


def test_the_share_is_exact_and_there_is_none_of_nothing():
    assert Tally(2, 1, 0).satisfied == Fraction(2, 3)
    assert Tally().satisfied is None


@pytest.mark.parametrize(("people", "days", "asks"), [(4, 1, False), (5, 0, True), (5, 60, True), (500, 61, False)])
def test_who_is_worth_asking(people, days, asks):
    today = date(2020, 10, 20)
    assert worth_asking(people, today - timedelta(days=days), today) is asks
