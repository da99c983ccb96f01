"""Addresses of paperwork: path, view module and template share their name."""

from __future__ import annotations

from django.urls import URLPattern, URLResolver

app_name = "paperwork"
urlpatterns: list[URLPattern | URLResolver] = []
