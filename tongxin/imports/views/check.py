"""The check of a spreadsheet, and what came of it once it went in."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from tongxin.accounts.access import signed_in
from tongxin.core import clock
from tongxin.core.numbers import whole
from tongxin.core.refusals import Refused
from tongxin.imports.access import get_place, get_run, importer_of
from tongxin.imports.models import ImportRun, Taken
from tongxin.imports.queries.check_page import PAGE, check_page


@signed_in
@require_safe
def check(request: HttpRequest, pk: UUID) -> HttpResponse:
    """What would become of each row; nothing is written here."""
    actor: Any = request.actor  # type: ignore[attr-defined]
    run = get_run(actor, pk)
    importer, unit = importer_of(run), get_place(actor, run)
    answer = {"run": run, "importer": importer, "unit": unit}
    if not run.is_open:
        opens = importer.opens(unit, run.year) if importer.opens else None
        shows = importer.shows(run.pk) if importer.shows else None
        touched = Taken.objects.filter(run=run).count() if shows else 0
        facts = {"opens": opens, "shows": shows, "touched": touched, "step": 5}
        return render(request, "imports/outcome.html", {**answer, **facts})
    try:
        page = check_page(
            actor, clock.now(), run, tab=request.GET.get("tab", ""), number=whole(request.GET.get("page")) or 1
        )
    except Refused as refusal:
        return _refused(request, run, refusal)
    pages = Paginator(range(page.of), PAGE).get_page(page.number)
    return render(request, "imports/check.html", {**answer, "check": page, "page": pages, "step": 3})


def _refused(request: HttpRequest, run: ImportRun, refusal: Refused) -> HttpResponse:
    """A file whose columns were not recognised goes to where a person can point them out."""
    if refusal.code != "import.columns_missing":
        raise refusal
    messages.warning(request, refusal.sentence)
    return redirect("imports:columns", run.pk)
