"""All restrictions: in force, coming, over."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from tongxin.core import clock
from tongxin.org.access import signed_in
from tongxin.org.rules.rights import RESTRICTIONS_CHANGE
from tongxin.restrictions.queries.listing import listing


@require_safe
@signed_in
def restrictions(request: HttpRequest) -> HttpResponse:
    """Everybody sees those of the own union; who may declare one finds the acts here."""
    actor: Any = request.actor  # type: ignore[attr-defined]
    context = {"list": listing(actor, clock.today(clock.now())), "declares": actor.has_somewhere(RESTRICTIONS_CHANGE)}
    return render(request, "restrictions/restrictions.html", context)
