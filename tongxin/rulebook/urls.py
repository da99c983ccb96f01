"""Addresses: path, view module and template share their name."""

from __future__ import annotations

from django.urls import URLPattern, URLResolver, path

from tongxin.rulebook.views.decision import confirmation, refusal
from tongxin.rulebook.views.effect import effect
from tongxin.rulebook.views.exemption import exempt, withdrawal
from tongxin.rulebook.views.exemptions import exemptions, export
from tongxin.rulebook.views.new import new
from tongxin.rulebook.views.region import region
from tongxin.rulebook.views.rule import rule
from tongxin.rulebook.views.rules import rules

app_name = "rulebook"
urlpatterns: list[URLPattern | URLResolver] = [
    path("", rules, name="rules"),
    path("new/", new, name="new"),
    path("region/", region, name="region"),
    path("exemptions/", exemptions, name="exemptions"),
    path("exemptions/export/", export, name="exemptions_export"),
    path("exemptions/<slug:kind>/<int:thing>/<int:rule>/", exempt, name="exempt"),
    path("exemptions/<int:pk>/withdrawal/", withdrawal, name="exemption_withdrawal"),
    path("<int:pk>/", rule, name="rule"),
    path("<int:pk>/confirmation/", confirmation, name="confirmation"),
    path("<int:pk>/refusal/", refusal, name="refusal"),
    path("<int:pk>/effect/", effect, name="effect"),
]
