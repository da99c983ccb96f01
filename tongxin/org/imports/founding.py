"""The unit of a row: one that is there, one that a person pointed out, or one to be founded."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

from django.utils.translation import gettext as _

from tongxin.core.names import first_letters
from tongxin.core.sheets.table import Problem
from tongxin.imports.protocol import Row, Target, UnknownName
from tongxin.org.actions import found_unit
from tongxin.org.imports.facts import Known
from tongxin.org.imports.plans import PersonPlan
from tongxin.org.models import Unit, UnitAlias
from tongxin.org.queries.unit_names import UnitNames
from tongxin.org.rules.rights import PEOPLE_CHANGE
from tongxin.org.rules.units import takes_people

Found = tuple[Unit | None, str, Problem | None]


class Founding:
    """Finds units by name as a person chose; founds the chosen new ones when rows are written."""

    def __init__(self, target: Target, union: Unit) -> None:
        self.target, self.union = target, union
        self.names = UnitNames(union)
        self.chosen: dict[str, str] = dict(target.choices.get("units", {}))
        self._mine: dict[int, bool] = {}
        self._likely: dict[str, list[Unit]] = {}

    def find(self, row: Row, name: str, there: Known | None) -> Found:
        """The unit to place a person in (None: stays), the name of one to be founded, or what is wrong.

        Wrong: `unit.unknown`, `unit.takes_no_people`, `unit.not_yours`.
        """
        if not name:
            return None, "", None
        unit = self._unit(name)
        if unit is None:
            return self._to_found(row, name)
        if there is not None and there.placement is not None and there.placement.unit_id == unit.pk:
            return None, "", None
        return unit, "", self._wrong(row, unit, there)

    def settle(self, plan: PersonPlan) -> PersonPlan:
        """The plan with its unit founded, if it names one to be founded."""
        if not plan.unit_name:
            return plan
        return replace(plan, unit=self.names.find(plan.unit_name) or self._found(plan.unit_name), unit_name="")

    def remember(self) -> None:
        """Know the names that a person pointed to a unit by themselves next time."""
        for name in self.chosen:
            unit = self._unit(name)
            if unit is not None and self.names.find(name) is None:
                UnitAlias.objects.update_or_create(union=self.union, name=name[:100], defaults={"unit": unit})

    def unknown(self, named: Counter[str]) -> list[UnknownName]:
        """The names that no unit goes by, whatever was chosen for them, with units of like names."""
        return [
            UnknownName(name, rows, tuple((unit.code, unit.name) for unit in self._near(name)))
            for name, rows in named.most_common()
            if name and self.names.find(name) is None
        ]

    def _unit(self, name: str) -> Unit | None:
        found = self.names.find(name)
        choice = self.chosen.get(name)
        if found is not None or not choice or choice == "new":
            return found
        return next((unit for unit in self.names.units if unit.code == choice), None)

    def _to_found(self, row: Row, name: str) -> Found:
        if "new" in (self.chosen.get(name), self.chosen.get("*")) and len(name) <= 100:
            return None, name, None
        near = self._near(name)
        guess = _("是“%(near)s”吗？") % {"near": near[0].called} if near else ""
        sentence = _("组织里没有“%(name)s”。") % {"name": name} + guess + _("核对页上可以新建它，或指到已有的单位。")
        return None, "", Problem("unit", _ref(row), "unit.unknown", sentence)

    def _wrong(self, row: Row, unit: Unit, there: Known | None) -> Problem | None:
        if not takes_people(unit.kind):
            words = _("“%(unit)s”不编人。选工会、分工会、小组或部门。") % {"unit": unit.called}
            return Problem("unit", _ref(row), "unit.takes_no_people", words)
        places = [unit, there.placement.unit] if there and there.placement else [unit]
        if all(self._may(place) for place in places):
            return None
        return Problem(
            "unit", _ref(row), "unit.not_yours", _("“%(unit)s”不归你管，请校工会办公室来导。") % {"unit": unit.called}
        )

    def _may(self, place: Unit) -> bool:
        """Whether the unit is the actor's to change; asked once a unit, for there are few units and many rows."""
        if place.pk not in self._mine:
            self._mine[place.pk] = self.target.actor.may(PEOPLE_CHANGE, place)
        return self._mine[place.pk]

    def _near(self, name: str) -> list[Unit]:
        """Units of like names; found once a name."""
        if name not in self._likely:
            self._likely[name] = self.names.near(name)
        return self._likely[name]

    def _found(self, name: str) -> Unit:
        unit = found_unit(
            actor=self.target.actor, now=self.target.now, parent=self.union, kind=Unit.Kind.BRANCH,
            code=free_code(name), name=name,
        )  # fmt: skip
        self.names.add(unit)
        return unit


def free_code(name: str) -> str:
    """A code that nobody has: the initials of the name, with a figure behind where they are taken."""
    letters = "".join(sign for sign in first_letters(name) if sign.isascii() and sign.isalnum())
    stem = (letters or "unit").lower()[:30]
    taken = set(Unit.objects.filter(code__startswith=stem).values_list("code", flat=True))
    return (
        stem
        if stem not in taken
        else next(f"{stem}-{number}" for number in range(2, 10_000) if f"{stem}-{number}" not in taken)
    )


def _ref(row: Row) -> str:
    cell = row.record.cells.get("unit")
    return cell.ref if cell else row.record.cells["staff_no"].ref
