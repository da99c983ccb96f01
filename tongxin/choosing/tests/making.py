"""Rounds with packs to choose from, for tests."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any

from tests.cast import NOW, Cast, make_person
from tongxin.choosing import actions
from tongxin.choosing.access import get_wanted
from tongxin.goods.models import Product, Supplier
from tongxin.org.models import Person
from tongxin.places.actions.take import Taken
from tongxin.welfare.actions import close_choosing, open_choosing
from tongxin.welfare.models import Entitled, Pack, PackItem, Round, Share
from tongxin.welfare.tests.making import make_round

UNTIL = NOW + timedelta(days=3)
PRODUCTS = (("岳西翠兰", "340828", "来榜镇"), ("金寨黑毛猪肉", "341524", ""), ("砀山酥梨", "341321", ""))


def round_of(cast: Cast, *stocks: int | None, default: int | None = 0, **fields: Any) -> Round:
    """An approved round with a pack of each stock; its list is empty."""
    fields = {"contact": "周敏 138", **fields}
    round = make_round(cast, "approved", **fields)
    Share.objects.create(round=round, payer="union", fen=20000)
    supplier, _fresh = Supplier.objects.get_or_create(unit=cast.union, name="大别山农产品公司")
    for number, stock in enumerate(stocks):
        name, county, village = PRODUCTS[number % 3]
        product, _fresh = Product.objects.get_or_create(
            supplier=supplier,
            name=name,
            defaults={"price_fen": 19800, "county": county, "village": village, "measure": "盒"},
        )
        pack = Pack.objects.create(
            round=round, letter="ABCDE"[number], name=f"{name}礼包", stock=stock, is_default=number == default, price_fen=19800,
            order=number,
        )  # fmt: skip
        PackItem.objects.create(pack=pack, product=product, count=1, price_fen=19800)
    return round


def people_of(cast: Cast, round: Round, count: int, unit: str = "ee") -> list[str]:
    """More members who are entitled, by the names under which the cast knows them."""
    names = []
    for _each in range(count):
        name = f"more{len(cast.people)}"
        cast.people[name] = make_person(
            f"4015{len(cast.people):04d}", f"职工{len(cast.people)}", cast.units[unit], cast.union
        )
        names.append(name)
    entitle(cast, round, *names, unit=unit)
    return names


def entitle(cast: Cast, round: Round, *names: str, unit: str = "ee") -> None:
    """These people are on the list."""
    Entitled.objects.bulk_create(
        Entitled(round=round, person=cast.people[name], unit=cast.units[unit], member=True) for name in names
    )


def opened(
    cast: Cast, *stocks: int | None, names: Sequence[str] = ("member", "librarian"), now: datetime = NOW, **fields: Any
) -> Round:
    """A round in which people choose for three days."""
    round = round_of(cast, *stocks, **fields)
    entitle(cast, round, *names)
    return open_choosing(actor=cast.actor("office"), now=now, round=round, choose_until=now + timedelta(days=3))


def ended(cast: Cast, round: Round) -> Round:
    """Choosing is over."""
    return close_choosing(actor=cast.actor("office"), now=UNTIL, round=round)


def choose(cast: Cast, round: Round, name: str, letter: str = "A", *, now: Any = NOW, instead: bool = False) -> Taken:
    """`name` taps."""
    actor = cast.actor(name, in_office=False)
    wanted = get_wanted(actor, round.pk, round.packs.get(letter=letter).pk)
    return actions.choose(actor=actor, now=now, wanted=wanted, instead=instead)


def letters(round: Round) -> dict[str, str]:
    """What everybody has, by name: the letter of the pack."""
    from tongxin.choosing.queries.chosen import chosen

    names = dict(Person.objects.values_list("pk", "name"))
    packs = dict(round.packs.values_list("pk", "letter"))
    return {names[person]: packs[pack] for person, pack in chosen(Round.objects.get(pk=round.pk)).items()}


def sound(round: Round) -> None:
    """Counters are what the rows say, nothing oversold, nobody twice."""
    from tongxin.places.models import Place, Pool

    for pool in Pool.objects.filter(pack__round=round):
        assert pool.taken == pool.places.filter(state="held").count()
        assert pool.capacity is None or pool.taken <= pool.capacity
    held = Place.objects.filter(bundle=round.packs_bundle, state="held")
    assert held.count() == held.values("person").distinct().count()
