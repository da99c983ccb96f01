"""Addresses of events: path, view module and template share their name."""

from __future__ import annotations

from django.urls import URLPattern, URLResolver, path

from tongxin.contests.views.events import events, export, program
from tongxin.contests.views.heats import heats, moving
from tongxin.contests.views.ours import ours, team
from tongxin.contests.views.points import points
from tongxin.contests.views.publication import publication
from tongxin.contests.views.recording import correction, recording
from tongxin.contests.views.results import results

app_name = "contests"
urlpatterns: list[URLPattern | URLResolver] = [
    path("activities/<int:pk>/results/", results, name="results"),
    path("activities/<int:pk>/events/", events, name="events"),
    path("activities/<int:pk>/events/program/", program, name="program"),
    path("activities/<int:pk>/events/export/", export, name="export"),
    path("activities/<int:pk>/events/publication/", publication, name="publication"),
    path("activities/<int:pk>/events/ours/", ours, name="ours"),
    path("activities/<int:pk>/events/<int:slot_pk>/team/", team, name="team"),
    path("activities/<int:pk>/events/<int:slot_pk>/heats/", heats, name="heats"),
    path("activities/<int:pk>/events/<int:slot_pk>/heats/<str:key>/moving/", moving, name="moving"),
    path("activities/<int:pk>/events/<int:slot_pk>/points/", points, name="points"),
    path("activities/<int:pk>/events/<int:slot_pk>/recording/", recording, name="recording"),
    path(
        "activities/<int:pk>/events/<int:slot_pk>/recording/<int:entry_pk>/correction/", correction, name="correction"
    ),
]
