"""Invoices: those of a year, one of them, put down, void."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from tongxin.core import clock
from tongxin.org.access import signed_in
from tongxin.purchases import actions
from tongxin.purchases.access import get_invoice, may_change, unit_to_change, unit_to_read
from tongxin.purchases.forms.lines import InvoiceForm
from tongxin.purchases.queries.ledger import years_of
from tongxin.purchases.queries.lines import invoice_page, invoices_of
from tongxin.purchases.views.year import newest_year, wanted_year
from tongxin.ui.asking import Asking, ask
from tongxin.ui.forms import ReasonForm
from tongxin.ui.posting import posted

methods = require_http_methods(["GET", "POST"])


@signed_in
@require_safe
def invoices(request: HttpRequest) -> HttpResponse:
    """Each with what its lines add up to."""
    actor: Any = request.actor  # type: ignore[attr-defined]
    unit = unit_to_read(actor, request.GET.get("unit"))
    year, voided = wanted_year(request) or newest_year(unit), "voided" in request.GET
    answer = {
        "rows": invoices_of(unit, year, voided=voided), "year": year, "voided": voided, "unit": unit,
        "years": sorted({*years_of(unit), year}, reverse=True), "changes": may_change(actor, unit),
    }  # fmt: skip
    return render(request, "purchases/invoices.html", answer)


@signed_in
@require_safe
def invoice(request: HttpRequest, pk: int) -> HttpResponse:
    """One invoice with its lines."""
    actor: Any = request.actor  # type: ignore[attr-defined]
    found = get_invoice(actor, pk)
    return render(request, "purchases/invoice.html", {"page": invoice_page(actor, found), "invoice": found})


@signed_in
@methods
def new(request: HttpRequest) -> HttpResponse:
    """Put one down before its lines."""
    actor: Any = request.actor  # type: ignore[attr-defined]
    unit = unit_to_change(actor, request.GET.get("unit"))
    form = InvoiceForm(posted(request), unit=unit, initial={"dated": clock.today(clock.now())})

    def do(given: dict[str, Any]) -> tuple[str, str]:
        made = actions.add_invoice(actor=actor, now=clock.now(), unit=unit, **given)
        return _("登记了，记采购时写上号码就挂上去。"), reverse("purchases:invoice", args=[made.pk])

    asking = Asking(_("登记发票"), _("登记发票"), reverse("purchases:invoices"))
    return ask(request, form, asking, do, "purchases/invoice_form.html", unit=unit)


@signed_in
@methods
def voiding(request: HttpRequest, pk: int) -> HttpResponse:
    """It is worth nothing any more."""
    actor: Any = request.actor  # type: ignore[attr-defined]
    found = get_invoice(actor, pk, change=True)

    def do(given: dict[str, Any]) -> str:
        actions.void_invoice(actor=actor, now=clock.now(), invoice=found, **given)
        return _("作废了，号码可以再登记。")

    back = reverse("purchases:invoice", args=[pk])
    asking = Asking(_("作废发票%(number)s") % {"number": found.number}, _("作废发票"), back, "", "bad")
    return ask(request, ReasonForm(posted(request)), asking, do)
