"""Old ledgers as messy as real ones."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any, Final

import openpyxl
import pytest

from tests.cast import NOW
from tongxin.goods.models import Supplier
from tongxin.goods.queries.origins import origin_typed
from tongxin.goods.tests import making as goods
from tongxin.goods.words import origin
from tongxin.imports import reading
from tongxin.imports.shell import ShellImport, import_file
from tongxin.purchases import actions
from tongxin.purchases.models import Invoice, Purchase
from tongxin.purchases.tests.making import line

HEAD = [
    "序号",
    "采购日期",
    "供应商名称",
    "品名",
    "规格",
    "数量",
    "单价",
    "金额（元）",
    "发票号",
    "资金来源",
    "产地",
    "是否扶贫产品",
    "订单号",
    "备注",
]
ROWS: Final[list[list[Any]]] = [
    [1, date(2019, 12, 20), "岳西茶社", "翠兰", "250克", 300, "45.00", "13,500.00", "00123456", "工会经费", "安徽岳西来榜镇", "是", "D001", ""],
    [2, "2019.12.20", "岳西茶社", "黄山毛峰", None, "100盒", "￥38.5", "3850元", "00123456", "行政福利费", "岳西", "✓", "D002", ""],
    [3, "2019年12月21日", "无为米业", "大米", "5kg", "200袋", None, "0.9万", "00999", "食堂", "无为市", "否", None, ""],
    [4, "2019-12-22", "无为米业", "菜油", None, 3, 100, 290, None, "工会", "无为市", "", None, "乘不对"],
    [5, "2019-12-22", "无为米业", "退货", None, 1, None, "-100", None, "工会", "无为市", "", None, "负数"],
    [6, "2019-12-22", "无为米业", "细分", None, 1, None, "1.005", None, "工会", "无为市", "", None, "三位小数"],
    [7, "2019-12-22", "另一家", "冒用", None, 1, None, "10", "00123456", "工会", "岳西", "", None, "别家的票号"],
    [8, "2019-12-22", "无为米业", "没县", None, 1, None, "10", None, "工会", "岳溪县", "", None, "没这个县"],
    [9, "2019-12-22", "无为米业", "谁", None, 1, None, "10", None, "老王", "岳西", "", None, "谁出的"],
    [10, "2019-12", "无为米业", "月", None, 1, None, "10", None, "工会", "岳西", "", None, "没有日子"],
    ["合计", None, None, None, None, None, None, "27,000.00", None, None, None, None, None, None],
]  # fmt: skip


def old(path: Path, rows=ROWS, head=HEAD) -> Path:
    book = openpyxl.Workbook()
    page = book.active
    page.append(["2019年消费扶贫采购台账"])
    page.merge_cells("A1:N1")
    page.append(head)
    for row in rows:
        page.append(row)
    book.save(path)
    return path


def take(cast, path, **more):
    return import_file(actor=cast.shell, now=NOW, wanted=ShellImport("purchases", path, cast.union, **more))


def test_an_old_ledger_goes_in_and_each_wrong_row_says_why(cast, tmp_path):
    scope = goods.scope(cast)
    answer = take(cast, old(tmp_path / "a.xlsx"))
    text = answer.as_text()
    assert answer.made.counts["new"] == 3 and answer.refused == 7, text
    lines = {each.what: each for each in Purchase.objects.all()}
    tea, oil = lines["翠兰 250克"], lines["大米 5kg"]
    assert (tea.fen, tea.count, tea.year, tea.payer, tea.county, tea.village, tea.order_no) == (
        1350000, Decimal(300), 2019, "union", "340828", "来榜镇", "D001",
    )  # fmt: skip
    assert (lines["黄山毛峰"].fen, lines["黄山毛峰"].payer, oil.fen, oil.payer) == (385000, "school", 900000, "canteen")
    assert Invoice.objects.get(number="00123456").fen == 1735000 and tea.invoice == lines["黄山毛峰"].invoice
    assert {each.what for each in scope.purchases.all()} == {"翠兰 250克", "黄山毛峰"}
    for words in (
        "乘3是300元",
        "是负数",
        "超过两位小数",
        "一个号码只能是一家",
        "这个县区",
        "看不出是谁出的",
        "要写到哪一天",
    ):
        assert words in text, words


def test_again_nothing_comes_in_twice(cast, tmp_path):
    goods.scope(cast)
    take(cast, old(tmp_path / "a.xlsx", ROWS[:3]))
    again = take(cast, old(tmp_path / "b.xlsx", ROWS[:3]))
    assert again.made.counts["unchanged"] == 3 and Purchase.objects.count() == 3


def test_an_invoice_that_is_there_already_is_told(cast, tmp_path):
    goods.scope(cast)
    line(cast, goods.supplier(cast, "岳西茶社"), invoice_no="00123456", invoice_fen=20000)
    answer = take(cast, old(tmp_path / "a.xlsx", ROWS[:1]))
    assert answer.refused == 1 and "发票00123456登记过了" in answer.as_text()


def test_a_mark_without_a_scope_is_refused_with_what_there_is(cast, tmp_path):
    answer = take(cast, old(tmp_path / "a.xlsx", ROWS[:1]))
    assert answer.refused == 1 and "还没有，先加一个" in answer.as_text()


def test_names_of_scopes_are_understood_several_at_once(cast, tmp_path):
    goods.scope(cast), goods.scope(cast, "twinned", "结对帮扶")
    row = [*ROWS[0][:11], "832个脱贫县、结对帮扶", *ROWS[0][12:]]
    take(cast, old(tmp_path / "a.xlsx", [row]))
    assert Purchase.objects.get().scopes.count() == 2 and Supplier.objects.get().name == "岳西茶社"


PIECE = 20


@pytest.fixture
def pieces(monkeypatch):
    """A file is read in pieces of twenty rows, not of a thousand."""
    monkeypatch.setattr(reading, "CHUNK", PIECE)


def many(count: int) -> list[list[Any]]:
    """So many genuine rows that are all alike, but for an invoice over the end of the first piece."""
    rows = [
        [1, "2019-12-20", "米业", "大米", None, 1, None, "10", None, "工会", "无为市", "", None, ""]
        for _ in range(count)
    ]
    for index in range(PIECE - 2, PIECE + 1):
        rows[index][3], rows[index][8] = f"油{index}", "777"
    return rows


def test_a_file_is_not_held_against_its_own_first_piece(cast, tmp_path, pieces):
    answer = take(cast, old(tmp_path / "a.xlsx", many(PIECE + 3)))
    assert (answer.made.counts["new"], answer.refused) == (PIECE + 3, 0), answer.as_text()
    assert Purchase.objects.filter(what="大米", fen=1000).count() == PIECE
    invoice = Invoice.objects.get()
    assert invoice.fen == 3000 and invoice.lines.count() == 3


def test_a_line_of_the_ledger_answers_for_one_row_over_all_pieces(cast, tmp_path, pieces):
    first = many(PIECE + 1)[0]
    take(cast, old(tmp_path / "a.xlsx", [first]))
    counts = take(cast, old(tmp_path / "b.xlsx", many(PIECE + 1)), dry_run=True).made.counts
    assert (counts["unchanged"], counts["new"]) == (1, PIECE)


def test_a_line_that_was_taken_back_does_not_come_in_again(cast, tmp_path):
    goods.scope(cast)
    take(cast, old(tmp_path / "a.xlsx", ROWS[:3]))
    gone = Purchase.objects.get(what="大米 5kg")
    actions.take_back(actor=cast.actor("office"), now=NOW, line=gone, reason="记错了")
    made = take(cast, old(tmp_path / "b.xlsx", ROWS[:3])).made
    assert made.counts["unchanged"] == 3 and Purchase.objects.count() == 4
    notes = [verdict.notes["what"] for verdict in made.verdicts["unchanged"]]
    assert notes == ["台账里已经有这一笔", "台账里已经有这一笔", "台账里有过这一笔，后来冲掉了"]


def test_a_village_without_a_county_is_kept_where_it_can_be_written_anew(cast, tmp_path):
    head = [*HEAD[:11], "村", *HEAD[12:]]
    row = [*ROWS[2][:10], None, "大湾村", None, "付了"]
    answer = take(cast, old(tmp_path / "a.xlsx", [row], head))
    made = Purchase.objects.get()
    assert (made.county, made.village, made.words) == ("", "", "付了，村：大湾村")
    assert answer.made.verdicts["new"][0].notes["village"] == "没有写在哪个县，村先记在说明里"
    assert origin_typed(origin(made.county, made.village)) == ("", "")
    too_long = [*row[:13], "长" * 195]
    assert take(cast, old(tmp_path / "b.xlsx", [[1, "2019-12-01", *too_long[2:]]], head)).refused == 1


@pytest.mark.parametrize("typed", ["安徽岳西来榜镇", "无为市", "巢湖市中垾镇"])
def test_an_origin_that_came_in_can_be_typed_again(cast, tmp_path, typed):
    take(cast, old(tmp_path / "a.xlsx", [[*ROWS[2][:10], typed, *ROWS[2][11:]]]))
    made = Purchase.objects.get()
    assert origin_typed(origin(made.county, made.village)) == (made.county, made.village)


def test_what_a_formula_came_to_is_read_as_the_spreadsheet_shows_it(cast, tmp_path):
    row = [*ROWS[2][:5], 3, 45.3, 45.3 * 3, None, *ROWS[2][9:]]
    typed = [*ROWS[2][:5], 1, None, 1.005, None, *ROWS[2][9:]]
    answer = take(cast, old(tmp_path / "a.xlsx", [row, typed, [*typed[:7], "1.005", *typed[8:]]]))
    assert 45.3 * 3 != 135.9 and Purchase.objects.get().fen == 13590
    assert answer.refused == 2 and answer.as_text().count("超过两位小数") == 2


def test_more_people_than_there_are_are_refused(cast, tmp_path):
    head, rows = (
        [*HEAD[:12], "人数", HEAD[13]],
        [[*ROWS[2][:8], None, *ROWS[2][9:12], heads, None] for heads in (10**6, 10**6 + 1, 3 * 10**9)],
    )
    answer = take(cast, old(tmp_path / "a.xlsx", [[*row[:3], f"米{n}", *row[4:]] for n, row in enumerate(rows)], head))
    assert [problem["code"] for problem in answer.as_json()["problems"]] == ["ledger.heads"] * 2, answer.as_text()
    assert Purchase.objects.get().heads == 10**6
