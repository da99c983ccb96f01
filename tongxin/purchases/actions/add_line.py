"""Put a line into the ledger."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from tongxin.audit.actions import record
from tongxin.core.refusals import Refused
from tongxin.goods.models import Product, Scope, Supplier
from tongxin.org.actor import Actor
from tongxin.org.models import Unit
from tongxin.purchases.access import require_change
from tongxin.purchases.actions import checking
from tongxin.purchases.actions.invoices import invoice_of
from tongxin.purchases.actions.writing import put_in, told
from tongxin.purchases.models import Invoice, Purchase
from tongxin.purchases.queries.payers import SUBJECT, Loose
from tongxin.rulebook.actions import Decided
from tongxin.rulebook.actions.exempt import put
from tongxin.rulebook.actions.exempt import told as told_exemption
from tongxin.rulebook.queries.check import Finding
from tongxin.rulebook.queries.exemptions import standing
from tongxin.welfare.models import Pack, Round


@transaction.atomic
def add_line(*, actor: Actor, now: datetime, unit: Unit, **fields: Any) -> Purchase:
    """A line as `line` says it. Refuses as `line`, and `access.…`."""
    require_change(actor, unit)
    made = line(actor=actor, now=now, unit=unit, **fields)
    after = {**told(made), **exempted(made)}
    record(actor=actor, now=now, act="purchases.add_line", thing=made, unit=unit, after=after)
    return made


def line(
    *, actor: Actor, now: datetime, unit: Unit, on: date, supplier: Supplier, fen: int, payer: str, count: Decimal = Decimal(1),
    what: str = "", product: Product | None = None, scopes: Iterable[Scope] | None = None, county: str | None = None,
    village: str | None = None, proof: str | None = None, round: Round | None = None, pack: Pack | None = None,
    invoice: Invoice | None = None, invoice_no: str = "", invoice_fen: int | None = None, settled: bool = False,
    had: Collection[Scope] = (), decided: Decided | None = None, **more: Any,
) -> Purchase:  # fmt: skip
    """Check and write one line, without an entry of its own. What is not told (None) comes from the product.

    An invoice is given, or named by `invoice_no`: a new number takes its whole sum in `invoice_fen`. `settled` lets a line
    into a round whose accounts are closed, in place of one that was taken back; `had` are the scopes of that one. `decided` is what
    a committee decided of a line that belongs to no round and goes beyond a limit; one of a round follows what was decided there.
    Refuses: all of `checking`, `purchases.nothing`, `purchases.other_supplier`, and as `invoice_of`.
    """
    if product is not None:
        if product.supplier_id != supplier.pk:
            raise Refused("purchases.other_supplier", _("这个产品不是这一家的，重新选。"), field="product")
        what, county = what or str(product), product.county if county is None else county
        village, proof = product.village if village is None else village, product.proof if proof is None else proof
        scopes = list(product.scopes.filter(retired_at=None)) if scopes is None else scopes
    if not what.strip():
        raise Refused("purchases.nothing", _("写上买了什么。"), field="what")
    chosen = list(scopes or ())
    checking.require_sums(fen, count)
    checking.require_day(on, now)
    checking.require_heads(more.get("heads"))
    checking.require_known(unit, supplier, chosen, county or "", payer, had)
    let: Sequence[Finding] = ()
    if round is not None:
        held = round if settled else checking.require_round(unit, round, pack)
        checking.require_payer(held, payer, fen, assistance=bool(chosen))
    else:
        loose = Loose(on, payer, fen, what, more.get("purpose") or "", more.get("heads"), bool(chosen))
        let = checking.require_loose(unit, loose, decided, now)
    if invoice is None and invoice_no.strip():
        invoice = invoice_of(
            actor=actor, now=now, unit=unit, number=invoice_no, supplier=supplier, dated=on, fen=invoice_fen
        )
    if invoice is not None:
        invoice = checking.require_invoice(unit, invoice, supplier, fen)
    kept = {name: value.strip() if isinstance(value, str) else value for name, value in more.items()}
    made = put_in(
        actor=actor, now=now, scopes=chosen, unit=unit, on=on, supplier=supplier, fen=fen, payer=payer, count=count,
        what=what.strip()[:120], product=product, county=county or "", village=(village or "").strip(), proof=(proof or "").strip(),
        round=round, pack=pack, invoice=invoice, **kept,
    )  # fmt: skip
    for finding in let:
        assert decided is not None
        put(
            actor=actor, now=now, unit=unit, kind=SUBJECT, thing=made.pk, part=payer, label=made.what, finding=finding, decided=decided,
        )  # fmt: skip
    return made


def exempted(line: Purchase) -> dict[str, Any]:
    """What a committee let through of a line, as the trail keeps it; nothing where there is nothing."""
    kept = standing(SUBJECT, [line.pk])
    return {"exempted": [told_exemption(each) for each in kept]} if kept else {}
