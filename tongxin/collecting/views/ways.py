"""Parcels that arrived and packs that were given away, many at once."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from tongxin.collecting import actions
from tongxin.collecting.access import get_reach
from tongxin.collecting.actions.hand_over_list import WAYS
from tongxin.collecting.forms.handing import LinesForm
from tongxin.collecting.queries.paper import lines_of_way
from tongxin.collecting.views.told import told_counts
from tongxin.core import clock
from tongxin.core.refusals import Refused
from tongxin.org.access import signed_in
from tongxin.ui.posting import posted, refuse
from tongxin.welfare.access import get_round_to_run


@require_http_methods(["GET", "POST"])
@signed_in
def ways(request: HttpRequest, pk: int) -> HttpResponse:
    """Who had it delivered or donated and has no receipt yet; the ticked ones are done."""
    actor = request.actor  # type: ignore[attr-defined]
    found = get_round_to_run(actor, pk)
    reach = get_reach(actor, found.pk)
    way = request.GET.get("way", "")
    way = way if way in WAYS else next(iter(WAYS))
    lines = lines_of_way(reach, way)
    form = LinesForm(posted(request))
    if request.method == "POST" and form.is_valid():
        try:
            counts = actions.mark_way(actor=actor, now=clock.now(), round=found, lines=form.lines(), way=way)
        except Refused as refusal:
            refuse(form, refusal)
        else:
            messages.success(request, told_counts(*counts))
            return redirect(request.get_full_path())
    labels = (("delivery", _("送到家")), ("donation", _("捐出去")))
    context = {"round": found, "lines": lines, "way": way, "form": form, "ways": labels}
    return render(request, "collecting/ways.html", context, status=422 if form.errors else 200)
