"""The app's registration with Django."""

from django.apps import AppConfig


class PlanConfig(AppConfig):
    name = "tongxin.plan"
    label = "plan"
