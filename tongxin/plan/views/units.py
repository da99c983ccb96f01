"""The year by unit."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from tongxin.org.access import signed_in
from tongxin.org.rules import rights
from tongxin.plan.access import get_unit_of_year, powers
from tongxin.plan.queries.by_unit import unit_rows


@signed_in
@require_safe
def units(request: HttpRequest, year: int) -> HttpResponse:
    """Planned against held for every unit that has any part in the year."""
    actor: Any = request.actor  # type: ignore[attr-defined]
    unit = get_unit_of_year(actor, request.GET.get("unit"), right=rights.ACTIVITIES_READ)
    answer = {"rows": unit_rows(unit, year), "unit": unit, "year": year, "at": "units", "powers": powers(actor, unit)}
    return render(request, "plan/units.html", answer)
