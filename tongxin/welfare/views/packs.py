"""Packs of a round: put together, priced, quoted, shown."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods

from tongxin.core import clock
from tongxin.core.refusals import Refused
from tongxin.goods.access import products_of, suppliers_of
from tongxin.goods.models import Product
from tongxin.org.access import signed_in
from tongxin.ui.asking import Asking, ask
from tongxin.ui.forms import Form
from tongxin.ui.posting import posted, refuse
from tongxin.welfare import actions
from tongxin.welfare.access import get_pack_to_run, get_round_to_run
from tongxin.welfare.actions.turning import require_possible
from tongxin.welfare.forms.packs import PackForm, PictureForm, QuotesForm
from tongxin.welfare.forms.rounds import StockForm
from tongxin.welfare.models import Pack, Round
from tongxin.welfare.queries.packs import PackView, packs_of
from tongxin.welfare.views.acting import asked

LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


@require_http_methods(["GET", "POST"])
@signed_in
def new_pack(request: HttpRequest, pk: int) -> HttpResponse:
    """One more."""
    found = get_round_to_run(request.actor, pk)  # type: ignore[attr-defined]
    require_possible(found, "set_pack")
    return _edited(request, found, None)


@require_http_methods(["GET", "POST"])
@signed_in
def pack(request: HttpRequest, pk: int, pack: int) -> HttpResponse:
    """What is in it; saved at the prices of today."""
    found = get_pack_to_run(request.actor, pk, pack)  # type: ignore[attr-defined]
    require_possible(found.round, "set_pack")
    return _edited(request, found.round, found)


def _edited(request: HttpRequest, round: Round, held: Pack | None) -> HttpResponse:
    views = packs_of(round)
    shown = next((each for each in views if held and each.pk == held.pk), None)
    letter = LETTERS[len(views) % len(LETTERS)]
    form = PackForm(posted(request), products=_products(round, shown), pack=shown, letter=letter)
    if request.method == "POST" and "more" not in request.POST and form.is_valid():
        try:
            made = actions.set_pack(actor=request.actor, now=clock.now(), round=round, pack=held, **form.told())  # type: ignore[attr-defined]
        except Refused as refusal:
            refuse(form, refusal)
        else:
            messages.success(request, _("存好了，按现在的价格算。"))
            return redirect(f"{reverse('welfare:round', args=[round.pk])}#pack-{made.pk}")
    status = 422 if request.method == "POST" and "more" not in request.POST else 200
    context = {"round": round, "pack": shown, "form": form, "head_fen": sum(each.fen for each in round.shares.all())}
    return render(request, "welfare/pack.html", context, status=status)


def _products(round: Round, shown: PackView | None) -> list[Any]:
    """What the unit may buy, and what is in the pack already."""
    kept = Product.objects.filter(pk__in=[item.product for item in shown.items] if shown else ()).select_related(
        "supplier"
    )
    return list({each.pk: each for each in (*products_of(round.unit), *kept)}.values())


@require_http_methods(["GET", "POST"])
@signed_in
def removal(request: HttpRequest, pk: int, pack: int) -> HttpResponse:
    """Asks once."""
    found = get_pack_to_run(request.actor, pk, pack)  # type: ignore[attr-defined]
    require_possible(found.round, "drop_pack")

    def do(_given: dict[str, Any]) -> str:
        actions.drop_pack(actor=request.actor, now=clock.now(), pack=found)  # type: ignore[attr-defined]
        return _("去掉了。")

    url = reverse("welfare:round", args=[pk])
    words = _("“%(pack)s”和它的报价一起去掉。") % {"pack": found}
    asking = Asking(_("去掉礼包"), _("去掉礼包"), url, words, "bad")
    return ask(request, Form(posted(request)), asking, do, "welfare/act.html", round=found.round)


@require_http_methods(["GET", "POST"])
@signed_in
def stock(request: HttpRequest, pk: int, pack: int) -> HttpResponse:
    """More of it, or fewer, while people choose."""
    found = get_pack_to_run(request.actor, pk, pack)  # type: ignore[attr-defined]
    form = StockForm(posted(request), initial={"stock": found.stock})

    def act(*, round: Round, **given: Any) -> None:
        actions.restock(pack=found, **given)

    taken, kept = found.pool.taken if found.pool else 0, _("写的原因留在福利页上。")
    about = ngettext("%(pack)s有%(n)s人选了，不能少于这个数。", "%(pack)s有%(n)s人选了，不能少于这个数。", taken)
    none = _("%(pack)s还没有人选。")
    sentence = f"{(about if taken else none) % {'pack': found, 'n': taken}}{kept}"
    words = (_("改数量"), sentence, _("数量改了。"))
    return asked(request, found.round, "restock", form, act, words=words)


@require_http_methods(["GET", "POST"])
@signed_in
def picture(request: HttpRequest, pk: int, pack: int) -> HttpResponse:
    """One picture, instead of the one before."""
    found = get_pack_to_run(request.actor, pk, pack)  # type: ignore[attr-defined]
    form = PictureForm(posted(request), request.FILES or None)
    if request.method == "POST" and form.is_valid():
        try:
            actions.show_pack(actor=request.actor, now=clock.now(), pack=found, upload=form.cleaned_data["upload"])  # type: ignore[attr-defined]
        except Refused as refusal:
            refuse(form, refusal)
        else:
            messages.success(request, _("照片传好了。"))
            return redirect("welfare:round", pk=pk)
    context = {"round": found.round, "pack": found, "form": form}
    return render(request, "welfare/picture.html", context, status=422 if form.errors else 200)


@require_http_methods(["GET", "POST"])
@signed_in
def quotes(request: HttpRequest, pk: int, pack: int) -> HttpResponse:
    """Suppliers' quotations side by side."""
    found = get_pack_to_run(request.actor, pk, pack)  # type: ignore[attr-defined]
    require_possible(found.round, "set_quotes")
    shown = next(each for each in packs_of(found.round) if each.pk == found.pk)
    form = QuotesForm(posted(request), suppliers=_suppliers(found, shown), pack=shown)
    if request.method == "POST" and form.is_valid():
        try:
            actions.set_quotes(actor=request.actor, now=clock.now(), pack=found, **form.told())  # type: ignore[attr-defined]
        except Refused as refusal:
            refuse(form, refusal)
        else:
            messages.success(request, _("报价存好了。"))
            return redirect(f"{reverse('welfare:round', args=[pk])}#pack-{found.pk}")
    context = {"round": found.round, "pack": shown, "form": form}
    return render(request, "welfare/quotes.html", context, status=422 if request.method == "POST" else 200)


def _suppliers(pack: Pack, shown: PackView) -> list[Any]:
    kept = {each.supplier_id: each.supplier for each in pack.quotes.select_related("supplier")}
    return list({**{each.pk: each for each in suppliers_of(pack.round.unit)}, **kept}.values())


@require_http_methods(["GET", "POST"])
@signed_in
def prices(request: HttpRequest, pk: int) -> HttpResponse:
    """All packs at the prices of today."""
    found = get_round_to_run(request.actor, pk)  # type: ignore[attr-defined]
    words = (_("按现在的价格算"), _("礼包里的东西都改成产品现在的单价。"), _("价格更新了。"))
    return asked(request, found, "reprice", Form(posted(request)), actions.reprice, words=words)
