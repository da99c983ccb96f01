"""A new activity."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from tongxin.activities import actions
from tongxin.activities.forms.activity import NewForm
from tongxin.activities.queries.choices import own_unit, year_of
from tongxin.core import clock
from tongxin.core.refusals import Refused
from tongxin.org.access import require_somewhere, signed_in
from tongxin.org.rules.rights import ACTIVITIES_RUN
from tongxin.ui.posting import posted, refuse


@require_http_methods(["GET", "POST"])
@signed_in
def new(request: HttpRequest) -> HttpResponse:
    """Title, day, category, organisers; the rest folded."""
    actor = request.actor  # type: ignore[attr-defined]
    require_somewhere(actor, ACTIVITIES_RUN)
    form = NewForm(posted(request), actor=actor, initial=_likely(request))
    if request.method == "POST" and form.is_valid():
        try:
            made = actions.add_activity(actor=actor, now=clock.now(), organisers=form.organisers(), **form.plain())
        except Refused as refusal:
            refuse(form, refusal)
        else:
            messages.success(request, _("“%(title)s”加好了。") % {"title": made.title})
            return redirect("activities:activity", pk=made.pk)
    return render(request, "activities/new.html", {"form": form}, status=422 if form.errors else 200)


def _likely(request: HttpRequest) -> dict[str, Any]:
    """The officer's own unit runs it, this year or the one that the list showed."""
    unit = own_unit(request.actor)  # type: ignore[attr-defined]
    year = year_of(request.GET.get("year", ""), clock.today(clock.now()))
    return {"unit": unit, "unit_0": unit.pk if unit else None, "year": year}
