"""The year's outings."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from tongxin.activities.queries.choices import asked_year
from tongxin.activities.queries.listing import year_with_any
from tongxin.core import clock
from tongxin.org.access import signed_in
from tongxin.org.rules.rights import ACTIVITIES_RUN
from tongxin.outings.access import deciding_paths, require_reader
from tongxin.outings.queries.listing import listing, years


@require_safe
@signed_in
def outings(request: HttpRequest) -> HttpResponse:
    """Those of the actor's units, with the state of their applications."""
    actor = request.actor  # type: ignore[attr-defined]
    require_reader(actor)
    known = years(actor)
    this = clock.today(clock.now())
    year = asked_year(request.GET.get("year", "")) or year_with_any(known, this)
    context = {
        "year": year, "years": sorted({*known, year}, reverse=True), "lines": listing(actor, year),
        "may_start": actor.has_somewhere(ACTIVITIES_RUN), "may_spread": bool(deciding_paths(actor)),
    }  # fmt: skip
    return render(request, "outings/outings.html", context)
