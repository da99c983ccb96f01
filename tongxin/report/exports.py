"""Figures and their records as spreadsheets."""

from __future__ import annotations

import tempfile
from collections.abc import Iterable, Iterator
from decimal import Decimal
from fractions import Fraction
from typing import Any

from django.http import FileResponse
from django.utils.translation import gettext as _

from tongxin.core.figures import RecordRow, Records, nearest, percent
from tongxin.core.periods import Period
from tongxin.core.sheets.write import ColOut, SheetOut, Value, write_workbook
from tongxin.org.models import Unit
from tongxin.report.queries.figures import Row

SLICE = 500


def figures(unit: Unit, period: Period, rows: Iterable[Row]) -> FileResponse:
    """All figures of a unit and period, parts below their whole."""
    columns = (
        ColOut(_("数据项"), 32), ColOut(_("其中"), 24), ColOut(_("数值"), 12, "number"), ColOut(_("单位"), 8), ColOut(_("怎么算"), 60),
    )  # fmt: skip
    return _answer(unit, period, _("数据"), SheetOut(_("数据"), columns, _figure_rows(rows)))


def records(unit: Unit, period: Period, row: Row, found: Records, actor: Any) -> FileResponse:
    """The records behind one figure, as far as `actor` may see them."""
    columns = (ColOut(_("名称"), 36), ColOut(_("日期"), 12, "day"), ColOut(_("类别"), 8), ColOut(_("说明"), 24))
    lines = ((one.label, one.day, one.seal, one.detail) for one in _all(found, actor))
    return _answer(unit, period, str(row.figure.label), SheetOut(str(row.figure.label), columns, lines))


def _figure_rows(rows: Iterable[Row]) -> Iterator[tuple[Value, ...]]:
    for row in rows:
        yield str(row.figure.label), "", _cell(row, row.value), str(row.figure.unit), str(row.figure.how)
        for part in row.result.parts:
            yield str(row.figure.label), str(part.label), _cell(row, part.value), str(row.figure.unit), ""


def _cell(row: Row, value: int | Fraction | None) -> Value:
    """A value as a cell: money in yuan to the fen, a share in words."""
    if value is None or row.is_share:
        return percent(None if value is None else Fraction(value))
    return Decimal(nearest(value)) / 100 if row.is_money else int(value)


def _all(found: Records, actor: Any) -> Iterator[RecordRow]:
    for first in range(0, found.count, SLICE):
        yield from found.rows(actor, first, min(first + SLICE, found.count))


def _answer(unit: Unit, period: Period, what: str, sheet: SheetOut) -> FileResponse:
    target = tempfile.TemporaryFile()  # noqa: SIM115 – the answer closes it
    write_workbook(target, [sheet])
    target.seek(0)
    days = str(period.year) if period.year else f"{period.start:%Y%m%d}-{period.end:%Y%m%d}"
    return FileResponse(target, as_attachment=True, filename=f"{unit.called}{days}{what}.xlsx")
