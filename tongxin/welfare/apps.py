"""The app's registration with Django, and with the instruments that gather from all apps."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class WelfareConfig(AppConfig):
    name = "tongxin.welfare"
    label = "welfare"

    def ready(self) -> None:
        """Declare figures, to-dos and calendars, say who opens pictures, tell the rulebook what was judged and may be exempted, open the partner's link."""
        from tongxin.core import agenda as core_agenda
        from tongxin.core import figures as core_figures
        from tongxin.core import todos as core_todos
        from tongxin.files import owners
        from tongxin.org.rules import rights
        from tongxin.partners.hooks import purposes
        from tongxin.rulebook.hooks import Judged, judged, subjects
        from tongxin.ui.navigation import NavItem, register_rail
        from tongxin.welfare import access, agenda, asked, exempting, figures, todos
        from tongxin.welfare.purpose import PURPOSE
        from tongxin.welfare.queries.cases import cases

        core_figures.register(figures.FIGURES)
        core_todos.sources.register(todos.SOURCE)
        core_agenda.agenda.register(agenda.SOURCE)
        owners.register(owners.Owner("welfare.pack", access.may_open_files))
        judged.register(Judged("welfare", cases))
        subjects.register(exempting.SUBJECT)
        purposes.register(PURPOSE)
        asked.register()
        register_rail(NavItem("welfare", _("福利"), "gift", "welfare:rounds", order=34, right=rights.WELFARE_READ))
