"""More of rounds: people who choose, items of packs, options of the poll, rounds of before."""

from __future__ import annotations

from datetime import timedelta

from tests.cast import NOW, make_person
from tests.permissions.world import World
from tongxin.goods.models import Product, Supplier
from tongxin.places.models import Place
from tongxin.welfare.models import Entitled, PackItem, PollOption, Round
from tongxin.welfare.tests.making import make_round

MORE = 30


def grow_choosing(world: World) -> None:
    """Thirty more of each."""
    cast = world.cast
    round = Round.objects.get(pk=world["round with packs"])
    pack, supplier = (
        round.packs.select_related("pool").get(pk=world["pack to tap"]),
        Supplier.objects.filter(unit=cast.union)[0],
    )
    for number in range(MORE):
        person = make_person(f"45{number:02d}", f"郑{number}", cast.units["ee"], cast.union, user=False)
        Entitled.objects.create(round=round, person=person, unit=cast.units["ee"])
        Place.objects.create(
            pool=pack.pool,
            person=person,
            state="held",
            number=100 + number,
            at=NOW,
            changed_at=NOW,
            bundle=round.packs_bundle,
        )
        product = Product.objects.create(supplier=supplier, name=f"木耳{number}", price_fen=100, county="341524")
        PackItem.objects.create(pack=pack, product=product, price_fen=100)
        PollOption.objects.create(
            poll=Round.objects.get(pk=world["round that asks"]).poll, label=f"第{number}样", order=number
        )
        old = make_round(cast, "closed", title=f"以前的{number}", gives_on=NOW.date() - timedelta(days=30 * number))
        Entitled.objects.create(round=old, person=cast.people["member"], unit=cast.units["ee"])
