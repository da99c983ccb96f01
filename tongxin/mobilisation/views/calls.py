"""Calls: what one can take part in, for members; what one runs, for officers."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from tongxin.core import clock
from tongxin.mobilisation.queries.calls import calls_now, calls_run
from tongxin.org.access import signed_in
from tongxin.org.rules.rights import ACTIVITIES_RUN


@require_safe
@signed_in
def calls(request: HttpRequest) -> HttpResponse:
    """Either room's list, by hat."""
    actor = request.actor  # type: ignore[attr-defined]
    if actor.has_somewhere(ACTIVITIES_RUN):
        return render(request, "mobilisation/calls_desk.html", {"cards": calls_run(actor, clock.now()), "tab": "calls"})
    now_, over = calls_now(actor, clock.now())
    return render(request, "mobilisation/calls.html", {"cards": now_, "over": over, "tab": "calls"})
