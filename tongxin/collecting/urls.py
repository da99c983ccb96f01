"""Addresses of collecting: path, view module and template share their name."""

from __future__ import annotations

from django.urls import URLPattern, URLResolver

app_name = "collecting"
urlpatterns: list[URLPattern | URLResolver] = []
