"""Who is on the list of a slot, asked for a few people at a time."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from typing import Any, Final

from django.db.models import F, FilteredRelation, Q, QuerySet, Value
from django.db.models.functions import Coalesce, NullIf

from tongxin.attendance.models import Expected
from tongxin.attendance.queries.facts import SlotFacts, Source
from tongxin.core.prepared import Prepared
from tongxin.org.models import Person
from tongxin.places.models import Place


@dataclass(frozen=True)
class Listed:
    """Somebody on the list (`number` is None where there is no list): name and unit as the door shows them."""

    person: int
    name: str
    unit: str
    number: int | None = None
    excuse: str = ""


def listed(facts: SlotFacts, people: Collection[int] = (), numbers: Collection[int] = ()) -> list[Listed]:
    """Those among `people` and `numbers` who are on the list. One query at most."""
    if not people and not numbers:
        return []
    if facts.source is Source.PLACES:
        if len(people) == 1 and not numbers:
            return [Listed(*row) for row in _ONE.rows(facts.pool, *people)]
        rows = _wanted(Place.objects.filter(pool=facts.pool, state=Place.State.HELD), people, numbers)
        return [Listed(*row) for row in rows.order_by().values_list(*_of_places())]
    if facts.source is Source.EXPECTED:
        rows = _wanted(Expected.objects.filter(slot=facts.slot), people, numbers)
        return [Listed(*row) for row in with_unit(rows).order_by().values_list(*_of_expected())]
    return everybody(facts, people)


def everybody(facts: SlotFacts, people: Collection[int]) -> list[Listed]:
    """Those among `people` who belong to the union of the activity, on a list or not. One query."""
    if not people:
        return []
    ours = Q(union__path__in=_chain(facts.unit_path)) | Q(union__path__startswith=facts.unit_path)
    rows = Person.objects.filter(ours, pk__in=people, left_on=None)
    placed = rows.annotate(now=FilteredRelation("placements", condition=Q(placements__until=None)))
    named = placed.order_by().values_list("pk", "name", called("now__unit"))
    return [Listed(*row) for row in named]


def with_unit(rows: QuerySet[Expected]) -> QuerySet[Expected]:
    """The rows with the unit their person belongs to now, as `now__unit`."""
    return rows.annotate(now=FilteredRelation("person__placements", condition=Q(person__placements__until=None)))


def called(unit: str) -> Any:
    """The short name of the unit that `unit` leads to, else its name."""
    short: Any = NullIf(F(f"{unit}__short_name"), Value(""))
    return Coalesce(short, F(f"{unit}__name"), Value(""))


def _of_places() -> tuple[Any, ...]:
    return ("person", "person__name", called("unit"), "number")


# One at a time is how codes are scanned.
_ONE: Final = Prepared(
    lambda pool, person: (
        Place.objects.filter(pool=pool, state=Place.State.HELD, person=person).order_by().values_list(*_of_places())
    ),
    2,
)


def _of_expected() -> tuple[Any, ...]:
    return ("person", "person__name", called("now__unit"), "number", "excuse")


def _wanted(rows: Any, people: Collection[int], numbers: Collection[int]) -> Any:
    if not numbers:
        return rows.filter(person__in=people)
    if not people:
        return rows.filter(number__in=numbers)
    return rows.filter(Q(person__in=people) | Q(number__in=numbers))


def _chain(path: str) -> list[str]:
    """The paths of a unit and of all above it."""
    steps = [step for step in path.split(".") if step]
    return ["".join(f"{step}." for step in steps[: count + 1]) for count in range(len(steps))]
