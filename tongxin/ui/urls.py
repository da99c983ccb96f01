"""The component page, and what a phone needs when there is no network."""

from __future__ import annotations

from django.urls import path

from tongxin.ui.views.parts import parts
from tongxin.ui.views.worker import offline, worker

app_name = "ui"
urlpatterns = [
    path("parts/", parts, name="parts"),
    path("sw.js", worker, name="worker"),
    path("offline/", offline, name="offline"),
]
