"""Addresses of this app."""

from __future__ import annotations

from django.urls import URLPattern, URLResolver, path

from tongxin.imports.views import acts, check, columns, download, home, new

app_name = "imports"
urlpatterns: list[URLPattern | URLResolver] = [
    path("", home.home, name="home"),
    path("<uuid:pk>/", check.check, name="check"),
    path("<uuid:pk>/columns/", columns.columns, name="columns"),
    path("<uuid:pk>/units/", acts.units, name="units"),
    path("<uuid:pk>/cells/", acts.cell, name="cell"),
    path("<uuid:pk>/application/", acts.application, name="application"),
    path("<uuid:pk>/drop/", acts.drop, name="drop"),
    path("<uuid:pk>/refused.xlsx", download.refused, name="refused"),
    path("<slug:kind>/new/", new.new, name="new"),
    path("<slug:kind>/template.xlsx", download.template, name="template"),
]
