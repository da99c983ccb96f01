"""The app's registration with Django."""

from django.apps import AppConfig


class OrgConfig(AppConfig):
    name = "tongxin.org"
    label = "org"
