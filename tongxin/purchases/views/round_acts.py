"""Buy a round's pack, accept it, settle the round."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from tongxin.core import clock
from tongxin.org.access import signed_in
from tongxin.purchases import actions
from tongxin.purchases.access import get_acceptance, get_round_to_buy
from tongxin.purchases.forms.lines import AcceptForm, PackForm, SettleForm
from tongxin.purchases.queries.money import money_of
from tongxin.ui.asking import Asking, ask
from tongxin.ui.fields import typed_yuan
from tongxin.ui.forms import ReasonForm
from tongxin.ui.posting import posted
from tongxin.ui.words import colon, yuan
from tongxin.welfare.models import Pack

methods = require_http_methods(["GET", "POST"])


@signed_in
@methods
def buying(request: HttpRequest, pk: int, pack: int) -> HttpResponse:
    """So many of a pack, from the one whose quotation was chosen."""
    actor: Any = request.actor  # type: ignore[attr-defined]
    found = _pack(actor, pk, pack)
    form = PackForm(posted(request), unit=found.round.unit, initial=_likely(found))

    def do(given: dict[str, Any]) -> str:
        made = actions.buy_pack(actor=actor, now=clock.now(), pack=found, **given)
        return _("记下了，分成%(n)s笔，一共%(sum)s。") % {"n": len(made), "sum": yuan(sum(line.fen for line in made))}

    asking = Asking(_("买礼包：%(pack)s") % {"pack": found}, _("记下采购"), _round(pk))
    return ask(request, form, asking, do, "purchases/pack_form.html", pack=found, unit=found.round.unit)


@signed_in
@methods
def acceptance(request: HttpRequest, pk: int, pack: int) -> HttpResponse:
    """A load of a pack came."""
    actor: Any = request.actor  # type: ignore[attr-defined]
    found = _pack(actor, pk, pack)
    form = AcceptForm(posted(request), initial={"on": clock.today(clock.now()), "bad": 0})

    def do(given: dict[str, Any]) -> str:
        actions.accept(actor=actor, now=clock.now(), pack=found, **given)
        return _("验收记下了。")

    asking = Asking(_("验收：%(pack)s") % {"pack": found}, _("记下验收"), _round(pk))
    return ask(request, form, asking, do)


@signed_in
@methods
def acceptance_removal(request: HttpRequest, pk: int) -> HttpResponse:
    """It was put down wrongly."""
    actor: Any = request.actor  # type: ignore[attr-defined]
    found = get_acceptance(actor, pk)

    def do(given: dict[str, Any]) -> str:
        actions.withdraw_acceptance(actor=actor, now=clock.now(), acceptance=found, **given)
        return _("去掉了。")

    title = _("去掉验收：%(pack)s") % {"pack": found.pack}
    asking = Asking(title, _("去掉验收"), _round(found.round_id), colon(found.by, found.came), "bad")
    return ask(request, ReasonForm(posted(request)), asking, do)


@signed_in
@methods
def settlement(request: HttpRequest, pk: int) -> HttpResponse:
    """Close the accounts."""
    actor: Any = request.actor  # type: ignore[attr-defined]
    round = get_round_to_buy(actor, pk)

    def do(given: dict[str, Any]) -> str:
        actions.settle(actor=actor, now=clock.now(), round=round, **given)
        return _("结算好了，结算表可以打印了。")

    money = money_of(round)
    facts = {"spent": yuan(money.spent), "given": money.given, "left": money.left}
    sentence = _("一共花了%(spent)s，发了%(given)s份，剩%(left)s份。结算以后只能冲账。") % facts
    asking = Asking(_("结算“%(title)s”") % {"title": round.title}, _("结算"), _round(pk), sentence)
    return ask(request, SettleForm(posted(request)), asking, do)


def _pack(actor: Any, pk: int, pack: int) -> Pack:
    round = get_round_to_buy(actor, pk)
    found = Pack.objects.filter(pk=pack, round=round).first()
    if found is None:
        raise Http404
    found.round = round
    return found


def _likely(pack: Pack) -> dict[str, Any]:
    """The chosen quotation's supplier and price; as many as are still missing for all who are entitled."""
    chosen = pack.quotes.filter(chosen=True).first()
    single = pack.items.values_list("product__supplier", flat=True).distinct()
    supplier = chosen.supplier_id if chosen else single[0] if len(single) == 1 else None
    price = chosen.fen if chosen else pack.price_fen
    return {"on": clock.today(clock.now()), "supplier": supplier, "price": typed_yuan(price), "count": pack.stock}


def _round(pk: int) -> str:
    return reverse("purchases:round", args=[pk])
