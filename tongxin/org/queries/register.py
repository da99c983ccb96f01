"""The register of units and of who holds which post, for the spreadsheet."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from django.db.models import Q

from tongxin.org.access import units_for
from tongxin.org.actor import Actor
from tongxin.org.models import Post, Unit
from tongxin.org.queries.heads import heads
from tongxin.org.rules.nesting import in_tree_order


@dataclass(frozen=True)
class UnitLine:
    """A unit with its place in the tree and its people."""

    unit: Unit
    above: str
    depth: int
    members: int
    staff: int


def unit_lines(actor: Actor) -> list[UnitLine]:
    """All open units that the actor may see, in the order of the tree, in four queries."""
    units = list(units_for(actor).filter(closed_on=None))
    counted, names = heads(units), {unit.pk: unit.called for unit in units}
    return [
        UnitLine(
            unit,
            names.get(unit.parent_id or 0, ""),
            depth,
            counted.members.get(unit.pk, 0),
            counted.staff.get(unit.pk, 0),
        )
        for depth, unit in in_tree_order(units)
    ]


def post_lines(actor: Actor, today: date) -> Iterator[Post]:
    """The posts held today in those units."""
    held = Post.objects.filter(Q(until=None) | Q(until__gt=today), unit__in=units_for(actor), since__lte=today)
    return held.select_related("unit", "person", "term").order_by("unit__path", "kind", "since").iterator()
