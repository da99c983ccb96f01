"""The app's registration with Django."""

from django.apps import AppConfig


class ReportConfig(AppConfig):
    name = "tongxin.report"
    label = "report"
