"""The year's goals, tasks from above, the aim over five years, and what last year's problems became."""

from __future__ import annotations

from typing import Any

from django.utils.translation import override

from tongxin.activities.models import Activity
from tongxin.demo.facts import goals as facts
from tongxin.demo.facts.units import UNION_CODE
from tongxin.demo.facts.year import YEAR
from tongxin.demo.steps.organisation import Units
from tongxin.demo.when import moment, morning, officer
from tongxin.goals import actions as acts
from tongxin.goals.models import Goal
from tongxin.org.models import Person
from tongxin.plan import actions as plan
from tongxin.plan.models import WorkItem


def frame(units: Units) -> None:
    """Begin with the usual framework, say who answers for what, and how it is measured."""
    now = moment(YEAR, 1, 7, 10)
    given: dict[str, Any] = {"actor": officer("office", now), "now": now}
    made = {goal.title: goal for goal in acts.start_goals(unit=units[UNION_CODE], year=YEAR, **given)}
    for title, owner in facts.OWNERS.items():
        goal, person = made[title], Person.objects.get(staff_no=owner)
        acts.edit_goal(goal=goal, title=goal.title, kind=goal.kind, words=goal.words, owner=person, **given)
    for title, measures in facts.MEASURES.items():
        for key, part, direction, target in measures:
            acts.set_indicator(goal=made[title], wanted=acts.Wanted(key, target, part, direction), **given)


def close(units: Units) -> None:
    """Hang the year on its goals; gather evidence for the tasks from above, and close them."""
    _hang(units)
    activities = {one.title: one for one in Activity.objects.filter(year=YEAR)}
    goals = {one.title: one for one in Goal.objects.filter(year=YEAR)}
    for fact in facts.DIRECTIVES:
        now = morning(fact.given)
        one = acts.add_directive(
            actor=officer("office", now), now=now, unit=units[UNION_CODE], year=YEAR, title=fact.title,
            given_by=fact.given_by, document=fact.document, given_on=fact.given, due_on=fact.due, text=fact.text,
        )  # fmt: skip
        now = morning(fact.closed) if fact.closed else moment(YEAR, 12, 1)
        office = officer("office", now)
        shown = [activities[title] for title in fact.activities]
        one = acts.set_evidence(
            actor=office,
            now=now,
            directive=one,
            activities=shown,
            work=(),
            goals=[goals[title] for title in fact.goals],
        )
        if fact.closing:
            acts.close_directive(actor=office, now=now, directive=one, closing=fact.closing)


def _hang(units: Units) -> None:
    now = moment(YEAR, 1, 8, 15)
    given: dict[str, Any] = {"actor": officer("office", now), "now": now}
    goals = Goal.objects.filter(unit=units[UNION_CODE], year=YEAR).select_related("unit")
    work = {one.title: one for one in WorkItem.objects.filter(unit=units[UNION_CODE], year=YEAR)}
    led = list(Activity.objects.filter(year=YEAR, title__in=facts.LED))
    for goal in goals:
        if goal.title in facts.SERVED:
            served = [work[title] for title in facts.SERVED[goal.title]]
            acts.set_serving(goal=goal, activities=(), work=served, **given)
        elif goal.kind == Goal.Kind.LEAD:
            acts.set_serving(goal=goal, activities=led, work=(), **given)


def look_ahead(units: Units) -> None:
    """Set the aim for five years with the years before typed, copy the goals, and take up two of the year's problems."""
    union, now = units[UNION_CODE], moment(2021, 1, 25)
    given: dict[str, Any] = {"actor": officer("office", now), "now": now}
    title, first, last, words = facts.AIM
    aim = acts.add_aim(unit=union, title=title, first=first, last=last, words=words, **given)
    for key, direction, targets, typed in facts.AIM_MEASURES:
        measure = acts.set_measure(aim=aim, key=key, direction=direction, targets=targets, **given)
        for year, value in typed.items():
            acts.type_value(measure=measure, year=year, value=value, source=facts.AIM_SOURCE, **given)
    acts.copy_goals(unit=union, year=YEAR + 1, **given)
    with override("zh-hans"):
        for code in facts.TAKEN_UP:
            plan.take_up(unit=union, year=YEAR + 1, source="report", code=code, **given)
