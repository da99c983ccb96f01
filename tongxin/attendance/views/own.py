"""A member's own side: the pass, and checking in by the code on the screen."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from tongxin.activities.access import get_activity
from tongxin.attendance import actions
from tongxin.attendance.actions.door import get_facts
from tongxin.attendance.models import Attendance
from tongxin.attendance.queries.arrival import Arriving, arriving, is_ticket
from tongxin.attendance.queries.passes import passes_of
from tongxin.core import clock
from tongxin.core.refusals import Refused
from tongxin.org.access import signed_in


@require_safe
@signed_in
def own_pass(request: HttpRequest, pk: int) -> HttpResponse:
    """The pass alone, for the whole screen of a phone; kept by the phone for when there is no network."""
    actor = request.actor  # type: ignore[attr-defined]
    activity = get_activity(actor, pk)
    asked = request.GET.get("slot", "")
    slot = int(asked[:18]) if asked.isdecimal() else None
    panel = passes_of(actor, activity, clock.now(), slot)
    response = render(request, "attendance/pass.html", {"activity": activity, "panel": panel})
    if panel:
        response["X-Offline"] = "keep"
    return response


@require_http_methods(["GET", "POST"])
@signed_in
def arrival(request: HttpRequest, slot: int, code: str) -> HttpResponse:
    """Opened by the code on the screen: one tap checks in, or the page says why not."""
    actor, now = request.actor, clock.now()  # type: ignore[attr-defined]
    facts = get_facts(slot)
    activity = get_activity(actor, facts.activity)
    shown = arriving(actor, facts, code, now)
    if request.method == "POST" and not shown.at:
        try:
            if not shown.ticket and not is_ticket(request.POST.get("ticket", ""), slot, actor.person_id):
                raise Refused("attendance.stale", shown.why or _("码过期了，再扫一次屏幕。"))
            actions.check_in(actor=actor, now=now, slot=slot, person=actor.person_id or 0, way=Attendance.Way.SCREEN)
        except Refused as refusal:
            if refusal.status != 422:
                raise
            shown = Arriving(why=refusal.sentence)
        else:
            messages.success(request, _("签到了。"))
            return redirect("activities:activity", pk=activity.pk)
    context = {"activity": activity, "shown": shown}
    return render(
        request, "attendance/arrival.html", context, status=422 if request.method == "POST" and shown.why else 200
    )
