"""Home pages and what belongs to the frame."""

from __future__ import annotations

from django.urls import path

from tongxin.desk.views import calendar, home, me, status, trail

app_name = "desk"
urlpatterns = [
    path("", home.home, name="home"),
    path("me/", me.me, name="me"),
    path("trail/", trail.show, name="trail"),
    path("trail/export/", trail.export, name="export_trail"),
    path("status/", status.show, name="status"),
    path("calendar/", calendar.show, name="calendar"),
    path("calendar/<str:token>/own.ics", calendar.own, name="own_calendar"),
    path("calendar/<str:token>/units/<int:pk>.ics", calendar.unit, name="unit_calendar"),
]
