"""Quotations of a pack, side by side."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.utils.translation import gettext as _

from tongxin.core.refusals import Refused
from tongxin.goods.access import suppliers_of
from tongxin.goods.models import Supplier
from tongxin.org.actor import Actor
from tongxin.welfare.access import require_run
from tongxin.welfare.actions.turning import turn
from tongxin.welfare.models import Pack, Quote, Round
from tongxin.welfare.rules.quoting import needs_reason


@dataclass(frozen=True)
class Quoted:
    """What one supplier (by id) asks for one pack, in fen."""

    supplier: int
    fen: int
    quoted_on: date | None = None
    terms: str = ""


def set_quotes(
    *, actor: Actor, now: datetime, pack: Pack, quotes: Sequence[Quoted], chosen: int | None = None, reason: str = ""
) -> None:
    """All quotations of a pack, and the supplier that is `chosen` (None: nobody yet), with the reason where it is not the
    lowest. Refuses: `access.…`, `welfare.not_possible`, `welfare.pack_gone` (404), `welfare.supplier_twice`,
    `welfare.unknown_supplier`, `welfare.chosen_without_quote`, `welfare.no_reason`.
    """
    require_run(actor, pack.round)
    told: dict[str, Any] = {"pack": str(pack)}
    with turn("set_quotes", actor=actor, now=now, round=pack.round, told=told) as held:
        if not held.packs.filter(pk=pack.pk).exists():
            raise Refused("welfare.pack_gone", _("这个礼包已经不在了。"), status=404)
        suppliers = _suppliers(held, pack, quotes)
        _require_reason(quotes, chosen, reason)
        pack.quotes.all().delete()
        Quote.objects.bulk_create(
            Quote(
                pack=pack, supplier=suppliers[each.supplier], fen=each.fen, quoted_on=each.quoted_on, terms=each.terms.strip(),
                chosen=each.supplier == chosen, reason=reason.strip() if each.supplier == chosen else "",
            )
            for each in quotes
        )  # fmt: skip
        told |= {"quotes": {suppliers[each.supplier].name: each.fen for each in quotes}, "chosen": chosen}
        if reason.strip():
            told["why"] = reason.strip()


def _suppliers(round: Round, pack: Pack, quotes: Sequence[Quoted]) -> dict[int, Supplier]:
    ids = [each.supplier for each in quotes]
    if len(set(ids)) < len(ids):
        raise Refused("welfare.supplier_twice", _("同一家写了两次，留一行。"), field="quotes")
    found = {each.pk: each for each in suppliers_of(round.unit).filter(pk__in=ids)}
    found |= {each.supplier_id: each.supplier for each in pack.quotes.select_related("supplier")}
    if any(each not in found for each in ids):
        raise Refused("welfare.unknown_supplier", _("这一家你们单位没有登记，或者停用了。"), field="quotes")
    return found


def _require_reason(quotes: Sequence[Quoted], chosen: int | None, reason: str) -> None:
    if chosen is None:
        return
    taken = next((each for each in quotes if each.supplier == chosen), None)
    if taken is None:
        raise Refused("welfare.chosen_without_quote", _("选中的这一家没有报价。"), field="chosen")
    if needs_reason(taken.fen, [each.fen for each in quotes]) and not reason.strip():
        raise Refused("welfare.no_reason", _("这一家不是最低的，写一句为什么选它。"), field="reason")
