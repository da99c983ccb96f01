"""What was answered, for officers."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from tongxin.core import clock
from tongxin.feedback.access import get_activity_to_read
from tongxin.feedback.queries.result import result_of
from tongxin.org.access import signed_in


@require_safe
@signed_in
def result(request: HttpRequest, pk: int) -> HttpResponse:
    """Counts, shares and all sentences that may be shown."""
    activity = get_activity_to_read(request.actor, pk)  # type: ignore[attr-defined]
    found = result_of(activity, clock.now())
    if found is None:
        raise Http404
    return render(request, "feedback/result.html", {"activity": activity, "panel": found})
