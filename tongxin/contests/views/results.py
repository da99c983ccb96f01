"""The results, for everybody who may see the activity."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from tongxin.activities.access import get_activity
from tongxin.contests.queries.published import published
from tongxin.org.access import signed_in


@require_safe
@signed_in
def results(request: HttpRequest, pk: int) -> HttpResponse:
    """All published events, the reader's own marked, and how the units stand."""
    actor = request.actor  # type: ignore[attr-defined]
    activity = get_activity(actor, pk)
    found = published(actor, activity)
    if found is None:
        raise Http404
    return render(request, "contests/results.html", {"activity": activity, "panel": found})
