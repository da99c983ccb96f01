"""Acts obey restrictions, and what is on record opens the way."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from tests.cast import NOW, TODAY
from tongxin.activities import actions
from tongxin.activities.models import Clearance
from tongxin.activities.queries.restricted import restricted
from tongxin.activities.queries.touched import of_restriction
from tongxin.activities.tests.making import DAY, add
from tongxin.activities.tests.test_acts import refused
from tongxin.activities.todos import ask_restricted
from tongxin.audit.models import Entry
from tongxin.restrictions import actions as restrictions
from tongxin.restrictions.queries.one import in_force
from tongxin.restrictions.tests.making import declare

EPIDEMIC: dict[str, Any] = {"reason": "epidemic", "words": "按通知"}
NOVEMBER = date(2020, 11, 8)


@pytest.fixture
def office(cast):
    return cast.actor("office")


def newest(activity):
    return Entry.objects.filter(thing_type="activities.activity", thing_id=str(activity.pk)).latest("id")


def record(office, activity, restriction, kind="plan", **more):
    values = {"words": "方案已报校办", **more}
    return actions.add_clearance(
        actor=office, now=NOW, activity=activity, restriction=restriction, kind=kind, **values
    )  # fmt: skip


# ── publish, begin ──────────────────────────────────────────────────────────
def test_publishing_obeys_and_names_restriction_and_document(cast, office):
    declare(cast)
    activity = add(cast, expected=80)
    refusal = refused("restriction.forbids", actions.publish, activity, actor=office)
    assert refusal.field == "expected"
    for words in ("聚集管控", "防控〔2020〕12号", "超过50人要有防控方案", "80人", "先记下防控方案"):
        assert words in refusal.sentence


def test_a_plan_on_record_opens_the_way(cast, office):
    made, activity = declare(cast), add(cast, expected=80)
    record(office, activity, made)
    assert actions.publish(actor=office, now=NOW, activity=activity).state == "published"
    assert "warned" not in newest(activity).after


def test_one_that_only_warns_lets_it_through_and_the_entry_keeps_the_warning(cast, office):
    declare(cast, severity="warn")
    activity = actions.publish(actor=office, now=NOW, activity=add(cast, expected=80))
    assert newest(activity).after["warned"] == ["聚集管控：超过50人要有防控方案，这项预计80人"]


def test_heads_nobody_told_are_asked_for_and_stop_nothing(cast, office):
    declare(cast)
    activity = actions.publish(actor=office, now=NOW, activity=add(cast))
    assert "还没写预计多少人" in newest(activity).after["warned"][0]


@pytest.mark.parametrize(
    "elsewhere",
    [{"starts_on": date(2020, 10, 26)}, {"ends_on": date(2020, 10, 24)}, {"places": "体育馆"}, {"unit": "ee"}],
)
def test_what_it_does_not_touch_is_free(cast, office, elsewhere):
    declare(cast, **elsewhere)
    assert actions.publish(actor=office, now=NOW, activity=add(cast, expected=80)).state == "published"


def test_it_touches_what_a_unit_below_only_helps_to_organise(cast, office):
    declare(cast, unit="ee")
    activity = add(cast, expected=80, organisers=[(cast.union, "run"), (cast.units["ee"], "assist")])
    refused("restriction.forbids", actions.publish, activity, actor=office)


def test_what_was_published_before_cannot_begin_under_a_ban(cast, office):
    activity = add(cast, expected=80, planned_on=TODAY, published=True)
    declare(cast, steps=((50, "ban"),), notice_days=30)
    assert "不办" in refused("restriction.forbids", actions.begin, activity, actor=office).sentence
    actions.cancel(actor=office, now=NOW, activity=activity, **EPIDEMIC)


def test_notice_no_longer_counts_once_it_is_announced(cast, office):
    activity = add(cast, expected=80, planned_on=TODAY, published=True)
    declare(cast, steps=(), notice_days=30)
    assert actions.begin(actor=office, now=NOW, activity=activity).state == "under_way"


def test_what_is_over_is_recorded_whatever_holds(cast, office):
    declare(cast, steps=((0, "ban"),), starts_on=date(2020, 1, 1))
    held = add(cast, expected=80, planned_on=date(2020, 10, 1))
    assert actions.finish(actor=office, now=NOW, activity=held, held_on=date(2020, 10, 1)).state == "done"


# ── move, postpone ──────────────────────────────────────────────────────────
def test_what_members_know_moves_only_to_where_it_may_be_held(cast, office):
    activity = add(cast, expected=80, published=True)
    declare(cast, starts_on=date(2020, 11, 1))
    act = {"actor": office, "to": NOVEMBER, **EPIDEMIC}
    assert refused("restriction.forbids", actions.move, activity, **act).field == "to"
    assert actions.move(now=NOW, activity=activity, **{**act, "to": date(2020, 10, 28)}).starts_on.day == 28


def test_a_plan_may_stand_where_something_is_still_to_be_put_on_record(cast, office):
    declare(cast, starts_on=date(2020, 11, 1))
    activity = actions.move(actor=office, now=NOW, activity=add(cast, expected=80), to=NOVEMBER, **EPIDEMIC)
    assert newest(activity).after["warned"]


@pytest.mark.parametrize("ban", [{"steps": ((50, "ban"),)}, {"online_only": True}, {"no_indoor": True}])
def test_a_plan_does_not_move_to_where_it_could_not_be_held(cast, office, ban):
    declare(cast, **{"steps": (), **ban, "starts_on": date(2020, 11, 1)})
    activity = add(cast, expected=80)
    refused("restriction.forbids", actions.move, activity, actor=office, to=NOVEMBER, **EPIDEMIC)
    to = refused("restriction.forbids", actions.postpone, activity, actor=office, until=NOVEMBER, **EPIDEMIC)
    assert to.field == "until"
    assert actions.postpone(actor=office, now=NOW, activity=activity, until=None, **EPIDEMIC).starts_on is None


def test_an_idea_goes_anywhere(cast, office):
    declare(cast, steps=((0, "ban"),))
    idea = add(cast, state="idea", expected=80)
    assert actions.move(actor=office, now=NOW, activity=idea, to=NOVEMBER, **EPIDEMIC).starts_on == NOVEMBER
    planned = actions.plan_activity(actor=office, now=NOW, activity=idea)
    assert newest(planned).after["warned"]


# ── edit, go online, reinstate ──────────────────────────────────────────────
@pytest.mark.parametrize(
    ("held", "change", "field"),
    [
        ({}, {"expected": 80}, "expected"),
        ({"steps": (), "farthest": "city"}, {"reach": "beyond"}, "reach"),
        ({"steps": (), "no_indoor": True}, {"indoor": True}, "indoor"),
        ({"places": "体育馆", "steps": ((0, "ban"),)}, {"place": "体育馆东侧"}, "expected"),
    ],
)
def test_correcting_what_members_know_leads_into_nothing_new(cast, office, held, change, field):
    activity = add(cast, expected=40, indoor=False, place="操场", published=True)
    declare(cast, **held)
    assert refused("restriction.forbids", actions.edit_activity, activity, actor=office, **change).field == field


def test_what_is_in_its_way_already_does_not_stop_corrections(cast, office):
    activity = add(cast, expected=600, published=True)
    declare(cast, steps=((50, "ban"),))
    better = actions.edit_activity(actor=office, now=NOW, activity=activity, expected=300, title="登高")
    assert (better.expected, better.title) == (300, "登高")


def test_a_plan_is_corrected_freely(cast, office):
    activity = add(cast, expected=40)
    declare(cast, steps=((50, "ban"),))
    edited = actions.edit_activity(actor=office, now=NOW, activity=activity, expected=80)
    assert newest(edited).after["warned"]


def test_going_online_escapes(cast, office):
    declare(cast, steps=((0, "ban"),))
    activity = add(cast, expected=80)
    refused("restriction.forbids", actions.publish, activity, actor=office)
    actions.go_online(actor=office, now=NOW, activity=activity, **EPIDEMIC)
    assert actions.publish(actor=office, now=NOW, activity=activity).state == "published"


def test_what_is_taken_back_is_only_warned_and_published_under_the_rule(cast, office):
    activity = actions.cancel(actor=office, now=NOW, activity=add(cast, expected=80, published=True), **EPIDEMIC)
    declare(cast)
    back = actions.reinstate(actor=office, now=NOW, activity=activity, words="条件允许")
    assert newest(back).after["warned"]
    refused("restriction.forbids", actions.publish, back, actor=office)


def test_once_it_is_ended_all_is_free(cast, office):
    made, activity = declare(cast, steps=((0, "ban"),)), add(cast, expected=80)
    restrictions.end(actor=office, now=NOW, restriction=made, words="转为常态")
    assert actions.publish(actor=office, now=NOW, activity=activity).state == "published"


# ── clearances ──────────────────────────────────────────────────────────────
def test_a_clearance_keeps_its_paper_with_the_activity_and_goes_with_it(cast, office, settings, tmp_path):
    settings.STORAGES = {
        **settings.STORAGES,
        "default": {"BACKEND": "django.core.files.storage.FileSystemStorage", "OPTIONS": {"location": tmp_path}},
    }
    made, activity = declare(cast), add(cast, expected=80)
    upload = SimpleUploadedFile("方案.pdf", b"%PDF-1.4 plan")
    kept = record(office, activity, made, words="", number="校办〔2020〕3号", upload=upload)
    assert (kept.paper.name, kept.paper.kind, kept.paper.thing_id) == ("方案.pdf", "paper", activity.pk)
    assert newest(activity).act == "activities.add_clearance"
    actions.remove_clearance(actor=office, now=NOW, activity=activity, clearance=kept)
    assert not Clearance.objects.exists()
    assert newest(activity).before["number"] == "校办〔2020〕3号"
    refused("restriction.forbids", actions.publish, activity, actor=office)


@pytest.mark.parametrize(
    ("code", "more"),
    [("clearance.empty", {"words": " "}), ("clearance.not_demanded", {"kind": "approve"})],
)
def test_a_clearance_says_something_that_is_demanded(cast, office, code, more):
    values: dict[str, Any] = {"kind": "plan", "words": "方案", "restriction": declare(cast), **more}
    refused(code, actions.add_clearance, add(cast, expected=80), actor=office, **values)


def test_a_clearance_is_put_down_once_and_by_who_runs_it(cast, office):
    made, activity = declare(cast), add(cast, expected=80)
    values: dict[str, Any] = {"restriction": made, "kind": "plan", "words": "方案"}
    for who in ("member", "outsider", "audit", "branch"):
        refused("access.no_right", actions.add_clearance, activity, actor=cast.actor(who), **values)
    kept = record(office, activity, made)
    refused("clearance.again", actions.add_clearance, activity, actor=office, **values)
    refused("access.no_right", actions.remove_clearance, activity, actor=cast.actor("member"), clearance=kept)
    other = add(cast, title="别的")
    refused("clearance.elsewhere", actions.remove_clearance, other, actor=office, clearance=kept)


# ── what is touched ─────────────────────────────────────────────────────────
def test_a_restriction_knows_what_it_touches(cast, office):
    made = declare(cast)
    stopped, cleared = add(cast, "甲", expected=80), add(cast, "乙", expected=90)
    record(office, cleared, made)
    for title, more in (
        ("人少", {"expected": 20}),
        ("线上", {"expected": 80, "mode": "online"}),
        ("没定日子", {"expected": 80, "planned_on": None}),
        ("过去了", {"expected": 80, "planned_on": TODAY - timedelta(days=1)}),
        ("设想", {"expected": 80, "state": "idea"}),
    ):
        add(cast, title, **more)
    found = of_restriction(in_force(made.pk), NOW)
    assert {(each.activity.pk, each.stopped) for each in found} == {(stopped.pk, True), (cleared.pk, False)}


def test_what_is_near_and_stopped_waits_for_who_runs_it(cast, office):
    declare(cast, farthest="city")
    add(cast, "要方案", expected=80)
    add(cast, "去外地", expected=10, reach="beyond")
    add(cast, "还早", expected=80, planned_on=TODAY + timedelta(days=31))
    found = {todo.title: (todo.minutes, todo.due) for todo in ask_restricted(office, NOW)}
    assert found == {"给“要方案”记下管控要的": (3, DAY), "“去外地”碰到管控，改一改": (5, DAY)}
    assert not list(ask_restricted(cast.actor("member", in_office=False), NOW))


def test_a_page_says_all_and_nothing_where_nothing_stands(cast, office):
    activity = add(cast, expected=80)
    assert restricted(activity, NOW) is None
    made = declare(cast)
    said = restricted(activity, NOW)
    assert said is not None
    assert (said.stopped, said.unmet, said.clearable) == (True, True, True)
    record(office, activity, made)
    said = restricted(activity, NOW)
    assert said is not None
    assert (said.stopped, said.unmet, said.clearable) == (False, False, False)
