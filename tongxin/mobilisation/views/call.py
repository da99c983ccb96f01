"""One call."""

from __future__ import annotations

from typing import Final

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.http import content_disposition_header
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from tongxin.core import clock
from tongxin.mobilisation.access import get_call, get_call_to_run
from tongxin.mobilisation.exports import call_sheet
from tongxin.mobilisation.queries.call import call_page
from tongxin.org.access import signed_in
from tongxin.org.rules.rights import ACTIVITIES_RUN

XLSX: Final = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@require_safe
@signed_in
def call(request: HttpRequest, pk: int) -> HttpResponse:
    """For members to take a shift, for its officers to run it."""
    actor = request.actor  # type: ignore[attr-defined]
    found = get_call(actor, pk)
    runs = actor.may(ACTIVITIES_RUN, found.unit)
    context = {"call": found, "page": call_page(actor, found, clock.now())}
    return render(request, "mobilisation/call_desk.html" if runs else "mobilisation/call.html", context)


@require_safe
@signed_in
def export(request: HttpRequest, pk: int) -> HttpResponse:
    """All its volunteers as a spreadsheet."""
    found = get_call_to_run(request.actor, pk)  # type: ignore[attr-defined]
    answer = HttpResponse(call_sheet(found).getvalue(), content_type=XLSX)
    name = _("%(title)s志愿者") % {"title": found.title}
    answer["Content-Disposition"] = content_disposition_header(True, f"{name}.xlsx")
    return answer
