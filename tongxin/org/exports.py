"""Tables of the organisation as spreadsheets."""

from __future__ import annotations

from datetime import date
from typing import BinaryIO

from django.utils.translation import gettext as _

from tongxin.core.sheets.write import ColOut, SheetOut, write_workbook
from tongxin.org.actor import Actor
from tongxin.org.queries.register import post_lines, unit_lines
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


def write_units(target: BinaryIO, actor: Actor, today: date) -> None:
    """Two sheets: the units with their people, and who holds which post."""
    units = [
        ColOut(_("代码"), 12),
        ColOut(_("名称"), 32),
        ColOut(_("简称"), 20),
        ColOut(_("种类"), 10),
        ColOut(_("上级单位"), 24),
        ColOut(_("成立日期"), 12, "day"),
        ColOut(_("会员"), 8, "number"),
        ColOut(_("教职工"), 8, "number"),
    ]
    lines = (
        (
            one.code,
            one.name,
            one.short_name,
            str(one.get_kind_display()),
            line.above,
            one.founded_on,
            line.members,
            line.staff,
        )
        for line in unit_lines(actor)
        for one in (line.unit,)
    )
    posts = [
        ColOut(_("单位"), 28),
        ColOut(_("姓名"), 12),
        ColOut(_("职务"), 16),
        ColOut(_("到任"), 12, "day"),
        ColOut(_("届次"), 12),
        ColOut(_("届满"), 12, "day"),
    ]
    held = (
        (
            post.unit.called, post.person.name, post.title or str(post.get_kind_display()), post.since,
            post.term.name if post.term else "", post.term.ends_on if post.term else None,
        )
        for post in post_lines(actor, today)
    )  # fmt: skip
    write_workbook(target, [SheetOut(_("单位"), units, lines), SheetOut(_("任职"), posts, held)])
