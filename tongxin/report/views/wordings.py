"""Approved wordings of a year 提法."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from tongxin.core import clock
from tongxin.core.refusals import Refused
from tongxin.org.access import require_somewhere, signed_in
from tongxin.report import actions
from tongxin.report.access import SUMMARY_WRITE, get_wording, units_to_tell, wordings_for
from tongxin.report.forms.summaries import WordingForm


@signed_in
@require_safe
def index(request: HttpRequest) -> HttpResponse:
    """All wordings by year."""
    actor: Any = request.actor  # type: ignore[attr-defined]
    require_somewhere(actor, SUMMARY_WRITE)
    return render(request, "report/wordings/index.html", {"wordings": wordings_for(actor)})


@signed_in
@require_http_methods(["GET", "POST"])
def new(request: HttpRequest) -> HttpResponse:
    """Add one."""
    actor: Any = request.actor  # type: ignore[attr-defined]
    require_somewhere(actor, SUMMARY_WRITE)
    units = units_to_tell(actor, SUMMARY_WRITE)
    start = {"unit": units.first(), "year": request.GET.get("year") or clock.today(clock.now()).year}
    form = WordingForm(request.POST or None, units=units, initial=start)
    if request.method == "POST" and form.is_valid():
        try:
            actions.add_wording(actor=actor, now=clock.now(), **form.cleaned_data)
            return redirect("report:wordings")
        except Refused as refusal:
            form.refuse(refusal)
    return render(request, "report/wordings/edit.html", {"form": form}, status=422 if form.errors else 200)


@signed_in
@require_http_methods(["GET", "POST"])
def edit(request: HttpRequest, pk: int) -> HttpResponse:
    """Change one."""
    actor: Any = request.actor  # type: ignore[attr-defined]
    wording = get_wording(actor, pk)
    start = {name: getattr(wording, name) for name in ("title", "text", "source", "approved_on")}
    form = WordingForm(request.POST or None, units=units_to_tell(actor, SUMMARY_WRITE), known=True, initial=start)
    if request.method == "POST" and form.is_valid():
        try:
            actions.change_wording(actor=actor, now=clock.now(), wording=wording, **form.cleaned_data)
            return redirect("report:wordings")
        except Refused as refusal:
            form.refuse(refusal)
    return render(
        request, "report/wordings/edit.html", {"form": form, "wording": wording}, status=422 if form.errors else 200
    )
