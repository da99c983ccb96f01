"""The small decisions, as tables."""

from __future__ import annotations

from datetime import date

import pytest

from tongxin.activities.rules.copying import day_again, title_again
from tongxin.activities.rules.counting import counting
from tongxin.activities.rules.dates import moved_end, year_counted
from tongxin.activities.rules.next_act import next_act
from tongxin.activities.rules.reasons import needs_words

TODAY, BEFORE, AFTER = date(2020, 10, 20), date(2020, 10, 19), date(2020, 10, 21)


@pytest.mark.parametrize(
    ("roles", "counts"),
    [
        ([], []),
        (["run"], [True]),
        (["host"], [True]),
        (["host", "run"], [False, True]),
        (["host", "assist"], [True, False]),
        (["run", "run", "assist"], [True, True, False]),
        (["host", "joint", "run"], [False, True, True]),
        (["assist"], [False]),
    ],
)
def test_for_whom_a_joint_activity_counts(roles, counts):
    assert counting(roles) == counts


@pytest.mark.parametrize(
    ("title", "again"),
    [
        ("2020年运动会", "2021年运动会"),
        ("2021年年会", "2022年年会"),
        ("重阳节登高", "重阳节登高"),
        ("2019年度评优", "2020年度评优"),
    ],
)
def test_years_in_a_title_go_on(title, again):
    assert title_again(title, 2020, 2021) == again


@pytest.mark.parametrize("years", [1, 2, 3, 6, 7])
def test_an_activity_is_held_again_on_the_same_weekday(years):
    again = day_again(TODAY, years)
    assert again is not None
    assert again.weekday() == TODAY.weekday()
    assert abs((again - TODAY.replace(year=2020 + years)).days) < 14
    assert day_again(None, years) is None


@pytest.mark.parametrize(
    ("state", "day", "act"),
    [
        ("idea", None, "plan"),
        ("planned", None, "move"),
        ("planned", AFTER, "publish"),
        ("planned", BEFORE, "finish"),
        ("published", AFTER, None),
        ("published", TODAY, "begin"),
        ("published", BEFORE, "finish"),
        ("under_way", TODAY, "finish"),
        ("postponed", None, "postpone"),
        ("postponed", AFTER, "publish"),
        ("postponed", BEFORE, "finish"),
        ("cancelled", AFTER, "reinstate"),
        ("merged", AFTER, "reinstate"),
        ("done", BEFORE, None),
    ],
)
def test_the_act_that_comes_next(state, day, act):
    assert next_act(state, day, TODAY) == act


@pytest.mark.parametrize(
    ("starts_on", "ends_on", "to", "end"),
    [(TODAY, None, AFTER, None), (BEFORE, TODAY, TODAY, AFTER), (None, None, TODAY, None), (BEFORE, TODAY, None, None)],
)
def test_a_moved_activity_stays_as_long_as_it_was(starts_on, ends_on, to, end):
    assert moved_end(starts_on, ends_on, to) == end


@pytest.mark.parametrize(
    ("until", "told", "year"),
    [
        (None, None, 2020),
        (date(2021, 3, 5), None, 2021),
        (date(2021, 3, 5), 2020, 2020),
        (None, 2021, 2021),
        (AFTER, None, 2020),
    ],
)
def test_the_year_that_a_postponed_activity_counts_for(until, told, year):
    assert year_counted(2020, until, told) == year


def test_only_other_needs_words():
    assert needs_words("other", "  ")
    assert not needs_words("other", "领导出差")
    assert not needs_words("weather", "")
