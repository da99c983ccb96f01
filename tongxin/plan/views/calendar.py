"""A month as a calendar."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from tongxin.core import clock
from tongxin.core.numbers import whole
from tongxin.org.access import signed_in
from tongxin.plan.access import get_unit_of_year, powers, reads_desk
from tongxin.plan.queries.month_page import month_page
from tongxin.plan.words import weekday_words


@signed_in
@require_safe
def calendar(request: HttpRequest, year: int) -> HttpResponse:
    """`?month=`, else this month in this year, else January."""
    actor: Any = request.actor  # type: ignore[attr-defined]
    unit = get_unit_of_year(actor, request.GET.get("unit"))
    today = clock.today(clock.now())
    page = month_page(actor, unit, year, _month(request.GET.get("month", ""), year, today), today)
    answer = {"page": page, "unit": unit, "year": year, "at": "calendar", "desk": reads_desk(actor, unit)}
    return render(request, "plan/calendar.html", answer | {"powers": powers(actor, unit), "weekdays": weekday_words()})


def _month(text: str, year: int, today: Any) -> int:
    number = whole(text) or 0
    if 1 <= number <= 12:
        return number
    return int(today.month) if today.year == year else 1
