"""One round, in the room that fits the hat."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from tongxin.core import clock
from tongxin.org.access import signed_in
from tongxin.welfare.access import get_round
from tongxin.welfare.hooks import shown
from tongxin.welfare.papers import PAPERS
from tongxin.welfare.queries.detail import detail_of


@require_safe
@signed_in
def round(request: HttpRequest, pk: int) -> HttpResponse:
    """What is given, to whom, how far it is; for officers what is to be done next."""
    actor = request.actor  # type: ignore[attr-defined]
    found = get_round(actor, pk)
    now, room = clock.now(), "desk" if actor.in_office else "home"
    context = {"round": found, "panels": shown(room, actor, found, now)}
    if room == "desk":
        context |= {"detail": detail_of(actor, found, now), "papers": tuple(PAPERS.values())}
    return render(request, f"welfare/round_{room}.html", context)
