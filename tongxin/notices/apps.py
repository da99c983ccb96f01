"""The app's registration with Django, and with the instruments that gather from all apps."""

from django.apps import AppConfig
from django.utils.translation import pgettext_lazy


class NoticesConfig(AppConfig):
    name = "tongxin.notices"
    label = "notices"

    def ready(self) -> None:
        """Say what must be read, and stand on the officer's rail."""
        from tongxin.core import todos as core_todos
        from tongxin.notices import todos
        from tongxin.org.rules.rights import NOTICES_SEND
        from tongxin.ui.navigation import NavItem, register_rail

        core_todos.sources.register(todos.SOURCE)
        register_rail(NavItem("notices", pgettext_lazy("rail", "通知"), "bell", "notices:sent", 35, right=NOTICES_SEND))
