"""The component page is the only page of `ui`."""

from __future__ import annotations

from django.urls import path

from tongxin.ui.views.parts import parts

app_name = "ui"
urlpatterns = [path("parts/", parts, name="parts")]
