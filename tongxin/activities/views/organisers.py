"""Who organises an activity."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from tongxin.activities import actions
from tongxin.activities.access import get_activity_to_run
from tongxin.activities.forms.organisers import OrganisersForm
from tongxin.core import clock
from tongxin.core.refusals import Refused
from tongxin.org.access import signed_in
from tongxin.ui.posting import posted, refuse


@require_http_methods(["GET", "POST"])
@signed_in
def organisers(request: HttpRequest, pk: int) -> HttpResponse:
    """Units and roles, in order."""
    actor = request.actor  # type: ignore[attr-defined]
    activity = get_activity_to_run(actor, pk)
    held = [(each.unit, each.role) for each in activity.organisers.select_related("unit")]
    form = OrganisersForm(posted(request), actor=actor, organisers=held)
    if request.method == "POST" and form.is_valid():
        try:
            actions.set_organisers(actor=actor, now=clock.now(), activity=activity, organisers=form.organisers())
        except Refused as refusal:
            refuse(form, refusal)
        else:
            messages.success(request, _("承办单位改好了。"))
            return redirect("activities:activity", pk=pk)
    context = {"form": form, "activity": activity}
    return render(request, "activities/organisers.html", context, status=422 if form.errors else 200)
