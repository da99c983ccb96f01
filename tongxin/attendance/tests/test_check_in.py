"""Coming: by every way, once, and each refusal."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.cast import NOW
from tongxin.activities.actions import add_clearance
from tongxin.attendance.actions import (
    Scan,
    check_in,
    check_in_many,
    close_check_in,
    expect_people,
    open_check_in,
    reopen_check_in,
    undo_check_in,
)
from tongxin.attendance.actions.door import get_facts
from tongxin.attendance.models import Attendance, Sheet
from tongxin.attendance.queries.arrival import arriving
from tongxin.attendance.rules.codes import screen_code
from tongxin.attendance.tests.making import LATER, code, digits, hold, make_slot, opened, people, session
from tongxin.audit.models import Entry
from tongxin.core.refusals import Refused
from tongxin.places.models import Place
from tongxin.restrictions import actions as restrictions
from tongxin.restrictions.tests.making import declare

Way = Attendance.Way


def scan(cast, slot, *texts, by="branch", at=None, now=LATER):
    sent = [Scan(str(place), text, at) for place, text in enumerate(texts)]
    return check_in_many(actor=cast.actor(by), now=now, activity=slot.activity_id, slot=slot.pk, scans=sent)


def refused(act, **given):
    before = (Attendance.objects.count(), Sheet.objects.count(), Entry.objects.count())
    with pytest.raises(Refused) as caught:
        act(**given)
    assert (Attendance.objects.count(), Sheet.objects.count(), Entry.objects.count()) == before
    return caught.value.code


def test_a_scan_puts_down_who_came(cast):
    slot = opened(cast, "member")
    (answer,) = scan(cast, slot, code(slot, cast.people["member"]))
    assert (answer.code, answer.name, answer.unit, answer.at) == ("in", "张三", "电子与电气工程学院", LATER)
    kept = Attendance.objects.get()
    assert (kept.person, kept.way, kept.at, kept.kept_at, kept.by) == (
        cast.people["member"],
        Way.SCAN,
        LATER,
        LATER,
        "吴海燕",
    )
    entry = Entry.objects.get(act="attendance.check_in")
    assert (entry.thing_label, entry.thing_id, entry.unit_path) == ("张三", str(kept.pk), cast.units["ee"].path)


def test_digits_find_the_same_person(cast):
    slot = opened(cast, "librarian", "member")
    (answer,) = scan(cast, slot, digits(slot, 2))
    assert (answer.code, answer.name) == ("in", "张三")
    assert Attendance.objects.get().way == Way.SELF


def test_twice_is_once_and_answers_with_the_first_time(cast):
    slot = opened(cast, "member")
    text = code(slot, cast.people["member"])
    scan(cast, slot, text)
    (again,) = scan(cast, slot, text, now=LATER + timedelta(minutes=9))
    assert (again.code, again.at) == ("again", LATER)
    assert Attendance.objects.count() == Entry.objects.filter(act="attendance.check_in").count() == 1


def test_a_queue_is_answered_scan_by_scan(cast):
    slot, other = opened(cast, "member", "librarian"), opened(cast, "member", title="运动会")
    hold(slot, cast.people["hr"], Place.State.WAITING)
    texts = [code(slot, cast.people["member"]), digits(slot, 1), code(slot, cast.people["librarian"])[:-2] + "AA",
             code(other, cast.people["member"]), code(slot, cast.people["hr"]), "随便", digits(slot, 4000),
             code(slot, cast.people["librarian"])]  # fmt: skip
    answers = scan(cast, slot, *texts)
    assert [each.key for each in answers] == [str(place) for place in range(8)]
    assert [each.code for each in answers] == [
        "in", "again", "attendance.bad_code", "attendance.other_slot", "attendance.not_listed", "attendance.bad_code",
        "attendance.bad_code", "in",
    ]  # fmt: skip
    assert (answers[4].name, answers[4].words) == ("丁磊", "还在候补，名单里没有。")
    assert Attendance.objects.count() == 2


def test_queued_scans_keep_their_own_time_and_the_earliest_wins(cast):
    slot = opened(cast, "member")
    text = code(slot, cast.people["member"])
    sent = [Scan("late", text, NOW + timedelta(minutes=3)), Scan("early", text, NOW + timedelta(minutes=1))]
    answers = check_in_many(actor=cast.actor("branch"), now=LATER, activity=slot.activity_id, slot=slot.pk, scans=sent)
    assert [each.code for each in answers] == ["in", "again"]
    assert (Attendance.objects.get().at, Attendance.objects.get().kept_at) == (NOW + timedelta(minutes=1), LATER)


def test_what_was_scanned_before_closing_arrives_after_it(cast):
    slot = opened(cast, "member", "librarian")
    close_check_in(actor=cast.actor("branch"), now=NOW + timedelta(minutes=2), slot=slot)
    (before,) = scan(cast, slot, code(slot, cast.people["member"]), at=NOW + timedelta(minutes=1))
    (after,) = scan(cast, slot, code(slot, cast.people["librarian"]), at=NOW + timedelta(minutes=3))
    assert (before.code, after.code) == ("in", "attendance.closed")


def test_scanning_as_a_whole_is_refused(cast):
    slot = make_slot(cast, "member")
    given = {"now": LATER, "activity": slot.activity_id, "slot": slot.pk, "scans": []}
    assert refused(check_in_many, actor=cast.actor("branch"), **given) == "attendance.not_open"
    assert refused(check_in_many, actor=cast.actor("member"), **given) == "access.no_right"
    assert refused(check_in_many, actor=cast.actor("outsider"), **given) == "access.no_right"
    assert refused(check_in_many, actor=cast.actor("branch", in_office=False), **given) == "access.office_mode"
    assert refused(check_in_many, actor=cast.actor("branch"), **{**given, "activity": 0}) == "attendance.no_slot"
    open_check_in(actor=cast.actor("branch"), now=NOW, slot=slot)
    assert (
        refused(check_in_many, actor=cast.actor("branch"), **{**given, "scans": [Scan("", "")] * 201})
        == "attendance.too_many"
    )
    slot.activity.state = "cancelled"
    slot.activity.save()
    assert refused(check_in_many, actor=cast.actor("branch"), **given) == "attendance.not_on"


def test_an_organiser_of_another_unit_stands_at_the_door(cast):
    slot = opened(cast, "member")
    slot.activity.organisers.create(unit=cast.units["hr"], role="run")
    assert scan(cast, slot, code(slot, cast.people["member"]), by="hr")[0].code == "in"


def test_a_scan_takes_few_queries_and_a_queue_no_more(cast):
    crowd = people(cast, 30)
    slot = opened(cast)
    for person in crowd:
        hold(slot, person)
    texts, actor = [code(slot, person) for person in crowd], cast.actor("branch")

    def count(sent):
        with CaptureQueriesContext(connection) as queries:
            check_in_many(actor=actor, now=LATER, activity=slot.activity_id, slot=slot.pk, scans=sent)
        return len([each for each in queries if not each["sql"].startswith(("SAVEPOINT", "RELEASE"))])

    assert count([Scan("", texts[0])]) == 4
    assert count([Scan("", text) for text in texts[1:]]) == 4
    assert Attendance.objects.count() == 30


def test_a_tick_and_its_refusals(cast):
    slot = opened(cast, "member")
    given = {"now": LATER, "slot": slot.pk, "person": cast.people["member"].pk, "way": Way.TICK}
    came = check_in(actor=cast.actor("branch"), **given)
    assert (came.name, came.again) == ("张三", False)
    assert check_in(actor=cast.actor("office"), **given).again
    assert refused(check_in, actor=cast.actor("member"), **given) == "access.no_right"
    assert (
        refused(check_in, actor=cast.actor("neighbour" if "neighbour" in cast.people else "outsider"), **given)
        == "access.no_right"
    )
    stranger = {**given, "person": cast.people["librarian"].pk}
    assert refused(check_in, actor=cast.actor("branch"), **stranger) == "attendance.not_listed"
    assert (
        refused(
            check_in, actor=cast.actor("branch"), **{**given, "person": cast.people["outsider"].pk, "walk_in": "来了"}
        )
        == "attendance.not_ours"
    )
    assert refused(check_in, actor=cast.actor("branch"), **{**given, "slot": 0}) == "attendance.no_slot"
    walked = check_in(actor=cast.actor("branch"), **stranger, walk_in="顶替李四")
    assert (walked.again, Attendance.objects.get(person=cast.people["librarian"]).walk_in) == (False, "顶替李四")


def test_a_member_checks_in_by_the_screen_alone_and_only_oneself(cast):
    slot = opened(cast, "member")
    given = {"now": LATER, "slot": slot.pk, "way": Way.SCREEN}
    actor = cast.actor("member", in_office=False)
    assert refused(check_in, actor=actor, person=cast.people["librarian"].pk, **given) == "access.no_right"
    assert not check_in(actor=actor, person=cast.people["member"].pk, **given).again
    librarian = cast.actor("librarian", in_office=False)
    assert refused(check_in, actor=librarian, person=cast.people["librarian"].pk, **given) == "attendance.not_listed"


def test_a_place_in_the_whole_counts_for_sessions_without_a_pool(cast):
    whole = make_slot(cast, "member")
    part = session(whole.activity)
    open_check_in(actor=cast.actor("branch"), now=NOW, slot=part)
    assert [each.code for each in scan(cast, part, code(part, cast.people["member"]), digits(part, 1))] == [
        "in",
        "again",
    ]


def test_where_there_is_no_list_the_whole_union_is_welcome(cast):
    slot = opened(cast, pool=False)
    answers = scan(cast, slot, code(slot, cast.people["librarian"]), code(slot, cast.people["outsider"]))
    assert [each.code for each in answers] == ["in", "attendance.not_listed"]


def test_opening_closing_reopening(cast):
    slot, actor = make_slot(cast, "member"), cast.actor("branch")
    assert refused(close_check_in, actor=actor, now=NOW, slot=slot) == "attendance.not_open"
    assert refused(open_check_in, actor=cast.actor("member"), now=NOW, slot=slot) == "access.no_right"
    assert refused(open_check_in, actor=actor, now=NOW - timedelta(days=1), slot=slot) == "attendance.too_early"
    sheet = open_check_in(actor=actor, now=NOW, slot=slot)
    assert open_check_in(actor=actor, now=LATER, slot=slot).opened_at == sheet.opened_at
    assert refused(reopen_check_in, actor=actor, now=NOW, slot=slot, reason="忘了") == "attendance.not_closed"
    assert close_check_in(actor=actor, now=LATER, slot=slot).closed_at == LATER
    assert close_check_in(actor=actor, now=LATER + timedelta(hours=1), slot=slot).closed_at == LATER
    assert refused(open_check_in, actor=actor, now=LATER, slot=slot) == "attendance.closed_already"
    assert reopen_check_in(actor=actor, now=LATER, slot=slot, reason="忘了一个人").closed_at is None
    acts = list(Entry.objects.order_by("pk").values_list("act", flat=True))
    assert acts == ["attendance.open", "attendance.close", "attendance.reopen"]


@pytest.mark.parametrize("state", ["idea", "cancelled", "postponed", "merged"])
def test_what_is_not_on_has_no_check_in(cast, state):
    slot = make_slot(cast, state=state, **({"merged_into": make_slot(cast).activity} if state == "merged" else {}))
    assert refused(open_check_in, actor=cast.actor("branch"), now=NOW, slot=slot) == "attendance.not_on"


def test_a_check_in_is_taken_back_with_its_reason(cast):
    slot = opened(cast, "member")
    scan(cast, slot, code(slot, cast.people["member"]))
    found = Attendance.objects.get()
    given = {"now": LATER, "attendance": found, "reason": "扫错了人"}
    assert refused(undo_check_in, actor=cast.actor("member"), **given) == "access.no_right"
    undo_check_in(actor=cast.actor("branch"), **given)
    assert Entry.objects.get(act="attendance.undo").reason == "扫错了人"
    assert refused(undo_check_in, actor=cast.actor("branch"), **given) == "attendance.gone"


def test_a_meeting_has_a_list_of_who_should_come(cast):
    slot, actor = make_slot(cast, pool=False, unit="union"), cast.actor("chair")
    wanted = [cast.people[name].pk for name in ("chair", "office", "branch")]
    assert expect_people(actor=actor, now=NOW, slot=slot, people=wanted) == 3
    assert refused(expect_people, actor=actor, now=NOW, slot=slot, people=wanted) == "attendance.nobody_new"
    assert (
        refused(expect_people, actor=actor, now=NOW, slot=slot, people=[cast.people["outsider"].pk])
        == "attendance.nobody_new"
    )
    assert refused(expect_people, actor=cast.actor("branch"), now=NOW, slot=slot, people=wanted) == "access.no_right"
    assert (
        refused(expect_people, actor=actor, now=NOW, slot=make_slot(cast), people=wanted)
        == "attendance.signed_up_instead"
    )
    assert list(slot.expected.values_list("person", "number")) == [(pk, place) for place, pk in enumerate(wanted, 1)]
    open_check_in(actor=actor, now=NOW, slot=slot)
    answers = scan(
        cast, slot, digits(slot, 3), code(slot, cast.people["office"]), code(slot, cast.people["member"]), by="chair"
    )
    assert [(each.code, each.name) for each in answers] == [
        ("in", "吴海燕"), ("in", "周敏"), ("attendance.not_listed", "张三"),
    ]  # fmt: skip


# ── restrictions ────────────────────────────────────────────────────────────
def test_a_door_stays_shut_where_a_restriction_says_so_until_the_plan_is_on_record(cast):
    slot, office = make_slot(cast, "member", expected=80), cast.actor("office")
    made = declare(cast)
    assert refused(open_check_in, actor=office, now=NOW, slot=slot) == "restriction.forbids"
    add_clearance(actor=office, now=NOW, activity=slot.activity, restriction=made, kind="plan", words="方案")
    open_check_in(actor=office, now=NOW, slot=slot)
    assert scan(cast, slot, code(slot, cast.people["member"]))[0].code == "in"


def test_a_door_that_was_open_shuts_when_all_is_stopped(cast):
    slot, office = opened(cast, "member", "branch"), cast.actor("office")
    made = declare(cast, steps=((0, "ban"),), title="暂停现场活动")
    one = {"slot": slot.pk, "person": cast.people["member"].pk, "way": Way.TICK}
    assert refused(check_in, actor=office, now=LATER, **one) == "restriction.forbids"
    with pytest.raises(Refused, match="暂停现场活动"):
        scan(cast, slot, code(slot, cast.people["member"]))
    facts = get_facts(slot.pk)
    shown = arriving(cast.actor("member"), facts, screen_code(facts.secret, LATER), LATER)
    assert "有事问办活动的人" in shown.why
    restrictions.end(actor=office, now=NOW, restriction=made, words="解除")
    assert check_in(actor=office, now=LATER, **one).again is False


@pytest.mark.parametrize("free", [{"severity": "warn"}, {"unit": "lib"}, {"starts_on": date(2020, 10, 21)}])
def test_one_that_warns_or_holds_elsewhere_keeps_no_door_shut(cast, free):
    slot = make_slot(cast, "member", expected=80)
    declare(cast, **free)
    open_check_in(actor=cast.actor("office"), now=NOW, slot=slot)
    assert scan(cast, slot, code(slot, cast.people["member"]))[0].code == "in"


def test_what_holds_only_since_the_day_after_stops_nobody_from_being_put_down(cast):
    slot = opened(cast, "member", expected=80)
    tomorrow = NOW + timedelta(days=1)
    declare(cast, starts_on=date(2020, 10, 21))
    one = {"slot": slot.pk, "person": cast.people["member"].pk, "way": Way.TICK}
    assert check_in(actor=cast.actor("office"), now=tomorrow, **one).again is False
