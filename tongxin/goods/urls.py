"""Addresses of goods: path, view module and template share their name."""

from __future__ import annotations

from django.urls import URLPattern, URLResolver

app_name = "goods"
urlpatterns: list[URLPattern | URLResolver] = []
