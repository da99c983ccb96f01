"""The app's registration with Django, and with the instruments that gather from all apps."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class RulebookConfig(AppConfig):
    name = "tongxin.rulebook"
    label = "rulebook"

    def ready(self) -> None:
        """The place on the rail, what waits for those who confirm, and who opens the scans of minutes."""
        from tongxin.core import todos as core_todos
        from tongxin.files import owners
        from tongxin.org.rules import rights
        from tongxin.rulebook import access, todos
        from tongxin.ui.navigation import NavItem, register_rail

        core_todos.sources.register(todos.SOURCE)
        owners.register(owners.Owner(access.EXEMPTION, access.may_open_scan))
        register_rail(NavItem("rulebook", _("规则"), "doc", "rulebook:rules", order=85, right=rights.ACTIVITIES_RUN))
