"""Tasks from above: the list of a year, the matrix with its evidence, one of them, the spreadsheet."""

from __future__ import annotations

from typing import Any

from django.http import FileResponse, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from tongxin.core import clock
from tongxin.goals.access import READ, get_directive, get_unit, may_change, wanted_year
from tongxin.goals.exports import write_directives
from tongxin.goals.queries.directives import directive_page, directives_page, year_to_open
from tongxin.org.access import signed_in
from tongxin.ui.downloads import spreadsheet


@signed_in
@require_safe
def directives(request: HttpRequest) -> HttpResponse:
    """The directives of a year."""
    return render(request, "goals/directives.html", _page(request))


@signed_in
@require_safe
def matrix(request: HttpRequest) -> HttpResponse:
    """Every piece of evidence against every directive of a year."""
    return render(request, "goals/matrix.html", _page(request))


@signed_in
@require_safe
def export(request: HttpRequest) -> FileResponse:
    """The directives of a year with their evidence, and the matrix, as a spreadsheet."""
    found = _page(request)
    name = _("%(year)s年上级部署") % {"year": found["year"]}
    return spreadsheet(name, lambda target: write_directives(target, found["page"]))


@signed_in
@require_safe
def directive(request: HttpRequest, pk: int) -> HttpResponse:
    """One directive: what was told, what was done, how it was closed."""
    actor: Any = request.actor  # type: ignore[attr-defined]
    shown = get_directive(actor, pk)
    page = directive_page(shown, clock.today(clock.now()))
    answer = {"page": page, "fact": page.fact, "unit": shown.unit, "year": shown.year, "at": "directives"}
    return render(request, "goals/directive.html", answer | {"changes": may_change(actor, shown.unit)})


def _page(request: HttpRequest) -> dict[str, Any]:
    actor: Any = request.actor  # type: ignore[attr-defined]
    unit = get_unit(actor, request.GET.get("unit"), right=READ)
    today = clock.today(clock.now())
    year = wanted_year(request.GET.get("year"), today) if "year" in request.GET else year_to_open(unit, today)
    page = directives_page(unit, year, today)
    return {"page": page, "unit": unit, "year": year, "at": "directives", "changes": may_change(actor, unit)}
