"""Every fact that the seed states of 2020 is in the demonstration, as a record and as a figure."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

import pytest

from tongxin.activities.models import Activity, Change
from tongxin.core.periods import Period
from tongxin.org.actor import shell_actor
from tongxin.org.models import Unit
from tongxin.plan.models import AnnualPlan, WorkItem
from tongxin.report.queries.figures import compute_all

pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module")
def figures(demonstration):
    """The figures of 2020 by key."""
    return {row.key: row for row in compute_all(demonstration, Period.of_year(2020), shell_actor())}


def parts(row) -> dict[str, int]:
    return {str(part.label): part.value for part in row.result.parts if part.value}


def named(title: str) -> Activity:
    return Activity.objects.get(title=title, year__in=(2020, 2021))


def organisers(activity: Activity) -> list[str]:
    return [each.unit.name for each in activity.organisers.filter(role="run").select_related("unit")]


def test_twenty_were_planned_fifteen_held_three_quarters(figures):
    assert figures["activities.planned"].value == 20
    assert figures["activities.held"].value == 15
    assert figures["activities.completion"].value == Fraction(3, 4)


def test_by_category_they_are_seven_five_one_and_two(figures):
    held = parts(figures["activities.held.by_category"])
    assert list(held.values()) == [7, 5, 1, 2]
    assert list(held) == ["文化教育", "节日集体", "体育竞赛", "关怀慰问"]


@pytest.mark.parametrize(
    ("title", "units"),
    [
        ("中秋节活动", ["后勤管理处", "招生就业处"]),
        ("教职工运动会", ["通识教育与外国语学院分工会"]),
        ("“三八妇女节”慰问", ["安徽信息工程学院工会委员会", "资产处"]),
        ("重阳节登高", ["保卫处", "电子与电气工程学院"]),
    ],
)
def test_the_four_activities_the_seed_names_have_its_organisers(demonstration, title, units):
    activity = named(title)
    assert activity.state == "done"
    assert organisers(activity) == units


def test_there_were_activities_online_and_on_site(figures):
    by_mode = parts(figures["activities.held.by_mode"])
    assert by_mode["线上"] > 0
    assert by_mode["现场"] > 0
    assert sum(by_mode.values()) == 15


def test_the_gala_of_2021_was_put_off_past_the_years_end(demonstration):
    gala = named("2021年年会")
    assert (gala.state, gala.held_on, gala.starts_on) == ("postponed", None, None)
    assert gala.planned_on == date(2020, 12, 30)
    change = Change.objects.get(activity=gala)
    assert (change.kind, change.reason, change.year_before, change.year_after) == ("postponed", "epidemic", 2020, 2021)


def test_what_was_not_held_was_stopped_by_the_epidemic(figures):
    assert figures["activities.postponed"].value + figures["activities.cancelled"].value == 5
    assert parts(figures["activities.not_held.by_reason"]) == {"疫情防控": 5}


def test_outings_were_bunched_in_the_second_half(demonstration, figures):
    held = Activity.objects.filter(category__code="tuan", state="done")
    late = held.filter(held_on__gte=date(2020, 7, 1)).count()
    assert late > held.count() / 2
    assert figures["outings.held"].value == held.count()
    assert figures["outings.second_half_share"].value == Fraction(late, held.count())


def test_outings_do_not_count_among_the_years_activities(demonstration):
    counted = Activity.objects.filter(state="done", category__counted=True).count()
    assert counted == 15
    assert Activity.objects.filter(state="done").count() > counted


@pytest.mark.parametrize("title", ["分工会组织建设", "俱乐部建设"])
def test_both_pieces_of_work_were_not_done_and_went_over_into_the_next_year(demonstration, title):
    item = WorkItem.objects.get(title=title, year=2020)
    assert (item.state, item.share_done < 100) == ("carried", True)
    assert item.carried_into.year == 2021
    assert item.words


def test_the_plan_was_approved_in_january_and_says_the_years_idea(demonstration):
    plan = AnnualPlan.objects.get(unit=demonstration, year=2020)
    assert plan.state == "approved"
    assert plan.approved_on < date(2020, 2, 1)
    assert plan.idea == "一个引领，两项促进，三组活动"
    assert plan.baseline.filter(counted=True, activity__isnull=False).count() == 20


def test_the_seeds_units_are_there(demonstration):
    names = set(Unit.objects.values_list("name", flat=True))
    assert names >= {
        "安徽信息工程学院工会委员会", "后勤管理处", "招生就业处", "通识教育与外国语学院分工会", "资产处", "保卫处",
        "电子与电气工程学院", "人力资源处",
    }  # fmt: skip


def test_the_years_framework_is_the_seeds(demonstration, figures):
    kinds = list(demonstration.goals.filter(year=2020).values_list("kind", flat=True))
    assert kinds == ["lead", "promote", "promote", "group", "group", "group"]
    assert (figures["plan.goals"].value, figures["plan.goals_empty"].value) == (6, 0)
    assert (figures["directives.received"].value, figures["directives.closed"].value) == (4, 3)


def test_problems_of_the_year_went_into_the_next_years_plan(demonstration):
    taken = WorkItem.objects.filter(unit=demonstration, year=2021, came_from__isnull=False)
    assert taken.count() == 2
