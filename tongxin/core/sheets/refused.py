"""The rows that could not go in, as a spreadsheet to mend and give back."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import BinaryIO

from tongxin.core.sheets.columns import Column, Layout
from tongxin.core.sheets.matching import match_title
from tongxin.core.sheets.table import Problem, Record, Table
from tongxin.core.sheets.titles import REASON
from tongxin.core.sheets.values import Cell, letters, shown
from tongxin.core.sheets.write import ColOut, OutKind, Value, Writer, finish, write_head


def write_refused(target: Path | BinaryIO, table: Table, refused: Iterable[tuple[Record, Sequence[Problem]]]) -> None:
    """Write the refused rows as they were, all their columns in their order, behind a column of reasons; the cells
    that are wrong are marked. Mended, the file is read like any other: the column of reasons is passed over."""
    write_refused_of(target, [(table, refused)])


def write_refused_of(
    target: Path | BinaryIO, tables: Iterable[tuple[Table, Iterable[tuple[Record, Sequence[Problem]]]]]
) -> None:
    """As `write_refused`, for several sheets of one book: each keeps its name, which may say something about its rows."""
    writer = Writer(target)
    for table, refused in tables:
        _write_sheet(writer, table, refused)
    writer.close()


def _write_sheet(writer: Writer, table: Table, refused: Iterable[tuple[Record, Sequence[Problem]]]) -> None:
    sheet = writer.sheet(table.sheet_name)
    titles = _titles(table.layout, table.columns)
    write_head(writer, sheet, [ColOut(REASON, 42), *(ColOut(title, 14) for title in titles)])
    last = 0
    for last, (record, problems) in enumerate(refused, start=1):
        sentences = "\n".join(problem.sentence for problem in problems)
        sheet.write_string(last, 0, sentences, writer.reason)
        wrong = {table.layout.index_of(problem.key) for problem in problems if problem.key}
        for index in range(len(titles)):
            value = record.raw[index] if index < len(record.raw) else ""
            writer.put(sheet, last, index + 1, *_as_was(value), marked=index in wrong)
    finish(sheet, 0, last, len(titles) + 1)


def _titles(layout: Layout, columns: Sequence[Column]) -> list[str]:
    """A column that was understood otherwise than by its title gets our own, so that it is understood again."""
    labels = {column.key: column.label for column in columns}
    titles: list[str] = []
    for index, title in enumerate(layout.titles):
        key = layout.mapping.get(index)
        match = match_title([title], columns)
        if key and not (match and match.exact and match.key == key):
            titles.append(labels.get(key, title))
        elif not key and match:
            titles.append(f"原{title}")
        else:
            titles.append(title or f"{letters(index)}列")
    return titles


def _as_was(value: Cell) -> tuple[Value, OutKind]:
    if isinstance(value, time | timedelta):
        return shown(value), "text"
    if isinstance(value, datetime):
        return value, "moment" if value.time() != time() else "day"
    if isinstance(value, date):
        return value, "day"
    return value, "number" if isinstance(value, int | float) else "text"
