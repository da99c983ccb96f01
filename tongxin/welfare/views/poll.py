"""A member says what would be welcome."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from tongxin.core import clock
from tongxin.core.refusals import Refused
from tongxin.org.access import signed_in
from tongxin.ui.posting import posted, refuse
from tongxin.welfare.access import get_poll
from tongxin.welfare.actions.answer_poll import answer_poll
from tongxin.welfare.forms.poll import AnswerForm
from tongxin.welfare.queries.poll import poll_page


@require_http_methods(["GET", "POST"])
@signed_in
def poll(request: HttpRequest, pk: int) -> HttpResponse:
    """Ticks and a wish; afterwards the thanks, and once it is over what came of it."""
    actor, now = request.actor, clock.now()  # type: ignore[attr-defined]
    found: Any = get_poll(actor, pk, now)
    page = poll_page(actor, found, now)
    form = AnswerForm(posted(request), options=page.options)
    if request.method == "POST" and form.is_valid():
        try:
            answer_poll(actor=actor, now=now, poll=found, **form.cleaned_data)
        except Refused as refusal:
            refuse(form, refusal)
        else:
            return redirect("welfare:poll", pk=pk)
    context = {"page": page, "poll": found, "round": found.round, "form": form}
    return render(request, "welfare/poll.html", context, status=422 if form.errors else 200)
