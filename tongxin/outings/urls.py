"""Addresses: path, view module and template share their name. An outing has the number of its activity."""

from __future__ import annotations

from django.urls import URLPattern, URLResolver, path

from tongxin.outings.views.application import application
from tongxin.outings.views.approval import approval
from tongxin.outings.views.closing import closing
from tongxin.outings.views.edit import edit
from tongxin.outings.views.new import new
from tongxin.outings.views.outing import outing
from tongxin.outings.views.outings import outings
from tongxin.outings.views.returning import returning
from tongxin.outings.views.spread import spread
from tongxin.outings.views.withdrawal import withdrawal

app_name = "outings"
urlpatterns: list[URLPattern | URLResolver] = [
    path("", outings, name="outings"),
    path("new/", new, name="new"),
    path("spread/", spread, name="spread"),
    path("<int:pk>/", outing, name="outing"),
    path("<int:pk>/edit/", edit, name="edit"),
    path("<int:pk>/application/", application, name="application"),
    path("<int:pk>/approval/", approval, name="approval"),
    path("<int:pk>/returning/", returning, name="returning"),
    path("<int:pk>/withdrawal/", withdrawal, name="withdrawal"),
    path("<int:pk>/closing/", closing, name="closing"),
]
