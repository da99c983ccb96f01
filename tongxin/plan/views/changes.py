"""What changed against the plan, and the plan as it was frozen."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from tongxin.org.access import signed_in
from tongxin.org.rules import rights
from tongxin.plan.access import get_approved_plan, get_unit_of_year, powers
from tongxin.plan.queries.frozen import frozen
from tongxin.plan.queries.groups import CHANGED, groups_of_changes
from tongxin.plan.queries.other_changes import other_changes
from tongxin.plan.queries.workflow import passages
from tongxin.plan.queries.year import year_facts


@signed_in
@require_safe
def changes(request: HttpRequest, year: int) -> HttpResponse:
    """Added, moved, online, dropped: each with its turns, by whom, when and why."""
    actor: Any = request.actor  # type: ignore[attr-defined]
    unit = get_unit_of_year(actor, request.GET.get("unit"), right=rights.ACTIVITIES_READ)
    facts = year_facts(unit, year)
    groups = groups_of_changes(facts)
    changed = sum(len(group.items) for group in groups if group.key in CHANGED)
    others = other_changes(unit, facts)
    answer = {
        "facts": facts,
        "groups": groups,
        "others": others,
        "changed": changed,
        "unit": unit,
        "year": year,
        "at": "changes",
    }
    return render(request, "plan/changes.html", answer | {"powers": powers(actor, unit)})


@signed_in
@require_safe
def baseline(request: HttpRequest, year: int) -> HttpResponse:
    """The frozen plan."""
    actor: Any = request.actor  # type: ignore[attr-defined]
    unit = get_unit_of_year(actor, request.GET.get("unit"), right=rights.ACTIVITIES_READ)
    plan = get_approved_plan(unit, year)
    lines = frozen(plan)
    counted = sum(line.counted for line in lines)
    answer = {
        "passages": passages(unit, year),
        "plan": plan,
        "lines": lines,
        "counted": counted,
        "unit": unit,
        "year": year,
        "at": "baseline",
    }
    return render(request, "plan/baseline.html", answer | {"powers": powers(actor, unit)})
