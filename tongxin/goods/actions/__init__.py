"""What is done to suppliers, products and scopes of counting."""

from tongxin.goods.actions.products import (
    add_product,
    discard_proof,
    edit_product,
    keep_proof,
    reinstate_product,
    retire_product,
)
from tongxin.goods.actions.scopes import add_scope, edit_scope, reinstate_scope, retire_scope
from tongxin.goods.actions.suppliers import add_supplier, edit_supplier, reinstate_supplier, retire_supplier

__all__ = [
    "add_product", "add_scope", "add_supplier", "discard_proof", "edit_product", "edit_scope", "edit_supplier", "keep_proof",
    "reinstate_product", "reinstate_scope", "reinstate_supplier", "retire_product", "retire_scope", "retire_supplier",
]  # fmt: skip
