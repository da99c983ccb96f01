"""Rounds of welfare: the year's list for officers, what there is for a member."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from tongxin.core import clock
from tongxin.core.numbers import whole
from tongxin.org.access import signed_in
from tongxin.org.rules.rights import WELFARE_RUN
from tongxin.welfare.queries.home import home_of
from tongxin.welfare.queries.listing import listing, years


@require_safe
@signed_in
def rounds(request: HttpRequest) -> HttpResponse:
    """Either room's list, by hat."""
    actor = request.actor  # type: ignore[attr-defined]
    if actor.in_office:
        return render(request, "welfare/rounds_desk.html", _desk(request))
    return render(request, "welfare/rounds_home.html", {"home": home_of(actor, clock.now())})


def _desk(request: HttpRequest) -> dict[str, Any]:
    actor = request.actor  # type: ignore[attr-defined]
    known, this = years(actor), clock.today(clock.now()).year
    year = whole(request.GET.get("year", "")) or (this if this in known or not known else known[0])
    lines = listing(actor, year)
    return {
        "year": year, "years": sorted({*known, year}, reverse=True), "lines": lines,
        "may_start": actor.has_somewhere(WELFARE_RUN),
    }  # fmt: skip
