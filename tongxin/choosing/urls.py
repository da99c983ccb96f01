"""Addresses of choosing: path, view module and template share their name."""

from __future__ import annotations

from django.urls import URLPattern, URLResolver, path

from tongxin.choosing.views.choice import choice
from tongxin.choosing.views.choices import addresses, choices, choosing_for, export
from tongxin.choosing.views.way import way

app_name = "choosing"
urlpatterns: list[URLPattern | URLResolver] = [
    path("<int:pk>/choice/", choice, name="choice"),
    path("<int:pk>/way/", way, name="way"),
    path("<int:pk>/choices/", choices, name="choices"),
    path("<int:pk>/choices/export/", export, name="export"),
    path("<int:pk>/choices/addresses/", addresses, name="addresses"),
    path("<int:pk>/choices/<int:entitled>/", choosing_for, name="choosing_for"),
]
