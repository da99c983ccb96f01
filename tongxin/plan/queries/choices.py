"""Which units and years a reader may turn to from here."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.db.models import Q

from tongxin.activities.models import Activity
from tongxin.org.access import below, units_for
from tongxin.org.actor import Actor
from tongxin.org.models import Person, Unit
from tongxin.org.rules import rights
from tongxin.plan.models import AnnualPlan
from tongxin.plan.queries.baseline import path_of

FIRST, LAST = 1950, 2100


@dataclass(frozen=True)
class UnitChoice:
    """A unit to turn to; `inner` where it stands below the one shown."""

    id: int
    name: str
    inner: bool


def units_to_turn_to(actor: Actor, unit: Unit) -> list[UnitChoice]:
    """The units above that the actor may read, this one, and the ones right below it: one query."""
    above = [int(step) for step in (unit.path or "").split(".") if step]
    near = Q(pk__in=above) | Q(parent=unit, closed_on=None)
    readable = below(actor.paths(rights.ACTIVITIES_READ), "path")
    found = Unit.objects.filter(near, readable | Q(pk=unit.pk)).exclude(kind=Unit.Kind.GROUP)
    ordered = sorted(
        found, key=lambda one: (one.parent_id == unit.pk, one.path if one.pk in above else "", one.order, one.name_key)
    )
    return [UnitChoice(one.pk, one.called, one.parent_id == unit.pk) for one in ordered]


def years_with_plans(unit: Unit, today: date) -> list[int]:
    """This year, the next, and every year in which the unit has activities or a plan; latest first: one query."""
    activities = Activity.objects.order_by().filter(unit__path__startswith=path_of(unit)).values_list("year")
    plans = AnnualPlan.objects.order_by().filter(unit=unit).values_list("year")
    found = {year for (year,) in activities.union(plans)}
    return sorted(found | {today.year}, reverse=True)


def opening_year(unit: Unit, today: date) -> int:
    """This year where it has anything in it, else the newest year that has, else this year."""
    own = Activity.objects.filter(unit__path__startswith=path_of(unit))
    if own.filter(year=today.year).exists():
        return today.year
    newest = own.order_by("-year").values_list("year", flat=True).first()
    return newest or today.year


def responsible_units(unit: Unit) -> list[Unit]:
    """Units that may answer for work of this one: itself and all below it."""
    return list(
        Unit.objects.filter(path__startswith=path_of(unit), closed_on=None)
        .exclude(kind=Unit.Kind.GROUP)
        .order_by("path")
    )


def possible_owners(actor: Actor, unit: Unit) -> list[Person]:
    """Officers of the unit and of those below it: who holds a post there."""
    if not units_for(actor).filter(pk=unit.pk).exists():
        return []
    held = Person.objects.filter(posts__unit__path__startswith=path_of(unit), posts__until=None, left_on=None)
    return list(held.distinct().order_by("name_key"))
