"""Starting, filling in, handing in, deciding, withdrawing, closing: each with each refusal."""

from __future__ import annotations

from datetime import date

import pytest
from django.utils.translation import override

from tests.cast import NOW
from tongxin.activities import actions as activities
from tongxin.activities.models import Activity
from tongxin.activities.tests.making import category
from tongxin.audit.models import Entry
from tongxin.core.figures import Scope, figures
from tongxin.core.periods import Period
from tongxin.core.refusals import Refused
from tongxin.notices.models import Notice
from tongxin.outings import actions
from tongxin.outings.models import Outing, Step
from tongxin.outings.queries.checked import checked
from tongxin.outings.tests.making import DAY, applied, approved, filled, started
from tongxin.rulebook.tests.making import load, own_rule


def refused(code, act, **call):
    before = (
        Outing.objects.values_list("state", "nights").first(),
        Step.objects.count(),
        Entry.objects.count(),
        Notice.objects.count(),
    )
    with pytest.raises(Refused) as caught:
        act(now=NOW, **call)
    assert caught.value.code == code
    after = (
        Outing.objects.values_list("state", "nights").first(),
        Step.objects.count(),
        Entry.objects.count(),
        Notice.objects.count(),
    )
    assert after == before
    return caught.value


def test_a_draft_adds_its_activity_or_takes_the_one_of_the_plan(cast):
    load(cast)
    first = started(cast)
    assert (first.activity.category.code, first.activity.starts_on, first.activity.indoor) == ("tuan", DAY, False)
    assert (first.region, first.headcount) == ("CN-34-02", 2)
    planned = activities.add_activity(
        actor=cast.actor("office"), now=NOW, unit=cast.units["lib"], year=2020, title="图书馆团建", category=category("tuan"),
        planned_on=DAY, expected=12,
    )  # fmt: skip
    taken = actions.start(actor=cast.actor("office"), now=NOW, unit=cast.units["lib"], year=2020)
    assert (taken.pk, taken.headcount) == (planned.pk, 12) and Activity.objects.count() == 2


def test_a_draft_is_after_last_years_but_for_day_policy_and_what_it_cost(cast):
    load(cast)
    last = approved(cast, policy_no="P1")
    actions.close(actor=cast.actor("branch"), now=NOW, outing=last, spent_fen=1, held_on=date(2020, 10, 17), persons=2)
    made = actions.start(actor=cast.actor("branch"), now=NOW, unit=cast.units["ee"], year=2021)
    assert (made.destination, made.vehicle_company, made.safety_owner, made.policy_no, made.spent_fen) == (
        "丫山", "芜湖长途客运", cast.people["branch"], "", None,
    )  # fmt: skip
    assert made.activity.starts_on == date(2021, 10, 16) and dict(made.shares.values_list("payer", "fen")) == {
        "union": 12000, "self": 3000,
    }  # fmt: skip


@pytest.mark.parametrize("who", ["member", "librarian", "audit", "outsider"])
def test_only_who_runs_the_unit_starts(cast, who):
    refused("access.no_right", actions.start, actor=cast.actor(who), unit=cast.units["ee"], year=2020)


def test_one_is_open_at_a_time_and_a_second_in_a_year_is_told_by_the_rules(cast):
    load(cast)
    outing = approved(cast)
    refused("outing.already", actions.start, actor=cast.actor("branch"), unit=cast.units["ee"], year=2020)
    actions.close(
        actor=cast.actor("branch"), now=NOW, outing=outing, spent_fen=1, held_on=date(2020, 10, 17), persons=2
    )
    second = started(cast)
    assert "CN.TRIP.ONCE" in {each.rule.rule_id for each in checked(second, NOW).findings.warnings}


def test_filling_in_takes_the_activity_along(cast):
    load(cast)
    outing = filled(cast)
    activity = Activity.objects.get(pk=outing.pk)
    assert (activity.place, activity.expected, activity.reach, activity.indoor) == ("丫山", 40, "city", False)
    actions.edit(actor=cast.actor("branch"), now=NOW, outing=outing, region="CN-34-18", day=date(2020, 11, 1), nights=1)
    activity.refresh_from_db()
    assert (activity.reach, activity.starts_on, activity.ends_on) == ("beyond", date(2020, 11, 1), date(2020, 11, 2))


@pytest.mark.parametrize(
    ("who", "more", "code"),
    [
        ("branch", {"region": "CN-99"}, "outing.unknown_region"),
        ("member", {}, "access.no_right"),
        ("outsider", {}, "access.no_right"),
    ],
)
def test_filling_in_is_refused(cast, who, more, code):
    outing = started(cast)
    refused(code, actions.edit, actor=cast.actor(who), outing=outing, nights=3, **more)


def test_an_application_that_is_handed_in_is_not_changed(cast):
    load(cast)
    refused("outing.not_possible", actions.edit, actor=cast.actor("branch"), outing=applied(cast), nights=3)


def test_what_is_told_is_in_the_installations_language_whatever_the_officer_reads(cast):
    load(cast)
    with override("en"):
        approved(cast)
    assert [notice.title for notice in Notice.objects.order_by("pk")] == [
        "电子与电气工程学院申请团建", "团建批准了：电子与电气工程学院团建",
    ]  # fmt: skip


