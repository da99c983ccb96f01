"""An old ledger's invoices are held against all of the union's, however their numbers are typed."""

from __future__ import annotations

from tests.cast import NOW
from tongxin.goods.tests import making as goods
from tongxin.purchases import actions
from tongxin.purchases.models import Invoice
from tongxin.purchases.tests.making import DAY
from tongxin.purchases.tests.test_import import ROWS, old, take


def test_a_branchs_invoice_is_not_taken_again_by_its_union(cast, tmp_path):
    goods.scope(cast)
    seller = goods.supplier(cast, "岳西茶社")
    actions.add_invoice(
        actor=cast.actor("branch"), now=NOW, unit=cast.units["ee"], number="a00123", supplier=seller, dated=DAY, fen=100
    )
    row = [*ROWS[0][:8], "Ａ00 123", *ROWS[0][9:]]
    answer = take(cast, old(tmp_path / "a.xlsx", [row]))
    assert answer.refused == 1 and "发票A00123登记过了" in answer.as_text() and Invoice.objects.count() == 1
