"""The lines of budget and settlement."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from tongxin.core import clock
from tongxin.org.access import signed_in
from tongxin.paperwork import actions
from tongxin.paperwork.access import get_activity_to_run
from tongxin.paperwork.forms.money import LinesForm, kept_lines
from tongxin.paperwork.models import Line
from tongxin.paperwork.queries.money import sides_of
from tongxin.ui.tapping import tapping


@require_http_methods(["GET", "POST"])
@signed_in
def budget(request: HttpRequest, pk: int) -> HttpResponse:
    """What it is to cost."""
    return _lines(request, pk, Line.Side.BUDGET)


@require_http_methods(["GET", "POST"])
@signed_in
def settlement(request: HttpRequest, pk: int) -> HttpResponse:
    """What it cost."""
    return _lines(request, pk, Line.Side.SETTLEMENT)


@require_POST
@signed_in
def copy_budget(request: HttpRequest, pk: int) -> HttpResponse:
    """The budget as the settlement's first draft."""
    activity = get_activity_to_run(request.actor, pk)  # type: ignore[attr-defined]
    with tapping(request):
        actions.copy_budget(actor=request.actor, now=clock.now(), activity=activity)  # type: ignore[attr-defined]
        messages.success(request, _("预算抄过来了，照实际改。"))
    return redirect("paperwork:settlement", pk=pk)


def _lines(request: HttpRequest, pk: int, side: Line.Side) -> HttpResponse:
    actor, status = request.actor, 200  # type: ignore[attr-defined]
    activity = get_activity_to_run(actor, pk)
    sides = sides_of(activity)
    form = LinesForm(request.POST if request.method == "POST" else None, kept=kept_lines(sides[side]))
    if request.method == "POST" and "more" in request.POST:
        form = form.more()
    elif request.method == "POST" and form.is_valid():
        actions.set_lines(actor=actor, now=clock.now(), activity=activity, side=side, lines=form.found)
        messages.success(request, _("存好了。"))
        return redirect(f"paperwork:{side}", pk=pk)
    elif request.method == "POST":
        status = 422
    context = {"activity": activity, "form": form, "side": side, "sides": sides, "lines": sides[side]}
    return render(request, "paperwork/money.html", context, status=status)