def test_handing_in_tells_those_who_decide(cast):
    load(cast)
    outing = applied(cast)
    notice = Notice.objects.get(thing_id=outing.pk)
    assert outing.state == "applied" and set(notice.messages.values_list("person", flat=True)) == {
        cast.people["chair"].pk, cast.people["office"].pk,
    }  # fmt: skip
    assert Entry.objects.filter(act="outings.apply").count() == 1


def test_an_incomplete_application_is_refused_with_all_that_is_missing(cast):
    load(cast)
    refusal = refused("outing.incomplete", actions.apply, actor=cast.actor("branch"), outing=started(cast))
    assert refusal.field == "vehicle_company" and set(refusal.facts["missing"]) > {"insurer", "plan", "cost"}


def test_what_a_rule_forbids_is_not_handed_in_and_not_approved(cast):
    load(cast)
    outing = filled(cast, nights=1)
    refusal = refused("outing.against_rules", actions.apply, actor=cast.actor("branch"), outing=outing)
    assert refusal.facts["rules"] == ["CN.TRIP.DAY"]
    actions.edit(actor=cast.actor("branch"), now=NOW, outing=outing, nights=0)
    actions.apply(actor=cast.actor("branch"), now=NOW, outing=outing)
    own_rule(cast, value="10000")
    refused("outing.against_rules", actions.approve, actor=cast.actor("chair"), outing=outing)


def test_what_only_warns_goes_through(cast):
    load(cast)
    outing = applied(cast, destination="黄山", region="CN-42", shares={"union": 50000})
    assert {each.rule.rule_id for each in checked(outing, NOW).findings.warnings} == {
        "AH.TRIP.HEAD", "AH.TRIP.REGION", "CN.TRIP.FORBID",
    }  # fmt: skip


def test_somebody_else_approves(cast):
    load(cast)
    outing = filled(cast)
    actions.apply(actor=cast.actor("office"), now=NOW, outing=outing)
    refused("outing.same_person", actions.approve, actor=cast.actor("office"), outing=outing)
    refused("outing.same_person", actions.send_back, actor=cast.actor("office"), outing=outing, words="改")
    for who in ("branch", "member", "audit", "outsider"):
        refused("access.no_right", actions.approve, actor=cast.actor(who), outing=outing)
    assert actions.approve(actor=cast.actor("chair"), now=NOW, outing=outing).state == "approved"
    assert Notice.objects.filter(title__startswith="团建批准了").count() == 1
    refused("outing.not_possible", actions.approve, actor=cast.actor("chair"), outing=outing)


def test_what_is_sent_back_says_why_and_comes_again(cast):
    load(cast)
    outing = applied(cast)
    refused("outing.no_words", actions.send_back, actor=cast.actor("office"), outing=outing, words=" ")
    assert actions.send_back(actor=cast.actor("office"), now=NOW, outing=outing, words="补车牌").state == "returned"
    assert actions.apply(actor=cast.actor("branch"), now=NOW, outing=outing).state == "applied"
    assert [step.kind for step in outing.steps.all()] == ["apply", "send_back", "apply"]


def test_withdrawing_makes_it_a_draft_again(cast):
    load(cast)
    outing = approved(cast)
    refused("access.no_right", actions.withdraw, actor=cast.actor("outsider"), outing=outing)
    assert actions.withdraw(actor=cast.actor("branch"), now=NOW, outing=outing).state == "draft"
    refused("outing.not_possible", actions.withdraw, actor=cast.actor("branch"), outing=outing)


def test_what_is_called_off_is_left_alone(cast):
    load(cast)
    outing = approved(cast)
    activities.cancel(actor=cast.actor("branch"), now=NOW, activity=outing.activity, reason="epidemic")
    refused("outing.called_off", actions.withdraw, actor=cast.actor("branch"), outing=outing)


def test_closing_records_what_came_of_it(cast):
    load(cast)
    outing = approved(cast)
    call = {"actor": cast.actor("branch"), "outing": outing, "spent_fen": 570050}
    refused("outing.no_day", actions.close, **call)
    refused("activity.not_yet", actions.close, **call, held_on=DAY)
    actions.close(now=NOW, **call, held_on=date(2020, 10, 17), persons=38, outcome="很好")
    activity = Activity.objects.get(pk=outing.pk)
    assert (activity.state, activity.persons, Outing.objects.get().spent_fen) == ("done", 38, 570050)
    refused("outing.not_possible", actions.close, **call)


def test_what_was_finished_already_keeps_its_result(cast):
    load(cast)
    outing = approved(cast)
    activities.finish(
        actor=cast.actor("branch"), now=NOW, activity=outing.activity, held_on=date(2020, 10, 17), persons=9
    )
    actions.close(actor=cast.actor("branch"), now=NOW, outing=outing, spent_fen=0)
    assert Activity.objects.get(pk=outing.pk).persons == 9


def test_figures_of_what_was_planned_and_how_much_of_it_was_held(cast):
    load(cast)
    outing = approved(cast)
    actions.start(actor=cast.actor("office"), now=NOW, unit=cast.units["lib"], year=2020)
    actions.close(
        actor=cast.actor("branch"), now=NOW, outing=outing, spent_fen=1, held_on=date(2020, 10, 17), persons=2
    )
    scope = Scope(cast.union, Period.of_year(2020))
    value = {
        key: figures.get(key).compute(scope).value for key in ("outings.planned", "outings.held", "outings.completion")
    }
    assert value["outings.planned"] == 2 and value["outings.held"] == 1 and str(value["outings.completion"]) == "1/2"
