"""The ledger: lines, counter-entries, what is refused; nothing is ever changed."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from django.db import DatabaseError, IntegrityError, connection, transaction

from tests.cast import NOW
from tongxin.audit.models import Entry
from tongxin.core.refusals import Refused
from tongxin.goods import actions as goods_actions
from tongxin.goods.tests import making as goods
from tongxin.purchases import actions
from tongxin.purchases.models import Invoice, Purchase
from tongxin.purchases.queries.ledger import Wanted, ledger, lines_of, sum_of
from tongxin.purchases.queries.parts import by_scope
from tongxin.purchases.tests.making import DAY, line, pack_of, round_of
from tongxin.rulebook.tests.making import load


def refused(code, act, **call):
    before = (Purchase.objects.count(), Invoice.objects.count(), Entry.objects.count())
    with pytest.raises(Refused) as caught:
        act(now=NOW, **call)
    assert caught.value.code == code, caught.value.sentence
    assert (Purchase.objects.count(), Invoice.objects.count(), Entry.objects.count()) == before
    return caught.value


def said(cast, **more):
    seller = more.pop("supplier", None) or goods.supplier(cast)
    return {
        "actor": cast.actor("office"), "unit": cast.union, "on": DAY, "supplier": seller, "what": "茶", "fen": 100, "payer": "union", **more,
    }  # fmt: skip


def test_a_line_comes_in_with_its_year_and_one_entry(cast):
    made = line(cast, on=date(2019, 12, 31))
    assert (made.year, made.fen, made.by) == (2019, 13500, cast.actor("office").label)
    assert Entry.objects.filter(act="purchases.add_line").count() == 1


def test_what_is_not_told_comes_from_the_product(cast):
    scope = goods.scope(cast)
    product = goods.product(cast, scopes=[scope], proof="A1")
    made = line(cast, product.supplier, product=product, what="", county=None, village=None)
    assert (made.what, made.county, made.village, made.proof, list(made.scopes.all())) == (
        "翠兰绿茶", "340828", "来榜镇", "A1", [scope],
    )  # fmt: skip


@pytest.mark.parametrize(
    ("more", "code", "field"),
    [
        ({"fen": -100}, "purchases.negative", "fen"), ({"fen": 0}, "purchases.no_amount", "fen"), ({"fen": 1.5}, "purchases.no_amount", "fen"),
        ({"fen": 10**13}, "purchases.too_large", "fen"), ({"count": Decimal("0")}, "purchases.count", "count"),
        ({"count": Decimal("1.005")}, "purchases.count", "count"), ({"count": 1.5}, "purchases.count", "count"),
        ({"on": date(2020, 10, 21)}, "purchases.future", "on"), ({"on": date(1020, 1, 1)}, "purchases.too_early", "on"),
        ({"county": "999999"}, "goods.unknown_county", "origin"), ({"payer": "nobody"}, "purchases.payer", "payer"),
        ({"heads": 10**6 + 1}, "purchases.heads", "heads"), ({"heads": 3 * 10**9}, "purchases.heads", "heads"), ({"heads": -1}, "purchases.heads", "heads"),
        ({"what": " "}, "purchases.nothing", "what"), ({"invoice_no": "123"}, "purchases.invoice_unknown", "invoice_fen"),
        ({"invoice_no": "发票", "invoice_fen": 100}, "purchases.invoice_number", "number"),
        ({"invoice_no": "1", "invoice_fen": 99}, "purchases.invoice_exceeded", "invoice_no"),
    ],
)  # fmt: skip
def test_nonsense_has_its_answer(cast, more, code, field):
    assert refused(code, actions.add_line, **said(cast, **more)).field == field


@pytest.mark.parametrize("who", ["member", "branch", "librarian", "audit", "hr", "outsider"])
def test_only_who_buys_for_the_unit_writes(cast, who):
    call = said(cast)
    refused("access.no_right", actions.add_line, **{**call, "actor": cast.actor(who)})
    made = line(cast, call["supplier"])
    refused("access.no_right", actions.take_back, actor=cast.actor(who), line=made, reason="错")


def test_the_members_hat_is_told_to_change(cast):
    refused("access.office_mode", actions.add_line, **{**said(cast), "actor": cast.actor("office", in_office=False)})


def test_foreign_things_are_refused(cast):
    theirs = goods_actions.add_supplier(actor=cast.actor("outsider"), now=NOW, unit=cast.units["other"], name="别家")
    refused("purchases.foreign_supplier", actions.add_line, **said(cast, supplier=theirs))
    scope = goods_actions.add_scope(
        actor=cast.actor("outsider"), now=NOW, unit=cast.units["other"], kind="other", name="别"
    )
    refused("purchases.foreign_scope", actions.add_line, **said(cast, scopes=[scope]))
    mine = goods.supplier(cast, "第二家")
    product = goods.product(cast, mine)
    refused(
        "purchases.other_supplier", actions.add_line, **said(cast, supplier=goods.supplier(cast, "三"), product=product)
    )
    goods_actions.retire_supplier(actor=cast.actor("office"), now=NOW, supplier=mine, reason="倒闭")
    mine.refresh_from_db()
    refused("goods.retired", actions.add_line, **said(cast, supplier=mine))


def test_a_counter_entry_makes_it_nothing_and_both_stay(cast):
    scope = goods.scope(cast)
    first = line(cast, scopes=[scope], invoice_no="001", invoice_fen=13500)
    gone = actions.take_back(actor=cast.actor("office"), now=NOW, line=first, reason="记重了")
    assert (gone.fen, gone.count, gone.corrects, gone.on, gone.invoice) == (
        -13500,
        Decimal(-3),
        first,
        first.on,
        first.invoice,
    )
    assert sum_of(Purchase.objects.all()) == 0 and by_scope(Purchase.objects.all()).parts[0].fen == 0
    refused("purchases.corrected", actions.take_back, actor=cast.actor("office"), line=first, reason="再来")
    refused("purchases.is_counter", actions.take_back, actor=cast.actor("office"), line=gone, reason="再来")


def test_a_counter_entry_says_why(cast):
    refused("purchases.no_reason", actions.take_back, actor=cast.actor("office"), line=line(cast), reason=" ")


def test_writing_anew_is_one_act_and_frees_the_invoice(cast):
    first = line(cast, invoice_no="001", invoice_fen=13500)
    call = said(cast, supplier=first.supplier, fen=13000, invoice_no="001")
    del call["unit"]
    made = actions.rewrite(now=NOW, line=first, reason="少算了", **call)
    assert sum_of(Purchase.objects.all()) == 13000 and made.invoice == first.invoice and Purchase.objects.count() == 3
    assert Entry.objects.filter(act="purchases.rewrite").count() == 1


def test_written_anew_a_line_keeps_retired_scopes_and_leaves_its_pack_with_its_round(cast):
    round, scope = round_of(cast), goods.scope(cast)
    pack = pack_of(cast, round, scope=scope)
    seller = pack.items.first().product.supplier
    call = {"actor": cast.actor("office"), "on": DAY, "supplier": seller, "payer": "union"}
    first = actions.buy_pack(now=NOW, pack=pack, count=1, fen=16800, **call)[0]
    goods_actions.retire_scope(actor=cast.actor("office"), now=NOW, scope=scope, reason="不用了")
    scope.refresh_from_db()
    again = {**call, "what": "茶", "fen": 9000, "reason": "错", "scopes": [scope]}
    made = actions.rewrite(now=NOW, line=first, **again)
    assert (made.round, made.pack, made.item, list(made.scopes.all())) == (round, pack, first.item, [scope])
    other = round_of(cast, festival="春节")
    moved = actions.rewrite(now=NOW, line=made, **{**again, "round": other})
    assert (moved.round, moved.pack, moved.item) == (other, None, None)
    gone = actions.rewrite(now=NOW, line=moved, **{**again, "round": None})
    assert (gone.round, gone.pack) == (None, None)
    del call["actor"]
    refused("purchases.foreign_scope", actions.add_line, **said(cast, **call, scopes=[scope]))


def test_a_refused_rewriting_takes_nothing_back(cast):
    first = line(cast)
    call = said(cast, supplier=first.supplier, fen=-5)
    del call["unit"]
    refused("purchases.negative", actions.rewrite, line=first, reason="错", **call)
    assert sum_of(Purchase.objects.all()) == 13500


@pytest.mark.parametrize("table", ["purchases_purchase", "purchases_purchase_scopes"])
def test_the_database_refuses_to_change_or_delete_lines(cast, table):
    line(cast, scopes=[goods.scope(cast)])
    for words in (f"UPDATE {table} SET id = id", f"DELETE FROM {table}"):
        with pytest.raises(DatabaseError, match="append-only"), transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(words)
    assert Purchase.objects.get().scopes.count() == 1


def test_the_database_lets_no_scope_into_a_line_later(cast):
    poor, twinned = goods.scope(cast), goods.scope(cast, "twinned", "结对帮扶")
    first = line(cast, scopes=[poor])
    gone = actions.take_back(actor=cast.actor("office"), now=NOW, line=first, reason="记重了")
    bare = line(cast, fen=100)
    assert (first.sealed, gone.sealed, bare.sealed) == ([poor.pk], [poor.pk], [])
    for each, scope in ((first, twinned), (gone, twinned), (bare, twinned), (bare, poor)):
        with pytest.raises(DatabaseError, match="append-only"), transaction.atomic():
            each.scopes.add(scope)
    with pytest.raises(IntegrityError), transaction.atomic():
        Purchase.scopes.through.objects.create(purchase=first, scope=poor)
    assert [list(each.scopes.all()) for each in (first, gone, bare)] == [[poor], [poor], []]


def test_the_database_lets_no_scope_into_a_line_older_than_the_seal(cast):
    made = line(cast)
    old = Purchase(
        **{name: getattr(made, name) for name in ("unit", "year", "on", "supplier", "what", "fen", "payer", "at", "by")}
    )
    old.save(force_insert=True)
    assert old.sealed is None
    with pytest.raises(DatabaseError, match="append-only"), transaction.atomic():
        old.scopes.add(goods.scope(cast))
    assert not old.scopes.exists()


def test_scopes_are_kept_apart_and_the_whole_counts_once(cast):
    poor, twinned = goods.scope(cast), goods.scope(cast, "twinned", "结对帮扶")
    line(cast, scopes=[poor, twinned])
    line(cast, scopes=[poor], fen=100)
    line(cast, scopes=[], fen=1)
    found = by_scope(Purchase.objects.all())
    assert [share.fen for share in found.parts] == [13600, 13500] and (found.once, found.twice) == (13600, 13500)


def test_the_ledger_runs_and_narrows(cast):
    scope = goods.scope(cast)
    line(cast, on=date(2020, 1, 5), fen=100, scopes=[scope])
    line(cast, on=date(2020, 2, 5), fen=20, payer="school")
    line(cast, on=date(2019, 2, 5), fen=7)
    found = ledger(cast.union, Wanted(year=2020), None)
    assert [(each.fen, each.running) for each in found.lines] == [(20, 120), (100, 100)] and found.total == 120
    for wanted, total in (
        (Wanted(year=2020, scope="any"), 100), (Wanted(year=2020, scope=str(scope.pk)), 100), (Wanted(year=2020, payer="school"), 20),
        (Wanted(year=2020, month=2), 20), (Wanted(q="来榜"), 127), (Wanted(year=2020, county="340828"), 120), (Wanted(open_invoice=True), 127),
    ):  # fmt: skip
        assert sum_of(lines_of(cast.union, wanted)) == total, wanted


def test_the_running_sum_goes_on_over_the_pages(cast):
    seller = goods.supplier(cast)
    for number in range(1, 56):
        line(cast, seller, fen=number)
    first, second = (ledger(cast.union, Wanted(), page) for page in ("1", "2"))
    assert (first.lines[0].running, first.lines[-1].running, first.lines[-1].fen) == (1540, 21, 6)
    assert [each.running for each in second.lines] == [15, 10, 6, 3, 1] and first.total == second.total == 1540


def test_a_pack_is_bought_as_its_products_to_the_fen(cast):
    pack = pack_of(cast, round_of(cast), scope=goods.scope(cast))
    seller = pack.items.first().product.supplier
    call = {"actor": cast.actor("office"), "pack": pack, "on": DAY, "supplier": seller, "payer": "union"}
    made = actions.buy_pack(now=NOW, count=3, fen=50001, invoice_no="77", invoice_fen=50001, **call)
    assert [(each.what, each.count, each.fen) for each in made] == [
        ("A 翠兰绿茶", Decimal(6), 26786),
        ("A 香菇", Decimal(3), 23215),
    ]
    assert {each.invoice.number for each in made} == {"77"} and sum(each.fen for each in made) == 50001
    assert all(each.scopes.count() == 1 for each in made)
    refused("purchases.no_packs", actions.buy_pack, count=0, fen=1, **call)
    refused("purchases.negative", actions.buy_pack, count=1, fen=-1, **call)
    refused("purchases.invoice_exceeded", actions.buy_pack, count=1, fen=2, invoice_no="77", **call)


def test_one_buys_for_a_round_that_is_approved_and_of_the_unit(cast):
    draft = round_of(cast, state="draft")
    refused("purchases.round_state", actions.add_line, **said(cast, round=draft))
    theirs = round_of(cast)
    type(theirs).objects.filter(pk=theirs.pk).update(unit=cast.units["lib"])
    theirs.refresh_from_db()
    refused(
        "purchases.foreign_round", actions.add_line, **said(cast, supplier=goods.supplier(cast, "二"), round=theirs)
    )


def test_a_payer_that_the_rule_forbids_is_refused_with_its_source(cast):
    load(cast)
    round = round_of(cast)
    caught = refused("purchases.payer_forbidden", actions.add_line, **said(cast, fen=450003, round=round))
    assert (
        caught.facts["rules"] == ["AH.FEST.CAP"]
        and "基层工会经费收支管理" in caught.sentence
        and caught.field == "payer"
    )
    seller = goods.supplier(cast, "二")
    line(cast, seller, fen=450000, round=round)
    refused("purchases.payer_forbidden", actions.add_line, **said(cast, supplier=seller, fen=1000, round=round))
    other = round_of(cast, festival="春节")
    refused("purchases.payer_forbidden", actions.add_line, **said(cast, supplier=seller, fen=10, round=other))
    assert line(cast, seller, fen=999999, round=round, payer="school").pk
