"""The year's activities as a spreadsheet."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from io import BytesIO

from django.utils.translation import gettext as _

from tongxin.activities.models import Activity
from tongxin.activities.queries.listing import row_of
from tongxin.core.sheets.write import ColOut, SheetOut, Value, write_workbook


def activities_sheet(activities: Iterable[Activity], year: int) -> BytesIO:
    """An .xlsx of the activities in their order; the file stands at its beginning."""
    book = BytesIO()
    title = _("%(year)s年活动") % {"year": year}
    write_workbook(book, [SheetOut(title, _columns(), _rows(activities))])
    book.seek(0)
    return book


def _columns() -> list[ColOut]:
    return [
        ColOut(_("序"), 6, "number"), ColOut(_("活动名称"), 28), ColOut(_("类别"), 12), ColOut(_("活动组"), 20),
        ColOut(_("归属单位"), 20), ColOut(_("承办单位"), 28), ColOut(_("形式"), 10), ColOut(_("计划日期"), 12, "day"),
        ColOut(_("计划时间原文"), 14), ColOut(_("实际或拟定日期"), 14, "day"), ColOut(_("地点"), 18), ColOut(_("状态"), 10),
        ColOut(_("人数（未开展的为预计）"), 12, "number"), ColOut(_("人次"), 10, "number"), ColOut(_("变动原因"), 28),
        ColOut(_("开展情况"), 40),
    ]  # fmt: skip


def _rows(activities: Iterable[Activity]) -> Iterator[list[Value]]:
    for number, row in enumerate(map(row_of, activities), 1):
        yield [
            number, row.title, row.category, row.group, row.owner, row.organisers, row.mode, row.planned_on,
            row.planned_words, row.day, row.place, row.state, row.heads, row.person_times, row.reason, row.outcome,
        ]  # fmt: skip
