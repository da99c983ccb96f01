"""The prizes."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from tongxin.core import clock
from tongxin.org.access import signed_in
from tongxin.paperwork import actions
from tongxin.paperwork.access import get_activity_to_run
from tongxin.paperwork.forms.prizes import PrizesForm, kept_prizes
from tongxin.paperwork.queries.facts import prizes_of


@require_http_methods(["GET", "POST"])
@signed_in
def prizes(request: HttpRequest, pk: int) -> HttpResponse:
    """What was given to whom."""
    actor, status = request.actor, 200  # type: ignore[attr-defined]
    activity = get_activity_to_run(actor, pk)
    form = PrizesForm(request.POST if request.method == "POST" else None, kept=kept_prizes(prizes_of(activity)))
    if request.method == "POST" and "more" in request.POST:
        form = form.more()
    elif request.method == "POST" and form.is_valid():
        actions.set_prizes(actor=actor, now=clock.now(), activity=activity, prizes=form.found)
        messages.success(request, _("存好了。"))
        return redirect("paperwork:prizes", pk=pk)
    elif request.method == "POST":
        status = 422
    return render(request, "paperwork/prizes.html", {"activity": activity, "form": form}, status=status)
