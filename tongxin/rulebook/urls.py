"""Addresses: path, view module and template share their name."""

from __future__ import annotations

from django.urls import URLPattern, URLResolver, path

from tongxin.rulebook.views.decision import confirmation, refusal
from tongxin.rulebook.views.effect import effect
from tongxin.rulebook.views.new import new
from tongxin.rulebook.views.region import region
from tongxin.rulebook.views.rule import rule
from tongxin.rulebook.views.rules import rules

app_name = "rulebook"
urlpatterns: list[URLPattern | URLResolver] = [
    path("", rules, name="rules"),
    path("new/", new, name="new"),
    path("region/", region, name="region"),
    path("<int:pk>/", rule, name="rule"),
    path("<int:pk>/confirmation/", confirmation, name="confirmation"),
    path("<int:pk>/refusal/", refusal, name="refusal"),
    path("<int:pk>/effect/", effect, name="effect"),
]
