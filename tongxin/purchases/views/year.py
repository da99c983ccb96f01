"""The year: tasks against what was spent, and where it went."""

from __future__ import annotations

from typing import Any

from django.http import FileResponse, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from tongxin.core import clock
from tongxin.core.numbers import whole
from tongxin.org.access import signed_in
from tongxin.purchases.access import may_change, unit_to_read
from tongxin.purchases.exports import write_ledger
from tongxin.purchases.queries.ledger import Wanted, exported, years_of
from tongxin.purchases.queries.lines import invoices_of
from tongxin.purchases.queries.year import year_of
from tongxin.ui.downloads import spreadsheet

FIRST, LAST = 1990, 2100


@signed_in
@require_safe
def year(request: HttpRequest) -> HttpResponse:
    """For who reads the unit's money; the newest year with lines where none is asked for."""
    actor: Any = request.actor  # type: ignore[attr-defined]
    unit = unit_to_read(actor, request.GET.get("unit"))
    page = year_of(unit, wanted_year(request) or newest_year(unit))
    return render(request, "purchases/year.html", {"page": page, "unit": unit, "changes": may_change(actor, unit)})


@signed_in
@require_safe
def export(request: HttpRequest) -> FileResponse:
    """The year's ledger with its sum, scopes by payer, and invoices."""
    actor: Any = request.actor  # type: ignore[attr-defined]
    unit = unit_to_read(actor, request.GET.get("unit"))
    number = wanted_year(request) or newest_year(unit)
    lines, invoices = exported(unit, Wanted(year=number)), invoices_of(unit, number)
    return spreadsheet(_("%(year)s年采购台账") % {"year": number}, lambda target: write_ledger(target, lines, invoices))


def wanted_year(request: HttpRequest) -> int | None:
    """The year in the address."""
    number = whole(request.GET.get("year"))
    return number if number is not None and FIRST <= number <= LAST else None


def newest_year(unit: Any) -> int:
    """This year, or the newest before it that has lines."""
    this = clock.today(clock.now()).year
    known = years_of(unit)
    return this if this in known or not known else max(known)
