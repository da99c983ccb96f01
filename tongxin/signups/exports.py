"""The list of a slot as a spreadsheet."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from io import BytesIO

from django.utils.translation import gettext as _

from tongxin.core.sheets.write import ColOut, SheetOut, Value, write_workbook
from tongxin.signups.models import Question
from tongxin.signups.queries.list_page import Row
from tongxin.ui.words import moment


def list_sheet(title: str, questions: Iterable[Question], rows: Iterable[Row]) -> BytesIO:
    """An .xlsx of the list in its order; the file stands at its beginning."""
    asked = [question.text for question in questions]
    book = BytesIO()
    write_workbook(book, [SheetOut(title[:31], _columns(asked), _rows(rows, asked))])
    book.seek(0)
    return book


def _columns(asked: list[str]) -> list[ColOut]:
    return [
        ColOut(_("序"), 6, "number"), ColOut(_("姓名"), 12), ColOut(_("工号"), 14), ColOut(_("单位"), 24), ColOut(_("手机"), 16),
        ColOut(_("状态"), 12), ColOut(_("家属"), 8, "number"), ColOut(_("家属姓名"), 18), ColOut(_("队名"), 16),
        ColOut(_("报名时间"), 18), ColOut(_("破例原因"), 20), *(ColOut(text, 20) for text in asked),
    ]  # fmt: skip


def _rows(rows: Iterable[Row], asked: list[str]) -> Iterator[list[Value]]:
    for number, row in enumerate(rows, 1):
        answers = dict(row.answers)
        yield [
            number, row.name, row.staff_no, row.unit, row.phone, row.label, row.companions, row.companion_names, row.group,
            moment(row.at), row.exception, *(answers.get(text, "") for text in asked),
        ]  # fmt: skip
