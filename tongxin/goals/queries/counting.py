"""Figures of goals: how many there are, how many something serves, how many reached their targets, how many are empty."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from django.urls import reverse

from tongxin.activities.models import Activity
from tongxin.activities.queries.scope import of_unit
from tongxin.core.figures import NO_RECORDS, RecordRow, Records, Result, Scope
from tongxin.goals.models import Goal, Indicator, Serves
from tongxin.goals.queries.values import Values
from tongxin.goals.rules.targets import reached
from tongxin.goals.words import SEALS, TONES
from tongxin.org.access import units_for
from tongxin.org.actor import Actor
from tongxin.org.models import Unit
from tongxin.plan.queries.planned import years_of


@dataclass(frozen=True)
class Standing:
    """How a goal stands."""

    goal: Goal
    served: bool
    measured: bool
    reached: bool

    @property
    def is_empty(self) -> bool:
        """Whether nothing serves it and no indicator has a value."""
        return not (self.served or self.measured)


def standings(unit: Unit, years: Sequence[int]) -> list[Standing]:
    """The goals of the unit itself that have none below them: one query where there are none, else four and those of the
    figures that measure them."""
    goals = list(Goal.objects.filter(unit=unit, year__in=years))
    if not goals:
        return []
    parents = {goal.parent_id for goal in goals}
    leaves = [goal for goal in goals if goal.pk not in parents]
    hung = set(
        Serves.objects.filter(goal__in=leaves)
        .exclude(activity__state=Activity.State.IDEA)
        .values_list("goal", flat=True)
    )
    groups = {goal.group_id for goal in leaves if goal.group_id}
    grouped = set(
        of_unit(unit)
        .filter(year__in=years, group__in=groups)
        .exclude(state=Activity.State.IDEA)
        .values_list("year", "group")
    )
    values, indicators = Values(unit), dict[int, list[Indicator]]()
    for one in Indicator.objects.filter(goal__in=leaves):
        indicators.setdefault(one.goal_id, []).append(one)
    return [
        _standing(values, goal, goal.pk in hung or (goal.year, goal.group_id) in grouped, indicators.get(goal.pk, []))
        for goal in leaves
    ]


def _standing(values: Values, goal: Goal, served: bool, indicators: list[Indicator]) -> Standing:
    found = [(one, values.value(one.key, one.part, goal.year)) for one in indicators]
    there = bool(found) and all(reached(value, one.value, one.direction) for one, value in found)
    return Standing(goal, served, any(value for _one, value in found), there)


def count_goals(keep: Callable[[Standing], bool]) -> Callable[[Scope], Result]:
    """A figure that counts the goals for which `keep` holds."""

    def compute(scope: Scope) -> Result:
        found = [one.goal for one in standings(scope.unit, list(years_of(scope))) if keep(one)]
        return _result(found)

    return compute


def count_all(scope: Scope) -> Result:
    """A figure that counts the goals that have none below them: one query."""
    goals = list(Goal.objects.filter(unit=scope.unit, year__in=years_of(scope)))
    parents = {goal.parent_id for goal in goals}
    return _result([goal for goal in goals if goal.pk not in parents])


def _result(found: list[Goal]) -> Result:
    if not found:
        return Result(0, NO_RECORDS)
    return Result(len(found), Records(len(found), lambda actor, first, last: _listed(found[first:last], actor)))


def _listed(goals: Sequence[Goal], actor: Actor) -> Sequence[RecordRow]:
    seen = set(units_for(actor).filter(pk__in={goal.unit_id for goal in goals}).values_list("pk", flat=True))
    return [
        RecordRow(
            goal.title, None, str(goal.get_kind_display()),
            reverse("goals:goal", args=[goal.pk]) if goal.unit_id in seen else "", SEALS[goal.kind], TONES[goal.kind],
        )
        for goal in goals
    ]  # fmt: skip
