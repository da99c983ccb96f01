"""The app's registration with Django, and with the instruments that gather from all apps."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class PlannerConfig(AppConfig):
    name = "tongxin.planner"
    label = "planner"

    def ready(self) -> None:
        """A tab of the year, a part of an activity's page, the importer of the academic year, the way to repair a year, to-dos."""
        from tongxin.activities.hooks import Panel, panels
        from tongxin.core import todos as core_todos
        from tongxin.imports import protocol as imports
        from tongxin.plan.hooks import Tab, tabs
        from tongxin.planner import todos
        from tongxin.planner.imports.spans import SPANS
        from tongxin.planner.panels import facts_panel
        from tongxin.planner.queries.links import repair_url
        from tongxin.restrictions.hooks import Repair, repairs

        panels.register(Panel("planner.facts", 45, "desk", "side", "planner/_panel.html", facts_panel))
        tabs.register(Tab("planner", _("重排"), "planner:planner"))
        imports.register((SPANS,))
        core_todos.sources.register(todos.SOURCE)
        repairs.register(Repair("planner", _("看怎么改最少"), repair_url))
