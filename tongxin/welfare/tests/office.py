"""Rounds on the office's side for the tests: goods, packs, quotations, a list, each step of the life by its act."""

from __future__ import annotations

from datetime import timedelta
from typing import Any, Final

from tests.cast import NOW, Cast
from tongxin.goods.models import Product, Scope, Supplier
from tongxin.rulebook.actions import load_packs, set_region
from tongxin.welfare import actions
from tongxin.welfare.actions import Quoted
from tongxin.welfare.models import Pack, Round
from tongxin.welfare.tests.making import make_round

UNTIL: Final = NOW + timedelta(days=5)


def make_goods(cast: Cast) -> dict[str, Product]:
    """Rice from a poor county and oil from nowhere in particular, of two suppliers."""
    scope = Scope.objects.create(unit=cast.union, kind="c832", name="832个脱贫县")
    one = Supplier.objects.create(unit=cast.union, name="岳西农品")
    two = Supplier.objects.create(unit=cast.union, name="芜湖粮油")
    rice = Product.objects.create(supplier=one, name="大米", spec="5kg", price_fen=4000)
    rice.scopes.add(scope)
    oil = Product.objects.create(supplier=two, name="菜油", spec="5L", price_fen=6000)
    return {"rice": rice, "oil": oil}


def drafted(cast: Cast, *, packs: int = 1, **fields: Any) -> Round:
    """A draft with its shares and packs of 100元."""
    goods = make_goods(cast)
    office = cast.actor("office")
    round = actions.edit(actor=office, now=NOW, round=make_round(cast, **fields), shares={"union": 12000})
    for letter in "AB"[:packs]:
        items = [(goods["rice"].pk, 1), (goods["oil"].pk, 1)]
        actions.set_pack(actor=office, now=NOW, round=round, letter=letter, name="米油礼包", items=items)
    return round


def quoted(cast: Cast, pack: Pack, *sums: int, chosen: int = 0, reason: str = "") -> None:
    """Quotations of these sums, one of them taken."""
    suppliers = [
        Supplier.objects.get_or_create(unit=cast.union, name=f"第{number}家")[0] for number, _fen in enumerate(sums, 1)
    ]
    actions.set_quotes(
        actor=cast.actor("office"), now=NOW, pack=pack, chosen=suppliers[chosen].pk, reason=reason,
        quotes=[Quoted(supplier.pk, fen) for supplier, fen in zip(suppliers, sums, strict=True)],
    )  # fmt: skip


def ready(cast: Cast, **more: Any) -> Round:
    """A draft that can be handed in."""
    round = drafted(cast, **more)
    for pack in round.packs.all():
        quoted(cast, pack, 9900, 10500, 11000)
    actions.draw_up(actor=cast.actor("office"), now=NOW, round=round)
    return fresh(round)


def submitted(cast: Cast, **more: Any) -> Round:
    """Handed in by the office."""
    return actions.submit(actor=cast.actor("office"), now=NOW, round=ready(cast, **more))


def approved(cast: Cast, **more: Any) -> Round:
    """Approved by the chair."""
    return actions.approve(actor=cast.actor("chair"), now=NOW, round=submitted(cast, **more))


def choosing(cast: Cast) -> Round:
    """Two packs to choose from."""
    return actions.open_choosing(actor=cast.actor("office"), now=NOW, round=approved(cast, packs=2), choose_until=UNTIL)


def handing(cast: Cast) -> Round:
    """One pack for everybody, handed out."""
    return actions.hand_out(actor=cast.actor("office"), now=NOW, round=approved(cast))


def with_rules(cast: Cast) -> None:
    """The union lies in Anhui and has the packs of rules."""
    load_packs(actor=cast.shell, now=NOW)
    set_region(actor=cast.actor("chair"), now=NOW, unit=cast.union, region="CN-34-02")


def fresh(round: Round) -> Round:
    """As it stands in the database."""
    return Round.objects.select_related("unit").get(pk=round.pk)
