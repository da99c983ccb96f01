"""Addresses of choosing: path, view module and template share their name."""

from __future__ import annotations

from django.urls import URLPattern, URLResolver

app_name = "choosing"
urlpatterns: list[URLPattern | URLResolver] = []
