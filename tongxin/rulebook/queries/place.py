"""Where a unit stands."""

from __future__ import annotations

from tongxin.org.models import Unit
from tongxin.rulebook.models import UnitRegion
from tongxin.rulebook.rules.regions import COUNTRY


def region_of(unit: Unit) -> str:
    """The region of the unit or the nearest above it that has one; the whole country where none has. One query."""
    return regions_of([unit])[unit.pk]


def regions_of(units: list[Unit]) -> dict[int, str]:
    """The region of each of these units, by id. One query."""
    chains = {unit.pk: ids_of(unit) for unit in units}
    known = dict(
        UnitRegion.objects.filter(unit__in={pk for ids in chains.values() for pk in ids}).values_list("unit", "region")
    )
    return {pk: next((known[one] for one in reversed(ids) if one in known), COUNTRY) for pk, ids in chains.items()}


def ids_of(unit: Unit) -> list[int]:
    """The ids of a unit's path, the highest first."""
    return [int(step) for step in (unit.path or "").split(".") if step]
