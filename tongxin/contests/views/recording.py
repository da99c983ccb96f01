"""Writing down marks: a column of cells, and one put right."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods

from tongxin.contests import actions
from tongxin.contests.access import get_entry_to_run, get_event_to_run, get_heat
from tongxin.contests.actions.holding import said as recorded
from tongxin.contests.forms.results import EXAMPLES, CorrectionForm, ResultsForm
from tongxin.contests.queries.events import event_of
from tongxin.contests.queries.lines import of_heat
from tongxin.contests.views.acting import ask
from tongxin.core import clock
from tongxin.core.numbers import whole
from tongxin.core.refusals import Refused
from tongxin.org.access import signed_in
from tongxin.ui.posting import posted, refuse


@require_http_methods(["GET", "POST"])
@signed_in
def recording(request: HttpRequest, pk: int, slot_pk: int) -> HttpResponse:
    """The marks of an event, or of one heat (`?heat=`)."""
    actor: Any = request.actor  # type: ignore[attr-defined]
    slot = get_event_to_run(actor, pk, slot_pk)
    heat = get_heat(slot, whole(request.GET.get("heat")))
    event = event_of(slot)
    form = ResultsForm(posted(request), lines=of_heat(event.lines, heat.number if heat else None), measure=slot.measure)
    if request.method == "POST" and form.is_valid():
        try:
            number = actions.record_results(actor=actor, now=clock.now(), slot=slot, marks=form.readings)
        except Refused as refusal:
            refuse(form, refusal)
        else:
            messages.success(request, ngettext("记下%(n)s个成绩。", "记下%(n)s个成绩。", number) % {"n": number})
            return redirect(request.get_full_path())
    context = {
        "activity": slot.activity, "slot": slot, "event": event, "form": form, "heat": heat, "examples": EXAMPLES[slot.measure],
        "open": not event.published or not event.complete,
    }  # fmt: skip
    return render(request, "contests/recording.html", context, status=422 if form.errors else 200)


@require_http_methods(["GET", "POST"])
@signed_in
def correction(request: HttpRequest, pk: int, slot_pk: int, entry_pk: int) -> HttpResponse:
    """Another mark for one line, with a reason."""
    actor: Any = request.actor  # type: ignore[attr-defined]
    entry = get_entry_to_run(actor, pk, slot_pk, entry_pk)
    form = CorrectionForm(posted(request), measure=entry.slot.measure)
    return ask(
        request, entry.slot.activity, form,
        lambda mark, reason: actions.correct_result(
            actor=actor, now=clock.now(), entry=entry, reading=mark, reason=reason
        ),
        title=_("更正%(name)s的成绩") % {"name": entry}, act=_("更正"), said=_("更正了，名次和得分跟着变了。"),
        back_url=reverse("contests:recording", args=[pk, slot_pk]),
        sentence=_("现在记的是：%(mark)s。") % {"mark": recorded(entry) or "—"},
    )  # fmt: skip
