"""Correcting an activity."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from tongxin.activities import actions
from tongxin.activities.access import get_activity_to_run
from tongxin.activities.actions.turning import require_possible
from tongxin.activities.forms.activity import EditForm
from tongxin.activities.hooks import day_is_promised
from tongxin.activities.queries.restricted import restricted
from tongxin.core import clock
from tongxin.core.refusals import Refused
from tongxin.org.access import signed_in
from tongxin.ui.posting import posted, refuse


@require_http_methods(["GET", "POST"])
@signed_in
def edit(request: HttpRequest, pk: int) -> HttpResponse:
    """The content; days only while nobody counts on them."""
    actor = request.actor  # type: ignore[attr-defined]
    activity = get_activity_to_run(actor, pk)
    require_possible(activity, "edit")
    form = EditForm(posted(request), activity=activity, promised=day_is_promised(activity))
    if request.method == "POST" and form.is_valid():
        try:
            actions.edit_activity(actor=actor, now=clock.now(), activity=activity, **form.cleaned_data)
        except Refused as refusal:
            refuse(form, refusal)
        else:
            messages.success(request, _("改好了。"))
            return redirect("activities:activity", pk=pk)
    context = {"form": form, "activity": activity, "restricted": restricted(activity, clock.now())}
    return render(request, "activities/edit.html", context, status=422 if form.errors else 200)
