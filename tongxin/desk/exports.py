"""Spreadsheets of the desk."""

from __future__ import annotations

from collections.abc import Iterator
from typing import BinaryIO

from django.utils.translation import gettext as _

from tongxin.audit.queries.trail import Filter
from tongxin.core.sheets.write import ColOut, SheetOut, Value, write_workbook
from tongxin.desk.queries.trail import told_entries


def write_trail(target: BinaryIO, paths: tuple[str, ...], wanted: Filter) -> None:
    """The trail below `paths`, as the page filters it, the newest first; 20,000 entries at most."""
    columns = (
        ColOut(_("什么时候"), 18, "moment"), ColOut(_("谁"), 16), ColOut(_("做了什么"), 18), ColOut(_("对象"), 30),
        ColOut(_("变化"), 60), ColOut(_("原因"), 40), ColOut(_("封存"), 8),
    )  # fmt: skip
    write_workbook(target, [SheetOut(_("操作记录"), columns, _rows(paths, wanted))])


def _rows(paths: tuple[str, ...], wanted: Filter) -> Iterator[tuple[Value, ...]]:
    for line in told_entries(paths, wanted):
        changes = "\n".join(f"{name}: {before} → {after}" for name, before, after in line.changes)
        at = line.at.replace(tzinfo=None)
        yield at, line.who, line.act, line.thing, changes, line.reason, _("已封") if line.sealed else _("待封")
