"""The list of a slot: who is in, who waits, what to do about it."""

from __future__ import annotations

from typing import Final

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.http import content_disposition_header
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from tongxin.core import clock
from tongxin.core.refusals import Refused
from tongxin.org.access import signed_in
from tongxin.signups.access import get_slot_to_run
from tongxin.signups.exports import list_sheet
from tongxin.signups.models import Slot
from tongxin.signups.queries.list_page import TABS, found, list_page, rows_of

XLSX: Final = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@require_safe
@signed_in
def list_(request: HttpRequest, pk: int, slot_pk: int) -> HttpResponse:
    """One tab of it, searchable."""
    slot = _slot(request, pk, slot_pk)
    asked = request.GET
    page = list_page(slot, clock.now(), asked.get("tab", ""), asked.get("q", ""), asked.get("page", "1"))
    return render(request, "signups/list.html", {"activity": slot.activity, "slot": slot, "list": page})


@require_safe
@signed_in
def export(request: HttpRequest, pk: int, slot_pk: int) -> HttpResponse:
    """The tab as a spreadsheet."""
    slot = _slot(request, pk, slot_pk)
    assert slot.pool is not None
    tab = request.GET.get("tab", "in")
    rows = rows_of(slot, found(slot.pool, tab if tab in TABS else "in"))
    name = _("%(title)s报名表") % {"title": slot.pool.label}
    book = list_sheet(_("报名表"), slot.activity.questions.all(), rows)
    answer = HttpResponse(book.getvalue(), content_type=XLSX)
    answer["Content-Disposition"] = content_disposition_header(True, f"{name}.xlsx")
    return answer


def _slot(request: HttpRequest, pk: int, slot_pk: int) -> Slot:
    slot = get_slot_to_run(request.actor, pk, slot_pk)  # type: ignore[attr-defined]
    if slot.pool is None:
        raise Refused("signup.not_open", _("这里没有开报名。"), status=404)
    return slot
