"""The big screen: a code that changes every five seconds, and how many have come."""

from __future__ import annotations

from typing import Any

import segno
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from tongxin.attendance.access import get_slot_to_run
from tongxin.attendance.queries.door import door_of
from tongxin.attendance.queries.secret import secret_of
from tongxin.attendance.rules.codes import screen_code
from tongxin.core import clock
from tongxin.org.access import signed_in
from tongxin.signups.models import Slot


@require_safe
@signed_in
def screen(request: HttpRequest, pk: int, slot: int) -> HttpResponse:
    """The whole screen."""
    return render(request, "attendance/screen.html", _shown(request, pk, slot))


@require_safe
@signed_in
def screen_now(request: HttpRequest, pk: int, slot: int) -> HttpResponse:
    """The code of these five seconds with the count beside it."""
    return render(request, "attendance/_screen.html", _shown(request, pk, slot))


def _shown(request: HttpRequest, pk: int, slot: int) -> dict[str, Any]:
    held = get_slot_to_run(request.actor, pk, slot)  # type: ignore[attr-defined]
    door = door_of(held)
    picture = _picture(request, held) if door.state == "open" else ""
    return {"activity": held.activity, "slot": held, "door": door, "picture": picture}


def _picture(request: HttpRequest, held: Slot) -> str:
    code = screen_code(secret_of(held.pk), clock.now())
    address = request.build_absolute_uri(reverse("attendance:arrival", kwargs={"slot": held.pk, "code": code}))
    return segno.make_qr(address, error="m").svg_inline(border=2, omitsize=True, svgclass="qr")
