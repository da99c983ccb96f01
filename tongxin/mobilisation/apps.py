"""The app's registration with Django, and with the instruments that gather from all apps."""

from django.apps import AppConfig
from django.utils.translation import pgettext_lazy


class MobilisationConfig(AppConfig):
    name = "tongxin.mobilisation"
    label = "mobilisation"

    def ready(self) -> None:
        """Declare figures, to-dos, calendars, the place on the rail and who may open what units handed in."""
        from tongxin.core import figures as core_figures
        from tongxin.core import todos as core_todos
        from tongxin.core.agenda import agenda
        from tongxin.files import owners
        from tongxin.mobilisation import access, figures, todos
        from tongxin.mobilisation import agenda as calendars
        from tongxin.org.rules.rights import ACTIVITIES_READ
        from tongxin.ui.navigation import NavItem, register_rail

        core_figures.register(figures.FIGURES)
        core_todos.sources.register(todos.MEMBER)
        core_todos.sources.register(todos.OFFICER)
        agenda.register(calendars.SOURCE)
        owners.register(owners.Owner("mobilisation.handed", access.may_open_evidence))
        register_rail(
            NavItem(
                "mobilisation", pgettext_lazy("rail", "动员"), "voice", "mobilisation:calls", 40, right=ACTIVITIES_READ
            )
        )
