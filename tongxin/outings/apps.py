"""The app's registration with Django, and with the instruments that gather from all apps."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class OutingsConfig(AppConfig):
    name = "tongxin.outings"
    label = "outings"

    def ready(self) -> None:
        """Fill the activity's page, declare figures and to-dos, tell the rulebook what was judged and may be exempted, take a place on the rail."""
        from tongxin.activities import hooks
        from tongxin.core import figures as core_figures
        from tongxin.core import todos as core_todos
        from tongxin.org.rules import rights
        from tongxin.outings import exempting, figures, panels, todos
        from tongxin.outings.queries.cases import cases
        from tongxin.rulebook.hooks import Judged, judged, subjects
        from tongxin.ui.navigation import NavItem, register_rail

        hooks.panels.register(hooks.Panel("outings.home", 12, "home", "main", "outings/_home.html", panels.home))
        hooks.panels.register(hooks.Panel("outings.desk", 12, "desk", "main", "outings/_desk.html", panels.desk))
        core_figures.register(figures.FIGURES)
        core_todos.sources.register(todos.SOURCE)
        judged.register(Judged("outings", cases))
        subjects.register(exempting.SUBJECT)
        register_rail(NavItem("outings", _("团建"), "pin", "outings:outings", order=33, right=rights.ACTIVITIES_RUN))
