"""Nouns of what is bought: suppliers, products, scopes of counting."""

from tongxin.goods.models.product import Product
from tongxin.goods.models.supplier import Scope, Supplier

__all__ = ["Product", "Scope", "Supplier"]
