"""Addresses of the organisation: units, people, posts, office mode."""

from __future__ import annotations

from django.urls import URLPattern, URLResolver, path

from tongxin.org.views import export, office, people, person_acts, posts, terms, unit_acts, units

app_name = "org"
urlpatterns: list[URLPattern | URLResolver] = [
    path("office/", office.enter, name="enter_office"),
    path("office/leave/", office.leave, name="leave_office"),
    path("units/", units.units, name="units"),
    path("units/export/", export.units, name="export_units"),
    path("units/new/", unit_acts.new, name="new_unit"),
    path("units/<int:pk>/", units.unit, name="unit"),
    path("units/<int:pk>/edit/", unit_acts.edit, name="edit_unit"),
    path("units/<int:pk>/move/", unit_acts.move, name="move_unit"),
    path("units/<int:pk>/close/", unit_acts.close, name="close_unit"),
    path("units/<int:pk>/posts/new/", posts.new, name="appoint"),
    path("units/<int:pk>/terms/new/", terms.new, name="new_term"),
    path("terms/<int:pk>/edit/", terms.edit, name="edit_term"),
    path("posts/<int:pk>/end/", posts.end, name="end_post"),
    path("people/", people.people, name="people"),
    path("people/export/", export.people, name="export_people"),
    path("people/new/", person_acts.new, name="enrol"),
    path("people/<int:pk>/", people.person, name="person"),
    path("people/<int:pk>/edit/", person_acts.edit, name="edit_person"),
    path("people/<int:pk>/standing/", person_acts.standing, name="change_standing"),
    path("people/<int:pk>/move/", person_acts.move, name="move_person"),
    path("people/<int:pk>/leave/", person_acts.leave, name="leave_employment"),
    path("people/<int:pk>/back/", person_acts.back, name="take_back"),
    path("people/<int:pk>/invitation/", person_acts.invitation, name="invite"),
]
