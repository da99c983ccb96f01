"""One tap chooses a pack; without scripts it is a button, and the page says what came of it."""

from __future__ import annotations

from typing import Any, Final

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from tongxin.choosing import actions
from tongxin.choosing.access import get_wanted
from tongxin.choosing.queries.own import choice_of
from tongxin.choosing.words import WHY
from tongxin.core import clock
from tongxin.core.numbers import whole
from tongxin.core.refusals import Refused
from tongxin.org.access import signed_in
from tongxin.welfare.access import get_round

# For a thousand who come too late nothing is written, not even a message: the page says it by the address.
SAID: Final = ("full", "over")


@require_http_methods(["GET", "POST"])
@signed_in
def choice(request: HttpRequest, pk: int) -> HttpResponse:
    """The packs; tapped, on to the round, or back here with why not."""
    actor: Any = request.actor  # type: ignore[attr-defined]
    if request.method != "POST":
        return _page(request, pk)
    try:
        wanted = get_wanted(actor, pk, whole(request.POST.get("pack", "")) or 0)
        actions.choose(actor=actor, now=clock.now(), wanted=wanted, instead="instead" in request.POST)
    except Refused as refusal:
        return _refused(request, pk, refusal)
    return redirect("welfare:round", pk=pk)


def _refused(request: HttpRequest, pk: int, refusal: Refused) -> HttpResponse:
    if refusal.status != 422:
        raise refusal
    no = refusal.code.rpartition(".")[2]
    if no in SAID:
        return redirect(f"{reverse('choosing:choice', args=[pk])}?no={no}")
    messages.warning(request, refusal.sentence)
    return redirect("choosing:choice", pk=pk)


def _page(request: HttpRequest, pk: int) -> HttpResponse:
    actor: Any = request.actor  # type: ignore[attr-defined]
    round = get_round(actor, pk)
    panel = choice_of(actor, round, clock.now())
    no = request.GET.get("no", "")
    said = str(WHY[no]) % {"pack": _("这种"), "whom": panel.whom if panel else ""} if no in SAID else ""
    return render(request, "choosing/choice.html", {"round": round, "panel": panel, "said": said})
