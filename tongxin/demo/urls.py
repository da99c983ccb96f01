"""The page that tells what of the demonstration is the seed's and what is invented."""

from __future__ import annotations

from django.urls import path

from tongxin.demo.views import facts

app_name = "demo"
urlpatterns = [path("", facts.show, name="facts")]
