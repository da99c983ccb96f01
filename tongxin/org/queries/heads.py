"""How many people stand in units today, members and staff."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from django.db.models import Count, Exists, OuterRef, QuerySet

from tongxin.org.models import Person, Placement, Standing, Unit
from tongxin.org.rules.nesting import add_up


@dataclass(frozen=True)
class Heads:
    """By unit id, everybody below included: members in standing, and all who work here."""

    members: dict[int, int]
    staff: dict[int, int]


def heads(units: Collection[Unit], apart: Collection[int] = ()) -> Heads:
    """The people of these units, added up along the tree. Units `apart` are unions counted whole, by their roster.

    Two queries, two more where there are units apart.
    """
    inside = [unit.pk for unit in units if unit.pk not in apart]
    staff = dict(_placed(inside))
    members = dict(_members(inside))
    if apart:
        staff |= dict(_of_unions(apart))
        members |= dict(_members_of_unions(apart))
    return Heads(add_up(units, members), add_up(units, staff))


def _placed(units: Collection[int]) -> list[tuple[int, int]]:
    rows = Placement.objects.filter(until=None, unit__in=units).order_by().values_list("unit")
    return list(rows.annotate(n=Count("pk")))


def _members(units: Collection[int]) -> list[tuple[int, int]]:
    standing = _in_standing().filter(person=OuterRef("person"))
    placed = Placement.objects.filter(Exists(standing), until=None, unit__in=units).order_by()
    return list(placed.values_list("unit").annotate(n=Count("pk")))


def _of_unions(unions: Collection[int]) -> list[tuple[int, int]]:
    rows = Person.objects.filter(union__in=unions, left_on=None).order_by().values_list("union")
    return list(rows.annotate(n=Count("pk")))


def _members_of_unions(unions: Collection[int]) -> list[tuple[int, int]]:
    rows = _in_standing().filter(person__union__in=unions).values_list("person__union")
    return list(rows.annotate(n=Count("pk")))


def _in_standing() -> QuerySet[Standing]:
    return Standing.objects.filter(state=Standing.State.IN_STANDING, until=None).order_by()
