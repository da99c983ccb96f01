"""Approving a plan, and work items from their beginning to their end."""

from datetime import date

import pytest

from tests.cast import NOW, TODAY
from tongxin.activities import actions as life
from tongxin.activities.tests.making import add
from tongxin.audit.models import Entry
from tongxin.core.refusals import Refused
from tongxin.plan import actions
from tongxin.plan.models import AnnualPlan, BaselineItem, CalendarDay, WorkItem
from tongxin.plan.tests.making import approve, review, work


@pytest.fixture
def item(cast):
    return work(cast)


def counts():
    return (
        Entry.objects.count(),
        AnnualPlan.objects.filter(state="approved").count(),
        BaselineItem.objects.count(),
        list(WorkItem.objects.order_by("pk").values_list()),
        list(CalendarDay.objects.order_by("pk").values_list()),
    )


def refused(code, act, **given):
    """The act is refused with that code, and nothing is written."""
    before = counts()
    with pytest.raises(Refused) as refusal:
        act(**given)
    assert refusal.value.code == code
    assert counts() == before


# ── the plan ────────────────────────────────────────────────────────────────


def test_an_approved_plan_freezes_its_lines_in_order(cast):
    late = add(
        cast, "重阳节登高", organisers=[(cast.units["security"], "run"), (cast.units["ee"], "run")], expected=120
    )
    early = add(cast, "三八慰问", planned_on=date(2020, 3, 6), planned_words="3月上旬")
    add(cast, "设想", state="idea")
    dropped = add(cast, "取消的")
    life.cancel(actor=cast.actor("office"), now=NOW, activity=dropped, reason="weather")
    piece = work(cast)
    review(cast)
    entries = Entry.objects.count()
    plan = approve(cast, idea="一个引领")
    lines = list(plan.baseline.all())
    assert [(line.number, line.title) for line in lines] == [(1, "三八慰问"), (2, "重阳节登高"), (3, "分工会组织建设")]
    assert (lines[0].activity, lines[0].planned_words, lines[2].work_item) == (early, "3月上旬", piece)
    assert (lines[1].activity, lines[1].expected, lines[1].counted) == (late, 120, True)
    assert [one["name"] for one in lines[1].organisers] == ["保卫处", "电子与电气工程学院"]
    assert (plan.state, plan.approved_on, plan.idea) == ("approved", date(2020, 1, 8), "一个引领")
    assert Entry.objects.count() == entries + 1
    assert Entry.objects.latest("id").after["items"] == 3


def test_a_frozen_line_is_never_altered(cast):
    add(cast)
    line = approve(cast).baseline.get()
    with pytest.raises(TypeError):
        line.save()


def test_a_later_turn_leaves_the_baseline_as_it_was(cast):
    activity = add(cast)
    line = approve(cast).baseline.get()
    life.postpone(actor=cast.actor("office"), now=NOW, activity=activity, until=date(2021, 3, 5), reason="epidemic")
    line.refresh_from_db()
    assert (line.planned_on, line.title) == (date(2020, 10, 25), "重阳节登高")


def test_a_plan_is_approved_once(cast):
    add(cast)
    approve(cast)
    refused("plan.already_approved", approve, cast=cast)


def test_an_empty_plan_is_not_approved(cast):
    add(cast, state="idea")
    refused("plan.empty", approve, cast=cast)


def test_a_plan_is_not_approved_ahead(cast):
    add(cast)
    review(cast)
    refused("plan.approved_ahead", approve, cast=cast, approved_on=date(2020, 1, 9))


@pytest.mark.parametrize("who", ["office", "branch", "member", "audit", "party", "outsider"])
def test_only_the_chair_approves(cast, who):
    add(cast)
    review(cast)
    refused("access.no_right", approve, cast=cast, by=who)


def test_the_chair_under_the_members_hat_is_asked_for_the_other(cast):
    add(cast)
    actor = cast.actor("chair", in_office=False)
    given = {"actor": actor, "now": NOW, "unit": cast.union, "year": 2020, "approved_on": TODAY}
    refused("access.office_mode", actions.approve_plan, **given)


