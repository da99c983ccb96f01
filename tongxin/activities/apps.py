"""The app's registration with Django, and with the instruments that gather from all apps."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ActivitiesConfig(AppConfig):
    name = "tongxin.activities"
    label = "activities"

    def ready(self) -> None:
        """Declare figures, to-dos, places in the frames and who may open our files."""
        from tongxin.activities import access, agenda, figures, todos
        from tongxin.activities.queries.concerned import officers
        from tongxin.activities.queries.touched import on_its_page
        from tongxin.activities.queries.unit_panel import of_unit_in_year
        from tongxin.core import agenda as core_agenda
        from tongxin.core import figures as core_figures
        from tongxin.core import todos as core_todos
        from tongxin.files import owners
        from tongxin.org.slots import UnitPanel, unit_panels
        from tongxin.restrictions.hooks import Concerned, Toucher, concerned, touched
        from tongxin.ui.navigation import NavItem, register_rail, register_tab

        core_figures.register(figures.FIGURES)
        core_todos.sources.register(todos.SOURCE)
        core_todos.sources.register(todos.RESTRICTED)
        touched.register(Toucher("activities", 10, _("活动"), on_its_page))
        concerned.register(Concerned("activities", officers))
        core_agenda.agenda.register(agenda.SOURCE)
        owners.register(owners.Owner("activities.activity", access.may_open_photos, access.may_open_papers))
        register_tab(NavItem("activities", _("活动"), "flag", "activities:activities", order=20))
        register_rail(
            NavItem("activities", _("活动"), "flag", "activities:activities", order=30, right="activities.read")
        )
        unit_panels.register(UnitPanel("activities", 10, "activities/_unit_panel.html", of_unit_in_year))
