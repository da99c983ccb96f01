"""Figures of the plan against a count by hand, and to-dos."""

from datetime import UTC, date, datetime
from fractions import Fraction

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.cast import NOW
from tongxin.activities import actions as life
from tongxin.activities.models import Activity
from tongxin.activities.tests.making import add, category
from tongxin.core.figures import Scope, figures
from tongxin.core.periods import Period
from tongxin.plan import actions
from tongxin.plan.models import BaselineItem, WorkItem
from tongxin.plan.queries.year import year_facts
from tongxin.plan.rules.against import Difference
from tongxin.plan.rules.fate import HELD, Fate
from tongxin.plan.tests.making import approve, work
from tongxin.plan.todos import ask

pytestmark = pytest.mark.django_db
YEAR = Period.of_year(2020)


def result(key, unit, period=YEAR):
    figure = figures.get(key)
    assert figure is not None
    return figure.compute(Scope(unit, period))


def value(key, unit, period=YEAR):
    return result(key, unit, period).value


@pytest.fixture
def year(cast):
    """Twenty planned, fifteen held, one added; outings and work items beside them."""
    office, codes = cast.actor("office"), ["wen"] * 8 + ["jie"] * 6 + ["ti"] * 3 + ["huai"] * 3
    made = []
    for number, code in enumerate(codes):
        branch = [cast.units["ee"], cast.units["lib"], cast.units["security"]][number % 3]
        joint = [(branch, "run"), (cast.units["hr"], "joint")] if number % 4 == 0 else [(branch, "run")]
        day = date(2020, 1 + number % 9, 10)
        made.append(add(cast, f"活动{number}", category=category(code), planned_on=day, organisers=joint))
    for unit in ("ee", "lib"):
        made.append(add(cast, f"{unit}团建", category=category("tuan"), unit=unit, planned_on=date(2020, 5, 1)))
    add(cast, "只是设想", state="idea")
    pieces = [work(cast, f"事项{number}") for number in range(4)]
    approve(cast)
    for number, activity in enumerate(made):
        if number % 4 != 3 and activity.planned_on:
            life.finish(actor=office, now=NOW, activity=activity, held_on=activity.planned_on)
    life.cancel(actor=office, now=NOW, activity=made[3], reason="epidemic")
    life.postpone(actor=office, now=NOW, activity=made[7], until=date(2021, 3, 5), reason="epidemic")
    life.merge(actor=office, now=NOW, activity=made[11], into=made[0], reason="venue")
    life.postpone(actor=office, now=NOW, activity=made[15], until=None, reason="weather")
    add(cast, "后来加的", category=category("ti"), planned_on=date(2020, 6, 10))
    actions.finish_work_item(actor=office, now=NOW, item=pieces[0])
    actions.close_work_item(actor=office, now=NOW, item=pieces[1], reason="people")
    actions.carry_over(actor=office, now=NOW, item=pieces[2], due_on=None)
    return cast


def by_hand(unit):
    """The planned and the held of a unit, counted without the database's help."""
    lines = BaselineItem.objects.filter(counted=True, plan__year=2020)
    planned, held = 0, 0
    for activity in [line.activity for line in lines if line.activity]:
        owned = activity.unit.is_below(unit)
        led = any(one.counts and one.unit.is_below(unit) for one in activity.organisers.all())
        planned += owned or led
        held += (owned or led) and activity.state == "done" and activity.year == 2020
    return planned, held


@pytest.mark.parametrize("name", ["union", "ee", "lib", "security", "hr", "club", "other"])
def test_planned_and_completion_against_a_count_by_hand(year, name):
    unit = year.units[name]
    planned, held = by_hand(unit)
    assert value("activities.planned", unit) == planned
    assert value("activities.completion", unit) == (Fraction(held, planned) if planned else None)


def test_fifteen_of_twenty_are_three_quarters(year):
    assert value("activities.planned", year.union) == 20
    assert value("activities.completion", year.union) == Fraction(3, 4)
    assert result("activities.completion", year.union).records.count == 15
    assert [part.value for part in result("activities.planned.by_category", year.union).parts] == [8, 6, 3, 3]


def test_what_was_added_counts_apart(year):
    assert value("activities.added", year.union) == 1
    rows = result("activities.added", year.union).records.rows(year.actor("office"), 0, 10)
    assert [row.label for row in rows] == ["后来加的"]
    assert value("activities.added", year.units["lib"]) == 0


def test_work_items_by_their_end(year):
    keys = ["plan.items", "plan.items_done", "plan.items_not_done", "plan.items_carried_over"]
    assert [value(key, year.union) for key in keys] == [4, 1, 1, 1]
    assert value("plan.items", year.union, Period.of_year(2021)) == 1
    assert value("plan.items", year.union, Period(date(2020, 7, 1), date(2020, 12, 31))) == 0


def test_a_half_year_counts_what_was_planned_in_it(year):
    half = YEAR.halves()[0]
    expected = BaselineItem.objects.filter(counted=True, planned_on__month__lte=6).count()
    assert value("activities.planned", year.union, half) == expected


