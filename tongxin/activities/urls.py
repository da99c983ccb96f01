"""Addresses of activities: path, view module and template share their name."""

from __future__ import annotations

from django.urls import URLPattern, URLResolver, path

from tongxin.activities.views.activities import activities
from tongxin.activities.views.activity import activity
from tongxin.activities.views.beginning import beginning
from tongxin.activities.views.cancellation import cancellation
from tongxin.activities.views.catalogue import catalogue, category, group
from tongxin.activities.views.clearance import clearance, clearance_removal
from tongxin.activities.views.copy import copy
from tongxin.activities.views.edit import edit
from tongxin.activities.views.export import export
from tongxin.activities.views.files import files, removal
from tongxin.activities.views.merger import merger
from tongxin.activities.views.move import move
from tongxin.activities.views.new import new
from tongxin.activities.views.online import online
from tongxin.activities.views.organisers import organisers
from tongxin.activities.views.outcome import outcome
from tongxin.activities.views.planning import planning
from tongxin.activities.views.postponement import postponement
from tongxin.activities.views.publication import publication
from tongxin.activities.views.reinstatement import reinstatement
from tongxin.activities.views.reopening import reopening

app_name = "activities"
urlpatterns: list[URLPattern | URLResolver] = [
    path("", activities, name="activities"),
    path("new/", new, name="new"),
    path("export/", export, name="export"),
    path("catalogue/", catalogue, name="catalogue"),
    path("catalogue/categories/new/", category, name="new_category"),
    path("catalogue/categories/<int:pk>/", category, name="category"),
    path("catalogue/groups/new/", group, name="new_group"),
    path("catalogue/groups/<int:pk>/", group, name="group"),
    path("<int:pk>/", activity, name="activity"),
    path("<int:pk>/edit/", edit, name="edit"),
    path("<int:pk>/copy/", copy, name="copy"),
    path("<int:pk>/organisers/", organisers, name="organisers"),
    path("<int:pk>/planning/", planning, name="planning"),
    path("<int:pk>/publication/", publication, name="publication"),
    path("<int:pk>/beginning/", beginning, name="beginning"),
    path("<int:pk>/outcome/", outcome, name="outcome"),
    path("<int:pk>/move/", move, name="move"),
    path("<int:pk>/postponement/", postponement, name="postponement"),
    path("<int:pk>/cancellation/", cancellation, name="cancellation"),
    path("<int:pk>/online/", online, name="online"),
    path("<int:pk>/merger/", merger, name="merger"),
    path("<int:pk>/reinstatement/", reinstatement, name="reinstatement"),
    path("<int:pk>/reopening/", reopening, name="reopening"),
    path("<int:pk>/clearances/", clearance, name="clearance"),
    path("<int:pk>/clearances/<int:clearance>/removal/", clearance_removal, name="clearance_removal"),
    path("<int:pk>/files/", files, name="files"),
    path("<int:pk>/files/<uuid:file>/removal/", removal, name="removal"),
]
