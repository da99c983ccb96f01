"""Rounds of welfare: the year's list for officers, what there is for a member."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from tongxin.org.access import signed_in
from tongxin.welfare.access import rounds_for


@require_safe
@signed_in
def rounds(request: HttpRequest) -> HttpResponse:
    """Either room's list, by hat."""
    actor = request.actor  # type: ignore[attr-defined]
    room = "desk" if actor.in_office else "home"
    return render(request, f"welfare/rounds_{room}.html", {"rounds": rounds_for(actor).select_related("unit")})