def test_without_a_plan_the_planned_are_those_that_are_no_ideas(cast):
    add(cast)
    add(cast, "设想", state="idea")
    found = result("activities.planned", cast.union)
    assert found.value == 1 and "还没审定" in found.note
    assert value("activities.added", cast.union) == 0
    assert value("activities.completion", cast.units["club"]) is None


def test_records_are_listed_only_when_opened_and_hide_what_is_not_for_the_reader(year):
    found = result("activities.planned", year.union)
    rows = found.records.rows(year.actor("outsider"), 0, 50)
    assert len(rows) == 20 and not any(row.url or row.label.startswith("活动0") for row in rows)
    work_rows = result("plan.items", year.union).records.rows(year.actor("member"), 0, 10)
    assert len(work_rows) == 4 and not any(row.url for row in work_rows)
    seen = result("plan.items", year.union).records.rows(year.actor("office"), 0, 2)
    assert len(seen) == 2 and all(row.url.startswith("/years/items/") for row in seen)


def test_a_figure_runs_no_query_for_records_nobody_opened(year):
    with CaptureQueriesContext(
        connection,
    ) as queries:
        result("activities.completion", year.union)
    assert len(queries) == 2


def test_the_facts_of_the_year_agree_with_the_figures(year):
    facts = year_facts(year.union, 2020)
    assert (len(facts.planned), len(facts.held), len(facts.added)) == (20, 15, 1)
    assert {fate: len(facts.by_fate(fate)) for fate in Fate} == {
        Fate.HELD_AS_PLANNED: 15, Fate.HELD_MOVED: 0, Fate.HELD_ONLINE: 0, Fate.POSTPONED: 1, Fate.CANCELLED: 1,
        Fate.MERGED: 1, Fate.CARRIED: 1, Fate.OPEN: 1,
    }  # fmt: skip
    assert all(item.held == (item.fate in HELD) for item in facts.planned)
    assert {len(items) for items in facts.outings_by_unit.values()} == {1}
    assert [len(half) for half in facts.outings_by_half] == [2, 0]
    (cancelled,) = facts.by_fate(Fate.CANCELLED)
    assert (cancelled.reason, cancelled.difference) == ("epidemic", Difference.DROPPED)
    assert len(facts.everything) == Activity.objects.exclude(state="idea").count()


def test_a_reinstated_activity_has_no_reason_left(cast):
    activity = add(cast)
    approve(cast)
    office = cast.actor("office")
    life.cancel(actor=office, now=NOW, activity=activity, reason="weather")
    life.reinstate(actor=office, now=NOW, activity=activity, words="雨停了")
    (item,) = year_facts(cast.union, 2020).items
    assert (item.fate, item.reason) == (Fate.OPEN, "")


# ── to-dos ──────────────────────────────────────────────────────────────────


JANUARY = datetime(2020, 1, 6, tzinfo=UTC)


def keys(cast, who, now, **hat):
    return [todo.key.rpartition(".")[0] for todo in ask(cast.actor(who, **hat), now)]


def test_a_plan_waits_for_whoever_can_bring_it_on_until_it_is_approved(cast):
    add(cast)
    given = {"now": JANUARY, "unit": cast.union, "year": 2020}
    assert step_of(cast) == {"chair": "submit", "office": "submit"}
    actions.submit_plan(actor=cast.actor("office"), **given)
    assert step_of(cast) == {"chair": "review", "audit": "review"}
    actions.review_plan(actor=cast.actor("audit"), words="同意。", **given)
    (todo,) = ask(cast.actor("chair"), JANUARY)
    assert todo.due == date(2020, 1, 31) and todo.url == f"/years/2020/approve/?unit={cast.union.pk}"
    assert step_of(cast) == {"chair": "approve"}
    approve(cast)
    assert step_of(cast) == {}


def step_of(cast):
    """The step that the plan asks of each role, where it asks for one."""
    found = {
        who: keys(cast, who, JANUARY) for who in ("chair", "office", "branch", "member", "audit", "party", "outsider")
    }
    return {who: key[0].split(".")[1] for who, key in found.items() if key}


def test_an_empty_year_asks_for_no_approval(cast):
    assert keys(cast, "chair", JANUARY) == []


def test_work_waits_from_two_weeks_before_it_is_due(cast):
    work(cast, due_on=date(2020, 11, 3))
    work(cast, due_on=date(2020, 11, 4))
    late = work(cast, due_on=date(2020, 6, 30), responsible_unit=cast.units["ee"])
    found = ask(cast.actor("office"), NOW)
    assert [todo.due for todo in found] == [date(2020, 6, 30), date(2020, 11, 3)]
    assert "期限过了" in found[0].why and found[0].url == f"/years/items/{late.pk}/"
    assert keys(cast, "branch", NOW) == ["plan.work"]
    for who in ("member", "audit", "outsider"):
        assert keys(cast, who, NOW) == []
    actions.finish_work_item(actor=cast.actor("office"), now=NOW, item=WorkItem.objects.get(pk=late.pk))
    assert len(ask(cast.actor("office"), NOW)) == 1
