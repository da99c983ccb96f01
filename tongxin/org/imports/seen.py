"""What only the whole file tells: numbers that come twice, units that nobody knows."""

from __future__ import annotations

from collections import Counter
from typing import NamedTuple

from django.utils.translation import gettext as _

from tongxin.core.sheets.table import Problem
from tongxin.imports.protocol import Row


class First(NamedTuple):
    """Where a number came first, and with what."""

    row: int
    name: str
    unit: str
    sheet: str


class Seen:
    """Filled by reading the file once; holds one small entry for each number."""

    def __init__(self) -> None:
        self.first: dict[str, First] = {}
        self.doubled: dict[str, str] = {}
        self.units: Counter[str] = Counter()

    def add(self, row: Row, unit: str) -> None:
        """Remember a row."""
        number = row.values.get("staff_no")
        if not number or row.record.repeat_of:
            return
        self.units[unit] += 1
        name, sheet = row.values.get("name", ""), row.table.sheet_name
        first = self.first.setdefault(number, First(row.record.row_number, name, unit, sheet))
        if (first.sheet, first.row) == (sheet, row.record.row_number) or number in self.doubled:
            return
        if first.name != name:
            self.doubled[number] = "number_twice"
        else:
            self.doubled[number] = "two_units" if first.unit != unit else "same_person"

    def problem(self, row: Row) -> Problem | None:
        """What is wrong with a row because of another one: `roster.number_twice`, `roster.two_units`, `roster.same_person`.

        Of two people with one number both are refused, since nobody can tell which is right; of one person in two
        units or twice with other details, likewise.
        """
        number = row.values["staff_no"]
        why = self.doubled.get(number)
        if why is None:
            return None
        first = self.first[number]
        facts = {"row": first.row, "name": first.name, "unit": first.unit, "number": number}
        sentences = {
            "number_twice": _("工号 %(number)s 有两个人在用（第%(row)s行是%(name)s），两行都没进。改对其中一个。")
            % facts,
            "two_units": _("%(name)s在两个单位都有（第%(row)s行是%(unit)s），两行都没进。留一行。") % facts,
            "same_person": _("%(name)s出现了两次（第%(row)s行），内容不一样，两行都没进。留一行。") % facts,
        }
        key = "unit" if why == "two_units" and "unit" in row.record.cells else "staff_no"
        return Problem(key, row.record.cells[key].ref, f"roster.{why}", sentences[why])
