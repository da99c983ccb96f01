"""Reading units by code and by place."""

from __future__ import annotations

from django.utils.translation import gettext as _

from tongxin.core.refusals import Refused
from tongxin.org.models import Unit


def main_union() -> Unit:
    """The union of this installation where there is just one.

    Refuses: `unit.none` on an empty installation, `unit.say_which` where there are several unions.
    """
    unions = list(Unit.objects.filter(kind=Unit.Kind.UNION, closed_on=None).order_by("path")[:2])
    if not unions:
        raise Refused("unit.none", _("这里还没有工会。先运行 tongxin init。"))
    if len(unions) > 1:
        raise Refused("unit.say_which", _("这里不止一个工会，用 --unit 写明单位代码。"))
    return unions[0]


def unit_by_code(code: str | None) -> Unit:
    """The unit of that code; the only union where no code is given. Refuses: `unit.unknown`, and as `main_union`."""
    if not code:
        return main_union()
    unit = Unit.objects.filter(code=code).first()
    if unit is None:
        raise Refused("unit.unknown", _("没有代码为“%(code)s”的单位。") % {"code": code}, field="unit")
    return unit


def union_of(unit: Unit) -> Unit:
    """The union that a unit belongs to: the nearest union on its path, or the unit itself above all unions."""
    ids = [int(step) for step in (unit.path or "").rstrip(".").split(".") if step]
    found = Unit.objects.filter(pk__in=ids, kind=Unit.Kind.UNION).order_by("-path").first()
    return found or unit
