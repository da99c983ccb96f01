"""照去年的办一个: a new activity after an old one."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from tongxin.activities import actions
from tongxin.activities.access import get_activity
from tongxin.activities.forms.activity import CopyForm
from tongxin.activities.models import Activity
from tongxin.activities.queries.again import again
from tongxin.activities.queries.choices import own_unit, units_to_own
from tongxin.core import clock
from tongxin.core.refusals import Refused
from tongxin.org.access import require_somewhere, signed_in
from tongxin.org.actor import Actor
from tongxin.org.models import Unit
from tongxin.org.rules.rights import ACTIVITIES_RUN
from tongxin.ui.posting import posted, refuse


@require_http_methods(["GET", "POST"])
@signed_in
def copy(request: HttpRequest, pk: int) -> HttpResponse:
    """Four answers, all filled already."""
    actor = request.actor  # type: ignore[attr-defined]
    activity = get_activity(actor, pk)
    require_somewhere(actor, ACTIVITIES_RUN)
    year, unit = max(activity.year + 1, clock.today(clock.now()).year), _unit(actor, activity)
    form = CopyForm(posted(request), initial=_known(activity, year))
    if request.method == "POST" and form.is_valid():
        try:
            made = actions.copy_activity(
                actor=actor, now=clock.now(), activity=activity, unit=unit, year=year, **form.cleaned_data
            )
        except Refused as refusal:
            refuse(form, refusal)
        else:
            messages.success(request, _("“%(title)s”加好了，其余的都照旧。") % {"title": made.title})
            return redirect("activities:activity", pk=made.pk)
    context = {"form": form, "activity": activity, "year": year, "unit": unit}
    return render(request, "activities/copy.html", context, status=422 if form.errors else 200)


def _unit(actor: Actor, activity: Activity) -> Unit:
    """The same owner where the actor may run activities there, else the actor's own unit."""
    same = units_to_own(actor).filter(pk=activity.unit_id).first()
    return same or own_unit(actor) or activity.unit


def _known(activity: Activity, year: int) -> dict[str, Any]:
    title, day = again(activity, year)
    return {
        "title": title,
        "planned_on": day,
        "place": activity.place,
        "expected": activity.persons or activity.expected,
    }
