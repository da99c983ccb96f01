"""The planner of a unit's year: what it would reckon with, and asking it."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST, require_safe

from tongxin.core import clock
from tongxin.core.refusals import Refused
from tongxin.org.access import signed_in
from tongxin.org.models import Unit
from tongxin.plan.access import powers
from tongxin.planner import actions
from tongxin.planner.access import get_unit, may_change
from tongxin.planner.forms.deciding import LookBackForm
from tongxin.planner.queries.overview import is_small, overview
from tongxin.ui.forms import Form
from tongxin.ui.posting import refuse

SECONDS, SECONDS_BEHIND = 5, 60


@signed_in
@require_safe
def planner(request: HttpRequest, year: int) -> HttpResponse:
    """Facts, settings, proposals so far, and the button."""
    actor: Any = request.actor  # type: ignore[attr-defined]
    return _page(request, get_unit(actor, request.GET.get("unit")), year, LookBackForm())


@signed_in
@require_POST
def propose(request: HttpRequest, year: int) -> HttpResponse:
    """A proposal from today on: worked out at once for a year that is not large, else behind the pages."""
    actor: Any = request.actor  # type: ignore[attr-defined]
    return _ask(request, get_unit(actor, request.GET.get("unit"), change=True), year, LookBackForm(), None)


@signed_in
@require_POST
def look_back(request: HttpRequest, year: int) -> HttpResponse:
    """A proposal as it would have been on a day that is over."""
    actor: Any = request.actor  # type: ignore[attr-defined]
    unit, form = get_unit(actor, request.GET.get("unit"), change=True), LookBackForm(request.POST)
    if not form.is_valid():
        return _page(request, unit, year, form)
    return _ask(request, unit, year, form, form.cleaned_data["as_of"])


def _ask(request: HttpRequest, unit: Unit, year: int, form: Form, as_of: date | None) -> HttpResponse:
    actor: Any = request.actor  # type: ignore[attr-defined]
    now = clock.now()
    small = is_small(unit, year, now)
    seconds = SECONDS if small else SECONDS_BEHIND
    try:
        wanted = actions.propose(actor=actor, now=now, unit=unit, year=year, as_of=as_of, seconds=seconds)
    except Refused as refusal:
        refuse(form, refusal)
        return _page(request, unit, year, form)
    if small:
        actions.compute(now=now, proposal=wanted)
    return redirect("planner:proposal", pk=wanted.pk)


def _page(request: HttpRequest, unit: Unit, year: int, form: Form) -> HttpResponse:
    actor: Any = request.actor  # type: ignore[attr-defined]
    now = clock.now()
    answer = {
        "page": overview(unit, year, now), "unit": unit, "year": year, "at": "planner", "powers": powers(actor, unit),
        "changes": may_change(actor, unit), "over": year < clock.today(now).year, "form": form,
        "begun": year <= clock.today(now).year,
    }  # fmt: skip
    return render(request, "planner/planner.html", answer, status=422 if form.errors else 200)
