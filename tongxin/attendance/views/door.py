"""One door: how many have come, the ways of coming, opening and closing."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from tongxin.activities.queries.restricted import restricted
from tongxin.attendance import actions
from tongxin.attendance.access import get_slot_to_run
from tongxin.attendance.queries.door import door_of, latest
from tongxin.attendance.views.acting import ask, at_door
from tongxin.core import clock
from tongxin.org.access import signed_in
from tongxin.ui.forms import Form, ReasonForm
from tongxin.ui.tapping import tapping


@require_safe
@signed_in
def door(request: HttpRequest, pk: int, slot: int) -> HttpResponse:
    """The page an officer stands before on the day."""
    held = get_slot_to_run(request.actor, pk, slot)  # type: ignore[attr-defined]
    context = {"activity": held.activity, "slot": held, "door": door_of(held), "latest": latest(held)}
    context["restricted"] = restricted(held.activity, clock.now())
    return render(request, "attendance/door.html", context)


@require_safe
@signed_in
def count(request: HttpRequest, pk: int, slot: int) -> HttpResponse:
    """The live count, asked for every few seconds."""
    held = get_slot_to_run(request.actor, pk, slot)  # type: ignore[attr-defined]
    return render(request, "attendance/_count.html", {"slot": held, "door": door_of(held), "latest": latest(held)})


@require_POST
@signed_in
def opening(request: HttpRequest, pk: int, slot: int) -> HttpResponse:
    """Opens the check-in."""
    actor = request.actor  # type: ignore[attr-defined]
    held = get_slot_to_run(actor, pk, slot)
    with tapping(request):
        actions.open_check_in(actor=actor, now=clock.now(), slot=held)
        messages.success(request, _("签到开始了。"))
    return redirect(at_door(held))


@require_http_methods(["GET", "POST"])
@signed_in
def closing(request: HttpRequest, pk: int, slot: int) -> HttpResponse:
    """Asks once, then ends the check-in."""
    actor = request.actor  # type: ignore[attr-defined]
    held = get_slot_to_run(actor, pk, slot)
    form = Form(request.POST if request.method == "POST" else None)
    return ask(
        request, held, form, lambda: actions.close_check_in(actor=actor, now=clock.now(), slot=held),
        title=_("结束签到"), act=_("结束签到"), said=_("签到结束了。"),
        sentence=_("结束以后扫码和勾名单都停下，没来的就记成没来。忘了谁，可以重新打开。"),
    )  # fmt: skip


@require_http_methods(["GET", "POST"])
@signed_in
def reopening(request: HttpRequest, pk: int, slot: int) -> HttpResponse:
    """Goes on with an ended check-in, with a reason."""
    actor = request.actor  # type: ignore[attr-defined]
    held = get_slot_to_run(actor, pk, slot)
    form = ReasonForm(request.POST if request.method == "POST" else None)
    return ask(
        request, held, form,
        lambda reason: actions.reopen_check_in(actor=actor, now=clock.now(), slot=held, reason=reason),
        title=_("重新打开签到"), act=_("重新打开"), said=_("签到又打开了。"), sentence=_("写一句为什么，记在操作记录里。"),
    )  # fmt: skip
