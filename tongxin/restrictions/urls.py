"""Addresses: path, view module and template share their name."""

from __future__ import annotations

from django.urls import URLPattern, URLResolver, path

from tongxin.restrictions.views.amendment import amendment
from tongxin.restrictions.views.declaration import contingency, declaration
from tongxin.restrictions.views.ending import ending
from tongxin.restrictions.views.restriction import restriction
from tongxin.restrictions.views.restrictions import restrictions
from tongxin.restrictions.views.telling import telling

app_name = "restrictions"
urlpatterns: list[URLPattern | URLResolver] = [
    path("", restrictions, name="restrictions"),
    path("new/", declaration, name="declaration"),
    path("contingency/", contingency, name="contingency"),
    path("<int:pk>/", restriction, name="restriction"),
    path("<int:pk>/edit/", amendment, name="amendment"),
    path("<int:pk>/end/", ending, name="ending"),
    path("<int:pk>/telling/", telling, name="telling"),
]
