"""One outing: its application, what speaks against it, what came of it."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from tongxin.core import clock
from tongxin.org.access import signed_in
from tongxin.outings.access import get_outing
from tongxin.outings.queries.detail import detail_of


@require_safe
@signed_in
def outing(request: HttpRequest, pk: int) -> HttpResponse:
    """For those who run it and those who decide."""
    actor = request.actor  # type: ignore[attr-defined]
    found = get_outing(actor, pk)
    detail = detail_of(actor, found, clock.now())
    return render(request, "outings/outing.html", {"outing": found, "activity": found.activity, "detail": detail})
