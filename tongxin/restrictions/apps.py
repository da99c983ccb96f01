"""The app's registration with Django, and with the instruments that gather from all apps."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class RestrictionsConfig(AppConfig):
    name = "tongxin.restrictions"
    label = "restrictions"

    def ready(self) -> None:
        """Declare figures, to-dos and the place on the rail."""
        from tongxin.core import figures as core_figures
        from tongxin.core import todos as core_todos
        from tongxin.restrictions import figures, todos
        from tongxin.ui.navigation import NavItem, register_rail

        core_figures.register(figures.FIGURES)
        core_todos.sources.register(todos.SOURCE)
        register_rail(
            NavItem("restrictions", _("管控"), "shield", "restrictions:restrictions", order=35, right="activities.read")
        )
