"""Exemptions as a spreadsheet, for those who audit."""

from __future__ import annotations

from collections.abc import Iterable
from typing import BinaryIO

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from tongxin.core.sheets.write import ColOut, SheetOut, Value, write_workbook
from tongxin.rulebook.queries.exemptions import Line
from tongxin.ui.words import local


def write_exemptions(target: BinaryIO, lines: Iterable[Line]) -> None:
    """One exemption a row, withdrawn ones too."""
    columns = (
        ColOut(_("单位"), 20), ColOut(_("种类"), 10), ColOut(_("什么事"), 28), ColOut(_("规则"), 26), ColOut(_("规则编号"), 16),
        ColOut(_("规则限多少"), 14), ColOut(_("准到多少"), 14), ColOut(_("会议纪要编号"), 26), ColOut(_("哪天开的会"), 12, "day"),
        ColOut(_("上级的依据"), 30), ColOut(_("依据的文号"), 20), ColOut(_("为什么例外"), 36), ColOut(_("谁记的"), 16), ColOut(_("哪天记的"), 12, "day"),
        ColOut(_("撤回"), 12, "day"), ColOut(_("为什么撤回"), 30),
    )  # fmt: skip
    write_workbook(target, [SheetOut(pgettext("several", "例外"), columns, map(_row, lines))])


def _row(line: Line) -> list[Value]:
    each, gone = line.exemption, getattr(line.exemption, "withdrawal", None)
    return [
        each.unit.name, line.kind, each.label, each.rule.called, f"{each.rule.rule_id} v{each.rule.version}", line.limit, line.value,
        each.minutes_no, each.minutes_on, each.basis, each.basis_no, each.why, each.by, local(each.at),
        local(gone.at) if gone else None, gone.why if gone else "",
    ]  # fmt: skip
