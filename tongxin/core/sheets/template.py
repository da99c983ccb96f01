"""Templates to download: our titles, one example that the reader passes over, and a sheet that explains."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import BinaryIO

from django.utils.translation import gettext as _

from tongxin.core.sheets.columns import Column
from tongxin.core.sheets.write import ColOut, Writer, finish, write_head

SAMPLE = "示例："


def write_template(target: Path | BinaryIO, title: str, columns: Sequence[Column]) -> None:
    """Write the template of a table: a note, the titles (* where required), an example, and the sheet 填写说明."""
    writer = Writer(target)
    sheet = writer.sheet(title)
    sheet.set_row(0, 30)
    heads = [ColOut(f"{'*' if column.required else ''}{column.label}", 16) for column in columns]
    sheet.write_string(
        0, 0, _("注：带 * 的列必填；第三行是示例，不会读入，可以删去；列的顺序可以变，多余的列会略过。"), writer.faint
    )
    write_head(writer, sheet, heads, row=1)
    for index, column in enumerate(columns):
        sheet.write_string(2, index, f"{SAMPLE}{column.sample}" if index == 0 else column.sample, writer.faint)
    finish(sheet, 1, 2, len(columns))
    _explain(writer, columns)
    writer.close()


def _explain(writer: Writer, columns: Sequence[Column]) -> None:
    sheet = writer.sheet(_("填写说明"))
    write_head(
        writer,
        sheet,
        [ColOut(_("说明：列"), 18), ColOut(_("要填吗"), 10), ColOut(_("怎么填"), 50), ColOut(_("也认这些写法"), 40)],
    )
    for row, column in enumerate(columns, start=1):
        sheet.write_string(row, 0, column.label, writer.plain)
        sheet.write_string(row, 1, _("必填") if column.required else _("可以空着"), writer.plain)
        sheet.write_string(row, 2, column.note or column.sample, writer.wrapped)
        sheet.write_string(row, 3, "、".join(column.synonyms), writer.wrapped)
