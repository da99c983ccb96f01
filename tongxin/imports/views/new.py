"""A new spreadsheet."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from tongxin.accounts.access import signed_in
from tongxin.core import clock
from tongxin.core.refusals import Refused
from tongxin.imports.access import get_importer, places_of
from tongxin.imports.actions.add_run import add_run
from tongxin.imports.forms.upload import UploadForm


@signed_in
@require_http_methods(["GET", "POST"])
def new(request: HttpRequest, kind: str) -> HttpResponse:
    """Upload it for a unit (a plan also for a year); what cannot be read is told at the field and not kept."""
    actor: Any = request.actor  # type: ignore[attr-defined]
    importer, now = get_importer(actor, kind), clock.now()
    units = {unit.pk: unit for unit in places_of(importer).units(actor)}
    year = clock.today(now).year if importer.needs_year else None
    form = UploadForm(request.POST or None, request.FILES or None, units=list(units.values()), year=year)
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data
        try:
            run = add_run(
                actor=actor, now=now, importer=importer, unit=units[said["unit"]], year=said.get("year"),
                file=said["file"], filename=said["file"].name,
            )  # fmt: skip
        except Refused as refusal:
            refusal.field = refusal.field or "file"
            form.refuse(refusal)
        else:
            return redirect("imports:check", run.pk)
    answer = {"form": form, "importer": importer, "step": 1}
    return render(request, "imports/new.html", answer, status=422 if request.method == "POST" else 200)
