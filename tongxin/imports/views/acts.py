"""What is done to a run: units chosen, a cell mended, taken in, given up."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlencode
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from tongxin.accounts.access import signed_in
from tongxin.core import clock
from tongxin.core.numbers import whole
from tongxin.core.refusals import Refused
from tongxin.imports.access import get_run
from tongxin.imports.actions.apply_run import apply_run
from tongxin.imports.actions.choose_units import choose_units
from tongxin.imports.actions.drop_run import drop_run
from tongxin.imports.actions.mend_cell import mend_cell


@signed_in
@require_POST
def units(request: HttpRequest, pk: UUID) -> HttpResponse:
    """What unknown names of units mean: `name` and `choice`, as often as there are names."""
    actor: Any = request.actor  # type: ignore[attr-defined]
    run = get_run(actor, pk)
    chosen = dict(zip(request.POST.getlist("name"), request.POST.getlist("choice"), strict=False))
    choose_units(actor=actor, now=clock.now(), run=run, units=chosen)
    return _back(request, pk)


@signed_in
@require_POST
def cell(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Another value in place of a refused cell."""
    actor: Any = request.actor  # type: ignore[attr-defined]
    run, posted = get_run(actor, pk), request.POST
    mend_cell(
        actor=actor, now=clock.now(), run=run, sheet=posted.get("sheet", ""), row=whole(posted.get("row")) or 0,
        key=posted.get("key", ""), value=posted.get("value", ""),
    )  # fmt: skip
    return _back(request, pk)


@signed_in
@require_POST
def application(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Take in what is sound, or nothing unless all is."""
    actor: Any = request.actor  # type: ignore[attr-defined]
    run = get_run(actor, pk)
    try:
        made = apply_run(
            actor=actor, now=clock.now(), run=run, all_or_nothing=request.POST.get("all_or_nothing") == "1"
        )
    except Refused as refusal:
        if refusal.status != 422:
            raise
        messages.error(request, refusal.sentence)
        return redirect("imports:check", pk)
    facts = {kind: made.counts[kind] for kind in ("new", "changed")}
    messages.success(request, _("入库了：新增%(new)s，变更%(changed)s。") % facts)
    return redirect("imports:check", pk)


@signed_in
@require_POST
def drop(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Give it up; nothing went in."""
    actor: Any = request.actor  # type: ignore[attr-defined]
    run = drop_run(actor=actor, now=clock.now(), run=get_run(actor, pk))
    messages.success(request, _("“%(file)s”放弃了，库里什么都没动。") % {"file": run.filename})
    return redirect("imports:home")


def _back(request: HttpRequest, pk: UUID) -> HttpResponse:
    """To the same tab and page of the check."""
    place = {key: request.POST[key] for key in ("tab", "page") if request.POST.get(key)}
    return redirect(
        f"{reverse('imports:check', args=[pk])}?{urlencode(place)}" if place else reverse("imports:check", args=[pk])
    )
