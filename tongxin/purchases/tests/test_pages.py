"""The year, the ledger, lines, invoices, tasks: for who reads and who buys."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from io import BytesIO

import pytest
from python_calamine import CalamineWorkbook

from tests.cast import NOW
from tongxin.goods.actions import retire_scope
from tongxin.goods.models import Scope
from tongxin.goods.tests import making as goods
from tongxin.purchases import actions
from tongxin.purchases.exports import scopes_sheet
from tongxin.purchases.models import Invoice, Purchase, Task
from tongxin.purchases.queries.ledger import Wanted, exported
from tongxin.purchases.tests.making import line, round_of
from tongxin.rulebook.tests.making import load
from tongxin.welfare.models import Round


@pytest.fixture(autouse=True)
def on_the_day(monkeypatch):
    monkeypatch.setattr("tongxin.core.clock.now", lambda: NOW)


def words(answer):
    return answer.content.decode()


def sent(seller, **more):
    return {
        "on": "2020-09-20",
        "supplier": seller.pk,
        "what": "翠兰绿茶",
        "count": "1",
        "fen": "1,234.50元",
        "payer": "union",
        **more,
    }


def test_a_line_by_hand_with_everything(cast):
    poor, twinned = goods.scope(cast), goods.scope(cast, "twinned", "结对帮扶")
    seller, office = goods.supplier(cast), cast.client("office")
    more = {
        "origin": "安徽岳西来榜镇",
        "scopes": [poor.pk, twinned.pk],
        "invoice_no": "00123",
        "invoice_fen": "0.2万",
        "heads": "3",
    }
    answer = office.post("/purchases/lines/new/", sent(seller, **more), follow=True)
    made = Purchase.objects.get()
    assert (made.fen, made.county, made.village, made.invoice.fen) == (123450, "340828", "来榜镇", 200000)
    page = words(answer)
    assert "同时计入832个脱贫县、结对帮扶" in page and "1,234.50元" in page and "计入不止一个口径" in page
    assert "还有765.50元没记" in words(office.get("/purchases/invoices/?year=2020"))
    assert "765.50元没有记进台账" in words(office.get(f"/purchases/invoices/{made.invoice_id}/"))
    year = words(office.get("/purchases/"))
    assert "有1,234.50元计入不止一个口径" in year and "安徽岳西县" in year


def test_price_times_count_where_no_amount_is_typed_and_the_product_says_the_rest(cast):
    product = goods.product(cast, scopes=[goods.scope(cast)])
    typed = {"on": "2020-09-20", "product": product.pk, "count": "2.5", "price": "3.33", "payer": "school"}
    assert cast.client("office").post("/purchases/lines/new/", typed).status_code == 302
    made = Purchase.objects.get()
    assert (made.fen, made.what, made.supplier, made.county, made.scopes.count()) == (
        833,
        "翠兰绿茶",
        product.supplier,
        "340828",
        1,
    )
    typed |= {"price": "", "count": "3"}
    cast.client("office").post("/purchases/lines/new/", typed)
    assert Purchase.objects.last().fen == 13500
    filled = cast.client("office").get(f"/purchases/lines/new/?product={product.pk}").context["form"]
    assert filled["price"].value() == "45"


@pytest.mark.parametrize(
    ("box", "value", "said"),
    [
        ("fen", "-100", "不能是负数"), ("fen", "1.005", "最多写到分"), ("fen", "一百", "金额看不懂"), ("fen", "99999999999999", "太大"), ("fen", "", "写上金额"),
        ("origin", "岳溪镇", "这个县区"), ("invoice_no", "777", "还没有登记过这张发票"), ("on", "2020-10-21", "还没到这一天"), ("supplier", "", "选一家供应商"),
        ("what", "", "写上买了什么"),
    ],
)  # fmt: skip
def test_bad_input_keeps_what_was_typed(cast, box, value, said):
    answer = cast.client("office").post(
        "/purchases/lines/new/", sent(goods.supplier(cast), proof="认定号壹", **{box: value})
    )
    page = words(answer)
    assert (
        answer.status_code == 422
        and said in page
        and "认定号壹" in page
        and value in page
        and not Purchase.objects.exists()
    )


def test_an_invoice_twice_says_where_it_is(cast):
    first = line(cast, invoice_no="001", invoice_fen=13500)
    answer = cast.client("office").post(
        "/purchases/lines/new/", sent(first.supplier, invoice_no="001", invoice_fen="5")
    )
    assert answer.status_code == 422 and "发票001登记过了：2020年9月20日" in words(answer)
    typed = {"number": "001", "supplier": first.supplier_id, "dated": "2020-09-20", "fen": "5"}
    answer = cast.client("office").post("/purchases/invoices/new/", typed)
    assert answer.status_code == 422 and "发票001登记过了" in words(answer)


def test_a_forbidden_payer_is_told_with_the_rule(cast):
    load(cast)
    round = round_of(cast)
    answer = cast.client("office").post("/purchases/lines/new/", sent(goods.supplier(cast), fen="5000", round=round.pk))
    page = words(answer)
    assert (
        answer.status_code == 422
        and "这一笔不能由工会经费出" in page
        and "每人每年" in page
        and not Purchase.objects.exists()
    )


def test_taking_back_and_writing_anew(cast):
    made, office = line(cast, invoice_no="001", invoice_fen=13500), cast.client("office")
    assert office.post(f"/purchases/lines/{made.pk}/counter-entry/", {"reason": ""}).status_code == 422
    page = office.get(f"/purchases/lines/{made.pk}/rewriting/")
    assert page.context["form"]["fen"].value() == "135" and page.context["form"]["origin"].value() == "安徽岳西县来榜镇"
    typed = sent(made.supplier, fen="130", invoice_no="001", reason="算错了", origin="安徽岳西来榜镇")
    assert office.post(f"/purchases/lines/{made.pk}/rewriting/", typed).status_code == 302
    assert [each.fen for each in Purchase.objects.order_by("pk")] == [13500, -13500, 13000]
    assert "冲掉了" in words(office.get(f"/purchases/lines/{made.pk}/"))
    ledger = words(office.get("/purchases/lines/?year=2020"))
    assert ledger.count("冲账") == 1 and "-135元" in ledger and "130元" in ledger
    last = Purchase.objects.last()
    assert office.post(f"/purchases/lines/{last.pk}/counter-entry/", {"reason": "退了"}).status_code == 302
    assert (
        office.post(f"/purchases/invoices/{Invoice.objects.get().pk}/voiding/", {"reason": "退票"}).status_code == 302
    )
    assert "作废" in words(office.get("/purchases/invoices/?year=2020&voided=on"))


def test_the_boxes_of_a_line_written_anew_are_what_is_meant(cast):
    poor, twinned = goods.scope(cast), goods.scope(cast, "twinned", "结对")
    tea = goods.product(cast, scopes=[poor])
    round, office = round_of(cast), cast.client("office")
    made = line(cast, tea.supplier, product=tea, scopes=[poor, twinned], round=round)
    retire_scope(actor=cast.actor("office"), now=NOW, scope=twinned, reason="不用了")
    Round.objects.update(state="cancelled")
    page = office.get(f"/purchases/lines/{made.pk}/rewriting/")
    form = page.context["form"]
    assert "结对" in words(page) and "不勾就照产品的" not in words(page)
    assert list(form.fields["scopes"].queryset) == [poor, twinned] and list(form.fields["round"].queryset) == [round]
    Round.objects.update(state="approved")
    typed = sent(tea.supplier, product=tea.pk, reason="只算一个口径", scopes=[twinned.pk], round=round.pk)
    assert office.post(f"/purchases/lines/{made.pk}/rewriting/", typed).status_code == 302
    kept = Purchase.objects.last()
    assert list(kept.scopes.all()) == [twinned] and kept.round == round
    typed = {key: value for key, value in typed.items() if key not in ("scopes", "round")}
    assert office.post(f"/purchases/lines/{kept.pk}/rewriting/", typed).status_code == 302
    bare = Purchase.objects.last()
    assert bare.product == tea and not bare.scopes.exists() and bare.round is None
    address = f"/purchases/lines/new/?product={tea.pk}"
    typed.pop("reason")
    office.post(address, typed)
    assert not Purchase.objects.last().scopes.exists()
    office.post("/purchases/lines/new/", typed)
    assert list(Purchase.objects.last().scopes.all()) == [poor]


def test_the_task_of_a_year_with_its_parts(cast):
    poor, office = goods.scope(cast), cast.client("office")
    typed = {"year": "2020", "scope": poor.pk, "target_fen": "45万", "set_by": "市总工会", "document": "通知"}
    assert office.post("/purchases/tasks/new/", typed).status_code == 302
    made = Task.objects.get()
    assert made.target_fen == 45000000
    typed = {"unit": "人力资源", "does": "核对人数", "due_on": "2020-10-25"}
    assert office.post(f"/purchases/tasks/{made.pk}/parts/new/", typed).status_code == 302
    part = made.parts.get()
    assert office.post(f"/purchases/parts/{part.pk}/done/", {"done_on": "2020-10-20"}).status_code == 302
    line(cast, scopes=[poor], fen=22500000)
    page = words(office.get("/purchases/?year=2020"))
    assert "人力资源处：核对人数" in page and "做完了" in page and "50%" in page and "还差225,000元" in page
    assert "消费扶贫" in page and "消费帮扶" in words(office.get("/purchases/?year=2021"))
    edit = office.get(f"/purchases/tasks/{made.pk}/edit/").context["form"]
    typed = {"target_fen": "10万", "set_by": "学校", "known": edit["known"].value()}
    assert office.post(f"/purchases/tasks/{made.pk}/edit/", typed).status_code == 302
    assert "完成了" in words(office.get("/purchases/?year=2020"))
    assert office.post(f"/purchases/parts/{part.pk}/removal/", {}).status_code == 302
    assert office.post(f"/purchases/tasks/{made.pk}/removal/", {"reason": "没定"}).status_code == 302
    assert not Task.objects.exists()


@pytest.mark.parametrize(
    ("who", "code"),
    [("office", 200), ("chair", 200), ("audit", 200), ("branch", 404), ("member", 404), ("hr", 404), ("outsider", 404)],
)
def test_who_reads_a_line(cast, who, code):
    made = line(cast)
    assert cast.client(who).get(f"/purchases/lines/{made.pk}/").status_code == code


def test_a_branch_sees_its_own_ledger_only(cast):
    line(cast, what="校工会的")
    seller = goods.supplier(cast, "二")
    branch = cast.actor("branch")
    actions.add_line(
        actor=branch,
        now=NOW,
        unit=cast.units["ee"],
        on=date(2020, 9, 1),
        supplier=seller,
        fen=7,
        payer="dues",
        what="分工会的",
    )
    page = words(cast.client("branch").get("/purchases/lines/?year=2020"))
    assert "分工会的" in page and "校工会的" not in page
    assert "分工会的" in words(cast.client("office").get("/purchases/lines/?year=2020"))


def test_the_year_leaves_as_a_spreadsheet_with_its_sum(cast):
    poor = goods.scope(cast)
    line(cast, scopes=[poor], invoice_no="001", invoice_fen=20000)
    line(cast, fen=3, payer="school")
    answer = cast.client("office").get("/purchases/export/?year=2020")
    book = CalamineWorkbook.from_filelike(BytesIO(b"".join(answer.streaming_content)))
    assert book.sheet_names == ["采购台账", "口径和谁出", "发票"]
    ledger = book.get_sheet_by_name("采购台账").to_python()
    assert ledger[-1][1] == "合计" and ledger[-1][6] == 135.03
    assert book.get_sheet_by_name("口径和谁出").to_python()[1:] == [
        ["832个脱贫县", 135, 135],
        ["全部，每笔只算一次", 135, 135],
    ]
    assert cast.client("office").get("/purchases/lines/export/?year=2020&payer=school").status_code == 200


def test_scopes_of_one_name_are_kept_apart_in_the_sheet(cast):
    whole, theirs = goods.scope(cast), goods.scope(cast, "twinned", "结对")
    line(cast, scopes=[whole], fen=100)
    line(cast, scopes=[theirs], fen=30)
    Scope.objects.filter(pk=theirs.pk).update(name=whole.name, unit=cast.units["ee"])
    rows = list(scopes_sheet(exported(cast.union, Wanted(year=2020))).rows)
    name = whole.name
    assert [(row[0], row[-1]) for row in rows] == [
        (f"{name}，校工会", Decimal(1)), (f"{name}，电子与电气工程学院", Decimal("0.3")), ("全部，每笔只算一次", Decimal("1.3")),
    ]  # fmt: skip


def test_an_expired_proof_and_a_county_outside_the_list_are_told(cast):
    poor, office = goods.scope(cast), cast.client("office")
    old = goods.product(cast, scopes=[poor], proof_until=date(2020, 9, 1))
    typed = {"on": "2020-09-20", "product": old.pk, "count": "1", "payer": "school"}
    assert "证明到2020年9月1日就过期了" in words(office.post("/purchases/lines/new/", typed, follow=True))
    far = goods.product(cast, old.supplier, "大米", scopes=[poor], county="340225")
    page = words(office.post("/purchases/lines/new/", {**typed, "product": far.pk}, follow=True))
    assert "832个脱贫县的名单里没有这个县" in page and "产地对不上口径" in page


def test_nothing_yet_leads_on(cast):
    page = words(cast.client("office").get("/purchases/"))
    assert "这一年没有定采购任务" in page
    assert "导入旧台账" in words(cast.client("office").get("/purchases/lines/"))
