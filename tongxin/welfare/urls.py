"""Addresses of welfare: path, view module and template share their name."""

from __future__ import annotations

from django.urls import URLPattern, URLResolver

app_name = "welfare"
urlpatterns: list[URLPattern | URLResolver] = []
