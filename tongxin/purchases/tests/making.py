"""Rounds with their packs, and a ledger, for tests."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

from tests.cast import NOW, Cast
from tongxin.goods.models import Supplier
from tongxin.goods.tests import making as goods
from tongxin.purchases import actions
from tongxin.purchases.models import Purchase
from tongxin.welfare.models import Entitled, Pack, PackItem, Round, Share

DAY = date(2020, 9, 20)


def round_of(cast: Cast, *, state: str = "approved", festival: str = "中秋", people: tuple[str, ...] = ("member", "branch", "office"), **more: Any) -> Round:  # fmt: skip
    """A round of the union to three people: 200 yuan of the union, 100 of the school for each."""
    made = Round.objects.create(
        unit=cast.union, title="中秋福利", year=2020, festival=festival, gives_on=date(2020, 9, 28), state=state, **more
    )
    Share.objects.create(round=made, payer="union", fen=20000)
    Share.objects.create(round=made, payer="school", fen=10000)
    for name in people:
        Entitled.objects.create(round=made, person=cast.people[name], unit=cast.units["ee"])
    return made


def pack_of(cast: Cast, round: Round, seller: Supplier | None = None, **more: Any) -> Pack:
    """Pack A: two tins of tea from 岳西 and a box of mushrooms from 金寨, 168 yuan."""
    seller = seller or goods.supplier(cast)
    scope = more.pop("scope", None)
    scopes = [scope] if scope else []
    tea = goods.product(cast, seller, scopes=scopes)
    mushrooms = goods.product(
        cast, seller, "香菇", price_fen=7800, measure="盒", county="341524", village="", scopes=scopes
    )
    pack = Pack.objects.create(round=round, letter="A", name="山货", price_fen=16800, is_default=True)
    PackItem.objects.create(pack=pack, product=tea, count=2, price_fen=4500)
    PackItem.objects.create(pack=pack, product=mushrooms, count=1, price_fen=7800)
    return pack


def line(cast: Cast, seller: Supplier | None = None, **more: Any) -> Purchase:
    """A line of 135 yuan paid by the union."""
    said: dict[str, Any] = {
        "on": DAY, "supplier": seller or Supplier.objects.first() or goods.supplier(cast), "what": "翠兰绿茶", "fen": 13500,
        "count": Decimal(3), "payer": "union", "county": "340828", "village": "来榜镇", **more,
    }  # fmt: skip
    return actions.add_line(actor=cast.actor("office"), now=NOW, unit=cast.union, **said)
