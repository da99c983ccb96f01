"""A unit's own part of a task."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from tongxin.core import clock
from tongxin.core.refusals import Refused
from tongxin.mobilisation import actions
from tongxin.mobilisation.access import get_handed, tasks_for
from tongxin.mobilisation.forms.tasks import ReportForm
from tongxin.mobilisation.queries.tasks import own_part, part_page
from tongxin.org.access import needs_office, signed_in
from tongxin.org.rules.rights import ACTIVITIES_RUN
from tongxin.ui.posting import posted, refuse
from tongxin.ui.tapping import tapping


@require_safe
@signed_in
def mine(request: HttpRequest, pk: int) -> HttpResponse:
    """From a notice to the part of one's own unit, or to the board. Refuses: 404, `access.office_mode`."""
    actor: Any = request.actor  # type: ignore[attr-defined]
    if not actor.in_office and actor.could_somewhere(ACTIVITIES_RUN):
        raise needs_office()
    part = own_part(actor, pk)
    if part is not None:
        return redirect("mobilisation:part", pk=part.pk)
    if tasks_for(actor).filter(pk=pk).exists():
        return redirect("mobilisation:task", pk=pk)
    raise Http404


@require_http_methods(["GET", "POST"])
@signed_in
def part(request: HttpRequest, pk: int) -> HttpResponse:
    """What to do, and how far it is; sent, a report."""
    actor: Any = request.actor  # type: ignore[attr-defined]
    handed = get_handed(actor, pk)
    kept = {"state": handed.state, "words": handed.words, "number": handed.number, "whole": handed.whole}
    form = ReportForm(posted(request), request.FILES or None, handed=handed, initial=kept)
    if request.method == "POST" and form.is_valid():
        try:
            actions.report_task(actor=actor, now=clock.now(), handed=handed, **form.cleaned_data)
        except Refused as refusal:
            refuse(form, refusal)
        else:
            messages.success(request, _("报上去了。"))
            return redirect("mobilisation:part", pk=pk)
    context = {"handed": handed, "task": handed.task, "page": part_page(handed, clock.now()), "form": form}
    return render(request, "mobilisation/part.html", context, status=422 if form.errors else 200)


@require_POST
@signed_in
def acknowledgement(request: HttpRequest, pk: int) -> HttpResponse:
    """Read."""
    actor: Any = request.actor  # type: ignore[attr-defined]
    handed = get_handed(actor, pk)
    with tapping(request):
        actions.acknowledge(actor=actor, now=clock.now(), handed=handed)
        messages.success(request, _("回复了收到。"))
    return redirect("mobilisation:part", pk=pk)
