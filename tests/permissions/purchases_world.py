"""The world's suppliers and purchases: a supplier with products, a scope, a task with a part, a ledger with an invoice, a round."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile

from tests.cast import NOW
from tongxin.goods import actions as goods
from tongxin.org.models import Unit
from tongxin.purchases import actions
from tongxin.welfare.models import Pack, PackItem, Round

DAY = date(2020, 9, 20)


def fill_purchases(world: Any) -> None:
    """One of everything that an address of goods and purchases can name; the round is handed out and not settled."""
    cast = world.cast
    given: dict[str, Any] = {"actor": cast.actor("office"), "now": NOW}
    scope = goods.add_scope(unit=cast.union, kind="other", name="结对的村", **given)
    former = goods.add_scope(unit=cast.union, kind="other", name="以前结对的村", **given)
    goods.retire_scope(scope=former, reason="换了村", **given)
    seller = goods.add_supplier(unit=cast.union, name="来榜茶社", **given)
    gone = goods.add_supplier(unit=cast.union, name="不做了的", **given)
    goods.retire_supplier(supplier=gone, reason="不做了", **given)
    tea = goods.add_product(supplier=seller, name="绿茶", price_fen=4500, county="340828", scopes=[scope], **given)
    old = goods.add_product(supplier=seller, name="陈茶", price_fen=3000, **given)
    goods.retire_product(product=old, reason="卖完了", **given)
    proof = goods.keep_proof(product=tea, upload=SimpleUploadedFile("认定书.pdf", b"%PDF-1.4 1 0 obj"), **given)
    helper = Unit.objects.filter(kind="department", path__startswith=cast.union.path).order_by("pk")[0]
    task = actions.set_task(unit=cast.union, year=2020, scope=scope, target_fen=10**7, set_by="市总工会", **given)
    part = actions.set_part(task=task, unit=helper, does="核对人数", **given)
    round = Round.objects.create(
        unit=cast.union, title="中秋的茶", year=2020, festival="中秋", gives_on=DAY, state="handing", opened_at=NOW
    )
    pack = Pack.objects.create(round=round, letter="A", name="茶", price_fen=4500, is_default=True)
    PackItem.objects.create(pack=pack, product=tea, price_fen=4500)
    line = actions.buy_pack(
        pack=pack,
        on=DAY,
        supplier=seller,
        count=2,
        fen=9000,
        payer="school",
        invoice_no="001",
        invoice_fen=9000,
        **given,
    )[0]
    accepted = actions.accept(pack=pack, on=DAY, came=2, **given)
    unused = actions.add_invoice(unit=cast.union, number="002", supplier=seller, dated=DAY, fen=100, **given)
    world.things |= {
        "scope": scope.pk, "supplier": seller.pk, "retired supplier": gone.pk, "product": tea.pk, "proof": proof.pk, "task of purchases": task.pk,
        "part of purchases": part.pk, "bought round": round.pk, "bought pack": pack.pk, "line of purchases": line.pk, "invoice": unused.pk,
        "acceptance": accepted.pk, "retired scope": former.pk, "retired product": old.pk,
    }  # fmt: skip
