"""The app's registration with Django."""

from django.apps import AppConfig


class ImportsConfig(AppConfig):
    name = "tongxin.imports"
    label = "imports"
