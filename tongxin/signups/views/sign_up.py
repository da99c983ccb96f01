"""Signing up: one tap from the activity's page; this page only where something has to be said."""

from __future__ import annotations

from typing import Any, Final

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from tongxin.activities.access import get_activity
from tongxin.core import clock
from tongxin.core.numbers import whole
from tongxin.core.refusals import Refused
from tongxin.org.access import signed_in
from tongxin.places.queries.words import WHY
from tongxin.signups import actions
from tongxin.signups.access import get_slot
from tongxin.signups.forms.sign_up import SignUpForm
from tongxin.signups.models import Slot
from tongxin.signups.panels import HomePanel, home

TOO_LATE: Final = {"places.full": WHY["full"], "places.over": WHY["over"]}


@require_http_methods(["GET", "POST"])
@signed_in
def sign_up(request: HttpRequest, pk: int) -> HttpResponse:
    """A place, or the page again with what was typed and why not."""
    actor: Any = request.actor  # type: ignore[attr-defined]
    if request.method != "POST":
        return _page(request, pk)
    slot = get_slot(actor, pk, whole(request.POST.get("slot", "")) or 0)
    form = SignUpForm(request.POST, slot=slot, union_id=actor.union_id) if SignUpForm.asks_anything(slot) else None
    if form is not None and not SignUpForm.was_shown(slot, request.POST):
        return _page(request, pk, slot, SignUpForm(slot=slot, union_id=actor.union_id))
    if form is not None and not form.is_valid():
        return _page(request, pk, slot, form)
    try:
        taken = actions.sign_up(actor=actor, now=clock.now(), slot=slot, **(form.wish() if form else {}))
    except Refused as refusal:
        if refusal.status != 422:
            raise
        return _refused(request, pk, slot, form, refusal)
    if taken.again:
        messages.info(request, _("你已经报过了。"))
    return redirect("activities:activity", pk=pk)


def _refused(request: HttpRequest, pk: int, slot: Slot, form: SignUpForm | None, refusal: Refused) -> HttpResponse:
    """Nothing was typed: on to a page that says why. For a thousand who come too late nothing is written, not even a message."""
    if form is None and refusal.code in TOO_LATE:
        return redirect(f"{reverse('signups:sign_up', args=[pk])}?no={refusal.code}")
    if form is None:
        messages.warning(request, refusal.sentence)
        return redirect("activities:activity", pk=pk)
    form.refuse(refusal)
    return _page(request, pk, slot, form)


def _page(request: HttpRequest, pk: int, slot: Slot | None = None, form: SignUpForm | None = None) -> HttpResponse:
    actor: Any = request.actor  # type: ignore[attr-defined]
    activity = get_activity(actor, pk)
    panel = home(actor, activity, clock.now())
    if panel and form:
        panel = HomePanel(activity, panel.offered, form)
    context = {
        "activity": activity, "panel": panel, "chosen": slot.pk if slot else None,
        "sentence": TOO_LATE.get(request.GET.get("no", "")),
    }  # fmt: skip
    return render(request, "signups/sign_up.html", context, status=422 if form and form.errors else 200)
