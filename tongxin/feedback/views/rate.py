"""A member's tap."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from tongxin.ballots.forms.rate import RateForm
from tongxin.core import clock
from tongxin.core.refusals import Refused
from tongxin.feedback.access import get_asked
from tongxin.feedback.actions import give_feedback
from tongxin.feedback.queries.asked import page_of
from tongxin.org.access import signed_in


@require_http_methods(["GET", "POST"])
@signed_in
def rate(request: HttpRequest, pk: int) -> HttpResponse:
    """Three big buttons and a sentence; afterwards the thanks."""
    actor, now = request.actor, clock.now()  # type: ignore[attr-defined]
    line = get_asked(actor, pk)
    form = RateForm(request.POST) if request.method == "POST" else RateForm()
    if request.method == "POST" and form.is_valid():
        try:
            give_feedback(actor=actor, now=now, activity=line.activity, **form.cleaned_data)
        except Refused as refusal:
            form.refuse(refusal)
        else:
            return redirect("feedback:rate", pk=pk)
    context = {"page": page_of(line, now), "form": form}
    return render(request, "feedback/rate.html", context, status=422 if form.errors else 200)
