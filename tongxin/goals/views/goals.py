"""The year's framework, one goal, and the tree as a spreadsheet."""

from __future__ import annotations

from typing import Any

from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from tongxin.activities.access import activities_for
from tongxin.core import clock
from tongxin.goals.access import READ, get_goal, get_unit, get_year, may_change, may_read
from tongxin.goals.exports import write_goals
from tongxin.goals.models import Goal
from tongxin.goals.queries.tree import goal_tree
from tongxin.org.access import signed_in
from tongxin.plan.queries.choices import opening_year, units_to_turn_to, years_with_plans
from tongxin.ui.downloads import spreadsheet


@signed_in
@require_safe
def now(request: HttpRequest) -> HttpResponse:
    """To the goals of this year, or of the newest that has anything in it."""
    unit = get_unit(request.actor, request.GET.get("unit"))  # type: ignore[attr-defined]
    url = reverse("goals:goals", args=[opening_year(unit, clock.today(clock.now()))])
    return redirect(f"{url}?{request.GET.urlencode()}" if request.GET else url)


@signed_in
@require_safe
def goals(request: HttpRequest, year: int) -> HttpResponse:
    """The tree with figures for officers and the party's contact, a calm one for members."""
    actor: Any = request.actor  # type: ignore[attr-defined]
    unit = get_unit(actor, request.GET.get("unit"))
    tree = goal_tree(actor, unit, get_year(year))
    answer: dict[str, Any] = {"tree": tree, "unit": unit, "year": year, "at": "goals"}
    if not may_read(actor, unit):
        return render(request, "goals/goals_home.html", answer)
    today = clock.today(clock.now())
    answer |= {"years": years_with_plans(unit, today), "units": units_to_turn_to(actor, unit)}
    before = not tree.tops and Goal.objects.filter(unit=unit, year=year - 1).exists()
    return render(
        request, "goals/goals_desk.html", answer | {"changes": may_change(actor, unit), "before": before and year - 1}
    )


@signed_in
@require_safe
def goal(request: HttpRequest, pk: int) -> HttpResponse:
    """One goal: its indicators, what serves it, what lies below it."""
    actor: Any = request.actor  # type: ignore[attr-defined]
    shown = get_goal(actor, pk)
    tree = goal_tree(actor, shown.unit, shown.year)
    fact = tree.find(pk)
    if fact is None:
        raise Http404
    answer: dict[str, Any] = {"goal": shown, "fact": fact, "unit": shown.unit, "year": shown.year, "at": "goals"}
    if may_read(actor, shown.unit):
        return render(request, "goals/goal_desk.html", answer | {"changes": may_change(actor, shown.unit)})
    ids = [item.activity_id for item in fact.activities]
    seen = set(activities_for(actor).filter(pk__in=ids).values_list("pk", flat=True))
    shown_items = [item for item in fact.activities if item.activity_id in seen]
    return render(request, "goals/goal_home.html", answer | {"items": shown_items})


@signed_in
@require_safe
def export(request: HttpRequest, year: int) -> FileResponse:
    """The tree as a spreadsheet."""
    actor: Any = request.actor  # type: ignore[attr-defined]
    unit = get_unit(actor, request.GET.get("unit"), right=READ)
    tree = goal_tree(actor, unit, get_year(year))
    return spreadsheet(_("%(year)s年目标") % {"year": year}, lambda target: write_goals(target, tree))
