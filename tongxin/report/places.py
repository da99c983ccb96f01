"""This app's places on the officer's rail."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from tongxin.org.rules.rights import FIGURES_READ, SUMMARY_READ
from tongxin.ui.navigation import NavItem, register_rail


def register() -> None:
    """数据 and 总结."""
    register_rail(NavItem("figures", _("数据"), "table", "report:figures:now", 80, FIGURES_READ))
    register_rail(NavItem("summaries", pgettext_lazy("rail", "总结"), "doc", "report:summaries", 90, SUMMARY_READ))
