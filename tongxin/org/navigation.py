"""Our places in the frames, and the door to office mode."""

from __future__ import annotations

from django.utils.translation import pgettext_lazy

from tongxin.org.office import office_until
from tongxin.ui.navigation import NavItem, register_office, register_rail


def register() -> None:
    """Called once, from the app's `ready()`."""
    register_rail(NavItem("units", pgettext_lazy("rail", "组织"), "tree", "org:units", 80))

    register_office(
        enter="org:enter_office", leave="org:leave_office", until=lambda request: office_until(request.session)
    )
