"""Every act on an activity: what it does, and each of its refusals, after which nothing is written."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest

from tests.cast import NOW
from tongxin.activities import actions
from tongxin.activities.models import Activity, Change
from tongxin.activities.tests.making import DAY, add, category
from tongxin.audit.models import Entry
from tongxin.core.refusals import Refused

EPIDEMIC: dict[str, Any] = {"reason": "epidemic", "words": "室内不超过100人"}
MARCH = date(2021, 3, 5)


def refused(code, act, activity=None, **given):
    """`act` is refused with `code`; the activity, its changes and the audit trail stay as they were."""
    before = (_all(activity), Change.objects.count(), Entry.objects.count())
    with pytest.raises(Refused) as caught:
        act(now=NOW, **({"activity": activity} if activity else {}), **given)
    assert caught.value.code == code
    assert (_all(activity), Change.objects.count(), Entry.objects.count()) == before
    return caught.value


def _all(activity):
    query = Activity.objects.filter(pk=activity.pk) if activity else Activity.objects.all()
    return list(query.values())


def entries(activity):
    return list(
        Entry.objects.filter(thing_type="activities.activity", thing_id=activity.pk)
        .order_by("id")
        .values_list("act", flat=True)
    )


# ── publish, begin, plan ────────────────────────────────────────────────────
def test_an_idea_is_planned_published_begun_and_finished(cast):
    office = cast.actor("office")
    activity = add(cast, state="idea", planned_on=date(2020, 10, 16))
    for act in (actions.plan_activity, actions.publish, actions.begin):
        activity = act(actor=office, now=NOW, activity=activity)
    activity = actions.finish(
        actor=office,
        now=NOW,
        activity=activity,
        held_on=date(2020, 10, 16),
        persons=40,
        person_times=42,
        outcome=" 好天气 ",
    )
    activity.refresh_from_db()
    assert (activity.state, activity.held_on, activity.held_until) == ("done", date(2020, 10, 16), None)
    assert (activity.persons, activity.person_times, activity.outcome) == (40, 42, "好天气")
    names = ("add", "plan", "publish", "begin", "finish")
    assert entries(activity) == [f"activities.{name}" for name in names]


def test_publishing_needs_a_day(cast):
    activity = add(cast, planned_on=None, planned_words="下半年")
    assert refused("activity.no_day", actions.publish, activity, actor=cast.actor("office")).field == "starts_on"


def test_the_time_of_first_publishing_stays(cast):
    office = cast.actor("office")
    activity = add(cast, published=True)
    activity = actions.postpone(actor=office, now=NOW, activity=activity, until=date(2020, 11, 8), **EPIDEMIC)
    activity = actions.publish(actor=office, now=NOW + timedelta(days=1), activity=activity)
    assert (activity.state, activity.published_at, activity.planned_on) == ("published", NOW, DAY)


@pytest.mark.parametrize(
    ("act", "given"),
    [
        (actions.publish, {}),
        (actions.begin, {}),
        (actions.finish, {"held_on": DAY}),
        (actions.move, {"to": MARCH, "reason": "weather"}),
        (actions.postpone, {"until": None, "reason": "weather"}),
        (actions.cancel, {"reason": "weather"}),
        (actions.go_online, {"reason": "weather"}),
        (actions.reopen, {}),
        (actions.plan_activity, {}),
        (actions.edit_activity, {"title": "登高"}),
    ],
)
def test_a_cancelled_activity_can_only_be_reinstated(cast, act, given):
    office = cast.actor("office")
    activity = actions.cancel(actor=office, now=NOW, activity=add(cast), **EPIDEMIC)
    refusal = refused("activity.not_possible", act, activity, actor=office, **given)
    assert refusal.facts["state"] == "cancelled"
    assert "重阳节登高" in refusal.sentence
    activity = actions.reinstate(actor=office, now=NOW, activity=activity, words="管控取消")
    assert activity.state == "planned"


@pytest.mark.parametrize("who", ["member", "outsider", "audit", "hr", "branch"])
@pytest.mark.parametrize(
    ("act", "given"),
    [
        (actions.publish, {}),
        (actions.finish, {"held_on": date(2020, 10, 1)}),
        (actions.move, {"to": date(2020, 11, 1), "reason": "weather"}),
        (actions.postpone, {"until": None, "reason": "weather"}),
        (actions.cancel, {"reason": "weather"}),
        (actions.go_online, {"reason": "weather"}),
        (actions.edit_activity, {"title": "登高"}),
        (actions.set_organisers, {"organisers": ()}),
    ],
)
def test_who_has_no_right_is_refused(cast, who, act, given):
    refused("access.no_right", act, add(cast), actor=cast.actor(who), **given)


def test_under_the_members_hat_an_officer_is_sent_to_the_office(cast):
    refused("access.office_mode", actions.publish, add(cast), actor=cast.actor("office", in_office=False))


def test_an_officer_of_an_organising_department_may_run_it(cast):
    activity = add(cast, organisers=((cast.units["hr"], "run"), (cast.units["ee"], "assist")))
    activity = actions.publish(actor=cast.actor("hr"), now=NOW, activity=activity)
    assert actions.begin(actor=cast.actor("branch"), now=NOW, activity=activity).state == "under_way"


# ── finish, reopen ──────────────────────────────────────────────────────────
@pytest.mark.parametrize(
    ("code", "given"),
    [
        ("activity.not_yet", {"held_on": date(2020, 10, 21)}),
        ("activity.not_yet", {"held_on": date(2020, 10, 20), "held_until": date(2020, 10, 21)}),
        ("activity.backwards", {"held_on": date(2020, 10, 20), "held_until": date(2020, 10, 19)}),
        ("activity.persons_over_times", {"held_on": date(2020, 10, 20), "persons": 5, "person_times": 4}),
    ],
)
def test_what_cannot_have_come_of_it(cast, code, given):
    refused(code, actions.finish, add(cast), actor=cast.actor("office"), **given)


def test_a_done_activity_is_reopened_to_be_corrected(cast):
    office = cast.actor("office")
    activity = actions.finish(actor=office, now=NOW, activity=add(cast), held_on=date(2020, 10, 18), persons=12)
    activity = actions.reopen(actor=office, now=NOW, activity=activity)
    assert (activity.state, activity.held_on, activity.persons) == ("under_way", None, 12)
    refused("activity.not_possible", actions.reopen, activity, actor=office)


# ── move, postpone ──────────────────────────────────────────────────────────
def test_a_moved_activity_keeps_its_plan_and_its_length(cast):
    activity = add(cast, starts_on=DAY, ends_on=DAY + timedelta(days=2))
    to = date(2020, 11, 14)
    activity = actions.move(actor=cast.actor("office"), now=NOW, activity=activity, to=to, reason="venue")
    assert (activity.planned_on, activity.starts_on, activity.ends_on) == (DAY, to, to + timedelta(days=2))
    change = activity.changes.get()
    assert (change.kind, change.day_before, change.day_after, change.year_after) == ("moved", DAY, to, 2020)
    assert entries(activity) == ["activities.add", "activities.move"]


def test_the_first_day_needs_no_reason(cast):
    activity = add(cast, planned_on=None, planned_words="下半年")
    activity = actions.move(actor=cast.actor("office"), now=NOW, activity=activity, to=DAY)
    assert activity.starts_on == DAY
    assert not activity.changes.exists()
    refused("activity.reason_needed", actions.move, activity, actor=cast.actor("office"), to=date(2020, 11, 1))


@pytest.mark.parametrize(
    ("code", "given"),
    [
        ("activity.same_day", {"to": DAY, "reason": "venue"}),
        ("activity.backwards", {"to": DAY + timedelta(days=9), "until": DAY, "reason": "venue"}),
        ("activity.before_year", {"to": date(2019, 12, 31), "reason": "venue"}),
        ("activity.past_year", {"to": date(2021, 1, 1), "reason": "venue"}),
        ("activity.words_needed", {"to": date(2020, 11, 1), "reason": "other"}),
    ],
)
def test_where_an_activity_cannot_be_moved(cast, code, given):
    refused(code, actions.move, add(cast), actor=cast.actor("office"), **given)


@pytest.mark.parametrize(
    ("until", "counts_for", "year"),
    [
        (MARCH, None, 2021),
        (MARCH, 2020, 2020),
        (date(2020, 12, 1), None, 2020),
        (None, None, 2020),
        (None, 2021, 2021),
    ],
)
def test_a_postponed_activity_counts_for_the_year_of_its_new_day_or_as_told(cast, until, counts_for, year):
    activity = add(cast)
    activity = actions.postpone(
        actor=cast.actor("office"), now=NOW, activity=activity, until=until, counts_for=counts_for, **EPIDEMIC
    )
    assert (activity.state, activity.starts_on, activity.year, activity.planned_on) == ("postponed", until, year, DAY)
    change = activity.changes.get()
    assert (change.year_before, change.year_after, change.reason, change.words) == (
        2020,
        year,
        "epidemic",
        "室内不超过100人",
    )


@pytest.mark.parametrize(
    ("code", "given"),
    [
        ("activity.same_day", {"until": DAY}),
        ("activity.not_later", {"until": DAY - timedelta(days=1)}),
        ("activity.before_year", {"until": None, "counts_for": 2019}),
    ],
)
def test_where_an_activity_cannot_be_put_off(cast, code, given):
    refused(code, actions.postpone, add(cast), actor=cast.actor("office"), **given, **EPIDEMIC)


def test_an_open_date_cannot_be_put_off_to_an_open_date_again(cast):
    office = cast.actor("office")
    activity = actions.postpone(actor=office, now=NOW, activity=add(cast), until=None, **EPIDEMIC)
    refused("activity.already_open", actions.postpone, activity, actor=office, until=None, **EPIDEMIC)
    refused("activity.before_year", actions.postpone, activity, actor=office, until=date(2019, 1, 1), **EPIDEMIC)


# ── cancel, online, merge, reinstate ────────────────────────────────────────
def test_an_activity_goes_online_and_keeps_its_state(cast):
    office = cast.actor("office")
    activity = actions.go_online(actor=office, now=NOW, activity=add(cast, published=True), **EPIDEMIC)
    assert (activity.state, activity.mode, activity.changes.get().kind) == ("published", "online", "online")
    refused("activity.same_mode", actions.go_online, activity, actor=office, **EPIDEMIC)
    refused("activity.words_needed", actions.go_online, activity, actor=office, mode="mixed", reason="other")


def test_cancelling_for_other_reasons_needs_words(cast):
    office, activity = cast.actor("office"), add(cast)
    assert (
        refused("activity.words_needed", actions.cancel, activity, actor=office, reason="other", words=" ").field
        == "words"
    )
    assert (
        actions.cancel(actor=office, now=NOW, activity=activity, reason="other", words="领导出差").state == "cancelled"
    )


def test_an_activity_is_merged_into_another_and_taken_out_again(cast):
    office = cast.actor("office")
    walk, sports = add(cast, "春季健步走"), add(cast, "运动会")
    walk = actions.merge(actor=office, now=NOW, activity=walk, into=sports, reason="clash")
    assert (walk.state, walk.merged_into) == ("merged", sports)
    refused("activity.words_needed", actions.reinstate, walk, actor=office, words=" ")
    walk = actions.reinstate(actor=office, now=NOW, activity=walk, words="还是单独办")
    assert (walk.state, walk.merged_into) == ("planned", None)
    assert [change.kind for change in walk.changes.all()] == ["merged", "reinstated"]


def test_activities_are_not_merged_in_a_circle(cast):
    office = cast.actor("office")
    one, two = add(cast, "一"), add(cast, "二")
    refused("activity.merge_circle", actions.merge, one, actor=office, into=one, reason="clash")
    actions.merge(actor=office, now=NOW, activity=one, into=two, reason="clash")
    refused("activity.merge_circle", actions.merge, two, actor=office, into=one, reason="clash")


def test_nothing_is_merged_into_what_has_ended_or_is_not_planned(cast):
    office, one = cast.actor("office"), add(cast, "一")
    gone = actions.cancel(actor=office, now=NOW, activity=add(cast, "二"), **EPIDEMIC)
    for into in (gone, add(cast, "三", state="idea")):
        refused("activity.merge_into_ended", actions.merge, one, actor=office, into=into, reason="clash")


def test_nothing_is_merged_into_another_unions_activity(cast):
    theirs = add(cast, "隔壁年会", by="outsider", unit="other", published=True)
    refused(
        "activity.merge_other_union", actions.merge, add(cast), actor=cast.actor("office"), into=theirs, reason="clash"
    )
    refused("activity.merge_other_union", actions.merge, add(cast), actor=cast.shell, into=theirs, reason="clash")


# ── add, edit, organisers ───────────────────────────────────────────────────
def test_an_activity_without_organisers_is_run_by_its_owner(cast):
    organiser = add(cast, unit="ee", by="branch").organisers.get()
    assert (organiser.unit, organiser.role, organiser.counts) == (cast.units["ee"], "run", True)


def test_a_joint_activity_counts_for_each_who_runs_it(cast):
    units = cast.units
    activity = add(
        cast,
        organisers=(
            (units["union"], "host"),
            (units["security"], "run"),
            (units["ee"], "joint"),
            (units["lib"], "assist"),
        ),
    )
    assert [(each.unit.code, each.counts) for each in activity.organisers.all()] == [
        ("demo", False), ("security", True), ("ee", True), ("lib", False),
    ]  # fmt: skip
    activity = actions.set_organisers(
        actor=cast.actor("office"),
        now=NOW,
        activity=activity,
        organisers=((units["union"], "host"), (units["lib"], "assist")),
    )
    assert [(each.unit.code, each.counts) for each in activity.organisers.all()] == [("demo", True), ("lib", False)]
    assert entries(activity)[-1] == "activities.set_organisers"


@pytest.mark.parametrize(
    ("code", "given"),
    [
        ("activity.no_title", {"title": "  "}),
        ("activity.backwards", {"title": "登高", "starts_on": DAY, "ends_on": DAY - timedelta(days=1)}),
        ("activity.backwards", {"title": "登高", "ends_on": DAY}),
    ],
)
def test_an_activity_that_cannot_be_added(cast, code, given):
    refused(
        code, actions.add_activity, actor=cast.actor("office"), unit=cast.union, year=2020, category=category(), **given
    )


def test_organisers_are_different_living_units_of_the_union(cast):
    units, office, activity = cast.units, cast.actor("office"), add(cast)
    units["club"].closed_on = date(2020, 1, 1)
    units["club"].save()
    for code, named in (
        ("organiser.twice", [(units["ee"], "run"), (units["ee"], "assist")]),
        ("organiser.other_union", [(units["other"], "run")]),
        ("organiser.closed", [(units["club"], "run")]),
    ):
        refused(code, actions.set_organisers, activity, actor=office, organisers=named)
        assert activity.organisers.count() == 1


def test_a_retired_category_takes_no_new_activities_but_keeps_its_old_ones(cast):
    office, activity = cast.actor("office"), add(cast)
    retired = category("ti")
    retired.in_use = False
    retired.save()
    given = {"unit": cast.union, "year": 2020, "title": "羽毛球赛", "category": retired}
    refused("category.retired", actions.add_activity, actor=office, **given)
    refused("category.retired", actions.edit_activity, activity, actor=office, category=retired)
    Activity.objects.filter(pk=activity.pk).update(category=retired)
    assert actions.edit_activity(actor=office, now=NOW, activity=activity, title="登山").title == "登山"


@pytest.mark.parametrize(
    ("who", "unit"), [("branch", "union"), ("branch", "lib"), ("member", "ee"), ("outsider", "union")]
)
def test_an_activity_is_added_only_where_one_may_run_it(cast, who, unit):
    given = {"unit": cast.units[unit], "year": 2020, "title": "登高", "category": category()}
    refused("access.no_right", actions.add_activity, actor=cast.actor(who), **given)


def test_a_day_nobody_counts_on_is_corrected_freely(cast):
    activity = add(cast)
    activity = actions.edit_activity(
        actor=cast.actor("office"), now=NOW, activity=activity, starts_on=date(2020, 10, 24), place="赭山公园北门"
    )
    assert (activity.planned_on, activity.starts_on, activity.place) == (
        date(2020, 10, 24),
        date(2020, 10, 24),
        "赭山公园北门",
    )
    assert activity.changes.count() == 0


def test_correcting_a_moved_activity_leaves_its_plan(cast):
    office, to = cast.actor("office"), date(2020, 11, 14)
    activity = actions.move(actor=office, now=NOW, activity=add(cast), to=to, reason="venue")
    activity = actions.edit_activity(actor=office, now=NOW, activity=activity, starts_on=to, title="登山")
    assert (activity.planned_on, activity.starts_on) == (DAY, to)


def test_a_published_day_and_form_change_only_with_a_reason(cast):
    office, activity = cast.actor("office"), add(cast, published=True)
    refused("activity.move_instead", actions.edit_activity, activity, actor=office, starts_on=date(2020, 10, 24))
    refused("activity.go_online_instead", actions.edit_activity, activity, actor=office, mode="online")
    activity = actions.edit_activity(actor=office, now=NOW, activity=activity, starts_on=DAY, title="重阳登高")
    assert activity.title == "重阳登高"


def test_an_app_above_may_promise_a_day(cast, monkeypatch):
    from tongxin.activities import hooks

    activity = add(cast)
    monkeypatch.setattr(hooks, "promises", [hooks.Promise("test", lambda one: one.pk == activity.pk)])
    refused("activity.move_instead", actions.edit_activity, activity, actor=cast.actor("office"), starts_on=MARCH)


def test_an_unknown_field_is_a_fault(cast):
    with pytest.raises(TypeError):
        actions.edit_activity(actor=cast.actor("office"), now=NOW, activity=add(cast), state="done")
