"""The money and goods of a round: its page, its papers."""

from __future__ import annotations

from typing import Any

from django.http import FileResponse, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.utils.translation import override
from django.views.decorators.http import require_safe

from tongxin.core import clock
from tongxin.org.access import signed_in
from tongxin.partners.queries.links import links_of
from tongxin.purchases import panels
from tongxin.purchases.access import get_round_to_read, may_change
from tongxin.purchases.exports import write_settlement
from tongxin.purchases.papers import write_settlement_paper
from tongxin.purchases.partner import KEY
from tongxin.purchases.queries.money import money_of
from tongxin.purchases.rules.rounds import BUYING, SETTLING
from tongxin.ui.downloads import download, spreadsheet


@signed_in
@require_safe
def round_money(request: HttpRequest, pk: int) -> HttpResponse:
    """Bought, accepted, given, left; by payer against what was approved."""
    actor, now = request.actor, clock.now()  # type: ignore[attr-defined]
    round = get_round_to_read(actor, pk)
    money, changes = money_of(round), may_change(actor, round.unit)
    buys = changes and money.settlement is None and round.state in BUYING
    answer = {
        "money": money, "round": round, "buys": buys, "settles": buys and round.state in SETTLING and bool(money.lines),
        "links": links_of(KEY, pk, now), "purpose": KEY, "goods": panels.bought(money.lines), "changes": changes,
    }  # fmt: skip
    return render(request, "purchases/round.html", answer)


@signed_in
@require_safe
def paper(request: HttpRequest, pk: int) -> FileResponse:
    """The settlement with places to sign, as DOCX. Always Chinese."""
    actor: Any = request.actor  # type: ignore[attr-defined]
    round = get_round_to_read(actor, pk)
    money, today = money_of(round), clock.today(clock.now())
    with override("zh-hans"):
        name = _("%(title)s采购结算表.docx") % {"title": round.title}
        return download(name, lambda target: write_settlement_paper(target, money, today))


@signed_in
@require_safe
def sheet(request: HttpRequest, pk: int) -> FileResponse:
    """The settlement as a spreadsheet."""
    actor: Any = request.actor  # type: ignore[attr-defined]
    round = get_round_to_read(actor, pk)
    money = money_of(round)
    return spreadsheet(_("%(title)s采购结算") % {"title": round.title}, lambda target: write_settlement(target, money))
