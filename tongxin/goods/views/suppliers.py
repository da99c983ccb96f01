"""Suppliers: the list, one of them, the spreadsheet of what they sell."""

from __future__ import annotations

from typing import Any

from django.http import FileResponse, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from tongxin.core import clock
from tongxin.core.numbers import whole
from tongxin.goods.access import get_supplier, products_for, require_reader
from tongxin.goods.exports import write_products
from tongxin.goods.queries.suppliers import Wanted, scopes_to_filter, supplier_page
from tongxin.goods.queries.suppliers import suppliers as suppliers_page
from tongxin.org.access import signed_in
from tongxin.org.rules.rights import MONEY_CHANGE
from tongxin.ui.downloads import spreadsheet


@signed_in
@require_safe
def suppliers(request: HttpRequest) -> HttpResponse:
    """All that the actor's units know, narrowed by words, scope and platform."""
    actor: Any = request.actor  # type: ignore[attr-defined]
    require_reader(actor)
    asked = request.GET
    wanted = Wanted(asked.get("q", "").strip()[:60], whole(asked.get("scope")), "on_832" in asked, "retired" in asked)
    found = suppliers_page(actor, wanted, asked.get("page"), clock.today(clock.now()))
    answer = {
        "page": found,
        "wanted": wanted,
        "scopes": scopes_to_filter(actor),
        "changes": actor.has_somewhere(MONEY_CHANGE),
    }
    return render(request, "goods/suppliers.html", answer)


@signed_in
@require_safe
def supplier(request: HttpRequest, pk: int) -> HttpResponse:
    """One supplier with its products."""
    actor: Any = request.actor  # type: ignore[attr-defined]
    found = get_supplier(actor, pk)
    page = supplier_page(actor, found, clock.today(clock.now()))
    return render(request, "goods/supplier.html", {"page": page, "supplier": found})


@signed_in
@require_safe
def export(request: HttpRequest) -> FileResponse:
    """All products in use, as a spreadsheet."""
    actor: Any = request.actor  # type: ignore[attr-defined]
    require_reader(actor)
    rows = products_for(actor).filter(retired_at=None, supplier__retired_at=None)
    rows = rows.select_related("supplier").prefetch_related("scopes")
    return spreadsheet(_("供应商产品"), lambda target: write_products(target, rows))
