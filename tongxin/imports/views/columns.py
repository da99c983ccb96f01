"""Sheets and columns, overruled by a person."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from tongxin.accounts.access import signed_in
from tongxin.core import clock
from tongxin.core.refusals import Refused
from tongxin.imports.access import get_run, importer_of
from tongxin.imports.actions.choose_columns import choose_columns
from tongxin.imports.forms.columns import read_columns
from tongxin.imports.queries.columns_page import sheets_of
from tongxin.imports.queries.open_run import book_of


@signed_in
@require_http_methods(["GET", "POST"])
def columns(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Which sheets are read, in which row their titles are, which column is which."""
    actor: Any = request.actor  # type: ignore[attr-defined]
    run = get_run(actor, pk)
    importer = importer_of(run)
    sheets = sheets_of(importer, book_of(run), run.choices)
    refusal: Refused | None = None
    if request.method == "POST":
        chosen = read_columns(request.POST, sheets, run.choices)
        try:
            choose_columns(
                actor=actor, now=clock.now(), run=run, sheets=chosen.sheets, header_row=chosen.header_row,
                columns=chosen.columns,
            )  # fmt: skip
        except Refused as refused:
            refusal = refused
        else:
            return redirect("imports:columns" if chosen.header_moved else "imports:check", run.pk)
    answer = {"run": run, "importer": importer, "sheets": sheets, "refusal": refusal, "step": 2}
    return render(request, "imports/columns.html", answer, status=422 if refusal else 200)
