"""The app's registration with Django, the rail and the trail."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ImportsConfig(AppConfig):
    name = "tongxin.imports"
    label = "imports"

    def ready(self) -> None:
        """Name our acts; put the place on the rail (whoever may take in a plan may take in a roster too)."""
        from tongxin.audit.registry import name_acts
        from tongxin.ui.navigation import NavItem, register_rail

        name_acts({"imports.add": _("上传表格"), "imports.apply": _("表格入库"), "imports.drop": _("放弃导入")})
        register_rail(NavItem("imports", _("导入"), "upload", "imports:home", 85, right="people.change"))
