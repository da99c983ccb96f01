"""A member's tap about a round; an officer asks for it."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from tongxin.ballots.forms.rate import RateForm
from tongxin.core import clock
from tongxin.core.refusals import Refused
from tongxin.org.access import signed_in
from tongxin.ui.asking import Asking, ask
from tongxin.ui.posting import posted, refuse
from tongxin.welfare.access import get_asked, get_round, get_round_to_run
from tongxin.welfare.actions.ask_rating import ask_rating
from tongxin.welfare.actions.give_rating import give_rating
from tongxin.welfare.forms.poll import NothingForm
from tongxin.welfare.queries.rating import page_of, result_of


@require_http_methods(["GET", "POST"])
@signed_in
def rate(request: HttpRequest, pk: int) -> HttpResponse:
    """Three big buttons and a sentence; afterwards the thanks."""
    actor, now = request.actor, clock.now()  # type: ignore[attr-defined]
    line = get_asked(actor, pk)
    form: Any = RateForm(posted(request))
    if request.method == "POST" and form.is_valid():
        try:
            give_rating(actor=actor, now=now, round=line.round, **form.cleaned_data)
        except Refused as refusal:
            refuse(form, refusal)
        else:
            return redirect("welfare:rate", pk=pk)
    context = {"page": page_of(line, now), "form": form}
    return render(request, "welfare/rate.html", context, status=422 if form.errors else 200)


@require_safe
@signed_in
def result(request: HttpRequest, pk: int) -> HttpResponse:
    """What was answered, for everybody who may see the round."""
    round = get_round(request.actor, pk)  # type: ignore[attr-defined]
    found = result_of(round, clock.now())
    if found is None:
        raise Http404
    return render(request, "welfare/result.html", {"round": round, "panel": found})


@require_http_methods(["GET", "POST"])
@signed_in
def asking(request: HttpRequest, pk: int) -> HttpResponse:
    """Ask before the round is closed."""
    actor: Any = request.actor  # type: ignore[attr-defined]
    round = get_round_to_run(actor, pk)

    def do(given: dict[str, Any]) -> str:
        ask_rating(actor=actor, now=clock.now(), round=round)
        return _("请了领到的人评，14天有效。")

    back_url = reverse("welfare:round", args=[pk])
    page = Asking(_("请大家评一评"), _("请评价"), back_url, _("请已经领到的人点一下，不记名。后面领到的，办结时再请。"))
    return ask(request, NothingForm(posted(request)), page, do, "welfare/act.html", round=round)
