"""Addresses of paperwork: path, view module and template share their name."""

from __future__ import annotations

from django.urls import URLPattern, URLResolver, path

from tongxin.paperwork.views.bundle import bundle
from tongxin.paperwork.views.money import budget, copy_budget, settlement
from tongxin.paperwork.views.paper import paper
from tongxin.paperwork.views.papers import papers
from tongxin.paperwork.views.prizes import prizes
from tongxin.paperwork.views.templates import new_template, retirement, templates

app_name = "paperwork"
urlpatterns: list[URLPattern | URLResolver] = [
    path("activities/<int:pk>/papers/", papers, name="papers"),
    path("activities/<int:pk>/papers/bundle.zip", bundle, name="bundle"),
    path("activities/<int:pk>/papers/<slug:kind>.<slug:form>", paper, name="paper"),
    path("activities/<int:pk>/budget/", budget, name="budget"),
    path("activities/<int:pk>/settlement/", settlement, name="settlement"),
    path("activities/<int:pk>/settlement/copy/", copy_budget, name="copy_budget"),
    path("activities/<int:pk>/prizes/", prizes, name="prizes"),
    path("paper-templates/", templates, name="templates"),
    path("paper-templates/new/", new_template, name="new_template"),
    path("paper-templates/<int:pk>/retirement/", retirement, name="retirement"),
]
