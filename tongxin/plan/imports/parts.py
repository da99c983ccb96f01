"""The organisers of a line: units that are there, ones that a person pointed out, or ones to be founded."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from django.utils.translation import gettext as _

from tongxin.core.names import initials
from tongxin.core.sheets.table import Problem
from tongxin.imports.protocol import Row, Target, UnknownName
from tongxin.org.actions import found_unit
from tongxin.org.models import Unit
from tongxin.org.queries.unit_names import UnitNames
from tongxin.org.queries.units import union_of
from tongxin.plan.imports.lines import Part
from tongxin.plan.rules.organisers import is_everyone, is_ourselves, split

ROLE_OF = {"hosts": "host", "units": "run", "helpers": "assist"}
LONGEST = 100


@dataclass
class Told:
    """What the organisers' cells of a row say; `note` is for the screen."""

    parts: list[Part] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    note: str = ""


class Parts:
    """Finds organisers by name as a person chose; founds the chosen new ones when lines are written."""

    def __init__(self, target: Target) -> None:
        self.target, self.union = target, union_of(target.unit)
        self.names = UnitNames(self.union)
        self.chosen: dict[str, str] = dict(target.choices.get("units", {}))
        self.missing: Counter[str] = Counter()
        self._likely: dict[str, list[Unit]] = {}

    def see(self, row: Row) -> None:
        """Count the names that no unit goes by."""
        self.missing.update(name for _key, name, _role in self._named(row) if self._there(name) is None)

    def read(self, row: Row) -> Told:
        """The organisers of a row. Wrong: `unit.unknown`."""
        told = Told()
        for key, name, role in self._named(row):
            if is_everyone(name):
                told.note = _("“%(name)s”没有逐个列出，先记在%(unit)s名下") % {
                    "name": name,
                    "unit": self.target.unit.called,
                }
                continue
            part = self._part(name)
            if part is None:
                told.problems.append(self._unknown(row, key, name))
            elif part not in [held for held, _role in told.parts]:
                told.parts.append((part, role))
        return told

    def settle(self, part: Part) -> tuple[Unit, str]:
        """The organiser with its unit founded, if it is only a name yet."""
        unit, role = part
        if isinstance(unit, str):
            unit = self.names.find(unit) or self._found(unit)
        return unit, role

    def unknown(self) -> list[UnknownName]:
        """The names that no unit goes by, with units of like names."""
        return [
            UnknownName(name, rows, tuple((unit.code, unit.name) for unit in self._near(name)))
            for name, rows in self.missing.most_common()
        ]

    def _named(self, row: Row) -> list[tuple[str, str, str]]:
        return [
            (key, name, said)
            for key, role in ROLE_OF.items()
            for name, said in split(row.values.get(key) or "", lambda name: self._there(name) is not None, role)
        ]

    def _there(self, name: str) -> Unit | None:
        found = self.names.find(name)
        if found is None and is_ourselves(name):
            return self.union
        return self.target.unit if found is None and is_everyone(name) else found

    def _part(self, name: str) -> Unit | str | None:
        there = self._there(name)
        choice = self.chosen.get(name) or self.chosen.get("*", "")
        if there is not None or not choice:
            return there
        if choice == "new":
            return name if len(name) <= LONGEST else None
        return next((unit for unit in self.names.units if unit.code == choice), None)

    def _unknown(self, row: Row, key: str, name: str) -> Problem:
        near = self._near(name)
        guess = _("是“%(near)s”吗？") % {"near": near[0].called} if near else ""
        sentence = _("组织里没有“%(name)s”。") % {"name": name} + guess + _("核对页上可以新建它，或指到已有的单位。")
        return Problem(key, row.record.cells[key].ref, "unit.unknown", sentence)

    def _near(self, name: str) -> list[Unit]:
        """Units of like names; found once a name."""
        if name not in self._likely:
            self._likely[name] = self.names.near(name)
        return self._likely[name]

    def _found(self, name: str) -> Unit:
        unit = found_unit(
            actor=self.target.actor, now=self.target.now, parent=self.union, kind=Unit.Kind.BRANCH,
            code=_free_code(name), name=name,
        )  # fmt: skip
        self.names.add(unit)
        return unit


def _free_code(name: str) -> str:
    stem = "".join(sign for sign in initials(name) if sign.isascii() and sign.isalnum())[:30] or "unit"
    taken = set(Unit.objects.filter(code__startswith=stem).values_list("code", flat=True))
    numbered = (f"{stem}-{number}" for number in range(2, len(taken) + 3))
    return stem if stem not in taken else next(code for code in numbered if code not in taken)
