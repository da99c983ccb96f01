"""Figures of coming, who came, and what waits."""

from __future__ import annotations

from datetime import timedelta
from fractions import Fraction

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.cast import NOW, TODAY
from tongxin.activities.actions import finish
from tongxin.activities.hooks import heads_of
from tongxin.attendance.actions import check_in, close_check_in, expect_people, open_check_in
from tongxin.attendance.models import Attendance
from tongxin.attendance.queries.came import came
from tongxin.attendance.queries.counts import Tally, tally
from tongxin.attendance.tests.making import LATER, hold, make_pool, make_slot, opened, people, session
from tongxin.attendance.todos import ask
from tongxin.core.figures import Scope, figures
from tongxin.core.periods import Period

YEAR = Period.of_year(2020)


def value(cast, key, unit="union"):
    return figures.get(key).compute(Scope(cast.units[unit], YEAR))


def put(cast, slot, *names, walk_in=""):
    for name in names:
        check_in(
            actor=cast.actor("office"),
            now=LATER,
            slot=slot.pk,
            person=cast.people[name].pk,
            way="tick",
            walk_in=walk_in,
        )


def hold_it(cast, slot):
    finish(actor=cast.actor("office"), now=LATER, activity=slot.activity, held_on=TODAY)


def test_the_rate_counts_who_was_due_at_closed_check_ins(cast):
    slot = opened(cast, "member", "librarian", "hr")
    put(cast, slot, "member", "librarian")
    put(cast, slot, "office", walk_in="路过")
    assert value(cast, "activities.attendance_rate").value is None
    hold_it(cast, slot)
    meeting = make_slot(cast, pool=False, title="委员会")
    expect_people(
        actor=cast.actor("office"),
        now=NOW,
        slot=meeting,
        people=[cast.people[name].pk for name in ("chair", "office", "branch")],
    )
    meeting.expected.filter(person=cast.people["chair"]).update(excuse="出差")
    open_check_in(actor=cast.actor("office"), now=NOW, slot=meeting)
    put(cast, meeting, "office")
    hold_it(cast, meeting)
    rate, missed = value(cast, "activities.attendance_rate"), value(cast, "activities.no_shows")
    assert rate.value == Fraction(3, 5)
    assert (missed.value, missed.records.count) == (2, 2)
    assert value(cast, "activities.attendances").value == 4
    assert [row.label for row in missed.records.rows(cast.actor("office"), 0, 9)] == ["丁磊", "吴海燕"]
    assert [row.label for row in missed.records.rows(cast.actor("outsider"), 0, 9)] == ["一位教职工"] * 2
    details = [row.detail for row in rate.records.rows(cast.actor("office"), 0, 9)]
    assert details == ["应到3人，到了2人", "应到2人，到了1人"]
    assert value(cast, "activities.attendance_rate", "lib").value is None


def test_sessions_without_a_pool_count_the_places_of_the_whole(cast):
    slot = make_slot(cast, "member", "librarian")
    own = session(slot.activity, "第二批", pool=make_pool(cast))
    hold(own, cast.people["hr"])
    bare, another = session(slot.activity, "第一批"), session(slot.activity, "第三批")
    for each in (own, bare, another):
        open_check_in(actor=cast.actor("branch"), now=NOW, slot=each)
    put(cast, bare, "member")
    put(cast, another, "member", "librarian")
    assert [tally(each.pk) for each in (bare, another, own)] == [Tally(2, 1, 1), Tally(2, 2, 2), Tally(1, 0, 0)]
    hold_it(cast, slot)
    assert value(cast, "activities.attendance_rate").value == Fraction(3, 5)
    assert value(cast, "activities.no_shows").value == 2
    assert heads_of(slot.activity) == (2, 3)
    assert came(slot.activity) == {cast.people[name].pk: LATER for name in ("member", "librarian")}


def test_nobody_checked_in_leaves_the_heads_open(cast):
    assert heads_of(make_slot(cast, "member").activity) is None


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.sets(st.integers(0, 5)), st.sets(st.integers(0, 5)))
def test_the_tally_is_what_counting_by_hand_gives(crowd, holders, comers):
    slot, staff = crowd
    slot.pool.places.all().delete()
    Attendance.objects.filter(slot=slot).delete()
    for number in holders:
        hold(slot, staff[number])
    for number in comers:
        Attendance.objects.create(slot=slot, person=staff[number], at=NOW, kept_at=NOW, way="tick")
    assert tally(slot.pk) == Tally(len(holders), len(holders & comers), len(comers))


@pytest.fixture
def crowd(cast):
    slot = opened(cast)
    return slot, people(cast, 6)


def waiting(cast, who="branch", now=NOW):
    return [(todo.key.split(".")[1], todo.title) for todo in ask(cast.actor(who), now)]


def test_what_waits_at_the_doors(cast):
    slot = make_slot(cast, "member")
    make_slot(cast, title="没有名单")
    make_slot(cast, "member", title="明天", starts_on=TODAY + timedelta(days=1))
    make_slot(cast, "member", title="取消的", state="cancelled")
    listed = [("open", "今天签到：重阳节登高"), ("open", "今天签到：没有名单")]
    assert waiting(cast) == listed
    open_check_in(actor=cast.actor("branch"), now=NOW, slot=slot)
    assert waiting(cast)[0] == ("go_on", "今天签到：重阳节登高")
    tomorrow = NOW + timedelta(days=1)
    assert ("close", "“重阳节登高”的签到还没结束") in waiting(cast, now=tomorrow)
    close_check_in(actor=cast.actor("branch"), now=LATER, slot=slot)
    assert "重阳节登高" not in str(waiting(cast, now=tomorrow))
    assert waiting(cast, "member") == waiting(cast, "outsider") == waiting(cast, "audit") == []
    assert ask(cast.actor("branch", in_office=False), NOW) == []


def test_a_bare_activity_asks_for_no_check_in(cast):
    make_slot(cast, pool=False)
    assert waiting(cast) == []


@pytest.mark.parametrize("key", ["activities.attendance_rate", "activities.no_shows", "activities.attendances"])
def test_figures_take_as_many_queries_for_many_as_for_few(cast, key):
    def count():
        with CaptureQueriesContext(connection) as queries:
            found = value(cast, key)
            found.records.rows(cast.actor("office"), 0, 50)
        return len(queries)

    def more(number):
        slot = opened(cast, "member", "librarian", title=f"活动{number}")
        put(cast, slot, "member")
        hold_it(cast, slot)

    more(0)
    few = count()
    for number in range(1, 5):
        more(number)
    assert count() == few
