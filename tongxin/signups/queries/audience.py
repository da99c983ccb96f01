"""Whom an activity concerns: who may come, and who has signed up."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from django.db.models import Q, QuerySet

from tongxin.activities.models import Activity
from tongxin.org.access import inside
from tongxin.org.models import Person, Placement, Unit
from tongxin.org.queries.placed import in_force, members_on
from tongxin.places.models import Place, Pool
from tongxin.places.models.place import LIVE


def concerned(activity: Activity, day: date) -> list[int]:
    """The ids of who may come: for what is offered to units, their people; else the members of the owner and all below."""
    pools = list(Pool.objects.filter(slot__activity=activity).prefetch_related("open_to").select_related("unit"))
    if not pools:
        return _people(activity.unit, Pool.Who.MEMBERS, day)
    found: set[int] = set()
    for pool in pools:
        units = list(pool.open_to.all()) or [_union_of(pool.unit)]
        for unit in units:
            found.update(_people(unit, pool.who, day))
    return sorted(found)


def signed_up(activity: Activity) -> list[int]:
    """The ids of all who hold a place, wait or are in a draw for any part of it."""
    live = Place.objects.filter(pool__slot__activity=activity, state__in=LIVE).order_by()
    return list(live.values_list("person", flat=True).distinct())


def signed_up_for(activities: Iterable[int]) -> list[int]:
    """The ids of all who hold a place, wait or are in a draw for any part of any of these activities."""
    live = Place.objects.filter(pool__slot__activity__in=list(activities), state__in=LIVE).order_by()
    return list(live.values_list("person", flat=True).distinct())


def audience_words(activity: Activity) -> list[str]:
    """The units it is offered to by name; none where it is the whole union."""
    return [
        unit.called
        for unit in Unit.objects.filter(pk__in=Pool.objects.filter(slot__activity=activity).values("open_to"))
    ]


def people_placed(unit: Unit, day: date) -> QuerySet[Person]:
    """Everybody placed in the unit or below on that day."""
    placed = Placement.objects.filter(in_force(day), unit__in=Unit.objects.filter(inside(unit)))
    return Person.objects.filter(Q(left_on=None) | Q(left_on__gt=day), pk__in=placed.values("person"))


def _people(unit: Unit, who: str, day: date) -> list[int]:
    if who == Pool.Who.STAFF:
        return list(people_placed(unit, day).values_list("pk", flat=True))
    return list(members_on(unit, day).values_list("person", flat=True))


def _union_of(unit: Unit) -> Unit:
    steps = [int(step) for step in (unit.path or "").split(".") if step]
    return Unit.objects.filter(pk__in=steps, kind=Unit.Kind.UNION).order_by("-path").first() or unit