def test_a_promised_day_is_not_corrected_without_a_reason(cast):
    activity = add(cast)
    approve(cast)
    with pytest.raises(Refused) as refusal:
        life.edit_activity(actor=cast.actor("office"), now=NOW, activity=activity, starts_on=date(2020, 10, 26))
    assert refusal.value.code == "activity.move_instead"


# ── work items ──────────────────────────────────────────────────────────────


def test_a_work_item_is_added_with_who_answers_for_it(cast):
    entries = Entry.objects.count()
    item = work(cast, responsible_unit=cast.units["ee"], owner=cast.people["branch"])
    assert (item.state, item.share_done, item.responsible_unit, item.owner) == (
        "planned",
        0,
        cast.units["ee"],
        cast.people["branch"],
    )
    assert Entry.objects.count() == entries + 1


@pytest.mark.parametrize(
    ("code", "given"),
    [
        ("work_item.title_missing", {"title": "  "}),
        ("work_item.due_before_start", {"due_on": date(2020, 2, 28)}),
        ("access.no_right", {"by": "member"}),
        ("access.no_right", {"by": "branch"}),
        ("access.no_right", {"by": "outsider"}),
    ],
)
def test_a_work_item_is_refused(cast, code, given):
    refused(code, work, cast=cast, **given)


def test_a_unit_or_owner_from_next_door_is_refused(cast):
    refused("work_item.unit_outside", work, cast=cast, responsible_unit=cast.units["other"])
    refused("work_item.owner_outside", work, cast=cast, owner=cast.people["outsider"])


def report(cast, item, share_done, *, by="office", **more):
    return actions.report_progress(actor=cast.actor(by), now=NOW, item=item, share_done=share_done, **more)


def test_progress_is_reported_until_it_is_whole(cast, item):
    assert report(cast, item, 35).state == "under_way"
    entries = Entry.objects.count()
    item = report(cast, item, 100, words="8个分工会都配齐了")
    assert (item.state, item.share_done, item.words) == ("done", 100, "8个分工会都配齐了")
    entry = Entry.objects.latest("id")
    assert Entry.objects.count() == entries + 1 and (entry.before["share_done"], entry.after["share_done"]) == (35, 100)


def test_the_responsible_branch_reports_and_a_stranger_does_not(cast):
    item = work(cast, responsible_unit=cast.units["ee"])
    assert report(cast, item, 20, by="branch").share_done == 20
    for who in ("member", "librarian", "audit", "outsider"):
        refused("access.no_right", report, cast=cast, item=item, share_done=50, by=who)


@pytest.mark.parametrize("share", [-1, 101])
def test_a_share_outside_of_0_to_100_is_refused(cast, item, share):
    refused("work_item.share_out_of_range", report, cast=cast, item=item, share_done=share)


def test_work_is_finished_whatever_was_reported(cast, item):
    item = actions.finish_work_item(actor=cast.actor("office"), now=NOW, item=item)
    assert (item.state, item.share_done) == ("done", 100)


def test_work_that_will_not_be_done_is_closed_with_a_reason(cast, item):
    report(cast, item, 35)
    item = actions.close_work_item(actor=cast.actor("office"), now=NOW, item=item, reason="people", words="人手不够")
    assert (item.state, item.share_done, item.reason, item.words) == ("not_done", 35, "people", "人手不够")
    assert Entry.objects.latest("id").reason == "人手不够"


@pytest.mark.parametrize(
    ("code", "reason", "words"),
    [
        ("work_item.reason_missing", "", ""),
        ("work_item.reason_missing", "nonsense", ""),
        ("work_item.words_missing", "other", " "),
    ],
)
def test_closing_wants_a_reason(cast, item, code, reason, words):
    given = {"actor": cast.actor("office"), "now": NOW, "item": item, "reason": reason, "words": words}
    refused(code, actions.close_work_item, **given)


def test_closing_leads_nowhere_else(cast, item):
    with pytest.raises(ValueError):
        actions.close_work_item(actor=cast.actor("office"), now=NOW, item=item, reason="people", state="done")


