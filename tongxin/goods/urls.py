"""Addresses of goods: path, view module and template share their name."""

from __future__ import annotations

from django.urls import URLPattern, URLResolver, path

from tongxin.goods.views import product_acts, scopes, supplier_acts, suppliers

app_name = "goods"
urlpatterns: list[URLPattern | URLResolver] = [
    path("suppliers/", suppliers.suppliers, name="suppliers"),
    path("suppliers/new/", supplier_acts.new, name="new_supplier"),
    path("suppliers/<int:pk>/", suppliers.supplier, name="supplier"),
    path("suppliers/<int:pk>/edit/", supplier_acts.edit, name="edit_supplier"),
    path("suppliers/<int:pk>/retirement/", supplier_acts.retirement, name="retire_supplier"),
    path("suppliers/<int:pk>/reinstatement/", supplier_acts.reinstatement, name="reinstate_supplier"),
    path("suppliers/<int:pk>/products/new/", product_acts.new, name="new_product"),
    path("products/export/", suppliers.export, name="export_products"),
    path("products/<int:pk>/edit/", product_acts.edit, name="edit_product"),
    path("products/<int:pk>/retirement/", product_acts.retirement, name="retire_product"),
    path("products/<int:pk>/reinstatement/", product_acts.reinstatement, name="reinstate_product"),
    path("products/<int:pk>/proof/", product_acts.proof, name="keep_proof"),
    path("products/<int:pk>/proof/<uuid:file>/away/", product_acts.proof_away, name="discard_proof"),
    path("scopes/", scopes.scopes, name="scopes"),
    path("scopes/new/", scopes.new, name="new_scope"),
    path("scopes/<int:pk>/edit/", scopes.edit, name="edit_scope"),
    path("scopes/<int:pk>/retirement/", scopes.retirement, name="retire_scope"),
    path("scopes/<int:pk>/reinstatement/", scopes.reinstatement, name="reinstate_scope"),
]
