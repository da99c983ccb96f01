"""One restriction."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from tongxin.core import clock
from tongxin.org.access import signed_in
from tongxin.restrictions.access import get_restriction
from tongxin.restrictions.queries.detail import detail_of


@require_safe
@signed_in
def restriction(request: HttpRequest, pk: int) -> HttpResponse:
    """Limits in plain words, the document, and for officers what it touches."""
    actor: Any = request.actor  # type: ignore[attr-defined]
    found = get_restriction(actor, pk)
    return render(request, "restrictions/restriction.html", {"detail": detail_of(actor, found, clock.now())})
