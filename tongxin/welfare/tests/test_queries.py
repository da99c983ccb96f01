"""What pages of rounds ask of the database does not grow with packs, people and remarks."""

from __future__ import annotations

from collections.abc import Callable

import pytest
import time_machine
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from tests.cast import NOW, Cast, make_person
from tongxin.goods.models import Product, Scope, Supplier
from tongxin.partners.actions import make_link
from tongxin.welfare.actions import close_choosing_due
from tongxin.welfare.models import Entitled, Missing, Pack, PackItem, Quote, Round, Share
from tongxin.welfare.queries.cases import cases
from tongxin.welfare.tests.making import make_round
from tongxin.welfare.tests.office import approved, ready, with_rules

pytestmark = pytest.mark.django_db
MANY = 60


def grow(cast: Cast, round: Round) -> None:
    """Five more packs with five things and four quotations each, sixty people with remarks, ten rounds more."""
    scope = Scope.objects.get()
    for number in range(5):
        pack = Pack.objects.create(round=round, letter=f"Z{number}", name="礼包")
        for each in range(5):
            supplier = Supplier.objects.create(unit=cast.union, name=f"家{number}-{each}")
            product = Product.objects.create(supplier=supplier, name="茶", price_fen=10)
            product.scopes.add(scope)
            PackItem.objects.create(pack=pack, product=product, price_fen=9)
            Quote.objects.create(pack=pack, supplier=supplier, fen=number + each)
    for number in range(MANY):
        person = make_person(f"40{number:02d}", f"孙{number}", cast.units["lib"], cast.union, user=False)
        Entitled.objects.create(
            round=round, person=person, unit=cast.units["lib"], remark="不在岗" if number % 2 else ""
        )
        Missing.objects.create(round=round, name=f"漏{number}")
    for number in range(10):
        other = make_round(cast, "closed", title=f"福利{number}")
        Share.objects.create(round=other, payer="union", fen=10)


def count(ask: Callable[[], object]) -> int:
    """Queries of the second time."""
    ask()
    with CaptureQueriesContext(connection) as queries:
        ask()
    return len(queries)


def got(client: Client, path: str) -> Callable[[], object]:
    def ask() -> None:
        assert client.get(path).status_code == 200

    return ask


@time_machine.travel(NOW, tick=False)
def test_no_page_asks_more_where_there_is_more(cast: Cast) -> None:
    with_rules(cast)
    round = ready(cast)
    pack = round.packs.get().pk
    _link, address = make_link(
        actor=cast.actor("office"), now=NOW, unit=cast.units["hr"], purpose="welfare.people", thing_id=round.pk
    )
    base = f"/welfare/{round.pk}/"
    paths = ("/welfare/", base, f"{base}edit/", f"{base}people/", f"{base}people/remarks/", f"{base}packs/{pack}/quotes/",
             f"{base}papers/application.docx", f"{base}people/export/", f"{base}packs/export/", "/")  # fmt: skip
    office = cast.client("office")
    asks = {path: got(office, path) for path in paths} | {"behind the link": got(cast.client(None), address)}
    asks["cases"] = lambda: list(cases(cast.union, "festival", NOW.date()))
    few = {name: count(ask) for name, ask in asks.items()}
    grow(cast, round)
    many = {name: count(ask) for name, ask in asks.items()}
    assert {name: (few[name], many[name]) for name in few if many[name] > few[name]} == {}
    assert few["cases"] <= 7
    assert few[base] <= 50


def test_the_worker_looks_once_where_nothing_is_due(cast: Cast) -> None:
    approved(cast)
    assert count(lambda: close_choosing_due(now=NOW)) == 1
