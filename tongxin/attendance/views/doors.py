"""The doors of an activity: which part of it people come to."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from tongxin.activities.access import get_activity_to_run
from tongxin.attendance import actions
from tongxin.attendance.queries.door import doors as doors_of
from tongxin.attendance.views.acting import at_door
from tongxin.core import clock
from tongxin.org.access import signed_in


@require_http_methods(["GET", "POST"])
@signed_in
def doors(request: HttpRequest, pk: int) -> HttpResponse:
    """The list of sessions and events; where there is one alone, its door. A POST makes the door where none is."""
    actor = request.actor  # type: ignore[attr-defined]
    activity = get_activity_to_run(actor, pk)
    if request.method == "POST":
        return redirect(at_door(actions.prepare(actor=actor, now=clock.now(), activity=activity)))
    found = doors_of(activity)
    if len(found) == 1:
        return redirect(at_door(found[0].slot))
    return render(request, "attendance/doors.html", {"activity": activity, "doors": found})
