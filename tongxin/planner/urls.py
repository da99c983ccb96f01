"""Addresses: path, view module and template share their name. The converter `year` is the plan's."""

from __future__ import annotations

from django.urls import URLPattern, URLResolver, path

from tongxin.planner.views import facts, planner, proposal, settings, spans

app_name = "planner"
urlpatterns: list[URLPattern | URLResolver] = [
    path("<year:year>/planner/", planner.planner, name="planner"),
    path("<year:year>/planner/propose/", planner.propose, name="propose"),
    path("<year:year>/planner/look-back/", planner.look_back, name="look_back"),
    path("<year:year>/planner/facts/", facts.table, name="facts_table"),
    path("<year:year>/planner/settings/", settings.settings, name="settings"),
    path("<year:year>/planner/budget/", settings.budget, name="budget"),
    path("<year:year>/planner/spans/", spans.spans, name="spans"),
    path("<year:year>/planner/spans/new/", spans.new, name="new_span"),
    path("planner/spans/<int:pk>/remove/", spans.remove, name="remove_span"),
    path("planner/facts/<int:pk>/", facts.one, name="facts"),
    path("planner/<int:pk>/", proposal.proposal, name="proposal"),
    path("planner/<int:pk>/acceptance/", proposal.acceptance, name="acceptance"),
    path("planner/<int:pk>/refusal/", proposal.refusal, name="refusal"),
    path("planner/<int:pk>/undoing/", proposal.undoing, name="undoing"),
    path("planner/<int:pk>/removal/", proposal.removal, name="removal"),
]
