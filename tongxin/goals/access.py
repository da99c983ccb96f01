"""Reaching goals, directives and aims: fetch and authorise in one breath. A stranger gets 404."""

from __future__ import annotations

from datetime import date
from typing import Final

from django.db.models import QuerySet
from django.http import Http404

from tongxin.activities.access import activities_for
from tongxin.activities.models import Activity
from tongxin.core.numbers import whole
from tongxin.goals.models import Aim, Directive, Goal
from tongxin.org.access import below, require_right, units_for
from tongxin.org.actor import Actor
from tongxin.org.models import Unit
from tongxin.org.rules import rights
from tongxin.plan.access import get_unit_of_year
from tongxin.plan.models import WorkItem

FIRST, LAST = 1950, 2100
READ: Final = rights.SUMMARY_READ
CHANGE: Final = rights.PLAN_CHANGE


def may_read(actor: Actor, unit: Unit) -> bool:
    """Whether the actor sees goals with their figures, directives and aims: officers and the party's contact."""
    return actor.may(READ, unit)


def may_change(actor: Actor, unit: Unit) -> bool:
    """Whether the actor may change goals, directives and aims of the unit."""
    return actor.may(CHANGE, unit)


def get_year(year: int) -> int:
    """A year that plans are made for. 404 for any other."""
    if not FIRST <= year <= LAST:
        raise Http404
    return year


def get_unit(actor: Actor, wanted: str | None, *, right: str | None = None) -> Unit:
    """The unit whose goals are asked for, as of the year's pages. Refuses as `require_right`."""
    return get_unit_of_year(actor, wanted, right=right)


def get_goal(actor: Actor, pk: int, *, change: bool = False) -> Goal:
    """A goal of a unit that the actor may see, or change. Refuses as `require_right`."""
    goal = Goal.objects.select_related("unit", "parent", "owner", "owner_unit", "group").filter(pk=pk).first()
    if goal is None:
        raise Http404
    if change:
        require_right(actor, CHANGE, goal.unit)
    elif not units_for(actor).filter(pk=goal.unit_id).exists():
        raise Http404
    return goal


def get_directive(actor: Actor, pk: int, *, change: bool = False) -> Directive:
    """A directive of a unit that the actor may read, or change. Refuses as `require_right`."""
    directive = Directive.objects.select_related("unit", "owner", "owner_unit").filter(pk=pk).first()
    if directive is None:
        raise Http404
    require_right(actor, CHANGE if change else READ, directive.unit)
    return directive


def get_aim(actor: Actor, pk: int, *, change: bool = False) -> Aim:
    """An aim of a unit that the actor may read, or change. Refuses as `require_right`."""
    aim = Aim.objects.select_related("unit", "owner").filter(pk=pk).first()
    if aim is None:
        raise Http404
    require_right(actor, CHANGE if change else READ, aim.unit)
    return aim


def may_open_files(actor: Actor, pk: int) -> bool:
    """Whether the actor may open what is kept with a directive."""
    return Directive.objects.filter(below(actor.paths(READ), "unit__path"), pk=pk).exists()


def activities_to_hang(actor: Actor, unit: Unit, year: int) -> QuerySet[Activity]:
    """The activities of the year that may serve a goal of the unit: those of the unit and below that the actor sees."""
    return activities_for(actor).filter(unit__path__startswith=unit.path or "none", year=year)


def work_to_hang(unit: Unit, year: int) -> QuerySet[WorkItem]:
    """The work items of the year that may serve a goal of the unit."""
    return WorkItem.objects.filter(unit__path__startswith=unit.path or "none", year=year)


def chosen_goals(unit: Unit, year: int) -> QuerySet[Goal]:
    """The goals of a unit's year, and of the units above it: an activity of a branch may serve the union's goals."""
    above = [int(step) for step in (unit.path or "").split(".") if step]
    return Goal.objects.filter(unit__in=above, year=year)


def wanted_year(typed: str | None, today: date) -> int:
    """The year typed in an address, else this year."""
    number = whole(typed or "")
    return number if number is not None and FIRST <= number <= LAST else today.year
