"""Where a year is repaired."""

from __future__ import annotations

from django.urls import reverse

from tongxin.org.models import Unit


def repair_url(unit: Unit, year: int) -> str | None:
    """The planner's page of the unit's year; None outside of the years the product knows."""
    return f"{reverse('planner:planner', args=[year])}?unit={unit.pk}" if 1950 <= year <= 2100 else None
