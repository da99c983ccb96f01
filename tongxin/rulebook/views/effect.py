"""What would differ if a version came into force."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from tongxin.core import clock
from tongxin.org.access import signed_in
from tongxin.org.rules.rights import RULES_CONFIRM
from tongxin.rulebook.access import get_rule_to_decide, units_to_rule
from tongxin.rulebook.queries.effect import effect_of


@require_safe
@signed_in
def effect(request: HttpRequest, pk: int) -> HttpResponse:
    """For those who decide: what is open would be judged otherwise, what is closed stays."""
    actor = request.actor  # type: ignore[attr-defined]
    rule = get_rule_to_decide(actor, pk)
    unit = rule.unit or units_to_rule(actor, RULES_CONFIRM)[0]
    found = effect_of(rule, unit, clock.today(clock.now()).replace(month=1, day=1))
    return render(request, "rulebook/effect.html", {"rule": rule, "effect": found, "unit": unit})
