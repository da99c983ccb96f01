"""Add, change and retire a product, take it back into use; keep what proves it."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from tongxin.core import clock
from tongxin.files.models import Attachment
from tongxin.goods import actions
from tongxin.goods.access import get_product, get_supplier, scopes_of
from tongxin.goods.forms.suppliers import ProductForm, UploadForm, kept_product
from tongxin.goods.models import Product
from tongxin.org.access import label_of, signed_in
from tongxin.ui.asking import Asking, ask
from tongxin.ui.forms import Form, ReasonForm
from tongxin.ui.posting import posted

methods = require_http_methods(["GET", "POST"])


@signed_in
@methods
def new(request: HttpRequest, pk: int) -> HttpResponse:
    """A product of the supplier."""
    actor: Any = request.actor  # type: ignore[attr-defined]
    supplier = get_supplier(actor, pk, change=True)
    form = ProductForm(posted(request), scopes=scopes_of(supplier.unit))

    def do(given: dict[str, Any]) -> str:
        actions.add_product(actor=actor, now=clock.now(), supplier=supplier, **form.told())
        return _("加上了。")

    asking = Asking(_("加产品：%(name)s") % {"name": supplier.name}, _("加上产品"), _of(supplier.pk))
    return ask(request, form, asking, do, "goods/product_form.html")


@signed_in
@methods
def edit(request: HttpRequest, pk: int) -> HttpResponse:
    """Its price, its origin, its proof."""
    actor: Any = request.actor  # type: ignore[attr-defined]
    product = get_product(actor, pk, change=True)
    scopes = scopes_of(product.supplier.unit) | product.scopes.all()
    form = ProductForm(posted(request), scopes=scopes.distinct(), initial=kept_product(product))

    def do(given: dict[str, Any]) -> str:
        actions.edit_product(actor=actor, now=clock.now(), product=product, **form.told())
        return _("改好了，以前买的还按以前的价格。")

    asking = Asking(_("改产品：%(name)s") % {"name": product.name}, _("改好了"), _of(product.supplier_id))
    return ask(request, form, asking, do, "goods/product_form.html")


@signed_in
@methods
def retirement(request: HttpRequest, pk: int) -> HttpResponse:
    """It is not offered any more."""
    actor: Any = request.actor  # type: ignore[attr-defined]
    product = get_product(actor, pk, change=True)

    def do(given: dict[str, Any]) -> str:
        actions.retire_product(actor=actor, now=clock.now(), product=product, **given)
        return _("不再列出来了，以前买的都在。")

    asking = Asking(_("停用：%(name)s") % {"name": product.name}, _("停用产品"), _of(product.supplier_id), "", "bad")
    return ask(request, ReasonForm(posted(request)), asking, do)


@signed_in
@methods
def reinstatement(request: HttpRequest, pk: int) -> HttpResponse:
    """It is offered again."""
    actor: Any = request.actor  # type: ignore[attr-defined]
    product = get_product(actor, pk, change=True)

    def do(given: dict[str, Any]) -> str:
        actions.reinstate_product(actor=actor, now=clock.now(), product=product, **given)
        return _("又列出来了，价格还是原来的，看看要不要改。")

    asking = Asking(_("恢复：%(name)s") % {"name": product.name}, _("恢复产品"), _of(product.supplier_id))
    return ask(request, ReasonForm(posted(request)), asking, do)


@signed_in
@methods
def proof(request: HttpRequest, pk: int) -> HttpResponse:
    """Keep a paper that proves it."""
    actor: Any = request.actor  # type: ignore[attr-defined]
    product = get_product(actor, pk, change=True)

    def do(given: dict[str, Any]) -> str:
        actions.keep_proof(actor=actor, now=clock.now(), product=product, **given)
        return _("传上去了。")

    asking = Asking(_("传证明：%(name)s") % {"name": product.name}, _("传上去"), _of(product.supplier_id))
    form = UploadForm(posted(request), request.FILES or None)
    return ask(request, form, asking, do, "ui/upload.html")


@signed_in
@methods
def proof_away(request: HttpRequest, pk: int, file: UUID) -> HttpResponse:
    """Take such a paper away."""
    actor: Any = request.actor  # type: ignore[attr-defined]
    product = get_product(actor, pk, change=True)
    kept = get_object_or_404(Attachment, pk=file, thing_type=label_of(Product()), thing_id=pk)

    def do(given: dict[str, Any]) -> str:
        actions.discard_proof(actor=actor, now=clock.now(), product=product, attachment=kept)
        return _("拿掉了。")

    asking = Asking(_("拿掉“%(name)s”") % {"name": kept.name}, _("拿掉材料"), _of(product.supplier_id), "", "bad")
    return ask(request, Form(posted(request)), asking, do)


def _of(supplier: int) -> str:
    return reverse("goods:supplier", args=[supplier])
