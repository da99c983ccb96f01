"""Addresses of welfare: path, view module and template share their name."""

from __future__ import annotations

from django.urls import URLPattern, URLResolver, path

from tongxin.welfare.views.round import round
from tongxin.welfare.views.rounds import rounds

app_name = "welfare"
urlpatterns: list[URLPattern | URLResolver] = [
    path("", rounds, name="rounds"),
    path("<int:pk>/", round, name="round"),
]
