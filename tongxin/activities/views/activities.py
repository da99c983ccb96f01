"""What is on, for members; the year's list, for officers."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from tongxin.activities.access import may_change_catalogue
from tongxin.activities.forms.filters import filters_from
from tongxin.activities.hooks import doors
from tongxin.activities.models import Activity, Category
from tongxin.activities.queries.choices import asked_year, units_to_organise
from tongxin.activities.queries.listing import listing, year_with_any, years
from tongxin.activities.queries.on_now import on_now
from tongxin.core import clock
from tongxin.org.access import signed_in
from tongxin.org.rules.rights import ACTIVITIES_RUN


@require_safe
@signed_in
def activities(request: HttpRequest) -> HttpResponse:
    """Either room's list, by hat."""
    actor = request.actor  # type: ignore[attr-defined]
    if actor.in_office:
        return render(request, "activities/activities_desk.html", _desk(request))
    now = clock.now()
    shown = on_now(actor, now, asked_year(request.GET.get("year", "")))
    return render(request, "activities/activities_home.html", {"on": shown, "today": clock.today(now)})


def _desk(request: HttpRequest) -> dict[str, Any]:
    actor = request.actor  # type: ignore[attr-defined]
    units, categories = list(units_to_organise(actor)), list(Category.objects.all())
    known = years(actor)
    year = asked_year(request.GET.get("year", "")) or year_with_any(known, clock.today(clock.now()))
    filters = filters_from(request.GET, units, categories, year)
    page, rows = listing(actor, filters, request.GET.get("page", "1"))
    return {
        "filters": filters, "page": page, "rows": rows, "units": units, "categories": categories,
        "years": sorted({*known, filters.year}, reverse=True), "states": Activity.State.choices,
        "modes": Activity.Mode.choices, "may_add": actor.has_somewhere(ACTIVITIES_RUN),
        "may_change_catalogue": may_change_catalogue(actor), "doors": list(doors),
        "filtered": any((filters.category, filters.unit, filters.state, filters.mode, filters.words)),
    }  # fmt: skip
