"""Who stood where on a day, asked so that the database reads as little as it can."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet

from tongxin.org.access import inside
from tongxin.org.models import Placement, Standing, Unit

WHOLE = (Unit.Kind.FEDERATION, Unit.Kind.UNION)


def in_force(day: date) -> Q:
    """Begun, and not ended by then."""
    return Q(since__lte=day) & (Q(until=None) | Q(until__gt=day))


def in_standing(day: date) -> QuerySet[Standing]:
    """The standings of all members on that day, one each."""
    return Standing.objects.filter(in_force(day), state=Standing.State.IN_STANDING).order_by()


def members_on(unit: Unit, day: date) -> QuerySet[Standing] | QuerySet[Placement]:
    """Rows with a `person`, one for each member below the unit on that day.

    A whole union is its roster, so that placements need not be read; the top of the tree is everybody.
    """
    if is_everything(unit):
        return in_standing(day)
    if unit.kind in WHOLE:
        return in_standing(day).filter(person__union__in=units_of(unit))
    return members_placed(unit, day)


def members_placed(unit: Unit, day: date) -> QuerySet[Placement]:
    """The placements of members below the unit on that day."""
    placed = Placement.objects.filter(in_force(day), unit__in=units_of(unit)).order_by()
    return placed.filter(Exists(in_standing(day).filter(person=OuterRef("person"))))


def is_everything(unit: Unit) -> bool:
    """Whether no unit stands outside this one, so that asking for the unit would ask nothing."""
    return not Unit.objects.exclude(inside(unit)).exists()


def units_of(unit: Unit) -> QuerySet[Unit, Any]:
    """The ids of the unit and all below, as a subquery."""
    return Unit.objects.filter(inside(unit)).order_by().values("pk")
