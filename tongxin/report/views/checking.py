"""Check a finished file against the records: 核对一份文件."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods

from tongxin.core.refusals import Refused
from tongxin.org.access import require_somewhere, signed_in
from tongxin.report.access import SUMMARY_READ, units_to_tell
from tongxin.report.forms.summaries import CheckForm
from tongxin.report.queries.check_document import check_document, place_of
from tongxin.report.queries.remark_words import suggestion, title


@signed_in
@require_http_methods(["GET", "POST"])
def check(request: HttpRequest) -> HttpResponse:
    """Upload, compare, list; nothing of the file is kept."""
    actor: Any = request.actor  # type: ignore[attr-defined]
    require_somewhere(actor, SUMMARY_READ)
    form = CheckForm(request.POST or None, request.FILES or None, units=units_to_tell(actor, SUMMARY_READ))
    context: dict[str, Any] = {"form": form}
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data
        try:
            found = check_document(given["file"], actor, unit=given["unit"], year=given["year"])
            lines = [(remark, title(remark), place_of(remark), suggestion(remark)) for remark in found.remarks]
            context |= {"check": found, "lines": lines, "file_name": given["file"].name}
        except Refused as refusal:
            form.refuse(refusal)
    return render(request, "report/summaries/check.html", context, status=422 if form.errors else 200)
