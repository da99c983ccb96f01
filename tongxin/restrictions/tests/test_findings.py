"""What restrictions say of an event, as tables; and what must hold of every event."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tongxin.restrictions.rules.findings import Code, findings, touches, unmet
from tongxin.restrictions.rules.limits import REACHES, Demand, Event, Limits
from tongxin.restrictions.tests.making import event, limits

TODAY = date(2020, 10, 20)
STEPS = ((50, Demand.PLAN), (100, Demand.FILE), (500, Demand.APPROVE), (1000, Demand.BAN))


def codes(seen: Event, held: Limits) -> list[tuple[str, str | None]]:
    return [(str(each.code), str(each.demand) if each.demand else None) for each in findings(seen, [held], TODAY)]


@pytest.mark.parametrize(
    ("people", "found"),
    [
        (0, []),
        (50, []),
        (51, [("gathering", "plan")]),
        (101, [("gathering", "plan"), ("gathering", "file")]),
        (501, [("gathering", "plan"), ("gathering", "file"), ("gathering", "approve")]),
        (1001, [("gathering", "ban")]),
        (None, [("heads_unknown", "plan")]),
    ],
)
def test_steps_demand_what_is_above_them_and_a_ban_stands_alone(people, found):
    assert codes(event(people=people), limits(steps=STEPS)) == found


@pytest.mark.parametrize("people", [None, 1, 500])
def test_any_gathering_is_more_than_none(people):
    assert codes(event(people=people), limits(steps=((0, Demand.BAN),))) == [("gathering", "ban")]


def test_nobody_at_all_is_no_gathering():
    assert codes(event(people=0), limits(steps=((0, Demand.BAN),))) == []


@pytest.mark.parametrize(
    ("seen", "held", "found"),
    [
        ({}, {"no_indoor": True}, ["indoor"]),
        ({"indoor": False}, {"no_indoor": True}, []),
        ({}, {"online_only": True}, ["online_only"]),
        ({"online": True}, {"online_only": True, "no_indoor": True, "farthest": "here", "notice_days": 99}, []),
        ({"reach": "city"}, {"farthest": "city"}, []),
        ({"reach": "beyond"}, {"farthest": "city"}, ["reach"]),
        ({"reach": "city"}, {"farthest": "here"}, ["reach"]),
        ({}, {"notice_days": 5}, []),
        ({}, {"notice_days": 6}, ["notice"]),
    ],
)
def test_each_limit_is_found_alone(seen, held, found):
    assert [code for code, _demand in codes(event(**seen), limits(**held))] == found


@pytest.mark.parametrize(
    ("held", "there"),
    [
        ({}, True),
        ({"paths": ("1.2.",)}, True),
        ({"paths": ("1.2.9.",)}, False),
        ({"paths": ("2.", "1.2.")}, True),
        ({"places": ("礼堂",)}, True),
        ({"places": ("体育馆", "食堂")}, False),
        ({"starts_on": date(2020, 10, 26)}, False),
        ({"starts_on": date(2020, 10, 25), "ends_on": date(2020, 10, 25)}, True),
        ({"ends_on": date(2020, 10, 24)}, False),
    ],
)
def test_days_units_and_places_decide_whether_it_is_touched(held, there):
    assert touches(event(), limits(**held)) is there


def test_an_organiser_further_away_is_touched_too():
    assert touches(event(paths=("1.2.", "1.3.4.")), limits(paths=("1.3.",)))


def test_a_unit_whose_number_begins_alike_is_another():
    assert not touches(event(paths=("12.3.",)), limits(paths=("1.",)))


def test_only_what_can_be_put_on_record_is_met():
    found = findings(event(people=2000, reach="beyond"), [limits(steps=STEPS, farthest="city")], TODAY)
    assert unmet(found, {(7, Demand.PLAN), (7, Demand.BAN)}) == found
    asked = findings(event(people=60), [limits(steps=STEPS)], TODAY)
    assert unmet(asked, {(7, Demand.PLAN)}) == ()
    assert unmet(asked, {(8, Demand.PLAN)}) == asked


def test_heads_nobody_told_never_block():
    assert [each.block for each in findings(event(people=None), [limits(steps=STEPS)], TODAY)] == [False]


DAYS = st.dates(date(2020, 1, 1), date(2021, 12, 31))
EVENTS = st.builds(
    lambda first, span, **more: Event(starts_on=first, ends_on=first + timedelta(days=span), **more),
    first=DAYS,
    span=st.integers(0, 30),
    online=st.booleans(),
    people=st.none() | st.integers(0, 3000),
    indoor=st.booleans(),
    reach=st.sampled_from(REACHES),
    place=st.sampled_from(("", "礼堂", "体育馆")),
    paths=st.lists(st.sampled_from(("1.", "1.2.", "1.2.3.", "2.")), min_size=1, max_size=3).map(tuple),
)
LIMITS = st.builds(
    lambda first, span, **more: Limits(
        id=1, title="", starts_on=first, ends_on=None if span is None else first + timedelta(days=span), **more
    ),
    first=DAYS,
    span=st.none() | st.integers(0, 200),
    paths=st.lists(st.sampled_from(("1.", "1.2.", "2.")), min_size=1, max_size=2).map(tuple),
    places=st.sampled_from(((), ("礼堂",))),
    steps=st.lists(
        st.tuples(st.sampled_from((0, 50, 100, 500)), st.sampled_from(tuple(Demand))),
        max_size=3,
        unique_by=lambda s: s[0],
    ).map(tuple),
    farthest=st.sampled_from(REACHES),
    no_indoor=st.booleans(),
    online_only=st.booleans(),
    notice_days=st.sampled_from((0, 7)),
    block=st.booleans(),
)


@given(EVENTS, LIMITS)
def test_going_online_always_escapes(seen, held):
    assert findings(replace(seen, online=True), [held], TODAY) == ()


@given(EVENTS, LIMITS, st.integers(0, 3000))
def test_fewer_people_are_never_worse(seen, held, people):
    if seen.people is None or people > seen.people:
        return
    worse = {
        each.demand for each in findings(replace(seen, people=people), [held], TODAY) if each.code is Code.GATHERING
    }
    here = {each.demand for each in findings(seen, [held], TODAY) if each.code is Code.GATHERING}
    assert worse <= here or Demand.BAN in here


@given(EVENTS, LIMITS)
def test_what_is_found_belongs_to_a_touched_event_and_stands_once(seen, held):
    found = findings(seen, [held], TODAY)
    assert not found or touches(seen, held)
    assert len({each.key for each in found}) == len(found)
    assert all(each.restriction == held.id and (held.block or not each.block) for each in found)


@given(EVENTS, LIMITS)
def test_longer_notice_never_adds_anything(seen, held):
    near = {each.key for each in findings(seen, [held], seen.starts_on)}
    assert {each.key for each in findings(seen, [held], seen.starts_on - timedelta(days=30))} <= near
