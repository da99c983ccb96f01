"""A draw, open to everybody who may see the activity."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from tongxin.org.access import signed_in
from tongxin.places.models import Draw
from tongxin.places.queries.drawn import program
from tongxin.signups.access import get_slot
from tongxin.signups.models import Slot
from tongxin.signups.queries.draw_page import draw_page


@require_safe
@signed_in
def draw(request: HttpRequest, pk: int, slot_pk: int) -> HttpResponse:
    """What is promised, and when it was held everything to compute it again."""
    slot = get_slot(request.actor, pk, slot_pk)  # type: ignore[attr-defined]
    assert slot.pool is not None
    page = draw_page(request.actor, slot.pool, _draw(slot))  # type: ignore[attr-defined]
    return render(request, "signups/draw.html", {"activity": slot.activity, "slot": slot, "draw": page})


@require_safe
@signed_in
def draw_check(request: HttpRequest, pk: int, slot_pk: int) -> HttpResponse:
    """A small program that holds everything published and computes the order again, with plain Python alone."""
    slot = get_slot(request.actor, pk, slot_pk)  # type: ignore[attr-defined]
    held = _draw(slot)
    if held.drawn_at is None:
        raise Http404
    answer = HttpResponse(program(held), content_type="text/x-python; charset=utf-8")
    answer["Content-Disposition"] = f'attachment; filename="draw-{slot.pk}.py"'
    return answer


def _draw(slot: Slot) -> Draw:
    held = Draw.objects.filter(pool=slot.pool_id).first()
    if held is None:
        raise Http404
    return held
