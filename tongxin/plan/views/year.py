"""The year on one page."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import ngettext
from django.views.decorators.http import require_safe

from tongxin.core import clock
from tongxin.org.access import signed_in
from tongxin.plan.access import get_unit_of_year, powers, reads_desk
from tongxin.plan.forms.wanted import wanted
from tongxin.plan.queries.choices import opening_year
from tongxin.plan.queries.member_year import member_year
from tongxin.plan.queries.workflow import way_of
from tongxin.plan.queries.year_page import STATES, year_page
from tongxin.ui.navigation import address


@signed_in
@require_safe
def years(request: HttpRequest) -> HttpResponse:
    """To this year, or to the newest that has anything in it."""
    actor: Any = request.actor  # type: ignore[attr-defined]
    unit = get_unit_of_year(actor, request.GET.get("unit"))
    url = reverse("plan:year", args=[opening_year(unit, clock.today(clock.now()))])
    return redirect(f"{url}?{request.GET.urlencode()}" if request.GET else url)


@signed_in
@require_safe
def year(request: HttpRequest, year: int) -> HttpResponse:
    """An officer's year with plan against life; for members what is on, month by month."""
    actor: Any = request.actor  # type: ignore[attr-defined]
    unit = get_unit_of_year(actor, request.GET.get("unit"))
    today = clock.today(clock.now())
    if not reads_desk(actor, unit):
        return render(
            request,
            "plan/member_year.html",
            {"page": member_year(actor, unit, year, today), "unit": unit, "year": year},
        )
    page = year_page(actor, unit, year, today, wanted(request.GET))
    answer = {"page": page, "unit": unit, "year": year, "at": "year", "states": STATES, "powers": powers(actor, unit)}
    total = len(page.facts.everything)
    words = ngettext("在%(n)s项里找", "在%(n)s项里找", total) % {"n": total}
    way = None if page.facts.approved else way_of(actor, unit, year, today)
    answer["way"] = way
    more = {"new_activity": address("activities:new"), "find_words": words, "kept": request.GET.dict()}
    return render(request, "plan/year.html", answer | more)
