"""The app's registration with Django, and with the instruments that gather from all apps."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class GoalsConfig(AppConfig):
    name = "tongxin.goals"
    label = "goals"

    def ready(self) -> None:
        """Declare figures and to-dos, who may open our files, and our places on other apps' pages."""
        from tongxin.activities.hooks import Panel, panels
        from tongxin.core import figures as core_figures
        from tongxin.core import todos as core_todos
        from tongxin.files import owners
        from tongxin.goals import figures, todos
        from tongxin.goals.access import may_open_files
        from tongxin.goals.queries.changes import changes_of_goals
        from tongxin.goals.queries.serving import activity_panel, work_panel
        from tongxin.org.rules import rights
        from tongxin.plan.hooks import ChangeSource, ItemPanel, Tab, change_sources, item_panels, tabs
        from tongxin.ui.navigation import NavItem, register_rail

        core_figures.register(figures.FIGURES)
        core_todos.sources.register(todos.SOURCE)
        owners.register(owners.Owner("goals.directive", may_open_files))
        panels.register(Panel("goals", 40, "desk", "side", "goals/_activity_panel.html", activity_panel))
        item_panels.register(ItemPanel("goals", "goals/_work_panel.html", work_panel))
        tabs.register(Tab("goals", _("目标"), "goals:goals"))
        change_sources.register(ChangeSource("goals", _("目标的变动"), changes_of_goals))
        register_rail(NavItem("goals", _("目标"), "star", "goals:now", 25, right=rights.SUMMARY_READ))
