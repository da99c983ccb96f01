"""Buy a round's pack: a line for each product in it, together exactly what was paid."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from tongxin.audit.actions import record
from tongxin.core.refusals import Refused
from tongxin.goods.models import Supplier
from tongxin.org.actor import Actor
from tongxin.purchases.access import require_change
from tongxin.purchases.actions import checking
from tongxin.purchases.actions.add_line import line
from tongxin.purchases.actions.invoices import invoice_of
from tongxin.purchases.actions.writing import told
from tongxin.purchases.models import Purchase
from tongxin.purchases.rules.amounts import apportion
from tongxin.welfare.models import Pack, PackItem


@transaction.atomic
def buy_pack(
    *, actor: Actor, now: datetime, pack: Pack, on: date, supplier: Supplier, count: int, fen: int, payer: str,
    heads: int | None = None, invoice_no: str = "", invoice_fen: int | None = None, order_no: str = "", words: str = "",
) -> list[Purchase]:  # fmt: skip
    """So many of a pack for `fen` in all, parted over its products by their prices, exact to the fen; each keeps its own
    origin and scopes. A pack whose products come from other suppliers than the one who sells it keeps them in words.

    Refuses: `access.…`, `purchases.no_packs`, and as `line`, of the whole sum.
    """
    unit = pack.round.unit
    require_change(actor, unit)
    if count < 1:
        raise Refused("purchases.no_packs", _("写上买几份。"), field="count")
    checking.require_sums(fen, Decimal(count))
    invoice = None
    if invoice_no.strip():
        invoice = invoice_of(
            actor=actor, now=now, unit=unit, number=invoice_no, supplier=supplier, dated=on, fen=invoice_fen
        )
        checking.require_invoice(unit, invoice, supplier, fen)
    items = list(pack.items.select_related("product").prefetch_related("product__scopes"))
    common: dict[str, Any] = {
        "actor": actor, "now": now, "unit": unit, "on": on, "supplier": supplier, "payer": payer, "round": pack.round, "pack": pack,
        "heads": heads, "invoice": invoice, "order_no": order_no, "words": words, "purpose": pack.round.title[:40],
    }  # fmt: skip
    if not items:
        made = [line(**common, what=str(pack), fen=fen, count=Decimal(count))]
    else:
        parts = apportion(fen, [item.fen for item in items])
        made = [_item(common, item, count, part) for item, part in zip(items, parts, strict=True) if part]
    record(
        actor=actor, now=now, act="purchases.buy_pack", thing=pack.round, unit=unit,
        after={"pack": pack.pk, "count": count, "fen": fen, "lines": [told(each) for each in made]},
    )  # fmt: skip
    return made


def _item(common: dict[str, Any], item: PackItem, packs: int, fen: int) -> Purchase:
    """The line of one product of the pack; the product is named in words where another supplier has it."""
    product = item.product
    own = product if product.supplier_id == common["supplier"].pk else None
    scopes = [scope for scope in product.scopes.all() if scope.retired_at is None]
    return line(
        **common, what=f"{item.pack.letter} {product}", product=own, item=product, fen=fen, count=Decimal(item.count * packs),
        scopes=scopes, county=product.county, village=product.village, proof=product.proof,
    )  # fmt: skip
