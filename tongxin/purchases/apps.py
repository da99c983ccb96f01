"""The app's registration with Django, and with the instruments that gather from all apps."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class PurchasesConfig(AppConfig):
    name = "tongxin.purchases"
    label = "purchases"

    def ready(self) -> None:
        """Declare figures, to-dos and imports, fill pages of rounds and units, take logistics' links, a place on the rail."""
        from tongxin.core import figures as core_figures
        from tongxin.core import todos as core_todos
        from tongxin.imports import protocol as imports
        from tongxin.org.rules import rights
        from tongxin.org.slots import UnitPanel, unit_panels
        from tongxin.partners import hooks as partners
        from tongxin.purchases import exempting, figures, panels, todos
        from tongxin.purchases.imports.ledger import LEDGER
        from tongxin.purchases.partner import PURPOSE
        from tongxin.rulebook.hooks import subjects
        from tongxin.ui.navigation import NavItem, register_rail
        from tongxin.welfare import hooks as welfare

        core_figures.register(figures.FIGURES)
        core_todos.sources.register(todos.SOURCE)
        imports.register((LEDGER,))
        partners.purposes.register(PURPOSE)
        subjects.register(exempting.LINE)
        welfare.panels.register(
            welfare.Panel("purchases.desk", 60, "desk", "main", "purchases/_desk_panel.html", panels.desk)
        )
        welfare.panels.register(
            welfare.Panel("purchases.home", 60, "home", "main", "purchases/_home_panel.html", panels.home)
        )
        unit_panels.register(UnitPanel("purchases", 45, "purchases/_unit_panel.html", panels.unit))
        register_rail(NavItem("purchases", _("采购"), "coin", "purchases:year", 36, right=rights.MONEY_READ))
