"""The app's registration with Django, and with the instruments that gather from all apps."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class PlanConfig(AppConfig):
    name = "tongxin.plan"
    label = "plan"

    def ready(self) -> None:
        """Declare figures, to-dos, the place on the rail, and that an approved plan promises a day."""
        from tongxin.activities.hooks import Promise, promises
        from tongxin.core import figures as core_figures
        from tongxin.core import todos as core_todos
        from tongxin.imports import protocol as imports
        from tongxin.org.rules import rights
        from tongxin.plan import figures, todos
        from tongxin.plan.imports.plan import PLAN
        from tongxin.plan.queries.promised import is_in_a_plan
        from tongxin.ui.navigation import NavItem, register_rail

        core_figures.register(figures.FIGURES)
        core_todos.sources.register(todos.SOURCE)
        promises.register(Promise("plan", is_in_a_plan))
        imports.register((PLAN,))
        register_rail(NavItem("plan", _("年度"), "cal", "plan:years", 20, right=rights.ACTIVITIES_READ))
