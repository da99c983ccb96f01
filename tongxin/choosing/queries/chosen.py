"""What everybody of a round gets, and how: what handing out goes by."""

from __future__ import annotations

from collections.abc import Collection
from typing import Final

from django.db.models import QuerySet

from tongxin.choosing.models import Way
from tongxin.places.models import Place
from tongxin.welfare.models import Pack, Round
from tongxin.welfare.queries.entitled import entitled_of

# Not needed to hand out, and opened one by one.
SEALED: Final = ("receiver", "phone", "address")


def chosen(round: Round, people: Collection[int] | None = None) -> dict[int, int]:
    """The pack of each entitled person (of `people`, where given), by ids. Three queries.

    Who chose has what was chosen; where there was nothing to choose everybody has the one pack (or the default). Missing is who
    has not chosen yet while choosing goes on, and who came away with nothing because more are entitled than there are packs.
    """
    packs = list(round.packs.order_by("order", "letter", "pk"))
    entitled = entitled_of(round).order_by()
    if people is not None:
        entitled = entitled.filter(person__in=people)
    standing = list(entitled.values_list("person", flat=True))
    if any(pack.pool_id for pack in packs):
        held = _held(round, people)
        return {person: held[person] for person in standing if person in held}
    rest = default_of(packs)
    return dict.fromkeys(standing, rest.pk) if rest else {}


def default_of(packs: Collection[Pack]) -> Pack | None:
    """The pack of who chooses nothing: the one marked so, else the only one."""
    marked = [pack for pack in packs if pack.is_default]
    return next(iter(marked), None) or (next(iter(packs)) if len(packs) == 1 else None)


def ways(round: Round, people: Collection[int] | None = None) -> dict[int, Way]:
    """How those get their pack who do not fetch it, by person. One query."""
    rows = (
        Way.objects.filter(entitled__in=entitled_of(round).order_by().values("pk"))
        .select_related("entitled")
        .defer(*SEALED)
    )
    if people is not None:
        rows = rows.filter(entitled__person__in=people)
    return {way.entitled.person_id: way for way in rows}


def held_places(round: Round) -> QuerySet[Place]:
    """The places of those who chose, whichever pack."""
    return Place.objects.filter(bundle=round.packs_bundle, state=Place.State.HELD).order_by()


def _held(round: Round, people: Collection[int] | None) -> dict[int, int]:
    rows = held_places(round)
    if people is not None:
        rows = rows.filter(person__in=people)
    return dict(rows.values_list("person", "pool__pack"))
