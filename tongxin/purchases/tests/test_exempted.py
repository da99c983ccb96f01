"""A line of no round against its payer's rules; what a committee let through, of a line and of its round."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.cast import NOW, Cast
from tongxin.audit.models import Entry
from tongxin.core.refusals import Refused
from tongxin.goods.models import Supplier
from tongxin.goods.tests import making as goods
from tongxin.purchases import actions
from tongxin.purchases.models import Purchase
from tongxin.purchases.queries.payers import Judging, Loose, check_loose
from tongxin.purchases.tests.making import DAY, line, round_of
from tongxin.purchases.tests.test_import import old, take
from tongxin.rulebook.actions import Decided, exempt
from tongxin.rulebook.models import Exemption, Rule, Withdrawal
from tongxin.rulebook.tests.making import load
from tongxin.welfare.models import Round, Share

pytestmark = pytest.mark.django_db
TYPED = {
    "minutes_no": "工会委员会2020年第6号纪要", "minutes_on": "2020-09-12", "basis": "省总工会通知", "basis_no": "皖工发〔2020〕12号", "why": "多买扶贫产品",
}  # fmt: skip
GIFT: dict[str, Any] = {"purpose": "中秋慰问", "heads": 10}


def decided(**more: Any) -> Decided:
    return Decided(**{**TYPED, "minutes_on": date(2020, 9, 12), **more})


def refused(code: str, cast: Cast, **more: Any) -> Refused:
    before = Purchase.objects.count(), Exemption.objects.count()
    with pytest.raises(Refused) as caught:
        line(cast, **more)
    assert caught.value.code == code
    assert before == (Purchase.objects.count(), Exemption.objects.count())
    return caught.value


def test_a_line_of_no_round_is_held_against_the_cap_of_its_festival(cast):
    load(cast)
    line(cast, fen=1_500_000, **GIFT)
    told = refused("purchases.payer_forbidden", cast, fen=10, **GIFT)
    assert told.facts["rules"] == ["AH.FEST.CAP"] and told.facts["exemptible"] and "150000" not in told.sentence
    assert line(cast, fen=10, payer="school", **GIFT).pk
    assert line(cast, fen=10, on=date(2019, 9, 1), **GIFT).pk


def test_what_a_counter_entry_takes_back_counts_no_more(cast):
    load(cast)
    first = line(cast, fen=1_500_000, **GIFT)
    actions.take_back(actor=cast.actor("office"), now=NOW, line=first, reason="记错")
    assert line(cast, fen=1_500_000, **GIFT).pk


def test_rounds_and_loose_lines_make_one_year(cast):
    load(cast)
    round = round_of(cast, festival="春节")
    line(cast, fen=300_000, round=round)
    refused("purchases.payer_forbidden", cast, fen=500_010, **GIFT)
    line(cast, fen=500_000, **GIFT)
    refused("purchases.payer_forbidden", cast, fen=3, round=round)


@pytest.mark.parametrize(
    ("purpose", "fen", "rule"), [("生日慰问", 300_010, "AH.BIRTH.CAKE"), ("结婚", 600_010, "AH.MARRY")]
)
def test_each_occasion_has_its_own_rules(cast, purpose, fen, rule):
    load(cast)
    assert refused("purchases.payer_forbidden", cast, fen=fen, purpose=purpose, heads=10).facts["rules"] == [rule]
    assert line(cast, fen=fen - 10, purpose=purpose, heads=10).pk


@pytest.mark.parametrize("purpose", ["", "中秋慰问", "办公"])
def test_cards_are_forbidden_whatever_they_are_for_and_no_committee_lets_them_through(cast, purpose):
    load(cast)
    told = refused("purchases.payer_forbidden", cast, what="超市购物卡", purpose=purpose)
    assert told.facts["rules"] == ["CN.FEST.NOCASH"] and not told.facts["exemptible"]
    refused("rulebook.not_exemptible", cast, what="超市购物卡", purpose=purpose, decided=decided())
    assert line(cast, what="超市购物卡", purpose=purpose, payer="self").pk


@pytest.mark.parametrize(
    ("more", "why"),
    [
        ({}, "是为什么事买的"),
        ({"purpose": "中秋慰问"}, "一年里每人多少"),
        ({"purpose": "生日慰问"}, "给多少人"),
        (GIFT, "发给谁"),
    ],
)
def test_what_cannot_be_judged_is_told_with_its_reason(cast, more, why):
    load(cast)
    made = line(cast, **more)
    page = cast.client("office").get(f"/purchases/lines/{made.pk}/").content.decode()
    assert "没有判，因为不知道" in page and why in page


def test_a_line_beyond_a_limit_comes_in_with_the_committees_decision(cast):
    load(cast)
    made = line(cast, fen=1_600_000, decided=decided(), **GIFT)
    kept = Exemption.objects.get()
    assert (kept.kind, kept.thing_id, kept.part, kept.value, kept.limit) == (
        "purchase",
        made.pk,
        "union",
        "160000",
        "150000",
    )
    entry = Entry.objects.filter(act="purchases.add_line").latest("pk")
    assert entry.after["exempted"][0]["minutes_no"] == TYPED["minutes_no"]
    page = cast.client("audit").get(f"/purchases/lines/{made.pk}/").content.decode()
    assert all(word in page for word in ("按会议决定例外", TYPED["minutes_no"], TYPED["basis_no"], "1,600元"))
    listed = cast.client("audit").get("/rules/exemptions/").content.decode()
    assert f"/purchases/lines/{made.pk}/" in listed
    refused("purchases.payer_forbidden", cast, fen=10, **GIFT)


@pytest.mark.parametrize(
    ("code", "more"),
    [
        ("rulebook.no_minutes", {"minutes_no": ""}), ("rulebook.minutes_future", {"minutes_on": date(2020, 12, 1)}),
        ("rulebook.no_basis", {"basis": ""}), ("rulebook.no_reason", {"why": ""}),
    ],
)  # fmt: skip
def test_without_minutes_or_basis_the_line_stays_out(cast, code, more):
    load(cast)
    refused(code, cast, fen=1_600_000, decided=decided(**more), **GIFT)


def test_a_decision_for_what_nothing_stops_is_refused(cast):
    load(cast)
    assert refused("rulebook.not_broken", cast, fen=100, decided=decided(), **GIFT).field == "minutes_no"


def test_the_decision_goes_with_the_line(cast):
    load(cast)
    made = line(cast, fen=1_600_000, decided=decided(), **GIFT)
    kept, office = Exemption.objects.get(), cast.client("office")
    assert office.post(f"/rules/exemptions/{kept.pk}/withdrawal/", {"why": "x"}).status_code == 422
    assert not Withdrawal.objects.exists()
    said = {"actor": cast.actor("office"), "now": NOW, "line": made, "reason": "品名写错"}
    again = {"on": DAY, "supplier": made.supplier, "fen": 1_600_000, "payer": "union", **GIFT}
    with pytest.raises(Refused) as caught:
        actions.rewrite(**said, what="绿茶", **again)
    assert caught.value.code == "purchases.payer_forbidden" and not Withdrawal.objects.exists()
    fresh = actions.rewrite(**said, what="绿茶", decided=decided(), **again)
    assert Withdrawal.objects.get().exemption == kept
    assert Exemption.objects.get(withdrawal=None).thing_id == fresh.pk
    actions.take_back(actor=cast.actor("office"), now=NOW, line=fresh, reason="不买了")
    assert not Exemption.objects.filter(withdrawal=None).exists()


def test_a_line_of_a_round_inherits_what_was_decided_of_the_round(cast):
    load(cast)
    round = round_of(cast, state="draft")
    Share.objects.filter(round=round, payer="union").update(fen=160_000)
    cap = Rule.objects.get(rule_id="AH.FEST.CAP", effective_from__isnull=False)
    given = {"kind": "round", "thing": round.pk, "rule": cap, "part": "union", "decided": decided()}
    made = exempt(actor=cast.actor("office"), now=NOW, **given)
    Round.objects.filter(pk=round.pk).update(state="approved")
    round.refresh_from_db()
    bought = line(cast, fen=480_000, round=round)
    page = cast.client("office").get(f"/purchases/lines/{bought.pk}/").content.decode()
    assert made.minutes_no in page and "按会议决定例外" in page
    refused("purchases.payer_forbidden", cast, fen=1, round=round)


def test_the_form_asks_for_the_decision_once_a_limit_is_in_the_way(cast):
    load(cast)
    office, url = cast.client("office"), f"/purchases/lines/new/?unit={cast.union.pk}"
    seller = goods.supplier(cast)
    typed = {
        "on": "2020-09-20", "supplier": seller.pk, "what": "绿茶", "count": "1", "fen": "16000", "payer": "union", "purpose": "中秋慰问", "heads": "10",
    }  # fmt: skip
    assert "minutes_no" not in office.get(url).content.decode()
    stopped = office.post(url, typed)
    page = stopped.content.decode()
    assert (
        stopped.status_code == 422 and 'name="minutes_no"' in page and 'value="16000"' in page and "multipart" in page
    )
    half = office.post(url, {**typed, **TYPED, "basis_no": ""})
    assert half.status_code == 422 and TYPED["minutes_no"] in half.content.decode() and not Purchase.objects.exists()
    assert office.post(url, {**typed, **TYPED}).status_code == 302
    made = Purchase.objects.get()
    again = office.get(f"/purchases/lines/{made.pk}/rewriting/").content.decode()
    assert TYPED["minutes_no"] in again and TYPED["basis_no"] in again
    card = office.post(url, {**typed, "what": "购物卡", "fen": "10"}).content.decode()
    assert 'name="minutes_no"' not in card and "不发现金、购物卡、代金券" in card


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(first=st.integers(1, 3_000_000), second=st.integers(1, 3_000_000), heads=st.integers(1, 40))
def test_a_decision_covers_nothing_worse(cast, first, second, heads):
    if not Rule.objects.exists():
        load(cast)
    judging = Judging(cast.union)
    stops = [each for each in judging.of(Loose(DAY, "union", first, "茶", "中秋慰问", heads)).blocks if each.exemptible]
    kept = [
        Exemption(rule=each.rule, value=str(each.measured), limit=str(each.bound), part="union") for each in stops
    ]  # fmt: skip
    found = judging.of(Loose(DAY, "union", second, "茶", "中秋慰问", heads), kept)
    beyond = second > 150_000 * heads
    assert bool(found.blocks) is (beyond and not (kept and second <= first))
    assert bool(found.exempted) is (beyond and bool(kept) and second <= first)


HEAD = ["采购日期", "供应商", "品名", "金额（元）", "发票号", "资金来源", "用途", "人数"]


def test_rows_of_an_old_ledger_are_held_against_the_rules_each_on_top_of_those_above(cast, tmp_path):
    load(cast)
    rows: list[list[Any]] = [
        ["2020-09-20", "甲", "大米", "10000", "", "工会经费", "中秋慰问", 10], ["2020-09-20", "甲", "菜油", "6000", "77", "工会经费", "中秋慰问", 10],
        ["2020-09-20", "甲", "绿茶", "5000", "", "工会经费", "中秋慰问", 10], ["2020-09-20", "甲", "香菇", "10", "77", "工会经费", "", ""],
        ["2020-09-20", "甲", "礼品卡", "10", "", "工会经费", "", ""], ["2020-09-20", "甲", "木耳", "10", "", "行政福利费", "", ""],
        ["2020-09-20", "甲", "红枣", "10", "", "工会经费", "", ""],
    ]  # fmt: skip
    answer = take(cast, old(tmp_path / "a.xlsx", rows, HEAD))
    text = answer.as_text()
    assert sorted(Purchase.objects.values_list("what", flat=True)) == sorted(["大米", "绿茶", "木耳", "红枣"]), text
    assert answer.refused == 3 and "节日慰问每人每年的总额" in text and "单独记这一笔" in text
    assert "不发现金、购物卡、代金券" in text and "第" in text


def test_check_loose_counts_a_line_of_the_ledger_once(cast):
    load(cast)
    made = line(cast, fen=1_500_000, **GIFT)
    assert not check_loose(cast.union, Loose(DAY, "union", made.fen, made.what, "中秋慰问", 10, pk=made.pk)).blocks
    assert Supplier.objects.count() == 1
