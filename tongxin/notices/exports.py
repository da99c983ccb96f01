"""Who has read a notice, as a spreadsheet."""

from __future__ import annotations

from typing import BinaryIO

from django.utils.translation import gettext as _

from tongxin.core import clock
from tongxin.core.sheets.write import ColOut, SheetOut, write_workbook
from tongxin.notices.queries.sent import Reader


def write_readers(target: BinaryIO, people: list[Reader]) -> None:
    """A line for each person: who has not read it comes first."""
    columns = (
        ColOut(_("姓名"), 12), ColOut(_("工号"), 14), ColOut(_("单位"), 28), ColOut(_("读了没有"), 10),
        ColOut(_("什么时候读的"), 18, "moment"), ColOut(_("提醒过"), 18, "moment"),
    )  # fmt: skip
    ordered = sorted(people, key=lambda one: (one.read_at is not None, one.unit))
    rows = (
        (
            one.name, one.staff_no, one.unit, _("读了") if one.read_at else _("没读"),
            clock.local(one.read_at).replace(tzinfo=None) if one.read_at else None,
            clock.local(one.reminded_at).replace(tzinfo=None) if one.reminded_at else None,
        )
        for one in ordered
    )  # fmt: skip
    write_workbook(target, [SheetOut(_("读没读"), columns, rows)])
