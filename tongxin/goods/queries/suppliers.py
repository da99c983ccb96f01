"""The list of suppliers, and one of them with its products."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.core.paginator import Page, Paginator
from django.db.models import Count, F, Q

from tongxin.files.models import Attachment
from tongxin.goods.access import scopes_for, suppliers_for
from tongxin.goods.models import Product, Scope, Supplier
from tongxin.goods.rules.poor import is_outside
from tongxin.goods.words import county, origin, outside
from tongxin.org.access import label_of
from tongxin.org.actor import Actor
from tongxin.org.rules.rights import MONEY_CHANGE

PER_PAGE = 50
KNOWN_BY_HEART = Scope.Kind.COUNTIES_832


@dataclass(frozen=True)
class Wanted:
    """What the list is narrowed to: words, a scope, those on the platform, those that are retired."""

    q: str = ""
    scope: int | None = None
    on_832: bool = False
    retired: bool = False

    @property
    def is_narrow(self) -> bool:
        """Whether anything is left out that the plain list shows."""
        return bool(self.q or self.scope or self.on_832 or self.retired)


@dataclass(frozen=True)
class SupplierLine:
    """A supplier of the list: `products` in use, `expired` of them with a proof that has run out."""

    pk: int
    name: str
    county: str
    unit: str
    contact: str
    on_832: bool
    products: int
    expired: int
    retired: bool


@dataclass(frozen=True)
class ProductLine:
    """A product with what is to be said about it: `outside` says that a scope's list does not have its county."""

    product: Product
    origin: str
    scopes: tuple[Scope, ...]
    outside: str
    expired: bool
    files: tuple[Attachment, ...]


@dataclass(frozen=True)
class SupplierPage:
    """A supplier's page: products in use first."""

    supplier: Supplier
    county: str
    products: tuple[ProductLine, ...]
    may_change: bool


def suppliers(actor: Actor, wanted: Wanted, page: str | None, today: date) -> Page[SupplierLine]:
    """The suppliers that the actor's units know, by name. Two queries."""
    rows = suppliers_for(actor).filter(retired_at__isnull=not wanted.retired).select_related("unit")
    if wanted.q:
        named = Q(name__icontains=wanted.q) | Q(products__name__icontains=wanted.q) | Q(contact__icontains=wanted.q)
        rows = rows.filter(pk__in=Supplier.objects.filter(named).values("pk"))
    if wanted.scope:
        rows = rows.filter(pk__in=Product.objects.filter(scopes=wanted.scope).values("supplier"))
    if wanted.on_832:
        rows = rows.filter(on_832=True)
    used = Q(products__retired_at=None)
    counted = rows.annotate(
        used=Count("products", filter=used), gone=Count("products", filter=used & Q(products__proof_until__lt=today))
    ).order_by("name", "pk")
    found: Page[Any] = Paginator(counted, PER_PAGE).get_page(page)
    found.object_list = [_line(each) for each in found.object_list]
    return found


def scopes_to_filter(actor: Actor) -> list[Scope]:
    """The scopes that lists offer. One query."""
    return list(scopes_for(actor).filter(retired_at=None))


def supplier_page(actor: Actor, supplier: Supplier, today: date) -> SupplierPage:
    """One supplier. Three queries."""
    products = supplier.products.prefetch_related("scopes").order_by(
        F("retired_at").desc(nulls_first=True), "name", "spec", "pk"
    )
    lines = tuple(product_lines(products, today))
    return SupplierPage(supplier, county(supplier.county), lines, actor.may(MONEY_CHANGE, supplier.unit))


def product_lines(products: Iterable[Product], today: date) -> list[ProductLine]:
    """Products with their scopes (prefetched) and files; one query of its own."""
    rows = list(products)
    files: dict[int, list[Attachment]] = defaultdict(list)
    kept = Attachment.objects.filter(thing_type=label_of(Product()), thing_id__in=[row.pk for row in rows])
    for each in kept:
        files[each.thing_id].append(each)
    return [_product(row, files[row.pk], today) for row in rows]


def outside_of(scopes: Iterable[Scope], code: str) -> str:
    """What is to be said where goods of that county seem not to belong into some of the scopes; empty where all is well."""
    found = [scope for scope in scopes if is_outside(scope.kind, scope.counties, code)]
    return outside([scope.name for scope in found], by_heart=any(scope.kind == KNOWN_BY_HEART for scope in found))


def _line(supplier: Supplier) -> SupplierLine:
    return SupplierLine(
        supplier.pk, supplier.name, county(supplier.county), supplier.unit.called, supplier.contact, supplier.on_832,
        supplier.used, supplier.gone, supplier.retired_at is not None,  # type: ignore[attr-defined]
    )  # fmt: skip


def _product(product: Product, files: list[Attachment], today: date) -> ProductLine:
    scopes = tuple(product.scopes.all())
    expired = product.proof_until is not None and product.proof_until < today
    told = outside_of(scopes, product.county)
    return ProductLine(product, origin(product.county, product.village), scopes, told, expired, tuple(files))
