"""Suppliers' quotations as messy as real ones."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Final

import openpyxl
import pytest

from tests.cast import NOW
from tongxin.core.refusals import Refused
from tongxin.goods import actions
from tongxin.goods.models import Product, Supplier
from tongxin.goods.tests.making import CODE, product, scope, supplier
from tongxin.imports.shell import ShellImport, import_file

OTHER_CODE = "91340100M000200Y4N"
HEAD = ["序号", "供货单位", "产品名称", "规格型号", "报价（元）", "产地", "是否832产品", "认定号", "联系电话"]
ROWS: Final[list[list[Any]]] = [
    [1, "岳西来榜茶社", "翠兰绿茶", "250克/罐", "￥45.00", "安徽岳西来榜镇", "✓", "皖岳001", "0556-2170001"],
    [2, None, "香菇干货", "200g", "38元/盒", "金寨县 大湾村", "832", None, None],
    [3, None, "土蜂蜜", None, 128, "潜山市", "是", None, None],
    [4, "无为米业", "大米", "5kg", "45.5/袋", "无为市", "否", None, None],
    [5, None, "面议的", None, "面议", "岳西", None, None, None],
    [6, None, "没这县", None, "10", "岳溪县", None, None, None],
    [7, None, "勾错", None, "10", "岳西", "也许", None, None],
    [8, None, "大米", "5kg", "46", "无为市", None, None, None],
    ["合计", None, None, None, None, None, None, None, None],
]  # fmt: skip


def quotation(path: Path, rows=ROWS, head=HEAD, title="Sheet1", merged="B3:B5") -> Path:
    book = openpyxl.Workbook()
    page = book.active
    page.title = title
    page.append(["2020年中秋福利礼包报价单"])
    page.merge_cells("A1:I1")
    page.append(head)
    for row in rows:
        page.append(row)
    if merged:
        page.merge_cells(merged)
    book.save(path)
    return path


def take(cast, path, **more):
    return import_file(actor=cast.shell, now=NOW, wanted=ShellImport("quotations", path, cast.union, **more))


def test_a_messy_quotation_goes_in_and_says_what_does_not(cast, tmp_path):
    poor = scope(cast)
    rows = [[*row[:1], row[1] or ("无为米业" if index > 3 else None), *row[2:]] for index, row in enumerate(ROWS)]
    answer = take(cast, quotation(tmp_path / "报价.xlsx", rows))
    assert answer.made.counts["new"] == 4 and answer.refused == 4, answer.as_text()
    found = {each.name: each for each in Product.objects.select_related("supplier")}
    tea = found["翠兰绿茶"]
    assert (tea.supplier.name, tea.price_fen, tea.spec, tea.county, tea.village, tea.proof) == (
        "岳西来榜茶社", 4500, "250克/罐", "340828", "来榜镇", "皖岳001",
    )  # fmt: skip
    assert (found["香菇干货"].supplier, found["香菇干货"].measure, found["香菇干货"].village) == (
        tea.supplier,
        "盒",
        "大湾村",
    )
    assert (found["土蜂蜜"].price_fen, found["土蜂蜜"].county) == (12800, "340824")
    assert {name for name, each in found.items() if poor in each.scopes.all()} == {"翠兰绿茶", "香菇干货", "土蜂蜜"}
    assert Supplier.objects.get(name="岳西来榜茶社").phone == "0556-2170001"
    text = answer.as_text()
    assert "不是一个单价" in text and "这个县区" in text and "看不懂" in text and "同一个产品" in text


def test_again_it_changes_nothing_and_a_new_price_is_a_change(cast, tmp_path):
    rows = [["1", "甲社", "绿茶", "250克", "45.00", "岳西", "", "", ""]]
    take(cast, quotation(tmp_path / "a.xlsx", rows))
    assert take(cast, quotation(tmp_path / "b.xlsx", rows)).made.counts["unchanged"] == 1
    rows[0][4] = "48元"
    assert take(cast, quotation(tmp_path / "c.xlsx", rows)).made.counts["changed"] == 1
    assert Product.objects.get().price_fen == 4800


def test_a_sheet_of_one_supplier_says_so_by_its_name(cast, tmp_path):
    head, rows = ["品名", "单价", "产地"], [["绿茶", "45", "岳西"]]
    take(cast, quotation(tmp_path / "a.xlsx", rows, head, title="来榜茶社"))
    assert Product.objects.get().supplier.name == "来榜茶社"


def test_a_mark_without_a_scope_is_told(cast, tmp_path):
    rows = [["1", "甲社", "绿茶", "", "45.00", "岳西", "✓", "", ""]]
    answer = take(cast, quotation(tmp_path / "a.xlsx", rows))
    assert "还没有“832个脱贫县”这个口径" in answer.as_text() and not Product.objects.get().scopes.exists()


def test_a_tick_counts_in_the_scope_in_force_for_the_suppliers_unit(cast, tmp_path):
    office, branch = cast.actor("office"), cast.units["ee"]
    old, new = scope(cast), scope(cast, name="832（新名单）")
    ticked = [["1", "甲社", "绿茶", "", "45.00", "岳西", "✓", "", ""]]
    two = take(cast, quotation(tmp_path / "a.xlsx", ticked))
    assert (
        "832的口径不止一个：832个脱贫县、832（新名单）" in two.as_text() and not Product.objects.get().scopes.exists()
    )
    actions.retire_scope(actor=office, now=NOW, scope=old, reason="换名单")
    take(cast, quotation(tmp_path / "b.xlsx", ticked))
    assert Product.objects.get().scopes.get() == new
    own = actions.add_scope(actor=cast.shell, now=NOW, unit=branch, kind="c832", name="832（分工会）")
    rows = [*ticked, ["2", "乙社", "红茶", "", "45.00", "岳西", "✓", "", ""]]
    rows[0][4] = "46.00"
    wanted = ShellImport("quotations", quotation(tmp_path / "c.xlsx", rows, merged=""), branch)
    answer = import_file(actor=cast.shell, now=NOW, wanted=wanted)
    assert answer.made.counts["changed"] == answer.made.counts["new"] == 1, answer.as_text()
    assert [list(each.scopes.all()) for each in Product.objects.order_by("pk")] == [[new], [own]]


def test_a_tick_where_the_scope_is_retired_says_how_it_comes_back(cast, tmp_path):
    actions.retire_scope(actor=cast.actor("office"), now=NOW, scope=scope(cast), reason="不用了")
    rows = [["1", "甲社", "绿茶", "", "45.00", "岳西", "✓", "", ""]]
    answer = take(cast, quotation(tmp_path / "a.xlsx", rows))
    assert "口径停用了：832个脱贫县" in answer.as_text() and not Product.objects.get().scopes.exists()
    assert answer.made.verdicts["new"][0].notes["mark"] == "勾先不计，原因见表下"
    rows[0][6] = "否"
    assert "停用" not in take(cast, quotation(tmp_path / "b.xlsx", rows)).as_text()


def test_a_retired_supplier_or_a_code_of_another_is_a_refused_row(cast, tmp_path):
    gone = supplier(cast, "甲社")
    actions.retire_supplier(actor=cast.actor("office"), now=NOW, supplier=gone, reason="不做了")
    supplier(cast, "乙社", credit_code=CODE)
    head = ["供应商", "统一社会信用代码", "品名", "单价"]
    rows = [
        ["甲社", "", "绿茶", "45"], ["乙合作社", CODE, "红茶", "45"], ["丙社", "", "白茶", "45"], ["乙社", CODE, "黑茶", "45"],
        ["丁社", OTHER_CODE, "花茶", "45"], ["丁合作社", OTHER_CODE, "砖茶", "45"],
    ]  # fmt: skip
    answer = take(cast, quotation(tmp_path / "a.xlsx", rows, head, merged=""))
    assert [problem["code"] for problem in answer.as_json()["problems"]] == [
        "quotations.retired", "quotations.code_taken", "quotations.code_taken",
    ], answer.as_text()  # fmt: skip
    assert "到供应商里恢复" in answer.as_text() and "代码是“丁社”的" in answer.as_text()
    assert sorted(Product.objects.values_list("supplier__name", flat=True)) == ["丁社", "丙社", "乙社"]
    actions.reinstate_supplier(actor=cast.actor("office"), now=NOW, supplier=gone, reason="又做了")
    assert take(cast, quotation(tmp_path / "b.xlsx", rows[:1], head)).made.counts["new"] == 1


def test_goods_from_outside_the_list_are_noted(cast, tmp_path):
    scope(cast)
    known = product(cast, supplier(cast, "米业"), "大米", county="340225")
    rows = [["1", "米业", "大米", "", "45.00", "无为", "是", "", ""]]
    take(cast, quotation(tmp_path / "a.xlsx", rows))
    known.refresh_from_db()
    assert known.scopes.count() == 1


@pytest.mark.parametrize("who", ["member", "audit", "outsider"])
def test_only_who_buys_takes_quotations_in(cast, tmp_path, who):
    path = quotation(tmp_path / "a.xlsx")
    with pytest.raises(Refused) as caught:
        import_file(actor=cast.actor(who), now=NOW, wanted=ShellImport("quotations", path, cast.union))
    assert caught.value.code == "access.no_right"


def by_branch(cast, path):
    wanted = ShellImport("quotations", path, cast.units["ee"])
    return import_file(actor=cast.actor("branch"), now=NOW, wanted=wanted)


def test_what_a_unit_above_keeps_is_refused_row_by_row(cast, tmp_path):
    product(cast, supplier(cast, "甲社"), "绿茶", county="340828", village="")
    rows = [
        ["1", "甲社", "绿茶", "", "45.00", "岳西", "", "", ""],
        ["2", "甲社", "红茶", "", "50.00", "岳西", "", "", ""],
        ["3", "甲社", "白茶", "", "50.00", "岳西", "", "", ""],
        ["4", "乙社", "红茶", "", "50.00", "岳西", "", "", ""],
    ]
    answer = by_branch(cast, quotation(tmp_path / "a.xlsx", rows))
    counts = answer.made.counts
    assert (counts["unchanged"], counts["refused"], counts["new"]) == (1, 2, 1), answer.as_text()
    assert "登记在上级（校工会），由他们改" in answer.as_text()
    assert Product.objects.get(name="红茶").supplier.unit == cast.units["ee"]
    rows[0][4] = "46.00"
    assert by_branch(cast, quotation(tmp_path / "b.xlsx", rows)).refused == 3
    assert Product.objects.get(name="绿茶").price_fen == 4500


def test_the_units_own_supplier_goes_before_one_of_that_name_above(cast, tmp_path):
    above = product(cast, supplier(cast, "甲社"), "绿茶")
    own = actions.add_supplier(actor=cast.actor("branch"), now=NOW, unit=cast.units["ee"], name="甲社")
    rows = [["1", "甲社", "绿茶", "", "48.00", "岳西", "", "", ""]]
    answer = by_branch(cast, quotation(tmp_path / "a.xlsx", rows))
    assert answer.made.counts["new"] == 1, answer.as_text()
    above.refresh_from_db()
    assert above.price_fen == 4500 and own.products.get().price_fen == 4800
    assert by_branch(cast, quotation(tmp_path / "b.xlsx", rows)).made.counts["unchanged"] == 1
