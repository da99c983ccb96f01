"""An old ledger's invoices are held against all of the union's, however their numbers are typed."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from tests.cast import NOW
from tongxin.goods.actions import reinstate_supplier, retire_supplier
from tongxin.goods.tests import making as goods
from tongxin.imports import reading
from tongxin.imports.shell import ShellImport, import_file
from tongxin.purchases import actions
from tongxin.purchases.models import Invoice, Purchase
from tongxin.purchases.queries.lines import invoice_page
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


def slip(
    what: str, yuan: Any, number: Any = "777", seller: str = "米业", scope: str = "", on: Any = "2019-12-20"
) -> list[Any]:
    """A row on an invoice."""
    return [1, on, seller, what, None, 1, None, yuan, number, "工会", "无为市", scope, None, ""]


WRONG = [
    (slip("油", "5", scope="东西协作"), "ledger.scope"),
    (slip("油", "5", on=date(2021, 1, 1)), "purchases.future"),
    (slip("油", "5", on="1985-01-01"), "purchases.too_early"),
    (slip("油", "5", on="十二月"), "cell.not_a_day"),
    (slip("油", "0.005"), "ledger.amount"),
    (slip("油", "99999999999"), "ledger.amount"),
    (slip("油", "", seller="米业"), "ledger.no_amount"),
]


@pytest.mark.parametrize(("wrong", "code"), WRONG, ids=[code for _row, code in WRONG])
@pytest.mark.parametrize("first", [True, False])
def test_the_rows_of_an_invoice_come_in_together_so_that_its_sum_is_right(cast, tmp_path, wrong, code, first):
    good, apart = slip("米", "10"), slip("糖", "3", number="888")
    rows = [wrong, good, apart] if first else [good, apart, wrong]
    answer = take(cast, old(tmp_path / "a.xlsx", rows))
    assert {problem["code"] for problem in answer.as_json()["problems"]} == {code, "ledger.invoice_torn"}, (
        answer.as_text()
    )
    assert f"第{3 if first else 5}行进不来" in answer.as_text()
    assert [each.number for each in Invoice.objects.all()] == ["888"]
    mended = take(cast, old(tmp_path / "b.xlsx", [slip("油", "5"), good, apart]))
    assert (mended.made.counts["new"], mended.made.counts["unchanged"], mended.refused) == (2, 1, 0), mended.as_text()
    page = invoice_page(cast.shell, Invoice.objects.get(number="777"))
    assert (page.fact.invoice.fen, page.fact.used, page.fact.rest) == (1500, 1500, 0)


def test_the_check_says_the_sum_that_is_put_down(cast, tmp_path):
    rows = [slip("米", "10"), slip("油", "5"), slip("冒用", "7", seller="别家")]
    answer = take(cast, old(tmp_path / "a.xlsx", rows))
    assert [each.notes.get("invoice") for each in answer.made.verdicts["new"]] == ["登记这张发票，2行一共15元", None]
    assert Invoice.objects.get().fen == 1500 and answer.refused == 1


def test_a_line_that_is_there_without_the_invoice_belongs_to_its_sum(cast, tmp_path):
    first, gone = slip("米", "10", number=None), slip("茶", "2", number=None)
    take(cast, old(tmp_path / "a.xlsx", [first, gone]))
    actions.take_back(actor=cast.actor("office"), now=NOW, line=Purchase.objects.get(what="茶"), reason="没买")
    answer = take(cast, old(tmp_path / "b.xlsx", [slip("米", "10"), slip("茶", "2"), slip("油", "5", scope="")]))
    assert (answer.made.counts["unchanged"], answer.made.counts["new"]) == (2, 1), answer.as_text()
    assert "没有挂发票777" in answer.made.verdicts["unchanged"][0].notes["what"]
    assert Invoice.objects.get().fen == 1500 and Invoice.objects.get().lines.get().what == "油"


def test_a_retired_supplier_is_a_refused_row(cast, tmp_path):
    seller, office = goods.supplier(cast, "米业"), cast.actor("office")
    retire_supplier(actor=office, now=NOW, supplier=seller, reason="不做了")
    rows = [slip("米", "10"), slip("糖", "3", number="888", seller="糖厂")]
    answer = take(cast, old(tmp_path / "a.xlsx", rows))
    assert (answer.refused, answer.made.counts["new"]) == (1, 1) and "“米业”停用了" in answer.as_text()
    reinstate_supplier(actor=office, now=NOW, supplier=seller, reason="补旧账")
    assert take(cast, old(tmp_path / "b.xlsx", rows)).made.counts["new"] == 1


def test_the_units_own_supplier_goes_before_one_of_that_name_above(cast, tmp_path):
    branch = cast.units["ee"]
    own = goods.actions.add_supplier(actor=cast.actor("branch"), now=NOW, unit=branch, name="米业")
    goods.supplier(cast, "米业")
    wanted = ShellImport("purchases", old(tmp_path / "a.xlsx", [slip("米", "10", number=None)]), branch)
    import_file(actor=cast.actor("branch"), now=NOW, wanted=wanted)
    assert Purchase.objects.get().supplier == own


def test_over_several_pieces_the_first_row_waits_for_the_last(cast, tmp_path, monkeypatch):
    monkeypatch.setattr(reading, "CHUNK", 20)
    rows = [slip(f"米{number}", "1", number=None) for number in range(22)]
    rows[0][8] = rows[-1][8] = "777"
    rows[-1][7] = "面议"
    answer = take(cast, old(tmp_path / "a.xlsx", rows))
    assert (answer.made.counts["new"], answer.refused) == (20, 2) and not Invoice.objects.exists()
