"""How the figures of the organisation are counted: aggregates of the database, records only when they are opened."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from django.db.models import Count, Exists, OuterRef, Q, QuerySet

from tongxin.core.figures import Part, Result, Scope
from tongxin.org.access import inside
from tongxin.org.models import Person, Placement, Post, Standing, Unit
from tongxin.org.queries.records import people_records, unit_records
from tongxin.org.rules.nesting import steps

WHOLE = (Unit.Kind.FEDERATION, Unit.Kind.UNION)
OFFICERS = ("chair", "vice_chair", "office", "committee", "group_leader", "audit")


def members(scope: Scope) -> Result:
    """People in standing on the last day of the period."""
    found = members_on(scope.unit, scope.period.end)
    return _of_people(found.count(), found.values("person"), scope)


def staff(scope: Scope) -> Result:
    """People placed in a unit on the last day of the period."""
    found = Placement.objects.filter(_on(scope.period.end), unit__in=_units(scope.unit)).order_by()
    return _of_people(found.count(), found.values("person"), scope)


def branches(scope: Scope) -> Result:
    """Branches that exist at the end of the period."""
    end = scope.period.end
    here = Q(founded_on=None) | Q(founded_on__lte=end), Q(closed_on=None) | Q(closed_on__gt=end)
    found = Unit.objects.filter(inside(scope.unit), *here, kind=Unit.Kind.BRANCH)
    count = found.count()
    return Result(count, unit_records(count, found))


def officers(scope: Scope) -> Result:
    """People who hold a post of the union on the last day of the period."""
    found = Post.objects.filter(_on(scope.period.end), unit__in=_units(scope.unit), kind__in=OFFICERS).order_by()
    count = found.aggregate(n=Count("person", distinct=True))["n"]
    return _of_people(count, found.values("person"), scope)


def joined(scope: Scope) -> Result:
    """People who came to be in standing within the period, but not those back from retained."""
    found = _changes(scope, (Standing.State.IN_STANDING,), but_not_from=Standing.State.RETAINED)
    return _of_people(_persons(found), found.values("person"), scope)


def left(scope: Scope) -> Result:
    """Members who moved away or left within the period."""
    found = _changes(scope, (Standing.State.MOVED, Standing.State.LEFT), but_not_from=Standing.State.APPLIED)
    return _of_people(_persons(found), found.values("person"), scope)


def members_by_unit(scope: Scope) -> Result:
    """Members in standing by the units directly below; those of deeper units are added to them."""
    unit, end = scope.unit, scope.period.end
    placed = _standing_on(end).filter(*_placed_on(end), person__placements__unit__in=_units(unit))
    rows = placed.values_list("person__placements__unit__path").annotate(n=Count("pk"))
    counts: dict[int, int] = {}
    for path, number in rows:
        own = _directly_below(unit, path)
        counts[own] = counts.get(own, 0) + number
    parts = tuple(_parts(scope, counts))
    return Result(sum(counts.values()), _of_people(sum(counts.values()), placed.values("person"), scope).records, parts)


def members_on(unit: Unit, day: date) -> QuerySet[Standing]:
    """The standings in force on that day of members below the unit; each member once.

    A whole union is its roster, so that the placements need not be read.
    """
    standing = _standing_on(day)
    if unit.kind in WHOLE:
        return standing.filter(person__union__in=_units(unit))
    return standing.filter(*_placed_on(day), person__placements__unit__in=_units(unit))


def _standing_on(day: date) -> QuerySet[Standing]:
    return Standing.objects.filter(_on(day), state=Standing.State.IN_STANDING).order_by()


def _changes(scope: Scope, states: Iterable[str], *, but_not_from: str) -> QuerySet[Standing]:
    """Standings of these states that began within the period, unless they followed upon the one named."""
    before = Standing.objects.filter(person=OuterRef("person"), state=but_not_from, until=OuterRef("since"))
    period = (scope.period.start, scope.period.end)
    found = Standing.objects.filter(~Exists(before), state__in=tuple(states), since__range=period).order_by()
    if scope.unit.kind in WHOLE:
        return found.filter(person__union__in=_units(scope.unit))
    there = Placement.objects.filter(
        Q(until=None) | Q(until__gte=OuterRef("since")),
        person=OuterRef("person"), since__lte=OuterRef("since"), unit__in=_units(scope.unit),
    )  # fmt: skip
    return found.filter(Exists(there))


def _parts(scope: Scope, counts: dict[int, int]) -> Iterable[Part]:
    """A line for each unit that has members, in the order of the tree; the scope's own people last."""
    unit, end = scope.unit, scope.period.end
    for below in [*Unit.objects.filter(pk__in=set(counts) - {unit.pk}), *([unit] if unit.pk in counts else [])]:
        units = [unit.pk] if below.pk == unit.pk else _units(below)
        people = _standing_on(end).filter(*_placed_on(end), person__placements__unit__in=units).values("person")
        records = people_records(counts[below.pk], Person.objects.filter(pk__in=people), end)
        yield Part(str(below.pk), below.called, counts[below.pk], records)


def _directly_below(unit: Unit, path: str) -> int:
    deeper = steps(path)[len(steps(unit.path)) :]
    return deeper[0] if deeper else unit.pk


def _of_people(count: int, people: QuerySet[object], scope: Scope) -> Result:
    return Result(count, people_records(count, Person.objects.filter(pk__in=people), scope.period.end))


def _persons(found: QuerySet[Standing]) -> int:
    return int(found.aggregate(n=Count("person", distinct=True))["n"])


def _units(unit: Unit) -> QuerySet[Unit, object]:
    return Unit.objects.filter(inside(unit)).order_by().values("pk")


def _on(day: date) -> Q:
    """In force on that day: begun, and not ended by then."""
    return Q(since__lte=day) & (Q(until=None) | Q(until__gt=day))


def _placed_on(day: date) -> tuple[Q, Q]:
    ended = Q(person__placements__until=None) | Q(person__placements__until__gt=day)
    return Q(person__placements__since__lte=day), ended
