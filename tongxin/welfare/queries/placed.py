"""Who would be on a round's list, by its rule."""

from __future__ import annotations

from datetime import date

from django.db.models import Exists, OuterRef

from tongxin.org.models import Placement, Unit
from tongxin.org.queries.placed import WHOLE, in_force, in_standing, units_of
from tongxin.places.models import Pool
from tongxin.welfare.models import Entitled, Round
from tongxin.welfare.rules.snapshot import Kept, Placed


def placed_on(round: Round, day: date) -> dict[int, Placed]:
    """Everybody of the round's unit and below on that day, by person: all staff, or members in standing alone. Two queries."""
    unit = round.unit
    member = Exists(in_standing(day).filter(person=OuterRef("person")))
    rows = Placement.objects.filter(in_force(day), unit__in=units_of(unit)).order_by().annotate(in_standing=member)
    found = {
        person: Placed(where, bool(stands))
        for person, where, stands in rows.values_list("person", "unit", "in_standing")
    }
    for person in _unplaced(unit, day):
        found.setdefault(person, Placed(None, True))
    if round.who == Pool.Who.MEMBERS:
        return {person: placed for person, placed in found.items() if placed.member}
    return found


def kept_of(round: Round) -> dict[int, Kept]:
    """The rows of the list as they stand. One query."""
    rows = Entitled.objects.filter(round=round).values_list("person", "unit", "member", "added")
    return {person: Kept(unit, member, bool(added)) for person, unit, member, added in rows.order_by()}


def _unplaced(unit: Unit, day: date) -> list[int]:
    """Members of a whole union that stand in no unit of it."""
    if unit.kind not in WHOLE:
        return []
    return list(in_standing(day).filter(person__union__in=units_of(unit)).values_list("person", flat=True))
