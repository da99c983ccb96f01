"""Lists to sign on paper, and taking the signed ones in."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from tongxin.collecting import actions
from tongxin.collecting.access import get_reach
from tongxin.collecting.exports import TYPES, sent, sheets
from tongxin.collecting.forms.handing import LinesForm
from tongxin.collecting.queries.paper import open_lines
from tongxin.collecting.queries.roll import unit_of_name, units_of
from tongxin.collecting.views.told import told_counts
from tongxin.core import clock
from tongxin.core.refusals import Refused
from tongxin.org.access import signed_in
from tongxin.ui.posting import posted, refuse


@require_http_methods(["GET", "POST"])
@signed_in
def paper(request: HttpRequest, pk: int) -> HttpResponse:
    """The units with their sheets; one unit's people, all ticked, to take off who did not sign."""
    actor = request.actor  # type: ignore[attr-defined]
    reach = get_reach(actor, pk)
    units = units_of(reach)
    unit = unit_of_name(units, request.GET.get("unit", ""))
    lines = open_lines(reach, unit) if unit else []
    form = LinesForm(posted(request))
    if request.method == "POST" and form.is_valid():
        try:
            counts = actions.take_paper(actor=actor, now=clock.now(), round=reach.round, lines=form.lines())
        except Refused as refusal:
            refuse(form, refusal)
        else:
            messages.success(request, told_counts(*counts))
            return redirect(reverse("collecting:paper", args=[pk]))
    ready = {str(each.line.entitled) for each in lines if not each.no}
    ticked = set(request.POST.getlist("lines")) if form.is_bound else ready
    context = {"round": reach.round, "units": units, "unit": unit, "lines": lines, "ticked": ticked, "form": form}
    return render(request, "collecting/paper.html", context, status=422 if form.errors else 200)


@require_safe
@signed_in
def sheet(request: HttpRequest, pk: int, kind: str) -> HttpResponse:
    """Lists to sign, of one unit or of each; `kind` is xlsx, pdf or docx."""
    reach = get_reach(request.actor, pk)  # type: ignore[attr-defined]
    if kind not in TYPES:
        raise Http404
    unit = unit_of_name(units_of(reach), request.GET.get("unit", ""))
    actions.print_list(actor=request.actor, now=clock.now(), reach=reach, kind="sign", form=kind)  # type: ignore[attr-defined]
    facts = {"title": reach.round.title, "unit": unit.called if unit else ""}
    name = _("%(title)s签领表%(unit)s") % facts
    return sent(sheets(reach, unit, kind), f"{name}.{kind}", TYPES[kind])
