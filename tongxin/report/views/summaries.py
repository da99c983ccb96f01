"""Summaries: the list, the page of one, its figure panel and the picker."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from tongxin.core import clock
from tongxin.core.periods import Period
from tongxin.core.refusals import Refused
from tongxin.org.access import require_somewhere, signed_in
from tongxin.report import actions
from tongxin.report.access import SUMMARY_READ, SUMMARY_WRITE, get_summary, summaries_for, units_to_tell
from tongxin.report.forms.summaries import DraftForm
from tongxin.report.queries.editor import editor
from tongxin.report.queries.figures import compute_all
from tongxin.report.queries.panel import panel
from tongxin.report.queries.picker import choices
from tongxin.report.queries.texts import latest
from tongxin.report.rules.body import load


@signed_in
@require_http_methods(["GET", "POST"])
def index(request: HttpRequest) -> HttpResponse:
    """Summaries by year and unit; POST drafts one."""
    actor: Any = request.actor  # type: ignore[attr-defined]
    require_somewhere(actor, SUMMARY_READ)
    units = units_to_tell(actor, SUMMARY_WRITE)
    today = clock.today(clock.now())
    wanted = {
        "unit": request.GET.get("unit") or units.first(),
        "year": request.GET.get("year") or today.year - (today.month < 7),
    }
    form = DraftForm(request.POST or None, units=units, initial=wanted)
    if request.method == "POST" and form.is_valid():
        try:
            made = actions.draft_summary(actor=actor, now=clock.now(), **form.cleaned_data)
            return redirect("report:summary", pk=made.pk)
        except Refused as refusal:
            form.refuse(refusal)
    listed = summaries_for(actor).order_by("-year", "unit__path")
    context = {"summaries": listed, "form": form if units.exists() else None}
    return render(request, "report/summaries/index.html", context, status=422 if form.errors else 200)


@signed_in
@require_safe
def one(request: HttpRequest, pk: int) -> HttpResponse:
    """The editor."""
    actor: Any = request.actor  # type: ignore[attr-defined]
    summary = get_summary(actor, pk)
    page = editor(summary, actor)
    opened = _panel(request, summary, page.body, request.GET.get("fig") or _first(page.body))
    return render(
        request, "report/summaries/one.html", {"editor": page, "panel": opened, "block": request.GET.get("block", "")}
    )


@signed_in
@require_safe
def figure(request: HttpRequest, pk: int) -> HttpResponse:
    """The panel of one figure."""
    summary = get_summary(request.actor, pk)  # type: ignore[attr-defined]
    body = load(latest(summary).body)
    opened = _panel(request, summary, body, request.GET.get("fig", ""))
    if opened is None:
        raise Http404
    name = "_panel" if request.headers.get("HX-Request") else "figure"
    return render(request, f"report/summaries/{name}.html", {"summary": summary, "panel": opened})


@signed_in
@require_safe
def picker(request: HttpRequest, pk: int) -> HttpResponse:
    """Every figure that can be placed, with today's value."""
    actor: Any = request.actor  # type: ignore[attr-defined]
    summary = get_summary(actor, pk)
    rows = compute_all(summary.unit, Period.of_year(summary.year), actor)
    return render(request, "report/summaries/picker.html", {"summary": summary, "groups": choices(rows)})


def _panel(request: HttpRequest, summary: Any, body: Any, reference: str) -> Any:
    return panel(summary.unit, Period.of_year(summary.year), request.actor, reference, body)  # type: ignore[attr-defined]


def _first(body: Any) -> str:
    """Which figure is open at first: the number of activities held, else the first in the text."""
    refs = [chip.ref for chip in body.chips]
    return "activities.held" if "activities.held" in refs else next(iter(refs), "")
