"""The figures of a year, each opening to its records."""

from __future__ import annotations

import json
from typing import Any

from django.core.paginator import Paginator
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from tongxin.core import clock
from tongxin.core.figures import Records
from tongxin.org.access import require_right, require_somewhere, signed_in
from tongxin.org.models import Unit
from tongxin.report import exports
from tongxin.report.access import FIGURES_READ, units_to_tell
from tongxin.report.forms.figures import ScopeForm
from tongxin.report.queries.figures import compute, compute_all, to_json
from tongxin.report.queries.figures_page import Window, grouped
from tongxin.report.queries.unit_words import counted, part_words

PER_PAGE = 50


@signed_in
@require_safe
def now(request: HttpRequest) -> HttpResponse:
    """To the figures of this year."""
    return redirect("report:figures:year", year=clock.today(clock.now()).year)


@signed_in
@require_safe
def index(request: HttpRequest, year: int) -> HttpResponse:
    """All figures of a unit and period."""
    actor: Any = request.actor  # type: ignore[attr-defined]
    form, unit = _scope(request, year)
    rows = compute_all(unit, form.period, actor)
    groups = grouped(rows, year, form.query)
    return render(request, "report/figures/index.html", {"year": year, "form": form, "unit": unit, "groups": groups})


@signed_in
@require_safe
def data(request: HttpRequest, year: int) -> HttpResponse:
    """The same for machines."""
    form, unit = _scope(request, year)
    rows = compute_all(unit, form.period, request.actor)  # type: ignore[attr-defined]
    text = json.dumps(to_json(unit, form.period, rows), ensure_ascii=False, indent=2)
    return HttpResponse(text, content_type="application/json; charset=utf-8")


@signed_in
@require_safe
def sheet(request: HttpRequest, year: int) -> FileResponse:
    """The same as a spreadsheet."""
    form, unit = _scope(request, year)
    rows = compute_all(unit, form.period, request.actor)  # type: ignore[attr-defined]
    return exports.figures(unit, form.period, rows)


@signed_in
@require_safe
def one(request: HttpRequest, year: int, key: str) -> HttpResponse:
    """One figure: how it is counted, and its records as far as the reader may see them."""
    actor: Any = request.actor  # type: ignore[attr-defined]
    form, unit = _scope(request, year)
    row, records, part = _records(request, form, unit, key)
    page = Paginator(Window(records, actor), PER_PAGE).get_page(request.GET.get("page"))
    value = row.part(part).value if part else row.value
    context = {
        "year": year, "form": form, "unit": unit, "row": row, "part": row.part(part) if part else None, "page": page,
        "words": counted(row, value), "parts": [(each, part_words(row, each)) for each in row.result.parts],
    }  # fmt: skip
    return render(request, "report/figures/one.html", context)


@signed_in
@require_safe
def records_sheet(request: HttpRequest, year: int, key: str) -> FileResponse:
    """The records of one figure as a spreadsheet, as far as the reader may see them."""
    form, unit = _scope(request, year)
    row, records, _part = _records(request, form, unit, key)
    return exports.records(unit, form.period, row, records, request.actor)  # type: ignore[attr-defined]


def _scope(request: HttpRequest, year: int) -> tuple[ScopeForm, Unit]:
    actor: Any = request.actor  # type: ignore[attr-defined]
    require_somewhere(actor, FIGURES_READ)
    form = ScopeForm(request.GET, units=units_to_tell(actor), year=year)
    unit = form.chosen
    if unit is None or not 2000 <= year <= 2100:
        raise Http404
    require_right(actor, FIGURES_READ, unit)
    return form, unit


def _records(request: HttpRequest, form: ScopeForm, unit: Unit, key: str) -> tuple[Any, Records, str]:
    row = compute(unit, form.period, request.actor, key)  # type: ignore[attr-defined]
    part = request.GET.get("part", "")
    if row is None or (part and row.part(part) is None):
        raise Http404
    return row, row.records(part), part
