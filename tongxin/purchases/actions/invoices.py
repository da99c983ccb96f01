"""Invoices: put down, void."""

from __future__ import annotations

from datetime import date, datetime

from django.db import transaction
from django.utils.translation import gettext as _

from tongxin.audit.actions import record
from tongxin.core.clock import today
from tongxin.core.database import lock
from tongxin.core.refusals import Refused
from tongxin.goods.models import Supplier
from tongxin.org.actor import Actor
from tongxin.org.models import Unit
from tongxin.org.queries.units import union_of
from tongxin.purchases.access import require_change
from tongxin.purchases.models import Invoice, Purchase
from tongxin.purchases.rules.amounts import MOST_FEN
from tongxin.purchases.rules.numbers import plain_number
from tongxin.ui.words import fullday, yuan


@transaction.atomic
def add_invoice(
    *, actor: Actor, now: datetime, unit: Unit, number: str, supplier: Supplier, dated: date, fen: int, buyer: str = ""
) -> Invoice:
    """An invoice with its whole sum in fen.

    Refuses: `access.…`, `purchases.invoice_number`, `purchases.invoice_again` (names where it is; fact `invoice`),
    `purchases.no_amount`, `purchases.future`.
    """
    require_change(actor, unit)
    made = _added(actor, now, unit, number, supplier, dated, fen, buyer)
    after = {"number": made.number, "fen": made.fen, "supplier": supplier.pk, "dated": dated}
    record(actor=actor, now=now, act="purchases.add_invoice", thing=made, unit=unit, after=after)
    return made


def invoice_of(
    *, actor: Actor, now: datetime, unit: Unit, number: str, supplier: Supplier, dated: date, fen: int | None
) -> Invoice:
    """The union's invoice of that number; added within another act where a sum is told with it.

    Refuses: `purchases.invoice_unknown` (neither there nor a sum told), `purchases.invoice_again` (there, and a sum told).
    """
    if fen is not None:
        return _added(actor, now, unit, number, supplier, dated, fen, "")
    found = Invoice.objects.filter(root=union_of(unit), number=plain_number(number), voided_at=None).first()
    if found is None:
        sentence = _("还没有登记过这张发票。是新发票，就把价税合计也填上。")
        raise Refused("purchases.invoice_unknown", sentence, field="invoice_fen")
    return found


@transaction.atomic
def void_invoice(*, actor: Actor, now: datetime, invoice: Invoice, reason: str) -> Invoice:
    """It is worth nothing any more; its number may come again.

    Refuses: `access.…`, `purchases.no_reason`, `purchases.invoice_voided`, `purchases.invoice_in_use` (a live line is on it).
    """
    require_change(actor, invoice.unit)
    held = lock(Invoice.objects.filter(pk=invoice.pk)).get()
    if not reason.strip():
        raise Refused("purchases.no_reason", _("写一句为什么作废。"), field="reason")
    if held.voided_at is not None:
        raise Refused("purchases.invoice_voided", _("这张发票已经作废了。"))
    live = Purchase.objects.filter(invoice=held, corrects=None, corrected_by=None).count()
    if live:
        sentence = _("还有%(n)s笔采购挂在这张发票上。先冲掉它们，再作废。") % {"n": live}
        raise Refused("purchases.invoice_in_use", sentence, lines=live)
    held.voided_at, held.voided_why = now, reason.strip()[:200]
    held.save(update_fields=["voided_at", "voided_why"])
    record(actor=actor, now=now, act="purchases.void_invoice", thing=held, unit=invoice.unit, reason=held.voided_why)
    return held


def _added(
    actor: Actor, now: datetime, unit: Unit, number: str, supplier: Supplier, dated: date, fen: int, buyer: str
) -> Invoice:
    plain = plain_number(number)
    if not plain or len(plain) > 30 or not plain.isascii():
        raise Refused("purchases.invoice_number", _("发票号码写数字和字母，照发票右上角抄。"), field="number")
    if type(fen) is not int or not 0 < fen <= MOST_FEN:
        raise Refused("purchases.no_amount", _("写上发票的价税合计。"), field="fen")
    if dated > today(now):
        raise Refused("purchases.future", _("开票日期还没到，核对一下。"), field="dated")
    # Two of a union who put down the same number at once: the union's row is the lock.
    root = lock(Unit.objects.filter(pk=union_of(unit).pk)).get()
    there = Invoice.objects.filter(root=root, number=plain, voided_at=None).select_related("supplier").first()
    if there is not None:
        raise Refused("purchases.invoice_again", _where(there), field="invoice_no", invoice=there.pk)
    return Invoice.objects.create(
        unit=unit, root=root, number=plain, supplier=supplier, dated=dated, fen=fen, buyer=buyer.strip(), at=now, by=actor.label,
    )  # fmt: skip


def _where(there: Invoice) -> str:
    facts = {
        "number": there.number, "day": fullday(there.dated), "supplier": there.supplier.name, "sum": yuan(there.fen),
        "by": there.by,
    }  # fmt: skip
    return _("发票%(number)s登记过了：%(day)s，%(supplier)s，%(sum)s，%(by)s记的。没有再记。") % facts
