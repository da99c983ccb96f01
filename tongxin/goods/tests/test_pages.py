"""Pages of suppliers and scopes, for who reads and who changes them."""

from __future__ import annotations

from datetime import date
from io import BytesIO

import pytest
from python_calamine import CalamineWorkbook

from tests.cast import NOW
from tongxin.goods import actions
from tongxin.goods.models import Product, Scope, Supplier
from tongxin.goods.tests.making import product, scope, supplier


@pytest.fixture(autouse=True)
def on_the_day(monkeypatch):
    monkeypatch.setattr("tongxin.core.clock.now", lambda: NOW)


def words(answer):
    return answer.content.decode()


def test_a_supplier_and_its_product_by_hand(cast):
    scope(cast)
    office = cast.client("office")
    answer = office.post(
        "/goods/suppliers/new/", {"name": "岳西茶社", "county": "安徽岳西县", "credit_code": "91350100M000100Y43"}
    )
    made = Supplier.objects.get()
    assert (
        answer.status_code == 302 and answer["Location"] == f"/goods/suppliers/{made.pk}/" and made.county == "340828"
    )
    sent = {
        "name": "翠兰",
        "price_fen": "¥1,234.50",
        "origin": "安徽岳西来榜镇",
        "scopes": [Scope.objects.get().pk],
        "proof_until": "2020-10-19",
    }
    assert office.post(f"/goods/suppliers/{made.pk}/products/new/", sent).status_code == 302
    tea = Product.objects.get()
    assert (tea.price_fen, tea.county, tea.village, tea.scopes.count()) == (123450, "340828", "来榜镇", 1)
    page = words(office.get(f"/goods/suppliers/{made.pk}/"))
    assert "1,234.50元" in page and "安徽岳西县来榜镇" in page and "2020年10月19日过期了" in page
    assert "1个证明过期" in words(office.get("/goods/suppliers/"))
    edit = office.get(f"/goods/products/{tea.pk}/edit/")
    assert "1234.50" in words(edit)
    sent |= {"price_fen": "45", "known": edit.context["form"]["known"].value()}
    assert office.post(f"/goods/products/{tea.pk}/edit/", sent).status_code == 302
    assert Product.objects.get().price_fen == 4500


@pytest.mark.parametrize(
    ("box", "value", "said"),
    [
        ("price_fen", "45.005", "最多写到分"), ("price_fen", "-3", "不能是负数"), ("price_fen", "面议", "金额看不懂"), ("origin", "岳溪镇", "这个县区"),
        ("origin", "鼓楼区某街", "不止一个"),
    ],
)  # fmt: skip
def test_what_is_not_understood_stays_typed(cast, box, value, said):
    made = supplier(cast)
    answer = cast.client("office").post(
        f"/goods/suppliers/{made.pk}/products/new/", {"name": "茶", "price_fen": "45", box: value}
    )
    assert (
        answer.status_code == 422 and said in words(answer) and value in words(answer) and not Product.objects.exists()
    )


def test_a_county_outside_the_list_is_told_and_let_pass(cast):
    made = product(cast, scopes=[scope(cast)], county="340225")
    page = words(cast.client("office").get(f"/goods/suppliers/{made.supplier_id}/"))
    assert "832个脱贫县的名单里没有这个县" in page


def test_the_list_is_narrowed(cast):
    product(cast, supplier(cast, "甲社"), "绿茶")
    product(cast, supplier(cast, "乙社", on_832=True), "香菇")
    gone = supplier(cast, "丙社")
    actions.retire_supplier(actor=cast.actor("office"), now=NOW, supplier=gone, reason="停")
    office = cast.client("office")
    assert [name in words(office.get("/goods/suppliers/?q=香菇")) for name in ("甲社", "乙社")] == [False, True]
    assert [name in words(office.get("/goods/suppliers/?on_832=on")) for name in ("甲社", "乙社")] == [False, True]
    assert [name in words(office.get("/goods/suppliers/?retired=on")) for name in ("甲社", "丙社")] == [False, True]


