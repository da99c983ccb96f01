"""Put a line in, take it back, write it anew."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from tongxin.core import clock
from tongxin.core.numbers import whole
from tongxin.goods.access import products_of
from tongxin.goods.queries.suppliers import outside_of
from tongxin.goods.words import origin
from tongxin.org.access import signed_in
from tongxin.org.models import Unit
from tongxin.purchases import actions
from tongxin.purchases.access import get_line, unit_to_change
from tongxin.purchases.forms.decided import DecidedLineForm, DecidedRewriteForm
from tongxin.purchases.models import Purchase
from tongxin.purchases.queries.lines import decision_of
from tongxin.ui.asking import Asking, ask
from tongxin.ui.fields import typed_yuan
from tongxin.ui.forms import ReasonForm
from tongxin.ui.posting import posted
from tongxin.ui.words import fullday, listed

methods = require_http_methods(["GET", "POST"])


@signed_in
@methods
def new(request: HttpRequest) -> HttpResponse:
    """A line by hand; `?product=` and `?round=` fill in what they know."""
    actor: Any = request.actor  # type: ignore[attr-defined]
    unit = unit_to_change(actor, request.GET.get("unit"))
    form = DecidedLineForm(posted(request), request.FILES or None, unit=unit, initial=_likely(request, unit))

    def do(given: dict[str, Any]) -> tuple[str, str]:
        made = actions.add_line(actor=actor, now=clock.now(), unit=unit, **form.told())
        return said_of(made), reverse("purchases:line", args=[made.pk])

    asking = Asking(_("记一笔采购"), _("记下这一笔"), reverse("purchases:lines"))
    return ask(request, form, asking, do, "purchases/line_form.html", unit=unit)


@signed_in
@methods
def counter_entry(request: HttpRequest, pk: int) -> HttpResponse:
    """Take a line back."""
    actor: Any = request.actor  # type: ignore[attr-defined]
    line = get_line(actor, pk, change=True)

    def do(given: dict[str, Any]) -> str:
        actions.take_back(actor=actor, now=clock.now(), line=line, **given)
        return _("冲掉了，两笔都留在台账里，合起来是零。")

    sentence = _("会记一笔同样金额的负数，原来那一笔不动。")
    asking = Asking(_("冲掉：%(what)s") % {"what": line.what}, _("冲掉这一笔"), _one(pk), sentence, "bad")
    return ask(request, ReasonForm(posted(request)), asking, do)


@signed_in
@methods
def rewriting(request: HttpRequest, pk: int) -> HttpResponse:
    """Take it back and write it anew."""
    actor: Any = request.actor  # type: ignore[attr-defined]
    line = get_line(actor, pk, change=True)
    initial = _kept(line) | decision_of(line)
    form = DecidedRewriteForm(posted(request), request.FILES or None, line=line, initial=initial)

    def do(given: dict[str, Any]) -> tuple[str, str]:
        made = actions.rewrite(actor=actor, now=clock.now(), line=line, **form.told())
        return _("冲掉原来的，重记好了。"), reverse("purchases:line", args=[made.pk])

    asking = Asking(_("冲掉重记：%(what)s") % {"what": line.what}, _("冲掉，按这个重记"), _one(pk))
    return ask(request, form, asking, do, "purchases/line_form.html", unit=line.unit)


def said_of(line: Purchase) -> str:
    """What is told after a line came in: a proof that ran out, a county that a scope does not list, where it counts."""
    scopes, product = list(line.scopes.all()), line.product
    if product is not None and product.proof_until is not None and product.proof_until < line.on:
        return _("记下了。它的证明到%(day)s就过期了，请供应商补一份。") % {"day": fullday(product.proof_until)}
    if outside := outside_of(scopes, line.county):
        return _("记下了。%(outside)s") % {"outside": outside}
    if len(scopes) > 1:
        return _("记下了。它同时计入%(names)s，各算各的，全部里只算一次。") % {"names": listed(scopes)}
    if not scopes:
        return _("记下了，没有计入哪个口径。")
    return _("记下了，计入%(name)s。") % {"name": scopes[0]}


def _likely(request: HttpRequest, unit: Unit) -> dict[str, Any]:
    product = products_of(unit).filter(pk=whole(request.GET.get("product")) or 0).first()
    given: dict[str, Any] = {"on": clock.today(clock.now()), "round": whole(request.GET.get("round"))}
    if product is not None:
        scopes = list(product.scopes.values_list("pk", flat=True))
        given |= {
            "product": product.pk,
            "supplier": product.supplier_id,
            "price": typed_yuan(product.price_fen),
            "scopes": scopes,
        }
    return given


def _kept(line: Purchase) -> dict[str, Any]:
    names = ("on", "what", "count", "payer", "purpose", "heads", "proof", "order_no", "words")
    kept = {name: getattr(line, name) for name in names} | {"product": line.product_id, "supplier": line.supplier_id}
    scopes = list(line.scopes.values_list("pk", flat=True))
    number = line.invoice.number if line.invoice else ""
    place = origin(line.county, line.village)
    return {
        **kept, "fen": typed_yuan(line.fen), "origin": place, "scopes": scopes, "invoice_no": number, "round": line.round_id,
        "count": f"{line.count.normalize():f}",
    }  # fmt: skip


def _one(pk: int) -> str:
    return reverse("purchases:line", args=[pk])
