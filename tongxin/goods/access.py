"""Who sees suppliers, products and scopes, and who changes them. A stranger gets 404.

They belong to a unit and are known to it and all below it; MONEY_READ reads them, MONEY_CHANGE in their unit changes them.
"""

from __future__ import annotations

from typing import Any

from django.db.models import F, Q, QuerySet
from django.http import Http404

from tongxin.core.numbers import whole
from tongxin.goods.models import Product, Scope, Supplier
from tongxin.org.access import below, needs_office, require_right, require_somewhere, steps
from tongxin.org.actor import Actor
from tongxin.org.models import Unit
from tongxin.org.rules.rights import MONEY_CHANGE, MONEY_READ


def require_reader(actor: Actor) -> None:
    """Refuses who reads no unit's purchases at all. Refuses as `require_somewhere`."""
    require_somewhere(actor, MONEY_READ)


def known_at(paths: tuple[str, ...], field: str = "unit") -> Q:
    """A condition: what belongs to a unit at or below one of the paths, or above one."""
    above = {step for path in paths for step in steps(path)}
    return below(paths, f"{field}__path") | Q(**{f"{field}__in": above})


def suppliers_for(actor: Actor) -> QuerySet[Supplier]:
    """The suppliers that the actor's units know."""
    return Supplier.objects.filter(known_at(actor.paths(MONEY_READ)))


def products_for(actor: Actor) -> QuerySet[Product]:
    """Their products."""
    return Product.objects.filter(known_at(actor.paths(MONEY_READ), "supplier__unit"))


def scopes_for(actor: Actor) -> QuerySet[Scope]:
    """The scopes of counting that the actor's units know."""
    return Scope.objects.filter(known_at(actor.paths(MONEY_READ)))


def suppliers_of(unit: Unit) -> QuerySet[Supplier]:
    """Suppliers in use that a unit may buy from."""
    return Supplier.objects.filter(unit__in=steps(unit.path), retired_at=None)


def products_of(unit: Unit) -> QuerySet[Product]:
    """Products in use that a unit may buy."""
    rows = Product.objects.filter(supplier__unit__in=steps(unit.path), supplier__retired_at=None, retired_at=None)
    return rows.select_related("supplier")


def scopes_of(unit: Unit) -> QuerySet[Scope]:
    """Scopes of counting in use for a unit."""
    return Scope.objects.filter(unit__in=steps(unit.path), retired_at=None)


def scopes_ever(unit: Unit) -> QuerySet[Scope]:
    """Scopes of counting of a unit, retired ones too, which stand last: older lines count in them."""
    return Scope.objects.filter(unit__in=steps(unit.path)).order_by(F("retired_at").asc(nulls_first=True), "id")


def get_supplier(actor: Actor, pk: int, *, change: bool = False) -> Supplier:
    """A supplier to read or to change. Refuses: 404, and as `require_right`."""
    found = Supplier.objects.select_related("unit").filter(pk=pk).first()
    return _checked(actor, found, change=change)


def get_product(actor: Actor, pk: int, *, change: bool = False) -> Product:
    """A product with its supplier. Refuses as `get_supplier`."""
    found = Product.objects.select_related("supplier__unit").filter(pk=pk).first()
    return _checked(actor, found, change=change)


def get_scope(actor: Actor, pk: int, *, change: bool = False) -> Scope:
    """A scope of counting. Refuses as `get_supplier`."""
    found = Scope.objects.select_related("unit").filter(pk=pk).first()
    return _checked(actor, found, change=change)


def unit_to_change(actor: Actor, wanted: str | None = None) -> Unit:
    """The unit for which one buys: the wanted one, else the highest of the actor's. Refuses as `require_right`."""
    return _unit(actor, wanted, MONEY_CHANGE)


def unit_to_read(actor: Actor, wanted: str | None = None) -> Unit:
    """The unit whose purchases are read, as `unit_to_change`."""
    return _unit(actor, wanted, MONEY_READ)


def may_open_files(actor: Actor, pk: int) -> bool:
    """Whether the actor may open what proves a product."""
    return products_for(actor).filter(pk=pk).exists()


def unit_of(thing: Any) -> Unit:
    """The unit that a supplier, a product or a scope belongs to."""
    owner: Unit = thing.supplier.unit if isinstance(thing, Product) else thing.unit
    return owner


def _unit(actor: Actor, wanted: str | None, right: str) -> Unit:
    number = whole(wanted)
    if number is not None:
        found = Unit.objects.filter(pk=number).first()
        if found is None:
            raise Http404
        require_right(actor, right, found)
        return found
    require_somewhere(actor, right)
    found = Unit.objects.filter(below(actor.paths(right), "path"), closed_on=None).order_by("path").first()
    if found is None:
        raise Http404
    return found


def _checked(actor: Actor, found: Any, *, change: bool) -> Any:
    """Known to a unit and all below it: who reads money in one of those may read it."""
    if found is None:
        raise Http404
    path = unit_of(found).path or "\0"
    if change:
        require_right(actor, MONEY_CHANGE, path)
        return found
    reads = [grant.path for grant in actor.grants if grant.right == MONEY_READ]
    if not any(path.startswith(each) or each.startswith(path) for each in reads):
        raise Http404
    if not actor.in_office:
        raise needs_office()
    return found