@pytest.mark.parametrize(
    ("who", "code"),
    [("office", 200), ("chair", 200), ("audit", 200), ("branch", 200), ("member", 404), ("hr", 404), ("outsider", 404)],
)
def test_who_reads_a_supplier(cast, who, code):
    made = supplier(cast)
    assert cast.client(who).get(f"/goods/suppliers/{made.pk}/").status_code == code


@pytest.mark.parametrize(("who", "code"), [("audit", 404), ("branch", 404), ("member", 404), ("office", 200)])
def test_who_changes_a_supplier(cast, who, code):
    made = supplier(cast)
    assert cast.client(who).get(f"/goods/suppliers/{made.pk}/edit/").status_code == code


def test_retiring_takes_a_reason(cast):
    made = product(cast)
    office = cast.client("office")
    assert office.post(f"/goods/products/{made.pk}/retirement/", {"reason": ""}).status_code == 422
    assert office.post(f"/goods/products/{made.pk}/retirement/", {"reason": "没货"}).status_code == 302
    back = f"/goods/products/{made.pk}/reinstatement/"
    assert back in words(office.get(f"/goods/suppliers/{made.supplier_id}/"))
    assert back not in words(cast.client("audit").get(f"/goods/suppliers/{made.supplier_id}/"))
    assert office.post(back, {"reason": ""}).status_code == 422
    assert office.post(back, {"reason": "来货了"}).status_code == 302
    assert office.post(f"/goods/suppliers/{made.supplier_id}/retirement/", {"reason": "停"}).status_code == 302
    assert "停用" in words(office.get(f"/goods/suppliers/{made.supplier_id}/"))
    assert office.post(f"/goods/suppliers/{made.supplier_id}/reinstatement/", {"reason": "又"}).status_code == 302


def test_scopes_are_typed_by_the_counties_names(cast):
    office = cast.client("office")
    sent = {"kind": "twinned", "name": "结对", "source": "市里定的", "counties": "岳西县、金寨\n舒城县"}
    assert office.post("/goods/scopes/new/", sent).status_code == 302
    made = Scope.objects.get()
    assert made.counties == ["340828", "341523", "341524"]
    assert "安徽岳西县、安徽舒城县、安徽金寨县" in words(office.get("/goods/scopes/"))
    answer = office.post(f"/goods/scopes/{made.pk}/edit/", {"name": "结对", "counties": "没有的县"})
    assert answer.status_code == 422 and "没有的县" in words(answer)
    assert office.post(f"/goods/scopes/{made.pk}/retirement/", {"reason": "完了"}).status_code == 302


def test_a_retired_scope_stands_last_with_a_way_back(cast):
    first, second = scope(cast, "twinned", "先结对的"), scope(cast, "twinned", "后结对的")
    office, back = cast.client("office"), f"/goods/scopes/{first.pk}/reinstatement/"
    assert back not in words(office.get("/goods/scopes/"))
    actions.retire_scope(actor=cast.actor("office"), now=NOW, scope=first, reason="换了")
    page = words(office.get("/goods/scopes/"))
    assert back in page and page.index(second.name) < page.index(first.name)
    assert back not in words(cast.client("audit").get("/goods/scopes/"))
    assert office.post(back, {"reason": ""}).status_code == 422
    assert office.post(back, {"reason": "又结对了"}).status_code == 302
    assert Scope.objects.get(pk=first.pk).retired_at is None


def test_products_leave_as_a_spreadsheet(cast):
    product(cast, scopes=[scope(cast)], proof_until=date(2021, 3, 1))
    answer = cast.client("office").get("/goods/products/export/")
    rows = CalamineWorkbook.from_filelike(BytesIO(b"".join(answer.streaming_content))).get_sheet_by_index(0).to_python()
    assert rows[0][:7] == ["供应商", "统一社会信用代码", "品名", "规格", "单位", "单价（元）", "产地"]
    assert rows[1][2:9] == ["翠兰绿茶", "", "罐", 45, "安徽岳西县", "来榜镇", "832个脱贫县"]
