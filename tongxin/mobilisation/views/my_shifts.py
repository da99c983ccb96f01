"""My own shifts."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from tongxin.core import clock
from tongxin.mobilisation.queries.my_shifts import my_shifts as mine
from tongxin.org.access import signed_in


@require_safe
@signed_in
def my_shifts(request: HttpRequest) -> HttpResponse:
    """Coming and over, with the hours in all."""
    return render(request, "mobilisation/my_shifts.html", {"shifts": mine(request.actor, clock.now())})  # type: ignore[attr-defined]
