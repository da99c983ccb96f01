"""The ledger, and one of its lines."""

from __future__ import annotations

from typing import Any

from django.http import FileResponse, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from tongxin.core.numbers import whole
from tongxin.goods.access import scopes_ever
from tongxin.org.access import signed_in
from tongxin.purchases.access import get_line, may_change, unit_to_read
from tongxin.purchases.exports import write_ledger
from tongxin.purchases.queries.ledger import WHOLE, Wanted, exported, ledger, years_of
from tongxin.purchases.queries.lines import line_page
from tongxin.purchases.views.year import newest_year, wanted_year
from tongxin.purchases.words import PAYERS
from tongxin.ui.downloads import spreadsheet


@signed_in
@require_safe
def lines(request: HttpRequest) -> HttpResponse:
    """The lines of a year with the running sum, narrowed by scope, payer, month, origin, words."""
    actor: Any = request.actor  # type: ignore[attr-defined]
    unit = unit_to_read(actor, request.GET.get("unit"))
    wanted = _wanted(request, unit)
    answer = {
        "found": ledger(unit, wanted, request.GET.get("page")), "wanted": wanted, "unit": unit, "payers": PAYERS.items(),
        "scopes": scopes_ever(unit), "years": sorted({*years_of(unit), wanted.year or 0}, reverse=True), "months": range(1, 13),
        "changes": may_change(actor, unit), "asked": request.GET.urlencode(),
    }  # fmt: skip
    return render(request, "purchases/lines.html", answer)


@signed_in
@require_safe
def export(request: HttpRequest) -> FileResponse:
    """What the list shows, all of it."""
    actor: Any = request.actor  # type: ignore[attr-defined]
    unit = unit_to_read(actor, request.GET.get("unit"))
    wanted = _wanted(request, unit)
    found = exported(unit, wanted)
    return spreadsheet(_("%(year)s年采购台账") % {"year": wanted.year}, lambda target: write_ledger(target, found))


@signed_in
@require_safe
def line(request: HttpRequest, pk: int) -> HttpResponse:
    """One line: what it says, what took it back."""
    actor: Any = request.actor  # type: ignore[attr-defined]
    found = get_line(actor, pk)
    return render(request, "purchases/line.html", {"page": line_page(actor, found), "line": found})


def _wanted(request: HttpRequest, unit: Any) -> Wanted:
    asked = request.GET
    month = whole(asked.get("month"))
    scope = asked.get("scope", "")
    return Wanted(
        year=wanted_year(request) or newest_year(unit), scope=scope if scope == WHOLE or whole(scope) is not None else "",
        payer=asked.get("payer", "") if asked.get("payer", "") in PAYERS else "", month=month if month in range(1, 13) else None,
        county=asked.get("county", "")[:6], q=asked.get("q", "").strip()[:60], round=whole(asked.get("round")),
        supplier=whole(asked.get("supplier")), open_invoice="open_invoice" in asked,
    )  # fmt: skip
