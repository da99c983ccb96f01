"""Spreadsheets to take away: templates, and the rows that were refused."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path
from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.utils.http import content_disposition_header
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from tongxin.accounts.access import signed_in
from tongxin.core import clock
from tongxin.core.sheets.template import write_template
from tongxin.imports.access import get_importer, get_run
from tongxin.imports.exports.refused import refused_rows
from tongxin.imports.queries.open_run import open_run

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@signed_in
@require_safe
def template(request: HttpRequest, kind: str) -> HttpResponse:
    """An empty spreadsheet with our titles, an example and how each column is filled in."""
    importer = get_importer(request.actor, kind)  # type: ignore[attr-defined]
    made = BytesIO()
    write_template(made, str(importer.label), importer.columns)
    return _sent(made, _("%(kind)s模板.xlsx") % {"kind": importer.label})


@signed_in
@require_safe
def refused(request: HttpRequest, pk: UUID) -> HttpResponse:
    """The rows that cannot go in, each with its reasons, to be mended and given back."""
    actor: Any = request.actor  # type: ignore[attr-defined]
    run = get_run(actor, pk)
    made = BytesIO()
    refused_rows(open_run(actor, clock.now(), run), made)
    return _sent(made, _("%(name)s没进的行.xlsx") % {"name": Path(run.filename).stem})


def _sent(made: BytesIO, name: str) -> HttpResponse:
    answer = HttpResponse(made.getvalue(), content_type=XLSX)
    answer["Content-Disposition"] = content_disposition_header(True, name)
    return answer
