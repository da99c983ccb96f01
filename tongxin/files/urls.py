"""Addresses of this app."""

from __future__ import annotations

from django.urls import URLPattern, URLResolver, path

from tongxin.files.views.serve import serve

app_name = "files"
urlpatterns: list[URLPattern | URLResolver] = [path("<uuid:pk>/", serve, name="serve")]
