"""The application's life, its gaps, how far it goes, the free weekends: pure."""

from __future__ import annotations

from collections import Counter
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tongxin.outings.rules import life
from tongxin.outings.rules.complete import WANTED, missing
from tongxin.outings.rules.reach import reach_of
from tongxin.outings.rules.spread import crowd, free_weekends, halves, saturdays, share_out, weekend_of

STATES = (life.DRAFT, life.APPLIED, life.RETURNED, life.APPROVED, life.CLOSED)
WHOLE = {
    "day": date(2020, 10, 31), "destination": "丫山", "region": "CN-34-02", "headcount": 40, "vehicle_kind": "coach", "vehicles": 1,
    "vehicle_company": "客运", "insurer": "人保", "insured": 40, "safety_owner": 1, "safety_phone": "138", "plan": "有", "cost": 0,
}  # fmt: skip
DAYS = st.dates(date(2020, 1, 1), date(2020, 12, 31))


@pytest.mark.parametrize(
    ("act", "states", "then"),
    [
        ("edit", "draft returned", ""), ("apply", "draft returned", "applied"), ("approve", "applied", "approved"),
        ("exempt", "draft returned", ""), ("send_back", "applied", "returned"), ("withdraw", "applied approved", "draft"), ("close", "approved", "closed"),
    ],
)  # fmt: skip
def test_which_act_may_follow(act, states, then):
    assert {state for state in STATES if life.may(act, state)} == set(states.split())
    assert life.leads_to(act, "x") == (then or "x")


def test_a_whole_application_lacks_nothing_and_an_empty_one_everything():
    assert missing(WHOLE) == []
    assert missing({}) == [name for name in WANTED if name != "insured"]


@pytest.mark.parametrize(
    ("said", "lacks"),
    [
        ({"insured": 39}, ["insured"]), ({"cost": None}, ["cost"]), ({"vehicle_company": ""}, ["vehicle"]), ({"plan": " "}, ["plan"]),
        ({"vehicle_kind": "foot", "vehicles": None, "vehicle_company": ""}, []), ({"headcount": 0}, ["headcount"]),
    ],
)  # fmt: skip
def test_what_is_missing(said, lacks):
    assert missing({**WHOLE, **said}) == lacks


@pytest.mark.parametrize(
    ("region", "own", "reach"),
    [
        ("CN-34-02", "CN-34-02", "city"),
        ("CN-34-18", "CN-34-02", "beyond"),
        ("CN-34-02", "CN-34", "beyond"),
        ("CN-34", "CN-34-02", "beyond"),
    ],
)
def test_how_far_it_goes(region, own, reach):
    assert reach_of(region, own) == reach


def test_halves_turn_in_july():
    assert halves([date(2020, 6, 30), date(2020, 7, 1), date(2020, 12, 1)]) == (1, 2)


@given(st.lists(DAYS), DAYS, st.sets(DAYS, max_size=80))
def test_free_weekends_are_open_saturdays_the_emptiest_first(others, first, shut):
    last, taken = date(2020, 12, 31), crowd(others)
    found = free_weekends(first, last, taken, lambda day: day not in shut)
    assert all(day.weekday() == 5 and first <= day <= last and day not in shut for day, _others in found)
    assert [taken[day] for day, _others in found] == [count for _day, count in found] == sorted(n for _day, n in found)
    left = [day for day in saturdays(first, last) if day not in shut and day not in {day for day, _others in found}]
    assert len(found) == 3 or not left
    assert not found or all(taken[day] >= found[-1][1] for day in left)


@given(st.integers(1, 9))
def test_units_are_offered_different_weekends_while_there_are_enough(units):
    first = date(2020, 9, 1)
    shared = share_out([lambda day: True] * units, first, date(2020, 12, 31), Counter())
    assert len({days[0] for days in shared}) == units
    assert all(others == 0 for days in shared for _day, others in days)


@given(DAYS)
def test_a_day_belongs_to_the_saturday_of_its_week(day):
    assert abs(weekend_of(day) - day) <= timedelta(days=5) and weekend_of(day).weekday() == 5
