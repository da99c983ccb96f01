"""Lines of lists that are ticked or signed as a whole."""

from __future__ import annotations

from dataclasses import dataclass

from tongxin.choosing.queries.chosen import ways
from tongxin.collecting.access import Reach
from tongxin.collecting.queries.listed import FIELDS, line_of
from tongxin.collecting.queries.rest import without_receipt
from tongxin.collecting.queries.roll import Ticked, ticked
from tongxin.org.models import Unit
from tongxin.welfare.models import Entitled


def open_lines(reach: Reach, unit: Unit) -> list[Ticked]:
    """Those of a unit to whom nothing was handed out, by name. A fixed number of queries."""
    rows = without_receipt(reach.round).filter(reach.condition(), unit=unit)
    return ticked(reach, [line_of(row) for row in rows.order_by("person__name_key", "pk").values_list(*FIELDS)])


def lines_of_way(reach: Reach, way: str) -> list[Ticked]:
    """Those who chose this way and have no receipt, by unit and name. A fixed number of queries."""
    people = [person for person, each in ways(reach.round).items() if each.kind == way]
    rows = without_receipt(reach.round).filter(reach.condition(), person__in=people)
    ordered = rows.order_by("unit__path", "person__name_key", "pk")
    return ticked(reach, [line_of(row) for row in ordered.values_list(*FIELDS)])


@dataclass(frozen=True)
class Signed:
    """A row of a list to sign: number within the unit, staff number, name, what the person gets, and whether it was handed out."""

    number: int
    staff_no: str
    name: str
    pack: str
    got: str


@dataclass(frozen=True)
class SheetOf:
    """A unit's list to sign."""

    unit: str
    rows: list[Signed]


def sheets_of(reach: Reach, unit: Unit | None = None) -> list[SheetOf]:
    """The lists of one unit, or of each, by name. A fixed number of queries."""
    rows = Entitled.objects.filter(Entitled.standing(), reach.condition(), round=reach.round)
    if unit is not None:
        rows = rows.filter(unit=unit)
    ordered = list(rows.order_by("unit__path", "person__name_key", "pk").values_list(*FIELDS, "person__staff_no"))
    found: dict[str, SheetOf] = {}
    for row, line in zip(ordered, ticked(reach, [line_of(row[:-1]) for row in ordered]), strict=True):
        sheet = found.setdefault(line.line.path, SheetOf(line.line.unit, []))
        got = line.had.by if line.had else ""
        sheet.rows.append(Signed(len(sheet.rows) + 1, row[-1], line.line.name, str(line.pack or "—"), got))
    return list(found.values())
