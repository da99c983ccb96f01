"""Addresses of partners: path, view module and template share their name."""

from __future__ import annotations

from django.urls import URLPattern, URLResolver, path

from tongxin.partners.views.answer import answer
from tongxin.partners.views.links import links, revocation

app_name = "partners"
urlpatterns: list[URLPattern | URLResolver] = [
    path("links/<str:purpose>/<int:thing>/", links, name="links"),
    path("links/<int:pk>/revocation/", revocation, name="revocation"),
    path("<str:token>/", answer, name="answer"),
]
