"""Last year's problems as this year's proposals."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from tongxin.core import clock
from tongxin.org.access import signed_in
from tongxin.org.models import Unit
from tongxin.org.rules import rights
from tongxin.plan import actions
from tongxin.plan.access import get_unit_of_year, powers
from tongxin.plan.forms.workflow import LeaveOutForm, TakeUpForm
from tongxin.plan.hooks import proposals as proposers
from tongxin.plan.queries.proposals import proposals_page
from tongxin.ui.asking import Asking, ask
from tongxin.ui.posting import posted


@signed_in
@require_safe
def proposals(request: HttpRequest, year: int) -> HttpResponse:
    """What is open, what was answered, and what became of the year before's."""
    actor: Any = request.actor  # type: ignore[attr-defined]
    unit = get_unit_of_year(actor, request.GET.get("unit"), right=rights.SUMMARY_READ)
    answer = {"page": proposals_page(unit, year), "unit": unit, "year": year, "at": "proposals", "before": year - 1}
    return render(request, "plan/proposals.html", answer | {"powers": powers(actor, unit)})


@signed_in
@require_http_methods(["GET", "POST"])
def take_up(request: HttpRequest, year: int, source: str, code: str) -> HttpResponse:
    """Put a proposal into the plan."""
    actor: Any = request.actor  # type: ignore[attr-defined]
    unit = get_unit_of_year(actor, request.GET.get("unit"), right=rights.PLAN_CHANGE)
    initial = {} if request.method == "POST" else _initial(unit, year, source, code)

    def do(given: dict[str, Any]) -> tuple[str, str]:
        taken = actions.take_up(
            actor=actor, now=clock.now(), unit=unit, year=year, source=source, code=code, **given
        )  # fmt: skip
        return _("“%(title)s”已列入%(year)s年。") % {"title": taken.work_item or taken.activity, "year": year}, _page(
            unit, year
        )

    asking = Asking(_("列入%(year)s年计划") % {"year": year}, _("列入计划"), _page(unit, year))
    return ask(request, TakeUpForm(posted(request), initial=initial), asking, do)


@signed_in
@require_http_methods(["GET", "POST"])
def leave_out(request: HttpRequest, year: int, source: str, code: str) -> HttpResponse:
    """Say why a proposal is left out."""
    actor: Any = request.actor  # type: ignore[attr-defined]
    unit = get_unit_of_year(actor, request.GET.get("unit"), right=rights.PLAN_CHANGE)

    def do(given: dict[str, Any]) -> tuple[str, str]:
        actions.leave_out(actor=actor, now=clock.now(), unit=unit, year=year, source=source, code=code, **given)
        return _("记下了，不再提。"), _page(unit, year)

    asking = Asking(_("这一条不列入计划"), _("不列"), _page(unit, year))
    return ask(request, LeaveOutForm(posted(request)), asking, do)


def _initial(unit: Unit, year: int, source: str, code: str) -> dict[str, Any]:
    proposer = proposers.get(source)
    for one in proposer.propose(unit, year) if proposer else ():
        if one.code == code:
            return {"title": one.title, "kind": one.kind}
    raise Http404


def _page(unit: Unit, year: int) -> str:
    return f"{reverse('plan:proposals', args=[year])}?unit={unit.pk}"
