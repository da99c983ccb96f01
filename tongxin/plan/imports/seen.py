"""What only the whole file tells: titles that come twice."""

from __future__ import annotations

from collections import Counter

from django.utils.translation import gettext as _

from tongxin.core.sheets.table import Problem
from tongxin.imports.protocol import Row

Place = tuple[str, int]


class Seen:
    """Filled by reading the file once."""

    def __init__(self) -> None:
        self.titles: Counter[str] = Counter()
        self.first: dict[tuple[str, object], Place] = {}

    def add(self, row: Row) -> None:
        """Remember a line."""
        title = row.values.get("title")
        if title and self.first.setdefault(_key(row), _place(row)) == _place(row):
            self.titles[title] += 1

    def repeat(self, row: Row) -> Problem | None:
        """`plan.repeat`: another line above has the same title and the same day."""
        first = self.first.get(_key(row))
        if first is None or first == _place(row):
            return None
        sheet, number = first
        words = _("与第%(row)s行名称、时间都一样，只收前一行。真有两次，把时间写开。")
        if sheet != row.table.sheet_name:
            words = _("与工作表“%(sheet)s”第%(row)s行名称、时间都一样，只收前一行。真有两次，把时间写开。")
        sentence = words % {"sheet": sheet, "row": number}
        return Problem("title", row.record.cells["title"].ref, "plan.repeat", sentence)


def _key(row: Row) -> tuple[str, object]:
    span = row.values.get("when")
    return row.values.get("title") or "", (span.start, span.end) if span else None


def _place(row: Row) -> Place:
    return row.table.sheet_name, row.record.row_number
