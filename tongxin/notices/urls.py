"""Addresses of notices: path, view module and template share their name."""

from __future__ import annotations

from django.urls import URLPattern, URLResolver, path

from tongxin.notices.views.new import new
from tongxin.notices.views.notice import notice
from tongxin.notices.views.notices import notices
from tongxin.notices.views.outbox import again, outbox
from tongxin.notices.views.preferences import preferences
from tongxin.notices.views.robots import new_robot, retirement, robot, robots, trial
from tongxin.notices.views.sent import export, receipts, reminder, sent

app_name = "notices"
urlpatterns: list[URLPattern | URLResolver] = [
    path("notices/", notices, name="notices"),
    path("notices/<int:pk>/", notice, name="notice"),
    path("notices/preferences/", preferences, name="preferences"),
    path("notices/new/", new, name="new"),
    path("notices/sent/", sent, name="sent"),
    path("notices/sent/<int:pk>/", receipts, name="receipts"),
    path("notices/sent/<int:pk>/export/", export, name="export"),
    path("notices/sent/<int:pk>/reminder/", reminder, name="reminder"),
    path("notices/robots/", robots, name="robots"),
    path("notices/robots/new/", new_robot, name="new_robot"),
    path("notices/robots/<int:pk>/", robot, name="robot"),
    path("notices/robots/<int:pk>/retirement/", retirement, name="retirement"),
    path("notices/robots/<int:pk>/trial/", trial, name="trial"),
    path("notices/outbox/", outbox, name="outbox"),
    path("notices/outbox/<int:pk>/again/", again, name="again"),
]
