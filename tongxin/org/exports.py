"""Tables of the organisation as spreadsheets."""

from __future__ import annotations

from typing import BinaryIO

from django.utils.translation import gettext as _

from tongxin.core.sheets.write import ColOut, SheetOut, write_workbook
from tongxin.org.actor import Actor
from tongxin.org.queries.roster import Wanted, all_rows


def write_roster(target: BinaryIO, actor: Actor, wanted: Wanted) -> None:
    """The roster as found, every line; telephones stay masked, as on the page."""
    columns = [
        ColOut(_("工号"), 14),
        ColOut(_("姓名"), 12),
        ColOut(_("性别"), 6),
        ColOut(_("单位"), 28),
        ColOut(_("会籍"), 10),
        ColOut(_("会籍起"), 12, "day"),
        ColOut(_("入职日期"), 12, "day"),
        ColOut(_("离职日期"), 12, "day"),
        ColOut(_("手机"), 14),
    ]
    rows = (
        (row.staff_no, row.name, row.sex, row.unit, row.standing, row.since, row.hired_on, row.left_on, row.phone)
        for row in all_rows(actor, wanted)
    )
    write_workbook(target, [SheetOut(_("花名册"), columns, rows)])
