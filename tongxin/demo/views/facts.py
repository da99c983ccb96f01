"""What of the demonstration is stated by the seed, and what is invented."""

from __future__ import annotations

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from tongxin.demo.facts.accounts import ACCOUNTS
from tongxin.demo.facts.signups import NOW
from tongxin.demo.facts.units import UNITS
from tongxin.demo.facts.year import OUTINGS, PLAN, WORK
from tongxin.org.access import signed_in


@signed_in
@require_safe
def show(request: HttpRequest) -> HttpResponse:
    """Two lists; 404 where this is no demonstration."""
    if not settings.DEMO:
        raise Http404
    answer = {
        "stated": [fact.title for fact in PLAN if fact.seed],
        "invented": [fact.title for fact in PLAN if not fact.seed],
        "open_now": NOW.title,
        "stated_units": [unit.name for unit in UNITS if unit.seed],
        "invented_units": [unit.name for unit in UNITS if not unit.seed],
        "work": [fact.title for fact in WORK],
        "outings": len(OUTINGS),
        "accounts": ACCOUNTS,
    }
    return render(request, "demo/facts.html", answer)
