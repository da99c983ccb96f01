"""The app's registration with Django, and with the instruments that gather from all apps."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class RulebookConfig(AppConfig):
    name = "tongxin.rulebook"
    label = "rulebook"

    def ready(self) -> None:
        """The place on the rail, and what waits for those who confirm."""
        from tongxin.core import todos as core_todos
        from tongxin.org.rules import rights
        from tongxin.rulebook import todos
        from tongxin.ui.navigation import NavItem, register_rail

        core_todos.sources.register(todos.SOURCE)
        register_rail(NavItem("rulebook", _("规则"), "doc", "rulebook:rules", order=85, right=rights.ACTIVITIES_RUN))
