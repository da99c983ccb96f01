"""The events of an activity: what there is, the heats on paper and as a spreadsheet."""

from __future__ import annotations

from typing import Final

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.http import content_disposition_header
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from tongxin.activities.access import get_activity_to_run
from tongxin.contests.exports import heats_sheet
from tongxin.contests.queries.events import event_slots, events_of
from tongxin.core.numbers import whole
from tongxin.org.access import signed_in

XLSX: Final = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@require_safe
@signed_in
def events(request: HttpRequest, pk: int) -> HttpResponse:
    """Each event with its heats and results, and how the units stand."""
    activity = get_activity_to_run(request.actor, pk)  # type: ignore[attr-defined]
    return render(request, "contests/events.html", {"activity": activity, "page": events_of(activity)})


@require_safe
@signed_in
def program(request: HttpRequest, pk: int) -> HttpResponse:
    """The heats on paper: all events, or one (`?event=`)."""
    activity = get_activity_to_run(request.actor, pk)  # type: ignore[attr-defined]
    one = whole(request.GET.get("event"))
    slots = event_slots(activity, **({"pk": one} if one else {}))
    return render(request, "contests/program.html", {"activity": activity, "page": events_of(activity, slots)})


@require_safe
@signed_in
def export(request: HttpRequest, pk: int) -> HttpResponse:
    """The same as a spreadsheet."""
    activity = get_activity_to_run(request.actor, pk)  # type: ignore[attr-defined]
    answer = HttpResponse(heats_sheet(events_of(activity)).getvalue(), content_type=XLSX)
    name = _("%(title)s分组和成绩") % {"title": activity.title}
    answer["Content-Disposition"] = content_disposition_header(True, f"{name}.xlsx")
    return answer
