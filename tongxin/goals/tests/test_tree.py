"""The year's framework: acts with their refusals, what serves a goal, what is empty, figures."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

import pytest

from tests.cast import NOW
from tongxin.activities import actions as life
from tongxin.activities.models import Group
from tongxin.activities.tests.making import add
from tongxin.core.figures import Scope, figures
from tongxin.core.periods import Period
from tongxin.goals import actions
from tongxin.goals.models import Goal, Indicator, Serves
from tongxin.goals.queries.tree import goal_tree
from tongxin.goals.tests.making import goal, start
from tongxin.goals.tests.refusing import refused
from tongxin.plan.tests.making import work


def value(cast, key):
    return figures.get(key).compute(Scope(cast.union, Period.of_year(2020))).value


def culture():
    return Group.objects.get(code="culture")


def held(cast, title="读书", **more):
    one = add(cast, title, **more)
    return life.finish(
        actor=cast.actor("office"), now=NOW, activity=one, held_on=date(2020, 10, 16), persons=9, person_times=9
    )


def test_the_usual_framework_is_one_two_three(cast):
    made = start(cast)
    assert [one.kind for one in made.values()] == ["lead", "promote", "promote", "group", "group", "group"]
    assert made["教育文化提升"].group == culture()
    refused("goals.not_empty", start, cast)
    refused("goals.not_empty", actions.copy_goals, actor=cast.actor("office"), now=NOW, unit=cast.union, year=2020)


def test_activities_of_a_group_count_by_themselves(cast):
    made = start(cast)
    held(cast, group=culture())
    add(cast, "还没办的", group=culture())
    tree = goal_tree(cast.actor("office"), cast.union, 2020)
    fact = tree.find(made["教育文化提升"].pk)
    assert (len(fact.planned), len(fact.held), fact.share, len(fact.by_group)) == (2, 1, 50, 2)
    assert len(tree.empty) == 5 and not tree.loose
    assert (value(cast, "plan.goals"), value(cast, "plan.goals_served"), value(cast, "plan.goals_empty")) == (6, 1, 5)


def test_a_goal_above_counts_what_serves_the_goals_below_once(cast):
    top = goal(cast, "党建")
    first, second = goal(cast, "学习", parent=top), goal(cast, "活动", parent=top)
    one, item = held(cast), work(cast)
    actions.set_goals_of(actor=cast.actor("office"), now=NOW, thing=one, goals=[first, second])
    actions.set_serving(actor=cast.actor("office"), now=NOW, goal=first, activities=[one], work=[item])
    tree = goal_tree(cast.actor("office"), cast.union, 2020)
    assert (len(tree.find(top.pk).activities), len(tree.find(top.pk).work), len(tree.leaves)) == (1, 1, 2)
    assert value(cast, "plan.goals") == 2


def test_an_indicator_is_the_figure_itself(cast):
    one = goal(cast)
    given = {"actor": cast.actor("office"), "now": NOW, "goal": one}
    actions.set_indicator(wanted=actions.Wanted("activities.held", "2"), **given)
    actions.set_indicator(wanted=actions.Wanted("activities.completion", "75%"), **given)
    assert sorted(row.value for row in Indicator.objects.all()) == [Fraction(3, 4), 2]
    for title in ("读书", "登高"):
        assert value(cast, "plan.goals_reached") == 0
        held(cast, title)
    fact = goal_tree(cast.actor("office"), cast.union, 2020).find(one.pk)
    assert fact.reached and [row.told for row in fact.indicators] == ["2项", "100%"] and not fact.is_empty
    assert value(cast, "plan.goals_reached") == 1
    actions.set_indicator(wanted=actions.Wanted("activities.held", "3"), **given)
    assert value(cast, "plan.goals_reached") == 0
    actions.remove_indicator(actor=given["actor"], now=NOW, indicator=one.indicators.first())
    assert one.indicators.count() == 1


@pytest.mark.parametrize(
    ("code", "wanted"),
    [
        ("goals.no_figure", actions.Wanted("nothing.at_all", "1")),
        ("goals.no_figure", actions.Wanted("plan.goals_reached", "1")),
        ("goals.no_direction", actions.Wanted("activities.held", "1", direction="up")),
        ("goals.not_a_number", actions.Wanted("activities.held", "很多")),
        ("goals.not_a_number", actions.Wanted("activities.held", "3/0")),
    ],
)
def test_an_indicator_needs_a_figure_and_a_number(cast, code, wanted):
    refused(code, actions.set_indicator, actor=cast.actor("office"), now=NOW, goal=goal(cast), wanted=wanted)


def test_last_years_tree_is_copied_in_one_act(cast):
    top = goal(cast, "党建", owner=cast.people["office"])
    below = goal(cast, "学习", parent=top, group=culture())
    actions.set_indicator(
        actor=cast.actor("office"), now=NOW, goal=below, wanted=actions.Wanted("activities.held", "5")
    )
    made = actions.copy_goals(actor=cast.actor("office"), now=NOW, unit=cast.union, year=2021)
    first, second = made
    assert (first.title, first.owner, second.parent, second.group, second.copied_from) == (
        "党建", cast.people["office"], first, culture(), below,
    )  # fmt: skip
    assert second.indicators.get().value == 5 and not Serves.objects.filter(goal__in=made).exists()
    refused(
        "goals.nothing_to_copy", actions.copy_goals, actor=cast.actor("office"), now=NOW, unit=cast.union, year=2030
    )


def test_goals_refuse_what_does_not_fit(cast):
    one = goal(cast, group=culture())
    below = goal(cast, "学习", parent=one)
    refused("goals.title_missing", goal, cast, " ")
    refused("goals.owner_outside", goal, cast, owner=cast.people["outsider"])
    refused("goals.unit_outside", goal, cast, owner_unit=cast.units["other"])
    refused("goals.group_taken", goal, cast, "另一个", group=culture())
    refused("goals.other_tree", goal, cast, "另一年", year=2021, parent=one)
    given = {"actor": cast.actor("office"), "now": NOW, "goal": one, "title": "党建", "kind": "goal"}
    refused("goals.circle", actions.edit_goal, parent=below, **given)
    refused("goals.has_children", actions.remove_goal, actor=cast.actor("office"), now=NOW, goal=one)
    assert actions.edit_goal(group=culture(), **given).group == culture()
    actions.remove_goal(actor=cast.actor("office"), now=NOW, goal=below)
    assert Goal.objects.count() == 1


def test_nothing_of_another_year_serves_a_goal(cast):
    one, other = goal(cast), goal(cast, year=2021)
    late = work(cast, year=2021, starts_on=None, due_on=None)
    given = {"actor": cast.actor("office"), "now": NOW}
    refused("goals.cannot_serve", actions.set_serving, goal=one, activities=[], work=[late], **given)
    refused("goals.other_year", actions.set_goals_of, thing=add(cast), goals=[other], **given)


def test_what_is_hung_may_be_taken_off(cast):
    one, item = goal(cast), work(cast)
    for ticked in ([item], []):
        actions.set_serving(actor=cast.actor("office"), now=NOW, goal=one, activities=[], work=ticked)
        assert one.served_by.count() == len(ticked)


@pytest.mark.parametrize("who", ["member", "branch", "audit", "party", "hr", "outsider"])
def test_nobody_else_changes_goals(cast, who):
    one, actor = goal(cast), cast.actor(who)
    given = {"actor": actor, "now": NOW}
    refused("access.no_right", actions.add_goal, unit=cast.union, year=2020, title="一", **given)
    refused("access.no_right", actions.edit_goal, goal=one, title="一", kind="goal", **given)
    refused("access.no_right", actions.remove_goal, goal=one, **given)
    refused("access.no_right", actions.start_goals, unit=cast.union, year=2022, **given)
    refused("access.no_right", actions.copy_goals, unit=cast.union, year=2021, **given)
    refused("access.no_right", actions.set_serving, goal=one, activities=[], work=[], **given)
    refused("access.no_right", actions.set_indicator, goal=one, wanted=actions.Wanted("activities.held", "1"), **given)


def test_a_branch_hangs_its_activity_on_its_own_goals_only(cast):
    mine = add(cast, "分工会的", by="branch", unit="ee")
    own = goal(cast, "本院", unit=cast.units["ee"])
    union = goal(cast)
    actions.set_goals_of(actor=cast.actor("branch"), now=NOW, thing=mine, goals=[own, union])
    assert list(mine.serves.values_list("goal", flat=True)) == [own.pk]
