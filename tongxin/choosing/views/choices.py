"""Who chose what, for officers; the list and the addresses as spreadsheets; choosing for somebody."""

from __future__ import annotations

from io import BytesIO
from typing import Any, Final

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.http import content_disposition_header
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from tongxin.choosing import actions
from tongxin.choosing.access import get_entitled_to_run
from tongxin.choosing.exports import addresses_sheet, choices_sheet
from tongxin.choosing.forms.choose_for import ChooseForForm
from tongxin.choosing.queries.listing import all_lines, listing
from tongxin.choosing.queries.own import pack_held
from tongxin.core import clock
from tongxin.core.numbers import whole
from tongxin.org.access import signed_in
from tongxin.ui.asking import Asking, ask
from tongxin.ui.posting import posted
from tongxin.welfare.access import get_round, get_round_to_run, require_reader

XLSX: Final = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@require_safe
@signed_in
def choices(request: HttpRequest, pk: int) -> HttpResponse:
    """One tab of the list, by unit, searchable."""
    actor: Any = request.actor  # type: ignore[attr-defined]
    round, asked = get_round(actor, pk), request.GET
    require_reader(actor)
    page = listing(
        actor, round, tab=asked.get("tab", ""), unit=whole(asked.get("unit", "")) or 0, text=asked.get("q", ""),
        page=asked.get("page", "1"),
    )  # fmt: skip
    return render(request, "choosing/choices.html", {"round": round, "list": page})


@require_safe
@signed_in
def export(request: HttpRequest, pk: int) -> HttpResponse:
    """The tab as a spreadsheet."""
    actor: Any = request.actor  # type: ignore[attr-defined]
    round = get_round(actor, pk)
    require_reader(actor)
    lines = all_lines(actor, round, request.GET.get("tab", ""))
    return _file(choices_sheet(lines), _("%(title)s选礼包") % {"title": round.title})


@require_POST
@signed_in
def addresses(request: HttpRequest, pk: int) -> HttpResponse:
    """The addresses for the carrier; that they were taken out is on record."""
    actor: Any = request.actor  # type: ignore[attr-defined]
    round = get_round_to_run(actor, pk)
    found = actions.export_addresses(actor=actor, now=clock.now(), round=round)
    return _file(addresses_sheet(found), _("%(title)s送货地址") % {"title": round.title})


@require_http_methods(["GET", "POST"])
@signed_in
def choosing_for(request: HttpRequest, pk: int, entitled: int) -> HttpResponse:
    """For somebody who cannot."""
    actor: Any = request.actor  # type: ignore[attr-defined]
    line = get_entitled_to_run(actor, pk, entitled)
    form = ChooseForForm(posted(request), round=line.round, initial={"pack": pack_held(line)})

    def do(given: dict[str, Any]) -> str:
        actions.choose_for(actor=actor, now=clock.now(), entitled=line, **given)
        return _("选好了，本人会收到通知。")

    title = _("替%(name)s选") % {"name": line.person.name}
    back_url = reverse("choosing:choices", args=[pk])
    asking = Asking(title, _("替他选"), back_url, _("超过数量的选不了；原来选的会让出来。"))
    return ask(request, form, asking, do, "choosing/act.html", round=line.round)


def _file(book: BytesIO, name: str) -> HttpResponse:
    answer = HttpResponse(book.getvalue(), content_type=XLSX)
    answer["Content-Disposition"] = content_disposition_header(True, f"{name}.xlsx")
    return answer
