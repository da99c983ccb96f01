"""Add, change, retire and take back a supplier."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from tongxin.core import clock
from tongxin.goods import actions
from tongxin.goods.access import get_supplier, unit_to_change
from tongxin.goods.forms.suppliers import SupplierForm, kept_supplier
from tongxin.org.access import signed_in
from tongxin.ui.asking import Asking, ask
from tongxin.ui.forms import ReasonForm
from tongxin.ui.posting import posted

methods = require_http_methods(["GET", "POST"])


@signed_in
@methods
def new(request: HttpRequest) -> HttpResponse:
    """A new supplier."""
    actor: Any = request.actor  # type: ignore[attr-defined]
    unit = unit_to_change(actor, request.GET.get("unit"))

    def do(given: dict[str, Any]) -> tuple[str, str]:
        made = actions.add_supplier(actor=actor, now=clock.now(), unit=unit, **given)
        return _("记下了。接着加它的产品。"), reverse("goods:supplier", args=[made.pk])

    asking = Asking(_("登记供应商"), _("记下供应商"), reverse("goods:suppliers"))
    return ask(request, SupplierForm(posted(request)), asking, do, "goods/supplier_form.html", unit=unit)


@signed_in
@methods
def edit(request: HttpRequest, pk: int) -> HttpResponse:
    """Change what is known of it."""
    actor: Any = request.actor  # type: ignore[attr-defined]
    supplier = get_supplier(actor, pk, change=True)
    form = SupplierForm(posted(request), initial=kept_supplier(supplier))

    def do(given: dict[str, Any]) -> str:
        actions.edit_supplier(actor=actor, now=clock.now(), supplier=supplier, **given)
        return _("改好了。")

    asking = Asking(_("改供应商：%(name)s") % {"name": supplier.name}, _("改好了"), _one(pk))
    return ask(request, form, asking, do, "goods/supplier_form.html", unit=supplier.unit)


@signed_in
@methods
def retirement(request: HttpRequest, pk: int) -> HttpResponse:
    """Nothing more is bought there."""
    actor: Any = request.actor  # type: ignore[attr-defined]
    supplier = get_supplier(actor, pk, change=True)

    def do(given: dict[str, Any]) -> str:
        actions.retire_supplier(actor=actor, now=clock.now(), supplier=supplier, **given)
        return _("停用了，以前买的都在。")

    sentence = _("以后记采购时不再列出来，以前买的都留着。")
    asking = Asking(_("停用：%(name)s") % {"name": supplier.name}, _("停用供应商"), _one(pk), sentence, "bad")
    return ask(request, ReasonForm(posted(request)), asking, do)


@signed_in
@methods
def reinstatement(request: HttpRequest, pk: int) -> HttpResponse:
    """Taken back into use."""
    actor: Any = request.actor  # type: ignore[attr-defined]
    supplier = get_supplier(actor, pk, change=True)

    def do(given: dict[str, Any]) -> str:
        actions.reinstate_supplier(actor=actor, now=clock.now(), supplier=supplier, **given)
        return _("又可以买它家的了。")

    asking = Asking(_("恢复：%(name)s") % {"name": supplier.name}, _("恢复使用"), _one(pk))
    return ask(request, ReasonForm(posted(request)), asking, do)


def _one(pk: int) -> str:
    return reverse("goods:supplier", args=[pk])
