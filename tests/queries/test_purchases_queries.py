"""Pages of suppliers and purchases take as many queries for many rows as for few."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.cast import NOW, Cast
from tongxin.goods.models import Product, Scope, Supplier
from tongxin.goods.tests import making as goods
from tongxin.purchases.actions import accept
from tongxin.purchases.models import Invoice, Part, Purchase, Task
from tongxin.purchases.tests.making import line, pack_of, round_of
from tongxin.welfare.models import Round

pytestmark = pytest.mark.django_db
FEW, MANY = 3, 40
PAGES = [
    ("/goods/suppliers/", "office", 22), ("/goods/suppliers/{supplier}/", "office", 22), ("/goods/scopes/", "office", 20),
    ("/goods/products/export/", "office", 18), ("/purchases/?year=2020", "office", 45), ("/purchases/lines/?year=2020", "office", 32),
    ("/purchases/lines/export/?year=2020", "office", 20), ("/purchases/export/?year=2020", "office", 22),
    ("/purchases/lines/{line}/", "office", 22), ("/purchases/lines/new/", "office", 26), ("/purchases/invoices/?year=2020", "office", 22),
    ("/purchases/invoices/{invoice}/", "office", 22), ("/purchases/rounds/{round}/", "office", 34),
    ("/purchases/rounds/{round}/settlement.xlsx", "office", 30), ("/welfare/{round}/", "office", 110), ("/welfare/{round}/", "member", 90),
    ("/", "office", 110), ("/figures/2020/assistance.spent/", "office", 60), ("/figures/2020/assistance.spent.by_origin/", "office", 60),
]  # fmt: skip


def fill(cast: Cast, count: int, mark: str, things: dict[str, int]) -> None:
    """As many suppliers with a product, lines with scopes, invoices, parts of the task."""
    scope = Scope.objects.get(pk=things["scope"])
    first, round = Supplier.objects.get(pk=things["supplier"]), Round.objects.get(pk=things["round"])
    invoice, task = Invoice.objects.get(pk=things["invoice"]), Task.objects.get(pk=things["task"])
    for number in range(count):
        seller = Supplier.objects.create(unit=cast.union, name=f"{mark}{number}", county="340828")
        for home in (seller, first):
            product = Product.objects.create(supplier=home, name=f"{mark}{number}", price_fen=100, county="340828")
            product.scopes.add(scope)
        common = {
            "unit": cast.union, "year": 2020, "on": date(2020, 9, 1), "fen": 1, "count": Decimal(1), "payer": "union", "at": NOW, "by": "周敏",
            "county": "340828",
        }  # fmt: skip
        other = Invoice.objects.create(
            unit=cast.union, root=cast.union, number=f"{mark}{number}", supplier=seller, dated=date(2020, 9, 1), fen=9, at=NOW,
        )  # fmt: skip
        for held in (other, invoice):
            kept = {"invoice": held, "round": round, "sealed": [scope.pk]}
            made = Purchase.objects.create(**common, supplier=seller, what=f"{mark}{number}", **kept)
            made.scopes.add(scope)
        Scope.objects.create(unit=cast.union, kind="other", name=f"{mark}{number}")
        Part.objects.create(task=task, unit=cast.units["hr"], does=f"{mark}{number}", due_on=date(2020, 10, 22))
        more = Round.objects.create(
            unit=cast.union,
            title=f"{mark}{number}",
            year=2020,
            gives_on=date(2020, 9, 1),
            state="closed",
            closed_at=NOW,
        )
        Purchase.objects.create(**common, supplier=seller, what=f"{mark}{number}", round=more)


def queries(client, url: str) -> int:
    with CaptureQueriesContext(connection) as captured:
        answer = client.get(url)
        assert answer.status_code == 200, url
        if answer.streaming:
            b"".join(answer.streaming_content)
    return len(captured)


@pytest.mark.parametrize(("url", "who", "most"), PAGES)
def test_a_page_costs_the_same_for_many_rows(cast, url, who, most):
    scope, round = goods.scope(cast), round_of(cast, state="handing")
    pack = pack_of(cast, round, scope=scope)
    one = line(cast, Supplier.objects.get(), round=round, scopes=[scope], invoice_no="001", invoice_fen=99999)
    accept(actor=cast.actor("office"), now=NOW, pack=pack, on=date(2020, 9, 1), came=3)
    task = Task.objects.create(unit=cast.union, year=2020, scope=scope, target_fen=10**9, set_by="市总")
    things = {
        "scope": scope.pk, "supplier": one.supplier_id, "line": one.pk, "invoice": one.invoice_id, "round": round.pk, "task": task.pk,
    }  # fmt: skip
    client, address = cast.client(who), url.format(**things)
    fill(cast, FEW, "few", things)
    queries(client, address)
    few = queries(client, address)
    fill(cast, MANY, "many", things)
    assert queries(client, address) == few <= most
