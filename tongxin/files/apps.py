"""The app's registration with Django."""

from django.apps import AppConfig


class FilesConfig(AppConfig):
    name = "tongxin.files"
    label = "files"
