"""Work items: the list, one item."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from tongxin.core import clock
from tongxin.org.access import signed_in
from tongxin.org.rules import rights
from tongxin.plan.access import get_unit_of_year, get_work_item, may_change_item, powers
from tongxin.plan.hooks import item_panels
from tongxin.plan.queries.item_history import item_history
from tongxin.plan.queries.year import work_fact, work_facts
from tongxin.plan.rules.work import ACTS, may


@signed_in
@require_safe
def items(request: HttpRequest, year: int) -> HttpResponse:
    """The work items of a year."""
    actor: Any = request.actor  # type: ignore[attr-defined]
    unit = get_unit_of_year(actor, request.GET.get("unit"), right=rights.ACTIVITIES_READ)
    today = clock.today(clock.now())
    work = [(item, item.overdue(today)) for item in work_facts(unit, year)]
    answer = {"work": work, "unit": unit, "year": year, "at": "items", "powers": powers(actor, unit)}
    return render(request, "plan/items.html", answer)


@signed_in
@require_safe
def item(request: HttpRequest, pk: int) -> HttpResponse:
    """One work item with what happened to it, and what may be done."""
    actor: Any = request.actor  # type: ignore[attr-defined]
    shown = get_work_item(actor, pk)
    acts = {act for act in ACTS if may(act, shown.state)} if may_change_item(actor, shown) else set()
    fact = work_fact(shown)
    late = fact.overdue(clock.today(clock.now()))
    answer = {"item": shown, "acts": acts, "late": late, "shape": fact.shape, "reason": fact.reason_label}
    history, years = item_history(shown)
    panels = [(panel.template, told) for panel in item_panels if (told := panel.ask(actor, shown)) is not None]
    steps = list(shown.steps.all())
    today = clock.today(clock.now())
    answer |= {"steps": [(step, fact.is_open and step.late(today)) for step in steps], "years": years, "panels": panels}
    answer["all_ticked"] = bool(steps) and all(step.done_on for step in steps)
    more = {"history": history, "unit": shown.unit, "year": shown.year, "powers": powers(actor, shown.unit)}
    return render(request, "plan/item.html", answer | more)