def test_unfinished_work_is_carried_into_the_next_year(cast, item):
    report(cast, item, 35)
    entries = Entry.objects.count()
    june, why = date(2021, 6, 30), "上半年没法开会"
    actor = cast.actor("office")
    successor = actions.carry_over(actor=actor, now=NOW, item=item, due_on=june, reason="epidemic", words=why)
    item.refresh_from_db()
    assert (item.state, item.reason, item.words) == ("carried", "epidemic", "上半年没法开会")
    assert (successor.year, successor.share_done, successor.state) == (2021, 35, "under_way")
    assert (successor.carried_from, successor.title, successor.due_on) == (item, item.title, date(2021, 6, 30))
    assert Entry.objects.count() == entries + 1


def test_work_closed_as_not_done_may_still_be_carried(cast, item):
    actions.close_work_item(actor=cast.actor("office"), now=NOW, item=item, reason="people")
    assert actions.carry_over(actor=cast.actor("office"), now=NOW, item=item, due_on=None).year == 2021


def test_the_new_due_date_lies_in_the_new_year(cast, item):
    given = {"actor": cast.actor("office"), "now": NOW, "item": item, "due_on": date(2020, 12, 31)}
    refused("work_item.due_in_old_year", actions.carry_over, **given)


@pytest.mark.parametrize("ending", ["done", "carried"])
def test_ended_work_is_not_touched_again(cast, item, ending):
    actor = cast.actor("office")
    if ending == "done":
        actions.finish_work_item(actor=actor, now=NOW, item=item)
    else:
        actions.carry_over(actor=actor, now=NOW, item=item, due_on=None)
    same = {"actor": actor, "now": NOW, "item": item}
    refused("work_item.closed", actions.report_progress, **same, share_done=10)
    refused("work_item.closed", actions.finish_work_item, **same)
    refused("work_item.closed", actions.close_work_item, **same, reason="people")
    refused("work_item.closed", actions.carry_over, **same, due_on=None)


# ── the calendar by hand ────────────────────────────────────────────────────


def enter(cast, *, by="office", **more):
    values = {"day": date(2020, 7, 11), "kind": "off", "name": "暑假", **more}
    return actions.set_calendar_day(actor=cast.actor(by), now=NOW, **values)


def test_a_run_of_days_is_entered_with_one_entry(cast):
    entries = Entry.objects.count()
    first = enter(cast, until=date(2020, 8, 28), source="校历")
    assert CalendarDay.objects.filter(kind="off", name="暑假").count() == 49
    assert (first.day, Entry.objects.count()) == (date(2020, 7, 11), entries + 1)


def test_a_day_entered_again_takes_the_new_name(cast):
    enter(cast)
    enter(cast, name="夏休")
    assert CalendarDay.objects.get().name == "夏休"


@pytest.mark.parametrize(
    ("code", "given"),
    [
        ("calendar.name_missing", {"name": " "}),
        ("calendar.backwards", {"until": date(2020, 7, 10)}),
        ("calendar.too_long", {"until": date(2020, 12, 31)}),
        ("access.no_right", {"by": "branch"}),
        ("access.no_right", {"by": "member"}),
    ],
)
def test_a_day_is_refused(cast, code, given):
    refused(code, enter, cast=cast, **given)


def test_a_day_is_not_off_and_worked_at_once(cast):
    enter(cast)
    refused("calendar.off_and_work", enter, cast=cast, kind="work", name="补课")
    assert enter(cast, kind="named", name="小暑").kind == "named"


def test_a_day_is_taken_out_again(cast):
    day = enter(cast)
    entries = Entry.objects.count()
    actions.remove_calendar_day(actor=cast.actor("office"), now=NOW, day=day)
    assert not CalendarDay.objects.exists() and Entry.objects.count() == entries + 1


def test_a_branch_takes_out_no_day(cast):
    refused("access.no_right", actions.remove_calendar_day, actor=cast.actor("branch"), now=NOW, day=enter(cast))
