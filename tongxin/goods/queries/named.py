"""Suppliers by the names that spreadsheets call them."""

from __future__ import annotations

from collections.abc import Collection

from tongxin.goods.access import suppliers_of
from tongxin.goods.models import Supplier
from tongxin.org.models import Unit


def suppliers_by_name(unit: Unit, names: Collection[str] | None = None) -> dict[str, Supplier]:
    """Those in use that a unit knows (of these `names`): its own before one of the same name above. One query."""
    known = suppliers_of(unit).select_related("unit")
    if names is not None:
        known = known.filter(name__in=names)
    return {each.name: each for each in sorted(known, key=lambda supplier: len(supplier.unit.path or ""))}


def retired_names(unit: Unit) -> list[str]:
    """The names of the unit's own suppliers that are retired. One query."""
    return list(Supplier.objects.filter(unit=unit, retired_at__isnull=False).values_list("name", flat=True))
