"""Giving a place back, and saying yes to one."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from tongxin.core import clock
from tongxin.org.access import signed_in
from tongxin.signups import actions
from tongxin.signups.access import get_slot
from tongxin.ui.tapping import tapping


@require_http_methods(["GET", "POST"])
@signed_in
def leaving(request: HttpRequest, pk: int, slot_pk: int) -> HttpResponse:
    """Asks once, then the place is free."""
    slot = get_slot(request.actor, pk, slot_pk)  # type: ignore[attr-defined]
    if request.method == "POST":
        with tapping(request):
            actions.leave(actor=request.actor, now=clock.now(), slot=slot)  # type: ignore[attr-defined]
            messages.success(request, _("退出了，名额让给下一位。"))
        return redirect("activities:activity", pk=pk)
    context = {
        "heading": _("不去“%(title)s”了") % {"title": slot.activity.title}, "act": _("退出"), "tone": "bad",
        "sentence": _("名额马上让给下一位候补。想再来要重新报。"), "back_url": reverse("activities:activity", args=[pk]),
    }  # fmt: skip
    return render(request, "signups/asked.html", context)


@require_POST
@signed_in
def confirmation(request: HttpRequest, pk: int, slot_pk: int) -> HttpResponse:
    """Yes."""
    slot = get_slot(request.actor, pk, slot_pk)  # type: ignore[attr-defined]
    with tapping(request):
        actions.confirm_place(actor=request.actor, now=clock.now(), slot=slot)  # type: ignore[attr-defined]
        messages.success(request, _("好，名额是你的了。"))
    return redirect("activities:activity", pk=pk)
