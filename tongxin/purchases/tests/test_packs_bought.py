"""How many packs were bought, out of lines of their products."""

from __future__ import annotations

from decimal import Decimal

from tests.cast import NOW
from tongxin.goods.models import Product
from tongxin.goods.tests import making as goods
from tongxin.purchases import actions
from tongxin.purchases.models import Purchase
from tongxin.purchases.queries.money import money_of
from tongxin.purchases.tests.making import DAY, line, pack_of, round_of
from tongxin.purchases.tests.test_rounds import bought
from tongxin.welfare.models import PackItem


def test_products_of_another_supplier_than_the_sellers_still_make_packs(cast):
    round = round_of(cast)
    pack_of(cast, round)
    seller = goods.supplier(cast, "总包")
    actions.buy_pack(
        actor=cast.actor("office"),
        now=NOW,
        pack=round.packs.get(),
        on=DAY,
        supplier=seller,
        count=2,
        fen=33600,
        payer="union",
    )
    assert money_of(round).packs[0].bought == 2
    assert {each.count for each in round.purchases.all()} == {Decimal(4), Decimal(2)}


def test_packs_of_another_seller_are_counted_whatever_their_lines_are_called(cast):
    round = round_of(cast)
    pack = pack_of(cast, round)
    office = cast.actor("office")
    call = {"actor": office, "now": NOW, "on": DAY, "supplier": goods.supplier(cast, "总包"), "payer": "union"}
    tea = actions.buy_pack(**call, pack=pack, count=2, fen=33600)[0]
    Product.objects.filter(pk=tea.item_id).update(name="改了名的")
    assert money_of(round).packs[0].bought == 2
    first = Purchase.objects.select_related("unit", "round__unit", "pack", "item").get(pk=tea.pk)
    said = {**call, "what": "另写的茶", "fen": first.fen, "county": ""}
    made = actions.rewrite(line=first, reason="数错了", **said, count=Decimal(2))
    assert made.item == tea.item and money_of(round).packs[0].bought == 1
    actions.take_back(actor=office, now=NOW, line=made, reason="退了")
    assert money_of(round).packs[0].bought == 0


def test_a_product_added_for_nothing_does_not_make_the_packs_none(cast):
    round = round_of(cast)
    pack = pack_of(cast, round)
    seller = pack.items.first().product.supplier
    bag = goods.product(cast, seller, "袋子", price_fen=0)
    PackItem.objects.create(pack=pack, product=bag, count=1, price_fen=0)
    bought(cast, round, count=3, fen=50400)
    assert money_of(round).packs[0].bought == 3
    line(cast, seller, round=round, pack=pack, product=bag, count=Decimal(9), fen=1)
    assert money_of(round).packs[0].bought == 3


def test_packs_all_of_things_for_nothing_are_still_counted(cast):
    round = round_of(cast)
    pack_of(cast, round)
    PackItem.objects.update(price_fen=0)
    bought(cast, round, count=3, fen=50400)
    assert money_of(round).packs[0].bought == 3
