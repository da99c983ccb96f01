"""Addresses of feedback: path, view module and template share their name."""

from __future__ import annotations

from django.urls import URLPattern, URLResolver, path

from tongxin.feedback.views.rate import rate
from tongxin.feedback.views.result import result

app_name = "feedback"
urlpatterns: list[URLPattern | URLResolver] = [
    path("feedback/<int:pk>/", rate, name="rate"),
    path("feedback/<int:pk>/result/", result, name="result"),
]
