"""Suppliers, products and scopes for tests."""

from __future__ import annotations

from typing import Any

from tests.cast import NOW, Cast
from tongxin.goods import actions
from tongxin.goods.models import Product, Scope, Supplier

CODE = "91350100M000100Y43"


def scope(cast: Cast, kind: str = "c832", name: str = "832个脱贫县", **more: Any) -> Scope:
    """A scope of the union."""
    return actions.add_scope(actor=cast.actor("office"), now=NOW, unit=cast.union, kind=kind, name=name, **more)


def supplier(cast: Cast, name: str = "岳西来榜茶叶合作社", **more: Any) -> Supplier:
    """A supplier of the union."""
    return actions.add_supplier(actor=cast.actor("office"), now=NOW, unit=cast.union, name=name, **more)


def product(cast: Cast, of: Supplier | None = None, name: str = "翠兰绿茶", **more: Any) -> Product:
    """A product at 45 yuan from 岳西."""
    said = {"price_fen": 4500, "measure": "罐", "county": "340828", "village": "来榜镇", **more}
    return actions.add_product(actor=cast.actor("office"), now=NOW, supplier=of or supplier(cast), name=name, **said)
