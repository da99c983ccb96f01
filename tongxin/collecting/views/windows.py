"""A member says when to come: one tap takes a slot, another one changes it."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from tongxin.collecting import actions
from tongxin.collecting.access import get_own
from tongxin.collecting.queries.slots import offered_to
from tongxin.core import clock
from tongxin.org.access import signed_in
from tongxin.ui.tapping import tapping


@require_safe
@signed_in
def windows(request: HttpRequest, pk: int) -> HttpResponse:
    """The slots of the points that serve the person."""
    own = get_own(request.actor, pk)  # type: ignore[attr-defined]
    context = {
        "round": own.round,
        "offered": offered_to(own, clock.now()),
        "got": own.receipts.filter(undone_at=None).exists(),
    }
    return render(request, "collecting/windows.html", context)


@require_POST
@signed_in
def picking(request: HttpRequest, pk: int, window: int) -> HttpResponse:
    """The slot is the person's, or why not."""
    actor = request.actor  # type: ignore[attr-defined]
    own = get_own(actor, pk)
    with tapping(request):
        actions.pick_window(actor=actor, now=clock.now(), round=own.round, window=window)
        messages.success(request, _("选好了，到时候来领。"))
    return redirect("collecting:windows", pk=pk)


@require_POST
@signed_in
def leaving(request: HttpRequest, pk: int) -> HttpResponse:
    """The slot is free again."""
    actor = request.actor  # type: ignore[attr-defined]
    own = get_own(actor, pk)
    with tapping(request):
        actions.leave_window(actor=actor, now=clock.now(), round=own.round)
        messages.success(request, _("退掉了，可以再选别的。"))
    return redirect("collecting:windows", pk=pk)
