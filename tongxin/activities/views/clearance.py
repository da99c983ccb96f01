"""Putting on record what a restriction demands, and taking it off again."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from tongxin.activities import actions
from tongxin.activities.access import get_activity_to_run
from tongxin.activities.forms.clearance import ClearanceForm
from tongxin.activities.models import Clearance
from tongxin.activities.queries.restricted import said_of
from tongxin.core import clock
from tongxin.core.refusals import Refused
from tongxin.org.access import signed_in
from tongxin.restrictions.models import Restriction
from tongxin.ui.posting import refuse


@require_http_methods(["GET", "POST"])
@signed_in
def clearance(request: HttpRequest, pk: int) -> HttpResponse:
    """A plan, a filing or an approval; what else is said stands beside it."""
    actor: Any = request.actor  # type: ignore[attr-defined]
    activity, now = get_activity_to_run(actor, pk), clock.now()
    said = said_of(activity, now)
    wanted = [each for each in said if each.met is None and each.finding.met_by]
    sent = (request.POST, request.FILES) if request.method == "POST" else ()
    form = ClearanceForm(*sent, wanted=wanted)
    if request.method == "POST" and form.is_valid():
        restriction, kind = form.chosen()
        held = Restriction.objects.get(pk=restriction)
        try:
            actions.add_clearance(actor=actor, now=now, activity=activity, restriction=held, kind=kind, **form.plain())
        except Refused as refusal:
            refuse(form, refusal)
        else:
            messages.success(request, _("记下了。"))
            return redirect("activities:activity", pk=pk)
    context = {"activity": activity, "form": form, "said": said, "wanted": wanted}
    return render(request, "activities/clearance.html", context, status=422 if form.errors else 200)


@require_http_methods(["GET", "POST"])
@signed_in
def clearance_removal(request: HttpRequest, pk: int, clearance: int) -> HttpResponse:
    """Asks once."""
    actor: Any = request.actor  # type: ignore[attr-defined]
    activity = get_activity_to_run(actor, pk)
    found = get_object_or_404(Clearance.objects.select_related("restriction", "paper"), pk=clearance, activity=activity)
    if request.method == "POST":
        actions.remove_clearance(actor=actor, now=clock.now(), activity=activity, clearance=found)
        messages.success(request, _("去掉了，去掉的记在操作记录里。"))
        return redirect("activities:activity", pk=pk)
    return render(request, "activities/clearance_removal.html", {"activity": activity, "clearance": found})
