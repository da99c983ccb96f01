"""Begin the application of a unit's outing."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from tongxin.activities.queries.choices import asked_year, own_unit, units_to_own
from tongxin.core import clock
from tongxin.core.numbers import whole
from tongxin.core.refusals import Refused
from tongxin.org.access import require_somewhere, signed_in
from tongxin.org.models import Unit
from tongxin.org.rules.rights import ACTIVITIES_RUN
from tongxin.outings.actions import start
from tongxin.outings.forms.outing import StartForm
from tongxin.outings.queries.starting import Beginning, beginning
from tongxin.ui.posting import posted, refuse


@require_http_methods(["GET", "POST"])
@signed_in
def new(request: HttpRequest) -> HttpResponse:
    """Last year's outing with a new day; the rest is filled in on the next page."""
    actor = request.actor  # type: ignore[attr-defined]
    require_somewhere(actor, ACTIVITIES_RUN)
    units = units_to_own(actor)
    unit = units.filter(pk=whole(request.GET.get("unit", "")) or 0).first() or own_unit(actor)
    today = clock.today(clock.now())
    year = asked_year(request.GET.get("year", "")) or today.year
    known = beginning(unit, year, today) if unit else None
    form = StartForm(posted(request), units=units, initial=_likely(unit, year, known))
    if request.method == "POST" and form.is_valid():
        try:
            made = start(actor=actor, now=clock.now(), **form.cleaned_data)
        except Refused as refusal:
            if refusal.code == "outing.already":
                messages.warning(request, refusal.sentence)
                return redirect("outings:outing", pk=refusal.facts["outing"])
            refuse(form, refusal)
        else:
            messages.success(
                request, _("照去年的填好了，看一遍就能交。") if made.shares.exists() else _("开好了，接着填。")
            )
            return redirect("outings:edit", pk=made.pk)
    return render(
        request, "outings/new.html", {"form": form, "known": known, "year": year}, status=422 if form.errors else 200
    )


def _likely(unit: Unit | None, year: int, known: Beginning | None) -> dict[str, Any]:
    """The day and the place of last year, or those the plan has already."""
    if known is None:
        return {"year": year}
    place = known.planned.place if known.planned else known.last.destination if known.last else ""
    return {"unit": unit, "year": year, "day": known.day, "destination": place}
