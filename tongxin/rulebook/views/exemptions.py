"""The exemptions of the units that somebody audits."""

from __future__ import annotations

from typing import Any

from django.http import FileResponse, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from tongxin.core.numbers import whole
from tongxin.org.access import signed_in
from tongxin.rulebook.access import require_exemptions_reader
from tongxin.rulebook.exports import write_exemptions
from tongxin.rulebook.queries.exemptions import Wanted, exported, listing
from tongxin.ui.downloads import spreadsheet


@require_safe
@signed_in
def exemptions(request: HttpRequest) -> HttpResponse:
    """What was let through, by which minutes and which document above them; the withdrawn too."""
    actor: Any = request.actor  # type: ignore[attr-defined]
    require_exemptions_reader(actor)
    found = listing(actor, _wanted(request), request.GET.get("page"))
    return render(request, "rulebook/exemptions.html", {"found": found, "asked": request.GET.urlencode()})


@require_safe
@signed_in
def export(request: HttpRequest) -> FileResponse:
    """What the list shows, all of it."""
    actor: Any = request.actor  # type: ignore[attr-defined]
    require_exemptions_reader(actor)
    found = list(exported(actor, _wanted(request)))
    return spreadsheet(_("例外清单"), lambda target: write_exemptions(target, found))


def _wanted(request: HttpRequest) -> Wanted:
    year = whole(request.GET.get("year"))
    return Wanted(year if year and 1900 <= year <= 2200 else None, "standing" in request.GET)
