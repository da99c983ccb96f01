"""In which scope a tick of the 832 counties counts."""

from __future__ import annotations

from django.utils.translation import gettext as _

from tongxin.goods.models import Scope
from tongxin.goods.queries.scopes import ticked
from tongxin.org.access import steps
from tongxin.org.models import Unit
from tongxin.ui.words import listed


class Ticks:
    """What a tick means at a unit and at those above it; read once."""

    def __init__(self, unit: Unit) -> None:
        rows = Scope.objects.filter(unit__in=steps(unit.path), kind=Scope.Kind.COUNTIES_832)
        self.known = list(rows.select_related("unit"))
        self.lost: set[str] = set()

    def at(self, unit: Unit) -> Scope | None:
        """The scope in force at a unit: its own or the nearest inherited one, never a retired one. None where there is none or
        nobody can tell which; then `afterwords` says so."""
        here = [scope for scope in self.known if scope.unit_id in steps(unit.path)]
        found = ticked(scope for scope in here if scope.retired_at is None)
        if len(found) != 1:
            self.lost.add(_several(found) if found else _none(here))
            return None
        return found[0]

    def afterwords(self) -> list[str]:
        """Why ticks counted nowhere, and what to do about it."""
        return sorted(self.lost)


def _several(found: list[Scope]) -> str:
    names = {"names": listed(found)}
    return _("832的口径不止一个：%(names)s。不知道表里打的勾算哪一个，先不计。停用多的，再导一次。") % names


def _none(here: list[Scope]) -> str:
    if not here:
        return _("还没有“832个脱贫县”这个口径，表里打的勾先不计。到统计口径里加上，再导一次。")
    return _("口径停用了：%(names)s。表里打的勾先不计。要计，到统计口径里恢复，再导一次。") % {"names": listed(here)}
