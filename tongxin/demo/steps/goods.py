"""Suppliers, products and scopes of counting; what the year is to buy; what the canteen bought."""

from __future__ import annotations

from decimal import Decimal

from tongxin.demo.facts.units import UNION_CODE
from tongxin.demo.facts.welfare import CANTEEN, GROUP_COUNTY, PARTS, SCOPES, SUPPLIERS, TASKS, CanteenFact
from tongxin.demo.facts.year import YEAR
from tongxin.demo.steps.organisation import Units
from tongxin.demo.when import moment, morning, officer
from tongxin.goods import actions as goods
from tongxin.goods.models import Product, Scope, Supplier
from tongxin.goods.rules import counties
from tongxin.purchases import actions as purchases
from tongxin.purchases.models import Part

Shelf = dict[str, Product]


def stock(units: Units) -> Shelf:
    """All products by key."""
    now, union = moment(YEAR, 3, 16), units[UNION_CODE]
    office = officer("office", now)
    scopes = {}
    for kind, name, source in SCOPES:
        listed = [counties.find(GROUP_COUNTY)] if kind == Scope.Kind.GROUP else None
        scopes[kind] = goods.add_scope(
            actor=office, now=now, unit=union, kind=kind, name=name, source=source, counties=listed
        )
    shelf: Shelf = {}
    for fact in SUPPLIERS:
        supplier = goods.add_supplier(
            actor=office, now=now, unit=union, name=fact.name, contact=fact.contact, county=counties.find(fact.county),
            on_832=fact.on_832,
        )  # fmt: skip
        for one in fact.products:
            shelf[one.key] = goods.add_product(
                actor=office, now=now, supplier=supplier, scopes=[scopes[kind] for kind in one.scopes], name=one.name, spec=one.spec,
                measure=one.measure, price_fen=one.fen, county=counties.find(one.county), village=one.village, proof=one.proof,
            )  # fmt: skip
    for told, target, who in TASKS:
        task = purchases.set_task(
            actor=office,
            now=now,
            unit=union,
            year=YEAR,
            scope=scopes[told] if told else None,
            target_fen=target,
            set_by=who,
        )
        if told is not None:
            continue
        for unit, does, due in PARTS:
            purchases.set_part(actor=office, now=now, task=task, unit=units[unit], does=does, due_on=due)
    return shelf


def feed(units: Units, shelf: Shelf) -> None:
    """The canteen's purchases, each on its day; and the partner units have done their parts."""
    for fact in CANTEEN:
        _canteen(units, shelf[fact.product], fact)
    for part in Part.objects.select_related("task__unit"):
        assert part.due_on is not None
        now = morning(part.due_on)
        purchases.finish_part(actor=officer("office", now), now=now, part=part, done_on=part.due_on)


def supplier_of(key: str) -> Supplier:
    """A supplier by its key."""
    return Supplier.objects.get(name=next(fact.name for fact in SUPPLIERS if fact.key == key))


def _canteen(units: Units, product: Product, fact: CanteenFact) -> None:
    now, fen = morning(fact.on), product.price_fen * fact.count
    purchases.add_line(
        actor=officer("office", now), now=now, unit=units[UNION_CODE], on=fact.on, supplier=product.supplier, product=product,
        count=Decimal(fact.count), fen=fen, payer="canteen", purpose="食堂", invoice_no=fact.invoice, invoice_fen=fen,
    )  # fmt: skip
