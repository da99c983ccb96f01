"""The union's outings over the year."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from tongxin.activities.queries.choices import asked_year
from tongxin.activities.queries.listing import year_with_any
from tongxin.core import clock
from tongxin.org.access import signed_in
from tongxin.outings.access import require_spread
from tongxin.outings.queries.listing import years
from tongxin.outings.queries.spread import spread as spread_of


@require_safe
@signed_in
def spread(request: HttpRequest) -> HttpResponse:
    """Units by months; who has none; which weekends are free."""
    actor = request.actor  # type: ignore[attr-defined]
    paths = require_spread(actor)
    known, today = years(actor), clock.today(clock.now())
    year = asked_year(request.GET.get("year", "")) or year_with_any(known, today)
    context = {
        "spread": spread_of(paths, year, today), "year": year, "years": sorted({*known, year}, reverse=True),
        "months": range(1, 13), "past": year < today.year, "this_month": today.month if today.year == year else 0,
    }  # fmt: skip
    return render(request, "outings/spread.html", context)
