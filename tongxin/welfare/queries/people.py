"""The list of who is entitled, by unit, with filters."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Final

from django.core.paginator import Page, Paginator
from django.db.models import Count, Q, QuerySet

from tongxin.core.numbers import whole
from tongxin.org.actor import Actor
from tongxin.org.queries.people import typed
from tongxin.welfare.access import people_to_read
from tongxin.welfare.models import Entitled, Round

PER_PAGE: Final = 50
STANDING: Final = Entitled.standing()
# What may be looked for, each with its condition.
KINDS: Final[dict[str, Q]] = {
    "": STANDING, "added": STANDING & ~Q(added=""), "struck": ~STANDING, "remarked": ~Q(remark=""),
    "outside": STANDING & Q(member=False),
}  # fmt: skip


@dataclass(frozen=True)
class UnitCount:
    """A unit of the list, with how many of it stand on it."""

    pk: int
    called: str
    count: int


@dataclass(frozen=True)
class Counts:
    """Of all that the reader sees: standing, members in standing among them, added, struck, remarks and those that wait."""

    standing: int
    members: int
    added: int
    struck: int
    remarked: int
    open: int


@dataclass(frozen=True)
class Filters:
    """What is looked for: a unit (None: all), a key of `KINDS`, part of a name or number."""

    unit: int | None = None
    kind: str = ""
    words: str = ""

    @property
    def any(self) -> bool:
        """Whether anything is."""
        return bool(self.unit or self.kind or self.words)


@dataclass(frozen=True)
class People:
    """A page of the list."""

    page: Page[Entitled]
    filters: Filters
    units: tuple[UnitCount, ...]
    counts: Counts


def filters_from(query: Any) -> Filters:
    """The filters of an address; what is not understood is left out."""
    kind = query.get("kind", "")
    return Filters(whole(query.get("unit", "")), kind if kind in KINDS else "", query.get("q", "").strip()[:60])


def people_of(actor: Actor, round: Round, filters: Filters, page: str) -> People:
    """Whom the actor may see of the list. Four queries."""
    seen = Entitled.objects.filter(people_to_read(actor, round), round=round)
    shown = Paginator(found(actor, round, filters), PER_PAGE).get_page(page)
    return People(shown, filters, units_of(seen), counts_of(seen))


def found(actor: Actor, round: Round, filters: Filters) -> QuerySet[Entitled]:
    """All rows under the filters, in order."""
    rows = Entitled.objects.filter(people_to_read(actor, round), KINDS[filters.kind], round=round)
    if filters.unit is not None:
        rows = rows.filter(unit=filters.unit)
    return rows.filter(typed(filters.words, "person")).select_related("person", "unit")


def units_of(rows: QuerySet[Entitled]) -> tuple[UnitCount, ...]:
    """The units of the list in order, with those who stand on it. One query."""
    counted = rows.exclude(unit=None).order_by("unit__order", "unit__name_key", "unit")
    values = counted.values_list("unit", "unit__short_name", "unit__name").annotate(n=Count("pk", filter=STANDING))
    return tuple(UnitCount(pk, short or name, n) for pk, short, name, n in values)


def counts_of(rows: QuerySet[Entitled]) -> Counts:
    """One query."""
    told = rows.order_by().aggregate(
        standing=Count("pk", filter=STANDING), members=Count("pk", filter=STANDING & Q(member=True)),
        added=Count("pk", filter=KINDS["added"]), struck=Count("pk", filter=KINDS["struck"]),
        remarked=Count("pk", filter=KINDS["remarked"]), open=Count("pk", filter=KINDS["remarked"] & Q(settled="")),
    )  # fmt: skip
    return Counts(**told)
