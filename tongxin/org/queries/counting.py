"""How the figures of the organisation are counted: aggregates of the database, records only when they are opened."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.db.models import Count, Exists, F, OuterRef, Q, QuerySet

from tongxin.core.figures import Part, Result, Scope
from tongxin.org.access import inside
from tongxin.org.models import Person, Placement, Post, Standing, Unit
from tongxin.org.queries.placed import WHOLE, in_force, is_everything, members_on, members_placed, units_of
from tongxin.org.queries.records import people_records, unit_records
from tongxin.org.rules.nesting import steps

OFFICERS = ("chair", "vice_chair", "office", "committee", "group_leader", "audit")


def members(scope: Scope) -> Result:
    """People in standing on the last day of the period."""
    found = members_on(scope.unit, scope.period.end)
    return _of_people(found.count(), found, scope)


def staff(scope: Scope) -> Result:
    """People placed in a unit on the last day of the period."""
    found = _within(scope, Placement.objects.filter(in_force(scope.period.end))).order_by()
    return _of_people(found.count(), found, scope)


def branches(scope: Scope) -> Result:
    """Branches that exist at the end of the period."""
    end = scope.period.end
    here = Q(founded_on=None) | Q(founded_on__lte=end), Q(closed_on=None) | Q(closed_on__gt=end)
    found = Unit.objects.filter(inside(scope.unit), *here, kind=Unit.Kind.BRANCH)
    count = found.count()
    return Result(count, unit_records(count, found))


def officers(scope: Scope) -> Result:
    """People who hold a post of the union on the last day of the period."""
    found = _within(scope, Post.objects.filter(in_force(scope.period.end), kind__in=OFFICERS)).order_by()
    return _of_people(_persons(found), found, scope)


def joined(scope: Scope) -> Result:
    """People who came to be in standing within the period, but not those back from retained."""
    found = _changes(scope, (Standing.State.IN_STANDING,), but_not_from=Standing.State.RETAINED)
    return _of_people(_persons(found), found, scope)


def left(scope: Scope) -> Result:
    """Members who moved away or left within the period."""
    found = _changes(scope, (Standing.State.MOVED, Standing.State.LEFT), but_not_from=Standing.State.APPLIED)
    return _of_people(_persons(found), found, scope)


def members_by_unit(scope: Scope) -> Result:
    """Members in standing by the units directly below; those of deeper units are added to them."""
    unit, end = scope.unit, scope.period.end
    placed = members_placed(unit, end)
    below = {one.pk: one for one in Unit.objects.filter(inside(unit))}
    counts: dict[int, int] = {}
    for pk, number in placed.values_list("unit").annotate(n=Count("pk")):
        own = _directly_below(unit, below[pk])
        counts[own] = counts.get(own, 0) + number
    parts = tuple(_part(scope, below[pk], counts[pk]) for pk in _ordered(below, counts, unit))
    total = sum(counts.values())
    return Result(total, _of_people(total, placed, scope).records, parts)


def _changes(scope: Scope, states: Iterable[str], *, but_not_from: str) -> QuerySet[Standing]:
    """Standings of these states that began within the period, unless they followed upon the one named."""
    days = (scope.period.start, scope.period.end)
    before = Standing.objects.filter(person=OuterRef("person"), state=but_not_from, until=OuterRef("since"))
    found = Standing.objects.filter(~Exists(before), state__in=tuple(states), since__range=days).order_by()
    if is_everything(scope.unit):
        return found
    if scope.unit.kind in WHOLE:
        return found.filter(person__union__in=units_of(scope.unit))
    there = Q(person__placements__until=None) | Q(person__placements__until__gte=F("since"))
    placed = {"person__placements__since__lte": F("since"), "person__placements__unit__in": units_of(scope.unit)}
    return found.filter(there, **placed)


def _part(scope: Scope, below: Unit, count: int) -> Part:
    """A line of the breakdown; the scope's own line holds only who is placed in it directly."""
    end = scope.period.end

    def people() -> QuerySet[Person]:
        placed = members_placed(below, end)
        if below.pk == scope.unit.pk:
            placed = placed.filter(unit=below.pk)
        return Person.objects.filter(pk__in=placed.values("person"))

    return Part(str(below.pk), below.called, count, people_records(count, people, end))


def _ordered(below: dict[int, Unit], counts: dict[int, int], unit: Unit) -> list[int]:
    """In the order of the units; the scope's own people last."""
    return [pk for pk in below if pk in counts and pk != unit.pk] + [unit.pk] * (unit.pk in counts)


def _directly_below(unit: Unit, placed: Unit) -> int:
    deeper = steps(placed.path)[len(steps(unit.path)) :]
    return deeper[0] if deeper else unit.pk


def _of_people(count: int, found: QuerySet[Any], scope: Scope) -> Result:
    """A count of people; `found` are rows with a `person`."""
    records = people_records(count, lambda: Person.objects.filter(pk__in=found.values("person")), scope.period.end)
    return Result(count, records)


def _persons(found: QuerySet[Any]) -> int:
    return int(found.aggregate(n=Count("person", distinct=True))["n"])


def _within(scope: Scope, rows: QuerySet[Any]) -> QuerySet[Any]:
    """Rows with a `unit` below the scope's; nothing to ask where that is every unit there is."""
    return rows if is_everything(scope.unit) else rows.filter(unit__in=units_of(scope.unit))
