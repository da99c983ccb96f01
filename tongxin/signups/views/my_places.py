"""What I have signed up for."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from tongxin.core import clock
from tongxin.org.access import signed_in
from tongxin.signups.queries.my_places import my_places


@require_safe
@signed_in
def mine(request: HttpRequest) -> HttpResponse:
    """Coming and over."""
    return render(request, "signups/my_places.html", {"places": my_places(request.actor, clock.now())})  # type: ignore[attr-defined]
