"""The volunteers of a call as a spreadsheet."""

from __future__ import annotations

from io import BytesIO

from django.utils.translation import gettext as _

from tongxin.core.clock import local
from tongxin.core.sheets.write import ColOut, SheetOut, write_workbook
from tongxin.mobilisation.models import Call
from tongxin.mobilisation.queries.shift import sheet_rows


def call_sheet(call: Call) -> BytesIO:
    """An .xlsx with a line for each person of each shift; the file stands at its beginning."""
    columns = [
        ColOut(_("日期"), 12, "day"), ColOut(_("时间"), 14), ColOut(_("岗位"), 16), ColOut(_("姓名"), 12), ColOut(_("工号"), 14),
        ColOut(_("单位"), 24), ColOut(_("手机"), 16), ColOut(_("状态"), 10), ColOut(_("小时"), 8, "number"), ColOut(_("说明"), 30),
    ]  # fmt: skip
    rows = ([local(row[0]).date() if row[0] else None, *row[1:]] for row in sheet_rows(call))  # type: ignore[arg-type]
    book = BytesIO()
    write_workbook(book, [SheetOut(_("志愿者"), columns, rows)])
    book.seek(0)
    return book
