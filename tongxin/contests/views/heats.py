"""The heats of one event: draw them up, put one person elsewhere."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods

from tongxin.contests import actions
from tongxin.contests.access import get_event_to_run
from tongxin.contests.forms.events import HeatsForm, MoveForm
from tongxin.contests.queries.events import event_of
from tongxin.contests.views.acting import ask
from tongxin.core import clock
from tongxin.core.refusals import Refused
from tongxin.org.access import signed_in
from tongxin.ui.posting import posted, refuse


@require_http_methods(["GET", "POST"])
@signed_in
def heats(request: HttpRequest, pk: int, slot_pk: int) -> HttpResponse:
    """The heats as they stand, and the form that draws them up."""
    actor: Any = request.actor  # type: ignore[attr-defined]
    slot = get_event_to_run(actor, pk, slot_pk)
    event = event_of(slot)
    first = event.heats[0].heat if event.heats else None
    likely = {"lanes": first.lanes if first else 8, "first_at": first.at if first else slot.starts_at}
    form = HeatsForm(posted(request), initial=likely)
    if request.method == "POST" and form.is_valid():
        try:
            made = actions.make_heats(actor=actor, now=clock.now(), slot=slot, **form.cleaned_data)
        except Refused as refusal:
            refuse(form, refusal)
        else:
            messages.success(request, ngettext("分成%(n)s组。", "分成%(n)s组。", len(made)) % {"n": len(made)})
            return redirect("contests:heats", pk=pk, slot_pk=slot_pk)
    context = {"activity": slot.activity, "slot": slot, "event": event, "form": form}
    return render(request, "contests/heats.html", context, status=422 if form.errors else 200)


@require_http_methods(["GET", "POST"])
@signed_in
def moving(request: HttpRequest, pk: int, slot_pk: int, key: str) -> HttpResponse:
    """Another heat or lane for one line."""
    actor: Any = request.actor  # type: ignore[attr-defined]
    slot = get_event_to_run(actor, pk, slot_pk)
    line = next((line for line in event_of(slot).lines if line.key == key), None)
    if line is None:
        raise Http404
    return ask(
        request, slot.activity, MoveForm(posted(request), initial={"heat": line.heat, "lane": line.lane}),
        lambda **given: actions.move_entry(actor=actor, now=clock.now(), slot=slot, key=key, **given),
        title=_("%(name)s换组换道") % {"name": line.name}, act=_("换过去"), said=_("换好了。"),
        back_url=reverse("contests:heats", args=[pk, slot_pk]), sentence=_("那一道有人，就和他对调。"),
    )  # fmt: skip
