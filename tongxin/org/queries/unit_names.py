"""Which unit a name in a spreadsheet means."""

from __future__ import annotations

import re
from difflib import SequenceMatcher

from tongxin.org.models import Unit, UnitAlias

ENDINGS = re.compile(r"(工会委员会|分工会|工会小组|工会|党支部|支部|委员会)$")
NEAR_ENOUGH = 0.5


def bare(name: str) -> str:
    """A name without spaces, brackets and the endings that offices leave out: `图书馆（分工会）` → `图书馆`."""
    plain = re.sub(r"[\s()（）·•“”\"']", "", name)
    return ENDINGS.sub("", plain) or plain


class UnitNames:
    """The units of one union by every name they go by; read once, asked for each row."""

    def __init__(self, union: Unit) -> None:
        units = list(Unit.objects.filter(path__startswith=union.path or "-", closed_on=None).order_by("path"))
        self.units = units
        self._exact: dict[str, Unit] = {}
        for unit in reversed(units):
            self._exact.update({unit.name: unit, unit.code: unit})
            if unit.short_name:
                self._exact.setdefault(unit.short_name, unit)
        for alias in UnitAlias.objects.filter(union=union).select_related("unit"):
            self._exact.setdefault(alias.name, alias.unit)
        self._bare = self._unambiguous()

    def find(self, name: str) -> Unit | None:
        """The unit of that name, short name, code or alias; else the one unit of that name without its ending."""
        return self._exact.get(name) or self._bare.get(bare(name))

    def near(self, name: str) -> list[Unit]:
        """At most three units whose names are like it, the likest first."""
        wanted = bare(name)
        scored = [(SequenceMatcher(None, wanted, bare(unit.name)).ratio(), unit) for unit in self.units]
        likely = sorted((pair for pair in scored if pair[0] >= NEAR_ENOUGH), key=lambda pair: -pair[0])
        return [unit for _score, unit in likely[:3]]

    def add(self, unit: Unit) -> None:
        """Know a unit that was founded meanwhile."""
        self.units.append(unit)
        self._exact[unit.name] = unit
        self._bare = self._unambiguous()

    def _unambiguous(self) -> dict[str, Unit]:
        """Bare names that mean one unit. A branch goes before a department of the same bare name: people join branches."""
        found: dict[str, Unit] = {}
        clashing: set[str] = set()
        for unit in self.units:
            for name in {bare(unit.name), bare(unit.short_name)} - {""}:
                other = found.get(name)
                if other is None or (unit.kind == Unit.Kind.BRANCH and other.kind != Unit.Kind.BRANCH):
                    found[name] = unit
                elif other != unit and other.kind == unit.kind:
                    clashing.add(name)
        return {name: unit for name, unit in found.items() if name not in clashing}
