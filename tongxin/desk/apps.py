"""The app's registration with Django."""

from django.apps import AppConfig


class DeskConfig(AppConfig):
    name = "tongxin.desk"
    label = "desk"
