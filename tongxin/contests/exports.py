"""The heats of an activity as a spreadsheet, with a column to write the marks into."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO

from django.utils.translation import gettext as _

from tongxin.contests.queries.events import Event, Events
from tongxin.contests.queries.lines import Line
from tongxin.core.sheets.write import ColOut, SheetOut, Value, write_workbook
from tongxin.ui.words import listed, moment


def heats_sheet(events: Events) -> BytesIO:
    """An .xlsx with the heats on one sheet and the standings of units on another; the file stands at its beginning."""
    book = BytesIO()
    sheets = [SheetOut(_("分组"), _columns(), (row for event in events.events for row in _rows(event)))]
    if events.units:
        units = [
            ColOut(_("名次"), 6, "number"),
            ColOut(_("单位"), 26),
            ColOut(_("总分"), 8, "number"),
            ColOut(_("第一名"), 8, "number"),
        ]
        sheets.append(SheetOut(_("团体总分"), units, ((u.rank, u.unit, u.points, u.firsts) for u in events.units)))
    write_workbook(book, sheets)
    book.seek(0)
    return book


def _columns() -> list[ColOut]:
    return [
        ColOut(_("项目"), 18), ColOut(_("组"), 5, "number"), ColOut(_("时间"), 18), ColOut(_("道"), 5, "number"),
        ColOut(_("姓名或队名"), 18), ColOut(_("工号"), 14), ColOut(_("单位"), 24), ColOut(_("队员"), 40), ColOut(_("成绩"), 12),
        ColOut(_("名次"), 6, "number"), ColOut(_("得分"), 6, "number"),
    ]  # fmt: skip


def _rows(event: Event) -> Iterator[list[Value]]:
    for sheet in event.heats:
        at = moment(sheet.heat.at) if sheet.heat.at else event.when
        for line in sheet.lines:
            yield _row(event, line, sheet.heat.number, at)
    for line in event.loose if event.heats else event.lines:
        yield _row(event, line, None, event.when)


def _row(event: Event, line: Line, heat: int | None, at: str) -> list[Value]:
    return [
        event.title, heat, at, line.lane, line.name, line.staff_no, line.unit, listed(line.names), line.shown, line.rank,
        line.points or None,
    ]  # fmt: skip
