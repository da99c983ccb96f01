"""The year by unit: planned, held, added, and the unit's outing."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from tongxin.org.models import Unit
from tongxin.plan.queries.facts import ItemFact
from tongxin.plan.queries.year import year_facts


@dataclass(frozen=True)
class UnitRow:
    """A unit's part in the year; a joint activity stands in the row of each unit it counts for."""

    id: int
    name: str
    kind: str
    planned: int
    held: int
    added: int
    outing: ItemFact | None
    outing_on: date | None


def unit_rows(unit: Unit, year: int) -> list[UnitRow]:
    """A row for each branch right below, even with nothing, and for every other unit with a part: nine queries."""
    facts = year_facts(unit, year)
    parts: dict[int, list[ItemFact]] = {}
    for item in facts.everything:
        for organiser in item.counts_for:
            parts.setdefault(organiser.unit_id, []).append(item)
    branches = Unit.objects.filter(parent=unit, kind=Unit.Kind.BRANCH, closed_on=None)
    units = {one.pk: one for one in (branches | Unit.objects.filter(pk__in=parts)).order_by("path")}
    rows = [_row(one, parts.get(pk, [])) for pk, one in units.items()]
    return sorted(rows, key=lambda row: (-row.planned, row.name))


def _row(unit: Unit, items: list[ItemFact]) -> UnitRow:
    planned = [item for item in items if item.counted and not item.added]
    outing = next((item for item in items if not item.counted), None)
    return UnitRow(
        id=unit.pk,
        name=unit.called,
        kind=unit.get_kind_display(),
        planned=len(planned),
        held=sum(item.held for item in planned),
        added=sum(item.counted and item.added for item in items),
        outing=outing,
        outing_on=outing.day if outing else None,
    )
