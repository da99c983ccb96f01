"""Addresses of signing up: path, view module and template share their name."""

from __future__ import annotations

from django.urls import URLPattern, URLResolver, path

from tongxin.signups.views.draw import draw, draw_check
from tongxin.signups.views.keeping import admission, closing, drawing, removal, reopening
from tongxin.signups.views.leaving import confirmation, leaving
from tongxin.signups.views.list import export, list_
from tongxin.signups.views.my_places import mine
from tongxin.signups.views.questions import questions
from tongxin.signups.views.sign_up import sign_up
from tongxin.signups.views.slots import batch, dropping, slot, slots, weekly
from tongxin.signups.views.start import start
from tongxin.signups.views.terms import slot_terms, terms

app_name = "signups"
urlpatterns: list[URLPattern | URLResolver] = [
    path("my/places/", mine, name="mine"),
    path("activities/start/", start, name="start"),
    path("activities/<int:pk>/sign-up/", sign_up, name="sign_up"),
    path("activities/<int:pk>/questions/", questions, name="questions"),
    path("activities/<int:pk>/terms/", terms, name="terms"),
    path("activities/<int:pk>/slots/", slots, name="slots"),
    path("activities/<int:pk>/slots/weekly/", weekly, name="weekly"),
    path("activities/<int:pk>/slots/new/", batch, name="batch"),
    path("activities/<int:pk>/slots/<int:slot_pk>/", slot, name="slot"),
    path("activities/<int:pk>/slots/<int:slot_pk>/dropping/", dropping, name="dropping"),
    path("activities/<int:pk>/slots/<int:slot_pk>/terms/", slot_terms, name="slot_terms"),
    path("activities/<int:pk>/slots/<int:slot_pk>/leaving/", leaving, name="leaving"),
    path("activities/<int:pk>/slots/<int:slot_pk>/confirmation/", confirmation, name="confirmation"),
    path("activities/<int:pk>/slots/<int:slot_pk>/draw/", draw, name="draw"),
    path("activities/<int:pk>/slots/<int:slot_pk>/draw/check.py", draw_check, name="draw_check"),
    path("activities/<int:pk>/slots/<int:slot_pk>/list/", list_, name="list"),
    path("activities/<int:pk>/slots/<int:slot_pk>/list/export/", export, name="export"),
    path("activities/<int:pk>/slots/<int:slot_pk>/list/admission/", admission, name="admission"),
    path("activities/<int:pk>/slots/<int:slot_pk>/list/<int:place>/removal/", removal, name="removal"),
    path("activities/<int:pk>/slots/<int:slot_pk>/list/closing/", closing, name="closing"),
    path("activities/<int:pk>/slots/<int:slot_pk>/list/reopening/", reopening, name="reopening"),
    path("activities/<int:pk>/slots/<int:slot_pk>/list/drawing/", drawing, name="drawing"),
]
