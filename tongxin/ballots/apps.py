"""The app's registration with Django, and with the instruments that gather from all apps."""

from django.apps import AppConfig


class BallotsConfig(AppConfig):
    name = "tongxin.ballots"
    label = "ballots"
