"""The app's registration with Django, and its places in the frames."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class DeskConfig(AppConfig):
    name = "tongxin.desk"
    label = "desk"

    def ready(self) -> None:
        """Name the acts; put home and 我的 into both frames, the trail and the status on the rail."""
        from tongxin.audit.registry import name_acts
        from tongxin.desk.act_names import ACTS
        from tongxin.org.rules.rights import AUDIT_READ, SYSTEM_OPERATE
        from tongxin.ui.navigation import NavItem, register_rail, register_tab

        name_acts(ACTS)
        register_tab(NavItem("home", _("首页"), "home", "desk:home", 10))
        register_tab(NavItem("me", _("我的"), "me", "desk:me", 90))
        register_rail(NavItem("home", _("首页"), "home", "desk:home", 10))
        register_rail(NavItem("trail", _("记录"), "history", "desk:trail", 92, right=AUDIT_READ))
        register_rail(NavItem("status", _("系统"), "shield", "desk:status", 94, right=SYSTEM_OPERATE))
        register_rail(NavItem("me", _("我"), "me", "desk:me", 99, last=True))
